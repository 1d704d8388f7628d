"""The page about the model city says what the city is, in the numbers of seed 7."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evenhand.lab.city import City
from tests.conftest import ROOT
from tests.golden import check_golden

TOP = """# The model city

Linhe 临禾 does not exist. `make_city(seed, size, catalogue)` makes up its enterprises, public bodies and
residents, what twelve authorities documented about them, and the worksheets in which they say so, mistakes
and all. The same seed, size and catalogue give the same bytes on every day and machine; nothing is read and
no clock is asked. `City.truth` says what was planted, with cells, so that a test can ask whether the
register found it. This page is made from seed 7 by `make golden`.

```python
city = make_city(7, FULL, read_catalogue())
for worksheet in worksheets(city):        # in the order of delivery
    worksheet.source, worksheet.name, worksheet.data
```

Nobody real can be meant: codes of organisations have area 000000 and numbers of residents area 999999, which
no registration and no place has; their check characters are right. Names follow the grammar of Chinese
company names (place, name, trade, form) with names that are no words.

`FULL` has 20,000 enterprises, 200 public bodies and 60,000 residents; `SMALL` (for tests) 1,000, 20 and
2,000, and everything of the full city at least once. A city of another size has its share.

## What is realistic and what is not

| what | in Linhe | where it comes from |
| --- | --- | --- |
| residents who have joined the resident scheme | 12 in 100 of the grown-ups | published: 1.5 to 15 in 100 |
| tax ratings A, B, M, C, D | 5, 60, 18, 10, 7 in 100 | A and D published; the rest made up |
| environmental ratings green, blue, yellow, red | 14, 74, 10, 2 in 100 | published for 1,060 firms |
| enterprises with a penalty | 15 in 100, nearly all minor | made up |
| grounds for a black list that are judgments | 8 in 10 | published: 70 to 90 in 100 |
| penalties put right, paid, annulled | 30, 55, 1 in 100 | made up |
| documents dated before day one, which count against nobody | 8 in 100 | made up |
| documents reported after more than seven working days | about 12 in 100 | made up |
| residents under 18 | 1.5 in 100 | made up; each of their rows has to be refused |
| public bodies whose own data are poor | 12 in 100 | made up |

Documents lie between 7 January 2025 and 27 February 2026, some before. Ordinary penalties never come thrice
of one kind for one enterprise, so that only what was planted can lead to a list by accumulation.
"""

FAULTS = """
## Faults

The kinds are those that importers of real double-publicity worksheets work around. Some are in the layouts
themselves: 19 and 22 columns for one table (transport; culture and health), heads with a line break, a colon
or a full-width underscore, fines in yuan (environment) and in 10,000 yuan, four styles of days and serial
days, merged titles above the head, GB18030 and UTF-16, missing last days, representatives' numbers in columns
that are waived by name. The others are planted, each in a line about which nothing else was planted:

`expects` is what the register has to make of it: *read* as meant; *warned*: stored with a warning; *waits*:
stored, counts for nobody until a person says who is meant; *held*; *refused*: no row of data, a repeat, or
what may not be kept; *stopped*: the whole file; *not read*: in a column that is waived by name. Rates per
thousand lines stand in `src/evenhand/lab/fault_cells.py`.

| fault | expects | number |
| --- | --- | --- |
"""

TRUTH = """
## `City.truth`

| key | holds |
| --- | --- |
| `seed`, `size` | what the city was made of |
| `records` | documents by record type |
| `planted` | for each plan and record type, the codes of the enterprises concerned |
| `residents` | `joined`, `left`, `under age with a consent`, `rows about who joined` |
| `files` | in order of delivery: `source`, `file`, and `rows` below the head by sheet |
| `faults` | by name: `expects`, `count`, `cells`: file, sheet, address (`C14`; `14`: a row; empty: a sheet) |
"""


def value(city: City, key: str) -> Any:
    return city.truth[key]


def tables(city: City) -> Iterator[str]:
    yield TOP
    yield "## Planted to lead to a list, or just not"
    yield ""
    yield "| plan | record type | enterprises |"
    yield "| --- | --- | --- |"
    for plan, of in value(city, "planted").items():
        for record, codes in of.items():
            yield f"| {plan} | `{record}` | {len(codes)} |"
    yield ""
    yield "## Worksheets, in the order of delivery"
    yield ""
    yield "| source | file | rows |"
    yield "| --- | --- | --- |"
    for file in value(city, "files"):
        rows = ", ".join(f"{sheet} {number:,}" for sheet, number in file["rows"].items())
        yield f"| `{file['source']}` | {file['file']} | {rows} |"
    total = sum(sum(file["rows"].values()) for file in value(city, "files"))
    yield f"| {len({f['source'] for f in value(city, 'files')})} sources | | {total:,} |"
    yield FAULTS.rstrip("\n")
    for name, fault in value(city, "faults").items():
        yield f"| {name} | {fault['expects']} | {fault['count']} |"
    yield TRUTH.rstrip("\n")


def test_the_page_says_what_the_city_is(full: City) -> None:
    check_golden(ROOT / "docs" / "reference" / "model-city.md", "\n".join(tables(full)) + "\n")


def test_the_city_has_the_rows_that_the_demonstration_needs(full: City) -> None:
    files = value(full, "files")
    assert 100_000 < sum(sum(file["rows"].values()) for file in files) < 130_000
    assert len({file["source"] for file in files}) == 39
    assert len(files) == 41


def test_every_fault_of_the_full_city_is_in_the_small_one(full: City, small: City) -> None:
    assert set(value(full, "faults")) == set(value(small, "faults"))
    assert len(value(full, "faults")) == 51
