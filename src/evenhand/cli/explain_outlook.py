"""What falls away next and what would change the level, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.cli.explain_wrap import Said
from evenhand.cli.voice import Voice
from evenhand.kernel.ids import RecordId
from evenhand.kernel.text import Text
from evenhand.pipeline.inquiry import Reckoning
from evenhand.schemes.grade_sentences import grade_name, level_name
from evenhand.schemes.phrases import day_text, listed, number_text, points_text, signed_text
from evenhand.schemes.scheme import Grade, Scheme
from evenhand.scoring.outlook import Bound, Ending, Falling, Outlook
from evenhand.scoring.standing import Standing


def to_come(voice: Voice, reckoning: Reckoning, ahead: Outlook) -> Iterator[Said]:
    """Say what is to come, under a heading."""
    texts = list(outlook_texts(reckoning, ahead))
    if not texts:
        return
    yield Said("")
    yield Said(
        voice.pick("今后（其间没有别的变化时）：", "What is to come, if nothing else happens:")
    )
    for text in texts:
        yield Said(voice(text), "- ", "  ")


def outlook_texts(reckoning: Reckoning, ahead: Outlook) -> Iterator[Text]:
    """The sentences of an outlook."""
    scheme, standing = reckoning.in_force.scheme, reckoning.explanation.standing
    if ahead.next is not None:
        yield from _next(scheme, ahead.next, standing)
    elif scheme.scale.peers is None:
        last = scheme.in_force.last
        if last is not None:
            day = day_text(last)
            yield Text(
                zh=f"到{day.zh}办法终止时，计入的信息都还有效。",
                en=f"Everything that counts now still counts when the rules end on {day.en}.",
            )
    yield from _changes(scheme, ahead)
    yield from _distances(scheme, ahead)
    yield from _turns(scheme, ahead)
    yield from _stage(ahead)


def _next(scheme: Scheme, ending: Ending, now: Standing) -> Iterator[Text]:
    day = day_text(ending.on)
    for index, falling in enumerate(ending.falling):
        yield _falling(scheme, falling, day) if not index else _also(scheme, falling)
    points, level = signed_text(ending.then.points), _level(scheme, ending.then)
    same = ending.then.grade == now.grade
    still = ("仍为", "still ") if same else ("变为", "")
    if ending.then.grade is None:
        yield Text(zh=f"那时{points.zh}，不评等级。", en=f"It is then {points.en}, no level.")
        return
    yield Text(
        zh=f"那时{points.zh}，等级{still[0]}{level.zh}。",
        en=f"It is then {points.en}, {still[1]}level {level.en}.",
    )


def _falling(scheme: Scheme, falling: Falling, day: Text) -> Text:
    named, record = _named(scheme, falling), falling.record
    if falling.then:
        title, now, then = _factor(scheme, falling.factor), _change(falling.now), falling.then
        return Text(
            zh=f"最先变化的是“{title.zh}”（{record}）：{day.zh}起由{now.zh}改为{_change(then).zh}。",
            en=f'First, from {day.en} "{title.en}" ({record}) counts {_change(then).en}, '
            f"now {now.en}.",
        )
    return Text(
        zh=f"最先到期的是{named.zh}：{day.zh}起不再计入。",
        en=f"First, {named.en} ends: from {day.en} it counts no more.",
    )


def _also(scheme: Scheme, falling: Falling) -> Text:
    named, record = _named(scheme, falling), falling.record
    if falling.then:
        title, now, then = _factor(scheme, falling.factor), _change(falling.now), falling.then
        return Text(
            zh=f"同日“{title.zh}”（{record}）由{now.zh}改为{_change(then).zh}。",
            en=f'On the same day "{title.en}" ({record}) counts {_change(then).en}, now {now.en}.',
        )
    return Text(zh=f"同日{named.zh}也不再计入。", en=f"On the same day {named.en} ends too.")


def _named(scheme: Scheme, falling: Falling) -> Text:
    """A record that ends, by its line, its number and its points where it has some of its own."""
    title, record = _factor(scheme, falling.factor), falling.record
    if not falling.now:
        return Text(zh=f"“{title.zh}”（{record}）", en=f'"{title.en}" ({record})')
    now = _change(falling.now)
    return Text(zh=f"“{title.zh}”（{record}，{now.zh}）", en=f'"{title.en}" ({record}, {now.en})')


def _change(points: int) -> Text:
    said = number_text(points)
    return Text(
        zh=f"{'减' if points < 0 else '加'}{said.zh}分", en=f"{'-' if points < 0 else '+'}{said.en}"
    )


def _changes(scheme: Scheme, ahead: Outlook) -> Iterator[Text]:
    then = ahead.changes
    if then is None or (ahead.next is not None and then == ahead.next.then):
        return
    day, points, level = day_text(then.clocks.as_of), signed_text(then.points), _level(scheme, then)
    if then.grade is None:
        yield Text(
            zh=f"{day.zh}起不评等级（{points.zh}）。",
            en=f"From {day.en} there is no level ({points.en}).",
        )
        return
    yield Text(
        zh=f"{day.zh}起等级变为{level.zh}（{points.zh}）。",
        en=f"From {day.en} the level is {level.en} ({points.en}).",
    )


def _distances(scheme: Scheme, ahead: Outlook) -> Iterator[Text]:
    unit = _rank if scheme.scale.peers is not None else points_text
    if ahead.better is not None:
        yield _to_better(scheme, ahead.better, unit(ahead.better.away))
    if ahead.worse is not None:
        yield _to_worse(scheme, ahead.worse, unit(ahead.worse.away))


def _to_better(scheme: Scheme, bound: Bound, away: Text) -> Text:
    name, start = _name(bound.grade), _start(scheme, bound)
    if scheme.scale.better == "higher":
        return Text(
            zh=f"等级{name.zh}从{start.zh}起，还差{away.zh}。",
            en=f"Level {name.en} begins at {start.en}: {away.en} to go.",
        )
    return Text(
        zh=f"低于{start.zh}为等级{name.zh}，{_above(bound, away).zh}。",
        en=f"Level {name.en} lies below {start.en}: {_above(bound, away).en}.",
    )


def _above(bound: Bound, away: Text) -> Text:
    if not bound.away:
        return Text(zh="现在刚好在线上", en="the points are just on the line")
    return Text(zh=f"现高出{away.zh}", en=f"{away.en} above that now")


def _to_worse(scheme: Scheme, bound: Bound, away: Text) -> Text:
    name, start = _name(bound.grade), _start(scheme, bound)
    if scheme.scale.better == "higher":
        return Text(
            zh=f"低于{start.zh}为等级{name.zh}，{_above(bound, away).zh}。",
            en=f"Level {name.en} lies below {start.en}: {_above(bound, away).en}.",
        )
    return Text(
        zh=f"达到{start.zh}为等级{name.zh}，还差{away.zh}。",
        en=f"Level {name.en} begins at {start.en}: {away.en} away.",
    )


def _turns(scheme: Scheme, ahead: Outlook) -> Iterator[Text]:
    by_level: dict[str | None, list[tuple[RecordId, str, Standing]]] = {}
    for turn in ahead.turns:
        found = (turn.record, turn.factor, turn.without)
        by_level.setdefault(turn.without.grade, []).append(found)
    for turned in by_level.values():
        named = [
            Text(zh=f"“{title.zh}”（{record}）", en=f'"{title.en}" ({record})')
            for record, factor, _ in turned
            for title in (_factor(scheme, factor),)
        ]
        which, level = listed(named, last_zh="或", last_en=" or "), _level(scheme, turned[0][2])
        if turned[0][2].grade is None:
            yield Text(
                zh=f"如果单单没有{which.zh}，就不评等级。",
                en=f"Without {which.en} alone there would be no level.",
            )
            continue
        yield Text(
            zh=f"如果单单没有{which.zh}，等级就是{level.zh}。",
            en=f"Without {which.en} alone the level would be {level.en}.",
        )


def _stage(ahead: Outlook) -> Iterator[Text]:
    if ahead.stage is None:
        return
    stage, away = ahead.stage
    start, left = signed_text(stage.start), points_text(away)
    yield Text(
        zh=f"到{start.zh}时轮到“{stage.title.zh}”，还差{left.zh}。",
        en=f'The step "{stage.title.en}" comes at {start.en}: {left.en} away.',
    )


def _level(scheme: Scheme, standing: Standing) -> Text:
    return level_name(scheme, standing.grade)


def _name(grade: Grade) -> Text:
    return grade_name(grade)


def _start(scheme: Scheme, bound: Bound) -> Text:
    return _rank(bound.start) if scheme.scale.peers is not None else signed_text(bound.start)


def _rank(rank: int) -> Text:
    said = number_text(rank)
    return Text(zh=f"位次{said.zh}", en=f"rank {said.en}")


def _factor(scheme: Scheme, name: str) -> Text:
    for factor in scheme.factors:
        if factor.factor == name:
            return factor.title
    return Text(zh=name, en=name)
