"""A newer version that is milder serves the entries of the older one; one that is not changes nothing."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from evenhand.pipeline.founding import shipped
from evenhand.pipeline.opened import Opened
from tests.world import LIST, World, company

SCHEME = "linhe-compliance"


ALONE = "serious environmental offences by one serious record"


def next_version(town: World, *changes: tuple[str, str], without: str = "", years: int = 1) -> Path:
    """The shipped scheme as a version of its own, in force in thirty days, with parts replaced.

    Examples that say what is no more (``without``, a pattern) are left out; those of long spans begin
    so many years later.
    """
    text = shipped("schemes", "linhe", f"{SCHEME}.yaml").read_text(encoding="utf-8")
    today = town.at.date()
    begins = today + dt.timedelta(days=30)
    text = re.sub(r"- \{name: level A held.*", lambda example: _later(example, years), text)
    if without:
        text = re.sub(rf"  - \{{name: .*{without}.*\n", "", text)
    for before, after in (
        ('\nversion: "2025.1"', '\nversion: "2026.1"'),
        ("published: 2025-01-06", f"published: {today}"),
        ("from: 2025-03-01", f"from: {begins}"),
        *changes,
    ):
        assert before in text, before
        text = text.replace(before, after)
    file = town.folder / "next.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def _later(example: re.Match[str], years: int) -> str:
    return re.sub(r"20\d\d(?=-)", lambda year: str(int(year.group()) + years), example.group())


def in_force(town: World, file: Path) -> None:
    """Two stewards make it public; thirty days later it is in force."""
    reasons = ("--reasons", "The rule is too long for what it is about.")
    town.must("scheme", "propose", file, *reasons, *town.acting("steward-1"))
    town.must("scheme", "publish", file, *town.acting("steward-2"))
    town.later(days=31)
    town.run()


def last_day(town: World) -> dt.date:
    with Opened(town.register) as opened:
        effect = opened.desk.state(town.only_case()).effect
    assert effect is not None
    assert effect.last is not None
    return effect.last


def term(months: int) -> tuple[str, str]:
    """A change of the list's term; what stands there now is looked up."""
    text = shipped("schemes", "linhe", f"{SCHEME}.yaml").read_text(encoding="utf-8")
    start = text.index(f"- list: {LIST}\n")
    rule = text[start : text.index("\n  - list:", start + 1)]
    return rule, re.sub(r"lasts: \d+ months", f"lasts: {months} months", rule)


def test_a_shorter_term_shortens_the_entry_and_its_subject_is_told(published: World) -> None:
    case, before = published.only_case(), last_day(published)
    in_force(published, next_version(published, term(18)))
    after = last_day(published)
    assert after < before
    (event,) = published.events("case.shortened")
    assert (event.topic, event.body["why"], event.body["version"]) == (case, "milder_law", "2026.1")
    assert event.body["until"] == after.isoformat()
    asked = ("case", "letter", case, *published.acting("auditor"))
    assert f"{after.day} {after:%B} {after.year}" in published.must("--lang", "en", *asked).out
    chinese = f"{after.year}年{after.month}月{after.day}日"
    assert chinese in published.must("--lang", "zh", *asked).out
    published.move(dt.datetime.combine(after, dt.time(9), dt.UTC) + dt.timedelta(days=2))
    assert published.sizes() == {}


def test_a_version_that_is_no_milder_changes_no_entry(published: World) -> None:
    before = last_day(published)
    in_force(published, next_version(published))
    assert last_day(published) == before
    assert published.events("case.shortened") == []
    assert published.look() == {published.only_case(): "in_effect"}


def test_an_entry_of_a_list_that_is_gone_ends(published: World) -> None:
    rule, _ = term(1)
    in_force(published, next_version(published, (rule, ""), without=rf"proposes: \[{LIST}\]"))
    (event,) = published.events("case.ended")
    assert (event.body["why"], event.body["version"]) == ("milder_law", "2026.1")
    assert published.sizes() == {}
    edition = published.publish()
    assert edition["entries"] == 0
    assert company(1) not in published.must("list", "sizes").out


def test_an_entry_on_conduct_that_the_rule_finds_no_more_ends_and_its_subject_is_told(
    published: World,
) -> None:
    """The list and its term stay; one serious offence by itself does not enter it any more."""
    serious = "        - {record: environmental_penalty, where: {severity: serious}}\n"
    in_force(published, next_version(published, (serious, ""), without=ALONE))
    (event,) = published.events("case.ended")
    assert (event.body["why"], event.body["version"]) == ("milder_law", "2026.1")
    assert published.sizes() == {}
    assert (
        "milder"
        in published.must(
            "--lang", "en", "case", "letter", event.topic, *published.acting("auditor")
        ).out
    )
