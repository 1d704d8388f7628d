"""Assemble an edition: from what the caller hands in to the bytes of every file.

The same content after the same log gives the same bytes, whoever assembles it and whenever: salts are
derived, signatures are deterministic, everything is in a fixed order.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from evenhand.kernel.errors import BadInput
from evenhand.kernel.periods import ONE_DAY, Day, Moment, day
from evenhand.kernel.text import Text
from evenhand.lists.disclose import Disclosed
from evenhand.publication.carried import Checked
from evenhand.publication.continuity import consistency_file
from evenhand.publication.layout import (
    CHECKPOINT,
    CONSISTENCY,
    KEYS,
    MANIFEST,
    README,
    SHARD_ENTRIES,
    scheme_paths,
    shard_paths,
)
from evenhand.publication.manifest import (
    LONGEST_USE,
    FileRow,
    ListRow,
    Manifest,
    Previous,
    RegisterCard,
    SchemeRow,
)
from evenhand.publication.readme import readme
from evenhand.publication.shards import (
    entry_bytes,
    entry_leaf,
    line_of,
    manifest_leaf,
    salt_for,
)
from evenhand.publication.sign import Checkpoint, NoteKey, Signer, sign_note
from evenhand.publication.table import table_of
from evenhand.publication.tiles import Log
from evenhand.rights.floor import enforces, refusal

Sink = Callable[[str, bytes], None]
"""Takes the path and bytes of one file."""


@dataclass(frozen=True, slots=True)
class PublicList:
    """One list for an edition.

    Attributes:
        entries: What may be shown; the order does not matter.
        withheld: Entries in force that may not be shown; they are counted only.
        tally: A number for each name of ``manifest.TALLY``.
    """

    scheme: str
    list: str
    title: Text
    kind: str
    topic: str
    entries: tuple[Disclosed, ...]
    withheld: int
    tally: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class PublicScheme:
    """One version of a scheme for an edition: its file, and what it says as sentences.

    Attributes:
        public_since: The register's recorded day of publication.
        last_day: The last day on which it is in force; None when it has none.
    """

    scheme: str
    version: str
    title: Text
    authority: str
    public_since: Day
    first_day: Day
    last_day: Day | None
    file: bytes
    sentences: Text


@dataclass(frozen=True, slots=True)
class EditionContent:
    """What an edition is to say.

    Attributes:
        number: One more than the last edition's, or any larger number.
        use_until: The end of its use; it ends sooner when an entry does.
        lists: Every list of the schemes, empty ones too.
        schemes: Every scheme in force, and every version that an entry was decided by.
        keys: What the register says about keys that were replaced or revoked; empty when none was.
    """

    number: int
    register: RegisterCard
    made_at: Moment
    use_until: Moment
    lists: tuple[PublicList, ...]
    schemes: tuple[PublicScheme, ...]
    keys: bytes = b""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who signs, and the secret of the register that salts are derived from (32 bytes or more)."""

    signer: Signer
    salt_secret: bytes


@dataclass(frozen=True, slots=True)
class Past:
    """The last edition: its number, signed checkpoint, the log as it left it, and what it can lend."""

    number: int
    note: bytes
    log: Log
    checked: Checked


@dataclass(frozen=True, slots=True)
class Assembled:
    """An edition whose files all went to the sink."""

    manifest: Manifest
    note: bytes
    head: Checkpoint


def assemble(
    content: EditionContent, publisher: Publisher, past: Past | None, sink: Sink
) -> Assembled:
    """Write every file of an edition to a sink; ``past`` stays as it was.

    Raises:
        BadInput: When its times or time zone make no edition.
        FloorRefusal: RF-12, when an entry has ended already.
        ValueError: When a name fits no path or an entry no line.
    """
    written: list[FileRow] = []

    def keep(path: str, data: bytes) -> FileRow:
        sink(path, data)
        written.append(FileRow(path, len(data), hashlib.sha256(data).hexdigest()))
        return written[-1]

    log = past.log.copy() if past else Log()
    grows = _Grows(log, log.places(), past.checked if past else None)
    old = log.size
    until, offset = end_of_use(content)
    key = NoteKey(content.register.origin, publisher.signer.public)
    rows = [
        _write_list(one, publisher.salt_secret, grows, keep)
        for one in sorted(content.lists, key=lambda one: (one.scheme, one.list))
    ]
    schemes = [
        _write_scheme(one, keep)
        for one in sorted(content.schemes, key=lambda one: (one.scheme, one.version))
    ]
    manifest = Manifest(
        number=content.number,
        register=content.register,
        made_at=content.made_at,
        use_until=until,
        utc_offset=offset,
        log_size=log.size + 1,
        previous=Previous(past.number, past.note.decode()) if past else None,
        lists=tuple(rows),
        schemes=tuple(schemes),
        files=(),
    )
    if content.keys:
        keep(KEYS, content.keys)
    keep(README, readme(manifest, key))
    manifest = replace(manifest, files=tuple(sorted(written, key=lambda row: row.path)))
    sink(MANIFEST, manifest.as_bytes())
    log.append([manifest_leaf(manifest.as_bytes())])
    head = Checkpoint(key.name, log.size, log.tree.root())
    note = sign_note(head.text(), key.name, publisher.signer)
    for path, data in log.files():
        sink(path, data)
    sink(CONSISTENCY, consistency_file(log.tree, old, note))
    sink(CHECKPOINT, note)
    return Assembled(manifest, note, head)


