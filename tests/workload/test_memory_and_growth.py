"""The benchmarks of memory and growth say what they measured, and fail when they have to."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import growth, memory
from tests.conftest import ROOT


def test_a_straight_line_is_found_and_nothing_is_far_from_it() -> None:
    points = [(n * 1_000.0, 2.0 + n * 0.5) for n in (1, 10, 100)]
    line = growth.fitted(points)
    assert line is not None
    assert line == pytest.approx((2.0, 0.0005))
    assert growth.off(line, points) == pytest.approx(0)


def test_a_point_beside_the_line_is_said() -> None:
    line = (1.0, 0.0)
    assert growth.off(line, [(1, 1.0), (2, 2.0)]) == pytest.approx(0.5)


def test_two_sizes_make_no_line() -> None:
    assert growth.fitted([(1, 1.0), (2, 2.0)]) is None


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the most memory is counted by Linux alone")
def test_memory_is_measured_of_a_population_and_of_twice_as_many(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert memory.main("XS", tmp_path) == 0
    head, engine, run, goal = capsys.readouterr().out.splitlines()
    assert head.split() == ["way", "residents", "MiB", "twice", "MiB", "ratio", "each"]
    assert engine.split()[3:6:2] == run.split()[2:5:2], "both scored the same people"
    assert goal.endswith("met")
    monkeypatch.setattr(memory, "GOAL_RATIO", 0.5)
    assert memory.main("XS", tmp_path) == 1
    assert capsys.readouterr().out.endswith("missed\n")
