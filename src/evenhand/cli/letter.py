"""``evenhand case letters`` and ``case letter``: every letter that a case owes its subject."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from evenhand.cases.letters import Letter, letters_of, page_of
from evenhand.cli.edge import now, open_at
from evenhand.cli.file_words import LETTER
from evenhand.cli.options import HERE, MaybeKey, MaybeOut, MaybePerson, RegisterAt, reader
from evenhand.cli.voice import speaking
from evenhand.kernel.errors import BadInput
from evenhand.kernel.text import Text
from evenhand.pipeline.dossiers import contents_of
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.reading import Reader, may_read_case


def letters(
    case: str,
    /,
    *,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """The letters of a case so far, each by the number of the event that it is about.

    Args:
        case: The case.
    """
    voice = speaking()
    with open_at(register) as opened:
        written = _written(opened, case, reader(as_, key))
    if voice.as_json:
        voice.result([{"event": w.seq, "kind": w.kind, "on": w.on.isoformat()} for w in written])
        return 0
    heads = ("登记号", "日期", "信件") if voice.language == "zh" else ("event", "day", "letter")
    rows = ((str(w.seq), w.on.isoformat(), voice(LETTER[w.kind])) for w in written)
    voice.table(heads, rows, "rll")
    return 0


def letter(
    case: str,
    /,
    *,
    event: Annotated[
        int | None, Parameter(help="About this event; without it the last letter.")
    ] = None,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    out: MaybeOut = None,
    register: RegisterAt = HERE,
) -> int:
    """One letter of a case, as text or as a tagged PDF.

    Args:
        case: The case.
        out: File for the letter; .pdf gives a tagged PDF, anything else the text.
    """
    with open_at(register) as opened:
        written = _written(opened, case, reader(as_, key))
    fitting = [w for w in written if event in (None, w.seq)]
    if not fitting:
        raise BadInput(
            Text(
                zh=f"案件 {case} 没有这封信件。用 case letters 查看全部信件。",
                en=f"Case {case} has no such letter. See them all with `case letters`.",
            )
        )
    write_letter(fitting[-1].text, out)
    return 0


def write_letter(said: Text, out: Path | None) -> None:
    """Print a letter in the language of the call, or write it as text or as PDF."""
    voice = speaking()
    if out is None:
        voice.say(voice(said))
    elif out.suffix == ".pdf":
        from evenhand.paper.pdf import pdf_of

        out.write_bytes(pdf_of(page_of(voice(said), voice.language)))
    else:
        out.write_text(voice(said) + "\n", encoding="utf-8")


def _written(opened: Opened, case: str, who: Reader) -> tuple[Letter, ...]:
    state = may_read_case(opened, case, who, now(opened))
    content = contents_of(opened, opened.knowledge(), [state])[state.facts.case]
    calendar = opened.desk.calendar_of(state.facts)
    return letters_of(opened.register.ledger.read(topic=case), content, calendar)
