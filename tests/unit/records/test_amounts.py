"""Amounts are read to exact thousandths of a yuan, and fines out of the text of a penalty."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.kernel.findings import Kind
from evenhand.records.amounts import MOST, read_amount
from evenhand.records.fines import Fines, fines_in_text
from evenhand.records.numerals import number
from evenhand.sources.sheet import CellValue
from tests.golden import check_golden

GOLDEN = Path(__file__).parents[2] / "golden" / "normalise"

TYPED: tuple[CellValue, ...] = (
    "壹万伍仟元整",
    "5万元",
    "¥18000.00",
    "￥18,000.00",
    "1.5万",
    "人民币叁拾万元",
    "3万5千",
    "1万5仟元",
    "一万八千元",
    "贰拾叁万肆仟伍佰陆拾柒圆整",
    "叁佰元伍角",
    "壹佰元零伍分",
    "人民币（大写）贰拾万元整",
    "捌万柒千（¥87000）元",
    "15000元整（大写：壹万伍仟元整）",
    "2万元(叁万元)",
    "2万元,3万元",
    "零元",
    "0",
    "5000",
    "５０００",
    "20，000.00",
    "5 000",
    "18,00",
    "1,80,000",
    "1.234,56",
    "1e5",
    "一万五",
    "壹拾贰佰",
    "1-2万元",
    "5万元以上",
    "约5万元",
    "十余万元",
    "不超过3万元",
    "$500",
    "500美元",
    "-5",
    "(500)",
    "负五百元",
    "5000.0005",
    "0.001",
    "360426199101010071",
    "91000000MA0000001R",
    "5000元/次",
    "罚款5000元",
    "无",
    "不详",
    "-",
    "——",
    "",
    None,
    True,
    0,
    12,
    12.5,
    0.1,
    0.30000000000000004,
    1e13,
    1e300,
    float("inf"),
    float("nan"),
    18000,
    -1,
    "伍仟",
    "亿元",
    "一亿二千万元",
    "12000000000000",
)

TEXTS = (
    "罚款人民币壹万伍仟元整",
    "1、责令停止生产；2、罚款贰万元（￥20，000.00）。",
    "处以项目总投资额（50万元）百分之一的罚款，共计五千元罚款。",
    "处投资额（158万元）1%的罚款15800元，没收违法所得2,000元",
    "没收违法所得1234.56元，并处违法所得三倍的罚款3703.68元，罚没款合计4938.24元",
    "依据甲法处以罚款伍万元（￥50,000.00），依据乙条例处以罚款壹万元，合并处以罚款陆万元。",
    "罚款壹万元；需要配套建设的环保设施未验收，罚款壹拾万元",
    "对公司罚款贰万元；综上，共处罚款陆万元。",
    "罚款人民币二十万元整；责任人罚款人民币伍万元整。",
    "依法处五万元以上五十万元以下的罚款",
    "处以叁万元人民币罚款",
    "停建；10万",
    "责令停止生产，贰万零肆佰陆拾肆元整",
    "罚款人民币；陆仟圆整（¥6000.00）",
    "罚款人民币；贰元圆整（¥20000.00）",
    "罚款0.539",
    "罚款",
    "警告",
    "查处年产5万吨项目，责令停止建设",
    "2018年1月17日，责令停止生产，并处罚款1.1万元",
    "第一项罚款1万元，第二项罚款1万元",
    "附件1 20000元罚款",
    "没收违法所得五万元",
    "",
)


def shown(answer: tuple[int, str] | Kind) -> str:
    return answer.code if isinstance(answer, Kind) else f"{answer[0]} {answer[1]}"


def test_what_becomes_of_amounts_in_both_units() -> None:
    lines = [
        f"{value!r}\t{shown(read_amount(value, 'yuan'))}\t{shown(read_amount(value, '10k-yuan'))}"
        for value in TYPED
    ]
    check_golden(GOLDEN / "amounts.txt", "\n".join(lines) + "\n")


def test_what_fines_are_read_in_texts() -> None:
    lines = []
    for text in TEXTS:
        answer = fines_in_text(text)
        said = (
            answer.code
            if isinstance(answer, Kind)
            else f"{answer.amount} {list(answer.parts)} {answer.confiscated} {answer.rule}"
        )
        lines.append(f"{text}\n    {said}")
    check_golden(GOLDEN / "fines.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("一元一次方程", "is not an amount"),
        ("不详", "No amount is stated"),
        ("1-2万元", "is a range or an estimate"),
        ("2万元(叁万元)", "states several different amounts"),
        ("-5", "is below zero"),
        ("12000000000000", "is too large"),
        ("18,00", "comma, point or unit are unclear"),
        ("$500", "is not an amount in yuan"),
        ("5000.0005", "more than three digits after the point"),
    ],
)
def test_each_refusal_has_its_words(value: str, words: str) -> None:
    answer = read_amount(value, "yuan")
    assert isinstance(answer, Kind)
    assert words in answer.what.en


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("警告", "names no fine"),
        ("罚款", "speaks of a fine but states no amount"),
        ("罚款贰万元。综上，共处罚款陆万元。", "contradict each other"),
    ],
)
def test_a_text_without_a_clear_fine_says_why(text: str, words: str) -> None:
    answer = fines_in_text(text)
    assert isinstance(answer, Kind)
    assert words in answer.what.en


CAPITALS = "零壹贰叁肆伍陆柒捌玖"


def in_capitals(whole: int) -> str:
    """Write a number below a hundred million as a cheque has it."""
    high, low = divmod(whole, 10_000)
    said = ""
    if high:
        said = _below(high) + "万"
        if low and low < 1000:
            said += "零"
    return said + (_below(low) if low or not high else "")


def _below(value: int) -> str:
    said, skipped = "", False
    for worth, unit in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit, value = divmod(value, worth)
        if digit:
            said += ("零" if skipped and said else "") + CAPITALS[digit] + unit
        skipped = not digit
    return said or "零"


@given(st.integers(0, 99_999_999))
def test_every_amount_in_capitals_is_read_as_itself(whole: int) -> None:
    written = in_capitals(whole)
    assert number(written) == whole
    assert read_amount(f"人民币{written}元整", "10k-yuan") == (whole * 1000, "writing")
    if whole:
        answer = fines_in_text(f"责令改正；罚款{written}元整（¥{whole:,}.00）。")
        assert isinstance(answer, Fines)
        assert (answer.amount, answer.rule) == (whole * 1000, "one fine")


@given(st.decimals(0, 10**9, places=3))
def test_digits_are_read_without_loss(value: Decimal) -> None:
    assert read_amount(str(value), "yuan") == (int(value * 1000), "digits")
    assert read_amount(f"{value:,}元", "yuan") == (int(value * 1000), "writing")


@given(st.integers(0, 10**8), st.integers(0, 99))
def test_a_spreadsheets_float_is_taken_to_its_fifteen_digits(whole: int, cents: int) -> None:
    value = (whole * 100 + cents) / 100
    assert read_amount(value, "yuan") == (whole * 1000 + cents * 10, "number")


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    answer = read_amount(text, "yuan")
    assert isinstance(answer, Kind) or 0 <= answer[0] <= MOST * 1000
    fines_in_text(text)


@given(st.text("壹贰拾佰仟万亿零元角分整0123456789.,()¥罚款;", max_size=60))
def test_no_text_of_numerals_breaks_the_reading(text: str) -> None:
    answer = read_amount(text, "10k-yuan")
    assert isinstance(answer, Kind) or 0 <= answer[0] <= MOST * 1000
    read = fines_in_text(text)
    assert isinstance(read, Kind) or read.amount > 0


def test_a_cell_of_figures_without_end_is_read_in_a_moment() -> None:
    before = time.process_time()
    for text in ("壹" * 60_000, "1万元," * 10_000, "人民币" * 20_000, "罚款1元;" * 9_000):
        fines_in_text(text)
        read_amount(text, "yuan")
    assert time.process_time() - before < 3
