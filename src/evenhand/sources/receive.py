"""Take delivery of a file: guard it, read it, hold it against its contract, check who signed.

What it guards: that a file was harmless, whole and understood before anything of it is believed, and
that a clerk of the delivering authority signed exactly these bytes. What it does not do: it writes
nothing. A delivery is named after its bytes, so that the same file is the same delivery for ever::

    message = signed_message(digest_of(data), contract.source)
    check_signature(clerk, signature, digest_of(data), contract)
    delivery = take(data, "2026-02.xlsx", contract, now)
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import islice

from evenhand.kernel.canonical import canonical
from evenhand.kernel.errors import DeliveryRefused, NotPermitted
from evenhand.kernel.findings import Finding, Place, found
from evenhand.kernel.ids import AuthorityId, DeliveryId, PersonId, SourceId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.keys.signing import PublicKey
from evenhand.rights.floor import enforces
from evenhand.sources.contract import Contract
from evenhand.sources.delivery import Delivery
from evenhand.sources.match import Matching, match
from evenhand.sources.match_findings import SIGNATURE_WRONG
from evenhand.sources.reading_findings import ENCODING_READ
from evenhand.sources.workbook import read_workbook

_SIGNED_DOMAIN = b"evenhand/delivery/1\n"


@dataclass(frozen=True, slots=True)
class Clerk:
    """Who delivers for an authority, by the key with which they were enrolled."""

    person: PersonId
    authority: AuthorityId
    key: PublicKey


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def signed_message(digest: str, source: SourceId) -> bytes:
    """What a clerk signs: the digest of a file and the source that it is delivered to."""
    return _SIGNED_DOMAIN + canonical({"digest": digest, "source": str(source)})


@enforces("RF-5")
def check_signature(clerk: Clerk, signature: bytes, digest: str, contract: Contract) -> None:
    """See that a clerk of the delivering authority signed a file for this source.

    Raises:
        NotPermitted: When the clerk belongs to another authority.
        DeliveryRefused: When the signature does not fit.
    """
    if clerk.authority != contract.authority:
        raise NotPermitted(
            Text(
                zh=f"{clerk.person} 是 {clerk.authority} 的经办人，不能为 {contract.authority} 报送。",
                en=f"{clerk.person} is a clerk of {clerk.authority} and cannot deliver for "
                f"{contract.authority}.",
            )
        )
    if not clerk.key.verifies(signature, signed_message(digest, contract.source)):
        finding = found(SIGNATURE_WRONG, Place(str(DeliveryId.of(digest))))
        raise _refused([finding])


def take(data: bytes, name: str, contract: Contract, at: Moment) -> Delivery:
    """Take delivery of one file.

    Args:
        data: Its bytes.
        name: What its sender calls it; shown, never used as a path.
        contract: The source that it is delivered to.
        at: When it came in.

    Raises:
        DeliveryRefused: When the guard or the reader refuses it, or it does not keep its contract;
            carries everything that was found, warnings too.
    """
    workbook = read_workbook(data, name)
    matching = match(workbook, contract)
    about_file = [
        _quoting_heads(f, matching, contract) for f in workbook.findings if f.place.row is None
    ]
    findings = (*about_file, *matching.findings)
    if any(finding.kind.weight == "stops" for finding in findings):
        raise _refused(findings)
    return Delivery(
        delivery=DeliveryId.of(workbook.digest),
        digest=workbook.digest,
        contract=contract,
        workbook=workbook,
        sheets=matching.sheets,
        unread=matching.unread,
        received=at,
        findings=findings,
    )


def _quoting_heads(finding: Finding, matching: Matching, contract: Contract) -> Finding:
    """Let the sample of decoded words be known heads where cells may be about people."""
    plain = bool(matching.sheets) and not contract.about_residents
    if finding.kind is not ENCODING_READ or plain:
        return finding
    heads = (m.head for made in matching.sheets for m in made.columns if not m.head.isascii())
    sample = " / ".join(" ".join(head.split()) for head in islice(dict.fromkeys(heads), 3))
    return found(finding.kind, finding.place, **(dict(finding.values) | {"read": sample or "…"}))


def _refused(findings: list[Finding] | tuple[Finding, ...]) -> DeliveryRefused:
    stopping = [finding for finding in findings if finding.kind.weight == "stops"]
    return DeliveryRefused(
        Text(
            zh=f"文件未接收，须先改正的问题：{len(stopping)} 个。{stopping[0].sentence('zh')}",
            en=f"The file was not taken; to be mended first: {len(stopping)}. "
            f"{stopping[0].sentence('en')}",
        ),
        findings,
    )
