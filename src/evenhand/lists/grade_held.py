"""Which grade is in effect: what is computed, held back where it costs something and nobody decided.

A computed grade has no adverse effect by itself (RF-6). The part of a fall that costs nothing takes
effect at once; below the worst grade that costs nothing, only a case of kind ``grade`` that is in
effect carries it further. A better grade takes effect at once, and the case with it is over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from evenhand.cases.case import Happening
from evenhand.kernel.ids import SchemeId, SubjectId
from evenhand.kernel.periods import Day
from evenhand.lists.draw import states_of
from evenhand.rights.floor import enforces
from evenhand.schemes.scheme import Scheme


def worst_first(scheme: Scheme) -> list[str]:
    """The names of the bands from worst to best."""
    order = sorted(scheme.grades, key=lambda grade: grade.start)
    if scheme.scale.better == "lower":
        order.reverse()
    return [grade.grade for grade in order]


def costs_something(scheme: Scheme) -> bool:
    """Say whether any grade of a scheme waits for a decision."""
    return any(grade.costs is not None for grade in scheme.grades)


@enforces("RF-6")
def grade_in_effect(scheme: Scheme, computed: str | None, decided: Iterable[str]) -> str | None:
    """Say which grade is in effect.

    Args:
        scheme: Its bands, and which of them cost something.
        computed: The grade that the records give; None for none.
        decided: Grades of this subject's cases of kind ``grade`` that are in force on the day.
    """
    order = worst_first(scheme)
    if computed not in order or not costs_something(scheme):
        return computed
    free = {grade.grade for grade in scheme.grades if grade.costs is None}
    least = min(order.index(grade) for grade in {*free, *decided} if grade in order)
    return order[max(order.index(computed), least)]


def decided_grades(
    events: Iterable[Happening], scheme: SchemeId, on: Day
) -> Mapping[SubjectId, tuple[str, ...]]:
    """The grades that cases put in effect on a day; an entry that is over is not among them."""
    found: dict[SubjectId, list[str]] = defaultdict(list)
    for state in states_of(events).values():
        facts = state.facts
        if facts.kind == "grade" and facts.scheme == scheme and state.serves_on(on):
            found[facts.subject].append(facts.grade)
    return {subject: tuple(grades) for subject, grades in found.items()}
