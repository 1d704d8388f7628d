"""Draw the lists and publish them: what is in force, field by allowed field, signed."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from evenhand.cases.case import CASE_KINDS
from evenhand.kernel.canonical import Json
from evenhand.kernel.errors import BadInput, NotLawfulNow
from evenhand.kernel.ids import CaseId, ListId, SchemeId
from evenhand.kernel.periods import Day, Moment
from evenhand.kernel.text import Text
from evenhand.kernel.two_clocks import day_in_favour
from evenhand.keys.signing import PrivateKey, PublicKey
from evenhand.lists.disclose import Disclosed, disclose_all
from evenhand.lists.draw import draw
from evenhand.lists.entry import Entry
from evenhand.lists.tally import no_cases, tally
from evenhand.pipeline.auditing import refuse_unlawful
from evenhand.pipeline.dossiers import identified
from evenhand.pipeline.knowledge import Knowledge, Publicised
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.publication_keys import keys_file, refuse_other_key
from evenhand.publication.edition import EditionContent, PublicList, PublicScheme, Publisher
from evenhand.publication.manifest import LONGEST_USE, RegisterCard
from evenhand.publication.publish import (
    PublishedEdition,
    current_edition,
    current_number,
    publish,
    read_past,
    withdraw,
)
from evenhand.publication.sign import NoteKey
from evenhand.publication.verify import VerifyReport
from evenhand.relational.ledger import SYSTEM, Draft, Event
from evenhand.rights.floor import enforces
from evenhand.schemes.scheme import ListRule, Scheme
from evenhand.schemes.sentences import say


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who publishes: the name of the log and of the key, and the key."""

    origin: str
    key: PrivateKey


def entries_in_force(opened: Opened, on: Day, known_at: Moment) -> tuple[Entry, ...]:
    """The entries in force on a day by what was known at a moment; suspended ones are not.

    Of what is asked about now, an entry whose term is over by the witness's clock is not in force
    either, whatever the register's own clock says and whether or not the day was run.
    """
    knowledge = opened.knowledge(known_at)
    events = opened.register.ledger.read(kinds=CASE_KINDS, known_at=known_at)
    over = ended_by_witness(opened, on, known_at)
    drawn = draw(events, on, _schemes(opened, knowledge))
    return tuple(entry for entry in drawn if entry.case not in over)


@enforces("RF-12")
def ended_by_witness(opened: Opened, on: Day, known_at: Moment) -> frozenset[CaseId]:
    """Cases whose entry is over by the witness's clock, and not yet by the register's own."""
    desk = opened.desk
    desk.catch_up()
    if known_at < desk.now(known_at) or on < desk.today(known_at):
        return frozenset()
    return frozenset(
        case
        for case, state in desk.states.items()
        if state.serves_on(on)
        and state.effect is not None
        and day_in_favour(
            state.effect.start, on, desk.witnessed.witnessed_since(case, "case.took_effect")
        )
        not in state.effect
    )


def publish_edition(
    opened: Opened, imprint: Imprint, at: Moment
) -> tuple[PublishedEdition, VerifyReport]:
    """Publish what is in force now, verify it as a stranger would, record it.

    An edition that a crash left published and not recorded is made again as of its own moment, which
    gives the same bytes, and is recorded.

    Raises:
        BadInput: When the register is one of study, or the key is a person's.
        Conflict: When another key published before.
        ProofFailed: When a monitor finds an invariant broken in the ledger, or what was written does
            not verify; nothing is published then.
    """
    kind = opened.register.settings.kind
    if kind == "reproduction":
        raise BadInput(
            Text(
                zh="研究用的登记库不能公布名单。",
                en="A register of study can publish nothing.",
            )
        )
    with opened.register.lock():
        editions = list(opened.register.ledger.read(kinds=("edition.published",)))
        refuse_other_key(opened, imprint.origin, imprint.key.public)
        _refuse_a_persons_key(opened, imprint)
        refuse_unlawful(opened)
        target, key = opened.register.editions, NoteKey(imprint.origin, imprint.key.public)
        recorded = int(str(editions[-1].body["number"])) if editions else 0
        past = read_past(target, recorded, _key_of(editions[-1])) if recorded else None
        unrecorded = None
        if current_number(target) == recorded + 1:
            unrecorded = current_edition(target, key)
        if unrecorded is not None:
            at = unrecorded.manifest.made_at
        content = _content(opened, imprint, recorded + 1, at, kind)
        secret = hmac.new(
            opened.register.vault.document_key, b"evenhand/edition salts", hashlib.sha256
        ).digest()
        edition, report = publish(target, content, Publisher(imprint.key, secret), past)
        body: dict[str, Json] = {
            "number": edition.number,
            "origin": imprint.origin,
            "key": str(imprint.key.public),
            "checkpoint": edition.note.decode(),
            "manifest": hashlib.sha256(edition.manifest.as_bytes()).hexdigest(),
            "entries": report.entries,
        }
        once = (f"edition:{edition.number}",)
        draft = Draft("edition.published", str(edition.number), SYSTEM, body, once=once)
        _withdraw_earlier(opened, edition.number)
        opened.register.ledger.append([draft], at)
    return edition, report


@enforces("RF-12")
def _withdraw_earlier(opened: Opened, current: int) -> None:
    """Take away what is readable of earlier editions, so that nobody is served what has ended.

    Their checkpoints and logs stay: salted digests that a later proof can begin from. This comes
    before the edition is recorded, so that a crash here is made good by the same command.
    """
    for folder in opened.register.editions.iterdir():
        if folder.is_dir() and folder.name.isdigit() and int(folder.name) < current:
            withdraw(opened.register.editions, int(folder.name))


