"""Proofs about organisations: bands, ends, proportion, lists, one event once."""

from __future__ import annotations

from collections.abc import Callable

from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import ONE_DAY
from evenhand.schemes.prove import findings_of, prove, publishable
from evenhand.schemes.scheme import Scheme
from evenhand.sources.catalogue import Catalogue
from tests.unit.schemes.proving import claims, plan, shown_in

Read = Callable[[str], Scheme]

TABLE = "{field: severity, table: {minor: -2, moderate: -6, serious: -20}}"


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_everything_is_proved_of_a_good_scheme(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    every_row = "{field: severity, table: {minor: -2, moderate: -6, serious: -20}}"
    verdicts = prove(read(changed(compliance, TABLE, every_row)), catalogue, {})
    assert publishable(verdicts)
    assert [f.kind.code for f in findings_of(verdicts) if f.kind.weight == "stops"] == []
    by_rule = {verdict.rule: verdict for verdict in verdicts}
    assert "cases.deciding.decide" in by_rule["RF-6"].places
    assert {c.outcome for v in verdicts for c in v.claims} == {"proved"}


def test_a_gap_below_the_first_band_is_shown(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    broken = read(changed(compliance, "{grade: B, from: 0}", "{grade: B, from: 85}"))
    shown = shown_in(claims(broken, catalogue)["bands-whole"])
    [got] = plan(broken, catalogue, (shown, shown.records))
    assert got.points is not None
    assert got.points < 85_000
    assert got.grade == "not_graded"


def test_a_milder_record_that_costs_more_is_shown(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    broken = read(changed(compliance, TABLE, "{field: severity, table: {minor: -20, serious: -2}}"))
    claim = claims(broken, catalogue)["milder-never-worse"]
    shown = shown_in(claim)
    assert shown.more is not None
    harsh, mild = plan(broken, catalogue, (shown, shown.records), (shown, shown.more))
    assert mild.points is not None
    assert harsh.points is not None
    assert mild.points < harsh.points
    assert claim.findings[0].kind.code == "E-PROVE-08"


def test_a_table_that_forgets_the_middle_is_shown(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    small = read(changed(compliance, "moderate: -6, ", ""))
    shown = shown_in(claims(small, catalogue)["milder-never-worse"])
    assert shown.more is not None
    moderate, minor = plan(small, catalogue, (shown, shown.records), (shown, shown.more))
    assert (moderate.points, minor.points) == (100_000, 98_000)


def test_points_that_never_lapse_are_shown_on_the_oldest_record(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    broken = read(changed(compliance, "    within: 24 months\n", ""))
    claim = claims(broken, catalogue)["contributions-end"]
    shown = shown_in(claim)
    assert shown.on - shown.records[0].on > 3 * 365 * ONE_DAY
    old, clear = plan(broken, catalogue, (shown, shown.records), (shown, ()))
    assert old.points is not None
    assert clear.points is not None
    assert old.points < clear.points
    assert claim.findings[0].sentence("en").endswith("has no end.")


def test_a_minor_record_that_leads_to_a_black_list_is_shown(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    broken = read(
        changed(
            compliance,
            "{record: food_safety_penalty, where: {severity: serious}}",
            "{record: food_safety_penalty, where: {severity: [minor, serious]}}",
        )
    )
    shown = shown_in(claims(broken, catalogue)["entries-in-proportion"])
    assert len(shown.records) == 1
    [got] = plan(broken, catalogue, (shown, shown.records))
    assert got.proposes == ("food-serious",)


def test_two_minor_records_that_lead_to_a_black_list_are_shown(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    broken = read(changed(compliance, "times: 3", "times: 2"))
    shown = shown_in(claims(broken, catalogue)["entries-in-proportion"])
    assert len(shown.records) == 2
    [got] = plan(broken, catalogue, (shown, shown.records))
    assert got.proposes == ("food-serious",)


def test_an_entry_of_four_years_is_refused(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    broken = read(changed(compliance, "lasts: 36 months", "lasts: 48 months"))
    claim = claims(broken, catalogue)["entries-end"]
    assert claim.outcome == "refuted"
    assert claim.means == "arithmetic"
    assert claim.findings[0].sentence("en") == (
        'An entry on the list "food-serious" still stands after 36 months.'
    )


TWICE = """  - factor: food-again
    title: {zh: 食品处罚再计, en: Food penalty again}
    counts: food_safety_penalty
    where: {severity: %s}
    points: -5
    within: 12 months
    article: "3"
grades:
"""


def test_one_event_under_two_factors_is_shown_with_both_lines(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    broken = read(changed(compliance, "grades:\n", TWICE % "serious"))
    claim = claims(broken, catalogue)["counted-once"]
    shown = shown_in(claim)
    first = next(f for f in broken.factors if f.factor == "food")
    assert dict(claim.findings[0].values)["line"] == str(first.line.line)
    [got] = plan(broken, catalogue, (shown, shown.records))
    assert got.points == 75_000
    assert not publishable(prove(broken, catalogue, {}))


def test_factors_that_are_apart_by_their_conditions_are_proved_apart(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    parted = changed(compliance, f"points: {TABLE}", "where: {severity: minor}\n    points: -2")
    found = claims(read(changed(parted, "grades:\n", TWICE % "serious")), catalogue)
    assert found["counted-once"].outcome == "proved"


def test_conditions_that_contradict_are_refused(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    never = "where: {amount: {at_least: 20, less_than: 10}}\n    points: -2"
    claim = claims(read(changed(compliance, f"points: {TABLE}", never)), catalogue)[
        "rules-can-be-met"
    ]
    assert claim.outcome == "refuted"
    assert claim.findings[0].sentence("en") == 'No record can meet the conditions of "food".'


def test_a_severity_that_no_article_has_today_is_no_idle_row(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    """Articles are added to a catalogue; without the row a new one would count for nothing."""
    equipment = changed(
        compliance, "counts: food_safety_penalty", "counts: special_equipment_penalty"
    )
    assert "moderate" in equipment
    assert {
        a.severity for a in catalogue.types[RecordType("special_equipment_penalty")].articles
    } == {
        "minor",
        "serious",
    }
    claim = claims(read(equipment), catalogue)["rules-can-be-met"]
    assert [f.kind.code for f in claim.findings] == []


def test_a_row_that_its_own_rule_shuts_out_is_told(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    shut = changed(
        compliance, f"points: {TABLE}", f"where: {{severity: serious}}\n    points: {TABLE}"
    )
    claim = claims(read(shut), catalogue)["rules-can-be-met"]
    assert claim.outcome == "proved"
    assert [dict(f.values)["row"] for f in claim.findings] == ["minor", "moderate"]
    assert {f.kind.code for f in claim.findings} == {"W-PROVE-12"}


def test_a_band_beyond_the_ceiling_is_told(
    compliance: str, read: Read, catalogue: Catalogue
) -> None:
    high = changed(
        compliance,
        "  - {grade: A, from: 90}\n",
        "  - {grade: A, from: 90}\n  - {grade: AA, from: 121}\n",
    )
    claim = claims(read(high), catalogue)["bands-whole"]
    assert claim.outcome == "proved"
    assert [f.kind.code for f in claim.findings] == ["W-PROVE-13"]
