"""A register before a witness in a process of its own: heads, splits, cut ends, and the time to object."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import psycopg
import pytest

from evenhand.keys.signing import PrivateKey
from evenhand.publication.sign import NoteKey
from evenhand.relational.ledger_place import open_ledger
from evenhand.relational.ledger_proof import COLUMNS, FIRST_PREVIOUS, linked
from evenhand.relational.postgres_ledger import PostgresLedger
from tests.journeys.witnesses import NAME, Watching
from tests.world import ORIGIN, START, World


@pytest.fixture
def watched(published: World) -> Iterator[Watching]:
    """A town with an edition, and a witness with the machine's clock."""
    made = Watching(published)
    yield made
    made.kill()


@pytest.fixture
def timed(noticed: World) -> Iterator[Watching]:
    """A town with one case whose notice was made, and a witness whose clock the test sets."""
    made = Watching(noticed, START)
    yield made
    made.kill()


def verified(town: World, *arguments: object) -> tuple[int, str]:
    key = NoteKey(ORIGIN, PrivateKey.read(town.key("publisher")).public)
    at = dt.datetime.now(dt.UTC).isoformat()
    folder = max(
        (p for p in (town.register / "editions").iterdir() if p.is_dir()), key=lambda p: int(p.name)
    )
    done = town.call("verify", folder, "--key", str(key), "--at", at, *arguments)
    return done.code, done.out + done.err


@pytest.mark.both_databases("published")
def test_it_cosigns_ledger_and_edition_and_is_killed_and_goes_on(watched: Watching) -> None:
    town = watched.town
    first = town.must(*watched.asking(), "--json").value
    assert (first["witness"], first["edition"]) == (NAME, True)
    watched.kill()
    silent = town.say(*watched.asking())
    assert silent.code == 2
    assert "does not answer. Nothing was recorded; try again later." in silent.err
    watched.start()
    second = town.must(*watched.asking(), "--json").value
    assert second["events"] == first["events"] + 1, "the first answer is an event itself"
    known = town.call("witness", "check", watched.folder, "--json").value
    assert {log["origin"]: log["size"] for log in known["logs"]}[f"{ORIGIN}/ledger"] == second[
        "events"
    ]
    assert town.say("check").code == 0


def test_an_edition_says_which_witness_saw_it(watched: Watching) -> None:
    town = watched.town
    code, said = verified(town, "--witness", watched.key)
    assert code == 3
    assert "has not cosigned it" in said or "for use until" in said
    town.must(*watched.asking())
    checkpoint = next((town.register / "editions").glob("*/checkpoint")).read_text("utf-8")
    assert checkpoint.count(f"\u2014 {NAME} ") == 1


def test_a_ledger_whose_end_was_cut_off_is_refused(watched: Watching) -> None:
    town = watched.town
    copy = town.folder / "older"
    shutil.copytree(town.register, copy)
    town.must(*watched.asking())
    town.must(*watched.asking())
    shutil.rmtree(town.register)
    copy.rename(town.register)
    before = town.head()
    done = town.say(*watched.asking())
    assert done.code == 3
    assert "The end was cut off, or an old backup restored." in done.err
    assert "末尾被截去" in town.say("--lang", "zh", *watched.asking()).err
    assert town.head() == before, "a refusal records nothing"


def test_two_registers_that_were_one_cannot_both_go_on(watched: Watching) -> None:
    town = watched.town
    town.must(*watched.asking())
    other = World(town.folder / "other", town.at)
    shutil.copytree(town.folder, other.folder, ignore=shutil.ignore_patterns("other", "witness*"))
    town.later(days=1)
    other.later(days=2)
    for _ in range(2):
        town.must(*watched.asking())
    done = other.say(*watched.asking())
    assert done.code == 3
    assert "The witness refuses" in done.err


@pytest.mark.both_databases("published")
def test_a_ledger_that_was_rewritten_and_chained_anew_is_refused(watched: Watching) -> None:
    town = watched.town
    town.must(*watched.asking())
    ledger = open_ledger(town.register)
    if isinstance(ledger, PostgresLedger):
        _rewrite_database(ledger.where)
    else:
        _rewrite(town.register / "ledger.sqlite")
    ledger.close()
    done = town.say(*watched.asking())
    assert done.code == 3
    assert "It was rewritten." in done.err
    said = town.say("check")
    assert said.code == 3
    assert "are not those that the witness cosigned" in said.out


_CHAINED_ANEW = "UPDATE event SET body = {0}, previous = {0}, digest = {0} WHERE seq = {0}"


def _rewritten(rows: Sequence[tuple[Any, ...]]) -> Iterator[tuple[object, ...]]:
    """One event says something else, and everything after it is chained again."""
    moved = next(row[0] for row in rows if row[2] == "clock.moved")
    previous = FIRST_PREVIOUS
    for row in rows:
        body = row[5].replace('"}', ' "}') if row[0] == moved else row[5]
        previous_of, previous = previous, linked((*row[:5], body, *row[6:8], previous))
        yield body, previous_of, previous, row[0]


def _rewrite_database(where: str) -> None:
    """As an operator of the database could."""
    with psycopg.connect(where) as connection:
        connection.execute("SET session_replication_role = replica")
        rows = connection.execute(f"SELECT {COLUMNS} FROM event ORDER BY seq").fetchall()
        changed = list(_rewritten(rows))
        connection.cursor().executemany(_CHAINED_ANEW.format("%s"), changed)
        connection.execute("UPDATE head SET digest = %s", (changed[-1][2],))


