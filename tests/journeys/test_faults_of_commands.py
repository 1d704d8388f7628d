"""``evenhand receive`` and ``evenhand publish`` killed at every call that changes the register.

Afterwards the register's own check holds, nothing is half done, and the same command, run again, ends
where one that nobody disturbed ends. Subject numbers are random, so registers are compared by what
they say: events, receipts, records, identities, editions.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from evenhand.cases.monitors import violations
from evenhand.kernel.errors import EvenhandError
from evenhand.pipeline.opened import Opened
from evenhand.publication.publish import current_edition
from evenhand.publication.sign import NoteKey
from evenhand.publication.verify import verify_edition
from evenhand.relational.live import live_segments
from evenhand.relational.self_check import check_register, damage
from tests.faults import KILL, Command, SweepResult, python, sweep, tree
from tests.world import ORIGIN, PENALTIES, REPAIRS, World, annulment, key_of, penalty

pytestmark = [pytest.mark.slow, pytest.mark.needs_tool("strace")]

Say = Callable[[str], None]


def check(register: Path) -> list[str]:
    """Everything that ``evenhand check`` finds wrong; what a crash leaves by design is not."""
    try:
        with Opened(register) as opened:
            wrong = [f.sentence("en") for f in damage(check_register(opened.register))]
            wrong += violations(opened.register.ledger.read(), opened.founders, opened.zone)
    except EvenhandError as broken:
        return [str(broken)]
    return wrong


def received_once(register: Path) -> list[str]:
    """Each delivery is there once, with its receipt, and its segments are there."""
    wrong = check(register)
    with Opened(register) as opened:
        events = list(opened.register.ledger.read(kinds=("delivery.received",)))
        topics = [event.topic for event in events]
        wrong += [f"{topic} is there twice" for topic in set(topics) if topics.count(topic) > 1]
        names = live_segments(opened.register.ledger.read())
        wrong += opened.register.evidence.check(names)  # type: ignore[arg-type]
    return wrong


def said_by(register: Path) -> object:
    """What a register says, without the random numbers by which it says it."""
    with Opened(register) as opened:
        events = [
            (
                e.kind,
                e.topic,
                {
                    k: v
                    for k, v in e.body.items()
                    if k not in ("segments", "held_digest", "kept_digest")
                },
            )
            for e in opened.register.ledger.read()
        ]
        paths = opened.register.evidence.scored_paths(live_segments(opened.register.ledger.read()))
    records = [
        {name: value for name, value in row.items() if name != "subject"}
        for path in paths
        for row in pq.read_table(path).to_pylist()
    ]
    there = tree(register)
    receipts = {name: there[name] for name in there if name.startswith("receipts/")}
    held = sorted(name for name in there if name.startswith(("held/", "deliveries/")))
    return events, sorted(records, key=str), receipts, held, identities(register)


def identities(register: Path) -> list[object]:
    """Who has a number: scheme and identifier."""
    (file,) = (register / "vault").glob("*.sqlite")
    connection = sqlite3.connect(file)
    try:
        return connection.execute("SELECT scheme, value FROM identity ORDER BY 1, 2").fetchall()
    finally:
        connection.close()


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Say:
    """Print a line past the capture, for the figures of a sweep."""

    def say(line: str) -> None:
        with capsys.disabled():
            print(f"\n{line}")  # noqa: T201

    return say


def assert_sound(result: SweepResult, points: int, tell: Say, what: str) -> None:
    tell(
        f"{what}: killed at {result.points} calls, {len(result.violations)} violations, "
        f"{len(result.missed)} not hit"
    )
    assert result.violations == []
    assert result.missed == []
    assert result.points >= points


def test_receive_killed_at_any_call_leaves_one_delivery_or_none(town: World, tell: Say) -> None:
    """The worksheet has a row to store and one to hold, so that everything is written."""
    file = town.file(PENALTIES, penalty(1), penalty(2, decided_on="昨天"))
    argv = python(
        "-m", "evenhand.cli", "receive", PENALTIES, str(file), *town.acting("clerk"),
        "--register", "{register}",
    )  # fmt: skip
    command = Command(argv, received_once, state=said_by)
    result = sweep(command, town.register, KILL)
    assert_sound(result, 40, tell, "evenhand receive")


def test_publish_killed_at_any_call_leaves_an_edition_that_verifies(
    published: World, tell: Say
) -> None:
    """The second edition follows a first one, with an entry less."""
    published.deliver(REPAIRS, annulment(1, "2026-03-20"))
    key, at = NoteKey(ORIGIN, key_of("publisher").public), published.at

    def sound(register: Path) -> list[str]:
        wrong = check(register)
        with Opened(register) as opened:
            recorded = [
                int(str(event.body["number"]))
                for event in opened.register.ledger.read(kinds=("edition.published",))
            ]
        if recorded != list(range(1, len(recorded) + 1)):
            wrong.append(f"the editions recorded are {recorded}")
        try:
            current = current_edition(register / "editions", key)
            if current is None or current.number not in (len(recorded), len(recorded) + 1):
                wrong.append(f"{current and current.number} is current, {recorded} are recorded")
            else:
                verify_edition(current.folder, key, at)
        except EvenhandError as broken:
            wrong.append(str(broken))
        return wrong

    argv = python(
        "-m", "evenhand.cli", "publish", "--key", str(published.key("publisher")),
        "--origin", ORIGIN, "--register", "{register}",
    )  # fmt: skip

    def editions(register: Path) -> object:
        """What the ledger recorded of both editions, with the digests of all their files, and what
        stays of the withdrawn one. A command that was killed when all was done makes a third one.
        """
        there = tree(register)
        with Opened(register) as opened:
            events = [
                (event.topic, dict(event.body))
                for event in opened.register.ledger.read(kinds=("edition.published",))
            ]
        return {name: there[name] for name in there if name.startswith("editions/1/")}, events[:2]

    result = sweep(Command(argv, sound, state=editions), published.register, KILL)
    assert_sound(result, 60, tell, "evenhand publish")
