"""Say whether two answers are the same; a process of its own, so that the one that measures stays small."""

from __future__ import annotations

import sys

import pyarrow as pa
import pyarrow.parquet as pq

ANSWER = pa.schema([("subject", pa.int64()), ("points", pa.int64()), ("grade", pa.string())])

if __name__ == "__main__":
    one, other = (pq.read_table(path).cast(ANSWER) for path in sys.argv[1:3])
    print(one.num_rows if one.equals(other) else -1)
