"""The view ``records`` over rows in memory, without a database: the same rows as ``view`` says in SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from evenhand.relational.view import (
    Doubted,
    Judged,
    Withdrawn,
    doubted_table,
    judged_table,
)

Record: TypeAlias = Mapping[str, Any]
_Stretches: TypeAlias = Mapping[int, list[dict[str, Any]]]

_ALWAYS = ({"seen_from": None, "seen_until": None},)
_NO_DOUBT = ({"seen_from": None, "seen_until": None, "doubt_from": None, "doubt_until": None},)


def records_of(
    evidence: Sequence[Record],
    judgements: Sequence[Judged],
    doubts: Sequence[Doubted],
    withdrawn: Sequence[Withdrawn],
) -> list[dict[str, Any]]:
    """Every row of the view, with the columns of the evidence and those that the view makes."""
    waiting = {one["subject"] for one in evidence if one["waits"]}
    there = {one["record"] for one in evidence}
    about = [judgement for judgement in judgements if judgement[0] in waiting]
    in_doubt = [doubt for doubt in doubts if doubt[0] in there]
    judged = _by(judged_table(about).to_pylist(), "waiting") if about else {}
    doubted = _by(doubted_table(in_doubt).to_pylist(), "record") if in_doubt else {}
    gone = _superseded(evidence, judged, [one for one in withdrawn if one[0] in there])
    return [row for one in evidence for row in _shown(one, judged, doubted, gone)]


def _by(rows: Sequence[dict[str, Any]], key: str) -> _Stretches:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


def _meant(one: Record, judged: _Stretches) -> Sequence[Mapping[str, Any]]:
    """Who is meant: once for each stretch of judgements; nobody while the identity waits."""
    return judged.get(one["subject"], ()) if one["waits"] else _ALWAYS


def _superseded(
    evidence: Sequence[Record], judged: _Stretches, withdrawn: Sequence[Withdrawn]
) -> dict[int, int]:
    """When each record lost its place first."""
    found: dict[int, int] = {}
    told = list(withdrawn)
    for one in evidence:
        if one["supersedes"] is not None:
            told += [
                (one["supersedes"], _latest(one["known"], meant["seen_from"]))
                for meant in _meant(one, judged)
            ]
    for record, since in told:
        found[record] = min(since, found.get(record, since))
    return found


def _shown(
    one: Record, judged: _Stretches, doubted: _Stretches, gone: Mapping[int, int]
) -> Iterator[dict[str, Any]]:
    for meant in _meant(one, judged):
        for doubt in doubted.get(one["record"], _NO_DOUBT):
            known = _latest(one["known"], meant["seen_from"], doubt["seen_from"])
            ends = [end for end in (meant["seen_until"], doubt["seen_until"]) if end is not None]
            replaced = min(ends, default=None)
            if replaced is None or known < replaced:
                yield {
                    **one,
                    "subject": meant.get("subject", one["subject"]),
                    "known": known,
                    "superseded": gone.get(one["record"]),
                    "doubt_from": doubt["doubt_from"],
                    "doubt_until": doubt["doubt_until"],
                    "replaced": replaced,
                }


def _latest(*moments: int | None) -> int:
    return max(moment for moment in moments if moment is not None)
