"""From bytes to the nouns: what becomes of each word, and that nothing is passed over in silence."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable

import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import Day, Span
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import (
    ConstantPoints,
    Dated,
    Line,
    OnAccumulation,
    OnGradeHeld,
    OnRecord,
    RatedPoints,
    Scheme,
    SharePoints,
    TabledPoints,
)
from evenhand.sources.catalogue import Catalogue
from tests.conftest import ROOT

Read = Callable[[str], Scheme]
Told = Callable[[str], list[Finding]]


def with_points(text: str, points: str) -> str:
    """Give the one factor of the enterprises' scheme other points."""
    return text.replace(
        "points: {field: severity, table: {minor: -2, moderate: -6, serious: -20}}", points
    )


def test_the_head_of_a_file(read: Read, points: str) -> None:
    scheme = read(points)
    assert (scheme.scheme, scheme.version, scheme.kind) == ("town-points", "2026.1", "official")
    assert scheme.in_force.start == Day(2026, 3, 1)
    assert scheme.in_force.stop == Day(2030, 1, 1)  # the file says the last day
    assert scheme.scale.ceiling == Dated.always(200_000)
    assert scheme.digest == hashlib.sha256(points.encode()).hexdigest()


def test_a_version_stays_the_text_that_it_is(read: Read, points: str) -> None:
    assert read(points.replace('"2026.1"', "2021.10")).version == "2021.10"


def test_reading_twice_gives_equal_schemes_and_places_do_not_count(
    read: Read, points: str, catalogue: Catalogue
) -> None:
    other = read_scheme(points.encode(), "elsewhere.yaml", catalogue)
    assert read(points) == other
    assert hash(read(points)) == hash(other)


def test_each_part_knows_its_line(read: Read, points: str) -> None:
    scheme = read(points)
    lines = points.splitlines()
    for factor in scheme.factors:
        assert f"factor: {factor.factor}" in lines[factor.line.line - 1]
    assert "over_limit_percent" in lines[scheme.factors[1].where[0].line.line - 1]
    assert scheme.origin.at("factors", 0, "no such key") == scheme.factors[0].line
    assert scheme.origin.at("nowhere") == Line(3, 1)


@pytest.mark.parametrize(
    ("said", "thousandths"),
    [("5", 5000), ("-1", -1000), ("+2", 2000), ("0.5", 500), ("-0.125", -125), ("2.500", 2500)],
)
def test_points_become_thousandths(read: Read, points: str, said: str, thousandths: int) -> None:
    scheme = read(points.replace("points: 5", f"points: {said}"))
    assert scheme.factors[0].points == ConstantPoints(Dated.always(thousandths))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("five", '"five" is not a number.'),
        ("1e3", '"1e3" is not a number.'),
        (".5", '".5" is not a number.'),
        ("٥", '"٥" is not a number.'),
        ("1,000", '"1,000" is not a number.'),
        ("0.0005", '"0.0005" has more than three decimals.'),
        ("1000001", "1000001 is out of range. Allowed: -1000000 – 1000000."),
        ('""', '"" is not a number.'),
        ("[5]", '"[…]" does not have the right form.'),
        ("{2026-01-01: x}", '"x" is not a number.'),
        ("{soon: 5}", '"soon" is not a day.'),
        ("{2027-01-01: 5, 2026-01-01: 3}", "are not in order, earliest first"),
    ],
)
def test_points_that_are_no_points_are_refused(
    told: Told, points: str, said: str, words: str
) -> None:
    findings = told(points.replace("points: 5", f"points: {said}"))
    assert any(words in finding.sentence("en") for finding in findings)


def test_a_history_of_points(read: Read, points: str) -> None:
    scheme = read(points.replace("points: 5", "points: {2019-01-01: 3, 2021-07-01: 5}"))
    assert isinstance(scheme.factors[0].points, ConstantPoints)
    dated = scheme.factors[0].points.points
    assert dated.on(dt.date(2021, 6, 30)) == 3000
    assert dated.on(dt.date(2021, 7, 1)) == 5000
    with pytest.raises(ValueError, match="no value on 2018-12-31"):
        dated.on(dt.date(2018, 12, 31))


def test_rated_points_know_whether_the_field_is_an_amount(read: Read, compliance: str) -> None:
    of_amount = read(with_points(compliance, "points: {field: amount, times: -0.001}"))
    assert of_amount.factors[0].points == RatedPoints("amount", Dated.always(-1), amount=True)


def test_shares_and_tables(read: Read, catalogue: Catalogue) -> None:
    text = (ROOT / "tests" / "good" / "schemes" / "values-with-a-history.yaml").read_text()
    share = read(text).factors[0].points
    assert isinstance(share, SharePoints)
    assert (share.share, share.of, share.full_from, share.minimum) == ("in_time", "due", 950, 20)
    tabled = read(
        text.replace(
            "{field: cases, times: 0.125}", "{field: cases, table: {0: 1, 2: 4}, otherwise: 2}"
        )
    ).factors[1]
    assert isinstance(tabled.points, TabledPoints)
    assert [value for value, _ in tabled.points.table] == [0, 2]
    assert tabled.points.otherwise == Dated.always(2000)


def test_a_share_is_full_at_one_and_needs_one_case_where_the_file_does_not_say(read: Read) -> None:
    text = (ROOT / "tests" / "good" / "schemes" / "values-with-a-history.yaml").read_text()
    share = read(text.replace(", full_from: 0.95, minimum: 20", "")).factors[0].points
    assert isinstance(share, SharePoints)
    assert (share.full_from, share.minimum) == (1000, 1)


