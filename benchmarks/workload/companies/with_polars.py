"""The same in Polars: lazy scan, rules joined, places counted within subject, type and kind."""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl

from benchmarks.workload.ages import months_back
from benchmarks.workload.companies.rules import AS_OF, LASTS, RULES

GROUP = ("subject", "type", "kind")


def grounds(folder: Path) -> pl.DataFrame:
    """Every ground, a row for each of its records."""
    rules = pl.LazyFrame(
        {
            "type": [rule.type for rule in RULES],
            "list": [rule.list for rule in RULES],
            "times": [rule.times for rule in RULES],
            "months": [rule.months for rule in RULES],
        }
    )
    opens, first = pl.lit(None, pl.Date), pl.lit(None, pl.Date)
    for months in sorted({rule.months for rule in RULES}):
        back = pl.col("happened").dt.offset_by(f"-{months}mo")
        opens = pl.when(pl.col("months") == months).then(back).otherwise(opens)
    for times in sorted({rule.times for rule in RULES}):
        back = pl.col("happened").shift(times - 1).over(*GROUP)
        first = pl.when(pl.col("times") == times).then(back).otherwise(first)
    fresh = pl.col("happened") > months_back(AS_OF, LASTS)
    done = pl.when(fresh & (first > opens))
    return (
        pl.scan_parquet(folder / "offences.parquet")
        .filter(
            (pl.col("severity") == "minor")
            & pl.col("kind").is_not_null()
            & (pl.col("happened") <= AS_OF)
        )
        .join(rules, on="type")
        .sort(*GROUP, "happened", "record")
        .with_columns(place=pl.int_range(pl.len()).over(*GROUP))
        .with_columns(
            last=done.then(pl.col("place")).max().over(*GROUP),
            met_on=done.then(pl.col("happened")).max().over(*GROUP),
        )
        .filter(
            (pl.col("place") <= pl.col("last"))
            & (pl.col("place") > pl.col("last") - pl.col("times"))
        )
        .select("subject", "list", "met_on", "record")
        .sort("subject", "list", "met_on", "record")
        .collect()
    )


if __name__ == "__main__":
    grounds(Path(sys.argv[1])).write_parquet(sys.argv[2])
