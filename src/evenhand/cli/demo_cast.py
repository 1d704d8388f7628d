"""The people of the demonstration, played by a script that goes through the same doors as anybody.

Each has a key of their own in ``keys/`` and acts by signing with it. Nothing here can do what a
person with a key could not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from evenhand.cases.desk import Desk
from evenhand.cases.enrol import Enrolment, countersign, enrol
from evenhand.cases.hand import Hand
from evenhand.kernel.ids import AuthorityId, PersonId
from evenhand.kernel.periods import Moment
from evenhand.keys.signing import PrivateKey
from evenhand.relational.settings import AUDITOR, STEWARDS

Chance = Callable[[int], bytes]

OFFICERS: Final = {"linhe-court": 6, "linhe-market-bureau": 4}
"""How many officers an authority has, where it has more than two."""


@dataclass(frozen=True, slots=True)
class Player:
    """One played person."""

    person: PersonId
    role: Literal["clerk", "officer"]
    authority: AuthorityId
    key: PrivateKey

    @property
    def hand(self) -> Hand:
        """The person with their key at hand."""
        return Hand(self.person, self.key.sign)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody: those who found the register, and those who work with it."""

    stewards: tuple[PrivateKey, PrivateKey]
    auditor: PrivateKey
    publisher: PrivateKey
    players: tuple[Player, ...]

    def steward(self, number: int = 0) -> Hand:
        """One of the two stewards."""
        return Hand(STEWARDS[number], self.stewards[number].sign)

    def clerk(self, authority: str) -> Player:
        """The first clerk of an authority; one more records what others delivered."""
        return self.of("clerk", authority)[0]

    def of(self, role: str, authority: str) -> list[Player]:
        """Everybody with a role of an authority."""
        return [p for p in self.players if p.role == role and p.authority == authority]


def cast(delivering: Sequence[str], deciding: Sequence[str], chance: Chance, folder: Path) -> Cast:
    """Make everybody's key and write each to a file that only its owner could read.

    Args:
        delivering: Authorities that deliver worksheets; each has a clerk.
        deciding: Authorities whose officers decide; each has officers, and a clerk for the notices.
        chance: Gives random bytes.
        folder: Where the keys are written.
    """
    folder.mkdir(parents=True, exist_ok=True)

    def key(name: str) -> PrivateKey:
        made = PrivateKey.from_chance(chance(32))
        made.write(folder / f"{name}.pem")
        return made

    players = []
    for authority in sorted({*delivering, *deciding}):
        short = authority.removeprefix("linhe-")
        wanted: list[tuple[str, Literal["clerk", "officer"]]] = []
        if authority in delivering:
            wanted.append((f"clerk-{short}", "clerk"))
        if authority in deciding:
            wanted.append((f"registrar-{short}", "clerk"))
            count = OFFICERS.get(authority, 2)
            wanted += [(f"officer-{short}-{n}", "officer") for n in range(1, count + 1)]
        players += [
            Player(PersonId.parse(name), role, AuthorityId.parse(authority), key(name))
            for name, role in wanted
        ]
    return Cast(
        (key("steward-1"), key("steward-2")), key("auditor"), key("publisher"), tuple(players)
    )


def enrol_all(desk: Desk, people: Cast, at: Moment, advance: Callable[[int, int], None]) -> None:
    """Let two stewards sign each enrolment and the auditor countersign it."""
    auditor = Hand(AUDITOR, people.auditor.sign)
    for done, player in enumerate(people.players, start=1):
        wanted = Enrolment(
            player.person,
            f"played-{player.person}",
            player.role,
            player.authority,
            player.key.public,
        )
        enrol(desk, people.steward(0), wanted, at)
        enrol(desk, people.steward(1), wanted, at)
        countersign(desk, auditor, wanted, at)
        advance(done, len(people.players))