def _key_of(edition: Event) -> NoteKey:
    """The key that an edition was published with."""
    return NoteKey(str(edition.body["origin"]), PublicKey.parse(str(edition.body["key"])))


def _refuse_a_persons_key(opened: Opened, imprint: Imprint) -> None:
    """Who signs an edition is the register; a person's signature says that a person decided."""
    owner = opened.desk.people.owner_of(imprint.key.public)
    if owner is not None:
        raise BadInput(
            Text(
                zh=f"这是 {owner} 本人的密钥，不能用来公布。请为登记库另备一把公布密钥。",
                en=f"This is the key of {owner}, a person. "
                "Make a key for publishing that is nobody's own.",
            )
        )


def _refuse_ended(over: frozenset[CaseId]) -> None:
    if over:
        named = ", ".join(sorted(over)[:5])
        raise NotLawfulNow(
            "witness",
            Text(
                zh=f"按见证人的时钟，这些记录已经到期：{named}。请先运行 evenhand run，再公布。",
                en=f"By the witness's clock these entries are over: {named}. Run `evenhand run` first, then "
                "publish.",
            ),
        )


def _content(
    opened: Opened,
    imprint: Imprint,
    number: int,
    at: Moment,
    kind: Literal["official", "demonstration"],
) -> EditionContent:
    settings = opened.register.settings
    knowledge, today = opened.knowledge(at), opened.today(at)
    _refuse_ended(ended_by_witness(opened, today, at))
    entries = entries_in_force(opened, today, at)
    who = identified(opened, knowledge, {entry.subject for entry in entries})
    shown, withheld = disclose_all(entries, who.get)
    made = _relevant(knowledge, entries, today, opened)
    return EditionContent(
        number=number,
        register=RegisterCard(
            settings.name, imprint.origin, kind, settings.jurisdiction, settings.time_zone
        ),
        made_at=at,
        use_until=at + LONGEST_USE,
        lists=_lists(opened, made, shown, withheld, at),
        schemes=tuple(_public_scheme(opened, one) for one in made),
        keys=keys_file(opened, imprint.origin),
    )


def _relevant(
    knowledge: Knowledge, entries: Sequence[Entry], today: Day, opened: Opened
) -> list[Publicised]:
    """Schemes in force, and every version that an entry in force was decided by."""
    used = {(entry.scheme, entry.version) for entry in entries}
    in_force = {
        (applied.scheme.scheme, applied.scheme.version)
        for applied in opened.in_force(today, knowledge)
    }
    return [knowledge.schemes[key] for key in sorted(used | in_force)]


def _lists(
    opened: Opened,
    made: Sequence[Publicised],
    shown: Sequence[Disclosed],
    withheld: dict[tuple[SchemeId, ListId], int],
    at: Moment,
) -> tuple[PublicList, ...]:
    """Every list of the schemes, empty ones too; of two versions the later one gives the title."""
    rules: dict[tuple[SchemeId, ListId], ListRule] = {}
    for one in sorted(made, key=lambda p: p.since):
        for rule in opened.scheme(one).lists:
            rules[one.scheme, rule.list] = rule
    events = opened.register.ledger.read(kinds=CASE_KINDS, known_at=at)
    figures = tally(events, opened.today(at))
    return tuple(
        PublicList(
            scheme=scheme,
            list=name,
            title=rule.title,
            kind=rule.kind,
            topic=rule.topic,
            entries=tuple(d for d in shown if (d.scheme, d.list) == (scheme, name)),
            withheld=withheld.get((scheme, name), 0),
            tally=figures.get((scheme, name)) or no_cases(),
        )
        for (scheme, name), rule in sorted(rules.items())
    )


def _public_scheme(opened: Opened, made: Publicised) -> PublicScheme:
    scheme = opened.scheme(made)
    return PublicScheme(
        scheme=scheme.scheme,
        version=scheme.version,
        title=scheme.title,
        authority=scheme.authority,
        public_since=made.since,
        first_day=scheme.in_force.start,
        last_day=scheme.in_force.last,
        file=opened.scheme_path(made).read_bytes(),
        sentences=_sentences(opened, made),
    )


@enforces("RF-13")
def _sentences(opened: Opened, made: Publicised) -> Text:
    """The rules in sentences; below them who wrote and approved them, why, until when to comment."""
    scheme = opened.scheme(made)
    zh, en = say(scheme, "zh", opened.catalogue), say(scheme, "en", opened.catalogue)
    if made.comments is None:
        return Text(zh=zh, en=en)
    first, last = made.comments
    return Text(
        zh=f"{zh}\n## 由来\n\n- 公开：{made.since}。征求意见：{first} 至 {last}。\n"
        f"- 起草：{made.author}。批准：{made.approver}。\n- 理由：{made.reasons}\n",
        en=f"{en}\n## How it came about\n\n- Public since {made.since}. Comments from {first} to "
        f"{last}.\n- Written by {made.author}, approved by {made.approver}.\n- Reasons: "
        f"{made.reasons}\n",
    )


def _schemes(opened: Opened, knowledge: Knowledge) -> dict[tuple[SchemeId, str], Scheme]:
    return {key: opened.scheme(made) for key, made in knowledge.schemes.items()}
