"""The same in OpenFisca: records are the single things, residents group them, a variable for each factor.

OpenFisca has no group without a member, so each resident has one empty record more; and it has no sum
by year, so each factor sums once for each calendar year of its window.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.workload.ages import opens, weight
from benchmarks.workload.factors import AS_OF, BASE, CEILING, FACTORS, GRADES, Row
from benchmarks.workload.openfisca_terms import (
    TODAY,
    Formula,
    Members,
    simulation,
    system,
    variable,
)

TYPES = sorted({row.type for row in FACTORS})
CODES = sorted({code for row in FACTORS for code in row.codes})
FIELDS = sorted({row.field for row in FACTORS if row.field})
NONE = -1


def worth(row: Row) -> Formula:
    """What each record is worth under a factor."""
    length = (AS_OF - opens(row)).days
    left = np.array([weight(row, age) for age in range(length)], dtype="int64")

    def formula(record: Any, period: Any) -> Any:
        age = record("age", period)
        counts = (record("type", period) == TYPES.index(row.type)) & (age >= 0) & (age < length)
        points = np.full(len(age), row.points, dtype="int64")
        if row.field:
            field = record(row.field, period)
            if row.codes:
                counts &= np.isin(field, [CODES.index(code) for code in row.codes])
            else:
                counts &= field >= (row.least or 0)
            if row.rate:
                points *= field
        times, over = left[np.clip(age, 0, length - 1)].T
        return np.where(counts, -((-points * times) // over), 0)

    return formula


def capped(row: Row, name: str) -> Formula:
    """What a factor gives each resident, within its caps."""

    def formula(resident: Any, period: Any) -> Any:
        each, year = resident.members(name, period), resident.members("year", period)
        if row.year is None:
            points = resident.sum(each)
        else:
            years = range(opens(row).year, AS_OF.year + 1)
            sums = (resident.sum(each * (year == one)) for one in years)
            points = sum(np.clip(one, -row.year, row.year) for one in sums)
        return points if row.whole is None else np.clip(points, -row.whole, row.whole)

    return formula


def reached(resident: Any, period: Any) -> Any:
    """What everybody has in all."""
    points = sum(resident(f"factor_{number}", period) for number in range(len(FACTORS)))
    return np.clip(BASE + points, BASE, CEILING)


def columns(folder: Path, people: Any) -> tuple[dict[str, Any], Any]:
    """The records as whole numbers, and each one's resident by place; one empty record for everybody."""
    fields = [f"f_{field}" for field in FIELDS]
    there = pq.read_table(
        folder / "scored.parquet", columns=["subject", "type", "happened", *fields]
    )
    empty, resident = len(people), np.searchsorted(people, there["subject"].to_numpy())
    day = there["happened"].cast(pa.int32()).to_numpy()
    given = {
        "type": _codes(there["type"], TYPES),
        "age": (AS_OF.toordinal() - 719_163) - day,
        "year": pc.year(there["happened"]).to_numpy(),
    }
    for field in FIELDS:
        column = there[f"f_{field}"]
        texts = pa.types.is_string(column.type)
        given[field] = _codes(column, CODES) if texts else pc.fill_null(column, NONE).to_numpy()
    filled = {name: np.append(one, np.full(empty, NONE)) for name, one in given.items()}
    return filled, np.append(resident, np.arange(empty))


def _codes(column: pa.ChunkedArray, known: list[str]) -> Any:
    return pc.fill_null(pc.index_in(column, pa.array(known)), NONE).to_numpy()


def standings(folder: Path) -> pa.Table:
    """Everybody's points and grade, by subject."""
    people = np.sort(pq.read_table(folder / "consented.parquet")["subject"].to_numpy())
    given, resident = columns(folder, people)
    members = Members("record", "resident", resident)
    rules, entities = system(members)
    for name in given:
        variable(rules, entities["record"], name)
    for number, row in enumerate(FACTORS):
        variable(rules, entities["record"], f"worth_{number}", worth(row))
        of_factor = capped(row, f"worth_{number}")
        variable(rules, entities["resident"], f"factor_{number}", of_factor)
    variable(rules, entities["resident"], "points", reached)
    points = simulation(rules, members, given).calculate("points", TODAY)
    place = np.searchsorted([at for _, at in GRADES], points, side="right") - 1
    grade = np.array([name for name, _ in GRADES])[place]
    return pa.table({"subject": people, "points": points, "grade": grade.tolist()})


if __name__ == "__main__":
    pq.write_table(standings(Path(sys.argv[1])), sys.argv[2])
