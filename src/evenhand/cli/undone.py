"""Print everything that a correction undoes, or would undo: subject by subject, then the letters."""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.cases.correction_letter import BECOMES
from evenhand.cli.voice import Voice
from evenhand.kernel.canonical import Json
from evenhand.pipeline.correcting import Done
from evenhand.pipeline.touched import CaseTouched, SubjectTouched


def print_done(voice: Voice, done: Done) -> int:
    """Print what was done or, after a dry run, what would be; returns the exit code."""
    if voice.as_json:
        voice.result(
            {
                "recorded": [{"seq": e.seq, "kind": e.kind, "topic": e.topic} for e in done.events],
                "touched": [_value(one) for one in done.touched],
                "letters": [
                    {"correction": number, "zh": letter.zh, "en": letter.en}
                    for number, letter in done.letters
                ],
            }
        )
        return 0
    if not done.events:
        voice.say(
            voice.pick(
                "试运行：没有登记任何内容。将会撤销的内容：",
                "A dry run: nothing was recorded. This would be undone:",
            )
        )
    for event in done.events:
        voice.say(f"{event.seq}  {event.kind}  {event.topic}")
    for one in done.touched:
        for line in _lines(voice, one):
            voice.say(line)
    if not done.touched:
        voice.say(voice.pick("没有任何案件以它为依据。", "No case rests on it."))
    for number, letter in done.letters:
        voice.say(voice.pick(f"\n信函（{number}）：", f"\nLetter ({number}):"))
        voice.say(voice(letter))
    return 0


def _lines(voice: Voice, one: SubjectTouched) -> Iterator[str]:
    records = " ".join(str(record) for record in one.records)
    yield voice.pick(f"\n主体 {one.subject}，信息 {records}", f"\nSubject {one.subject}, {records}")
    for standing in one.standings:
        grade = standing.grade or "—"
        yield voice.pick(
            f"  评价 {standing.scheme}（现为 {grade} 级）：重新计算",
            f"  standing under {standing.scheme} (now {grade}): reckoned anew",
        )
    for case in one.cases:
        yield from _case(voice, case)
    for use in one.holders:
        yield voice.pick(
            f"  {use.what} {use.name}：通知 {use.holder}",
            f"  {use.what} {use.name}: {use.holder} is told",
        )


def _case(voice: Voice, case: CaseTouched) -> Iterator[str]:
    told = voice.pick(
        "已告知主体" if case.noticed else "未告知主体",
        "the subject was told" if case.noticed else "the subject was not told yet",
    )
    yield voice.pick(
        f"  案件 {case.case}（{case.list}），{told}，{case.decisions} 个决定：{voice(BECOMES[case.becomes])}",
        f"  case {case.case} ({case.list}), {told}, decisions: {case.decisions}: "
        f"{voice(BECOMES[case.becomes])}",
    )
    if case.entry is not None:
        editions = ", ".join(case.editions) or "—"
        yield voice.pick(
            f"    名单记录 {case.entry}，曾公布于版次：{editions}",
            f"    entry {case.entry}, shown in editions: {editions}",
        )
    if case.review_until is not None:
        people = ", ".join(case.reviewers) or "—"
        yield voice.pick(
            f"    {case.review_until} 以前复审，可由：{people}",
            f"    to be reviewed until {case.review_until}, by: {people}",
        )


def _value(one: SubjectTouched) -> Json:
    return {
        "subject": str(one.subject),
        "found": one.found,
        "records": [str(record) for record in one.records],
        "standings": [{"scheme": s.scheme, "grade": s.grade} for s in one.standings],
        "cases": [
            {
                "case": c.case,
                "list": c.list,
                "becomes": c.becomes,
                "decisions": c.decisions,
                "noticed": c.noticed,
                "entry": c.entry,
                "editions": list(c.editions),
                "review_until": None if c.review_until is None else c.review_until.isoformat(),
                "reviewers": list(c.reviewers),
            }
            for c in one.cases
        ],
        "holders": [{"what": u.what, "name": u.name, "holder": u.holder} for u in one.holders],
    }
