"""Bad turns of a case against a successor."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from evenhand.cases.commands import Follow
from evenhand.cases.succession import case_of_successor
from evenhand.kernel.ids import PersonId, RecordId, SubjectId
from evenhand.kernel.periods import ONE_DAY
from tests.unit.cases.town import Town
from tests.unit.cases.turns import Turn

SUCCESSOR: Final = SubjectId(2001)
REGISTRATION: Final = RecordId(6001)
REASONS: Final = "The plant, its owners and its name went over whole."


def followed(
    town: Town,
    *,
    allowed: bool = True,
    named: bool = True,
    reasons: str = REASONS,
    **changes: object,
) -> Follow:
    """The command by which an officer opens a case against the successor of the town's case."""
    before = town.state
    made = {
        "case": case_of_successor(before, SUCCESSOR, REGISTRATION),
        "subject": SUCCESSOR,
        "records": (*before.facts.records, REGISTRATION),
        "documents": (9900,),
        "follows": before.facts.case,
        "latest": before.effect.last if before.effect else None,
        "submitters": before.facts.submitters | {PersonId("officer-four")},
    }
    facts = replace(before.facts, **(made | changes))  # type: ignore[arg-type]
    return Follow(facts, before, allowed, named, reasons)


def opens(town: Town, person: str = "officer-four", **how: object) -> Town:
    """Open it; the town works on it from now on."""
    command = followed(town, **how)  # type: ignore[arg-type]
    town.case = command.facts.case
    town.say(person, command)
    return town


def in_effect(town: Town) -> Town:
    """A predecessor's entry in effect."""
    return town.until("in_effect")


def longer(town: Town) -> None:
    """Ask for more than was left of the predecessor's term."""
    last = town.state.effect.last if town.state.effect else None
    assert last is not None
    opens(town, latest=last + ONE_DAY)


BAD_OF_SUCCESSION: Final = {
    "RF-9-allowed": Turn(
        in_effect, lambda t: opens(t, allowed=False), "does not let anything follow to a successor"
    ),
    "RF-9-named": Turn(in_effect, lambda t: opens(t, named=False), "No registration names S-"),
    "RF-9-term": Turn(lambda t: t.until("delivered"), opens, "has no entry that could be followed"),
}
"""One for each guard of a case against a successor."""

MORE_OF_SUCCESSION: Final = (
    ("RF-9-allowed", Turn(in_effect, lambda t: opens(t, subjects="resident"), "to a successor")),
    (
        "RF-9-named",
        Turn(
            in_effect,
            lambda t: opens(t, subject=t.state.facts.subject),
            "as the successor",
        ),
    ),
    ("RF-9-term", Turn(in_effect, longer, "has no entry that could be followed")),
    ("D2-reasons", Turn(in_effect, lambda t: opens(t, reasons="so"), "These are no reasons")),
    ("D3-office", Turn(in_effect, lambda t: opens(t, "clerk-two"), "clerk-two is not")),
    ("D3-office", Turn(in_effect, lambda t: opens(t, "tax-officer"), "tax-officer is not")),
)
"""More ways to be refused, by these guards and by those of every case."""
