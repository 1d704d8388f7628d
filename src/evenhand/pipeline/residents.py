"""Residents behind their consents: who takes part, and which types of records each yes covers.

A yes covers what the version counted whose words were agreed to. When a later version counts more, the
old yes stands for what it was given for, and what is new waits for a new yes (ADR 0019).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from evenhand.kernel.consent import Consent, in_force
from evenhand.kernel.ids import RecordId, RecordType, SchemeId, SubjectId
from evenhand.kernel.periods import Clocks, Day
from evenhand.keys.vault import Vault
from evenhand.pipeline.knowledge import Knowledge, Publicised
from evenhand.pipeline.opened import Opened
from evenhand.relational.facts import records_about
from evenhand.rights.floor import enforces
from evenhand.schemes.scheme import InForce, Scheme


@enforces("RF-1")
def taking_part(
    vault: Vault, scheme: SchemeId, knowledge: Knowledge, clocks: Clocks
) -> list[SubjectId]:
    """Whoever takes part in a scheme, in order of their numbers; whoever was erased does not.

    The vault has the last word: a ledger out of an old backup brings back nobody whose key is gone.
    """
    numbers = Numbers(vault)
    consents = knowledge.consents.values()
    mine = (c for c in consents if c.scheme == scheme and c.holds(clocks))
    return sorted({found for c in mine if (found := numbers.of(c.person)) is not None})


class Numbers:
    """The residents whom the vault knows, read once: by number, and by pseudonym."""

    def __init__(self, vault: Vault) -> None:
        self.pseudonyms: Mapping[SubjectId, str] = vault.identifiers("resident")

    @cached_property
    def _numbers(self) -> Mapping[str, SubjectId]:
        """By pseudonym, as consents of the first registers name them; few registers need it."""
        return {value: number for number, value in self.pseudonyms.items()}

    def of(self, person: str) -> SubjectId | None:
        """The number of whom a consent names; None when they were erased."""
        if person.startswith("S-"):
            number = SubjectId.parse(person)
            return number if number in self.pseudonyms else None
        return self._numbers.get(person)


def version_signed(
    knowledge: Knowledge, scheme: SchemeId, on: Day, version: str = ""
) -> Publicised | None:
    """The version of a scheme that a yes of a day is for: named, or the one public on that day.

    A form that was signed before the scheme was public is for its first version.
    """
    if version:
        return knowledge.schemes.get((scheme, version))
    versions = [made for (name, _), made in knowledge.schemes.items() if name == scheme]
    public = [made for made in versions if made.since <= on]
    return public[-1] if public else next(iter(versions), None)


@enforces("RF-1")
def covered(opened: Opened, consent: Consent, knowledge: Knowledge) -> frozenset[RecordType]:
    """The record types that a yes is a yes to: those that its versions of the scheme look at."""
    on = opened.today(consent.known)
    versions = (
        version_signed(knowledge, consent.scheme, on, version)
        for version in (consent.version, *consent.also)
    )
    return frozenset().union(*(opened.scheme(made).reads() for made in versions if made))


Uncovered = frozenset[tuple[str, RecordType]]
"""Persons, as their consent names them, and a type that a version counts and their yes does not cover."""


@enforces("RF-1")
def left_out(opened: Opened, applied: InForce, knowledge: Knowledge) -> frozenset[RecordId]:
    """Records that a version counts and their subject's yes does not cover; they count for nothing."""
    return records_uncovered(opened, uncovered(opened, applied, knowledge), knowledge)


@enforces("RF-1")
def uncovered(opened: Opened, applied: InForce, knowledge: Knowledge) -> Uncovered:
    """What a version counts and whose yes does not cover it; it depends on consents and schemes alone."""
    scheme = applied.scheme
    if scheme.participation != "opt_in":
        return frozenset()
    consents = [c for c in knowledge.consents.values() if c.scheme == scheme.scheme]
    beyond = _beyond(opened, {scheme.scheme: scheme}, consents, knowledge)
    return frozenset((person, kind) for person, _, kind in beyond)


@enforces("RF-1")
def records_uncovered(
    opened: Opened, beyond: Uncovered, knowledge: Knowledge
) -> frozenset[RecordId]:
    """The records that are of a type which their subject's yes does not cover."""
    if not beyond:
        return frozenset()
    numbers = Numbers(opened.register.vault)
    new = {(numbers.of(person), kind) for person, kind in beyond}
    subjects = {subject for subject, _ in new if subject is not None}
    about = records_about(opened.register.evidence, knowledge.segments, subjects)
    return frozenset(f.record for f in about if (f.subject, f.type) in new)


@enforces("RF-1")
def kept_for(
    opened: Opened, schemes: Mapping[SchemeId, Scheme], knowledge: Knowledge, clocks: Clocks
) -> tuple[frozenset[tuple[str, SchemeId]], frozenset[tuple[str, SchemeId, RecordType]]]:
    """Whose rows may be kept, by pseudonym: consents in force, and what each of them does not cover."""
    numbers = Numbers(opened.register.vault)
    now = [c for c in knowledge.consents.values() if c.holds(clocks)]

    def pseudonym(person: str) -> str | None:
        found = numbers.of(person)
        return None if found is None else numbers.pseudonyms[found]

    given = {(pseudonym(person), scheme) for person, scheme in in_force(now, clocks)}
    beyond = _beyond(opened, schemes, now, knowledge)
    return (
        frozenset((who, scheme) for who, scheme in given if who is not None),
        frozenset(
            (who, scheme, kind)
            for person, scheme, kind in beyond
            if (who := pseudonym(person)) is not None
        ),
    )


def _beyond(
    opened: Opened,
    schemes: Mapping[SchemeId, Scheme],
    consents: Iterable[Consent],
    knowledge: Knowledge,
) -> set[tuple[str, SchemeId, RecordType]]:
    """Person, scheme and type: what the scheme counts now and the person's yes does not cover."""
    known: dict[tuple[SchemeId, tuple[str, ...], Day], frozenset[RecordType]] = {}
    beyond: set[tuple[str, SchemeId, RecordType]] = set()
    for consent in consents:
        scheme = schemes.get(consent.scheme)
        versions = (consent.version, *consent.also)
        if scheme is None or scheme.version in versions:
            continue
        said = (consent.scheme, versions, opened.today(consent.known))
        if said not in known:
            known[said] = scheme.reads() - covered(opened, consent, knowledge)
        beyond |= {(consent.person, consent.scheme, kind) for kind in known[said]}
    return beyond
