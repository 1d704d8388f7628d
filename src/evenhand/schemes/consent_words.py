"""The words that a resident agrees to, made from the scheme, with a digest that each consent records.

They say what is counted, what it is for, who sees it, that leaving costs nothing, and how to leave; then
follow all rules of the scheme in plain sentences. A version of a scheme that counts another type of
record, or says anything else, has other words and another digest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from evenhand.kernel.canonical import digest
from evenhand.kernel.ids import SchemeId
from evenhand.kernel.text import Language, Text
from evenhand.rights.floor import enforces
from evenhand.schemes.phrases import Titles
from evenhand.schemes.scheme import Scheme
from evenhand.schemes.sentences import say
from evenhand.sources.catalogue import Catalogue

FORM: Final = "evenhand/consent-words/1"
"""The version of the fixed words below; whoever changes one of them counts it up."""

_FIXED: Final = (
    Text(zh="参加与不参加，由你自己决定。", en="Whether you take part is your decision alone."),
    Text(
        zh="不参加或者退出，不减少你的任何权利，不影响任何服务，也不会被记下来用于别处。",
        en="Not to take part, or to leave, takes no right from you, changes no service and is used for "
        "nothing else.",
    ),
    Text(
        zh="你的分数只能打开优惠，不会低于新参加的人，不用于任何限制，不公布，不排名。",
        en="Your points can only open benefits. They never fall below those of a newcomer, restrict "
        "nothing, are never published and never ranked.",
    ),
    Text(
        zh="你随时可以查看每一条信息、每一分、每一次查询。",
        en="You can see every record, every point and every look-up about you at any time, free.",
    ),
    Text(
        zh="对你有利的一条信息，你也可以不要：它就不再计分，并在下一次运行时删除。",
        en="You can refuse a record that is in your favour: it no longer counts, and the next run erases "
        "it.",
    ),
    Text(
        zh="退出：用自己的密钥签名，或者交一份退出的纸质表。退出立即生效，下一次运行时删除你的数据和密钥。",
        en="To leave, sign with your own key, or hand in a form. It counts at once. The next run erases "
        "your data and the keys to it.",
    ),
    Text(
        zh="办法以后多计一类信息的，要你再次同意；在此之前只计你同意过的。",
        en="A later version that counts another type of record asks you again; until then only what you "
        "agreed to counts.",
    ),
    Text(zh="未满18岁的人不能参加。", en="Nobody under 18 can take part."),
)


@dataclass(frozen=True, slots=True)
class ConsentWords:
    """The words of one version of a scheme, in both languages."""

    scheme: SchemeId
    version: str
    text: Text

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical form of both texts; what a resident signs for."""
        return digest(
            {
                "form": FORM,
                "scheme": self.scheme,
                "version": self.version,
                "zh": self.text.zh,
                "en": self.text.en,
            }
        )


@enforces("RF-1")
def consent_words(scheme: Scheme, catalogue: Catalogue) -> ConsentWords:
    """Make the words of a scheme that residents opt in to.

    Raises:
        ValueError: When nobody opts in to the scheme.
    """
    if scheme.participation != "opt_in":
        raise ValueError(f"{scheme.scheme} asks nobody for consent")
    said = {language: _said(scheme, language, catalogue) for language in ("zh", "en")}
    return ConsentWords(scheme.scheme, scheme.version, Text(zh=said["zh"], en=said["en"]))


def _said(scheme: Scheme, language: Language, catalogue: Catalogue) -> str:
    first, *rest = (text.said_in(language) for text in _texts(scheme, Titles(catalogue)))
    return "\n".join(
        [first, "", *(f"- {line}" for line in rest), "", say(scheme, language, catalogue)]
    )


def _texts(scheme: Scheme, titles: Titles) -> Iterator[Text]:
    title, version = scheme.title, scheme.version
    authority = titles.authority(scheme.authority)
    yield Text(
        zh=f"同意参加：{title.zh}（版本{version}）", en=f"Consent to {title.en}, version {version}"
    )
    counted = [titles.type(name) for name in sorted(scheme.reads())]
    yield Text(
        zh=f"计入的信息：{'、'.join(text.zh for text in counted)}。其他信息一概不保存。",
        en=f"What is counted: {'; '.join(text.en for text in counted)}. Nothing else is kept.",
    )
    yield Text(
        zh=f"谁能看到：{authority.zh}的经办人员、审计员（每次都告知你）和你自己。"
        "提供优惠的单位只知道你能不能享受，别的什么也不知道。",
        en=f"Who sees it: {authority.en}, the auditor (and you are told each time), and you. Whoever "
        "gives a benefit learns whether you have it, and nothing else.",
    )
    yield from _FIXED
