"""The most memory that scoring takes, of a population and of one twice the size: it is to be bounded.

``python -m benchmarks.memory M`` makes the residents of the size and twice as many, and for both runs, each
in a process of its own: the scheme over the evidence (``benchmarks.workload.evenhand_way``), and a day of a
register that holds them, as the command ``evenhand run`` runs it. Prints the most that each process held
(``VmHWM``), the ratio, and what each further resident took. Linux alone counts it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.workload.records import SIZES, Size

GOAL_RATIO, GOAL_MIB = 1.3, 1536
_MOST = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


def most() -> float:
    """The most memory that this process has held, in MiB."""
    found = _MOST.search(Path("/proc/self/status").read_text(encoding="ascii"))
    if found is None:
        raise SystemExit("this system does not count the most memory of a process")
    return int(found[1]) / 1024


def scored(folder: Path) -> int:
    """Score everybody on the engine alone; how many."""
    from benchmarks.workload.evenhand_way import standings

    return len(standings(folder))


def run(folder: Path) -> int:
    """A day of the register, as the command runs it; how many were scored."""
    from evenhand.cli.edge import now, open_at
    from evenhand.pipeline.day import run_day

    with open_at(folder / "register") as opened:
        return sum(one.subjects for one in run_day(opened, now(opened)).schemes)


WAYS = {"the engine alone": scored, "evenhand run": run}


def measured(way: str, folder: Path) -> tuple[int, float]:
    """How many were scored and the most memory in MiB, of a process of its own.

    Raises:
        subprocess.CalledProcessError: When it fails.
    """
    command = [sys.executable, "-m", "benchmarks.memory", "--once", way, str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    people, mebibytes = done.stdout.split()
    return int(people), float(mebibytes)


def made(size: Size, folder: Path) -> None:
    """Lay records and register into a folder, in processes of their own."""
    python = [sys.executable, "-m"]
    numbers = [str(size.residents), str(size.records), str(size.companies)]
    subprocess.run([*python, "benchmarks.workload.records", *numbers, str(folder)], check=True)
    subprocess.run([*python, "benchmarks.workload.register", str(folder)], check=True)


def main(size: str, scratch: Path) -> int:
    """Measure and print; 1 when a goal is missed, or the ways scored different people."""
    once = SIZES[size]
    sizes = (once, Size(2 * once.residents, 2 * once.records, once.companies))
    for number, one in enumerate(sizes, start=1):
        made(one, scratch / str(number))
    kept = True
    print(f"{'way':<18}{'residents':>11}{'MiB':>7}{'twice':>11}{'MiB':>7}{'ratio':>7}{'each':>9}")
    counts = set()
    for way in WAYS:
        (people, first), (more, second) = (measured(way, scratch / str(n)) for n in (1, 2))
        each = (second - first) * 1024 * 1024 / (more - people)
        ratio = second / first
        kept = kept and ratio <= GOAL_RATIO and first <= GOAL_MIB
        counts.add((people, more))
        print(
            f"{way:<18}{people:>11,}{first:>7.0f}{more:>11,}{second:>7.0f}{ratio:>7.2f}{each:>7.0f} B"
        )
    print(f"goal: {GOAL_RATIO} x and {GOAL_MIB:,} MiB: {'met' if kept else 'missed'}")
    return 0 if kept and len(counts) == 1 else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        print(WAYS[sys.argv[2]](Path(sys.argv[3])), most())
        sys.exit(0)
    wanted = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SIZE", "M")
    if wanted not in SIZES:
        sys.exit(f"{wanted}: no such size; there are {', '.join(SIZES)}")
    with tempfile.TemporaryDirectory() as place:
        sys.exit(main(wanted, Path(place)))
