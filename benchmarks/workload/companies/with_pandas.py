"""The same in pandas: everything in memory, places counted within subject, type and kind."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

from benchmarks.workload.companies.rules import AS_OF, LASTS, RULES

GROUP = ["subject", "type", "kind"]


def grounds(folder: Path) -> pd.DataFrame:
    """Every ground, a row for each of its records."""
    columns = [*GROUP, "severity", "happened", "record"]
    there = pd.read_parquet(folder / "offences.parquet", columns=columns)
    there["happened"] = pd.to_datetime(there["happened"])
    today = pd.Timestamp(AS_OF)
    counts = (there["severity"] == "minor") & there["kind"].notna() & (there["happened"] <= today)
    parts = [_met(there[counts & (there["type"] == rule.type)], rule.times, rule.months)
             .assign(list=rule.list) for rule in RULES]  # fmt: skip
    found = pd.concat(parts)[["subject", "list", "met_on", "record"]]
    found["met_on"] = found["met_on"].dt.date
    return found.sort_values(["subject", "list", "met_on", "record"])


def _met(there: pd.DataFrame, times: int, months: int) -> pd.DataFrame:
    """The last so many penalties of one kind that lie within the time, of one type."""
    there = there.sort_values([*GROUP, "happened", "record"])
    groups = there.groupby(GROUP, sort=False)
    there["place"] = groups.cumcount()
    first = groups["happened"].shift(times - 1)
    together = first > there["happened"] - pd.DateOffset(months=months)
    fresh = there["happened"] > pd.Timestamp(AS_OF) - pd.DateOffset(months=LASTS)
    done = there[together & fresh].groupby(GROUP)
    last = done.agg(last=("place", "max"), met_on=("happened", "max")).reset_index()
    there = there.merge(last, on=GROUP)
    return there[(there["place"] <= there["last"]) & (there["place"] > there["last"] - times)]


if __name__ == "__main__":
    grounds(Path(sys.argv[1])).to_parquet(sys.argv[2], index=False)
