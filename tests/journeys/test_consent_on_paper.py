"""A yes on paper: typed by one clerk, read again by a second, told to the resident, undone by them."""

from __future__ import annotations

from pathlib import Path

import pytest

from evenhand.cli.edge import clocks
from evenhand.kernel.codes import resident_check_character
from evenhand.kernel.ids import SubjectId
from evenhand.pipeline.inquiry import scheme_in_force, standings_of
from evenhand.pipeline.opened import Opened
from tests.world import (
    CONSENTS,
    DONATIONS,
    Said,
    World,
    consent,
    donation,
    form_file,
    key_of,
    paper_form,
)

SCHEME = "linhe-osmanthus"
ONE = "credit-clerk"
TWO = "credit-registrar"


def enter(town: World, said: dict[str, str], by: str = ONE) -> Said:
    return town.say("consent", "enter", "--form", form_file(town, said, "one"), *town.acting(by))


def confirm(town: World, said: dict[str, str], by: str = TWO) -> Said:
    return town.say("consent", "confirm", "--form", form_file(town, said, "two"), *town.acting(by))


def points(town: World) -> int:
    """How many take part, by the day's run."""
    (run,) = (r for r in town.run()["schemes"] if r["scheme"] == SCHEME)
    return int(run["subjects"])


def own_key(town: World, number: int) -> Path:
    path = town.key(f"resident-{number}")
    if not path.exists():
        key_of(f"resident-{number}").write(path)
    return path


def joined(town: World, number: int = 1, **changes: str) -> Path:
    """Let a resident join on paper with a key of their own; the file of their key."""
    key = own_key(town, number)
    said = paper_form(town, number, key=str(key_of(f"resident-{number}").public), **changes)
    for done in (enter(town, said), confirm(town, said)):
        assert done.code == 0, done.err
    return key


def mine(town: World, key: Path, *clocks: object) -> Said:
    return town.say("explain", SCHEME, "me", "--key", key, *clocks)


# the words


def test_the_words_have_a_digest_and_say_what_counts_who_sees_it_and_how_to_leave(
    town: World,
) -> None:
    said = town.must("consent", "words", SCHEME, "--json").value
    for language, phrases in (
        ("zh", ("计入的信息：", "谁能看到：", "不减少你的任何权利", "退出：", "未满18岁")),
        ("en", ("What is counted:", "Who sees it:", "takes no right from you", "To leave,")),
    ):
        printed = town.must("consent", "words", SCHEME, "--lang", language).out
        assert all(phrase in printed for phrase in phrases), printed
        assert f": {said['words']}" in printed
    refused = town.say("consent", "words", "linhe-compliance")
    assert refused.code == 2
    assert 'There is no scheme to opt in to "linhe-compliance"' in refused.err


def test_rf_1_each_yes_names_the_words_and_the_words_are_in_the_ledger(town: World) -> None:
    joined(town)
    (given,) = town.events("consent.entered")
    (words,) = town.events("consent.words")
    assert given.body["words"] == words.body["words"]
    assert "计入的信息" in str(words.body["zh"])
    town.deliver(CONSENTS, consent(2))
    assert len(town.events("consent.words")) == 1


def test_rf_1_a_form_on_other_words_is_refused(town: World) -> None:
    done = enter(town, paper_form(town, 1, words="0" * 64))
    assert done.code == 2
    assert "These are not the words of linhe-osmanthus of today" in done.err
    assert town.events("consent.entered") == []


# two clerks


def test_rf_1_nothing_counts_before_a_second_person_confirmed(town: World) -> None:
    said = paper_form(town, 1)
    assert "Nothing counts until another clerk" in enter(town, said).out
    town.deliver(DONATIONS, donation(1))
    assert points(town) == 0
    assert "Confirmed: 1" in confirm(town, said).out
    town.deliver(DONATIONS, donation(1, "2025-10-01", 2))
    assert points(town) == 1


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (ONE, "Who enters a form and who confirms it are two people."),
        ("clerk", "This needs the signature of a clerk in office"),
        ("officer-1", "This needs the signature of a clerk in office"),
    ],
)
def test_rf_1_who_may_not_confirm(town: World, who: str, words: str) -> None:
    said = paper_form(town, 1)
    assert enter(town, said).code == 0
    done = confirm(town, said, who)
    assert done.code == 4
    assert words in done.err
    assert town.events("consent.confirmed") == []


