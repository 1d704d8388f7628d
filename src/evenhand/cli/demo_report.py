"""The last page of the demonstration: what came in, what was held, who stands where, what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from evenhand.cases.queue import TURN, queue
from evenhand.cli.demo_days import DAY_4, ORIGIN, Life, reasons, totals
from evenhand.cli.explain import sentences
from evenhand.cli.explain_error import all_kinds
from evenhand.cli.voice import Voice, number_of
from evenhand.kernel.periods import Clocks, said
from evenhand.pipeline.edition import entries_in_force
from evenhand.pipeline.inquiry import reckon
from evenhand.pipeline.opened import Opened
from evenhand.publication.sign import NoteKey
from evenhand.schemes.scheme import ListRule


def print_life(voice: Voice, out: Path, life: Life) -> None:
    """Print the page."""
    voice.say()
    voice.say(
        voice.pick(
            "临禾是虚构的城市；经办人由脚本扮演，用各自的密钥签名，走与真人相同的门。",
            "Linhe is made up. Its officers were played by a script that signed with their keys and went "
            "through the same door as a person.",
        )
    )
    with Opened(out / "register") as opened:
        _came_in(voice, life)
        _standings(voice, life)
        _cases(voice, life, opened)
        _lists(voice, opened)
        _edition(voice, out, life)
        _explained(voice, opened)
    _look_next(voice, out)


def _head(voice: Voice, zh: str, en: str) -> None:
    voice.say()
    voice.say(voice.pick(zh, en))


def _came_in(voice: Voice, life: Life) -> None:
    counted = totals(life.taken)
    rows = sum(int(str(count)) for count in counted.values())
    _head(
        voice,
        f"收到：{len(life.taken)} 个文件，{rows:,} 行；整份拒收 {len(life.refused)} 个文件",
        f"Came in: {number_of(len(life.taken), 'file')}, {rows:,} rows; "
        f"{number_of(len(life.refused), 'file')} refused whole",
    )
    heads = ("结果", "行数") if voice.language == "zh" else ("what became of the rows", "rows")
    names = {
        "stored": voice.pick("保存", "stored"),
        "processed": voice.pick(
            "居民：已处理（只保存本人同意的）", "residents: processed, kept where they agreed"
        ),
        "held": voice.pick("待核", "held"),
        "refused": voice.pick(
            "拒收（标题、说明、空行、重复等）", "refused: heads, notes, blanks, repeats"
        ),
    }
    voice.table(heads, ((names.get(k, k), f"{int(str(v)):,}") for k, v in counted.items()), "lr")
    for name, refused in life.refused:
        voice.say(f"{name}: {refused.said_in(voice.language)}")
    _head(voice, "待核的主要原因", "Why rows were held, most frequent first")
    kinds = all_kinds()
    whys = (
        ("代码", "行", "如何改") if voice.language == "zh" else ("code", "rows", "how to mend it")
    )
    voice.table(
        whys,
        (
            (code, f"{count:,}", voice(kinds[code].mend))
            for code, count in list(reasons(life.taken))[:6]
        ),
        "lrl",
    )


def _standings(voice: Voice, life: Life) -> None:
    if life.fourth is None:
        return
    _head(voice, "各办法的等级", "Standings by grade")
    heads = ("办法", "主体", "等级") if voice.language == "zh" else ("scheme", "subjects", "grades")
    voice.table(
        heads,
        (
            (r.scheme, f"{r.subjects:,}", "   ".join(f"{g} {n:,}" for g, n in r.grades.items()))
            for r in life.fourth.schemes
        ),
        "lrl",
    )


def _cases(voice: Voice, life: Life, opened: Opened) -> None:
    played, day = life.played, opened.today(DAY_4)
    new = len(life.second.proposed.new) if life.second else 0
    waiting = queue(opened.desk.states.values(), day)
    _head(voice, "提议和决定", "Proposals and decisions")
    rows = (
        (voice.pick("提议", "proposed"), new),
        (voice.pick("告知书送达有证明", "notice proven delivered"), played.delivered),
        (
            voice.pick("告知书被退回（不算送达）", "notice came back (does not count)"),
            played.bounced,
        ),
        (voice.pick("提出异议", "objected"), played.objected),
        (voice.pick("两名经办人决定列入", "two officers decided to list"), played.listed),
        (voice.pick("经办人决定不予列入", "an officer decided not to list"), played.not_listed),
        (voice.pick("两人意见不一致，不予列入", "the two disagreed: not listed"), played.disagreed),
        (voice.pick("守信激励：一名经办人决定", "good conduct: one officer decided"), played.red),
        (
            voice.pick("尚未决定（每日上限、退回）", "still open (daily cap, returned notices)"),
            len(waiting),
        ),
    )
    heads = ("步骤", "件") if voice.language == "zh" else ("step", "cases")
    voice.table(heads, ((name, f"{count:,}") for name, count in rows), "lr")
    turns = Counter(w.turn for w in waiting)
    for turn, count in turns.most_common():
        voice.say(f"  {voice(TURN[turn])}: {count:,}")


def _lists(voice: Voice, opened: Opened) -> None:
    day = opened.today(DAY_4)
    knowledge = opened.knowledge()
    entries = entries_in_force(opened, day, knowledge.learned or DAY_4)
    counted = Counter(entry.list for entry in entries)
    rules: Sequence[ListRule] = [
        rule for f in opened.in_force(day, knowledge) for rule in f.scheme.lists
    ]
    black = sum(1 for entry in entries if entry.kind == "black")
    _head(
        voice,
        f"生效的名单：{len(rules)} 份，{len(entries):,} 条，其中失信名单 {black:,} 条",
        f"Lists in force: {len(rules)}, with {len(entries):,} entries, {black:,} for serious breaches",
    )
    heads = ("名单", "在列") if voice.language == "zh" else ("list", "entries")
    voice.table(
        heads,
        ((voice(rule.title), f"{counted[rule.list]:,}") for rule in rules if counted[rule.list]),
        "lr",
    )


def _edition(voice: Voice, out: Path, life: Life) -> None:
    if life.edition is None:
        return
    key = NoteKey(ORIGIN, life.people.publisher.public)
    _head(
        voice,
        f"第 {life.edition.number} 版：{life.entries:,} 条，已公布，已像陌生人一样核验",
        f"Edition {life.edition.number}: {life.entries:,} entries, published, verified as by a stranger",
    )
    voice.say(
        f"  evenhand verify {out}/edition --key '{key}' --at {said(life.edition.manifest.made_at)}"
    )


def _explained(voice: Voice, opened: Opened) -> None:
    """Explain the enterprise with the most contributions among the first entries of the court's list."""
    day = opened.today(DAY_4)
    known = opened.knowledge().learned or DAY_4
    entries = [e for e in entries_in_force(opened, day, known) if e.kind == "black"]
    if not entries:
        return
    subject = entries[len(entries) // 2].subject
    reckoning = reckon(opened, "linhe-compliance", subject, Clocks(day, known))
    code = opened.register.vault.identifier_of(subject)[1]
    _head(voice, f"一家企业的得分如何得来：{code}", f"One company, explained: {code}")
    for line in sentences(voice, reckoning, opened.catalogue):
        voice.say(f"  {line}" if line else "")


def _look_next(voice: Voice, out: Path) -> None:
    _head(voice, "接下来可以看", "Where to look next")
    lines = (
        (
            f"{out}/worksheets",
            voice.pick("收到的工作表", "the worksheets, to open in a spreadsheet"),
        ),
        (f"{out}/edition", voice.pick("公布的版次", "the published edition")),
        (
            f"evenhand case list --register {out}/register",
            voice.pick("经办人的待办", "what officers still have to do"),
        ),
        (
            f"evenhand held --register {out}/register",
            voice.pick("待核的行", "rows that wait for a person"),
        ),
        (
            f"evenhand explain linhe-compliance CODE --register {out}/register",
            voice.pick("任何一家企业的得分", "any company's points"),
        ),
        (f"evenhand check --register {out}/register", voice.pick("自检", "a full self-check")),
    )
    for what, why in lines:
        voice.say(f"  {what}")
        voice.say(f"      {why}")
