"""Every letter that a case owes its subject, in the fixed order of a notice, from its events alone.

A letter is about one event: the notice, an answer, a decision and its effect, a suspension, an end. It
says what was true in that moment: what was decided, with its effect and its day; the facts; the rule;
what the subject said and what was answered; what they can do and by when; how it ends; who decided; the
proof line. What nobody decided says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from evenhand.cases import letter_parts as parts
from evenhand.cases.case import Decision, Happening, State
from evenhand.cases.dossier import Content
from evenhand.cases.endings import WHY
from evenhand.cases.fold import apply
from evenhand.cases.letter_words import (
    APPEAL_OUTCOME,
    BY_ANOTHER_LETTER,
    BY_PEOPLE,
    HEADINGS,
    HELP,
    REPAIR_OUTCOME,
    THING,
    WORDS,
    LetterKind,
)
from evenhand.cases.notice import letter_of
from evenhand.cases.words import CAUSE, span_text
from evenhand.kernel.calendars import Calendar
from evenhand.kernel.ids import CaseId
from evenhand.kernel.periods import ONE_DAY, Day
from evenhand.kernel.text import Language, Text
from evenhand.paper.page import Page, Section, lines_of, one_line
from evenhand.rights.floor import enforces

ABOUT: Final[dict[str, LetterKind]] = {
    "case.noticed": "proposed",
    "case.answered": "answered",
    "case.took_effect": "listed",
    "case.closed": "not_listed",
    "case.suspended": "suspended",
    "case.resumed": "resumed",
    "case.appeal_decided": "appeal_decided",
    "case.repair_decided": "repair_decided",
    "case.shortened": "shortened",
    "case.ended": "ended",
}
"""Which events owe the subject a letter."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: which event it is about, and what it says in both languages."""

    case: CaseId
    seq: int
    kind: LetterKind
    on: Day
    text: Text

    def page(self, language: Language) -> Page:
        """The letter as a page to be drawn."""
        return page_of(self.text.said_in(language), language)


def page_of(written: str, language: Language) -> Page:
    """Read a letter's text as a page: a title, a day, sections that an empty line divides."""
    head, *blocks = written.strip("\n").split("\n\n")
    title, *under = head.split("\n")
    divided = (block.split("\n", 1) for block in blocks)
    sections = tuple(Section(of, lines_of("".join(rest))) for of, *rest in divided)
    return Page(language, title, tuple(under), sections)


@enforces("RF-14")
def letters_of(
    events: Iterable[Happening], content: Content, calendar: Calendar
) -> tuple[Letter, ...]:
    """Write every letter of one case, in the order of its events.

    Args:
        events: The events of the case, in the order of the ledger.
        content: What the case is about.
        calendar: Working days, for the last day to object in the notice.
    """
    so_far = _SoFar()
    letters = []
    state: State | None = None
    for event in events:
        before, state = state, apply(state, event)
        so_far.take(event)
        kind = ABOUT.get(event.kind)
        if kind is None or (event.kind == "case.closed" and before and before.noticed_on is None):
            continue  # whoever was told of no proposal is told of no end of it
        text = (
            letter_of(content, _on(event), calendar)
            if kind == "proposed"
            else letter_about(event, kind, state, content, so_far.deciders(event))
        )
        letters.append(Letter(content.case, event.seq, kind, _on(event), text))
    return tuple(letters)


def letter_about(
    event: Happening,
    kind: LetterKind,
    state: State,
    content: Content,
    decisions: tuple[Decision, ...],
) -> Text:
    """Write the letter about one event.

    Args:
        event: The event.
        kind: What it owes.
        state: The case right after it.
        content: What the case is about.
        decisions: The officers' decisions that led to it; none where nobody decided.
    """

    def written(language: Language) -> str:
        places = _places(event, state, content, decisions, language)
        words = WORDS[kind]
        by = words.by
        if decisions and kind in ("ended", "not_listed"):
            by = BY_PEOPLE
        if kind in ("ended", "shortened") and event.body.get("why") in ("appeal", "repaired"):
            by = BY_ANOTHER_LETTER
        bodies = (
            words.decided.said_in(language).format_map(places).strip(),
            parts.facts(content, language),
            parts.rule(content, language),
            parts.said_and_answered(state.objections, language),
            words.can_do.said_in(language).format_map(places),
            words.end.said_in(language).format_map(places).strip(),
            f"{by.said_in(language).format_map(places)}{_gap(language)}{HELP.said_in(language)}",
            _proof(event, content, language),
        )
        if kind == "listed":
            bodies = (f"{bodies[0]}\n{parts.effect(content, language)}", *bodies[1:])
        head = f"{words.title.said_in(language)}\n{parts.said_day(_on(event), language)}"
        sections = (
            f"{heading.said_in(language)}\n{body}"
            for heading, body in zip(HEADINGS, bodies, strict=True)
        )
        return "\n\n".join((head, *sections)) + "\n"

    return Text(zh=written("zh"), en=written("en"))


