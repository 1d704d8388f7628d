"""``evenhand scheme``: propose, publish, list and show what is public; two people sign each scheme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, MaybeKey, MaybePerson, RegisterAt, maybe_hand
from evenhand.cli.scheme_compare import print_comparison
from evenhand.cli.voice import Voice, speaking
from evenhand.kernel.canonical import Json
from evenhand.kernel.periods import day
from evenhand.pipeline.compare import candidate
from evenhand.pipeline.founding import publish_scheme
from evenhand.pipeline.knowledge import Publicised
from evenhand.pipeline.proposing import Motives, propose_scheme
from evenhand.schemes.scheme import Scheme

Reasons = Annotated[str, Parameter(help="Why it is made, in sentences; they become public.")]
Until = Annotated[
    str | None,
    Parameter(help="Last day of comments, 2026-06-30; else the day before it takes effect."),
]
Instead = Annotated[
    str | None,
    Parameter(help="What it replaces: FILE, NAME or NAME@VERSION; else its own public version."),
]
AsFile = Annotated[bool, Parameter(name="--file", help="Print the file itself.", negative=())]


def propose(
    file: Path,
    /,
    *,
    reasons: Reasons = "",
    comments_until: Until = None,
    instead_of: Instead = None,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """Propose a scheme: its author signs the file, the reasons and what it changes.

    The author is an officer of the scheme's authority, or a steward while that authority has no
    officer in office. It is compared with the version that is public, and printed for whoever is to
    approve it. It is not public until a steward, another person, publishes the same file.

    Args:
        file: The file.
    """
    voice = speaking()
    until = None if comments_until is None else day(comments_until)
    with (
        open_at(register) as opened,
        voice.progress(voice.pick("比较", "Compare")) as advance,
    ):
        scheme, compared, findings = propose_scheme(
            opened,
            (file.read_bytes(), str(file)),
            Motives(reasons, until, instead_of),
            now(opened),
            maybe_hand(as_, key),
            advance,
        )
    voice.findings(findings)
    if voice.as_json:
        said: dict[str, Json] = {"scheme": scheme.scheme, "version": scheme.version}
        said |= {"digest": scheme.digest, "comparison": None}
        if compared is not None:
            said["comparison"] = {**compared.as_json(), "digest": compared.digest()}
        voice.result(said)
        return 0
    if compared is not None:
        print_comparison(voice, compared)
    name = f"{scheme.scheme} {scheme.version}"
    voice.say(
        voice.pick(
            f"{name} 已由起草人签名提出；另一名管理员用 evenhand scheme publish 批准后公布。",
            f"{name} is proposed and signed by its author. It becomes public when a steward, another "
            "person, approves it: evenhand scheme publish",
        )
    )
    return 0


def publish(
    file: Path,
    /,
    *,
    as_: MaybePerson = None,
    key: MaybeKey = None,
    register: RegisterAt = HERE,
) -> int:
    """Make a proposed scheme public; nothing from before that day counts against anyone.

    A steward approves exactly the file that its author signed. In a register of study nobody signs.

    Args:
        file: The file.
    """
    voice = speaking()
    with open_at(register) as opened:
        at = now(opened)
        scheme, findings = publish_scheme(
            opened, file.read_bytes(), str(file), at, maybe_hand(as_, key)
        )
        made = opened.knowledge().schemes[scheme.scheme, scheme.version]
    voice.findings(findings)
    voice.say(
        voice.pick(
            f"{scheme.title.zh}（{scheme.scheme} {scheme.version}）自 {made.since} 起公开，"
            f"{scheme.in_force.start} 起生效。",
            f"{scheme.title.en} ({scheme.scheme} {scheme.version}) is public from {made.since}, "
            f"in force from {scheme.in_force.start}.",
        )
    )
    if made.comments is not None:
        first, last = made.comments
        voice.say(voice.pick(f"征求意见：{first} 至 {last}。", f"Comments from {first} to {last}."))
    return 0


def list_schemes(*, register: RegisterAt = HERE) -> int:
    """Schemes that are public in a register, with the day from which each counts."""
    voice = speaking()
    with open_at(register) as opened:
        made = sorted(opened.knowledge().schemes.values(), key=lambda m: (m.scheme, m.since))
        rows = [(m, opened.scheme(m)) for m in made]
    if voice.as_json:
        voice.result([_said(m, scheme) for m, scheme in rows])
        return 0
    heads = (
        ("办法", "版本", "名称", "公开", "生效") if voice.language == "zh"
        else ("scheme", "version", "title", "public since", "in force from")
    )  # fmt: skip
    voice.table(
        heads,
        (
            (m.scheme, m.version, voice(s.title), m.since.isoformat(), s.in_force.start.isoformat())
            for m, s in rows
        ),
    )
    return 0


def show(
    scheme: str,
    /,
    *,
    file: AsFile = False,
    register: RegisterAt = HERE,
) -> int:
    """Show one public scheme: who wrote and approved it, why, comments, what it changed.

    Args:
        scheme: NAME for the version in force today, or else the latest; or NAME@VERSION.
    """
    voice = speaking()
    with open_at(register) as opened:
        found = candidate(opened, scheme, opened.today(now(opened)), public_only=True)
        made = found.public
        data = b"" if made is None else opened.scheme_path(made).read_bytes()
    if made is None:
        return 0
    if file:
        voice.say(data.decode().removesuffix("\n"))
    elif voice.as_json:
        voice.result(_said(made, found.scheme))
    else:
        _print(voice, made, found.scheme)
    return 0


def _said(made: Publicised, scheme: Scheme) -> dict[str, Json]:
    last = scheme.in_force.last
    comments = made.comments
    return {
        "scheme": made.scheme,
        "version": made.version,
        "public_since": made.since.isoformat(),
        "in_force_from": scheme.in_force.start.isoformat(),
        "in_force_until": None if last is None else last.isoformat(),
        "emergency": scheme.emergency,
        "digest": made.digest,
        "author": made.author,
        "approver": made.approver,
        "reasons": made.reasons,
        "comments": None
        if comments is None
        else {"first": comments[0].isoformat(), "last": comments[1].isoformat()},
        "comparison": None if made.comparison is None else dict(made.comparison),
    }


def _print(voice: Voice, made: Publicised, scheme: Scheme) -> None:
    voice.say(f"{voice(scheme.title)} ({made.scheme} {made.version})")
    last = scheme.in_force.last or voice.pick("不定", "no last day")
    rows = [
        (voice.pick("公开", "public since"), str(made.since)),
        (voice.pick("生效", "in force"), f"{scheme.in_force.start} – {last}"),
    ]
    if made.comments is not None:
        rows.append(
            (voice.pick("征求意见", "comments"), f"{made.comments[0]} – {made.comments[1]}")
        )
    rows += [
        (voice.pick("起草", "author"), made.author or "—"),
        (voice.pick("批准", "approver"), made.approver or "—"),
        (voice.pick("理由", "reasons"), made.reasons or "—"),
        (voice.pick("变动", "changes"), _changes(voice, made.comparison)),
        (voice.pick("摘要", "digest"), made.digest),
    ]
    wide = max(len(head) for head, _ in rows)
    for head, said in rows:
        voice.say(f"{head:<{wide}}  {said}")


def _changes(voice: Voice, comparison: Mapping[str, Json] | None) -> str:
    if comparison is None:
        return voice.pick("首个版本，无可比较", "the first of its kind; nothing to compare")
    moves, cause = comparison["moves"], comparison["cause"]
    if not isinstance(moves, Mapping) or not isinstance(cause, Mapping):
        return "—"
    return voice.pick(
        f"与 {comparison['old']} 相比：{moves['moved']} 个主体等级改变，其中提高 {moves['better']}，"
        f"降低 {moves['worse']}。{cause['zh']}",
        f"beside {comparison['old']}: {moves['moved']} move, {moves['better']} up, {moves['worse']} "
        f"down. {cause['en']}",
    )
