"""No rule of the floor without an enforcer and a test that refuses; no mark without a rule."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import evenhand
from evenhand.kernel.errors import FloorRefusal
from evenhand.kernel.findings import Kind
from evenhand.kernel.text import Text
from evenhand.rights.floor import RULES, enforces, refusal, rule
from tests.conftest import ROOT
from tests.golden import check_golden


def marks() -> dict[str, set[str]]:
    """Rule number to the names of what enforces it: marked functions, classes, finding kinds."""
    kept: dict[str, set[str]] = {}
    for info in pkgutil.walk_packages(evenhand.__path__, "evenhand."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            numbers = getattr(value, "__floor__", ())
            if isinstance(value, Kind) and value.floor:
                numbers = (value.floor,)
            if isinstance(numbers, tuple):
                for number in numbers:
                    kept.setdefault(number, set()).add(f"{info.name}.{name}")
    return kept


@pytest.mark.parametrize("number", [r.number for r in RULES])
def test_every_rule_has_an_enforcer(number: str) -> None:
    assert marks().get(number), f"nothing in the code is marked with {number}"


@pytest.mark.parametrize("number", [r.number for r in RULES])
def test_every_rule_has_a_test_that_refuses_in_its_name(number: str) -> None:
    named = re.compile(rf"\b{number}\b|floor.*{number}")
    files = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "tests" / "bad").rglob("*.yaml")]
    assert any(
        named.search(path.read_text(encoding="utf-8"))
        for path in files
        if path.name != "test_floor.py"
    ), f"no test names {number}"


def test_no_mark_without_a_rule() -> None:
    assert set(marks()) <= {r.number for r in RULES}


def test_an_unknown_rule_cannot_be_marked_or_refused() -> None:
    with pytest.raises(KeyError, match="RF-17"):
        enforces("RF-17")
    with pytest.raises(KeyError, match="RF-0"):
        refusal("RF-0", Text(zh="无", en="none"))


def test_a_refusal_names_its_rule_in_both_languages() -> None:
    refused = refusal("RF-2", Text(zh="居民不排名。", en="Residents are never ranked."))
    assert isinstance(refused, FloorRefusal)
    assert refused.said_in("en") == "RF-2: Residents are never ranked."
    assert refused.said_in("zh") == "RF-2：居民不排名。"


def test_the_rules_are_numbered_without_a_gap() -> None:
    assert [r.number for r in RULES] == [f"RF-{n}" for n in range(1, 17)]
    assert rule("RF-10").title.en == "Notice first"


def test_the_public_page_is_made_from_the_same_text() -> None:
    page = [
        "# The rights floor",
        "",
        "Made from `src/evenhand/rights/floor.py` by `make golden`.",
        "",
    ]
    for r in RULES:
        page += [
            f"## {r.number} {r.title.zh} {r.title.en}", "",
            r.text.zh, "", r.text.en, "",
            f"- Law: {r.law}",
            f"- What it stops: {r.case.en} ({r.case.zh})",
            f"- Kept by: {', '.join(r.acts)}", "",
        ]  # fmt: skip
    check_golden(ROOT / "docs" / "reference" / "rights-floor.md", "\n".join(page))
