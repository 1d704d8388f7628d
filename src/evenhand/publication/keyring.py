"""Which key signs which heads of one log, from a key that somebody trusts and what the register says.

What it guards: whoever trusts one key of a log can check heads that its successor signed, and refuses
heads that a replaced or stolen key signs afterwards. What it does not do: it cannot tell a stolen key
from its owner's before somebody says so.

Rules:

1. Statements make a chain: each replaces the key that the one before brought. The trusted key is one
   of the chain, or there is none.
2. A key that was replaced in good order signed for its successor: trust goes forward. The successor
   signed too: trust goes back. Where the stewards' keys are known, two of them signed as well.
3. A steward's own key that was replaced goes on in the key that it signed for: the two are one person,
   and after it the old one signs nothing. Two signatures of one person are one.
4. A revoked key may be in other hands, so trust goes forward from it by the stewards alone: without
   their keys, whoever trusts only a revoked key trusts nothing.
5. A replaced key signs no head beyond the size at which it was replaced.
6. Of a revoked key counts the last head that the register recorded before the moment of revocation, and
   what a trusted witness cosigned before that moment. Nothing else does.
7. Heads from before are held against the log itself; for them any key of the chain will do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evenhand.kernel.findings import Place
from evenhand.kernel.periods import said
from evenhand.keys.signing import PublicKey
from evenhand.publication import log_findings, witness_findings
from evenhand.publication.cosignature import Cosignature
from evenhand.publication.failing import failed
from evenhand.publication.key_statements import ANNOUNCED, REVOKED, Statement, StewardKey
from evenhand.publication.layout import CHECKPOINT, KEYS
from evenhand.publication.sign import Checkpoint, NoteKey, encoded, note_parts, open_note, signed_by


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys of one log that somebody trusts.

    Attributes:
        trusted: The key that they began with.
        chain: Every key of the log in order; the last one signs now.
        statements: What brought each key but the first.
    """

    trusted: NoteKey
    chain: tuple[PublicKey, ...]
    statements: tuple[Statement, ...] = ()

    @property
    def name(self) -> str:
        """The log's origin."""
        return self.trusted.name

    def read(self, note: bytes, file: str) -> Checkpoint:
        """Open a head of this log that any of its keys signed.

        Raises:
            ProofFailed: When none did, or it is of another log.
        """
        head = Checkpoint.read(open_note(note, self.signer(note, file), file), file)
        if head.origin != self.name:
            raise failed(
                log_findings.OTHER_ORIGIN, Place(file), read=head.origin, allowed=self.name
            )
        return head

    def signer(self, note: bytes, file: str = CHECKPOINT) -> NoteKey:
        """The key of this log that a note names; the trusted one where it names none of them."""
        _, signatures = note_parts(note, file)
        for key in reversed(self.chain):
            named = NoteKey(self.name, key)
            if any(name == self.name and raw[:4] == named.key_id for name, raw in signatures):
                return named
        return self.trusted

    def own_part(self, note: bytes) -> bytes:
        """A note with the signature of this log's key alone."""
        return signed_by(note, self.signer(note))

    def check_current(self, note: bytes, head: Checkpoint, seen: Sequence[Cosignature]) -> None:
        """Require that the key that signed a head may sign it.

        Args:
            note: The head with its signatures.
            head: What it says.
            seen: Cosignatures of trusted witnesses, verified.

        Raises:
            ProofFailed: When the key was replaced before, or revoked.
        """
        key = self.signer(note).public
        for statement in self.statements:
            if statement.old != key:
                continue
            if statement.kind == ANNOUNCED and head.size > statement.size:
                raise failed(
                    witness_findings.REPLACED_KEY,
                    Place(CHECKPOINT),
                    read=statement.size,
                    allowed=str(key),
                )
            since = statement.since
            if since is None:
                continue
            recorded = (head.size, encoded(head.root)) == (statement.size, statement.root)
            if not recorded and not any(one.at < since for one in seen):
                raise failed(witness_findings.REVOKED_KEY, Place(CHECKPOINT), read=said(since))


def keyring(
    trusted: NoteKey,
    statements: Sequence[Statement | StewardKey] = (),
    stewards: frozenset[PublicKey] = frozenset(),
) -> Keyring:
    """Make a keyring.

    Args:
        trusted: A key of the log that somebody trusts.
        statements: What the register says, in order; of one said twice the second is passed over.
        stewards: The stewards' keys where they are known, those of any time.

    Raises:
        ProofFailed: When the statements make no chain, or stewards signed who are none.
    """
    every = tuple(dict.fromkeys(statements))
    _hold_stewards(every, stewards)
    ordered = tuple(one for one in every if isinstance(one, Statement))
    if not ordered:
        return Keyring(trusted, (trusted.public,))
    chain = [ordered[0].old]
    for statement in ordered:
        if statement.old != chain[-1] or statement.new in chain:
            raise _false(f"{statement.old} → {statement.new}")
        chain.append(statement.new)
    if trusted.public not in chain:
        return Keyring(trusted, (trusted.public,))
    usable = _reached(chain, ordered, chain.index(trusted.public), bool(stewards))
    return Keyring(trusted, tuple(chain[:usable]), ordered)


def _hold_stewards(
    statements: Sequence[Statement | StewardKey], stewards: frozenset[PublicKey]
) -> None:
    """Require that two stewards sign each statement, each with the key that was theirs by then."""
    first: dict[PublicKey, PublicKey] = {}
    for one in statements:
        if isinstance(one, StewardKey):
            if one.new in first:
                raise _false(str(one.new))
            first[one.new] = first.get(one.old, one.old)
    known = {first.get(key, key) for key in stewards}
    replaced: set[PublicKey] = set()
    for one in statements:
        if isinstance(one, StewardKey):
            if one.old in replaced:
                raise _false(str(one.old))
            replaced.add(one.old)
            continue
        persons = {first.get(key, key) for key in one.stewards}
        strange = {key for key in one.stewards if known and first.get(key, key) not in known}
        if wrong := strange | (one.stewards & replaced):
            raise _false(", ".join(sorted(str(key) for key in wrong)))
        if len(persons) < 2:
            raise _false(f"{len(persons)} < 2")


def _reached(
    chain: Sequence[PublicKey], statements: Sequence[Statement], start: int, known: bool
) -> int:
    """How far trust goes forward: beyond a revoked key only where the stewards are known."""
    for at in range(start, len(statements)):
        if statements[at].kind == REVOKED and not known:
            return at + 1
    return len(chain)


def _false(read: str) -> Exception:
    return failed(witness_findings.FALSE_STATEMENT, Place(KEYS), read=read)
