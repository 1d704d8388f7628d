"""The small words of a scheme's sentences: days, lengths, numbers, conditions, titles.

Everything is a text in both languages. Titles come from the catalogue where one is at hand; without
it, names are said as the file writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.codes import SubjectKind
from evenhand.kernel.ids import AuthorityId, RecordType
from evenhand.kernel.periods import Day, Span
from evenhand.kernel.text import Text
from evenhand.schemes.code_words import code_text
from evenhand.schemes.scalars import decimal_text
from evenhand.schemes.scheme import Condition, Dated, Test, Value
from evenhand.schemes.values import KIND, SEVERITIES, SEVERITY
from evenhand.sources.catalogue import Catalogue, CatalogueEntry

SUBJECTS: Final[dict[SubjectKind, Text]] = {
    "enterprise": Text(zh="企业", en="company"),
    "public_body": Text(zh="机关事业单位", en="public body"),
    "social_organisation": Text(zh="社会组织", en="social organisation"),
    "sole_trader": Text(zh="个体工商户", en="sole trader"),
    "resident": Text(zh="居民", en="resident"),
}

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

_UNITS: Final = {"day": "天", "month": "个月", "year": "年", "working day": "个工作日"}

_SEVERITIES: Final = dict(zip(SEVERITIES, ("轻微", "一般", "严重"), strict=True))

_NO_PLURAL: Final = ("yuan", "percent")
_NO_GROUPS: Final = ("year", "month")
"""Units whose numbers are names of a year or month and are said without groups of digits."""

_ZH_UNITS: Final = {
    "article": "篇",
    "case": "件",
    "day": "天",
    "hour": "小时",
    "item": "项",
    "meeting": "次",
    "month": "个月",
    "percent": "%",
    "person": "人",
    "point": "分",
    "record": "条",
    "subject": "个",
    "task": "项",
    "tree": "棵",
    "year": "年",
    "yuan": "元",
}

_TESTS: Final[dict[Test, Text]] = {
    "is": Text(zh="{field}为{value}", en="{field} is {value}"),
    "one_of": Text(zh="{field}为{value}", en="{field} is {value}"),
    "at_least": Text(zh="{field}不低于{value}", en="{field} is at least {value}"),
    "more_than": Text(zh="{field}高于{value}", en="{field} is more than {value}"),
    "at_most": Text(zh="{field}不高于{value}", en="{field} is at most {value}"),
    "less_than": Text(zh="{field}低于{value}", en="{field} is less than {value}"),
}


_DAY_TESTS: Final[dict[Test, Text]] = {
    "at_least": Text(zh="{field}不早于{value}", en="{field} is on or after {value}"),
    "more_than": Text(zh="{field}晚于{value}", en="{field} is after {value}"),
    "at_most": Text(zh="{field}不晚于{value}", en="{field} is on or before {value}"),
    "less_than": Text(zh="{field}早于{value}", en="{field} is before {value}"),
}


@dataclass(frozen=True, slots=True)
class Titles:
    """What types, fields, purposes and measures are called."""

    catalogue: Catalogue | None = None

    def type(self, name: RecordType) -> Text:
        """A record type's title; in English as inside a sentence."""
        rule = self.catalogue.types.get(name) if self.catalogue else None
        return _as_is(name) if rule is None else Text(zh=rule.title.zh, en=lowered(rule.title.en))

    def field(self, of: RecordType, name: str) -> Text:
        """A field's title."""
        if name == SEVERITY:
            return Text(zh="严重程度", en="severity")
        if name == KIND:
            return Text(zh="行为种类", en="the kind of conduct")
        type_rule = self.catalogue.types.get(of) if self.catalogue else None
        rule = type_rule.field(name) if type_rule else None
        return _as_is(name) if rule is None else Text(zh=rule.title.zh, en=lowered(rule.title.en))

    def unit(self, of: RecordType, name: str) -> str:
        """A field's unit, as the catalogue writes it; empty when there is none."""
        type_rule = self.catalogue.types.get(of) if self.catalogue else None
        rule = type_rule.field(name) if type_rule else None
        return rule.unit if rule else ""

    def value(self, of: RecordType, name: str, value: Value) -> Text:
        """A value of a field; an amount is said in its unit and not in thousandths."""
        type_rule = self.catalogue.types.get(of) if self.catalogue else None
        rule = type_rule.field(name) if type_rule else None
        if isinstance(value, bool):
            return Text(zh="“是”" if value else "“否”", en="yes" if value else "no")
        if isinstance(value, Day):
            return day_text(value)
        if isinstance(value, int):
            if rule is not None and rule.unit in _NO_GROUPS:
                return _as_is(str(value))
            amount = rule is not None and rule.kind == "amount"
            return number_text(value if amount else value * 1000)
        if name == SEVERITY:
            return Text(zh=_SEVERITIES[value], en=value)
        return code_text(value)

    def entry(self, section: str, name: str) -> Text:
        """The title of a purpose, measure, benefit or domain."""
        known: dict[str, CatalogueEntry] = getattr(self.catalogue, section, {})
        return known[name].title if name in known else _as_is(name)

    def authority(self, name: AuthorityId) -> Text:
        """An authority's title."""
        known = self.catalogue.authorities.get(name) if self.catalogue else None
        return _as_is(name) if known is None else known.title


