"""Hold an edition against the witnesses that a verifier trusts: each saw it, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from evenhand.kernel.findings import Kind, Place
from evenhand.kernel.periods import Moment, said
from evenhand.kernel.text import Text
from evenhand.publication import witness_findings
from evenhand.publication.cosignature import Cosignature, WitnessKey, cosignatures
from evenhand.publication.failing import failed
from evenhand.publication.layout import CHECKPOINT

CLOCK_SKEW = dt.timedelta(minutes=5)
"""So much may the clocks of register, witness and reader differ."""


def check_cosigned(
    note: bytes, witnesses: Sequence[WitnessKey], between: tuple[Moment, Moment]
) -> tuple[Cosignature, ...]:
    """Require a cosignature of every witness, and return the latest of each.

    Args:
        note: The checkpoint with all its signatures.
        witnesses: Whom the verifier trusts.
        between: When the edition was made, and now.

    Raises:
        ProofFailed: When one is missing, forged, from before the edition was made, or still to come.
    """
    found = cosignatures(note, witnesses)
    made_at, now = between
    latest = []
    for witness in dict.fromkeys(witnesses):
        own = [one for one in found if one.witness == witness]
        if not own:
            raise failed(witness_findings.NOT_COSIGNED, Place(CHECKPOINT), name=witness.name)
        last = max(own, key=lambda one: one.seconds)
        if last.at < made_at - CLOCK_SKEW:
            raise _out_of_time(witness_findings.COSIGNED_BEFORE, last, made_at)
        if last.at > now + CLOCK_SKEW:
            raise _out_of_time(witness_findings.COSIGNED_LATER, last, now)
        latest.append(last)
    return tuple(latest)


def witnessed(seen: Sequence[Cosignature]) -> tuple[Text, ...]:
    """Say how many witnesses cosigned, and the latest time; nothing where none was asked for."""
    if not seen:
        return ()
    names = ", ".join(sorted(one.witness.name for one in seen))
    last = said(max(one.at for one in seen))
    return (
        Text(
            zh=f"见证人 {len(seen)} 个（{names}）已联署，最近于 {last}",
            en=f"Witnesses: {len(seen)} cosigned ({names}), the latest at {last}",
        ),
    )


def _out_of_time(kind: Kind, last: Cosignature, limit: Moment) -> Exception:
    return failed(
        kind, Place(CHECKPOINT), name=last.witness.name, read=said(last.at), allowed=said(limit)
    )
