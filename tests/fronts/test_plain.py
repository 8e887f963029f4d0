"""A secretary on plain lines: the same questions, the same records, nothing lost when the line goes dead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from xjtui.clock import Clock
from xjtui.desk import Desk
from xjtui.domain.entry import answer, finish
from xjtui.domain.guide import Action, open_entry
from xjtui.domain.people import Member, Standing, Unit
from xjtui.domain.plan import Audience
from xjtui.domain.records import Kind, Record
from xjtui.errors import Exit
from xjtui.fronts.plain import run_plain
from xjtui.plans import PlanLibrary
from xjtui.store.memory import MemoryStore
from xjtui.words import LEXICON, words_for

DAY = date(2009, 4, 8)
PEOPLE = (
    Member("m1", "甲一", duty="书记", leader=True),
    Member("m2", "乙二"),
    Member("m3", "丙三", Standing.PROBATIONARY),
)


@pytest.fixture
def desk() -> Desk:
    """A branch of three on 8 April, kept in memory."""
    found = Desk(MemoryStore(), PlanLibrary(None), "甲一", Clock(DAY), LEXICON)
    _, pin = found.pin("xihu-2009-study")
    found.create(Unit("one", "示例支部", Audience.BRANCH, "primary", pin, secretary="甲一"), PEOPLE)
    return found


Talk = Callable[..., str]


@pytest.fixture
def talk(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Says lines to the guide; what it said, without prompts. The last line must have been needed."""

    def say(*lines: str, code: int = Exit.DONE, language: str = "zh") -> str:
        typed: Iterator[str] = iter(lines)

        def read(prompt: str) -> str:
            print(prompt)
            for line in typed:
                return line
            raise EOFError

        assert run_plain(desk, "one", words_for(language), read) == code
        assert list(typed) == []
        return capsys.readouterr().out

    return say


def records(desk: Desk) -> list[Record]:
    return [record for record in desk.sheet("one").situation.records if record.voided is None]


def open_item(desk: Desk, key: str) -> str:
    """The number under which an item is listed."""
    return str([state.item.key for state in desk.sheet("one").states].index(key) + 1)


def test_it_opens_at_the_next_gap_with_its_reason_and_basis(talk: Talk) -> None:
    said = talk("q")
    assert "示例支部" in said and "下一项：" in said and "依据：" in said and "逾期" in said
    assert "Next:" in talk("q", language="en")


def test_a_session_is_entered_by_numbers_and_words(desk: Desk, talk: Talk) -> None:
    number = open_item(desk, "study.sessions")
    said = talk(
        *(number, "1"),
        *("4月2日", "", "集中学习", "会议室", "", "2", "", "乙二", "3"),
        *("2 病假 甲一; 3=缺席", "", "b", "q"),
    )
    (record,) = records(desk)
    assert "已保存" in said and "第1步/共" in said
    assert record.day == date(2009, 4, 2)
    assert record.data["speaker"] == "乙二" and record.data["recorder"] == "丙三"
    assert record.data["attendance"]["marks"] == {"m2": {"mark": "sick", "approver": "甲一"}, "m3": {"mark": "absent"}}
    assert record.data["host"] == "甲一"


def test_a_transcript_gives_the_same_record_as_the_same_answers_given_to_the_core(desk: Desk, talk: Talk) -> None:
    lines = ["4月3日", "工作机构", "甲一", "乙二、丙三", "各管一摊", "3月20日", "机构文件"]
    talk(open_item(desk, "org.body"), "1", *lines, "b", "q")
    (made,) = records(desk)
    sheet = desk.sheet("one")
    reading = desk.reading(sheet)
    entry = open_entry(sheet, Action("org.body", Kind.DOCUMENT))
    for field, line in zip(entry.form.fields, lines, strict=True):
        answered = answer(entry, field.key, line, reading)
        assert answered.fault is None
        entry = answered.entry
    expected = finish(entry, reading, made.id, made.by, made.entered)
    assert isinstance(expected, Record)
    assert (made.item, made.kind, made.day, made.data) == (expected.item, expected.kind, expected.day, expected.data)


def test_a_wrong_answer_says_how_to_mend_it_and_asks_again(desk: Desk, talk: Talk) -> None:
    said = talk(
        open_item(desk, "org.four_systems"), "1", "9", "考勤制度", "昨夜", "4月1日", "", "考勤办法", "", "b", "q"
    )
    assert said.count("（必填）") == 6
    (record,) = records(desk)
    assert record.data["part"] == "attendance" and record.day == date(2009, 4, 1)


def test_what_is_wrong_between_answers_is_asked_again_alone(desk: Desk, talk: Talk) -> None:
    said = talk(
        open_item(desk, "org.four_systems"),
        *("1", "1", "5月1日", "考勤办法", ""),
        *("4月1日", "b", "q"),
    )
    assert "已保存" in said and len(records(desk)) == 1


def test_back_help_and_what_was_filled_in(desk: Desk, talk: Talk) -> None:
    said = talk(
        open_item(desk, "org.four_systems"), "1", "1", "b", "2", "？", "s", "4月1日", "请假办法", "-", "b", "ｑ"
    )
    assert "依据：" in said and "请假制度" in said
    (record,) = records(desk)
    assert record.data["part"] == "leave"


def test_a_text_may_go_on_over_lines(desk: Desk, talk: Talk) -> None:
    number = open_item(desk, "research.problems")
    talk(number, "1", "4月1日", "", "第一行\\", "第二行", "1", "马上办", "", "2", "4月9日", "b", "q")
    (record,) = records(desk)
    assert record.data["text"] == "第一行\n第二行" and record.data["owner"] == "m2"


