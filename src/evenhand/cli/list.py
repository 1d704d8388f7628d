"""``evenhand list``: what is in force at a moment."""

from __future__ import annotations

from collections import Counter

from cyclopts import App

from evenhand.cases.case import CASE_KINDS
from evenhand.cli.edge import clocks, open_at
from evenhand.cli.options import HERE, KnownAt, OnDay, RegisterAt
from evenhand.cli.voice import speaking
from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import ListId
from evenhand.kernel.text import Text
from evenhand.lists.disclose import disclose_all, never_shown
from evenhand.lists.tally import debtors_on, told
from evenhand.pipeline.dossiers import identified
from evenhand.pipeline.edition import entries_in_force
from evenhand.pipeline.opened import unknown

app = App(name="list", help="Lists in force at a moment.")


@app.command
def sizes(*, as_of: OnDay = None, known_at: KnownAt = None, register: RegisterAt = HERE) -> int:
    """Every list with the number of its entries in force; of debtors, few are not counted out."""
    voice = speaking()
    with open_at(register) as opened:
        asked = clocks(opened, as_of, known_at)
        entries = entries_in_force(opened, asked.as_of, asked.known_at)
        rules = [
            (in_force.scheme.scheme, rule)
            for in_force in opened.in_force(asked.as_of, opened.knowledge(asked.known_at))
            for rule in in_force.scheme.lists
        ]
        events = opened.register.ledger.read(kinds=CASE_KINDS, known_at=asked.known_at)
        debtors = debtors_on(events, asked.as_of)
        registers = tuple(opened.catalogue.court_registers.values())
    counted = Counter((entry.scheme, entry.list) for entry in entries)
    few = {register.register: told(debtors[register.register]) for register in registers}
    if voice.as_json:
        sizes: dict[str, Json] = {
            f"{scheme}/{rule.list}": counted[scheme, rule.list] for scheme, rule in rules
        }
        sizes |= {name: int(count) if count.isdigit() else count for name, count in few.items()}
        voice.result(sizes)
        return 0
    heads = ("名单", "名称", "在列") if voice.language == "zh" else ("list", "title", "entries")
    voice.table(
        heads,
        (
            *(
                (rule.list, voice(rule.title), f"{counted[scheme, rule.list]:,}")
                for scheme, rule in rules
            ),
            *((r.register, voice(r.title), few[r.register]) for r in registers),
        ),
        "llr",
    )
    return 0


@app.command
def show(
    name: str,
    /,
    *,
    as_of: OnDay = None,
    known_at: KnownAt = None,
    register: RegisterAt = HERE,
) -> int:
    """The entries of one list that may be public: organisations, field by allowed field.

    Args:
        name: The list.
    """
    voice = speaking()
    with open_at(register) as opened:
        asked = clocks(opened, as_of, known_at)
        knowledge = opened.knowledge(asked.known_at)
        names = tuple(
            rule.list
            for in_force in opened.in_force(asked.as_of, knowledge)
            for rule in in_force.scheme.lists
        )
        if name in opened.catalogue.court_registers:
            raise never_shown(opened.catalogue.court_registers[ListId(name)].title)
        if name not in names:
            raise unknown(name, names, Text(zh="名单", en="list"))
        entries = [
            entry
            for entry in entries_in_force(opened, asked.as_of, asked.known_at)
            if entry.list == name
        ]
        who = identified(opened, knowledge, {entry.subject for entry in entries})
        shown, withheld = disclose_all(entries, who.get)
    if voice.as_json:
        voice.result([dict(one.fields) for one in shown])
        return 0
    heads = (
        ("名称", "代码", "自", "止于") if voice.language == "zh"
        else ("name", "code", "since", "last day")
    )  # fmt: skip
    voice.table(
        heads,
        (
            tuple(str(one.fields[field]) for field in ("name", "identifier", "since", "last_day"))
            for one in shown
        ),
    )
    hidden = sum(withheld.values())
    voice.tell(
        voice.pick(
            f"{len(shown)} 条；另有 {hidden} 条不公开。",
            f"{len(shown)} entries; {hidden} more are not public.",
        )
    )
    return 0
