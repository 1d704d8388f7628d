"""What was acknowledged outlives a power failure at any moment, by the strict model of a disk."""

from __future__ import annotations

import copy
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from evenhand.relational.restore import restore
from tests.faults import python, tree
from tests.journeys.test_faults import check, promise
from tests.power_loss import Change, Disk, traced
from tests.small_register import new_register, receive

pytestmark = [pytest.mark.slow, pytest.mark.needs_tool("strace")]


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register that has received one delivery."""
    folder = tmp_path_factory.mktemp("pristine") / "register"
    with new_register(folder) as made:
        receive(made, 1)
    return folder


def run(way: str, register: Path, trace: Path) -> list[Change]:
    argv = python("-m", "tests.small_register", way, str(register), "2")
    return traced(argv, register, trace)[0]


def run_on_copy(way: str, pristine: Path, folder: Path) -> list[Change]:
    shutil.copytree(pristine, folder / "register")
    return run(way, folder / "register", folder / "trace")


def printed(changes: list[Change]) -> str:
    return b"".join(change.data for change in changes if change.call == "print").decode()


def moments(pristine: Path, changes: list[Change]) -> Iterator[tuple[Disk, list[Change]]]:
    """The disk after each change, and the changes until then."""
    disk = Disk(pristine)
    for number, change in enumerate(changes, start=1):
        disk.apply(change)
        yield disk, changes[:number]


def wrong_after(disk: Disk, told: str, folder: Path, chance: random.Random | None) -> list[str]:
    disk.fail(folder, chance)
    wrong = check(folder) or promise(told, folder)
    shutil.rmtree(folder)
    return wrong


def violations(
    pristine: Path, changes: list[Change], folder: Path, seeds: tuple[int | None, ...] = (None,)
) -> list[str]:
    found = []
    for disk, so_far in moments(pristine, changes):
        for seed in seeds:
            chance = None if seed is None else random.Random(f"{seed} {len(so_far)}")
            for wrong in wrong_after(disk, printed(so_far), folder / "after", chance):
                found.append(f"after {so_far[-1].call} {so_far[-1].path}: {wrong}")
    return found


def test_the_model_sees_what_the_program_left(pristine: Path, tmp_path: Path) -> None:
    changes = run_on_copy("receive", pristine, tmp_path)
    disk = Disk(pristine)
    for change in changes:
        disk.apply(change)
    disk.seen(tmp_path / "seen")
    assert tree(tmp_path / "seen") == tree(tmp_path / "register")
    assert printed(changes).startswith("received D-")


def test_power_may_fail_after_any_change(pristine: Path, tmp_path: Path) -> None:
    changes = run_on_copy("receive", pristine, tmp_path)
    assert len(changes) > 50
    assert violations(pristine, changes, tmp_path) == []


def test_unsynced_blocks_and_names_may_survive_in_any_order(pristine: Path, tmp_path: Path) -> None:
    changes = run_on_copy("receive", pristine, tmp_path)
    assert violations(pristine, changes, tmp_path, seeds=(1, 2, 3)) == []


def test_what_a_killed_process_left_unsynced_is_synced_before_it_is_promised(
    pristine: Path, tmp_path: Path
) -> None:
    """Killed before a sync, tried again, promised, then the power fails."""
    changes = run_on_copy("receive", pristine, tmp_path)
    syncs = [number for number, change in enumerate(changes) if change.call == "fsync"]
    for number in syncs:
        disk = Disk(pristine)
        for change in changes[:number]:
            disk.apply(change)
        again = tmp_path / f"again-{number}"
        again.mkdir()
        disk.seen(again / "register")
        after = run("receive", again / "register", again / "trace")
        promised = next(n for n, change in enumerate(after, start=1) if change.call == "print")
        restarted = copy.deepcopy(disk)
        for change in after[:promised]:
            restarted.apply(change)
        told = printed(after[:promised])
        assert wrong_after(restarted, told, tmp_path / "after", None) == [], changes[number]
        shutil.rmtree(again)


def test_a_new_register_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from tests.small_register import new_register\n"
        "new_register(pathlib.Path(sys.argv[1])).close(); print('made', flush=True)"
    )
    (tmp_path / "home").mkdir()
    (tmp_path / "empty").mkdir()
    argv = python("-c", program, str(tmp_path / "home" / "register"))
    changes, said = traced(argv, tmp_path / "home", tmp_path / "trace")
    assert said == "made\n"
    for disk, so_far in moments(tmp_path / "empty", changes):
        for lay_out in (disk.fail, disk.seen):
            lay_out(tmp_path / "after")
            register = tmp_path / "after" / "register"
            assert register.exists() or not printed(so_far)
            if not register.exists():
                new_register(register).close()
            assert check(register) == []
            shutil.rmtree(tmp_path / "after")


def test_a_backup_is_there_whole_or_not_at_all(pristine: Path, tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from evenhand.relational.backup import backup\n"
        "from evenhand.relational.register import open_register\n"
        "home = pathlib.Path(sys.argv[1])\n"
        "with open_register(home / 'register') as register: backup(register, home / 'b.tar')\n"
        "print('made', flush=True)"
    )
    for home in ("home", "before"):
        shutil.copytree(pristine, tmp_path / home / "register")
    changes, _ = traced(
        python("-c", program, str(tmp_path / "home")), tmp_path / "home", tmp_path / "t"
    )
    whole = 0
    for disk, so_far in moments(tmp_path / "before", changes):
        disk.fail(tmp_path / "after")
        assert check(tmp_path / "after" / "register") == []
        archive = tmp_path / "after" / "b.tar"
        assert archive.exists() or not printed(so_far)
        if archive.exists():
            whole += 1
            restore(
                archive, tmp_path / "after" / "again", tmp_path / "after" / "register" / "vault"
            )
        shutil.rmtree(tmp_path / "after")
    assert whole >= 1


@pytest.mark.parametrize("way", ["unsynced", "event-first", "synchronous-normal"])
def test_the_model_finds_a_careless_write(pristine: Path, tmp_path: Path, way: str) -> None:
    changes = run_on_copy(way, pristine, tmp_path)
    assert violations(pristine, changes, tmp_path) != []


def test_the_model_finds_why_the_ledger_keeps_a_write_ahead_file(
    pristine: Path, tmp_path: Path
) -> None:
    """A rollback journal ends a transaction by removing a file, and nobody syncs that."""
    changes = run_on_copy("rollback-journal", pristine, tmp_path)
    found = violations(pristine, changes, tmp_path)
    assert any("is not there" in wrong for wrong in found)
