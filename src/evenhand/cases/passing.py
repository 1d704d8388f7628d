"""How time passes for a case: by the register's clock, and by a witness's where one is enrolled.

The core asks what day it is for one thing that began with one event of the case. Where nobody
witnesses, the answer is the register's own day.
"""

from __future__ import annotations

from typing import Protocol

from evenhand.kernel.ids import CaseId


class Passing(Protocol):
    """Whoever knows how many days a witness saw go by."""

    def witnessed_since(self, case: CaseId, kind: str) -> int | None:
        """Days that the witness's clock advanced since the last event of a kind in a case.

        None where nobody witnessed when the event was recorded and nobody does now.
        """
        ...


class LocalClock:
    """Nobody witnesses: the register's own clock stands alone."""

    def witnessed_since(self, case: CaseId, kind: str) -> int | None:  # noqa: ARG002
        """See ``Passing``."""
        return None


LOCAL_CLOCK = LocalClock()