def test_conditions_are_typed_by_the_catalogue(read: Read, compliance: str) -> None:
    text = compliance.replace(
        "    within: 24 months\n    at_most",
        "    where: {amount: {at_least: 1000.5, less_than: 5000}, severity: [minor, serious],"
        " violation_kind: {is: hygiene}}\n    within: 24 months\n    at_most",
    )
    conditions = read(text).factors[0].where
    assert [(c.field, c.test, c.values) for c in conditions] == [
        ("amount", "at_least", (1_000_500,)),
        ("amount", "less_than", (5_000_000,)),
        ("severity", "one_of", ("minor", "serious")),
        ("kind", "is", ("hygiene",)),
    ]


def test_flags_and_days_in_conditions(read: Read, told: Told) -> None:
    text = (ROOT / "tests" / "good" / "schemes" / "values-with-a-history.yaml").read_text()
    flagged = text.replace("unless: {channel: other,", "unless: {severity_marked: false,")
    assert read(flagged).factors[0].unless[0].values == (False,)
    findings = told(text.replace("unless: {channel: other,", "unless: {severity_marked: no,"))
    assert '"no" is no value of "severity_marked"' in findings[0].sentence("en")


def test_lists(read: Read, compliance: str) -> None:
    serious, good = read(compliance).lists
    assert isinstance(serious.enters_on[0], OnRecord)
    accumulation = serious.enters_on[1]
    assert isinstance(accumulation, OnAccumulation)
    assert (accumulation.same, accumulation.times) == ("kind", 3)
    held = good.enters_on[0]
    assert isinstance(held, OnGradeHeld)
    assert held.during == Span(12, "month")
    assert (serious.objection_days, serious.visibility, serious.decided_by) == (15, "public", None)


def test_what_a_list_says_when_the_file_does_not(read: Read, compliance: str) -> None:
    text = compliance.replace("    lasts: 12 months\n", "").replace("    objection: 15\n", "")
    text = text.replace(
        "    repair: {after", "    decided_by: linhe-market-bureau\n    repair: {after"
    )
    serious, good = read(text).lists
    assert good.lasts == Span(12, "month")
    assert serious.objection_days == 15
    assert serious.decided_by == "linhe-market-bureau"


def test_direct_grades(read: Read, compliance: str) -> None:
    text = compliance.replace(
        "lists:\n",
        "direct_grades:\n"
        "  - {grade: not_graded, when: {record: enterprise_registration, where: {status: revoked},"
        " within: 36 months, of: latest}, reason: {zh: 吊销, en: Revoked}}\n"
        "  - {grade: B, when: {record: food_safety_penalty, within: 12 months},"
        " reason: {zh: 处罚, en: Penalty}}\n"
        "lists:\n",
        1,
    )
    ungraded, down = read(text).direct
    assert (ungraded.grade, ungraded.looks[0].of) == (None, "latest")
    assert (down.grade, down.looks[0].of, down.looks[0].where) == ("B", "any", ())


def test_no_band_may_be_called_not_graded(told: Told, compliance: str) -> None:
    findings = told(compliance.replace("{grade: A, from: 90}", "{grade: not_graded, from: 90}"))
    assert any('"not_graded" cannot stand here' in f.sentence("en") for f in findings)


def test_examples(read: Read, compliance: str) -> None:
    first = read(compliance).examples[0]
    assert (first.points, first.grade, first.proposes) == (80_000, "B", ("food-serious",))
    assert first.records[0].cites == "《食品安全法》第一百二十四条第一款"
    with_document = compliance.replace(
        "{on: 2027-03-10, cites: 《食品安全法》第一百二十四条第一款}",
        '{on: 2027-03-10, document: "7", amount: 1200.5}',
        1,
    )
    record = read(with_document).examples[0].records[0]
    assert (record.document, record.fields) == ("7", (("amount", 1_200_500),))


def test_everything_wrong_is_told_at_once_and_in_order(told: Told, points: str) -> None:
    text = (
        points.replace("title: {zh: 小镇积分, en: Town points}", "title: {zh: 小镇积分}")
        .replace("counts: speeding_decision", "counts: speding_decision")
        .replace("points: 5", "points: five")
        .replace("needs: {grade: silver}", "needs: {grade: silber}")
        .replace("at_least: 20", "at_lest: 20")
    )
    findings = told(text)
    assert [f.kind.code for f in findings] == [
        "E-SCH-01",
        "E-SCH-06",
        "E-FLOOR-41",
        "E-SCH-02",
        "E-SCH-22",
    ]
    assert [f.place for f in findings] == sorted(f.place for f in findings)
    assert 'The nearest is "speeding_decision"' in findings[2].sentence("en")
    assert 'The nearest is "silver"' in findings[4].sentence("en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The file is empty."),
        ("scheme: &a town\nversion: *a\n", "Anchors and references are not allowed"),
        ("scheme: town\nscheme: village\n", 'The key "scheme" is there twice'),
        ("- scheme\n", "It should look like {…: …}."),
        ("scheme: [town\n", "This is not YAML"),
    ],
)
def test_a_file_that_is_no_strict_yaml_is_a_refused_scheme(
    text: str, words: str, catalogue: Catalogue
) -> None:
    with pytest.raises(SchemeRefused) as refused:
        read_scheme(text.encode(), "town.yaml", catalogue)
    assert any(words in f.sentence("en") for f in refused.value.findings)


def test_a_refusal_counts_what_is_wrong_in_both_languages(read: Read, points: str) -> None:
    with pytest.raises(SchemeRefused) as refused:
        read(points.replace("points: 5", "points: five"))
    assert (
        refused.value.said_in("en")
        == 'The scheme "town.yaml" is refused; one thing is wrong with it.'
    )
    assert "发现 1 个问题" in refused.value.said_in("zh")
    assert refused.value.exit_code == 2
