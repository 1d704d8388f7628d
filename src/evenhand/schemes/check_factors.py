"""Do the parts of a factor fit each other: fading and window, giving back, shares, leasts, components?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import Day, Span
from evenhand.schemes.check_scale import at
from evenhand.schemes.part_findings import (
    CAP_BELOW_NOTHING,
    FACTOR_IN_TWO_COMPONENTS,
    FADE_OUT_OF_ORDER,
    FADE_OUTLIVES_WINDOW,
    FADE_WITHOUT_WINDOW,
    LEAST_ABOVE_MOST,
    MENDED_IN_FAVOUR,
    MENDED_OUT_OF_ORDER,
    PART_NAMED_TWICE,
    SHARE_OF_ONE_RECORD,
)
from evenhand.schemes.reach import (
    Bound,
    Path,
    greatest_of_component,
    greatest_points,
    has_values,
    is_adverse,
)
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import (
    Caps,
    Dated,
    Deadline,
    Factor,
    Limits,
    LinearFade,
    Mended,
    Scheme,
    SharePoints,
    StepFade,
)
from evenhand.sources.catalogue import Catalogue

Check: TypeAlias = Callable[[Scheme, Catalogue], Iterator[Finding]]

SOME_DAY: Final = Day(2001, 1, 1)
"""Lengths of time are compared back from this day."""

_NAMES: Final = {"factor": "指标", "component": "部分", "total": "合计"}


def check_fading(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """Weights by age follow each other and lie inside the window; linear fading has one."""
    exposure = scheme.scale.exposure
    if exposure is not None and exposure.fade is not None:
        yield from _steps(scheme, exposure.fade, exposure.within, ("score", "exposure", "fade"))
    for index, factor in enumerate(scheme.factors):
        path: Path = ("factors", index, "fade")
        if isinstance(factor.fade, StepFade):
            yield from _steps(scheme, factor.fade, factor.within, path)
        elif isinstance(factor.fade, LinearFade) and factor.within is None:
            yield at(scheme, FADE_WITHOUT_WINDOW, *path, read=factor.factor)


def _steps(scheme: Scheme, fade: StepFade, within: Span | None, path: Path) -> Iterator[Finding]:
    for place, step in enumerate(fade.steps):
        to: Path = (*path, "steps", place, "to")
        before = fade.steps[place - 1].until if place else None
        if before is not None and not _longer(step.until, before):
            yield at(scheme, FADE_OUT_OF_ORDER, *to, read=step.until, allowed=before)
        if within is not None and _longer(step.until, within):
            yield at(scheme, FADE_OUTLIVES_WINDOW, *to, read=step.until, allowed=within)


def _longer(one: Span, other: Span) -> bool:
    return one.before(SOME_DAY) < other.before(SOME_DAY)


def check_shares(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A share is one sum over its window: nothing is chosen, fades or is given back in it."""
    for index, factor in enumerate(scheme.factors):
        if isinstance(factor.points, SharePoints):
            for path in _of_single_records(factor):
                at_part = ("factors", index, *path)
                said = path[-1]
                yield at(scheme, SHARE_OF_ONE_RECORD, *at_part, read=factor.factor, allowed=said)


def _of_single_records(factor: Factor) -> Iterator[Path]:
    """The parts of a factor that speak of single records or of periods."""
    if factor.counting != "each":
        yield ("counting",)
    if factor.fade is not None:
        yield ("fade",)
    if factor.mended is not None:
        yield ("mended",)
    yield from (("at_most", name) for name in _periods(factor.at_most))


def _periods(caps: Caps) -> Iterator[str]:
    for limits in (caps, caps.gains, caps.losses):
        if limits is not None:
            yield from _periods_of(limits)


def _periods_of(limits: Limits) -> Iterator[str]:
    caps: tuple[tuple[str, object], ...] = (
        ("per_day", limits.per_day),
        ("per_month", limits.per_month),
        ("per_year", limits.per_year),
        ("rolling", limits.rolling),
    )
    yield from (name for name, cap in caps if cap is not None)


