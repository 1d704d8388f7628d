"""``evenhand publish``: a signed edition of what is in force now."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, RegisterAt
from evenhand.cli.voice import speaking
from evenhand.keys.signing import PrivateKey
from evenhand.pipeline.edition import Imprint, publish_edition
from evenhand.publication.sign import NoteKey


def publish(
    *,
    key: Annotated[Path, Parameter(help="File of the register's publication key.")],
    origin: Annotated[str, Parameter(help="Name of the log, such as linhe.example/log.")],
    register: RegisterAt = HERE,
) -> int:
    """Draw the lists, write the edition, verify it as a stranger would, then point to it."""
    voice = speaking()
    private = PrivateKey.read(key)
    with open_at(register) as opened:
        edition, report = publish_edition(opened, Imprint(origin, private), now(opened))
    vkey = str(NoteKey(origin, private.public))
    if voice.as_json:
        voice.result(
            {
                "number": edition.number,
                "folder": str(edition.folder),
                "entries": report.entries,
                "key": vkey,
                "use_until": edition.manifest.use_until.isoformat(),
            }
        )
        return 0
    for line in report.lines:
        voice.say(voice(line))
    voice.say(
        voice.pick(
            f"第 {edition.number} 版，{report.entries} 条，已公布并核验：{edition.folder}",
            f"Edition {edition.number}, {report.entries} entries, published and verified: "
            f"{edition.folder}",
        )
    )
    voice.say(f"evenhand verify {edition.folder} --key '{vkey}'")
    return 0
