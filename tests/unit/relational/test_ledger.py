"""The ledger: one order of events, nothing twice, nothing changed unseen."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.errors import (
    AlreadyRecorded,
    Conflict,
    EvenhandError,
    MalformedIdentifier,
    ProofFailed,
    RegisterDamaged,
)
from evenhand.kernel.periods import said
from evenhand.relational.ledger import Draft, Event, SqliteLedger, signed_bytes
from evenhand.relational.ledger_proof import linked

AT = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    made = SqliteLedger.create(tmp_path / "ledger.sqlite")
    yield made
    made.close()


def draft(number: int, kind: str = "case.proposed", once: tuple[str, ...] = ()) -> Draft:
    return Draft(kind, f"C-{number}", "officer-1", {"number": number}, "c2lnbmVk", once)


def seqs(events: Iterator[Event]) -> list[int]:
    return [event.seq for event in events]


def test_events_come_back_as_they_were_recorded(ledger: SqliteLedger) -> None:
    appended = ledger.append([draft(1, once=("ground:C-1",)), draft(2)], AT)
    assert tuple(ledger.read()) == appended
    assert [event.seq for event in appended] == [1, 2]
    assert appended[0].at == AT
    assert appended[0].body == {"number": 1}
    assert appended[0].once == ("ground:C-1",)
    assert appended[0].previous == "0" * 64
    assert appended[1].previous == appended[0].digest
    assert ledger.head() == (2, appended[1].digest)


def test_a_digest_is_that_of_the_canonical_event(ledger: SqliteLedger) -> None:
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


def test_an_empty_ledger_has_a_head_and_holds(ledger: SqliteLedger) -> None:
    assert ledger.head() == (0, "0" * 64)
    assert ledger.verify() == 0
    assert ledger.append([], AT) == ()


def test_reading_by_kind_topic_time_and_place(ledger: SqliteLedger) -> None:
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


def test_many_events_are_read_page_by_page_in_order(ledger: SqliteLedger) -> None:
    kinds = ("case.proposed", "rows.read", "run.completed")
    ledger.append([draft(n, kinds[n % 3]) for n in range(9_000)], AT)
    assert seqs(ledger.read()) == list(range(1, 9_001))
    assert seqs(ledger.read(kinds=kinds[:2])) == [n for n in range(1, 9_001) if n % 3]
    assert ledger.verify() == 9_000


def test_reading_sees_what_there_was_when_it_began(ledger: SqliteLedger) -> None:
    ledger.append([draft(n) for n in range(3)], AT)
    reading = ledger.read()
    assert next(reading).seq == 1
    ledger.append([draft(9)], AT)
    assert seqs(reading) == [2, 3]


def test_time_never_goes_back(ledger: SqliteLedger) -> None:
    ledger.append([draft(1)], AT)
    assert ledger.append([draft(2)], AT - HOUR)[0].at == AT
    assert ledger.append([draft(3)], AT + HOUR)[0].at == AT + HOUR
    assert ledger.verify() == 3


def test_a_moment_in_another_zone_is_the_same_moment(ledger: SqliteLedger) -> None:
    beijing = AT.astimezone(dt.timezone(dt.timedelta(hours=8)))
    assert ledger.append([draft(1)], beijing)[0].at == AT


def test_a_transaction_reads_what_it_appended_and_keeps_all(ledger: SqliteLedger) -> None:
    with ledger.transaction(AT) as opened:
        first = opened.append([draft(1)])
        assert tuple(opened.read()) == first
        opened.append([draft(2)])
    assert seqs(ledger.read()) == [1, 2]


def test_writers_at_the_same_time_append_to_one_chain(ledger: SqliteLedger) -> None:
    def write(name: str) -> None:
        own = SqliteLedger(ledger.path)
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


def test_it_is_durable_as_the_report_on_faults_demands(ledger: SqliteLedger) -> None:
    assert ledger._connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert ledger._connection.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_signed_bytes_stand_under_their_own_domain() -> None:
    signed = signed_bytes("case.proposed", "C-1", "officer-1", {"b": "你", "a": 1})
    assert (
        signed
        == (
            "evenhand/event/1\n"
            '{"actor":"officer-1","body":{"a":1,"b":"你"},"kind":"case.proposed","topic":"C-1"}'
        ).encode()
    )


# What is refused.


def test_the_same_thing_is_not_recorded_twice(ledger: SqliteLedger) -> None:
    ledger.append([draft(1), draft(2, once=("ground:C-2",))], AT)
    with pytest.raises(AlreadyRecorded, match=r'"ground:C-2" was recorded before') as refused:
        ledger.append([draft(3), draft(4, once=("ground:C-4", "ground:C-2"))], AT)
    assert refused.value.known == 2
    assert "已经登记过（第 2 号事件）" in refused.value.said_in("zh")
    assert seqs(ledger.read()) == [1, 2]
    ledger.append([draft(4, once=("ground:C-4",))], AT)


def test_the_same_thing_twice_in_one_append_is_refused(ledger: SqliteLedger) -> None:
    with pytest.raises(AlreadyRecorded) as refused:
        ledger.append([draft(1, once=("a",)), draft(2, once=("a",))], AT)
    assert refused.value.known == 1
    assert ledger.head()[0] == 0


def test_a_transaction_that_goes_on_after_a_refusal_keeps_no_part_of_it(
    ledger: SqliteLedger,
) -> None:
    ledger.append([draft(1, once=("a",))], AT)
    with ledger.transaction(AT) as opened:
        with pytest.raises(AlreadyRecorded):
            opened.append([draft(2), draft(3, once=("a",))])
        opened.append([draft(4)])
    assert [event.topic for event in ledger.read()] == ["C-1", "C-4"]
    assert ledger.verify() == 2


def test_an_exception_leaves_nothing_behind(ledger: SqliteLedger) -> None:
    def fail() -> None:
        with ledger.transaction(AT) as opened:
            opened.append([draft(1, once=("a",))])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert ledger.head()[0] == 0
    ledger.append([draft(1, once=("a",))], AT)


def test_an_ended_transaction_is_of_no_use(ledger: SqliteLedger) -> None:
    with ledger.transaction(AT) as opened:
        pass
    with pytest.raises(ValueError, match="has ended"):
        opened.append([draft(1)])
    with pytest.raises(ValueError, match="has ended"):
        opened.read()


@pytest.mark.parametrize("kind", ["", "case", "Case.proposed", "case.", ".x", "case.proposed "])
def test_a_kind_of_another_form_is_refused(ledger: SqliteLedger, kind: str) -> None:
    with pytest.raises(ValueError, match="is no kind of event"):
        ledger.append([draft(1), draft(2, kind)], AT)
    assert ledger.head()[0] == 0


def test_an_actor_who_is_no_person_is_refused(ledger: SqliteLedger) -> None:
    with pytest.raises(MalformedIdentifier, match='"王 五" is not the form of a person'):
        ledger.append([Draft("case.proposed", "C-1", "王 五", {})], AT)


@pytest.mark.parametrize("body", [{"points": 1.5}, {"day": dt.date(2026, 1, 1)}, {1: "x"}])
def test_a_body_without_canonical_form_is_refused(ledger: SqliteLedger, body: Json) -> None:
    with pytest.raises(TypeError):
        ledger.append([Draft("case.proposed", "C-1", "system", body)], AT)  # type: ignore[arg-type]
    assert ledger.head()[0] == 0


def test_a_moment_without_zone_is_refused(ledger: SqliteLedger) -> None:
    with pytest.raises(ValueError, match="carries its zone"):
        ledger.append([draft(1)], AT.replace(tzinfo=None))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET topic = 'C-9'",
        "DELETE FROM event",
        "UPDATE once SET seq = 2",
        "DELETE FROM once",
        "INSERT OR REPLACE INTO once VALUES ('a', 2)",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 1",
        "INSERT INTO event SELECT seq + 7, at, kind, topic, actor, body, signature, once, previous,"
        " digest FROM event WHERE seq = 1",
    ],
)
def test_the_file_itself_refuses_all_but_appending(ledger: SqliteLedger, change: str) -> None:
    ledger.append([draft(1, once=("a",)), draft(2)], AT)
    with pytest.raises(sqlite3.IntegrityError, match=r"append-only|end of the ledger|before"):
        ledger._connection.execute(change)
    assert ledger.verify() == 2


def tampered(ledger: SqliteLedger, *changes: str) -> None:
    """Change the file behind the triggers' back, and put them in place again."""
    connection = sqlite3.connect(ledger.path, isolation_level=None)
    query = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    triggers = connection.execute(query).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for change in changes:
        connection.execute(change)
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE event SET body = '{\"number\":8}' WHERE seq = 2", 2),
        ("UPDATE event SET signature = '' WHERE seq = 3", 3),
        ("UPDATE event SET at = '2026-03-02T09:00:00.000001Z' WHERE seq = 1", 1),
        ("DELETE FROM event WHERE seq = 2", 2),
        ("DELETE FROM once WHERE key = 'a'", 2),
        ("UPDATE once SET seq = 3 WHERE key = 'a'", 2),
        ("INSERT INTO once VALUES ('b', 3)", 3),
        ("UPDATE event SET once = '[]' WHERE seq = 2", 2),
        ("UPDATE event SET once = 'no json' WHERE seq = 2", 2),
        ("UPDATE event SET seq = 9 WHERE seq = 1", 1),
    ],
)
def test_a_change_behind_the_triggers_is_named(
    ledger: SqliteLedger, change: str, named: int
) -> None:
    ledger.append([draft(1), draft(2, once=("a",)), draft(3)], AT)
    tampered(ledger, change)
    with pytest.raises(ProofFailed, match=f"Event {named} of the ledger does not fit") as refused:
        ledger.verify()
    assert f"第 {named} 号事件" in refused.value.said_in("zh")


