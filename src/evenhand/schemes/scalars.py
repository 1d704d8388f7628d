"""How the words of a scheme file are read: names, texts, days, lengths of time, numbers.

Every scalar comes as text (``sources.strict_yaml``). Numbers are read with Decimal into whole
thousandths and refused beyond three decimals, so that no binary fraction ever enters a scheme. A
reader raises a pydantic error whose type is the code of one kind of finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import AfterValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from evenhand.kernel.errors import BadInput
from evenhand.kernel.findings import Kind
from evenhand.kernel.periods import Day, Span, day
from evenhand.schemes.clause import Dated
from evenhand.schemes.floor_findings import PURPOSE_UNKNOWN, TYPE_OUTSIDE_CATALOGUE
from evenhand.schemes.proportion_findings import BENEFIT_UNKNOWN, MEASURE_UNKNOWN
from evenhand.schemes.rule_findings import AUTHORITY_UNKNOWN, DOMAIN_UNKNOWN
from evenhand.schemes.shape_findings import (
    DATED_OUT_OF_ORDER,
    DAY_UNREADABLE,
    NAME_MALFORMED,
    NUMBER_NOT_WHOLE,
    NUMBER_OUT_OF_RANGE,
    NUMBER_TOO_FINE,
    NUMBER_UNREADABLE,
    SHAPE_WRONG,
    SPAN_UNREADABLE,
    TEXT_BLANK,
    WORD_UNKNOWN,
)

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?")
_GRADE = re.compile(r"[\w+*-]{1,32}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?")
_GREATEST: Final = 1_000_000
_FIRST_DAY: Final = Day(1900, 1, 1)
_LAST_DAY: Final = Day(2199, 12, 31)
_DAYS_AT_LEAST: Final = {"day": 1, "month": 28, "year": 365}
_LONGEST: Final = 36_500

FORM: Final = "form"
"""In the JSON Schema of a scalar, the key whose value names its form."""


def refused(kind: Kind, **values: object) -> PydanticCustomError:
    """Make the error that becomes one finding of a kind, at the place that pydantic is reading."""
    return PydanticCustomError(kind.code, kind.code, {k: str(v) for k, v in values.items()})


def nearest(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """Return the known word that is nearest in spelling, or an empty text when none is known."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.0)
    return found[0] if found else ""


def _said(value: Any) -> str:
    if not isinstance(value, str):
        raise refused(
            SHAPE_WRONG, read="[…]" if isinstance(value, list) else "{…}", allowed="key: …"
        )
    return value


def read_text(value: Any) -> str:
    """Read a text that may not be blank."""
    text = _said(value).strip()
    if not text:
        raise refused(TEXT_BLANK)
    return text


def read_name(value: Any) -> str:
    """Read a name as files and commands use it."""
    if not _NAME.fullmatch(_said(value)):
        raise refused(NAME_MALFORMED, read=value)
    return str(value)


def read_grade(value: Any) -> str:
    """Read a grade's name, such as ``A``, ``AA``, ``silver``."""
    if not _GRADE.fullmatch(_said(value)):
        raise refused(NAME_MALFORMED, read=value)
    return str(value)


def read_day(value: Any) -> Day:
    """Read an ISO day of this century or the ones beside it."""
    try:
        read = day(_said(value))
    except BadInput:
        raise refused(DAY_UNREADABLE, read=value) from None
    if not _FIRST_DAY <= read <= _LAST_DAY:
        raise refused(NUMBER_OUT_OF_RANGE, read=value, allowed=f"{_FIRST_DAY} – {_LAST_DAY}")
    return read


def read_span(value: Any) -> Span:
    """Read a length of time in days, months or years: at least one of them, at most 100 years."""
    try:
        span = Span.parse(_said(value))
    except BadInput:
        raise refused(SPAN_UNREADABLE, read=value) from None
    if span.unit == "working day" or span.count == 0:
        raise refused(SPAN_UNREADABLE, read=value)
    if span.count * _DAYS_AT_LEAST[span.unit] > _LONGEST:
        raise refused(NUMBER_OUT_OF_RANGE, read=value, allowed="1 day – 100 years")
    return span


def thousandths(text: str) -> int:
    """Read a decimal number as whole thousandths.

    Raises:
        PydanticCustomError: When it is no number, too fine or too great.
    """
    if not _NUMBER.fullmatch(text):
        raise refused(NUMBER_UNREADABLE, read=text)
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise refused(NUMBER_UNREADABLE, read=text) from None
    if abs(number) > _GREATEST:
        raise refused(NUMBER_OUT_OF_RANGE, read=text, allowed=f"-{_GREATEST} – {_GREATEST}")
    scaled = number * 1000
    if scaled != int(scaled):
        raise refused(NUMBER_TOO_FINE, read=text)
    return int(scaled)


def decimal_text(number: int) -> str:
    """Write thousandths as people write numbers: 1500 is 1.5, -5000 is -5."""
    whole_part, rest = divmod(abs(number), 1000)
    decimals = f".{rest:03d}".rstrip("0") if rest else ""
    return f"{'-' if number < 0 else ''}{whole_part}{decimals}"


def read_number(value: Any) -> int:
    """Read a number of points as thousandths."""
    return thousandths(_said(value))


def read_cap(value: Any) -> Dated:
    """Read a cap: a number, or a history of numbers, none below zero."""
    cap = read_dated(value)
    for _, number in cap.history:
        if number < 0:
            raise refused(NUMBER_OUT_OF_RANGE, read=decimal_text(number), allowed="0 …")
    return cap


