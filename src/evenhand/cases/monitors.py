"""The invariants of cases as monitors: they read events and nothing else.

This is the specification that the core is held against, so it is written apart from it: it shares no
code with guards, transitions, folds or the procedure's numbers, and states them again. It runs over
every life that the tests make up, over the real ledger in ``evenhand audit``, and before an edition
is signed. Each violation is one sentence that names the invariant, the case and the event.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from evenhand.cases import (
    monitors_causes,
    monitors_hearing,
    monitors_people,
    monitors_redress,
    monitors_register,
    monitors_terms,
)
from evenhand.cases.monitored import History, Life, Seen
from evenhand.cases.monitors_hearing import against
from evenhand.cases.people import Founders

_NAMED: Final = re.compile(r"(?:^|: )([A-Z]+-?[0-9]+) ")


@dataclass(frozen=True, slots=True)
class Audit:
    """What the monitors found in a ledger.

    Attributes:
        events: How many events they read.
        lives: How many cases they followed.
        looked: How many cases, deliveries, runs, editions and events by people there were to look at.
        violations: One sentence each; names the invariant, the case and the event.
    """

    events: int
    lives: int
    looked: Mapping[str, int]
    violations: tuple[str, ...]

    @property
    def by_invariant(self) -> Mapping[str, int]:
        """How many violations of each invariant, by its number."""
        named = (_NAMED.search(said) for said in self.violations)
        return Counter(match[1] for match in named if match)


def audit(events: Iterable[Seen], founders: Founders, zone: dt.tzinfo) -> Audit:
    """Run every monitor over a ledger's events.

    Args:
        events: The ledger's events in order.
        founders: Stewards and auditor, from the register's settings.
        zone: The register's civil time zone.
    """
    history = History.of(events, founders, zone)
    read = [*history.others, *(event for life in history.lives for event in life.events)]
    kinds = Counter(event.kind for event in history.others)
    looked = {
        "cases": len(history.lives),
        "deliveries": kinds["delivery.received"],
        "runs": kinds["run.completed"],
        "editions": kinds["edition.published"],
        "events": sum(event.actor != "system" for event in read),
    }
    return Audit(len(read), len(history.lives), looked, tuple(of_history(history)))


def violations(events: Iterable[Seen], founders: Founders, zone: dt.tzinfo) -> list[str]:
    """Name everything in a ledger's events that no lawful register can hold; see ``audit``."""
    return of_history(History.of(events, founders, zone))


def of_history(history: History) -> list[str]:
    """The same for a history that was told already."""
    found = [f"{life.case}: {said}" for life in history.lives for said in _of_life(history, life)]
    for monitor in _OF_ALL:
        try:
            found += monitor(history)
        except (KeyError, IndexError, ValueError, TypeError):
            found.append(f"{monitor.__name__.strip('_')}: E5 events without their form")
    return found


def _of_life(history: History, life: Life) -> Iterator[str]:
    """Everything that the monitors find in one case; events without their form are one finding."""
    try:
        for monitor in _OF_LIFE:
            yield from monitor(history, life)
    except (KeyError, IndexError, ValueError, TypeError):
        yield f"E5 the events do not have the form of a case (event {life.events[0].seq})"


def _documents(history: History) -> Iterator[str]:
    """D8, RF-8: one document makes at most one adverse case, unless its evidence was changed."""
    used: dict[object, Life] = {}
    for life in history.lives:
        documents = life.proposed.get("documents")
        if not life.adverse or not isinstance(documents, (list, tuple)):
            continue
        for document in documents:
            before = used.get(document)
            if before is not None and not before.void_before(life.events[0].seq):
                yield f"{life.case}: D8 its document already made case {before.case}"
            used[document] = life


def _days_of_people(history: History) -> Iterator[str]:
    """T12: nobody decides against more than 40 subjects in a day."""
    count: dict[tuple[str, dt.date], int] = defaultdict(int)
    for life in history.lives:
        for decision in life.all("case.decided"):
            if decision.body["outcome"] in against(life):
                count[history.natural(decision.actor), history.day(decision)] += 1
    for (natural, day), made in sorted(count.items()):
        if made > 40:
            yield f"T12 {natural} decided against {made} subjects on {day}"


_OF_LIFE: Final[tuple[Callable[[History, Life], Iterator[str]], ...]] = (
    monitors_terms.beginning,
    monitors_people.authors,
    monitors_hearing.heard,
    monitors_hearing.reasons,
    monitors_hearing.numbers,
    monitors_people.people,
    monitors_terms.terms,
    monitors_terms.kinds,
    monitors_terms.successors,
    monitors_hearing.content,
    monitors_causes.doubts,
    monitors_causes.causes,
    monitors_redress.appeals,
    monitors_redress.repairs,
    monitors_redress.shortened,
)
_OF_ALL: Final[tuple[Callable[[History], Iterator[str]], ...]] = (
    _documents,
    _days_of_people,
    monitors_people.signatures,
    monitors_register.deliveries,
    monitors_register.consents,
    monitors_register.editions,
)
