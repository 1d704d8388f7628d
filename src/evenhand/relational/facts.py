"""What segments say plainly of single records, without an engine.

Days, types, documents and deliveries of named records, for whoever builds a dossier, traces evidence
or admits a delivery. Every file was held against its digest before it is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from evenhand.kernel.ids import AuthorityId, DeliveryId, RecordId, RecordType, SubjectId
from evenhand.kernel.periods import Day
from evenhand.relational.columns import FIELD_PREFIX
from evenhand.relational.evidence import EvidenceStore

_COLUMNS = (
    "subject", "record", "type", "authority", "document", "content", "happened", "ends", "delivery",
    "supersedes", "retracts", "waits",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """The plain facts of one record.

    Attributes:
        document: Keyed number of authority and document number.
        content: Keyed number of what it says.
        waits: True while its identity waits for a person; ``subject`` is then a number of its own.
    """

    subject: SubjectId
    record: RecordId
    type: RecordType
    authority: AuthorityId
    document: int | None
    content: int | None
    happened: Day
    ends: Day | None
    delivery: DeliveryId
    supersedes: RecordId | None
    retracts: bool
    waits: bool


def facts_of(
    store: EvidenceStore, segments: Collection[str], records: Collection[RecordId]
) -> dict[RecordId, RecordFacts]:
    """The plain facts of some records; one that no segment has is left out."""
    found = _where(store, segments, "record", records)
    return {facts.record: facts for facts in found}


def records_about(
    store: EvidenceStore, segments: Collection[str], subjects: Collection[SubjectId]
) -> list[RecordFacts]:
    """The plain facts of all records of some subjects, waiting ones by their waiting number."""
    rows = store.about(segments, subjects)
    numbers = pa.array(sorted({int(subject) for subject in subjects}), pa.int64())
    own = rows.filter(pc.is_in(rows["subject"], value_set=numbers))
    return list(_facts(own.select(list(_COLUMNS))))


def corrections_of(
    store: EvidenceStore, segments: Collection[str], records: Collection[RecordId]
) -> dict[RecordId, list[RecordFacts]]:
    """For each record the records that took its place or took it away."""
    by_record: dict[RecordId, list[RecordFacts]] = {}
    for facts in _where(store, segments, "supersedes", records):
        if facts.supersedes is not None:
            by_record.setdefault(facts.supersedes, []).append(facts)
    return by_record


def subjects_in(store: EvidenceStore, segments: Collection[str]) -> set[SubjectId]:
    """Every subject that a record of some segments is about, waiting numbers left out."""
    found: set[SubjectId] = set()
    for path in store.scored_paths(segments):
        table = pq.read_table(path, columns=["subject", "waits"])
        sure = table.filter(pc.invert(table["waits"]))
        found.update(SubjectId(number) for number in pc.unique(sure["subject"]).to_pylist())
    return found


def touched_by(
    store: EvidenceStore, segments: Collection[str]
) -> tuple[set[SubjectId], set[RecordId]]:
    """Whom the records of some segments are about, waiting numbers too, and which ones they replace."""
    subjects: set[SubjectId] = set()
    replaced: set[RecordId] = set()
    for path in store.scored_paths(segments):
        table = pq.read_table(path, columns=["subject", "supersedes"])
        subjects |= {SubjectId(number) for number in pc.unique(table["subject"]).to_pylist()}
        gone = pc.unique(table["supersedes"].drop_null()).to_pylist()
        replaced |= {RecordId(number) for number in gone}
    return subjects, replaced


def records_of_types(
    store: EvidenceStore, segments: Collection[str], types: Collection[RecordType]
) -> list[RecordFacts]:
    """The plain facts of all records of some types, by segment, subject and record."""
    found: list[RecordFacts] = []
    wanted = [("type", "in", sorted(types))]
    for path in store.scored_paths(segments):
        table = pq.read_table(path, columns=list(_COLUMNS), filters=wanted)
        found += _facts(table)
    return found


def values_of(
    store: EvidenceStore, segments: Collection[str], records: Collection[RecordId], name: str
) -> dict[RecordId, object]:
    """What one scored field of some records says; records without the field are left out."""
    wanted = pa.array(sorted({int(record) for record in records}), pa.int64())
    found: dict[RecordId, object] = {}
    column = FIELD_PREFIX + name
    for path in store.scored_paths(segments) if len(wanted) else ():
        if column not in pq.read_schema(path).names:
            continue
        table = pq.read_table(path, columns=["record", column])
        own = table.filter(pc.is_in(table["record"], value_set=wanted)).to_pylist()
        found |= {RecordId(row["record"]): row[column] for row in own if row[column] is not None}
    return found


def records_over(store: EvidenceStore, segments: Collection[str], today: Day) -> list[RecordId]:
    """Records whose retention is over on a day."""
    found: list[RecordId] = []
    for path in store.scored_paths(segments):
        table = pq.read_table(path, columns=["record", "leaves"])
        over = table.filter(pc.less_equal(table["leaves"], pa.scalar(today, pa.date32())))
        found += [RecordId(number) for number in over["record"].to_pylist()]
    return found


def records_of_delivery(
    store: EvidenceStore, segments: Collection[str], delivery: DeliveryId
) -> list[RecordId]:
    """The records that one delivery brought."""
    found: list[RecordId] = []
    for path in store.scored_paths(segments):
        table = pq.read_table(path, columns=["record", "delivery"])
        own = table.filter(pc.equal(table["delivery"], delivery))
        found += [RecordId(number) for number in own["record"].to_pylist()]
    return found


def brought_by(
    store: EvidenceStore, segments: Collection[str], deliveries: Collection[DeliveryId]
) -> dict[RecordId, DeliveryId]:
    """Every record that some deliveries brought, with the one that brought it."""
    found: dict[RecordId, DeliveryId] = {}
    wanted = pa.array(sorted(deliveries), pa.string())
    for path in store.scored_paths(segments) if deliveries else ():
        table = pq.read_table(path, columns=["record", "delivery"])
        own = table.filter(pc.is_in(table["delivery"], value_set=wanted)).to_pydict()
        for record, delivery in zip(own["record"], own["delivery"], strict=True):
            found[RecordId(record)] = DeliveryId(delivery)
    return found


def standing_on(
    store: EvidenceStore, segments: Collection[str], documents: Collection[int]
) -> dict[int, list[tuple[RecordFacts, bool]]]:
    """For each keyed document number the records that stand on it, corrections included.

    Each with whether another record took it away; those in whose place a later one of the same type
    stands are left out.
    """
    found = list(_where(store, segments, "document", documents))
    taken = {facts.supersedes for facts in found if facts.retracts}
    replaced = {facts.supersedes for facts in found if not facts.retracts}
    by_document: dict[int, list[tuple[RecordFacts, bool]]] = {number: [] for number in documents}
    for facts in found:
        if facts.document is not None and facts.record not in replaced:
            by_document[facts.document].append((facts, facts.record in taken))
    return by_document


def _where(
    store: EvidenceStore, segments: Collection[str], column: str, numbers: Collection[int]
) -> Iterator[RecordFacts]:
    wanted = pa.array(sorted({int(number) for number in numbers}), pa.int64())
    if not len(wanted):
        return
    for path in store.scored_paths(segments):
        table = pq.read_table(path, columns=list(_COLUMNS))
        yield from _facts(table.filter(pc.is_in(table[column], value_set=wanted)))


def _facts(table: pa.Table) -> Iterator[RecordFacts]:
    rows: list[Mapping[str, object]] = table.to_pylist()
    for row in rows:
        yield RecordFacts(
            subject=SubjectId(_number(row["subject"])),
            record=RecordId(_number(row["record"])),
            type=RecordType(str(row["type"])),
            authority=AuthorityId(str(row["authority"])),
            document=_perhaps(row["document"]),
            content=_perhaps(row["content"]),
            happened=_day(row["happened"]) or Day.min,
            ends=_day(row["ends"]),
            delivery=DeliveryId(str(row["delivery"])),
            supersedes=None if row["supersedes"] is None else RecordId(_number(row["supersedes"])),
            retracts=bool(row["retracts"]),
            waits=bool(row["waits"]),
        )


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("a number was expected")
    return value


def _perhaps(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _day(value: object) -> Day | None:
    return value if isinstance(value, Day) else None
