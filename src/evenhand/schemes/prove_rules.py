"""Claims about single rules: each can be met, none hides behind another, no event counts twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import z3

from evenhand.kernel.findings import Finding
from evenhand.kernel.text import Text
from evenhand.schemes.prove_findings import (
    COUNTED_TWICE,
    HELPS_TWICE,
    NEVER_MET,
    ROW_NEVER_MET,
    SHADOWED,
)
from evenhand.schemes.prove_points import counts, favour, worth
from evenhand.schemes.prove_proof import Proof, Property, all_looks
from evenhand.schemes.prove_record import SymbolicRecord
from evenhand.schemes.prove_solver import Term
from evenhand.schemes.reach import Path
from evenhand.schemes.scheme import NOT_GRADED, Factor, OnGradeHeld, TabledPoints
from evenhand.schemes.values import SEVERITY
from evenhand.schemes.verdict import Claim, Shown
from evenhand.sources.catalogue import TypeRule


def rule_claims(proof: Proof) -> Iterator[Claim]:
    """Every claim about single rules."""
    yield _all_reachable(proof)
    yield _counted_once(proof)


def _all_reachable(proof: Proof) -> Claim:
    of = Property(
        "rules-can-be-met",
        "",
        Text(
            zh="每个指标、直接等级、封顶和名单的条件都能被某条信息满足。",
            en="Some record can meet each factor, direct grade, ceiling and list rule.",
        ),
    )
    findings = [
        proof.finding(NEVER_MET, *path, read=name)
        for path, name, record, met in _ways(proof)
        if proof.budget.ask(*record.rules(), met).never
    ]
    warnings = (*_rows(proof), *_shadowed(proof))
    return of.refuted(*findings, *warnings) if findings else of.proved(*warnings)


def _ways(proof: Proof) -> Iterator[tuple[Path, str, SymbolicRecord, Term]]:
    """Each rule that a record can meet: where it stands, its name, a record, that it is met."""
    scheme, types = proof.scheme, proof.catalogue.types
    for index, factor in enumerate(scheme.factors):
        record = SymbolicRecord(types[factor.counts], "met")
        yield ("factors", index), factor.factor, record, counts(record, factor)
    paths: list[tuple[Path, str]] = []
    for index, direct in enumerate(scheme.direct):
        own: Path = ("direct_grades", index)
        paths += [(own, direct.grade or NOT_GRADED)] * len(direct.looks)
    for index, ceiling in enumerate(scheme.ceilings):
        paths += [(("ceilings", index), ceiling.not_above)] * len(ceiling.looks)
    for (path, name), look in zip(paths, all_looks(scheme), strict=True):
        record = SymbolicRecord(types[look.record], "met")
        yield path, name, record, record.meets_all((*look.among, *look.where))
    for index, rule in enumerate(scheme.lists):
        for trigger in rule.enters_on:
            if not isinstance(trigger, OnGradeHeld):
                record = SymbolicRecord(types[trigger.record], "met")
                yield ("lists", index), rule.list, record, record.meets_all(trigger.where)


def _rows(proof: Proof) -> Iterator[Finding]:
    """Rows of tables that the rule itself shuts out.

    A row for a severity under which the catalogue cites no article today is none: severities are one scale
    for all types, articles are added to it, and without the row such an article would count for nothing.
    """
    for index, factor in enumerate(proof.scheme.factors):
        if not isinstance(factor.points, TabledPoints):
            continue
        record = SymbolicRecord(proof.catalogue.types[factor.counts], "met")
        earlier: list[Term] = []
        for value, _ in factor.points.table:
            own = record.equals(factor.points.field, value)
            met = [*record.rules(), counts(record, factor), own, *map(z3.Not, earlier)]
            earlier.append(own)
            if proof.budget.ask(*met).never:
                if factor.points.field == SEVERITY and proof.budget.ask(*record.rules(), own).never:
                    continue
                values = {"read": factor.factor, "row": value}
                yield proof.finding(ROW_NEVER_MET, "factors", index, "points", **values)


def _shadowed(proof: Proof) -> Iterator[Finding]:
    """Direct grades of one look that an earlier one has wholly covered."""
    direct = proof.scheme.direct
    for (_, first), (index, second) in combinations(enumerate(direct), 2):
        if len(first.looks) != 1 or len(second.looks) != 1:
            continue
        one, two = first.looks[0], second.looks[0]
        plain = all(look.of == "any" and look.fewer_than is None for look in (one, two))
        if not plain or one.record != two.record or one.within != two.within:
            continue
        record = SymbolicRecord(proof.catalogue.types[one.record], "met")
        met = [record.meets_all((*look.among, *look.where)) for look in (one, two)]
        if proof.budget.ask(*record.rules(), met[1], z3.Not(met[0])).never:
            values = {"line": first.line.line, "read": second.grade or NOT_GRADED}
            yield proof.finding(SHADOWED, "direct_grades", index, **values)


def _counted_once(proof: Proof) -> Claim:
    of = Property(
        "counted-once",
        "RF-8",
        Text(
            zh="同一事件从不对同一主体计两次不利。",
            en="No one event counts against its subject under two factors.",
        ),
    )
    findings: list[Finding] = []
    warnings: list[Finding] = []
    shown: Shown | None = None
    for (_, first), (index, second) in combinations(enumerate(proof.scheme.factors), 2):
        if not _one_matter(first, second):
            continue
        values = {"read": second.factor, "other": first.factor, "line": first.line.line}
        if _all_may(proof, (first, second), hurts=True):
            twice = _both(proof, first, second, hurts=True)
            if twice is not None:
                findings.append(proof.finding(COUNTED_TWICE, "factors", index, **values))
                shown = shown or twice
        helps = first.counts == second.counts and _all_may(proof, (first, second), hurts=False)
        if helps and _both(proof, first, second, hurts=False) is not None:
            warnings.append(proof.finding(HELPS_TWICE, "factors", index, **values))
    return of.refuted(*findings, *warnings, shown=shown) if findings else of.proved(*warnings)


def _all_may(proof: Proof, factors: tuple[Factor, Factor], *, hurts: bool) -> bool:
    """Whether each of two factors may count on one side."""
    signs = [proof.signs(factor) for factor in factors]
    return all(one.may_hurt if hurts else one.may_help for one in signs)


def _one_matter(first: Factor, second: Factor) -> bool:
    """Whether two factors can be about one matter.

    One document may report several matters, each in a field of its own: two factors whose points come
    from different fields, or that read fields and none in common, are about two of them.
    """
    own = [getattr(factor.points, "field", None) for factor in (first, second)]
    if all(own):
        return own[0] == own[1]
    read = [
        {condition.field for condition in factor.where} | ({name} if name else set())
        for factor, name in zip((first, second), own, strict=True)
    ]
    return not all(read) or bool(read[0] & read[1])


def _both(proof: Proof, first: Factor, second: Factor, *, hurts: bool) -> Shown | None:
    """A record, or two of one document, that counts on the same side under both factors."""
    types = [proof.catalogue.types[factor.counts] for factor in (first, second)]
    same_type = types[0].type == types[1].type
    if not same_type and types[0].domain != types[1].domain:
        return None
    records = [SymbolicRecord(types[0], "one")]
    records.append(records[0] if same_type else SymbolicRecord(types[1], "other"))
    search, scheme = proof.search(), proof.scheme
    met: list[Term] = []
    if not same_type and not _cited_alike(types[0], types[1]):
        return None
    for record, factor in zip(records, (first, second), strict=True):
        own = favour(worth(record, factor, scheme, search.on), scheme)
        met += [*record.rules(), record.complete(), counts(record, factor)]
        met.append(own < 0 if hurts else own > 0)
    if not same_type:
        alike = _cited_alike(types[0], types[1])
        same = [z3.And(records[0].article == i, records[1].article == j) for i, j in alike]
        met.append(z3.Or(same))
    answer = proof.budget.ask(*met)
    if answer.model is None:
        return None
    day = search.on.replace(day=1)
    kept = records[:1] if same_type else records
    return Shown(search.on, tuple(r.shown(answer.model, day, "D-1") for r in kept))


def _cited_alike(first: TypeRule, second: TypeRule) -> list[tuple[int, int]]:
    """The articles that two types have in common, with the same kind of conduct."""
    return [
        (here, there)
        for here, one in enumerate(first.articles)
        for there, two in enumerate(second.articles)
        if one.cites == two.cites and one.kind == two.kind
    ]
