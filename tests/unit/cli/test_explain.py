"""A standing in lines of 80 columns: what counts, how much is left, the rules, what is to come."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from evenhand.cli.explain_json import as_json
from evenhand.cli.explain_lines import left_text, made_of
from evenhand.cli.explain_outlook import outlook_texts, to_come
from evenhand.cli.explain_wrap import Said, in_lines, page_in_lines, wide, wrapped
from evenhand.cli.voice import Voice
from evenhand.kernel.ids import AuthorityId, DeliveryId, RecordId, RecordType, SchemeId, SubjectId
from evenhand.kernel.periods import Clocks, Day, moment
from evenhand.kernel.text import Language, Text
from evenhand.pipeline.dossiers import OpenedRecord
from evenhand.pipeline.inquiry import Reckoned, Reckoning
from evenhand.relational.facts import RecordFacts
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import InForce, Scheme
from evenhand.schemes.sentences import say
from evenhand.scoring.outlook import Bound, Ending, Falling, Outlook, Turn
from evenhand.scoring.standing import Contribution, Explanation, GivenDirectly, Standing
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.read_catalogue import read_catalogue
from tests.conftest import ROOT

GOOD = ROOT / "tests" / "good" / "schemes"
TODAY = Clocks(Day(2027, 6, 30), moment("2027-06-30T09:00:00Z"))
FOOD, FILED = RecordId(11), RecordId(12)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


def scheme_named(name: str, catalogue: Catalogue) -> Scheme:
    path = GOOD / f"{name}.yaml"
    return read_scheme(path.read_bytes(), path.name, catalogue)


def opened(number: RecordId, type_: str, day: Day) -> OpenedRecord:
    facts = RecordFacts(
        subject=SubjectId(1),
        record=number,
        type=RecordType(type_),
        authority=AuthorityId("linhe-market-bureau"),
        document=None,
        content=None,
        happened=day,
        ends=None,
        delivery=DeliveryId("D-0000000000000001"),
        supersedes=None,
        retracts=False,
        waits=False,
    )
    return OpenedRecord(facts, {"document": "临市监罚〔2027〕1号", "article": "第一百二十四条"})


def standing(points: int, grade: str | None, **more: Any) -> Standing:
    clocks = Clocks(more.pop("on", TODAY.as_of), TODAY.known_at)
    return Standing(SubjectId(1), SchemeId("town"), clocks, points, grade, **more)


def reckoning(scheme: Scheme, of: Explanation) -> Reckoning:
    titles: dict[str, Text] = {factor.factor: factor.title for factor in scheme.factors}
    there = {
        FOOD: opened(FOOD, "food_safety_penalty", Day(2027, 3, 10)),
        FILED: opened(FILED, "annual_report_filed", Day(2027, 2, 10)),
    }
    lines = tuple(
        Reckoned(c, None if c.record is None else there[c.record], titles.get(c.factor))
        for c in of.contributions
    )
    return Reckoning(InForce(scheme, scheme.published), of, lines, of.standing.grade)


def food(points: int = -20_000, **more: Any) -> Contribution:
    return Contribution("points", "food", FOOD, points, until=Day(2029, 3, 9), **more)


def a_reckoning(catalogue: Catalogue, *contributions: Contribution, **more: Any) -> Reckoning:
    told = contributions or (
        Contribution("base", "", None, 100_000),
        food(),
        Contribution("points", "", FILED, 0, "no_factor"),
    )
    directly = more.pop("directly", None)
    made = standing(sum(c.points for c in told), more.pop("grade", "B"), **more)
    scheme = scheme_named("town-compliance", catalogue)
    return reckoning(scheme, Explanation(made, tuple(told), directly))


def said(of: Reckoning, catalogue: Catalogue, language: Language) -> str:
    return "\n".join(in_lines(made_of(Voice(language), of, catalogue)))


def test_a_standing_in_english(catalogue: Catalogue) -> None:
    assert said(a_reckoning(catalogue), catalogue, "en") == (
        """\
Town compliance, 30 June 2027: 80 points, level B.

      100  where everybody starts
      -20  Food penalty
           Food safety penalty, 临市监罚〔2027〕1号, Linhe Market Supervision
           Bureau, 10 March 2027, 第一百二十四条, until 9 March 2029,
           R-000000000000B
       80  sum

Records that do not count:
- the scheme counts no such record
           Annual report filed, 临市监罚〔2027〕1号, Linhe Market Supervision
           Bureau, 10 February 2027, 第一百二十四条, R-000000000000C

