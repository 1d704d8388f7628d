"""``evenhand case appeal``, ``decide-appeal``, ``repair``, ``decide-repair``: after an entry took effect."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from evenhand.cases import adjudicate
from evenhand.cases.commands import Appeal, DecideAppeal, DecideRepair
from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, KeyFile, Person, RegisterAt, hand
from evenhand.cli.voice import speaking
from evenhand.kernel.periods import day
from evenhand.pipeline.dossiers import contents_of
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.redress import repair_paths
from evenhand.relational.ledger import Event

Letter = Annotated[
    Path, Parameter(name="--paper", help="The subject's letter; its digest is kept.")
]
Why = Annotated[str, Parameter(name="--reasons", help="The reasons, in your own words.")]


def appeal(
    case: str,
    /,
    *,
    text: Annotated[str, Parameter(help="What the subject says.")],
    paper: Letter,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """Record the subject's appeal against an entry in effect; it is decided within 30 days.

    Args:
        case: The case.
    """
    with open_at(register) as opened:
        made = Appeal(text, _digest(paper))
        return _said(adjudicate.record_appeal(opened.desk, hand(as_, key), case, made, now(opened)))


def decide_appeal(
    case: str,
    /,
    *,
    outcome: Annotated[
        Literal["upheld", "lifted", "shortened"], Parameter(help="What you decide.")
    ],
    until: Annotated[str | None, Parameter(help="The new last day, when it is shortened.")] = None,
    reasons: Why,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """A reviewer who had no part in the case decides its appeal; late, only what helps the subject.

    Args:
        case: The case.
    """
    with open_at(register) as opened:
        opened.desk.catch_up()
        state = opened.desk.state(case)
        content = contents_of(opened, opened.knowledge(), [state])[state.facts.case]
        named = state.open_appeals[0].appeal if state.open_appeals else "A-1"
        last = day(until) if until else None
        made = DecideAppeal(named, outcome, reasons, content.digest(), last)
        return _said(adjudicate.decide_appeal(opened.desk, hand(as_, key), case, made, now(opened)))


def repair(
    case: str,
    /,
    *,
    paper: Letter,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """Record an organisation's application for repair; it costs nothing.

    Args:
        case: The case.
    """
    with open_at(register) as opened:
        _look_up(opened, case)
        at = now(opened)
        return _said(
            adjudicate.ask_for_repair(opened.desk, hand(as_, key), case, _digest(paper), at)
        )


def decide_repair(
    case: str,
    /,
    *,
    outcome: Annotated[Literal["ends", "refused"], Parameter(help="What you decide.")],
    reasons: Why,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """An officer decides an application for repair; with nothing missing, the entry ends.

    Args:
        case: The case.
    """
    with open_at(register) as opened:
        _look_up(opened, case)
        requests = opened.desk.state(case).open_repairs
        made = DecideRepair(requests[0].repair if requests else "P-1", outcome, reasons)
        return _said(adjudicate.decide_repair(opened.desk, hand(as_, key), case, made, now(opened)))


def _look_up(opened: Opened, case: str) -> None:
    """Tell the desk what is there of what the case's rule asks for."""
    opened.desk.catch_up()
    state = opened.desk.state(case)
    opened.desk.repair_paths = repair_paths(opened, opened.knowledge(), [state])


def _digest(paper: Path) -> str:
    return hashlib.sha256(paper.read_bytes()).hexdigest()


def _said(events: tuple[Event, ...]) -> int:
    voice = speaking()
    if voice.as_json:
        voice.result([{"seq": e.seq, "kind": e.kind, "case": e.topic} for e in events])
    else:
        for event in events:
            voice.say(f"{event.seq}  {event.kind}  {event.topic}")
    return 0
