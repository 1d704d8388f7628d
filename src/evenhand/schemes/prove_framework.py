"""Claims about a local scheme and its framework: it may narrow the framework, never widen it.

For any record the solver compares what it costs under both; conditions of black lists are shown to
imply those of the framework's list on the same topic. What is finite (lengths, days, names of closed
catalogues) is compared one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import z3

from evenhand.kernel.findings import Finding
from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import ONE_DAY, Day, Span
from evenhand.kernel.text import Text
from evenhand.schemes.prove_findings import FRAMEWORK_ABSENT, FRAMEWORK_WIDENED
from evenhand.schemes.prove_lemmas import Lemmas
from evenhand.schemes.prove_points import counts, favour, worth
from evenhand.schemes.prove_proof import Proof, Property, all_looks
from evenhand.schemes.prove_record import SymbolicRecord
from evenhand.schemes.prove_solver import Term
from evenhand.schemes.reach import Path
from evenhand.schemes.scheme import (
    Condition,
    Factor,
    ListRule,
    OnAccumulation,
    OnGradeHeld,
    OnRecord,
    Scheme,
)
from evenhand.schemes.verdict import Claim, Shown

_SOME_DAY = Day(2001, 1, 1)


@dataclass(frozen=True, slots=True)
class Widening:
    """One way in which a local scheme goes beyond its framework."""

    path: Path
    said: Text
    shown: Shown | None = None


def framework_claims(proof: Proof, frameworks: Mapping[tuple[str, str], Scheme]) -> Iterator[Claim]:
    """The claim that a scheme narrows its framework; none for a scheme without one."""
    named = proof.scheme.framework
    if named is None:
        return
    of = Property(
        "framework-narrowed",
        "",
        Text(
            zh=f"本办法只收窄框架“{named.scheme} {named.version}”，从不放宽。",
            en=f'The scheme narrows its framework "{named.scheme} {named.version}", and never widens it.',
        ),
    )
    frame = frameworks.get((named.scheme, named.version))
    if frame is None:
        hand = "; ".join(f"{name} {version}" for name, version in sorted(frameworks)) or "–"
        read = f"{named.scheme} {named.version}"
        yield of.refuted(proof.finding(FRAMEWORK_ABSENT, "framework", read=read, allowed=hand))
        return
    found = [*_points(proof, frame), *_types(proof, frame), *_lists(proof, frame)]
    found += _names(proof, frame)
    if not found:
        yield of.proved()
        return
    findings: list[Finding] = [
        proof.finding(FRAMEWORK_WIDENED, *one.path, zh=one.said.zh, en=one.said.en) for one in found
    ]
    yield of.refuted(*findings, shown=next((one.shown for one in found if one.shown), None))


def _points(proof: Proof, frame: Scheme) -> Iterator[Widening]:
    """No record costs more than under the framework, none for longer, not all together either."""
    scheme = proof.scheme
    on = proof.search().on
    theirs = Lemmas(frame, proof.catalogue, proof.budget, on)
    for type_ in dict.fromkeys(factor.counts for factor in scheme.factors):
        own = [(i, f) for i, f in enumerate(scheme.factors) if f.counts == type_]
        other = [f for f in frame.factors if f.counts == type_]
        record = SymbolicRecord(proof.catalogue.types[type_], "any")
        local = _cost(record, [f for _, f in own], scheme, on)
        allowed = _cost(record, other, frame, on)
        path: Path = ("factors", own[0][0], "points")
        answer = proof.budget.ask(*record.rules(), record.complete(), local < allowed)
        if not answer.never:
            shown = None
            if answer.model is not None:
                shown = Shown(on, (record.shown(answer.model, on - 5 * ONE_DAY),))
            yield Widening(
                path,
                Text(
                    zh=f"“{type_}”的一条信息扣分多于框架",
                    en=f'a record of "{type_}" costs more than under the framework',
                ),
                shown,
            )
            continue
        if proof.budget.ask(*record.rules(), local < 0).never:
            continue
        yield from _windows(type_, own, other)
        ours = [_side(proof.lemmas(on), f) for _, f in own]
        bounds = [_side(theirs, f) for f in other]
        known = [bound for bound in bounds if bound is not None]
        least = [bound for bound in ours if bound is not None]
        if len(known) == len(bounds) and (len(least) < len(ours) or sum(least) < sum(known)):
            yield Widening(
                (*path[:2], "at_most"),
                Text(
                    zh=f"“{type_}”合计可扣的分多于框架",
                    en=f'records of "{type_}" together can cost more than under the framework',
                ),
            )


def _cost(record: SymbolicRecord, factors: list[Factor], scheme: Scheme, on: Day) -> Term:
    """What one record counts against its subject under some factors, as a number of zero or less."""
    nothing = z3.IntVal(0)
    terms = [nothing]
    for factor in factors:
        own = favour(worth(record, factor, scheme, on), scheme)
        terms.append(z3.If(z3.And(counts(record, factor), own < 0), own, nothing))
    return z3.Sum(terms)


def _side(lemmas: Lemmas, factor: Factor) -> int | None:
    """The worst total of a factor for its subject, as a number that is lower when it is worse."""
    least, most = lemmas.bounds(factor)
    if lemmas.scheme.scale.better == "higher":
        return None if least is None else min(least, 0)
    return None if most is None else min(-most, 0)


def _windows(
    type_: RecordType, own: list[tuple[int, Factor]], other: list[Factor]
) -> Iterator[Widening]:
    longest = [factor.within for factor in other]
    if None in longest:
        return
    for index, factor in own:
        spans = [span for span in longest if span is not None]
        if factor.within is None or all(_longer(factor.within, span) for span in spans):
            yield Widening(
                ("factors", index, "within"),
                Text(
                    zh=f"“{type_}”计算的时间长于框架",
                    en=f'records of "{type_}" count for longer than under the framework',
                ),
            )


def _types(proof: Proof, frame: Scheme) -> Iterator[Widening]:
    """Only types that the framework counts or looks at are counted and looked at."""
    known = {factor.counts for factor in frame.factors}
    for index, factor in enumerate(proof.scheme.factors):
        if factor.counts not in known:
            yield Widening(
                ("factors", index, "counts"),
                Text(
                    zh=f"框架不计算“{factor.counts}”",
                    en=f'the framework does not count "{factor.counts}"',
                ),
            )
    looked = {look.record for look in all_looks(frame)}
    for index, direct in enumerate(proof.scheme.direct):
        for look in direct.looks:
            if look.record not in looked:
                yield Widening(
                    ("direct_grades", index),
                    Text(
                        zh=f"框架没有因“{look.record}”直接定级",
                        en=f'the framework gives no grade for "{look.record}" by itself',
                    ),
                )


def _lists(proof: Proof, frame: Scheme) -> Iterator[Widening]:
    for index, rule in enumerate(proof.scheme.lists):
        if rule.kind != "black":
            continue
        path: Path = ("lists", index)
        theirs = [r for r in frame.lists if r.kind == "black" and r.topic == rule.topic]
        if not theirs:
            said = Text(
                zh=f"框架没有“{rule.topic}”领域的严重失信主体名单",
                en=f'the framework has no black list on "{rule.topic}"',
            )
            yield Widening(path, said)
            continue
        for trigger in rule.enters_on:
            if not isinstance(trigger, OnGradeHeld):
                yield from _entry(proof, path, trigger, theirs)
        yield from _terms(path, rule, theirs)


def _entry(
    proof: Proof, path: Path, trigger: OnRecord | OnAccumulation, theirs: list[ListRule]
) -> Iterator[Widening]:
    """A record that enters the local list enters the framework's list on that topic."""
    record = SymbolicRecord(proof.catalogue.types[trigger.record], "any")
    wide: list[tuple[Condition, ...]] = []
    for other in (way for rule in theirs for way in rule.enters_on):
        if (isinstance(other, OnRecord) and other.record == trigger.record) or (
            isinstance(other, OnAccumulation)
            and isinstance(trigger, OnAccumulation)
            and (other.record, other.same) == (trigger.record, trigger.same)
            and trigger.times >= other.times
            and not _longer(trigger.within, other.within)
        ):
            wide.append(other.where)
    outside = [z3.Not(record.meets_all(where)) for where in wide]
    held = [*record.rules(), record.complete(), record.meets_all(trigger.where), *outside]
    answer = proof.budget.ask(*held)
    if answer.never:
        return
    times = trigger.times if isinstance(trigger, OnAccumulation) else 1
    on = proof.search().on
    shown = None
    if answer.model is not None:
        days = [on - (2 * (times - n) + 3) * ONE_DAY for n in range(times)]
        shown = Shown(on, tuple(record.shown(answer.model, day) for day in days))
    said = Text(
        zh=f"“{trigger.record}”可以列入这里，却不能列入框架的名单",
        en=f'records of "{trigger.record}" lead onto this list and not onto the framework\'s',
    )
    yield Widening(path, said, shown)


