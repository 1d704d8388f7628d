"""The solver, and how long it may think: questions to z3 with a common, repeatable budget.

The budget is z3's own count of steps, not the clock: the same scheme has the same verdicts on every
machine. A ceiling in seconds stands behind it for a question whose steps are slow.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias

import z3

Term: TypeAlias = Any
"""A term of z3, which has no types of its own to check against."""

STEPS_OF_A_QUESTION: Final = 4_000_000
STEPS_OF_A_SCHEME: Final = 24_000_000
MILLISECONDS_OF_A_QUESTION: Final = 2_000


@dataclass(frozen=True, slots=True)
class Answer:
    """``never``: nothing meets the constraints; ``sometimes``: the model does; or not known."""

    found: Literal["never", "sometimes", "unknown"]
    model: Term = None

    @property
    def never(self) -> bool:
        """Whether it was proved that nothing meets the constraints."""
        return self.found == "never"


@dataclass(slots=True)
class Budget:
    """What is left of the steps that all questions about one scheme may take together."""

    steps: int = STEPS_OF_A_SCHEME
    asked: int = 0
    _counted: int = field(default=0, repr=False)

    def ask(self, *constraints: Term) -> Answer:
        """Ask whether anything meets all constraints."""
        self.asked += 1
        if self.steps <= 0:
            return Answer("unknown")
        solver = z3.Solver()
        solver.set("rlimit", min(self.steps, STEPS_OF_A_QUESTION))
        solver.set("timeout", MILLISECONDS_OF_A_QUESTION)
        solver.set("random_seed", 7)
        solver.add(*constraints)
        result = solver.check()
        self._take(solver)
        if result == z3.unsat:
            return Answer("never")
        if result == z3.sat:
            return Answer("sometimes", solver.model())
        return Answer("unknown")

    def _take(self, solver: Term) -> None:
        """Take the steps of the last question; z3 counts on from one question to the next."""
        taken = dict(iter(solver.statistics())).get("rlimit count", 0)
        self.steps -= max(0, taken - self._counted) if self._counted else 0
        self._counted = taken


def clipped(total: Term, least: int | None, most: int | None) -> Term:
    """A whole number brought between two bounds, each of which may be missing."""
    if least is not None:
        total = z3.If(total < least, z3.IntVal(least), total)
    if most is not None:
        total = z3.If(total > most, z3.IntVal(most), total)
    return total


def rounded_in_favour(numerator: Term, denominator: Term, better: str) -> Term:
    """A quotient with a positive denominator, rounded up where higher is better, else down."""
    if better == "higher":
        return -((-numerator) / denominator)
    return numerator / denominator


def total(terms: list[Term]) -> Term:
    """The sum of whole numbers, zero for none."""
    return z3.Sum([z3.IntVal(0), *terms])


def number_in(model: Term, term: Term) -> int:
    """The whole number that a term has in a model."""
    return int(model.eval(term, model_completion=True).as_long())


def holds_in(model: Term, term: Term) -> bool:
    """Whether a condition holds in a model."""
    return bool(z3.is_true(model.eval(term, model_completion=True)))
