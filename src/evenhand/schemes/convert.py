"""From the shape of a file to the nouns of ``scheme``, for a file that nothing was found against.

What a file says in words becomes what the plan counts: points as thousandths, the last day as the
day after it, values of conditions and examples typed by the catalogue, each part with its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.ids import AuthorityId, ListId, RecordType, SchemeId
from evenhand.kernel.periods import Days, Span
from evenhand.kernel.text import Text
from evenhand.schemes import scheme as noun
from evenhand.schemes.shape import (
    AccumulationTrigger,
    AnyTrigger,
    CitationPart,
    DirectGradePart,
    ExamplePart,
    FactorPart,
    GradeTrigger,
    ListPart,
    PointsIn,
    RatedPart,
    RecordTrigger,
    SchemePart,
    SharePart,
    TabledPart,
    TestIn,
    TestsPart,
    TextPart,
    Where,
)
from evenhand.schemes.values import field_rule, typed
from evenhand.sources.catalogue import Catalogue, FieldRule, TypeRule
from evenhand.sources.strict_yaml import Path

RED_LASTS: Final = Span(12, "month")
"""How long an entry on a list of good conduct lasts when the file does not say."""


@dataclass(frozen=True, slots=True)
class Converter:
    """Makes the nouns of one file.

    Attributes:
        digest: SHA-256 of the file's bytes.
    """

    catalogue: Catalogue
    origin: noun.Origin
    digest: str

    def scheme(self, part: SchemePart) -> noun.Scheme:
        """Make the scheme."""
        return noun.Scheme(
            scheme=SchemeId(part.scheme),
            version=part.version,
            title=_text(part.title),
            authority=AuthorityId(part.authority),
            jurisdiction=part.jurisdiction,
            domain=part.domain,
            kind=part.kind,
            legal_basis=_citations(part.legal_basis),
            subjects=part.subjects,
            participation=part.participation,
            published=part.published,
            in_force=Days.through(part.in_force.first, part.in_force.until),
            scale=noun.Scale(
                part.score.base, part.score.floor, part.score.ceiling, part.score.better
            ),
            factors=tuple(self._factor(f, ("factors", i)) for i, f in enumerate(part.factors)),
            grades=tuple(
                noun.Grade(
                    g.grade, _text(g.title) if g.title else None, g.start, self.at("grades", i)
                )
                for i, g in enumerate(part.grades)
            ),
            direct=tuple(self._direct(d, i) for i, d in enumerate(part.direct_grades)),
            grades_purposes=part.grades_purposes,
            benefits=tuple(
                noun.Benefit(b.benefit, _text(b.title), b.needs.grade, b.by, self.at("benefits", i))
                for i, b in enumerate(part.benefits)
            ),
            lists=tuple(self._list(rule, ("lists", i)) for i, rule in enumerate(part.lists)),
            examples=tuple(self._example(e, i) for i, e in enumerate(part.examples)),
            made_up=_text(part.made_up) if part.made_up else None,
            digest=self.digest,
            totals=tuple(
                noun.Total(t.total, _text(t.title), t.of, t.adds_up_to, self.at("totals", i))
                for i, t in enumerate(part.totals)
            ),
            origin=self.origin,
        )

    def at(self, *path: str | int) -> noun.Line:
        """The line of a part."""
        return self.origin.at(*path)

    def _type(self, name: str) -> TypeRule:
        return self.catalogue.types[RecordType(name)]

    def _factor(self, part: FactorPart, path: Path) -> noun.Factor:
        of = self._type(part.counts)
        return noun.Factor(
            factor=part.factor,
            title=_text(part.title),
            counts=of.type,
            where=self._conditions(part.where, of, (*path, "where")),
            unless=self._conditions(part.unless, of, (*path, "unless")),
            points=_points(part.points, of),
            counting=part.counting,
            within=part.within,
            at_most=noun.Caps(part.at_most.per_year, part.at_most.in_all),
            article=part.article,
            line=self.at(*path),
        )

    def _conditions(self, where: Where, of: TypeRule, path: Path) -> tuple[noun.Condition, ...]:
        return tuple(
            noun.Condition(rule.field, test, values, self.at(*path, name))
            for name, said in where.items()
            if (rule := field_rule(of, name)) is not None
            for test, values in _tests(said, rule)
        )

    def _direct(self, part: DirectGradePart, index: int) -> noun.DirectGrade:
        of = self._type(part.when.record)
        path = ("direct_grades", index, "when", "where")
        return noun.DirectGrade(
            grade=None if part.grade == noun.NOT_GRADED else part.grade,
            reason=_text(part.reason),
            record=of.type,
            where=self._conditions(part.when.where, of, path),
            within=part.when.within,
            of=part.when.of,
            line=self.at("direct_grades", index),
        )

    def _list(self, part: ListPart, path: Path) -> noun.ListRule:
        at: Path = (*path, "enters_on")
        if isinstance(part.enters_on, AnyTrigger):
            triggers = tuple(
                self._trigger(t, (*at, "any", i)) for i, t in enumerate(part.enters_on.any)
            )
        else:
            triggers = (self._trigger(part.enters_on, at),)
        return noun.ListRule(
            list=ListId(part.list),
            title=_text(part.title),
            legal_basis=_citations(part.legal_basis),
            kind=part.kind,
            topic=part.topic,
            enters_on=triggers,
            lasts=part.lasts or RED_LASTS,
            objection_days=part.objection,
            repair=noun.Repair(part.repair.after, part.repair.needs) if part.repair else None,
            visibility=part.visibility,
            purposes=part.purposes,
            measures=part.measures,
            line=self.at(*path),
            decided_by=AuthorityId(part.decided_by) if part.decided_by else None,
        )

    def _trigger(
        self, part: RecordTrigger | AccumulationTrigger | GradeTrigger, path: Path
    ) -> noun.ListTrigger:
        if isinstance(part, GradeTrigger):
            without = tuple(RecordType(name) for name in part.without)
            return noun.OnGradeHeld(part.grade, part.during, without, self.at(*path))
        if isinstance(part, RecordTrigger):
            of = self._type(part.record)
            where = self._conditions(part.where, of, (*path, "where"))
            return noun.OnRecord(of.type, where, self.at(*path))
        inner = part.accumulates
        of = self._type(inner.record)
        same = field_rule(of, inner.same)
        return noun.OnAccumulation(
            record=of.type,
            where=self._conditions(inner.where, of, (*path, "accumulates", "where")),
            same=same.field if same else inner.same,
            times=inner.times,
            within=inner.within,
            line=self.at(*path),
        )

    def _example(self, part: ExamplePart, index: int) -> noun.Example:
        gives = part.gives
        proposes = None if gives.proposes is None else tuple(ListId(n) for n in gives.proposes)
        records = tuple(self._records(part))
        return noun.Example(
            part.name,
            part.on,
            records,
            gives.score,
            gives.grade,
            proposes,
            self.at("examples", index),
        )

    def _records(self, part: ExamplePart) -> Iterator[noun.ExampleRecord]:
        for record in part.records:
            for name, said in record.items():
                of = self._type(name)
                fields = tuple(
                    (rule.field, value)
                    for key, text in (said.__pydantic_extra__ or {}).items()
                    if (rule := of.field(key)) is not None
                    and (value := typed(text, rule)) is not None
                )
                yield noun.ExampleRecord(of.type, said.on, said.cites, fields, said.document)


def _text(part: TextPart) -> Text:
    return Text(zh=part.zh, en=part.en)


def _citations(parts: tuple[CitationPart, ...]) -> tuple[noun.Article, ...]:
    return tuple(noun.Article(_text(part.title), part.article) for part in parts)


def _points(part: PointsIn, of: TypeRule) -> noun.PointRule:
    if isinstance(part, RatedPart):
        rule = field_rule(of, part.field)
        in_thousandths = rule is not None and rule.kind == "amount"
        return noun.RatedPoints(_field(part.field, of), part.times, in_thousandths)
    if isinstance(part, SharePart):
        return noun.SharePoints(part.share, part.of, part.full, part.full_from, part.minimum)
    if isinstance(part, TabledPart):
        rule = field_rule(of, part.field)
        rows = tuple(
            (value, points)
            for said, points in part.table.items()
            if rule is not None and (value := typed(said, rule)) is not None
        )
        return noun.TabledPoints(_field(part.field, of), rows, part.otherwise)
    return noun.ConstantPoints(part)


def _field(name: str, of: TypeRule) -> str:
    rule = field_rule(of, name)
    return rule.field if rule else name


def _tests(said: TestIn, rule: FieldRule) -> Iterator[tuple[noun.Test, tuple[noun.Value, ...]]]:
    if isinstance(said, str):
        yield "is", _values((said,), rule)
    elif isinstance(said, TestsPart):
        tests: tuple[tuple[noun.Test, str | None], ...] = (
            ("is", said.is_),
            ("at_least", said.at_least),
            ("at_most", said.at_most),
            ("more_than", said.more_than),
            ("less_than", said.less_than),
        )
        for test, one in tests:
            if one is not None:
                yield test, _values((one,), rule)
        if said.one_of is not None:
            yield "one_of", _values(said.one_of, rule)
    else:
        yield "one_of", _values(said, rule)


def _values(said: tuple[str, ...], rule: FieldRule) -> tuple[noun.Value, ...]:
    return tuple(value for one in said if (value := typed(one, rule)) is not None)
