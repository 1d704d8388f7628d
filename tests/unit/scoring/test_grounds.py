"""Grounds: what leads to a list, what never does, and that no score can bring about a black one.

Refused on the way to a black list: points (RF-6), a document for the second time (RF-8), what is
from before publication (RF-13), what is in doubt (RF-16).
"""

from __future__ import annotations

import random
from typing import Any

import pyarrow as pa
import pytest

from evenhand.kernel.errors import FloorRefusal
from evenhand.kernel.grounds import Ground
from evenhand.kernel.periods import Clocks, Day, Days
from evenhand.schemes.scheme import InForce, ListRule, Scheme
from evenhand.scoring.grounds import grounds
from evenhand.scoring.held import month_days
from evenhand.scoring.score import score
from tests.scoring_world import (
    AT,
    KNOWN,
    accumulates,
    black,
    engine,
    factor,
    grade_held,
    in_force,
    on_record,
    record,
    red,
    scheme,
    where,
)

SERIOUS = where("severity", "is", "serious")
MINOR = where("severity", "is", "minor")


def subjects(*numbers: int) -> pa.Table:
    return pa.table({"subject": pa.array(numbers or (1,), pa.int64())})


def found(
    of: InForce,
    rows: list[dict[str, Any]],
    at: Clocks = AT,
    *,
    who: tuple[int, ...] = (1,),
    **more: Any,
) -> list[Ground]:
    with engine(rows, **more) as made:
        return grounds(made, of, at, subjects(*who))


def said(of: list[Ground]) -> list[tuple[str, int, list[int], str]]:
    return [(g.list, g.rule, [int(r) for r in g.records], g.met_on.isoformat()) for g in of]


def lists(*rules: ListRule, **more: Any) -> InForce:
    return in_force(scheme(factor("penalty", "penalty", -20_000), lists=rules, **more))


def serious(number: int, day: str = "2026-01-01", **more: Any) -> dict[str, Any]:
    return record(number, "penalty", day, severity="serious", **more)


def minor(number: int, day: str, kind: str | None = "label", **more: Any) -> dict[str, Any]:
    return record(number, "penalty", day, severity="minor", kind=kind, **more)


BY_RECORD = lists(black("serious", on_record("penalty", SERIOUS)))
BY_SEVERAL = lists(black("serious", accumulates("penalty", MINOR)))


def test_each_matching_record_is_a_ground_with_all_that_it_says() -> None:
    rows = [serious(2, document=77), serious(1, "2026-02-01"), minor(3, "2026-02-01")]
    first, second = found(BY_RECORD, rows)
    assert (first.kind, first.scheme, first.version) == ("black", "linhe-compliance", "1")
    assert first.documents == (77,)
    assert said([first, second]) == [
        ("serious", 1, [2], "2026-01-01"),
        ("serious", 1, [1], "2026-02-01"),
    ]


def test_a_scheme_without_lists_has_no_grounds() -> None:
    assert found(lists(), [serious(1)]) == []


@pytest.mark.parametrize(
    ("day", "met"),
    [("2023-06-30", False), ("2023-07-01", True), ("2026-06-30", True), ("2026-07-01", False)],
)
def test_a_ground_lasts_as_long_as_the_list(day: str, met: bool) -> None:
    assert bool(found(BY_RECORD, [serious(1, day, leaves=Day(2031, 1, 1))])) is met


@pytest.mark.parametrize(
    "more",
    [
        {"leaves": Day(2026, 6, 30)},
        {"ends": Day(2026, 6, 30)},
        {"retracts": True},
        {"known": KNOWN * 2},
        {"waits": True, "subject": 900},
        {"subject": 2},
    ],
)
def test_a_record_that_does_not_exist_for_the_question_leads_to_nothing(
    more: dict[str, Any],
) -> None:
    assert found(BY_RECORD, [serious(1, **more)]) == []


def test_a_superseded_record_leads_to_nothing() -> None:
    rows = [serious(1), record(2, "annulment", "2026-02-01", supersedes=1, retracts=True)]
    assert found(BY_RECORD, rows) == []


def test_rf_16_a_doubtful_record_leads_to_no_black_list() -> None:
    assert found(BY_RECORD, [serious(1)], doubts=[(1, KNOWN, None)]) == []
    rows = [minor(n, f"2026-0{n}-01") for n in (1, 2, 3)]
    assert found(BY_SEVERAL, rows, doubts=[(2, KNOWN, None)]) == []


def test_rf_13_what_happened_before_publication_leads_to_no_black_list() -> None:
    published = InForce(BY_RECORD.scheme, Day(2026, 1, 2))
    assert found(published, [serious(1, "2026-01-01")]) == []
    assert len(found(published, [serious(1, "2026-01-02")])) == 1
    assert len(found(InForce(BY_RECORD.scheme, None), [serious(1, "2026-01-01")])) == 1


def test_doubt_does_not_keep_a_good_record_from_a_red_list() -> None:
    good = lists(red("good", on_record("award")))
    rows = [record(1, "award", "2026-01-01", adverse=False)]
    assert len(found(good, rows, doubts=[(1, KNOWN, None)])) == 1


