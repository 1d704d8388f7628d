"""Regimes of the world from scheme files alone: what each reproduces, which floor rules must refuse it.

German driver points, the safety measurement of carriers, the credit of taxpayers, and the resident
points of three cities, as published and as adapted to the floor.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.periods import Day
from evenhand.schemes.check import accept, check
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Dated, Example, InForce, Scheme
from evenhand.scoring.examples import ExampleResult, run_examples
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.read_catalogue import read_catalogue
from tests.conftest import ROOT

FOLDER = ROOT / "src" / "evenhand" / "shipped" / "schemes"

BELOW: Final[Mapping[str, Mapping[str, str]]] = {
    "germany/driver-points": {
        "E-FLOOR-11": "RF-1",  # by law
        "E-FLOOR-22": "RF-2",  # lower is better
        "E-FLOOR-28": "RF-2",  # stages of measures
        "E-FLOOR-128": "RF-12",  # entries are kept for longer than five years
    },
    "zhengzhou/shangding-as-published": {
        "E-FLOOR-21": "RF-2",  # points below the base
        "E-FLOOR-24": "RF-2",  # medical care as a benefit
        "E-FLOOR-25": "RF-2",  # bands below the base
    },
    "suzhou/osmanthus-as-published": {
        "E-FLOOR-91": "RF-9",  # marital status
        "E-FLOOR-128": "RF-12",  # types that no source may deliver
    },
    "xiamen/egret-as-published": {
        "E-FLOOR-21": "RF-2",  # points below the base
        "E-FLOOR-25": "RF-2",  # levels below the base
        "E-FLOOR-128": "RF-12",  # a lender's report, which no source may deliver
    },
}
"""Each regime below the floor, with every finding of the floor that refuses it as an official scheme."""

FOR_STUDY: Final = "E-FLOOR-128"
"""A type for study, which only an official scheme is refused for."""

ABOVE: Final = (
    "zhengzhou/shangding-adapted",
    "suzhou/osmanthus-adapted",
    "xiamen/egret-adapted",
)
STUDIED: Final = ("carriers/safety-measurement", "cn-tax/tax-credit-2014")
"""Reproductions of rules about organisations that a file can state without going below the floor."""

ALL: Final = (*BELOW, *ABOVE, *STUDIED)


def text_of(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


@cache
def shipped() -> Catalogue:
    return read_catalogue()


@cache
def read(text: str) -> Scheme:
    return read_scheme(text.encode(), "regime.yaml", shipped())


def official(name: str) -> Scheme:
    """A reproduction, read as if an authority had issued it."""
    text = text_of(name)
    assert "kind: reproduction\n" in text
    return read(text.replace("kind: reproduction\n", ""))


@cache
def run(name: str) -> tuple[ExampleResult, ...]:
    scheme = read(text_of(name))
    public = scheme.published if scheme.kind == "official" else None
    return run_examples(InForce(scheme, public), shipped())


def changed(name: str, old: str, new: str) -> str:
    text = text_of(name)
    assert old in text
    return text.replace(old, new, 1)


def refusals(text: str, catalogue: Catalogue) -> list[str]:
    """What refuses a text, by the reader or else by the checker."""
    with pytest.raises(SchemeRefused) as refused:
        accept(read_scheme(text.encode(), "regime.yaml", catalogue), catalogue)
    return [f"{f.kind.floor}: {f.sentence('en')}" for f in refused.value.findings]


@pytest.mark.parametrize("name", ALL)
def test_every_worked_example_comes_out_of_the_plan_as_stated(name: str) -> None:
    results = run(name)
    assert len(results) >= 25
    assert [(r.example.name, r.expected, r.got) for r in results if not r.ok] == []


@pytest.mark.parametrize("name", BELOW)
def test_as_official_the_listed_rules_refuse_it_and_no_other(
    name: str, catalogue: Catalogue
) -> None:
    floor = {f.kind.code: f.kind.floor for f in check(official(name), catalogue) if f.kind.floor}
    assert floor == BELOW[name]
    with pytest.raises(SchemeRefused) as refused:
        accept(official(name), catalogue)
    assert set(BELOW[name]) <= {f.kind.code for f in refused.value.findings}


@pytest.mark.parametrize("name", BELOW)
def test_as_a_reproduction_it_is_told_so_and_runs(name: str, catalogue: Catalogue) -> None:
    scheme = read(text_of(name))
    assert scheme.kind == "reproduction"
    told = accept(scheme, catalogue)
    assert {f.kind.code for f in told if f.kind.floor} == set(BELOW[name]) - {FOR_STUDY}


@pytest.mark.parametrize("name", STUDIED)
def test_organisations_rules_of_the_past_or_of_elsewhere_stay_reproductions(
    name: str, catalogue: Catalogue
) -> None:
    scheme = read(text_of(name))
    assert (scheme.kind, scheme.subjects) == ("reproduction", "enterprise")
    assert not [f for f in check(official(name), catalogue) if f.kind.floor]


@pytest.mark.parametrize("name", ABOVE)
def test_an_adapted_scheme_is_accepted_without_a_finding(name: str, catalogue: Catalogue) -> None:
    scheme = read(text_of(name))
    assert (scheme.kind, scheme.participation) == ("official", "opt_in")
    assert accept(scheme, catalogue) == ()
    assert scheme.scale.floor == scheme.scale.base
    assert scheme.scale.ceiling is not None
    for factor in scheme.factors:
        assert factor.within is not None
        assert not catalogue.types[factor.counts].for_study
    for benefit in scheme.benefits:
        assert not catalogue.benefits[benefit.benefit].essential


@pytest.mark.parametrize("name", ALL)
def test_what_is_not_published_is_said_to_be_made_up(name: str) -> None:
    made_up = read(text_of(name)).made_up
    assert made_up is not None
    assert re.search(r"stands? in for|made up", made_up.en, re.I)
    assert re.search(r"示意|示范所拟", made_up.zh)
    assert re.search(r"\[[a-z]+[a-z0-9-]*\]", text_of(name).split("\nscheme:")[0]), "no source"


# German driver points


def german(part: str) -> list[Example]:
    """The examples whose name cites a part of the law."""
    return [e for e in read(text_of("germany/driver-points")).examples if part in e.name]


def test_germany_has_thirty_examples_from_each_part_of_the_law() -> None:
    cited = [e for e in read(text_of("germany/driver-points")).examples if e.name.startswith("§ ")]
    assert len(cited) >= 30
    assert len({e.name for e in cited}) == len(cited)
    for part in ("§ 4 (2)", "§ 4 (3)", "§ 4 (4)", "§ 4 (5)", "§ 4 (6)", "§ 4 (7)"):
        assert german(part), part
    for part in ("§ 29 (1) no. 1", "§ 29 (1) no. 2", "§ 29 (1) no. 3", "§ 29 (6)", "§ 29 (7)"):
        assert german(part), part


def test_germany_skips_no_stage() -> None:
    skipped = [e for e in german("§ 4 (6) no.") if e.reduced_to is not None]
    assert {(e.stage, e.reduced_to) for e in skipped} == {("remind", 5_000), ("warn", 7_000)}
    assert {e.points for e in skipped} == {6_000, 8_000}


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("gives: {score: 8, grade: withdrawal, stage: remind, reduced_to: 5}",
         "gives: {score: 8, grade: withdrawal, stage: withdraw}"),
        ("name: § 29 (1) no. 1, then it is gone", "name: wrong"),
        ("gives: {score: 2, grade: noted}", "gives: {score: 3, grade: noted}"),
        ("gives: {score: 3, grade: noted, stage: none}", "gives: {score: 3, stage: remind}"),
    ],
)  # fmt: skip
def test_germany_what_the_law_does_not_say_does_not_come_out(said: str, instead: str) -> None:
    text = changed("germany/driver-points", said, instead)
    if instead == "name: wrong":
        text = text.replace("within: 30 months", "within: 31 months")
    scheme = read(text)
    results = run_examples(InForce(scheme, None), shipped())
    assert [r for r in results if not r.ok]


def test_germany_keeps_its_entries_longer_than_any_register_may(catalogue: Catalogue) -> None:
    """RF-12 keeps the types out of every register: no source delivers them."""
    scheme = read(text_of("germany/driver-points"))
    kept = {}
    for factor in scheme.factors:
        rule = catalogue.types[factor.counts]
        assert rule.for_study
        if factor.since == "final" and factor.within is not None:
            kept[factor.within.months] = rule.retention_months
    assert kept == {30: 42, 60: 72, 120: 132}


# Credit of taxpayers


@pytest.mark.parametrize(
    ("lost", "back"),
    [("3", ("2.4", "1.2", "0.6")), ("5", ("4", "2", "1")), ("11", ("8.8", "4.4", "2.2"))],
)
def test_tax_repair_gives_back_80_40_and_20_per_cent(lost: str, back: tuple[str, ...]) -> None:
    results = run("cn-tax/tax-credit-2014")
    for share, given in zip(("80 %", "40 %", "20 %"), back, strict=True):
        (one,) = (
            r for r in results if f"{share} of {lost} is {given} back, 100 - " in r.example.name
        )
        exact = 100_000 - int(lost) * 1_000 + round(float(given) * 1_000)
        assert one.got.points == exact


def test_tax_starts_at_100_or_90_and_names_no_other_firm() -> None:
    scheme = read(text_of("cn-tax/tax-credit-2014"))
    assert (scheme.scale.base, scheme.scale.ceiling) == (
        Dated.always(90_000),
        Dated.always(100_000),
    )
    starts = {grade.grade: grade.start for grade in scheme.grades}
    assert (starts["A"], starts["B"], starts["C"], starts["D"]) == (90_000, 70_000, 40_000, 0)
    for direct in scheme.direct:
        assert {look.record for look in direct.looks} <= {"tax_penalty", "taxpayer_state"}
    assert scheme.in_force.stop == Day(2025, 7, 1)


# Carriers


def test_carriers_cannot_be_people(catalogue: Catalogue) -> None:
    text = changed("carriers/safety-measurement", "subjects: enterprise", "subjects: resident")
    for record in ("roadside_inspection", "roadside_violation"):
        words = f'"{record}" is not about subjects of kind "resident"'
        assert any(words in said for said in refusals(text, catalogue))


def test_carriers_use_the_published_weights() -> None:
    text = text_of("carriers/safety-measurement")
    weights = "{to: 6 months, times: 3}, {to: 12 months, times: 2}, {to: 24 months, times: 1}"
    assert text.count(weights) == 2
    scheme = read(text)
    assert scheme.scale.peers is not None
    ranked = [e for e in scheme.examples if e.rank is not None]
    assert len(ranked) >= 5
    assert all(e.peers for e in ranked)


# Three cities


def test_zhengzhou_has_the_published_bands() -> None:
    published = read(text_of("zhengzhou/shangding-as-published"))
    assert [g.start // 1_000 for g in published.grades] == [0, 80, 100, 120, 150]
    adapted = read(text_of("zhengzhou/shangding-adapted"))
    assert [g.start // 1_000 for g in adapted.grades] == [100, 120, 150]
    for scheme in (published, adapted):
        assert scheme.scale.base == Dated.always(100_000)
        assert scheme.scale.ceiling == Dated.always(200_000)
        assert len(scheme.components) == 5


def test_suzhou_has_22_factors_and_the_two_that_are_known() -> None:
    for name in ("suzhou/osmanthus-as-published", "suzhou/osmanthus-adapted"):
        text = text_of(name)
        assert len(read(text).factors) == 22
        assert "# published: +5" in text
        assert "# published: -1" in text


def test_xiamen_opens_parking_at_530_and_680() -> None:
    for name in ("xiamen/egret-as-published", "xiamen/egret-adapted"):
        scheme = read(text_of(name))
        starts = {grade.grade: grade.start for grade in scheme.grades}
        opened = {b.benefit: starts[b.needs_grade] for b in scheme.benefits}
        assert opened["parking-15-minutes"] == 530_000
        assert opened["parking-10"] == 680_000
        assert scheme.scale.ceiling == Dated.always(1_000_000)


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("zhengzhou/shangding-adapted", "{base: 100, floor: 100,", "{base: 100, floor: 0,",
         "RF-2: A resident's points can fall below the base: the floor is 0, the base 100."),
        ("zhengzhou/shangding-adapted", "grades:\n",
         "grades:\n  - {grade: slight-breach, from: 80}\n",
         'RF-2: The grade "slight-breach" starts at 80, below the base of 100.'),
        ("zhengzhou/shangding-adapted", "benefit: bus-20", "benefit: health-care",
         'RF-2: "health-care" is an essential service and cannot be a benefit.'),
        ("zhengzhou/shangding-adapted", "participation: opt_in", "participation: by_law",
         'RF-1: A scheme about residents says "by_law" and not opt_in.'),
        ("suzhou/osmanthus-adapted", "factor: energy-saving", "factor: marital-status",
         'RF-9: "marital-status" is about a relation to somebody else (relatives, associates, '
         "namesakes)."),
        ("xiamen/egret-adapted", "{base: 500, floor: 500,", "{base: 500,",
         "RF-2: A resident's points can fall below the base: the floor is –, the base 500."),
        ("xiamen/egret-adapted", "{grade: general, title: {zh: 一般, en: General}, from: 500}",
         "{grade: general, title: {zh: 一般, en: General}, from: 400}",
         'RF-2: The grade "general" starts at 400, below the base of 500.'),
    ],
)  # fmt: skip
def test_what_was_changed_cannot_be_changed_back(
    name: str, old: str, new: str, words: str, catalogue: Catalogue
) -> None:
    assert words in refusals(changed(name, old, new), catalogue)
