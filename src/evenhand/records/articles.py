"""Grade a record by the article that its document cites; nothing in a sheet says how serious it is (RF-8)."""

from __future__ import annotations

import re
from typing import Final

from evenhand.records.document_findings import DOC_ARTICLE_MISSING, DOC_ARTICLE_UNKNOWN
from evenhand.records.nearest import Nearest
from evenhand.records.row_notes import RowNotes
from evenhand.rights.floor import enforces
from evenhand.sources.catalogue import CitedArticle, Severity, TypeRule
from evenhand.sources.contract import plain_head

_SEVERAL: Final = re.compile(r"[;；\n]")
_ORDER: Final[tuple[Severity, ...]] = ("minor", "moderate", "serious")


class Grading:
    """The articles of one record type, found by what a document says."""

    def __init__(self, rule: TypeRule | None) -> None:
        articles = rule.articles if rule else ()
        self._known = {plain_head(article.cites): article for article in articles}
        self._nearest = Nearest(article.cites for article in articles)
        self._read: dict[str, CitedArticle | None] = {}

    @enforces("RF-8")
    def grade(self, article: str, column: int | None, notes: RowNotes) -> CitedArticle | None:
        """Say what citing an article means; of several articles the mildest speaks.

        An article that the catalogue does not grade is a warning; a type that grades none asks for
        none.
        """
        if not self._known:
            return None
        if not article:
            notes.find(DOC_ARTICLE_MISSING, column)
            return None
        if article not in self._read:
            self._read[article] = self._mildest(article)
        graded = self._read[article]
        if graded is None:
            nearest = self._nearest.to(article)
            notes.find(DOC_ARTICLE_UNKNOWN, column, read=article[:200], nearest=nearest)
        return graded

    def _mildest(self, article: str) -> CitedArticle | None:
        parts = (plain_head(part) for part in (article, *_SEVERAL.split(article)))
        found = [self._known[part] for part in parts if part in self._known]
        return min(found, key=lambda known: _ORDER.index(known.severity), default=None)
