"""A scheme in plain sentences, in both languages, held against what a person read before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evenhand.kernel.periods import Day, Span
from evenhand.kernel.text import LANGUAGES, Language, Text
from evenhand.schemes.grade_sentences import grade_name
from evenhand.schemes.phrases import (
    day_text,
    lowered,
    number_text,
    points_text,
    signed_text,
    span_text,
    weight_text,
)
from evenhand.schemes.reach import numbers_of
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Grade, Line, Scheme
from evenhand.schemes.sentences import say, sentence_of_factor, sentence_of_list
from evenhand.schemes.words import all_keys
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.strict_yaml import Plain, read_yaml
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
        assert grade_name(grade).said_in(language) in said
    for component in scheme.components:
        assert component.title.said_in(language) in said
    reasons = [d.reason for d in scheme.direct] + [c.reason for c in scheme.ceilings]
    for reason in reasons:
        assert reason.said_in(language) in said
    for stage in scheme.stages.steps if scheme.stages else ():
        assert stage.title.said_in(language) in said
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
        "超速：“超速百分比”不低于20%的，每条超速行政处罚决定减1分。12个月内有效。依据：3。"
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
        ("{at_least: 1000}", "fine is at least 1,000 yuan", "“罚款金额”不低于1000元"),
        ("{less_than: 0.5}", "fine is less than 0.5 yuan", "“罚款金额”低于0.5元"),
        (
            "{at_least: 1, less_than: 2}",
            "fine is at least 1 yuan and less than 2 yuan",
            "“罚款金额”不低于1元、低于2元",
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


ENGLISH = re.compile(r"[a-z]{3,}")


@pytest.mark.parametrize("path", [*SHIPPED, *GOOD], ids=lambda p: p.stem)
def test_chinese_sentences_hold_no_english_words_of_our_own(
    path: Path, catalogue: Catalogue
) -> None:
    scheme = read_scheme(path.read_bytes(), path.name, catalogue)
    own = say(scheme, "zh", catalogue)
    references = [
        article
        for factor in scheme.factors
        for points in numbers_of(factor.points)
        for article in points.references
    ]
    typed = [scheme.jurisdiction, scheme.version, *references]
    typed += [factor.article for factor in scheme.factors]
    typed += [scheme.framework.scheme] if scheme.framework else []
    typed += [grade.grade for grade in scheme.grades if grade.title is None]
    titles = [rule.title.zh for rule in catalogue.types.values()]
    titles += [field.title.zh for rule in catalogue.types.values() for field in rule.fields]
    for text in sorted([*typed, *titles], key=len, reverse=True):
        own = own.replace(text, "")
    law = [line for line in own.splitlines() if line.startswith(LAW)]
    own = "\n".join(line for line in own.splitlines() if line not in law)
    assert not ENGLISH.findall(own)


@pytest.mark.parametrize("path", [*SHIPPED, *GOOD], ids=lambda p: p.stem)
def test_nothing_is_denied_twice_and_plurals_are_right(path: Path, catalogue: Catalogue) -> None:
    said = say(read_scheme(path.read_bytes(), path.name, catalogue), "en", catalogue)
    assert not re.search(r"\bnot\b[^.,;]*\b(?:not|never|without|unless)\b", said)
    assert not re.search(r"(?<![\d.,])1 (?:points|months|years|days|records|hours|times)\b", said)
    assert not re.search(r"\b(?!1\b)\d+ (?:point|month|day|record|hour)\b", said)


def test_every_keyword_is_said(catalogue: Catalogue) -> None:
    path = next(path for path in GOOD if path.stem == "every-keyword")
    used = set(_keys(read_yaml(path.read_bytes(), path.name).plain()))
    assert used >= all_keys()
    said = say(read_scheme(path.read_bytes(), path.name, catalogue), "en", catalogue)
    for words in (
        "These are emergency rules.",
        'within the framework "provincial-framework", version 2026',
        "takes 5 points from 1 January 2026 (Decree 2)",
        "counted from the day on which the report became final",
        "It counts a little less each day, down to nothing at the end.",
        "up to 12 months it counts in full, up to 24 months counts half",
        "After every 6 months it counts half as much.",
        "80 % less within 60 days, 40 % less by the end of that year",
        "On each day, the food safety penalty with the most points",
        "Of what it takes, at most 55 points in a calendar year.",
        "At most 50 points in each 6 months, counted back from the day asked about.",
        "This line starts with 10 points. In all it takes at most 40 points.",
        "Safety: made of Food penalties and Fire penalties.",
        "The sum of all lines is divided by the items looked at",
        "A group of fewer than 2 has no ranks and no levels.",
        "Food penalties and Safety each have at least minus 5 points and at most 80 points",
        "the status is being mended",
        "the best level is B (good)",
        "Reminder: at 90 points or fewer.",
        "they are cut to 85 points",
    ):
        assert words in said, words


def _keys(plain: Plain) -> Iterator[str]:
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield key
            yield from _keys(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from _keys(value)


def test_days_are_compared_as_days(read: Read, compliance: str, catalogue: Catalogue) -> None:
    text = compliance.replace("counts: food_safety_penalty", "counts: enterprise_registration")
    text = text.replace(
        "points: {field: severity, table: {minor: -2, moderate: -6, serious: -20}}",
        "points: 1\n    where: {established: {at_least: 2020-01-01, less_than: 2021-01-01}}",
    )
    factor = read(text).factors[0]
    assert (
        "where day of establishment is on or after 1 January 2020 and before 1 January 2021"
        in sentence_of_factor(factor, "en", catalogue)
    )
    assert "“成立日期”不早于2020年1月1日、早于2021年1月1日的" in sentence_of_factor(
        factor, "zh", catalogue
    )


@pytest.mark.parametrize(
    ("weight", "en", "zh"),
    [
        (0, "counts nothing", "不计"),
        (250, "counts 25 %", "按25%计"),
        (500, "counts half", "按一半计"),
        (1000, "counts in full", "按全额计"),
        (3000, "counts 3 times", "按3倍计"),
    ],
)
def test_weights_are_said_as_people_do(weight: int, en: str, zh: str) -> None:
    assert (weight_text(weight).en, weight_text(weight).zh) == (en, zh)


@pytest.mark.parametrize(
    ("number", "en", "zh"),
    [(1_000, "1", "1"), (15_000_000, "15,000", "1.5万"), (1_234_500, "1,234.5", "1234.5")],
)
def test_numbers_are_said_as_people_do(number: int, en: str, zh: str) -> None:
    assert (number_text(number).en, number_text(number).zh) == (en, zh)


def test_small_words() -> None:
    assert signed_text(-5_000) == Text(zh="负5分", en="minus 5 points")
    assert points_text(1000).en == "1 point"
    assert points_text(-2500).en == "2.5 points"
    assert day_text(Day(2027, 3, 14)).zh == "2027年3月14日"
    assert span_text(Span(1, "month")).en == "1 month"
    assert span_text(Span(24, "month")).zh == "24个月"
    assert lowered("AEO certificate") == "AEO certificate"
    assert lowered("Fine") == "fine"


@pytest.mark.parametrize(
    ("name", "zh", "en", "said"),
    [
        ("A", "优", "Very good", Text(zh="A（优）", en="A (very good)")),
        ("silver", "银桂", "Silver", Text(zh="银桂", en="silver")),
        ("M", "M（新设）", "M (new)", Text(zh="M（新设）", en="M (new)")),
        ("A", "优", "Apt", Text(zh="A（优）", en="A (apt)")),
    ],
)
def test_a_level_is_named_once(name: str, zh: str, en: str, said: Text) -> None:
    assert grade_name(Grade(name, Text(zh=zh, en=en), 0, Line(1, 1))) == said
