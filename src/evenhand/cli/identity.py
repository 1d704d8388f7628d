"""``evenhand identity``: whom waiting records were found to mean, and taking such a finding back."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import App, Parameter

from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, MaybeKey, MaybePerson, RegisterAt, maybe_hand
from evenhand.cli.record import DryRun, Reasons
from evenhand.cli.undone import print_done
from evenhand.cli.voice import speaking
from evenhand.identity.judgement import JUDGED, Judgement, identities
from evenhand.kernel.ids import RecordId
from evenhand.pipeline.correcting import Act, undo_identity
from evenhand.relational.facts import records_about

app = App(name="identity", help="Whom records mean: findings of people, and taking one back.")


@app.command(name="list")
def list_identities(*, register: RegisterAt = HERE) -> int:
    """Records whose identity a person confirmed, with the subject that they were found to mean."""
    voice = speaking()
    with open_at(register) as opened:
        meant = identities(opened.register.ledger.read(kinds=(JUDGED,))).meant
        segments = opened.knowledge().segments
        about = records_about(opened.register.evidence, segments, list(meant)) if meant else []
        rows = sorted((str(facts.record), str(meant[facts.subject])) for facts in about)
    if voice.as_json:
        voice.result([{"record": record, "subject": subject} for record, subject in rows])
        return 0
    heads = ("信息", "主体") if voice.language == "zh" else ("record", "subject")
    voice.table(heads, rows)
    return 0


@app.command
def undo(
    record: str,
    /,
    *,
    reasons: Reasons,
    finding: Annotated[
        Literal["different", "unsure"],
        Parameter(help="It is somebody else, or it cannot be told."),
    ] = "different",
    dry_run: DryRun = False,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """Take a confirmed identity back: the record waits again and counts for nobody.

    Args:
        record: The record.
    """
    with open_at(register) as opened:
        act = Act(maybe_hand(as_, key), now(opened), dry_run)
        done = undo_identity(opened, act, RecordId.parse(record), reasons, Judgement(finding))
    return print_done(speaking(), done)
