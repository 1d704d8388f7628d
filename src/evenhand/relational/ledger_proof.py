"""The chain of digests in the ledger: how one link is made, and how the whole is proved.

A link is the SHA-256 of the canonical form (``kernel.canonical``) of an object with the keys
``seq``, ``at``, ``kind``, ``topic``, ``actor``, ``body``, ``signature``, ``once``, ``previous``.
The bodies stand in the file in canonical form already, so a link is made without reading them.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator

from evenhand.kernel.errors import ProofFailed
from evenhand.kernel.text import Text
from evenhand.relational.ledger_file import TABLES

COLUMNS = "seq, at, kind, topic, actor, body, signature, once, previous, digest"
FIRST_PREVIOUS = "0" * 64

Told = tuple[int, str, str, str, str, str, str, str, str]
"""An event's columns without its digest."""

quoted: Callable[[str], str] = json.JSONEncoder(ensure_ascii=False).encode
"""A text in canonical form."""


def linked(told: Told) -> str:
    """Make an event's digest, in hexadecimal; its body and once keys are canonical text."""
    seq, at, kind, topic, actor, body, signature, once, previous = told
    form = (
        f'{{"actor":{quoted(actor)},"at":{quoted(at)},"body":{body},"kind":{quoted(kind)},'
        f'"once":{once},"previous":{quoted(previous)},"seq":{seq},'
        f'"signature":{quoted(signature)},"topic":{quoted(topic)}}}'
    )
    return hashlib.sha256(form.encode("utf-8", "surrogateescape")).hexdigest()


def prove(connection: sqlite3.Connection) -> int:
    """Prove tables, indexes, chain and once keys; count the events.

    Raises:
        ProofFailed: At the first thing that does not hold.
    """
    _prove_tables(connection)
    decoded = connection.text_factory
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        keys, count = _prove_chain(connection)
        _prove_once(connection, keys)
    finally:
        connection.text_factory = decoded
    return count


def _prove_tables(connection: sqlite3.Connection) -> None:
    """The chain comes first in what people are told, so damage to indexes is looked for here only."""
    empty = sqlite3.connect(":memory:")
    try:
        empty.executescript(TABLES)
        wanted, there = dict(_tables(empty)), dict(_tables(connection))
    finally:
        empty.close()
    for name in sorted(wanted.keys() | there.keys()):
        if wanted.get(name) != there.get(name):
            raise ProofFailed(
                Text(
                    zh=f"账本的结构被改动：{name} 缺失、多余或被改。",
                    en=f"The ledger's make was changed: {name} is missing, extra or altered.",
                )
            )


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[str, str | None]]:
    yield from connection.execute("SELECT type || ' ' || name, sql FROM sqlite_schema")


def _prove_chain(connection: sqlite3.Connection) -> tuple[dict[str, int], int]:
    keys: dict[str, int] = {}
    previous, at, count = FIRST_PREVIOUS, "", 0
    for row in connection.execute(f"SELECT {COLUMNS} FROM event ORDER BY seq"):  # noqa: S608
        count += 1
        fits = row[0] == count and row[8] == previous and row[1] >= at
        if not fits or linked(row[:9]) != row[9]:
            raise broken(count)
        keys.update((key, count) for key in json.loads(row[7]))
        at, previous = row[1], row[9]
    return keys, count


def _prove_once(connection: sqlite3.Connection, keys: dict[str, int]) -> None:
    there = dict(connection.execute("SELECT key, seq FROM once"))
    differing = [k for k in keys.keys() | there.keys() if keys.get(k) != there.get(k)]
    if differing:
        raise broken(min(keys.get(key) or there[key] for key in differing))
    for (said,) in connection.execute("PRAGMA integrity_check(1)"):
        if said != "ok":
            raise ProofFailed(
                Text(
                    zh=f"账本文件损坏：{said}。",
                    en=f"The ledger's file is damaged: {said}.",
                )
            )


def broken(seq: int) -> ProofFailed:
    """What is raised for the first event that does not fit."""
    return ProofFailed(
        Text(
            zh=f"账本第 {seq} 号事件与其摘要链不符：它或其前面的内容被改动、删除或插入。",
            en=f"Event {seq} of the ledger does not fit its chain: "
            "it, or what stood before it, was changed, dropped or put in.",
        )
    )
