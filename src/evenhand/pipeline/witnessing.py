"""Ask the witness: of the ledger's head, and of the current edition's; keep what it answered.

The ledger is a log too: a Merkle tree (RFC 9162) over the digests of its events, in their order. Its
head says how many events there are, and its consistency proof that the first of them are as they were,
without showing any. A ledger that was rewritten, cut off or split gets no cosignature, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evenhand.cases.witnessed import COSIGNED, Enrolled
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput, NotLawfulNow, ProofFailed
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.keys.signing import PublicKey
from evenhand.pipeline.edition import Imprint
from evenhand.pipeline.opened import Opened
from evenhand.publication.continuity import consistency_file
from evenhand.publication.cosignature import Cosignature, WitnessKey, cosignatures, with_lines
from evenhand.publication.layout import CHECKPOINT
from evenhand.publication.log import Tree, leaf_hash
from evenhand.publication.publish import current_number, read_past
from evenhand.publication.sign import Checkpoint, NoteKey, encoded, sign_note
from evenhand.publication.witness import LEDGER
from evenhand.publication.witness_door import Answered, ask
from evenhand.relational.durable import write_durably
from evenhand.relational.ledger import SYSTEM, Draft, Event, Ledger


@dataclass(frozen=True, slots=True)
class Witnessing:
    """What the witness cosigned.

    Attributes:
        event: The record of the ledger's head.
        size: How many events that head has.
        ledger: The cosignature of it.
        edition: The cosignature of the current edition; None when nothing is published.
    """

    event: Event
    size: int
    ledger: Cosignature
    edition: Cosignature | None


def ledger_origin(origin: str) -> str:
    """The name of the log that a ledger is, after the name of the register's public log."""
    return origin + LEDGER


def ledger_tree(ledger: Ledger) -> Tree:
    """The ledger as a log: a leaf for the digest of each event."""
    tree = Tree()
    tree.append(leaf_hash(bytes.fromhex(event.digest)) for event in ledger.read())
    return tree


def ask_witness(opened: Opened, url: str, imprint: Imprint, at: Moment) -> Witnessing:
    """Ask the enrolled witness to cosign the ledger and the current edition, and keep its answers.

    Raises:
        NotLawfulNow: When no witness is enrolled, or it watches another log.
        ProofFailed: When it refuses: this ledger or log is not what it saw before.
        BadInput: When nobody answers, or the answer is none.
    """
    opened.desk.catch_up()
    enrolled = opened.desk.witnessed.enrolled
    if enrolled is None or enrolled.origin != ledger_origin(imprint.origin):
        raise _not_enrolled(imprint.origin)
    witness = WitnessKey(enrolled.name, enrolled.key)
    tree = ledger_tree(opened.register.ledger)
    heads = opened.desk.witnessed.heads
    old = heads[-1].size if heads else 0
    note, cosigned = _asked(url, (witness, imprint), enrolled.origin, tree, old)
    event = _record(opened, enrolled, note, cosigned, at)
    edition = _ask_about_edition(opened, url, witness, imprint)
    return Witnessing(event, tree.size, cosigned, edition)


def broken_heads(opened: Opened) -> Iterator[Text]:
    """Say which recorded heads the ledger does not lead to any more, for a check of the register."""
    opened.desk.catch_up()
    heads = opened.desk.witnessed.heads
    if not heads:
        return
    tree = ledger_tree(opened.register.ledger)
    counted = {head.seq for head in heads}
    for event in opened.register.ledger.read(kinds=(COSIGNED,)):
        if event.seq not in counted:
            yield Text(
                zh=f"第 {event.seq} 号事件记录的联署不成立。",
                en=f"The cosignature that event {event.seq} records does not hold.",
            )
    for head in heads:
        if head.size > tree.size or encoded(tree.root(head.size)) != head.root:
            yield Text(
                zh=f"账本的前 {head.size} 个事件不是见证人联署过的（第 {head.seq} 号事件）。",
                en=f"The first {head.size} events of the ledger are not those that the witness cosigned "
                f"(event {head.seq}).",
            )


