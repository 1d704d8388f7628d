"""Check an edition with public material alone: the edition's folder and the register's public key.

What it guards: the edition is what the holder of the key published, whole; it is for use now; its
log only grew; it names no resident and nothing that has ended; its figures add up.
What it does not do: it proves what was recorded, not that it is true.

Rules, in this order; the first that fails ends the verification with its file, line and entry:

1. The checkpoint is a note signed by the key under its own name.
2. The leaves and tiles lead to the signed root.
3. The manifest is the last leaf of that log, and of this register.
4. Now lies between the moment it was made and the end of its use.
5. The log continues the edition before and every checkpoint that the caller kept.
6. The files are those that the manifest names, no more, no less, each with its digest.
7. Each scheme file is the one that the register names by that digest.
8. Every entry is in the log, in its place, of an organisation, and not past its last day.
9. Sizes and figures add up.
10. Every witness that the caller names has cosigned the head, neither before the edition was made nor
    after now.

It loads neither the register nor an engine, opens nothing outside the folder, and reads no more than
the signed sizes allow.

One worked use::

    verify_edition(Path("editions/4"), NoteKey.parse(vkey), now).lines
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Place
from evenhand.kernel.periods import Moment, said
from evenhand.kernel.text import Text
from evenhand.keys.signing import PublicKey
from evenhand.publication import entry_findings, log_findings
from evenhand.publication.carried import Checked
from evenhand.publication.continuity import check_known, check_previous, read_head
from evenhand.publication.cosignature import Cosignature, WitnessKey, cosignatures
from evenhand.publication.cosigned import CLOCK_SKEW, check_cosigned, witnessed
from evenhand.publication.failing import failed
from evenhand.publication.key_statements import Statement, StewardKey, read_statements
from evenhand.publication.keyring import Keyring, keyring
from evenhand.publication.layout import (
    CHECKPOINT,
    CONSISTENCY,
    KEYS,
    MANIFEST,
    README,
    scheme_paths,
    shard_paths,
    tiles,
)
from evenhand.publication.listed import Against, check_list
from evenhand.publication.manifest import Manifest, broken_sums
from evenhand.publication.manifest_reading import read_manifest
from evenhand.publication.reading import Folder
from evenhand.publication.shards import manifest_leaf
from evenhand.publication.sign import Checkpoint, NoteKey
from evenhand.publication.tiles import Log, read_log


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was checked and held.

    Attributes:
        manifest: What the edition says of itself.
        head: The signed head of its log.
        entries: How many entries were checked.
        lines: One sentence for each rule that held, in order.
        notes: What else to know: that the register is a demonstration, and what is not proven.
        cosigned: The latest cosignature of each witness that was asked for.
    """

    manifest: Manifest
    head: Checkpoint
    entries: int
    lines: tuple[Text, ...]
    notes: tuple[Text, ...]
    cosigned: tuple[Cosignature, ...] = ()


@dataclass(frozen=True, slots=True)
class Trust:
    """What a verifier knows beside the register's key.

    Attributes:
        witnesses: Whose cosignature there must be.
        keys: The register's statements about its keys (``keys.json``), from wherever they came.
        stewards: The keys of the register's stewards; without them a revoked key leads no further.
        checked: An edition of the same log that the caller verified before: of its shards that are
            in this one byte for byte, only what depends on the edition is checked again.
    """

    witnesses: tuple[WitnessKey, ...] = ()
    keys: bytes = b""
    stewards: frozenset[PublicKey] = frozenset()
    checked: Checked | None = None


ALONE: Final = Trust()
"""A verifier who knows the register's key and nothing else."""


def read_key(text: str) -> NoteKey | PublicKey:
    """Read a public key in either of its two forms: ``name+hash+base64`` or ``ed25519:base64``.

    Raises:
        BadInput: When it is neither.
    """
    stripped = text.strip()
    return PublicKey.parse(stripped) if stripped.startswith("ed25519:") else NoteKey.parse(stripped)