@enforces("RF-12")
def end_of_use(content: EditionContent) -> tuple[Moment, int]:
    """Work out until when an edition is for use, and how many minutes civil time is ahead of UTC.

    It ends at the moment asked for, and never later than the last day of any entry in it, nor than 31
    days after it was made.

    Raises:
        BadInput: When the time zone is unknown or the use would end before it begins.
        FloorRefusal: RF-12, when an entry has ended already.
    """
    try:
        zone = ZoneInfo(content.register.time_zone)
    except (OSError, ValueError, KeyError):
        raise BadInput(
            Text(
                zh=f"没有时区“{content.register.time_zone}”，例如 Asia/Shanghai。",
                en=f'There is no time zone "{content.register.time_zone}"; one is Asia/Shanghai.',
            )
        ) from None
    if content.use_until <= content.made_at:
        raise BadInput(
            Text(
                zh="版次的使用期限早于制作时间。",
                en="The edition's use would end before the edition is made.",
            )
        )
    offset = content.made_at.astimezone(zone).utcoffset() or dt.timedelta()
    until = min(content.use_until, content.made_at + LONGEST_USE)
    for last in sorted({_last_day(one) for part in content.lists for one in part.entries})[:1]:
        midnight = dt.datetime.combine(last + ONE_DAY, dt.time())
        until = min(
            until,
            midnight.replace(tzinfo=zone).astimezone(dt.UTC),
            midnight.replace(tzinfo=dt.UTC) - offset,
        )
        if until <= content.made_at:
            raise refusal(
                "RF-12",
                Text(
                    zh=f"有记录的最后一日是 {last}，已经到期，不能公布。",
                    en=f"An entry's last day was {last}; it has ended and cannot be published.",
                ),
            )
    return until, offset // dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _Grows:
    """What grows from edition to edition: the log and where each leaf is; and what was there before."""

    log: Log
    places: dict[bytes, int]
    before: Checked | None


_Keep = Callable[[str, bytes], FileRow]


def _write_list(one: PublicList, secret: bytes, grows: _Grows, keep: _Keep) -> ListRow:
    """Write the shards and tables of one list."""
    before = grows.before
    entries = sorted(one.entries, key=lambda entry: str(entry.fields["entry"]))
    sizes = []
    for number, part in enumerate(_chunks(entries), start=1):
        path, table = shard_paths(one.scheme, one.list, number)
        lines = keep(path, b"".join(_lines(part, secret, grows)))
        unchanged = before is not None and before.files.get(path) == lines
        made = before.file(table) if before and unchanged else None
        keep(table, made or table_of(entry.fields for entry in part))
        sizes.append(len(part))
    return ListRow(
        scheme=one.scheme,
        list=one.list,
        title=_one_line(one.title),
        kind=one.kind,
        topic=one.topic,
        published=len(entries),
        withheld=one.withheld,
        shards=tuple(sizes),
        tally=one.tally,
    )


def _lines(part: Sequence[Disclosed], secret: bytes, grows: _Grows) -> Iterator[bytes]:
    """Write lines; an entry that the log has already keeps its leaf, any other is appended."""
    log, places = grows.log, grows.places
    made = []
    fresh: list[bytes] = []
    for entry in part:
        said = entry_bytes(entry.fields)
        salt = salt_for(secret, said)
        leaf = entry_leaf(salt, said)
        if leaf not in places:
            places[leaf] = log.size + len(fresh)
            fresh.append(leaf)
        made.append((said, places[leaf], salt))
    log.append(fresh)
    return (line_of(said, index, salt) for said, index, salt in made)


def _write_scheme(one: PublicScheme, keep: _Keep) -> SchemeRow:
    file, zh, en = scheme_paths(one.scheme, one.version)
    keep(file, one.file)
    keep(zh, one.sentences.zh.encode())
    keep(en, one.sentences.en.encode())
    return SchemeRow(
        scheme=one.scheme,
        version=one.version,
        title=_one_line(one.title),
        authority=one.authority,
        public_since=one.public_since,
        first_day=one.first_day,
        last_day=one.last_day,
        digest=hashlib.sha256(one.file).hexdigest(),
    )


def _chunks(entries: Sequence[Disclosed]) -> Iterator[Sequence[Disclosed]]:
    for start in range(0, len(entries), SHARD_ENTRIES):
        yield entries[start : start + SHARD_ENTRIES]


def _one_line(title: Text) -> Text:
    """Set a title that was written over several lines into one."""
    return Text(zh=" ".join(title.zh.split()), en=" ".join(title.en.split()))


def _last_day(entry: Disclosed) -> Day:
    return day(str(entry.fields["last_day"]))
