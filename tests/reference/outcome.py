"""What is said of everybody in one case, in a form in which two readings can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.reference.generated_schemes import Case
from tests.reference.generated_worlds import SUBJECTS, world
from tests.reference.interpreter import Interpreter
from tests.reference.lists import Ground, grounds
from tests.reference.world import Told

STANDING = ("points", "grade", "direct", "ceiling", "rank", "stage", "reduced_to")


@dataclass(frozen=True)
class Outcome:
    """What is said of everybody in one case.

    Attributes:
        standings: By subject, what ``STANDING`` names.
        told: By subject, what each record and each step of a factor adds.
        grounds: The grounds of all lists.
    """

    standings: list[dict[str, Any]]
    told: list[Counter[Told]]
    grounds: list[Ground]


def interpreted(case: Case) -> Outcome:
    """What the interpreter says."""
    of = Interpreter(case.in_force, world(case.seed))
    answers = of.answers(SUBJECTS, case.as_of, case.known_at)
    return Outcome(
        [{name: getattr(answers[who], name) for name in STANDING} for who in SUBJECTS],
        [together(answers[who].told) for who in SUBJECTS],
        grounds(of, SUBJECTS, case.as_of, case.known_at),
    )


def together(told: Iterable[Told]) -> Counter[Told]:
    """Contributions as a multiset: records one by one, other steps summed for each factor."""
    found: Counter[Told] = Counter()
    sums: dict[tuple[str, str, int | None], int] = {}
    for one in told:
        if one.step == "points":
            found[one] += 1
        else:
            key = (one.step, one.factor, one.record)
            sums[key] = sums.get(key, 0) + one.points
    found.update(Told(*key, points) for key, points in sums.items() if points)
    return found
