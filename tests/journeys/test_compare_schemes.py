"""A reform from the draft to the public rule: compared, signed by two people, or refused in words."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from evenhand.pipeline.founding import shipped
from tests.world import (
    CONSENTS,
    ENVIRONMENT,
    MINOR,
    PENALTIES,
    Said,
    World,
    company,
    consent,
    penalty,
    resident,
)

NAME = "linhe-compliance"
WHY = "Three firms polluted the same river again within a year."


def reform(folder: Path, *changes: tuple[str, str], name: str = "reform.yaml") -> Path:
    """The next version of the rules for companies: a minor environmental penalty takes 12, not 2."""
    text = shipped("schemes", "linhe", f"{NAME}.yaml").read_text(encoding="utf-8")
    text = re.sub(r"\nframework: .*", "", text)  # which caps what a minor penalty may cost
    text = re.sub(r"- \{name: level A held.*", _a_year_later, text)
    text = re.sub(r"- \{name: .*environmental_penalty.*", _dearer, text)
    first, rest = text.split("  - factor: environment\n")
    rest = rest.replace("minor: -2, moderate: -6", "minor: -12, moderate: -12", 1)
    text = f"{first}  - factor: environment\n{rest}"
    return _written(folder / name, text, (VERSION, *DAYS, *changes))


VERSION = ('\nversion: "2025.1"', '\nversion: "2026.1"')
DAYS = (
    ("published: 2025-01-06", "published: 2026-03-02"),
    ("from: 2025-03-01", "from: 2026-05-01"),
)


def help_in_need(folder: Path, name: str, first: dt.date, last: dt.date) -> Path:
    """Emergency rules for residents: who gives blood now has points for five days."""
    looked = first + dt.timedelta(days=6)
    examples = [
        f"  - {{name: given {days} days ago, on: {looked}, gives: {{score: {score}}}, "
        f"records: [{{blood_donation_certificate: {{on: {looked - dt.timedelta(days=days)}}}}}]}}"
        for days, score in ((2, 105), (-1, 100), (6, 100))
    ]
    path = folder / f"{name}.yaml"
    path.write_text(HELP.format(name=name, first=first, last=last) + "\n".join(examples) + "\n")
    return path


HELP = """\
scheme: {name}
title: {{zh: 献血应急积分, en: Points for blood in need}}
version: "2026.1"
authority: linhe-credit-office
jurisdiction: Linhe
domain: civic-participation
legal_basis: [{{title: {{zh: 小镇条例, en: Town rules}}, article: "1"}}]
emergency: true
subjects: resident
participation: opt_in
published: 2026-03-02
in_force: {{from: {first}, until: {last}}}
score: {{base: 100, floor: 100, ceiling: 200}}
factors:
  - factor: donation
    title: {{zh: 献血, en: Donation}}
    counts: blood_donation_certificate
    points: 5
    within: 5 days
    at_most: {{in_all: 20}}
    article: "2"
grades:
  - {{grade: base, from: 100}}
  - {{grade: silver, from: 110}}
grades_purposes: [benefit-entitlement]
benefits:
  - {{benefit: bus-20, title: {{zh: 公交八折, en: Cheaper bus}}, needs: {{grade: silver}}, by: town-bus}}
