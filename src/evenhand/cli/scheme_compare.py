"""``evenhand scheme compare``: two schemes over the whole register, counts only."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Final

from cyclopts import Parameter

from evenhand.cli.edge import clocks, open_at
from evenhand.cli.options import HERE, KnownAt, OnDay, RegisterAt
from evenhand.cli.voice import Voice, speaking
from evenhand.kernel.canonical import canonical
from evenhand.kernel.text import Text
from evenhand.pipeline.compare import Compared, candidate, compare_schemes
from evenhand.relational.durable import write_durably
from evenhand.schemes.phrases import SUBJECTS
from evenhand.schemes.scheme import NOT_GRADED, Scheme
from evenhand.scoring.comparison_tables import CHANGED, MOVED, NO_DISTRICT, TOTAL, Table
from evenhand.scoring.comparison_words import part_said

OutFolder = Annotated[
    Path | None,
    Parameter(name="--out", help="Folder for comparison.json, comparison.csv, comparison.jsonl."),
]

_MOST_ROWS: Final = 20
"""Longer tables are printed in part; the files have all of them."""

_TITLES: Final = {
    "grades": Text(zh="等级：原办法（行），新办法（列）", en="Grades: old (rows), new (columns)"),
    "causes": Text(zh="变动的主要原因", en="Main cause of the moves"),
    "kinds": Text(zh="按主体类别", en="By kind of subject"),
    "districts": Text(zh="按区划代码", en="By district, as the code of the register has it"),
    "points": Text(zh="得分变化", en="Change of points"),
    "lists": Text(zh="拟列入名单", en="Proposals for lists"),
}

_WORDS: Final = {
    "better": Text(zh="提高", en="better"),
    "worse": Text(zh="降低", en="worse"),
    "otherwise": Text(zh="其他变动", en="otherwise"),
    "same": Text(zh="不变", en="same"),
    "old": Text(zh="原有", en="old"),
    "new": Text(zh="新有", en="new"),
    "stays": Text(zh="保留", en="stay"),
    "appears": Text(zh="新增", en="appear"),
    "vanishes": Text(zh="减少", en="vanish"),
    "subjects": Text(zh="主体", en="subjects"),
    TOTAL: Text(zh="合计", en="total"),
    MOVED: Text(zh="变动", en="moved"),
    CHANGED: Text(zh="得分有变", en="points change"),
    NOT_GRADED: Text(zh="不评级", en="no grade"),
    NO_DISTRICT: Text(zh="无区划", en="none"),
}

_NOTE: Final = Text(
    zh="“<5”：1 至 4（合计也少的，含 0）。“hidden”：为防推算而隐去，均不小于 5。结果只有人数，没有主体。",
    en='"<5" is 1 to 4, and where the total is that small it may be 0. "hidden" is 5 or more, hidden so '
    "that the others cannot be worked out. There are counts here and no subjects.",
)

_PERSONS_HAVE_NONE: Final = Text(
    zh="登记库不知道居民住在哪个区划，因此没有按区划的统计。",
    en="The register does not know in which district a resident lives, so there is no such table.",
)


def compare(
    old: str,
    new: str,
    /,
    *,
    as_of: OnDay = None,
    known_at: KnownAt = None,
    out: OutFolder = None,
    register: RegisterAt = HERE,
) -> int:
    """Compare two schemes over the whole register: who would move, and why; counts only.

    A scheme is a file, the name of one that is public, or NAME@VERSION. Both are applied as if public
    since the same day, so that the rules are compared. Counts under five are hidden, with whatever
    would give them away. Nothing is recorded, and neither scheme changes.

    Args:
        old: The scheme that stands.
        new: The scheme that would take its place.
    """
    voice = speaking()
    with open_at(register) as opened:
        asked = clocks(opened, as_of, known_at)
        sides = [candidate(opened, named, asked.as_of) for named in (old, new)]
        with voice.progress(voice.pick("比较", "Compare")) as advance:
            found = compare_schemes(opened, sides[0], sides[1], asked, advance)
    if out is not None:
        write_comparison(found, out)
    if voice.as_json:
        voice.result({**found.as_json(), "digest": found.digest()})
    else:
        print_comparison(voice, found)
    return 0


def write_comparison(found: Compared, folder: Path) -> None:
    """Write a comparison as one canonical value, as CSV and as JSON Lines of counts."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [line for table in found.tables.values() for line in table.lines()]
    sheet = io.StringIO(newline="")
    rows = csv.writer(sheet)
    rows.writerow(["table", "row", "column", "count"])
    for line in lines:
        shown = line["mark"] or line["count"]
        rows.writerow([line["table"], line["row"], line["column"], shown])
    write_durably(folder / "comparison.json", canonical(found.as_json()) + b"\n")
    write_durably(folder / "comparison.csv", sheet.getvalue().encode())
    said = b"".join(canonical(line) + b"\n" for line in lines)
    write_durably(folder / "comparison.jsonl", said)


