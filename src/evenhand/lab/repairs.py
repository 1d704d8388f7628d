"""What mended penalties of the model city: paid, put right, or annulled on review.

A correction names the document that it corrects. One annulment names a document that nobody ever
delivered: the register must say so and keep the row in its queue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from evenhand.kernel.ids import RecordType
from evenhand.kernel.periods import ONE_DAY
from evenhand.lab.chance import Chance
from evenhand.lab.facts import FIRST, LAST, Fact, reported_after
from evenhand.sources.catalogue import Catalogue

PAID_IN_A_THOUSAND: Final = 550
PUT_RIGHT_IN_A_THOUSAND: Final = 300
ANNULLED_IN_A_THOUSAND: Final = 12
SERIOUS_ANNULLED: Final = 3
UNKNOWN_DOCUMENT: Final = "临市监食罚〔2025〕9999号"


def repair_facts(seed: int, penalties: Sequence[Fact], catalogue: Catalogue) -> Iterator[Fact]:
    """Yield the corrections of a city's penalties.

    Of the planted penalties only some serious ones are annulled, which then lead to no list.
    """
    chance = Chance(seed, "repairs")
    performed = catalogue.types[RecordType("penalty_performed")].affects
    serious = [fact for fact in penalties if fact.plan == "serious"]
    annulled = {
        fact.document for fact in chance.sample(serious, min(SERIOUS_ANNULLED, len(serious) // 4))
    }
    for fact in penalties:
        if fact.document in annulled:
            yield _correction(chance, "penalty_annulled", fact, "serious and annulled")
        elif fact.plan and fact.plan != "serious":
            continue
        elif not fact.plan and chance.happens(ANNULLED_IN_A_THOUSAND):
            yield _correction(chance, "penalty_annulled", fact)
        else:
            if fact.record in performed and chance.happens(PAID_IN_A_THOUSAND):
                yield _correction(chance, "penalty_performed", fact)
            if chance.happens(PUT_RIGHT_IN_A_THOUSAND):
                yield _correction(chance, "rectification_confirmed", fact)
    known = next(fact for fact in penalties if fact.record == "food_safety_penalty")
    stray = _correction(chance, "penalty_annulled", known, "unknown document")
    yield replace(stray, document=UNKNOWN_DOCUMENT)


def _correction(chance: Chance, record: str, of: Fact, plan: str = "") -> Fact:
    first = max(of.decided_on + 15 * ONE_DAY, FIRST)
    on = chance.working_day(min(first, LAST), LAST)
    return Fact(
        record=record,
        authority=of.authority,
        subject=of.subject,
        document=of.document,
        decided_on=on,
        reported=reported_after(chance, on),
        plan=plan,
    )
