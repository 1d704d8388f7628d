"""Copies of a subject's rows, each without one record: scored together as each would be by itself."""

from __future__ import annotations

from typing import Any

from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.pipeline.foresight import without_each
from evenhand.pipeline.opened import Findings
from evenhand.relational.duckdb import DuckDBEngine, Sources
from evenhand.relational.view import Doubted
from evenhand.schemes.scheme import InForce
from evenhand.scoring.explain import explain, explain_all
from evenhand.scoring.standing import Standing
from tests.scoring_world import AT, KNOWN, engine, evidence, factor, in_force, record, scheme

ME = 1
OF = in_force(
    scheme(
        factor("penalty", "penalty", -10_000, counting="one_per_event"),
        factor("rating", "rating", 3_000, counting="latest"),
    )
)
ROWS = [
    record(11, "penalty", "2026-01-01", document=7),
    record(12, "penalty", "2026-01-02", document=7),
    record(13, "penalty", "2026-02-01"),
    record(14, "penalty", "2026-02-02", supersedes=13),
    record(15, "penalty", "2026-03-01"),
    record(16, "rating", "2026-03-01"),
    record(17, "rating", "2026-03-01"),
    record(18, "annulment", "2026-04-01", subject=2, supersedes=15, retracts=True),
]
DOUBTS: tuple[Doubted, ...] = ((12, KNOWN, None),)


def in_copies(of: InForce, records: list[int]) -> list[Standing]:
    named = [RecordId(number) for number in records]
    copies, found = without_each(evidence(ROWS), {ME}, named, Findings(doubts=DOUBTS))
    subjects = [SubjectId(number + 1) for number in range(len(named))]
    with DuckDBEngine(Sources(rows=copies, doubts=found.doubts)) as made:
        return [each.standing for each in explain_all(made, of, subjects, AT)]


def alone(of: InForce, gone: set[int]) -> Standing:
    kept: list[dict[str, Any]] = [row for row in ROWS if row["record"] not in gone]
    with engine(kept, doubts=DOUBTS) as made:
        return explain(made, of, SubjectId(ME), AT).standing


def test_each_copy_scores_as_the_rows_without_that_record_do() -> None:
    gone: dict[int, set[int]] = {11: {11}, 12: {12}, 14: {14, 13}, 16: {16}, 17: {17}}
    found = in_copies(OF, list(gone))
    for standing, left_out in zip(found, gone.values(), strict=True):
        assert standing.points == alone(OF, left_out).points
        assert standing.grade == alone(OF, left_out).grade


def test_what_a_record_took_the_place_of_does_not_come_back_without_it() -> None:
    (found,) = in_copies(OF, [14])
    assert found.points == alone(OF, set()).points + 10_000


def test_what_others_corrected_stays_corrected_and_copies_do_not_mix() -> None:
    both = [RecordId(11), RecordId(13)]
    copies, found = without_each(evidence(ROWS), {ME}, both, Findings(doubts=DOUBTS))
    rows = copies.to_pylist()
    assert len({row["record"] for row in rows}) == len(rows) == 2 * len(ROWS) - 2
    assert {row["subject"] for row in rows} == {0, 1, 2}
    assert [row["supersedes"] for row in rows if row["retracts"]] == [5, 13]
    assert found.doubts == ((2, KNOWN, None), (10, KNOWN, None))


def test_records_that_waited_stand_under_the_copy() -> None:
    waiting = [*ROWS, record(19, "penalty", "2026-05-01", subject=99, waits=True)]
    copies, _ = without_each(evidence(waiting), {ME, 99}, [RecordId(11)])
    last = copies.to_pylist()[-1]
    assert (last["subject"], last["waits"]) == (1, False)
