"""Publish: write an edition, verify it as a stranger would, move the pointer. Or nothing at all.

What it guards: the pointer names only an edition that is whole, durable and verified with public
material alone, of a shard that stands unchanged since the edition before only what may have changed
(``carried``); publishing the same content again gives the same bytes and changes nothing.
What it does not do: it neither draws lists nor decides what may be shown; whoever calls it holds the
register's lock and records the event.

The order of writes: every file under a name that ends in ``.partial``, verification, fsync of files
and folders, rename, fsync of the folder, then the pointer ``current`` in the same way. A crash leaves
the old pointer or the new one. An edition that the pointer never named was never published: the next
publication of that number takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evenhand.kernel.collector import collector_resting
from evenhand.kernel.errors import BadInput, Conflict, RegisterDamaged
from evenhand.kernel.text import Text
from evenhand.publication.carried import Checked, checked
from evenhand.publication.continuity import read_head
from evenhand.publication.edition import (
    Assembled,
    EditionContent,
    Past,
    Publisher,
    Sink,
    assemble,
    end_of_use,
)
from evenhand.publication.layout import CHECKPOINT, MANIFEST, POINTER, SHARED, TILES
from evenhand.publication.manifest import Manifest
from evenhand.publication.manifest_reading import read_manifest
from evenhand.publication.reading import Folder
from evenhand.publication.sign import Checkpoint, NoteKey, signed_by
from evenhand.publication.tiles import read_log
from evenhand.publication.verify import ALONE, Trust, VerifyReport, verify_edition
from evenhand.relational.durable import (
    clear_leftovers,
    folder_written_durably,
    make_folder_durably,
    remove_durably,
    write_durably,
)


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """An edition that the pointer names.

    Attributes:
        note: Its signed checkpoint, as the next edition and every witness needs it.
    """

    number: int
    folder: Path
    manifest: Manifest
    head: Checkpoint
    note: bytes


def publish(
    target: Path, content: EditionContent, publisher: Publisher, past: Past | None
) -> tuple[PublishedEdition, VerifyReport]:
    """Publish an edition under ``target``, and point to it.

    Args:
        target: The folder of all editions; the caller holds the register's lock.
        content: What the edition says.
        publisher: Who signs.
        past: The log as the last edition left it (``read_past``); None for the first edition.

    Returns:
        The edition, and what verifying it found.

    Raises:
        Conflict: When the number is taken by other content, or a later edition is current.
        BadInput: When its number, times or time zone make no edition.
        FloorRefusal: RF-12, when an entry has ended already.
        ProofFailed: When it does not verify; nothing is published then.
        EvenhandError: When the disk is full or fails; nothing is published then.
    """
    with collector_resting():
        return _publish(target, content, publisher, past)


def _publish(
    target: Path, content: EditionContent, publisher: Publisher, past: Past | None
) -> tuple[PublishedEdition, VerifyReport]:
    _check_number(target, content.number, past)
    end_of_use(content)
    make_folder_durably(target)
    clear_leftovers(target)
    folder = target / str(content.number)
    key = NoteKey(content.register.origin, publisher.signer.public)
    known = [past.note] if past else []
    trust = Trust(checked=past.checked) if past else ALONE
    if folder.exists():
        made = _made_again(folder, content, publisher, past)
        if made is not None:
            report = verify_edition(folder, key, content.made_at, known)
            return _point(target, folder, made), report
        if current_number(target) == content.number:
            raise _taken(content.number)
        remove_durably(folder)
    with folder_written_durably(folder) as under_construction:
        writer = _writer(under_construction, past.checked if past else None)
        made = assemble(content, publisher, past, writer)
        report = verify_edition(under_construction, key, content.made_at, known, trust)
    return _point(target, folder, made), report


def read_past(target: Path, number: int, key: NoteKey) -> Past:
    """Read the log as one edition left it; a withdrawn edition still has it.

    Raises:
        ProofFailed: When its checkpoint or log is not what the key signed.
    """
    folder = target / str(number)
    note = signed_by(Folder(folder).read(CHECKPOINT), key)
    head = read_head(note, key, CHECKPOINT)
    log = read_log(Folder(folder), head.size, head.root)
    return Past(number, note, log, checked(folder, note, log))


def current_edition(target: Path, key: NoteKey) -> PublishedEdition | None:
    """Return the edition that the pointer names, None before the first; its lists are not checked.

    Raises:
        RegisterDamaged: When the pointer is unreadable.
        ProofFailed: When the edition's checkpoint or manifest cannot be read.
    """
    number = current_number(target)
    if number is None:
        return None
    folder = Folder(target / str(number))
    note = signed_by(folder.read(CHECKPOINT), key)
    manifest = read_manifest(folder.read(MANIFEST))
    head = read_head(note, key, CHECKPOINT)
    return PublishedEdition(number, target / str(number), manifest, head, note)


def current_number(target: Path) -> int | None:
    """Return the number that the pointer names; None when there is no pointer.

    Raises:
        RegisterDamaged: When it is unreadable.
    """
    pointer = target / POINTER
    try:
        text = pointer.read_text("ascii")
        number = int(text)
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        text, number = "", -1
    if text != f"{number}\n" or number < 1:
        raise RegisterDamaged(
            Text(
                zh=f"指针 {pointer} 无法读取。请运行 evenhand check。",
                en=f"The pointer {pointer} cannot be read. Run `evenhand check`.",
            )
        )
    return number


def withdraw(target: Path, number: int) -> None:
    """Take away everything readable of an edition; its checkpoint and log stay.

    What stays are salted digests: the salts stood in the shards and are gone with them. A pointer to
    the edition goes first. Doing it again changes nothing.
    """
    if current_number(target) == number:
        remove_durably(target / POINTER)
    folder = target / str(number)
    for path in sorted(folder.iterdir()):
        if path.name not in (CHECKPOINT, TILES):
            remove_durably(path)


def _check_number(target: Path, number: int, past: Past | None) -> None:
    if number < 1 or (past is not None and number <= past.number):
        raise BadInput(
            Text(
                zh=f"版次编号 {number} 应大于上一版次的编号。",
                en=f"The number {number} has to be above that of the edition before.",
            )
        )
    current = current_number(target)
    if current is not None and current > number:
        raise Conflict(
            Text(
                zh=f"当前版次是第 {current} 版，不能再公布第 {number} 版。",
                en=f"Edition {current} is current; edition {number} cannot be published any more.",
            )
        )
    if current is not None and current < number and (past is None or past.number != current):
        raise Conflict(
            Text(
                zh=f"第 {number} 版必须延续当前的第 {current} 版的日志。",
                en=f"Edition {number} has to continue the log of edition {current}, which is current.",
            )
        )


def _writer(folder: Path, before: Checked | None) -> Sink:
    """Write files; one that the edition before has byte for byte gets a second name instead.

    Files of the log and of lists never change once they are published, so two editions may share them.
    """
    made: set[Path] = set()

    def write(path: str, data: bytes) -> None:
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        lender = before if path.startswith(SHARED) else None
        if lender is None or not lender.lend(path, data, file):
            file.write_bytes(data)

    return write


def _made_again(
    folder: Path, content: EditionContent, publisher: Publisher, past: Past | None
) -> Assembled | None:
    """Assemble the content and hold every file against the folder; None when anything differs."""
    there = set(Folder(folder).paths())
    key = NoteKey(content.register.origin, publisher.signer.public)
    same = True

    def compare(path: str, data: bytes) -> None:
        nonlocal same
        read = (folder / path).read_bytes() if path in there else b""
        if path == CHECKPOINT and read:
            read = signed_by(read, key)  # a witness may have cosigned it since
        same = same and read == data
        there.discard(path)

    made = assemble(content, publisher, past, compare)
    return made if same and not there else None


def _point(target: Path, folder: Path, made: Assembled) -> PublishedEdition:
    """Move the pointer, which is what publishes."""
    number = made.manifest.number
    if current_number(target) != number:
        write_durably(target / POINTER, f"{number}\n".encode("ascii"))
    return PublishedEdition(number, folder, made.manifest, made.head, made.note)


def _taken(number: int) -> Conflict:
    return Conflict(
        Text(
            zh=f"第 {number} 版已经公布，内容不同。请使用下一个编号。",
            en=f"Edition {number} is published with other content. Use the next number.",
        )
    )