def test_the_end_of_the_input_keeps_the_draft_and_the_next_run_goes_on(desk: Desk, talk: Talk) -> None:
    said = talk(open_item(desk, "org.four_systems"), "1", "1", "4月1日", code=Exit.USAGE)
    assert "草稿" in said and records(desk) == []
    again = talk("", "", "", "考勤办法", "", "q")
    assert "草稿：" in again
    assert [record.data["part"] for record in records(desk)] == ["attendance"]
    assert desk.drafts("one") == {}


def test_q_keeps_the_draft_and_a_draft_may_be_dropped(desk: Desk, talk: Talk) -> None:
    talk(open_item(desk, "org.four_systems"), "1", "2", "q")
    assert len(desk.drafts("one")) == 1
    talk("2", "q")
    assert len(desk.drafts("one")) == 1
    talk("3", "q")
    assert desk.drafts("one") == {}


def test_a_form_left_at_once_leaves_nothing(desk: Desk, talk: Talk) -> None:
    talk(open_item(desk, "org.body"), "1", "b", "b", "q")
    assert desk.drafts("one") == {} and records(desk) == []


def test_records_are_edited_voided_restored_and_undone(desk: Desk, talk: Talk) -> None:
    number = open_item(desk, "org.four_systems")
    talk(number, "1", "1", "4月1日", "考勤办法", "", "b", "q")
    offered = len([line for line in talk(number, "b", "q").splitlines() if line.startswith("  ")])
    one = str(offered)
    talk(number, one, "1", "", "", "新的办法", "", "b", "q")
    assert [record.data["text"] for record in records(desk)] == ["新的办法"]
    talk(number, one, "2", "录错", "b", "q")
    assert records(desk) == []
    talk("u", "q")
    assert len(records(desk)) == 1
    talk(number, one, "2", "b", "b", "q")
    assert len(records(desk)) == 1


def test_somebody_elses_change_is_shown_and_no_text_is_lost(desk: Desk, talk: Talk, capsys: object) -> None:
    number = open_item(desk, "org.four_systems")
    talk(number, "1", "1", "4月1日", "考勤办法", "", "b", "q")
    (mine,) = records(desk)
    other = Desk(desk.store, desk.library, "乙二", desk.clock, LEXICON)
    apply = desk.store.apply
    done: list[int] = []

    def meanwhile(unit_id: str, changes: object) -> object:
        if not done:
            done.append(1)
            entry = open_entry(other.sheet("one"), Action("org.four_systems", Kind.CONFIRMATION, record=mine.id))
            other.save("one", entry.put("text", "别人的办法"))
        return apply(unit_id, changes)  # type: ignore[arg-type]

    desk.store.apply = meanwhile  # type: ignore[method-assign, assignment]
    offered = [line for line in talk(number, "b", "q").splitlines() if line.startswith("  ")]
    said = talk(number, str(len(offered)), "1", "", "", "我的办法", "", "", "b", "q")
    assert "我的办法" in said and "别人的办法" in said
    assert [record.data["text"] for record in records(desk)] == ["我的办法"]


def test_the_roster_is_listed_and_added_to(desk: Desk, talk: Talk) -> None:
    said = talk("r", "?", "a", "", "甲一", "丁四", "2", "教师", "是", "3月", "2009-03-16", "b", "q")
    assert "乙二" in said and "已有「甲一」" in said
    added = desk.sheet("one").situation.members[-1]
    assert (added.name, added.standing, added.leader, added.joined) == (
        "丁四",
        Standing.PROBATIONARY,
        True,
        date(2009, 3, 16),
    )


def test_the_look_back_goes_from_item_to_item(desk: Desk, talk: Talk) -> None:
    talk("t", "", "", "好", "做得扎实", "", "", "2", "还要努力", "b", "q")
    ratings = [record for record in records(desk) if record.kind is Kind.RATING]
    assert [record.data["rating"] for record in ratings] == ["good", "fair"]
    assert len({record.data["item"] for record in ratings}) == 2


def test_menus_answer_anything(desk: Desk, talk: Talk) -> None:
    said = talk("?", "l", "o", "d", "n", "s", "u", "xyz", "99", "1", "?", "s", "77", "b", "q")
    assert "没看懂" in said and "没有可以撤销" in said and "自查总结" in said


def test_no_control_character_of_a_record_reaches_the_terminal(desk: Desk, talk: Talk) -> None:
    from dataclasses import replace

    unit = desk.sheet("one").situation.unit
    desk.apply("one", (replace(unit, name="坏\x1b[2J名\u202e"),), "unit:edit")
    said = talk("q")
    assert "\x1b" not in said and "\u202e" not in said


def test_a_garbled_line_is_asked_again(capsys: pytest.CaptureFixture[str]) -> None:
    from xjtui.fronts.lines import Lines

    answers = iter([UnicodeDecodeError("utf-8", b"\xc4", 0, 1, "bad"), "好"])

    def read(prompt: str) -> str:
        found = next(answers)
        if isinstance(found, Exception):
            raise found
        return str(found)

    assert Lines("再输一次", read).ask("> ") == "好"
    assert "再输一次" in capsys.readouterr().out


def test_one_bad_line_of_a_pipe_spoils_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    import io

    from xjtui.fronts.lines import EndOfInput, Lines, reader

    pipe = io.TextIOWrapper(io.BytesIO("甲\n".encode("gbk") + "乙\n".encode()), encoding="utf-8")
    lines = Lines("看不懂", reader(pipe))
    assert lines.ask("> ") == "乙"
    assert "看不懂" in capsys.readouterr().out
    with pytest.raises(EndOfInput):
        lines.ask("> ")
