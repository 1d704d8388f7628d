"""Evenhand on Spark, in two threads of this machine: the same scheme, the same plan."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks.workload.evenhand_way import standings
from evenhand.relational.spark import SparkEngine

if __name__ == "__main__":
    pq.write_table(standings(Path(sys.argv[1]), SparkEngine), sys.argv[2])