def verify_edition(
    edition: Path,
    key: NoteKey | PublicKey,
    now: Moment,
    known: Sequence[bytes] = (),
    trust: Trust = ALONE,
) -> VerifyReport:
    """Check an edition.

    Args:
        edition: Its folder.
        key: The register's public key; without a name, the checkpoint's own origin is its name.
        now: The moment for which it is checked.
        known: Signed checkpoints of this register that were kept from before.
        trust: Whose cosignature there must be, and what else the caller knows about keys.

    Raises:
        ProofFailed: Naming the first thing that is wrong.
    """
    folder = Folder(edition)
    note, named = _note(edition, folder, key)
    ring = _ring(edition, folder, named, trust)
    head = read_head(note, ring, CHECKPOINT)
    ring.check_current(note, head, cosignatures(note, trust.witnesses))
    log = read_log(folder, head.size, head.root)
    manifest = _manifest(folder, log, named)
    _check_time(manifest, now)
    old = check_previous(folder, manifest, log.tree, ring.own_part(note), ring)
    kept = check_known(known, log.tree, ring)
    before = trust.checked
    check_known([before.note] if before else [], log.tree, ring)
    _check_files(folder, manifest)
    against = Against.at(manifest, log, now, before.files if before else {})
    entries = sum(check_list(folder, row, against) for row in manifest.lists)
    _check_sums(manifest)
    seen = check_cosigned(note, trust.witnesses, (manifest.made_at, now))
    held = (*_held(manifest, ring.signer(note), (old, kept, entries)), *witnessed(seen))
    return VerifyReport(manifest, head, entries, held, _notes(manifest), seen)


def _note(edition: Path, folder: Folder, key: NoteKey | PublicKey) -> tuple[bytes, NoteKey]:
    """Read the checkpoint, and name the key after it when the key came without a name."""
    if not os.path.lexists(edition / CHECKPOINT):
        raise failed(log_findings.NO_EDITION, Place(str(edition)), read=CHECKPOINT)
    note = folder.read(CHECKPOINT)
    if isinstance(key, NoteKey):
        return note, key
    try:
        return note, NoteKey(note.split(b"\n", 1)[0].decode(), key)
    except (BadInput, UnicodeDecodeError):
        raise failed(log_findings.NO_CHECKPOINT, Place(CHECKPOINT)) from None


def _ring(edition: Path, folder: Folder, key: NoteKey, trust: Trust) -> Keyring:
    """The keys of the log, by what the caller knows and what the edition itself says."""
    statements: list[Statement | StewardKey] = []
    if trust.keys:
        statements += read_statements(trust.keys, key.name)
    if os.path.lexists(edition / KEYS):
        own = read_statements(folder.read(KEYS), key.name)
        statements += own[len(statements) :] if own[: len(statements)] == tuple(statements) else ()
    return keyring(key, statements, trust.stewards)


def _manifest(folder: Folder, log: Log, key: NoteKey) -> Manifest:
    data, last = folder.read(MANIFEST), max(log.size - 1, 0)
    if manifest_leaf(data) != log.leaf(last):
        raise failed(log_findings.NOT_THE_MANIFEST, Place(MANIFEST), leaf=last)
    manifest = read_manifest(data)
    if manifest.register.origin != key.name:
        raise failed(
            log_findings.OTHER_ORIGIN,
            Place(MANIFEST),
            read=manifest.register.origin,
            allowed=key.name,
        )
    if manifest.log_size != log.size:
        read = f"{manifest.log_size} ≠ {log.size}"
        raise failed(log_findings.NO_MANIFEST, Place(MANIFEST), field="log_size", read=read)
    return manifest


def _check_time(manifest: Manifest, now: Moment) -> None:
    """Refuse an edition that is over, or that comes from the future."""
    if now >= manifest.use_until:
        raise failed(
            log_findings.PAST_USE, Place(MANIFEST), read=said(manifest.use_until), now=said(now)
        )
    if now + CLOCK_SKEW < manifest.made_at:
        raise failed(
            log_findings.NOT_YET, Place(MANIFEST), read=said(manifest.made_at), now=said(now)
        )


