"""``evenhand consent``: the words, forms on paper by two clerks, and what residents do with their key."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from evenhand.cli.edge import chance, now, open_at
from evenhand.cli.options import HERE, KeyFile, OutFile, Person, RegisterAt, hand
from evenhand.cli.voice import speaking
from evenhand.kernel.errors import BadInput
from evenhand.kernel.ids import RecordId
from evenhand.kernel.text import Text
from evenhand.keys.signing import PrivateKey
from evenhand.pipeline.consenting import confirm_form, confirm_worksheet, enter, words_now
from evenhand.pipeline.letters import write_letters
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.own_acts import give, refuse_record, withdraw
from evenhand.records.paper_form import LARGEST_FORM, PaperForm, read_form
from evenhand.relational.ledger import Event

app = App(name="consent", help="Consent: its words, paper forms, a resident's own acts.")

OwnKey = Annotated[Path, Parameter(name="--key", help="File of the resident's own private key.")]
FormFile = Annotated[Path, Parameter(name="--form", help="The form as this clerk typed it, JSON.")]
MaybeForm = Annotated[
    Path | None, Parameter(name="--form", help="The form as this clerk typed it, JSON.")
]
Worksheet = Annotated[
    Path | None, Parameter(name="--worksheet", help="The delivered worksheet of forms itself.")
]


@app.command
def words(scheme: str, /, *, register: RegisterAt = HERE) -> int:
    """Print the words that whoever joins a scheme agrees to, and their digest.

    Args:
        scheme: A scheme that residents opt in to.
    """
    voice = speaking()
    with open_at(register) as opened:
        made = words_now(opened, scheme, now(opened))
    if voice.as_json:
        voice.result(
            {
                "scheme": made.scheme,
                "version": made.version,
                "words": made.digest,
                "zh": made.text.zh,
                "en": made.text.en,
            }
        )
        return 0
    for line in voice(made.text).splitlines():
        voice.say(line)
    voice.say(f"{voice.pick('摘要', 'digest')}: {made.digest}")
    return 0


@app.command(name="enter")
def enter_form(*, form: FormFile, as_: Person, key: KeyFile, register: RegisterAt = HERE) -> int:
    """A clerk enters a paper form: to join waits for a second clerk, to leave counts at once."""
    voice = speaking()
    with open_at(register) as opened:
        read = _form(opened, form)
        event = enter(opened, hand(as_, key), read, now(opened), chance)
    if event.kind == "consent.withdrawn":
        voice.say(
            voice.pick(
                f"已退出，立即生效，事件 {event.seq}。",
                f"Left; it counts at once. Event {event.seq}.",
            )
        )
        return 0
    voice.say(
        voice.pick(
            f"已登记，事件 {event.seq}。另一名报送员核对原表并确认后才生效，30天内有效。",
            f"Entered, event {event.seq}. Nothing counts until another clerk has read the form and "
            "confirmed it, within 30 days.",
        )
    )
    return 0


@app.command
def confirm(
    *,
    form: MaybeForm = None,
    worksheet: Worksheet = None,
    as_: Person,
    key: KeyFile,
    register: RegisterAt = HERE,
) -> int:
    """A second clerk confirms a form that they typed themselves, or all forms of a worksheet."""
    voice = speaking()
    if (form is None) == (worksheet is None):
        raise BadInput(
            Text(
                zh="请写明确认什么：--form 表 或 --worksheet 工作表，二者之一。",
                en="Say what you confirm: --form FILE or --worksheet FILE, one of the two.",
            )
        )
    with open_at(register) as opened:
        who, at = hand(as_, key), now(opened)
        if form is not None:
            event = confirm_form(opened, who, _form(opened, form), at)
        else:
            event = confirm_worksheet(opened, who, _bytes(worksheet), at)
    count = event.body["forms"]
    voice.say(
        voice.pick(
            f"已确认 {count} 份，自即日起生效，事件 {event.seq}。",
            f"Confirmed: {count}. It counts from now on. Event {event.seq}.",
        )
    )
    return 0


@app.command
def letters(*, out: OutFile, as_: Person, key: KeyFile, register: RegisterAt = HERE) -> int:
    """Write out the letters to residents about confirmed forms; here they are gone then."""
    voice = speaking()
    with open_at(register) as opened:
        written = write_letters(opened, hand(as_, key), out, now(opened))
    for path in written:
        voice.say(str(path))
    voice.tell(voice.pick(f"{len(written)} 封信", f"{len(written)} letters"))
    return 0


@app.command(name="give")
def give_consent(
    scheme: str,
    /,
    *,
    words: Annotated[str, Parameter(help="Digest of the words that you have read.")],
    key: OwnKey,
    register: RegisterAt = HERE,
) -> int:
    """A resident joins with their own key, or agrees to what a new version counts.

    Args:
        scheme: The scheme.
    """
    with open_at(register) as opened:
        event = give(opened, PrivateKey.read(key), scheme, words, now(opened))
    _done(event, "你已同意", "You have agreed")
    return 0


@app.command(name="withdraw")
def withdraw_consent(scheme: str, /, *, key: OwnKey, register: RegisterAt = HERE) -> int:
    """A resident leaves with their own key; it counts at once, about every day.

    Args:
        scheme: The scheme.
    """
    with open_at(register) as opened:
        event = withdraw(opened, PrivateKey.read(key), scheme, now(opened))
    _done(event, "你已退出，立即生效；数据由下一次运行删除", "You have left; it counts at once")
    return 0


@app.command(name="refuse-record")
def refuse(record: str, /, *, key: OwnKey, register: RegisterAt = HERE) -> int:
    """A resident refuses a record in their favour; it counts no more, and the next run erases it.

    Args:
        record: The record's number, R-….
    """
    with open_at(register) as opened:
        number = RecordId.parse(record)
        event = refuse_record(opened, PrivateKey.read(key), number, now(opened))
    _done(event, "这一条不再计分", "The record counts no more")
    return 0


def _done(event: Event, zh: str, en: str) -> None:
    voice = speaking()
    voice.say(voice.pick(f"{zh}。事件 {event.seq}。", f"{en}. Event {event.seq}."))


def _form(opened: Opened, path: Path) -> PaperForm:
    data = _bytes(path, LARGEST_FORM + 1)
    return read_form(data, opened.today(now(opened)))


def _bytes(path: Path | None, most: int = -1) -> bytes:
    try:
        with Path(str(path)).open("rb") as file:
            return file.read(most)
    except OSError as fault:
        raise BadInput(
            Text(
                zh=f"无法读取 {path}：{fault.strerror}。",
                en=f"{path} cannot be read: {fault.strerror}.",
            )
        ) from None
