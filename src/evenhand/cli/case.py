"""``evenhand case``: the queue, the notice, the dossier, and every act of a person in a case."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from evenhand.cases import adjudicate
from evenhand.cases.commands import Answer, Object
from evenhand.cases.dossier import Content, dossier_of
from evenhand.cases.dossier_text import dossier_text
from evenhand.cases.notice import letter_of
from evenhand.cli.case_list import list_cases
from evenhand.cli.case_redress import appeal, decide_appeal, decide_repair, repair
from evenhand.cli.edge import now, open_at
from evenhand.cli.letter import letter, letters, write_letter
from evenhand.cli.options import (
    HERE,
    KeyFile,
    MaybeKey,
    MaybeOut,
    MaybePerson,
    Person,
    RegisterAt,
    hand,
    reader,
)
from evenhand.cli.voice import speaking
from evenhand.kernel.periods import Moment, day
from evenhand.pipeline.dossiers import contents_of
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.reading import may_read_case
from evenhand.pipeline.successors import Succession, follow_case
from evenhand.relational.ledger import Event

app = App(name="case", help="Cases: the officer's queue, dossiers, decisions.")
app.command(list_cases, name="list")
app.command(letters)
app.command(letter)
for redress in (appeal, decide_appeal, repair, decide_repair):
    app.command(redress)

PaperFile = Annotated[
    Path | None, Parameter(name="--paper", help="The paper that proves it; its digest is recorded.")
]
Reasons = Annotated[str, Parameter(name="--reasons", help="The reasons, in your own words.")]
OutcomeName = Literal["list", "do_not_list", "stands", "ends"]
HowName = Literal["acknowledged", "signed_return", "sent", "queued", "bounced"]


@app.command
def notice(
    case: str,
    /,
    *,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    out: MaybeOut = None,
    register: RegisterAt = HERE,
) -> int:
    """The letter to the subject, as it was or would be made.

    Args:
        case: The case.
        out: File for the letter; .pdf gives a tagged PDF, anything else the text.
    """
    with open_at(register) as opened:
        state = may_read_case(opened, case, reader(as_, key), now(opened))
        content = _content(opened, case)
        on = state.noticed_on or opened.today(now(opened))
        made = letter_of(content, on, opened.desk.calendar_of(state.facts), state.objections)
    write_letter(made, out)
    return 0


@app.command(name="open")
def open_case(
    case: str,
    /,
    *,
    as_: Person,
    key: KeyFile,
    out: MaybeOut = None,
    register: RegisterAt = HERE,
) -> int:
    """Open the dossier as an officer; that you read it, and when, is recorded.

    Args:
        case: The case.
        out: File for the dossier; .json gives the canonical value, anything else the text.
    """
    voice = speaking()
    with open_at(register) as opened:
        dossier = adjudicate.open_dossier(
            opened.desk, hand(as_, key), _content(opened, case), now(opened)
        )
    if voice.as_json or (out is not None and out.suffix == ".json"):
        _write(json.dumps(dossier.value(), ensure_ascii=False, indent=2), out)
    else:
        _write(voice(dossier_text(dossier)), out)
    return 0


@app.command
def deliver(
    case: str,
    /,
    *,
    how: Annotated[HowName, Parameter(help="How the notice fared.")],
    on: Annotated[str, Parameter(help="On which day.")],
    as_: Person,
    key: KeyFile,
    paper: PaperFile = None,
    register: RegisterAt = HERE,
) -> int:
    """A clerk of the deciding authority records how the notice fared.

    Args:
        case: The case.
    """
    with open_at(register) as opened:
        proof = adjudicate.Proof(how, day(on), _digest(paper))
        return _said(
            adjudicate.record_delivery(opened.desk, hand(as_, key), case, proof, now(opened))
        )


@app.command(name="object")
def object_to(
    case: str,
    /,
    *,
    text: Annotated[str, Parameter(help="What the subject says.")],
    as_: Person,
    key: KeyFile,
    paper: PaperFile = None,
    register: RegisterAt = HERE,
) -> int:
    """Record the subject's objection.

    Args:
        case: The case.
    """
    with open_at(register) as opened:
        objection = Object(text, _digest(paper))
        return _said(
            adjudicate.record_objection(opened.desk, hand(as_, key), case, objection, now(opened))
        )


@app.command
def waive(
    case: str,
    /,
    *,
    paper: Annotated[Path, Parameter(help="The subject's signed waiver.")],
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """A clerk records the subject's written waiver of the time to object; it takes two clerks.

    Args:
        case: The case.
    """
    with open_at(register) as opened:
        return _said(
            adjudicate.record_waiver(opened.desk, hand(as_, key), case, _digest(paper), now(opened))
        )


@app.command
def refuse(
    case: str,
    /,
    *,
    paper: Annotated[Path, Parameter(help="The subject's letter.")],
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """Record that the subject does not want an entry of good conduct.

    Args:
        case: The case.
    """
    with open_at(register) as opened:
        return _said(
            adjudicate.record_refusal(
                opened.desk, hand(as_, key), case, _digest(paper), now(opened)
            )
        )


@app.command
def answer(
    case: str,
    objection: str,
    /,
    *,
    reasons: Reasons,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """An officer answers one objection.

    Args:
        case: The case.
        objection: The objection, as the dossier numbers it.
    """
    with open_at(register) as opened:
        reply = Answer(objection, reasons)
        return _said(adjudicate.answer(opened.desk, hand(as_, key), case, reply, now(opened)))


@app.command
def conflict(
    case: str,
    /,
    *,
    why: Annotated[str, Parameter(help="What your interest is.")],
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """Declare a conflict of interest; you decide nothing in this case any more.

    Args:
        case: The case.
    """
    with open_at(register) as opened:
        return _said(
            adjudicate.declare_conflict(opened.desk, hand(as_, key), case, why, now(opened))
        )


@app.command
def decide(
    case: str,
    /,
    *,
    outcome: Annotated[OutcomeName, Parameter(help="What you decide.")],
    reasons: Reasons,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """Decide on the dossier that you opened: the first officer, then blind to them the second.

    Args:
        case: The case.
    """
    with open_at(register) as opened:
        at: Moment = now(opened)
        opened.desk.catch_up()
        state = opened.desk.state(case)
        dossier = dossier_of(state, _content(opened, case), opened.today(at))
        verdict = adjudicate.Verdict(outcome, reasons)
        who = hand(as_, key)
        if state.status == "in_effect":
            return _said(adjudicate.review(opened.desk, who, dossier, verdict, at))
        if state.status == "decided_once":
            return _said(adjudicate.decide_second(opened.desk, who, dossier, verdict, at))
        return _said(adjudicate.decide_first(opened.desk, who, dossier, verdict, at))


@app.command
def follow(
    case: str,
    /,
    *,
    to: Annotated[str, Parameter(help="The successor: its code or number in the register.")],
    reasons: Reasons,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """Open a case of its own against a successor; nothing follows by itself, and you sign no decision.

    Args:
        case: The predecessor's case.
    """
    with open_at(register) as opened:
        asked = Succession(case, opened.subject_named(to), reasons)
        return _said(follow_case(opened, hand(as_, key), asked, now(opened)))


def _content(opened: Opened, case: str) -> Content:
    state = opened.desk.state(case)
    return contents_of(opened, opened.knowledge(), [state])[state.facts.case]


def _digest(paper: Path | None) -> str:
    return "" if paper is None else hashlib.sha256(paper.read_bytes()).hexdigest()


def _write(text: str, out: Path | None) -> None:
    if out is None:
        speaking().say(text)
    else:
        out.write_text(text + "\n", encoding="utf-8")


def _said(events: tuple[Event, ...]) -> int:
    voice = speaking()
    if voice.as_json:
        voice.result([{"seq": e.seq, "kind": e.kind, "case": e.topic} for e in events])
    else:
        for event in events:
            voice.say(f"{event.seq}  {event.kind}  {event.topic}")
    return 0
