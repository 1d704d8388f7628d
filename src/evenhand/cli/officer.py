"""``evenhand officer``: keys, enrolment, revocation, the public register of people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from evenhand.cases.enrol import Enrolment, countersign, enrol, revoke
from evenhand.cases.founder_keys import confirm_own_key, replace_own_key
from evenhand.cases.lost_keys import LostKey, report_lost
from evenhand.cases.people import COOLING, ENROLLED, TITLES, Tenure
from evenhand.cli.edge import chance, now, open_at
from evenhand.cli.options import HERE, KeyFile, Person, RegisterAt, hand
from evenhand.cli.voice import speaking
from evenhand.kernel.canonical import digest
from evenhand.kernel.ids import AuthorityId, PersonId
from evenhand.kernel.periods import Moment, moment, said
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey, PublicKey
from evenhand.pipeline.opened import Opened, unknown

app = App(name="officer", help="People: keys, enrolment, revocation, the officer register.")

_ACCOUNT = Text(zh="账号", en="account")

RoleName = Literal["clerk", "officer", "reviewer"]
Natural = Annotated[str, Parameter(name="--natural", help="Which natural person, as a reference.")]
Authority = Annotated[str, Parameter(name="--authority", help="Whose clerk or officer.")]
Public = Annotated[str, Parameter(name="--public-key", help="Their public key, ed25519:….")]


@app.command
def key(file: Path, /) -> int:
    """Make a private key in a file that only you can read, and print the public key.

    Args:
        file: Where to write the private key; nothing may be there.
    """
    made = PrivateKey.from_chance(chance(32))
    made.write(file)
    speaking().say(str(made.public))
    return 0


@app.command(name="enrol")
def enrol_person(
    person: str,
    /,
    *,
    role: RoleName,
    authority: Authority,
    natural: Natural,
    public_key: Public,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """A steward signs an enrolment; it takes two stewards and the auditor.

    Args:
        person: The account to enrol.
        role: What they are enrolled for.
    """
    with open_at(register) as opened:
        wanted = _enrolment(opened, person, role, (authority, natural, public_key))
        event = enrol(opened.desk, hand(as_, key), wanted, now(opened))
        signed = len(opened.desk.people.pending[wanted.person][_named(opened, wanted)].stewards)
    voice = speaking()
    voice.say(
        voice.pick(
            f"已签第 {signed} 名管理员，事件 {event.seq}。两名管理员签后由审计员会签。",
            f"Signed by {signed} of 2 stewards, event {event.seq}. After two the auditor countersigns.",
        )
    )
    return 0


@app.command(name="countersign")
def countersign_person(
    person: str,
    /,
    *,
    role: RoleName,
    authority: Authority,
    natural: Natural,
    public_key: Public,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """The auditor countersigns what two stewards signed; it counts seven days later.

    Args:
        person: The account to enrol.
        role: What they are enrolled for.
    """
    with open_at(register) as opened:
        wanted = _enrolment(opened, person, role, (authority, natural, public_key))
        event = countersign(opened.desk, hand(as_, key), wanted, now(opened))
    voice = speaking()
    since = said(event.at + COOLING)
    voice.say(voice.pick(f"自 {since} 起有效。", f"It counts from {since}."))
    return 0


@app.command(name="revoke")
def revoke_person(
    person: str,
    /,
    *,
    why: Annotated[str, Parameter(help="The reason, in a sentence.")],
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """One steward revokes a person; it counts at once.

    Args:
        person: The account to revoke.
    """
    with open_at(register) as opened:
        event = revoke(opened.desk, hand(as_, key), PersonId.parse(person), why, now(opened))
    voice = speaking()
    voice.say(voice.pick(f"已撤销，事件 {event.seq}。", f"Revoked, event {event.seq}."))
    return 0


@app.command(name="lost")
def lost_key(
    person: str,
    /,
    *,
    since: Annotated[str, Parameter(help="The first moment at which it may have been lost.")],
    why: Annotated[str, Parameter(help="The reason, in a sentence.")],
    public_key: Annotated[
        str | None, Parameter(help="Which key, ed25519:…; the person's last when left out.")
    ] = None,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """One steward reports that somebody else may have a person's key; it counts at once, and backwards.

    What the key signed from that moment on counts no more. Cases before their effect lose it; entries
    in effect are suspended until two other officers have reviewed them.

    Args:
        person: The account whose key it is.
    """
    voice = speaking()
    account = PersonId.parse(person)
    with open_at(register) as opened:
        last = opened.desk.people.last_tenure(account)
        if public_key is None and last is None:
            raise unknown(person, tuple(opened.desk.people.tenures), _ACCOUNT)
        named = last.key if public_key is None and last else PublicKey.parse(public_key or "")
        lost = LostKey(account, named, moment(since), why)
        events = report_lost(opened.desk, hand(as_, key), lost, now(opened))
    suspended = sum(e.kind == "case.suspended" for e in events)
    void = sum(e.kind == "case.signatures_void" for e in events)
    if voice.as_json:
        voice.result({"event": events[0].seq, "suspended": suspended, "void": void})
        return 0
    voice.say(
        voice.pick(
            f"已撤销这把密钥，事件 {events[0].seq}。中止记录 {suspended} 条，{void} 个案件须重新办理。",
            f"The key is revoked, event {events[0].seq}. Entries suspended: {suspended}. Cases in which "
            f"people have to act again: {void}.",
        )
    )
    return 0


@app.command(name="replace-key")
def replace_own(
    *,
    new: Annotated[Path, Parameter(help="File of your new key.")],
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """A steward or the auditor replaces their own key; the old key and the new one sign.

    It counts when another of the three confirms it.
    """
    made = PrivateKey.read(new)
    with open_at(register) as opened:
        event = replace_own_key(opened.desk, hand(as_, key), made, now(opened))
    voice = speaking()
    voice.say(
        voice.pick(
            f"已签署，事件 {event.seq}。请当面把新公钥 {made.public} 告诉另一名管理员或审计员，由其用 "
            "officer confirm-key 确认。",
            f"Signed, event {event.seq}. Tell the other steward or the auditor the new public key, "
            f"{made.public}, face to face; they confirm it with `officer confirm-key`.",
        )
    )
    return 0


@app.command(name="confirm-key")
def confirm_own(
    person: str,
    /,
    *,
    public_key: Annotated[str, Parameter(help="The new key as they told it to you.")],
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """Another steward, or the auditor, confirms a steward's or the auditor's new key.

    Args:
        person: The account whose key is replaced.
    """
    account, new = PersonId.parse(person), PublicKey.parse(public_key)
    with open_at(register) as opened:
        event = confirm_own_key(opened.desk, hand(as_, key), account, new, now(opened))
    voice = speaking()
    voice.say(
        voice.pick(
            f"{account} 的密钥现在是 {new}（事件 {event.seq}）。旧密钥不再有效，请销毁。",
            f"The key of {account} is {new} now, event {event.seq}. The old one signs nothing any "
            "more; destroy it.",
        )
    )
    return 0


@app.command(name="list")
def list_people(*, register: RegisterAt = HERE) -> int:
    """The public register of people: who holds which office, since when, with which key."""
    voice = speaking()
    with open_at(register) as opened:
        people, at = opened.desk.people, now(opened)
        founders = (f.person for f in (*people.founders.stewards, people.founders.auditor))
        accounts = (*founders, *sorted(people.tenures))
        everybody = [held for person in accounts for held in people.of(person)]
    if voice.as_json:
        voice.result(
            [
                {
                    "person": t.person,
                    "role": t.role,
                    "authority": t.authority,
                    "key": str(t.key),
                    "since": said(t.since) if t.since.year > 1 else None,
                    "until": None if t.until is None else said(t.until),
                }
                for t in everybody
            ]
        )
        return 0
    heads = ("账号 person", "职务 role", "机关 authority", "状态 state", "公钥 key")
    voice.table(
        heads,
        (
            (
                t.person,
                TITLES[t.role].said_in(voice.language),
                t.authority or "—",
                _state(t, at, voice.language),
                str(t.key),
            )
            for t in everybody
        ),
    )
    return 0


def _state(tenure: Tenure, at: Moment, language: str) -> str:
    if tenure.holds(at):
        return "在任" if language == "zh" else "in office"
    if tenure.role not in ENROLLED:
        return "已换用新密钥" if language == "zh" else "key replaced"
    if tenure.until is not None:
        return "已撤销" if language == "zh" else "revoked"
    return "等待期" if language == "zh" else "waiting"


def _enrolment(
    opened: Opened, person: str, role: RoleName, rest: tuple[str, str, str]
) -> Enrolment:
    authority, natural, public_key = rest
    there = opened.catalogue.authorities
    if authority not in there:
        raise unknown(authority, tuple(there), Text(zh="主管部门", en="authority"))
    return Enrolment(
        PersonId.parse(person),
        natural,
        role,
        AuthorityId.parse(authority),
        PublicKey.parse(public_key),
    )


def _named(opened: Opened, wanted: Enrolment) -> str:
    opened.desk.catch_up()
    return digest(wanted.content(opened.desk.people))
