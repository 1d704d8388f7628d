"""A record with a mistyped code is put down to the wrong company by a person; then it is undone."""

from __future__ import annotations

import pytest

from tests.world import PENALTIES, Said, World, company, penalty

MISTYPED = company(1)[:-1] + ("0" if company(1)[-1] != "0" else "1")


def refused(done: Said, code: int, *words: str) -> None:
    assert (done.code, done.out) == (code, "")
    for word in words:
        assert word in done.err


@pytest.fixture
def mistaken(town: World) -> World:
    """A town in which company 2 is on a list for what somebody else did."""
    town.deliver(PENALTIES, penalty(9), penalty(2, amount="1000", document="临环罚〔2026〕2号"))
    town.deliver(PENALTIES, penalty(1, uscc=MISTYPED))
    (item,) = town.must("held", "--json", *town.acting("auditor")).value
    assert item["what"] == "identity"
    asked = ("held", "settle", item["item"], "confirm", "--subject", company(2))
    reason = ("--reason", "The name looks like theirs.")
    assert town.say(*asked, *reason, *town.acting("clerk")).code == 0
    return town


def only_identity(town: World) -> tuple[str, str]:
    (confirmed,) = town.must("identity", "list", "--json").value
    return confirmed["record"], confirmed["subject"]


def case_of(town: World, record: str) -> str:
    cases = [e for e in town.events("case.proposed") if record in e.body["records"]]  # type: ignore[operator]
    return cases[0].topic


def undo(town: World, record: str, *more: str, person: str = "registrar") -> Said:
    reasons = ("--reasons", "The land register shows another company at this address.")
    return town.say("identity", "undo", record, *reasons, *more, *town.acting(person))


def listed(town: World, record: str) -> str:
    """Let the case on the mismatched record run to its entry, and publish it."""
    town.run()
    case = case_of(town, record)
    assert town.notified(case).code == 0
    town.later(days=25)
    for person in ("officer-1", "officer-2"):
        assert town.officer(case, person).code == 0
    town.later(days=1)
    town.run()
    town.publish()
    return case


@pytest.mark.both_databases("town")
def test_a_wrong_match_is_undone_with_everything_that_followed(mistaken: World) -> None:
    record, _ = only_identity(mistaken)
    case = listed(mistaken, record)
    assert mistaken.look()[case] == "in_effect"
    before = mistaken.head()

    dry = undo(mistaken, record, "--dry-run")
    assert mistaken.head() == before
    assert f"case {case}" in dry.out
    assert "shown in editions: 1" in dry.out

    done = undo(mistaken, record, "--json")
    assert done.code == 0, done.err
    (letter,) = done.value["letters"]
    assert "It is about somebody else and was put down to you by mistake." in letter["en"]
    assert mistaken.suspended(case)
    said = mistaken.must("explain", "linhe-compliance", company(2)).out
    assert "临环罚〔2026〕1号" not in said
    assert mistaken.publish()["entries"] == 0

    (item,) = mistaken.must("held", "--json", *mistaken.acting("auditor")).value
    assert item["what"] == "identity", "the record waits for a person again"
    assert mistaken.must("identity", "list", "--json").value == []
    mistaken.later(days=31)
    mistaken.run()
    assert mistaken.look()[case] == "ended"


def test_what_waits_again_can_be_confirmed_for_whom_it_means(mistaken: World) -> None:
    record, _ = only_identity(mistaken)
    assert undo(mistaken, record).code == 0
    (item,) = mistaken.must("held", "--json", *mistaken.acting("auditor")).value
    asked = ("held", "settle", item["item"], "confirm", "--subject", company(9))
    reason = ("--reason", "Code and address in the decision are theirs.")
    assert mistaken.say(*asked, *reason, *mistaken.acting("clerk")).code == 0
    assert "临环罚〔2026〕1号" in mistaken.must("explain", "linhe-compliance", company(9)).out
    assert "临环罚〔2026〕1号" not in mistaken.must("explain", "linhe-compliance", company(2)).out


def test_rf_16_an_open_case_on_a_wrong_match_closes_at_once(mistaken: World) -> None:
    record, _ = only_identity(mistaken)
    mistaken.run()
    case = case_of(mistaken, record)
    assert mistaken.look()[case] == "noticed"
    assert undo(mistaken, record).code == 0
    assert mistaken.look()[case] == "closed"


def test_who_may_take_a_match_back_and_what_cannot_be(mistaken: World) -> None:
    record, _ = only_identity(mistaken)
    refused(undo(mistaken, record, person="health-clerk"), 4, "a clerk or an officer")
    refused(undo(mistaken, record, person="stranger"), 4, "a clerk or an officer")
    assert undo(mistaken, record).code == 0
    refused(undo(mistaken, record), 2, f"Nobody confirmed whom {record} means")
    why = mistaken.must("explain", "linhe-compliance", company(9), "--json").value
    (sure,) = {line["record"] for line in why["contributions"] if line.get("record")}
    refused(undo(mistaken, sure), 2, f"Nobody confirmed whom {sure} means")
