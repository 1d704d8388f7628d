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
from tests.unit.cases.town import ZONE, Town, founders
from tests.unit.cases.turns import Turn

HARMLESS: Mapping[str, str] = {
    "D2-which": "an answer to no objection changes nothing for anybody",
    "D2-late": "a late objection that is heard only helps its subject",
    "D9-one": "a second appeal or request beside an open one is one more clock against the authority",
    "RF-12-path": "asking ends nothing: the decision looks again at what the rule asks",
    "RF-12-after": "asking early only lets the subject out sooner, by an officer's signed decision",
}
"""Guards whose absence hurts no subject; nothing has to notice."""

ELSEWHERE: Mapping[str, str] = {
    "D3-enrolled": "`people.take`: only stewards and the auditor enrol, and they hold no other office, "
    "so that no officer can have enrolled another",
}
"""Guards that a condition outside the table of guards makes good."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one guard's absence.

    Attributes:
        verdict: killed, doubly guarded, harmless, or alive.
        by: What the monitors said, the other guard, or why nothing has to notice.
    """

    guard: str
    verdict: str
    by: str


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
    return [fate(guard.name, by_guard.get(guard.name, [])) for guard in GUARDS]


def fate(guard: str, bad: list[Turn]) -> Fate:
    """Take each bad turn of a guard with it off, let the life go on, and ask the monitors."""
    for turn in bad:
        said = life(turn, frozenset({guard}))
        if said:
            return Fate(guard, "killed", said)
    if guard in HARMLESS:
        return Fate(guard, "harmless", HARMLESS[guard])
    if guard in ELSEWHERE:
        return Fate(guard, "doubly guarded", ELSEWHERE[guard])
    for other in (g.name for g in GUARDS if g.name != guard):
        for turn in bad:
            said = life(turn, frozenset({guard, other}))
            if said:
                return Fate(guard, "doubly guarded", f"`{other}`; with both off: {said}")
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
        return "the fold takes no such event"
    found = violations(town.events, founders(), ZONE)
    return re.sub(r"C-[0-9a-f]{16}|n-[a-z-]+", "…", found[0].split(": ", 1)[-1]) if found else ""


def review(town: Town) -> None:
    """Let a review that somebody began be finished by somebody else."""
    if town.case in town.states and town.state.reviews:
        try:
            town.sign("officer-four", "review_second", "stands")
        except (NotLawfulNow, NotPermitted):
            return


def as_table(fates: list[Fate]) -> str:
    """The matrix as a page."""
    counted = {
        v: sum(f.verdict == v for f in fates) for v in ("killed", "doubly guarded", "harmless")
    }
    lines = [
        "# Kill matrix",
        "",
        "Each guard of `cases/guards.py` off in turn; what the monitors say of the life that follows.",
        "Written by `make golden`.",
        "",
        f"{len(fates)} guards: " + ", ".join(f"{n} {v}" for v, n in counted.items()) + ".",
        "",
        "| guard | verdict | what notices |",
        "| --- | --- | --- |",
        *(
            f"| `{f.guard}` | {f.verdict} | {re.sub(r' [(]event [0-9]+[)]', '', f.by)} |"
            for f in fates
        ),
    ]
    return "\n".join(lines) + "\n"
