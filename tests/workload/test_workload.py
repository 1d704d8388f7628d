"""The benchmark's own promise: every way gives the same answer, or it is no run and says who differs."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from benchmarks.workload.__main__ import main
from benchmarks.workload.measuring import measure, run
from benchmarks.workload.ways import HAND, OURS, PARTS, Part, Way
from tests.workload.one_point_more import ROW

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
RESIDENTS, COMPANIES = PARTS[0], PARTS[-1]


@pytest.fixture(scope="module", autouse=True)
def at_root() -> None:
    """Ways are modules of the checkout and are run as processes from its root."""
    if Path.cwd() != ROOT:
        pytest.skip(f"run from {ROOT}: the ways are run as `python -m benchmarks...`")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four thousand residents with twenty thousand records, and a thousand companies."""
    made = tmp_path_factory.mktemp("workload")
    run("-m", "benchmarks.workload.records", "XS", str(made))
    return made


def of(part: Part) -> Part:
    """The ways of a part that every installation has."""
    return Part(part.title, tuple(way for way in part.ways if not way.needs), part.says)


@pytest.mark.parametrize("part", [RESIDENTS, COMPANIES], ids=["residents", "companies"])
def test_evenhand_the_oracle_and_the_hand_written_sql_agree(part: Part, folder: Path) -> None:
    rows, measured = measure(of(part), "XS", 1, folder)
    assert [one.way.name for one in measured] == [HAND, OURS, "oracle"]
    assert rows > 400
    answers = [pq.read_table(folder / f"{one.way.name}.parquet").num_rows for one in measured]
    assert answers == [rows, rows, rows]


def test_a_way_with_another_answer_is_no_run_and_the_subject_is_named(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    off = Part("residents, wrong", (RESIDENTS.ways[0], Way("off", "tests.workload.one_point_more")))
    assert main("XS", 1, folder, (off,)) == 1
    told = capfd.readouterr()
    right = pq.read_table(folder / f"{HAND}.parquet").slice(ROW, 1).to_pylist()[0]
    subject, points = right["subject"], right["points"]
    assert "XS, residents, wrong: this is no run" in told.err
    assert f"that off has not: {subject}, {points}," in told.err
    assert f"that {HAND} has not: {subject}, {points + 1_000}," in told.err
    assert "ratio" not in told.out


def test_a_size_that_there_is_not_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main("XXL", 1, tmp_path) == 1
    assert "XXL is no size; there are XS, S, M, L" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
