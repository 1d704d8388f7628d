"""The manifest of an edition: what is in it, by whose rules, until when, and the public figures.

Its canonical bytes (RFC 8785) are ``manifest.json``; their digest is the last leaf of the log, so the
one signature under the checkpoint covers the manifest, and through it every file of the edition.
The days in it are last days, as pages say them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.periods import Day, Moment, said
from evenhand.kernel.text import Text

FORM: Final = "evenhand/edition/1"

LONGEST_USE: Final = dt.timedelta(days=31)
"""No edition is for use longer than this, whatever is in it: a removal has to reach everybody."""

TALLY: Final = (
    "proposed",  # cases opened
    "noticed",  # of these: notice proven delivered
    "objected",  # of these: at least one objection
    "open",  # of the proposed: not decided yet
    "listed",  # of the proposed: decided, an entry
    "not_listed",  # of the proposed: decided, no entry
    "lapsed",  # of the proposed: ended without a decision
    "in_force",  # of the listed: in force at the moment of the edition
    "suspended",  # of the listed: without effect for now
    "ended",  # of the listed: past their last day
    "removed",  # of the listed: ended before their last day, by a decision or a missed deadline
    "appealed",  # of the listed: at least one appeal
    "corrected",  # of the proposed: evidence doubted, corrected, withdrawn or another's
)
"""The public figures of a list, in cases since the register began (RF-14)."""


@dataclass(frozen=True, slots=True)
class RegisterCard:
    """Whose edition it is.

    Attributes:
        origin: The name of the log and of the key that signs it, such as ``linhe.example/log``.
        kind: A demonstration register is marked in every edition.
        time_zone: IANA name of the register's one civil time.
    """

    name: Text
    origin: str
    kind: Literal["official", "demonstration"]
    jurisdiction: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """One list: what it is, how many entries, where they stand, and its figures.

    Attributes:
        published: Entries in the shards.
        withheld: Entries in force that only look-ups answer: of residents, of sole traders, and of
            lists that are not public; the public knows how many, and nothing else.
        shards: Entries in each shard, in order.
        tally: A number for each name of ``TALLY``.
    """

    scheme: str
    list: str
    title: Text
    kind: str
    topic: str
    published: int
    withheld: int
    shards: tuple[int, ...]
    tally: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """One version of a scheme that is in force or that an entry was decided by.

    Attributes:
        digest: SHA-256 of the scheme file, in hexadecimal, as everything in the register names it.
        public_since: The register's recorded day of publication (RF-13).
    """

    scheme: str
    version: str
    title: Text
    authority: str
    public_since: Day
    first_day: Day
    last_day: Day | None
    digest: str


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file of the edition, without those that the log itself covers."""

    path: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Previous:
    """The edition before: its number and its signed checkpoint, as it was published."""

    number: int
    checkpoint: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that an edition says of itself.

    Attributes:
        utc_offset: Minutes by which the register's civil time was ahead of UTC when it was made.
        log_size: Leaves of the log, this manifest's own included: it is the last.
    """

    number: int
    register: RegisterCard
    made_at: Moment
    use_until: Moment
    utc_offset: int
    log_size: int
    previous: Previous | None
    lists: tuple[ListRow, ...]
    schemes: tuple[SchemeRow, ...]
    files: tuple[FileRow, ...]

    def as_bytes(self) -> bytes:
        """Return the bytes of ``manifest.json``."""
        return canonical(self.as_json())

    def as_json(self) -> Json:
        """Return the manifest as a canonical value."""
        card = self.register
        previous = self.previous
        return {
            "files": [{"bytes": f.size, "path": f.path, "sha256": f.digest} for f in self.files],
            "form": FORM,
            "lists": [_list_json(row) for row in self.lists],
            "log_size": self.log_size,
            "made_at": said(self.made_at),
            "number": self.number,
            "previous": None
            if previous is None
            else {"checkpoint": previous.checkpoint, "number": previous.number},
            "register": {
                "jurisdiction": card.jurisdiction,
                "kind": card.kind,
                "name": _text_json(card.name),
                "origin": card.origin,
                "time_zone": card.time_zone,
            },
            "schemes": [_scheme_json(row) for row in self.schemes],
            "use_until": said(self.use_until),
            "utc_offset": self.utc_offset,
        }


def broken_sums(row: ListRow) -> Iterator[str]:
    """Say which figures of one list do not add up; nothing when all do."""
    t = row.tally
    laws = (
        ("published = shards", row.published, sum(row.shards)),
        ("in_force = published + withheld", t["in_force"], row.published + row.withheld),
        (
            "proposed = open + listed + not_listed + lapsed",
            t["proposed"],
            t["open"] + t["listed"] + t["not_listed"] + t["lapsed"],
        ),
        (
            "listed = in_force + suspended + ended + removed",
            t["listed"],
            t["in_force"] + t["suspended"] + t["ended"] + t["removed"],
        ),
    )
    for law, left, right in laws:
        if left != right:
            yield f"{law}: {left} ≠ {right}"
    for part, whole in (
        ("noticed", "proposed"),
        ("objected", "noticed"),
        ("appealed", "listed"),
        ("corrected", "proposed"),
    ):
        if t[part] > t[whole]:
            yield f"{part} ≤ {whole}: {t[part]} > {t[whole]}"


def _text_json(text: Text) -> Json:
    return {"en": text.en, "zh": text.zh}


def _list_json(row: ListRow) -> Json:
    return {
        "kind": row.kind,
        "list": row.list,
        "published": row.published,
        "scheme": row.scheme,
        "shards": list(row.shards),
        "tally": dict(row.tally),
        "title": _text_json(row.title),
        "topic": row.topic,
        "withheld": row.withheld,
    }


def _scheme_json(row: SchemeRow) -> Json:
    return {
        "authority": row.authority,
        "digest": row.digest,
        "first_day": row.first_day.isoformat(),
        "last_day": None if row.last_day is None else row.last_day.isoformat(),
        "public_since": row.public_since.isoformat(),
        "scheme": row.scheme,
        "title": _text_json(row.title),
        "version": row.version,
    }
