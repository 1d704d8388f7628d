"""The guards of a case, each with a name, the rule that it keeps, and its refusal in words.

The names carry the numbers of the invariants that they keep (D1 to D9, E5, G1) or of the rule of
the rights floor. A guard can be off only where a test says so in ``Context.without``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from evenhand.cases import findings as because
from evenhand.cases import kind_findings as its_kind
from evenhand.cases import person_findings as who
from evenhand.cases import redress_findings as of_redress
from evenhand.cases import succession_findings as of_successors
from evenhand.cases.case import State
from evenhand.cases.commands import Context
from evenhand.cases.people import TITLES, Role
from evenhand.cases.terms import LONGEST_MONTHS
from evenhand.kernel.codes import resident_number_passes
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from evenhand.kernel.findings import Kind, Place, found
from evenhand.kernel.ids import PersonId
from evenhand.kernel.periods import Day, Span, months_after
from evenhand.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Guard:
    """One condition without which a step is refused.

    Attributes:
        name: For example ``D1-window``.
        kind: What is wrong when it does not hold, why it matters, what to do.
        personal: True when it is this person who may not, and somebody else might.
    """

    name: str
    kind: Kind
    personal: bool = False

    def require(self, holds: bool, context: Context, **values: object) -> None:
        """Refuse unless the condition holds; texts among the values are said in each language.

        Raises:
            NotPermitted: When a personal guard does not hold.
            NotLawfulNow: When another does not.
        """
        if holds or self.name in context.without:
            return
        text = self.refusal(**values)
        if self.personal:
            raise NotPermitted(text, self.name)
        raise NotLawfulNow(self.name, text)

    def refusal(self, **values: object) -> Text:
        """Say the refusal: what is wrong and what to do."""
        said = {
            language: found(
                self.kind,
                Place(),
                **{k: v.said_in(language) if isinstance(v, Text) else v for k, v in values.items()},
            ).sentence(language)
            for language in ("zh", "en")
        }
        mend = self.kind.mend
        return Text(zh=said["zh"] + mend.zh, en=f"{said['en']} {mend.en}")


ORDER: Final = Guard("order", because.ORDER)
D1_DELIVERED: Final = Guard("D1-delivered", because.UNDELIVERED)
D1_PROOF: Final = Guard("D1-proof", because.PROOF)
D1_WINDOW: Final = Guard("D1-window", because.WINDOW_OPEN)
D1_WAIVER: Final = Guard("D1-waiver", because.WAIVER)
D1_DAYS: Final = Guard("D1-days", because.TOO_SHORT)
D2_ANSWERED: Final = Guard("D2-answered", because.UNANSWERED)
D2_NAMED: Final = Guard("D2-named", because.UNNAMED)
D2_WHICH: Final = Guard("D2-which", because.NO_OBJECTION)
D2_LATE: Final = Guard("D2-late", because.OBJECTION_LATE)
D2_REASONS: Final = Guard("D2-reasons", because.NO_REASONS)
D3_OFFICE: Final = Guard("D3-office", who.NOT_IN_OFFICE, personal=True)
D3_TWO: Final = Guard("D3-two", who.SAME_PERSON, personal=True)
D3_SUPPLIED: Final = Guard("D3-supplied", who.SUPPLIED, personal=True)
D3_CONFLICT: Final = Guard("D3-conflict", who.CONFLICT, personal=True)
D3_ENROLLED: Final = Guard("D3-enrolled", who.ENROLLED, personal=True)
D4_TERM: Final = Guard("D4-term", because.TERM)
D4_STAGE: Final = Guard("D4-stage", its_kind.STEP_SKIPPED)
D4_LATEST: Final = Guard("D4-latest", its_kind.SCHEME_OVER)
D4_PUBLIC: Final = Guard("D4-public", because.BEFORE_PUBLIC)
D5_PERSON: Final = Guard("D5-person", who.NO_PERSON, personal=True)
D5_PAPER: Final = Guard("D5-paper", because.NO_PAPER)
D6_CONTENT: Final = Guard("D6-content", because.OTHER_CONTENT)
D8_ONCE: Final = Guard("D8-once", because.KNOWN_FACT)
D9_FRESH: Final = Guard("D9-fresh", who.NOT_FRESH, personal=True)
D9_REVIEWER: Final = Guard("D9-reviewer", of_redress.NOT_NEW, personal=True)
D9_LATE: Final = Guard("D9-late", of_redress.LATE_APPEAL)
D9_SHORTER: Final = Guard("D9-shorter", of_redress.NOT_SHORTER)
D9_WHICH: Final = Guard("D9-which", of_redress.NO_REQUEST)
D9_ONE: Final = Guard("D9-one", of_redress.ASKED_ALREADY)
D9_OVERDUE: Final = Guard("D9-overdue", of_redress.OVERDUE)
E5_DOUBT: Final = Guard("E5-doubt", because.DOUBT)
E5_CHANGED: Final = Guard("E5-changed", because.CHANGED)
G1_DUE: Final = Guard("G1-due", because.NOT_DUE)
G1_CAP: Final = Guard("G1-cap", who.CAP, personal=True)
G1_OPENED: Final = Guard("G1-opened", who.NOT_OPENED)
G1_READING: Final = Guard("G1-reading", who.TOO_FAST)
RF3_RESIDENTS: Final = Guard("RF-3-residents", because.RESIDENT)
RF3_RULING: Final = Guard("RF-3-ruling", its_kind.NO_RULING)
RF3_COURT: Final = Guard("RF-3-court", its_kind.NOT_THE_COURT)
RF3_PAUSED: Final = Guard("RF-3-paused", its_kind.PAUSED)
RF6_RECORDS: Final = Guard("RF-6-records", its_kind.NO_RECORDS)
RF6_BETTER: Final = Guard("RF-6-better", its_kind.NO_GRADE)
RF4_TEXT: Final = Guard("RF-4-text", because.NUMBER_IN_TEXT)
RF9_ALLOWED: Final = Guard("RF-9-allowed", of_successors.NOT_ALLOWED)
RF9_NAMED: Final = Guard("RF-9-named", of_successors.NOT_NAMED)
RF9_TERM: Final = Guard("RF-9-term", of_successors.NOTHING_LEFT)
RF11_CLOCK: Final = Guard("RF-11-clock", because.TOO_LATE)
RF12_PATH: Final = Guard("RF-12-path", of_redress.NO_REPAIR)
RF12_AFTER: Final = Guard("RF-12-after", of_redress.REPAIR_EARLY)
RF12_OWED: Final = Guard("RF-12-owed", of_redress.REPAIR_OWED)
RF12_MISSING: Final = Guard("RF-12-missing", of_redress.REPAIR_INCOMPLETE)

GUARDS: Final = (
    ORDER, D1_DELIVERED, D1_PROOF, D1_WINDOW, D1_WAIVER, D1_DAYS, D2_ANSWERED, D2_NAMED, D2_WHICH,
    D2_LATE, D2_REASONS, D3_OFFICE, D3_TWO, D3_SUPPLIED, D3_CONFLICT, D3_ENROLLED, D4_TERM,
    D4_PUBLIC, D5_PERSON, D5_PAPER, D6_CONTENT, D8_ONCE, D9_FRESH, D9_REVIEWER, D9_LATE, D9_SHORTER,
    D9_WHICH, D9_ONE, D9_OVERDUE, RF12_PATH, RF12_AFTER, RF12_OWED, RF12_MISSING, E5_DOUBT, E5_CHANGED,
    G1_DUE, G1_CAP,
    G1_OPENED, G1_READING, D4_STAGE, D4_LATEST, RF3_RESIDENTS, RF3_RULING, RF3_COURT, RF3_PAUSED,
    RF6_RECORDS, RF6_BETTER, RF4_TEXT, RF9_ALLOWED, RF9_NAMED, RF9_TERM,
    RF11_CLOCK,
)  # fmt: skip

_DIGITS = re.compile(r"[0-9０-９]{17}[0-9０-９XxＸｘ]")
_PLAIN = str.maketrans("０１２３４５６７８９Ｘｘx", "0123456789XXX")


def in_office(context: Context, role: Role, authority: str | None) -> None:
    """Require that the actor holds a role, of one authority, at this moment."""
    actor = context.actor
    D3_OFFICE.require(
        actor is not None and context.people.may(actor, role, authority, context.at),
        context,
        read=actor or "system",
        allowed=_title(role, authority),
    )


def enrolled(context: Context) -> None:
    """Require that the actor is anybody in office."""
    actor = context.actor
    D3_OFFICE.require(
        actor is not None and context.people.tenure(actor, context.at) is not None,
        context,
        read=actor or "system",
        allowed=Text(zh="在任的工作人员", en="anybody in office"),
    )


def impartial(state: State, context: Context, person: PersonId) -> None:
    """Require that somebody brought no evidence into the case and declared no conflict (D3)."""
    natural = {context.people.natural_of(person)}
    supplied = natural & context.people.naturals(state.suppliers)
    D3_SUPPLIED.require(not supplied, context, read=person)
    conflict = natural & context.people.naturals(state.conflicts)
    D3_CONFLICT.require(not conflict, context, read=person)


def two_people(context: Context, first: PersonId, second: PersonId) -> None:
    """Require that two deciders are two natural persons, neither enrolled by the other (D3)."""
    people = context.people
    one, other = people.natural_of(first), people.natural_of(second)
    D3_TWO.require(one != other, context, read=second)
    related = one in people.enrolled_by(second) or other in people.enrolled_by(first)
    D3_ENROLLED.require(not related, context, read=second)


def signed(context: Context) -> None:
    """Require that a person acts, with a signature of their own (D5)."""
    D5_PERSON.require(
        context.actor is not None,
        context,
        read=Text(zh="没有人在办理", en="nobody is acting"),
    )
    D5_PERSON.require(
        context.signed,
        context,
        read=Text(
            zh="签名与将要记录的内容不符", en="the signature does not fit what would be recorded"
        ),
    )


def lasts_lawfully(lasts: Span, since: Day, adverse: bool) -> bool:
    """Say whether a term is one that an entry may have: some time, and against anybody not long (D4)."""
    stop = lasts.after(since)
    return since < stop and (not adverse or stop <= months_after(since, LONGEST_MONTHS))


def free_of_numbers(context: Context, *texts: str) -> None:
    """Require that no text for the ledger holds a resident's number (RF-4)."""
    for text in texts:
        RF4_TEXT.require(not holds_a_number(text), context)


def holds_a_number(text: str) -> bool:
    """Say whether a text holds what passes as a resident's number, in half or full width."""
    written = (match[0].translate(_PLAIN) for match in _DIGITS.finditer(text))
    return any(resident_number_passes(number) for number in written)


def _title(role: Role, authority: str | None) -> Text:
    title = TITLES[role]
    if authority is None:
        return title
    return Text(zh=f"{authority} 的{title.zh}", en=f"{title.en} of {authority}")
