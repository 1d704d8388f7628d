"""Claims about ends: every contribution against somebody is over one day, whatever fades before.

A window of months is shorter than so many times 31 days, whichever day is asked about: the solver shows
for any two days that what lies further back is outside, and a record outside its window adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import Span
from evenhand.kernel.text import Text
from evenhand.schemes.prove_findings import NEVER_ENDS
from evenhand.schemes.prove_points import counts, favour, worth
from evenhand.schemes.prove_proof import NO_ANSWER, Proof, Property
from evenhand.schemes.prove_record import SymbolicRecord
from evenhand.schemes.prove_score import NOT_GRADED, worst_first
from evenhand.schemes.prove_search import oldest
from evenhand.schemes.scheme import Factor
from evenhand.schemes.verdict import Claim, Shown


def end_claims(proof: Proof) -> Iterator[Claim]:
    """Every claim about ends."""
    yield _contributions_end(proof)
    yield _grades_end(proof)


def _contributions_end(proof: Proof) -> Claim:
    of = Property(
        "contributions-end",
        "RF-12",
        Text(
            zh="每个不利的分数都有终期：窗口之外的每一天都是零。",
            en="Every contribution against somebody ends: it is nothing on each day beyond its window.",
        ),
    )
    findings: list[Finding] = []
    shown: Shown | None = None
    for index, factor in enumerate(proof.scheme.factors):
        if not proof.signs(factor).may_hurt:
            continue
        if factor.within is None:
            findings.append(proof.finding(NEVER_ENDS, "factors", index, read=factor.factor))
            shown = shown or _still_counts(proof, factor)
        elif not closes(proof, factor.within):
            return of.beyond(NO_ANSWER)
    return of.refuted(*findings, shown=shown) if findings else of.proved()


def closes(proof: Proof, window: Span) -> bool:
    """Whether for any day asked about what lies further back than the window can be is outside."""
    asked, happened, opens = z3.Ints("asked happened opens")
    if window.unit == "day":
        shortest = longest = window.count
    else:
        shortest, longest = window.months * 28, window.months * 31
    back = [asked - opens >= shortest, asked - opens <= longest]
    return proof.budget.ask(*back, happened <= asked - longest, happened > opens).never


def _still_counts(proof: Proof, factor: Factor) -> Shown | None:
    """A record that still counts against its subject on the last day on which the register has it."""
    scheme, search = proof.scheme, proof.search()
    rule = proof.catalogue.types[factor.counts]
    of = SymbolicRecord(rule, "old")
    own = favour(worth(of, factor, scheme, search.on), scheme)
    answer = proof.budget.ask(*of.rules(), of.complete(), counts(of, factor), own < 0)
    if answer.model is None:
        return None
    return Shown(search.on, (of.shown(answer.model, oldest(search.on, rule)),))


def _grades_end(proof: Proof) -> Claim:
    scheme = proof.scheme
    of = Property(
        "direct-grades-end",
        "RF-12",
        Text(
            zh="因信息直接定下或压低的等级都有终期。",
            en="No grade that records give or hold down by themselves lasts for ever.",
        ),
    )
    best = worst_first(scheme)[-1].grade if scheme.grades else NOT_GRADED
    findings: list[Finding] = []
    shown: Shown | None = None
    named = [("direct_grades", i, d.grade, d.looks) for i, d in enumerate(scheme.direct)]
    named += [("ceilings", i, c.not_above, c.looks) for i, c in enumerate(scheme.ceilings)]
    for part, index, grade, looks in named:
        windows = [look.within for look in looks if look.within is not None]
        by_records = [look for look in looks if look.fewer_than is None]
        endless = bool(by_records) and all(look.within is None for look in by_records)
        if endless and grade != best:
            findings.append(proof.finding(NEVER_ENDS, part, index, read=grade or "not_graded"))
            look = by_records[0]
            rule, on = proof.catalogue.types[look.record], proof.search().on
            old = SymbolicRecord(rule, "old")
            met = old.meets_all((*look.among, *look.where))
            answer = proof.budget.ask(*old.rules(), old.complete(), met)
            if answer.model is not None and shown is None:
                shown = Shown(on, (old.shown(answer.model, oldest(on, rule)),))
        elif not all(closes(proof, window) for window in windows):
            return of.beyond(NO_ANSWER)
    return of.refuted(*findings, shown=shown) if findings else of.proved()