def test_a_changed_event_is_not_served_and_those_around_it_are(ledger: SqliteLedger) -> None:
    ledger.append([draft(1), draft(2), draft(3)], AT)
    tampered(ledger, "UPDATE event SET body = '{\"number\":8}' WHERE seq = 2")
    with pytest.raises(ProofFailed, match="Event 2 of the ledger"):
        list(ledger.read())
    assert seqs(ledger.read(topic="C-1")) == [1]
    assert seqs(ledger.read(after=2)) == [3]


def test_events_that_changed_places_are_named(ledger: SqliteLedger) -> None:
    ledger.append([draft(1), draft(2), draft(3)], AT)
    swap = [
        f"UPDATE event SET seq = {new} WHERE seq = {old}" for old, new in [(1, 9), (2, 1), (9, 2)]
    ]
    tampered(ledger, *swap)
    with pytest.raises(ProofFailed, match="Event 1 of the ledger"):
        ledger.verify()


def forged(ledger: SqliteLedger, rows: list[tuple[int, str, str]]) -> None:
    """Put events (seq, at, topic) in the place of all, each linked to the one before as it should."""
    made, previous = [], "0" * 64
    for seq, at, topic in rows:
        told = (seq, at, "case.proposed", topic, "officer-1", "{}", "", "[]", previous)
        previous = linked(told)
        made.append((*told, previous))
    values = ", ".join(str(row) for row in made)
    tampered(ledger, "DELETE FROM event", f"INSERT INTO event VALUES {values}")


