"""``evenhand record``: say that a record is wrong, and undo everything that rested on it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from evenhand.cli.edge import now, open_at
from evenhand.cli.letter import write_letter
from evenhand.cli.options import (
    HERE,
    MaybeKey,
    MaybeOut,
    MaybePerson,
    RegisterAt,
    maybe_hand,
    reader,
)
from evenhand.cli.undone import print_done
from evenhand.cli.voice import number_of, speaking
from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import RecordId
from evenhand.kernel.text import Text
from evenhand.pipeline.consequences import letter_of
from evenhand.pipeline.correcting import Act, correct, dispute, settle_doubt
from evenhand.pipeline.reading import may_read_correction, may_read_doubts

app = App(name="record", help="Records: dispute, settle, correct; everything that rested on one.")

DryRun = Annotated[
    bool,
    Parameter(
        name="--dry-run", negative=(), help="Print all that would be undone; record nothing."
    ),
]
Reasons = Annotated[str, Parameter(name="--reasons", help="The reasons, in your own words.")]


@app.command(name="list")
def list_open(*, as_: MaybePerson = None, key: MaybeKey = None, register: RegisterAt = HERE) -> int:
    """Records in doubt, and corrections that were made, each with what it undid.

    For those of the records' authority, by a signed request; the auditor sees all.
    """
    voice = speaking()
    with open_at(register) as opened:
        doubtful, made = may_read_doubts(opened, reader(as_, key), now(opened))
        why = {record: sorted(opened.desk.doubts.open(record)) for record in doubtful}
    if voice.as_json:
        voice.result(
            {
                "in_doubt": [{"record": str(r), "why": list(why[r])} for r in doubtful],
                "corrections": [
                    {k: v for k, v in event.body.items() if k != "letter"} for event in made
                ],
            }
        )
        return 0
    voice.table(
        ("信息", "争议原因") if voice.language == "zh" else ("record", "in doubt for"),
        [(str(record), " ".join(why[record])) for record in doubtful],
    )
    voice.table(
        ("更正", "日期", "认定", "信息", "案件") if voice.language == "zh"
        else ("correction", "on", "found", "records", "cases"),
        [
            (e.topic, *(str(e.body[name]) for name in ("on", "found")),
             *(_count(e.body[name]) for name in ("records", "cases")))
            for e in made
        ],
        "lllrr",
    )  # fmt: skip
    zh = f"{len(doubtful)} 条有争议，{len(made)} 次更正"
    en = f"{number_of(len(doubtful), 'record')} in doubt, {number_of(len(made), 'correction')}"
    voice.tell(voice.pick(zh, en))
    return 0


@app.command(name="dispute")
def dispute_record(
    record: str,
    /,
    *,
    text: Annotated[str, Parameter(help="What the subject says.")],
    paper: Annotated[
        Path | None, Parameter(name="--paper", help="Their letter; its digest is recorded.")
    ] = None,
    dry_run: DryRun = False,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """Dispute a record for its subject; from now on it counts for nothing against them.

    Args:
        record: The record, as explanation and dossier name it.
    """
    digest = _digest(paper, dry_run)
    with open_at(register) as opened:
        act = Act(maybe_hand(as_, key), now(opened), dry_run)
        done = dispute(opened, act, RecordId.parse(record), text, digest)
    return print_done(speaking(), done)


@app.command(name="settle")
def settle_record(
    record: str,
    /,
    *,
    reasons: Reasons,
    dry_run: DryRun = False,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """Find that a disputed record stands; what was suspended takes two other officers to resume.

    Args:
        record: The record.
    """
    with open_at(register) as opened:
        act = Act(maybe_hand(as_, key), now(opened), dry_run)
        done = settle_doubt(opened, act, RecordId.parse(record), reasons)
    return print_done(speaking(), done)


@app.command(name="correct")
def correct_record(
    record: str,
    /,
    *,
    outcome: Annotated[
        Literal["retracted", "misidentified"],
        Parameter(help="It is wrong, or it is about somebody else."),
    ],
    reasons: Reasons,
    dry_run: DryRun = False,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """Find a record wrong by hand, in its subject's favour; everything that rested on it is undone.

    Args:
        record: The record.
    """
    with open_at(register) as opened:
        act = Act(maybe_hand(as_, key), now(opened), dry_run)
        done = correct(opened, act, RecordId.parse(record), outcome, reasons)
    return print_done(speaking(), done)


@app.command
def letter(
    correction: str,
    /,
    *,
    out: MaybeOut = None,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """The letter of one correction to its subject, as text or as a tagged PDF.

    Those of the authority of its records read it, the subject with their own key, and the auditor.

    Args:
        correction: The correction, as ``record list`` names it.
        out: File for the letter; .pdf gives a tagged PDF, anything else the text.
    """
    with open_at(register) as opened:
        made = may_read_correction(opened, correction, reader(as_, key), now(opened))
        said = letter_of(opened, made)
    write_letter(said, out)
    return 0


def _digest(paper: Path | None, dry_run: bool) -> str:
    """The digest of a letter; without one nothing is recorded, for nobody could prove who disputed."""
    if paper is not None:
        return hashlib.sha256(paper.read_bytes()).hexdigest()
    if dry_run:
        return ""
    raise BadInput(
        Text(
            zh="请用 --paper 指明主体的书面材料；只登记其摘要。",
            en="Name the subject's letter with --paper; only its digest is recorded.",
        )
    )


def _count(said: object) -> str:
    return str(len(said)) if isinstance(said, (list, tuple)) else "0"
