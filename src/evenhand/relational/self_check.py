"""Check a whole register against itself, as ``fsck`` does a disk: chain, receipts, rows, keys.

It changes nothing and needs no lock; while another command is writing it may note what that command
has under construction.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evenhand.kernel.errors import EvenhandError
from evenhand.kernel.findings import Finding, Kind, Place, found
from evenhand.relational import findings
from evenhand.relational.delivery_check import check_delivery
from evenhand.relational.durable import LEFTOVER
from evenhand.relational.events import Event
from evenhand.relational.ledger_place import LEDGER_FILE
from evenhand.relational.live import (
    brought,
    live_deliveries,
    out_of_use,
    replacements,
    rewritings,
    segments_of,
)
from evenhand.relational.register import FOLDERS, Register
from evenhand.relational.row_check import check_keys, check_rows

RULE_FOLDERS = ("catalogue", "sources", "schemes")

Progress = Callable[[str, int, int], None]
"""Told the step, how much of it is done, and of how much."""


def check_register(register: Register, progress: Progress | None = None) -> tuple[Finding, ...]:
    """Find everything in a register that does not hold; findings that only note are no damage."""
    told = progress or _silent
    told("ledger", 0, 1)
    try:
        register.ledger.verify()
        events = list(register.ledger.read())
    except EvenhandError as fault:
        broken = _about_ledger(findings.LEDGER_BROKEN, fault)
        return (broken, *_segments(register, register.evidence.names(), told))
    try:
        live = live_deliveries(events)
    except EvenhandError as fault:
        unreadable = _about_ledger(findings.EVENT_UNREADABLE, fault)
        return (unreadable, *_segments(register, register.evidence.names(), told))
    told("ledger", 1, 1)
    named = segments_of(live.values())
    about_segments = _segments(register, named, told)
    unsound = {finding.place.file.split("/")[1] for finding in about_segments}
    return (
        *_deliveries(register, events, told),
        *about_segments,
        *check_rows(register, live.values(), unsound),
        *check_keys(register, live.values(), unsound),
        *_rule_files(register, events),
        *_orphans(register, events),
    )


def damage(found_so_far: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of a check that mean damage; the rest only warns or notes."""
    return tuple(finding for finding in found_so_far if finding.kind.weight == "stops")


def _segments(register: Register, names: Sequence[str], told: Progress) -> tuple[Finding, ...]:
    made: list[Finding] = []
    for number, name in enumerate(names):
        told("segments", number, len(names))
        made += register.evidence.check([name])
    told("segments", len(names), len(names))
    return tuple(made)


def _deliveries(register: Register, events: Sequence[Event], told: Progress) -> Iterator[Finding]:
    received = [event for event in events if event.kind == "delivery.received"]
    undone = {e.body.get("delivery") for e in events if e.kind == "delivery.undone"}
    for number, event in enumerate(received):
        told("deliveries", number, len(received))
        yield from check_delivery(register, event, event.body.get("delivery") in undone)
    told("deliveries", len(received), len(received))


def _rule_files(register: Register, events: Sequence[Event]) -> Iterator[Finding]:
    """Every scheme, and the last of each source and of the catalogue, is there as it was recorded."""
    wanted: dict[tuple[str, str], tuple[Event, str]] = {}
    for event in events:
        digest = str(event.body.get("digest"))
        if event.kind == "scheme.published":
            wanted["schemes", f"{event.topic} {digest}"] = event, digest
        elif event.kind == "source.added":
            wanted["sources", event.topic] = event, digest
        elif event.kind == "catalogue.set":
            files = event.body.get("files")
            named = files.items() if isinstance(files, dict) else ()
            wanted = {key: of for key, of in wanted.items() if key[0] != "catalogue"}
            wanted |= {("catalogue", name): (event, str(digest)) for name, digest in named}
    there = {folder: _digests(register.folder / folder) for folder in RULE_FOLDERS}
    for (folder, topic), (event, digest) in wanted.items():
        if digest not in there[folder]:
            told = {"read": folder, "event": event.seq, "topic": topic.split()[0]}
            yield found(findings.RULE_FILE, Place(file=folder), **told)


def _digests(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _orphans(register: Register, events: Sequence[Event]) -> Iterator[Finding]:
    replaced = out_of_use(events)
    named = {change.new for event in events for change in rewritings(event)}
    for event in events:
        named.update(name for change in replacements(event) for name, _ in change.new)
        named.add(str(event.body.get("delivery")))
        named.update(brought(event))
    for name in register.evidence.names():
        place = Place(file=f"evidence/{name}")
        if name in replaced:
            yield found(findings.REPLACED_SEGMENT, place, segment=name)
        elif name not in named:
            yield found(findings.ORPHAN_SEGMENT, place, segment=name)
    for folder in ("receipts", "held", "deliveries"):
        for path in sorted((register.folder / folder).iterdir()):
            if path.name.split(".")[0] not in named and path.suffix != LEFTOVER:
                read = f"{folder}/{path.name}"
                yield found(findings.ORPHAN_FILE, Place(file=read), read=read)
    for folder in ("", *FOLDERS):
        for path in sorted((register.folder / folder).glob(f"*{LEFTOVER}")):
            read = path.relative_to(register.folder).as_posix()
            yield found(findings.LEFTOVER_FOUND, Place(file=read), read=read)


def _about_ledger(kind: Kind, fault: EvenhandError) -> Finding:
    return found(kind, Place(file=LEDGER_FILE), zh=fault.text.zh, en=fault.text.en)


def _silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""
    del step, done, total