def test_a_forged_chain_must_be_whole_and_in_order_of_time(ledger: SqliteLedger) -> None:
    early, late = said(AT), said(AT + HOUR)
    forged(ledger, [(1, early, "C-1"), (2, late, "C-2"), (3, late, "C-3")])
    assert ledger.verify() == 3
    forged(ledger, [(1, early, "C-1"), (2, late, "C-2"), (3, early, "C-3")])
    with pytest.raises(ProofFailed, match="Event 3 of the ledger"):
        ledger.verify()
    forged(ledger, [(1, early, "C-1"), (3, late, "C-3")])
    with pytest.raises(ProofFailed, match="Event 2 of the ledger"):
        ledger.verify()


def test_an_event_that_was_forged_with_its_digest_is_found_by_the_next(
    ledger: SqliteLedger,
) -> None:
    ledger.append([draft(1), draft(2)], AT)
    told = (1, said(AT), "case.proposed", "C-9", "officer-1", "{}", "", "[]", "0" * 64)
    change = (
        f"UPDATE event SET topic = 'C-9', body = '{{}}', signature = '', digest = '{linked(told)}'"
    )
    tampered(ledger, f"{change} WHERE seq = 1")
    with pytest.raises(ProofFailed, match="Event 2 of the ledger"):
        ledger.verify()


