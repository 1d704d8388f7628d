"""A bounded explorer over the production core: every state that people and time can bring about.

Breadth first over canonical states. A state is the case as the core folds it, the day, what is in
doubt, and what the monitors remember (which kinds of things were ever done by whom); of two ways to one
state the shorter is kept. Every step asks ``transitions.decide`` itself, folds with ``fold.apply``
itself, and the monitors read the events of every new state. Nothing is written and nothing is modelled
but the bounds: how often a person repeats themselves, and where the clock stops.

Signatures are told, not made: an event is signed when its command was.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from evenhand.cases.case import CASE_KINDS, State
from evenhand.cases.commands import Command, Context, RepairPath
from evenhand.cases.fold import apply
from evenhand.cases.monitored import History, Seen
from evenhand.cases.monitors import of_history
from evenhand.cases.people import People
from evenhand.cases.transitions import LAWFUL, decide, name_of
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from evenhand.kernel.ids import CaseId, PersonId, RecordId
from evenhand.kernel.periods import Day, Moment
from tests.unit.cases.town import CHINA, OFFICE, ZONE, founders, staffed

DAY = dt.timedelta(days=1)
READ = dt.timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the explorer; ``signature`` names whoever signed it."""

    seq: int
    at: Moment
    kind: str
    topic: str
    actor: str
    body: Mapping[str, Json]
    signature: str


@dataclass(frozen=True, slots=True)
class Node:
    """One state: the case, the clock, doubts, and the way there.

    ``before`` is another case of the same history: the step before, the predecessor's, or one that rests
    on the same document.
    """

    case: CaseId
    state: State | None
    at: Moment
    people: People
    doubtful: frozenset[RecordId] = frozenset()
    events: tuple[Told, ...] = ()
    way: tuple[str, ...] = ()
    base: int = 0
    before: State | None = None

    @property
    def today(self) -> Day:
        """The civil day."""
        return self.at.astimezone(ZONE).date()

    def did(self, kind: str, actor: str | None = None) -> int:
        """How often a kind of event happened on the way, by anybody or by one account."""
        return sum(e.kind == kind and actor in (None, e.actor) for e in self.events)


@dataclass(frozen=True, slots=True)
class Move:
    """What somebody, or the register itself (no actor), tries in a state."""

    actor: str | None
    command: Command
    signed: bool = True

    def __str__(self) -> str:
        """For example ``officer-one: decide_first list``."""
        outcome = getattr(self.command, "outcome", getattr(self.command, "cause", ""))
        outcome = outcome or getattr(self.command, "how", "")
        return f"{self.actor or 'register'}: {name_of(self.command)} {outcome}".strip()


Moves = Callable[[Node], Iterator[Move]]
Turns = Callable[[Node], Iterator[Node]]


@dataclass(frozen=True, slots=True)
class World:
    """A small world: where it begins, who may try what, and what happens beside the case."""

    name: str
    start: Callable[[], Node]
    moves: Moves
    beside: Turns = lambda _node: iter(())
    time: bool = True
    repair: RepairPath | None = None


@dataclass(slots=True)
class Found:
    """What an exploration came to."""

    states: int = 0
    steps: int = 0
    refusals: int = 0
    complete: bool = False
    violations: tuple[str, ...] = ()
    way: tuple[str, ...] = ()
    reached: Node | None = None


@cache
def enrolled() -> History:
    """The staff of the town as the monitors know it, told once."""
    history = History.of(staffed()[0], founders(), ZONE)
    history.verified = told
    return history


def told(event: Seen, _key: str) -> bool:
    """Say whether an event is signed by its author, as its command said."""
    return event.signature == event.actor


