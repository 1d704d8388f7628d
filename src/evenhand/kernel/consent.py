"""The noun Consent: who has said yes to which scheme, from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evenhand.kernel.ids import SchemeId
from evenhand.kernel.periods import Clocks, Day, Moment


@dataclass(frozen=True, slots=True)
class Consent:
    """A resident's signed yes to one scheme, from a day, until withdrawn.

    Attributes:
        person: The resident's random number (``S-…``); in the first registers their keyed pseudonym.
        scheme: The scheme consented to; no other.
        since: First day on which it holds.
        known: When the register learned of it.
        withdrawn: When it was withdrawn, if it was; it then holds for no later question.
        form: Keyed commitment to the number of the signed form; empty for an act by own key.
        version: The version of the scheme whose words were agreed to; empty in the first registers.
        words: Digest of these words.
        also: Versions that were agreed to before, without leaving in between; they stand too.
        signed: Day of the last signature, where there was more than one.
    """

    person: str
    scheme: SchemeId
    since: Day
    known: Moment
    withdrawn: Moment | None = None
    form: str = ""
    version: str = ""
    words: str = ""
    also: tuple[str, ...] = ()
    signed: Day | None = None

    def holds(self, at: Clocks) -> bool:
        """Say whether the consent is in force.

        A withdrawal counts at every known-at time, also one before it was recorded: who has left
        is absent from every answer, past ones included (RF-1, invariant E2).
        """
        return self.withdrawn is None and self.since <= at.as_of and self.known <= at.known_at


def in_force(consents: Iterable[Consent], at: Clocks) -> frozenset[tuple[str, SchemeId]]:
    """Return the pairs of person and scheme for which a consent is in force."""
    return frozenset((c.person, c.scheme) for c in consents if c.holds(at))
