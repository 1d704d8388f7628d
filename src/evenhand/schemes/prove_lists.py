"""Claims about black lists: what leads to an entry, of which domain, for how long.

They are settled for any record whose article the catalogue grades; one that it does not grade has no
severity. That the way onto a list reads no points is a matter of structure: no part of such a rule can
name a score, and the plan that finds entries has none (``schemes.passes.entering``).
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from evenhand.kernel.findings import Finding
from evenhand.kernel.periods import ONE_DAY
from evenhand.kernel.text import Text
from evenhand.schemes.check_scale import longer
from evenhand.schemes.floor_lists import FEWEST_TIMES, LONGEST_ACCUMULATION, LONGEST_ENTRY
from evenhand.schemes.prove_findings import ENTRY_TOO_LONG, LIST_TOO_WIDE
from evenhand.schemes.prove_proof import Proof, Property
from evenhand.schemes.prove_record import SymbolicRecord
from evenhand.schemes.prove_solver import Term
from evenhand.schemes.scheme import Condition, ListRule, OnAccumulation, OnGradeHeld, OnRecord
from evenhand.schemes.values import KIND, SEVERITIES, SEVERITY
from evenhand.schemes.verdict import Claim, Shown


def list_claims(proof: Proof) -> Iterator[Claim]:
    """Every claim about black lists; none where a scheme has none."""
    black = [(i, rule) for i, rule in enumerate(proof.scheme.lists) if rule.kind == "black"]
    yield _no_points(black)
    yield _entries(proof, black)
    yield _length(proof, black)


def _no_points(black: list[tuple[int, ListRule]]) -> Claim:
    of = Property(
        "lists-read-no-points",
        "RF-6",
        Text(
            zh="严重失信主体名单不读取分数和等级：任意改动分数，列入情形不变。",
            en="Black lists read no points and no grade: permuting all points changes no entry.",
        ),
        "structure",
    )
    on_grade = any(
        isinstance(trigger, OnGradeHeld) for _, rule in black for trigger in rule.enters_on
    )
    return of.refuted() if on_grade else of.proved()


def _entries(proof: Proof, black: list[tuple[int, ListRule]]) -> Claim:
    of = Property(
        "entries-in-proportion",
        "RF-8",
        Text(
            zh="列入须有本领域的一条严重信息，或同一种类、至少三次、24个月以内的轻微信息。",
            en="An entry rests on one serious record of its domain, or on minor ones of one kind, "
            "at least three, within at most 24 months.",
        ),
    )
    findings: list[Finding] = []
    shown: Shown | None = None
    for index, rule in black:
        for trigger in rule.enters_on:
            if isinstance(trigger, OnGradeHeld):
                continue
            wrong = _wrong_entry(proof, rule, trigger)
            if wrong is not None:
                findings.append(proof.finding(LIST_TOO_WIDE, "lists", index, read=rule.list))
                shown = shown or wrong
    return of.refuted(*dict.fromkeys(findings), shown=shown) if findings else of.proved()


def _wrong_entry(proof: Proof, rule: ListRule, trigger: OnRecord | OnAccumulation) -> Shown | None:
    """Records that lead to the list and must not; None when there are none."""
    if isinstance(trigger, OnRecord):
        serious = SEVERITIES.index("serious")
        return _enter(proof, rule, trigger, 1, lambda r: [r.value(SEVERITY) < serious])
    long = longer(trigger.within, LONGEST_ACCUMULATION)
    if trigger.times < FEWEST_TIMES or long:
        return _enter(proof, rule, trigger, trigger.times, lambda _: [])
    if trigger.same != KIND:
        return _enter(proof, rule, trigger, trigger.times, lambda _: [], kinds_differ=True)
    return _enter(proof, rule, trigger, trigger.times, lambda _: [z3.BoolVal(False)])


def _enter(
    proof: Proof,
    rule: ListRule,
    trigger: OnRecord | OnAccumulation,
    times: int,
    wrong: object,
    *,
    kinds_differ: bool = False,
) -> Shown | None:
    """Records that meet a way onto a list, of another domain or wrong in the way asked for."""
    of_type = proof.catalogue.types[trigger.record]
    on = proof.search().on
    records = [SymbolicRecord(of_type, f"r{place}") for place in range(max(times, 1))]
    held: list[Term] = []
    for record in records:
        held += [*record.rules(), record.meets_all(trigger.where), record.complete()]
        held.append(record.present(SEVERITY))
    if of_type.domain == rule.topic:
        held += wrong(records[0])  # type: ignore[operator]
    if isinstance(trigger, OnAccumulation):
        held += [one.value(trigger.same) == records[0].value(trigger.same) for one in records]
        if kinds_differ and len(records) > 1:
            held.append(records[1].value(KIND) != records[0].value(KIND))
    answer = proof.budget.ask(*held)
    if answer.model is None:
        return None
    days = [on - (1 + 2 * (len(records) - place)) * ONE_DAY for place in range(len(records))]
    return Shown(
        on, tuple(r.shown(answer.model, day) for r, day in zip(records, days, strict=True))
    )


def _length(proof: Proof, black: list[tuple[int, ListRule]]) -> Claim:
    of = Property(
        "entries-end",
        "RF-8",
        Text(zh="没有任何记录超过36个月。", en="No entry lasts longer than 36 months."),
        "arithmetic",
    )
    findings = [
        proof.finding(ENTRY_TOO_LONG, "lists", index, "lasts", read=rule.list)
        for index, rule in black
        if longer(rule.lasts, LONGEST_ENTRY)
    ]
    return of.refuted(*findings) if findings else of.proved()


def conditions_of(trigger: OnRecord | OnAccumulation) -> tuple[Condition, ...]:
    """The conditions of a way onto a list."""
    return trigger.where
