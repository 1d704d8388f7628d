"""What a disk holds when the power fails, by a strict model: only what was synced.

A traced run gives every change to files, with its bytes. The model applies them one by one to a copy
of the folder in memory, and keeps apart what is *now* (what the program sees) and what is *kept*:
a file's bytes as of its last fsync, a folder's names as of the last fsync of the folder. After any
number of changes the power may fail; what is kept is then written out as a folder to look at. In
the wild variant each file and name is either kept or now, by chance, and an unsynced file may hold
some of its new blocks and not others.
"""

from __future__ import annotations

import ast
import os
import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from tests.conftest import ROOT

_TRACED = (
    "openat,write,pwrite64,ftruncate,lseek,fsync,fdatasync,rename,unlink,mkdir,rmdir,close,"
    "writev,pwritev,copy_file_range,renameat,renameat2,unlinkat,mkdirat,link,linkat,symlink"
)
_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+|0x[0-9a-f]+)")
_RESUMED = re.compile(r"^\d+ +<\.\.\. \w+ resumed>(.*)$")
_UNFINISHED = " <unfinished ...>"
_DESCRIPTOR = re.compile(r"^(\d+)<([^>]*)>")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_KNOWN = ("openat", "write", "fsync", "ftruncate", "rename", "unlink", "mkdir", "rmdir")
_BLOCK = 4096
_CACHE = "-shm"


@dataclass(slots=True)
class File:
    """A file: its bytes now, and as of its last fsync."""

    now: bytearray = field(default_factory=bytearray)
    kept: bytes = b""


@dataclass(slots=True)
class Folder:
    """A folder: its names now, and as of its last fsync."""

    now: dict[str, Node] = field(default_factory=dict)
    kept: dict[str, Node] = field(default_factory=dict)


Node: TypeAlias = "File | Folder"


@dataclass(frozen=True, slots=True)
class Change:
    """One call that changed or synced something: its name, the file or files, its bytes or place."""

    call: str
    path: str
    to: str = ""
    data: bytes = b""
    at: int = 0


def traced(argv: Sequence[str], folder: Path, trace: Path) -> tuple[list[Change], str]:
    """Run a command and list its changes under a folder; ``print`` stands where it printed."""
    strace = ["strace", "-f", "-y", "-qq", "-s", "10000000", "-e", "signal=none"]
    steady = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*strace, "-e", f"trace={_TRACED}", "-o", str(trace), *argv],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=os.environ | steady,
    )
    text = trace.read_text(encoding="utf-8", errors="surrogateescape")
    return list(_changes(text, folder)), done.stdout


def _whole_calls(text: str, folder: Path) -> Iterator[str]:
    """Each call on one line, where it ended; another thread's call may stand between its two halves.

    One thread alone writes under the folder, so the order in which calls end is the order of changes.
    """
    begun: dict[str, str] = {}
    for line in text.splitlines():
        process = line.partition(" ")[0]
        resumed = _RESUMED.match(line)
        if resumed is not None:
            yield begun.pop(process) + resumed[1]
        elif line.endswith(_UNFINISHED):
            begun[process] = line.removesuffix(_UNFINISHED)
            writing = [call for call in begun.values() if str(folder) in call and _writes(call)]
            assert len(writing) <= 1, f"two threads write at once: {writing}"
        else:
            yield line


def _writes(call: str) -> bool:
    """Whether a call can change a file; reading ones may go on beside it."""
    name = call.partition("(")[0].split()[-1]
    if name == "openat":
        return "O_CREAT" in call or "O_TRUNC" in call
    return name not in ("close", "lseek")


def _changes(text: str, folder: Path) -> Iterator[Change]:
    """Read a trace into changes under a folder, and what was printed."""
    start, reader = f"{folder}/", _Reader()
    for line in _whole_calls(text, folder):
        call = _CALL.match(line)
        if call is None or call[3].startswith("-"):
            continue
        change = reader.read(call[1], call[2], call[3])
        if change is None or change.path.endswith((_CACHE, " (deleted)")):
            continue
        if change.call == "print":
            yield change
        elif f"{change.path}/".startswith(start):
            assert change.call in _KNOWN, f"the model does not know {change.call}"
            path, to = change.path[len(start) :], change.to.removeprefix(start)
            yield Change(change.call, path, to, change.data, change.at)


