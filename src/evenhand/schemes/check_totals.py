"""Do the greatest points of a sheet's rows add up to the totals that it states?"""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.kernel.findings import Finding
from evenhand.schemes.check_scale import at
from evenhand.schemes.reach import (
    greatest_of_component,
    greatest_points,
    has_values,
)
from evenhand.schemes.rule_findings import TOTAL_DIFFERS, TOTAL_OPEN
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import Scheme
from evenhand.sources.catalogue import Catalogue


def check_totals(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """Add up each total from its factors, its components and the totals before it."""
    if not has_values(scheme):
        return
    on = scheme.in_force.start
    known = {factor.factor: greatest_points(factor, on) for factor in scheme.factors}
    known |= {c.component: greatest_of_component(c, scheme, on) for c in scheme.components}
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
