"""The order of writes holds in real processes: killed, out of disk, or with a disk that fails."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from evenhand.kernel.errors import EvenhandError
from evenhand.relational.compaction import TOGETHER
from evenhand.relational.register import open_register
from evenhand.relational.self_check import check_register, damage
from tests.conftest import ROOT
from tests.faults import (
    CHANGING,
    EIO,
    ENOSPC,
    KILL,
    SYNCS,
    Command,
    SweepResult,
    meaning,
    python,
    sweep,
)
from tests.small_register import new_register, receive

pytestmark = [pytest.mark.slow, pytest.mark.needs_tool("strace")]


def check(folder: Path) -> list[str]:
    """What is wrong with a register; what a crash leaves by design is not."""
    try:
        with open_register(folder) as register:
            found = damage(check_register(register))
    except EvenhandError as broken:
        return [str(broken)]
    return [finding.sentence("en") for finding in found]


def promise(printed: str, folder: Path) -> list[str]:
    """Every receipt that was printed stands in the ledger."""
    with open_register(folder) as register:
        there = {(event.topic, str(event.seq)) for event in register.ledger.read()}
    told = re.findall(r"received (\S+) as event (\d+)", printed)
    return [
        f"{topic} as event {seq} is not there" for topic, seq in told if (topic, seq) not in there
    ]


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register that has received one delivery."""
    folder = tmp_path_factory.mktemp("pristine") / "register"
    with new_register(folder) as made:
        receive(made, 1)
    return folder


SYNCED_WHEN_OPENED = r"^fdatasync\(<\{register\}(/vault)?>"
"""SQLite syncs the name of its write-ahead file and overlooks a failure; we have synced it before."""


def receiving(way: str = "receive", number: int = 2) -> Command:
    argv = python("-m", "tests.small_register", way, "{register}", str(number))
    return Command(argv, check, promise, harmless=SYNCED_WHEN_OPENED)


def assert_sound(result: SweepResult, points: int) -> None:
    assert result.violations == []
    assert result.missed == []
    assert result.points >= points


def test_killed_at_any_call_the_register_is_whole_and_the_next_try_completes(
    pristine: Path,
) -> None:
    assert_sound(sweep(receiving(), pristine, KILL), points=30)


def test_a_sync_that_fails_leads_to_a_refusal_and_no_receipt(pristine: Path) -> None:
    assert_sound(sweep(receiving(), pristine, EIO, SYNCS), points=12)


def test_a_disk_that_is_full_at_any_call_leads_to_a_refusal(pristine: Path) -> None:
    writing = ("write", "pwrite64", "mkdir", "rename")
    assert_sound(sweep(receiving(), pristine, ENOSPC, writing), points=25)


def test_a_delivery_that_is_there_stays_whole_when_it_is_sent_again(pristine: Path) -> None:
    assert_sound(sweep(receiving(number=1), pristine, KILL), points=3)


def test_an_erasure_that_is_killed_is_completed_by_the_next(pristine: Path) -> None:
    """Erased rows may wait for the next try; nothing else may be different."""
    erasing = receiving("erase", number=1)
    assert_sound(sweep(erasing, pristine, KILL), points=30)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register that has received as many deliveries as become one segment."""
    folder = tmp_path_factory.mktemp("many") / "register"
    with new_register(folder) as made:
        for number in range(TOGETHER):
            receive(made, number, 1)
    return folder


@pytest.mark.parametrize(
    ("fault", "calls"), [(KILL, CHANGING), (EIO, SYNCS), (ENOSPC, ("write", "mkdir", "rename"))]
)
def test_segments_become_one_whole_or_not_at_all(
    many: Path, fault: str, calls: tuple[str, ...]
) -> None:
    """What is left of the old files goes with the next try; the register is sound all the time."""
    compacting = receiving("compact", number=TOGETHER)
    assert_sound(sweep(compacting, many, fault, calls), points=5)


def test_numbers_drawn_anew_mean_the_same_register(pristine: Path) -> None:
    command = replace(receiving("by-real-chance"), state=meaning)
    assert_sound(sweep(command, pristine, KILL, ("rename", "mkdir", "ftruncate")), points=4)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 400 KB in memory; only root can mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small file system can be mounted by root alone")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_said_and_leaves_a_sound_register(small_disk: Path) -> None:
    """Deliveries until the disk is full; then there is room again, and the last one comes in."""
    register = small_disk / "register"
    new_register(register).close()
    argv = python("-m", "tests.small_register", "receive", str(register))
    told = ""
    for number in range(40):
        done = subprocess.run(
            [*argv, str(number)], capture_output=True, text=True, check=False, cwd=ROOT
        )
        told += done.stdout
        if done.returncode:
            break
    assert (done.returncode, done.stdout) == (1, "")
    assert "disk is full" in done.stderr
    assert told.count("received") == number >= 2
    assert (check(register), promise(told, register)) == ([], [])
    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    again = subprocess.run(
        [*argv, str(number)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert promise(told + again.stdout, register) == check(register) == []


@pytest.mark.parametrize(
    ("way", "says"),
    [
        ("event-first", "left behind: Segment .* is missing"),
        ("promise-first", "promised: .* is not there"),
    ],
)
def test_the_sweep_finds_a_wrong_order(pristine: Path, way: str, says: str) -> None:
    result = sweep(receiving(way), pristine, KILL, ("mkdir", "rename"))
    assert any(re.search(says, violation) for violation in result.violations)
