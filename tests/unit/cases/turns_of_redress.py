"""Bad turns after an entry took effect: appeals, repairs, and what a missed clock took away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from evenhand.cases.commands import (
    Appeal,
    AskForRepair,
    DecideAppeal,
    DecideRepair,
    Overdue,
    RepairPath,
)
from evenhand.kernel.ids import PersonId
from evenhand.kernel.periods import ONE_DAY, Span
from tests.unit.cases.town import CONTENT, PAPER, REASONS, Town
from tests.unit.cases.turns import Turn

YEAR: Final = Span(12, "month")
APPEAL: Final = Appeal("The plant had been sold by then.", PAPER)
COMPLETE: Final = RepairPath(YEAR, ())
INCOMPLETE: Final = RepairPath(YEAR, ("rectification_confirmed",))


def appealed(town: Town) -> Town:
    """In effect for twenty days, and an appeal against it."""
    town.until("in_effect").later(days=20)
    town.say("clerk-two", APPEAL)
    return town


def read(town: Town) -> Town:
    """The reviewer has opened the dossier after the appeal, and read it."""
    return appealed(town).open("reviewer").later(minutes=3)


def late(town: Town) -> Town:
    return read(town).later(days=31)


def decide(outcome: str = "upheld", **changes: object) -> DecideAppeal:
    made = DecideAppeal("A-1", outcome, REASONS, CONTENT)  # type: ignore[arg-type]
    return replace(made, **changes)  # type: ignore[arg-type]


def upheld(town: Town) -> object:
    return town.say("reviewer", decide())


def after_a_year(town: Town, path: RepairPath | None = COMPLETE) -> Town:
    """In effect for more than a year, with what the rule asks for."""
    town.until("in_effect").later(days=370)
    town.repair = path
    return town


def asked(town: Town, path: RepairPath = COMPLETE) -> Town:
    after_a_year(town, path).say("clerk-two", AskForRepair(PAPER))
    return town


def repair(town: Town, outcome: str, person: str = "officer-one") -> object:
    return town.say(person, DecideRepair("P-1", outcome, REASONS))  # type: ignore[arg-type]


def missed(town: Town) -> Town:
    """An appeal that the authority missed, and the run that recorded it."""
    late(town).run(Overdue())
    return town


def signer_as_reviewer(town: Town) -> Town:
    """The reviewer is the natural person who enrolled a signer."""
    read(town)
    tenure = town.people.last_tenure("officer-one")
    assert tenure is not None
    related = replace(tenure, enrolled_by=frozenset({PersonId("reviewer")}))
    tenures = {**town.people.tenures, tenure.person: (related,)}
    town.people = replace(town.people, tenures=tenures)
    return town


def conflicted(town: Town) -> Town:
    from evenhand.cases.commands import DeclareConflict

    read(town).say("reviewer", DeclareConflict("My sister owns it."))
    return town


def same_day(town: Town) -> object:
    last = town.state.effect.last if town.state.effect else None
    return town.say("reviewer", decide("shortened", until=last))


def longer(town: Town) -> object:
    last = town.state.effect.last if town.state.effect else None
    assert last is not None
    return town.say("reviewer", decide("shortened", until=last + 30 * ONE_DAY))


def yesterday(town: Town) -> object:
    return town.say("reviewer", decide("shortened", until=town.today - ONE_DAY))


BAD_OF_REDRESS: Final[Mapping[str, Turn]] = {
    "D9-reviewer": Turn(conflicted, upheld, "had a part in this case"),
    "D9-late": Turn(late, upheld, "now the entry can only be lifted or shortened"),
    "D9-shorter": Turn(read, same_day, "before the present one, 2029-03-17"),
    "D9-which": Turn(read, lambda t: t.say("reviewer", decide(appeal="A-2")), 'no open "A-2"'),
    "D9-one": Turn(appealed, lambda t: t.say("clerk-one", APPEAL), "A-1 waits for its decision"),
    "D9-overdue": Turn(
        missed,
        lambda t: t.sign("officer-three", "review_first", "stands"),
        "missed its time to decide A-1",
    ),
    "RF-12-path": Turn(
        lambda t: after_a_year(t, None),
        lambda t: t.say("clerk-two", AskForRepair(PAPER)),
        "gives no way of repair",
    ),
    "RF-12-after": Turn(
        lambda t: after_a_year(t).later(days=-10),
        lambda t: t.say("clerk-two", AskForRepair(PAPER)),
        "Repair can be asked for from 2027-03-18 on",
    ),
    "RF-12-owed": Turn(asked, lambda t: repair(t, "refused"), "cannot be refused"),
    "RF-12-missing": Turn(
        lambda t: asked(t, INCOMPLETE),
        lambda t: repair(t, "ends"),
        "is not there yet: rectification_confirmed",
    ),
}

MORE_OF_REDRESS: Final[tuple[tuple[str, Turn], ...]] = (
    ("D9-reviewer", Turn(signer_as_reviewer, upheld, "enrolled or was enrolled by a signer")),
    ("D9-shorter", Turn(read, yesterday, "from today on")),
    ("D9-shorter", Turn(read, longer, "2029-04-16 cannot be the new last day")),
    (
        "D9-shorter",
        Turn(
            read, lambda t: t.say("reviewer", decide("shortened")), "— cannot be the new last day"
        ),
    ),
    ("D3-office", Turn(appealed, lambda t: t.say("officer-three", decide()), "a reviewer of")),
    ("G1-opened", Turn(appealed, upheld, "has not opened the dossier")),
    ("G1-reading", Turn(lambda t: appealed(t).open("reviewer"), upheld, "0 seconds ago")),
    ("D2-reasons", Turn(read, lambda t: t.say("reviewer", decide(reasons="no")), "no reasons")),
    ("D6-content", Turn(read, lambda t: t.say("reviewer", decide(content="e" * 64)), "notice")),
    (
        "D5-paper",
        Turn(
            lambda t: t.until("in_effect"),
            lambda t: t.say("clerk-two", Appeal("We sold it.", "")),
            "digest of the subject's letter is missing",
        ),
    ),
    (
        "order",
        Turn(lambda t: t.until("decided"), lambda t: t.say("clerk-two", APPEAL), "to appeal"),
    ),
    ("D3-office", Turn(asked, lambda t: repair(t, "ends", "tax-officer"), "an officer of")),
    ("D9-which", Turn(after_a_year, lambda t: repair(t, "ends"), 'no open "P-1"')),
)
