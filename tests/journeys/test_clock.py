"""Only a demonstration has a clock that somebody moves, and it never goes back."""

from __future__ import annotations

from tests.world import World


def test_the_clock_of_a_demonstration_is_moved_on_by_hand(town: World) -> None:
    before = town.must("register", "clock").out
    later = "2027-01-05T09:00:00+08:00"
    assert town.must("register", "clock", "--to", later).out.strip() == later
    assert town.must("register", "clock").out.strip() == later
    done = town.say("register", "clock", "--to", before.strip())
    assert done.code == 2
    assert "A clock never goes back: it is 2027-01-05T01:00:00" in done.err
    assert (
        "时钟不能往回拨"
        in town.say("--lang", "zh", "register", "clock", "--to", before.strip()).err
    )
    assert town.must("register", "clock").out.strip() == later
