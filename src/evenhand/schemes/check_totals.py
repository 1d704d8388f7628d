"""Do the greatest points of a sheet's rows add up to the totals that it states?"""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.kernel.findings import Finding
from evenhand.schemes.check_scale import at
from evenhand.schemes.reach import greatest_points, numbers_of
from evenhand.schemes.rule_findings import TOTAL_DIFFERS, TOTAL_OPEN
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import Factor, Scheme
from evenhand.sources.catalogue import Catalogue


def check_totals(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """Add up each total from its factors and the totals before it."""
    on = scheme.in_force.start
    known: dict[str, int | None] = {
        factor.factor: greatest_points(factor, on) if _has_values(factor, scheme) else None
        for factor in scheme.factors
    }
    for index, total in enumerate(scheme.totals):
        parts = [known.get(part) for part in total.of]
        sums = [part for part in parts if part is not None]
        for place, (name, part) in enumerate(zip(total.of, parts, strict=True)):
            if part is None:
                path = ("totals", index, "of", place)
                yield at(scheme, TOTAL_OPEN, *path, read=total.total, part=name)
        known[total.total] = total.adds_up_to
        if len(sums) == len(parts) and sum(sums) != total.adds_up_to:
            yield at(
                scheme,
                TOTAL_DIFFERS,
                *("totals", index, "adds_up_to"),
                read=total.total,
                allowed=decimal_text(total.adds_up_to),
                sum=decimal_text(sum(sums)),
            )


def _has_values(factor: Factor, scheme: Scheme) -> bool:
    numbers = [*numbers_of(factor.points), factor.at_most.in_all]
    return all(n is None or n.history[0][0] <= scheme.in_force.start for n in numbers)
