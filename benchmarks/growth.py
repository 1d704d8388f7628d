"""How the cost grows: the residents' scheme on DuckDB and on Spark, at sizes ten times apart.

``python -m benchmarks.growth 3 XS S M L`` runs each engine three times at each size, whole processes, holds
the two answers against one another, and fits ``seconds = start + rate x records`` to the medians. Beside
the line stands how far the furthest size is from it: what it says beyond the largest size rests on that. A
fit of fewer than three sizes says nothing and is not printed. Spark computes in two threads and half of the
machine's memory; without Java or PySpark it is left out, and that is said.
"""

from __future__ import annotations

import importlib.util
import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks.workload.measuring import Differs, Run, rows_if_same, run
from benchmarks.workload.records import SIZES

ENGINES = {
    "duckdb": "benchmarks.workload.evenhand_way",
    "spark local[2]": "benchmarks.workload.spark_way",
}


def fitted(points: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """Start and rate of the straight line nearest to the points (least relative squares)."""
    if len(points) < 3:
        return None
    weights = [1 / (y * y) for _, y in points]
    total = sum(weights)
    x_mean = sum(w * x for w, (x, _) in zip(weights, points, strict=True)) / total
    y_mean = sum(w * y for w, (_, y) in zip(weights, points, strict=True)) / total
    across = sum(w * (x - x_mean) ** 2 for w, (x, _) in zip(weights, points, strict=True))
    along = sum(w * (x - x_mean) * (y - y_mean) for w, (x, y) in zip(weights, points, strict=True))
    rate = along / across
    return y_mean - rate * x_mean, rate


def off(line: tuple[float, float], points: Sequence[tuple[float, float]]) -> float:
    """The largest distance of a point from the line, as a part of what was measured."""
    return max(abs(line[0] + line[1] * x - y) / y for x, y in points)


def able() -> dict[str, str]:
    """The engines that can run here."""
    java = shutil.which("java") is not None and importlib.util.find_spec("pyspark") is not None
    return {name: module for name, module in ENGINES.items() if java or name == "duckdb"}


def at(
    size: str, times: int, folder: Path, engines: Mapping[str, str]
) -> tuple[int, dict[str, list[Run]]]:
    """How many records are scored at a size, and the runs of each engine, taken in turn.

    Raises:
        Differs: When the engines' answers are not the same.
    """
    run("-m", "benchmarks.workload.records", size, str(folder))
    runs: dict[str, list[Run]] = {name: [] for name in engines}
    first = folder / "duckdb.parquet"
    for _ in range(times):
        for name, module in engines.items():
            answer = folder / f"{name.split()[0]}.parquet"
            runs[name].append(run("-m", module, str(folder), str(answer)))
            rows_if_same(first, answer, ("duckdb", name))
    return pq.read_metadata(folder / "scored.parquet").num_rows, runs


def main(times: int, sizes: Sequence[str]) -> int:
    """Measure, print a line for each size and engine, and the fits; 1 when the answers differ."""
    engines = able()
    points: dict[str, list[tuple[float, float]]] = {name: [] for name in engines}
    print(f"{'size':<5}{'records scored':>15}  {'engine':<15}{'whole s':>9}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as made:
            try:
                records, runs = at(size, times, Path(made), engines)
            except Differs as differs:
                print(f"{size}: this is no run\n{differs}", file=sys.stderr)
                return 1
        for name, taken in runs.items():
            seconds = statistics.median(one.seconds for one in taken)
            points[name].append((records, seconds))
            print(f"{size:<5}{records:>15,}  {name:<15}{seconds:>9.2f}", flush=True)
    for name, taken_at in points.items():
        line = fitted(taken_at)
        if line is not None:
            print(
                f"{name}: {line[0]:.2f} s to begin + {line[1] * 1e6:.3f} s for each million records, "
                f"no size further from it than {off(line, taken_at):.0%}"
            )
    for name in ENGINES.keys() - engines.keys():
        print(f"{name} was left out: Java or PySpark is not installed")
    return 0


if __name__ == "__main__":
    wanted = tuple(sys.argv[2:]) or ("XS", "S", "M")
    unknown = [size for size in wanted if size not in SIZES]
    if unknown:
        sys.exit(f"{', '.join(unknown)}: no such size; there are {', '.join(SIZES)}")
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3, wanted))
