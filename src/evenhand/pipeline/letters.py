"""Letters to residents about a form that was confirmed in their name: queued, written out, gone.

No address is kept: the letter is sealed under the resident's own key, together with the commitment to
the form, lies in ``letters/`` until a clerk writes it out for the post, and is removed then. Erasure
destroys the key, so that a copy of it in a backup opens never again.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from evenhand.cases.hand import Hand
from evenhand.kernel.canonical import Json, canonical
from evenhand.kernel.errors import Conflict
from evenhand.kernel.ids import SubjectId
from evenhand.kernel.periods import Moment
from evenhand.kernel.text import Text
from evenhand.keys.sealing import seal, unseal
from evenhand.pipeline.acts import CLERK, needed, signed_act
from evenhand.pipeline.opened import Opened
from evenhand.records.paper_form import PaperForm
from evenhand.relational.durable import make_folder_durably, remove_durably, write_durably
from evenhand.relational.ledger import Draft
from evenhand.rights.floor import enforces
from evenhand.schemes.scheme import Scheme


@enforces("RF-4")
def queue_letter(
    opened: Opened, entry: str, subject: SubjectId, form: PaperForm, scheme: Scheme
) -> None:
    """Seal the letter about one form; the caller holds the register's lock."""
    folder = opened.register.letters
    make_folder_durably(folder)
    said: Json = {"authority": scheme.authority, "text": letter_about(form, subject, scheme)}
    sealed = seal(opened.register.vault.key_of(subject), canonical(said), _bound(entry))
    write_durably(folder / entry, sealed)


def letter_about(form: PaperForm, subject: SubjectId, scheme: Scheme) -> str:
    """What the resident is told: what was confirmed in their name, and how to undo it."""
    key = f"\n登记的公钥 · public key enrolled: {form.key}" if form.key else ""
    return f"""{form.name}
{form.address}

编号 form: {form.form}    签署日 signed: {form.signed}
您在登记库中的编号 your number in the register: {subject}{key}

两名经办人员核对了以您的名义签署的同意书：您自即日起参加“{scheme.title.zh}”（版本{scheme.version}）。
如果您没有签过，请立即告知：用书面表退出，一名经办人员登记后立即生效，并请求查明。
不参加或退出不减少您的任何权利。文本摘要：{form.words}

Two clerks have read a consent that was signed in your name. From now on you take part in
"{scheme.title.en}", version {scheme.version}.
If you did not sign it, tell us: a form that leaves, entered by one clerk, counts at once; and ask that it
be looked into. Not to take part, or to leave, takes no right from you.
Digest of the words: {form.words}
"""


def write_letters(opened: Opened, hand: Hand, out: Path, at: Moment) -> tuple[Path, ...]:
    """Write out the letters that wait for a clerk's authority, record that, and remove them here.

    Raises:
        NotPermitted: When no clerk in office signs.
        Conflict: When a letter of that name is in the folder already.
    """
    with opened.register.lock():
        opened.desk.catch_up()
        tenure = opened.desk.people.tenure(hand.person, opened.desk.now(at))
        if tenure is None or tenure.role != "clerk":
            raise needed(CLERK)
        agreed, numbers = opened.knowledge().agreed, opened.register.vault.identifiers("resident")
        written: dict[str, Path] = {}
        for entry, subject in sorted(agreed.letters.items()):
            path = opened.register.letters / entry
            if subject not in numbers or not path.is_file():
                continue
            key = opened.register.vault.key_of(subject)
            said = json.loads(unseal(key, path.read_bytes(), _bound(entry)))
            if said["authority"] == tenure.authority:
                written[entry] = _written(out, f"letter-{entry[:12]}.txt", said["text"])
        if written:
            body: dict[str, Json] = {"forms": list(written)}
            draft = Draft("consent.letters_sent", "letters", "", body)
            signed = signed_act(opened, hand, draft, at, (CLERK, tenure.authority))
            opened.register.ledger.append([signed], at)
        for entry in written:
            remove_durably(opened.register.letters / entry)
    return tuple(written.values())


def clear_letters(opened: Opened) -> None:
    """Remove letters that were written out, or whose addressee was erased; under the lock."""
    folder = opened.register.letters
    if not folder.is_dir():
        return
    waiting = opened.knowledge().agreed.letters
    numbers = opened.register.vault.identifiers("resident")
    for path in sorted(folder.iterdir()):
        if waiting.get(path.name) not in numbers:
            remove_durably(path)


def _written(out: Path, name: str, text: str) -> Path:
    out.mkdir(parents=True, exist_ok=True)
    path = out / name
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Conflict(
            Text(
                zh=f"{path} 已存在，不会覆盖。请换一个文件夹。",
                en=f"{path} is there already and is not overwritten. Name another folder.",
            )
        ) from None
    with os.fdopen(file, "w", encoding="utf-8") as opened:
        opened.write(text)
    return path


def _bound(entry: str) -> bytes:
    return f"letter {entry}".encode()