def test_an_index_that_hides_an_event_is_found(ledger: SqliteLedger) -> None:
    """Reading by topic goes through an index; a byte changed there would hide a whole case."""
    ledger.append([draft(number) for number in (1111, 2222, 3333)], AT)
    ledger.close()
    data = bytearray(ledger.path.read_bytes())
    in_index = data.rfind(b"C-2222")
    assert data.find(b"C-2222") < in_index
    data[in_index : in_index + 6] = b"C-2221"
    ledger.path.write_bytes(data)
    with (
        closing(SqliteLedger(ledger.path)) as again,
        pytest.raises(ProofFailed, match="The ledger's file is damaged"),
    ):
        again.verify()


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("DROP TRIGGER event_stays", "trigger event_stays"),
        ("DROP INDEX event_topic", "index event_topic"),
        ("CREATE TABLE extra (x)", "table extra"),
        (
            "CREATE TRIGGER quiet AFTER INSERT ON event BEGIN SELECT 1; END",
            "trigger quiet",
        ),
    ],
)
def test_a_ledger_of_another_make_is_refused(ledger: SqliteLedger, change: str, what: str) -> None:
    ledger._connection.execute(change)
    with pytest.raises(ProofFailed, match=f"make was changed: {what}"):
        ledger.verify()


def test_a_bit_flipped_in_the_file_is_never_served(ledger: SqliteLedger) -> None:
    """Each flipped bit is either found, or was in a place that says nothing."""
    written = ledger.append([draft(n, once=(f"k{n}",)) for n in range(40)], AT)
    ledger.close()
    sound = ledger.path.read_bytes()
    places, found = range(17, len(sound) * 8, 1_009), 0
    for place in places:
        flipped = bytearray(sound)
        flipped[place // 8] ^= 1 << place % 8
        ledger.path.write_bytes(flipped)
        try:
            with closing(SqliteLedger(ledger.path)) as again:
                assert again.verify() == 40
                assert tuple(again.read()) == written
        except EvenhandError:
            found += 1
    assert found > len(places) // 4


def test_a_missing_ledger_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(RegisterDamaged, match=r"none\.sqlite is missing\. Restore"):
        SqliteLedger(tmp_path / "none.sqlite")


@pytest.mark.parametrize("data", [b"", b"no database " * 400])
def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(data)
    with pytest.raises(RegisterDamaged, match=r"is no ledger that this version reads|is damaged"):
        SqliteLedger(path)


def test_a_ledger_is_never_overwritten(ledger: SqliteLedger) -> None:
    with pytest.raises(Conflict, match="there already; it is never overwritten"):
        SqliteLedger.create(ledger.path)


def test_a_writer_that_waits_too_long_is_told_to_try_again(ledger: SqliteLedger) -> None:
    other = sqlite3.connect(ledger.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ledger._connection.execute("PRAGMA busy_timeout = 30")
    with pytest.raises(Conflict, match="Another command is writing") as refused:
        ledger.append([draft(1)], AT)
    assert "另一个命令正在写入" in refused.value.said_in("zh")
    other.execute("ROLLBACK")
    other.close()
    ledger.append([draft(1)], AT)


def test_a_full_disk_records_nothing(ledger: SqliteLedger) -> None:
    ledger.append([draft(1)], AT)
    pages = ledger._connection.execute("PRAGMA page_count").fetchone()[0]
    ledger._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(EvenhandError, match="The disk is full; nothing was recorded"):
        ledger.append([draft(n) for n in range(5_000)], AT)
    assert SqliteLedger(ledger.path).verify() == 1
