"""What people find about identities: same, different, cannot be told; and what follows.

A judgement is a person's finding about two references. Judgements combine: what is the same as the
same is the same; what is the same as something different is different; anything else cannot be told.
The mapping from waiting records to subjects is a fold of the judgements, the last one of each
reference counting; it can be thrown away and made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from evenhand.kernel.ids import RecordId, SubjectId
from evenhand.kernel.text import Text
from evenhand.relational.events import Draft, Event
from evenhand.rights.floor import enforces

JUDGED = "identity.judged"


class Judgement(Enum):
    """A finding that two references are the same subject, different ones, or cannot be told.

    >>> Judgement.SAME + Judgement.DIFFERENT
    <Judgement.DIFFERENT: 'different'>
    >>> Judgement.DIFFERENT + Judgement.DIFFERENT
    <Judgement.UNSURE: 'unsure'>
    """

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"

    def __add__(self, other: Judgement) -> Judgement:
        """Combine a finding about A and B with one about B and C into one about A and C."""
        if self is Judgement.SAME:
            return other
        if other is Judgement.SAME:
            return self
        return Judgement.UNSURE

    @property
    def title(self) -> Text:
        """How people say it."""
        return _TITLES[self]


_TITLES = {
    Judgement.SAME: Text(zh="同一主体", en="the same subject"),
    Judgement.DIFFERENT: Text(zh="不是同一主体", en="different subjects"),
    Judgement.UNSURE: Text(zh="无法判断", en="cannot tell"),
}


@dataclass(frozen=True, slots=True)
class Identities:
    """What people have found so far.

    Attributes:
        meant: The subject that each waiting number was found to be.
        apart: Pairs of a waiting number and a subject that were found different.
    """

    meant: Mapping[SubjectId, SubjectId] = field(default_factory=dict)
    apart: frozenset[tuple[SubjectId, SubjectId]] = frozenset()

    def subject(self, number: SubjectId) -> SubjectId:
        """The subject that a number means: itself unless a person found otherwise."""
        return self.meant.get(number, number)


@enforces("RF-16")
def identities(events: Iterable[Event]) -> Identities:
    """Fold the judgements of a ledger, in their order; nothing but a person's word links anybody."""
    meant: dict[SubjectId, SubjectId] = {}
    apart: set[tuple[SubjectId, SubjectId]] = set()
    for event in events:
        if event.kind != JUDGED:
            continue
        waiting = SubjectId.parse(str(event.body["waiting"]))
        subject = SubjectId.parse(str(event.body["subject"]))
        judgement = Judgement(str(event.body["judgement"]))
        apart.discard((waiting, subject))
        if judgement is Judgement.SAME:
            meant[waiting] = subject
        elif meant.get(waiting) == subject:
            del meant[waiting]
        if judgement is Judgement.DIFFERENT:
            apart.add((waiting, subject))
    return Identities(MappingProxyType(meant), frozenset(apart))


def judged(
    waiting: SubjectId, subject: SubjectId, judgement: Judgement, actor: str, reason: str
) -> Draft:
    """Make the event of a judgement; whoever keeps the ledger adds the person's signature."""
    return Draft(
        JUDGED,
        str(waiting),
        actor,
        {
            "waiting": str(waiting),
            "subject": str(subject),
            "judgement": judgement.value,
            "reason": reason,
        },
    )


def taken_back(
    waiting: SubjectId,
    subject: SubjectId,
    finding: Judgement,
    records: Sequence[RecordId],
    reason: str,
) -> Draft:
    """Make the event that takes back a judgement that two references are the same.

    Args:
        waiting: The number under which the records waited, and wait again.
        subject: Whom they had been found to mean.
        finding: Different, or cannot be told.
        records: Every record under the waiting number; each is back in the queue.
        reason: Why.

    Raises:
        ValueError: When the finding is that they are the same.
    """
    if finding is Judgement.SAME:
        raise ValueError("the same finding takes nothing back")
    draft = judged(waiting, subject, finding, "", reason)
    return replace(draft, body={**draft.body, "records": [str(record) for record in records]})
