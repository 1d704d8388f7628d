"""A scheme interpreted: standings of a population, and the grounds of its lists."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from evenhand.kernel.periods import Day
from evenhand.schemes.scheme import InForce
from tests.reference import exposure, factors, grades, records
from tests.reference.exposure import Exposed
from tests.reference.world import Answer, Question, Told, World


@dataclass(frozen=True)
class Reckoned:
    """Points before any comparison with others."""

    points: int
    totals: dict[str, int]
    exposed: Exposed | None
    told: tuple[Told, ...]


class Interpreter:
    """Answers questions about one scheme over one world."""

    def __init__(self, in_force: InForce, world: World) -> None:
        self.in_force = in_force
        self.scheme = in_force.scheme
        self.evidence = records.Evidence(world)

    def question(self, subject: int, as_of: Day, known_at: int) -> Question:
        return self.evidence.question(self.in_force, subject, as_of, known_at)

    def answers(self, population: Collection[int], as_of: Day, known_at: int) -> dict[int, Answer]:
        """The standing of everybody who is asked about together."""
        asked = {who: self.question(who, as_of, known_at) for who in population}
        reckoned = {who: reckon(question) for who, question in asked.items()}
        everyone = {who: (found.exposed, found.points) for who, found in reckoned.items()}
        peers = self.scheme.scale.peers
        found = {}
        for who in population:
            rank = exposure.rank(asked[who], peers, who, everyone) if peers else None
            found[who] = stand(asked[who], reckoned[who], rank)
        return found


def reckon(asked: Question) -> Reckoned:
    """Sum factors and components, divide by the exposure, add the base, bound the total once."""
    scale = asked.scheme.scale
    told = [Told("base", "", None, scale.base.on(asked.as_of))]
    totals: dict[str, int] = {}
    for factor in asked.scheme.factors:
        of_factor = factors.total(asked, factor)
        totals[factor.factor] = of_factor.total
        told += of_factor.told
    for component in asked.scheme.components:
        together = factors.of_component(asked, component, totals)
        totals[component.component] = together.total
        told += together.told
    told += unread(asked)
    exposed = None
    if scale.exposure is not None:
        exposed = exposure.exposed(asked, scale.exposure)
        earned = sum(one.points for one in told[1:])
        divided = exposure.divided(asked, exposed, earned)
        told.append(Told("exposure", "", None, divided - earned))
    told += bounds(asked, sum(one.points for one in told))
    return Reckoned(sum(one.points for one in told), totals, exposed, tuple(told))


def bounds(asked: Question, reached: int) -> list[Told]:
    """Bring the points to the floor, then to the ceiling."""
    floor, ceiling = asked.scheme.scale.floor, asked.scheme.scale.ceiling
    told = []
    if floor is not None:
        told.append(Told("floor", "", None, max(floor.on(asked.as_of) - reached, 0)))
        reached += told[-1].points
    if ceiling is not None:
        told.append(Told("ceiling", "", None, min(ceiling.on(asked.as_of) - reached, 0)))
    return told


def unread(asked: Question) -> list[Told]:
    """Records of types that no factor counts."""
    counted = {factor.counts for factor in asked.scheme.factors}
    told = []
    for row in asked.rows:
        if row["type"] not in counted:
            why = records.exists(asked, row)
            why = why if why in ("retracts", "superseded") else "no_factor"
            told.append(Told("points", "", row["record"], 0, why))
    return told


def stand(asked: Question, of: Reckoned, rank: int | None) -> Answer:
    """Grade points (or the rank among peers) and say which stage is due."""
    scheme = asked.scheme
    compared: int | None = of.points
    if of.exposed is not None and not of.exposed.enough:
        compared = None
    if scheme.scale.peers is not None:
        compared = rank
    graded = grades.graded(asked, grades.band(scheme, compared, of.totals))
    due, cut = (None, None)
    if scheme.stages is not None:
        due, cut = grades.stage(asked, scheme.stages, of.points)
    return Answer(
        points=of.points,
        grade=graded.grade,
        direct=graded.direct,
        ceiling=graded.ceiling,
        rank=rank,
        stage=due,
        reduced_to=cut,
        told=of.told,
    )
