"""Events as rows of the ledger's SQLite file, and rows as events; reading them page by page."""

from __future__ import annotations

import heapq
import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter

from evenhand.kernel.canonical import canonical
from evenhand.kernel.errors import AlreadyRecorded
from evenhand.kernel.ids import PersonId, SubjectId
from evenhand.kernel.periods import Moment, said
from evenhand.kernel.text import Text
from evenhand.relational.events import SYSTEM, Draft, Event
from evenhand.relational.ledger_proof import COLUMNS, FIRST_PREVIOUS, broken, linked, quoted

_KIND = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*")
_PAGE = 2_000

Row = tuple[int, str, str, str, str, str, str, str, str, str]

_INSERT = f"INSERT INTO event ({COLUMNS}) VALUES ({', '.join('?' * 10)})"  # noqa: S608
_SELECT = f"SELECT {COLUMNS} FROM event WHERE seq > ? AND seq <= ?"  # noqa: S608


def append_rows(
    connection: sqlite3.Connection, drafts: Sequence[Draft], at: Moment
) -> tuple[Event, ...]:
    """Append drafts within an open transaction; when it raises, nothing was written.

    Raises:
        AlreadyRecorded: When a ``once`` key was recorded before, or stands twice in the drafts.
        ValueError: When a kind, actor or body is none that an event can have.
    """
    rows = rows_after(last_row(connection), drafts, at)
    events = tuple(map(_event, rows))
    keys = [(key, event.seq) for event in events for key in event.once]
    _refuse_second(connection, keys)
    connection.executemany(_INSERT, rows)
    connection.executemany("INSERT INTO once VALUES (?, ?)", keys)
    return events


def put_rows(connection: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Append events that another ledger has linked already, within an open transaction."""
    for event in events:
        connection.execute(_INSERT, row_of(event))
        keys = [(key, event.seq) for key in event.once]
        connection.executemany("INSERT INTO once VALUES (?, ?)", keys)


def row_of(event: Event) -> Row:
    """An event as a row, which is what it was read from."""
    once = f"[{','.join(map(quoted, event.once))}]"
    body = canonical(dict(event.body)).decode()
    at = said(event.at)
    of = (event.seq, at, event.kind, event.topic, event.actor, body, event.signature, once)
    return (*of, event.previous, event.digest)


def rows_after(last: tuple[int, str, str | None], drafts: Sequence[Draft], at: Moment) -> list[Row]:
    """Link drafts to the chain behind its last event; their time is never before its.

    Raises:
        ValueError: When a kind, actor or body is none that an event can have.
    """
    seq, previous, last_at = last
    now = said(at) if last_at is None else max(said(at), last_at)
    rows = []
    for draft in drafts:
        seq += 1
        rows.append(_row(draft, seq, now, previous))
        previous = rows[-1][-1]
    return rows


def _row(draft: Draft, seq: int, at: str, previous: str) -> Row:
    if not _KIND.fullmatch(draft.kind):
        raise ValueError(f'"{draft.kind}" is no kind of event')
    if draft.actor.startswith("S-"):
        SubjectId.parse(draft.actor)
    elif draft.actor != SYSTEM:
        PersonId.parse(draft.actor)
    body = canonical(dict(draft.body)).decode()
    once = f"[{','.join(map(quoted, draft.once))}]"
    told = (seq, at, draft.kind, draft.topic, draft.actor, body, draft.signature, once, previous)
    return (*told, linked(told))


def _refuse_second(connection: sqlite3.Connection, keys: Sequence[tuple[str, int]]) -> None:
    known: dict[str, int] = {}
    for key, seq in keys:
        there = connection.execute("SELECT seq FROM once WHERE key = ?", (key,)).fetchone()
        if there or key in known:
            raise already(key, there[0] if there else known[key])
        known[key] = seq


def read_event(row: Row) -> Event:
    """Make an event of a row of the file, after it was held against its digest.

    Raises:
        ProofFailed: When it does not fit.
    """
    if linked(row[:9]) != row[9]:
        raise broken(row[0])
    return _event(row)


def _event(row: Row) -> Event:
    seq, at, kind, topic, actor, body, signature, once, previous, digest = row
    return Event(
        seq=seq,
        at=Moment.fromisoformat(at),
        kind=kind,
        topic=topic,
        actor=actor,
        body=json.loads(body),
        signature=signature,
        previous=previous,
        digest=digest,
        once=tuple(json.loads(once)) if once != "[]" else (),
    )


def last_row(connection: sqlite3.Connection) -> tuple[int, str, str | None]:
    """Sequence number, digest and time of the last event; 0, 64 zeros and None before the first."""
    found = connection.execute("SELECT seq, digest, at FROM event ORDER BY seq DESC LIMIT 1")
    return found.fetchone() or (0, FIRST_PREVIOUS, None)


def read_rows(
    connection: sqlite3.Connection,
    kinds: Collection[str] | None,
    topic: str | None,
    known_at: Moment | None,
    after: int,
) -> Iterator[Event]:
    """Read in pages, so that no open statement keeps the file's past from being tidied away."""
    last = last_row(connection)[0]
    condition, values = "", []
    if known_at is not None:
        condition += " AND at <= ?"
        values.append(said(known_at))
    if topic is not None:
        condition += " AND topic = ?"
        values.append(topic)
        wanted = None if kinds is None else frozenset(kinds)
        events = _pages(connection, condition, values, (after, last))
        return (event for event in events if wanted is None or event.kind in wanted)
    if kinds is None:
        return _pages(connection, condition, values, (after, last))
    condition += " AND kind = ?"
    each = (_pages(connection, condition, [*values, kind], (after, last)) for kind in set(kinds))
    return heapq.merge(*each, key=attrgetter("seq"))


def _pages(
    connection: sqlite3.Connection, condition: str, values: Sequence[str], span: tuple[int, int]
) -> Iterator[Event]:
    after, last = span
    query = f"{_SELECT}{condition} ORDER BY seq LIMIT {_PAGE}"
    while rows := connection.execute(query, (after, last, *values)).fetchall():
        after = rows[-1][0]
        yield from map(read_event, rows)


def already(key: str, seq: int) -> AlreadyRecorded:
    """Make the refusal of what was recorded before; the caller raises it."""
    return AlreadyRecorded(
        Text(
            zh=f"“{key}”已经登记过（第 {seq} 号事件），本次没有登记任何内容。",
            en=f'"{key}" was recorded before (event {seq}); nothing was recorded now.',
        ),
        known=seq,
    )
