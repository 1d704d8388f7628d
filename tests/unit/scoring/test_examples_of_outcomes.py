"""Worked examples of peers, stages and mending: what they state is compared, what is wrong is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from evenhand.kernel.ids import ListId, RecordType
from evenhand.kernel.periods import Day, Span
from evenhand.schemes.scheme import (
    NO_STAGE,
    NOT_GRADED,
    Example,
    ExampleRecord,
    Exposure,
    GiveBack,
    Mended,
    PeerGroup,
    RatedPoints,
    Scheme,
    Stage,
    Stages,
    Value,
)
from evenhand.scoring.examples import ExampleResult, run_examples
from evenhand.sources.catalogue import Catalogue, FieldKind, FieldRule, TypeRule
from tests.scoring_world import HERE, always, factor, grade_held, in_force, red, scheme, text


def type_rule(name: str, affects: tuple[str, ...] = (), **fields: FieldKind) -> TypeRule:
    return TypeRule(
        type=RecordType(name),
        title=text(name),
        category="penalty",
        subjects=("enterprise",),
        domain="food-safety",
        authorities=("market",),
        legal_basis=text("law"),
        article="1",
        adverse=True,
        retention_months=36,
        fields=tuple(FieldRule(field, text(field), kind) for field, kind in fields.items()),
        articles=(),
        affects=tuple(RecordType(of) for of in affects),
    )


CATALOGUE = Catalogue(
    types={
        RecordType("penalty"): type_rule("penalty", n="integer"),
        RecordType("performed"): type_rule("performed", ("penalty",)),
        RecordType("visit"): type_rule("visit"),
        RecordType("measure"): type_rule("measure", which="code"),
    },
    authorities={},
    domains={},
    purposes={},
    measures={},
    benefits={},
)
BEST = ListId("best")


def said(type_: str, on: str, document: str = "", **fields: Value) -> ExampleRecord:
    day = Day.fromisoformat(on)
    return ExampleRecord(RecordType(type_), day, "", tuple(fields.items()), document)


def example(*records: ExampleRecord, **gives: Any) -> Example:
    given = {"points": None, "grade": None, "proposes": None} | gives
    return Example("an example", Day(2026, 6, 30), records, line=HERE, **given)


def run(of: Scheme, *examples: Example) -> tuple[ExampleResult, ...]:
    return run_examples(in_force(replace(of, examples=examples)), CATALOGUE)


def member(n: int, visits: int = 1) -> tuple[ExampleRecord, ...]:
    seen = tuple(said("visit", f"2026-01-{day:02}") for day in range(1, visits + 1))
    return (said("penalty", "2026-01-01", n=n), *seen)


def ranking() -> Scheme:
    made = scheme(
        factor("f", "penalty", RatedPoints("n", always(1_000))),
        better="lower",
        base=always(0),
        grades={"good": 0, "bad": 50_000},
        lists=(red("best", grade_held("good", "1 month")),),
    )
    exposure = Exposure(RecordType("visit"), (), None, None, "all", None, 1, HERE)
    scale = replace(made.scale, exposure=exposure, peers=PeerGroup((1,), 2, HERE))
    return replace(made, scale=scale, digest="of the ranking scheme")


def test_an_example_is_ranked_among_its_own_peers() -> None:
    others = tuple(member(n) for n in (1, 2, 4))
    first, second, alone = run(
        ranking(),
        example(*member(3), peers=others, rank=66_666, grade="bad", points=3_000),
        example(*member(3), peers=(member(4),), rank=0, grade="good", proposes=(BEST,)),
        example(*member(3), grade=NOT_GRADED, proposes=()),
    )
    assert first.ok
    assert second.ok
    assert alone.ok
    assert (first.got.rank, second.got.rank, alone.got.rank) == (66_666, 0, None)


@pytest.mark.parametrize("gives", [{"rank": 33_334}, {"grade": "bad"}])
def test_a_rank_that_is_not_the_stated_one_is_wrong(gives: dict[str, Any]) -> None:
    others = tuple(member(n) for n in (1, 3, 4))
    [result] = run(ranking(), example(*member(2), peers=others, **gives))
    assert not result.ok
    assert (result.got.rank, result.got.grade) == (33_333, "good")


def staging() -> Scheme:
    steps = (
        Stage("warn", text("warn"), 4_000, 3_000, HERE),
        Stage("withdraw", text("withdraw"), 8_000, None, HERE),
    )
    stages = Stages(RecordType("measure"), "which", None, steps, HERE)
    made = scheme(
        factor("f", "penalty", RatedPoints("n", always(1_000))),
        better="lower",
        base=always(0),
        grades={},
        stages=stages,
    )
    return replace(made, digest="of the staging scheme")


def test_an_example_says_which_stage_is_due_and_what_is_reduced() -> None:
    penalty, warned = (
        said("penalty", "2026-01-01", n=9),
        said("measure", "2026-02-01", which="warn"),
    )
    results = run(
        staging(),
        example(penalty, stage="warn", reduced_to=3_000),
        example(penalty, warned, stage="withdraw"),
        example(stage=NO_STAGE),
    )
    assert [result.ok for result in results] == [True, True, True]


@pytest.mark.parametrize("gives", [{"stage": NO_STAGE}, {"stage": "warn"}, {"reduced_to": 3_000}])
def test_a_stage_that_is_not_due_is_wrong(gives: dict[str, Any]) -> None:
    penalty, warned = (
        said("penalty", "2026-01-01", n=9),
        said("measure", "2026-02-01", which="warn"),
    )
    [result] = run(staging(), example(penalty, warned, **gives))
    assert not result.ok
    assert (result.got.stage, result.got.reduced_to) == ("withdraw", None)


def test_a_scheme_without_stages_has_none_and_not_even_none_due() -> None:
    [result] = run(scheme(), example(stage=NO_STAGE))
    assert not result.ok
    assert result.got.stage is None


MENDING = Mended(RecordType("performed"), (GiveBack(Span.parse("30 days"), 800),), HERE)


def test_a_record_of_the_same_document_mends_and_of_another_does_not() -> None:
    rated = factor("f", "penalty", RatedPoints("n", always(-1_000)))
    of = scheme(replace(rated, mended=MENDING))
    wrong = said("penalty", "2026-01-01", "A", n=10)
    results = run(
        of,
        example(wrong, said("performed", "2026-01-31", "A"), points=98_000),
        example(wrong, said("performed", "2026-02-01", "A"), points=90_000),
        example(wrong, said("performed", "2026-01-31", "B"), points=90_000),
        example(wrong, said("performed", "2026-01-31"), points=90_000),
    )
    assert [result.ok for result in results] == [True] * 4
