"""The rules that read days, by the names that contracts and statements use.

A contract lists the rules that a column allows; ``records.days`` applies them. A cell that reads as
a day only by a rule that the column does not allow is a finding, never a guess.
"""

from __future__ import annotations

from typing import Final

from evenhand.kernel.text import Text

DAY_RULES: Final = {
    "date-cell": Text(zh="日期格式的单元格", en="a cell formatted as a date"),
    "hyphen": Text(zh="2021-03-05", en="2021-03-05"),
    "slash": Text(zh="2021/3/5", en="2021/3/5"),
    "dot": Text(zh="2021.3.5", en="2021.3.5"),
    "compact": Text(zh="20210305", en="20210305"),
    "chinese": Text(zh="2021年3月5日", en="2021年3月5日"),
    "numerals": Text(zh="二〇二一年三月五日", en="二〇二一年三月五日"),
    "timestamp": Text(zh="2021-03-05 09:30:00", en="2021-03-05 09:30:00"),
    "serial": Text(
        zh="表格软件的日期序列号，如 44260", en="a spreadsheet's serial day, such as 44260"
    ),
    "era": Text(zh="日本年号，如 平成30年3月31日、H30.3.31", en="a Japanese era, such as H30.3.31"),
}
"""Each rule's name and what it reads, in the order in which they are tried."""

USUAL_DAY_RULES: Final = tuple(name for name in DAY_RULES if name not in ("serial", "era"))
"""What a column allows that lists no rules: everything that says its year, month and day in full."""