The rules behind these lines:
- Food penalty: Each food safety penalty counts by severity: minor takes 2
  points, moderate takes 6 points, serious takes 20 points. It counts for 24
  months. At most 40 points in a calendar year. Rule: 2."""
    ).replace("R-000000000000B", str(FOOD)).replace("R-000000000000C", str(FILED))


def test_a_standing_in_chinese_has_no_english_words(catalogue: Catalogue) -> None:
    told = said(a_reckoning(catalogue), catalogue, "zh")
    assert "小镇合规，2027年6月30日：80分，等级B。" in told
    assert "计至2029年3月9日" in told
    assert "- 食品处罚：每条食品安全行政处罚按“严重程度”计" in told
    assert not re.search(r"[A-Za-z]{2,}", re.sub(r"R-\w+", "", told))


def test_what_age_has_left_of_a_record_is_said(catalogue: Catalogue) -> None:
    faded = a_reckoning(
        catalogue, Contribution("base", "", None, 100_000), food(-13_334, times=2, over=3)
    )
    assert "counts two thirds now" in said(faded, catalogue, "en").replace("\n           ", " ")
    assert "现按三分之二计" in said(faded, catalogue, "zh").replace("\n           ", "")


@pytest.mark.parametrize(
    ("times", "over", "en", "zh"),
    [
        (500, 1000, "counts half now", "现按一半计"),
        (3000, 1000, "counts 3 times now", "现按3倍计"),
        (707_107, 1_000_000, "counts 71 % now", "现按71%计"),
        (1, 1000, "counts less than 1 % now", "现按不到1%计"),
    ],
)
def test_how_much_is_left_as_people_say_it(times: int, over: int, en: str, zh: str) -> None:
    assert left_text(times, over) == Text(zh=zh, en=en)


@pytest.mark.parametrize(("times", "over"), [(None, None), (1000, 1000), (5, 0)])
def test_where_nothing_fades_nothing_is_said(times: int | None, over: int | None) -> None:
    assert left_text(times, over) is None


def test_what_was_given_back_has_its_line_and_its_record(catalogue: Catalogue) -> None:
    mended = Contribution("mended", "food", FOOD, 16_000)
    told = said(
        a_reckoning(catalogue, Contribution("base", "", None, 100_000), food(), mended),
        catalogue,
        "en",
    )
    assert re.search(r"\+16  Food penalty: given back", told)
    assert told.count(str(FOOD)) == 2


def test_what_decides_beside_the_points_is_said(catalogue: Catalogue) -> None:
    scheme = scheme_named("every-keyword", catalogue)
    base = Contribution("base", "", None, 50_000)
    due = standing(50_000, "P", rank=33_333, stage="reminded", reduced_to=85_000)
    told = reckoning(scheme, Explanation(due, (base,), GivenDirectly(0, (FOOD,))))
    english = said(told, catalogue, "en")
    assert "level being mended." in english
    assert "Rank 33.333 of 100 among its peers." in english
    assert "does not come from the points: the latest inspection found faults." in english
    assert "The step that is due: Reminder." in english
    assert "With it the points are cut to 85 points." in english
    lowered = standing(50_000, "B", rank=80_000, ceiling=0)
    told = reckoning(scheme, Explanation(lowered, (base,)))
    assert "No annual report in two years: the best level is B (good)." in said(
        told, catalogue, "en"
    )
    missed = standing(50_000, "B", rank=80_000)
    told = reckoning(scheme, Explanation(missed, (base,)))
    chinese = said(told, catalogue, "zh").replace("\n", "")
    assert "分数已到等级A（优），该等级还须食品处罚和安全各最少负5分、最多80分。" in chinese


def outlook_of(then: Standing, scheme: Scheme, **more: Any) -> Outlook:
    grades = {grade.grade: grade for grade in scheme.grades}
    made = Outlook(
        next=Ending(Day(2029, 3, 10), (Falling(FOOD, "food", -20_000, 0),), then),
        better=Bound(grades["A"], 90_000, 10_000),
        turns=(Turn(FOOD, "food", standing(100_000, "A")),),
    )
    return replace(made, **more)


def test_what_is_to_come_in_both_languages(catalogue: Catalogue) -> None:
    now = a_reckoning(catalogue)
    ahead = outlook_of(standing(100_000, "A", on=Day(2029, 3, 10)), now.in_force.scheme)
    english = "\n".join(in_lines(to_come(Voice("en"), now, ahead)))
    assert (
        english
        == f"""
What is to come, if nothing else happens:
- First, "Food penalty" ({FOOD}, -20) ends: from 10 March 2029 it
  counts no more.