def _terms(path: Path, rule: ListRule, theirs: list[ListRule]) -> Iterator[Widening]:
    """Length, days to object, measures and purposes are within those of the framework's list."""
    if all(_longer(rule.lasts, other.lasts) for other in theirs):
        said = Text(zh="列入的时间长于框架", en="entries last longer than under the framework")
        yield Widening((*path, "lasts"), said)
    if rule.objection_days < min(other.objection_days for other in theirs):
        said = Text(zh="异议期短于框架", en="there are fewer days to object than in the framework")
        yield Widening((*path, "objection"), said)
    for part in ("measures", "purposes"):
        allowed = {name for other in theirs for name in getattr(other, part)}
        for place, name in enumerate(getattr(rule, part)):
            if name not in allowed:
                said = Text(
                    zh=f"框架的名单没有“{name}”", en=f'the framework\'s list has no "{name}"'
                )
                yield Widening((*path, part, place), said)


def _names(proof: Proof, frame: Scheme) -> Iterator[Widening]:
    """Benefits and the purposes of grades are within those of the framework."""
    benefits = {benefit.benefit for benefit in frame.benefits}
    named = [(("benefits", i), b.benefit) for i, b in enumerate(proof.scheme.benefits)]
    outside = [(path, name) for path, name in named if name not in benefits]
    purposes = enumerate(proof.scheme.grades_purposes)
    outside += [
        (("grades_purposes", place), name)
        for place, name in purposes
        if name not in frame.grades_purposes
    ]
    for path, name in outside:
        yield Widening(path, Text(zh=f"框架没有“{name}”", en=f'the framework has no "{name}"'))


def _longer(span: Span, other: Span) -> bool:
    return span.after(_SOME_DAY) > other.after(_SOME_DAY)
