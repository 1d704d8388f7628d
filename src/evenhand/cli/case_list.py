"""``evenhand case list``: what has to be done by when, for those whose cases they are."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from evenhand.cases.queue import TURN, Waiting, mine, queue
from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, MaybeKey, MaybePerson, RegisterAt, reader
from evenhand.cli.voice import Voice, number_of, speaking
from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import PersonId
from evenhand.kernel.periods import Day, day
from evenhand.kernel.text import Text
from evenhand.pipeline.reading import may_read_cases


def list_cases(
    *,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    mine_only: Annotated[
        bool, Parameter(name="--mine", help="Only what is mine to do (--as).")
    ] = False,
    due: Annotated[
        str | None, Parameter(help="Only with a deadline up to this day, or `today`.")
    ] = None,
    register: RegisterAt = HERE,
) -> int:
    """Open cases of one's own authority, the earliest legal deadline first; the auditor sees all."""
    voice = speaking()
    if mine_only and not as_:
        raise BadInput(
            Text(
                zh="--mine 要同时写 --as 账号：谁的待办。", en="--mine goes with --as: whose queue."
            )
        )
    with open_at(register) as opened:
        at = now(opened)
        today = opened.today(at)
        states = may_read_cases(opened, opened.desk.states.values(), reader(as_, key), at)
        waiting = queue(states, today, _due(due, today))
        if mine_only and as_:
            waiting = mine(waiting, opened.desk, PersonId.parse(as_), at)
    if voice.as_json:
        voice.result(
            [
                {
                    "case": w.case,
                    "list": w.state.facts.list,
                    "authority": w.state.facts.authority,
                    "waits_for": w.turn,
                    "due": w.due.isoformat(),
                    "days_left": w.days_left(today),
                }
                for w in waiting
            ]
        )
        return 0
    _show(voice, waiting, today)
    return 0


def _due(said: str | None, today: Day) -> Day | None:
    """The day up to which deadlines are asked for; None for all."""
    if said is None:
        return None
    return today if said == "today" else day(said)


def _show(voice: Voice, waiting: tuple[Waiting, ...], today: Day) -> None:
    """Print the queue as a table."""
    heads = (
        ("案件", "名单", "等待", "期限", "余日") if voice.language == "zh"
        else ("case", "list", "waits for", "due", "days left")
    )  # fmt: skip
    voice.table(
        heads,
        (
            (
                w.case,
                w.state.facts.list,
                voice(TURN[w.turn]),
                w.due.isoformat(),
                str(w.days_left(today)),
            )
            for w in waiting
        ),
        "llllr",
    )
    voice.tell(voice.pick(f"{len(waiting)} 件", number_of(len(waiting), "case")))
