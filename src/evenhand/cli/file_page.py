"""A subject's file as a page, zh and en: what needs them first, then everything that there is."""

from __future__ import annotations

from collections.abc import Iterator

from evenhand.cases.case import State
from evenhand.cases.endings import WHY
from evenhand.cases.letter_parts import said_day
from evenhand.cases.words import HOW, OUTCOME, STAGE, STATUS
from evenhand.cli.explain_lines import made_of
from evenhand.cli.file_words import ANSWER, DOING, HEADINGS, KINDS, LETTER, happened_in_words
from evenhand.cli.voice import Voice
from evenhand.kernel.periods import Day, Moment
from evenhand.kernel.text import Text
from evenhand.paper.page import Line, Page, Section, one_line
from evenhand.pipeline.subject_file import MUST, CaseInFile, Happened, RecordInFile, SubjectFile
from evenhand.sources.catalogue import Catalogue


def page_of_file(voice: Voice, file: SubjectFile, catalogue: Catalogue) -> Page:
    """Write the file."""
    parts = (
        _in_effect(voice, file),
        _can(voice, file),
        _cases(voice, file),
        _standings(voice, file, catalogue),
        _records(voice, file),
        _consents(voice, file),
        _looks(voice, file),
        (_event(voice, event) for event in file.events),
    )
    none = Line(voice.pick("没有。", "None."))
    sections = tuple(
        Section(heading.said_in(voice.language), tuple(lines) or (none,))
        for heading, lines in zip(HEADINGS, parts, strict=True)
    )
    return Page(voice.language, _title(voice, file), _head(voice, file), sections)


def answer_first(voice: Voice, file: SubjectFile) -> str:
    """The first sentence: what needs the subject, and until when."""
    must = [can for can in file.can if can.doing in MUST]
    if must:
        first = must[0].until
        day = "—" if first is None else said_day(first, voice.language)
        key = "one" if len(must) == 1 else "many"
        return voice(ANSWER[key], count=len(must), day=day)
    return voice(ANSWER["in_effect" if file.in_effect else "none"], count=len(file.in_effect))


def _title(voice: Voice, file: SubjectFile) -> str:
    return voice.pick(f"信用档案　{file.name}".rstrip("　"), f"File {file.name}".rstrip())


def _head(voice: Voice, file: SubjectFile) -> tuple[str, ...]:
    day = said_day(file.on, voice.language)
    kind = KINDS[file.kind].said_in(voice.language) if file.kind in KINDS else file.kind
    numbers = ", ".join(map(str, file.numbers))
    code = "" if file.identifier is None else file.identifier[1]
    return (
        answer_first(voice, file),
        voice.pick(
            f"{kind}，主体编号{numbers}{'，' if code else ''}{code}。",
            f"{kind}, number {numbers}{', ' if code else ''}{code}.",
        ),
        voice.pick(
            f"{day}，登记至第{file.head}号。登记库关于您的一切都在这里，查看不收费。",
            f"{day}, up to event {file.head} of the ledger. This is everything that the register holds "
            "about you. It costs nothing to see it.",
        ),
    )


def _in_effect(voice: Voice, file: SubjectFile) -> Iterator[Line]:
    for case in file.in_effect:
        effect = case.state.effect
        last = None if effect is None else effect.last
        title = case.content.list.said_in(voice.language)
        until = _day(voice, last)
        yield Line(
            voice.pick(
                f"{title}：到{until}止，由{case.content.authority.zh}决定（{case.state.facts.case}）。",
                f"{title}: until {until}, decided by {case.content.authority.en} "
                f"({case.state.facts.case}).",
            ),
            "item",
        )


def _can(voice: Voice, file: SubjectFile) -> Iterator[Line]:
    for can in file.can:
        until = "" if can.until is None else _day(voice, can.until)
        yield Line(voice(DOING[can.doing], case=can.case, until=until), "item")
    yield Line(
        voice.pick(
            "哪条信息不对，随时可以要求更正：不收费，30天内答复。",
            "Whichever record is wrong, you can ask at any time that it is corrected: free, and answered "
            "within 30 days.",
        ),
        "item",
    )


def _cases(voice: Voice, file: SubjectFile) -> Iterator[Line]:
    for case in file.cases:
        state = case.state
        yield Line(
            f"{state.facts.case}  {case.content.list.said_in(voice.language)}: "
            f"{STATUS[state.status].said_in(voice.language)}{_why(voice, state)}",
            "item",
        )
        yield from (Line(line, "under") for line in _course(voice, case))


