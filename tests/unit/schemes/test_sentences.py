"""A scheme in plain sentences, in both languages, held against what a person read before."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from evenhand.kernel.periods import Day, Span
from evenhand.kernel.text import LANGUAGES, Language
from evenhand.schemes.phrases import day_text, lowered, points_text, span_text
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.schemes.sentences import say, sentence_of_factor, sentence_of_list
from evenhand.sources.catalogue import Catalogue
from tests.conftest import ROOT
from tests.golden import check_golden

SHIPPED = sorted((ROOT / "src" / "evenhand" / "shipped" / "schemes").rglob("*.yaml"))
GOOD = sorted((ROOT / "tests" / "good" / "schemes").glob("*.yaml"))
FORBIDDEN = re.compile(
    r"blacklist|black list|red list|dishonest|discredited|untrustworthy|subject, entity|黑名单|红名单|老赖",
    re.I,
)
LAW = ("- Legal basis:", "- 依据：")
"""Titles of laws are said as they are."""

Read = Callable[[str], Scheme]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [*SHIPPED, *GOOD], ids=lambda p: p.stem)
def test_said_as_before(path: Path, language: Language, catalogue: Catalogue) -> None:
    scheme = read_scheme(path.read_bytes(), path.name, catalogue)
    golden = ROOT / "tests" / "golden" / "sentences" / f"{path.stem}.{language}.md"
    check_golden(golden, say(scheme, language, catalogue))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [*SHIPPED, *GOOD], ids=lambda p: p.stem)
def test_every_part_is_said(path: Path, language: Language, catalogue: Catalogue) -> None:
    scheme = read_scheme(path.read_bytes(), path.name, catalogue)
    said = say(scheme, language, catalogue)
    lines = said.splitlines()
    for factor in scheme.factors:
        entries = [line for line in lines if line.startswith(f"- {factor.title.said_in(language)}")]
        assert len(entries) >= 1
        assert sentence_of_factor(factor, language, catalogue) in said
        assert factor.article in said
    for rule in scheme.lists:
        assert rule.title.said_in(language) in said
    for grade in scheme.grades:
        assert grade.grade in said
    for benefit in scheme.benefits:
        assert benefit.title.said_in(language) in said


@pytest.mark.parametrize("path", [*SHIPPED, *GOOD], ids=lambda p: p.stem)
def test_the_words_are_for_readers(path: Path, catalogue: Catalogue) -> None:
    scheme = read_scheme(path.read_bytes(), path.name, catalogue)
    english, chinese = say(scheme, "en", catalogue), say(scheme, "zh", catalogue)
    for said in (english, chinese):
        own_words = [line for line in said.splitlines() if not line.startswith(LAW)]
        assert not FORBIDDEN.search("\n".join(own_words))
        assert "None" not in said
        assert "  " not in said
        assert not re.search(r"\b\w+_\w+\b", said), "a name of the file, not a word"
    assert not re.search(r"[\u4e00-\u9fff][,;:!?]", chinese), "half-width punctuation after Han"
    assert not re.search(r"\d [分天年个%]", chinese), "a space before a unit"


def test_without_a_catalogue_things_are_said_by_their_names(read: Read, compliance: str) -> None:
    scheme = read(compliance)
    assert "food_safety_penalty" in sentence_of_factor(scheme.factors[0], "en")
    assert "food-inspect-more-often" in sentence_of_list(scheme.lists[0], "zh")


def test_a_factor_in_both_languages(read: Read, points: str, catalogue: Catalogue) -> None:
    speeding = read(points).factors[1]
    assert sentence_of_factor(speeding, "en", catalogue) == (
        "Speeding: Each speeding decision where percent over the limit is at least 20 percent "
        "takes 1 point. It counts for 12 months. Rule: 3."
    )
    assert sentence_of_factor(speeding, "zh", catalogue) == (
        "超速：“超速百分比”不低于20的，每条超速行政处罚决定减1分。12个月内有效。依据：3。"
    )


def test_a_list_says_what_leads_to_it_and_how_to_leave(
    read: Read, compliance: str, catalogue: Catalogue
) -> None:
    serious = sentence_of_list(read(compliance).lists[0], "en", catalogue)
    for words in (
        "3 records within 12 months, with the kind of conduct the same",
        "Points and levels play no part.",
        "First comes a notice, then 15 days to object.",
        "An entry ends by itself after 36 months.",
        "After 12 months it can be repaired and end early, with: penalty performed.",
    ):
        assert words in serious


@pytest.mark.parametrize(
    ("condition", "en", "zh"),
    [
        ("{at_least: 1000}", "fine is at least 1000 yuan", "“罚款金额”不低于1000元"),
        ("{less_than: 0.5}", "fine is less than 0.5 yuan", "“罚款金额”低于0.5元"),
        (
            "{at_least: 1, less_than: 2}",
            "1 yuan and fine is less than 2 yuan",
            "且“罚款金额”低于2元",
        ),
    ],
)
def test_conditions_on_amounts_are_said_in_their_unit(
    read: Read, compliance: str, catalogue: Catalogue, condition: str, en: str, zh: str
) -> None:
    text = compliance.replace(
        "    at_most: {per_year", f"    where: {{amount: {condition}}}\n    at_most: {{per_year"
    )
    factor = read(text).factors[0]
    assert en in sentence_of_factor(factor, "en", catalogue)
    assert zh in sentence_of_factor(factor, "zh", catalogue)


def test_a_history_says_from_which_day_each_number_holds(
    read: Read, points: str, catalogue: Catalogue
) -> None:
    factor = read(points.replace("points: 5", "points: {2019-01-01: 3, 2021-07-01: 5}")).factors[0]
    said = sentence_of_factor(factor, "en", catalogue)
    assert "adds 3 points from 1 January 2019, adds 5 points from 1 July 2021" in said
    assert "2021年7月1日起加5分" in sentence_of_factor(factor, "zh", catalogue)


def test_small_words() -> None:
    assert points_text(1000).en == "1 point"
    assert points_text(-2500).en == "2.5 points"
    assert day_text(Day(2027, 3, 14)).zh == "2027年3月14日"
    assert span_text(Span(1, "month")).en == "1 month"
    assert span_text(Span(24, "month")).zh == "24个月"
    assert lowered("AEO certificate") == "AEO certificate"
    assert lowered("Fine") == "fine"
