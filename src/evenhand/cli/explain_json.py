"""A reckoning and its outlook as one JSON value; points in thousandths."""

from __future__ import annotations

from evenhand.kernel.canonical import Json
from evenhand.pipeline.inquiry import Reckoned, Reckoning
from evenhand.schemes.sentences import sentence_of_factor
from evenhand.scoring.outlook import Bound, Outlook
from evenhand.scoring.standing import Standing
from evenhand.sources.catalogue import Catalogue


def as_json(reckoning: Reckoning, ahead: Outlook, catalogue: Catalogue) -> Json:
    """The reckoning with what is to come and the sentences of its rules in both languages."""
    standing, scheme = reckoning.explanation.standing, reckoning.in_force.scheme
    named = {line.contribution.factor for line in reckoning.lines if line.factor is not None}
    return {
        "scheme": standing.scheme,
        "version": scheme.version,
        "subject": str(standing.subject),
        "as_of": standing.clocks.as_of.isoformat(),
        **_standing(standing),
        **_held(reckoning),
        "contributions": [_line(line) for line in reckoning.lines],
        "rules": {
            factor.factor: {
                "zh": sentence_of_factor(factor, "zh", catalogue),
                "en": sentence_of_factor(factor, "en", catalogue),
            }
            for factor in scheme.factors
            if factor.factor in named
        },
        "outlook": _outlook(ahead),
    }


def contributions_as_json(reckoning: Reckoning) -> Json:
    """The standing and every contribution, without rules and what is to come."""
    standing = reckoning.explanation.standing
    return {
        "scheme": standing.scheme,
        "version": reckoning.in_force.scheme.version,
        "as_of": standing.clocks.as_of.isoformat(),
        **_standing(standing),
        **_held(reckoning),
        "contributions": [_line(line) for line in reckoning.lines],
    }


def _standing(standing: Standing) -> dict[str, Json]:
    said: dict[str, Json] = {"points": standing.points, "grade": standing.grade}
    beside = {
        "rank": standing.rank,
        "stage": standing.stage,
        "reduced_to": standing.reduced_to,
        "ceiling": standing.ceiling,
    }
    return said | {name: value for name, value in beside.items() if value is not None}


def _held(reckoning: Reckoning) -> dict[str, Json]:
    """The grade in effect, where a computed one waits for a decision."""
    if reckoning.in_effect == reckoning.explanation.standing.grade:
        return {}
    return {"grade_in_effect": reckoning.in_effect}


def _line(line: Reckoned) -> Json:
    contribution, record = line.contribution, line.record
    until = contribution.until
    return {
        "step": contribution.step,
        "factor": contribution.factor,
        "points": contribution.points,
        "why_not": contribution.why_not,
        "until": None if until is None else until.isoformat(),
        "times": contribution.times,
        "over": contribution.over,
        "record": None if contribution.record is None else str(contribution.record),
        "document": None if record is None else record.sealed.get("document"),
        "authority": None if record is None else record.facts.authority,
        "article": None if record is None else record.sealed.get("article"),
    }


def _outlook(ahead: Outlook) -> Json:
    ending, changes = ahead.next, ahead.changes
    return {
        "next": None
        if ending is None
        else {
            "on": ending.on.isoformat(),
            "falling": [
                {"record": str(f.record), "factor": f.factor, "now": f.now, "then": f.then}
                for f in ending.falling
            ],
            **_standing(ending.then),
        },
        "changes": None
        if changes is None
        else {"on": changes.clocks.as_of.isoformat(), **_standing(changes)},
        "better": _bound(ahead.better),
        "worse": _bound(ahead.worse),
        "turns": [
            {"record": str(turn.record), "factor": turn.factor, **_standing(turn.without)}
            for turn in ahead.turns
        ],
        "stage": None
        if ahead.stage is None
        else {"stage": ahead.stage[0].stage, "from": ahead.stage[0].start, "away": ahead.stage[1]},
    }


def _bound(bound: Bound | None) -> Json:
    if bound is None:
        return None
    return {"grade": bound.grade.grade, "from": bound.start, "away": bound.away}
