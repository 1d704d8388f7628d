"""What every part of a scheme file's shape rests on: maps, texts, citations, conditions."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from evenhand.schemes.scalars import DayIn, Name, Said


class Part(BaseModel):
    """A map of a scheme file; keywords that it does not know are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


class TextPart(Part):
    """A text in both languages."""

    zh: Said
    en: Said


class CitationPart(Part):
    """A law or rule, and the article in it."""

    title: TextPart
    article: Said


class ExampleRecordPart(BaseModel):
    """One record of an example: its day, what its document cites, its fields by name."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Said]

    on: DayIn
    cites: Said = ""
    document: Said = ""


class TestsPart(Part):
    """Tests of one field; all of them have to hold."""

    is_: Said | None = Field(default=None, alias="is")
    one_of: tuple[Said, ...] | None = Field(default=None, min_length=1)
    at_least: Said | None = None
    at_most: Said | None = None
    more_than: Said | None = None
    less_than: Said | None = None


def _form_of_test(value: Any) -> str:
    if isinstance(value, str):
        return "as text"
    return "as list" if isinstance(value, list) else "as tests"


TestIn: TypeAlias = Annotated[
    Annotated[Said, Tag("as text")]
    | Annotated[Annotated[tuple[Said, ...], Field(min_length=1)], Tag("as list")]
    | Annotated[TestsPart, Tag("as tests")],
    Discriminator(_form_of_test),
]
Where: TypeAlias = dict[Name, TestIn]