# Accumulation


def test_so_many_of_one_kind_within_the_time_make_one_ground() -> None:
    rows = [minor(1, "2025-09-01"), minor(2, "2026-01-10"), minor(3, "2026-06-01")]
    assert said(found(BY_SEVERAL, rows)) == [("serious", 1, [1, 2, 3], "2026-06-01")]


def test_one_of_another_kind_or_of_none_is_one_too_few() -> None:
    rows = [minor(1, "2025-09-01"), minor(2, "2026-01-10")]
    assert found(BY_SEVERAL, [*rows, minor(3, "2026-06-01", "storage")]) == []
    assert found(BY_SEVERAL, [*rows, minor(3, "2026-06-01", None)]) == []
    assert found(BY_SEVERAL, [*rows, minor(3, "2026-06-01", adverse=False)]) == []
    assert found(BY_SEVERAL, [minor(n, "2026-01-01", None) for n in (1, 2, 3)]) == []


@pytest.mark.parametrize(("first", "met"), [("2025-06-01", False), ("2025-06-02", True)])
def test_the_time_is_counted_back_from_the_completing_record(first: str, met: bool) -> None:
    rows = [minor(1, first), minor(2, "2026-01-10"), minor(3, "2026-06-01")]
    assert bool(found(BY_SEVERAL, rows)) is met


def test_the_last_so_many_up_to_the_latest_completing_record_are_the_ground() -> None:
    rows = [minor(n, f"2026-0{n}-01") for n in (1, 2, 3, 4)]
    late = minor(9, "2026-06-01", "storage")
    assert said(found(BY_SEVERAL, [*rows, late])) == [("serious", 1, [2, 3, 4], "2026-04-01")]
    tied = [minor(n, "2026-01-01", known=KNOWN + 9 - n) for n in (1, 2, 3, 4)]
    assert said(found(BY_SEVERAL, tied)) == [("serious", 1, [1, 2, 3], "2026-01-01")]


def test_what_was_completed_longer_ago_than_the_list_lasts_proposes_nothing() -> None:
    short = lists(black("serious", accumulates("penalty", MINOR), lasts="6 months"))
    rows = [minor(1, "2025-10-01"), minor(2, "2025-11-01"), minor(3, "2025-12-30")]
    assert found(short, rows) == []
    rows[2] = minor(3, "2025-12-31")
    assert said(found(short, rows)) == [("serious", 1, [1, 2, 3], "2025-12-31")]


def test_each_kind_accumulates_by_itself_and_a_field_may_be_the_kind() -> None:
    by_code = lists(black("serious", accumulates("penalty", same="code", times=2)))
    rows = [record(n, "penalty", "2026-01-01", code=c) for n, c in enumerate("ababc")]
    assert said(found(by_code, rows)) == [
        ("serious", 1, [0, 2], "2026-01-01"),
        ("serious", 1, [1, 3], "2026-01-01"),
    ]
    by_number = lists(
        black("serious", accumulates("penalty", where("n", "at_least", 0), same="n", times=2))
    )
    rows = [record(i, "penalty", "2026-01-01", n=n) for i, n in enumerate([1, 1, 2])]
    assert said(found(by_number, rows)) == [("serious", 1, [0, 1], "2026-01-01")]


@pytest.mark.parametrize("values", [(5, 5, 6), (Day(2026, 1, 1), Day(2026, 1, 1), None), "aab"])
def test_a_field_that_is_only_compared_with_itself_may_be_of_any_kind(values: Any) -> None:
    both = lists(
        black("by-field", accumulates("penalty", same="x", times=2)),
        black("by-kind", accumulates("penalty", times=9)),
    )
    rows = [record(n, "penalty", "2026-01-01", x=x) for n, x in enumerate(values)]
    assert said(found(both, rows)) == [("by-field", 1, [0, 1], "2026-01-01")]
    assert found(both, [record(1, "penalty", "2026-01-01")]) == []


# One document, one adverse ground


def test_rf_8_one_document_makes_one_adverse_ground_in_the_order_of_the_file() -> None:
    both = lists(
        black("first", on_record("penalty", MINOR), on_record("other")),
        black(
            "second", on_record("penalty", SERIOUS), accumulates("penalty", same="kind", times=1)
        ),
        red("praised", on_record("penalty", SERIOUS)),
    )
    rows = [
        serious(1, document=5),
        minor(2, "2026-03-01", document=5),
        record(3, "other", "2026-02-01", document=5),
        serious(4, document=6, kind="k"),
    ]
    assert said(found(both, rows)) == [
        ("first", 1, [2], "2026-03-01"),
        ("second", 1, [4], "2026-01-01"),
        ("praised", 1, [1], "2026-01-01"),
        ("praised", 1, [4], "2026-01-01"),
    ]


def test_a_document_about_two_subjects_may_lead_to_a_ground_for_each() -> None:
    rows = [serious(1, document=5), serious(2, document=5, subject=2)]
    assert len(found(BY_RECORD, rows, who=(1, 2))) == 2


