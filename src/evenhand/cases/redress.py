"""The nouns of redress: an appeal and an application for repair, with what was decided on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evenhand.kernel.ids import PersonId
from evenhand.kernel.periods import Day

AppealOutcome = Literal["upheld", "lifted", "shortened"]
RepairOutcome = Literal["ends", "refused"]


@dataclass(frozen=True, slots=True)
class Appeal:
    """What the subject asked after the effect, and what somebody new to the case decided.

    Attributes:
        decide_until: Last day of the authority; past it the entry has no effect.
        until: The new last day, where the entry was shortened.
        by: Who recorded it for the subject, and therefore does not decide it.
    """

    appeal: str
    text: str
    on: Day
    decide_until: Day
    outcome: AppealOutcome | None = None
    reasons: str = ""
    decided_on: Day | None = None
    decided_by: PersonId | None = None
    until: Day | None = None
    by: PersonId | None = None

    def overdue(self, day: Day) -> bool:
        """Say whether it was not decided in time, as seen on a day; a late decision mends nothing."""
        return day > self.decide_until and (
            self.decided_on is None or self.decided_on > self.decide_until
        )


@dataclass(frozen=True, slots=True)
class RepairRequest:
    """An application for repair, and what was decided.

    Attributes:
        missing: What the list's rule asks for and was not there: when asked, then when decided.
    """

    repair: str
    on: Day
    decide_until: Day
    missing: tuple[str, ...] = ()
    outcome: RepairOutcome | None = None
    reasons: str = ""
    decided_on: Day | None = None
    decided_by: PersonId | None = None

    def overdue(self, day: Day) -> bool:
        """Say whether nothing was missing when it was asked for and it is past its day undecided."""
        return day > self.decide_until and self.decided_on is None and not self.missing
