"""The text of plans, to be read: small schemes that show each pass, and every scheme that is shipped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evenhand.kernel.periods import Day
from evenhand.schemes.compile import compile_pair, compile_scheme
from evenhand.schemes.pair import Pair
from evenhand.schemes.plan import Plan
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Caps, Dated, RatedPoints, Scheme, SharePoints, TabledPoints
from evenhand.sources.read_catalogue import read_catalogue
from tests.conftest import ROOT
from tests.golden import check_golden
from tests.scoring_world import (
    accumulates,
    always,
    black,
    direct,
    factor,
    grade_held,
    in_force,
    on_record,
    red,
    scheme,
    where,
)

SHIPPED = sorted(
    path
    for path in (ROOT / "src" / "evenhand" / "shipped" / "schemes").rglob("*.yaml")
    if b"\nkind: framework" not in path.read_bytes()
)
"""Nobody is scored by a framework: it has neither examples nor a plan."""
PLANS = ROOT / "tests" / "golden" / "plans"

DATED = Dated(((Day(2020, 1, 1), -3_000), (Day(2026, 1, 1), -5_000)))
SHARE = SharePoints("loaded", "supplied", always(6_000), 950, 20)
INITIAL = where("kind", "is", "initial")
SCHEMES: dict[str, Scheme] = {
    "constant": scheme(factor("donation", "donation", 5_000)),
    "capped": scheme(
        factor("donation", "donation", 5_000, caps=Caps(per_year=always(10_000))),
        factor(
            "hours", "service", RatedPoints("hours", always(200)), caps=Caps(in_all=always(3_000))
        ),
        factor("penalty", "penalty", TabledPoints("code", (("a", DATED),), None)),
        base=always(100_000),
        floor=always(100_000),
        ceiling=always(200_000),
    ),
    "latest": scheme(
        factor("inspection", "inspection", RatedPoints("score", always(1_000)), counting="latest"),
        better="lower",
        grades={"A": 0, "B": 14_000, "C": 28_000},
        direct=(
            direct(
                None,
                "inspection",
                where("kind", "is", "initial"),
                where("score", "more_than", 13),
                of="latest",
            ),
        ),
    ),
    "share": scheme(
        factor(
            "load",
            "return",
            SharePoints("loaded", "supplied", always(6_000), 950, 20),
            within="12 months",
        )
    ),
    "lists": scheme(
        lists=(
            black(
                "serious",
                on_record("penalty", where("severity", "is", "serious")),
                accumulates("penalty", where("severity", "is", "minor")),
            ),
            red("good", grade_held("A", "12 months", "penalty")),
        )
    ),
}


def text(plan: Plan) -> str:
    parts = []
    for name in ("standings", "contributions", "directly", "entering"):
        query = getattr(plan, name)
        if query is not None:
            fields = ", ".join(f"{field} {kind}" for field, kind in query.fields)
            parts.append(f"-- {name}; fields: {fields or 'none'}\n{query.sql}\n")
    return "\n".join(parts)


@pytest.mark.parametrize("name", sorted(SCHEMES))
def test_small_schemes(name: str) -> None:
    check_golden(PLANS / f"{name}.sql", text(compile_scheme(in_force(SCHEMES[name]))))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_schemes(path: Path) -> None:
    read = read_scheme(path.read_bytes(), path.name, read_catalogue())
    check_golden(PLANS / f"{path.stem}.sql", text(compile_scheme(in_force(read))))


def test_two_schemes_in_one_plan() -> None:
    """One cap changed, one factor more, another base: what both have is faced once."""
    old = SCHEMES["capped"]
    dearer = replace(old.factors[0], at_most=Caps(per_year=always(20_000)))
    new = replace(old, factors=(dearer, *old.factors[1:], factor("award", "award", 1_000)))
    query = compile_pair(Pair(old, new))
    fields = ", ".join(f"{field} {kind}" for field, kind in query.fields)
    check_golden(PLANS / "two-schemes.sql", f"-- compared; fields: {fields}\n{query.sql}\n")
