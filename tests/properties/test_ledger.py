"""The ledger against a model: whatever is appended is read back, and one changed byte is named."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from evenhand.kernel.canonical import canonical
from evenhand.kernel.errors import AlreadyRecorded, ProofFailed
from evenhand.relational.ledger import Draft, Event, SqliteLedger, signed_bytes

AT = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
KINDS = ("case.proposed", "rows.read", "run.completed")
COLUMNS = ("at", "kind", "topic", "actor", "body", "signature", "once", "previous", "digest")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
drafts = st.builds(
    Draft,
    kind=st.sampled_from(KINDS),
    topic=st.sampled_from(["C-1", "C-2", ""]) | texts,
    actor=st.sampled_from(["system", "officer-1"]),
    body=st.dictionaries(texts, values, max_size=3),
    signature=texts,
    once=st.lists(st.sampled_from(["a", "b", "c"]) | texts, max_size=2, unique=True).map(tuple),
)
moments = st.integers(-5, 50).map(lambda hours: AT + dt.timedelta(hours=hours))


class LedgerMachine(RuleBasedStateMachine):
    """A list of events is the model."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.ledger = SqliteLedger.create(self.folder / "ledger.sqlite")
        self.model: list[Event] = []
        self.once: set[str] = set()

    def teardown(self) -> None:
        self.ledger.close()
        shutil.rmtree(self.folder)

    @rule(wanted=st.lists(drafts, max_size=4), at=moments)
    def append(self, wanted: list[Draft], at: dt.datetime) -> None:
        keys = [key for draft in wanted for key in draft.once]
        if len(set(keys)) < len(keys) or self.once.intersection(keys):
            with pytest.raises(AlreadyRecorded):
                self.ledger.append(wanted, at)
            return
        made = self.ledger.append(wanted, at)
        for draft, event in zip(wanted, made, strict=True):
            last = self.model[-1] if self.model else None
            assert event.seq == len(self.model) + 1
            assert event.at == max(at, last.at if last else at)
            assert event.previous == (last.digest if last else "0" * 64)
            assert canonical(event.body) == canonical(draft.body)
            said = (event.kind, event.topic, event.actor, event.signature, event.once)
            assert said == (draft.kind, draft.topic, draft.actor, draft.signature, draft.once)
            self.model.append(event)
        self.once.update(keys)

    @rule(wanted=st.lists(drafts, min_size=1, max_size=3), at=moments)
    def give_up(self, wanted: list[Draft], at: dt.datetime) -> None:
        try:
            with self.ledger.transaction(at) as opened:
                opened.append([Draft(draft.kind, draft.topic, "system", {}) for draft in wanted])
                assert len(list(opened.read())) == len(self.model) + len(wanted)
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass

    @rule()
    def reopen(self) -> None:
        self.ledger.close()
        self.ledger = SqliteLedger(self.folder / "ledger.sqlite")

    @rule(
        kinds=st.none() | st.frozensets(st.sampled_from(KINDS)),
        topic=st.none() | st.sampled_from(["C-1", "C-2", ""]),
        known_at=st.none() | moments,
        after=st.integers(0, 8),
    )
    def read(
        self,
        kinds: frozenset[str] | None,
        topic: str | None,
        known_at: dt.datetime | None,
        after: int,
    ) -> None:
        wanted = [
            event
            for event in self.model
            if (kinds is None or event.kind in kinds)
            and (topic is None or event.topic == topic)
            and (known_at is None or event.at <= known_at)
            and event.seq > after
        ]
        assert list(self.ledger.read(kinds, topic, known_at, after)) == wanted

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def tamper(self, data: st.DataObject) -> None:
        """Change one byte of one column in a copy; the check names that event."""
        place = data.draw(st.integers(1, len(self.model)))
        column = data.draw(st.sampled_from(COLUMNS))
        copy = self.folder / "copy.sqlite"
        self.ledger.copy_to(copy)
        changed = change_one_byte(copy, place, column, data)
        again = SqliteLedger(copy)
        if changed:
            with pytest.raises(ProofFailed, match=f"Event {place} of the ledger"):
                again.verify()
        else:
            assert again.verify() == len(self.model)
        again.close()
        copy.unlink()

    @invariant()
    def holds(self) -> None:
        assert self.ledger.verify() == len(self.model)
        last = self.model[-1] if self.model else None
        assert self.ledger.head() == ((last.seq, last.digest) if last else (0, "0" * 64))


def change_one_byte(path: Path, seq: int, column: str, data: st.DataObject) -> bool:
    """Change, add or take away one character of a column; says whether the column is another now."""
    connection = sqlite3.connect(path, isolation_level=None)
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    there = triggers.fetchall()
    select = f"SELECT {column} FROM event WHERE seq = ?"
    before: str = connection.execute(select, (seq,)).fetchone()[0]
    at = data.draw(st.integers(0, len(before)))
    letter = data.draw(st.sampled_from(["", "0", "x", '"', "}", "\\", "信", "\x00"]))
    after = before[:at] + letter + before[at + 1 :]
    for name, _ in there:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(f"UPDATE event SET {column} = ? WHERE seq = ?", (after, seq))
    for _, sql in there:
        connection.execute(sql)
    connection.close()
    return after != before


TestLedger = LedgerMachine.TestCase
TestLedger.settings = settings(
    max_examples=40,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@given(texts, texts, texts, st.dictionaries(texts, values, max_size=3), st.data())
def test_no_two_sayings_are_signed_as_the_same_bytes(
    kind: str, topic: str, actor: str, body: dict[str, object], data: st.DataObject
) -> None:
    other = (data.draw(texts), data.draw(texts), data.draw(texts))
    one = signed_bytes(kind, topic, actor, body)  # type: ignore[arg-type]
    if other != (kind, topic, actor):
        assert signed_bytes(*other, body) != one  # type: ignore[arg-type]
    assert signed_bytes(kind, topic, actor, {"said": one.decode()}) != one
