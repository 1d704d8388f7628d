"""One test body for both ledgers: what every ledger keeps, in SQLite and in a real PostgreSQL."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import psycopg
import pytest

from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.errors import (
    AlreadyRecorded,
    Conflict,
    EvenhandError,
    ProofFailed,
    RegisterDamaged,
)
from evenhand.kernel.periods import said
from evenhand.relational.ledger import Draft, Event, SqliteLedger
from evenhand.relational.postgres_ledger import PostgresLedger

AT = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)

AnyLedger: TypeAlias = SqliteLedger | PostgresLedger
Open: TypeAlias = Callable[[], AnyLedger]
"""Opens the same ledger once more, as another process would."""


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.needs_tool("initdb"))])
def opens(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    if request.param == "sqlite":
        path = tmp_path / "ledger.sqlite"
        SqliteLedger.create(path).close()
        return lambda: SqliteLedger(path)
    where = request.getfixturevalue("postgres")()
    PostgresLedger.create(where).close()
    return lambda: PostgresLedger(where)


@pytest.fixture
def ledger(opens: Open) -> Iterator[AnyLedger]:
    opened = opens()
    yield opened
    opened.close()


def draft(number: int, kind: str = "case.proposed", once: tuple[str, ...] = ()) -> Draft:
    return Draft(kind, f"C-{number}", "officer-1", {"number": number}, "c2lnbmVk", once)


def seqs(events: Iterator[Event]) -> list[int]:
    return [event.seq for event in events]


def test_events_come_back_as_they_were_recorded(ledger: AnyLedger) -> None:
    appended = ledger.append([draft(1, once=("ground:C-1",)), draft(2)], AT)
    assert tuple(ledger.read()) == appended
    assert [event.seq for event in appended] == [1, 2]
    assert appended[0].at == AT
    assert appended[0].body == {"number": 1}
    assert appended[0].once == ("ground:C-1",)
    assert appended[0].previous == "0" * 64
    assert appended[1].previous == appended[0].digest
    assert ledger.head() == (2, appended[1].digest)


def test_a_digest_is_that_of_the_canonical_event(ledger: AnyLedger) -> None:
    event = ledger.append([draft(1, once=("ground:C-1",))], AT)[0]
    form: Json = {
        "seq": 1,
        "at": said(AT),
        "kind": "case.proposed",
        "topic": "C-1",
        "actor": "officer-1",
        "body": {"number": 1},
        "signature": "c2lnbmVk",
        "once": ["ground:C-1"],
        "previous": "0" * 64,
    }
    assert event.digest == digest(form)


def test_an_empty_ledger_has_a_head_and_holds(ledger: AnyLedger) -> None:
    assert ledger.head() == (0, "0" * 64)
    assert ledger.verify() == 0
    assert ledger.append([], AT) == ()


def test_reading_by_kind_topic_time_and_place(ledger: AnyLedger) -> None:
    ledger.append([draft(1), draft(2, "rows.read"), draft(1, "run.completed")], AT)
    ledger.append([draft(2), draft(1, "rows.read")], AT + HOUR)
    assert seqs(ledger.read(kinds=["case.proposed"])) == [1, 4]
    assert seqs(ledger.read(kinds=["rows.read", "case.proposed"])) == [1, 2, 4, 5]
    assert seqs(ledger.read(kinds=[])) == []
    assert seqs(ledger.read(topic="C-1")) == [1, 3, 5]
    assert seqs(ledger.read(topic="C-1", kinds=["rows.read", "run.completed"])) == [3, 5]
    assert seqs(ledger.read(known_at=AT)) == [1, 2, 3]
    assert seqs(ledger.read(known_at=AT - HOUR)) == []
    assert seqs(ledger.read(known_at=AT + HOUR, kinds=["rows.read"], after=2)) == [5]
    assert seqs(ledger.read(after=4)) == [5]


def test_many_events_are_read_page_by_page_in_order(ledger: AnyLedger) -> None:
    kinds = ("case.proposed", "rows.read", "run.completed")
    ledger.append([draft(n, kinds[n % 3]) for n in range(9_000)], AT)
    assert seqs(ledger.read()) == list(range(1, 9_001))
    assert seqs(ledger.read(kinds=kinds[:2])) == [n for n in range(1, 9_001) if n % 3]
    assert ledger.verify() == 9_000


def test_reading_sees_what_there_was_when_it_began(ledger: AnyLedger) -> None:
    ledger.append([draft(n) for n in range(3)], AT)
    reading = ledger.read()
    assert next(reading).seq == 1
    ledger.append([draft(9)], AT)
    assert seqs(reading) == [2, 3]


def test_time_never_goes_back(ledger: AnyLedger) -> None:
    ledger.append([draft(1)], AT)
    assert ledger.append([draft(2)], AT - HOUR)[0].at == AT
    assert ledger.append([draft(3)], AT + HOUR)[0].at == AT + HOUR
    assert ledger.verify() == 3


def test_a_moment_in_another_zone_is_the_same_moment(ledger: AnyLedger) -> None:
    beijing = AT.astimezone(dt.timezone(dt.timedelta(hours=8)))
    assert ledger.append([draft(1)], beijing)[0].at == AT


def test_a_transaction_reads_what_it_appended_and_keeps_all(ledger: AnyLedger) -> None:
    with ledger.transaction(AT) as opened:
        first = opened.append([draft(1)])
        assert tuple(opened.read()) == first
        opened.append([draft(2)])
    assert seqs(ledger.read()) == [1, 2]


def test_writers_at_the_same_time_append_to_one_chain(ledger: AnyLedger, opens: Open) -> None:
    def write(name: str) -> None:
        own = opens()
        for number in range(25):
            own.append([Draft("rows.read", name, "system", {"number": number})], AT)
        own.close()

    writers = [threading.Thread(target=write, args=(f"w-{n}",)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert ledger.verify() == 100
    for number in range(4):
        assert len(list(ledger.read(topic=f"w-{number}"))) == 25


def test_the_same_thing_is_not_recorded_twice(ledger: AnyLedger) -> None:
    ledger.append([draft(1), draft(2, once=("ground:C-2",))], AT)
    with pytest.raises(AlreadyRecorded, match=r'"ground:C-2" was recorded before') as refused:
        ledger.append([draft(3), draft(4, once=("ground:C-4", "ground:C-2"))], AT)
    assert refused.value.known == 2
    assert "已经登记过（第 2 号事件）" in refused.value.said_in("zh")
    assert seqs(ledger.read()) == [1, 2]
    ledger.append([draft(4, once=("ground:C-4",))], AT)


def test_the_same_thing_twice_in_one_append_is_refused(ledger: AnyLedger) -> None:
    with pytest.raises(AlreadyRecorded) as refused:
        ledger.append([draft(1, once=("a",)), draft(2, once=("a",))], AT)
    assert refused.value.known == 1
    assert ledger.head()[0] == 0


def test_a_transaction_that_goes_on_after_a_refusal_keeps_no_part_of_it(
    ledger: AnyLedger,
) -> None:
    ledger.append([draft(1, once=("a",))], AT)
    with ledger.transaction(AT) as opened:
        with pytest.raises(AlreadyRecorded):
            opened.append([draft(2), draft(3, once=("a",))])
        opened.append([draft(4)])
    assert [event.topic for event in ledger.read()] == ["C-1", "C-4"]
    assert ledger.verify() == 2


def test_an_exception_leaves_nothing_behind(ledger: AnyLedger) -> None:
    def fail() -> None:
        with ledger.transaction(AT) as opened:
            opened.append([draft(1, once=("a",))])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert ledger.head()[0] == 0
    ledger.append([draft(1, once=("a",))], AT)


def test_an_ended_transaction_is_of_no_use(ledger: AnyLedger) -> None:
    with ledger.transaction(AT) as opened:
        pass
    with pytest.raises(ValueError, match="has ended"):
        opened.append([draft(1)])
    with pytest.raises(ValueError, match="has ended"):
        opened.read()


@pytest.mark.parametrize("kind", ["", "case", "Case.proposed", "case.", ".x", "case.proposed "])
def test_a_kind_of_another_form_is_refused(ledger: AnyLedger, kind: str) -> None:
    with pytest.raises(ValueError, match="is no kind of event"):
        ledger.append([draft(1), draft(2, kind)], AT)
    assert ledger.head()[0] == 0


def test_who_waited_decides_on_what_the_other_recorded(opens: Open) -> None:
    """The first transaction holds the ledger while the second begins; no decision rests on the past."""
    first = opens()
    held, seen = threading.Event(), list[int]()

    def wait_and_read() -> None:
        second = opens()
        held.wait()
        with second.transaction(AT) as opened:
            seen.extend(seqs(opened.read()))
            opened.append([draft(2)])
        second.close()

    waiting = threading.Thread(target=wait_and_read)
    waiting.start()
    with first.transaction(AT) as opened:
        held.set()
        waiting.join(0.3)
        opened.append([draft(1)])
    waiting.join()
    assert seen == [1]
    assert seqs(first.read()) == [1, 2]
    assert first.verify() == 2
    first.close()


@pytest.mark.needs_tool("initdb")
def test_both_ledgers_make_one_chain(postgres: Callable[[], str], tmp_path: Path) -> None:
    drafts = [draft(1, once=("ground:C-1",)), draft(2, "rows.read"), draft(3)]
    one, other = SqliteLedger.create(tmp_path / "one.sqlite"), PostgresLedger.create(postgres())
    assert one.append(drafts, AT) == other.append(drafts, AT)
    assert one.head() == other.head()
    one.close()
    other.close()


@pytest.fixture
def database(postgres: Callable[[], str]) -> tuple[str, PostgresLedger]:
    where = postgres()
    made = PostgresLedger.create(where)
    made.append([draft(1, once=("ground:C-1",)), draft(2), draft(3)], AT)
    return where, made


CHANGES = [
    "UPDATE event SET topic = 'C-9' WHERE seq = 2",
    "DELETE FROM event WHERE seq = 3",
    "TRUNCATE event, once",
    "INSERT INTO event SELECT 9, at, kind, topic, actor, body, signature, once, previous, digest"
    " FROM event WHERE seq = 3",
    "DELETE FROM once",
    "UPDATE once SET seq = 2",
    "UPDATE head SET seq = 2",
    "DELETE FROM head",
]


@pytest.mark.needs_tool("initdb")
@pytest.mark.parametrize("change", CHANGES)
def test_the_database_itself_refuses_all_but_appending(
    database: tuple[str, PostgresLedger], change: str
) -> None:
    where, ledger = database
    with (
        psycopg.connect(where) as connection,
        pytest.raises(psycopg.errors.IntegrityError, match=r"append-only|to the end|head follows"),
    ):
        connection.execute(change)
    assert ledger.verify() == 3


@pytest.mark.needs_tool("initdb")
@pytest.mark.parametrize(
    "change", [c for c in CHANGES if "TRUNCATE" not in c and "INSERT" not in c]
)
def test_a_change_behind_the_triggers_is_found(
    database: tuple[str, PostgresLedger], change: str
) -> None:
    where, ledger = database
    with psycopg.connect(where) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(change)
    with pytest.raises(ProofFailed, match=r"does not fit its chain|was changed"):
        ledger.verify()


@pytest.mark.needs_tool("initdb")
def test_a_changed_event_is_not_served(database: tuple[str, PostgresLedger]) -> None:
    where, ledger = database
    with psycopg.connect(where) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("UPDATE event SET body = '{\"number\":8}' WHERE seq = 2")
    with pytest.raises(ProofFailed, match="Event 2 of the ledger"):
        list(ledger.read())


@pytest.mark.needs_tool("initdb")
def test_a_database_with_tables_is_never_overwritten(database: tuple[str, PostgresLedger]) -> None:
    with pytest.raises(Conflict, match="never overwritten"):
        PostgresLedger.create(database[0])


@pytest.mark.needs_tool("initdb")
def test_an_empty_database_is_no_ledger(postgres: Callable[[], str]) -> None:
    with pytest.raises(RegisterDamaged, match="no ledger that this version reads"):
        PostgresLedger(postgres())


@pytest.mark.needs_tool("initdb")
def test_a_database_that_acknowledges_too_early_is_refused(
    database: tuple[str, PostgresLedger],
) -> None:
    where, _ = database
    with pytest.raises(RegisterDamaged, match="has synchronous_commit off"):
        PostgresLedger(f"{where} options='-c synchronous_commit=off'")


def test_a_database_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(EvenhandError, match="The database cannot be used: "):
        PostgresLedger(f"host={tmp_path} dbname=none connect_timeout=2")
