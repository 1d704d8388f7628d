"""How much time has passed by two clocks that need not agree: the register's own, and a witness's.

What it guards: whoever sets one of the two clocks can neither shorten a time that runs against a
subject nor prolong one that runs for them (fault F9, invariant G4). What it does not do: it does not
say which clock is right, and it cannot help when both are set alike.

Rules:

1. Each clock is asked only how much it advanced between two events, never what day it is: a clock that
   is wrong by a year, and was all the time, counts like one that is right.
2. What runs against a subject (the time to object) has run as long as the *lesser* of the two says.
3. What runs for a subject (the authority's time to decide, the term of an entry) has run as long as
   the *greater* of the two says.
4. Where nobody witnesses, the register's own clock stands alone.

Proved for all values in ``tests/proofs/test_two_clocks.py``. One worked use::

    # delivered on 3 March; the register's clock says 23 March, the witness saw 2 days go by
    day_against(day("2026-03-03"), day("2026-03-23"), 2)      # 2026-03-05: the window is open
    day_in_favour(day("2026-03-03"), day("2026-03-23"), 2)    # 2026-03-23
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from evenhand.kernel.periods import ONE_DAY, Day


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Days that passed between two events.

    Attributes:
        local: By the register's own clock.
        witnessed: By the clock of whoever witnesses; None where nobody does.
    """

    local: int
    witnessed: int | None = None

    @property
    def against(self) -> int:
        """Days that have run of something that runs against the subject."""
        return self.local if self.witnessed is None else min(self.local, self.witnessed)

    @property
    def in_favour(self) -> int:
        """Days that have run of something that runs for the subject."""
        return self.local if self.witnessed is None else max(self.local, self.witnessed)


def day_against(start: Day, today: Day, witnessed: int | None) -> Day:
    """The day that it is for what began on ``start`` and runs against the subject.

    Args:
        start: The civil day of its beginning by the register's clock.
        today: The civil day by the register's clock.
        witnessed: Days that the witness's clock advanced since; None where nobody witnesses.
    """
    return start + Elapsed((today - start).days, witnessed).against * ONE_DAY


def day_in_favour(start: Day, today: Day, witnessed: int | None) -> Day:
    """The day that it is for what began on ``start`` and runs for the subject; as ``day_against``."""
    return start + Elapsed((today - start).days, witnessed).in_favour * ONE_DAY


@dataclass(frozen=True, slots=True)
class Mark:
    """One moment at which a witness cosigned the ledger, as the ledger has it.

    Attributes:
        witness: Whose clock it is, by name and key.
        size: How many events the ledger had; every event up to this number is covered.
        day: The civil day by the witness's clock.
    """

    witness: str
    size: int
    day: Day


class Marks:
    """The marks of a ledger in its order, and how many midnights the witnesses saw pass.

    A mark that covers fewer events than the one before, or whose witness's clock went back, adds
    nothing and is passed over. Between two witnesses, one after the other, nobody's clock is compared
    with another's: that time does not count.
    """

    __slots__ = ("_days", "_last", "_sizes")

    def __init__(self) -> None:
        self._sizes: list[int] = []
        self._days: list[int] = []
        self._last: Mark | None = None

    def add(self, mark: Mark) -> bool:
        """Take the next mark; says whether it counts."""
        last = self._last
        if last is None:
            passed = 0
        elif mark.size < last.size:
            return False
        elif mark.witness != last.witness:
            passed = 0
        elif mark.day < last.day:
            return False
        else:
            passed = (mark.day - last.day).days
        self._sizes.append(mark.size)
        self._days.append(passed + (self._days[-1] if self._days else 0))
        self._last = mark
        return True

    def days_since(self, event: int) -> int:
        """Midnights that passed since an event was recorded: never more than there were.

        The event was there when the first mark covered it, so the count begins there.
        """
        first = bisect.bisect_left(self._sizes, event)
        return self._days[-1] - self._days[first] if first < len(self._sizes) else 0
