"""What the prover refutes or cannot check does not become public."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.text import Text
from evenhand.pipeline.accepting import refuse_unless_examples_hold, refuse_unless_proved
from evenhand.pipeline.founding import shipped
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.schemes.verdict import Claim, Outcome, Verdict
from evenhand.scoring.examples import run_examples
from evenhand.sources.read_catalogue import read_catalogue

SAYS = Text(zh="分数不低于基准分。", en="Points are never below the base.")
BECAUSE = Text(zh="一条记录使分数为 99。", en="One record brings the points to 99.")


@cache
def scheme() -> Scheme:
    data = shipped("schemes", "linhe", "linhe-public-bodies.yaml").read_bytes()
    return read_scheme(data, "rules.yaml", read_catalogue())


def verdict(rule: str, outcome: Outcome, because: Text | None = None) -> Verdict:
    claim = Claim("never-below-base", rule, SAYS, outcome, "solver", because)
    return Verdict(rule, outcome, (claim,))


def test_a_scheme_of_which_everything_is_proved_or_kept_passes() -> None:
    refuse_unless_proved(scheme(), [verdict("RF-2", "proved"), Verdict("RF-11", "kept", ())])


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("refuted", "rules.yaml: RF-2 is refuted: One record brings the points to 99."),
        ("not_checkable", "rules.yaml: RF-2 is not checkable: One record brings the points to 99."),
    ],
)
def test_a_rule_refuted_or_not_checkable_refuses_it(outcome: Outcome, words: str) -> None:
    verdicts = [verdict("RF-1", "proved"), verdict("RF-2", outcome, BECAUSE)]
    with pytest.raises(SchemeRefused) as refused:
        refuse_unless_proved(scheme(), verdicts)
    assert refused.value.said_in("en") == words
    assert "RF-2" in refused.value.said_in("zh")
    assert "一条记录使分数为 99" in refused.value.said_in("zh")


def test_every_such_rule_is_named() -> None:
    verdicts = [verdict("RF-2", "refuted"), verdict("", "refuted", BECAUSE)]
    with pytest.raises(
        SchemeRefused, match=r"RF-2 is refuted: Points are .*; consistency is refuted"
    ):
        refuse_unless_proved(scheme(), verdicts)


def test_an_example_that_does_not_come_out_is_named_by_its_line() -> None:
    results = run_examples(InForce(scheme(), None), read_catalogue())
    refuse_unless_examples_hold(scheme(), results)
    first = replace(results[0], ok=False)
    words = f"rules.yaml: 1 of {len(results)} examples do not hold, first line {first.example.line.line}"
    with pytest.raises(SchemeRefused, match=words):
        refuse_unless_examples_hold(scheme(), [first, *results[1:]])