def _course(voice: Voice, case: CaseInFile) -> Iterator[str]:
    """What happened in one case, line by line."""
    state, language = case.state, voice.language
    yield voice.pick(
        f"规则：{case.content.scheme.zh}（{case.content.version}版）。{case.content.rule.zh}",
        f"Rule: {case.content.scheme.en}, version {case.content.version}. {case.content.rule.en}",
    )
    yield voice.pick("依据：", "Rests on: ") + ", ".join(map(str, state.facts.records))
    for of, day in (
        (Text(zh="提议", en="Proposed"), state.proposed_on),
        (Text(zh="告知书制作", en="Notice made"), state.noticed_on),
        (Text(zh="送达", en="Delivered"), state.delivered_on),
        (Text(zh="可异议至", en="You can object until"), state.object_until),
        (Text(zh="机关须决定至", en="The authority decides by"), state.decide_until),
        (Text(zh="放弃异议期", en="Time to object waived"), state.waived_on),
        (Text(zh="生效", en="In effect from"), state.effect.start if state.effect else None),
        (Text(zh="最后一日", en="Last day"), state.effect.last if state.effect else None),
    ):
        if day is not None:
            yield voice.pick(f"{of.zh}：", f"{of.en}: ") + said_day(day, language)
    for attempt in state.attempts:
        yield f"{said_day(attempt.delivered_on, language)}: {HOW[attempt.how].said_in(language)}"
    for o in state.objections:
        yield f"{o.objection}, {said_day(o.on, language)}: {one_line(o.text)}"
        yield voice.pick("答复：", "Answer: ") + one_line(o.answer or "—")
    for made in (*state.decisions, *state.reviews):
        stage, outcome = STAGE[made.stage], OUTCOME[made.outcome]
        yield (
            f"{stage.said_in(language)}, {said_day(made.on, language)}, {made.by}: "
            f"{outcome.said_in(language)}. {one_line(made.reasons)}"
        )
    if state.suspension is not None:
        review = said_day(state.suspension.review_until, language)
        yield voice.pick(f"已中止，须复审至：{review}", f"Suspended; to be reviewed by {review}")
    for letter in case.letters:
        title = LETTER[letter.kind].said_in(language)
        yield f"{voice.pick('信件', 'Letter')} {letter.seq}: {title}, {said_day(letter.on, language)}"


def _standings(voice: Voice, file: SubjectFile, catalogue: Catalogue) -> Iterator[Line]:
    for reckoning in file.standings:
        yield Line(reckoning.in_force.scheme.title.said_in(voice.language), "item")
        for said in made_of(voice, reckoning, catalogue):
            text = f"{said.first.strip()} {said.text}".strip()
            if text:
                yield Line(text, "under")


def _records(voice: Voice, file: SubjectFile) -> Iterator[Line]:
    for record in file.records:
        facts, said = record.facts, record.said
        if said is None:
            yield Line(f"{facts.record}  {facts.type}", "item")
            continue
        day = said_day(facts.happened, voice.language)
        article = one_line(said.article) or "—"
        yield Line(
            f"{facts.record}  {said.title.said_in(voice.language)}, {one_line(said.document)}, "
            f"{said.authority.said_in(voice.language)}, {day}, {article}",
            "item",
        )
        yield from (Line(line, "under") for line in _source(voice, record))
        for value in said.values:
            field = value.field.said_in(voice.language)
            yield Line(f"{field}: {one_line(value.original)} [{value.cell}]", "under")


def _source(voice: Voice, record: RecordInFile) -> Iterator[str]:
    """Where a record came from and what became of it."""
    received = record.received
    if received is not None:
        day = _day(voice, record.received_on)
        yield voice.pick(
            f"来源：{received.source}，批次{received.delivery}，{day}收到",
            f"Source: {received.source}, delivery {received.delivery}, received {day}",
        )
    if record.facts.waits:
        yield voice.pick(
            "身份待人核对，不计入", "Whom it means waits for a person; it counts for nothing"
        )
    if record.in_doubt:
        yield voice.pick("有争议，不作不利计算", "In dispute; it counts for nothing against you")
    if record.replaced_by:
        by = ", ".join(map(str, record.replaced_by))
        yield voice.pick(f"已被{by}更正", f"Corrected by {by}; it counts for nothing any more")


def _consents(voice: Voice, file: SubjectFile) -> Iterator[Line]:
    for consent in file.consents:
        since = said_day(consent.since, voice.language)
        gone = consent.withdrawn
        tail = (
            voice.pick("有效", "in force")
            if gone is None
            else voice.pick(f"已于{_moment(gone)}退出", f"withdrawn {_moment(gone)}")
        )
        yield Line(
            f"{consent.scheme} {consent.version}: {since}, {tail}".replace(" :", ":"), "item"
        )


def _looks(voice: Voice, file: SubjectFile) -> Iterator[Line]:
    for look in file.looks:
        yield _event(voice, look)
    if not file.looks:
        yield Line(voice.pick("没有人查看过您的档案。", "Nobody has looked at your file."))


def _event(voice: Voice, event: Happened) -> Line:
    what = happened_in_words(event.kind).said_in(voice.language)
    purpose = str(event.body.get("purpose", ""))
    about = event.topic if event.topic[:2] in ("C-", "R-", "D-") else ""
    tail = "".join(f", {one_line(part)}" for part in (about, purpose) if part)
    return Line(f"{event.seq}  {_moment(event.at)}  {what}, {event.actor}{tail}", "item")


def _why(voice: Voice, state: State) -> str:
    if not state.why:
        return ""
    said = WHY[state.why].said_in(voice.language) if state.why in WHY else state.why
    return voice.pick(f"（{said}）", f" ({said})")


def _day(voice: Voice, day: Day | None) -> str:
    return "—" if day is None else said_day(day, voice.language)


def _moment(at: Moment) -> str:
    return at.strftime("%Y-%m-%d %H:%MZ")