def test_records_without_a_document_are_each_their_own() -> None:
    rows = [serious(1, document=None), serious(2, document=None)]
    assert [g.documents for g in found(BY_RECORD, rows)] == [(), ()]


# Grades held


HELD = lists(red("good", grade_held("A", "3 months", "penalty", "warning")))


def test_a_grade_held_on_each_month_day_leads_to_a_red_list() -> None:
    assert said(found(HELD, [])) == [("good", 1, [], "2026-06-30")]
    assert found(HELD, [])[0].documents == ()


def test_the_grade_on_every_one_of_the_days_counts() -> None:
    on_days = month_days(AT.as_of, HELD.scheme.lists[0].enters_on[0].during)  # type: ignore[union-attr]
    assert [d.isoformat() for d in on_days] == [
        "2026-06-30",
        "2026-05-30",
        "2026-04-30",
        "2026-03-30",
    ]
    short = scheme(factor("slip", "slip", -20_000, within="20 days"), lists=HELD.scheme.lists)
    for day, held in (
        ("2026-03-30", False),
        ("2026-04-29", False),
        ("2026-03-31", True),
        ("2026-05-01", True),
    ):
        assert bool(found(in_force(short), [record(1, "slip", day)])) is held


@pytest.mark.parametrize(
    ("day", "held"), [("2026-03-30", True), ("2026-03-31", False), ("2026-07-01", True)]
)
def test_a_record_of_a_named_type_in_that_time_stands_against_it(day: str, held: bool) -> None:
    assert bool(found(HELD, [record(1, "warning", day)])) is held


def test_rf_16_a_doubtful_record_does_not_stand_against_a_red_list() -> None:
    assert len(found(HELD, [record(1, "warning", "2026-05-01")], doubts=[(1, KNOWN, None)])) == 1


def test_a_grade_is_held_only_while_the_scheme_is_in_force() -> None:
    later = lists(*HELD.scheme.lists)
    for start, held in ((Day(2026, 3, 30), True), (Day(2026, 3, 31), False)):
        made = InForce(
            Scheme(**{**_parts(later.scheme), "in_force": Days(start)}), later.public_since
        )
        assert bool(found(made, [])) is held


def _parts(of: Scheme) -> dict[str, Any]:
    return {name: getattr(of, name) for name in of.__dataclass_fields__}


def test_several_rules_ask_for_each_standing_once() -> None:
    several = lists(*(red(f"good-{n}", grade_held("A", "3 months")) for n in range(5)))
    asked: list[pa.Table] = []
    with engine([]) as made:

        def history(questions: pa.Table) -> pa.Table:
            asked.append(questions)
            return score(made, several, questions)

        assert len(grounds(made, several, AT, subjects(1, 2), history)) == 10
    assert [table.num_rows for table in asked] == [2, 6]


# A score decides nothing


def test_rf_6_permuting_all_points_leaves_every_black_ground_as_it_was() -> None:
    both = lists(
        black("serious", on_record("penalty", SERIOUS), accumulates("penalty", MINOR)),
        red("good", grade_held("A", "2 months")),
    )
    draw = random.Random(7)
    rows = [
        record(
            n,
            "penalty",
            Day(2025, draw.randrange(1, 13), draw.randrange(1, 29)),
            subject=draw.randrange(60),
            severity=draw.choice(["minor", "serious"]),
            kind=draw.choice(["a", "b"]),
        )
        for n in range(120)
    ]
    with engine(rows) as made:

        def permuted(questions: pa.Table) -> pa.Table:
            told = score(made, both, questions)
            grades = told.column("grade").to_pylist()
            random.Random(1).shuffle(grades)
            return told.set_column(4, "grade", pa.array(grades, pa.string()))

        everybody = subjects(*range(60))
        plain = grounds(made, both, AT, everybody)
        twin = grounds(made, both, AT, everybody, permuted)
    assert [g for g in plain if g.kind == "black"] == [g for g in twin if g.kind == "black"]
    assert [g for g in plain if g.kind == "red"] != [g for g in twin if g.kind == "red"]
    assert sum(g.kind == "black" for g in plain) > 20


def test_rf_6_a_black_list_on_a_grade_is_refused() -> None:
    wrong = lists(black("serious", grade_held("D", "3 months")))
    with pytest.raises(FloorRefusal, match=r"RF-6: .*serious.* is black: .* never on a grade"):
        found(wrong, [])


def test_grounds_come_in_one_order_whatever_the_order_of_rows_and_subjects() -> None:
    several = lists(
        red("praised", on_record("award")),
        black("serious", on_record("penalty", SERIOUS), accumulates("penalty", MINOR)),
    )
    rows = [serious(n, subject=n % 3) for n in range(12)]
    rows += [record(20 + n, "award", "2026-01-01", subject=n % 3) for n in range(6)]
    expected = found(several, rows, who=(0, 1, 2))
    assert len(expected) == 18
    for seed in range(3):
        random.Random(seed).shuffle(rows)
        assert found(several, rows, who=(2, 0, 1)) == expected
