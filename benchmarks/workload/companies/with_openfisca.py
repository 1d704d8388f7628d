"""The same in OpenFisca: penalties are the single things, a sheet groups those of one kind of a company.

OpenFisca knows no order among members but their places, so penalties are sorted before, and a sheet
looks at one place after another.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.workload.ages import months_back
from benchmarks.workload.companies.rules import ANSWER, AS_OF, LASTS, ORDER, RULES
from benchmarks.workload.openfisca_terms import TODAY, Members, simulation, system, variable

EPOCH = 719_163
"""The ordinal of 1970-01-01."""

TIMES = np.array([rule.times for rule in RULES])
FRESH = months_back(AS_OF, LASTS).toordinal() - EPOCH


def opens(penalty: Any, period: Any) -> Any:
    """The last day that lies too far before each penalty."""
    days = penalty("day", period)
    first = int(days.min())
    calendar = [np.datetime64(day, "D").item() for day in range(first, int(days.max()) + 1)]
    back = np.array(
        [[months_back(day, rule.months).toordinal() - EPOCH for day in calendar] for rule in RULES]
    )
    return back[penalty("rule", period), days - first]


def last(sheet: Any, period: Any) -> Any:
    """The place of the last penalty that completes so many within the time; -1 without one."""
    day, back = sheet.members("day", period), sheet.members("opens", period)
    times = TIMES[sheet.value_nth_person(0, sheet.members("rule", period))]
    most, found = int(sheet.members_position.max()) + 1, np.full(sheet.count, -1)
    days = [sheet.value_nth_person(place, day, default=-1) for place in range(most)]
    for place in range(most):
        earliest = np.full(sheet.count, -1)
        for back_by in np.unique(TIMES - 1):
            if place >= back_by:
                earliest = np.where(times - 1 == back_by, days[place - back_by], earliest)
        opened = sheet.value_nth_person(place, back, default=10**6)
        found = np.where((earliest > opened) & (days[place] > FRESH), place, found)
    return found


def kept(penalty: Any, period: Any) -> Any:
    """Whether a penalty belongs to its sheet's ground: 1 or 0."""
    end, place = penalty.sheet("last", period), penalty("place", period)
    return (place <= end) & (place > end - TIMES[penalty("rule", period)])


def penalties(folder: Path) -> pa.Table:
    """What counts, in order, with the number of its rule and of its sheet."""
    names = ["subject", "type", "kind", "severity", "happened", "record"]
    there = pq.read_table(folder / "offences.parquet", columns=names)
    rule = pc.index_in(there["type"], pa.array([one.type for one in RULES]))
    counts = pc.and_(pc.equal(there["severity"], "minor"), pc.is_valid(there["kind"]))
    counts = pc.and_(pc.and_(counts, pc.is_valid(rule)), pc.less_equal(there["happened"], AS_OF))
    there = there.append_column("rule", rule).filter(counts)
    return there.sort_by(
        [(n, "ascending") for n in ("subject", "rule", "kind", "happened", "record")]
    )


def grounds(folder: Path) -> pa.Table:
    """Every ground, a row for each of its records."""
    there = penalties(folder)
    subject, rule = there["subject"].to_numpy(), there["rule"].to_numpy()
    kind = there["kind"].combine_chunks().dictionary_encode().indices.to_numpy()
    begins = np.append(True, np.diff(subject) | np.diff(rule) | np.diff(kind))
    sheet = np.cumsum(begins != 0) - 1
    place = np.arange(len(sheet)) - np.flatnonzero(begins)[sheet]
    members = Members("penalty", "sheet", sheet)
    rules, entities = system(members)
    day = there["happened"].cast(pa.int32()).to_numpy()
    given = {"rule": rule, "day": day, "place": place}
    for name in given:
        variable(rules, entities["penalty"], name)
    variable(rules, entities["penalty"], "opens", opens)
    variable(rules, entities["sheet"], "last", last)
    variable(rules, entities["penalty"], "kept", kept)
    made = simulation(rules, members, given)
    mine = np.flatnonzero(made.calculate("kept", TODAY))
    ends = (np.flatnonzero(begins) + made.calculate("last", TODAY))[sheet[mine]]
    columns = [
        pa.array(subject[mine]),
        pa.array([RULES[number].list for number in rule[mine]]),
        there["happened"].take(pa.array(ends)).combine_chunks(),
        there["record"].take(pa.array(mine)).combine_chunks(),
    ]
    return pa.table(columns, schema=ANSWER).sort_by(ORDER)


if __name__ == "__main__":
    pq.write_table(grounds(Path(sys.argv[1])), sys.argv[2])
