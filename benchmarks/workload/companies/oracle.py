"""The slow, plain way: each company's minor penalties of one kind in order of days, one after another."""

from __future__ import annotations

import datetime as dt
import sys
from collections import defaultdict
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.workload.ages import months_back
from benchmarks.workload.companies.rules import ANSWER, AS_OF, LASTS, ORDER, RULES, Rule

BY_TYPE = {rule.type: rule for rule in RULES}


def met(rule: Rule, sheet: list[tuple[dt.date, int]]) -> list[tuple[dt.date, int]]:
    """The last so many penalties of one kind that lie within the rule's time; none when it is not met."""
    for last in range(len(sheet), rule.times - 1, -1):
        together = sheet[last - rule.times : last]
        first, day = together[0][0], together[-1][0]
        if first > months_back(day, rule.months) and day > months_back(AS_OF, LASTS):
            return together
    return []


def grounds(folder: Path) -> pa.Table:
    """Every ground, a row for each of its records."""
    sheets: dict[tuple[int, str, str], list[tuple[dt.date, int]]] = defaultdict(list)
    for batch in pq.ParquetFile(folder / "offences.parquet").iter_batches():
        for row in batch.to_pylist():
            counts = row["severity"] == "minor" and row["kind"] is not None
            if counts and row["type"] in BY_TYPE and row["happened"] <= AS_OF:
                key = row["subject"], row["type"], row["kind"]
                sheets[key].append((row["happened"], row["record"]))
    rows = []
    for (subject, kind_of_record, _), sheet in sheets.items():
        rule = BY_TYPE[kind_of_record]
        together = met(rule, sorted(sheet))
        rows += [(subject, rule.list, together[-1][0], record) for _, record in together]
    columns = zip(*rows, strict=True) if rows else ([], [], [], [])
    return pa.table([list(column) for column in columns], schema=ANSWER).sort_by(ORDER)


if __name__ == "__main__":
    pq.write_table(grounds(Path(sys.argv[1])), sys.argv[2])
