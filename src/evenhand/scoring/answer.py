"""The one answer that somebody else may get about a resident: whether a benefit is open to them.

Pure. There are two answers: yes, and no information. Whoever never joined, left, stays below the
threshold or never was gives the second, in the same bytes (RF-1, invariant C3). Neither names points,
a grade, a version or a reason.
"""

from __future__ import annotations

from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.periods import Day
from evenhand.rights.floor import enforces
from evenhand.schemes.scheme import Scheme

FORM = "evenhand/benefit-answer/1"


@enforces("RF-1", "RF-2")
def benefit_answer(scheme: Scheme, benefit: str, grade: str | None, on: Day) -> bytes:
    """Answer whether a benefit is open on a day.

    Args:
        scheme: The scheme in force on that day.
        benefit: One of its benefits.
        grade: The grade of whoever is asked about; None for everybody without a standing, whatever
            the reason.
        on: The day.

    Returns:
        One line of canonical JSON.

    Raises:
        KeyError: When the scheme has no such benefit, which is public.
    """
    needed = next((b.needs_grade for b in scheme.benefits if b.benefit == benefit), None)
    if needed is None:
        raise KeyError(benefit)
    starts = {band.grade: band.start for band in scheme.grades}
    reached = grade is not None and grade in starts and starts[grade] >= starts[needed]
    said: dict[str, Json] = {
        "form": FORM,
        "scheme": scheme.scheme,
        "benefit": benefit,
        "on": on.isoformat(),
        "answer": "open" if reached else "no information",
    }
    return canonical(said) + b"\n"
