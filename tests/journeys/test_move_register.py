"""A register that moves its ledger to PostgreSQL and back: no answer changes, nothing is recorded aside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evenhand.kernel.errors import Conflict
from evenhand.relational.ledger_place import open_ledger
from tests.world import PENALTIES, World, penalty

pytestmark = pytest.mark.needs_tool("initdb")


def answers(world: World) -> list[object]:
    """What people ask a register."""
    return [
        world.must("case", "list", "--json", *world.acting("auditor")).value,
        world.must("list", "sizes", "--json").value,
        world.must("standing", "linhe-compliance", "--json").value,
        world.must("held", "--json", *world.acting("auditor")).value,
        world.must("check").code,
    ]


def test_moving_there_and_back_changes_no_answer(
    published: World, postgres: Callable[[], str]
) -> None:
    before = answers(published)
    where = postgres()
    done = published.must("register", "move", "--to", where)
    assert "The ledger is in postgresql now" in done.out
    assert answers(published) == before
    published.deliver(PENALTIES, penalty(7))
    after = answers(published)
    back = published.must("register", "move", "--to", "file", "--json").value
    assert back["to"] == "sqlite"
    assert not (published.register / "ledger.json").exists()
    assert answers(published) == after


def test_whoever_has_the_old_ledger_open_records_nothing_there(
    town: World, postgres: Callable[[], str]
) -> None:
    old = open_ledger(town.register)
    events = old.head()[0]
    town.must("register", "move", "--to", postgres())
    with (
        pytest.raises(Conflict, match="The ledger has moved to postgresql"),
        old.transaction(town.at),
    ):
        pass
    assert old.head()[0] == events + 1
    old.close()


def test_a_backup_of_a_moved_register_restores_beside_a_file(
    town: World, postgres: Callable[[], str]
) -> None:
    town.must("register", "move", "--to", postgres())
    archive, folder = town.folder / "moved.evenhand", town.folder / "restored"
    town.must("backup", archive)
    before = answers(town)
    town.call("restore", archive, "--vault", town.register / "vault", "--register", folder)
    restored = open_ledger(folder)
    moved = open_ledger(town.register)
    assert restored.head() == moved.head()
    assert restored.verify() == moved.verify()
    assert answers(town) == before
    restored.close()
    moved.close()


def test_a_move_is_refused_in_words(town: World, postgres: Callable[[], str]) -> None:
    head = open_ledger(town.register).head()
    done = town.say("register", "move", "--to", "file")
    assert (done.code, "The ledger is in sqlite already." in done.err) == (2, True)
    done = town.say("register", "move", "--to", "postgresql://u:secret@localhost/x")
    assert (done.code, "Write no password into the place" in done.err) == (2, True)
    assert "secret" not in done.err
    done = town.say("register", "move", "--to", "nonsense")
    assert (done.code, "The place of the database cannot be read" in done.err) == (2, True)
    taken = postgres()
    town.must("register", "move", "--to", taken)
    town.must("register", "move", "--to", "file")
    done = town.say("register", "move", "--to", taken)
    assert (done.code, "never overwritten" in done.err) == (2, True)
    assert not (town.register / "ledger.json").exists()
    assert open_ledger(town.register).head()[0] == head[0] + 2
