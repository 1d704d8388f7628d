"""Whole scheme files that must be accepted: the shipped ones and a few small ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.schemes.check import accept, check
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import ConstantPoints, Dated, InForce, OnAccumulation, OnRecord, Scheme
from evenhand.scoring.examples import run_examples
from evenhand.sources.catalogue import Catalogue
from tests.conftest import ROOT

SHIPPED = sorted(
    path
    for path in (ROOT / "src" / "evenhand" / "shipped" / "schemes").rglob("*.yaml")
    if b"\nkind: framework" not in path.read_bytes()
)
"""Nobody is scored by a framework: it has neither examples nor a plan."""
GOOD = sorted((ROOT / "tests" / "good" / "schemes").glob("*.yaml"))
TOLD = re.compile(r"^# told: (\S+) (RF-\d+) (.+)$", re.M)


def scheme_in(path: Path, catalogue: Catalogue) -> Scheme:
    return read_scheme(path.read_bytes(), path.name, catalogue)


def named(name: str) -> Path:
    return next(path for path in SHIPPED if path.stem == name)


@pytest.mark.parametrize("path", [*SHIPPED, *GOOD], ids=lambda p: p.stem)
def test_a_good_scheme_is_accepted_without_a_warning(path: Path, catalogue: Catalogue) -> None:
    scheme = scheme_in(path, catalogue)
    told = accept(scheme, catalogue)
    if scheme.kind == "official":
        assert told == ()


@pytest.mark.parametrize("path", [*SHIPPED, *GOOD], ids=lambda p: p.stem)
def test_its_examples_give_what_they_say(path: Path, catalogue: Catalogue) -> None:
    scheme = scheme_in(path, catalogue)
    public = scheme.published if scheme.kind == "official" else None
    results = run_examples(InForce(scheme, public), catalogue)
    assert len(results) == len(scheme.examples) > 0
    assert [r for r in results if not r.ok] == []


def test_the_floor_is_told_of_a_reproduction_and_refuses_the_same_rules_as_official(
    catalogue: Catalogue,
) -> None:
    path = next(p for p in GOOD if p.stem == "penalty-points-for-drivers")
    text = path.read_text(encoding="utf-8")
    stated = sorted(TOLD.findall(text))
    told = check(scheme_in(path, catalogue), catalogue)
    said = sorted((f.kind.code, f.kind.floor, f.sentence("en")) for f in told)
    assert said == stated
    official = text.replace("kind: reproduction", "kind: official")
    scheme = read_scheme(official.encode(), path.name, catalogue)
    with pytest.raises(SchemeRefused) as refused:
        accept(scheme, catalogue)
    floor = sorted(f.kind.code for f in refused.value.findings if f.kind.floor)
    assert floor == sorted(code for code, *_ in stated)


def test_new_york_and_the_highways_are_below_no_rule_but_are_reproductions(
    catalogue: Catalogue,
) -> None:
    for name in ("restaurant-letters", "construction-credit"):
        assert scheme_in(named(name), catalogue).kind == "reproduction"


def test_osmanthus_has_the_published_numbers(catalogue: Catalogue) -> None:
    scheme = scheme_in(named("linhe-osmanthus"), catalogue)
    assert len(scheme.factors) == 22
    points = {f.factor: f.points for f in scheme.factors}
    assert points["blood-donation"] == ConstantPoints(Dated.always(5_000))
    assert points["speeding"] == ConstantPoints(Dated.always(-1_000))
    assert scheme.scale.base == scheme.scale.floor == Dated.always(100_000)
    assert [g.start for g in scheme.grades] == [100_000, 120_000, 150_000]
    assert scheme.made_up is not None


def test_compliance_has_twenty_lists_by_topic(catalogue: Catalogue) -> None:
    scheme = scheme_in(named("linhe-compliance"), catalogue)
    black = [rule for rule in scheme.lists if rule.kind == "black"]
    assert (len(black), len(scheme.lists)) == (11, 20)
    assert len({rule.topic for rule in black}) == 11
    for rule in black:
        assert rule.decided_by is not None
        assert rule.repair is not None
        for trigger in rule.enters_on:
            assert isinstance(trigger, OnRecord | OnAccumulation)
            assert catalogue.types[trigger.record].domain == rule.topic
        assert {catalogue.measures[m].domain for m in rule.measures} == {rule.topic}


def test_the_department_sheet_adds_up(catalogue: Catalogue) -> None:
    scheme = scheme_in(named("linhe-public-bodies"), catalogue)
    totals = {t.total: t.adds_up_to // 1000 for t in scheme.totals}
    blocks = ("organisation", "data-supply", "double-publicity", "bonus")
    assert [totals[name] for name in blocks] == [40, 30, 30, 10]
    text = named("linhe-public-bodies").read_text(encoding="utf-8")
    assert text.count("# MENDED:") == 2
