"""Who may read what: each role at each door, and one answer for "there is none" and "not for you"."""

from __future__ import annotations

import pytest

from evenhand.keys.signing import PrivateKey
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.reading import MAY, Reader, may_read_case
from tests.world import PENALTIES, World, company, key_of, penalty

NOBODY = "C-0000000000000000"
PURPOSE = ("--purpose", "yearly sample of files")


def own_key(world: World, subject: str, name: str = "company-key") -> tuple[str, ...]:
    """Enrol a key for an organisation, signed by two clerks of one authority."""
    made = key_of(name)
    path = world.folder / f"{name}.pem"
    if not path.exists():
        made.write(path)
    asked = ("file", "enrol-key", subject, "--public", str(made.public))
    first = world.say(*asked, *world.acting("clerk"))
    assert first.code == 0, first.err
    assert "when a second clerk" in first.err
    world.must(*asked, *world.acting("registrar"))
    return ("--key", str(path))


@pytest.mark.parametrize(
    ("person", "sees"),
    [("clerk", 1), ("registrar", 1), ("health-clerk", 0), ("auditor", 1)],
)
def test_held_rows_are_seen_by_clerks_of_their_authority_and_the_auditor(
    town: World, person: str, sees: int
) -> None:
    town.deliver(PENALTIES, penalty(1, amount="about ten thousand"))
    seen = town.must("held", "--json", *town.acting(person)).value
    assert len(seen) == sees


@pytest.mark.parametrize("person", ["officer-1", "steward-1", "publisher"])
def test_held_rows_are_refused_to_everybody_else(town: World, person: str) -> None:
    town.deliver(PENALTIES, penalty(1, amount="about ten thousand"))
    refused = town.say("held", *town.acting(person))
    assert (refused.code, refused.out) == (4, "")
    assert "Only clerks of the authority that delivered it and the auditor see this" in refused.err
    chinese = town.say("held", *town.acting(person), "--lang", "zh")
    assert "只有报送机关的报送员和审计员可以查看" in chinese.err


def test_whoever_signs_nothing_reads_nothing(noticed: World) -> None:
    case = noticed.only_case()
    for command in (("held",), ("case", "list"), ("case", "notice", case), ("file", company(1))):
        refused = noticed.say(*command)
        assert (refused.code, refused.out) == (4, ""), command


def test_a_key_that_is_not_the_accounts_opens_nothing(noticed: World) -> None:
    stolen = ("--as", "auditor", "--key", str(noticed.key("officer-1")))
    for command in (("held",), ("case", "list"), ("case", "notice", noticed.only_case())):
        assert noticed.say(*command, *stolen).code == 4, command
    assert noticed.say("file", company(1), *stolen, *PURPOSE).code == 4


@pytest.mark.parametrize(
    ("person", "sees"),
    [("officer-1", 1), ("registrar", 1), ("auditor", 1), ("credit-clerk", 0), ("judge-1", 0)],
)
def test_the_queue_shows_the_cases_of_ones_own_authority(
    noticed: World, person: str, sees: int
) -> None:
    seen = noticed.must("case", "list", "--json", *noticed.acting(person)).value
    assert len(seen) == sees


@pytest.mark.parametrize("person", ["credit-clerk", "judge-1", "steward-1", "stranger"])
@pytest.mark.parametrize("door", ["notice", "letters", "letter"])
def test_a_case_of_others_and_no_case_are_one_answer(
    noticed: World, door: str, person: str
) -> None:
    case = noticed.only_case()
    foreign = noticed.say("case", door, case, *noticed.acting(person))
    none = noticed.say("case", door, NOBODY, *noticed.acting(person))
    assert (foreign.code, foreign.out) == (none.code, none.out) == (4, "")
    assert foreign.err.replace(case, NOBODY) == none.err


def test_the_auditor_may_know_that_there_is_none(noticed: World) -> None:
    none = noticed.say("case", "notice", NOBODY, *noticed.acting("auditor"))
    assert none.code == 2
    assert "There is no case" in none.err