def zh_unit(unit: str) -> str:
    """A unit of the catalogue as a Chinese sentence counts in it; empty when nobody named it."""
    return _ZH_UNITS.get(unit, "")


def _as_is(name: str) -> Text:
    return Text(zh=name, en=name)


def lowered(title: str) -> str:
    """A title as it stands inside a sentence: the first letter small unless an acronym begins it."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def day_text(of: Day) -> Text:
    """A day as people say it."""
    month = _MONTHS[of.month - 1]
    return Text(zh=f"{of.year}年{of.month}月{of.day}日", en=f"{of.day} {month} {of.year}")


def span_text(span: Span) -> Text:
    """A length of time."""
    return Text(zh=f"{span.count}{_UNITS[span.unit]}", en=str(span))


CALENDARS: Final[Mapping[str, Text]] = {
    "china": Text(zh="中国大陆", en="mainland China"),
    "germany": Text(zh="德国", en="Germany"),
}
"""Whose working days a shipped calendar holds."""


def calendar_text(calendar: str) -> Text:
    """By which working days the deadlines of cases are counted."""
    whose = CALENDARS[calendar]
    return Text(
        zh=f"案件的期限按{whose.zh}的工作日计算；日历尚未公布的年份，对当事人从宽、对机关从严。",
        en=f"Deadlines of cases are counted by the working days of {whose.en}. In a year without a "
        "published calendar the subject gets the longer reading and the authority the shorter.",
    )


def number_text(number: int) -> Text:
    """A number of thousandths as people say it: 12,500 and 1.25万, without its sign."""
    said = decimal_text(abs(number))
    whole, dot, decimals = said.partition(".")
    en = f"{int(whole):,}{dot}{decimals}"
    if abs(number) >= 10_000_000 and number % 1_000_000 == 0:
        return Text(zh=f"{decimal_text(abs(number) // 10_000)}万", en=en)
    return Text(zh=said, en=en)


def points_text(number: int) -> Text:
    """A number of points, without its sign."""
    said = number_text(number)
    return Text(zh=f"{said.zh}分", en=f"{said.en} point{'' if said.en == '1' else 's'}")


def signed_text(number: int) -> Text:
    """A number of points with its sign."""
    points = points_text(number)
    return Text(zh=f"负{points.zh}", en=f"minus {points.en}") if number < 0 else points


def share_text(share: int) -> Text:
    """A share in thousandths of one, as a percentage."""
    percent = decimal_text(share * 100)
    return Text(zh=f"{percent}%", en=f"{percent} %")


def weight_text(weight: int) -> Text:
    """How much of its points a record counts: in full, half, so many times, so many per cent."""
    if weight == 1000:
        return Text(zh="按全额计", en="counts in full")
    if weight == 0:
        return Text(zh="不计", en="counts nothing")
    if weight == 500:
        return Text(zh="按一半计", en="counts half")
    if weight > 1000:
        times = decimal_text(weight)
        return Text(zh=f"按{times}倍计", en=f"counts {times} times")
    share = share_text(weight)
    return Text(zh=f"按{share.zh}计", en=f"counts {share.en}")


def change_text(number: int) -> Text:
    """What a number does to the points."""
    if number == 0:
        return Text(zh="不计分", en="changes nothing")
    points = points_text(number)
    if number > 0:
        return Text(zh=f"加{points.zh}", en=f"adds {points.en}")
    return Text(zh=f"减{points.zh}", en=f"takes {points.en}")


def dated_text(number: Dated, say: Callable[[int], Text]) -> Text:
    """A number, or its history with the day from which each holds and the article that set it."""
    if len(number.history) == 1:
        return say(number.history[0][1])
    zh, en = [], []
    for index, (since, value) in enumerate(number.history):
        said, day = say(value), day_text(since)
        article = number.references[index] if number.references else ""
        zh.append(f"{day.zh}起{said.zh}" + (f"（{article}）" if article else ""))
        en.append(f"{said.en} from {day.en}" + (f" ({article})" if article else ""))
    return Text(zh="，".join(zh), en=", ".join(en))


def changes_text(number: Dated) -> Text:
    """What a dated number does to the points."""
    return dated_text(number, change_text)


def amount_text(number: Dated) -> Text:
    """A dated number of points."""
    return dated_text(number, points_text)


def listed(items: Sequence[Text], *, last_zh: str = "、", last_en: str = " and ") -> Text:
    """Several things in one sentence."""
    zh = [item.zh for item in items]
    en = [item.en for item in items]
    if len(items) == 1:
        return items[0]
    return Text(
        zh=last_zh.join(["、".join(zh[:-1]), zh[-1]]), en=last_en.join([", ".join(en[:-1]), en[-1]])
    )


def listed_uses(items: Sequence[Text]) -> Text:
    """Purposes or measures, each a phrase of its own."""
    return Text(
        zh="；".join(item.zh for item in items), en="; ".join(lowered(item.en) for item in items)
    )


def conditions_text(
    conditions: Sequence[Condition], of: RecordType, titles: Titles, *, any_of_them: bool = False
) -> Text:
    """Conditions of one record: all of them, or any of them; bounds of one field are said together."""
    if any_of_them:
        said = [_condition(condition, of, titles) for condition in conditions]
        return listed(said, last_zh="或", last_en=" or ")
    by_field: dict[str, list[Condition]] = {}
    for condition in conditions:
        by_field.setdefault(condition.field, []).append(condition)
    said = [_of_one_field(tests, of, titles) for tests in by_field.values()]
    return listed(said, last_zh="且", last_en=" and ")


def _of_one_field(tests: list[Condition], of: RecordType, titles: Titles) -> Text:
    """Tests of one field, lower bounds first; the field is named once."""
    ordered = sorted(tests, key=lambda each: list(_TESTS).index(each.test))
    first, *rest = [_condition(each, of, titles) for each in ordered]
    field = titles.field(of, tests[0].field)
    zh = "、".join([first.zh, *(each.zh.removeprefix(f"“{field.zh}”") for each in rest)])
    en = " and ".join([first.en, *(each.en.removeprefix(f"{field.en} is ") for each in rest)])
    return Text(zh=zh, en=en)


def _condition(condition: Condition, of: RecordType, titles: Titles) -> Text:
    field = titles.field(of, condition.field)
    values = [titles.value(of, condition.field, value) for value in condition.values]
    value = listed(values, last_zh="或", last_en=" or ")
    unit = titles.unit(of, condition.field)
    if condition.test not in ("is", "one_of") and unit:
        en = value.en if unit in _NO_GROUPS else counted(value.en, unit)
        value = Text(zh=value.zh + zh_unit(unit), en=en)
    form = _TESTS[condition.test]
    if isinstance(condition.values[0], Day):
        form = _DAY_TESTS.get(condition.test, form)
    if isinstance(condition.values[0], bool):
        form = Text(zh=form.zh, en=form.en.replace("{field}", '"{field}"'))
    return Text(
        zh=form.zh.format(field=f"“{field.zh}”", value=value.zh),
        en=form.en.format(field=field.en, value=value.en),
    )


def counted(number: str, unit: str) -> str:
    """A number of units in English: ``1 hour``, ``12 hours``, ``5 percent``."""
    return f"{number} {unit}{'' if number == '1' or unit in _NO_PLURAL else 's'}"
