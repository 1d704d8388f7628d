"""How good each source is, and which has fallen silent; returned to the authority that owns it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields

from evenhand.kernel.ids import SourceId
from evenhand.kernel.periods import Day, Moment
from evenhand.pipeline.opened import Opened
from evenhand.records.quality import Quality, silent_since, together
from evenhand.sources.contract import Contract


@dataclass(frozen=True, slots=True)
class SourceReturn:
    """One source: its figures over all deliveries that stand, and since when it is overdue.

    Attributes:
        last: Day of its last delivery; None while there is none.
        silent: The day since which it is overdue; None while it is not.
    """

    contract: Contract
    deliveries: int
    last: Day | None
    quality: Quality
    silent: Day | None


def source_returns(opened: Opened, at: Moment) -> tuple[SourceReturn, ...]:
    """Measure every source of the register, in order of their names."""
    knowledge, today = opened.knowledge(), opened.today(at)
    measured: dict[SourceId, list[Quality]] = defaultdict(list)
    last: dict[SourceId, Day] = {}
    added: dict[SourceId, Day] = {}
    for event in opened.register.ledger.read(kinds=("delivery.received", "source.added")):
        source, day = SourceId(str(event.body["source"])), opened.today(event.at)
        if event.kind == "source.added":
            added.setdefault(source, day)
        elif str(event.body["delivery"]) in knowledge.deliveries:
            measured[source].append(_quality(event.body["quality"]))
            last[source] = day
    return tuple(
        SourceReturn(
            contract,
            len(measured[source]),
            last.get(source),
            together(measured[source]),
            silent_since(contract, last.get(source, added[source]), today),
        )
        for source in sorted(knowledge.sources)
        for contract in (opened.contract(source, knowledge),)
    )


def _quality(said: object) -> Quality:
    """Read back the counts that a delivery's event carries."""
    counts = said if isinstance(said, Mapping) else {}
    return Quality(**{field.name: int(counts.get(field.name) or 0) for field in fields(Quality)})
