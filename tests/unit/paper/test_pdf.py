"""Pages drawn as tagged PDF: tags, language, letter shapes, the same words, refusals."""

from __future__ import annotations

import builtins
import io
from collections.abc import Mapping
from typing import Any

import pypdf
import pytest

from evenhand.cases.letters import page_of
from evenhand.kernel.errors import BadInput
from evenhand.kernel.text import LANGUAGES, Language
from evenhand.paper import pdf
from evenhand.paper.page import Line, Page, Section, lines_of
from evenhand.paper.pdf import markup, pdf_of
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "notices"
LETTERS = ("adverse", "answered", "letter-listed", "letter-suspended", "letter-ended")


def page(name: str, language: Language) -> Page:
    return page_of((GOLDEN / f"{name}.{language}.txt").read_text(encoding="utf-8"), language)


def drawn(of: Page) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf_of(of)))


def fonts(reader: pypdf.PdfReader) -> set[str]:
    found: set[str] = set()
    for leaf in reader.pages:
        resources: Mapping[str, Any] = leaf["/Resources"].get_object()  # type: ignore[assignment]
        for font in resources["/Font"].get_object().values():
            found.add(str(font.get_object()["/BaseFont"]))
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


def tags(node: Any, found: list[str]) -> list[str]:
    """The kinds of the structure tree, from the root down."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            tags(child, found)
    elif isinstance(node, Mapping):
        if "/S" in node:
            found.append(str(node["/S"]))
        if "/K" in node:
            tags(node["/K"], found)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_in_pdf_says_what_its_text_says_on_two_pages_at_most(
    name: str, language: Language
) -> None:
    of = page(name, language)
    reader = drawn(of)
    assert len(reader.pages) <= 2
    said = "".join(leaf.extract_text() for leaf in reader.pages)
    for number in range(1, len(reader.pages) + 1):
        said = said.replace(f"{number}/{len(reader.pages)}", "", 1)
    wanted = "".join(
        [of.title, *of.under_title]
        + [text for s in of.sections for text in (s.title, *(line.text for line in s.lines))]
    )
    assert squeezed(said.replace("•", "")) == squeezed(wanted)


@pytest.mark.parametrize(("language", "tag"), [("zh", "zh-Hans"), ("en", "en")])
def test_a_letter_is_tagged_and_names_its_language(language: Language, tag: str) -> None:
    reader = drawn(page("letter-listed", language))
    root: Mapping[str, Any] = reader.trailer["/Root"].get_object()  # type: ignore[assignment]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == tag
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    kinds = tags(root["/StructTreeRoot"]["/K"], [])
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 8
    assert {"/P", "/L", "/LI"} <= set(kinds)
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


@pytest.mark.parametrize("language", LANGUAGES)
def test_letter_shapes_are_those_of_mainland_china(language: Language) -> None:
    of = page("letter-listed", language)  # the English one quotes names and cells in Chinese
    used = fonts(drawn(of))
    assert any("SC" in name or "WenQuanYi" in name for name in used), used
    assert not any("JP" in name or "KR" in name or "TC" in name for name in used), used


def test_the_same_letter_gives_the_same_bytes() -> None:
    of = page("letter-ended", "zh")
    assert pdf_of(of) == pdf_of(of)


def test_what_was_typed_is_printed_and_never_read_as_markup() -> None:
    typed = '<img src="file:///etc/passwd"> & <b>bold</b>'
    of = Page("en", "A & B <c>", ("2 March 2026",), (Section("1. <x>", (Line(typed),)),))
    assert "<img" not in markup(of)
    said = squeezed(drawn(of).pages[0].extract_text())
    assert squeezed(typed) in said
    assert "A&B<c>" in said


def test_a_page_loads_nothing() -> None:
    with pytest.raises(ValueError, match="a page loads nothing"):
        pdf._nothing("file:///etc/passwd")


def test_items_and_what_stands_under_them_are_one_list() -> None:
    of = Page("en", "T", (), (Section("S", lines_of("a\n- b\n  c\n- d\ne")),))
    assert "<p>a</p><ul><li><p>b</p><p>c</p></li><li><p>d</p></li></ul><p>e</p>" in markup(of)
    assert of.text() == "T\n\nS\na\n- b\n  c\n- d\ne\n"


def test_without_the_library_a_pdf_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name == "weasyprint":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(BadInput, match=r"pip install 'evenhand\[letters\]'") as refused:
        pdf_of(page("letter-ended", "en"))
    assert "fonts-noto-cjk" in refused.value.text.en
    assert "附加组件" in refused.value.text.zh


def test_without_a_chinese_font_a_chinese_pdf_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "HAN_FONTS", ("A Font That Nobody Has",))
    with pytest.raises(BadInput, match="no font for simplified Chinese") as refused:
        pdf_of(page("letter-ended", "zh"))
    assert "简体中文字体" in refused.value.text.zh