@dataclass
class _SoFar:
    """Who decided what leads to the event at hand."""

    first: list[Decision] = field(default_factory=list)
    reviews: list[Decision] = field(default_factory=list)

    def take(self, event: Happening) -> None:
        """Keep the decisions that later events carry out."""
        if event.kind == "case.objected":
            self.first = []
        elif event.kind == "case.suspended":
            self.reviews = []
        elif event.kind == "case.decided":
            stage = str(event.body["stage"])
            made = Decision(
                stage,  # type: ignore[arg-type]
                str(event.body["outcome"]),  # type: ignore[arg-type]
                event.actor,  # type: ignore[arg-type]
                _on(event),
                str(event.body["reasons"]),
                str(event.body["content"]),
                (),
                event.seq,
            )
            if stage == "review_first":
                self.reviews = []
            (self.reviews if stage.startswith("review") else self.first).append(made)

    def deciders(self, event: Happening) -> tuple[Decision, ...]:
        """Whose decisions the event carries out."""
        why = str(event.body.get("why", ""))
        if event.kind == "case.took_effect" or why in ("not_listed", "disagreed"):
            return tuple(self.first)
        if event.kind == "case.resumed" or (
            event.kind == "case.ended" and why in ("early", "evidence")
        ):
            return tuple(self.reviews)
        return ()


def _places(
    event: Happening,
    state: State,
    content: Content,
    decisions: tuple[Decision, ...],
    language: Language,
) -> dict[str, object]:
    """What the words have places for."""
    body = event.body
    officers = [str(d.by) for d in decisions] or [event.actor]
    reasons = [one_line(d.reasons) for d in decisions] or [one_line(str(body.get("reasons", "")))]
    last = None if state.effect is None else state.effect.stop
    until = body.get("until") or (None if last is None else last - ONE_DAY)
    name = content.list.said_in(language)
    return {
        "thing": THING[state.facts.kind].said_in(language).format(list=name),
        "name": content.name,
        "authority": content.authority.said_in(language),
        "on": _day(_on(event), language),
        "until": _day(until, language),
        "object_until": _day(state.object_until, language),
        "decide_until": _day(state.decide_until, language),
        "review_until": _day(body.get("review_until"), language),
        "lasts": span_text(content.lasts).said_in(language),
        "repair": parts.repair(content, language),
        "officers": ("、" if language == "zh" else ", ").join(dict.fromkeys(officers)),
        "reasons": _quoted(reasons, language),
        "objection": str(body.get("objection", "")),
        "appeal": str(body.get("appeal", "")),
        "repair_no": str(body.get("repair", "")),
        "outcome": _outcome(event, language),
        "missing": _missing(body.get("missing"), language),
        "causes": _causes(event, language),
        "why": _why(str(body.get("why", "")), language),
    }


def _outcome(event: Happening, language: Language) -> str:
    said = str(event.body.get("outcome", ""))
    known = {**APPEAL_OUTCOME, **REPAIR_OUTCOME}
    return known[said].said_in(language) if said in known else said


def _why(said: str, language: Language) -> str:
    return WHY[said].said_in(language) if said in WHY else said.replace("_", " ")


def _causes(event: Happening, language: Language) -> str:
    cause = str(event.body.get("cause", ""))
    known = CAUSE.get(cause)  # type: ignore[call-overload]
    said = cause.replace("_", " ") if known is None else known.said_in(language)
    listed = event.body.get("records")
    if not isinstance(listed, (list, tuple)) or not listed:
        return str(said)
    if language == "zh":
        return f"所依据的信息（{'、'.join(map(str, listed))}）{said}"
    return f"a record that it rests on ({', '.join(map(str, listed))}) {said}"


def _missing(said: object, language: Language) -> str:
    if not isinstance(said, (list, tuple)) or not said:
        return ""
    if language == "zh":
        return f"还缺：{'、'.join(map(str, said))}。"
    return f"Still missing: {', '.join(map(str, said))}."


def _quoted(reasons: list[str], language: Language) -> str:
    """The officers' own words, each in quotation marks."""
    said = [r for r in reasons if r]
    if language == "zh":
        return "".join(f"“{r}”" for r in said) + ("。" if said else "")
    return " ".join(f'"{r}"' for r in said)


def _proof(event: Happening, content: Content, language: Language) -> str:
    if language == "zh":
        return f"案件{content.case}，登记第{event.seq}号。内容摘要{content.digest()}"
    return f"Case {content.case}, event {event.seq} of the ledger. Content {content.digest()}"


def _day(said: object, language: Language) -> str:
    if said is None:
        return "—"
    day = said if isinstance(said, dt.date) else dt.date.fromisoformat(str(said))
    return parts.said_day(day, language)


def _on(event: Happening) -> Day:
    return dt.date.fromisoformat(str(event.body["on"]))


def _gap(language: Language) -> str:
    return "" if language == "zh" else " "
