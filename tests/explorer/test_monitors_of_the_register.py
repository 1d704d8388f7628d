"""Monitors around the cases: deliveries, consents and runs, editions; a changed event is named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from evenhand.cases.monitors import audit, violations
from evenhand.kernel.canonical import Json
from evenhand.relational.events import Draft, Event
from tests.unit.cases.town import START, ZONE, founders, happened

DIGEST = "b31b2616559be2b1" + "0" * 48
RUN: dict[str, Json] = {"schemes": [{"scheme": "osmanthus", "subjects": 1}]}


def events(*said: tuple[str, str, Mapping[str, Json]]) -> list[Event]:
    return [
        happened(Draft(kind, topic, "system", body), seq, START + dt.timedelta(minutes=seq))
        for seq, (kind, topic, body) in enumerate(said, 1)
    ]


def delivered(**changes: Json) -> tuple[str, str, dict[str, Json]]:
    body: dict[str, Json] = {
        "delivery": "D-b31b2616559be2b1", "digest": DIGEST, "rows": 10, "stored": 7, "held": 2,
        "refused": 1, "sheets": [],
    }  # fmt: skip
    return "delivery.received", "D-b31b2616559be2b1", body | changes


def agreed(kind: str, who: str = "p1") -> tuple[str, str, dict[str, Json]]:
    return f"consent.{kind}", "osmanthus", {"scheme": "osmanthus", "person": who}


def edition(number: int) -> tuple[str, str, dict[str, Json]]:
    return "edition.published", str(number), {"number": number}


def test_a_lawful_register_has_no_violation_and_is_counted() -> None:
    told = events(delivered(), agreed("given"), ("run.completed", "day", RUN), edition(1))
    found = audit(told, founders(), ZONE)
    assert found.violations == ()
    assert (found.events, found.lives) == (4, 0)
    assert found.looked == {"cases": 0, "deliveries": 1, "runs": 1, "editions": 1, "events": 0}


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (events(delivered(stored=6)), "E4 rows are not stored, held and refused ones (event 1)"),
        (events(delivered(), delivered()), "E3 the delivery was received twice (event 2)"),
        (events(delivered(digest="0" * 64)), "E3 the delivery is not named by its bytes (event 1)"),
        (
            events(agreed("given"), agreed("withdrawn"), ("run.completed", "day", RUN)),
            "C1 a run scored more people than agreed (event 3)",
        ),
        (events(edition(1), edition(3)), "E1 it does not follow the one before (event 2)"),
        (events(delivered(rows="many")), "E5 events without their form"),
    ],
)
def test_a_broken_register_is_named_with_its_event(told: list[Event], says: str) -> None:
    assert any(says in said for said in violations(told, founders(), ZONE))


def test_consents_that_two_clerks_have_not_read_count_for_nobody() -> None:
    form: dict[str, Json] = {"scheme": "osmanthus", "subject": "S-1", "delivery": "D-1"}
    entered = ("consent.entered", "osmanthus", form)
    read: dict[str, Json] = {"entry": "D-1", "forms": 1}
    confirmed = ("consent.confirmed", "D-1", read)
    run = ("run.completed", "day", RUN)
    other = agreed("given"), agreed("withdrawn")
    told = events(*other, entered, run)
    assert any("C1" in said for said in violations(told, founders(), ZONE))
    assert violations(events(*other, entered, confirmed, run), founders(), ZONE) == []


def test_an_unsigned_act_of_a_person_is_named_whatever_it_is() -> None:
    (event,) = events(("scheme.published", "osmanthus", {}))
    from dataclasses import replace

    found = violations([replace(event, actor="steward-one")], founders(), ZONE)
    assert found == ["osmanthus: G3 scheme.published lacks its author's signature (event 1)"]
