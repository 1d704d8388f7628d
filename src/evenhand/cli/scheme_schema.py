"""``evenhand scheme schema``: a JSON Schema of scheme files, for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from evenhand.cli.voice import speaking
from evenhand.schemes.json_schema import editor_schema
from evenhand.sources.read_catalogue import read_catalogue

CatalogueFolder = Annotated[
    Path | None,
    Parameter(name="--catalogue", help="Folder of another catalogue than the shipped one."),
]

SchemaFile = Annotated[Path | None, Parameter(name="--out", help="File to write; else stdout.")]


def schema(*, out: SchemaFile = None, catalogue: CatalogueFolder = None) -> int:
    """Write a JSON Schema of scheme files, so that an editor completes them and underlines faults.

    It has the names of the catalogue and the fields of its record types. An editor sees the form
    alone; ask evenhand scheme check whether the rules hang together and keep the rights floor.
    """
    voice = speaking()
    said = json.dumps(editor_schema(read_catalogue(catalogue)), ensure_ascii=False)
    if out is None:
        voice.say(said)
        return 0
    out.write_text(said + "\n", encoding="utf-8")
    voice.tell(
        voice.pick(
            f"已写入 {out}。在办法文件第一行写：# yaml-language-server: $schema={out}",
            f"Wrote {out}. Begin a scheme file with: # yaml-language-server: $schema={out}",
        )
    )
    return 0
