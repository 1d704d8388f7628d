"""How much work each stage of the sentence does on the small city, counted: it may not grow unseen.

Calls of functions and rows between operators depend on the code alone, where seconds depend on the machine.
A change that moves a count by more than the tolerance is seen here; ``make golden`` writes the new counts,
and a person reads the difference.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Final, TypeAlias

import pytest

from benchmarks.stages import REST, VERBS
from tests.conftest import ROOT
from tests.golden import check_golden

GOLDEN: Final = ROOT / "tests" / "golden" / "work_counted.json"
TOLERANCE: Final = 0.05
TWICE: Final = "admit"

Counts: TypeAlias = Mapping[str, Mapping[str, int]]

pytestmark = pytest.mark.slow


def count(*how: str) -> Counts:
    """Live in the small city in a process of its own, so that nothing is remembered from elsewhere."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.stages", "count", *how],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    found: Counts = json.loads(done.stdout)
    return found


def grown(before: Counts, now: Counts) -> list[str]:
    """What differs from before by more than the tolerance, in either direction, a line for each."""
    lines = []
    for verb in sorted({*before, *now}):
        was, there = before.get(verb, {}), now.get(verb, {})
        for kind in sorted({*was, *there}):
            old, new = was.get(kind, 0), there.get(kind, 0)
            if abs(new - old) > TOLERANCE * old:
                more = f"{new / old - 1:+.1%}" if old else "new"
                lines.append(f"{verb}: {new:,} {kind}, {old:,} before ({more})")
    return lines


@pytest.fixture(scope="module")
def now() -> Counts:
    return count()


def kept() -> Counts:
    found: Counts = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return found


def test_no_stage_does_more_work_than_before(now: Counts) -> None:
    if os.environ.get("EVENHAND_GOLDEN") == "write" and (not GOLDEN.exists() or grown(kept(), now)):
        check_golden(GOLDEN, json.dumps(now, indent=1, sort_keys=True) + "\n")
    lines = grown(kept(), now)
    assert not lines, "\n".join([*lines, "write the new counts with `make golden`, and say why"])


def test_every_stage_is_counted(now: Counts) -> None:
    assert set(now) == {*VERBS, REST}
    assert all(of["calls"] > 0 for of in now.values())
    assert {verb for verb, of in now.items() if "rows" in of} >= {"score", "find grounds"}


def test_a_stage_that_does_its_work_twice_is_seen(now: Counts) -> None:
    (line,) = grown(now, count("twice", TWICE))
    assert line.startswith(f"{TWICE}: ")
    assert line.endswith(f"calls, {now[TWICE]['calls']:,} before (+100.0%)")


def test_rows_that_pass_between_operators_are_seen_too() -> None:
    before = {"score": {"calls": 100, "rows": 1_000}}
    assert grown(before, {"score": {"calls": 105, "rows": 950}}) == []
    assert grown(before, {"score": {"calls": 100, "rows": 2_000}}) == [
        "score: 2,000 rows, 1,000 before (+100.0%)"
    ]
    assert grown(before, {"score": {"calls": 94, "rows": 1_000}, "draw": {"calls": 1}}) == [
        "draw: 1 calls, 0 before (new)",
        "score: 94 calls, 100 before (-6.0%)",
    ]
