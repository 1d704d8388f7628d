"""One log for everybody: each checkpoint continues every earlier one (invariant E1, threats T6, T7).

An edition carries the whole log, so the root that it had at any earlier size is computed from its
leaves and held against the checkpoint of that size, wherever that checkpoint was kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from evenhand.kernel.findings import Place
from evenhand.publication import log_findings
from evenhand.publication.failing import failed
from evenhand.publication.keyring import Keyring, keyring
from evenhand.publication.layout import CHECKPOINT, CONSISTENCY, MANIFEST
from evenhand.publication.log import Tree
from evenhand.publication.manifest import Manifest
from evenhand.publication.reading import Folder
from evenhand.publication.sign import Checkpoint, NoteKey, encoded


def consistency_file(tree: Tree, old: int, note: bytes) -> bytes:
    """Write the proof that the tree continues its first ``old`` leaves.

    The form is that of a request to a witness (C2SP tlog-witness, add-checkpoint): the old size, the
    hashes of the proof, an empty line, and the signed checkpoint.
    """
    proof = "".join(f"{encoded(one)}\n" for one in tree.consistency(old))
    return f"old {old}\n{proof}\n".encode() + note


def check_previous(
    folder: Folder, manifest: Manifest, tree: Tree, note: bytes, key: NoteKey | Keyring
) -> int:
    """Hold the log against the edition before, and the proof of it against both.

    Returns:
        The size of the log before this edition; 0 for a first one.

    Raises:
        ProofFailed: When the earlier checkpoint is not this register's, or the log does not continue it.
    """
    old = 0
    if manifest.previous is not None:
        before = read_head(manifest.previous.checkpoint.encode(), key, MANIFEST)
        if before.size <= tree.size:
            _continues(before, tree, MANIFEST)
        if manifest.previous.number >= manifest.number or before.size >= tree.size:
            _refuse_number(manifest)
        old = before.size
    if folder.read(CONSISTENCY) != consistency_file(tree, old, note):
        raise failed(log_findings.WRONG_CONSISTENCY, Place(CONSISTENCY))
    return old


def check_known(known: Iterable[bytes], tree: Tree, key: NoteKey | Keyring) -> int:
    """Hold the log against checkpoints that somebody kept from before.

    Returns:
        How many there were.

    Raises:
        ProofFailed: When two heads of one size differ, the log was rewritten, or this one is older.
    """
    count = 0
    for note in known:
        head = read_head(note, key, CHECKPOINT)
        if head.size > tree.size:
            raise failed(
                log_findings.OLDER_THAN_KNOWN, Place(CHECKPOINT), read=head.size, size=tree.size
            )
        _continues(head, tree, CHECKPOINT)
        count += 1
    return count


def compare_heads(one: bytes, other: bytes, key: NoteKey) -> None:
    """Compare two signed checkpoints of one log without the log, as two people can.

    Raises:
        ProofFailed: When either is not signed by the key, or they have one size and two roots.
    """
    first, second = read_head(one, key, CHECKPOINT), read_head(other, key, CHECKPOINT)
    if first.size == second.size and first.root != second.root:
        raise _two_views(first, second.root, CHECKPOINT)


def read_head(note: bytes, key: NoteKey | Keyring, file: str) -> Checkpoint:
    """Open a checkpoint that the key, or one of a keyring, must have signed under its own name.

    Raises:
        ProofFailed: When it is malformed, of another key, or of another origin.
    """
    ring = keyring(key) if isinstance(key, NoteKey) else key
    return ring.read(note, file)


def _continues(before: Checkpoint, tree: Tree, file: str) -> None:
    root = tree.root(before.size)
    if root == before.root:
        return
    if before.size == tree.size:
        raise _two_views(before, root, file)
    raise failed(log_findings.REWRITTEN, Place(file), size=before.size)


def _two_views(head: Checkpoint, other: bytes, file: str) -> Exception:
    return failed(
        log_findings.EQUIVOCATION,
        Place(file),
        size=head.size,
        one=encoded(head.root),
        other=encoded(other),
    )


def _refuse_number(manifest: Manifest) -> None:
    before = manifest.previous
    read = f"{before.number if before else 0} → {manifest.number}"
    raise failed(log_findings.NO_MANIFEST, Place(MANIFEST), field="previous", read=read)
