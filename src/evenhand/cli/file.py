"""``evenhand file``: everything that the register holds about one subject, for the subject."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from evenhand.cli.edge import clocks, now, open_at
from evenhand.cli.explain_wrap import Said, in_lines
from evenhand.cli.file_json import file_as_json
from evenhand.cli.file_page import page_of_file
from evenhand.cli.options import (
    HERE,
    KeyFile,
    MaybeKey,
    MaybePerson,
    Person,
    RegisterAt,
    hand,
    reader,
)
from evenhand.cli.voice import speaking
from evenhand.keys.signing import PublicKey
from evenhand.paper.page import Page
from evenhand.pipeline.reading import may_read_file
from evenhand.pipeline.subject_file import subject_file
from evenhand.pipeline.subject_keys import enrol_key, revoke_key

app = App(
    name="file", help="A subject's whole file; keys with which organisations prove themselves."
)

Public = Annotated[str, Parameter(name="--public", help="The organisation's public key.")]


@app.default
def show(
    subject: str,
    /,
    *,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    purpose: Annotated[
        str, Parameter(help="What the auditor reads it for; the subject is told.")
    ] = "",
    pdf: Annotated[Path | None, Parameter(help="Write it as a tagged PDF.")] = None,
    register: RegisterAt = HERE,
) -> int:
    """Everything that the register holds about a subject, and what they can do now and until when.

    A subject reads it with their own key. The auditor reads it with a purpose, and the subject sees
    that in it.

    Args:
        subject: "me" with one's own key; or a unified social credit code, a register number, S-….
    """
    voice = speaking()
    with open_at(register) as opened:
        at = now(opened)
        who = may_read_file(opened, subject, reader(as_, key, purpose), at)
        made = subject_file(opened, who, clocks(opened, None, None), at)
        page = page_of_file(voice, made, opened.catalogue)
    if pdf is not None:
        from evenhand.paper.pdf import pdf_of

        pdf.write_bytes(pdf_of(page))
        voice.tell(voice.pick(f"已写入 {pdf}", f"Written to {pdf}"))
        return 0
    if voice.as_json:
        voice.result(json.loads(json.dumps(file_as_json(made))))
        return 0
    for line in in_lines(_lines(page)):
        voice.say(line)
    return 0


@app.command(name="enrol-key")
def enrol_subject_key(
    subject: str, /, *, public: Public, as_: Person, key: KeyFile, register: RegisterAt = HERE
) -> int:
    """A clerk signs for an organisation's public key; it counts when a second clerk has signed too.

    Args:
        subject: The organisation.
    """
    voice = speaking()
    with open_at(register) as opened:
        who, wanted = opened.subject_named(subject), PublicKey.parse(public)
        event, counts = enrol_key(opened, who, wanted, hand(as_, key), now(opened))
    voice.say(f"{event.seq}  {event.kind}  {event.topic}")
    if not counts:
        voice.tell(
            voice.pick(
                "还须由同一机关的第二名报送员签名，密钥才有效。",
                "The key counts when a second clerk of the same authority has signed too.",
            )
        )
    return 0


@app.command(name="revoke-key")
def revoke_subject_key(
    subject: str, /, *, public: Public, as_: Person, key: KeyFile, register: RegisterAt = HERE
) -> int:
    """A clerk takes an organisation's key back, at once.

    Args:
        subject: The organisation.
    """
    with open_at(register) as opened:
        who, gone = opened.subject_named(subject), PublicKey.parse(public)
        event = revoke_key(opened, who, gone, hand(as_, key), now(opened))
    speaking().say(f"{event.seq}  {event.kind}  {event.topic}")
    return 0


def _lines(page: Page) -> Iterator[Said]:
    """The page for a terminal: items go on under their first word."""
    yield Said(page.title)
    yield from (Said(line) for line in page.under_title)
    for section in page.sections:
        yield Said("")
        yield Said(section.title)
        for line in section.lines:
            first, rest = {
                "paragraph": ("", ""),
                "item": ("- ", "  "),
                "under": ("    ", "      "),
            }[line.shape]
            yield Said(line.text, first, rest)