class _Reader:
    """Reads one call at a time; knows where each descriptor stands."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}

    def read(self, name: str, arguments: str, result: str) -> Change | None:
        descriptor = _DESCRIPTOR.match(arguments)
        if descriptor is None:
            return self._by_name(name, arguments, result)
        number, path = descriptor.groups()
        if name == "lseek":
            self.places[number] = int(result)
        elif name == "write" and number == "1":
            return Change("print", "", data=_data(arguments))
        elif name == "write":
            at = self.places.get(number, 0)
            self.places[number] = at + int(result)
            return Change("write", path, data=_data(arguments), at=at)
        elif name == "pwrite64":
            return Change("write", path, data=_data(arguments), at=_last_number(arguments))
        elif name in ("fsync", "fdatasync"):
            return Change("fsync", path)
        elif name == "ftruncate":
            return Change(name, path, at=_last_number(arguments))
        elif name == "unlinkat":
            inside = _bytes(_TEXT.findall(arguments)[0]).decode()
            call = "rmdir" if "AT_REMOVEDIR" in arguments else "unlink"
            return Change(call, f"{path}/{inside}")
        elif name != "close":
            return Change(name, path)
        return None

    def _by_name(self, name: str, arguments: str, result: str) -> Change | None:
        paths = [_bytes(part).decode() for part in _TEXT.findall(arguments)]
        if name == "openat":
            self.places[result] = 0
            changes = "O_CREAT" in arguments or "O_TRUNC" in arguments
            truncates = "O_TRUNC" if "O_TRUNC" in arguments else ""
            return Change(name, paths[0], truncates) if changes else None
        return Change(name, paths[0], "".join(paths[1:2])) if paths else None


def _bytes(escaped: str) -> bytes:
    made = ast.literal_eval(f'b"{escaped.encode("utf-8", "surrogateescape").decode("latin-1")}"')
    assert isinstance(made, bytes)
    return made


def _data(arguments: str) -> bytes:
    return b"".join(_bytes(part) for part in _TEXT.findall(arguments))


def _last_number(arguments: str) -> int:
    return int(arguments.rsplit(",", 1)[1])


class Disk:
    """A folder on a disk that may lose power."""

    def __init__(self, folder: Path) -> None:
        self.root = _loaded(folder)

    def apply(self, change: Change) -> None:
        """Do one change."""
        if change.call == "print":
            return
        path = PurePosixPath(change.path)
        if change.call == "fsync":
            self._sync(self._node(path))
            return
        parent = self._node(path.parent)
        assert isinstance(parent, Folder)
        if change.call == "openat":
            file = parent.now.setdefault(path.name, File())
            if change.to == "O_TRUNC" and isinstance(file, File):
                file.now = bytearray()
        elif change.call == "mkdir":
            parent.now[path.name] = Folder()
        elif change.call in ("unlink", "rmdir"):
            del parent.now[path.name]
        elif change.call == "rename":
            target = self._node(PurePosixPath(change.to).parent)
            assert isinstance(target, Folder)
            target.now[PurePosixPath(change.to).name] = parent.now.pop(path.name)
        else:
            file = parent.now[path.name]
            assert isinstance(file, File)
            _write(file, change)

    def fail(self, folder: Path, chance: random.Random | None = None) -> None:
        """Write out what is there after the power failed; without chance, only what was synced."""
        folder.mkdir()
        _lay_out(self.root, folder, chance, now=False)

    def seen(self, folder: Path) -> None:
        """Write out what a program sees, as after a kill."""
        folder.mkdir()
        _lay_out(self.root, folder, None, now=True)

    def _node(self, path: PurePosixPath) -> Node:
        node: Node = self.root
        for part in path.parts:
            assert isinstance(node, Folder)
            node = node.now[part]
        return node

    def _sync(self, node: Node) -> None:
        if isinstance(node, File):
            node.kept = bytes(node.now)
        else:
            node.kept = dict(node.now)


def _write(file: File, change: Change) -> None:
    if change.call == "ftruncate":
        del file.now[change.at :]
        file.now.extend(bytes(change.at - len(file.now)))
        return
    file.now.extend(bytes(max(0, change.at - len(file.now))))
    file.now[change.at : change.at + len(change.data)] = change.data


def _loaded(folder: Path) -> Folder:
    made = Folder()
    for path in folder.iterdir():
        if path.name.endswith(_CACHE):
            continue
        if path.is_dir():
            made.now[path.name] = _loaded(path)
        else:
            data = path.read_bytes()
            made.now[path.name] = File(bytearray(data), data)
    made.kept = dict(made.now)
    return made


def _lay_out(folder: Folder, path: Path, chance: random.Random | None, now: bool) -> None:
    names = folder.now if now or (chance and chance.random() < 0.5) else folder.kept
    for name, node in names.items():
        target = path / name
        if isinstance(node, Folder):
            target.mkdir(0o700)
            _lay_out(node, target, chance, now)
        else:
            target.touch(0o600)
            target.write_bytes(node.now if now else _surviving(node, chance))


def _surviving(file: File, chance: random.Random | None) -> bytes:
    """What of a file outlives the power: its kept bytes, and by chance some blocks of the new."""
    if chance is None or file.now == file.kept:
        return file.kept
    length = chance.choice([len(file.kept), len(file.now)])
    made = bytearray(file.kept[:length].ljust(length, b"\0"))
    for start in range(0, length, _BLOCK):
        if chance.random() < 0.5:
            block = bytes(file.now[start : start + _BLOCK])
            made[start : start + len(block)] = block
    return bytes(made[:length])
