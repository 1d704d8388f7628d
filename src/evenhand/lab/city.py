"""A model city: subjects, authorities, what was documented, and the files that say it.

What it is: a whole made-up world that a seed decides, for demonstrations and tests. What it is not:
a likeness of any place or person; all codes lie in areas that nothing real has. Rules:

- the same seed, size and catalogue give the same city on every day and machine;
- nothing is read and no clock is asked;
- whatever was planted to be found stands in ``City.truth``, with its cells.

One use::

    city = make_city(7, FULL, read_catalogue())
    for worksheet in worksheets(city): ...
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.canonical import Json
from evenhand.lab.bodies import AUTHORITIES, PublicBody, make_bodies
from evenhand.lab.civic import civic_facts, consent_facts
from evenhand.lab.conduct import Conduct
from evenhand.lab.courts import court_facts
from evenhand.lab.enterprises import Enterprise, make_enterprises
from evenhand.lab.facts import Fact, Numbers
from evenhand.lab.files import Parties, make_files
from evenhand.lab.filings import Filings
from evenhand.lab.people import GROWN_UP_BY, Resident, make_residents, names
from evenhand.lab.repairs import repair_facts
from evenhand.lab.returns import return_facts
from evenhand.lab.sheets import File
from evenhand.lab.spoil import spoil
from evenhand.lab.truth import conduct_truth, file_truth
from evenhand.sources.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class CitySize:
    """How many subjects a city has."""

    enterprises: int
    public_bodies: int
    residents: int

    def __post_init__(self) -> None:
        """Refuse a city too small for its own authorities, or too large for its names.

        Raises:
            ValueError: When it is.
        """
        if not 400 <= self.enterprises <= 40_000:
            raise ValueError("a model city has 400 to 40,000 enterprises")
        if not len(AUTHORITIES) <= self.public_bodies <= 200:
            raise ValueError(f"a model city has {len(AUTHORITIES)} to 200 public bodies")
        if not 100 <= self.residents <= 1_000_000:
            raise ValueError("a model city has 100 to 1,000,000 residents")


FULL: Final = CitySize(20_000, 200, 60_000)
SMALL: Final = CitySize(1_000, 20, 2_000)
"""For tests: everything of the full city is there, at least once."""


@dataclass(frozen=True, slots=True)
class City:
    """A model city.

    Attributes:
        facts: What the authorities documented, before anybody typed it.
        files: What they send, mistakes and all, in the order of delivery.
        truth: What was planted, where, and what has to come of it; ``docs/reference/model-city.md``.
    """

    seed: int
    size: CitySize
    enterprises: tuple[Enterprise, ...]
    bodies: tuple[PublicBody, ...]
    residents: tuple[Resident, ...]
    facts: tuple[Fact, ...]
    files: tuple[File, ...]
    truth: Mapping[str, Json]


def make_city(seed: int, size: CitySize, catalogue: Catalogue) -> City:
    """Make a model city.

    Args:
        seed: Decides everything.
        size: How many subjects.
        catalogue: Which articles grade what as minor or serious.
    """
    enterprises = make_enterprises(seed, size.enterprises, names(seed, "representatives"))
    bodies = make_bodies(size.public_bodies)
    residents = make_residents(seed, size.residents)
    numbers = Numbers()
    conduct = Conduct(seed, enterprises, catalogue, numbers)
    penalties = tuple(conduct.penalties())
    facts = (
        *penalties,
        *court_facts(seed, size.enterprises, catalogue, numbers, conduct.somebody),
        *repair_facts(seed, penalties, catalogue),
        *Filings(seed, enterprises, catalogue, numbers).all(),
        *return_facts(seed, bodies, numbers),
        *consent_facts(seed, residents, numbers),
        *civic_facts(seed, residents, catalogue, numbers),
    )
    files = make_files(seed, facts, Parties(enterprises, bodies, residents))
    under_aged = frozenset(r.resident for r in residents if r.born > GROWN_UP_BY)
    faults = spoil(seed, files, under_aged)
    truth: dict[str, Json] = {
        "seed": seed,
        "size": {
            "enterprises": size.enterprises,
            "public_bodies": size.public_bodies,
            "residents": size.residents,
        },
        **conduct_truth(facts, enterprises, residents),
        "files": file_truth(files),
        "faults": faults,
    }
    return City(seed, size, enterprises, bodies, residents, facts, tuple(files), truth)
