"""Proposals of schemes that wait for the second signature, and what refuses any of them.

What was proposed is read from the ledger each time; nothing remembers it elsewhere.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from evenhand.cases.hand import Hand
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput, Conflict, NotPermitted
from evenhand.kernel.ids import PersonId
from evenhand.kernel.periods import Day, Moment, day
from evenhand.kernel.text import Text
from evenhand.pipeline.knowledge import Publicised
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.publicity import comments_on, refuse_emergency, refuse_without_notice
from evenhand.schemes.scheme import Scheme

LASTS: Final = dt.timedelta(days=30)
"""How long a proposal waits for the second signature."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A scheme that its author signed."""

    seq: int
    at: Moment
    author: PersonId
    digest: str
    reasons: str
    comments_until: Day | None
    comparison: Mapping[str, Json] | None


def standing_proposal(opened: Opened, scheme: Scheme, approver: Hand, at: Moment) -> Proposal:
    """The proposal that a steward may approve now.

    Raises:
        NotPermitted: When nobody proposed it, only the one who would approve it did, or its author
            is no longer in office.
        BadInput: When what the author signed is another file.
        Conflict: When it waited too long.
    """
    opened.desk.catch_up()
    people, now = opened.desk.people, opened.desk.now(at)
    made = list(_proposals(opened, scheme))
    fitting = [p for p in made if p.digest == scheme.digest]
    if not fitting:
        raise _not_proposed(scheme, made)
    own = people.natural_of(approver.person)
    others = [p for p in fitting if people.natural_of(p.author) != own]
    if not others:
        raise NotPermitted(
            Text(
                zh=f"{scheme.scheme} {scheme.version} 由 {approver.person} 本人提出：须由另一人批准。",
                en=f"{approver.person} proposed {scheme.scheme} {scheme.version}; another person "
                "approves it.",
            )
        )
    last = others[-1]
    if people.tenure(last.author, now) is None:
        raise NotPermitted(
            Text(
                zh=f"起草人 {last.author} 已不在任，须由在任者重新提出。",
                en=f"Its author {last.author} is no longer in office; somebody who is proposes it again.",
            )
        )
    if now - last.at > LASTS:
        raise Conflict(
            Text(
                zh=f"提出已超过{LASTS.days}天，比较结果已旧。请重新提出。",
                en=f"It was proposed more than {LASTS.days} days ago, and what it was compared with is as "
                "old. Propose it again.",
            )
        )
    return last


def _not_proposed(scheme: Scheme, made: list[Proposal]) -> NotPermitted | BadInput:
    named = f"{scheme.scheme} {scheme.version}"
    if not made:
        return NotPermitted(
            Text(
                zh=f"{named} 还没有人提出。先由起草人签名：evenhand scheme propose。",
                en=f"Nobody has proposed {named}. Its author signs first: evenhand scheme propose",
            )
        )
    return BadInput(
        Text(
            zh=f"这不是 {made[-1].author} 签名提出的文件（摘要不符）。请取回原文件，或重新提出。",
            en=f"This is not the file that {made[-1].author} signed: its digest differs. Take that file, "
            "or have this one proposed.",
        )
    )


def refuse_unfit_kind(scheme: Scheme, *, study: bool) -> None:
    """Refuse a reproduction outside a register of study, and anything else in one."""
    if (scheme.kind == "reproduction") != study:
        raise BadInput(
            Text(
                zh=f"{scheme.scheme} 是 {scheme.kind}：复现的办法只用于研究用的登记库，那里也只用它。",
                en=f"{scheme.scheme} is {scheme.kind}: a reproduction runs in a register of study and "
                "can be put in force in no other; nothing else runs there.",
            )
        )


def refuse_changed(opened: Opened, scheme: Scheme) -> Publicised | None:
    """Refuse a file under a name and version that are public with other content; return what is."""
    known = opened.knowledge().schemes.get((scheme.scheme, scheme.version))
    if known is not None and known.digest != scheme.digest:
        raise BadInput(
            Text(
                zh=f"{scheme.scheme} {scheme.version} 已经公布，内容不同。请改用新的版本号。",
                en=f"{scheme.scheme} {scheme.version} is public with other content. Give it a new "
                "version.",
            )
        )
    return known


def refuse_by_days(opened: Opened, scheme: Scheme, today: Day, until: Day | None) -> None:
    """Refuse a scheme that could not become public today (RF-13)."""
    refuse_without_notice(scheme, today)
    public = opened.knowledge().schemes.values()
    refuse_emergency(scheme, [opened.scheme(made) for made in public])
    comments_on(scheme, today, until)


def _proposals(opened: Opened, scheme: Scheme) -> Iterator[Proposal]:
    """Every proposal of a version, in the order of the ledger."""
    events = opened.register.ledger.read(kinds=("scheme.proposed",), topic=scheme.scheme)
    for event in events:
        body = event.body
        if body["version"] != scheme.version:
            continue
        until, comparison = body["comments_until"], body["comparison"]
        yield Proposal(
            event.seq,
            event.at,
            PersonId.parse(event.actor),
            str(body["digest"]),
            str(body["reasons"]),
            None if until is None else day(str(until)),
            comparison if isinstance(comparison, Mapping) else None,
        )
