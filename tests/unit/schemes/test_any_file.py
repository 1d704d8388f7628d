"""Whatever a file says, it is read or refused: nothing else comes out of the reader and the checker."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from evenhand.kernel.errors import SchemeRefused
from evenhand.kernel.findings import Finding
from evenhand.schemes.check import check
from evenhand.schemes.read import read_scheme
from evenhand.schemes.sentences import say
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.strict_yaml import read_yaml
from tests.conftest import ROOT

GOOD = ROOT / "tests" / "good" / "schemes"
BASES = ("town-points", "town-compliance", "values-with-a-history", "penalty-points-for-drivers")
VALUES: tuple[Any, ...] = (
    *("", "0", "-5", "1.5", "abc", "2026-01-01", "0001-01-01", "9999-12-31", "true", "A"),
    *("24 months", "5 working days", "0 days", "9999 years", "99999999999999999999", "not_graded"),
    *("food_safety_penalty", "severity", "red", "reproduction", [], {}, ["a"], {"a": "b"}, [["x"]]),
    *({"2026-01-01": "3"}, {"record": "food_safety_penalty"}, {"at_least": "1"}),
)
KEYS = ("foo", "grade", "within", "when", "record", "fade", "any", "at_most", "points")


def places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a tree but its root."""
    if path:
        yield path
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for step, inner in steps if isinstance(tree, (dict, list)) else ():
        yield from places(inner, (*path, step))


def spoil(tree: Any, chance: random.Random) -> None:
    """Put something else somewhere, take something away, or add something."""
    path = chance.choice(list(places(tree)))
    at = tree
    for step in path[:-1]:
        at = at[step]
    value = json.loads(json.dumps(chance.choice(VALUES)))
    what = chance.random()
    if what < 0.6:
        at[path[-1]] = value
    elif what < 0.8:
        del at[path[-1]]
    elif isinstance(at, dict):
        at[chance.choice(KEYS)] = value
    else:
        at.append(value)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("seed", range(4))
def test_a_spoilt_file_is_read_or_refused_with_findings(
    base: str, seed: int, catalogue: Catalogue
) -> None:
    chance = random.Random(seed)
    whole = json.dumps(read_yaml((GOOD / f"{base}.yaml").read_bytes(), base).plain())
    told: list[Finding] = []
    for _ in range(12):
        tree = json.loads(whole)
        for _ in range(chance.choice((1, 1, 2, 3))):
            spoil(tree, chance)
        data = json.dumps(tree, ensure_ascii=False).encode()
        try:
            scheme = read_scheme(data, "spoilt.yaml", catalogue)
        except SchemeRefused as refused:
            told += refused.findings
        else:
            told += check(scheme, catalogue)
            assert say(scheme, "zh", catalogue)
    assert told
    for finding in told:
        assert finding.sentence("zh")
        assert finding.sentence("en")
        assert finding.place.row
        assert finding.place.column
