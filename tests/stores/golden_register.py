"""A small register as one version wrote it, kept for every later one to open.

``python -m tests.stores.golden_register`` writes the one of this version; it never replaces one.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import io
import json
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from tests.world import PENALTIES, World, minor_and_serious

KEPT: Final = Path(__file__).parents[1] / "golden" / "registers"
LEFT_OUT: Final = frozenset({"derived", ".lock", "keys"})


def lived(folder: Path) -> World:
    """A company that was told, heard, listed by two and published."""
    town = World.founded(folder)
    town.deliver(PENALTIES, *minor_and_serious())
    town.run()
    case = town.only_case()
    assert town.notified(case).code == 0
    town.later(days=25)
    town.list_only_case()
    town.publish()
    return town


def answers(town: World) -> dict[str, Any]:
    """What people ask a register, as it was asked of the version that wrote it."""
    return {
        "check": town.must("check").code,
        "cases": town.look(),
        "events": list(town.head()),
        "sizes": town.sizes(),
        "compliance": town.must("standing", "linhe-compliance", "--json").value,
    }


def served(town: World) -> dict[str, str]:
    """Every file of the edition in use, as text or digest: what the public is served."""
    folder = town.register / "editions"
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pack(town: World) -> bytes:
    """The register as one archive; times and owners are left out."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as archive:
        for path in sorted(town.register.rglob("*")):
            inside = path.relative_to(town.register)
            if path.is_symlink() or path.is_file():
                if inside.parts[0] not in LEFT_OUT:
                    member = archive.gettarinfo(path, inside.as_posix())
                    member.mtime = member.uid = member.gid = 0
                    member.uname = member.gname = ""
                    with path.open("rb") as file:
                        archive.addfile(member, file)
            elif path.is_dir() and inside.parts[0] not in LEFT_OUT:
                member = archive.gettarinfo(path, inside.as_posix())
                member.mtime = member.uid = member.gid = 0
                member.uname = member.gname = ""
                archive.addfile(member)
    return gzip.compress(plain.getvalue(), mtime=0)


def unpack(folder: Path, to: Path) -> World:
    """Open a kept register in a folder of its own."""
    said = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    with tarfile.open(folder / "register.tar.gz") as archive:
        archive.extractall(to / "register", filter="tar")
    return World(to, dt.datetime.fromisoformat(said["at"]))


def write(now: str) -> Path:
    """Write the register of this version.

    Raises:
        FileExistsError: When there is one already; what a version wrote is never written again.
    """
    folder = KEPT / now
    if folder.exists():
        raise FileExistsError(folder)
    with tempfile.TemporaryDirectory() as scratch:
        town = lived(Path(scratch) / "town")
        folder.mkdir(parents=True)
        (folder / "register.tar.gz").write_bytes(pack(town))
        said = {"at": town.at.isoformat(), "answers": answers(town), "served": served(town)}
        text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        (folder / "answers.json").write_text(text, encoding="utf-8")
    return folder


if __name__ == "__main__":
    write(version("evenhand"))
