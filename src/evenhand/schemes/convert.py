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
from evenhand.schemes import scheme as noun
from evenhand.schemes.convert_factor import component, conditions, factor, text
from evenhand.schemes.convert_grade import ceiling, direct_grade, grade, scale, stages
from evenhand.schemes.shape import (
    AccumulationTrigger,
    AnyTrigger,
    ExamplePart,
    GradeTrigger,
    ListPart,
    RecordsIn,
    RecordTrigger,
    SchemePart,
)
from evenhand.schemes.shape_parts import CitationPart
from evenhand.schemes.values import field_rule, typed
from evenhand.sources.catalogue import Catalogue, TypeRule
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
            title=text(part.title),
            authority=AuthorityId(part.authority),
            jurisdiction=part.jurisdiction,
            calendar=part.calendar or "",
            domain=part.domain,
            kind=part.kind,
            legal_basis=_citations(part.legal_basis),
            subjects=part.subjects,
            participation=part.participation,
            published=part.published,
            in_force=Days.through(part.in_force.first, part.in_force.until),
            scale=scale(part.score, self.catalogue, self.origin),
            factors=tuple(
                factor(f, self.catalogue, self.origin, ("factors", i))
                for i, f in enumerate(part.factors)
            ),
            components=tuple(
                component(c, self.origin, ("components", i)) for i, c in enumerate(part.components)
            ),
            grades=tuple(grade(g, self.origin, ("grades", i)) for i, g in enumerate(part.grades)),
            direct=tuple(
                direct_grade(d, self.catalogue, self.origin, ("direct_grades", i))
                for i, d in enumerate(part.direct_grades)
            ),
            ceilings=tuple(
                ceiling(c, self.catalogue, self.origin, ("ceilings", i))
                for i, c in enumerate(part.ceilings)
            ),
            stages=stages(part.stages, self.origin) if part.stages else None,
            emergency=part.emergency,
            framework=self._framework(part),
            grades_purposes=part.grades_purposes,
            benefits=tuple(
                noun.Benefit(b.benefit, text(b.title), b.needs.grade, b.by, self.at("benefits", i))
                for i, b in enumerate(part.benefits)
            ),
            lists=tuple(self._list(rule, ("lists", i)) for i, rule in enumerate(part.lists)),
            examples=tuple(self._example(e, i) for i, e in enumerate(part.examples)),
            made_up=text(part.made_up) if part.made_up else None,
            digest=self.digest,
            totals=tuple(
                noun.Total(t.total, text(t.title), t.of, t.adds_up_to, self.at("totals", i))
                for i, t in enumerate(part.totals)
            ),
            origin=self.origin,
        )

    def at(self, *path: str | int) -> noun.Line:
        """The line of a part."""
        return self.origin.at(*path)

    def _type(self, name: str) -> TypeRule:
        return self.catalogue.types[RecordType(name)]

    def _framework(self, part: SchemePart) -> noun.FrameworkRef | None:
        named = part.framework
        if named is None:
            return None
        return noun.FrameworkRef(SchemeId(named.scheme), named.version, self.at("framework"))

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
            title=text(part.title),
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
            successors=part.successors == "own_decision",
            calendar=part.calendar or "",
        )

    def _trigger(
        self, part: RecordTrigger | AccumulationTrigger | GradeTrigger, path: Path
    ) -> noun.ListTrigger:
        if isinstance(part, GradeTrigger):
            without = tuple(RecordType(name) for name in part.without)
            return noun.OnGradeHeld(part.grade, part.during, without, self.at(*path))
        if isinstance(part, RecordTrigger):
            of = self._type(part.record)
            where = conditions(part.where, of, self.origin, (*path, "where"))
            return noun.OnRecord(of.type, where, self.at(*path))
        inner = part.accumulates
        of = self._type(inner.record)
        same = field_rule(of, inner.same)
        return noun.OnAccumulation(
            record=of.type,
            where=conditions(inner.where, of, self.origin, (*path, "accumulates", "where")),
            same=same.field if same else inner.same,
            times=inner.times,
            within=inner.within,
            line=self.at(*path),
        )

    def _example(self, part: ExamplePart, index: int) -> noun.Example:
        gives = part.gives
        proposes = None if gives.proposes is None else tuple(ListId(n) for n in gives.proposes)
        records = tuple(self._records(part.records))
        peers = tuple(tuple(self._records(peer)) for peer in part.peers)
        return noun.Example(
            part.name,
            part.on,
            records,
            gives.score,
            gives.grade,
            proposes,
            self.at("examples", index),
            peers,
            gives.rank,
            gives.stage,
            gives.reduced_to,
        )

    def _records(self, records: RecordsIn) -> Iterator[noun.ExampleRecord]:
        for record in records:
            for name, said in record.items():
                of = self._type(name)
                fields = tuple(
                    (rule.field, value)
                    for key, text in (said.__pydantic_extra__ or {}).items()
                    if (rule := of.field(key)) is not None
                    and (value := typed(text, rule)) is not None
                )
                yield noun.ExampleRecord(of.type, said.on, said.cites, fields, said.document)


def _citations(parts: tuple[CitationPart, ...]) -> tuple[noun.Article, ...]:
    return tuple(noun.Article(text(part.title), part.article) for part in parts)
