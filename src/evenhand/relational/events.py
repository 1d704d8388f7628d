"""The nouns of the ledger: a draft, and the event that it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evenhand.kernel.canonical import Json
from evenhand.kernel.periods import Moment
from evenhand.keys.acts import signed_bytes

__all__ = ["SYSTEM", "Draft", "Event", "signed_bytes"]

SYSTEM = "system"
"""The actor of what no person caused: time, recovery, the daily run."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before the ledger gives it its place.

    Attributes:
        kind: Stage and what happened, such as ``case.proposed``.
        topic: What it is about: a subject, delivery, case, scheme, as text.
        actor: A person, a resident by their number (``S-…``), or ``system``.
        body: What there is to say, as a canonical object; identifiers and days as text.
        signature: The actor's signature over ``signed_bytes``, in base64; empty when not signed.
        once: Keys that can be recorded only once in the life of the register.
    """

    kind: str
    topic: str
    actor: str
    body: Mapping[str, Json]
    signature: str = ""
    once: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the ledger; ``seq`` counts from 1 without gaps and is the order of all things.

    Attributes:
        at: When it was recorded; never before the event in front of it.
        previous: Digest of the event in front of it; 64 zeros for the first.
        digest: SHA-256 of the event's canonical form, ``previous`` and ``once`` within it.
    """

    seq: int
    at: Moment
    kind: str
    topic: str
    actor: str
    body: Mapping[str, Json]
    signature: str
    previous: str
    digest: str
    once: tuple[str, ...] = ()
