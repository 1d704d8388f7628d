"""Editions that must be refused, made in code: what was done, and the words of the refusal.

``TAMPERED``: somebody without the key changed files. ``CHEATED``: the register itself signed it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from evenhand.publication.sign import Checkpoint, sign_note
from tests.unit.publication.forger import FOOD_LINES, TAX_LINES, Forger
from tests.unit.publication.town import KEY, ORIGIN, OTHER_KEY

Spoil = Callable[[Path], object]
FOOD_TABLE = FOOD_LINES.replace(".jsonl", ".csv")
RULES = "schemes/linhe-compliance/2026.1/scheme.yaml"
LEAVES = "tile/entries/000.p/39"
TILE = "tile/0/000.p/39"


def change(path: str, how: Callable[[bytes], bytes]) -> Spoil:
    return lambda folder: (folder / path).write_bytes(how((folder / path).read_bytes()))


def lines(path: str, how: Callable[[list[bytes]], list[bytes]]) -> Spoil:
    return change(path, lambda data: b"".join(how(data.splitlines(keepends=True))))


def swap(one: str, other: str) -> Spoil:
    def spoil(folder: Path) -> None:
        first, second = (folder / one).read_bytes(), (folder / other).read_bytes()
        (folder / one).write_bytes(second)
        (folder / other).write_bytes(first)

    return spoil


def forge_signature(folder: Path) -> None:
    text = (folder / "checkpoint").read_text("utf-8").split("\n\n")[0] + "\n"
    (folder / "checkpoint").write_bytes(sign_note(text, ORIGIN, OTHER_KEY))


def larger_claim(folder: Path) -> None:
    """A head that the key never signed, of a larger log."""
    head = Checkpoint(ORIGIN, 40, b"x" * 32)
    note = sign_note(head.text(), ORIGIN, OTHER_KEY)
    (folder / "checkpoint").write_bytes(note)


def link(path: str, to: str) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / path).unlink()
        (folder / path).symlink_to(to)

    return spoil


def folder_for_a_file(folder: Path) -> None:
    (folder / RULES).unlink()
    (folder / RULES).mkdir()


def link_folder(folder: Path) -> None:
    shutil.move(folder / "lists", folder.parent / "elsewhere")
    (folder / "lists").symlink_to(folder.parent / "elsewhere")


def add(path: str, data: bytes = b"x") -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)

    return spoil


def exchange(folder: Path) -> None:
    """Put the removed entry back, signed as it once was, and leave out another."""
    before = (folder.parent / "1" / FOOD_LINES).read_text("utf-8").splitlines(keepends=True)
    now = (folder / FOOD_LINES).read_text("utf-8").splitlines(keepends=True)
    (removed,) = set(before) - set(now)
    kept = sorted([removed, *now[1:]], key=lambda line: line[line.index('"entry":"') :])
    (folder / FOOD_LINES).write_text("".join(kept), "utf-8")


def second_manifest(folder: Path) -> None:
    shutil.copy(folder / "manifest.json", folder / "manifest-2.json")


def of_the_edition_before(path: str) -> Spoil:
    return lambda folder: shutil.copy(folder.parent / "1" / path, folder / path)


def at(number: int, old: str, new: str) -> Spoil:
    """Replace something in one line of the food list, counted from 1."""
    return lines(
        FOOD_LINES,
        lambda all_: [
            one.replace(old.encode(), new.encode()) if index == number else one
            for index, one in enumerate(all_, start=1)
        ],
    )


def brackets(data: bytes) -> bytes:
    tail = b',"leaf":1,"salt":"' + b"0" * 64 + b'"}\n'
    return b'{"entry":' + b"[" * 20_000 + tail + data


def other_leaves_and_tile(folder: Path) -> None:
    change(LEAVES, lambda data: data[:40] + b"xx" + data[42:])(folder)
    change(TILE, lambda data: b"y" * len(data))(folder)


def repeat_a_key(line: bytes) -> bytes:
    return line.replace(b'{"entry":{', b'{"entry":{"case":"C-0000000000000000",')


TAMPERED: tuple[tuple[str, Spoil, str, str, str], ...] = (
    ("one entry dropped", lines(FOOD_LINES, lambda all_: all_[:7] + all_[8:]),
     "E-ED-34", FOOD_LINES, "was dropped: 30 of 31 entries are here"),
    ("the last entry dropped", lines(FOOD_LINES, lambda all_: all_[:-1]),
     "E-ED-34", FOOD_LINES, "was dropped"),
    ("every entry dropped", lines(FOOD_LINES, lambda _: []),
     "E-ED-34", FOOD_LINES, "0 of 31 entries"),
    ("one entry twice", lines(FOOD_LINES, lambda all_: [*all_[:8], *all_[7:]]),
     "E-ED-25", f"{FOOD_LINES}:9:1", "does not belong here"),
    ("lines reordered", lines(FOOD_LINES, lambda all_: [all_[1], all_[0], *all_[2:]]),
     "E-ED-25", f"{FOOD_LINES}:2:1", "does not belong here"),
    ("a name changed", at(1, "临禾", "临和"),
     "E-ED-24", f"{FOOD_LINES}:1:1", "is not what leaf"),
    ("a last day brought forward", at(5, "2029-03-26", "2027-03-26"),
     "E-ED-24", f"{FOOD_LINES}:5:1", "is not what leaf"),
    ("a leaf number changed", at(1, '"leaf":', '"leaf":1'),
     "E-ED-24", f"{FOOD_LINES}:1:1", "of the log records"),
    ("a field added", at(1, ',"topic"', ',"tel":"1","topic"'),
     "E-ED-23", f"{FOOD_LINES}:1:1", "no well-formed entry: tel"),
    ("a key said twice", lines(FOOD_LINES, lambda all_: [repeat_a_key(all_[0]), *all_[1:]]),
     "E-ED-23", f"{FOOD_LINES}:1:1", "no well-formed entry"),
    ("a space more", at(1, '"kind":', '"kind": '),
     "E-ED-23", f"{FOOD_LINES}:1:1", "RFC 8785"),
    ("no newline at the end", change(FOOD_LINES, lambda data: data[:-1]),
     "E-ED-23", f"{FOOD_LINES}:31:1", "no well-formed entry"),
    ("an empty line", change(FOOD_LINES, lambda data: data + b"\n"),
     "E-ED-23", f"{FOOD_LINES}:32:1", "no well-formed entry"),
    ("a line of ten megabytes", change(FOOD_LINES, lambda data: b"{" * 10_000_000 + b"\n" + data),
     "E-ED-23", f"{FOOD_LINES}:1:1", "no well-formed entry"),
    ("a line of brackets", change(FOOD_LINES, brackets),
     "E-ED-23", f"{FOOD_LINES}:1:1", "no well-formed entry"),
    ("shards swapped", swap(FOOD_LINES, TAX_LINES),
     "E-ED-25", f"{FOOD_LINES}:1:1", "list: tax-serious"),
    ("the list of the edition before", of_the_edition_before(FOOD_LINES),
     "E-ED-34", FOOD_LINES, "was dropped: 30 of 31 entries are here"),
    ("an entry of the edition before for one of this", exchange,
     "E-ED-22", FOOD_LINES, "does not have the digest"),
    ("the table changed", change(FOOD_TABLE, lambda data: data.replace("临禾".encode(), "临和".encode(), 1)),
     "E-ED-22", f"{FOOD_TABLE}:2:1", "does not have the digest"),
    ("the scheme changed", change(RULES, lambda data: data.replace(b"2026.1", b"2026.2")),
     "E-ED-22", RULES, "does not have the digest"),
    ("the scheme cut off", change(RULES, lambda data: data[:-1]),
     "E-ED-10", RULES, "The file has 40 bytes and must have 41"),
    ("the readme changed", change("README.txt", lambda data: data.replace(b"nothing", b"1 dime ")),
     "E-ED-22", "README.txt", "does not have the digest"),
    ("the manifest changed", change("manifest.json", lambda data: data.replace(b":31,", b":30,")),
     "E-ED-14", "manifest.json", "is not the one that leaf 38 of the log records"),
    ("the manifest of the edition before", of_the_edition_before("manifest.json"),
     "E-ED-14", "manifest.json", "is not the one that leaf"),
    ("a second manifest", second_manifest,
     "E-ED-08", "manifest-2.json", "manifest-2.json does not belong to the edition"),
    ("a list that nobody signed", add("lists/linhe-compliance/food-safety-serious/0002.jsonl"),
     "E-ED-08", FOOD_LINES.replace("0001", "0002"), "does not belong"),
    ("a file of a desktop", add(".DS_Store"),
     "E-ED-08", ".DS_Store", "Take it away and verify again."),
    ("a file missing", lambda folder: (folder / RULES).unlink(),
     "E-ED-07", RULES, "This file is missing"),
    ("a shard missing", lambda folder: (folder / FOOD_LINES).unlink(),
     "E-ED-07", FOOD_LINES, "This file is missing"),
    ("the manifest missing", lambda folder: (folder / "manifest.json").unlink(),
     "E-ED-07", "manifest.json", "This file is missing"),
    ("the checkpoint missing", lambda folder: (folder / "checkpoint").unlink(),
     "E-ED-01", "", "No edition is here: checkpoint is missing"),
    ("a forged key", forge_signature,
     "E-ED-03", "checkpoint", "It is not signed with this key"),
    ("a head that was never signed", larger_claim,
     "E-ED-03", "checkpoint", "your key is linhe.example/log+"),
    ("the checkpoint of the edition before", of_the_edition_before("checkpoint"),
     "E-ED-07", "tile/entries/000.p/36", "This file is missing"),
    ("a tile cut off", change(TILE, lambda data: data[:-32]),
     "E-ED-10", TILE, "The file has 1216 bytes and must have 1248"),
    ("a tile with one hash changed", change(TILE, lambda data: data[:64] + b"x" * 32 + data[96:]),
     "E-ED-12", TILE, "Hash 2 of this tile does not follow from the leaves"),
    ("a leaf changed", change(LEAVES, lambda data: data[:40] + b"xx" + data[42:]),
     "E-ED-11", LEAVES, "Leaf 1 is not the one in the signed log"),
    ("a leaf of another kind", change(LEAVES, lambda data: data[:37] + b"X" + data[38:]),
     "E-ED-11", LEAVES, "Leaf 1 is not the one"),
    ("leaves and tile exchanged for others", other_leaves_and_tile,
     "E-ED-13", LEAVES, "The 39 leaves of the log do not lead to the signed root"),
    ("the proof changed", change("consistency", lambda data: data.replace(b"old 36", b"old 35")),
     "E-ED-19", "consistency", "proof of consistency with the last edition is wrong"),
    ("a folder for a file", folder_for_a_file,
     "E-ED-07", RULES, "This file is missing"),
    ("a link out of the edition", link(RULES, "/etc/hostname"),
     "E-ED-09", RULES, "no plain file"),
    ("a link for the checkpoint", link("checkpoint", "/etc/hostname"),
     "E-ED-09", "checkpoint", "no plain file"),
    ("a folder that is a link", link_folder,
     "E-ED-09", "lists", "lists is no plain file"),
)  # fmt: skip
"""What was done, how, the code, the place, and words of the refusal."""


def cheat(how: Callable[[Forger], object]) -> Spoil:
    def spoil(folder: Path) -> None:
        forger = Forger(folder)
        how(forger)
        forger.write()

    return spoil


def manifest(**fields: object) -> Spoil:
    return cheat(lambda forger: forger.manifest.update(fields))


def entry(at_: int, **fields: object) -> Spoil:
    """Change fields of one entry of the food list, and log and sign it so."""
    return cheat(lambda forger: forger.change_entry(FOOD_LINES, at_, **fields))


def row_of(forger: Forger, on: str = "food-safety-serious") -> dict[str, object]:
    return next(row for row in forger.manifest["lists"] if row["list"] == on)


def figure(name: str, more: int) -> Spoil:
    def how(forger: Forger) -> None:
        tally = row_of(forger)["tally"]
        assert isinstance(tally, dict)
        tally[name] += more

    return cheat(how)


def drop_and_resign(forger: Forger) -> None:
    """Drop an entry from the list and its table, and sign that, without changing the figures."""
    forger.set_lines(FOOD_LINES, forger.lines(FOOD_LINES)[1:])


def hide_a_removal(forger: Forger) -> None:
    forger.set_lines(FOOD_LINES, forger.lines(FOOD_LINES)[1:])
    row_of(forger).update(published=30, shards=[30])


def another_table(forger: Forger) -> None:
    path = FOOD_LINES.replace(".jsonl", ".csv")
    forger.files[path] = forger.files[path].replace("临禾第5".encode(), "临禾第6".encode())


def table_of_other_bytes(forger: Forger) -> None:
    """Drop an entry and sign a table that is no text at all."""
    forger.set_lines(FOOD_LINES, forger.lines(FOOD_LINES)[1:])
    forger.files[FOOD_TABLE] = b"\xff\x00" * 70_000


def unsigned_entry(forger: Forger) -> None:
    """An entry on the list that was never put into the log."""
    forger.files[FOOD_LINES] = forger.files[FOOD_LINES].replace(
        "临禾第5".encode(), "临禾第x".encode()
    )


def another_scheme(forger: Forger) -> None:
    forger.files[RULES] = b"scheme: linhe-compliance\nversion: 2026.1 # other\n"


def rewrite_history(forger: Forger) -> None:
    forger.leaves[3] = b"E" + b"x" * 32


def empty_folder_of_rules(forger: Forger) -> None:
    forger.manifest["schemes"] = []


def previous_of_one_size(forger: Forger) -> None:
    """Name, as the edition before, another head of the very size of this edition."""
    head = Checkpoint(ORIGIN, len(forger.leaves) + 1, b"x" * 32)
    forger.manifest["previous"]["checkpoint"] = sign_note(head.text(), ORIGIN, KEY).decode()


def file_outside(forger: Forger) -> None:
    forger.manifest["files"].append({"bytes": 1, "path": "../../1/checkpoint", "sha256": "0" * 64})
    forger.manifest["files"].sort(key=lambda row: row["path"])


PERSON = "110101199003074450"

CHEATED: tuple[tuple[str, Spoil, str, str, str], ...] = (
    ("a resident", entry(2, subject_kind="resident"),
     "E-ED-27", f"{FOOD_LINES}:3:1", "something of a resident or sole trader (not quoted)"),
    ("a sole trader by its code", entry(2, identifier="92000000MA0000000X"),
     "E-ED-27", f"{FOOD_LINES}:3:1", "Do not use it or pass it on"),
    ("a resident's number in a name", entry(2, name=f"王某（{PERSON}）"),
     "E-ED-27", f"{FOOD_LINES}:3:1", "not quoted"),
    ("a resident's number as a register number", entry(2, identifier_scheme="register_number",
     identifier=PERSON),
     "E-ED-27", f"{FOOD_LINES}:3:1", "not quoted"),
    ("an entry past its last day", entry(4, last_day="2026-03-30"),
     "E-ED-28", f"{FOOD_LINES}:5:1", "was 2026-03-30, and it is over"),
    ("an entry that ends before the edition's use does", entry(4, last_day="2026-04-06"),
     "E-ED-29", f"{FOOD_LINES}:5:1", "is 2026-04-06, and the edition would be in use until 2026-04-07"),
    ("an entry that has not begun", entry(4, since="2026-04-01"),
     "E-ED-25", f"{FOOD_LINES}:5:1", "since: 2026-04-01"),
    ("a field off the list", entry(0, phone="0512"),
     "E-ED-23", f"{FOOD_LINES}:1:1", "no well-formed entry: phone"),
    ("a day that is none", entry(0, since="2026-13-01"),
     "E-ED-23", f"{FOOD_LINES}:1:1", "since"),
    ("an entry of a list under another list", entry(0, list="tax-serious"),
     "E-ED-25", f"{FOOD_LINES}:1:1", "list: tax-serious"),
    ("an entry by rules that are not shown", entry(0, version="2025.9"),
     "E-ED-25", f"{FOOD_LINES}:1:1", "version: 2025.9"),
    ("an entry that is not in the log", cheat(unsigned_entry),
     "E-ED-24", f"{FOOD_LINES}:", "is not what leaf"),
    ("a dropped entry, signed again", cheat(drop_and_resign),
     "E-ED-26", FOOD_LINES, "There are 30 entries here, and the manifest says 31"),
    ("a removal that the figures do not show", cheat(hide_a_removal),
     "E-ED-31", "manifest.json", "in_force = published + withheld: 31 ≠ 30"),
    ("more proposed than accounted for", figure("proposed", 1),
     "E-ED-31", "manifest.json", "proposed = open + listed + not_listed + lapsed: 32 ≠ 31"),
    ("more listed than accounted for", figure("listed", 1),
     "E-ED-31", "manifest.json", "linhe-compliance/food-safety-serious do not add up"),
    ("more objected than told", figure("objected", 32),
     "E-ED-31", "manifest.json", "objected ≤ noticed: 32 > 31"),
    ("a table that says another thing", cheat(another_table),
     "E-ED-30", FOOD_TABLE, "does not say what lists/"),
    ("a table of other bytes and an entry less", cheat(table_of_other_bytes),
     "E-ED-26", FOOD_LINES, "There are 30 entries here"),
    ("more shards than there can be", cheat(lambda f: row_of(f).update(shards=[1] * 10_000)),
     "E-ED-15", "manifest.json", '"lists[0].shards" is wrong'),
    ("a shard of too many entries", cheat(lambda f: row_of(f).update(shards=[10_001])),
     "E-ED-15", "manifest.json", '"lists[0].shards[0]" is wrong'),
    ("a year that no clock reaches", manifest(made_at="9999-12-31T00:00:00.000000Z",
     use_until="9999-12-31T00:00:01.000000Z"), "E-ED-15", "manifest.json", "RFC 8785"),
    ("a number with ten thousand digits", manifest(number=10**4200),
     "E-ED-15", "manifest.json", '"number" is wrong'),
    ("another scheme under the same digest", cheat(another_scheme),
     "E-ED-32", RULES, "The manifest gives the scheme's digest as"),
    ("a past rewritten", cheat(rewrite_history),
     "E-ED-18", "manifest.json", "does not continue the earlier checkpoint of 36 leaves"),
    ("two heads of one size", cheat(previous_of_one_size),
     "E-ED-20", "manifest.json", "Two signed checkpoints of 39 leaves differ"),
    ("rules left out", cheat(empty_folder_of_rules),
     "E-ED-15", "manifest.json", '"files" is wrong: schemes/'),
    ("a file outside the edition", cheat(file_outside),
     "E-ED-15", "manifest.json", "path"),
    ("another log's manifest", cheat(lambda f: f.manifest["register"].update(origin="other.example/log")),
     "E-ED-06", "manifest.json", "belongs to other.example/log, not to linhe.example/log"),
    ("a size that is not the log's", manifest(forged_size=38),
     "E-ED-15", "manifest.json", '"log_size" is wrong: 38 ≠ 39'),
    ("a use of a year", manifest(use_until="2027-03-30T01:00:00.000000Z"),
     "E-ED-15", "manifest.json", '"use_until" is wrong'),
    ("a field more in the manifest", manifest(note="hidden"),
     "E-ED-15", "manifest.json", "RFC 8785"),
    ("a manifest of another form", manifest(form="evenhand/edition/2"),
     "E-ED-15", "manifest.json", '"form" is wrong'),
    ("a list named twice", cheat(lambda f: f.manifest["lists"].append(dict(row_of(f)))),
     "E-ED-15", "manifest.json", '"lists" is wrong'),
    ("a number that is not later", manifest(number=1),
     "E-ED-15", "manifest.json", '"previous" is wrong: 1 → 1'),
    ("a register that is neither", cheat(lambda f: f.manifest["register"].update(kind="reproduction")),
     "E-ED-15", "manifest.json", '"register.kind" is wrong'),
    ("a figure missing", cheat(lambda f: row_of(f)["tally"].pop("appealed")),  # type: ignore[attr-defined]
     "E-ED-15", "manifest.json", "appealed"),
)  # fmt: skip
