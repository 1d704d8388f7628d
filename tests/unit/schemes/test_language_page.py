"""The reference page and the shape say the same: every keyword is explained, every example is accepted."""

from __future__ import annotations

import re

import pytest

from evenhand.schemes.check import accept
from evenhand.schemes.findings import KINDS
from evenhand.schemes.read import read_scheme
from evenhand.schemes.words import all_keys, keys_of
from evenhand.sources.catalogue import Catalogue
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "reference" / "scheme-language.md").read_text(encoding="utf-8")
CODE = " ".join(re.findall(r"`([^`\n]+)`", PAGE) + re.findall(r"```yaml\n(.*?)```", PAGE, re.S))
WORDS = set(re.findall(r"[a-z_]+", CODE))


@pytest.mark.parametrize("key", sorted(all_keys()))
def test_every_keyword_is_on_the_page(key: str) -> None:
    assert key in WORDS


def test_the_complete_file_on_the_page_is_accepted(catalogue: Catalogue) -> None:
    block = next(b for b in re.findall(r"```yaml\n(.*?)```", PAGE, re.S) if "scheme:" in b)
    scheme = read_scheme(block.encode(), "page.yaml", catalogue)
    assert accept(scheme, catalogue) == ()


def test_the_page_names_every_rule_that_the_checker_refuses_by() -> None:
    rules = {kind.floor for kind in KINDS if kind.floor}
    table = PAGE[PAGE.index("## What is refused below") :]
    assert rules == set(re.findall(r"^\| (RF-\d+) \|", table, re.M))


def test_the_keywords_at_a_place() -> None:
    assert "rolling" in keys_of(("factors", 0, "at_most"))
    assert "of" in keys_of(("factors", 0, "points", "as share"))
    assert "accumulates" in keys_of(("lists", 1, "enters_on", "as any_of", "any", 0))
    assert "is" in keys_of(("factors", 0, "where", "severity", "as tests"))
