"""Every way to evaluate the workload's scheme, side by side: whole processes, medians, one truth.

``python -m benchmarks.workload M 5`` makes the records of a size in a folder of its own, runs each way
so many times in turn, and prints medians and ratios to the hand-written SQL. A way that gives another
standing for anybody is an error, and its time is not printed. What the interpreter and the libraries
need to start stands beside.
"""

from __future__ import annotations

import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.workload.records import SIZES

HAND = "by_hand"
SMALL_ONLY = {"oracle": ("S", "M"), "with_pandas": ("S", "M")}
WAYS = (HAND, "with_polars", "with_pandas", "evenhand_way", "oracle")
NEEDS = {"with_pandas": "pandas", "with_polars": "polars"}
STARTS = {
    HAND: "import duckdb, pyarrow.parquet",
    "with_polars": "import polars",
    "with_pandas": "import pandas",
    "evenhand_way": "import benchmarks.workload.evenhand_way",
    "oracle": "import pyarrow.parquet",
}


@dataclass(frozen=True)
class Run:
    """One whole process: wall seconds, and the most memory it held, in MiB."""

    seconds: float
    memory: float


def run(*command: str) -> Run:
    """Run a process to its end.

    Raises:
        subprocess.CalledProcessError: When it fails.
    """
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command])
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    if status:
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), command)
    return Run(seconds, used.ru_maxrss / 1024)


def rows_if_same(one: Path, other: Path) -> int:
    """How many rows two answers have; -1 when they differ."""
    command = [sys.executable, "-m", "benchmarks.workload.same", str(one), str(other)]
    return int(subprocess.run(command, check=True, capture_output=True).stdout)


def main(size: str, times: int, folder: Path) -> int:
    """Run everything, print the table; 1 when two ways differ."""
    run("-m", "benchmarks.workload.records", size, str(folder))
    absent = {way: need for way, need in NEEDS.items() if importlib.util.find_spec(need) is None}
    ways = [w for w in WAYS if size in SMALL_ONLY.get(w, SIZES) and w not in absent]
    runs: dict[str, list[Run]] = {way: [] for way in ways}
    truth, rows, differ = folder / f"{HAND}.parquet", 0, 0
    for turn in range(times):
        for way in ways:
            if way == "oracle" and turn:
                continue
            out = folder / f"{way}.parquet"
            runs[way].append(run("-m", f"benchmarks.workload.{way}", str(folder), str(out)))
            rows = rows_if_same(truth, out)
            if rows < 0:
                print(f"{way} differs from {ways[0]}: this is no run", file=sys.stderr)
                differ += 1
    if differ:
        return 1
    print(f"{size}: {rows:,} residents who agreed; the same standings in every way")
    hand = statistics.median(one.seconds for one in runs[HAND])
    print(f"{'way':<14}{'seconds':>9}{'of them start':>15}{'ratio':>8}{'MiB':>8}")
    for way in ways:
        median = statistics.median(one.seconds for one in runs[way])
        start = statistics.median(run("-c", STARTS[way]).seconds for _ in range(3))
        memory = max(one.memory for one in runs[way])
        print(f"{way:<14}{median:>9.2f}{start:>15.2f}{median / hand:>8.2f}{memory:>8.0f}")
    for way, need in absent.items():
        print(f"{way} was left out: {need} is not installed")
    return 0


if __name__ == "__main__":
    wanted = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SIZE", "M")
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as made:
        sys.exit(main(wanted, repeats, Path(made)))
