"""A witness: sees the heads of logs one after another, and cosigns only what continues what it saw.

What it guards: for one log it never cosigns two heads of one size, and never one that does not
continue the last (threats T6, T7); its cosignatures carry its own clock's time, which never goes back.
What it does not do: it reads no leaf, and knows nothing of what a log is about.

Rules, those of C2SP tlog-witness (``add-checkpoint``), each with the status that a refusal has:

1. A request is ``old SIZE``, the hashes of a consistency proof, an empty line, and a signed head: 400.
2. The head is of a log that the witness was told of: 404. One of its keys signed it: 403.
3. The old size is that of the last head that the witness cosigned, 0 at first, and not above the new
   one: 409 with the size that it is, or 400.
4. The proof leads from the last head to the new one: 422. A head of the same size has the same root: 409.
5. The new head is durable before the cosignature leaves (``witness_folder``).

One worked use::

    consider(Asked.read(request), logs, known, lambda text, at: cosign(text, name, key, at), seconds)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from evenhand.kernel.errors import ProofFailed
from evenhand.kernel.text import Text
from evenhand.publication.cosignature import Cosignature
from evenhand.publication.log import EMPTY_ROOT, holds_consistency
from evenhand.publication.sign import LONGEST_NOTE, Checkpoint, NoteKey, decoded, open_note

MOST_HASHES = 63
"""No consistency proof has more hashes."""

LONGEST_REQUEST = LONGEST_NOTE + 4_096
"""Bytes; a request above this is refused unread."""

LEDGER = "/ledger"
"""After the name of a register's public log, the name of the log that its ledger is."""

_OLD = re.compile(r"old (0|[1-9][0-9]{0,14})")


@dataclass(frozen=True, slots=True)
class Seen:
    """The last head of a log that a witness cosigned, and when."""

    size: int
    root: bytes
    seconds: int


NOTHING = Seen(0, b"", 0)
"""What a witness has seen of a log that it never cosigned."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a witness does not cosign.

    Attributes:
        status: Of HTTP, as C2SP tlog-witness wants it.
        text: The reason in words.
        size: The size that the witness knows, where the answer carries it.
    """

    status: int
    text: Text
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """A cosignature, and what the witness has seen from now on."""

    origin: str
    seen: Seen
    cosignature: Cosignature


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks of a witness: a head, and the proof that it continues another."""

    old: int
    proof: tuple[bytes, ...]
    note: bytes

    @classmethod
    def read(cls, request: bytes) -> Self | None:
        """Read a request; None when it is none."""
        head, gap, note = request[:LONGEST_REQUEST].partition(b"\n\n")
        try:
            lines = head.decode("ascii").split("\n")
        except UnicodeDecodeError:
            return None
        old = _OLD.fullmatch(lines[0])
        proof = [decoded(line) for line in lines[1:]]
        hashes = tuple(one for one in proof if one is not None and len(one) == 32)
        if (
            old is None
            or not gap
            or len(request) > LONGEST_REQUEST
            or len(hashes) != len(proof)
            or len(hashes) > MOST_HASHES
        ):
            return None
        return cls(int(old[1]), hashes, note)


Cosigns = Callable[[str, int], Cosignature]
"""Cosigns the text of a head at a time."""


def consider(
    request: bytes,
    logs: Mapping[str, Sequence[NoteKey]],
    seen: Mapping[str, Seen],
    cosigns: Cosigns,
    seconds: int,
) -> Agreed | Refused:
    """Cosign a head, or say why not; nothing is kept here.

    Args:
        request: As it arrived.
        logs: The keys that may sign for each log, by its origin.
        seen: What the witness cosigned last of each log; the caller keeps others from changing it.
        cosigns: The witness's own hand.
        seconds: The witness's clock.
    """
    asked = Asked.read(request)
    if asked is None:
        return Refused(400, _MALFORMED)
    origin = asked.note.split(b"\n", 1)[0].decode("utf-8", "replace")
    if origin not in logs:
        return Refused(404, _unknown(origin))
    text = _signed_text(asked.note, logs[origin])
    if text is None:
        return Refused(403, _unsigned(origin))
    try:
        head = Checkpoint.read(text)
    except ProofFailed:
        return Refused(400, _MALFORMED)
    last = seen.get(origin, NOTHING)
    refused = _against(asked, head, last)
    if refused is not None:
        return refused
    now = max(seconds, last.seconds)
    return Agreed(origin, Seen(head.size, head.root, now), cosigns(text, now))


def _against(asked: Asked, head: Checkpoint, last: Seen) -> Refused | None:
    """Hold a head against the last that was cosigned."""
    if asked.old > head.size:
        return Refused(400, _MALFORMED)
    if asked.old != last.size:
        return Refused(409, _other_size(head, last), last.size)
    if last.size == head.size and last.size and last.root != head.root:
        return Refused(409, _split(head), last.size)
    if not last.size:
        begins = not asked.proof and (head.size > 0 or head.root == EMPTY_ROOT)
        return None if begins else Refused(422, _rewritten(last))
    if not holds_consistency(last.size, last.root, head.size, head.root, asked.proof):
        return Refused(422, _rewritten(last))
    return None


def _signed_text(note: bytes, keys: Sequence[NoteKey]) -> str | None:
    """The text of a head that one of the keys signed; None when none did."""
    for key in keys:
        try:
            return open_note(note, key)
        except ProofFailed:
            continue
    return None


_MALFORMED = Text(
    zh="请求读不懂：应是 old 大小、一致性证明、空行、签名的检查点。没有联署。",
    en="The request cannot be read: it is `old SIZE`, a consistency proof, an empty line, and a signed "
    "checkpoint. Nothing was cosigned.",
)


def _unknown(origin: str) -> Text:
    return Text(
        zh=f"不认识日志“{origin[:120]}”。请先用 witness trust 登记它的公钥。没有联署。",
        en=f'The log "{origin[:120]}" is not known here. Name its key with `witness trust` first. Nothing '
        "was cosigned.",
    )


def _unsigned(origin: str) -> Text:
    return Text(
        zh=f"检查点没有 {origin} 的已知密钥的有效签名。没有联署。",
        en=f"No known key of {origin} signed this checkpoint. Nothing was cosigned.",
    )


def _other_size(head: Checkpoint, last: Seen) -> Text:
    if head.size < last.size:
        return Text(
            zh=f"日志变短了：我联署过 {last.size} 行，现在只有 {head.size} 行。没有联署，我所知道的不变。",
            en=f"The log grew shorter: I cosigned {last.size} leaves, and now there are {head.size}. Nothing "
            "was cosigned; I keep what I know.",
        )
    return Text(
        zh=f"证明要从 {last.size} 行开始：那是我最后联署的大小。",
        en=f"The proof has to begin at {last.size} leaves, the size that I cosigned last.",
    )


def _split(head: Checkpoint) -> Text:
    return Text(
        zh=f"日志分叉了：同是 {head.size} 行，我联署过另一个根。没有联署，我所知道的不变。",
        en=f"The log is split: I cosigned another root of the same {head.size} leaves. Nothing was cosigned; "
        "I keep what I know.",
    )


def _rewritten(last: Seen) -> Text:
    return Text(
        zh=f"这份日志不延续我联署过的 {last.size} 行：它被改写了，或证明有误。没有联署，我所知道的不变。",
        en=f"This log does not continue the {last.size} leaves that I cosigned: it was rewritten, or the "
        "proof is wrong. Nothing was cosigned; I keep what I know.",
    )
