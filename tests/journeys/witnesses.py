"""A witness in a process of its own, for journeys: with the machine's clock, or with one that a test sets."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Sequence

from tests.world import ORIGIN, World

NAME = "witness.example/w1"

_WITH_A_CLOCK_OF_A_FILE = """
import sys
from pathlib import Path
from evenhand.publication.witness_door import door
from evenhand.publication.witness_folder import Witness

folder, clock = Path(sys.argv[1]), Path(sys.argv[2])
says = lambda text: print(text.en, file=sys.stderr, flush=True)
server = door(Witness(folder), 0, lambda: int(clock.read_text()), says)
print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
server.serve_forever()
"""


class Watching:
    """A witness of a town, enrolled by both stewards, and its process.

    Attributes:
        url: Where the process listens; another after each start.
    """

    def __init__(self, town: World, start: dt.datetime | None = None) -> None:
        """Make it, let it trust the town's two logs, enrol it, start it.

        Args:
            town: The town.
            start: Where its clock stands; None for the machine's own.
        """
        self.town = town
        self.folder = town.folder / "witness"
        self.clock = None if start is None else town.folder / "witness-clock"
        self.process: subprocess.Popen[str] | None = None
        self.url = ""
        self.key = town.call("witness", "init", self.folder, "--name", NAME).out.strip()
        self.trust("publisher")
        if start is not None:
            self.set(start)
        for steward in ("steward-1", "steward-2"):
            town.must("witness", "enrol", self.key, "--origin", ORIGIN, *town.acting(steward))
        self.start()

    def trust(self, person: str) -> None:
        """Name a key as one that publishes."""
        from evenhand.keys.signing import PrivateKey
        from evenhand.publication.sign import NoteKey

        key = NoteKey(ORIGIN, PrivateKey.read(self.town.key(person)).public)
        done = self.town.call("witness", "trust", self.folder, "--log", str(key))
        assert done.code == 0, done.err

    def set(self, to: dt.datetime) -> None:
        """Set its clock."""
        assert self.clock is not None
        self.clock.write_text(str(int(to.timestamp())))

    def start(self) -> None:
        """Start its process."""
        command: Sequence[object] = (
            (sys.executable, "-m", "evenhand.cli", "witness", "serve", self.folder, "--port", 0)
            if self.clock is None
            else (sys.executable, "-c", _WITH_A_CLOCK_OF_A_FILE, self.folder, self.clock)
        )
        self.process = subprocess.Popen(
            [str(part) for part in command],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().strip()
        assert self.url.startswith("http://127.0.0.1:")

    def kill(self) -> None:
        """End its process without warning."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            if self.process.stdout is not None:
                self.process.stdout.close()
            self.process = None

    def asking(self) -> list[object]:
        """The words with which a register asks it."""
        publisher = self.town.key("publisher")
        return ["witness", "ask", self.url, "--key", publisher, "--origin", ORIGIN]
