"""The page of invariants says what the code and the tests say."""

from __future__ import annotations

import re

from evenhand.cases.guards import GUARDS
from evenhand.cases.invariants import INVARIANTS, KEPT_UNDER
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "reference" / "invariants.md").read_text("utf-8")
ROWS = {
    number: (statement, kept, shown)
    for number, statement, kept, shown in re.findall(
        r"^\| ([DCLEG][0-9]+) \| (.+) \| ([^|]*) \| ([^|]*) ?\|$", PAGE, re.MULTILINE
    )
}


def test_every_invariant_has_its_row_in_order() -> None:
    assert list(ROWS) == list(INVARIANTS)
    assert len(ROWS) == 30


def test_each_is_shown_by_tests_that_exist_or_said_to_be_not_held() -> None:
    for number, (_, kept, shown) in ROWS.items():
        paths = re.findall(r"`([^`]+)`", shown)
        if INVARIANTS[number].looks == "later":
            assert kept.startswith("not held"), number
            assert not paths, number
            continue
        assert paths, number
        for path in paths:
            assert (ROOT / path).is_file(), f"{number}: {path}"


def test_each_guard_that_the_page_names_exists() -> None:
    names = {guard.name for guard in GUARDS}
    named = {n for _, kept, _ in ROWS.values() for n in re.findall(r"`([A-Z0-9]+-[a-z]+)`", kept)}
    assert named
    assert named <= names


def test_a_monitor_is_claimed_only_where_one_looks() -> None:
    for number, (_, kept, _) in ROWS.items():
        looks = INVARIANTS[number].looks not in ("tests", "later")
        assert ("monitor" in kept) >= looks, number
    assert set(KEPT_UNDER.values()) <= set(INVARIANTS)
