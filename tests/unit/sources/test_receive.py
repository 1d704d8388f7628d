"""Taking delivery: encodings, everything that stops a file at once, signatures of clerks (RF-5)."""

from __future__ import annotations

import datetime as dt

import pytest

from evenhand.kernel.errors import DeliveryRefused, NotPermitted
from evenhand.kernel.ids import AuthorityId, PersonId, SourceId
from evenhand.keys.signing import PrivateKey
from evenhand.sources.receive import Clerk, check_signature, digest_of, signed_message, take
from tests.unit.records.deliveries import NOW, csv, xlsx
from tests.unit.sources.linhe import DONATIONS, HEAD, contract, row

GOOD = [HEAD, row(1), row(2), row(3)]
KEY = PrivateKey.from_chance(b"c" * 32)
CLERK = Clerk(PersonId("clerk-wang"), AuthorityId("linhe-environment-bureau"), KEY.public)


def refusal(data: bytes, name: str = "f.xlsx") -> list[str]:
    with pytest.raises(DeliveryRefused) as caught:
        take(data, name, contract(), NOW)
    return [f.sentence("en") for f in caught.value.findings]


@pytest.mark.parametrize(
    ("data", "name", "encoding"),
    [
        (xlsx(GOOD), "f.xlsx", ""),
        (csv(GOOD), "f.csv", "utf-8-sig"),
        (csv(GOOD, "utf-8"), "f.csv", "utf-8"),
        (csv(GOOD, "utf-16"), "f.csv", "utf-16"),
        (csv(GOOD, "gb18030"), "f.csv", "gb18030"),
    ],
)
def test_a_delivery_is_named_after_its_bytes(data: bytes, name: str, encoding: str) -> None:
    delivery = take(data, name, contract(), NOW)
    assert delivery.delivery == f"D-{digest_of(data)[:16]}"
    assert delivery.workbook.encoding == encoding
    assert delivery.sheets[0].data_rows() == 3
    assert delivery.received == NOW


def test_a_file_with_waived_columns_names_people() -> None:
    waived = [(*HEAD, "法定代表人"), (*row(1), "某某"), (*row(2), ""), (*row(3), "")]
    assert take(xlsx(waived), "f.xlsx", contract(), NOW).names_people
    assert not take(xlsx(GOOD), "f.xlsx", contract(), NOW).names_people


def test_a_file_about_residents_names_people() -> None:
    rows = [("身份证号码", "献血证编号", "献血日期"), ("x", "1", "2026-01-01")]
    assert take(xlsx(rows), "f.xlsx", contract(DONATIONS), NOW).names_people


def test_of_residents_only_heads_are_shown_for_confirmation() -> None:
    rows = [
        ("姓名", "身份证号码", "献血证编号", "献血日期"),
        ("王小明公司", "x", "证1", "2026-01-01"),
    ]
    found = take(csv(rows), "f.csv", contract(DONATIONS), NOW).findings
    assert found[0].sentence("en").endswith("look right: 身份证号码 / 献血证编号 / 献血日期.")
    assert "王小明" not in repr(found)


def test_of_organisations_their_names_are_shown_for_confirmation() -> None:
    rows = [HEAD, row(1, name="临禾化工有限公司"), row(2)]
    found = take(csv(rows), "f.csv", contract(), NOW).findings
    assert "临禾化工有限公司" in found[0].sentence("en")


def test_everything_that_stops_a_file_is_said_at_once_with_its_warnings() -> None:
    head = ("行政相对人名称", "信用代码", "文书", "处罚决定日期", "宗教信仰", "新列")
    found = refusal(xlsx([head, *((*r[:4], "a", "b") for r in (row(1), row(2)))]))
    assert found == [
        'The required column "统一社会信用代码" is missing. The nearest head is "信用代码".',
        'The required column "行政处罚决定书文号" is missing. The nearest head is "文书".',
        'The column "信用代码" is not known and was not read. The nearest is "统一社会信用代码".',
        'The column "文书" is not known and was not read. The nearest is "处罚决定书文号".',
        'The column "宗教信仰" is prohibited (religion, ethnicity and language).',
        'The column "新列" is not known and was not read. The nearest is "违法事实".',
    ]


def test_a_refused_file_says_how_many_things_and_the_first() -> None:
    with pytest.raises(DeliveryRefused) as caught:
        take(xlsx([("a", "b"), ("c", "d")]), "f.xlsx", contract(), NOW)
    assert caught.value.said_in("zh").startswith(
        "文件未接收，须先改正的问题：1 个。工作表“行政处罚”里找不到表头。"
    )
    assert caught.value.exit_code == 2


def test_what_is_no_workbook_is_refused_by_the_guard() -> None:
    assert "PDF" in refusal(b"%PDF-1.7 ...")[0]


def test_a_clerk_signs_digest_and_source() -> None:
    digest = digest_of(xlsx(GOOD))
    signature = KEY.sign(signed_message(digest, contract().source))
    check_signature(CLERK, signature, digest, contract())


def test_floor_rf_5_a_signature_of_another_file_is_refused() -> None:
    digest = digest_of(b"one file")
    signature = KEY.sign(signed_message(digest_of(b"another"), contract().source))
    with pytest.raises(DeliveryRefused, match="The signature does not fit this file"):
        check_signature(CLERK, signature, digest, contract())


def test_floor_rf_5_a_signature_for_another_source_is_refused() -> None:
    digest = digest_of(b"one file")
    signature = KEY.sign(signed_message(digest, SourceId("linhe-other")))
    with pytest.raises(DeliveryRefused, match="The signature does not fit"):
        check_signature(CLERK, signature, digest, contract())


def test_an_empty_signature_is_refused() -> None:
    with pytest.raises(DeliveryRefused, match="The signature does not fit"):
        check_signature(CLERK, b"", digest_of(b""), contract())


def test_a_clerk_of_another_authority_may_not_deliver() -> None:
    other = Clerk(CLERK.person, AuthorityId("linhe-court"), CLERK.key)
    digest = digest_of(b"one file")
    signature = KEY.sign(signed_message(digest, contract().source))
    with pytest.raises(NotPermitted) as caught:
        check_signature(other, signature, digest, contract())
    assert caught.value.text.en == (
        "clerk-wang is a clerk of linhe-court and cannot deliver for linhe-environment-bureau."
    )
    assert caught.value.exit_code == 4


def test_days_and_moments_are_kept_as_the_file_says_them() -> None:
    rows = [HEAD, row(1, decided_on=dt.date(2026, 2, 3))]
    made = take(xlsx(rows), "f.xlsx", contract(), NOW).sheets[0]
    assert made.sheet.cell(2, 4) == dt.date(2026, 2, 3)
