"""Draw a page as a tagged PDF (PDF/UA-1): the one home of the library that does it.

Fonts for simplified Chinese stand first and the ones that were really used are looked at before the
file is handed out: a page in Japanese letter shapes, or in empty boxes, is refused. Nothing is loaded
from anywhere: the page is made here, and the drawing has no way to files or hosts.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from evenhand.kernel.errors import BadInput
from evenhand.kernel.text import Text
from evenhand.paper.page import Line, Page

HAN_FONTS: Final = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
)
"""Fonts with the letter shapes of mainland China, the best first."""

DEBIAN: Final = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"
"""Debian's packages that drawing needs."""

_STYLE: Final = """
@page { size: A4; margin: 20mm 20mm 18mm; @bottom-right { content: counter(page) "/" counter(pages);
  font-size: 9pt; } }
html { font-family: %(fonts)s, "DejaVu Sans", sans-serif; font-size: 10.5pt; line-height: 1.45; }
html:lang(zh-Hans) { line-height: 1.6; }
h1 { font-size: 15pt; margin: 0 0 1mm; line-height: 1.3; }
h2 { font-size: 11pt; margin: 3.2mm 0 0.6mm; break-after: avoid; }
p { margin: 0 0 0.8mm; overflow-wrap: anywhere; }
ul { margin: 0 0 0.8mm; padding-left: 5mm; }
li { overflow-wrap: anywhere; }
"""


def pdf_of(page: Page) -> bytes:
    """Draw a page; the same page gives the same bytes on one machine.

    Raises:
        BadInput: When the library or a font for the page's language is missing; says what to install.
    """
    document = _library().HTML(string=markup(page), url_fetcher=_nothing).render()
    drawn: bytes = document.write_pdf(
        pdf_variant="pdf/ua-1", pdf_identifier=b"evenhand", srgb=False, uncompressed_pdf=False
    )
    used = {str(font.family) for font in document.fonts.values()}
    if page.language == "zh" and not used & set(HAN_FONTS):
        raise _no_font()
    return drawn


def markup(page: Page) -> str:
    """The page as HTML; everything that it says is escaped."""
    tag = "zh-Hans" if page.language == "zh" else "en"
    fonts = ", ".join(f'"{name}"' for name in HAN_FONTS)
    body = [f"<h1>{html.escape(page.title)}</h1>"]
    body += [f"<p>{html.escape(line)}</p>" for line in page.under_title]
    for section in page.sections:
        body.append(f"<h2>{html.escape(section.title)}</h2>")
        body += _drawn(section.lines)
    return (
        f'<!DOCTYPE html><html lang="{tag}"><head><meta charset="utf-8">'
        f"<title>{html.escape(page.title)}</title><style>{_STYLE % {'fonts': fonts}}</style></head>"
        f"<body>{''.join(body)}</body></html>"
    )


def _drawn(lines: tuple[Line, ...]) -> Iterator[str]:
    """Paragraphs as they are, items as one list with what stands under each."""
    for listed, group in groupby(lines, lambda line: line.shape != "paragraph"):
        if not listed:
            yield from (f"<p>{html.escape(line.text)}</p>" for line in group)
            continue
        items: list[list[str]] = []
        for line in group:
            if line.shape == "item" or not items:
                items.append([])
            items[-1].append(f"<p>{html.escape(line.text)}</p>")
        yield "<ul>" + "".join(f"<li>{''.join(item)}</li>" for item in items) + "</ul>"


def _nothing(url: str, *_: object, **__: object) -> dict[str, Any]:
    """A page refers to nothing."""
    raise ValueError(f"a page loads nothing, and not {url}")


def _library() -> Any:
    try:
        import weasyprint
    except (ImportError, OSError):
        raise BadInput(
            Text(
                zh="制作 PDF 需要附加组件：pip install 'evenhand[letters]'，以及 Debian 软件包 "
                f"{DEBIAN}。文本不需要这些：把 --out 写成 .txt 文件。",
                en="A PDF needs the extra: pip install 'evenhand[letters]', and Debian's packages "
                f"{DEBIAN}. A text needs none of them: write --out FILE.txt",
            )
        ) from None
    return weasyprint


def _no_font() -> BadInput:
    return BadInput(
        Text(
            zh="没有简体中文字体，PDF 会显示成日文字形或空框，因此没有制作。"
            "请安装 Debian 软件包 fonts-noto-cjk。",
            en="There is no font for simplified Chinese; the PDF would show Japanese letter shapes or "
            "empty boxes and was not made. Install Debian's package fonts-noto-cjk.",
        )
    )