def check_mending(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """Whoever mends sooner gets more back, and only of what was lost."""
    for index, factor in enumerate(scheme.factors):
        if factor.mended is None:
            continue
        path: Path = ("factors", index, "mended")
        if not is_adverse(factor, scheme.scale):
            yield at(scheme, MENDED_IN_FAVOUR, *path, read=factor.factor)
        for place in _out_of_order(factor.mended):
            earlier, later = (factor.mended.gives_back[p].by for p in (place - 1, place))
            values = {"read": factor.factor, "later": later, "earlier": earlier}
            yield at(scheme, MENDED_OUT_OF_ORDER, *path, "gives_back", place, **values)


def _out_of_order(mended: Mended) -> Iterator[int]:
    for place in range(1, len(mended.gives_back)):
        earlier, later = mended.gives_back[place - 1 : place + 1]
        if later.share >= earlier.share or _surely_no_later(later.by, earlier.by):
            yield place


def _surely_no_later(one: Deadline, other: Deadline) -> bool:
    """Say whether a deadline never lies after another, whatever the day of the wrong."""
    if isinstance(one, Span) and isinstance(other, Span):
        return not _longer(one, other)
    if isinstance(one, Span) or isinstance(other, Span):
        return False  # it depends on the day of the year
    return one in (other, "year_end")


def check_leasts(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A least lies below the most that can be had; a cap is not below zero."""
    on = scheme.in_force.start
    for index, part in enumerate(scheme.components):
        caps = () if part.at_most is None else part.at_most.history
        for cap in sorted({value for _, value in caps if value < 0})[:1]:
            path: Path = ("components", index, "at_most")
            yield at(scheme, CAP_BELOW_NOTHING, *path, read=part.component, cap=decimal_text(cap))
    if not has_values(scheme):
        return
    leasts: list[tuple[Path, str, Dated | None, Bound]] = [
        (("factors", i), f.factor, f.at_least, greatest_points(replace(f, at_least=None), on))
        for i, f in enumerate(scheme.factors)
    ]
    leasts += [
        (("components", i), c.component, c.at_least, greatest_of_component(c, scheme, on))
        for i, c in enumerate(scheme.components)
    ]
    for path, name, least, most in leasts:
        if least is not None and most is not None and least.on(on) >= most:
            values = {"least": decimal_text(least.on(on)), "allowed": decimal_text(most)}
            yield at(scheme, LEAST_ABOVE_MOST, *path, "at_least", read=name, **values)


def check_components(scheme: Scheme, _: Catalogue) -> Iterator[Finding]:
    """A factor belongs to one component, and no two parts have one name."""
    owner: dict[str, str] = {}
    for index, part in enumerate(scheme.components):
        for place, name in enumerate(part.of):
            if name in owner:
                path: Path = ("components", index, "of", place)
                values = {"first": owner[name], "allowed": part.component}
                yield at(scheme, FACTOR_IN_TWO_COMPONENTS, *path, read=name, **values)
            owner.setdefault(name, part.component)
    named: list[tuple[str, str, Path]] = [
        *((f.factor, "factor", ("factors", i)) for i, f in enumerate(scheme.factors)),
        *((c.component, "component", ("components", i)) for i, c in enumerate(scheme.components)),
        *((t.total, "total", ("totals", i)) for i, t in enumerate(scheme.totals)),
    ]
    kinds: dict[str, str] = {}
    for name, kind, path in named:
        first = kinds.setdefault(name, kind)
        if first != kind:
            words = {"first_zh": _NAMES[first], "then_zh": _NAMES[kind]}
            words |= {"first_en": first, "then_en": kind}
            yield at(scheme, PART_NAMED_TWICE, *path, kind, read=name, **words)


FACTOR_CHECKS: Final[tuple[Check, ...]] = (
    check_fading,
    check_shares,
    check_mending,
    check_leasts,
    check_components,
)
