"""Columns hold with Chinese in them, and no record can steer the terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xjtui.report.table import Style, cells, columns, cut, pad, paint, safe, wrap

LINES = st.text(st.sampled_from("ab 12中文，。《》·　x"), max_size=60)


def test_a_chinese_character_takes_two_cells() -> None:
    assert cells("台帐 a") == 6
    assert pad("台帐", 6) == "台帐  "
    assert pad("7", 3, right=True) == "  7"


def test_what_is_too_long_is_cut_with_a_mark_that_every_terminal_shows_alike() -> None:
    assert cut("教育科学发展大家谈", 10) == "教育科学.."
    assert cut("短", 10) == "短"
    assert cut("长长", 1) == "."


@given(LINES, st.integers(0, 40))
def test_a_padded_text_is_as_wide_as_asked(text: str, width: int) -> None:
    assert cells(pad(text, width)) == width


@given(LINES, st.integers(12, 40))
def test_wrapping_loses_no_character_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(line.split()) for line in lines) == "".join(text.split())
    assert all(cells(line) <= width for line in lines)


def test_no_line_begins_with_a_full_stop() -> None:
    assert wrap("一二三四五。六七", 10) == ["一二三四", "五。六七"]


def test_later_lines_are_indented() -> None:
    assert wrap("one two three four", 9, "  ") == ["one two", "  three", "  four"]


def test_columns_line_up_in_cells() -> None:
    lines = columns([["姓名", "次"], ["甲", "12"]], gap=1)
    assert lines == ["姓名 次", "甲   12"]


def test_control_characters_of_a_record_do_not_reach_the_terminal() -> None:
    assert safe("甲\x1b[31m一\x07\u202e二\n三") == "甲[31m一二 三"
    assert safe("㐀𠀀\ue000") == "㐀𠀀\ue000"


def test_colour_is_an_addition_only() -> None:
    assert paint("x", Style.RED, False) == "x"
    assert paint("x", Style.RED, True) == "\x1b[31mx\x1b[0m"
    assert paint("x", None, True) == "x"