def read_share(value: Any) -> int:
    """Read a share of one, above 0 and up to 1, as thousandths."""
    share = thousandths(_said(value))
    if not 0 < share <= 1000:
        raise refused(NUMBER_OUT_OF_RANGE, read=value, allowed="0.001 – 1")
    return share


def whole(lowest: int, greatest: int) -> Callable[[Any], int]:
    """Make a reader of whole numbers within a range."""

    def read_whole(value: Any) -> int:
        if not re.fullmatch(r"[+-]?[0-9]{1,9}", _said(value)):
            raise refused(NUMBER_NOT_WHOLE, read=value)
        if not lowest <= int(value) <= greatest:
            raise refused(NUMBER_OUT_OF_RANGE, read=value, allowed=f"{lowest} – {greatest}")
        return int(value)

    return read_whole


def read_dated(value: Any) -> Dated:
    """Read a number, or a history ``{2019-01-01: 3, 2021-07-01: 5}`` in order of days."""
    if isinstance(value, str):
        return Dated.always(thousandths(value))
    if not isinstance(value, dict) or not value:
        raise refused(SHAPE_WRONG, read="[…]", allowed="3, {2019-01-01: 3, 2021-07-01: 5}")
    said = [(read_day(since), *_number_and_article(number)) for since, number in value.items()]
    days = [since for since, _, _ in said]
    if days != sorted(set(days)):
        raise refused(DATED_OUT_OF_ORDER, read=", ".join(map(str, days)))
    articles = tuple(article for _, _, article in said)
    history = tuple((since, number) for since, number, _ in said)
    return Dated(history, articles if any(articles) else ())


def _number_and_article(value: Any) -> tuple[int, str]:
    """A value of a history: a number, or ``{is: 3, article: ...}`` with the article that set it."""
    if not isinstance(value, dict):
        return thousandths(_said(value)), ""
    if set(value) != {"is", "article"}:
        raise refused(SHAPE_WRONG, read="{…}", allowed="3, {is: 3, article: …}")
    return thousandths(_said(value["is"])), read_text(value["article"])


def read_factor(value: Any) -> int:
    """Read a weight of zero or more as thousandths."""
    weight = thousandths(_said(value))
    if not 0 <= weight <= 1_000_000:
        raise refused(NUMBER_OUT_OF_RANGE, read=value, allowed="0 – 1000")
    return weight


def read_deadline(value: Any) -> Span | Literal["year_end", "next_year_end"]:
    """Read a deadline: a length of time, or the end of the event's year or of the next."""
    if value == "year_end":
        return "year_end"
    return "next_year_end" if value == "next_year_end" else read_span(value)


def read_flag(value: Any) -> bool:
    """Read ``true`` or ``false``."""
    if value not in ("true", "false"):
        raise refused(WORD_UNKNOWN, read=_said(value), nearest="true", allowed="true, false")
    return bool(value == "true")


def _in(section: str, kind: Kind) -> AfterValidator:
    def check(name: str, info: ValidationInfo) -> str:
        known: Mapping[str, object] = getattr(info.context, section)
        if name not in known:
            raise refused(kind, read=name, nearest=nearest(name, known))
        return name

    return AfterValidator(check)


def _form(name: str) -> WithJsonSchema:
    """The JSON Schema of a scalar by the name of its form; ``json_schema`` says what it looks like."""
    return WithJsonSchema({FORM: name})


Said: TypeAlias = Annotated[str, PlainValidator(read_text), _form("text_as_typed")]
Name: TypeAlias = Annotated[str, PlainValidator(read_name), _form("name")]
GradeName: TypeAlias = Annotated[str, PlainValidator(read_grade), _form("grade")]
DayIn: TypeAlias = Annotated[Day, PlainValidator(read_day), _form("day")]
SpanIn: TypeAlias = Annotated[Span, PlainValidator(read_span), _form("length")]
Number: TypeAlias = Annotated[int, PlainValidator(read_number), _form("number")]
Share: TypeAlias = Annotated[int, PlainValidator(read_share), _form("share")]
Factor: TypeAlias = Annotated[int, PlainValidator(read_factor), _form("weight")]
Flag: TypeAlias = Annotated[bool, PlainValidator(read_flag), _form("flag")]
DeadlineIn: TypeAlias = Annotated[
    Span | Literal["year_end", "next_year_end"], PlainValidator(read_deadline), _form("deadline")
]
DatedNumber: TypeAlias = Annotated[Dated, PlainValidator(read_dated), _form("dated_number")]
Cap: TypeAlias = Annotated[Dated, PlainValidator(read_cap), _form("cap")]
Times: TypeAlias = Annotated[int, PlainValidator(whole(1, 1000)), _form("count")]
DaysCount: TypeAlias = Annotated[int, PlainValidator(whole(0, 365)), _form("days")]

RecordName: TypeAlias = Annotated[Name, _in("types", TYPE_OUTSIDE_CATALOGUE), _form("record_type")]
AuthorityName: TypeAlias = Annotated[
    Name, _in("authorities", AUTHORITY_UNKNOWN), _form("authority")
]
DomainName: TypeAlias = Annotated[Name, _in("domains", DOMAIN_UNKNOWN), _form("domain")]
PurposeName: TypeAlias = Annotated[Name, _in("purposes", PURPOSE_UNKNOWN), _form("purpose")]
MeasureName: TypeAlias = Annotated[Name, _in("measures", MEASURE_UNKNOWN), _form("measure")]
BenefitName: TypeAlias = Annotated[Name, _in("benefits", BENEFIT_UNKNOWN), _form("benefit")]
