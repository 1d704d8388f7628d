"""The pure core: what may happen to a case, and what is recorded when it does.

``decide(state, command, context)`` returns the events to record, or refuses by name. It performs no
I/O and reads no clock: the same arguments give the same events. The table ``LAWFUL`` says at which
stage a command is possible at all; the guards say the rest. Worked use::

    events = decide(state, Decide("first", "do_not_list", "The fine was annulled.", …), context)
    # (case.decided, signed by the officer; case.closed, the register's own)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from evenhand.cases import (
    appealing,
    ceasing,
    compromised,
    deciding,
    elapsing,
    following,
    hearing,
    lightening,
    repairing,
)
from evenhand.cases.case import State, Status
from evenhand.cases.commands import (
    DOING,
    Answer,
    Appeal,
    AskForRepair,
    Cease,
    Command,
    Context,
    Decide,
    DecideAppeal,
    DecideRepair,
    DeclareConflict,
    EventBody,
    Expire,
    Follow,
    Improve,
    Lapse,
    Lighten,
    LoseSignatures,
    Notify,
    Object,
    Open,
    Overdue,
    Propose,
    Reconsider,
    RecordDelivery,
    Refuse,
    TakeEffect,
    Waive,
)
from evenhand.cases.guards import ORDER
from evenhand.cases.words import STATUS

_HEARD: Final[frozenset[Status]] = frozenset({"noticed", "delivered", "decided_once", "decided"})
_PENDING: Final[frozenset[Status]] = frozenset({*_HEARD, "proposed"})
_ALIVE: Final[frozenset[Status]] = frozenset({*_PENDING, "in_effect"})

LAWFUL: Final[Mapping[str, frozenset[Status]]] = {
    "propose": frozenset(),
    "notify": frozenset({"proposed"}),
    "record_delivery": frozenset({"noticed"}),
    "waive": frozenset({"delivered"}),
    "object": _HEARD,
    "answer": _HEARD,
    "open": _ALIVE,
    "declare_conflict": _ALIVE,
    "decide_first": frozenset({"proposed", "noticed", "delivered"}),
    "decide_second": frozenset({"decided_once"}),
    "decide_review_first": frozenset({"in_effect"}),
    "decide_review_second": frozenset({"in_effect"}),
    "refuse": _ALIVE,
    "take_effect": frozenset({"decided"}),
    "reconsider": _ALIVE,
    "improve": _ALIVE,
    "cease": _ALIVE,
    "follow": frozenset(),
    "lose_signatures": _ALIVE,
    "lodge_appeal": frozenset({"in_effect"}),
    "decide_appeal": frozenset({"in_effect"}),
    "ask_for_repair": frozenset({"in_effect"}),
    "decide_repair": frozenset({"in_effect"}),
    "overdue": frozenset({"in_effect"}),
    "lighten": frozenset({"in_effect"}),
    "lapse": _PENDING,
    "expire": frozenset({"in_effect"}),
}
"""At which stages each command is possible; ``propose`` and ``follow`` open a case and need none."""

_OPENING: Final = ("propose", "follow")

_Step = Callable[[Any, Any, Context], tuple[EventBody, ...]]

_STEPS: Final[Mapping[type, tuple[str, _Step]]] = {
    Propose: ("propose", hearing.propose),
    Notify: ("notify", hearing.notify),
    RecordDelivery: ("record_delivery", hearing.record_delivery),
    Waive: ("waive", hearing.waive),
    Object: ("object", hearing.object_to),
    Answer: ("answer", hearing.answer),
    Open: ("open", deciding.open_dossier),
    DeclareConflict: ("declare_conflict", deciding.declare_conflict),
    Decide: ("decide", deciding.decide),
    Refuse: ("refuse", deciding.refuse),
    TakeEffect: ("take_effect", elapsing.take_effect),
    Reconsider: ("reconsider", elapsing.reconsider),
    Improve: ("improve", elapsing.improve),
    Cease: ("cease", ceasing.cease),
    Follow: ("follow", following.follow),
    LoseSignatures: ("lose_signatures", compromised.lose_signatures),
    Appeal: ("lodge_appeal", appealing.appeal),
    DecideAppeal: ("decide_appeal", appealing.decide_appeal),
    AskForRepair: ("ask_for_repair", repairing.ask_for_repair),
    DecideRepair: ("decide_repair", repairing.decide_repair),
    Overdue: ("overdue", appealing.overdue),
    Lighten: ("lighten", lightening.lighten),
    Lapse: ("lapse", elapsing.lapse),
    Expire: ("expire", elapsing.expire),
}


def name_of(command: Command) -> str:
    """The name of a command in ``LAWFUL``."""
    name = _STEPS[type(command)][0]
    return f"{name}_{command.stage}" if isinstance(command, Decide) else name


def decide(state: State | None, command: Command, context: Context) -> tuple[EventBody, ...]:
    """Say which events a command leads to.

    Args:
        state: The case so far; None before it is proposed.
        command: What is asked.
        context: What else the core may know.

    Raises:
        NotLawfulNow: When the stage, a guard or a clock does not allow it; names the guard.
        NotPermitted: When this person may not.
    """
    name = name_of(command)
    ORDER.require(
        state is None if name in _OPENING else state is not None and state.status in LAWFUL[name],
        context,
        case=state.facts.case if state else "?",
        read=STATUS[state.status if state else "proposed"],
        allowed=DOING[type(command)],
    )
    return _STEPS[type(command)][1](state, command, context)