def _check_files(folder: Folder, manifest: Manifest) -> None:
    """Hold the folder against the manifest, and every file but the shards against its digest."""
    shards = {
        path
        for row in manifest.lists
        for number in range(1, len(row.shards) + 1)
        for path in shard_paths(row.scheme, row.list, number)
    }
    schemes = {scheme_paths(row.scheme, row.version)[0]: row for row in manifest.schemes}
    named = {row.path for row in manifest.files}
    rest = {README} | {p for r in manifest.schemes for p in scheme_paths(r.scheme, r.version)}
    rest |= {KEYS} & named
    for path in sorted(named ^ (shards | rest)):
        raise failed(log_findings.NO_MANIFEST, Place(MANIFEST), field="files", read=path)
    _check_presence(folder, named, manifest.log_size)
    for row in manifest.files:
        if row.path in shards:
            continue
        read = hashlib.sha256(folder.read(row.path, row.size)).hexdigest()
        if read != row.digest:
            raise failed(entry_findings.WRONG_DIGEST, Place(row.path))
        if row.path in schemes and read != schemes[row.path].digest:
            wanted = schemes[row.path].digest
            raise failed(entry_findings.OTHER_SCHEME, Place(row.path), read=read, allowed=wanted)


def _check_presence(folder: Folder, named: set[str], size: int) -> None:
    wanted = named | {CHECKPOINT, CONSISTENCY, MANIFEST}
    for tile in tiles(size):
        wanted.add(tile.path)
        if tile.level == 0:
            wanted.add(tile.entries_path)
    for path in folder.paths():
        if path not in wanted:
            raise failed(log_findings.EXTRA_FILE, Place(path), read=path)
        wanted.discard(path)
    for path in sorted(wanted):
        raise failed(log_findings.MISSING_FILE, Place(path))


def _check_sums(manifest: Manifest) -> None:
    for row in manifest.lists:
        for law in broken_sums(row):
            name = f"{row.scheme}/{row.list}"
            raise failed(entry_findings.WRONG_SUM, Place(MANIFEST), list=name, read=law)


def _held(manifest: Manifest, key: NoteKey, counts: tuple[int, int, int]) -> tuple[Text, ...]:
    """Say what held, a sentence for each rule."""
    old, kept, entries = counts
    size, files, schemes = manifest.log_size, len(manifest.files), len(manifest.schemes)
    until = said(manifest.use_until)
    began = ("日志始于本版次", "Log: it begins with this edition")
    went_on = (f"日志延续了此前的 {old} 行", f"Log: it continues the {old} leaves of before")
    zh, en = went_on if old else began
    if kept:
        zh, en = (
            f"{zh}，以及您保存的检查点 {kept} 个",
            f"{en}, and checkpoints that you kept: {kept}",
        )
    lines = (
        (f"签名：{key}", f"Signed by {key}"),
        (f"日志 {size} 行，得出签名的根", f"Log: {size} leaves lead to the signed root"),
        (f"可使用到 {until}", f"For use until {until}"),
        (zh, en),
        (f"文件 {files} 个，齐全，摘要一致", f"Files: {files}, all there, each with its digest"),
        (
            f"评价办法 {schemes} 份，与登记库所列一致",
            f"Schemes: {schemes}, each the file that the register names",
        ),
        (
            f"记录 {entries} 条，都在日志中，都是单位，都未到期",
            f"Entries: {entries}, all in the log, of organisations, none past its last day",
        ),
        (
            f"名单 {len(manifest.lists)} 份，数量和统计对得上",
            f"Lists: {len(manifest.lists)}, sizes and figures add up",
        ),
    )
    return tuple(Text(zh=zh, en=en) for zh, en in lines)


def _notes(manifest: Manifest) -> tuple[Text, ...]:
    """Say what somebody should know beside what held."""
    demonstration = Text(
        zh="这是演示登记库，其中的单位和数据都是虚构的。",
        en="This is a demonstration; the organisations and figures in it are made up.",
    )
    proof = Text(
        zh="本版次正是登记库所公布的内容。这不证明其中的认定属实。",
        en="This edition is exactly what the register published. It does not prove that a finding in it "
        "is true.",
    )
    return (demonstration, proof) if manifest.register.kind == "demonstration" else (proof,)
