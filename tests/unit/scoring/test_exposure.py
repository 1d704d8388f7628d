"""Exposure and peers: points for each chance to err, a rank apart; with too little nobody is graded.

A chance in doubt counts (it speaks for its subject, RF-16); whoever is refused a rank keeps the points.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest

from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import RecordType, SubjectId
from evenhand.kernel.periods import Clocks, Day, Span
from evenhand.schemes.scheme import (
    Exposure,
    FadeStep,
    InForce,
    PeerGroup,
    RatedPoints,
    Scheme,
    StepFade,
)
from evenhand.scoring.explain import explain, explain_all
from evenhand.scoring.grounds import grounds
from evenhand.scoring.questions import ask
from evenhand.scoring.score import canonical_lines, score
from evenhand.scoring.standing import Explanation
from tests.scoring_world import (
    AT,
    HERE,
    KNOWN,
    TODAY,
    always,
    direct,
    engine,
    factor,
    grade_held,
    in_force,
    record,
    red,
    scheme,
    where,
)

STEPS = StepFade((FadeStep(Span.parse("6 months"), 3_000), FadeStep(Span.parse("24 months"), 500)))


def exposure(**more: Any) -> Exposure:
    within = more.get("within", "24 months")
    return Exposure(
        RecordType("visit"),
        tuple(more.get("where", ())),
        Span.parse(within) if within else None,
        more.get("field"),
        more.get("of", "all"),
        more.get("fade"),
        more.get("minimum", 1),
        HERE,
    )


def divided(better: Any = "lower", peers: PeerGroup | None = None, **more: Any) -> Scheme:
    of = scheme(
        factor("f", "penalty", RatedPoints("n", always(1))),
        better=better,
        base=always(0),
        grades={"good": -(10**9), "bad": 5_000},
        **more.pop("of_scheme", {}),
    )
    return replace(of, scale=replace(of.scale, exposure=exposure(**more), peers=peers))


def explained(of: Scheme, rows: list[dict[str, Any]], **more: Any) -> Explanation:
    with engine(rows, **more) as made:
        return explain(made, in_force(of), SubjectId(1), AT, peers=pa.array([], pa.int64()))


def penalty(n: int, **more: Any) -> dict[str, Any]:
    return record(900, "penalty", "2026-01-01", n=n, **more)


def visits(*days: str, **more: Any) -> list[dict[str, Any]]:
    return [record(number, "visit", day, **more) for number, day in enumerate(days)]


THREE = visits("2026-01-01", "2026-02-01", "2026-03-01")


@pytest.mark.parametrize(
    ("better", "n", "expected"),
    [("lower", 10, 3), ("higher", 10, 4), ("lower", -10, -4), ("higher", -10, -3), ("lower", 9, 3)],
)
def test_points_are_divided_by_the_chances_toward_the_subject(
    better: Any, n: int, expected: int
) -> None:
    found = explained(divided(better), [penalty(n), *THREE])
    assert found.standing.points == expected
    assert [(c.step, c.points) for c in found.contributions if c.step == "exposure"] == [
        ("exposure", expected - n)
    ]


def test_a_chance_is_weighed_by_its_age_and_by_its_field() -> None:
    of = divided(fade=STEPS, field="size")
    rows = [*visits("2026-01-01", size=2), record(5, "visit", "2025-01-01", size=4)]
    assert explained(of, [penalty(8_000), *rows]).standing.points == 1_000


def test_a_chance_that_does_not_say_its_size_is_none() -> None:
    of = divided(field="size")
    rows = [
        record(n, "visit", "2026-01-01", size=size)
        for n, size in enumerate([2, None, -1, 10**12 + 1])
    ]
    assert explained(of, [penalty(8), *rows]).standing.points == 4


def test_only_matching_chances_in_the_window_count() -> None:
    of = divided(where=[where("kind", "is", "full")], within="12 months")
    rows = visits("2026-01-01", kind="full")
    rows += [
        record(7, "visit", "2026-01-01", kind="other"),
        record(8, "visit", "2025-06-30", kind="full"),
    ]
    rows += [record(9, "visit", "2026-01-01", kind="full", ends=Day(2026, 2, 1))]
    assert explained(of, [penalty(8), *rows]).standing.points == 8


def test_the_latest_chance_alone_may_be_summed() -> None:
    of = divided(of="latest", field="size", minimum=2)
    rows = [record(n, "visit", f"2026-0{n}-01", size=n) for n in (1, 2, 4)]
    assert explained(of, [penalty(8), *rows]).standing.points == 2
    assert explained(of, [penalty(8), *rows[:1]]).standing.points == 0


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_chances_leave_the_base_and_no_grade(count: int) -> None:
    found = explained(divided(minimum=2), [penalty(9_000), *THREE[:count]])
    assert (found.standing.points, found.standing.grade) == (0, None)
    assert [(c.step, c.points) for c in found.contributions if c.record is None] == [
        ("base", 0),
        ("exposure", -9_000),
    ]


def test_chances_that_sum_to_nothing_divide_nothing() -> None:
    rows = visits("2026-01-01", size=0)
    assert explained(divided(field="size"), [penalty(9), *rows]).standing.grade is None


def test_a_direct_grade_needs_no_chances() -> None:
    of = divided(of_scheme={"direct": (direct("bad", "forged"),)})
    assert explained(of, [record(1, "forged", "2026-01-01")]).standing.grade == "bad"


def test_rf_16_a_doubtful_chance_is_still_a_chance() -> None:
    rows = [penalty(9), *THREE]
    assert explained(divided(), rows, doubts=[(0, KNOWN, None)]).standing.points == 3
    assert explained(divided(), rows, doubts=[(900, KNOWN, None)]).standing.points == 0


def test_a_start_and_a_least_are_earned_before_the_division() -> None:
    of = divided("higher")
    of = replace(of, factors=(replace(of.factors[0], starts=always(300)),))
    assert explained(of, [penalty(0), *THREE]).standing.points == 100


def test_a_scheme_of_exposure_alone_has_its_base() -> None:
    assert explained(replace(divided(), factors=()), THREE).standing.points == 0


def test_great_numbers_are_divided_exactly() -> None:
    of = divided(field="size", fade=STEPS)
    rows = visits("2026-06-01", "2026-06-02", size=10**12)
    assert explained(of, [penalty(10**12), *rows]).standing.points == 0
    of = divided(field="size")
    rows = visits("2026-06-01", size=999_999_999_989)
    assert explained(of, [penalty(10**12), *rows]).standing.points == 1
    assert explained(divided("higher", field="size"), [penalty(10**12), *rows]).standing.points == 2


# Peers

PEERS = PeerGroup((1, 3), 2, HERE)


def ranked(better: Any = "lower", peers: PeerGroup = PEERS, **more: Any) -> Scheme:
    of = divided(better, peers, **more)
    names = {"good": 0, "bad": 50_000} if better == "lower" else {"bad": 0, "good": 50_000}
    bands = [replace(of.grades[0], grade=name, start=start) for name, start in names.items()]
    return replace(of, grades=tuple(bands))


def town(*each: tuple[int, int]) -> list[dict[str, Any]]:
    """Subjects from 1, each with points and a number of visits."""
    rows = []
    for subject, (points, count) in enumerate(each, 1):
        rows.append(
            record(1000 * subject, "penalty", "2026-01-01", subject=subject, n=points * count)
        )
        for number in range(count):
            rows.append(record(1000 * subject + 1 + number, "visit", "2026-01-01", subject=subject))
    return rows


def standings(of: Scheme, rows: list[dict[str, Any]], subjects: Any) -> list[tuple[Any, ...]]:
    with engine(rows) as made:
        found = score(made, in_force(of), ask(subjects, AT)).to_pylist()
    return [(row["points"], row["rank"], row["grade"]) for row in found]


@pytest.mark.parametrize(("better", "middle"), [("lower", 33_333), ("higher", 33_334)])
def test_a_rank_is_the_share_of_others_with_strictly_fewer_points(better: Any, middle: int) -> None:
    found = standings(ranked(better), town((5, 1), (7, 1), (7, 2), (9, 1)), range(1, 5))
    assert [rank for _, rank, _ in found] == [0, middle, middle, 100_000]
    good, bad = ("good", "bad") if better == "lower" else ("bad", "good")
    assert [grade for *_, grade in found] == [good, good, good, bad]
    assert [points for points, *_ in found] == [5, 7, 7, 9]


def test_whoever_has_more_chances_is_ranked_in_another_group() -> None:
    found = standings(ranked(), town((5, 1), (7, 2), (1, 3), (9, 5)), range(1, 5))
    assert [rank for _, rank, _ in found] == [0, 100_000, 0, 100_000]


def test_a_group_that_is_too_small_ranks_and_grades_nobody() -> None:
    found = standings(ranked(), town((5, 1), (7, 3)), [1, 2])
    assert found == [(5, None, None), (7, None, None)]
    alone = standings(ranked(peers=PeerGroup((1,), 1, HERE)), town((5, 1)), [1])
    assert alone == [(5, 0, "good")]


def test_whoever_has_fewer_chances_than_any_group_is_not_ranked() -> None:
    of = ranked(peers=PeerGroup((2,), 1, HERE))
    assert standings(of, town((5, 1), (7, 2)), [1, 2]) == [(5, None, None), (7, 0, "good")]
    few = ranked(minimum=2)
    assert standings(few, town((5, 1), (7, 2), (8, 2)), [1, 2, 3])[0] == (0, None, None)


def test_without_exposure_nobody_is_ranked() -> None:
    of = ranked()
    of = replace(of, scale=replace(of.scale, exposure=None))
    assert standings(of, town((5, 1), (7, 1)), [1, 2]) == [(5, None, None), (7, None, None)]


def test_days_and_moments_are_ranked_apart() -> None:
    rows = town((5, 1), (7, 1))
    rows[0] |= {"happened": Day(2026, 6, 30)}
    yesterday = Clocks(Day(2026, 6, 29), AT.known_at)
    questions = pa.concat_tables([ask([1, 2], AT), ask([1, 2], yesterday)])
    with engine(rows) as made:
        found = score(made, in_force(ranked()), questions).to_pylist()
    told = {(row["subject"], row["as_of"]): row["rank"] for row in found}
    assert told == {(1, TODAY): 0, (2, TODAY): 100_000} | {
        (1, yesterday.as_of): 0,
        (2, yesterday.as_of): 100_000,
    }


def test_one_subject_is_explained_beside_its_peers() -> None:
    rows = town((5, 1), (7, 1), (9, 1))
    with engine(rows) as made:
        one = explain(made, in_force(ranked()), SubjectId(2), AT, peers=pa.array([1, 2, 3]))
        both = explain_all(made, in_force(ranked()), [SubjectId(3), SubjectId(1)], AT)
    assert (one.standing.points, one.standing.rank, one.standing.grade) == (7, 50_000, "bad")
    assert [two.standing.rank for two in both] == [100_000, 0]


def test_one_subject_without_its_peers_is_not_explained() -> None:
    with engine([]) as made, pytest.raises(BadInput, match="explained only beside the population"):
        explain(made, in_force(ranked()), SubjectId(1), AT)


def test_a_line_says_a_rank_where_there_is_one() -> None:
    with engine(town((5, 1), (7, 1))) as made:
        found = score(made, in_force(ranked()), ask([1, 2, 3], AT))
    lines = canonical_lines(ranked().scheme, found).decode().splitlines()
    assert ['"rank":' in line for line in lines] == [True, True, False]
    assert '"rank":100000' in lines[1]


def test_a_grade_held_is_looked_at_beside_all_peers() -> None:
    of = ranked(of_scheme={"lists": (red("best", grade_held("good", "2 months")),)})
    rows = town((5, 1), (7, 1), (9, 1))
    population = pa.table({"subject": pa.array([1, 2, 3], pa.int64())})
    with engine(rows) as made:
        found = grounds(made, InForce(of, Day(2020, 1, 1)), AT, population)
    assert [int(ground.subject) for ground in found] == [1]
