"""What a register says about the keys of its log: this one follows that one; that one is revoked.

The statements stand in ``keys.json`` of every edition after the first of them, and anybody may keep the
file. Each is signed by two stewards, as the register's ledger has it, and by the new key; one that
replaces a key in good order is signed by the old key too. Between them stands when a steward's own key
was replaced, so that whoever knows the first keys of the stewards knows the later ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.errors import EvenhandError
from evenhand.kernel.findings import Place
from evenhand.kernel.periods import Moment, moment
from evenhand.keys.acts import key_bytes, signed_bytes
from evenhand.keys.signing import PublicKey
from evenhand.publication import witness_findings
from evenhand.publication.failing import failed
from evenhand.publication.layout import KEYS
from evenhand.publication.sign import Signer, decoded, encoded

FORM: Final = "evenhand/keys/1"
ANNOUNCED: Final = "key.announced"
REVOKED: Final = "key.revoked"
STEWARD: Final = "person.key_replaced"
MOST_STATEMENTS: Final = 1_000
"""A log has no more statements about its keys."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement that holds by its own signatures.

    Attributes:
        kind: Whether the old key was replaced, or revoked.
        size: Leaves of the log up to which the old key signs; of a revoked key, those of the last head
            that the register recorded before.
        root: The root of that head, in base64; empty for a replaced key.
        since: From when a revoked key counts for nothing; None for a replaced one.
        stewards: The keys of the stewards who signed.
    """

    kind: Literal["key.announced", "key.revoked"]
    origin: str
    old: PublicKey
    new: PublicKey
    size: int
    root: str
    since: Moment | None
    stewards: frozenset[PublicKey]


@dataclass(frozen=True, slots=True)
class StewardKey:
    """A steward's own key was replaced: by that key itself, the new one, and somebody who confirmed it."""

    old: PublicKey
    new: PublicKey


def said_of(kind: str, body: Mapping[str, Json]) -> dict[str, Json]:
    """The part of a body that the keys themselves sign."""
    names = ("old", "new", "size") + (("root", "since") if kind == REVOKED else ())
    return {name: body[name] for name in names}


def with_signatures(
    kind: str, origin: str, body: dict[str, Json], new: Signer, old: Signer | None = None
) -> dict[str, Json]:
    """Add the signature of the new key, and of the old one where it is still its holder's."""
    message = key_bytes(kind, origin, said_of(kind, body))
    signed = body | {"by_new": encoded(new.sign(message))}
    return signed if old is None else signed | {"by_old": encoded(old.sign(message))}


def statements_file(statements: Iterable[Json]) -> bytes:
    """Write ``keys.json``; each statement has ``kind``, ``topic``, ``body`` and ``signatures``."""
    return canonical({"form": FORM, "statements": list(statements)})


def read_statements(
    data: bytes, origin: str, file: str = KEYS
) -> tuple[Statement | StewardKey, ...]:
    """Read ``keys.json``, and hold every statement against its signatures.

    Raises:
        ProofFailed: When it is malformed, of another log, or a statement lacks a signature.
    """
    try:
        read: dict[str, Any] = json.loads(data)
        rows = read["statements"]
        if read["form"] != FORM or not isinstance(rows, list) or len(rows) > MOST_STATEMENTS:
            raise ValueError
        return tuple(
            _steward_key(row) if row["kind"] == STEWARD else _statement(row, origin) for row in rows
        )
    except _False as wrong:
        raise failed(witness_findings.FALSE_STATEMENT, Place(file), read=str(wrong)) from None
    except (ValueError, KeyError, TypeError, AttributeError, EvenhandError, RecursionError):
        raise failed(witness_findings.FALSE_STATEMENT, Place(file), read="—") from None


class _False(Exception):
    """A statement that is well formed and does not hold."""


def _statement(row: Mapping[str, Any], origin: str) -> Statement:
    kind, body = row["kind"], row["body"]
    if kind not in (ANNOUNCED, REVOKED):
        raise ValueError
    if row["topic"] != origin:
        raise _False(f"{row['topic']} ≠ {origin}")
    old, new = PublicKey.parse(body["old"]), PublicKey.parse(body["new"])
    message = key_bytes(kind, origin, said_of(kind, body))
    for name, key in (("by_new", new), ("by_old", old)):
        if kind == REVOKED and name == "by_old":
            continue
        if not key.verifies(decoded(str(body.get(name))) or b"", message):
            raise _False(name)
    stewards = frozenset(_signers(kind, origin, body, row["signatures"]))
    if len(stewards) < 2:
        raise _False(f"{len(stewards)} < 2")
    size = body["size"]
    if not isinstance(size, int) or size < 0 or old == new:
        raise ValueError
    revoked = kind == REVOKED
    return Statement(
        kind,
        origin,
        old,
        new,
        size,
        str(body["root"]) if revoked else "",
        moment(str(body["since"])) if revoked else None,
        stewards,
    )


def _steward_key(row: Mapping[str, Any]) -> StewardKey:
    account, body = row["topic"], row["body"]
    old, new = PublicKey.parse(body["old"]), PublicKey.parse(body["new"])
    message = key_bytes(STEWARD, account, {"old": body["old"], "new": body["new"]})
    if not new.verifies(decoded(str(body.get("by_new"))) or b"", message):
        raise _False("by_new")
    signers = set(_signers(STEWARD, account, body, row["signatures"]))
    if old not in signers or len(signers - {old, new}) != 1:
        raise _False(f"{account}: {len(signers)} < 2")
    return StewardKey(old, new)


def _signers(
    kind: str, origin: str, body: Mapping[str, Json], signatures: Iterable[Mapping[str, str]]
) -> Iterable[PublicKey]:
    for one in signatures:
        key = PublicKey.parse(one["key"])
        message = signed_bytes(kind, origin, one["by"], body)
        if key.verifies(decoded(one["signature"]) or b"", message):
            yield key
