"""Judgements combine, and nothing but a person's word links anybody (RF-16)."""

from __future__ import annotations

from itertools import product

import pytest

from evenhand.identity.judgement import Judgement, identities, judged
from evenhand.kernel.ids import SubjectId
from evenhand.relational.events import Event
from tests.unit.records.deliveries import NOW

SAME, DIFFERENT, UNSURE = Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE
W1, W2, A, B = (SubjectId(n) for n in (1, 2, 10, 11))


def events(*found: tuple[SubjectId, SubjectId, Judgement]) -> list[Event]:
    made = []
    for seq, (waiting, subject, judgement) in enumerate(found, 1):
        draft = judged(waiting, subject, judgement, "officer-li", "核对")
        made.append(Event(seq, NOW, draft.kind, draft.topic, draft.actor, draft.body, "", "", ""))
    return made


@pytest.mark.parametrize("a", list(Judgement))
def test_same_changes_nothing_and_unsure_swallows_all(a: Judgement) -> None:
    assert SAME + a == a + SAME == a
    assert UNSURE + a == a + UNSURE == UNSURE


def test_two_differences_tell_nothing() -> None:
    assert DIFFERENT + DIFFERENT == UNSURE


@pytest.mark.parametrize(("a", "b", "c"), list(product(Judgement, repeat=3)))
def test_judgements_combine_in_any_order(a: Judgement, b: Judgement, c: Judgement) -> None:
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)


def test_each_finding_has_words_in_both_languages() -> None:
    assert [j.title.en for j in Judgement] == [
        "the same subject",
        "different subjects",
        "cannot tell",
    ]


def test_a_number_means_itself_until_a_person_finds_otherwise() -> None:
    found = identities(events((W1, A, SAME)))
    assert found.subject(W1) == A
    assert found.subject(W2) == W2


def test_the_last_finding_counts() -> None:
    assert identities(events((W1, A, SAME), (W1, B, SAME))).subject(W1) == B
    assert identities(events((W1, A, SAME), (W1, A, UNSURE))).subject(W1) == W1
    found = identities(events((W1, A, SAME), (W1, A, DIFFERENT)))
    assert found.subject(W1) == W1
    assert found.apart == {(W1, A)}
    assert identities(events((W1, A, DIFFERENT), (W1, A, SAME))).apart == frozenset()


def test_a_difference_to_another_subject_undoes_nothing() -> None:
    assert identities(events((W1, A, SAME), (W1, B, DIFFERENT))).subject(W1) == A


@pytest.mark.parametrize("judgement", [DIFFERENT, UNSURE])
def test_floor_rf_16_anything_but_same_links_nobody(judgement: Judgement) -> None:
    assert identities(events((W1, A, judgement))).meant == {}
