"""One file that holds a register, and a register out of that file.

A backup is a plain tar: first ``manifest.json`` (each file's path, size and SHA-256, and the head of
the ledger), then the files in order of their paths. The vault is never in it. So a backup alone
reveals nobody: names, numbers and original texts stay sealed, and what was erased since then stays
erased, because its keys are gone. The vault is kept apart, by whoever keeps it, and ``restore``
takes the one that is in force.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.errors import BadInput, Conflict, RegisterDamaged
from evenhand.kernel.text import Text
from evenhand.relational.durable import LEFTOVER, file_written_durably
from evenhand.relational.ledger_place import LEDGER_FILE
from evenhand.relational.register import (
    FOLDERS,
    SETTINGS_FILE,
    Register,
)
from evenhand.relational.self_check import Progress, check_register, damage

MANIFEST_FILE: Final = "manifest.json"
BACKUP_FORM: Final = "evenhand/backup/1"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made.

    Attributes:
        file: Where it is.
        files: How many files of the register it holds.
        events: Sequence number of the last event in it.
        head: Digest of that event; who writes it down elsewhere can tell a false backup.
        manifest: SHA-256 of the manifest.
    """

    file: Path
    files: int
    events: int
    head: str
    manifest: str


def backup(register: Register, target: Path, progress: Progress | None = None) -> Backup:
    """Write a backup, after the whole register was checked; durable when it returns.

    Holds the register's lock. The same state gives the same bytes.

    Raises:
        Conflict: When the target is there already, or another command is writing.
        BadInput: When the target's folder is missing, or the target lies within the register.
        RegisterDamaged: When the register does not hold; nothing is written then.
        EvenhandError: When the disk did not keep it.
    """
    _refuse_target(register, target)
    with register.lock():
        broken = damage(check_register(register, progress))
        if broken:
            raise _damaged(broken[0].sentence("zh"), broken[0].sentence("en"), len(broken))
        seq, head = register.ledger.head()
        with _ledger_copy(register) as ledger:
            files = {LEDGER_FILE: ledger, **_files(register)}
            manifest = canonical(_manifest(register, files))
            _pack(target, manifest, files)
    return Backup(target, len(files), seq, head, hashlib.sha256(manifest).hexdigest())


def _pack(target: Path, manifest: bytes, files: dict[str, Path]) -> None:
    with (
        file_written_durably(target, mode=0o600) as raw,
        tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        archive.addfile(_member(MANIFEST_FILE, len(manifest)), io.BytesIO(manifest))
        for name, path in sorted(files.items()):
            with path.open("rb") as file:
                archive.addfile(_member(name, path.stat().st_size), file)


def _manifest(register: Register, files: dict[str, Path]) -> Json:
    seq, head = register.ledger.head()
    listed: list[Json] = []
    for name, path in sorted(files.items()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        listed.append({"path": name, "size": path.stat().st_size, "sha256": digest})
    return {
        "form": BACKUP_FORM,
        "register": register.settings.said(),
        "events": seq,
        "head": head,
        "files": listed,
    }


def _files(register: Register) -> dict[str, Path]:
    """Every file of the register by its path in it; ledger, vault, lock and leftovers aside."""
    found = {SETTINGS_FILE: register.folder / SETTINGS_FILE}
    for folder in FOLDERS:
        for path in (register.folder / folder).rglob("*"):
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                raise _damaged(f"{path} 不是普通文件", f"{path} is no plain file", 1)
            if path.is_file() and path.suffix != LEFTOVER:
                found[path.relative_to(register.folder).as_posix()] = path
    return found


@contextmanager
def _ledger_copy(register: Register) -> Iterator[Path]:
    """The ledger in one piece, with what its write-ahead file holds, for as long as it is needed."""
    folder = register.folder / f"ledger{LEFTOVER}"
    folder.mkdir()
    try:
        register.ledger.copy_to(folder / LEDGER_FILE)
        yield folder / LEDGER_FILE
    finally:
        shutil.rmtree(folder)


def _member(name: str, size: int) -> tarfile.TarInfo:
    """A member that says nothing of who made it, or when."""
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = size, 0o600, 0
    return member


def _refuse_target(register: Register, target: Path) -> None:
    if target.exists():
        raise Conflict(
            Text(
                zh=f"{target} 已存在，备份不会覆盖它。",
                en=f"{target} is there already; a backup never overwrites it.",
            )
        )
    folder = target.resolve().parent
    if not folder.is_dir() or folder.is_relative_to(register.folder.resolve()):
        raise BadInput(
            Text(
                zh=f"备份不能写到 {target}：该文件夹不存在，或在登记库之内。",
                en=f"The backup cannot go to {target}: its folder is missing, or within the register.",
            )
        )


def _damaged(zh: str, en: str, count: int) -> RegisterDamaged:
    return RegisterDamaged(
        Text(
            zh=f"登记库有 {count} 处损坏，没有备份。第一处：{zh} 请运行 evenhand check。",
            en=f"The register is damaged in {count} places and was not backed up. The first: {en} "
            "Run: evenhand check",
        )
    )
