"""Every kind of finding of this stage."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.records import text_findings, value_findings

KINDS: Final[tuple[Kind, ...]] = (*text_findings.KINDS, *value_findings.KINDS)
