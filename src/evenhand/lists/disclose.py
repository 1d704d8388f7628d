"""Who may see which field: the allow-list of the public edition.

What it guards: a public entry is made by picking fields that are on the list of its kind of subject,
never by deleting others, so that a field nobody thought of cannot pass. Residents and sole traders
have no such list: nothing of them is ever published (RF-3). Entries that answer look-ups only are
counted and not shown (RF-7).
What it does not do: it looks nobody up; the caller says who a subject is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from evenhand.kernel.canonical import Json
from evenhand.kernel.codes import SubjectKind, kind_of_organisation
from evenhand.kernel.errors import FloorRefusal
from evenhand.kernel.ids import ListId, SchemeId, SubjectId
from evenhand.kernel.text import Text
from evenhand.lists.entry import Entry
from evenhand.rights.floor import enforces, refusal


@dataclass(frozen=True, slots=True)
class Identified:
    """Who a subject is, as the vault and the evidence say.

    Attributes:
        scheme: Of the code: ``uscc``, ``organisation_code`` or ``register_number``.
    """

    kind: SubjectKind
    scheme: Literal["uscc", "organisation_code", "register_number", "resident"]
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What the public may see of one entry; only this stage makes one."""

    scheme: SchemeId
    list: ListId
    fields: Mapping[str, Json]


Pick = Callable[[Entry, Identified], Json]

_PICKS: Final[Mapping[str, Pick]] = {
    "entry": lambda entry, _: entry.entry,
    "case": lambda entry, _: entry.case,
    "list": lambda entry, _: entry.list,
    "kind": lambda entry, _: entry.kind,
    "topic": lambda entry, _: entry.topic,
    "scheme": lambda entry, _: entry.scheme,
    "version": lambda entry, _: entry.version,
    "subject_kind": lambda _, subject: subject.kind,
    "identifier_scheme": lambda _, subject: subject.scheme,
    "identifier": lambda _, subject: subject.code,
    "name": lambda _, subject: _one_line(subject.name) or subject.code,
    "since": lambda entry, _: entry.term.start.isoformat(),
    "last_day": lambda entry, _: _last_day(entry),
    "decided_by": lambda entry, _: entry.authority,
    "decided_on": lambda entry, _: entry.decided_on.isoformat(),
    "decisions": lambda entry, _: list(entry.decisions),
    "records": lambda entry, _: [str(record) for record in entry.records],
    "legal_basis": lambda entry, _: [
        {
            "article": _one_line(law.article),
            "en": _one_line(law.title.en),
            "zh": _one_line(law.title.zh),
        }
        for law in entry.legal_basis
    ],
    "measures": lambda entry, _: list(entry.measures),
    "purposes": lambda entry, _: list(entry.purposes),
    "repair": lambda entry, _: (
        None
        if entry.repair is None
        else {"after": str(entry.repair.after), "needs": list(entry.repair.needs)}
    ),
}

_ORGANISATION: Final = (
    "entry",
    "case",
    "list",
    "kind",
    "topic",
    "scheme",
    "version",
    "subject_kind",
    "identifier_scheme",
    "identifier",
    "name",
    "since",
    "last_day",
    "decided_by",
    "decided_on",
    "decisions",
    "records",
    "legal_basis",
    "measures",
    "purposes",
    "repair",
)

ALLOWED: Final[Mapping[SubjectKind, tuple[str, ...]]] = {
    "enterprise": _ORGANISATION,
    "public_body": _ORGANISATION,
    "social_organisation": _ORGANISATION,
}
"""The fields that may be shown, by kind of subject; a kind that is not here is never shown."""


@enforces("RF-3", "RF-7")
def disclose(entry: Entry, subject: Identified) -> Disclosed:
    """Pick what the public may see of an entry.

    Raises:
        FloorRefusal: RF-3 for a resident or sole trader, whatever the kind that was handed in says;
            RF-7 for an entry that answers look-ups only.
    """
    kind = _true_kind(subject)
    if kind not in ALLOWED:
        raise refusal(
            "RF-3",
            Text(
                zh=f"{entry.entry} 的主体是居民或个体工商户，从不公布。",
                en=f"The subject of {entry.entry} is a resident or sole trader and is never published.",
            ),
        )
    if entry.visibility != "public":
        raise refusal(
            "RF-7",
            Text(
                zh=f"名单 {entry.list} 只按用途答复查询，不公布 {entry.entry}。",
                en=f"The list {entry.list} answers look-ups for its purposes only; {entry.entry} is "
                "not published.",
            ),
        )
    fields = {name: _PICKS[name](entry, subject) for name in ALLOWED[kind]}
    return Disclosed(entry.scheme, entry.list, fields)


@enforces("RF-3")
def never_shown(register: Text) -> FloorRefusal:
    """The refusal of whoever asks for the names of a court's register of debtors."""
    return refusal(
        "RF-3",
        Text(
            zh=f"“{register.zh}”从不公布，也不列出名单；它只答复写明合法用途的个别查询。",
            en=f"The {register.en} is never published and never listed; it answers a look-up about one "
            "person, for a lawful purpose that is stated.",
        ),
    )


def may_be_public(entry: Entry, subject: Identified) -> bool:
    """Say whether an entry may stand in an edition at all."""
    return entry.visibility == "public" and _true_kind(subject) in ALLOWED


def disclose_all(
    entries: Iterable[Entry], who: Callable[[SubjectId], Identified | None]
) -> tuple[tuple[Disclosed, ...], Counter[tuple[SchemeId, ListId]]]:
    """Disclose what may be shown, and count for each list what may not.

    Args:
        entries: Entries in force.
        who: Says who a subject is; None when nobody can, which withholds the entry.

    Returns:
        What may be shown, in the order of the entries, and the number withheld by list.
    """
    shown: list[Disclosed] = []
    withheld: Counter[tuple[SchemeId, ListId]] = Counter()
    for entry in entries:
        subject = who(entry.subject)
        if subject is not None and may_be_public(entry, subject):
            shown.append(disclose(entry, subject))
        else:
            withheld[entry.scheme, entry.list] += 1
    return tuple(shown), withheld


def _true_kind(subject: Identified) -> SubjectKind:
    """Say what a subject is by its code, where the code says it."""
    if subject.scheme == "resident":
        return "resident"
    if subject.scheme == "uscc" and kind_of_organisation(subject.code) == "sole_trader":
        return "sole_trader"
    return subject.kind


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _last_day(entry: Entry) -> str:
    """The last day of an entry, as pages say it; no entry is without one (RF-12)."""
    if entry.term.last is None:
        raise refusal(
            "RF-12",
            Text(
                zh=f"{entry.entry} 没有最后一日，不能公布。",
                en=f"{entry.entry} has no last day and cannot be published.",
            ),
        )
    return entry.term.last.isoformat()
