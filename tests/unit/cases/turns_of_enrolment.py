"""A bad turn that only an enrolment around the program leads to: a steward who is an officer too."""

from __future__ import annotations

from typing import Final

from evenhand.kernel.canonical import Json, digest
from evenhand.relational.events import Draft
from tests.unit.cases.town import OFFICE, Town, key_of
from tests.unit.cases.turns import Turn

STEWARD_AGAIN: Final = "steward-as-officer"
"""A second account, of the natural person who is a steward and enrolled every officer."""


def enrolled_around(town: Town) -> Town:
    """Enrol a steward as an officer, which the enrolling commands refuse and the fold takes."""
    body: dict[str, Json] = {
        "natural": "n-s-one",
        "role": "officer",
        "authority": OFFICE,
        "key": str(key_of(STEWARD_AGAIN).public),
        "term": 1,
    }
    town.record(Draft("person.enrolled", STEWARD_AGAIN, "steward-one", body))
    town.record(Draft("person.enrolled", STEWARD_AGAIN, "steward-two", body))
    agreed: dict[str, Json] = {"enrolment": digest(body)}
    town.record(Draft("person.countersigned", STEWARD_AGAIN, "auditor", agreed))
    return town


BAD_OF_ENROLMENT: Final = {
    "D3-enrolled": Turn(
        lambda t: enrolled_around(t).until("decided_once"),
        lambda t: t.second(STEWARD_AGAIN),
        "enrolled one another",
    ),
}
"""One for the guard of two people of whom one enrolled the other."""
