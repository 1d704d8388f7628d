"""``evenhand key``: the register's own key for publishing, replaced in good order or revoked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from evenhand.cli.edge import now, open_at
from evenhand.cli.options import HERE, KeyFile, Person, RegisterAt, hand
from evenhand.cli.voice import speaking
from evenhand.kernel.periods import moment
from evenhand.keys.signing import PrivateKey, PublicKey
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.publication_keys import (
    Loss,
    confirm_key,
    current_key,
    replace_key,
    revoke_key,
    statements_of,
)

app = App(
    name="key",
    help="The register's own key for publishing: replace it, revoke one that is lost, list them.",
)

Origin = Annotated[str, Parameter(help="Name of the log, such as linhe.example/log.")]
NewKey = Annotated[Path, Parameter(help="File of the new key for publishing.")]


@app.command
def replace(
    *,
    old: Annotated[Path, Parameter(help="File of the key that publishes now.")],
    new: NewKey,
    origin: Origin,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """A steward replaces the key for publishing; it counts when another confirms it."""
    pair = PrivateKey.read(old), PrivateKey.read(new)
    with open_at(register) as opened:
        event = replace_key(opened, hand(as_, key), origin, pair, now(opened))
        return _said(opened, origin, event.seq)


@app.command
def revoke(
    *,
    lost: Annotated[str, Parameter(help="The public key that somebody else may have.")],
    since: Annotated[str, Parameter(help="From this moment it counts for nothing.")],
    why: Annotated[str, Parameter(help="The reason, in a sentence.")],
    new: NewKey,
    origin: Origin,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """A steward revokes a key that somebody else may have; it counts when another confirms it."""
    loss = Loss(PublicKey.parse(lost), moment(since), why)
    with open_at(register) as opened:
        fresh = PrivateKey.read(new)
        event = revoke_key(opened, hand(as_, key), origin, loss, fresh, now(opened))
        return _said(opened, origin, event.seq)


@app.command
def confirm(*, origin: Origin, as_: Person, key: KeyFile, register: RegisterAt = HERE) -> int:
    """The other steward signs what waits: that a key is replaced, or that one is revoked."""
    with open_at(register) as opened:
        event = confirm_key(opened, hand(as_, key), origin, now(opened))
        return _said(opened, origin, event.seq)


@app.command(name="list")
def list_keys(*, origin: Origin, register: RegisterAt = HERE) -> int:
    """Every key of the log: which publishes now, which was replaced or revoked, and from when."""
    voice = speaking()
    with open_at(register) as opened:
        current = current_key(opened, origin)
        rows = [
            (
                str(s.body["old"]),
                s.kind.removeprefix("key."),
                str(s.body.get("since", s.body["size"])),
            )
            for s in (one.proposal for one in statements_of(opened, origin))
        ]
    if voice.as_json:
        voice.result(
            {
                "current": None if current is None else str(current),
                "before": [{"key": k, "was": was, "from": since} for k, was, since in rows],
            }
        )
        return 0
    for key, was, since in rows:
        zh = "已替换，日志行数" if was == "announced" else "已撤销，自"
        en = "replaced at leaf" if was == "announced" else "revoked from"
        voice.say(voice.pick(f"{key}  {zh} {since}", f"{key}  {en} {since}"))
    if current is not None:
        voice.say(voice.pick(f"{current}  现用", f"{current}  publishes now"))
    return 0


def _said(opened: Opened, origin: str, seq: int) -> int:
    voice = speaking()
    made = statements_of(opened, origin)
    if made and made[-1].seq == seq:
        current = current_key(opened, origin)
        voice.say(
            voice.pick(
                f"两名管理员已签。现在的公布密钥是 {current}。请立即用它公布新版次。",
                f"Both stewards signed. The key for publishing is {current} now. Publish with it at once.",
            )
        )
        return 0
    voice.say(
        voice.pick(
            f"已签第 1 名管理员，事件 {seq}。另一名管理员用 key confirm 签。",
            f"Signed by 1 of 2 stewards, event {seq}. The other signs with `key confirm`.",
        )
    )
    return 0
