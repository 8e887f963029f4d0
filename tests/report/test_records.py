"""What was entered, by item: voided and later-entered records are marked, nothing anonymous gets a name."""

from __future__ import annotations

import json

from tests.builders import at, lecture, record, sheet, unit, voided
from tests.report.story import MEMBERS, branch, plan
from xjtui.domain.changes import Edit, Entry, Table
from xjtui.domain.records import Kind
from xjtui.report.history import history_json, history_text
from xjtui.report.records import records_json, records_text
from xjtui.words import words_for

ZH, EN = words_for("zh"), words_for("en")


def test_records_stand_under_their_items_in_the_order_of_the_plan() -> None:
    text = records_text(branch(), ZH, width=None)
    assert text.index("org.body") < text.index("plan.filed") < text.index("study.sessions")
    assert "  4月2日 · 学习科学发展观论述摘编 · 应到 6 人，实到 4 人（集中活动 " in text
    assert "    4月8日 · 乙二补 4月2日 的课 · 自学" in text


def test_what_followed_a_record_up_stands_below_it_however_late() -> None:
    lines = records_text(branch(), ZH, "research.problems").splitlines()
    assert [line.split(" · ")[1] for line in lines[1:]] == ["课间活动场地不足", "办事公开栏更新慢", "销号"]
    case = branch().situation
    same = next(one for one in case.records if one.text("text") == "课间活动场地不足")
    whole = sheet(
        *case.records,
        record("research.problems", Kind.STEP, "4-14", about=same, step="progress", text="已划线"),
        members=MEMBERS,
        plan=plan(),
        of=unit(),
    )
    lines = records_text(whole, ZH, "research.problems").splitlines()
    assert [line.split(" · ")[1] for line in lines[1:]] == ["课间活动场地不足", "进展", "办事公开栏更新慢", "销号"]


def test_one_item_alone_and_an_item_without_records() -> None:
    text = records_text(branch(), ZH, "study.micro_lectures")
    assert "org.body" not in text
    assert records_text(branch(), ZH, "study.exchange") == "没有记录。"


def test_a_voided_record_stays_in_sight_with_who_when_and_why() -> None:
    gone = voided(lecture("4-10", "甲三", "study.micro_lectures"), "4-12", "讲的是别的")
    text = records_text(branch(gone), ZH, "study.micro_lectures", width=None)
    assert "[已作废]" in text
    assert "书记 4月12日作废：讲的是别的" in text
    found = records_json(branch(gone), ZH, "study.micro_lectures")["records"]
    assert [one["voided"] is not None for one in found] == [False, False, True]


def test_a_record_entered_later_is_marked() -> None:
    assert "[补录]" in records_text(branch(), ZH, "org.four_systems")
    assert all(one["entered_later"] for one in records_json(branch(), ZH, "org.four_systems")["records"])


def test_no_json_names_who_gave_something_anonymously() -> None:
    for item in ("study.ideas", "research.channels"):
        assert "甲三" not in json.dumps(records_json(branch(), ZH, item), ensure_ascii=False)


def test_the_history_is_told_newest_first_and_keeps_what_is_anonymous_so() -> None:
    idea = {"id": "r1", "data": {"anonymous": True, "author": "甲三", "text": "好主意"}}
    named = {"id": "r2", "data": {"anonymous": False, "author": "甲三", "text": "好主意"}}
    edits = (Edit(Table.RECORDS, "r1", None, idea), Edit(Table.RECORDS, "r2", idea, named))
    entries = [
        Entry(1, at("3-26"), "甲一", "create", ()),
        Entry(2, at("4-7"), "甲一", "record:study.ideas:idea", edits),
        Entry(3, at("4-8"), "甲一", "undo", edits, 2),
    ]
    lines = history_text(entries, plan(), ZH).splitlines()
    assert [line.split()[0] for line in lines] == ["3", "2", "1"]
    assert lines[0].endswith("撤销第 2 次改动")
    found = history_json(entries, plan(), "yixiao", ZH)["changes"][1]["edits"]
    assert "author" not in found[0]["after"]["data"]
    assert "author" not in found[1]["before"]["data"]
    assert found[1]["after"]["data"]["author"] == "甲三"
    assert history_text([], plan(), EN) == "Nothing was changed."
