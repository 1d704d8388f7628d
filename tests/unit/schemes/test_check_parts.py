"""Parts of factors and what follows from points: what fits is accepted, what just does not is refused.

Whole files that must be refused stand in ``tests/bad/schemes``; here the border is looked at.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.findings import Finding
from evenhand.schemes.check import accept
from evenhand.schemes.scheme import Scheme
from evenhand.sources.catalogue import Catalogue
from tests.unit.schemes.conftest import GOOD

Read = Callable[[str], Scheme]
Told = Callable[[str], list[Finding]]
FOOD = "    within: 24 months\n    at_most: {per_year: 40}\n"
FORCE = "published: 2026-01-05\nin_force: {from: 2026-03-01, until: 2029-12-31}"
STAGES = """stages:
  taken_by: supervision_step
  field: step
  steps:
    - {stage: reminded, title: {zh: 提醒, en: Reminded}, from: 90, reduced_to: 80}
    - {stage: warned, title: {zh: 警告, en: Warned}, from: 60, reduced_to: 50}
    - {stage: closed, title: {zh: 停业, en: Closed}, from: 40}
"""
CEILING = """ceilings:
  - not_above: B
    when: {record: enterprise_registration, where: {status: active}, fewer_than: 1}
    reason: {zh: 登记不满, en: Not yet registered}
"""
LATE = """  - factor: faults
    title: {zh: 问题, en: Faults}
    counts: routine_inspection
    points: -1
    since: final
    within: 60 months
    article: "9"
grades:
"""


def codes(findings: list[Finding]) -> list[str]:
    """What was found, apart from examples, which these small changes do not carry."""
    return [f.kind.code for f in findings if not f.kind.code.startswith("E-SCH-4")]


def put(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("[{to: 6 months, times: 3}, {to: 24 months, times: 1}]", []),
        ("[{to: 6 months, times: 3}, {to: 2 years, times: 1}]", []),
        ("[{to: 6 months, times: 3}, {to: 6 months, times: 1}]", ["E-SCH-50"]),
        ("[{to: 12 months, times: 3}, {to: 1 year, times: 1}]", ["E-SCH-50"]),
        ("[{to: 6 months, times: 3}, {to: 25 months, times: 1}]", ["E-SCH-51"]),
        ("[{to: 730 days, times: 1}]", []),
        ("[{to: 732 days, times: 1}]", ["E-SCH-51"]),
    ],
)
def test_steps_of_fading(told: Told, compliance: str, steps: str, expected: list[str]) -> None:
    text = put(compliance, FOOD, FOOD + f"    fade: {{steps: {steps}}}\n")
    assert codes(told(text)) == expected


@pytest.mark.parametrize(
    ("gives_back", "expected"),
    [
        (
            "{to: 30 days, share: 0.8}, {to: year_end, share: 0.4}, {to: next_year_end, share: 0.2}",
            [],
        ),
        ("{to: 30 days, share: 0.8}, {to: 3 months, share: 0.8}", ["E-SCH-58"]),
        ("{to: 3 months, share: 0.8}, {to: 30 days, share: 0.4}", ["E-SCH-58"]),
        ("{to: next_year_end, share: 0.8}, {to: year_end, share: 0.4}", ["E-SCH-58"]),
        ("{to: year_end, share: 0.8}, {to: 30 days, share: 0.4}", []),  # of a wrong in December
    ],
)
def test_what_mending_gives_back(
    told: Told, compliance: str, gives_back: str, expected: list[str]
) -> None:
    mended = f"    mended: {{by: penalty_performed, gives_back: [{gives_back}]}}\n"
    assert codes(told(put(compliance, FOOD, FOOD + mended))) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("reduced_to: 80", "reduced_to: 61", []),
        ("reduced_to: 80", "reduced_to: 60", ["E-SCH-65"]),  # the next stage
        ("reduced_to: 80", "reduced_to: 91", ["E-SCH-65"]),  # no stage
        ("from: 60", "from: 90", ["E-SCH-65", "E-SCH-63"]),
        ("from: 90", "from: 99.999", []),
        ("from: 90", "from: 100", ["E-SCH-64"]),
    ],
)
def test_stages(told: Told, compliance: str, old: str, new: str, expected: list[str]) -> None:
    text = put(compliance, "grades:\n", STAGES.replace(old, new, 1) + "grades:\n")
    assert codes(told(text)) == expected


def test_stages_where_lower_is_better(told: Told, compliance: str) -> None:
    """The order of the German driver points: cut to 5 in the first stage, to 7 in the second."""
    text = put(
        compliance, "score: {base: 100, floor: 0, ceiling: 120}", "score: {base: 0, better: lower}"
    )
    text = put(
        text,
        "points: {field: severity, table: {minor: -2, moderate: -6, serious: -20}}",
        "points: 1",
    )
    stages = STAGES.replace("from: 90, reduced_to: 80", "from: 4, reduced_to: 5")
    stages = stages.replace("from: 60, reduced_to: 50", "from: 6, reduced_to: 7")
    text = put(text, "grades:\n", stages.replace("from: 40", "from: 8") + "grades:\n")
    assert codes(told(text)) == []
    assert codes(told(put(text, "reduced_to: 5", "reduced_to: 3"))) == ["E-SCH-65"]
    assert codes(told(put(text, "from: 4,", "from: 0,"))) == ["E-SCH-64"]


@pytest.mark.parametrize(
    ("needs", "expected"),
    [
        ("{each_of: [food], at_least: -20}", []),
        ("{each_of: [food], at_least: 0}", []),
        ("{each_of: [food], at_least: 0.001}", ["E-SCH-67"]),
        ("{each_of: [food], at_most: -120}", []),  # 40 in each of the three years of the window
        ("{each_of: [food], at_most: -120.001}", ["E-SCH-67"]),
        ("{each_of: [food]}", ["E-SCH-68"]),
    ],
)
def test_what_a_band_needs(told: Told, compliance: str, needs: str, expected: list[str]) -> None:
    text = put(compliance, "{grade: A, from: 90}", f"{{grade: A, from: 90, needs: {needs}}}")
    assert codes(told(text)) == expected


def test_peers_with_exposure_have_bands_of_percentiles(told: Told, compliance: str) -> None:
    scale = """score:
  base: 100
  exposure: {record: routine_inspection, within: 24 months, minimum: 3}
  peers: {starts: [3, 6], minimum: 5}
