"""From the shape of grades to their nouns: scale, bands, looks, direct grades, ceilings, stages."""

from __future__ import annotations

from evenhand.kernel.ids import RecordType
from evenhand.schemes import scheme as noun
from evenhand.schemes.convert_factor import conditions, step_fade, text
from evenhand.schemes.shape_grade import (
    AllLooksPart,
    CeilingPart,
    DirectGradePart,
    ExposurePart,
    GradePart,
    LookPart,
    ScorePart,
    StagesPart,
    WhenIn,
)
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.strict_yaml import Path


def scale(part: ScorePart, catalogue: Catalogue, origin: noun.Origin) -> noun.Scale:
    """Make the scale."""
    peers = part.peers
    return noun.Scale(
        part.base,
        part.floor,
        part.ceiling,
        part.better,
        None if part.exposure is None else _exposure(part.exposure, catalogue, origin),
        None
        if peers is None
        else noun.PeerGroup(peers.starts, peers.minimum, origin.at("score", "peers")),
    )


def grade(part: GradePart, origin: noun.Origin, path: Path) -> noun.Grade:
    """Make a band."""
    needs = part.needs
    return noun.Grade(
        part.grade,
        text(part.title) if part.title else None,
        part.start,
        origin.at(*path),
        noun.OfEach(needs.each_of, needs.at_most, needs.at_least) if needs else None,
        text(part.costs) if part.costs else None,
    )


def direct_grade(
    part: DirectGradePart, catalogue: Catalogue, origin: noun.Origin, path: Path
) -> noun.DirectGrade:
    """Make a direct grade."""
    return noun.DirectGrade(
        None if part.grade == noun.NOT_GRADED else part.grade,
        text(part.reason),
        _looks(part.when, catalogue, origin, (*path, "when")),
        origin.at(*path),
        text(part.title) if part.title else None,
    )


def ceiling(
    part: CeilingPart, catalogue: Catalogue, origin: noun.Origin, path: Path
) -> noun.CeilingGrade:
    """Make a ceiling."""
    return noun.CeilingGrade(
        part.not_above,
        text(part.reason),
        _looks(part.when, catalogue, origin, (*path, "when")),
        origin.at(*path),
    )


def stages(part: StagesPart, origin: noun.Origin) -> noun.Stages:
    """Make the stages."""
    steps = tuple(
        noun.Stage(
            step.stage,
            text(step.title),
            step.start,
            step.reduced_to,
            origin.at("stages", "steps", index),
        )
        for index, step in enumerate(part.steps)
    )
    taken_by = RecordType(part.taken_by)
    return noun.Stages(taken_by, part.field, part.within, steps, origin.at("stages"))


def _exposure(part: ExposurePart, catalogue: Catalogue, origin: noun.Origin) -> noun.Exposure:
    path: Path = ("score", "exposure")
    of = catalogue.types[RecordType(part.record)]
    return noun.Exposure(
        record=of.type,
        where=conditions(part.where, of, origin, (*path, "where")),
        within=part.within,
        field=part.field,
        of=part.of,
        fade=step_fade(part.fade) if part.fade else None,
        minimum=part.minimum,
        line=origin.at(*path),
    )


def _looks(
    part: WhenIn, catalogue: Catalogue, origin: noun.Origin, path: Path
) -> tuple[noun.Look, ...]:
    if isinstance(part, AllLooksPart):
        return tuple(
            _look(each, catalogue, origin, (*path, "all", index))
            for index, each in enumerate(part.all)
        )
    return (_look(part, catalogue, origin, path),)


def _look(part: LookPart, catalogue: Catalogue, origin: noun.Origin, path: Path) -> noun.Look:
    of = catalogue.types[RecordType(part.record)]
    return noun.Look(
        record=of.type,
        where=conditions(part.where, of, origin, (*path, "where")),
        within=part.within,
        of=part.of,
        line=origin.at(*path),
        among=conditions(part.among, of, origin, (*path, "among")),
        fewer_than=part.fewer_than,
    )
