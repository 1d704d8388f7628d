"""Where the clock and chance enter, and nowhere else.

A register that ``evenhand demo`` made has a clock of its own, moved by the demonstration alone, which
stands at its last event; every other register has the machine's.
"""

from __future__ import annotations

from pathlib import Path

from evenhand.cli.machine import chance, machine_now
from evenhand.kernel.periods import Clocks, Moment, day, moment
from evenhand.pipeline.opened import Opened

__all__ = ["chance", "clocks", "machine_now", "now", "open_at"]


def open_at(folder: Path) -> Opened:
    """Open a register.

    Raises:
        BadInput: When the folder is none.
    """
    return Opened(folder)


def now(opened: Opened) -> Moment:
    """The register's clock."""
    if opened.register.settings.kind == "demonstration":
        ledger = opened.register.ledger
        if any(ledger.read(kinds=("clock.moved",))):
            return next(iter(ledger.read(after=ledger.head()[0] - 1))).at
    return machine_now()


def clocks(opened: Opened, as_of: str | None, known_at: str | None) -> Clocks:
    """The two clocks of a question; today and everything known when they are left out.

    Raises:
        BadInput: When either cannot be read.
    """
    at = now(opened)
    known = moment(known_at) if known_at else opened.knowledge(at).learned or at
    return Clocks(day(as_of) if as_of else opened.today(at), known)