"""
    text = put(compliance, "score: {base: 100, floor: 0, ceiling: 120}\n", scale)
    assert codes(told(text)) == []  # no band lies below the lowest percentile
    assert codes(told(put(text, "from: 0}", "from: 1}"))) == ["E-SCH-33"]
    assert codes(told(put(text, "from: 90}", "from: 100.5}"))) == ["E-SCH-62"]
    assert codes(told(put(text, "[3, 6]", "[6, 6]"))) == ["E-SCH-61"]


def test_a_ceiling_for_a_lack_of_records_ends_with_a_record(told: Told, compliance: str) -> None:
    """RF-12: not A in the first years keeps nobody down for ever; a record without a window would."""
    text = put(compliance, "grades_purposes:", CEILING + "grades_purposes:")
    assert codes(told(text)) == []
    (finding,) = told(put(text, ", fewer_than: 1", ""))
    assert finding.kind.floor == "RF-12"
    assert finding.sentence("en") == 'The ceiling "not above B" has no window.'


def test_a_window_from_a_later_day_is_within_the_retention(told: Told, compliance: str) -> None:
    text = put(compliance, "grades:\n", LATE)
    assert codes(told(text)) == []
    assert codes(told(put(text, "60 months", "61 months"))) == ["E-FLOOR-126"]
    in_favour = put(put(text, "60 months", "61 months"), "points: -1\n", "points: 1\n")
    assert codes(told(in_favour)) == ["W-SCH-39"]


@pytest.mark.parametrize(
    ("published", "force", "expected"),
    [
        ("2026-03-01", "{from: 2026-03-01, until: 2026-08-27}", []),  # 180 days, both counted
        ("2026-03-01", "{from: 2026-03-01, until: 2026-08-28}", ["E-FLOOR-133"]),
        ("2026-03-01", "{from: 2026-03-01}", ["E-FLOOR-132"]),
        ("2026-03-02", "{from: 2026-03-01, until: 2026-08-27}", ["E-SCH-30"]),
        ("2024-01-01", "{from: 2024-01-01, until: 2024-06-28}", []),  # over a leap day
        ("2024-01-01", "{from: 2024-01-01, until: 2024-06-29}", ["E-FLOOR-133"]),
    ],
)
def test_an_emergency_may_start_at_once_and_ends_within_180_days(
    told: Told, points: str, published: str, force: str, expected: list[str]
) -> None:
    emergency = f"published: {published}\nin_force: {force}\nemergency: true"
    assert codes(told(put(points, FORCE, emergency))) == expected


def test_the_same_without_an_emergency_waits_30_days(told: Told, points: str) -> None:
    text = put(
        points, FORCE, "published: 2026-03-01\nin_force: {from: 2026-03-01, until: 2026-08-27}"
    )
    assert codes(told(text)) == ["E-FLOOR-131"]
    assert codes(told(text + "emergency: false\n")) == ["E-FLOOR-131"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("{2019-01-01: 5}", []),
        ("{2019-01-01: 5, 2027-01-01: {is: 6, article: No. 3}}", []),
        ("{2019-01-01: 5, 2027-01-01: 6}", ["W-SCH-48"]),
        ("{2019-01-01: {is: 5, article: No. 1}, 2027-01-01: 6}", ["W-SCH-48"]),
    ],
)
def test_a_change_of_a_number_names_its_article(
    told: Told, points: str, number: str, expected: list[str]
) -> None:
    text = put(points, "    points: 5\n", f"    points: {number}\n")
    assert codes(told(text)) == expected
    assert codes(told(put(text, "subjects:", "kind: reproduction\nsubjects:"))) == []


def test_a_framework_owes_no_examples_and_scores_nobody(
    read: Read, told: Told, compliance: str, catalogue: Catalogue
) -> None:
    text = put(
        compliance[: compliance.index("examples:")], "subjects:", "kind: framework\nsubjects:"
    )
    assert told(text) == []
    with pytest.raises(SchemeRefused) as refused:
        accept(read(text), catalogue)
    (finding,) = refused.value.findings
    assert finding.sentence("en") == '"town-compliance" is a framework; nobody is scored by it.'


def test_a_framework_keeps_the_floor(told: Told, compliance: str) -> None:
    """RF-8: what local schemes may narrow does not begin below the floor."""
    text = put(compliance, "subjects:", "kind: framework\nsubjects:").replace(
        "times: 3", "times: 2"
    )
    assert codes(told(text)) == ["E-FLOOR-84"]


@pytest.mark.parametrize(
    ("record", "shows"),
    [
        ("{on: 2027-01-10, final: 2027-06-30}", "E-SCH-43"),  # counts from the day it became final
        (
            "{on: 2022-06-29, final: 2022-07-01}",
            "E-SCH-43",
        ),  # the event long before, the day inside
        ("{on: 2027-01-10, final: 2027-07-01}", "E-SCH-44"),  # not final yet
        ("{on: 2027-01-10}", "E-SCH-44"),  # never final
        ("{on: 2022-06-29, final: 2022-06-30}", "E-SCH-45"),
    ],
)
def test_examples_show_a_factor_by_its_own_day(
    told: Told, compliance: str, record: str, shows: str
) -> None:
    example = (
        "examples:\n  - {name: late, on: 2027-06-30, records: [{routine_inspection: "
        f"{record}}}], gives: {{score: 99}}}}\n"
    )
    text = put(put(compliance, "grades:\n", LATE), "examples:\n", example)
    missing = [f.kind.code for f in told(text) if ("read", "faults") in f.values]
    assert sorted([*missing, shows]) == ["E-SCH-43", "E-SCH-44", "E-SCH-45"]


def test_an_example_may_state_a_stage_alone(told: Told, compliance: str) -> None:
    example = "examples:\n  - {name: staged, on: 2027-06-30, records: [], gives: {stage: none}}\n"
    text = put(put(compliance, "grades:\n", STAGES + "grades:\n"), "examples:\n", example)
    assert "E-SCH-41" not in [finding.kind.code for finding in told(text)]


def test_after_the_last_weight_a_factor_is_after_its_window(told: Told, points: str) -> None:
    text = put(
        points, "    points: 5\n", "    points: 5\n    fade: {steps: [{to: 12 months, times: 1}]}\n"
    )
    assert told(text) == []  # the old donation is two years old
    younger = put(text, "{on: 2026-06-30}}], gives", "{on: 2027-06-30}}], gives")
    assert told(younger) == []  # one year old: no weight, though in the window
    assert [f.kind.code for f in told(put(younger, "to: 12", "to: 13"))] == ["E-SCH-45"]


@pytest.mark.parametrize(
    ("component", "adds_up_to", "expected"),
    [
        ("of: [cases]", "4", []),
        ("of: [cases, timely]", "8", []),
        ("of: [cases, timely], at_most: 6", "6", []),
        ("of: [cases, timely], at_most: 6", "8", ["E-SCH-36"]),
        ("of: [cases, timely], at_most: 60", "60", ["E-SCH-36"]),  # a cap that nothing reaches
    ],
)
def test_a_total_of_components(
    told: Told, component: str, adds_up_to: str, expected: list[str]
) -> None:
    text = (GOOD / "values-with-a-history.yaml").read_text(encoding="utf-8")
    block = f"components:\n  - {{component: block, title: {{zh: 块, en: Block}}, {component}}}\ntotals:\n"
    text = put(put(text, "totals:\n", block), "of: [timely, cases]", "of: [block]")
    assert codes(told(put(text, "adds_up_to: 8", f"adds_up_to: {adds_up_to}"))) == expected


def test_a_component_without_a_greatest_number_cannot_be_added_up(told: Told) -> None:
    text = (GOOD / "values-with-a-history.yaml").read_text(encoding="utf-8")
    block = (
        "components:\n  - {component: block, title: {zh: 块, en: Block}, of: [cases]}\ntotals:\n"
    )
    text = put(put(text, "totals:\n", block), "of: [timely, cases]", "of: [block]")
    text = put(text, "    at_most: {in_all:", "    at_least: -1\n    at_most: {in_all:")
    caps = text[text.index("    at_most: {in_all:") : text.index('    article: "3"')]
    (finding,) = told(put(text, caps, ""))
    assert finding.sentence("en") == 'In "all" the part "block" has no greatest number of points.'
