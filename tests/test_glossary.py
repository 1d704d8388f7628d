"""Code and glossary use the same words: what a noun module names, the glossary explains."""

from __future__ import annotations

import ast
import re

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8")
NOUNS = (
    "cases.case", "cases.dossier", "cases.enrol", "cases.people", "identity.judgement",
    "kernel.consent", "kernel.evidence", "kernel.findings", "kernel.periods", "lists.entry",
    "publication.edition", "records.held", "records.statement", "schemes.clause", "schemes.factor",
    "schemes.grade", "schemes.listing", "schemes.scheme", "scoring.standing",
    "sources.catalogue", "sources.contract", "sources.sheet",
)  # fmt: skip
OF_THE_PROGRAM = {
    "Happening": "an event, as the core of cases sees it",
    "Facts": "what a case rests on",
    "State": "where a case stands",
    "Said": "one value, as it was typed",
    "RecordSaid": "one record, as it was typed",
    "RuleSaid": "what the rule behind a case says",
    "Telling": "what a case cannot say of itself",
    "Pending": "an enrolment that lacks a signature",
    "Support": "what supports a value",
    "Place": "where a finding is",
    "Past": "the log as the last edition left it",
    "Assembled": "an edition whose files were all written",
    "Named": "a row with what it calls its subject",
    "Filling": "how full the rows of a delivery are",
    "Line": "where something stands in a file",
    "Origin": "which file a scheme was read from",
    "Dated": "a number with its history",
    "GivenDirectly": "which record gave a grade",
    "FrameworkRef": "which framework a scheme names",
    "OfEach": "the second condition of a band",
}
"""Classes of noun modules that name no concept of the field, each with what it is."""


def classes(module: str) -> list[str]:
    """The public classes that a noun module declares, private ones and type aliases aside."""
    path = ROOT / "src" / "evenhand" / f"{module.replace('.', '/')}.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [n.name for n in tree.body if isinstance(n, ast.ClassDef) and not n.name.startswith("_")]


def words(name: str) -> list[str]:
    """``ListRule`` is made of the words list and rule."""
    return [word.lower() for word in re.findall(r"[A-Z][a-z]+", name)]


def explained() -> set[str]:
    """Every word of the first column."""
    firsts = " ".join(re.findall(r"^\| ([^|]+) \|", PAGE, re.M)).lower()
    return {word.rstrip("s") for word in re.findall(r"[a-z]+", firsts)}


def is_explained(name: str) -> bool:
    there = explained()
    return all(
        {
            word,
            word.rstrip("s"),
            word.replace("ies", "y"),
            word.removesuffix("d"),
            word.removesuffix("ed"),
        }
        & there
        for word in words(name)
    )


@pytest.mark.parametrize("module", NOUNS)
def test_every_noun_of_the_code_is_in_the_glossary(module: str) -> None:
    names = classes(module)
    unknown = [n for n in names if n not in OF_THE_PROGRAM and not is_explained(n)]
    assert not unknown


def test_no_exception_is_left_over() -> None:
    there = {name for module in NOUNS for name in classes(module)}
    assert set(OF_THE_PROGRAM) <= there


def test_a_word_that_nobody_explains_is_found() -> None:
    assert is_explained("ListRule")
    assert not is_explained("Frobnicator")


def test_every_word_has_its_chinese_and_its_meaning() -> None:
    for line in PAGE.splitlines():
        if line.startswith("| ") and not line.startswith(("| ---", "| word", "| in code")):
            cells = [cell.strip() for cell in line.strip("| ").split("|")]
            assert len(cells) == 3, line
            assert all(cells), line
            assert any(re.search(r"[\u4e00-\u9fff]", cell) for cell in cells[1:]), line