def test_a_company_reads_its_own_case_and_file_with_its_own_key_and_nobody_elses(
    noticed: World,
) -> None:
    own = own_key(noticed, company(1))
    case = noticed.only_case()
    assert "What we propose" in noticed.must("case", "notice", case, *own).out
    assert noticed.must("file", "me", *own).out == noticed.must("file", company(1), *own).out
    other = noticed.say("file", company(2), *own)
    nobody = noticed.say("file", "91000000000000000X", *own)
    assert (other.code, other.out, other.err) == (nobody.code, nobody.out, nobody.err)
    assert other.code == 4


def test_a_key_counts_when_two_people_of_one_authority_signed_and_until_one_takes_it_back(
    noticed: World,
) -> None:
    made = key_of("company-key")
    path = noticed.folder / "company-key.pem"
    made.write(path)
    own = ("--key", str(path))
    asked = ("file", "enrol-key", company(1), "--public", str(made.public))
    noticed.must(*asked, *noticed.acting("clerk"))
    assert noticed.say("file", "me", *own).code == 4
    again = noticed.say(*asked, *noticed.acting("clerk"))
    assert again.code == 4
    assert "another person of the same authority" in again.err
    noticed.must(*asked, *noticed.acting("credit-clerk"))  # of another authority: another content
    assert noticed.say("file", "me", *own).code == 4
    noticed.must(*asked, *noticed.acting("registrar"))
    noticed.must("file", "me", *own)
    gone = ("file", "revoke-key", company(1), "--public", str(made.public))
    noticed.must(*gone, *noticed.acting("registrar"))
    assert noticed.say("file", "me", *own).code == 4
    noticed.must(*asked, *noticed.acting("clerk"))
    assert noticed.say("file", "me", *own).code == 4  # both signatures are needed anew


@pytest.mark.parametrize("person", ["officer-1", "auditor", "steward-1"])
def test_only_clerks_enrol_a_key(noticed: World, person: str) -> None:
    public = str(key_of("company-key").public)
    refused = noticed.say(
        "file", "enrol-key", company(1), "--public", public, *noticed.acting(person)
    )
    assert refused.code == 4


def test_an_officers_key_is_enrolled_for_no_company(noticed: World) -> None:
    public = str(key_of("officer-1").public)
    refused = noticed.say(
        "file", "enrol-key", company(1), "--public", public, *noticed.acting("clerk")
    )
    assert refused.code == 2
    assert "enrolled already" in refused.err


def test_the_auditor_says_what_for_and_the_company_sees_it(noticed: World) -> None:
    own = own_key(noticed, company(1))
    silent = noticed.say("file", company(1), *noticed.acting("auditor"))
    assert (silent.code, silent.out) == (4, "")
    assert "Nobody has looked at your file." in noticed.must("file", "me", *own).out
    noticed.must("file", company(1), *noticed.acting("auditor"), *PURPOSE)
    told = noticed.must("file", "me", *own).out
    assert "this file was read, auditor, yearly sample of files" in told.replace("\n  ", " ")
    (event,) = noticed.events("file.read")
    assert event.actor == "auditor"
    assert event.signature


def test_officers_of_the_deciding_authority_have_the_dossier_and_not_the_file(
    noticed: World,
) -> None:
    refused = noticed.say("file", company(1), *noticed.acting("officer-1"), *PURPOSE)
    assert refused.code == 4


def test_every_door_lets_the_auditor_in_and_says_who_else() -> None:
    assert all("auditor" in readers.roles for readers in MAY.values())
    assert not any("steward" in readers.roles for readers in MAY.values())
    assert {what for what, readers in MAY.items() if readers.subject} == {
        "file",
        "case",
        "correction",
    }


def test_a_stranger_with_a_key_of_their_own_learns_nothing(noticed: World) -> None:
    stranger = PrivateKey.from_chance(b"7" * 32)
    with Opened(noticed.register) as opened:
        for case in (noticed.only_case(), NOBODY):
            with pytest.raises(Exception, match=f'no case "{case}" that you can see'):
                may_read_case(opened, case, Reader(own=stranger), noticed.at)
