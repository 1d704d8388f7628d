"""Every kind of finding of this stage."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.sources import (
    catalogue_findings,
    contract_findings,
    guard_findings,
    match_findings,
    reading_findings,
    yaml_findings,
)

KINDS: Final[tuple[Kind, ...]] = (
    *guard_findings.KINDS,
    *reading_findings.KINDS,
    *yaml_findings.KINDS,
    *catalogue_findings.KINDS,
    *contract_findings.KINDS,
    *match_findings.KINDS,
)
