"""Makes the companies and their penalties, the same rows for the same size.

``companies.parquet`` (everybody; companies are under a scheme by law, nobody is asked) and
``offences.parquet`` (clustered by subject). A tenth of the penalties are moderate and a tenth serious,
and a few have no kind: no rule counts them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.workload.companies.rules import RULES

EACH = 8
"""Penalties for each company, on average."""


def make(connection: Any, companies: int, known: int, folder: Path) -> None:
    """Write both files."""
    connection.execute(
        f"COPY (SELECT range AS subject FROM range({companies})) "
        f"TO '{folder / 'companies.parquet'}' (FORMAT parquet)"
    )
    connection.execute(
        f"COPY ({_offences(companies, known)}) TO '{folder / 'offences.parquet'}' "
        "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 50000)"
    )


def _offences(companies: int, known: int) -> str:
    types = [rule.type for rule in RULES]
    kinds = " ".join(
        f"WHEN '{rule.type}' THEN {list(rule.kinds)}"
        f"[1 + least(hash(i * 17 + 3) % {len(rule.kinds) * 2}, {len(rule.kinds) - 1})::INTEGER]"
        for rule in RULES
    )
    return f"""
    WITH drawn AS (
      SELECT i, (hash(i * 7 + 5) % {companies})::BIGINT AS subject, hash(i * 29 + 1) % 10 AS grave,
        {types}[1 + (hash(subject * 2 + hash(i * 11 + 1) % 2) % {len(types)})::INTEGER] AS type
      FROM range({companies * EACH}) r(i)
    )
    SELECT subject, i::BIGINT AS record, type, 'linhe-market-bureau' AS authority,
      (hash(i) // 4)::BIGINT AS document, i::BIGINT AS content,
      DATE '2022-06-30' + (hash(i * 13 + 11) % 1461)::INTEGER AS happened,
      NULL::DATE AS ends, DATE '2031-01-01' AS leaves,
      CASE WHEN grave < 8 THEN 'minor' WHEN grave < 9 THEN 'moderate' ELSE 'serious' END AS severity,
      CASE WHEN hash(i * 37) % 50 > 0 THEN CASE type {kinds} END END AS kind,
      true AS adverse, {known}::BIGINT AS known,
      NULL::BIGINT AS supersedes, false AS retracts, false AS waits,
      'D-' || lpad((i // 100000)::VARCHAR, 16, '0') AS delivery
    FROM drawn ORDER BY subject, record
    """