def explore(
    world: World,
    without: frozenset[str] = frozenset(),
    most: int = 40_000,
    goal: Callable[[Node], bool] | None = None,
    watch: bool = True,
) -> Found:
    """Go through all states of a world, to the first violation.

    Args:
        world: Where to look.
        without: Guards that are off.
        most: Stop after so many states; ``Found.complete`` says whether there were more.
        goal: Stop at the first state of which this holds, which is then ``Found.reached``.
        watch: Let the monitors read every state.
    """
    found = Found()
    first = world.start()
    known = {key(first)}
    waiting = deque([first])
    while waiting and found.states < most:
        node = waiting.popleft()
        found.states += 1
        for after in successors(world, node, without, found):
            named = key(after)
            if named in known:
                continue
            known.add(named)
            if watch:
                found.violations = (*monitored(after), *harmed(node, after))
            if found.violations or (goal is not None and goal(after)):
                found.way, found.reached = after.way, after
                return found
            waiting.append(after)
    found.complete = not waiting
    return found


def successors(world: World, node: Node, without: frozenset[str], found: Found) -> Iterator[Node]:
    """Every state one step on: by somebody's command, by something beside the case, by time."""
    for move in world.moves(node):
        lawful = LAWFUL[name_of(move.command)]
        if node.state is not None and node.state.status not in lawful and "order" not in without:
            continue  # the first guard of ``decide`` refuses all of these, see test_explorer.py
        found.steps += 1
        try:
            yield stepped(node, move, without, world.repair)
        except (NotLawfulNow, NotPermitted):
            found.refusals += 1
    yield from world.beside(node)
    if world.time:
        later = next_moment(node, world.repair)
        if later is not None:
            yield replace(node, at=later, way=(*node.way, f"until {later:%Y-%m-%d %H:%M}"))


def stepped(
    node: Node,
    move: Move,
    without: frozenset[str] = frozenset(),
    repair: RepairPath | None = None,
) -> Node:
    """The state after a command; raises what the core raises."""
    known = replace(context(node, move, without), repair=repair)
    bodies = decide(node.state, move.command, known)
    after = replace(node, way=(*node.way, str(move)))
    for body in bodies:
        actor = move.actor if move.actor and not body.by_system else "system"
        signature = actor if move.signed and actor != "system" else ""
        after = happened(after, body.kind, actor, body.body, signature=signature)
    return after


def happened(
    node: Node,
    kind: str,
    actor: str,
    body: Mapping[str, Json],
    signature: str = "",
    topic: str = "",
) -> Node:
    """The state after one event."""
    seq = node.base + len(node.events) + 1
    event = Told(seq, node.at, kind, topic or node.case, actor, body, signature)
    node = replace(node, events=(*node.events, event))
    if kind not in CASE_KINDS:
        return node
    if node.before is not None and event.topic == node.before.facts.case:
        return replace(node, before=apply(node.before, event))
    return replace(node, state=apply(node.state, event))


def context(node: Node, move: Move, without: frozenset[str]) -> Context:
    """What the core may know; a case that rests on the same document is known as the ledger knows it."""
    before, made = node.before, getattr(move.command, "facts", None)
    same = (
        before is not None
        and made is not None
        and set(made.documents) & set(before.facts.documents)
    )
    return Context(
        at=node.at,
        today=node.today,
        people=node.people,
        calendar=CHINA,
        actor=None if move.actor is None else PersonId(move.actor),
        signed=move.signed,
        doubtful=node.doubtful,
        settlers=frozenset(
            PersonId(e.actor) for e in node.events if e.kind == "record.doubt_settled"
        ),
        courts=frozenset({OFFICE}),
        before=before,
        known_case=before.facts.case if before is not None and same else None,
        without=without,
    )


def monitored(node: Node) -> tuple[str, ...]:
    """What the monitors say of the events on the way."""
    history = enrolled().again()
    for event in node.events:
        history.take(event)
    return tuple(of_history(history))


def harmed(before: Node, after: Node) -> tuple[str, ...]:
    """D10 over one step: what nobody signed leaves the subject no worse, but for what two signed."""
    new = after.events[len(before.events) :]
    if before.state is None or after.state is None or not after.state.facts.adverse:
        return ()
    if any(e.actor != "system" for e in new) or {e.kind for e in new} & {"case.took_effect"}:
        return ()
    worse = adversity(after) > adversity(before)
    stops = [n.state.effect.stop for n in (before, after) if n.state.effect and n.state]  # type: ignore[union-attr]
    longer = len(stops) == 2 and (stops[1] or dt.date.max) > (stops[0] or dt.date.max)
    return ("D10 a step of the register itself left the subject worse",) if worse or longer else ()