examples:
"""


def _written(path: Path, text: str, changes: tuple[tuple[str, str], ...]) -> Path:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


def _a_year_later(example: re.Match[str]) -> str:
    return re.sub(r"20\d\d(?=-)", lambda year: str(int(year.group()) + 1), example.group())


def _dearer(example: re.Match[str]) -> str:
    text = example.group().replace("score: 78, grade: B", "score: 68, grade: C")
    return text.replace("score: 74, grade: B", "score: 44, grade: D")


def refused(done: Said, code: int, words: str) -> None:
    assert (done.code, words in done.err) == (code, True), done.err


def propose(town: World, file: Path, person: str = "steward-1", *more: object) -> Said:
    return town.say("scheme", "propose", file, "--reasons", WHY, *more, *town.acting(person))


def publish(town: World, file: Path, person: str = "steward-2") -> Said:
    return town.say("scheme", "publish", file, *town.acting(person))


@pytest.fixture
def penalised(town: World) -> World:
    """24 companies with a minor penalty and six with a serious one."""
    minor = [penalty(number, MINOR) for number in range(1, 25)]
    town.deliver(PENALTIES, *minor, *(penalty(number) for number in range(25, 31)))
    return town


# compare


def test_a_reform_is_compared_over_the_whole_register(penalised: World, tmp_path: Path) -> None:
    file, before = reform(tmp_path), penalised.head()
    said = penalised.must("scheme", "compare", NAME, file).out
    assert "24 companies move from B to C.\n" in said
    assert "None moves up.\n" in said
    assert "Main cause: Environmental penalty, for 24 of the 24 that move.\n" in said
    assert "0 proposals appear and 0 vanish.\n" in said
    assert "as if public since 2025-01-06" in said
    zh = penalised.must("scheme", "compare", NAME, file, "--lang", "zh").out
    assert "24 个企业由B变为C。" in zh
    assert penalised.head() == before


def test_the_same_question_gives_the_same_bytes_and_names_nobody(
    penalised: World, tmp_path: Path
) -> None:
    file = reform(tmp_path)
    for folder in ("one", "two"):
        done = penalised.must(
            "scheme",
            "compare",
            NAME,
            file,
            "--as-of",
            "2026-03-02",
            "--out",
            tmp_path / folder,
            "--json",
        )
    names = {"comparison.json", "comparison.csv", "comparison.jsonl"}
    assert {path.name for path in (tmp_path / "one").iterdir()} == names
    for name in names:
        data = (tmp_path / "one" / name).read_bytes()
        assert data == (tmp_path / "two" / name).read_bytes()
        assert b"9100" not in data
        assert b"S-" not in data
    assert "grades,B,C,24\n" in (tmp_path / "one" / "comparison.csv").read_text().replace("\r", "")
    tables = done.value["tables"]
    assert tables["districts"]["rows"] == ["000000"]
    assert tables["kinds"]["rows"] == ["enterprise"]
    assert company(1) not in done.out


def test_fewer_than_five_are_not_shown(town: World, tmp_path: Path) -> None:
    town.deliver(PENALTIES, *(penalty(n, MINOR) for n in range(1, 4)), *map(penalty, range(4, 30)))
    found = town.must("scheme", "compare", NAME, reform(tmp_path), "--json").value
    counts = {c for table in found["tables"].values() for row in table["counts"] for c in row}
    assert not {1, 2, 3, 4} & counts
    assert "<5" in counts
    assert "Too few subjects change their grade" in found["sentences"][-2]["en"]


def test_it_says_what_no_source_delivers(penalised: World, tmp_path: Path) -> None:
    asked = ("scheme", "compare", NAME, reform(tmp_path))
    found = penalised.must(*asked, "--json").value
    assert "food_safety_penalty" in found["not_delivered"]
    assert "environmental_penalty" not in found["not_delivered"]
    assert found["not_delivered"] == sorted(found["not_delivered"])
    told = " ".join(penalised.must(*asked).out.split())
    assert f"No source here delivers {len(found['not_delivered'])} of the record types" in told
    assert "move nobody in this comparison" in told
    zh = penalised.must("--lang", "zh", *asked).out
    assert "没有数据源报送其中" in zh


def test_residents_are_compared_only_while_they_consent(town: World) -> None:
    town.deliver(CONSENTS, *(consent(number) for number in range(1, 9)))
    asked = ("scheme", "compare", "linhe-osmanthus", "linhe-osmanthus@2025.1")
    said = town.must(*asked)
    assert "only those whose consent to linhe-osmanthus is in force" in said.out
    assert "does not know in which district a resident lives" in said.out
    assert _subjects(town.must(*asked, "--json")) == 8
    town.deliver(CONSENTS, *(consent(n, "退出", "2026-03-01") for n in range(1, 3)))
    assert _subjects(town.must(*asked, "--json")) == 6


def _subjects(done: Said) -> int:
    count: int = done.value["tables"]["grades"]["counts"][-1][-1]
    return count


def test_what_cannot_be_compared_is_refused(town: World, tmp_path: Path) -> None:
    def compare(old: object, new: object) -> Said:
        return town.say("scheme", "compare", old, new)

    refused(
        compare(NAME, "linhe-osmanthus"), 2, "schemes about different subjects cannot be compared"
    )
    refused(compare(NAME, "linhe-complience"), 2, "Near it: linhe-compliance")
    refused(compare(NAME, f"{NAME}@2024.1"), 2, f"Near it: {NAME}@2025.1")
    endless = reform(tmp_path, ("    within: 12 months\n", ""))
    refused(compare(NAME, endless), 2, "E-FLOOR-122")


# two signatures


def test_a_scheme_is_proposed_by_one_and_published_by_another(
    penalised: World, tmp_path: Path
) -> None:
    town, file = penalised, reform(tmp_path)
    first = propose(town, file, "steward-1", "--comments-until", "2026-04-10")
    assert first.code == 0, first.err
    assert "24 companies move from B to C." in first.out
    assert "scheme.published" not in {
        e.kind for e in town.events() if e.body.get("version") == "2026.1"
    }
    done = publish(town, file)
    assert done.code == 0, done.err
    assert "is public from 2026-03-02, in force from 2026-05-01" in done.out
    assert "Comments from 2026-03-02 to 2026-04-10." in done.out
    proposed, published = town.events("scheme.proposed")[-1], town.events("scheme.published")[-1]
    assert (proposed.actor, published.actor) == ("steward-1", "steward-2")
    assert proposed.signature
    assert published.signature
    assert published.body["proposal"] == proposed.seq
    assert published.body["author"] == "steward-1"
    assert published.body["reasons"] == WHY
    assert published.body["comments"] == {"first": "2026-03-02", "last": "2026-04-10"}
    comparison = published.body["comparison"]
    compared = town.must(
        "scheme", "compare", f"{NAME}@2025.1", file, "--as-of", "2026-03-02", "--json",
    ).value  # fmt: skip
    assert isinstance(comparison, dict)
    assert comparison["moves"]["moved"] == str(compared["tables"]["moves"]["counts"][0][3]) == "24"


def test_the_recorded_comparison_can_be_made_again(penalised: World, tmp_path: Path) -> None:
    """While the new version is a draft, the same question gives the digest that its author signed."""
    file = reform(tmp_path)
    assert propose(penalised, file).code == 0
    recorded = penalised.events("scheme.proposed")[-1].body["comparison"]
    asked = ("scheme", "compare", NAME, file, "--as-of", "2026-03-02", "--json")
    assert isinstance(recorded, dict)
    assert penalised.must(*asked).value["digest"] == recorded["digest"]


def test_everybody_sees_who_wrote_and_approved_it_and_why(town: World) -> None:
    shown = town.must("scheme", "show", NAME).out
    for words in (
        "steward-1",
        "steward-2",
        "The first rules of the town.",
        "2025-01-06 – 2025-02-28",
    ):
        assert words in shown
    listed = town.must("scheme", "list", "--json").value
    assert {(one["author"], one["approver"]) for one in listed} == {("steward-1", "steward-2")}
    file = town.must("scheme", "show", NAME, "--file").out
    assert file == shipped("schemes", "linhe", f"{NAME}.yaml").read_text(encoding="utf-8")


def test_one_person_alone_makes_no_scheme_public(town: World, tmp_path: Path) -> None:
    file = reform(tmp_path)
    refused(publish(town, file), 4, f"Nobody has proposed {NAME} 2026.1. Its author signs first")
    assert propose(town, file, "steward-1").code == 0
    words = f"steward-1 proposed {NAME} 2026.1; another person approves it."
    refused(publish(town, file, "steward-1"), 4, words)
    refused(publish(town, file, "officer-1"), 4, "This needs the signature of a steward")
    refused(town.say("scheme", "publish", file), 4, "--as ACCOUNT --key FILE")
    assert "2026.1" not in town.must("scheme", "list").out


def test_an_officer_of_the_authority_writes_where_there_is_one(town: World, tmp_path: Path) -> None:
    file = reform(tmp_path, ("authority: linhe-credit-office", f"authority: {ENVIRONMENT}"))
    refused(propose(town, file, "steward-1"), 4, "This needs the signature of an officer in office")
    assert propose(town, file, "officer-1").code == 0
    assert publish(town, file, "steward-1").code == 0
    assert town.events("scheme.published")[-1].body["author"] == "officer-1"


def test_an_author_who_left_leaves_no_proposal_behind(town: World, tmp_path: Path) -> None:
    file = reform(tmp_path, ("authority: linhe-credit-office", f"authority: {ENVIRONMENT}"))
    assert propose(town, file, "officer-1").code == 0
    town.must("officer", "revoke", "officer-1", "--why", "left", *town.acting("steward-1"))
    refused(publish(town, file), 4, "Its author officer-1 is no longer in office")


def test_a_changed_file_is_refused_before_and_after(town: World, tmp_path: Path) -> None:
    file = reform(tmp_path)
    assert propose(town, file).code == 0
    other = reform(tmp_path, ("Linhe compliance of", "Linhe conduct of"), name="other.yaml")
    refused(
        publish(town, other), 2, "This is not the file that steward-1 signed: its digest differs."
    )
    assert publish(town, file).code == 0
    words = f"{NAME} 2026.1 is public with other content. Give it a new version."
    refused(propose(town, other), 2, words)
    refused(publish(town, other), 2, words)
    before = town.head()
    assert publish(town, file).code == 0
    assert town.head() == before


def test_a_proposal_without_reasons_or_too_old_is_refused(town: World, tmp_path: Path) -> None:
    file = reform(tmp_path, ("from: 2026-05-01", "from: 2026-05-20"))
    silent = town.say("scheme", "propose", file, *town.acting("steward-1"))
    refused(silent, 2, "Say with --reasons why it is made")
    assert propose(town, file).code == 0
    town.later(days=31)
    refused(publish(town, file), 2, "It was proposed more than 30 days ago")


def test_rf_4_the_number_of_a_resident_is_no_reason(town: World, tmp_path: Path) -> None:
    asked = ("--reasons", f"因 {resident(1)} 而改", *town.acting("steward-1"))
    done = town.say("scheme", "propose", reform(tmp_path), *asked)
    assert done.code == 2, done.err
    assert len(town.events("scheme.proposed")) == 2


def test_what_its_examples_contradict_is_not_made_public(town: World, tmp_path: Path) -> None:
    file = reform(tmp_path, ("score: 68, grade: C", "score: 69, grade: C"))
    refused(propose(town, file), 2, "1 of 159 examples do not hold, first line ")


def test_rf_8_what_the_prover_refutes_is_not_made_public(town: World, tmp_path: Path) -> None:
    """A milder penalty that takes more points than a graver one."""
    file = reform(tmp_path, ("minor: -12, moderate: -12", "minor: -12, moderate: -6"))
    for done in (propose(town, file), publish(town, file)):
        refused(done, 2, "RF-8 is refuted: A milder record of the same day")
    assert "2026.1" not in town.must("scheme", "list").out


def test_rf_13_comments_shorter_than_thirty_days_are_refused(town: World, tmp_path: Path) -> None:
    short = ("--comments-until", "2026-03-30")
    refused(
        propose(town, reform(tmp_path), "steward-1", *short), 2, "RF-13: Comments until 2026-03-30"
    )


# emergencies and frameworks


def enacted(town: World, file: Path) -> Said:
    first = propose(town, file)
    return first if first.code else publish(town, file)


def test_an_emergency_scheme_ends_on_its_day_with_nobody_doing_anything(
    town: World, tmp_path: Path
) -> None:
    last = dt.date(2026, 4, 1)
    done = enacted(town, help_in_need(tmp_path, "flood-help", dt.date(2026, 3, 2), last))
    assert done.code == 0, done.err
    assert "Comments from 2026-03-02 to 2026-03-31." in done.out
    before = town.head()
    assert town.must("standing", "flood-help", "--as-of", last).code == 0
    over = town.say("standing", "flood-help", "--as-of", last + dt.timedelta(days=1))
    refused(over, 2, 'There is no scheme in force on that day "flood-help"')
    assert town.head() == before
    assert "flood-help" in {run["scheme"] for run in town.run()["schemes"]}
    town.later(days=31)
    assert "flood-help" not in {run["scheme"] for run in town.run()["schemes"]}


def test_rf_13_none_follows_within_180_days_and_the_earlier_one_is_named(
    town: World, tmp_path: Path
) -> None:
    last = dt.date(2026, 4, 1)
    first = help_in_need(tmp_path, "flood-help", dt.date(2026, 3, 2), last)
    assert enacted(town, first).code == 0
    for days, code in ((179, 2), (180, 2), (181, 0)):
        begins = last + dt.timedelta(days=days)
        file = help_in_need(tmp_path, "storm-help", begins, begins + dt.timedelta(days=10))
        done = enacted(town, file)
        assert done.code == code, done.err
        if code:
            assert "RF-13: " in done.err
            assert "from flood-help 2026.1 (2026-03-02 to 2026-04-01)" in done.err


def test_a_framework_may_be_public_and_nobody_is_scored_by_it(town: World, tmp_path: Path) -> None:
    changes = (("in_force:", "kind: framework\nin_force:"), ("linhe-osmanthus", "city-framework"))
    text = shipped("schemes", "linhe", "linhe-osmanthus.yaml").read_text(encoding="utf-8")
    file = _written(tmp_path / "framework.yaml", text, (*DAYS, *changes))
    done = enacted(town, file)
    assert done.code == 0, done.err
    later = ("--as-of", "2026-06-01")
    refused(town.say("standing", "city-framework", *later), 2, "There is no scheme in force")
    compared = town.say("scheme", "compare", "linhe-osmanthus", "city-framework", *later)
    refused(compared, 2, "city-framework is a framework: nobody is scored by it")


def test_an_edition_says_who_wrote_the_rules_and_why(town: World) -> None:
    edition = town.publish()
    text = (
        town.register / "editions" / "1" / "schemes" / NAME / "2025.1" / "sentences.en.txt"
    ).read_text(encoding="utf-8")
    assert edition["number"] == 1
    assert (
        "Written by steward-1, approved by steward-2.\n- Reasons: The first rules of the town."
        in text
    )
