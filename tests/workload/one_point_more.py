"""A way to evaluate the workload that is wrong on purpose: one subject has a point too many.

``python -m tests.workload.one_point_more FOLDER OUT``, as every way of ``benchmarks.workload.ways``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROW = 7
"""Which row is wrong."""

POINT = 1_000

if __name__ == "__main__":
    folder, out = sys.argv[1], Path(sys.argv[2])
    subprocess.run(
        [sys.executable, "-m", "benchmarks.workload.by_hand", folder, str(out)], check=True
    )
    table = pq.read_table(out)
    points = table["points"].to_pylist()
    points[ROW] += POINT
    place = table.column_names.index("points")
    pq.write_table(table.set_column(place, "points", pa.array(points, table["points"].type)), out)
