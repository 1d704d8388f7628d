"""The entries of an edition, held against its log, its manifest and the day.

Rules, in the order in which they are checked for each line:

1. The line is well formed, and its digest is the leaf that it names.
2. It stands in the shard of its own list, in order of entry numbers, under a scheme of the edition.
3. It is of an organisation and quotes no resident's number (RF-3).
4. It had begun when the edition was made, its last day is not over, and the edition is for use no
   longer than that (RF-12, invariant D7).
5. The shard has as many lines as the manifest says and its digest; the table beside says the same.

A shard that was checked in an earlier edition of the same log and is here byte for byte is summed up:
what of these rules depends on the edition is checked of the sum, and line by line if that fails.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from evenhand.kernel.findings import Place
from evenhand.kernel.periods import Moment
from evenhand.publication import entry_findings
from evenhand.publication.carried import Brief, brief_of
from evenhand.publication.failing import failed
from evenhand.publication.fields import NoEntry, names_a_person
from evenhand.publication.layout import shard_paths
from evenhand.publication.manifest import FileRow, ListRow, Manifest
from evenhand.publication.reading import Folder
from evenhand.publication.shards import LONGEST_LINE, Line, read_line
from evenhand.publication.table import table_of
from evenhand.publication.tiles import Log


@dataclass(frozen=True, slots=True)
class Against:
    """What the lines of an edition are held against.

    Attributes:
        made_on: The register's civil day on which the edition was made, as ISO text.
        today: The civil day at the moment of verification.
        stays_until: The last civil day on which the edition is for use.
        checked: Files that were checked in an earlier edition of the same log.
    """

    manifest: Manifest
    log: Log
    made_on: str
    today: str
    stays_until: str
    checked: Mapping[str, FileRow]

    @classmethod
    def at(
        cls, manifest: Manifest, log: Log, now: Moment, checked: Mapping[str, FileRow]
    ) -> Against:
        """Work out the days, in the register's civil time."""
        ahead = dt.timedelta(minutes=manifest.utc_offset)
        last = manifest.use_until - dt.timedelta(microseconds=1)
        made_on, today, until = (str((of + ahead).date()) for of in (manifest.made_at, now, last))
        return cls(manifest, log, made_on, today, until, checked)


def check_list(folder: Folder, row: ListRow, against: Against) -> int:
    """Check every line and table of one list.

    Returns:
        How many entries it has.

    Raises:
        ProofFailed: Naming the first line and entry that is wrong.
    """
    files = {one.path: one for one in against.manifest.files}
    versions = {s.version for s in against.manifest.schemes if s.scheme == row.scheme}
    after = ""
    for number, count in enumerate(row.shards, start=1):
        path, table = shard_paths(row.scheme, row.list, number)
        data = folder.read(path)
        if _as_checked(folder, data, (files[path], files[table]), against):
            brief = brief_of(data)
            if brief and brief.count == count and _fits(brief, row, versions, after, against):
                after = brief.entries[1]
                continue
        entries: list[Mapping[str, Any]] = []
        for at, line in _lines(path, data):
            _check_line(line, Place(path, row=at), row, against)
            _check_place(line, Place(path, row=at), versions, after)
            after = line.fields["entry"]
            entries.append(line.fields)
        if len(entries) != count:
            raise _wrong_count(folder, files[table], Place(path), entries, count)
        _check_digest(data, files[path])
        _check_table(folder, files[table], entries, path)
    return row.published


def _as_checked(
    folder: Folder, data: bytes, rows: tuple[FileRow, FileRow], against: Against
) -> bool:
    """Say whether a shard and its table are, byte for byte, those that were checked before."""
    lines, table = rows
    return (
        all(against.checked.get(row.path) == row for row in rows)
        and hashlib.sha256(data).hexdigest() == lines.digest
        and hashlib.sha256(folder.read(table.path)).hexdigest() == table.digest
    )


