"""A register that cheats: changes an edition and signs it again with the right key.

It stands for whoever holds the key and has no conscience, so that what only verification can catch is
tested: nothing of it is in the package.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from evenhand.publication.continuity import consistency_file
from evenhand.publication.layout import CHECKPOINT, CONSISTENCY, MANIFEST, TILES
from evenhand.publication.reading import Folder
from evenhand.publication.shards import entry_bytes, entry_leaf, line_of, manifest_leaf
from evenhand.publication.sign import Checkpoint, sign_note
from evenhand.publication.table import table_of
from evenhand.publication.tiles import Log, read_log
from tests.unit.publication.town import KEY, NAMED, ORIGIN

FOOD_LINES = "lists/linhe-compliance/food-safety-serious/0001.jsonl"
TAX_LINES = "lists/linhe-compliance/tax-serious/0001.jsonl"


class Forger:
    """An edition in memory; ``write`` signs whatever it has become."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = {p: (folder / p).read_bytes() for p in Folder(folder).paths()}
        self.manifest: dict[str, Any] = json.loads(self.files[MANIFEST])
        head = Checkpoint.read(self.files[CHECKPOINT].decode().split("\n\n")[0] + "\n")
        whole = read_log(Folder(folder), head.size, head.root)
        self.leaves = [whole.leaf(index) for index in range(head.size - 1)]

    def lines(self, path: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.files[path].splitlines()]

    def set_lines(self, path: str, lines: list[dict[str, Any]], *, table: bool = True) -> None:
        """Write lines of a shard, each with a leaf of its own in the log; the table follows."""
        written = []
        for line in lines:
            entry, salt = entry_bytes(line["entry"]), bytes.fromhex(line["salt"])
            leaf = entry_leaf(salt, entry)
            if leaf not in self.leaves:
                self.leaves.append(leaf)
            written.append(line_of(entry, self.leaves.index(leaf), salt))
        self.files[path] = b"".join(written)
        if table:
            self.files[path.replace(".jsonl", ".csv")] = table_of(line["entry"] for line in lines)

    def change_entry(self, path: str, at: int, **fields: object) -> None:
        lines = self.lines(path)
        lines[at]["entry"].update(fields)
        self.set_lines(path, lines)

    def change_manifest(self, change: Callable[[dict[str, Any]], object]) -> None:
        change(self.manifest)

    def write(self) -> Path:
        """Sign and write everything."""
        for row in self.manifest["files"]:
            if row["path"] in self.files:
                data = self.files[row["path"]]
                row["bytes"], row["sha256"] = len(data), hashlib.sha256(data).hexdigest()
        log = Log()
        self.manifest["log_size"] = self.manifest.get("forged_size", len(self.leaves) + 1)
        self.manifest.pop("forged_size", None)
        data = json.dumps(
            self.manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        ).encode()
        log.append([*self.leaves, manifest_leaf(data)])
        note = sign_note(Checkpoint(ORIGIN, log.size, log.tree.root()).text(), ORIGIN, KEY)
        kept = {p: d for p, d in self.files.items() if not p.startswith(TILES)}
        kept |= {MANIFEST: data, CHECKPOINT: note, **dict(log.files())}
        before = self.manifest["previous"]
        old = int(before["checkpoint"].split("\n")[1]) if before else 0
        kept[CONSISTENCY] = consistency_file(log.tree, min(old, log.size), note)
        for path in Folder(self.folder).paths():
            (self.folder / path).unlink()
        for path, data in kept.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(data)
        return self.folder


__all__ = ["FOOD_LINES", "NAMED", "TAX_LINES", "Forger"]
