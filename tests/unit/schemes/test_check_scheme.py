"""Does a scheme hang together: days, numbers, bands, windows, totals, worked examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import Day, Span
from evenhand.schemes.check import accept
from evenhand.schemes.check_scale import longer
from evenhand.schemes.reach import greatest_points, is_adverse
from evenhand.schemes.scheme import Scheme
from evenhand.sources.catalogue import Catalogue

Read = Callable[[str], Scheme]
Told = Callable[[str], list[Finding]]
SERIOUS = "《食品安全法》第一百二十四条第一款"
MINOR = "《食品安全法》第一百二十五条第二款"


def codes(findings: list[Finding]) -> list[str]:
    return [finding.kind.code for finding in findings]


def test_the_two_small_schemes_are_accepted(
    read: Read, points: str, compliance: str, catalogue: Catalogue
) -> None:
    assert accept(read(points), catalogue) == ()
    assert accept(read(compliance), catalogue) == ()


def test_a_warning_does_not_refuse(read: Read, points: str, catalogue: Catalogue) -> None:
    text = points.replace("within: 24 months", "within: 40 months").replace(
        "{name: an old donation, on: 2028-06-30", "{name: an old donation, on: 2029-10-31"
    )
    (warning,) = accept(read(text), catalogue)
    assert warning.kind.code == "W-SCH-39"
    assert '"40 months" is longer than the retention' in warning.sentence("en")


def test_what_stops_refuses_with_everything_that_is_found(
    read: Read, points: str, catalogue: Catalogue
) -> None:
    text = points.replace("within: 12 months", "within: 5 years").replace("opt_in", "by_law")
    with pytest.raises(SchemeRefused) as refused:
        accept(read(text), catalogue)
    assert codes(list(refused.value.findings)) == ["E-FLOOR-11", "E-SCH-45", "W-SCH-39"]


@pytest.mark.parametrize(
    ("span", "months", "expected"),
    [
        ("36 months", 36, False),
        ("37 months", 36, True),
        ("3 years", 36, False),
        ("1095 days", 36, False),
        ("1096 days", 36, True),
        ("31 days", 1, True),
        ("28 days", 1, False),
    ],
)
def test_longer_than_months_wherever_it_starts(span: str, months: int, expected: bool) -> None:
    assert longer(Span.parse(span), months) is expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2026-01-29", []),  # 31 days before 1 March
        ("2026-01-30", []),  # exactly 30
        ("2026-01-31", ["E-FLOOR-131"]),
        ("2026-03-01", ["E-FLOOR-131"]),
        ("2026-03-02", ["E-SCH-30"]),
    ],
)
def test_thirty_days_between_publication_and_the_first_day(
    told: Told, points: str, published: str, expected: list[str]
) -> None:
    assert codes(told(points.replace("2026-01-05", published))) == expected


def test_bands_need_no_floor_where_nothing_can_fall(told: Told, points: str) -> None:
    text = points.replace("floor: 100,", "").replace("points: -1", "points: 1")
    assert "E-SCH-33" not in codes(told(text))
    assert "E-SCH-33" in codes(told(points.replace("floor: 100,", "")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("points: 5\n", "points: 5\n    counting: latest\n"),  # one record: at most its own points
        ("points: 5\n", "points: 5\n    at_most: {in_all: 5}\n"),
    ],
)
def test_a_total_that_adds_up(told: Told, points: str, old: str, new: str) -> None:
    text = points.replace(old, new, 1).replace(
        "grades:\n",
        "totals:\n  - {total: all, title: {zh: 合计, en: All}, of: [donation, speeding],"
        " adds_up_to: 5}\ngrades:\n",
        1,
    )
    assert codes(told(text)) == []
    assert codes(told(text.replace("adds_up_to: 5", "adds_up_to: 6"))) == ["E-SCH-36"]


def test_a_yearly_cap_holds_in_every_year_that_the_window_touches(read: Read, points: str) -> None:
    on = Day(2026, 3, 1)
    donation, speeding = read(
        points.replace("points: 5\n", "points: 5\n    at_most: {per_year: 5}\n")
    ).factors
    assert greatest_points(donation, on) == 15_000  # a window of 24 months touches three years
    assert greatest_points(speeding, on) == 0
    assert greatest_points(read(points).factors[0], on) is None


def test_what_counts_against_somebody_depends_on_what_is_better(read: Read, points: str) -> None:
    scheme = read(points)
    assert [is_adverse(f, scheme.scale) for f in scheme.factors] == [False, True]
    lower = read(points.replace("ceiling: 200}", "ceiling: 200, better: lower}"))
    assert [is_adverse(f, lower.scale) for f in lower.factors] == [True, False]


def only_examples(text: str, *examples: str) -> str:
    return text[: text.index("examples:")] + "examples:\n" + "".join(f"  - {e}\n" for e in examples)


@pytest.mark.parametrize(
    ("on", "record", "shows"),
    [
        ("2027-06-30", "{on: 2027-06-30}", "E-SCH-43"),  # on the day asked about
        ("2027-06-30", "{on: 2025-07-01}", "E-SCH-43"),  # the first day of the window
        ("2027-06-30", "{on: 2027-07-01}", "E-SCH-44"),  # the day after
        ("2027-06-30", "{on: 2025-06-30}", "E-SCH-45"),  # the last day before the window
    ],
)
def test_which_example_shows_what_is_read_from_its_records(
    told: Told, points: str, on: str, record: str, shows: str
) -> None:
    example = (
        f"{{name: one, on: {on}, records: [{{blood_donation_certificate: {record}}}],"
        " gives: {score: 100}}"
    )
    missing = [
        f.kind.code
        for f in told(only_examples(points, example))
        if ("read", "donation") in f.values
    ]
    assert shows not in missing
    assert sorted([*missing, shows]) == ["E-SCH-43", "E-SCH-44", "E-SCH-45"]


def test_a_near_miss_beside_a_record_that_counts_shows_nothing(told: Told, points: str) -> None:
    example = (
        "{name: both, on: 2027-06-30, records: [{speeding_decision: {on: 2027-03-10,"
        " over_limit_percent: 20}}, {speeding_decision: {on: 2027-03-11, over_limit_percent: 5}}],"
        " gives: {score: 100}}"
    )
    found = told(only_examples(points, example))
    missing = [f.kind.code for f in found if ("read", "speeding") in f.values]
    assert missing == ["E-SCH-44", "E-SCH-45"]


def test_an_example_that_states_no_score_shows_no_factor(told: Told, points: str) -> None:
    text = points.replace("gives: {score: 105}", "gives: {grade: base}")
    text = text.replace("gives: {score: 104}", "gives: {grade: base}")
    assert codes(told(text)) == ["E-SCH-43", "E-SCH-43"]


def test_a_factor_without_a_window_needs_no_example_after_it(told: Told, points: str) -> None:
    text = points.replace("    within: 24 months\n", "").replace(
        "  - {name: an old donation, on: 2028-06-30, records: [{blood_donation_certificate:"
        " {on: 2026-06-30}}], gives: {score: 100}}\n",
        "",
    )
    assert codes(told(text)) == []


def test_a_record_that_is_excused_is_a_near_miss(told: Told, points: str) -> None:
    text = points.replace(
        "    where: {over_limit_percent: {at_least: 20}}\n",
        "    unless: {over_limit_percent: {less_than: 20}}\n",
    )
    assert codes(told(text)) == []


def penalties(article: str, *days: str) -> str:
    """The records of an example: one food safety penalty a day, all by one article."""
    return ", ".join(f"{{food_safety_penalty: {{on: {day}, cites: {article}}}}}" for day in days)


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        (penalties(SERIOUS, "2027-03-10"), []),
        (penalties(SERIOUS, "2027-07-10"), ["E-SCH-46"]),
        (penalties(MINOR, "2027-03-10"), ["E-SCH-46"]),
        (penalties(MINOR, "2027-01-10", "2027-02-10", "2027-03-10"), []),
        (penalties(MINOR, "2026-06-30", "2027-02-10", "2027-03-10"), ["E-SCH-46"]),
    ],
)
def test_an_example_enters_a_list_only_with_records_that_meet_a_rule(
    told: Told, compliance: str, records: str, missing: list[str]
) -> None:
    first = compliance.index("  - {name: a serious penalty")
    second = compliance.index("  - {name: a penalty tomorrow")
    example = (
        f"  - {{name: listed, on: 2027-06-30, records: [{records}],"
        " gives: {proposes: [food-serious]}}\n"
    )
    text = compliance[:first] + example + compliance[second:]
    found = [f.kind.code for f in told(text) if ("read", "food-serious") in f.values]
    assert found == missing


def test_a_reproduction_needs_no_set_of_examples(told: Told, points: str) -> None:
    text = points[: points.index("examples:")].replace(
        "subjects: resident", "kind: reproduction\nsubjects: resident"
    )
    assert codes(told(text)) == []
