"""What the compiled plan says of everybody in one case: one engine for each case."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction

import pyarrow as pa

from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Clocks, moment
from evenhand.scoring.explain import explain_all
from evenhand.scoring.grounds import grounds
from evenhand.scoring.questions import ask
from evenhand.scoring.score import score
from evenhand.scoring.standing import Contribution
from tests.reference.generated_schemes import Case
from tests.reference.generated_worlds import FIELD_KINDS, SUBJECTS, world
from tests.reference.outcome import STANDING, Outcome, together
from tests.reference.world import Told
from tests.scoring_world import engine

_MICROSECOND = moment("1970-01-01T00:00:00.000001Z") - moment("1970-01-01T00:00:00Z")


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage among the many nodes of a plan: a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@uncollected()
def planned(case: Case) -> Outcome:
    """What the compiled plan says."""
    at = Clocks(case.as_of, moment("1970-01-01T00:00:00Z") + case.known_at * _MICROSECOND)
    town, scheme = world(case.seed), case.in_force
    with engine(town.rows, judgements=town.judgements, doubts=town.doubts, **FIELD_KINDS) as made:
        rows = score(made, scheme, ask(SUBJECTS, at)).to_pylist()
        everyone = explain_all(made, scheme, [SubjectId(who) for who in SUBJECTS], at)
        population = pa.table({"subject": pa.array(SUBJECTS, pa.int64())})
        found = grounds(made, scheme, at, population)
    for row, explained in zip(rows, everyone, strict=True):
        row["direct"] = None if explained.directly is None else explained.directly.direct
        row["ceiling"] = explained.standing.ceiling
        assert sum(part.points for part in explained.contributions) == row["points"]
    return Outcome(
        [{name: row[name] for name in STANDING} for row in rows],
        [together(map(_told, explained.contributions)) for explained in everyone],
        sorted(
            (int(one.subject), str(one.list), one.rule, tuple(int(of) for of in one.records))
            for one in found
        ),
    )


def _told(part: Contribution) -> Told:
    counts = part.step == "points" and part.record is not None and not part.why_not
    fades = counts and part.times is not None and part.over is not None
    weight = Fraction(part.times or 0, part.over or 1) if fades else None
    record = None if part.record is None else int(part.record)
    return Told(part.step, part.factor, record, part.points, part.why_not, weight)
