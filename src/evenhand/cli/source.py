"""``evenhand source``: contracts of worksheets: add, list, show, template, quality, retire."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, MaybeKey, MaybePerson, OutFile, RegisterAt, maybe_hand
from evenhand.cli.undone import print_done
from evenhand.cli.voice import speaking
from evenhand.kernel.ids import SourceId
from evenhand.pipeline.correcting import Act, retire_source
from evenhand.pipeline.founding import add_source
from evenhand.pipeline.returns import source_returns
from evenhand.sources.template import template as make_template

app = App(name="source", help="Source contracts: add, list, show, template, quality, retire.")


@app.command
def add(
    *files: Path, as_: MaybePerson = None, key: MaybeKey = None, register: RegisterAt = HERE
) -> int:
    """Put source contracts in use; a steward signs for each.

    Args:
        files: The contracts.
    """
    voice = speaking()
    with open_at(register) as opened:
        who = maybe_hand(as_, key)
        for file in files:
            contract = add_source(opened, file.read_bytes(), str(file), now(opened), who)
            voice.say(f"{contract.source}  {voice(contract.title)}")
    return 0


@app.command(name="list")
def list_sources(*, register: RegisterAt = HERE) -> int:
    """Sources in use, with their authority and cadence."""
    voice = speaking()
    with open_at(register) as opened:
        knowledge = opened.knowledge()
        contracts = [opened.contract(source, knowledge) for source in sorted(knowledge.sources)]
        titles = {name: a.title for name, a in opened.catalogue.authorities.items()}
    if voice.as_json:
        voice.result(
            [
                {"source": c.source, "authority": c.authority, "every": str(c.every)}
                for c in contracts
            ]
        )
        return 0
    heads = (
        ("数据源", "名称", "主管部门", "周期") if voice.language == "zh"
        else ("source", "title", "authority", "every")
    )  # fmt: skip
    voice.table(
        heads,
        ((c.source, voice(c.title), voice(titles[c.authority]), str(c.every)) for c in contracts),
    )
    return 0


@app.command
def show(source: str, /, *, register: RegisterAt = HERE) -> int:
    """The contract of one source, as it is in use.

    Args:
        source: The source.
    """
    with open_at(register) as opened:
        contract = opened.contract(SourceId.parse(source), opened.knowledge())
        path = opened.register.sources / f"{contract.source}.yaml"
        speaking().say(path.read_text(encoding="utf-8"))
    return 0


@app.command
def retire(
    source: str,
    /,
    *,
    reasons: Annotated[str, Parameter(name="--reasons", help="Why it is believed no longer.")],
    dry_run: Annotated[
        bool,
        Parameter(
            name="--dry-run", negative=(), help="Print all that would be undone; record nothing."
        ),
    ] = False,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """Believe a source no longer: nothing more comes in from it, all that came is in doubt.

    Args:
        source: The source.
    """
    with open_at(register) as opened:
        act = Act(maybe_hand(as_, key), now(opened), dry_run)
        done = retire_source(opened, act, SourceId.parse(source), reasons)
    return print_done(speaking(), done)


@app.command
def template(
    source: str,
    /,
    *,
    out: OutFile,
    version: Annotated[str, Parameter(help="Version of the layout; the last one.")] = "",
    register: RegisterAt = HERE,
) -> int:
    """Write the empty workbook of a source: heads, drop-downs, text columns, a version cell.

    Args:
        source: The source.
    """
    voice = speaking()
    with open_at(register) as opened:
        contract = opened.contract(SourceId.parse(source), opened.knowledge())
        out.write_bytes(make_template(contract, opened.catalogue, version or None))
    voice.say(str(out))
    return 0


@app.command
def quality(
    *,
    silent: Annotated[bool, Parameter(help="Only sources that are overdue.")] = False,
    register: RegisterAt = HERE,
) -> int:
    """Figures of each source, to be returned to its authority, and which has fallen silent."""
    voice = speaking()
    with open_at(register) as opened:
        returns = [r for r in source_returns(opened, now(opened)) if r.silent or not silent]
    if voice.as_json:
        voice.result(
            [
                {
                    "source": r.contract.source,
                    "authority": r.contract.authority,
                    "deliveries": r.deliveries,
                    "last": None if r.last is None else r.last.isoformat(),
                    "silent_since": None if r.silent is None else r.silent.isoformat(),
                    "quality": r.quality.said(),
                }
                for r in returns
            ]
        )
        return 0
    heads = (
        ("数据源", "批次", "入库率", "完整率", "及时率", "逾期自") if voice.language == "zh"
        else ("source", "deliveries", "taken", "complete", "timely", "silent since")
    )  # fmt: skip
    voice.table(
        heads,
        (
            (
                r.contract.source,
                f"{r.deliveries:,}",
                _share(r.quality.load()),
                _share(r.quality.completeness()),
                _share(r.quality.timeliness()),
                "" if r.silent is None else r.silent.isoformat(),
            )
            for r in returns
        ),
        "lrrrrl",
    )
    return 0


def _share(ten_thousandths: int | None) -> str:
    return "—" if ten_thousandths is None else f"{ten_thousandths / 100:.2f} %"
