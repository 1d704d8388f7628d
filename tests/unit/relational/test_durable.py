"""Durable writes: whole or not at all, and what a crash leaves is known by its name."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from evenhand.kernel.errors import EvenhandError
from evenhand.relational import durable
from evenhand.relational.durable import (
    clear_leftovers,
    file_written_durably,
    folder_written_durably,
    make_folder_durably,
    remove_durably,
    write_durably,
    write_folder_durably,
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(code: int) -> Callable[[int], None]:
    def fail(descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def test_a_file_is_written_and_replaced_whole(tmp_path: Path) -> None:
    write_durably(tmp_path / "receipt.json", b"first")
    write_durably(tmp_path / "receipt.json", b"second")
    assert (tmp_path / "receipt.json").read_bytes() == b"second"
    assert names(tmp_path) == ["receipt.json"]


def test_a_folder_appears_with_all_its_files(tmp_path: Path) -> None:
    write_folder_durably(tmp_path / "segment", {"a": b"1", "b": b"2"})
    assert names(tmp_path) == ["segment"]
    assert names(tmp_path / "segment") == ["a", "b"]


def test_a_tree_appears_whole(tmp_path: Path) -> None:
    with folder_written_durably(tmp_path / "made") as under_construction:
        (under_construction / "deep" / "er").mkdir(parents=True)
        (under_construction / "deep" / "er" / "file").write_bytes(b"x")
        assert not (tmp_path / "made").exists()
    assert (tmp_path / "made" / "deep" / "er" / "file").read_bytes() == b"x"


def test_everything_is_synced_before_it_has_its_name_and_the_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    real_sync, real_rename = os.fsync, Path.rename

    def sync(descriptor: int) -> None:
        told.append("fsync " + Path(f"/proc/self/fd/{descriptor}").readlink().name)
        real_sync(descriptor)

    def rename(self: Path, target: Path) -> Path:
        told.append(f"rename {target.name}")
        return real_rename(self, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "rename", rename)
    write_durably(tmp_path / "one", b"x")
    folder = tmp_path.name
    assert told == ["fsync one.partial", "rename one", f"fsync {folder}"]
    told.clear()
    write_folder_durably(tmp_path / "two", {"file": b"x"})
    assert told == ["fsync file", "fsync two.partial", "rename two", f"fsync {folder}"]


def test_a_folder_is_made_once(tmp_path: Path) -> None:
    make_folder_durably(tmp_path / "held")
    make_folder_durably(tmp_path / "held")
    assert names(tmp_path) == ["held"]


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    write_folder_durably(tmp_path / "segment", {"a": b"1"})
    write_durably(tmp_path / "file", b"1")
    for name in ("segment", "file", "never there"):
        remove_durably(tmp_path / name)
    assert names(tmp_path) == []


def test_leftovers_are_known_by_their_name(tmp_path: Path) -> None:
    write_durably(tmp_path / "kept.json", b"kept")
    (tmp_path / "half.json.partial").write_bytes(b"ha")
    (tmp_path / "segment.partial").mkdir()
    (tmp_path / "segment.partial" / "file").write_bytes(b"x")
    removed = clear_leftovers(tmp_path)
    assert [path.name for path in removed] == ["half.json.partial", "segment.partial"]
    assert names(tmp_path) == ["kept.json"]
    assert clear_leftovers(tmp_path) == ()
    assert clear_leftovers(tmp_path / "none") == ()


def test_a_leftover_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "file.partial").write_bytes(b"much longer than what comes")
    (tmp_path / "folder.partial").mkdir()
    (tmp_path / "folder.partial" / "stale").write_bytes(b"x")
    write_durably(tmp_path / "file", b"new")
    write_folder_durably(tmp_path / "folder", {"a": b"1"})
    assert (tmp_path / "file").read_bytes() == b"new"
    assert names(tmp_path / "folder") == ["a"]


# What is refused.


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.EIO, "did not keep .*Take nothing for received"),
        (errno.ENOSPC, "The disk is full; .* was not written"),
        (errno.EDQUOT, "The disk is full"),
    ],
)
def test_a_failing_fsync_is_final_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, says: str
) -> None:
    write_durably(tmp_path / "receipt.json", b"old")
    tries = 0

    def fail(descriptor: int) -> None:
        nonlocal tries
        tries += 1
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(EvenhandError, match=says):
        write_durably(tmp_path / "receipt.json", b"new")
    assert tries == 1
    assert (tmp_path / "receipt.json").read_bytes() == b"old"
    assert names(tmp_path) == ["receipt.json"]


def test_a_folder_whose_files_did_not_sync_has_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    with pytest.raises(EvenhandError, match="did not keep") as refused:
        write_folder_durably(tmp_path / "segment", {"a": b"1"})
    assert "不得视为已收到" in refused.value.said_in("zh")
    assert names(tmp_path) == []


def test_a_name_that_did_not_sync_is_not_reported_as_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "sync_folder", lambda folder: failing(errno.EIO)(0))
    with pytest.raises(EvenhandError, match="did not keep"):
        write_durably(tmp_path / "receipt.json", b"new")
    with pytest.raises(EvenhandError, match="did not keep"):
        make_folder_durably(tmp_path / "held")
    with pytest.raises(EvenhandError, match="did not keep"):
        remove_durably(tmp_path / "receipt.json")


def test_an_exception_in_between_leaves_nothing(tmp_path: Path) -> None:
    def stop() -> None:
        with folder_written_durably(tmp_path / "made") as under_construction:
            (under_construction / "file").write_bytes(b"x")
            raise ZeroDivisionError

    def stop_in_file() -> None:
        with file_written_durably(tmp_path / "file") as file:
            file.write(b"x")
            raise ZeroDivisionError

    for stopped in (stop, stop_in_file):
        with pytest.raises(ZeroDivisionError):
            stopped()
    assert names(tmp_path) == []


def test_a_link_planted_as_leftover_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"untouched")
    (tmp_path / "file.partial").symlink_to(tmp_path / "victim")
    with pytest.raises(EvenhandError, match="did not keep"):
        write_durably(tmp_path / "file", b"x")
    assert (tmp_path / "victim").read_bytes() == b"untouched"
    clear_leftovers(tmp_path)
    assert names(tmp_path) == ["victim"]


def test_a_missing_folder_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(EvenhandError, match="No such file or directory"):
        write_durably(tmp_path / "none" / "file", b"x")
