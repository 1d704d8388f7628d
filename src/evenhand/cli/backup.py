"""``evenhand backup`` and ``evenhand restore``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from evenhand.cli.edge import open_at
from evenhand.cli.options import HERE, RegisterAt
from evenhand.cli.voice import number_of, speaking
from evenhand.relational.backup import backup as write_backup
from evenhand.relational.restore import restore as read_backup


def backup(file: Path, /, *, register: RegisterAt = HERE) -> int:
    """Check the register, then copy it into one file; the vault is never in it.

    Args:
        file: The file to write; nothing may be there.
    """
    voice = speaking()
    with open_at(register) as opened, voice.progress(voice.pick("备份", "Backup")) as advance:
        made = write_backup(opened.register, file, lambda _p, done, total: advance(done, total))
    if voice.as_json:
        voice.result(
            {
                "file": str(made.file),
                "files": made.files,
                "events": made.events,
                "head": made.head,
                "manifest": made.manifest,
            }
        )
        return 0
    voice.say(
        voice.pick(
            f"{made.file}：{made.files} 个文件，{made.events} 个事件。密钥库不在其中，请另行保管。",
            f"{made.file}: {number_of(made.files, 'file')}, {number_of(made.events, 'event')}. "
            "The vault is not in it; keep it elsewhere.",
        )
    )
    voice.say(f"{voice.pick('请抄录账本末端', 'Write down the head of the ledger')}: {made.head}")
    return 0


def restore(
    file: Path,
    /,
    *,
    vault: Annotated[Path, Parameter(help="Folder of the vault that belongs to it.")],
    register: RegisterAt = HERE,
) -> int:
    """Make a register of a backup and a copy of its vault, and check it.

    Args:
        file: The backup.
    """
    voice = speaking()
    with voice.progress(voice.pick("恢复", "Restore")) as advance:
        noted = read_backup(file, register, vault, lambda _p, done, total: advance(done, total))
    voice.findings(noted)
    voice.say(voice.pick(f"已恢复并自检：{register}", f"Restored and checked: {register}"))
    return 0
