"""The machine's clock and chance, for every command: they enter here, and nowhere else.

It loads nothing of a register, so that a witness's process has it too.
"""

from __future__ import annotations

import datetime as dt
import os

from evenhand.kernel.periods import Moment


def chance(count: int) -> bytes:
    """Random bytes of the operating system."""
    return os.urandom(count)


def machine_now() -> Moment:
    """The machine's clock, in UTC."""
    return dt.datetime.now(dt.UTC)
