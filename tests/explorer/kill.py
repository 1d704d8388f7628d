"""The kill matrix: each guard off in turn, and what the monitors say of the life that then follows."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from evenhand.cases.guards import GUARDS
from evenhand.cases.monitors import violations
from evenhand.kernel.errors import NotLawfulNow, NotPermitted
from tests.explorer.explorer import explore
from tests.explorer.mutants import MOST, MUTANTS
from tests.unit.cases.town import ZONE, Town, founders
from tests.unit.cases.turns import Turn

HARMLESS: Mapping[str, str] = {
    "D2-late": "a late objection that is heard only helps its subject",
}
"""Guards whose absence hurts no subject; nothing has to notice."""

FOLD = "the fold takes no such event"
"""Said of a life that the fold itself refuses; a monitor's sentence says more, and goes before it."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one guard's absence.

    Attributes:
        verdict: killed, doubly guarded, harmless, or alive.
        by: What the monitors said, the other guard, or why nothing has to notice.
        way: How the explorer itself found it: the world and the steps; empty where a turn was played.
    """

    guard: str
    verdict: str
    by: str
    way: str = ""


def turns() -> Iterator[tuple[str, Turn]]:
    """Every bad turn of the tests, by the guard that refuses it."""
    folder = Path(__file__).resolve().parents[1] / "unit" / "cases"
    for path in sorted(folder.glob("turns*.py")):
        module = importlib.import_module(f"tests.unit.cases.{path.stem}")
        for name in sorted(n for n in vars(module) if re.match(r"(BAD|MORE)", n)):
            said = getattr(module, name)
            yield from said.items() if isinstance(said, Mapping) else said


def matrix() -> list[Fate]:
    """The fate of every guard."""
    by_guard: dict[str, list[Turn]] = {}
    for name, turn in turns():
        by_guard.setdefault(name, []).append(turn)
    return [found(guard.name, by_guard.get(guard.name, [])) for guard in GUARDS]


def found(guard: str, bad: list[Turn]) -> Fate:
    """The fate of a guard: by the explorer, where one of its worlds is about it, or by a played turn."""
    if guard not in MUTANTS:
        return fate(guard, bad)
    world = MUTANTS[guard]
    seen = explore(world, frozenset({guard}), most=MOST)
    if not seen.violations:
        return Fate(guard, "alive", f"the explorer finds nothing in {world.name}")
    return Fate(guard, "killed", _plain(seen.violations[0]), f"{world.name}: {len(seen.way)} steps")


def fate(guard: str, bad: list[Turn]) -> Fate:
    """Take each bad turn of a guard with it off, let the life go on, and ask the monitors."""
    said = [life(turn, frozenset({guard})) for turn in bad]
    noticed = sorted((one for one in said if one), key=lambda one: one == FOLD)
    if noticed:
        return Fate(guard, "killed", noticed[0])
    if guard in HARMLESS:
        return Fate(guard, "harmless", HARMLESS[guard])
    for other in (g.name for g in GUARDS if g.name != guard):
        for turn in bad:
            both = life(turn, frozenset({guard, other}))
            if both:
                return Fate(guard, "doubly guarded", f"`{other}`; with both off: {both}")
    return Fate(guard, "alive", "nothing notices")


def life(turn: Turn, without: frozenset[str]) -> str:
    """The first violation of a life with guards off; empty where there is none."""
    town = Town(without=without)
    try:
        turn.before(town)
        turn.turn(town)
        town.finish()
        review(town)
    except (NotLawfulNow, NotPermitted):
        return ""
    except ValueError:
        return FOLD
    noticed = violations(town.events, founders(), ZONE)
    return _plain(noticed[0]) if noticed else ""


def _plain(said: str) -> str:
    """What a monitor said, without the names of one case and one person."""
    return re.sub(r"C-[0-9a-f]{16}|n-[a-z-]+", "…", said.split(": ", 1)[-1])


def review(town: Town) -> None:
    """Let a review that somebody began be finished by somebody else."""
    if town.case in town.states and town.state.reviews:
        try:
            town.sign("officer-four", "review_second", "stands")
        except (NotLawfulNow, NotPermitted):
            return


def as_table(fates: list[Fate]) -> str:
    """The matrix as a page."""
    by_explorer = sum(bool(f.way) for f in fates)
    counted = {
        v: sum(f.verdict == v for f in fates) for v in ("killed", "doubly guarded", "harmless")
    }
    lines = [
        "# Kill matrix",
        "",
        "Each guard of `cases/guards.py` off in turn, and what notices. Where a world is named, the explorer",
        "found the shortest way to the harm by itself; elsewhere a bad turn was played and the life went on.",
        "Written by `make golden`.",
        "",
        f"{len(fates)} guards: "
        + ", ".join(f"{n} {v}" for v, n in counted.items())
        + f"; {by_explorer} of them by the explorer itself.",
        "",
        "| guard | verdict | what notices | found by the explorer |",
        "| --- | --- | --- | --- |",
        *(
            f"| `{f.guard}` | {f.verdict} | {re.sub(r' [(]event [0-9]+[)]', '', f.by)} | {f.way or '–'} |"
            for f in fates
        ),
    ]
    return "\n".join(lines) + "\n"
