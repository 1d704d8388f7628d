"""Every way to evaluate the workload's schemes, side by side: whole processes, medians, one truth.

``python -m benchmarks.workload M 3`` makes the records of a size in a folder of its own, runs each way
so many times in turn, and prints medians and ratios to the hand-written SQL. What the interpreter and
the libraries need to start stands beside and is in no ratio. A way that gives another answer is no run:
it is said what differs, no time is printed, and the exit code is 1.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.workload.measuring import Differs, Measured, absent, measure, run
from benchmarks.workload.records import SIZES
from benchmarks.workload.ways import OURS, PARTS, Part


def table(part: Part, size: str, rows: int, measured: Sequence[Measured]) -> list[str]:
    """The lines of one part: seconds beyond the start, their ratio to the first way's, memory."""
    hand = measured[0]
    lines = [
        f"\n{size}, {part.title}: {rows:,} rows, the same in every way",
        f"{'way':<16}{'work s':>8}{'ratio':>7}{'cpu s':>8}{'ratio':>7}{'start s':>9}"
        f"{'whole s':>9}{'MiB':>7}",
    ]
    for one in measured:
        lines.append(
            f"{one.way.name:<16}{one.beyond:>8.2f}{one.beyond / hand.beyond:>7.2f}"
            f"{one.work:>8.2f}{one.work / hand.work:>7.2f}{one.whole - one.beyond:>9.2f}"
            f"{one.whole:>9.2f}{one.memory:>7.0f}"
        )
    lines += [f"{way.name} was left out: {way.needs} is not installed" for way in absent(part)]
    return lines


def growth(ours: Sequence[tuple[str, Measured]]) -> list[str]:
    """How Evenhand's own work grows with the number of factors."""
    first = ours[0][1]
    return [
        f"{title}: {one.beyond / first.beyond:.2f} x the seconds, {one.work / first.work:.2f} x the cpu"
        for title, one in ours[1:]
    ]


def main(size: str, times: int, folder: Path, parts: Sequence[Part] = PARTS) -> int:
    """Run everything, print the tables; 1 when two ways differ or the size is unknown."""
    if size not in SIZES:
        print(f"{size} is no size; there are {', '.join(SIZES)}", file=sys.stderr)
        return 1
    run("-m", "benchmarks.workload.records", size, str(folder))
    ours: list[tuple[str, Measured]] = []
    for part in parts:
        try:
            rows, measured = measure(part, size, times, folder)
        except Differs as differs:
            print(f"{size}, {part.title}: this is no run\n{differs}", file=sys.stderr)
            return 1
        print("\n".join(table(part, size, rows, measured)), flush=True)
        if part.title.startswith("residents"):
            ours += [(part.title, one) for one in measured if one.way.name == OURS]
    if ours:
        print("\n" + "\n".join(growth(ours)))
    return 0


if __name__ == "__main__":
    wanted = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SIZE", "M")
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as made:
        sys.exit(main(wanted, repeats, Path(made)))
