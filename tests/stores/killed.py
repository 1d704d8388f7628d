"""A process that records something and is killed by the system before the end of its transaction."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from evenhand.kernel.periods import Moment, moment, said
from evenhand.relational.ledger import SYSTEM, Draft, SqliteLedger
from evenhand.relational.postgres_ledger import PostgresLedger
from tests.stores.places import File, Place, Schema

_ROOT = Path(__file__).parents[2]


def kill_a_writer(place: Place, at: Moment) -> None:
    """Start a process that records, and kill it when it has written and not ended."""
    where = str(place.path) if isinstance(place, File) else ""
    if isinstance(place, Schema):
        where = place.where
    kind = "file" if isinstance(place, File) else "database"
    words = [sys.executable, "-m", "tests.stores.killed", kind, where, said(at)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=_ROOT, text=True) as writer:
        assert writer.stdout is not None
        line = writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        assert writer.wait(timeout=20) == -signal.SIGKILL
    assert line == "written\n"


def main(kind: str, where: str, at: str) -> None:
    """Write an event, say so, and wait for the end."""
    ledger = SqliteLedger(Path(where)) if kind == "file" else PostgresLedger(where)
    with ledger.transaction(moment(at)) as opened:
        opened.append([Draft("rows.corrected", "D-1", SYSTEM, {"records": []})])
        sys.stdout.write("written\n")
        sys.stdout.flush()
        time.sleep(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
