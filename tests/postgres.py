"""A real PostgreSQL server for tests: made in a folder of its own, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "evenhand"
PROGRAMS = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """The folder of the server's programs, as Debian lays them, or on the path; None without them."""
    versions = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def server() -> Iterator[str]:
    """Run a server that listens on a socket only; gives what to put before a database's name."""
    at = programs()
    if at is None:
        raise RuntimeError("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory(prefix="pg-") as scratch:
        folder = Path(scratch)
        owner = _owner(folder)
        data = folder / "data"

        def run(*argv: str) -> None:
            subprocess.run(argv, check=True, capture_output=True, user=owner, cwd=folder)

        run(
            str(at / "initdb"),
            "-D",
            str(data),
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
        )
        options = f"-k {folder} -c listen_addresses=''"
        log = str(folder / "log")
        run(str(at / "pg_ctl"), "-D", str(data), "-w", "-l", log, "-o", options, "start")
        try:
            yield f"host={folder} user={USER} dbname="
        finally:
            run(str(at / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")


def _owner(folder: Path) -> int:
    """The server refuses to run as root: then the folder and the server are those of ``nobody``."""
    if os.getuid() != 0:
        return os.getuid()
    nobody = pwd.getpwnam("nobody").pw_uid
    folder.chmod(0o755)
    os.chown(folder, nobody, -1)
    return nobody
