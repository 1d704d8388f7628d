"""A judgment debtor who joins a scheme and leaves it: the points go, the court's finding stays (RF-3)."""

from __future__ import annotations

import pyarrow.parquet as pq

from evenhand.kernel.ids import SubjectId
from tests.journeys.test_consent_on_paper import SCHEME, joined
from tests.journeys.test_debtor_who_pays import deliver, finding
from tests.world import DONATIONS, World, donation


def types_about(town: World, subject: str) -> set[str]:
    """The types of the records that the evidence holds about somebody."""
    number = int(SubjectId.parse(subject))
    tables = [
        pq.read_table(path, columns=["subject", "type"]).to_pylist()
        for path in (town.register / "evidence").rglob("scored.parquet")
    ]
    return {row["type"] for rows in tables for row in rows if row["subject"] == number}


def test_rf_3_nobody_leaves_a_courts_finding_by_leaving_a_scheme(town: World) -> None:
    key = joined(town)
    town.deliver(DONATIONS, donation(1))
    deliver(town, "认定", finding(1))
    town.run()
    subject = town.subject(1)
    assert "blood_donation_certificate" in types_about(town, subject)
    cases = town.look()
    town.must("consent", "withdraw", SCHEME, "--key", key)
    town.run()
    assert town.subject(1) == subject
    left = types_about(town, subject)
    assert left
    assert "blood_donation_certificate" not in left
    assert town.look() == cases
    done = town.say("explain", SCHEME, "me", "--key", key)
    assert (done.code, done.err) == (4, f"{SCHEME}: no information.\n")
    assert town.must("check").code == 0
