"""Monitors of the register around the cases: deliveries, consents and runs, editions (E1, E3, E4, C1).

They read events and share nothing with the core; see ``monitors.py``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from evenhand.cases.monitored import History, Seen
from evenhand.kernel.canonical import Json

_FATES: Final = ("stored", "processed", "held", "refused")
"""What becomes of a row; of residents' rows nobody is told which were stored."""


def deliveries(history: History) -> Iterator[str]:
    """E3, E4: each delivery once, under the name of its bytes; rows are stored, held or refused."""
    known: set[str] = set()
    for event in history.others:
        if event.kind != "delivery.received":
            continue
        body, named = event.body, str(event.body["delivery"])
        if named in known or event.topic != named:
            yield f"{named}: E3 the delivery was received twice (event {event.seq})"
        known.add(named)
        if not str(body["digest"]).startswith(named[2:]):
            yield f"{named}: E3 the delivery is not named by its bytes (event {event.seq})"
        for part in (body, *_sheets(body)):
            if _rows(part, "rows") != sum(_rows(part, n) for n in _FATES):
                yield f"{named}: E4 rows are not stored, held and refused ones (event {event.seq})"


def _sheets(body: Mapping[str, Json]) -> list[Mapping[str, Json]]:
    said = body.get("sheets")
    sheets = said if isinstance(said, (list, tuple)) else ()
    return [sheet for sheet in sheets if isinstance(sheet, Mapping)]


def _rows(part: Mapping[str, Json], name: str) -> int:
    return int(str(part.get(name, 0)))


def consents(history: History) -> Iterator[str]:
    """C1: no run scores more residents than had agreed, and not left, when it was recorded."""
    agreed: dict[str, set[str]] = defaultdict(set)
    entered: dict[str, list[Seen]] = defaultdict(list)
    for event in history.others:
        if event.kind == "consent.entered":
            entered[str(event.body.get("delivery") or event.body.get("content"))].append(event)
        elif event.kind == "consent.confirmed":
            for said in entered.pop(str(event.body["entry"]), ()):
                agreed[str(said.body["scheme"])].add(_who(said))
        elif event.kind == "consent.given":
            agreed[str(event.body["scheme"])].add(_who(event))
        elif event.kind == "consent.withdrawn":
            agreed[str(event.body["scheme"])].discard(_who(event))
        elif event.kind == "run.completed":
            for scheme, subjects in _scored(event):
                if scheme in agreed and subjects > len(agreed[scheme]):
                    yield f"{scheme}: C1 a run scored more people than agreed (event {event.seq})"


def _who(event: Seen) -> str:
    return str(event.body.get("person") or event.body.get("subject"))


def _scored(event: Seen) -> Iterator[tuple[str, int]]:
    schemes = event.body.get("schemes")
    for one in schemes if isinstance(schemes, (list, tuple)) else ():
        if isinstance(one, Mapping):
            yield str(one["scheme"]), int(str(one["subjects"]))


def editions(history: History) -> Iterator[str]:
    """E1: editions are numbered without gaps, by one publisher."""
    published = [e for e in history.others if e.kind == "edition.published"]
    for number, event in enumerate(published, 1):
        if int(str(event.body["number"])) != number:
            yield f"edition {event.topic}: E1 it does not follow the one before (event {event.seq})"
