"""Every scheme that is shipped, over its own worked examples, and all that an engine says of them."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import pyarrow as pa

from evenhand.relational.duckdb import Sources
from evenhand.relational.engine import Engine
from evenhand.schemes.compile import compile_scheme
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.scoring import examples
from evenhand.scoring.grounds import grounds_for
from evenhand.scoring.questions import QUESTIONS, tables_for
from evenhand.scoring.score import canonical_lines, score
from evenhand.sources.read_catalogue import read_catalogue
from tests.scoring_world import always

SHIPPED = Path(str(files("evenhand.shipped") / "schemes"))
SCHEMES = sorted(path for path in SHIPPED.glob("*/*.yaml") if path.parent.name != "cn-framework")


@cache
def read(path: Path) -> Scheme:
    return read_scheme(path.read_bytes(), path.name, read_catalogue())


def world(scheme: Scheme) -> tuple[Sources, pa.Table]:
    towns = examples._towns(scheme)
    whom = [(subject, place) for place, town in enumerate(towns) for subject, _ in town]
    columns = (
        [subject for subject, _ in whom],
        [scheme.examples[place].on for _, place in whom],
        [place for _, place in whom],
    )
    rows = examples._rows(towns, read_catalogue())
    arrays = [pa.array(of, kind) for of, kind in zip(columns, QUESTIONS.types, strict=True)]
    return Sources(rows=rows), pa.table(arrays, QUESTIONS)


def dearer(scheme: Scheme) -> Scheme:
    """A reform: half a point is the most that each second factor gives or takes in all."""
    factors = tuple(
        replace(factor, at_most=replace(factor.at_most, in_all=always(500)))
        if place % 2
        else factor
        for place, factor in enumerate(scheme.factors)
    )
    return replace(scheme, factors=factors)


def answers(engine: Engine, scheme: Scheme, questions: pa.Table) -> dict[str, object]:
    rules = InForce(scheme, None)
    standings = score(engine, rules, questions)
    plan = compile_scheme(rules, engine.dialect)
    told = engine.run(plan.contributions, tables_for(rules, questions))
    found = grounds_for(engine, rules, questions, lambda asked: score(engine, rules, asked))
    return {
        "standings": canonical_lines(scheme.scheme, standings),
        "contributions": sorted((tuple(row.values()) for row in told.to_pylist()), key=repr),
        "grounds": [asdict(ground) for ground in found],
    }
