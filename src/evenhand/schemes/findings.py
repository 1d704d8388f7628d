"""Every kind of finding of this stage, by code.

Areas: SCH, a scheme that cannot be read, run or trusted; FLOOR, a scheme below the rights floor,
numbered by its rule (``E-FLOOR-81`` is the first refusal of RF-8).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evenhand.kernel.findings import Kind
from evenhand.schemes import (
    ending_findings,
    example_findings,
    floor_findings,
    outcome_findings,
    part_findings,
    person_findings,
    proportion_findings,
    prove_findings,
    rule_findings,
    shape_findings,
)

KINDS: Final[tuple[Kind, ...]] = (
    *shape_findings.KINDS,
    *rule_findings.KINDS,
    *part_findings.KINDS,
    *outcome_findings.KINDS,
    *example_findings.KINDS,
    *floor_findings.KINDS,
    *person_findings.KINDS,
    *proportion_findings.KINDS,
    *ending_findings.KINDS,
    *prove_findings.KINDS,
)

BY_CODE: Final[Mapping[str, Kind]] = {kind.code: kind for kind in KINDS}
