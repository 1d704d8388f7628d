"""The same in pandas: everything in memory, factor table merged, three sums."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.workload.ages import opens, weights
from benchmarks.workload.factors import AS_OF, BASE, CEILING, FACTORS, GRADES

NO_CAP = 10**15


def standings(folder: Path) -> pd.DataFrame:
    """Everybody's points and grade, by subject."""
    fields = sorted({f"f_{row.field}" for row in FACTORS if row.field})
    there = pd.read_parquet(
        folder / "scored.parquet", columns=["subject", "type", "happened", *fields]
    )
    factors = pd.DataFrame(
        {
            "factor": range(len(FACTORS)),
            "type": [row.type for row in FACTORS],
            "each": [row.points for row in FACTORS],
            "opens": pd.to_datetime([opens(row) for row in FACTORS]),
            "year_cap": [NO_CAP if row.year is None else row.year for row in FACTORS],
            "whole_cap": [NO_CAP if row.whole is None else row.whole for row in FACTORS],
        }
    )
    there = there.merge(factors, on="type")
    happened, today = pd.to_datetime(there["happened"]), pd.Timestamp(AS_OF)
    times, fits = _by_factor(there)
    there = there.assign(
        each=there["each"] * times,
        age=(today - happened).dt.days,
        year=happened.dt.year,
    )[(happened > there["opens"]) & (happened <= today) & fits]
    worn = pd.DataFrame(weights(), columns=["factor", "age", "times", "over"])
    there = there.merge(worn, on=["factor", "age"])
    there["points"] = -((-(there["each"] * there["times"])) // there["over"])
    years = there.groupby(["subject", "factor", "year", "year_cap", "whole_cap"], as_index=False)
    by_year = years["points"].sum()
    by_year["points"] = by_year["points"].clip(-by_year["year_cap"], by_year["year_cap"])
    wholes = by_year.groupby(["subject", "factor", "whole_cap"], as_index=False)["points"].sum()
    wholes["points"] = wholes["points"].clip(-wholes["whole_cap"], wholes["whole_cap"])
    sums = wholes.groupby("subject")["points"].sum()
    people = pd.read_parquet(folder / "consented.parquet").sort_values("subject")
    points = (BASE + people["subject"].map(sums).fillna(0)).astype("int64").clip(BASE, CEILING)
    starts = [at for _, at in GRADES]
    names = np.array([name for name, _ in GRADES])
    grade = names[np.searchsorted(starts, points, side="right") - 1]
    return pd.DataFrame({"subject": people["subject"], "points": points, "grade": grade})


def _by_factor(there: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """What points are multiplied by, and whether the conditions hold, for each record."""
    times = pd.Series(1, index=there.index, dtype="int64")
    fits = pd.Series(data=True, index=there.index)
    for number, row in enumerate(FACTORS):
        own = there["factor"] == number
        field = there.loc[own, f"f_{row.field}"] if row.field else None
        if field is None:
            continue
        if row.rate:
            times[own] = field.fillna(0).astype("int64")
        if row.least is not None:
            fits[own] = field >= row.least
        elif row.codes:
            fits[own] = field.isin(row.codes)
    return times, fits


if __name__ == "__main__":
    standings(Path(sys.argv[1])).to_parquet(sys.argv[2], index=False)
