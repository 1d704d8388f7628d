"""The words of consent: made from the scheme, others for another scheme; none where nobody is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evenhand.kernel.text import Text
from evenhand.schemes.consent_words import consent_words
from evenhand.schemes.phrases import Titles
from evenhand.schemes.read import read_scheme
from evenhand.schemes.scheme import Scheme
from evenhand.schemes.sentences import say
from evenhand.sources.catalogue import Catalogue
from evenhand.sources.read_catalogue import read_catalogue
from tests.conftest import ROOT

SHIPPED = ROOT / "src/evenhand/shipped/schemes/linhe"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


def scheme(catalogue: Catalogue, name: str = "linhe-osmanthus") -> Scheme:
    path = SHIPPED / f"{name}.yaml"
    return read_scheme(path.read_bytes(), path.name, catalogue)


def test_rf_1_the_words_name_every_type_that_is_counted_and_all_sentences(
    catalogue: Catalogue,
) -> None:
    made = scheme(catalogue)
    words = consent_words(made, catalogue)
    for kind in made.reads():
        title = Titles(catalogue).type(kind)
        assert title.zh in words.text.zh.splitlines()[2]
        assert title.en in words.text.en.splitlines()[2]
    assert words.text.zh.endswith(say(made, "zh", catalogue))
    assert words.text.en.endswith(say(made, "en", catalogue))


def test_the_same_scheme_has_the_same_digest_and_any_other_another(catalogue: Catalogue) -> None:
    made = scheme(catalogue)
    digests = {
        consent_words(made, catalogue).digest,
        consent_words(scheme(catalogue), catalogue).digest,
    }
    assert len(digests) == 1
    for other in (
        replace(made, version="9"),
        replace(made, factors=made.factors[1:]),
        replace(made, title=Text(zh="别的", en="Another")),
    ):
        digests.add(consent_words(other, catalogue).digest)
    assert len(digests) == 4


def test_nobody_is_asked_for_a_scheme_that_is_no_matter_of_consent(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="linhe-compliance asks nobody for consent"):
        consent_words(scheme(catalogue, "linhe-compliance"), catalogue)
