"""What can be wrong with an edition, each with its code; the first one found ends a verification."""

from __future__ import annotations

from evenhand.kernel.findings import Kind
from evenhand.publication import entry_findings, log_findings, witness_findings

KINDS: tuple[Kind, ...] = (
    *log_findings.KINDS,
    *entry_findings.KINDS,
    *witness_findings.KINDS,
)
