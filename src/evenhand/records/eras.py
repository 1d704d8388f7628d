"""Turn days of Japanese eras into days: 明治 to 令和, their letters, and first years as 元年.

First days: Meiji 1868-10-23 (read here from the sixth year on, when the Gregorian calendar came in),
Taisho 1912-07-30, Showa 1926-12-25, Heisei 1989-01-08, Reiwa 2019-05-01.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, Literal

_ERAS: Final = (
    ("令和", "R", dt.date(2019, 5, 1), None),
    ("平成", "H", dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    ("昭和", "S", dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
    ("大正", "T", dt.date(1912, 7, 30), dt.date(1926, 12, 25)),
    ("明治", "M", dt.date(1873, 1, 1), dt.date(1912, 7, 30)),
)
_FIRST_YEARS: Final = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868}
_FORM: Final = re.compile(
    r"(?P<era>令和|平成|昭和|大正|明治|[RHSTM])\.?(?P<year>元|\d{1,2})"
    r"(?:年(?P<month>\d{1,2})月(?P<day>\d{1,2})日|[./-](?P<m>\d{1,2})[./-](?P<d>\d{1,2}))"
)


def day_of_era(text: str) -> dt.date | Literal["no such day"] | None:
    """Read a day of an era; None when the text is of another form.

    A day outside its era (平成31年5月1日) does not exist.
    """
    found = _FORM.fullmatch(text)
    if not found:
        return None
    year = 1 if found["year"] == "元" else int(found["year"])
    for name, letter, first, last in _ERAS:
        if found["era"] in (name, letter):
            try:
                day = dt.date(
                    _FIRST_YEARS[name] + year - 1,
                    int(found["month"] or found["m"]),
                    int(found["day"] or found["d"]),
                )
            except ValueError:
                return "no such day"
            inside = first <= day and (last is None or day <= last)
            return day if inside and year else "no such day"
    return None
