"""A case of its own against a successor: nothing follows by itself, and not everything may (RF-9).

An officer of the deciding authority opens it, by name and with a signature; from there it is a case
like any other: notice, time to object, two officers, neither of whom opened it. What it guards: the
predecessor's entry did take effect; a registration names the successor; the list's rule allows it;
the successor bears nothing longer than the predecessor would have; natural persons succeed nobody.
"""

from __future__ import annotations

from dataclasses import replace

from evenhand.cases.commands import Context, EventBody, Follow, Propose
from evenhand.cases.guards import (
    D2_REASONS,
    RF9_ALLOWED,
    RF9_NAMED,
    RF9_TERM,
    free_of_numbers,
    in_office,
    signed,
)
from evenhand.cases.hearing import propose
from evenhand.cases.kinds import NATURAL_SUBJECTS
from evenhand.cases.terms import REASONS_LEAST
from evenhand.rights.floor import enforces


@enforces("RF-9")
def follow(_state: None, command: Follow, context: Context) -> tuple[EventBody, ...]:
    """Open the case; the event carries the officer's signature, no program's."""
    facts, before = command.facts, command.predecessor
    in_office(context, "officer", facts.authority)
    signed(context)
    RF9_ALLOWED.require(
        command.allowed and facts.subjects not in NATURAL_SUBJECTS, context, read=facts.list
    )
    RF9_NAMED.require(
        command.named and facts.subject != before.facts.subject, context, read=facts.subject
    )
    last = before.effect.last if before.effect else None
    RF9_TERM.require(
        last is not None
        and context.today <= last
        and facts.latest is not None
        and facts.latest <= last
        and before.facts.case == facts.follows
        and before.why in ("", "deregistered"),
        context,
        read=before.facts.case,
        allowed=last or "—",
    )
    D2_REASONS.require(
        len("".join(command.reasons.split())) >= REASONS_LEAST,
        context,
        read=command.reasons,
        allowed=REASONS_LEAST,
    )
    free_of_numbers(context, command.reasons)
    (body,) = propose(None, Propose(facts), context)
    said = {**body.body, "reasons": command.reasons}
    said |= {"allowed": command.allowed, "named": command.named}
    return (replace(body, body=said, by_system=False),)
