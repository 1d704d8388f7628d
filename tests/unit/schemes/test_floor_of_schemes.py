"""What a scheme file may not do, rule by rule: each break of a good scheme meets the rule meant for it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from evenhand.kernel.findings import Finding
from evenhand.schemes.check import check
from evenhand.schemes.read import read_scheme
from evenhand.sources.catalogue import Catalogue

Told = Callable[[str], list[Finding]]

RESIDENTS = [
    ("RF-1", "participation: opt_in", "participation: by_law", "and not opt_in"),
    ("RF-2", "floor: 100, ", "", "can fall below the base"),
    ("RF-2", "floor: 100,", "floor: 99.999,", "the floor is 99.999, the base 100"),
    ("RF-2", "floor: 100,", "floor: 101,", "the floor is 101, the base 100"),
    ("RF-2", "base: 100,", "base: {2026-01-01: 100, 2027-01-01: 110},", "the base 110"),
    ("RF-2", "{grade: base, from: 100}", "{grade: base, from: 99.5}", "starts at 99.5, below"),
    ("RF-2", "benefit: bus-20", "benefit: health-care", "is an essential service"),
    ("RF-2", "benefit: bus-20", "benefit: employment", "is an essential service"),
    ("RF-4", "scheme: town-points", "scheme: face-points", "prohibited matter (biometrics)"),
    ("RF-4", "en: Donation", "en: Petition withdrawn", "assembly and petitions"),
    ("RF-4", "zh: 献血", "zh: 网络游戏", "browsing, gaming and purchases"),
    ("RF-4", "counts: speeding_decision", "counts: neighbour_report", "has no record type"),
    ("RF-4", "over_limit_percent: {at", "religion: {at", 'has no field "religion"'),
    ("RF-7", "grades_purposes: [benefit-entitlement]\n", "", "The grades name no purpose."),
    ("RF-7", "[benefit-entitlement]", "[school-admission]", "has no purpose"),
    ("RF-8", "benefit: bus-20", "benefit: bus-21", 'The nearest is "bus-20"'),
    ("RF-9", "en: Speeding}", "en: Speeding of the spouse}", "relation to somebody else"),
    ("RF-12", "    within: 12 months\n", "", "has no window"),
    ("RF-13", "published: 2026-01-05", "published: 2026-02-20", "fewer than 30 days"),
    ("RF-15", "en: Donation", "en: Sesame score", "reads a private programme"),
]

ENTERPRISES = [
    ("RF-6", "{record: food_safety_penalty, where: {severity: serious}}", "{grade: B, for: 2 months}",
     "is entered on a grade"),
    ("RF-7", "    purposes: [food-licence-review]\n", "", "names no purpose"),
    ("RF-8", "topic: food-safety\n    enters_on:\n", "topic: tax\n    enters_on:\n", "to \"tax\"") ,
    ("RF-8", "[food-inspect-more-often]", "[drug-inspect-more-often]", "belongs to \"drug-safety\""),
    ("RF-8", "same: violation_kind", "same: severity", "it should be violation_kind"),
    ("RF-8", "times: 3", "times: 2", "2 times lead to the list"),
    ("RF-8", "times: 3, within: 12 months", "times: 3, within: 25 months", "at most 24 months"),
    ("RF-8", "{severity: serious}", "{severity: [serious, moderate]}", "not every one of them"),
    ("RF-8", "{severity: serious}", "{amount: {at_least: 1}}", "not every one of them"),
    ("RF-8", "{severity: serious}", "{violation_kind: [unsafe_food, hygiene]}", "not every one"),
    ("RF-8", "lasts: 36 months", "lasts: 37 months", "at most 36 months"),
    ("RF-8", "lasts: 36 months", "lasts: 1100 days", "at most 36 months"),
    ("RF-8", "[food-inspect-more-often]", "[food-inspect-mor-often]", "has no measure"),
    ("RF-10", "objection: 15", "objection: 14", "14 days to object"),
    ("RF-12", "    lasts: 36 months\n", "", "does not say how long"),
    ("RF-12", "    within: 24 months\n    at_most", "    at_most", "has no window"),
    ("RF-12", "    repair: {after: 12 months, needs: [penalty_performed]}\n", "", "no way of repair"),
    ("RF-12", "after: 12 months", "after: 36 months", "no way of repair"),
]  # fmt: skip


def broken(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def caught(findings: list[Finding], rule: str, words: str) -> bool:
    return any(f.kind.floor == rule and words in f.sentence("en") for f in findings)


@pytest.mark.parametrize(("rule", "old", "new", "words"), RESIDENTS)
def test_a_scheme_about_residents_below_the_floor(
    told: Told, points: str, rule: str, old: str, new: str, words: str
) -> None:
    findings = told(broken(points, old, new))
    assert caught(findings, rule, words), [f.sentence("en") for f in findings]


@pytest.mark.parametrize(("rule", "old", "new", "words"), ENTERPRISES)
def test_a_scheme_about_enterprises_below_the_floor(
    told: Told, compliance: str, rule: str, old: str, new: str, words: str
) -> None:
    findings = told(broken(compliance, old, new))
    assert caught(findings, rule, words), [f.sentence("en") for f in findings]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lasts: 36 months", "lasts: 3 years"),
        ("objection: 15", "objection: 60"),
        ("times: 3, within: 12 months", "times: 4, within: 24 months"),
        ("{severity: serious}", "{violation_kind: [unsafe_food, toxic_food]}"),
        (
            "    purposes: [food-licence-review]",
            "    visibility: purpose\n    purposes: [food-licence-review]",
        ),
    ],
)
def test_what_is_just_above_the_floor_is_accepted(
    told: Told, compliance: str, old: str, new: str
) -> None:
    text = compliance.replace(old, new, 1)
    assert [f for f in told(text) if f.kind.floor] == []


def test_a_benefit_may_not_be_essential_for_anybody(told: Told, compliance: str) -> None:
    text = compliance.replace(
        "lists:\n",
        "benefits:\n  - {benefit: court-access, title: {zh: 诉讼, en: Go to court},"
        " needs: {grade: A}, by: town}\nlists:\n",
        1,
    )
    assert caught(told(text), "RF-2", "is an essential service")


def test_a_sole_trader_is_treated_as_a_resident(catalogue: Catalogue, compliance: str) -> None:
    """RF-1, RF-3, RF-7: no points without consent, no list of serious breaches, no use but benefits."""
    scheme = read_scheme(compliance.encode(), "town.yaml", catalogue)
    findings = check(dataclasses.replace(scheme, subjects="sole_trader"), catalogue)
    assert {f.kind.floor for f in findings} == {"RF-1", "RF-2", "RF-3", "RF-7"}
    assert caught(list(findings), "RF-3", 'a list of serious breaches, "food-serious"')