def _rewrite(ledger: Path) -> None:
    """As an operator with the file could."""
    with sqlite3.connect(ledger) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        rows = connection.execute(f"SELECT {COLUMNS} FROM event ORDER BY seq").fetchall()
        connection.executemany(_CHAINED_ANEW.format("?"), _rewritten(rows))
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


@pytest.mark.both_databases("noticed")
def test_a_clock_set_forward_cannot_end_the_time_to_object(timed: Watching) -> None:
    town = timed.town
    case = town.only_case()
    assert town.notified(case).code == 0
    town.must(*timed.asking())
    town.later(days=20)
    town.must(*timed.asking())
    refused = town.officer(case, "officer-1")
    assert refused.code == 2
    assert "nothing can be decided against them before it is over" in refused.err
    assert town.look()[case] == "delivered"
    objected = town.case("object", case, "clerk", "--text", "The fine was annulled on appeal.")
    assert objected.code == 0, "the subject can still object, for by the witness it is not late"


@pytest.mark.both_databases("noticed")
def test_when_the_witness_saw_the_days_go_by_the_officers_can_decide(timed: Watching) -> None:
    town = timed.town
    case = town.only_case()
    assert town.notified(case).code == 0
    town.must(*timed.asking())
    town.later(days=25)
    timed.set(START + dt.timedelta(days=10))
    town.must(*timed.asking())
    assert town.officer(case, "officer-1").code == 2
    timed.set(START + dt.timedelta(days=25))
    town.must(*timed.asking())
    assert town.officer(case, "officer-1").code == 0
    assert town.officer(case, "officer-2").code == 0
    town.run()
    assert town.look()[case] == "in_effect"


@pytest.mark.both_databases("noticed")
def test_time_that_no_witness_was_asked_about_does_not_count_against_anybody(
    timed: Watching,
) -> None:
    town = timed.town
    case = town.only_case()
    assert town.notified(case).code == 0
    town.later(days=25)
    timed.set(START + dt.timedelta(days=25))
    assert town.officer(case, "officer-1").code == 2
    town.must(*timed.asking())
    assert town.officer(case, "officer-1").code == 2, "the first mark only begins the count"


@pytest.mark.both_databases("noticed")
def test_a_clock_that_stands_still_prolongs_nothing_for_the_authority(timed: Watching) -> None:
    town = timed.town
    case = town.only_case()
    assert town.notified(case).code == 0
    town.must(*timed.asking())
    timed.set(START + dt.timedelta(days=70))
    town.must(*timed.asking())
    town.run()
    assert town.look()[case] == "closed", "by the witness the authority is late"
    town.publish()


@pytest.mark.both_databases("noticed")
def test_a_clock_that_stands_still_prolongs_no_entry(timed: Watching) -> None:
    town = timed.town
    case = town.only_case()
    assert town.notified(case).code == 0
    town.must(*timed.asking())
    town.later(days=25)
    timed.set(START + dt.timedelta(days=25))
    town.must(*timed.asking())
    town.list_only_case()
    town.must(*timed.asking())
    assert town.sizes()
    timed.set(START + dt.timedelta(days=1200))
    town.must(*timed.asking())
    assert not town.sizes(), "it is served by nothing, before any job runs"
    early = town.say("publish", "--key", town.key("publisher"), "--origin", ORIGIN)
    assert early.code == 2
    assert "By the witness's clock these entries are over" in early.err
    town.run()
    assert town.look()[case] == "ended"
    town.publish()


def test_a_register_without_a_witness_goes_by_its_own_clock(noticed: World) -> None:
    case = noticed.only_case()
    assert noticed.notified(case).code == 0
    noticed.later(days=25)
    assert noticed.officer(case, "officer-1").code == 0
    key = noticed.key("publisher")
    asked = noticed.say("witness", "ask", "http://127.0.0.1:1", "--key", key, "--origin", ORIGIN)
    assert asked.code == 2
    assert "Two stewards enrol one with `witness enrol`." in asked.err


def test_one_steward_alone_enrols_and_dismisses_nobody(town: World) -> None:
    key = town.call("witness", "init", town.folder / "w", "--name", NAME).out.strip()
    words = ["witness", "enrol", key, "--origin", ORIGIN]
    one = town.must(*words, *town.acting("steward-1"))
    assert "Signed by 1 of 2 stewards" in one.out
    twice = town.say(*words, *town.acting("steward-1"))
    assert (twice.code, "steward" in twice.err) == (2, True)
    assert town.say(*words, *town.acting("officer-1")).code == 4
    forged = town.say(*words, "--as", "steward-2", "--key", town.key("stranger"))
    assert forged.code == 4
    assert "Both stewards signed" in town.must(*words, *town.acting("steward-2")).out
    gone = ["witness", "dismiss", NAME, "--why", "It moved to another city."]
    assert "Signed by 1 of 2" in town.must(*gone, *town.acting("steward-2")).out
    assert "Both stewards signed" in town.must(*gone, *town.acting("steward-1")).out
    assert town.say(*gone, *town.acting("steward-1")).code == 2
