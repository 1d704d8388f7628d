"""Consents of a delivered worksheet: entered by the clerk who delivered it, waiting for a second."""

from __future__ import annotations

from collections.abc import Sequence

from evenhand.kernel.canonical import Json
from evenhand.kernel.ids import SchemeId
from evenhand.keys.vault import Chance
from evenhand.pipeline.consenting import form_commitment, names_of, words_recorded
from evenhand.pipeline.knowledge import Knowledge
from evenhand.pipeline.opened import Opened
from evenhand.pipeline.residents import version_signed
from evenhand.records.statement import ConsentAct
from evenhand.relational.ledger import SYSTEM, Draft
from evenhand.rights.floor import enforces
from evenhand.schemes.consent_words import ConsentWords, consent_words
from evenhand.sources.delivery import Delivery


@enforces("RF-1")
def consents_entered(
    opened: Opened,
    knowledge: Knowledge,
    taken: Delivery,
    acts: Sequence[ConsentAct],
    chance: Chance,
) -> list[Draft]:
    """Turn the rows of a worksheet of forms into events; only who signed a form gets a number.

    A form whose number was entered before is passed over: delivered again, it brings nobody back. A
    withdrawal counts at once; of somebody whom the register does not know nothing is recorded.
    """
    if not acts:
        return []
    vault, authority = opened.register.vault, taken.contract.authority
    forms = {act: form_commitment(vault, authority, act.form) for act in acts}
    joining = [a for a in acts if a.act == "given" and forms[a] not in knowledge.agreed.forms]
    wanted = [("resident", person, "resident") for person in sorted({a.person for a in joining})]
    vault.enrol(wanted, chance)  # type: ignore[arg-type]
    signed = _Words(opened, knowledge)
    drafts: list[Draft] = []
    fresh = set(joining)
    for act in acts:
        subject = vault.subject_of("resident", act.person)
        if subject is None or (act.act == "given" and act not in fresh):
            continue
        body: dict[str, Json] = {
            "scheme": act.scheme,
            "since": act.on.isoformat(),
            "form": forms[act],
            "delivery": act.support.delivery,
        }
        if act.act == "withdrawn":
            body |= names_of(knowledge, vault, subject, act.scheme)
            drafts.append(Draft("consent.withdrawn", act.scheme, SYSTEM, body))
        elif (words := signed.of(act)) is not None:
            body |= {"subject": str(subject), "version": words.version, "words": words.digest}
            drafts.append(Draft("consent.entered", act.scheme, SYSTEM, body))
    return [*signed.recorded, *drafts]


class _Words:
    """The words that forms of a day stand on, each made once.

    Attributes:
        recorded: Events for words that no event has yet.
    """

    def __init__(self, opened: Opened, knowledge: Knowledge) -> None:
        self._opened = opened
        self._knowledge = knowledge
        self._made: dict[tuple[SchemeId, str], ConsentWords] = {}
        self.recorded: list[Draft] = []

    def of(self, act: ConsentAct) -> ConsentWords | None:
        """The words that were public on the day of the signature."""
        made = version_signed(self._knowledge, act.scheme, act.on)
        if made is None:
            return None
        key = (made.scheme, made.version)
        if key not in self._made:
            words = consent_words(self._opened.scheme(made), self._opened.catalogue)
            self._made[key] = words
            self.recorded += words_recorded(self._knowledge, words)
        return self._made[key]
