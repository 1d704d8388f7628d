"""Claims about the scale: the range of points, bands without a gap, what taking part can cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import z3

from evenhand.kernel.periods import Day
from evenhand.kernel.text import Text
from evenhand.schemes.floor_persons import PERSONS
from evenhand.schemes.prove_factor import Placed
from evenhand.schemes.prove_findings import (
    BAND_NEVER_REACHED,
    BANDS_GAP,
    NOT_BACK_AT_BASE,
    OUT_OF_RANGE,
    WORSE_FOR_TAKING_PART,
)
from evenhand.schemes.prove_proof import NO_ANSWER, Proof, Property
from evenhand.schemes.prove_score import (
    NOT_GRADED,
    band_of,
    bounded,
    score,
    with_components,
    worst_first,
)
from evenhand.schemes.prove_solver import Term
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import Scheme
from evenhand.schemes.verdict import Claim


def range_claims(proof: Proof) -> Iterator[Claim]:
    """Every claim about the scale."""
    yield _in_range(proof)
    yield _back_at_base(proof)
    if proof.scheme.subjects in PERSONS:
        yield _taking_part(proof)
    if proof.scheme.grades:
        yield _bands(proof)


def _persons(scheme: Scheme) -> bool:
    return scheme.subjects in PERSONS


def _in_range(proof: Proof) -> Claim:
    scheme = proof.scheme
    persons = _persons(scheme)
    says = Text(
        zh="分数总在写明的范围内" + ("，从不低于起点。" if persons else "。"),
        en="Points stay in the range that is stated"
        + (", and never below the base." if persons else "."),
    )
    of = Property("points-in-range", "RF-2" if persons else "", says)
    for on in proof.days:
        points, _, held = _reachable(proof, on)
        if proof.budget.ask(*held, _outside(scheme, points, on)).never:
            continue
        low, high = _range(scheme, on)
        ends = [decimal_text(end) if end is not None else "…" for end in (low, high)]
        finding = proof.finding(OUT_OF_RANGE, "score", allowed=" – ".join(ends))
        search = proof.search()
        shown = search.one_run(proof.types(), partial(_leaves, scheme, search.on))
        return of.beyond(NO_ANSWER) if shown is None else of.refuted(finding, shown=shown)
    return of.proved()


def _range(scheme: Scheme, on: Day) -> tuple[int | None, int | None]:
    scale = scheme.scale
    floor = scale.floor.on(on) if scale.floor else None
    if _persons(scheme):
        floor = scale.base.on(on)
    return floor, scale.ceiling.on(on) if scale.ceiling else None


def _outside(scheme: Scheme, points: Term, on: Day) -> Term:
    low, high = _range(scheme, on)
    out = [z3.BoolVal(False)]
    out += [points < low] if low is not None else []
    out += [points > high] if high is not None else []
    return z3.Or(out)


def _leaves(scheme: Scheme, on: Day, run: Sequence[Placed]) -> list[Term]:
    return [_outside(scheme, score(scheme, run, on).points, on)]


def newcomer(scheme: Scheme, on: Day) -> tuple[Term, Term]:
    """The points and the grade of somebody without any record."""
    scored = score(scheme, (), on)
    return scored.points, scored.grade


def _back_at_base(proof: Proof) -> Claim:
    scheme = proof.scheme
    persons = _persons(scheme)
    of = Property(
        "back-at-base",
        "RF-12",
        Text(
            zh="最长窗口内没有信息，一切回到起点" + ("。" if persons else "，或对主体更有利。"),
            en="After the longest window without records everything is back at the base"
            + ("." if persons else ", or better for the subject."),
        ),
    )
    for on in proof.days:
        points, _ = newcomer(scheme, on)
        base = scheme.scale.base.on(on)
        higher = scheme.scale.better == "higher"
        away = points != base if persons else points < base if higher else points > base
        answer = proof.budget.ask(away)
        if not answer.never:
            read = (
                decimal_text(answer.model.eval(points).as_long())
                if answer.model is not None
                else "?"
            )
            finding = proof.finding(
                NOT_BACK_AT_BASE, "score", "base", read=read, allowed=decimal_text(base)
            )
            search = proof.search()
            shown = search.one_run((), lambda _: [])
            return of.refuted(finding, shown=shown)
    return of.proved()


def _taking_part(proof: Proof) -> Claim:
    scheme = proof.scheme
    of = Property(
        "taking-part",
        "RF-2",
        Text(
            zh="参加从不比不参加差：分数、等级和激励都不低于没有信息的新加入者。",
            en="Taking part is never worse than not: no points, grade or benefit below a newcomer's.",
        ),
    )
    if all(_never_below(proof, on) for on in proof.days):
        return of.proved()
    search = proof.search()
    points, grade = newcomer(scheme, search.on)
    higher = scheme.scale.better == "higher"

    def wrong(run: Sequence[Placed]) -> list[Term]:
        scored = score(scheme, run, search.on)
        worse = scored.points < points if higher else scored.points > points
        return [z3.Or(worse, scored.grade < grade)]

    shown = search.one_run(proof.types(), wrong)
    if shown is None:
        return of.beyond(NO_ANSWER)
    read = shown.records[0].type if shown.records else scheme.scheme
    return of.refuted(proof.finding(WORSE_FOR_TAKING_PART, "score", read=read), shown=shown)


def _never_below(proof: Proof, on: Day) -> bool:
    scheme = proof.scheme
    totals, held = proof.any_totals(on, "any")
    earned, of = with_components(scheme, totals, on)
    points = bounded(scheme, earned, on)
    band = band_of(scheme, points, of)
    least, grade = newcomer(scheme, on)
    worse = points < least if scheme.scale.better == "higher" else points > least
    if not proof.budget.ask(*held, z3.Or(worse, band < grade)).never:
        return False
    names = {g.grade: place for place, g in enumerate(worst_first(scheme), 1)}
    lowest = [names.get(d.grade or "", NOT_GRADED) for d in scheme.direct]
    lowest += [names[ceiling.not_above] for ceiling in scheme.ceilings]
    return all(proof.budget.ask(grade > number).never for number in lowest)


def _bands(proof: Proof) -> Claim:
    scheme = proof.scheme
    of = Property(
        "bands-whole",
        "",
        Text(
            zh="每个可能的分数恰有一个等级。",
            en="Every number of points that can occur has exactly one grade: no gap, no overlap.",
        ),
    )
    if scheme.scale.peers is not None:
        return of.proved(
            because=Text(
                zh="名次在 0 和 100 之间，对名次本身不作断言。",
                en="Bands are of percentiles from 0 to 100; nothing is claimed of the percentile itself.",
            )
        )
    warnings = []
    for on in proof.days:
        points, of_parts, held = _reachable(proof, on)
        band = band_of(scheme, points, of_parts)
        answer = proof.budget.ask(*held, band == NOT_GRADED)
        if not answer.never:
            return _gap(proof, of)
        for place, grade in enumerate(worst_first(scheme), 1):
            if proof.budget.ask(*held, band == place).never:
                index = scheme.grades.index(grade)
                warnings.append(
                    proof.finding(BAND_NEVER_REACHED, "grades", index, read=grade.grade)
                )
    everywhere = {one for one in warnings if warnings.count(one) == len(proof.days)}
    return of.proved(*sorted(everywhere, key=lambda f: f.place))


def _reachable(proof: Proof, on: Day) -> tuple[Term, dict[str, Term], list[Term]]:
    """Points and totals that any records may lead to; a ratio to exposure may be anything."""
    totals, held = proof.any_totals(on, "any")
    earned, of_parts = with_components(proof.scheme, totals, on)
    if proof.scheme.scale.exposure is not None:
        ratio = z3.Int("ratio")
        held += [z3.Implies(earned >= 0, ratio >= 0), z3.Implies(earned <= 0, ratio <= 0)]
        earned = ratio
    return bounded(proof.scheme, earned, on), of_parts, held


def _gap(proof: Proof, of: Property) -> Claim:
    scheme = proof.scheme
    search = proof.search()

    def wrong(run: Sequence[Placed]) -> list[Term]:
        scored = score(scheme, run, search.on)
        return [band_of(scheme, scored.points, scored.totals) == NOT_GRADED]

    shown = search.one_run(proof.types(), wrong)
    if shown is None:
        return of.beyond(NO_ANSWER)
    return of.refuted(proof.finding(BANDS_GAP, "grades", read="…"), shown=shown)
