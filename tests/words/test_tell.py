"""What a secretary reads: why something comes next, what is missing, and how to mend a wrong answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import at, enter, entry, lecture, member, record, session, situation, state, step, voided, with_
from tests.report.story import MEMBERS, branch, records
from xjtui.domain.answers import Reading
from xjtui.domain.changes import Entry as HistoryEntry
from xjtui.domain.entry import review
from xjtui.domain.guide import gap_of, gaps, next_gap
from xjtui.domain.records import Kind, Record
from xjtui.domain.sheet import Sheet
from xjtui.words import LEXICON, tell, words_for

ZH, EN = words_for("zh"), words_for("en")


def due(sheet: Sheet, key: str) -> tuple[str, str]:
    found = sheet.state(key)
    assert found is not None
    return tell.due(ZH, found, sheet.situation.today), tell.due(EN, found, sheet.situation.today)


def test_a_due_date_says_how_it_stands_today() -> None:
    assert due(branch(), "study.micro_lectures") == ("期限 4月30日，还有 15 天", "due 30 Apr, 15 days left")
    assert due(branch(today="4-30"), "study.exchange") == ("期限 4月30日，今天到期", "due 30 Apr, today")
    assert due(branch(), "org.duties") == ("期限 3月31日，已过 15 天", "due 31 Mar, 15 days ago")
    assert due(branch(), "plan.filed") == ("4月1日完成，晚于期限 3月31日", "done 1 Apr, late: due 31 Mar")
    assert due(branch(), "report.progress") == ("建议 4月30日前", "advised by 30 Apr")
    assert due(branch(), "research.problems") == ("贯穿全程，到 4月30日", "throughout, to 30 Apr")


def test_progress_carries_the_right_measure_word() -> None:
    sheet = branch()
    said = {one.item.key: (tell.progress(ZH, one), tell.progress(EN, one)) for one in sheet.states}
    assert said["study.micro_lectures"] == ("2/5 人", "2/5 people")
    assert said["plan.filed"] == ("1/1 份", "1/1 copy")
    assert said["publicity.forms"] == ("2/2 种", "2/2 forms")
    assert said["study.ideas"] == ("1/1 条", "1/1 entry")
    assert said["review.registers"] == ("7/9 种", "7/9 registers")


def test_where_nobody_is_concerned_it_says_so_and_shows_no_figure() -> None:
    nobody = state("study.lectures", members=())
    assert tell.progress(ZH, nobody) == "无对象"
    assert tell.progress(EN, nobody) == "nobody concerned"


def test_the_next_gap_tells_why_it_is_next_and_what_is_missing() -> None:
    sheet = branch()
    gap = next_gap(sheet)
    assert gap is not None
    assert tell.gap(ZH, gap) == "已逾期 15 天"
    assert tell.gap(EN, gap) == "15 days overdue"
    assert tell.missing(ZH, gap.missing, sheet) == "还没有记录"


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    [
        ("study.micro_lectures", "还差 3 人：甲一、甲三、乙二", "3 people left: 甲一, 甲三, 乙二"),
        ("research.visits", "还没有听取家长的意见", "not heard yet: Parents"),
        ("research.channels", "还差 1 种", "1 form more needed"),
        ("org.four_systems", "还缺：抽查制度", "still missing: Spot checks"),
        ("research.problems", "还有 1 个问题没有销号：课间活动场地不足", "1 problem not closed: 课间活动场地不足"),
    ],
)
def test_what_is_missing_is_named(key: str, zh: str, en: str) -> None:
    sheet = branch()
    found = sheet.state(key)
    assert found is not None
    assert tell.missing(ZH, found.judgement.missing[0], sheet) == zh
    assert tell.missing(EN, found.judgement.missing[0], sheet) == en


def test_every_gap_of_a_new_branch_is_told_in_both_languages() -> None:
    sheet = replace(branch(), situation=situation(members=MEMBERS))
    for gap in (*gaps(branch()), *gaps(sheet)):
        for words in (ZH, EN):
            assert tell.gap(words, gap)
            assert tell.missing(words, gap.missing, sheet)


def test_a_returned_filing_says_when_and_why() -> None:
    filing = record("plan.filed", Kind.FILING, "3-28", title="计划", filed_by="甲一")
    returned = record(
        "plan.filed", Kind.RECEIPT, "3-30", about=filing, outcome="returned", reason="缺进度安排", officer="办公室"
    )
    sheet = branch(filing, returned, today="3-31")
    gap = gap_of(sheet, "plan.filed")
    assert gap is not None
    assert tell.missing(ZH, gap.missing, sheet) == "3月30日被退回，原因：缺进度安排，改好后重新报送"
    assert "mend it and file it again" in tell.missing(EN, gap.missing, sheet)


def told(kind: Kind, key: str, **answers: str) -> dict[str, tuple[str, str]]:
    """The faults of a form, by field, in both languages."""
    sheet = branch()
    form = entry(sheet.situation, key, kind, **answers)
    found = review(form, Reading(sheet.situation, LEXICON)).faults
    return {f.key: (tell.fault(ZH, f, form.form, sheet), tell.fault(EN, f, form.form, sheet)) for f in found}


def test_a_bad_answer_is_told_with_the_way_to_mend_it() -> None:
    found = told(Kind.LECTURE, "study.micro_lectures", day="下周", lecturer="张三", title="", attendance="乙二 睡觉")
    assert found["day"][0] == "「日期」不是日期：下周。写成 4月15日、2009-04-15 或「今天」都行。"
    assert found["lecturer"][0] == "名册上没有「张三」。请核对姓名，新来的人先加进名册。"
    assert found["title"] == ("「党课题目」没有填。", "“Title of the lecture” is empty; please fill it in.")
    assert "睡觉" in found["attendance"][0]
    assert "病假" in found["attendance"][0]


def test_a_wrong_choice_lists_the_right_ones() -> None:
    found = told(Kind.PUBLICITY, "publicity.forms", form="飞艇", title="x")
    assert "网络、简报、板报" in found["form"][0]
    assert "Web, Bulletin" in found["form"][1]
    assert "其他" in found["form"][0]


def test_more_returned_than_issued_names_both_figures() -> None:
    found = told(Kind.CHANNEL, "research.channels", channel="cards", issued="10", returned="12")
    assert found["returned"][0] == "收回 12 份，多于发放的 10 份，请核对。"


def test_a_record_is_one_line_with_date_who_and_what() -> None:
    sheet = branch()
    lines = [tell.record_line(ZH, one, sheet.situation) for one in records()]
    assert "4月8日 · 甲二 · 《让每个孩子成功》" in lines
    assert "3月25日 · 参加动员大会并传达 · 应到 6 人，实到 6 人" in lines
    assert "4月9日 · 征求意见卡 · 发放 60 份，收回 52 份，意见 18 条" in lines
    assert "4月3日 · 校园广播 · 红领巾广播" in lines


def test_late_entries_and_voided_records_are_marked() -> None:
    later = lecture("4-2", "甲一", "study.micro_lectures", entered=None)
    later = replace(later, entered=at("4-8"))
    gone = voided(later, "4-9")
    case = branch().situation
    assert tell.record_line(ZH, later, case).endswith("[补录]")
    assert tell.record_line(ZH, gone, case).endswith("[已作废、补录]")
    assert tell.record_line(EN, gone, case).endswith("[voided, entered later]")


def test_every_kind_of_record_has_its_line() -> None:
    case = branch().situation
    for kind in Kind:
        bare = record("study.sessions", kind, "4-1")
        for words in (ZH, EN):
            assert tell.record_line(words, bare, case)


def test_what_was_given_anonymously_names_nobody() -> None:
    sheet = branch()
    idea = next(one for one in records() if one.kind is Kind.IDEA)
    form = entry(sheet.situation, "study.ideas", Kind.IDEA).form
    author = form.field("author")
    assert author is not None
    for words in (ZH, EN):
        assert "甲三" not in tell.record_line(words, idea, sheet.situation)
        assert "甲三" not in tell.answer_text(words, idea, author, sheet.situation)


def test_the_answers_of_a_record_read_as_they_were_meant() -> None:
    case = branch().situation
    made = enter(
        case,
        "study.micro_lectures",
        Kind.LECTURE,
        day="4-13",
        lecturer="乙二",
        title="讲稿",
        minutes="20",
        attendance="甲三 病假 甲一；乙一 迟到",
    )
    form = entry(case, "study.micro_lectures", Kind.LECTURE).form
    said = {field.key: tell.answer_text(ZH, made, field, case) for field in form.fields}
    assert said["day"] == "4月13日"
    assert said["lecturer"] == "乙二"
    assert said["minutes"] == "20"
    assert said["attendance"] == "应到 6 人，实到 5 人；迟到：乙一；病假：甲三"


def change(label: str, undoes: int | None = None) -> HistoryEntry:
    return HistoryEntry(7, at("4-9", "15:32"), "甲一", label, (), undoes)


@pytest.mark.parametrize(
    ("label", "zh"),
    [
        ("record:study.sessions:session", "登记 集中学习 · 集中活动"),
        ("void:study.ideas:idea", "作废 金点子征集 · 金点子"),
        ("restore:review.summary:summary", "恢复 自查总结"),
        ("members", "修改名册"),
        ("members:remove", "修改名册"),
        ("create", "建立单位"),
        ("unit:edit", "修改单位资料"),
    ],
)
def test_the_history_says_what_was_done(label: str, zh: str) -> None:
    plan = branch().situation.plan
    assert tell.change_label(ZH, label, plan) == zh
    assert tell.history_line(ZH, change(label), plan) == f"   7  4月9日 15:32  甲一  {zh}"
    assert not any("\u4e00" <= c <= "\u9fff" for c in tell.change_label(EN, label, plan))


def test_an_undo_names_the_change_it_took_back() -> None:
    plan = branch().situation.plan
    assert tell.history_line(ZH, change("record", 5), plan).endswith("撤销第 5 次改动")
    assert tell.history_line(EN, change("record", 5), plan).endswith("took back change 5")


def test_long_lists_are_cut_unless_all_is_asked_for() -> None:
    many = tuple(member(f"丁{n}") for n in range(12))
    sheet = branch()
    case = with_(replace(sheet.situation, members=many))
    from xjtui.domain.sheet import evaluate

    found = evaluate(case)
    lack = found.state("study.micro_lectures")
    assert lack is not None
    assert tell.missing(ZH, lack.judgement.missing[0], found).endswith("等")
    assert tell.missing(EN, lack.judgement.missing[0], found).endswith("and 4 more")
    assert tell.missing(ZH, lack.judgement.missing[0], found, 0).count("丁") == 12


def test_a_closed_problem_reads_closed() -> None:
    case = branch().situation
    found: Record = next(one for one in records() if one.text("text") == "办事公开栏更新慢")
    assert tell.record_line(ZH, found, branch().situation).endswith("整改中")
    closed = with_(case, found, step("4-12", found, "close"))
    assert tell.record_line(ZH, found, closed).endswith("已销号")


def test_a_day_without_a_reference_has_no_year() -> None:
    assert tell.day(ZH, date(2009, 4, 15)) == "4月15日"
    assert tell.day(EN, date(2009, 4, 15), date(2010, 1, 1)) == "15 Apr 2009"
    assert session("4-2").day == date(2009, 4, 2)
