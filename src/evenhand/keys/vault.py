"""The vault: keys, and who is behind a subject's number. It is never in a backup.

One SQLite file (WAL, ``synchronous=FULL``) in a folder that only its owner can enter. It holds the
register's pseudonym and document keys, one key for each subject and for each sealed delivery, and
the map from an identifier to a random subject number. To destroy a subject's key and identifier is
to erase the subject: what was sealed for them opens never again, in no copy and no restored backup.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Literal, Self, TypeAlias, get_args

from evenhand.kernel.codes import SubjectKind, organisation_code_in
from evenhand.kernel.errors import Conflict
from evenhand.kernel.ids import DeliveryId, SubjectId
from evenhand.kernel.text import Text
from evenhand.keys.sealing import KEY_BYTES
from evenhand.keys.vault_file import (
    FILE,
    connect,
    create_file,
    damaged,
    explained,
    forget,
    writing,
)

Chance: TypeAlias = Callable[[int], bytes]
"""Gives a number of random bytes; it enters at the edge."""

VaultScheme = Literal["uscc", "resident", "register_number", "waiting"]
"""How the vault knows a subject: by code, by keyed pseudonym, by a foreign register's number, or
by the number of a record that waits for its identity."""

Identifier: TypeAlias = tuple[str, str]
"""A scheme and a value in it."""

Wanted: TypeAlias = tuple[str, str, SubjectKind]
"""Scheme, value and kind of a subject that shall have a number."""

_SCHEMES = frozenset(get_args(VaultScheme))
_SECRETS = ("pseudonym", "document")


class Vault:
    """An open vault; every writing method is one durable transaction.

    Attributes:
        pseudonym_key: Turns a resident's number into a pseudonym (``kernel.codes.pseudonym``).
        document_key: Numbers documents (``kernel.codes.document_key``).
    """

    def __init__(self, folder: Path) -> None:
        """Open a vault that is there.

        Raises:
            RegisterDamaged: When it is missing or no vault.
            BadInput: When others than its owner can enter it.
        """
        self.folder = folder
        self._connection = connect(folder)
        with explained():
            secrets = dict(self._connection.execute("SELECT name, key FROM secret"))
        if any(len(secrets.get(name, b"")) != KEY_BYTES for name in _SECRETS):
            self._connection.close()
            raise damaged("a key of the register is missing")
        self.pseudonym_key: bytes = secrets["pseudonym"]
        self.document_key: bytes = secrets["document"]

    @classmethod
    def create(cls, folder: Path, chance: Chance) -> Self:
        """Make a vault with a pseudonym and a document key of its own.

        Raises:
            Conflict: When the folder is there already.
        """
        create_file(folder)
        with closing(connect(folder)) as connection, writing(connection):
            keys = [(name, _key(chance)) for name in _SECRETS]
            connection.executemany("INSERT INTO secret VALUES (?, ?)", keys)
        return cls(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open a vault that is there; raises as the constructor."""
        return cls(folder)

    def subject_of(self, scheme: str, value: str) -> SubjectId | None:
        """The subject with this identifier, or None.

        A nine-character ``organisation_code`` finds the unified social credit code that contains
        it, when exactly one does.
        """
        if scheme == "organisation_code":
            query = "SELECT subject FROM identity WHERE organisation_code = ? LIMIT 2"
            found = self._rows(query, value.replace("-", ""))
        else:
            query = "SELECT subject FROM identity WHERE scheme = ? AND value = ?"
            found = self._rows(query, scheme, value)
        return SubjectId(found[0][0]) if len(found) == 1 else None

    def enrol(self, wanted: Sequence[Wanted], chance: Chance) -> dict[Identifier, SubjectId]:
        """Give each identifier its subject, with a new number and key where it had none.

        Args:
            wanted: Scheme, value and kind of subject; the same identifier may stand there twice.
            chance: Gives random bytes.

        Raises:
            ValueError: When a scheme is none that the vault knows.
        """
        unknown = {scheme for scheme, _, _ in wanted} - _SCHEMES
        if unknown:
            raise ValueError(f'the vault knows no identifier scheme "{min(unknown)}"')
        kinds: dict[Identifier, SubjectKind] = {}
        for scheme, value, kind in wanted:
            kinds.setdefault((scheme, value), kind)
        with writing(self._connection):
            known = self.subjects_of(kinds)
            added = self._add({one: kinds[one] for one in kinds if one not in known}, chance)
        return {one: known[one] if one in known else added[one] for one in kinds}

    def subjects_of(self, identifiers: Iterable[Identifier]) -> dict[Identifier, SubjectId]:
        """The subjects of many identifiers at once; whom the vault does not know is left out.

        An ``organisation_code`` is none of its identifiers: ``subject_of`` looks inside credit codes.
        """
        asked: dict[str, list[str]] = {}
        for scheme, value in identifiers:
            asked.setdefault(scheme, []).append(value)
        query = (
            "SELECT known.value, subject FROM json_each(?) AS asked CROSS JOIN identity AS known"
            " ON known.scheme = ? AND known.value = asked.value"
        )
        return {
            (scheme, value): SubjectId(number)
            for scheme, values in asked.items()
            for value, number in self._rows(query, json.dumps(values), scheme)
        }

    def keys_of(self, subjects: Collection[SubjectId]) -> dict[SubjectId, bytes]:
        """The keys of many subjects at once.

        Raises:
            Conflict: When one was erased.
            RegisterDamaged: When the vault never knew one.
        """
        query = (
            "SELECT known.number, known.key FROM json_each(?) AS asked CROSS JOIN subject AS known"
            " ON known.number = asked.value"
        )
        asked = json.dumps([int(subject) for subject in subjects])
        found = {SubjectId(number): key for number, key in self._rows(query, asked) if key}
        for subject in subjects:
            if subject not in found:
                self.key_of(subject)
        return found

    def key_of(self, subject: SubjectId) -> bytes:
        """The key under which what is about a subject is sealed.

        Raises:
            Conflict: When the subject was erased.
            RegisterDamaged: When the vault never knew the subject.
        """
        found = self._rows("SELECT key FROM subject WHERE number = ?", int(subject))
        if not found:
            raise damaged(f"{subject} is unknown")
        if found[0][0] is None:
            raise _erased(subject)
        return bytes(found[0][0])

    def identifier_of(self, subject: SubjectId) -> Wanted:
        """Scheme, value and kind of a subject.

        Raises:
            Conflict: When the subject was erased.
            RegisterDamaged: When the vault never knew the subject.
        """
        found = self.known_as(subject)
        if found is None:
            self.key_of(subject)
            raise damaged(f"{subject} has no identifier")
        return found

    def known_as(self, subject: SubjectId) -> Wanted | None:
        """Scheme, value and kind of a subject; None of whom the vault does not know, or no more."""
        query = "SELECT scheme, value, kind FROM identity JOIN subject ON number = subject"
        found = self._rows(f"{query} WHERE subject = ?", int(subject))
        return found[0] if found else None

    def all_known_as(self, subjects: Iterable[SubjectId]) -> dict[SubjectId, Wanted]:
        """Scheme, value and kind of each of some subjects; whom the vault does not know is left out."""
        query = (
            "SELECT subject, scheme, value, kind FROM identity JOIN subject ON number = subject"
            " WHERE subject IN (SELECT value FROM json_each(?))"
        )
        asked = json.dumps([int(subject) for subject in subjects])
        return {
            SubjectId(number): (scheme, value, kind)
            for number, scheme, value, kind in self._rows(query, asked)
        }

    def scheme_of(self, subject: SubjectId) -> str:
        """The scheme of a subject's identifier, ``waiting`` among them; empty when it was erased."""
        found = self._rows("SELECT scheme FROM identity WHERE subject = ?", int(subject))
        return str(found[0][0]) if found else ""

    def subjects(self, kind: SubjectKind) -> list[SubjectId]:
        """All subjects of a kind that were not erased, in order of their numbers.

        A record that waits for its identity has a number, but is no subject yet and not among them.
        """
        query = (
            "SELECT number FROM subject JOIN identity ON subject = number"
            " WHERE kind = ? AND scheme != 'waiting' ORDER BY number"
        )
        return [SubjectId(number) for (number,) in self._rows(query, kind)]

    def identifiers(self, scheme: VaultScheme) -> dict[SubjectId, str]:
        """Every subject that is known by an identifier of a scheme, and that identifier."""
        found = self._rows("SELECT subject, value FROM identity WHERE scheme = ?", scheme)
        return {SubjectId(number): value for number, value in found}

    def destroy(self, *subjects: SubjectId) -> None:
        """Erase subjects: their keys and identifiers are gone; to do it again changes nothing.

        The number stays, marked as erased, so that a check can tell erasure from damage.

        Raises:
            Conflict: When another process reads the vault just now; try again until it passes,
                for the write-ahead file may still hold a key.
        """
        numbers = [(int(subject),) for subject in subjects]
        with writing(self._connection):
            self._connection.executemany("DELETE FROM identity WHERE subject = ?", numbers)
            self._connection.executemany("UPDATE subject SET key = NULL WHERE number = ?", numbers)
        forget(self._connection)

    def delivery_key(self, delivery: DeliveryId, chance: Chance) -> bytes:
        """The key of a delivery's sealed bytes and held rows; made when there is none.

        Raises:
            Conflict: When the key was destroyed because every row was settled.
        """
        with writing(self._connection):
            insert = "INSERT INTO delivery VALUES (?, ?) ON CONFLICT DO NOTHING"
            if not self._rows("SELECT 1 FROM delivery WHERE delivery = ?", delivery):
                self._connection.execute(insert, (delivery, _key(chance)))
        return self.delivery_key_of(delivery)

    def delivery_key_of(self, delivery: DeliveryId) -> bytes:
        """The key of a delivery's sealed bytes and held rows.

        Raises:
            Conflict: When there is none, or it was destroyed because every row was settled.
        """
        found = self._rows("SELECT key FROM delivery WHERE delivery = ?", delivery)
        if not found or found[0][0] is None:
            raise Conflict(
                Text(
                    zh=f"报送批次 {delivery} 的密钥不存在或已销毁，其密封内容不能再打开。",
                    en=f"Delivery {delivery} has no key, or it was destroyed; its sealed bytes stay shut.",
                )
            )
        return bytes(found[0][0])

    def destroy_delivery_key(self, delivery: DeliveryId) -> None:
        """Destroy the key of a delivery of which every row is settled; twice changes nothing."""
        with writing(self._connection):
            update = "UPDATE delivery SET key = NULL WHERE delivery = ?"
            self._connection.execute(update, (delivery,))
        forget(self._connection)

    def key_lengths(self) -> dict[SubjectId, int | None]:
        """How many bytes each subject's key has; None for an erased subject. For the self-check."""
        rows = self._rows("SELECT number, length(key) FROM subject")
        return {SubjectId(number): length for number, length in rows}

    def copy_to(self, folder: Path) -> None:
        """Copy the vault as it stands to a new folder; who erases must then erase in both.

        Raises:
            Conflict: When the folder is there already.
        """
        create_file(folder)
        with explained(), closing(sqlite3.connect(folder / FILE)) as copy:
            self._connection.backup(copy)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _add(
        self, new: Mapping[Identifier, SubjectKind], chance: Chance
    ) -> dict[Identifier, SubjectId]:
        """Draw a number and a key for each; a number that somebody has is drawn again."""
        added: dict[Identifier, SubjectId] = {}
        keys: dict[SubjectId, bytes] = {}
        for one in new:
            subject = SubjectId.from_chance(chance(8))
            while subject in keys or self._has(subject):
                subject = SubjectId.from_chance(chance(8))
            added[one], keys[subject] = subject, _key(chance)
        subjects = [(int(added[one]), kind, keys[added[one]]) for one, kind in new.items()]
        self._connection.executemany("INSERT INTO subject VALUES (?, ?, ?)", subjects)
        self._connection.executemany(
            "INSERT INTO identity VALUES (?, ?, ?, ?)",
            (
                (
                    scheme,
                    value,
                    int(subject),
                    organisation_code_in(value) if scheme == "uscc" else None,
                )
                for (scheme, value), subject in added.items()
            ),
        )
        return added

    def _has(self, subject: SubjectId) -> bool:
        query = "SELECT 1 FROM subject WHERE number = ?"
        return self._connection.execute(query, (int(subject),)).fetchone() is not None

    def _rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        with explained():
            return self._connection.execute(query, values).fetchall()


def _key(chance: Chance) -> bytes:
    made = chance(KEY_BYTES)
    if len(made) != KEY_BYTES:
        raise ValueError("chance gave another number of bytes than asked for")
    return made


def _erased(subject: SubjectId) -> Conflict:
    return Conflict(
        Text(
            zh=f"信用主体 {subject} 已被删除，其密钥已销毁。",
            en=f"Subject {subject} was erased; its key is destroyed.",
        )
    )
