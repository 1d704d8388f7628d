"""Make many small segments one, in the course of a run, with no change in any answer.

Every delivery leaves a segment, and whoever asks about one subject asks each segment. Sixteen of about one
size become one, sixteen of those again one, so that a row is written again a few times in all and the
segments are as many as the sizes. Rows stay as they are, sealed parts included; a delivery whose rows
stand with others' can still be undone (``set_apart``), and a question with an earlier known-at moment gets
the rows that were known then (``live``).

The order is: the new segment is written, one event ``evidence.compacted`` puts it in the place of the
old ones, the old files go. Killed before the event, the register is as before; after it, the next run
removes what is left. A segment whose rows say another moment than the event that brought them (a clock
that was set back) stays by itself, because its rows could not be told from others' by their moment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import pyarrow.compute as pc
import pyarrow.parquet as pq

from evenhand.kernel.canonical import Json
from evenhand.kernel.periods import Moment, microseconds
from evenhand.relational.events import SYSTEM, Draft, Event
from evenhand.relational.live import (
    COMPACTED,
    LIVE_KINDS,
    LiveDelivery,
    brought,
    live_deliveries,
    out_of_use,
    replacements,
    rewritings,
    segments_of,
    sharing,
)
from evenhand.relational.register import Register
from evenhand.relational.segment import BLOCK

TOGETHER: Final = 16
"""So many segments of about one size become one."""


def compact(register: Register, at: Moment) -> int:
    """Make small segments one where there are many; the caller holds the register's lock.

    Returns:
        How many segments others took the place of; 0 when there was nothing to do.

    Raises:
        RegisterDamaged: When a segment is missing.
        ProofFailed: When one does not fit its digests.
        EvenhandError: When the disk did not keep it; to be called again.
    """
    events = list(register.ledger.read(kinds=LIVE_KINDS))
    live = live_deliveries(events)
    changes = [
        change
        for names in _groups(register, live, _moments(events))
        if (change := _change(register, live, names)) is not None
    ]
    if changes:
        body: dict[str, Json] = {"replaced": changes}
        events += register.ledger.append([Draft(COMPACTED, "evidence", SYSTEM, body)], at)
    clear(register, events)
    return sum(len(one.old) for event in events[-1:] if changes for one in replacements(event))


def set_apart(register: Register, delivery: str) -> tuple[Draft, ...]:
    """Set the rows of a delivery apart from those of others; the caller holds the register's lock.

    Returns:
        The event to be recorded in one transaction with the delivery's undoing, after it; none when
        nobody shares a segment with it. The old files are to be removed after that (``clear``).

    Raises:
        RegisterDamaged: When a segment is missing.
        ProofFailed: When one does not fit its digests.
        EvenhandError: When the disk did not keep it; nothing is recorded then.
    """
    live = live_deliveries(register.ledger.read(kinds=LIVE_KINDS))
    changes: list[Json] = []
    for name in live[delivery].segments:
        others = [one for one in sharing(live.values(), [name]) if one != delivery]
        rest, own = register.evidence.apart(name, delivery) if others else (None, None)
        if own is not None:  # otherwise it has no row left there
            holders = ((rest, others), (own, [delivery]))
            new: list[Json] = [
                {"segment": part.name, "deliveries": list(of)} for part, of in holders if part
            ]
            changes.append({"old": [name], "new": new})
    return (Draft(COMPACTED, "evidence", SYSTEM, {"replaced": changes}),) if changes else ()


def clear(register: Register, events: Iterable[Event]) -> None:
    """Remove the files of segments in whose place others are.

    Args:
        register: The register, under its lock.
        events: All events of ``LIVE_KINDS``.
    """
    for name in sorted(out_of_use(events).intersection(register.evidence.names())):
        register.evidence.remove(name)


def _groups(
    register: Register, live: Mapping[str, LiveDelivery], moments: Mapping[str, frozenset[int]]
) -> list[list[str]]:
    """Segments to be made one, each group of about one size, in the order of their deliveries."""
    by_size: dict[int, list[str]] = defaultdict(list)
    paths: dict[str, Path] = {}
    for name in segments_of(live.values()):
        (paths[name],) = register.evidence.scored_paths([name])
        rows = pq.read_metadata(paths[name]).num_rows
        if rows < BLOCK:
            by_size[_size(rows)].append(name)
    groups: list[list[str]] = []
    for _, names in sorted(by_size.items()):
        if len(names) >= TOGETHER:
            fit = [name for name in names if _of_its_moment(paths[name], moments[name])]
            whole = range(0, len(fit) - TOGETHER + 1, TOGETHER)
            groups += [fit[start : start + TOGETHER] for start in whole]
    return groups


def _size(rows: int) -> int:
    """How often ``TOGETHER`` goes into a number of rows, as its power."""
    size = 0
    while rows := rows // TOGETHER:
        size += 1
    return size


def _of_its_moment(path: Path, moments: frozenset[int]) -> bool:
    """Whether all rows say that they are known since the event that brought them."""
    known = pq.read_table(path, columns=["known"])["known"]
    return moments.issuperset(pc.unique(known).to_pylist())


def _moments(events: Sequence[Event]) -> dict[str, frozenset[int]]:
    """Of each segment that ever counted, the moments of the events that brought its rows."""
    found: dict[str, frozenset[int]] = {}
    for event in events:
        for name in brought(event):
            found[name] = frozenset({microseconds(event.at)})
        for change in rewritings(event):
            if change.new is not None:
                found[change.new] = found[change.old]
        for one in replacements(event):
            of_old = frozenset[int]().union(*(found[name] for name in one.old))
            found |= {name: of_old for name, _ in one.new}
    return found


def _change(
    register: Register, live: Mapping[str, LiveDelivery], names: Sequence[str]
) -> Json | None:
    """Write some segments as one; None where a field has two types, which no question could join."""
    made = register.evidence.together(names)
    if made is None:
        return None
    deliveries: list[Json] = [*sharing(live.values(), names)]
    return {"old": list(names), "new": [{"segment": made.name, "deliveries": deliveries}]}
