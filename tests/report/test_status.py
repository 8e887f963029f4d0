"""`status` as a secretary and as the office see it: on 80 cells, in both languages, and as JSON for scripts."""

from __future__ import annotations

import json
import re

import pytest

from tests.builders import sheet, unit
from tests.report.story import branch, plan
from xjtui.domain.plan import Audience
from xjtui.domain.states import Status
from xjtui.report.facts import tally_status
from xjtui.report.status import status_json, status_text
from xjtui.report.table import cells
from xjtui.words import LANGUAGES, words_for

ZH, EN = words_for("zh"), words_for("en")


def test_one_branch_shows_every_stage_and_item_with_mark_word_and_progress() -> None:
    lines = status_text([branch()], ZH).splitlines()
    assert lines[0] == "示例一小支部 · 学习调研阶段"
    assert lines[1] == "4月15日  距结束 15 天  完成 6/23  逾期 3  迟完成 1"
    assert "1 组织准备  [!]2/5" in lines
    found = [line for line in lines if "党员人人上讲台" in line]
    assert re.fullmatch(r"  \[~\] 党员人人上讲台 +2/5 人 +进行中 +期限 4月30日，还有 15 天", found[0])
    assert lines[-1] == "下一步：责任分工（已逾期 15 天），还没有记录"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_the_terminal(language: str) -> None:
    words = words_for(language)
    committee = sheet(of=unit(Audience.COMMITTEE, kind="bureau"), plan=plan())
    group = sheet(of=unit(Audience.GROUP, kind="group"), plan=plan(), guided=(unit(),))
    for sheets in ([branch()], [committee], [group], [branch(), committee, group], [branch(), branch(today="5-9")]):
        for line in status_text(sheets, words, width=80).splitlines():
            assert cells(line) <= 80, line


def test_in_a_pipe_nothing_is_cut_and_nothing_is_coloured() -> None:
    text = status_text([branch()], EN, width=None)
    assert ".." not in text
    assert "\x1b" not in text


def test_colour_adds_to_the_marks_and_changes_no_word() -> None:
    plain = status_text([branch()], ZH)
    coloured = status_text([branch()], ZH, colour=True)
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


def test_many_units_are_a_line_each_with_what_comes_next() -> None:
    done = branch(today="4-15")
    lines = status_text([done, sheet(plan=plan(), of=unit(name="示例二小支部"))], ZH).splitlines()
    assert len(lines) == 4
    assert lines[1].split() == ["单位", "完成", "逾期", "组织", "报送", "学习", "调研", "自查", "下一步"]
    assert lines[2].split() == [
        "示例一小支部",
        "6/23",
        "3",
        "[!]2/5",
        "[!]2/4",
        "[~]2/6",
        "[~]0/4",
        "[~]0/4",
        "责任分工",
    ]


def test_no_unit_says_how_to_make_one() -> None:
    assert "xjtui init" in status_text([], ZH)


def test_a_stage_is_overdue_where_one_item_is_and_done_where_all_are() -> None:
    from xjtui.domain.states import Tally

    assert tally_status(Tally(0, 0, 0, 0, 0)) is Status.NOT_APPLICABLE
    assert tally_status(Tally(4, 5, 1, 0, 5)) is Status.OVERDUE
    assert tally_status(Tally(5, 5, 0, 1, 5)) is Status.MET_LATE
    assert tally_status(Tally(5, 5, 0, 0, 5)) is Status.MET
    assert tally_status(Tally(0, 5, 0, 0, 1)) is Status.IN_PROGRESS
    assert tally_status(Tally(0, 5, 0, 0, 0)) is Status.NOT_STARTED


def test_the_json_is_the_same_in_both_languages_but_for_its_texts() -> None:
    found = [json.loads(json.dumps(status_json([branch()], words))) for words in (ZH, EN)]
    for one in found:
        assert one["schema"] == "xjtui.status/1"
    zh, en = (one["units"][0] for one in found)
    assert (
        zh["total"]
        == en["total"]
        == {
            "done": 6,
            "of": 23,
            "overdue": 3,
            "late": 1,
            "started": zh["total"]["started"],
            "complete": False,
            "weight_met": 6,
            "weight_of": 23,
        }
    )
    assert [item["key"] for item in zh["items"]] == [item["key"] for item in en["items"]]
    assert zh["next"]["item"] == "org.duties"
    assert zh["next"]["why"] == "overdue"
    lecture = next(item for item in zh["items"] if item["key"] == "study.micro_lectures")
    assert lecture["missing"][0]["names"] == ["甲一", "甲三", "乙二"]
    assert lecture["due"] == "2009-04-30"


def test_a_branch_without_pupils_shows_the_reason() -> None:
    found = status_json([sheet(plan=plan(), of=unit(kind="office"))], ZH)["units"][0]
    visits = next(item for item in found["items"] if item["key"] == "research.visits")
    assert visits["status"] == "not_applicable"
    assert visits["not_applicable"]["reason"] == "本单位没有在校学生"
    assert visits["missing"] == []