def _fits(brief: Brief, row: ListRow, versions: set[str], after: str, against: Against) -> bool:
    """Say whether all lines of a checked shard may stand in this place of this edition."""
    since, last_day = brief.days
    return (
        brief.kind == row.kind
        and brief.versions <= versions
        and brief.entries[0] > after
        and since <= against.made_on
        and last_day >= max(against.today, against.stays_until)
    )


def _lines(path: str, data: bytes) -> Iterator[tuple[int, Line]]:
    """Read the lines of a shard, counted from 1."""
    start = 0
    number = 0
    while start < len(data):
        number += 1
        stop = data.find(b"\n", start, start + LONGEST_LINE) + 1 or start + LONGEST_LINE
        try:
            yield number, read_line(data[start:stop])
        except NoEntry as fault:
            raise failed(entry_findings.NO_LINE, Place(path, row=number), read=str(fault)) from None
        start = stop


def _check_line(line: Line, place: Place, row: ListRow, against: Against) -> None:
    fields = line.fields
    entry = fields["entry"]
    if names_a_person(fields):
        raise failed(entry_findings.A_RESIDENT, place)
    if against.log.leaf(line.leaf) != line.digest:
        raise failed(entry_findings.NOT_IN_LOG, place, entry=entry, leaf=line.leaf)
    for name in ("scheme", "list", "kind"):
        if fields[name] != getattr(row, name):
            raise failed(
                entry_findings.OUT_OF_PLACE, place, entry=entry, read=f"{name}: {fields[name]}"
            )
    if fields["since"] > against.made_on:
        since = f"since: {fields['since']}"
        raise failed(entry_findings.OUT_OF_PLACE, place, entry=entry, read=since)
    last_day = fields["last_day"]
    if last_day < against.today:
        raise failed(entry_findings.ENDED, place, entry=entry, read=last_day)
    if last_day < against.stays_until:
        raise failed(
            entry_findings.OUTLIVES, place, entry=entry, read=last_day, allowed=against.stays_until
        )


def _check_place(line: Line, place: Place, versions: set[str], after: str) -> None:
    entry, version = line.fields["entry"], line.fields["version"]
    if version not in versions:
        raise failed(entry_findings.OUT_OF_PLACE, place, entry=entry, read=f"version: {version}")
    if entry <= after:
        raise failed(entry_findings.OUT_OF_PLACE, place, entry=entry, read=f"{after} > {entry}")


def _check_digest(data: bytes, row: FileRow) -> None:
    if hashlib.sha256(data).hexdigest() != row.digest:
        raise failed(entry_findings.WRONG_DIGEST, Place(row.path))


def _check_table(
    folder: Folder, row: FileRow, entries: list[Mapping[str, Any]], beside: str
) -> None:
    """Make the table again and hold it against the one that is there."""
    read, made = folder.read(row.path), table_of(entries)
    if read != made:
        at = _first_row(read, made)
        signed = hashlib.sha256(read).hexdigest() == row.digest
        kind = entry_findings.OTHER_TABLE if signed else entry_findings.WRONG_DIGEST
        raise failed(kind, Place(row.path, row=at), read=beside)
    _check_digest(read, row)


def _first_row(read: bytes, made: bytes) -> int:
    there, wanted = read.split(b"\n"), made.split(b"\n")
    for at, (one, other) in enumerate(zip(there, wanted, strict=False), start=1):
        if one != other:
            return at
    return min(len(there), len(wanted)) + 1


def _wrong_count(
    folder: Folder, table: FileRow, place: Place, entries: list[Mapping[str, Any]], count: int
) -> Exception:
    """Say how many entries are missing, and which, when the table beside the lines still has them."""
    data = folder.read(table.path)
    if len(entries) < count and hashlib.sha256(data).hexdigest() == table.digest:
        there = {fields["entry"] for fields in entries}
        rows = re.findall(rb'^"(E-[0-9a-f]{16})"', data, re.MULTILINE)
        lost = [entry.decode() for entry in rows if entry.decode() not in there]
        if lost:
            return failed(
                entry_findings.DROPPED, place, entry=lost[0], read=len(entries), allowed=count
            )
    return failed(entry_findings.WRONG_COUNT, place, read=len(entries), allowed=count)