@pytest.mark.parametrize("item", ["form", "signed", "address", "name", "key"])
def test_rf_1_a_second_form_that_differs_in_anything_confirms_nothing(
    town: World, item: str
) -> None:
    said = paper_form(town, 1, key=str(key_of("resident-1").public))
    assert enter(town, said).code == 0
    other = {"signed": "2026-03-01", "key": str(key_of("resident-2").public)}
    done = confirm(town, {**said, item: other.get(item, said[item] + "甲")})
    assert done.code == 2
    assert "No form with exactly this content waits" in done.err


def test_rf_1_a_form_counts_once_and_lapses_after_thirty_days(town: World) -> None:
    said = paper_form(town, 1)
    assert enter(town, said).code == 0
    again = enter(town, said, TWO)
    assert again.code == 2
    assert "a form counts once" in again.err
    town.later(days=30)
    late = confirm(town, said)
    assert late.code == 2
    assert "older than 30 days" in late.err
    assert town.subject(1) != "None"
    town.run()
    assert town.subject(1) == "None"


def test_rf_1_a_delivered_worksheet_counts_when_a_second_clerk_has_confirmed_the_file(
    town: World,
) -> None:
    rows = (consent(1), consent(2))
    town.receive(CONSENTS, *rows)
    file = town.file(CONSENTS, *rows)
    assert points(town) == 0
    sheet = ("consent", "confirm", "--worksheet")
    own = town.say(*sheet, file, *town.acting(ONE))
    assert own.code == 4
    assert "are two people" in own.err
    other = town.file(CONSENTS, consent(1), consent(3))
    unlike = town.say(*sheet, other, *town.acting(TWO))
    assert unlike.code == 2
    assert "No form with exactly this content waits" in unlike.err
    assert "Confirmed: 2" in town.must(*sheet, file, *town.acting(TWO)).out
    assert points(town) == 2
    assert town.say(*sheet, file, *town.acting(TWO)).code == 2


def test_rf_1_an_old_worksheet_brings_nobody_back(town: World) -> None:
    town.deliver(CONSENTS, consent(1), consent(2))
    town.later(days=1)
    town.deliver(CONSENTS, consent(1, "退出", "2026-03-03"))
    assert points(town) == 1
    assert town.subject(1) == "None"
    town.later(days=1)
    town.receive(CONSENTS, consent(1), consent(2), consent(3))
    file = town.file(CONSENTS, consent(1), consent(2), consent(3))
    done = town.must("consent", "confirm", "--worksheet", file, *town.acting(TWO))
    assert "Confirmed: 1" in done.out
    assert town.subject(1) == "None"
    assert points(town) == 2


def test_rf_1_nobody_under_18_on_the_day_of_the_signature_joins(town: World) -> None:
    said = paper_form(town, 1)
    young = "99999920080307001"
    number = young + resident_check_character(young)
    done = enter(town, {**said, "number": number})
    assert done.code == 2
    assert "RF-1" in done.err
    assert "under 18" in done.err
    assert number not in done.err
    assert town.events("consent.entered") == []


# the letter


def test_rf_4_the_letter_goes_to_the_address_on_the_form_and_nothing_of_it_stays(
    town: World,
) -> None:
    said = paper_form(town, 1)
    enter(town, said)
    assert confirm(town, said).code == 0
    (waiting,) = (town.register / "letters").iterdir()
    assert said["address"].encode() not in waiting.read_bytes()
    post = town.folder / "post"
    letters = ("consent", "letters", "--out", post)
    assert town.must(*letters, *town.acting("clerk")).out == ""
    (line,) = town.must(*letters, *town.acting(TWO)).out.split()
    text = Path(line).read_text(encoding="utf-8")
    for told in (said["address"], said["name"], said["form"], said["words"], town.subject(1)):
        assert told in text
    assert "If you did not sign it" in text
    assert list((town.register / "letters").iterdir()) == []
    assert town.must(*letters, *town.acting(TWO)).out == ""
    refused = town.say(*letters, *town.acting("officer-1"))
    assert refused.code == 4


# a resident's own key


def test_a_resident_sees_joins_again_and_leaves_with_their_own_key(town: World) -> None:
    key = joined(town)
    town.deliver(DONATIONS, donation(1))
    town.run()
    assert "105 points" in mine(town, key).out
    knew = town.must("standing", SCHEME, "--json").value["as_of"]
    assert "it counts at once" in town.must("consent", "withdraw", SCHEME, "--key", key).out
    for asked in ((), ("--as-of", knew), ("--known-at", "2026-03-02T02:00:00Z")):
        done = mine(town, key, *asked)
        assert (done.code, done.out) == (4, ""), asked
        assert done.err == f"{SCHEME}: no information.\n"
    words = town.must("consent", "words", SCHEME, "--json").value["words"]
    again = ("consent", "give", SCHEME, "--words", words, "--key", key)
    assert "You have agreed" in town.must(*again).out
    assert "105 points" in mine(town, key).out
    twice = town.say(*again)
    assert twice.code == 2
    assert "already" in twice.err


