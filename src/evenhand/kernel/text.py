"""Texts that people read, always in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or title in both languages; neither may be empty."""

    zh: str
    en: str

    def __post_init__(self) -> None:
        """Refuse a text that lacks a language.

        Raises:
            ValueError: When either language is blank.
        """
        if not self.zh.strip() or not self.en.strip():
            raise ValueError("a text needs both zh and en")

    def said_in(self, language: Language) -> str:
        """Return the text in one language."""
        return self.zh if language == "zh" else self.en

    def filled(self, **values: object) -> Text:
        """Fill the ``{name}`` places of both languages with the same values."""
        return Text(zh=self.zh.format(**values), en=self.en.format(**values))
