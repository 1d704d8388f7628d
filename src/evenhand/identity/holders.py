"""Whose a code was, on a day: a code that is issued again begins a new subject.

The old holder keeps everything from before that day; what happened on or after it is the new holder's
alone. The vault knows the new holder under the code with its first day behind it, so that both have a
number and a key of their own.

    holders = Holders({old: ((day("2026-03-01"), new),)})
    holders.on(old, day("2026-02-28"))  # old
    holders.on(old, day("2026-03-01"))  # new
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Day
from evenhand.rights.floor import enforces

_MARK = "@"


@dataclass(frozen=True, slots=True)
class Holders:
    """Every code that was issued again.

    Attributes:
        since: For the first holder of a code each later one, with the first day, in order.
    """

    since: Mapping[SubjectId, tuple[tuple[Day, SubjectId], ...]] = field(default_factory=dict)

    @enforces("RF-9")
    def on(self, first: SubjectId, day: Day) -> SubjectId:
        """Whose the code of a first holder was on a day."""
        found = first
        for since, holder in self.since.get(first, ()):
            if since <= day:
                found = holder
        return found

    def now(self, first: SubjectId) -> SubjectId:
        """Whose the code is that a first holder had."""
        later = self.since.get(first, ())
        return later[-1][1] if later else first

    def reissued(self, first: SubjectId, since: Day, holder: SubjectId) -> Holders:
        """The same with one code more that was issued again."""
        both = tuple(sorted({*self.since.get(first, ()), (since, holder)}))
        return Holders({**self.since, first: both})


def value_of_holder(code: str, since: Day) -> str:
    """The value under which the vault knows who holds a code since a day."""
    return f"{code}{_MARK}{since.isoformat()}"


def code_in(value: str) -> str:
    """The code that a holder shows to the world."""
    return value.partition(_MARK)[0]
