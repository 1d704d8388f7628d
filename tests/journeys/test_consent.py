"""Residents: scored while they consent, absent from every answer when they do not (RF-1)."""

from __future__ import annotations

import pyarrow.parquet as pq
import pytest

from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import said
from tests.world import CONSENTS, DONATIONS, Said, World, consent, donation, resident

AUDIT = ("--purpose", "yearly audit")
UNKNOWN = str(SubjectId(1_234_567_890_123_456))


@pytest.fixture
def joined(town: World) -> World:
    """A town of which two residents joined, and three gave blood."""
    town.deliver(CONSENTS, consent(1), consent(2))
    town.deliver(DONATIONS, donation(1), donation(2), donation(3))
    return town


def leave(town: World, number: int) -> None:
    town.later(days=1)
    town.deliver(CONSENTS, consent(number, "退出", "2026-03-03"))


def read(town: World, subject: str, *clocks: object) -> Said:
    """What the auditor reads of a resident."""
    asked = ("explain", "linhe-osmanthus", subject, *clocks)
    return town.say(*asked, *town.acting("auditor"), *AUDIT)


def osmanthus(town: World) -> dict[str, object]:
    """What the day's run says of the scheme about residents."""
    (run,) = (r for r in town.run()["schemes"] if r["scheme"] == "linhe-osmanthus")
    return dict(run)


def snapshot(town: World) -> list[str]:
    """Whose standings are kept."""
    table = pq.read_table(town.register / "derived" / "standings" / "linhe-osmanthus.parquet")
    return [str(SubjectId(int(number))) for number in table["subject"].to_pylist()]


@pytest.mark.both_databases("joined")
def test_rf_1_who_joined_is_scored_and_who_left_is_gone_by_the_next_run(joined: World) -> None:
    assert osmanthus(joined)["subjects"] == 2
    one, two = joined.subject(1), joined.subject(2)
    assert set(snapshot(joined)) == {one, two}
    assert "105 points" in read(joined, one).out
    leave(joined, 1)
    assert osmanthus(joined)["subjects"] == 1
    assert snapshot(joined) == [two]
    counted = joined.must("standing", "linhe-osmanthus", "--json").value
    assert counted["subjects"] == 1


def test_rf_1_left_and_unknown_give_the_same_bytes_about_any_day_and_any_knowledge(
    joined: World,
) -> None:
    joined.run()
    left, knew = joined.subject(1), said(joined.at)
    leave(joined, 1)
    for clocks in ((), ("--known-at", knew), ("--as-of", "2026-03-02"), ("--json",)):
        answers = {subject: read(joined, subject, *clocks) for subject in (left, UNKNOWN)}
        assert answers[left] == answers[UNKNOWN]
        assert answers[left].code == 4
        assert answers[left].out == ""
        assert answers[left].err == "linhe-osmanthus: no information.\n"
    earlier = joined.must("standing", "linhe-osmanthus", "--known-at", knew, "--json").value
    assert earlier["subjects"] == 1


def test_rf_1_who_never_joined_leaves_no_trace_at_all(joined: World) -> None:
    assert joined.subject(3) == "None"
    assert read(joined, UNKNOWN).err == "linhe-osmanthus: no information.\n"
    for path in joined.register.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            for number in (1, 2, 3):
                assert resident(number).encode() not in data, path


def test_rf_1_a_source_is_told_the_same_whoever_consented(town: World, joined: World) -> None:
    rows = (donation(4), donation(5, "2026-02-30"), donation(6))
    with_consents = town.copy(town.folder.with_name("with"))
    with_consents.deliver(CONSENTS, consent(4), consent(5))
    without = town.copy(town.folder.with_name("without"))
    told = []
    for place in (with_consents, without):
        file = place.file(DONATIONS, *rows, name="same.csv")
        done = place.say("receive", DONATIONS, file, *place.acting("health-clerk"))
        name = place.must("receive", DONATIONS, file, *place.acting("health-clerk"), "--json").value
        told.append((done, place.receipt(name["delivery"])))
    assert told[0] == told[1]
    assert told[0][0].code == 0


def test_rf_1_withdrawing_and_joining_again_counts_from_the_new_form(joined: World) -> None:
    one, knew = joined.subject(1), said(joined.at)
    leave(joined, 1)
    joined.later(days=2)
    joined.deliver(CONSENTS, consent(1, on="2026-03-05"))
    assert "points" in read(joined, one).out
    before = read(joined, one, "--known-at", knew)
    assert (before.code, before.out) == (4, "")


def test_rf_2_a_file_of_residents_has_their_numbers_of_the_register_alone(
    joined: World,
) -> None:
    out = joined.folder / "rows.csv"
    asked = ("standing", "linhe-osmanthus", "--out", out, "--purpose", "yearly audit")
    knew = said(joined.at)
    leave(joined, 1)
    joined.must(*asked, *joined.acting("auditor"), "--known-at", knew)
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines == ["subject,points,grade", f"{joined.subject(2)},105,base"]
    told = [event.topic for event in joined.events("rows.read")]
    assert told == ["linhe-osmanthus", joined.subject(2)]
