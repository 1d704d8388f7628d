"""A register out of a backup and a vault: held against its digests, checked, then put in place."""

from __future__ import annotations

import hashlib
import json
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

from evenhand.kernel.errors import BadInput, ProofFailed
from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.text import Text
from evenhand.keys.vault import Vault
from evenhand.relational import findings
from evenhand.relational.backup import BACKUP_FORM, MANIFEST_FILE
from evenhand.relational.durable import LEFTOVER, folder_written_durably
from evenhand.relational.ledger_place import LEDGER_FILE
from evenhand.relational.register import (
    FOLDERS,
    SETTINGS_FILE,
    VAULT_FOLDER,
    open_register,
    refuse_existing,
)
from evenhand.relational.self_check import Progress, check_register, damage

_MANIFEST_LIMIT: Final = 256 * 1024 * 1024
_PIECE: Final = 1024 * 1024
_PLAIN: Final = (tarfile.REGTYPE, tarfile.AREGTYPE)


@dataclass(frozen=True, slots=True)
class _Listed:
    size: int
    sha256: str


def restore(
    archive: Path, folder: Path, vault_folder: Path, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Make a register of a backup and a copy of a vault; it is there whole or not at all.

    Returns:
        What the self-check noted; among it that there are two vaults now.

    Raises:
        Conflict: When the folder is there and not empty.
        BadInput: When there is no such archive, others can enter the vault, or the folder above
            is missing.
        RegisterDamaged: When the vault is missing or damaged.
        ProofFailed: When the archive is no backup, does not fit its digests, holds a member that
            has no place in a register, or gives a register that does not hold.
        EvenhandError: When the disk did not keep it.
    """
    refuse_existing(folder)
    with closing(Vault.open(vault_folder)) as vault, folder_written_durably(folder) as made:
        for name in FOLDERS:
            (made / name).mkdir()
        head = _unpack(archive, made)
        vault.copy_to(made / VAULT_FOLDER)
        noted = _checked(made, head, progress)
    place = Place(file=VAULT_FOLDER)
    copied = found(findings.VAULT_COPIED, place, old=vault_folder, read=folder / VAULT_FOLDER)
    return (*noted, copied)


def _checked(made: Path, head: tuple[int, str], progress: Progress | None) -> tuple[Finding, ...]:
    with open_register(made) as register:
        if register.ledger.head() != head:
            raise _refused("账本与清单不符", "its ledger is not the one of the manifest")
        noted = check_register(register, progress)
    broken = damage(noted)
    if broken:
        raise _refused(
            f"恢复出的登记库有 {len(broken)} 处不成立：{broken[0].sentence('zh')}",
            f"the register that it gives does not hold in {len(broken)} places: "
            f"{broken[0].sentence('en')}",
        )
    return noted


def _unpack(archive: Path, made: Path) -> tuple[int, str]:
    """Write the members of an archive into a folder; returns the ledger's head by the manifest."""
    with _opened(archive) as tar:
        first = tar.next()
        if first is None or first.name != MANIFEST_FILE or first.size > _MANIFEST_LIMIT:
            raise _refused("没有清单", "it begins with no manifest")
        with _content(tar, first) as content:
            manifest = _manifest(content.read())
        listed: dict[str, _Listed] = manifest["files"]
        for member in iter(tar.next, None):
            wanted = listed.pop(member.name, None)
            if wanted is None or not _has_place(member):
                raise _refused(
                    f"其中的“{member.name}”不在清单中或不能放进登记库",
                    f'"{member.name}" in it is not in the manifest, or has no place in a register',
                )
            path = made / member.name
            path.parent.mkdir(parents=True, exist_ok=True)
            if member.size != wanted.size or _copied(tar, member, path) != wanted.sha256:
                raise _refused(
                    f"{member.name} 与摘要不符", f"{member.name} does not fit its digest"
                )
        if listed:
            raise _refused(f"缺少 {min(listed)}", f"{min(listed)} is missing")
    return manifest["events"], manifest["head"]


def _manifest(data: bytes) -> dict[str, Any]:
    try:
        read: dict[str, Any] = json.loads(data)
        files = {f["path"]: _Listed(int(f["size"]), str(f["sha256"])) for f in read["files"]}
        if read["form"] != BACKUP_FORM or len(files) != len(read["files"]):
            raise ValueError
        return {"events": int(read["events"]), "head": str(read["head"]), "files": files}
    except (ValueError, KeyError, TypeError):
        raise _refused("清单不可读", "its manifest cannot be read") from None


def _has_place(member: tarfile.TarInfo) -> bool:
    """A plain file, named as a register names its files: never above, beside or in the vault."""
    path = PurePosixPath(member.name)
    if member.type not in _PLAIN or member.issparse() or str(path) != member.name:
        return False
    if len(path.parts) == 1:
        return member.name in (SETTINGS_FILE, LEDGER_FILE)
    inside = path.parts[0] in FOLDERS and ".." not in path.parts
    return inside and not any(part.endswith(LEFTOVER) for part in path.parts)


def _copied(tar: tarfile.TarFile, member: tarfile.TarInfo, path: Path) -> str:
    """Write a member's bytes to a file; returns their SHA-256."""
    made = hashlib.sha256()
    with _content(tar, member) as content, path.open("xb") as file:
        while piece := content.read(_PIECE):
            made.update(piece)
            file.write(piece)
    return made.hexdigest()


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    content = tar.extractfile(member) if member.type in _PLAIN else None
    if content is None:
        raise _refused(f"“{member.name}”不是文件", f'"{member.name}" is no file')
    return content


@contextmanager
def _opened(archive: Path) -> Iterator[tarfile.TarFile]:
    if not archive.is_file():
        raise BadInput(
            Text(zh=f"没有备份文件 {archive}。", en=f"There is no backup file {archive}.")
        )
    try:
        with tarfile.open(archive, mode="r:") as tar:
            yield tar
    except (tarfile.TarError, EOFError) as fault:
        raise _refused(f"无法读取（{fault}）", f"it cannot be read ({fault})") from None


def _refused(zh: str, en: str) -> ProofFailed:
    return ProofFailed(
        Text(
            zh=f"此备份不能恢复：{zh}。没有写入任何内容。",
            en=f"This backup cannot be restored: {en}. Nothing was written.",
        )
    )
