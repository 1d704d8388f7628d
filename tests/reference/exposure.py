"""What points are divided by, and who stands beside whom among peers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from evenhand.kernel.periods import Day
from evenhand.schemes.scheme import Exposure, PeerGroup
from tests.reference import points, records
from tests.reference.world import Question, Row


@dataclass(frozen=True)
class Exposed:
    """The chances to err of one subject.

    Attributes:
        records: How many records show them, also where only the latest is summed.
        thousandths: Their weighted sum.
        enough: Whether anything may be divided by it.
    """

    records: int
    thousandths: Fraction
    enough: bool


def exposed(asked: Question, exposure: Exposure) -> Exposed:
    """Sum the chances to err; records in doubt count too, for they speak for the subject."""
    matching = [row for row in asked.rows if matches(asked, exposure, row)]
    summed = matching
    if exposure.of == "latest" and matching:
        summed = [max(matching, key=latest)]
    thousandths = sum((weighted(asked, exposure, row) for row in summed), Fraction(0))
    enough = len(matching) >= exposure.minimum and thousandths > 0
    return Exposed(len(matching), thousandths, enough)


def latest(row: Row) -> tuple[Day, int, int]:
    return row["happened"], row["known"], row["record"]


def matches(asked: Question, exposure: Exposure, row: Row) -> bool:
    if row["type"] != exposure.record or records.stands(asked, row):
        return False
    if not records.in_window(asked, row["happened"], exposure.within):
        return False
    return counted(exposure, row) is not None and records.meets_all(row, exposure.where)


def counted(exposure: Exposure, row: Row) -> int | None:
    """How many chances a record shows; None where it does not say so."""
    if exposure.field is None:
        return 1
    number: int | None = records.value(row, exposure.field)
    return None if number is None or not 0 <= number <= points.MOST else number


def weighted(asked: Question, exposure: Exposure, row: Row) -> Fraction:
    """The chances of one record in thousandths, weighted by its age."""
    number = counted(exposure, row)
    assert number is not None
    weight = Fraction(1)
    if exposure.fade is not None:
        weight = points.in_steps(asked, exposure.fade, row["happened"])
    return 1000 * number * weight


def divided(asked: Question, of: Exposed, earned: int) -> int:
    """Earned points for each chance; nothing with too few chances."""
    if not of.enough:
        return 0
    return points.toward(asked, earned * 1000 / of.thousandths)


def group(peers: PeerGroup, of: Exposed | None) -> int | None:
    """The group that a subject belongs to, by its least number; None: to none."""
    if of is None or not of.enough:
        return None
    return max((start for start in peers.starts if start <= of.records), default=None)


def rank(
    asked: Question,
    peers: PeerGroup,
    subject: int,
    everyone: Mapping[int, tuple[Exposed | None, int]],
) -> int | None:
    """The percentile of one subject among its peers, in thousandths of a hundredth."""
    own = group(peers, everyone[subject][0])
    if own is None:
        return None
    members = {who: held for who, (of, held) in everyone.items() if group(peers, of) == own}
    if len(members) < peers.minimum:
        return None
    if len(members) == 1:
        return 0
    fewer = sum(held < members[subject] for held in members.values())
    return points.toward(asked, Fraction(100_000 * fewer, len(members) - 1))