def test_rf_1_an_open_register_forgets_whoever_leaves_at_once(town: World) -> None:
    key, asked = joined(town), SCHEME
    subject = SubjectId.parse(town.subject(1))
    with Opened(town.register) as open_before:
        at = clocks(open_before, None, None)
        of = scheme_in_force(open_before, asked, at)
        assert int(subject) in standings_of(open_before, of, at)["subject"].to_pylist()
        town.must("consent", "withdraw", SCHEME, "--key", key)
        assert standings_of(open_before, of, at)["subject"].to_pylist() == []


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (("give", SCHEME, "--words", "0" * 64), "This key is no resident's here"),
        (("withdraw", SCHEME), "This key is no resident's here"),
        (("refuse-record", "R-67GXDAY8P4FYM"), "This key is no resident's here"),
    ],
)
def test_a_strangers_key_does_nothing(town: World, act: tuple[str, ...], words: str) -> None:
    before = town.head()
    done = town.say("consent", *act, "--key", town.key("stranger"))
    assert done.code == 4
    assert words in done.err
    assert town.head() == before


def test_rf_1_whoever_leaves_what_they_never_joined_is_told_so(town: World) -> None:
    said = paper_form(town, 7, act="leave")
    done = enter(town, said)
    assert done.code == 2
    assert "There is no consent of this resident to the scheme to withdraw" in done.err
    key = joined(town)
    town.must("consent", "withdraw", SCHEME, "--key", key)
    again = town.say("consent", "withdraw", SCHEME, "--key", key)
    assert again.code == 2
    assert "You take no part in linhe-osmanthus" in again.err


def test_rf_1_to_leave_on_paper_one_clerk_is_enough(town: World) -> None:
    joined(town)
    leaving = paper_form(town, 1, act="leave", form="临退〔2026〕1号")
    assert "it counts at once" in enter(town, leaving).out
    assert points(town) == 0
    assert town.subject(1) == "None"


# a record that its subject does not want


def test_a_record_in_ones_favour_can_be_refused_counts_for_nobody_and_is_gone(
    town: World,
) -> None:
    key, other = joined(town), joined(town, 2)
    town.deliver(DONATIONS, donation(1), donation(2))
    said = town.must("explain", SCHEME, "me", "--key", key, "--json").value
    (record,) = {line["record"] for line in said["contributions"] if line.get("record")}
    stranger = town.say("consent", "refuse-record", record, "--key", other)
    assert stranger.code == 4
    assert "This is no record about you" in stranger.err
    town.must("consent", "refuse-record", record, "--key", key)
    assert "100 points" in mine(town, key).out
    assert "105 points" in mine(town, other).out
    twice = town.say("consent", "refuse-record", record, "--key", key)
    assert twice.code == 2
    town.run()
    assert record not in mine(town, key).out
    gone = town.say("consent", "refuse-record", record, "--key", key)
    assert gone.code == 4
    town.later(days=1)
    town.deliver(DONATIONS, donation(1), donation(2))
    assert "100 points" in mine(town, key).out


# who may read


def test_rf_14_a_residents_standing_is_read_with_their_key_or_by_the_auditor(town: World) -> None:
    key, other = joined(town), joined(town, 2)
    one = town.subject(1)
    needed = town.say("explain", SCHEME, one)
    unknown = town.say("explain", SCHEME, "S-000YQYFH5EFJC")
    assert needed.code == 4
    assert "is about residents: only they themselves see it" in needed.err
    assert (needed.code, needed.err) == (unknown.code, unknown.err)
    assert town.say("explain", SCHEME, one, *town.acting("officer-1")).code == 4
    spied = town.say("explain", SCHEME, one, "--key", other)
    assert (spied.code, spied.err) == (4, f"{SCHEME}: no information.\n")
    town.must("explain", SCHEME, one, "--key", key)
    assert town.events("rows.read") == []
    audit = (*town.acting("auditor"), "--purpose", "yearly audit")
    town.must("explain", SCHEME, one, *audit)
    assert [event.topic for event in town.events("rows.read")] == [SCHEME, one]