def adversity(node: Node) -> int:
    """How bad a state is for its subject: nothing, a case, an entry that is served."""
    if node.state is None or node.state.status in ("ended", "closed"):
        return 0
    return 2 if node.state.serves_on(node.today) else 1


# time


def next_moment(node: Node, repair: RepairPath | None = None) -> Moment | None:
    """The next moment at which something may change: reading done, or the next day around a deadline."""
    states = [s for s in (node.state, node.before) if s is not None]
    if not states or states[0].status in ("ended", "closed"):
        return None
    unread = [o.at + READ for o in states[0].openings if o.at + READ > node.at]
    if unread:
        return min(unread)
    days = {d + n * DAY for s in states for d in deadlines(s, repair) for n in (-1, 0, 1)}
    later = [d for d in days if d > node.today]
    if not later:
        return None
    return dt.datetime.combine(min(later), dt.time(9), ZONE).astimezone(dt.UTC)


def deadlines(state: State, repair: RepairPath | None = None) -> set[Day]:
    """Every day on which a clock of the case ends."""
    if state.status in ("ended", "closed"):
        return set()
    days = {state.object_until, state.decide_until, state.facts.latest}
    if state.status in ("proposed", "noticed"):
        days.add(state.proposed_on + 90 * DAY)
    if state.status == "decided" and state.decide_until:
        days.add(state.decide_until + 7 * DAY)
    if state.effect is not None:
        days = {state.effect.last}
        days.add(repair.after.after(state.effect.start) if repair else None)
        days.add(state.suspension.review_until if state.suspension else None)
        for name in ("appeals", "repairs"):
            days |= {getattr(a, "decide_until", None) for a in getattr(state, name, ())}
    return {d for d in days if d is not None}


# sameness


def key(node: Node) -> object:
    """What makes two states one: all that the core and the monitors may still ask."""
    return (
        _projected(node, node.state),
        _projected(node, node.before),
        node.today,
        node.doubtful,
        _memory(node),
        _staff(node),
    )


def _projected(node: Node, state: State | None) -> object:
    if state is None:
        return None
    return (
        state.facts,
        state.status,
        state.content,
        state.noticed_on,
        tuple((a.how, a.by) for a in state.attempts),
        (state.delivered_on, state.object_until, state.decide_until),
        (state.waivers, state.waived_on),
        tuple((o.objection, o.answer is None) for o in state.objections),
        frozenset(
            (o.by, o.content, o.at + READ <= node.at)
            for o in state.openings
            if o.seq > state.changed
        ),
        state.conflicts,
        tuple((d.stage, d.outcome, d.by, d.objections) for d in state.decisions),
        tuple((d.stage, d.outcome, d.by) for d in state.reviews),
        (state.effect, state.suspension, state.why, state.over_on),
        getattr(state, "appeals", ()),
        getattr(state, "repairs", ()),
    )


_REMEMBERED = ("stage", "outcome", "cause", "how", "objection")


def _memory(node: Node) -> frozenset[object]:
    """What was ever done, and by whom: as much as any monitor looks back at."""
    return frozenset(
        (e.kind, e.actor, *(e.body.get(name) for name in _REMEMBERED))
        for e in node.events
        if e.kind != "case.opened"  # openings that still count stand in the state
    )


def _staff(node: Node) -> object:
    if node.people is staffed()[1]:
        return None
    return (
        tuple((p, len(t), t[-1].natural, t[-1].since) for p, t in sorted(node.people.tenures.items()) if t),
        tuple((p, frozenset((d, b.stewards) for d, b in held.items()))
              for p, held in sorted(node.people.pending.items()) if held),
    )  # fmt: skip