- It is then 100 points, level A.
- Level A begins at 90 points: 10 points to go.
- Without "Food penalty" ({FOOD}) alone the level would be A."""
    )
    assert [text.zh for text in outlook_texts(now, ahead)] == [
        f"最先到期的是“食品处罚”（{FOOD}，减20分）：2029年3月10日起不再计入。",
        "那时100分，等级变为A。",
        "等级A从90分起，还差10分。",
        f"如果单单没有“食品处罚”（{FOOD}），等级就是A。",
    ]


def test_a_level_that_stays_and_changes_later_is_told_so(catalogue: Catalogue) -> None:
    now = a_reckoning(catalogue)
    scheme = now.in_force.scheme
    later = standing(100_000, "A", on=Day(2029, 6, 1))
    worse = Bound(scheme.grades[0], 90_000, 0)
    ahead = outlook_of(standing(81_000, "B"), scheme, changes=later, turns=(), worse=worse)
    english = [text.en for text in outlook_texts(now, ahead)]
    assert english[1:] == [
        "It is then 81 points, still level B.",
        "From 1 June 2029 the level is A (100 points).",
        "Level A begins at 90 points: 10 points to go.",
        "Level B lies below 90 points: the points are just on the line.",
    ]


def test_one_point_is_one_point(catalogue: Catalogue) -> None:
    now = a_reckoning(catalogue)
    scheme = now.in_force.scheme
    then = standing(1_000, None)
    ahead = outlook_of(then, scheme, better=Bound(scheme.grades[1], 90_000, 1_000), turns=())
    english = [text.en for text in outlook_texts(now, ahead)]
    assert english[1:] == [
        "It is then 1 point, no level.",
        "Level A begins at 90 points: 1 point to go.",
    ]


def test_a_step_down_says_what_is_left_and_others_follow(catalogue: Catalogue) -> None:
    now = a_reckoning(catalogue)
    falling = (Falling(FOOD, "food", -20_000, -10_000), Falling(FILED, "food", -5_000, 0))
    ahead = Outlook(next=Ending(Day(2028, 3, 10), falling, standing(95_000, "A")))
    english = [text.en for text in outlook_texts(now, ahead)]
    assert english[0] == f'First, from 10 March 2028 "Food penalty" ({FOOD}) counts -10, now -20.'
    assert english[1] == f'On the same day "Food penalty" ({FILED}, -5) ends too.'


def test_nothing_that_ends_is_said_where_the_rules_have_an_end(catalogue: Catalogue) -> None:
    now = a_reckoning(catalogue)
    assert [text.en for text in outlook_texts(now, Outlook())] == [
        "Everything that counts now still counts when the rules end on 31 December 2029."
    ]


def test_json_has_the_outlook_and_the_rules_in_both_languages(catalogue: Catalogue) -> None:
    now = a_reckoning(catalogue)
    ahead = outlook_of(standing(100_000, "A"), now.in_force.scheme)
    made: Any = as_json(now, ahead, catalogue)
    assert made["points"] == 80_000
    assert made["outlook"]["next"]["falling"][0]["record"] == str(FOOD)
    assert made["outlook"]["better"] == {"grade": "A", "from": 90_000, "away": 10_000}
    assert made["rules"]["food"]["zh"].startswith("食品处罚：")
    assert "rank" not in made


@pytest.mark.parametrize("width", [20, 40, 78, 80])
def test_no_line_is_wider_than_asked(width: int) -> None:
    text = (
        "《食品安全法》第一百二十四条第一款，计至2027年5月19日，R-54G996JBKEHJJ。 A long word: " * 4
    )
    lines = list(wrapped(text, "      -20  "[: width // 4], "  ", width))
    assert max(map(wide, lines)) <= width
    assert not [line for line in lines[1:] if line.strip()[:1] in "，。》：）"]
    assert "".join("".join(lines).split()).count("R-54G996JBKEHJJ") == 4


def test_numbers_stay_with_their_units_and_long_words_are_cut() -> None:
    assert list(wrapped("计至2027年5月19日", width=10)) == ["计至2027年", "5月19日"]
    assert list(wrapped("x" * 25, width=10)) == ["x" * 10, "x" * 10, "x" * 5]
    assert list(wrapped("")) == []


def test_a_page_is_broken_under_its_items(catalogue: Catalogue) -> None:
    page = say(scheme_named("every-keyword", catalogue), "zh", catalogue)
    lines = list(page_in_lines(page))
    assert max(map(wide, lines)) <= 80
    assert "".join("".join(lines).split()) == "".join(page.split())
    assert list(page_in_lines("# A\n\n- one two\n", 7)) == ["# A", "", "- one", "  two"]
    assert list(in_lines([Said("x", "- ")])) == ["- x"]


def test_records_of_a_share_stand_under_its_sum(catalogue: Catalogue) -> None:
    scheme = scheme_named("every-keyword", catalogue)
    told = Explanation(
        standing(10_000, None),
        (
            Contribution("points", "items-in-order", None, 10_000),
            Contribution("points", "items-in-order", FOOD, 0, until=Day(2029, 3, 9)),
        ),
    )
    lines = said(reckoning(scheme, told), catalogue, "en").splitlines()
    at = lines.index("      +10  Share of items in order")
    assert lines[at + 1].strip().startswith("Food safety penalty, ")
    assert "+0" not in "".join(lines)


def test_a_record_without_points_of_its_own_is_named_without_them(catalogue: Catalogue) -> None:
    now = a_reckoning(catalogue)
    ending = Ending(Day(2029, 3, 10), (Falling(FOOD, "food", 0, 0),), standing(100_000, "A"))
    english = next(outlook_texts(now, Outlook(next=ending))).en
    assert english == f'First, "Food penalty" ({FOOD}) ends: from 10 March 2029 it counts no more.'
