"""Every kind of finding of this stage."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.records import (
    document_findings,
    identifier_findings,
    prohibited_findings,
    row_findings,
    text_findings,
    value_findings,
)

KINDS: Final[tuple[Kind, ...]] = (
    *text_findings.KINDS,
    *value_findings.KINDS,
    *prohibited_findings.KINDS,
    *identifier_findings.KINDS,
    *document_findings.KINDS,
    *row_findings.KINDS,
)
