"""Coalitions: what some natural persons can bring about alone, with the register and time.

A coalition gives every command under every account of its people; its stewards enrol whom they like,
people who do not exist included, and it acts under those accounts too. Everybody else does nothing.
The fold of people is the production one, without the conditions that the enrolling commands add, so a
coalition here can do more than a real one.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from evenhand.cases.commands import (
    Notify,
    Open,
    Propose,
    RecordDelivery,
    TakeEffect,
    Waive,
)
from evenhand.cases.people import KEY_REPLACED, take, vouched_for
from evenhand.kernel.canonical import Json, digest
from evenhand.kernel.ids import PersonId
from evenhand.publication.sign import encoded
from evenhand.relational.events import signed_bytes
from tests.explorer.commands import decision, of_person, register
from tests.explorer.explorer import Found, Move, Node, World, explore, happened
from tests.unit.cases.town import (
    CONTENT,
    FOUNDING,
    OFFICE,
    PAPER,
    STAFF,
    START,
    facts,
    key_of,
    staffed,
)

NATURALS = (
    "n-s-one", "n-s-two", "n-auditor", "n-tax-clerk", "n-clerk-one", "n-officer-one", "n-officer-two",
)  # fmt: skip
"""Who is in the small world; two of them have two accounts."""

PUPPETS = {"puppet-clerk": "clerk", "puppet-one": "officer", "puppet-two": "officer"}
"""Accounts of people who do not exist, whom stewards can enrol."""


def accounts(coalition: frozenset[str]) -> tuple[str, ...]:
    """Every account of some people."""
    staff = [who for who, (natural, _, _) in STAFF.items() if natural in coalition]
    return (*staff, *(who for who, natural in FOUNDING.items() if natural in coalition))


def can_list(coalition: frozenset[str], most: int = 4_000) -> Found:
    """Look for an adverse entry in effect that a coalition brought about by itself."""
    staff = accounts(coalition)
    enrolled, people = staffed()
    first = Node(facts().case, None, START, people, base=len(enrolled))

    def beside(node: Node) -> Iterator[Node]:
        yield from enrolling(node, staff)
        yield from waiting(node)

    def moves(node: Node) -> Iterator[Move]:
        acting = (*staff, *(p for p in PUPPETS if node.people.tenure(p, node.at)))
        if node.state is None:
            for person in acting:
                tenure = node.people.tenure(person, node.at)
                if tenure is not None and tenure.role == "clerk":
                    made = facts(submitters=frozenset({PersonId(person)}))
                    yield Move(None, Propose(made))
            return
        yield Move(None, Notify(CONTENT))
        yield Move(None, TakeEffect(), signed=True)
        for person in acting:
            yield Move(person, RecordDelivery("acknowledged", node.today, PAPER))
            yield Move(person, Waive(PAPER))
            if not any(o.by == person for o in node.state.openings):
                yield Move(person, Open(CONTENT, "0" * 64))
            for stage in ("first", "second"):
                yield Move(person, decision(node.state, stage, "list"))

    world = World("coalition", lambda: first, moves, beside, time=False)
    return explore(world, most=most, goal=_in_effect, watch=False)


def _in_effect(node: Node) -> bool:
    return node.state is not None and node.state.status == "in_effect"


def enrolling(node: Node, staff: tuple[str, ...]) -> Iterator[Node]:
    """Stewards of the coalition enrol puppets, its auditor countersigns; all in one go or not at all.

    What one founder alone signs brings about nothing by itself, so only whole rounds are tried.
    """
    if node.people.tenures.keys() & set(PUPPETS):
        return
    after, keys = impersonating(node, staff)
    founders = list(keys)
    for puppet, role in PUPPETS.items():
        body: dict[str, Json] = {
            "natural": f"n-{puppet}",
            "role": role,
            "authority": OFFICE,
            "key": str(key_of(puppet).public),
            "term": 1,
        }
        for who in founders:
            auditor = who == "auditor"
            said = {"enrolment": digest(body)} if auditor else body
            kind = "person.countersigned" if auditor else "person.enrolled"
            after = happened(after, kind, who, said, keys[who], topic=puppet)
            after = replace(after, people=take(after.people, after.events[-1]))
    if after.people is not node.people:
        yield replace(after, way=(*node.way, f"{', '.join(founders)} enrol puppets"))


def impersonating(node: Node, staff: tuple[str, ...]) -> tuple[Node, dict[str, str]]:
    """The founders of a coalition try to make each other founder's key one of their own.

    Everybody signs with every key that the coalition has, in every founder's name. Whoever's key the
    fold then takes for replaced acts for them.

    Returns:
        The state after it, and whose key signs for each founder whom the coalition can act for.
    """
    own = {who: who for who in FOUNDING if who in staff}
    after, keys = node, dict(own)
    for target in FOUNDING if own else ():
        stolen = f"{target}'s, of a coalition"
        body: dict[str, Json] = {
            "old": str(key_of(target).public),
            "new": str(key_of(stolen).public),
            "term": 1,
        }
        body["by_new"] = encoded(key_of(stolen).sign(vouched_for(target, body)))
        for actor, signer in itertools.product((target, *FOUNDING), (*own, stolen)):
            message = signed_bytes(KEY_REPLACED, target, actor, body)
            made = encoded(key_of(signer).sign(message))
            after = happened(after, KEY_REPLACED, actor, body, made, topic=target)
            after = replace(after, people=take(after.people, after.events[-1]))
        if after.people.public_key_of(target, after.at) == key_of(stolen).public:
            keys[target] = stolen
    return after, keys


def waiting(node: Node) -> Iterator[Node]:
    """Time: the seven days of an enrolment, the time to object, the minutes of reading."""
    until: list[dt.datetime] = [
        t.since for p in PUPPETS for t in node.people.tenures.get(PersonId(p), ())
    ]
    state = node.state
    if state is not None:
        until += [o.at + dt.timedelta(minutes=3) for o in state.openings]
        if state.object_until is not None:
            until.append(START + (state.object_until - START.date() + dt.timedelta(1)))
    later = [at for at in until if at > node.at]
    if later:
        yield replace(node, at=min(later), way=(*node.way, f"until {min(later):%Y-%m-%d %H:%M}"))


@dataclass(frozen=True, slots=True)
class Coalitions:
    """What the search came to."""

    tried: int
    states: int
    incomplete: tuple[tuple[str, ...], ...]
    able: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


def search(size: int) -> Coalitions:
    """Try every coalition of a size."""
    tried = [frozenset(c) for c in itertools.combinations(NATURALS, size)]
    found = {c: can_list(c) for c in tried}
    return Coalitions(
        tried=len(tried),
        states=sum(f.states for f in found.values()),
        incomplete=tuple(
            tuple(sorted(c)) for c, f in found.items() if not f.complete and f.reached is None
        ),
        able=tuple((tuple(sorted(c)), f.way) for c, f in found.items() if f.reached is not None),
    )


def alone(natural: str, start: Node, most: int = 3_000) -> Iterator[Node]:
    """Every state that one natural person can bring about from a state, with the register and time."""
    staff = tuple(p for p, (n, _, _) in STAFF.items() if n == natural)
    seen: list[Node] = []

    def moves(node: Node) -> Iterator[Move]:
        if node.state is not None:
            yield from register(node.state)
            for person in staff:
                yield from of_person(node, person, objections=0)

    def keep(node: Node) -> bool:
        seen.append(node)
        return False

    found = explore(World(natural, lambda: start, moves), most=most, goal=keep, watch=False)
    assert found.complete, f"more than {most} states for {natural}"
    return iter(seen)
