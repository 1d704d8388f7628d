"""For each guard the world in which the explorer finds, by itself, what its absence lets happen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.explorer.explorer import World
from tests.explorer.mistakes import OF_MISTAKES
from tests.explorer.redress import OF_REDRESS
from tests.explorer.worlds import WORLDS
from tests.explorer.worlds_of_kinds import OF_KINDS

MOST: Final = 1_500
"""States of a world that are looked at for one missing guard; the harm is nearer than that."""

MUTANTS: Final[Mapping[str, World]] = {
    "order": OF_MISTAKES[2],
    "D1-delivered": OF_MISTAKES[0],
    "D1-window": OF_KINDS[3],
    "D1-waiver": WORLDS[1],
    "D1-days": OF_KINDS[4],
    "D2-answered": WORLDS[7],
    "D2-named": OF_MISTAKES[1],
    "D2-which": OF_MISTAKES[1],
    "D3-office": OF_KINDS[2],
    "D3-two": OF_MISTAKES[1],
    "D3-supplied": WORLDS[2],
    "D3-conflict": WORLDS[1],
    "D3-enrolled": OF_MISTAKES[3],
    "D8-once": OF_KINDS[4],
    "D9-fresh": WORLDS[3],
    "D9-reviewer": OF_REDRESS[0],
    "D9-shorter": OF_REDRESS[0],
    "RF-12-owed": OF_REDRESS[0],
    "RF-12-missing": OF_REDRESS[1],
    "E5-doubt": WORLDS[3],
    "E5-changed": WORLDS[4],
    "G1-due": OF_KINDS[0],
    "G1-opened": OF_KINDS[1],
    "G1-reading": OF_KINDS[1],
    "D4-stage": OF_KINDS[0],
    "D4-latest": OF_KINDS[1],
    "RF-3-residents": OF_KINDS[4],
    "RF-3-ruling": OF_KINDS[4],
    "RF-3-court": OF_KINDS[4],
    "RF-3-paused": WORLDS[6],
    "RF-6-records": OF_KINDS[0],
    "RF-9-named": OF_KINDS[2],
    "RF-9-term": OF_KINDS[2],
    "RF-11-clock": OF_MISTAKES[1],
}
"""The world that shows it soonest. A guard that is not here has a bad turn played instead."""
