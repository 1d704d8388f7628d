"""Claims about direction: what is good never harms, what is bad never helps, milder is never worse.

Two runs are compared: any records, and the same with one record more, or with a milder one in place of
another. Factor by factor the lemmas say what that does to totals; then the solver shows that greater
totals never give fewer points or a worse band.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import z3

from evenhand.kernel.periods import Day
from evenhand.kernel.text import Text
from evenhand.schemes.floor_persons import PERSONS
from evenhand.schemes.prove_factor import Placed
from evenhand.schemes.prove_findings import BAD_RECORD_RAISES, GOOD_RECORD_LOWERS, MILDER_WORSE
from evenhand.schemes.prove_points import counts, favour, worth
from evenhand.schemes.prove_proof import NO_ANSWER, Proof, Property, all_looks
from evenhand.schemes.prove_record import SymbolicRecord
from evenhand.schemes.prove_score import (
    Scored,
    band_of,
    bounded,
    score,
    with_components,
    worst_first,
)
from evenhand.schemes.prove_solver import Term
from evenhand.schemes.scheme import Factor, Look, Scheme, SharePoints
from evenhand.schemes.values import KIND, SEVERITY
from evenhand.schemes.verdict import Claim, Shown
from evenhand.sources.catalogue import TypeRule

NOT_OF_RATIOS = Text(
    zh="对按比例计分、按机会折算和同类比较的指标不作断言。",
    en="Not claimed of shares, of ratios to exposure and of percentiles among peers.",
)


def direction_claims(proof: Proof) -> Iterator[Claim]:
    """Every claim about direction."""
    if proof.scheme.subjects in PERSONS:
        yield _one_more(proof, helps=True)
        yield _one_more(proof, helps=False)
    else:
        yield _milder(proof)


def _one_more(proof: Proof, *, helps: bool) -> Claim:
    if helps:
        name, kind = "good-never-lowers", GOOD_RECORD_LOWERS
        says = Text(
            zh="多一条有利的信息从不降低分数、等级或激励。",
            en="One favourable record more never lowers points, grade or benefits.",
        )
    else:
        name, kind = "bad-never-raises", BAD_RECORD_RAISES
        says = Text(
            zh="多一条不利的信息从不提高分数、等级或激励。",
            en="One adverse record more never raises points, grade or benefits.",
        )
    of = Property(name, "RF-2", says)
    open_: list[Factor] = [
        factor
        for factor in proof.scheme.factors
        if not all(_keeps(proof, factor, on, helps=helps) for on in proof.days)
    ]
    whole = all(_order_kept(proof, on) for on in proof.days)
    looks = _looks_keep_order(proof, helps=helps)
    if not open_ and whole and looks:
        return of.proved()
    for factor in open_ or proof.scheme.factors:
        shown = _shown_by_one_more(proof, factor, helps=helps)
        if shown is not None:
            index = proof.scheme.factors.index(factor)
            finding = proof.finding(kind, "factors", index, read=factor.factor)
            return of.refuted(finding, shown=shown)
    return of.beyond(NO_ANSWER)


def _keeps(proof: Proof, factor: Factor, on: Day, *, helps: bool) -> bool:
    lemmas = proof.lemmas(on)
    return lemmas.adding(factor, helps=helps) and (not helps or lemmas.mending(factor))


def _order_kept(proof: Proof, on: Day) -> bool:
    """Whether totals that are no worse never give worse points or a worse band."""
    scheme = proof.scheme
    before, held = proof.any_totals(on, "before")
    after, more = proof.any_totals(on, "after")
    held = [*held, *more, *(favour(after[n] - before[n], scheme) >= 0 for n in before)]
    found = []
    for totals in (before, after):
        earned, of = with_components(scheme, totals, on)
        points = bounded(scheme, earned, on)
        found.append((points, band_of(scheme, points, of)))
    (points, band), (then, band_then) = found
    return (
        proof.budget.ask(*held, favour(then - points, scheme) < 0).never
        and proof.budget.ask(*held, band_then < band).never
    )


def _looks_keep_order(proof: Proof, *, helps: bool) -> bool:
    """Whether direct grades and ceilings move the right way with one record more."""
    scheme = proof.scheme
    bands = [grade.grade for grade in worst_first(scheme)]
    good = bands[-1:] if helps else bands[:1]
    for direct in scheme.direct:
        simple = all(look.of == "any" and look.fewer_than is None for look in direct.looks)
        if simple and direct.grade in good:
            continue
        if any(_touched(proof, look, helps=helps) for look in direct.looks):
            return False
    for ceiling in scheme.ceilings:
        for look in ceiling.looks:
            lifts = look.fewer_than is not None
            safe = look.of == "any" and lifts == helps
            if not safe and _touched(proof, look, helps=helps):
                return False
    return True


def _touched(proof: Proof, look: Look, *, helps: bool) -> bool:
    """Whether a record that helps (hurts) may meet a look, or be the latest of those it looks at."""
    scheme, on = proof.scheme, proof.days[-1]
    rule = proof.catalogue.types[look.record]
    of = SymbolicRecord(rule, "touched")
    met = [*of.rules(), of.meets_all(look.among)]
    if look.of == "any":
        met.append(of.meets_all(look.where))
    factors = [factor for factor in scheme.factors if factor.counts == look.record]
    if not factors:
        return rule.adverse != helps and not proof.budget.ask(*met).never
    own = [_sided(of, factor, scheme, on, helps=helps) for factor in factors]
    return not proof.budget.ask(*met, z3.Or(own)).never


def _sided(of: SymbolicRecord, factor: Factor, scheme: Scheme, on: Day, *, helps: bool) -> Term:
    """That a record counts under a factor, for its subject or against."""
    own = favour(worth(of, factor, scheme, on), scheme)
    return z3.And(counts(of, factor), own > 0 if helps else own < 0)


def _worse(scheme: Scheme, before: Scored, after: Scored) -> Term:
    """That points or grade of the second are worse than those of the first."""
    return z3.Or(favour(after.points - before.points, scheme) < 0, after.grade < before.grade)


def _shown_by_one_more(proof: Proof, factor: Factor, *, helps: bool) -> Shown | None:
    scheme, search = proof.scheme, proof.search()
    same = [one for one in scheme.factors if one.counts == factor.counts]

    def wrong(first: Sequence[Placed], second: Sequence[Placed], more: Placed) -> list[Term]:
        before, after = (score(scheme, run, search.on) for run in (first, second))
        never = [
            z3.Not(_sided(more.record, one, scheme, search.on, helps=not helps)) for one in same
        ]
        some = z3.Or([_sided(more.record, one, scheme, search.on, helps=helps) for one in same])
        bad = _worse(scheme, before, after) if helps else _worse(scheme, after, before)
        return [*never, some, bad]

    for types in ([factor.counts], proof.types()):
        shown = search.two_runs(types, factor.counts, wrong)
        if shown is not None:
            return shown
    return None


def _milder(proof: Proof) -> Claim:
    scheme = proof.scheme
    of = Property(
        "milder-never-worse",
        "RF-8",
        Text(
            zh="同一天以较轻的信息代替，从不使结果变差。",
            en="A milder record of the same day in place of another never worsens a standing.",
        ),
    )
    ratios = scheme.scale.exposure is not None or scheme.scale.peers is not None
    shares = any(isinstance(factor.points, SharePoints) for factor in scheme.factors)
    if ratios:
        return of.proved(because=NOT_OF_RATIOS)
    for place, factor in enumerate(scheme.factors):
        if isinstance(factor.points, SharePoints):
            continue
        rule = proof.catalogue.types[factor.counts]
        shown = _harsher_for_milder(proof, rule)
        if shown is not None:
            finding = proof.finding(MILDER_WORSE, "factors", place, read=factor.factor)
            return of.refuted(finding, shown=shown)
        if not all(proof.lemmas(on).replacing(factor) for on in proof.days):
            return of.beyond(_not_replaced(factor))
    if not all(_order_kept(proof, on) for on in proof.days):
        return of.beyond(NO_ANSWER)
    return of.proved(because=NOT_OF_RATIOS if shares else None)


def _not_replaced(factor: Factor) -> Text:
    return Text(
        zh=f"指标“{factor.factor}”的计数方式使较轻的信息可能占去较重信息的位置。",
        en=f'Under "{factor.factor}" a record that is worth less may take the place of another.',
    )


def _harsher_for_milder(proof: Proof, rule: TypeRule) -> Shown | None:
    """A record of a type and a milder one, where some factor or look treats the milder one worse."""
    if not rule.adverse or len({article.severity for article in rule.articles}) < 2:
        return None
    scheme, on = proof.scheme, proof.search().on
    harsh, mild = SymbolicRecord(rule, "harsh"), SymbolicRecord(rule, "mild")
    held = [*harsh.rules(), *mild.rules(), *mild.same_fields(harsh)]
    held += [harsh.present(SEVERITY), mild.present(SEVERITY)]
    held.append(mild.value(SEVERITY) < harsh.value(SEVERITY))
    if _reads_kind(scheme, rule):
        held.append(mild.value(KIND) == harsh.value(KIND))
    wrong = []
    for factor in scheme.factors:
        if factor.counts == rule.type:
            own, other = (
                z3.If(counts(of, factor), worth(of, factor, scheme, on), z3.IntVal(0))
                for of in (harsh, mild)
            )
            wrong.append(favour(other - own, scheme) < 0)
    for look in all_looks(scheme):
        if look.record == rule.type and look.fewer_than is None and look.of == "any":
            meets = [of.meets_all((*look.among, *look.where)) for of in (harsh, mild)]
            wrong.append(z3.And(meets[1], z3.Not(meets[0])))
    answer = proof.budget.ask(*held, z3.Or([z3.BoolVal(False), *wrong]))
    if answer.model is None:
        return None
    return Shown(on, (harsh.shown(answer.model, on),), (mild.shown(answer.model, on),))


def _reads_kind(scheme: Scheme, rule: TypeRule) -> bool:
    """Whether the scheme tells records of the type apart by the kind of conduct."""
    tests = [c for f in scheme.factors if f.counts == rule.type for c in (*f.where, *f.unless)]
    tests += [
        c
        for look in all_looks(scheme)
        if look.record == rule.type
        for c in (*look.where, *look.among)
    ]
    tabled = any(
        getattr(f.points, "field", "") == KIND for f in scheme.factors if f.counts == rule.type
    )
    return tabled or any(condition.field == KIND for condition in tests)
