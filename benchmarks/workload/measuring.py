"""Whole processes side by side: run each way in turn, hold its answer against the first, keep the medians."""

from __future__ import annotations

import importlib.util
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.workload.ways import Part, Way


class Differs(Exception):
    """Two ways gave different answers: this is no run. Says which, and where."""


@dataclass(frozen=True)
class Run:
    """One whole process: wall seconds, seconds of the processor, the most memory it held in MiB."""

    seconds: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Measured:
    """The runs of one way, and those that only start the interpreter and load what it imports."""

    way: Way
    runs: tuple[Run, ...]
    starts: tuple[Run, ...]

    @property
    def start(self) -> float:
        """Median processor seconds to start."""
        return statistics.median(one.cpu for one in self.starts)

    @property
    def work(self) -> float:
        """Median processor seconds of a run beyond its start."""
        return max(statistics.median(one.cpu for one in self.runs) - self.start, 0.001)

    @property
    def whole(self) -> float:
        """Median wall seconds of a whole process."""
        return statistics.median(one.seconds for one in self.runs)

    @property
    def beyond(self) -> float:
        """Median wall seconds of a whole process beyond its start."""
        return max(self.whole - statistics.median(one.seconds for one in self.starts), 0.001)

    @property
    def memory(self) -> float:
        """The most memory of any run, in MiB."""
        return max(one.memory for one in self.runs)


def run(*command: str, says: Mapping[str, str] | None = None) -> Run:
    """Run a process of this interpreter to its end.

    Raises:
        subprocess.CalledProcessError: When it fails.
    """
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command], env={**os.environ, **(says or {})})
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def rows_if_same(one: Path, other: Path, names: tuple[str, str]) -> int:
    """How many rows two answers have.

    Raises:
        Differs: When they are not the same; says how, with the first rows that one of them lacks.
    """
    command = [sys.executable, "-m", "benchmarks.workload.same", str(one), str(other), *names]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise Differs(done.stdout or done.stderr)
    return int(done.stdout)


def absent(part: Part) -> list[Way]:
    """The ways of a part whose library is not installed."""
    return [w for w in part.ways if w.needs and importlib.util.find_spec(w.needs) is None]


def measure(part: Part, size: str, times: int, folder: Path) -> tuple[int, list[Measured]]:
    """Run the ways of a part in turn; how many rows they agreed on, and what each took.

    Raises:
        Differs: When a way's answer is not the first way's.
    """
    missing = absent(part)
    able = [way for way in part.ways if size in way.sizes and way not in missing]
    runs: dict[str, list[Run]] = {way.name: [] for way in able}
    truth, rows = folder / f"{able[0].name}.parquet", 0
    for turn in range(times):
        for way in able:
            if way.once and turn:
                continue
            out = folder / f"{way.name}.parquet"
            runs[way.name].append(run("-m", way.module, str(folder), str(out), says=part.says))
            rows = rows_if_same(truth, out, (able[0].name, way.name))
    return rows, [_with_starts(way, tuple(runs[way.name]), part) for way in able]


def _with_starts(way: Way, runs: tuple[Run, ...], part: Part) -> Measured:
    starts = (run("-c", f"import {way.module}", says=part.says) for _ in range(3))
    return Measured(way, runs, tuple(starts))
