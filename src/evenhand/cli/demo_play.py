"""How the played people work on cases: notices, objections, answers, decisions, on the register's clock.

The script plays them; it says so wherever it prints. What a case is worth to them is decided by the
digits of its number, so that a seed gives one story. They take the time to read, stop at the daily
cap, and leave open what they did not reach.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from evenhand.cases import adjudicate
from evenhand.cases.case import State
from evenhand.cases.commands import Answer, Object
from evenhand.cases.dossier import Content, Dossier
from evenhand.cases.terms import DAILY_CAP, READING
from evenhand.cli.demo_cast import Cast, Player
from evenhand.kernel.errors import NotLawfulNow
from evenhand.kernel.ids import CaseId, PersonId
from evenhand.kernel.periods import Moment
from evenhand.pipeline.dossiers import contents_of
from evenhand.pipeline.opened import Opened

Advance = Callable[[int, int], None]

_ROUND: Final = READING + dt.timedelta(minutes=2)
_READ: Final = READING + dt.timedelta(minutes=1)
_PART: Final = DAILY_CAP // 2
"""Half of a day's cap is kept for decisions of the first kind, half for those of the second."""

_LIST: Final = "案卷中的文书与办法规定的各项条件逐一相符，未见不予列入的情形。"
_NOT: Final = "主体说明的情况有文书为证，办法规定的条件未全部满足，不予列入。"
_ANSWER: Final = "已核对主体提交的材料与原文书，结论见决定，理由逐项写入案卷。"
_OBJECTIONS: Final = (
    "我单位已在文书所定期限内改正，附整改验收材料。",
    "该文书所列行为并非我单位所为，附当时的委托合同。",
    "金额与我单位收到的决定书不一致，请核对原件。",
)


@dataclass(slots=True)
class Played:
    """What the played people did."""

    delivered: int = 0
    bounced: int = 0
    objected: int = 0
    answered: int = 0
    listed: int = 0
    not_listed: int = 0
    disagreed: int = 0
    red: int = 0
    refused: dict[str, int] = field(default_factory=dict)


def deliver_notices(opened: Opened, people: Cast, at: Moment, advance: Advance) -> Played:
    """Clerks of the deciding authorities record how each notice fared; some come back."""
    played = Played()
    waiting = [s for s in opened.desk.states.values() if s.status == "noticed"]
    day = opened.today(at)
    for done, state in enumerate(_sorted(waiting), start=1):
        clerk = people.of("clerk", state.facts.authority)[-1]
        bounced = _chance(state, "post") < 4
        how = adjudicate.Proof(
            "bounced" if bounced else "signed_return",
            day,
            "" if bounced else _paper(state, "return"),
        )
        adjudicate.record_delivery(opened.desk, clerk.hand, state.facts.case, how, at)
        played.bounced += bounced
        played.delivered += not bounced
        advance(done, len(waiting))
    return played


def object_to_some(opened: Opened, people: Cast, at: Moment, played: Played) -> None:
    """Some subjects answer; a clerk records the letter."""
    for state in _sorted(opened.desk.states.values()):
        if state.status != "delivered" or _chance(state, "objects") >= 12:
            continue
        clerk = people.of("clerk", state.facts.authority)[-1]
        text = _OBJECTIONS[_chance(state, "text") % len(_OBJECTIONS)]
        objection = Object(text, _paper(state, "letter"))
        adjudicate.record_objection(opened.desk, clerk.hand, state.facts.case, objection, at)
        played.objected += 1


def answer_objections(opened: Opened, people: Cast, at: Moment, played: Played) -> None:
    """Officers answer each objection, citing it."""
    for state in _sorted(opened.desk.states.values()):
        for objection in state.open_objections:
            officer = people.of("officer", state.facts.authority)[0]
            reply = Answer(objection, _ANSWER)
            adjudicate.answer(opened.desk, officer.hand, state.facts.case, reply, at)
            played.answered += 1


