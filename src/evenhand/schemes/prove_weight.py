"""The weight that age leaves a record's points, worked out for one record at a time.

Apart from the table of ages that plans read, and held against it by the worked examples.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, localcontext

from evenhand.kernel.periods import Day, Span
from evenhand.schemes.scheme import Fade, LinearFade, StepFade


def weight_of(fade: Fade, within: Span | None, day: Day, on: Day) -> tuple[int, int]:
    """What is left of points of a day: so many times over so many."""
    if isinstance(fade, StepFade):
        left = (step.times for step in fade.steps if day > step.until.before(on))
        return next(left, 0), 1000
    if isinstance(fade, LinearFade):
        if within is None:
            return 1, 1
        opens = within.before(on)
        return (day - opens).days, (on - opens).days
    with localcontext() as context:
        context.prec = 50
        half = Decimal((on - fade.half_life.before(on)).days)
        left_of_a_million = Decimal(10**6) * Decimal(2) ** (-Decimal((on - day).days) / half)
        return int(left_of_a_million.to_integral_value(ROUND_HALF_EVEN)), 10**6
