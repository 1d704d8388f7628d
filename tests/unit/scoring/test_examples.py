"""Worked examples run through the plan of the register."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import ListId, RecordType
from evenhand.kernel.periods import Day
from evenhand.schemes.scheme import NOT_GRADED, Example, ExampleRecord, RatedPoints, Scheme, Value
from evenhand.scoring.examples import ExampleResult, Outcome, run_examples
from evenhand.sources.catalogue import Catalogue, CitedArticle, FieldKind, FieldRule, TypeRule
from tests.scoring_world import (
    HERE,
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
    text,
    where,
)


def type_rule(name: str, *, articles: tuple[CitedArticle, ...] = (), **more: Any) -> TypeRule:
    fields: dict[str, FieldKind] = more.pop("fields", {})
    return TypeRule(
        type=RecordType(name),
        title=text(name),
        category="penalty",
        subjects=("enterprise",),
        domain="food-safety",
        authorities=("market",),
        legal_basis=text("law"),
        article="1",
        adverse=more.pop("adverse", True),
        retention_months=more.pop("retention_months", 36),
        fields=tuple(FieldRule(field, text(field), kind) for field, kind in fields.items()),
        articles=articles,
        **more,
    )


PENALTY = RecordType("penalty")
CATALOGUE = Catalogue(
    types={
        PENALTY: type_rule(
            "penalty",
            articles=(
                CitedArticle("art. 125", "serious", "storage"),
                CitedArticle("art. 126", "minor", "label"),
            ),
            fields={"amount": "amount", "since": "day", "first": "flag"},
        ),
        RecordType("service"): type_rule("service", fields={"hours": "integer"}, adverse=False),
        RecordType("annulment"): type_rule("annulment", affects=(PENALTY,), correction="retracts"),
    },
    authorities={},
    domains={},
    purposes={},
    measures={},
    benefits={},
)


def said(
    type_: str, on: str, cites: str = "", document: str = "", **fields: Value
) -> ExampleRecord:
    day = Day.fromisoformat(on)
    return ExampleRecord(RecordType(type_), day, cites, tuple(fields.items()), document)


def example(*records: ExampleRecord, on: str = "2026-06-30", **gives: Any) -> Example:
    return Example(
        name="an example",
        on=Day.fromisoformat(on),
        records=records,
        points=gives.get("points"),
        grade=gives.get("grade"),
        proposes=gives.get("proposes"),
        line=HERE,
    )


SERIOUS, GOOD = ListId("serious"), ListId("good")


def rules(*examples: Example) -> Scheme:
    """One scheme with other examples: its digest is one, so that it is compiled once."""
    made = scheme(
        factor("penalty", "penalty", -5_000),
        factor("fine", "penalty", RatedPoints("amount", always(-1), amount=True)),
        factor("hours", "service", RatedPoints("hours", always(200))),
        lists=(
            black(
                "serious",
                on_record("penalty", where("severity", "is", "serious")),
                accumulates("penalty", where("severity", "is", "minor"), times=2),
            ),
            red("good", grade_held("A", "2 months", "penalty")),
        ),
        direct=(direct(None, "service", where("hours", "more_than", 100)),),
        examples=examples,
    )
    return replace(made, digest="of the examples' scheme")


def run(*examples: Example) -> tuple[ExampleResult, ...]:
    return run_examples(in_force(rules(*examples)), CATALOGUE)


def one(*records: ExampleRecord, **gives: Any) -> ExampleResult:
    return run(example(*records, **gives))[0]


def test_a_scheme_without_examples_has_no_results() -> None:
    assert run() == ()


def test_an_example_that_gives_what_it_says_is_right() -> None:
    result = one(said("penalty", "2026-06-01"), points=95_000, grade="A", proposes=())
    assert result.ok
    assert result.got == result.expected == Outcome(95_000, "A", ())


@pytest.mark.parametrize(
    "gives", [{"points": 95_001}, {"grade": "B"}, {"grade": NOT_GRADED}, {"proposes": (SERIOUS,)}]
)
def test_an_example_that_gives_anything_else_is_wrong(gives: dict[str, Any]) -> None:
    result = one(said("penalty", "2026-06-01"), **gives)
    assert not result.ok
    assert result.got == Outcome(95_000, "A", ())


def test_what_an_example_does_not_state_is_not_compared() -> None:
    result = one(said("penalty", "2026-06-01"))
    assert result.ok
    assert result.expected == Outcome(None, None, None)


def test_severity_and_kind_come_from_the_catalogue_by_the_cited_article() -> None:
    assert one(said("penalty", "2026-06-01", "art. 125"), proposes=(SERIOUS,)).ok
    minor = [said("penalty", f"2026-0{n}-01", "art. 126") for n in (1, 2)]
    assert one(*minor, proposes=(SERIOUS,)).ok
    assert one(minor[0], proposes=(GOOD,)).ok
    assert one(said("penalty", "2026-06-01", "art. 999"), proposes=()).ok


def test_a_document_that_two_records_name_makes_one_ground() -> None:
    both = [
        said("penalty", "2026-06-01", "art. 125", "A"),
        said("penalty", "2026-06-01", "art. 126", "A"),
        said("penalty", "2026-06-02", "art. 126", "B"),
    ]
    assert one(*both, proposes=(SERIOUS,)).ok


def test_amounts_days_and_flags_are_fields_too() -> None:
    record = said("penalty", "2026-06-01", amount=1_500_000, since=Day(2026, 1, 1), first=True)
    assert one(record, points=93_500).ok


def test_a_correction_takes_away_the_record_of_its_document() -> None:
    penalty = said("penalty", "2026-06-01", "art. 125", "A")
    annulled = said("annulment", "2026-06-02", document="A")
    assert one(penalty, annulled, points=100_000, proposes=(GOOD,)).ok
    elsewhere = said("annulment", "2026-06-02", document="B")
    assert one(penalty, elsewhere, points=95_000, proposes=(SERIOUS,)).ok


def test_retention_comes_from_the_catalogue() -> None:
    record = said("penalty", "2024-06-30", "art. 125")
    assert one(record, on="2027-06-29").got.proposes == (SERIOUS, GOOD)
    assert one(record, on="2027-06-30").got.proposes == (GOOD,)


def test_not_graded_is_said_by_name() -> None:
    assert one(said("service", "2026-06-01", hours=101), grade=NOT_GRADED).ok
    assert one(said("service", "2026-06-01", hours=100), grade="A").ok


def test_a_grade_held_is_looked_at_through_the_month_days() -> None:
    assert one(said("service", "2026-01-01", hours=1), proposes=(GOOD,)).ok


def test_examples_do_not_see_each_other() -> None:
    penalty = said("penalty", "2026-06-01", "art. 126")
    results = run(*(example(penalty, points=95_000, proposes=()) for _ in range(3)))
    assert [result.ok for result in results] == [True, True, True]


def test_an_unknown_type_or_field_is_refused() -> None:
    with pytest.raises(BadInput, match='record type "gossip", which the catalogue has not'):
        one(said("gossip", "2026-06-01"))
    with pytest.raises(BadInput, match='field "colour", which "penalty" has not'):
        one(said("penalty", "2026-06-01", colour="red"))
