"""The columns of evidence: what an engine scans, and what stays sealed beside it.

The scored columns are plain and say nothing of who is meant. The sealed part of a record (name,
document number, original texts and cells) is one ciphertext under its subject's key, in a second
file with the same order of rows (``docs/adr``, two stores).
"""

from __future__ import annotations

import pyarrow as pa

pa.set_memory_pool(pa.system_memory_pool())  # what is freed goes back: receiving needs a sixth less

SCORED: tuple[tuple[str, pa.DataType], ...] = (
    ("subject", pa.int64()),  # SubjectId; a record that waits for its identity has one of its own
    ("record", pa.int64()),  # RecordId
    ("type", pa.string()),  # RecordType
    ("authority", pa.string()),  # AuthorityId
    ("document", pa.int64()),  # keyed number of authority and document number
    ("content", pa.int64()),  # keyed number of what it says, to tell a repeat from a conflict
    ("happened", pa.date32()),  # day of the decision or event
    ("ends", pa.date32()),  # day after the last on which it is valid; null: not limited
    ("leaves", pa.date32()),  # day on which its retention is over
    ("severity", pa.string()),  # from the catalogue by the cited article; null: not graded
    ("kind", pa.string()),  # likewise
    ("adverse", pa.bool_()),  # from the catalogue: counts against its subject by nature
    ("known", pa.int64()),  # when the register recorded it: microseconds since 1970, UTC
    ("supersedes", pa.int64()),  # the record whose place it takes; null: none
    ("retracts", pa.bool_()),  # true: it only takes that record away
    ("waits", pa.bool_()),  # true: its identity waits for a person; it counts for nobody
    ("delivery", pa.string()),  # DeliveryId
)
"""Every segment has these, in this order; then one ``f_<field>`` column for each field it holds."""

SEALED: tuple[tuple[str, pa.DataType], ...] = (
    ("subject", pa.int64()),
    ("record", pa.int64()),
    ("sealed", pa.binary()),  # nonce and ciphertext of the canonical statements
)

FIELD_PREFIX = "f_"

FIELD_TYPES: dict[str, pa.DataType] = {
    "integer": pa.int64(),
    "amount": pa.int64(),  # thousandths of the catalogue's unit
    "code": pa.string(),
    "day": pa.date32(),
    "flag": pa.bool_(),
}

RECORDS_VIEW: tuple[str, ...] = (
    *(name for name, _ in SCORED if name not in ("content", "supersedes", "waits")),
    "superseded",  # microseconds at which another record took its place; null: never
    "doubt_from",  # microseconds from which it is disputed (RF-16); null: never
    "doubt_until",  # microseconds at which the doubt was settled; null: open
    "replaced",  # microseconds at which another row says the same record anew; null: never
)
"""What the engine's view ``records`` shows to a plan: identities resolved, waiting records left out.

A record that was judged to be another subject's, or is doubted a second time, has several rows; at
each moment from ``known`` on exactly one of them is not yet ``replaced``.
"""
