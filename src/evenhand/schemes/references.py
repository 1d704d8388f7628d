"""What the parts of a scheme file name, held against the catalogue and against each other.

Each part that has the right shape is looked at, even when other parts are broken, so that a file
is told everything at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from pydantic import ValidationError

from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.ids import RecordType
from evenhand.schemes.example_findings import EXAMPLE_CONTRADICTS
from evenhand.schemes.field_references import (
    NUMBERS,
    Found,
    look_at_field,
    look_at_points,
    look_at_value,
    look_at_where,
    no_field,
    wrong,
)
from evenhand.schemes.floor_findings import LIST_WITHOUT_END
from evenhand.schemes.rule_findings import (
    ARTICLE_UNKNOWN,
    CORRECTION_UNKNOWN,
    GRADE_UNKNOWN,
    LIST_UNKNOWN,
    PART_UNKNOWN,
    SUBJECTS_DIFFER,
)
from evenhand.schemes.scalars import nearest
from evenhand.schemes.scheme import NO_STAGE, NOT_GRADED
from evenhand.schemes.shape import (
    MAPS,
    PARTS,
    AccumulationPart,
    AccumulationTrigger,
    AnyTrigger,
    ExamplePart,
    GradeTrigger,
    ListPart,
    RecordsIn,
    RecordTrigger,
    RepairPart,
    TotalPart,
    TriggerIn,
)
from evenhand.schemes.shape_factor import ComponentPart, FactorPart
from evenhand.schemes.shape_findings import NAME_TWICE, RECORD_NOT_ONE, WORD_UNKNOWN
from evenhand.schemes.shape_grade import (
    AllLooksPart,
    BenefitPart,
    CeilingPart,
    DirectGradePart,
    ExposurePart,
    GradePart,
    ScorePart,
    StagesPart,
    WhenIn,
)
from evenhand.schemes.shape_parts import ExampleRecordPart, Part
from evenhand.schemes.values import KIND, SEVERITY, field_rule
from evenhand.sources.catalogue import Catalogue, TypeRule
from evenhand.sources.strict_yaml import Node, Path, Plain

_NAMED_BY = {
    "factors": "factor",
    "components": "component",
    "totals": "total",
    "grades": "grade",
    "benefits": "benefit",
    "lists": "list",
    "examples": "name",
}


def names_twice(root: Node) -> Found:
    """Yield a finding for each name that two parts of one kind have."""
    sections = root.value if isinstance(root.value, dict) else {}
    for section, key in _NAMED_BY.items():
        first: dict[str, int] = {}
        items = sections[section].value if section in sections else []
        for index, item in enumerate(items if isinstance(items, list) else []):
            named = item.value.get(key) if isinstance(item.value, dict) else None
            if named is None or not isinstance(named.value, str):
                continue
            if named.value in first:
                path = (section, index, key)
                yield wrong(NAME_TWICE, path, read=named.value, first=first[named.value])
            first.setdefault(named.value, named.line)


class References:
    """The names that parts may use: the catalogue's, and those that the file itself gives."""

    def __init__(self, plain: Mapping[str, Plain], catalogue: Catalogue) -> None:
        self._plain = plain
        self._catalogue = catalogue
        subjects = plain.get("subjects")
        self._subjects = subjects if subjects in get_args(SubjectKind) else None
        self._grades = self._given("grades", "grade")
        self._lists = self._given("lists", "list")
        self._stages = self._steps()
        self._parts_before: list[str] = []

    def look(self) -> Found:
        """Yield what is wrong with the names in every part that has the right shape."""
        for section, shape in PARTS.items():
            items = self._plain.get(section)
            for index, item in enumerate(items if isinstance(items, list) else []):
                try:
                    part = shape.model_validate(item, context=self._catalogue)
                except ValidationError:
                    continue
                yield from self._part(part, (section, index))
        for section, shape in MAPS.items():
            if section in self._plain:
                try:
                    part = shape.model_validate(self._plain[section], context=self._catalogue)
                except ValidationError:
                    continue
                yield from self._part(part, (section,))

    def _given(self, section: str, key: str) -> tuple[str, ...]:
        items = self._plain.get(section)
        maps = [i for i in items if isinstance(i, dict)] if isinstance(items, list) else []
        return tuple(name for item in maps if isinstance(name := item.get(key), str))

    def _part(self, part: Part, path: Path) -> Found:
        if isinstance(part, FactorPart):
            yield from self._factor(part, path)
        elif isinstance(part, TotalPart):
            yield from self._total(part, path)
        elif isinstance(part, ComponentPart):
            yield from self._component(part, path)
        else:
            yield from self._outcome(part, path)

    def _outcome(self, part: Part, path: Path) -> Found:
        """What follows from points and records."""
        if isinstance(part, GradePart):
            yield from self._band(part, path)
        elif isinstance(part, DirectGradePart):
            if part.grade != NOT_GRADED:
                yield from self._direct_grade(part.grade, (*path, "grade"))
            yield from self._when(part.when, (*path, "when"))
        elif isinstance(part, CeilingPart):
            yield from self._grade(part.not_above, (*path, "not_above"))
            yield from self._when(part.when, (*path, "when"))
        elif isinstance(part, ScorePart) and part.exposure is not None:
            yield from self._exposure(part.exposure, (*path, "exposure"))
        elif isinstance(part, StagesPart):
            yield from self._taken(part, path)
        elif isinstance(part, BenefitPart):
            yield from self._grade(part.needs.grade, (*path, "needs", "grade"))
        elif isinstance(part, ListPart):
            yield from self._list(part, path)
        elif isinstance(part, ExamplePart):
            yield from self._example(part, path)

    def _type(self, name: str) -> TypeRule:
        return self._catalogue.types[RecordType(name)]

    def _about(self, name: str, path: Path, *, at_key: bool = False) -> Found:
        """A record type has to be about the scheme's subjects."""
        if self._subjects is not None and self._subjects not in self._type(name).subjects:
            yield wrong(SUBJECTS_DIFFER, path, at_key=at_key, read=name, allowed=self._subjects)

    def _factor(self, part: FactorPart, path: Path) -> Found:
        of = self._type(part.counts)
        self._parts_before.append(part.factor)
        yield from self._about(part.counts, (*path, "counts"))
        yield from look_at_where(part.where, of, (*path, "where"))
        yield from look_at_where(part.unless, of, (*path, "unless"))
        yield from look_at_points(part.points, of, (*path, "points"))
        if part.since is not None:
            yield from look_at_field(part.since, of, (*path, "since"), ("day",))
        if part.mended is not None:
            by = self._type(part.mended.by)
            if of.type not in by.affects:
                able = tuple(n for n, r in self._catalogue.types.items() if of.type in r.affects)
                at: Path = (*path, "mended", "by")
                close = nearest(by.type, able)
                yield wrong(CORRECTION_UNKNOWN, at, read=by.type, nearest=close)

    def _total(self, part: TotalPart, path: Path) -> Found:
        known = tuple(self._parts_before)
        self._parts_before.append(part.total)
        yield from _known_parts(part.of, known, (*path, "of"))

    def _grade(self, name: str, path: Path) -> Found:
        if name not in self._grades:
            yield wrong(GRADE_UNKNOWN, path, read=name, nearest=nearest(name, self._grades))

    def _direct_grade(self, name: str, path: Path) -> Found:
        """A direct grade with a title may be no band: ``P`` for pending."""
        items = self._plain.get("direct_grades")
        maps = [i for i in items if isinstance(i, dict)] if isinstance(items, list) else []
        if name not in [item.get("grade") for item in maps if "title" in item]:
            yield from self._grade(name, path)

    def _band(self, part: GradePart, path: Path) -> Found:
        if part.grade == NOT_GRADED:
            yield wrong(WORD_UNKNOWN, (*path, "grade"), read=part.grade, nearest="D", allowed="A-Z")
        if part.needs is not None:
            known = (*self._given("factors", "factor"), *self._given("components", "component"))
            yield from _known_parts(part.needs.each_of, known, (*path, "needs", "each_of"))

    def _component(self, part: ComponentPart, path: Path) -> Found:
        self._parts_before.append(part.component)
        yield from _known_parts(part.of, self._given("factors", "factor"), (*path, "of"))

    def _when(self, part: WhenIn, path: Path) -> Found:
        looks = part.all if isinstance(part, AllLooksPart) else (part,)
        for index, look in enumerate(looks):
            at: Path = (*path, "all", index) if isinstance(part, AllLooksPart) else path
            of = self._type(look.record)
            yield from self._about(look.record, (*at, "record"))
            yield from look_at_where(look.where, of, (*at, "where"))
            yield from look_at_where(look.among, of, (*at, "among"))

    def _exposure(self, part: ExposurePart, path: Path) -> Found:
        of = self._type(part.record)
        yield from self._about(part.record, (*path, "record"))
        yield from look_at_where(part.where, of, (*path, "where"))
        if part.field is not None:
            yield from look_at_field(part.field, of, (*path, "field"), NUMBERS)

    def _taken(self, part: StagesPart, path: Path) -> Found:
        of = self._type(part.taken_by)
        yield from self._about(part.taken_by, (*path, "taken_by"))
        yield from look_at_field(part.field, of, (*path, "field"), ("code",))
        rule = of.field(part.field)
        for index, step in enumerate(part.steps):
            if rule is not None and rule.kind == "code":
                at: Path = (*path, "steps", index, "stage")
                yield from look_at_value(step.stage, part.field, rule, at)

    def _steps(self) -> tuple[str, ...]:
        stages = self._plain.get("stages")
        steps = stages.get("steps") if isinstance(stages, dict) else None
        maps = [step for step in steps if isinstance(step, dict)] if isinstance(steps, list) else []
        return tuple(name for step in maps if isinstance(name := step.get("stage"), str))

    def _list(self, part: ListPart, path: Path) -> Found:
        if part.kind == "black" and part.lasts is None:
            yield wrong(LIST_WITHOUT_END, path, read=part.list)
        at: Path = (*path, "enters_on")
        if isinstance(part.enters_on, AnyTrigger):
            for index, trigger in enumerate(part.enters_on.any):
                yield from self._trigger(trigger, (*at, "any", index))
        else:
            yield from self._trigger(part.enters_on, at)
        if part.repair is not None:
            yield from self._repair(part.repair, (*path, "repair", "needs"))

    def _repair(self, part: RepairPart, path: Path) -> Found:
        corrections = tuple(name for name, rule in self._catalogue.types.items() if rule.affects)
        for index, name in enumerate(part.needs):
            if name not in corrections:
                close = nearest(name, corrections)
                yield wrong(CORRECTION_UNKNOWN, (*path, index), read=name, nearest=close)

    def _trigger(self, trigger: TriggerIn, path: Path) -> Found:
        if isinstance(trigger, GradeTrigger):
            yield from self._grade(trigger.grade, (*path, "grade"))
            for index, name in enumerate(trigger.without):
                yield from self._about(name, (*path, "without", index))
            return
        part: RecordTrigger | AccumulationPart
        if isinstance(trigger, AccumulationTrigger):
            path, part = (*path, "accumulates"), trigger.accumulates
            if field_rule(self._type(part.record), part.same) is None:
                yield no_field(part.same, self._type(part.record), (*path, "same"))
        else:
            part = trigger
        yield from self._about(part.record, (*path, "record"))
        yield from look_at_where(part.where, self._type(part.record), (*path, "where"))

    def _example(self, part: ExamplePart, path: Path) -> Found:
        yield from self._records(part.records, (*path, "records"))
        for index, peer in enumerate(part.peers):
            yield from self._records(peer, (*path, "peers", index))
        at: Path = (*path, "gives")
        gives = part.gives
        if gives.grade is not None and gives.grade != NOT_GRADED:
            yield from self._direct_grade(gives.grade, (*at, "grade"))
        if gives.stage is not None and gives.stage not in (NO_STAGE, *self._stages):
            close = nearest(gives.stage, (NO_STAGE, *self._stages))
            yield wrong(PART_UNKNOWN, (*at, "stage"), read=gives.stage, nearest=close)
        for index, name in enumerate(gives.proposes or ()):
            if name not in self._lists:
                close = nearest(name, self._lists)
                yield wrong(LIST_UNKNOWN, (*at, "proposes", index), read=name, nearest=close)

    def _records(self, records: RecordsIn, path: Path) -> Found:
        for index, record in enumerate(records):
            at: Path = (*path, index)
            if len(record) != 1:
                yield wrong(RECORD_NOT_ONE, at, read=", ".join(record))
                continue
            for name, said in record.items():
                yield from self._about(name, (*at, name), at_key=True)
                yield from self._record(said, self._type(name), (*at, name))

    def _record(self, said: ExampleRecordPart, of: TypeRule, path: Path) -> Found:
        article = of.cited(said.cites)
        if said.cites and of.articles and article is None:
            known = tuple(each.cites for each in of.articles)
            close = nearest(said.cites, known)
            at = (*path, "cites")
            yield wrong(ARTICLE_UNKNOWN, at, read=said.cites, type=of.type, nearest=close)
        for name, text in (said.__pydantic_extra__ or {}).items():
            rule = field_rule(of, name)
            if rule is None:
                yield no_field(name, of, (*path, name), at_key=True)
                continue
            yield from look_at_value(text, name, rule, (*path, name))
            if rule.field in (SEVERITY, KIND):
                means = "" if article is None else str(getattr(article, rule.field))
                if text != means:
                    at = (*path, name)
                    yield wrong(EXAMPLE_CONTRADICTS, at, read=text, field=name, allowed=means)


def _known_parts(names: tuple[str, ...], known: tuple[str, ...], path: Path) -> Found:
    """Yield a finding for each name that no part before has."""
    for index, name in enumerate(names):
        if name not in known:
            yield wrong(PART_UNKNOWN, (*path, index), read=name, nearest=nearest(name, known))
