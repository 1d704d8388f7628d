"""Each guard off in turn: somebody notices, or the page says why nobody has to."""

from __future__ import annotations

from pathlib import Path

import pytest

from evenhand.cases.guards import GUARDS
from tests.explorer.kill import as_table, matrix
from tests.figures import note
from tests.golden import check_golden

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "kill-matrix.md"


@pytest.mark.slow
def test_every_guard_is_killed_or_guarded_twice(record_property: object) -> None:
    fates = matrix()
    assert [f.guard for f in fates] == [g.name for g in GUARDS]
    assert [f.guard for f in fates if f.verdict == "alive"] == []
    check_golden(GOLDEN, as_table(fates))
    verdicts = [f.verdict for f in fates]
    note(
        record_property,
        f"kill matrix: {len(fates)} guards, {verdicts.count('killed')} killed, "
        f"{verdicts.count('doubly guarded')} doubly guarded, {verdicts.count('harmless')} harmless; "
        f"{sum(bool(f.way) for f in fates)} found by the explorer itself",
    )