def _record(
    opened: Opened, enrolled: Enrolled, note: bytes, cosigned: Cosignature, at: Moment
) -> Event:
    body: dict[str, Json] = {
        "checkpoint": note.split(b"\n\n", 1)[0].decode() + "\n",
        "seconds": cosigned.seconds,
        "signature": encoded(cosigned.signature),
    }
    with opened.desk.transaction(at) as transaction:
        return transaction.append([Draft(COSIGNED, enrolled.name, SYSTEM, body)])[0]


def _ask_about_edition(
    opened: Opened, url: str, witness: WitnessKey, imprint: Imprint
) -> Cosignature | None:
    """Ask about the current edition, and write the cosignature under its checkpoint."""
    target = opened.register.editions
    with opened.register.lock():
        number = current_number(target)
        if number is None:
            return None
        (made,) = opened.register.ledger.read(kinds=("edition.published",), topic=str(number))
        past = read_past(
            target, number, NoteKey(imprint.origin, PublicKey.parse(str(made.body["key"])))
        )
        _, cosigned = _asked(url, (witness, imprint), imprint.origin, past.log.tree, 0)
        path = target / str(number) / CHECKPOINT
        write_durably(path, with_lines(path.read_bytes(), [cosigned.line()]))
        return cosigned


def _asked(
    url: str, who: tuple[WitnessKey, Imprint], origin: str, tree: Tree, old: int
) -> tuple[bytes, Cosignature]:
    """Ask about the head of a log; when the witness begins elsewhere, once more from there."""
    witness, imprint = who
    head = Checkpoint(origin, tree.size, tree.root())
    note = sign_note(head.text(), origin, imprint.key)
    answer = ask(url, consistency_file(tree, min(old, tree.size), note))
    known = _known_size(answer)
    if known is not None and known != old and known <= tree.size:
        answer = ask(url, consistency_file(tree, known, note))
        known = _known_size(answer)
    if answer.status != 200:
        raise _refused(answer, head, known)
    lines = answer.body.decode("utf-8", "replace").split("\n")[:-1]
    try:
        found = cosignatures(with_lines(note, lines), [witness])
    except ProofFailed:
        found = ()
    if not found:
        raise BadInput(
            Text(
                zh=f"{url} 的回答不是 {witness.name} 的联署，未作记录。",
                en=f"What {url} answered is no cosignature of {witness.name}; it is not recorded.",
            )
        )
    return note, max(found, key=lambda one: one.seconds)


def _known_size(answer: Answered) -> int | None:
    text = answer.body.strip()
    return int(text) if answer.status == 409 and text.isdigit() and len(text) < 16 else None


def _refused(answer: Answered, head: Checkpoint, known: int | None) -> ProofFailed | BadInput:
    """Say why a witness refused, in words."""
    if known is not None and known > head.size:
        return ProofFailed(
            Text(
                zh=f"见证人拒绝联署：它看过 {head.origin} 的 {known} 行，这里只有 {head.size} 行。"
                "末尾被截去，或恢复了旧备份。请不要继续使用，先找回缺少的部分。",
                en=f"The witness refuses: it has seen {known} leaves of {head.origin}, and here are "
                f"{head.size}. The end was cut off, or an old backup restored. Do not go on; find what is "
                "missing first.",
            )
        )
    if answer.status == 409:
        return ProofFailed(
            Text(
                zh=f"见证人拒绝联署：{head.origin} 同是 {head.size} 行，它联署过另一个根。日志分叉了。",
                en=f"The witness refuses: it cosigned another root of the same {head.size} leaves of "
                f"{head.origin}. The log is split.",
            )
        )
    if answer.status == 422:
        return ProofFailed(
            Text(
                zh=f"见证人拒绝联署：{head.origin} 不延续它看过的内容，已被改写。",
                en=f"The witness refuses: {head.origin} does not continue what it saw. It was rewritten.",
            )
        )
    said = answer.body.decode("utf-8", "replace").strip()[:300]
    return BadInput(
        Text(
            zh=f"见证人没有联署（{answer.status}）：{said}",
            en=f"The witness did not cosign ({answer.status}): {said}",
        )
    )


def _not_enrolled(origin: str) -> NotLawfulNow:
    return NotLawfulNow(
        "witness",
        Text(
            zh=f"登记库没有为 {ledger_origin(origin)} 登记见证人。请由两名管理员运行 witness enrol。",
            en=f"The register has no witness for {ledger_origin(origin)}. Two stewards enrol one with "
            "`witness enrol`.",
        ),
    )
