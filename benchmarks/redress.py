"""What one wrong record and one audit take on the demonstration city.

``python -m benchmarks.redress`` makes the city (or takes the folder that is named, as ``make demo`` left
it, and works on copies). Then, several times over: the whole ledger is audited by a command of its own;
one record on which an entry in effect rests is found wrong, in a process that has the register open:
everything that rests on it is found, undone and recorded, the letter included. Medians, with the goals.
"""

from __future__ import annotations

import datetime as dt
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from evenhand.cases.hand import Hand
from evenhand.kernel.errors import NotPermitted
from evenhand.kernel.ids import PersonId
from evenhand.keys.signing import PrivateKey
from evenhand.pipeline.correcting import Act, Done, correct
from evenhand.pipeline.opened import Opened

GOAL_AUDIT, GOAL_RECORD = 30.0, 1.0
TIMES = 5
WHY = "The inspection was of another plant."


def main(made: str) -> int:
    """Measure and print; 0 when both goals are reached."""
    with tempfile.TemporaryDirectory() as scratch:
        city = Path(made) if made else _city(Path(scratch) / "linhe")
        audits, records = [], []
        for number in range(TIMES):
            copy = Path(scratch) / f"copy-{number}"
            shutil.copytree(city, copy)
            audits.append(_audited(copy))
            seconds, done, events = _corrected(copy, number)
            records.append(seconds)
            shutil.rmtree(copy)
    audit, record = statistics.median(audits), statistics.median(records)
    print(
        f"audit of the whole ledger ({events:,} events), the command: {audit:.1f} s "
        f"(goal {GOAL_AUDIT:.0f}), each {', '.join(f'{s:.1f}' for s in audits)}"
    )
    print(f"one wrong record, everything undone: {1000 * record:.0f} ms (goal {1000 * GOAL_RECORD:.0f}), "
          f"each {', '.join(f'{1000 * s:.0f}' for s in records)}; the last recorded "
          f"{', '.join(event.kind for event in done.events)}")  # fmt: skip
    return 0 if audit <= GOAL_AUDIT and record <= GOAL_RECORD else 1


def _city(folder: Path) -> Path:
    """The demonstration, from nothing."""
    asked = [sys.executable, "-m", "evenhand.cli", "demo", "--out", str(folder)]
    subprocess.run(asked, check=True, stdout=subprocess.DEVNULL)
    return folder


def _audited(city: Path) -> float:
    """Seconds of ``evenhand audit``, the start of the program included."""
    began = time.perf_counter()
    asked = [sys.executable, "-m", "evenhand.cli", "audit", "--register", str(city / "register")]
    subprocess.run(asked, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def _corrected(city: Path, number: int) -> tuple[float, Done, int]:
    """Find one record wrong; another entry's each time, by the first officer who may."""
    with Opened(city / "register") as opened:
        opened.desk.catch_up()
        events = opened.register.ledger.head()[0]
        entries = [
            state
            for state in opened.desk.states.values()
            if state.status == "in_effect" and state.facts.kind == "black"
        ]
        record = entries[number * (len(entries) - 1) // TIMES].facts.records[0]
        last = opened.desk.now(dt.datetime.min.replace(tzinfo=dt.UTC))
        for file in sorted((city / "keys").glob("officer-*.pem")):
            hand = Hand(PersonId(file.stem), PrivateKey.read(file).sign)
            act = Act(hand, last + dt.timedelta(minutes=1))
            began = time.perf_counter()
            try:
                done = correct(opened, act, record, "retracted", WHY)
            except NotPermitted:
                continue  # this officer brought the record, decided on it, or is of another authority
            return time.perf_counter() - began, done, events
    raise SystemExit("no officer of the city may find this record wrong")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
