"""Makes the delivered records of a size: all of them as they arrive, and what a register may keep.

``python -m benchmarks.workload.records L FOLDER`` writes ``delivered.parquet`` (every resident, in order
of arrival), ``consented.parquet`` (who has agreed), ``scored.parquet`` (the evidence: consented
subjects alone, clustered by subject) into the folder, and the companies beside them
(``companies/records.py``). In place of a size three numbers may stand, of residents, records and companies.
The same size gives the same rows.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb

from benchmarks.workload.companies import records as companies
from benchmarks.workload.factors import FACTORS, OTHERS

KNOWN = 1_772_452_800_000_000
"""When the register recorded everything: 2026-03-02T12:00:00Z, in microseconds."""


@dataclass(frozen=True)
class Size:
    """How much: residents, one in eight of whom agreed, their delivered records, and companies."""

    residents: int
    records: int
    companies: int = 200_000


SIZES = {
    "XS": Size(4_000, 20_000, 1_000),
    "S": Size(100_000, 500_000, 20_000),
    "M": Size(1_300_000, 5_000_000),
    "L": Size(13_000_000, 50_000_000),
}
_CODED = {
    "bravery_award": ("national", "provincial", "city"),
    "civic_award": ("national", "provincial", "city"),
    "model_worker_award": ("national", "provincial", "city"),
    "vocational_certificate": ("1", "2", "3", "4"),
}
_NUMBERS = {
    "hours": 40, "days": 6, "trees": 30, "cases": 12, "over_limit_percent": 80, "days_overdue": 90,
    "items": 4,
}  # fmt: skip
_WITH = {
    "hours": ("volunteer_service_certificate", "adult_education_certificate",
              "school_crossing_service_certificate"),
    "days": ("juror_service_certificate", "disaster_relief_service_certificate"),
    "trees": ("tree_planting_certificate",),
    "cases": ("mediator_service_certificate",),
    "over_limit_percent": ("speeding_decision",),
    "days_overdue": ("library_overdue_decision",),
    "items": ("library_overdue_decision",),
}  # fmt: skip
_WITH_AMOUNT = ("charity_donation_certificate", "traffic_safety_decision", "waste_dumping_decision")
_ADVERSE = ("speeding_decision", "traffic_safety_decision", "library_overdue_decision",
            "waste_dumping_decision")  # fmt: skip


def make(size: Size, folder: Path) -> None:
    """Write the files, if they are not there."""
    if (folder / "scored.parquet").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect()
    connection.execute("SET preserve_insertion_order = true")
    connection.execute(
        f"COPY ({_delivered(size)}) TO '{folder / 'delivered.parquet'}' (FORMAT parquet)"
    )
    connection.execute(
        f"COPY (SELECT range AS subject FROM range({size.residents}) WHERE {_agreed('range')}) "
        f"TO '{folder / 'consented.parquet'}' (FORMAT parquet)"
    )
    connection.execute(
        f"COPY (SELECT * FROM '{folder / 'delivered.parquet'}' WHERE {_agreed('subject')} "
        f"ORDER BY subject, record) TO '{folder / 'scored.part'}' "
        "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 50000)"
    )
    companies.make(connection, size.companies, KNOWN, folder)
    (folder / "scored.part").rename(folder / "scored.parquet")


def _agreed(subject: str) -> str:
    return f"hash({subject} * 31 + 7) % 8 = 0"


def _delivered(size: Size) -> str:
    types = [*dict.fromkeys(row.type for row in FACTORS), *OTHERS]
    kind = f"{types}[1 + (hash(i * 11 + 1) % {len(types)})::INTEGER]"
    coded = " ".join(
        f"WHEN '{of}' THEN {list(codes)}[1 + (hash(i * 17 + 3) % {len(codes)})::INTEGER]"
        for of, codes in _CODED.items()
    )
    numbers = ",\n".join(
        f"CASE WHEN type IN {_WITH[name]!r} THEN (1 + hash(i * 19 + {place}) % {most})::BIGINT END"
        f" AS f_{name}".replace(",)", ")")
        for place, (name, most) in enumerate(_NUMBERS.items())
    )
    return f"""
    WITH drawn AS (
      SELECT i, (hash(i * 7 + 5) % {size.residents})::BIGINT AS subject, {kind} AS type
      FROM range({size.records}) r(i)
    )
    SELECT subject, i::BIGINT AS record, type, 'linhe-credit-office' AS authority,
      (hash(i) // 4)::BIGINT AS document, i::BIGINT AS content,
      DATE '2022-06-30' + (hash(i * 13 + 11) % 1461)::INTEGER AS happened,
      NULL::DATE AS ends, DATE '2031-01-01' AS leaves,
      NULL::VARCHAR AS severity, NULL::VARCHAR AS kind,
      type IN {_ADVERSE!r} AS adverse, {KNOWN}::BIGINT AS known,
      NULL::BIGINT AS supersedes, false AS retracts, false AS waits,
      'D-' || lpad((i // 100000)::VARCHAR, 16, '0') AS delivery,
      CASE WHEN type IN {_WITH_AMOUNT!r} THEN (1000 * (hash(i * 23 + 9) % 1000))::BIGINT END AS f_amount,
      CASE type {coded} END AS f_level,
      {numbers}
    FROM drawn
    """


if __name__ == "__main__":
    *what, where = sys.argv[1:]
    make(SIZES[what[0]] if len(what) == 1 else Size(*map(int, what)), Path(where))
