"""A register of study that holds the workload's residents, their consents and their evidence.

``python -m benchmarks.workload.register FOLDER`` lays ``FOLDER/register`` beside the records that
``benchmarks.workload.records`` wrote there: one segment, and one consent for everybody who has agreed. Nobody
signs in it; the command ``evenhand run`` works in it as in any other.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.workload.scheme_text import text
from evenhand.kernel.ids import DeliveryId, SubjectId
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey
from evenhand.keys.vault import Vault, Wanted
from evenhand.pipeline.founding import found_register, publish_scheme
from evenhand.pipeline.opened import Opened
from evenhand.relational.columns import SEALED
from evenhand.relational.durable import write_folder_durably
from evenhand.relational.evidence import EvidenceStore
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.relational.segment import packed
from evenhand.relational.settings import Settings

AT = dt.datetime(2026, 3, 2, 13, tzinfo=dt.UTC)
_TOGETHER = 20_000
"""Consents that are recorded in one transaction."""


def kept(store: EvidenceStore, scored: pa.Table) -> str:
    """Write rows, in order of subject and record, as a segment; nothing is sealed in them."""
    blobs = pa.array([b"-"], pa.binary()).take(pa.nulls(len(scored), pa.int64()).fill_null(0))
    columns = [*scored.select(["subject", "record"]).columns, blobs]
    segment, files = packed(scored, pa.table(columns, schema=pa.schema(SEALED)))
    write_folder_durably(store.folder / segment.name, files)
    return segment.name


def _chance() -> Callable[[int], bytes]:
    drawn = 0

    def draw(count: int) -> bytes:
        nonlocal drawn
        drawn += 1
        return hashlib.shake_256(b"%d" % drawn).digest(count)

    return draw


def _key(name: bytes) -> PrivateKey:
    return PrivateKey.from_chance(hashlib.sha256(name).digest())


def _settings() -> Settings:
    stewards = (_key(b"first").public, _key(b"second").public)
    name = Text(zh="临禾研究登记库", en="Register of study of Linhe")
    return Settings(name, "CN-LINHE", "Asia/Shanghai", "reproduction", stewards, _key(b"a").public)


def _enrolled(vault: Vault, many: int) -> pa.Array:
    """New residents in order of their numbers."""
    wanted: list[Wanted] = [("resident", f"{person:012}", "resident") for person in range(many)]
    found = vault.enrol(wanted, _chance())
    return pa.array(sorted(int(number) for number in found.values()), pa.int64())


def _consents(opened: Opened, numbers: pa.Array) -> None:
    body = {"scheme": "workload-points", "since": "2022-01-01", "version": "1"}
    for start in range(0, len(numbers), _TOGETHER):
        people = [str(SubjectId(one)) for one in numbers.slice(start, _TOGETHER).to_pylist()]
        drafts = [Draft("consent.given", one, SYSTEM, {**body, "subject": one}) for one in people]
        opened.register.ledger.append(drafts, AT)


def delivered(name: str, rows: int) -> Draft:
    """The event of a delivery that was stored as one segment."""
    digest = hashlib.sha256(name.encode()).hexdigest()
    delivery = DeliveryId.of(digest)
    counts = {"rows": rows, "stored": rows, "held": 0, "refused": 0}
    return Draft(
        "delivery.received",
        delivery,
        SYSTEM,
        {"delivery": delivery, "source": "workload", "digest": digest, "name": "workload.xlsx",
         "format": "xlsx", "clerk": "clerk-1", "signature_of_digest": "", "receipt": digest,
         "segments": [name], "not_told": 0, **counts, "sheets": [], "quality": {}},
    )  # fmt: skip


def lay(folder: Path) -> None:
    """Make the register, if it is not there."""
    if (folder / "register").exists():
        return
    agreed = pq.read_table(folder / "consented.parquet")["subject"].combine_chunks().sort()
    scored = pq.read_table(folder / "scored.parquet")
    study = text().replace("domain: ", "kind: reproduction\ndomain: ").encode()
    with found_register(folder / "register", _settings(), AT, _chance()) as opened:
        numbers = _enrolled(opened.register.vault, len(agreed))
        whose = numbers.take(pc.index_in(scored["subject"].combine_chunks(), value_set=agreed))
        scored = scored.set_column(0, "subject", whose)
        publish_scheme(opened, study, "workload.yaml", AT)
        name = kept(opened.register.evidence, scored)
        opened.register.ledger.append([delivered(name, len(scored))], AT)
        _consents(opened, numbers)


if __name__ == "__main__":
    lay(Path(sys.argv[1]))
