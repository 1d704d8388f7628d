"""Say whether two answers are the same; a process of its own, so that the one that measures stays small.

Prints the number of rows and exits 0, or prints what differs and exits 1.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.workload.companies.rules import ANSWER as GROUNDS

STANDINGS = pa.schema([("subject", pa.int64()), ("points", pa.int64()), ("grade", pa.string())])
SHOWN = 3


def differences(one: Path, other: Path, names: tuple[str, str]) -> list[str]:
    """What stands in one answer and not in the other; empty when they are the same."""
    read = [pq.read_table(path) for path in (one, other)]
    form = GROUNDS if "record" in read[0].column_names else STANDINGS
    told = [table.select(form.names).cast(form).replace_schema_metadata() for table in read]
    if told[0].equals(told[1]):
        return []
    rows = [set(zip(*table.to_pydict().values(), strict=True)) for table in told]
    said = [
        f"{name} has {len(mine - theirs):,} rows of {table.num_rows:,} that {beside} has not: "
        + "; ".join(", ".join(map(str, row)) for row in sorted(mine - theirs, key=str)[:SHOWN])
        for name, beside, mine, theirs, table in (
            (names[0], names[1], rows[0], rows[1], told[0]),
            (names[1], names[0], rows[1], rows[0], told[1]),
        )
        if mine - theirs
    ]
    return said or [f"{names[0]} and {names[1]} have the same rows, in another order or repeated"]


if __name__ == "__main__":
    paths = Path(sys.argv[1]), Path(sys.argv[2])
    found = differences(*paths, (sys.argv[3], sys.argv[4]))
    print("\n".join(found) if found else pq.read_metadata(paths[0]).num_rows)
    sys.exit(1 if found else 0)
