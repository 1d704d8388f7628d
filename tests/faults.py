"""Break a command at every call with which it changes files, and look at what it leaves.

The command runs in a process of its own under ``strace``. One run without faults lists its calls that
touch the register; then it runs once for each, and that call is the last (``KILL``) or fails
(``EIO``, ``ENOSPC``). Each time the register is a fresh copy; a check looks at it, the same command
runs again without faults, the check looks once more, and what there is then must be what a command
that nobody disturbed leaves.

Opening a file is no point of its own: what an opening changes is seen before the next call. The
shared-memory file that SQLite keeps beside its write-ahead file is none either: it is a cache.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq

from evenhand.relational.live import live_segments
from evenhand.relational.register import open_register
from tests.conftest import ROOT

MUTATING = (
    "write", "writev", "pwrite64", "pwritev", "pwritev2", "copy_file_range", "sendfile",
    "fsync", "fdatasync", "sync_file_range", "msync",
    "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat",
    "link", "linkat", "symlink", "symlinkat", "truncate", "ftruncate", "fallocate",
)  # fmt: skip
SYNCS = ("fsync", "fdatasync", "sync_file_range", "msync")
CHANGING = tuple(call for call in MUTATING if call not in SYNCS)
"""Calls after which another process sees something else. A kill at a sync leaves what a kill at the
next change leaves, so killing spares the syncs; they are swept with ``EIO``."""

KILL = "signal=KILL"
EIO = "error=EIO"
ENOSPC = "error=ENOSPC"

_CALL = re.compile(r"^(\d+) +(\w+)\((.*)")
_CACHE = "-shm"

Check = Callable[[Path], list[str]]
Promise = Callable[[str, Path], list[str]]


@dataclass(frozen=True, slots=True)
class Point:
    """One call of the command that changes the register.

    Attributes:
        call: Its name.
        nth: How often its thread has made this call by then; what ``strace`` counts.
        said: The call as the trace says it, the register's folder written ``{register}``.
        promised: True when the command had printed something before.
    """

    call: str
    nth: int
    said: str
    promised: bool


@dataclass(slots=True)
class SweepResult:
    """What a sweep found.

    Attributes:
        points: How many calls were broken.
        violations: What was wrong, each with the call.
        missed: Calls that were not the ones meant, so that nothing was shown.
    """

    points: int
    violations: list[str] = field(default_factory=list)
    missed: list[Point] = field(default_factory=list)


def tree(register: Path) -> dict[str, object]:
    """What a register's folder says: each file by its digest, each database by its rows."""
    there: dict[str, object] = {}
    for path in sorted(register.rglob("*")):
        name = path.relative_to(register).as_posix()
        if path.suffix == ".sqlite":
            there[name] = rows_of(path)
        elif path.is_file() and path.name != ".lock" and not path.name.endswith((_CACHE, "-wal")):
            there[name] = sha256(path.read_bytes()).hexdigest()
    return there


def rows_of(path: Path) -> list[str]:
    """All rows of a database as statements."""
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def meaning(register: Path) -> dict[str, object]:
    """What a register says, whatever chance its numbers and keys were drawn by, and when.

    For commands that draw real chance and read the real clock: events without segments, digests
    and times; rows of the live segments without subject and time; sealed files by name.
    """
    random = ("segments", "receipt", "held_digest", "kept_digest", "replaced")
    with open_register(register) as opened:
        events = list(opened.ledger.read())
        paths = opened.evidence.scored_paths(live_segments(events))
        rows = [row for path in paths for row in pq.read_table(path).to_pylist()]
        subjects = Counter(length for length in opened.vault.key_lengths().values())
    files = {name: what for name, what in tree(register).items() if not name.endswith(".sqlite")}
    sealed = ("evidence/", "deliveries/", "held/")
    return {
        "events": [
            (e.kind, e.topic, e.actor, {k: v for k, v in e.body.items() if k not in random}, e.once)
            for e in events
        ],
        "rows": sorted(
            str({k: v for k, v in row.items() if k not in ("subject", "known")}) for row in rows
        ),
        "subjects": subjects,
        "files": {n: w for n, w in files.items() if not n.startswith(sealed)},
        "sealed": [n for n in files if n.startswith(sealed[1:])],
    }


@dataclass(frozen=True, slots=True)
class Command:
    """A command to break.

    Attributes:
        argv: Program and arguments; ``{register}`` stands for the copy of the register.
        check: Says what is wrong with a register, at any moment.
        promise: Says which promise in what the command printed the register does not keep.
        state: What must be equal whether the command was disturbed or not.
        again: Exit codes with which the command, run again, has done its work.
        harmless: Calls (a pattern) that may fail without a refusal, because what they would do was
            done before.
    """

    argv: Sequence[str]
    check: Check
    promise: Promise = lambda printed, register: []
    state: Callable[[Path], object] = tree
    again: tuple[int, ...] = (0,)
    harmless: str = r"$^"


