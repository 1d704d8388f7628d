"""A day of the register: the same input gives the same output; another day proposes nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from evenhand.kernel.periods import said
from tests.world import LIST, PENALTIES, World, company, penalty


def canonical(report: dict[str, object]) -> object:
    """What a run computed, without what it did to cases."""
    return report["schemes"], report["as_of"], report["today"]


def test_the_same_day_twice_is_the_same_output_and_no_new_event(town: World) -> None:
    town.deliver(PENALTIES, penalty(1), penalty(2))
    first = town.run()
    assert len(first["proposed"]) == 2
    head = town.head()
    again = town.run()
    assert canonical(again) == canonical(first)
    assert (again["repeated"], again["proposed"], again["notices"], again["time"]) == (
        True,
        [],
        0,
        [],
    )
    assert town.head() == head


def test_a_copy_of_the_register_gives_the_same_digests(town: World) -> None:
    town.deliver(PENALTIES, penalty(1))
    twin = town.copy(town.folder.with_name("twin"))
    assert canonical(twin.run()) == canonical(town.run())
    assert twin.head() == town.head()


@pytest.mark.parametrize("day", ["2026-03-01", "2026-03-03", "2027-01-01"])
def test_another_day_than_today_proposes_nothing(town: World, day: str) -> None:
    town.deliver(PENALTIES, penalty(1))
    head = town.head()
    done = town.must("run", "--as-of", day)
    assert f"{day} is not the register's today; nothing was proposed." in done.out
    report = town.must("run", "--as-of", day, "--json").value
    assert (report["today"], report["proposed"], report["notices"]) == (False, [], 0)
    assert (town.head(), town.look()) == (head, {})


def test_a_day_that_is_none_is_refused(town: World) -> None:
    done = town.say("run", "--as-of", "2026-02-30")
    assert (done.code, done.out) == (2, "")
    assert '"2026-02-30" is not a day. Write year-month-day' in done.err


def test_what_was_known_before_a_delivery_gives_the_earlier_answer(town: World) -> None:
    town.deliver(PENALTIES, penalty(1, article="《水污染防治法》第八十二条"))
    before = said(town.at)
    asked = ("standing", "linhe-compliance", "--out")
    first = town.folder / "first.csv"
    town.must(*asked, first)
    town.later(days=2)
    town.deliver(PENALTIES, penalty(1, document="临环罚〔2026〕9号"))
    now, then = town.folder / "now.csv", town.folder / "then.csv"
    town.must(*asked, now, "--as-of", "2026-03-02")
    town.must(*asked, then, "--as-of", "2026-03-02", "--known-at", before)
    assert then.read_bytes() == first.read_bytes() != now.read_bytes()
    assert first.read_text(encoding="utf-8").splitlines() == [
        "subject,points,grade",
        f"{company(1)},78,B",
    ]
    assert now.read_text(encoding="utf-8").splitlines()[1] == f"{company(1)},63,C"


def test_a_list_is_drawn_at_a_moment_and_an_entry_has_a_last_day(published: World) -> None:
    entry = {f"linhe-compliance/{LIST}": 1}
    effect = published.at
    assert published.sizes("--known-at", said(effect - dt.timedelta(days=2))) == {}
    shown = published.must("list", "show", LIST, "--json").value
    assert [one["identifier"] for one in shown] == [company(1)]
    last = dt.date.fromisoformat(shown[0]["last_day"])
    assert published.sizes("--as-of", last) == entry
    assert published.sizes("--as-of", last + dt.timedelta(days=1)) == {}
    wrong = published.say("list", "show", "environment-seriuos")
    assert (wrong.code, wrong.out) == (2, "")
    assert f"Near it: {LIST}" in wrong.err


def test_a_scheme_that_is_not_there_is_refused_with_the_nearest(town: World) -> None:
    done = town.say("standing", "linhe-complience")
    assert (done.code, done.out) == (2, "")
    assert (
        'no scheme in force on that day "linhe-complience". Near it: linhe-compliance' in done.err
    )


def test_scheme_file_changed_in_place_stops_the_day(town: World) -> None:
    (file,) = (town.register / "schemes").glob("linhe-compliance@*.yaml")
    text = file.read_text(encoding="utf-8").replace("base: 80", "base: 60")
    file.write_text(text, encoding="utf-8")
    done = town.say("run")
    assert (done.code, done.out) == (3, "")
    assert "is not the file that was recorded" in done.err
    assert town.say("check").code == 3


def test_evidence_changed_in_place_stops_the_day(noticed: World) -> None:
    (file,) = (noticed.register / "evidence").glob("*/scored.parquet")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))
    noticed.later(days=1)
    head = noticed.head()
    done = noticed.say("run")
    assert done.code in (1, 3)
    assert done.out == ""
    assert noticed.head() == head