def print_comparison(voice: Voice, found: Compared) -> None:
    """Print a comparison: the sentences, then the tables."""
    old, new = found.old.scheme, found.new.scheme
    voice.say(f"{voice.pick('原', 'old')}  {voice(old.title)} ({old.scheme} {old.version})")
    voice.say(f"{voice.pick('新', 'new')}  {voice(new.title)} ({new.scheme} {new.version})")
    voice.say(f"{found.clocks.as_of}  {voice(found.whose)}")
    if found.as_if_public_since is not None:
        since = found.as_if_public_since
        voice.say(
            voice.pick(
                f"两者均按自 {since} 起公开计算；新办法生效时，公布之前的行为不作不利计算（RF-13）。",
                f"Both are applied as if public since {since}. Once in force, the new one counts nothing "
                "against anyone from before its own publication (RF-13).",
            )
        )
    voice.say()
    for sentence in found.sentences:
        voice.say(voice(sentence))
    if found.said_of_unheard is not None:
        voice.say(voice(found.said_of_unheard))
    for name, title in _TITLES.items():
        if name == "districts" and new.subjects in ("resident", "sole_trader"):
            voice.say(f"\n{voice(_PERSONS_HAVE_NONE)}")
        elif found.tables[name].rows:
            voice.say(f"\n{voice(title)}")
            _print_table(voice, found.tables[name], (old, new))
    voice.say(f"\n{voice(_NOTE)}")
    voice.say(f"{voice.pick('摘要', 'digest')} {found.digest()}")


def _print_table(voice: Voice, table: Table, schemes: tuple[Scheme, Scheme]) -> None:
    heads = ["", *(_word(voice, column) for column in table.columns)]
    rows = list(_rows(voice, table, schemes))
    voice.table(heads, rows[:_MOST_ROWS], "l" + "r" * len(table.columns))
    if len(rows) > _MOST_ROWS:
        rest = len(rows) - _MOST_ROWS
        voice.say(
            voice.pick(f"另 {rest} 行，见 --out。", f"{rest} more rows: write them with --out.")
        )


def _rows(voice: Voice, table: Table, schemes: tuple[Scheme, Scheme]) -> Iterator[Sequence[str]]:
    for row in table.rows:
        cells = [table.at(row, column) for column in table.columns]
        if table.name == "points" and all(cell.count == 0 for cell in cells):
            continue
        counts = (cell.mark or f"{cell.count:,}" for cell in cells)
        yield _head(voice, table.name, row, schemes), *counts


def _head(voice: Voice, table: str, row: str, schemes: tuple[Scheme, Scheme]) -> str:
    old, new = schemes
    if table == "causes":
        return voice(part_said(old, new, row))
    if table == "kinds":
        kinds: Mapping[str, Text] = {str(kind): text for kind, text in SUBJECTS.items()}
        return voice(kinds[row])
    if table == "lists":
        titles = {rule.list: rule.title for scheme in schemes for rule in scheme.lists}
        return voice({str(name): title for name, title in titles.items()}[row])
    return _word(voice, row)


def _word(voice: Voice, name: str) -> str:
    return voice(_WORDS[name]) if name in _WORDS else name
