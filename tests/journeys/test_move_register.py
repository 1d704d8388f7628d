"""A register that moves its ledger to PostgreSQL and back: no answer changes, nothing is recorded aside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evenhand.kernel.errors import Conflict
from evenhand.keys.signing import PrivateKey
from evenhand.publication.sign import NoteKey
from evenhand.relational.ledger_place import open_ledger
from tests.world import ORIGIN, PENALTIES, World, company, penalty

AUDIT = ("--purpose", "The move of the register.")

pytestmark = pytest.mark.needs_tool("initdb")


def answers(world: World) -> list[object]:
    """What people ask a register."""
    return [
        world.must("case", "list", "--json", *world.acting("auditor")).value,
        world.must("list", "sizes", "--json").value,
        world.must("standing", "linhe-compliance", "--json").value,
        world.must("held", "--json", *world.acting("auditor")).value,
        world.must("explain", "linhe-compliance", company(1), "--json").value,
        world.must("file", company(1), *AUDIT, "--json", *world.acting("auditor")).value[
            "standings"
        ],
        world.must("audit", "--json").value["violations"],
        world.must("check").code,
    ]


def edition(world: World, number: int) -> tuple[int, bytes]:
    """What a stranger's check says of an edition, and its bytes."""
    folder = world.register / "editions" / str(number)
    key = NoteKey(ORIGIN, PrivateKey.read(world.key("publisher")).public)
    done = world.call("verify", folder, "--key", str(key), "--at", world.at.isoformat())
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return done.code, b"".join(path.read_bytes() for path in files)


def test_moving_there_and_back_changes_no_answer(
    published: World, postgres: Callable[[], str]
) -> None:
    before, first = answers(published), edition(published, 1)
    assert first[0] == 0
    where = postgres()
    done = published.must("register", "move", "--to", where)
    assert "The ledger is in postgresql now" in done.out
    assert (answers(published), edition(published, 1)) == (before, first)
    published.deliver(PENALTIES, penalty(7))
    assert published.publish()["number"] == 2
    second = edition(published, 2)
    assert second[0] == 0
    after = answers(published)
    back = published.must("register", "move", "--to", "file", "--json").value
    assert back["to"] == "sqlite"
    assert not (published.register / "ledger.json").exists()
    assert (answers(published), edition(published, 2)) == (after, second)
    assert published.publish()["number"] == 3
    assert edition(published, 3)[0] == 0


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
    published: World, postgres: Callable[[], str]
) -> None:
    published.must("register", "move", "--to", postgres())
    archive, folder = published.folder / "moved.evenhand", published.folder / "restored"
    before = answers(published)
    published.must("backup", archive)
    published.call(
        "restore", archive, "--vault", published.register / "vault", "--register", folder
    )
    restored = open_ledger(folder)
    moved = open_ledger(published.register)
    assert restored.head() == moved.head()
    assert restored.verify() == moved.verify()
    assert answers(published) == before
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
