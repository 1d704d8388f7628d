"""A worked example as the solver sees it: its records pinned to what the file says.

So the encoding in which proofs are made is held against the compiled plan, example by example.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import z3

from evenhand.kernel.periods import Day
from evenhand.schemes.prove_factor import Placed
from evenhand.schemes.prove_record import SymbolicRecord
from evenhand.schemes.prove_score import codes, score
from evenhand.schemes.prove_solver import Budget, Term, number_in
from evenhand.schemes.scheme import NOT_GRADED, ExampleRecord, Scheme
from evenhand.sources.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Worked:
    """What the encoding gives for the records of an example."""

    points: int
    grade: str


def placed(
    records: Sequence[ExampleRecord], catalogue: Catalogue
) -> tuple[list[Placed], list[Term]]:
    """Records of an example as a run, and what pins them."""
    documents: dict[str, int] = {}
    run: list[Placed] = []
    pinned: list[Term] = []
    for place, record in enumerate(records):
        rule = catalogue.types[record.type]
        document = documents.setdefault(record.document, place) if record.document else place
        if rule.correction == "retracts":
            run = [p for p in run if p.document != document or p.record.of.type not in rule.affects]
            continue
        dates = {name: value for name, value in record.fields if isinstance(value, Day)}
        symbolic = SymbolicRecord(rule, f"r{place}")
        run.append(Placed(symbolic, record.on, place, document, z3.BoolVal(True), dates))
        pinned += symbolic.is_record(record)
    return run, pinned


def worked(
    scheme: Scheme, records: Sequence[ExampleRecord], on: Day, catalogue: Catalogue
) -> Worked | None:
    """What the encoding gives for records on a day; None where it contradicts itself."""
    run, pinned = placed(records, catalogue)
    scored = score(scheme, run, on)
    points, grade = z3.Int("the points"), z3.Int("the grade")
    answer = Budget().ask(*pinned, points == scored.points, grade == scored.grade)
    if answer.model is None:
        return None
    names = {code: name or NOT_GRADED for name, code in codes(scheme).items()}
    return Worked(number_in(answer.model, points), names[number_in(answer.model, grade)])
