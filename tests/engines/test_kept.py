"""An engine that is kept answers about the rows that it holds now, as a fresh one would, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from evenhand.kernel.errors import EvenhandError, RegisterDamaged
from evenhand.relational.duckdb import DuckDBEngine, Limits, Sources
from evenhand.relational.duckdb_kept import KeptEngine
from evenhand.relational.engine import Query
from tests.engines.every_scheme import SCHEMES, answers, read, world
from tests.scoring_world import KNOWN, evidence, record

DAY = "2026-03-02"
ONE = Limits(threads=1, memory="1GB")
COUNT = Query(
    "SELECT COUNT(*) AS n, SUM(subject * 1000) AS total FROM records WHERE subject > 5",
    (("n", "int64"), ("total", "int64")),
)


def thirds(sources: Sources, questions: pa.Table) -> Iterator[tuple[Sources, pa.Table]]:
    """A world cut by subject into three, then whole, then the first part again."""
    assert sources.rows is not None
    numbers = pc.unique(questions["subject"]).to_pylist()
    parts = [numbers[0::3], numbers[1::3], numbers[2::3], numbers, numbers[0::3]]
    for part in parts:
        wanted = pa.array(part, pa.int64())
        own = sources.rows.filter(pc.is_in(sources.rows["subject"], value_set=wanted))
        asked = questions.filter(pc.is_in(questions["subject"], value_set=wanted))
        yield replace(sources, rows=own), asked


@pytest.mark.slow
@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.stem)
def test_every_scheme_says_the_same_after_other_rows_came(path: Path) -> None:
    scheme = read(path)
    with KeptEngine(ONE) as kept:
        for sources, questions in thirds(*world(scheme)):
            kept.hold(sources)
            with DuckDBEngine(sources, ONE) as fresh:
                assert answers(kept, scheme, questions) == answers(fresh, scheme, questions)


def held(kept: KeptEngine, *subjects: int, sources: Sources = Sources()) -> list[dict[str, object]]:  # noqa: B008
    rows = evidence(record(n, "penalty", DAY, subject) for n, subject in enumerate(subjects, 1))
    kept.hold(replace(sources, rows=rows))
    found: list[dict[str, object]] = kept.run(COUNT, {}).to_pylist()
    return found


def test_a_plan_rests_on_no_value_that_was_there_when_it_was_made() -> None:
    """A statement that DuckDB prepared over the first rows would bring 7,000,000,000 back as 256."""
    with KeptEngine(ONE) as kept:
        assert held(kept, 1, 2) == [{"n": 0, "total": None}]
        assert held(kept, 7, 300, 7_000_000_000) == [{"n": 3, "total": 7_000_000_307_000}]
        assert held(kept) == [{"n": 0, "total": None}]
        assert held(kept, 6) == [{"n": 1, "total": 6_000}]


def test_what_people_found_counts_for_the_rows_that_are_held_now() -> None:
    with KeptEngine(ONE) as kept:
        waiting = evidence([record(1, "penalty", DAY, 9, waits=True)])
        kept.hold(Sources(rows=waiting))
        assert kept.run(COUNT, {}).to_pylist()[0]["n"] == 0
        kept.hold(Sources(rows=waiting, judgements=((9, 40, KNOWN),)))
        assert kept.run(COUNT, {}).to_pylist() == [{"n": 1, "total": 40_000}]
        kept.hold(Sources(rows=waiting))
        assert kept.run(COUNT, {}).to_pylist()[0]["n"] == 0


def test_files_are_refused() -> None:
    with KeptEngine(ONE) as kept, pytest.raises(ValueError, match="rows in memory are held"):
        kept.hold(Sources((Path("segment"),)))


def test_a_field_of_another_type_is_refused_and_the_rows_before_stay() -> None:
    first = evidence([record(1, "penalty", DAY, 7, amount=5)])
    other = evidence([record(2, "penalty", DAY, 8, amount="five")])
    with KeptEngine(ONE) as kept:
        kept.hold(Sources(rows=first))
        with pytest.raises(RegisterDamaged, match='The field "amount" is string in the register'):
            kept.hold(Sources(rows=other))
        assert kept.run(COUNT, {}).to_pylist() == [{"n": 1, "total": 7_000}]


def test_only_one_statement_that_reads_is_run() -> None:
    with KeptEngine(ONE) as kept:
        for sql in ("DELETE FROM evidence", "SELECT 1; SELECT 2"):
            with pytest.raises(EvenhandError, match="The engine runs one statement, and it reads"):
                kept.run(Query(sql, ()), {})
