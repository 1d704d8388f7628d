"""The same in Polars: lazy scan, factor table joined, three sums."""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl

from benchmarks.workload.ages import opens, weights
from benchmarks.workload.factors import AS_OF, BASE, CEILING, FACTORS, GRADES


def standings(folder: Path) -> pl.DataFrame:
    """Everybody's points and grade, by subject."""
    factors = pl.LazyFrame(
        {
            "factor": range(len(FACTORS)),
            "type": [row.type for row in FACTORS],
            "each": [row.points for row in FACTORS],
            "opens": [opens(row) for row in FACTORS],
            "year_cap": [row.year if row.year is not None else 10**15 for row in FACTORS],
            "whole_cap": [row.whole if row.whole is not None else 10**15 for row in FACTORS],
        }
    )
    names = ("factor", "age", "times", "over")
    faded = pl.LazyFrame(weights(), schema=names, orient="row")
    rated, fits = pl.lit(1), pl.lit(value=True)
    for number, row in enumerate(FACTORS):
        own, field = pl.col("factor") == number, pl.col(f"f_{row.field}")
        if row.rate:
            rated = pl.when(own).then(field).otherwise(rated)
        if row.least is not None:
            fits = pl.when(own).then(field >= row.least).otherwise(fits)
        elif row.codes:
            fits = pl.when(own).then(field.is_in(list(row.codes))).otherwise(fits)
    points = (pl.col("each") * rated * pl.col("times")).cast(pl.Int64)
    return (
        pl.scan_parquet(folder / "scored.parquet")
        .join(factors, on="type")
        .filter((pl.col("happened") > pl.col("opens")) & (pl.col("happened") <= AS_OF) & fits)
        .with_columns(age=(pl.lit(AS_OF) - pl.col("happened")).dt.total_days())
        .join(faded, on=["factor", "age"])
        .with_columns(points=-((-points) // pl.col("over")), year=pl.col("happened").dt.year())
        .group_by("subject", "factor", "year")
        .agg(pl.col("points").sum(), pl.col("year_cap", "whole_cap").first())
        .with_columns(pl.col("points").clip(-pl.col("year_cap"), pl.col("year_cap")))
        .group_by("subject", "factor")
        .agg(pl.col("points").sum(), pl.col("whole_cap").first())
        .with_columns(pl.col("points").clip(-pl.col("whole_cap"), pl.col("whole_cap")))
        .group_by("subject")
        .agg(pl.col("points").sum())
        .join(pl.scan_parquet(folder / "consented.parquet"), on="subject", how="right")
        .select(
            "subject",
            points=(BASE + pl.col("points").fill_null(0)).clip(BASE, CEILING),
        )
        .with_columns(grade=_grade())
        .sort("subject")
        .collect()
    )


def _grade() -> pl.Expr:
    said = pl.lit(GRADES[0][0])
    for name, at in GRADES[1:]:
        said = pl.when(pl.col("points") >= at).then(pl.lit(name)).otherwise(said)
    return said


if __name__ == "__main__":
    standings(Path(sys.argv[1])).write_parquet(sys.argv[2])
