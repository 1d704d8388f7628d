"""What an auditor should look at: the same words in many cases (T18), pairs that always agree (T15)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from evenhand.cases.case import State
from evenhand.cases.findings import ALWAYS_AGREE, SAME_WORDS
from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.ids import CaseId, PersonId

SAME_WORDS_AT_MOST: Final = 5
"""Cases that may share one text before it is flagged."""

AGREED_AT_LEAST: Final = 200
"""Cases that two officers decide alike, without one that they do not, before it is flagged."""


def same_words(states: Iterable[State]) -> tuple[Finding, ...]:
    """Find answers and reasons that stand word for word in many cases; most cases first."""
    cases: dict[str, set[CaseId]] = {}
    for state in states:
        said = [o.answer for o in state.objections if o.answer]
        for text in (*said, *(d.reasons for d in state.decisions)):
            cases.setdefault("".join(text.split()), set()).add(state.facts.case)
    often = sorted((-len(c), min(c)) for c in cases.values() if len(c) > SAME_WORDS_AT_MOST)
    return tuple(found(SAME_WORDS, Place(), read=-count, allowed=case) for count, case in often)


def always_agree(states: Iterable[State]) -> tuple[Finding, ...]:
    """Find pairs of officers who decided many cases and never disagreed; most cases first."""
    together: Counter[tuple[PersonId, PersonId]] = Counter()
    differed: set[tuple[PersonId, PersonId]] = set()
    for state in states:
        if len(state.decisions) != 2:
            continue
        first, second = state.decisions
        pair = (min(first.by, second.by), max(first.by, second.by))
        together[pair] += 1
        if first.outcome != second.outcome:
            differed.add(pair)
    often = sorted((-n, pair) for pair, n in together.items() if n >= AGREED_AT_LEAST)
    return tuple(
        found(ALWAYS_AGREE, Place(), read=one, allowed=other, count=-count)
        for count, (one, other) in often
        if (one, other) not in differed
    )
