"""Whom a scheme may be asked about: organisations that a record is about, residents who said yes (RF-1).

``population`` is everybody, ``among`` those of a few: the same answer, read without looking through the
whole register.
"""

from __future__ import annotations

from collections.abc import Collection

import pyarrow as pa
import pyarrow.compute as pc

from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Clocks
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.residents import taking_part
from evenhand.relational.facts import subjects_in
from evenhand.rights.floor import enforces
from evenhand.schemes.scheme import InForce, Scheme

_PERSONS = ("resident", "sole_trader")


@enforces("RF-1")
def population(
    opened: Opened, in_force: InForce, clocks: Clocks, knowledge: Knowledge
) -> list[SubjectId]:
    """Whom a scheme may be asked about, by what was known then, in order of their numbers.

    Organisations that a record is about; a resident only while their consent to it is in force.
    """
    scheme = in_force.scheme
    if scheme.participation == "opt_in":
        return taking_part(opened.register.vault, scheme.scheme, knowledge, clocks)
    if scheme.subjects in _PERSONS:
        return []
    there = subjects_in(opened.register.evidence, knowledge.segments)
    there |= {meant for _, meant, _ in knowledge.judged}
    return [
        subject for subject in opened.register.vault.subjects(scheme.subjects) if subject in there
    ]


@enforces("RF-1")
def among(
    opened: Opened,
    in_force: InForce,
    clocks: Clocks,
    knowledge: Knowledge,
    asked: Collection[SubjectId],
) -> list[SubjectId]:
    """Those of some subjects who are in the population, in order of their numbers."""
    scheme = in_force.scheme
    if scheme.participation != "opt_in" and scheme.subjects in _PERSONS:
        return []
    known = opened.register.vault.all_known_as(asked)
    if scheme.participation == "opt_in":
        return sorted(
            one
            for one, (named, pseudonym, _) in known.items()
            if named == "resident" and _said_yes(knowledge, (str(one), pseudonym), scheme, clocks)
        )
    fitting = {
        one
        for one, (named, _, kind) in known.items()
        if named != "waiting" and kind == scheme.subjects
    }
    rows = opened.register.evidence.about(knowledge.segments, fitting)
    sure = rows.filter(pc.invert(rows["waits"]))
    there = {SubjectId(number) for number in pc.unique(sure["subject"]).to_pylist()}
    there |= {meant for _, meant, _ in knowledge.judged}
    return sorted(fitting & there)


def _said_yes(knowledge: Knowledge, names: tuple[str, str], scheme: Scheme, clocks: Clocks) -> bool:
    """Whether a resident has a consent in force, under number or pseudonym."""
    found = (knowledge.consents.get((person, scheme.scheme)) for person in names)
    return any(consent is not None and consent.holds(clocks) for consent in found)


def numbers_of(knowledge: Knowledge, subjects: Collection[SubjectId]) -> list[SubjectId]:
    """The numbers under which the records of some subjects stand: their own, and those that waited."""
    wanted = set(subjects)
    return [*wanted, *{waiting for waiting, meant, _ in knowledge.judged if meant in wanted}]


def rows_of(opened: Opened, knowledge: Knowledge, subjects: Collection[SubjectId]) -> pa.Table:
    """The scored rows of some subjects, those of their waiting numbers, and what corrects any of them.

    Raises:
        ProofFailed: When a block that holds a row does not fit its digest.
    """
    return opened.register.evidence.about(knowledge.segments, numbers_of(knowledge, subjects))