def decide_cases(
    opened: Opened, people: Cast, at: Moment, played: Played, advance: Advance
) -> Moment:
    """Officers read and decide, first in the morning and second in the afternoon.

    Returns:
        When the last of them was done.
    """
    ready = [s for s in opened.desk.states.values() if _ready(s, opened, at)]
    contents = contents_of(opened, opened.knowledge(), ready)
    turns = _turns(people, ready)
    players = {player.person: player for player in people.players}
    total = 2 * max((len(mine) for mine in turns.values()), default=0)
    done = 0
    for part in ("first", "second"):
        for number in range(_PART):
            now = [(players[p], mine[number]) for p, mine in turns.items() if number < len(mine)]
            if now:
                _round(opened, part, [(who, contents[case]) for who, case in now], at, played)
                at += _ROUND
                done += 1
                advance(min(done, total), total)
        turns = _second_turns(opened, people, turns)
    return at


def _ready(state: State, opened: Opened, at: Moment) -> bool:
    if state.status == "proposed":
        return not state.facts.adverse
    return (
        state.status == "delivered"
        and state.window_over(opened.today(at))
        and not state.open_objections
    )


def _turns(people: Cast, ready: list[State]) -> dict[PersonId, list[CaseId]]:
    """Share the cases of each authority among its officers, the earliest deadline first."""
    turns: dict[PersonId, list[CaseId]] = defaultdict(list)
    for number, state in enumerate(sorted(ready, key=lambda s: (s.facts.adverse, _key(s)))):
        officers = people.of("officer", state.facts.authority)
        free = [o for o in officers if len(turns[o.person]) < _PART]
        if free:
            turns[free[number % len(free)].person].append(state.facts.case)
    return dict(turns)


def _second_turns(
    opened: Opened, people: Cast, first: Mapping[PersonId, list[CaseId]]
) -> dict[PersonId, list[CaseId]]:
    """Give each case decided once to another officer of its authority."""
    turns: dict[PersonId, list[CaseId]] = defaultdict(list)
    for person in sorted(first):
        for case in first[person]:
            state = opened.desk.states[case]
            if state.status != "decided_once":
                continue
            officers = people.of("officer", state.facts.authority)
            others = [o for o in officers if o.person != person and len(turns[o.person]) < _PART]
            if others:
                fewest = min(others, key=lambda o: (len(turns[o.person]), o.person))
                turns[fewest.person].append(case)
    return dict(turns)


def _round(
    opened: Opened, part: str, now: list[tuple[Player, Content]], at: Moment, played: Played
) -> None:
    """Everybody opens one dossier, reads it, and decides."""
    open_ones = [
        (player, adjudicate.open_dossier(opened.desk, player.hand, content, at))
        for player, content in now
    ]
    for player, dossier in open_ones:
        _decide(opened, player, dossier, (part, at + _READ), played)


def _decide(
    opened: Opened,
    player: Player,
    dossier: Dossier,
    when: tuple[str, Moment],
    played: Played,
) -> None:
    part, at = when
    case = dossier.content.case
    state = opened.desk.states[case]
    against = bool(state.objections) and _chance(state, "merit") < 40
    dissent = part == "second" and _chance(state, "dissent") < 2
    verdict = (
        adjudicate.Verdict("do_not_list", _NOT)
        if against or dissent
        else adjudicate.Verdict("list", _LIST)
    )
    act = adjudicate.decide_first if part == "first" else adjudicate.decide_second
    try:
        act(opened.desk, player.hand, dossier, verdict, at)
    except NotLawfulNow as refused:
        played.refused[refused.guard] = played.refused.get(refused.guard, 0) + 1
        return
    opened.desk.catch_up()
    if dissent:
        played.disagreed += 1
    elif against:
        played.not_listed += 1
    elif not dossier.content.adverse:
        played.red += 1
    elif part == "second":
        played.listed += 1


def _sorted(states: Iterable[State]) -> list[State]:
    return sorted(states, key=_key)


def _key(state: State) -> tuple[str, str]:
    return (state.proposed_on.isoformat(), state.facts.case)


def _chance(state: State, what: str) -> int:
    """A number from 0 to 99 that the list, the day of the facts and the question decide.

    The number of a case rests on the random number of its subject and would differ in each life.
    """
    facts = f"{what}: {state.facts.list} {state.facts.met_on}"
    return int(hashlib.sha256(facts.encode()).hexdigest()[:8], 16) % 100


def _paper(state: State, what: str) -> str:
    """The digest that stands for a paper of the demonstration."""
    return hashlib.sha256(f"demonstration {what} {state.facts.case}".encode()).hexdigest()
