"""Peers: the percentile of each question among those of its group, on one day at one moment.

A group is made of the questions that were asked together: whoever asks says who the peers are. The
rank is a last step that stands apart; points are what they were.
"""

from __future__ import annotations

import ibis

from evenhand.schemes.days import Days
from evenhand.schemes.passes.terms import Relation, beside, literal, no_number, rounded_in_favour

_HUNDREDTHS = 100_000


def ranked(rows: Relation, days: Days) -> Relation:
    """Add ``rank``, in thousandths of a hundredth; null for whoever has no group or too few peers."""
    scale = days.scheme.scale
    if scale.peers is None:
        return rows
    if scale.exposure is None:
        return rows.mutate(rank=no_number())
    starts = sorted(scale.peers.starts, reverse=True)
    groups = [(rows.exposed & (rows.chances >= literal(n)), literal(n)) for n in starts]
    members = rows.mutate(peers=ibis.cases(*groups, else_=no_number()), one=literal(1))
    members = members.filter(members.peers.notnull())
    members = members.select("question", "as_of", "known_at", "peers", "one", "points")
    group = [members.as_of, members.known_at, members.peers]
    members = members.mutate(
        fewer=ibis.rank().over(ibis.window(group_by=group, order_by=[members.points])),
        count=members.one.sum().over(ibis.window(group_by=group)),
    )
    others = ibis.greatest(members["count"] - literal(1), literal(1))
    percentile = rounded_in_favour(literal(_HUNDREDTHS) * members.fewer, others, scale.better)
    members = members.filter(members["count"] >= literal(scale.peers.minimum))
    return beside(rows, members.select(members.question, rank=percentile), "question")
