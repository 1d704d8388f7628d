"""Each keyword has a page, made in part from the shape; its snippets are accepted and refused."""

from __future__ import annotations

import pytest

from evenhand.schemes.words import all_keys
from evenhand.sources.catalogue import Catalogue
from tests.golden import check_golden
from tests.keyword_pages import FOLDER, index, made_page, page_of, refusal, snippets, told

KEYS = sorted(all_keys())


@pytest.mark.parametrize("keyword", KEYS)
def test_a_page_says_what_the_shape_says(keyword: str, catalogue: Catalogue) -> None:
    text = page_of(keyword).read_text(encoding="utf-8")
    assert text.startswith(f"# `{keyword}`\n")
    check_golden(page_of(keyword), made_page(text, keyword, catalogue))


@pytest.mark.parametrize("keyword", KEYS)
def test_its_snippets_are_accepted_and_refused(keyword: str, catalogue: Catalogue) -> None:
    shown = list(snippets(page_of(keyword).read_text(encoding="utf-8")))
    assert sorted(kind for kind, *_ in shown) == ["accepted", "refused"]
    for kind, base, text in shown:
        findings = told(base, text, catalogue)
        stops = [f for f in findings if f.kind.weight == "stops"]
        assert f"{keyword}:" in text or kind == "refused", "the snippet shows another keyword"
        assert bool(stops) == (kind == "refused"), refusal(findings)


def test_the_index_names_every_page(catalogue: Catalogue) -> None:
    check_golden(FOLDER / "README.md", index(catalogue))
    assert sorted(page.stem for page in FOLDER.glob("*.md")) == sorted(["README", *KEYS])