def sweep(
    command: Command,
    pristine: Path,
    fault: str = KILL,
    calls: Sequence[str] = CHANGING,
    workers: int = 2,
) -> SweepResult:
    """Break a command at each of its calls that change the register.

    Args:
        command: The command.
        pristine: A register; every run gets a copy.
        fault: What happens at the call.
        calls: Which calls are broken.
        workers: How many runs go on at a time.
    """
    with tempfile.TemporaryDirectory(prefix="sweep-") as scratch:
        clean = _Run(command, pristine, Path(scratch, "clean"))
        found = [point for point in clean.points() if point.call in calls]
        wanted = command.state(clean.register)
        result = SweepResult(len(found), [f"undisturbed: {w}" for w in clean.wrong()])

        def break_at(number: int) -> tuple[Point, list[str] | None]:
            run = _Run(command, pristine, Path(scratch, str(number)))
            try:
                return found[number], run.broken(found[number], fault, wanted)
            finally:
                shutil.rmtree(run.folder)

        with ThreadPoolExecutor(workers) as pool:
            for point, wrong in pool.map(break_at, range(len(found))):
                if wrong is None:
                    result.missed.append(point)
                else:
                    result.violations += [f"{point.said}: {what}" for what in wrong]
    return result


class _Run:
    """One copy of the register, and what the command did to it."""

    def __init__(self, command: Command, pristine: Path, folder: Path) -> None:
        self.command = command
        self.folder = folder
        self.register = folder / "register"
        self.trace = folder / "trace"
        folder.mkdir()
        shutil.copytree(pristine, self.register, symlinks=True)

    def points(self) -> list[Point]:
        """Run undisturbed, and list the calls that change the register."""
        done = self._traced(f"trace={','.join(MUTATING)}")
        if done.returncode not in self.command.again:
            raise AssertionError(f"the undisturbed command failed: {done.stderr}")
        return list(_points(self.trace, self.register))

    def wrong(self) -> list[str]:
        return self.command.check(self.register)

    def broken(self, point: Point, fault: str, wanted: object) -> list[str] | None:
        """Run with one call broken, look, run again, look; None when another call was hit."""
        done = self._traced(f"trace={point.call}", f"inject={point.call}:{fault}:when={point.nth}")
        if fault == KILL and not self._was_last(point, done.returncode):
            return None
        wrong = [f"left behind: {what}" for what in self.wrong()]
        wrong += [f"promised: {w}" for w in self.command.promise(done.stdout, self.register)]
        must_refuse = fault != KILL and not point.promised
        must_refuse = must_refuse and not re.search(self.command.harmless, point.said)
        if must_refuse and (done.returncode == 0 or done.stdout):
            wrong.append(f"went on after {fault}: exit {done.returncode}, printed {done.stdout!r}")
        retried = self._plain()
        if retried.returncode not in self.command.again:
            wrong.append(f"again: exit {retried.returncode}: {retried.stderr.strip()[-400:]}")
            return wrong
        wrong += [f"again: {what}" for what in self.wrong()]
        wrong += [f"again: {w}" for w in self.command.promise(retried.stdout, self.register)]
        if self.command.state(self.register) != wanted:
            wrong.append("again: another state than that of an undisturbed command")
        return wrong

    def _was_last(self, point: Point, code: int) -> bool:
        """Whether the command was killed, and at the call that was meant."""
        if code >= 0:
            return False
        calls = [line for line in _lines(self.trace) if _CALL.match(line)]
        last = _said(calls[-1], self.register) if calls else ""
        return _without_chance(last) == _without_chance(point.said)

    def _traced(self, *expressions: str) -> subprocess.CompletedProcess[str]:
        options = [part for expression in expressions for part in ("-e", expression)]
        strace = ["strace", "-f", "-y", "-qq", "-s", "0", "-e", "signal=none"]
        return self._plain([*strace, *options, "-o", str(self.trace)])

    def _plain(self, before: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
        argv = [part.replace("{register}", str(self.register)) for part in self.command.argv]
        steady = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            [*before, *argv],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
            env=os.environ | steady,
        )


def _points(trace: Path, register: Path) -> Iterator[Point]:
    counted: Counter[tuple[str, str]] = Counter()
    promised = False
    for line in _lines(trace):
        call = _CALL.match(line)
        if call is None:
            continue
        thread, name, arguments = call.groups()
        counted[thread, name] += 1
        promised |= name == "write" and arguments.startswith("1<")
        touches = f"<{register}" in arguments or f'"{register}' in arguments
        if touches and f"{_CACHE}>" not in arguments and f'{_CACHE}"' not in arguments:
            said = _said(line, register)
            yield Point(name, counted[thread, name], said, promised)


def _said(line: str, register: Path) -> str:
    """A call without process, descriptors and result, so that two runs say it alike."""
    call = _CALL.match(line)
    said = f"{call[2]}({call[3]}" if call else line
    said = re.sub(r"(\) += .*| <unfinished \.\.\.>|\)? *=? *\?? *)$", "", said)
    return re.sub(r"\b\d+<", "<", said).replace(str(register), "{register}")


def _without_chance(said: str) -> str:
    """A call without digests and sizes, which chance may change from run to run."""
    return re.sub(r", \d+", "", re.sub(r"[0-9a-f]{16,}", "…", said))


def _lines(trace: Path) -> list[str]:
    return trace.read_text(encoding="utf-8", errors="replace").splitlines()


def python(*arguments: str) -> list[str]:
    """The interpreter that runs the tests, with arguments."""
    return [sys.executable, *arguments]
