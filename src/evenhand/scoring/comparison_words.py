"""A comparison in sentences: who moves where, what causes it, what becomes of proposals.

The sentences read the tables that are shown and nothing else, so that they cannot say what is hidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from evenhand.kernel.ids import RecordType
from evenhand.kernel.text import Text
from evenhand.schemes.pair import SCALE
from evenhand.schemes.phrases import SUBJECTS
from evenhand.schemes.scheme import NOT_GRADED, Scheme
from evenhand.scoring.compare import BANDS, ladder
from evenhand.scoring.comparison_tables import MOVED, TOTAL, Table
from evenhand.sources.catalogue import Catalogue

_MOST_MOVES: Final = 3
"""So many moves are said; the table has all."""

_MOST_TYPES: Final = 5
"""So many record types are named; the JSON has all."""

_PARTS: Final = {
    SCALE: Text(zh="基准分、上下限或基数", en="base, floor, ceiling or exposure"),
    BANDS: Text(zh="等级划分与直接定级", en="bands and direct grades"),
}

_PLURALS: Final = {
    "enterprise": "companies",
    "public_body": "public bodies",
    "social_organisation": "social organisations",
    "sole_trader": "sole traders",
    "resident": "residents",
}


def said_of(old: Scheme, new: Scheme, tables: Mapping[str, Table]) -> tuple[Text, ...]:
    """Say a comparison in a few sentences.

    Args:
        old: The old scheme.
        new: The new one.
        tables: What ``tables_of`` shows of their comparison.
    """
    return (
        *_moves(new, tables),
        main_cause_said(old, new, tables["causes"], tables["moves"]),
        *_proposals(tables["lists"]),
    )


def unheard_said(unheard: Sequence[RecordType], catalogue: Catalogue) -> Text:
    """Say that a comparison knows nothing of some record types, because no source delivers them."""
    shown = [catalogue.types[kind].title for kind in unheard[:_MOST_TYPES]]
    rest = len(unheard) - len(shown)
    return Text(
        zh=f"登记库中没有数据源报送其中 {len(unheard)} 类信息，涉及它们的规则差别不在比较之内："
        + "、".join(title.zh for title in shown)
        + (f"等（另 {rest} 类见 --json）。" if rest else "。"),
        en=f"No source here delivers {len(unheard)} of the record types that they look at, so that rules "
        "about these move nobody in this comparison: "
        + ", ".join(title.en for title in shown)
        + (f" and {rest} more (see --json)." if rest else "."),
    )


def grade_said(grade: str) -> Text:
    """What a grade is called, none too."""
    if grade == NOT_GRADED:
        return Text(zh="不评级", en="no grade")
    return Text(zh=grade, en=grade)


def part_said(old: Scheme, new: Scheme, part: str) -> Text:
    """What a part of the schemes is called; the new one's word first."""
    if part in _PARTS:
        return _PARTS[part]
    for scheme in (new, old):
        for factor in scheme.factors:
            if factor.factor == part:
                return factor.title
        for component in scheme.components:
            if component.component == part:
                return component.title
    return Text(zh=part, en=part)


def main_cause_said(old: Scheme, new: Scheme, causes: Table, moves: Table) -> Text:
    """Say which part moves most of those who move."""
    moved = moves.at(TOTAL, MOVED)
    if moved.count == 0:
        return Text(zh="没有主体的等级改变。", en="Nobody's grade changes.")
    counts = ((causes.at(part, TOTAL).count or 0, part) for part in causes.rows)
    most, part = min(((-count, part) for count, part in counts), default=(0, ""))
    if not most:
        return Text(
            zh="等级改变的主体太少，不指明主要原因。",
            en="Too few subjects change their grade for a main cause to be named.",
        )
    title = part_said(old, new, part)
    if moved.count is None:
        return Text(
            zh=f"主要原因：{title.zh}，{-most:,} 个主体因此改变等级。",
            en=f"Main cause: {title.en}, for {-most:,} subjects.",
        )
    return Text(
        zh=f"主要原因：{title.zh}，{moved.count:,} 个改变等级的主体中有 {-most:,} 个因此改变。",
        en=f"Main cause: {title.en}, for {-most:,} of the {moved.count:,} that move.",
    )


def _moves(new: Scheme, tables: Mapping[str, Table]) -> Iterator[Text]:
    grades = tables["grades"]
    found = [
        (count, before, after)
        for before in grades.rows[:-1]
        for after in grades.columns[:-1]
        if before != after and (count := grades.at(before, after).count)
    ]
    found.sort(key=lambda move: -move[0])
    who = SUBJECTS[new.subjects].zh
    for number, (count, before, after) in enumerate(found[:_MOST_MOVES]):
        old, now = grade_said(before), grade_said(after)
        subject = f" {_PLURALS[new.subjects]}" if not number else ""
        yield Text(
            zh=f"{count:,} 个{who}由{old.zh}变为{now.zh}。",
            en=f"{count:,}{subject} move from {old.en} to {now.en}.",
        )
    if len(found) > _MOST_MOVES:
        rest = len(found) - _MOST_MOVES
        yield Text(zh=f"另有 {rest} 种变动，见表。", en=f"The table has {rest} more moves.")
    if ladder(new) and tables["moves"].at(TOTAL, MOVED).count != 0:
        yield from _none(tables["moves"])


def _none(moves: Table) -> Iterator[Text]:
    if moves.at(TOTAL, "better").count == 0:
        yield Text(zh="没有主体的等级提高。", en="None moves up.")
    if moves.at(TOTAL, "worse").count == 0:
        yield Text(zh="没有主体的等级降低。", en="None moves down.")


def _proposals(lists: Table) -> Iterator[Text]:
    if not lists.rows:
        return
    shown = [lists.at(row, fate) for row in lists.rows for fate in ("appears", "vanishes")]
    if any(cell.mark for cell in shown):
        yield Text(
            zh="拟列入名单的变动见表；其中有人数太少而隐去的。",
            en="The table has the proposals that appear and vanish; some are too few to show.",
        )
        return
    appear = sum(lists.at(row, "appears").count or 0 for row in lists.rows)
    vanish = sum(lists.at(row, "vanishes").count or 0 for row in lists.rows)
    yield Text(
        zh=f"新增拟列入 {appear:,} 件，减少 {vanish:,} 件。",
        en=f"{appear:,} proposals appear and {vanish:,} vanish.",
    )
