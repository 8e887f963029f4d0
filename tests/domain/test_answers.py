"""What a person types, in all the spellings people use, and what they are told where it cannot be read."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import FIVE, FORMS, PLAN, d, member, plan_of, reading, situation
from xjtui.domain.answers import Reading, clean, find_member, narrow, raw_of, read
from xjtui.domain.fields import Choice, Fault, FaultCode, Field, FieldKind
from xjtui.domain.people import Member

CASE = situation(today="4-15")
FORM_CHOICES = (*(Choice(one.key, one.text) for one in FORMS), Choice("other"))
ROSTER = tuple(Choice(one.id, one.name) for one in FIVE)


def got(kind: FieldKind, raw: str, members: tuple[Member, ...] = FIVE, **more: Any) -> Any:
    case = situation(today="4-15", members=members)
    found = read(Field("f", kind, **more), raw, reading(case))
    return found.code if isinstance(found, Fault) else found


# -- dates ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [
        "2009-04-08",
        "2009-4-8",
        "2009.4.8",
        "2009/4/8",
        "20090408",
        "2009年4月8日",
        "2009年04月08日",
        "2009 年 4 月 8 日",
        "２００９年４月８日",
        "２００９－４－８",
        "二○○九年四月八日",
        "二〇〇九年四月八日",
        "二零零九年四月八日",
        "4月8日",
        "4月8",
        "4月8号",
        "４月８日",
        "四月八日",
        "4.8",
        "4-8",
        "4/8",
        "04-08",
        " 4月8日 ",
        "\u200b4月8日\ufeff",
    ],
)
def test_8_april_in_every_usual_spelling(raw: str) -> None:
    assert got(FieldKind.DAY, raw) == d("4-8")


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("四月十日", "4-10"),
        ("四月十五日", "4-15"),
        ("四月二十日", "4-20"),
        ("四月二十五日", "4-25"),
        ("二○○九年三月三十一日", "3-31"),
        ("二○○九年十二月三十一日", "12-31"),
        ("今天", "4-15"),
        ("昨天", "4-14"),
        ("today", "4-15"),
        ("Yesterday", "4-14"),
    ],
)
def test_chinese_numerals_and_words_for_days(raw: str, day: str) -> None:
    assert got(FieldKind.DAY, raw) == d(day)


@pytest.mark.parametrize(
    "raw",
    ["明天吧", "2月30日", "13月1日", "4月31日", "2009", "四月", "2009年4月", "0000-01-01", "--", "八", "4月8日下午"],
)
def test_what_is_no_day_is_said_to_be_none(raw: str) -> None:
    assert got(FieldKind.DAY, raw) is FaultCode.NOT_A_DAY


def test_the_default_today_is_understood_without_any_dictionary() -> None:
    found = read(Field("day", FieldKind.DAY), "today", Reading(CASE, {}))
    assert found == d("4-15")


def test_a_day_without_a_year_falls_into_the_phase_even_across_new_year() -> None:
    plan = plan_of(start=d("2009-11-01"), end=d("2010-02-28"))
    case = situation(today=d("2010-01-10"), plan=plan)

    def day(raw: str) -> Any:
        return read(Field("f", FieldKind.DAY), raw, reading(case))

    assert (day("12.25"), day("1.5"), day("2月28日")) == (d("2009-12-25"), d("2010-01-05"), d("2010-02-28"))
    assert day("5月1日") == d("2010-05-01"), "outside the phase: this year"


def test_29_february_belongs_to_the_leap_year_of_the_phase() -> None:
    case = situation(today=d("2012-02-20"), plan=plan_of(start=d("2011-11-01"), end=d("2012-03-31")))
    assert read(Field("f", FieldKind.DAY), "2.29", reading(case)) == d("2012-02-29")


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_reads_back_in_every_spelling(day: date) -> None:
    y, m, n = day.year, day.month, day.day
    for raw in (day.isoformat(), f"{y}.{m}.{n}", f"{y}年{m}月{n}日", f"{y}{m:02}{n:02}", f"{y}/{m}/{n}", raw_of(day)):
        assert got(FieldKind.DAY, raw) == day
    digits = "〇一二三四五六七八九"

    def two(number: int) -> str:
        tens, ones = divmod(number, 10)
        return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")

    written = "".join(digits[int(c)] for c in str(y)) + f"年{two(m)}月{two(n)}日"
    assert got(FieldKind.DAY, written) == day


@given(st.text(max_size=40), st.sampled_from(list(FieldKind)))
def test_whatever_is_typed_there_is_a_value_or_a_fault_and_never_a_crash(raw: str, kind: FieldKind) -> None:
    found = read(Field("f", kind, choices=FORM_CHOICES, group="other"), raw, reading(CASE))
    assert found is None or isinstance(found, (str, int, bool, date, list, dict, Fault))


@given(
    st.lists(
        st.sampled_from(
            ["甲一", "甲二", "病假", "缺席", ",", "，", "=", ";", "；", "\n", " ", "|", "{", "[", "all", ":"]
        )
    )
)
def test_even_a_jumble_of_the_right_signs_is_read_or_refused(parts: list[str]) -> None:
    for kind in FieldKind:
        read(Field("f", kind, choices=FORM_CHOICES), "".join(parts), reading(CASE))


# -- times, numbers, yes and no ------------------------------------------------------------------------------------


@pytest.mark.parametrize("raw", ["15:30", "15：30", "１５：３０", "15.30", "15点30分", "15点30", "15时30分", " 15:30 "])
def test_half_past_three_in_every_usual_spelling(raw: str) -> None:
    assert got(FieldKind.TIME, raw) == "15:30"


@pytest.mark.parametrize(("raw", "time"), [("9点", "09:00"), ("9:5", "09:05"), ("0:00", "00:00"), ("23:59", "23:59")])
def test_times_of_day(raw: str, time: str) -> None:
    assert got(FieldKind.TIME, raw) == time


@pytest.mark.parametrize("raw", ["24:00", "12:60", "下午", "1530", "-1:00"])
def test_what_is_no_time(raw: str) -> None:
    assert got(FieldKind.TIME, raw) is FaultCode.NOT_A_TIME


@pytest.mark.parametrize(("raw", "number"), [("12", 12), ("１２", 12), (" 0 ", 0), ("100000", 100_000)])
def test_numbers(raw: str, number: int) -> None:
    assert got(FieldKind.NUMBER, raw) == number


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("十二", FaultCode.NOT_A_NUMBER),
        ("1.5", FaultCode.NOT_A_NUMBER),
        ("1e3", FaultCode.NOT_A_NUMBER),
        ("12人", FaultCode.NOT_A_NUMBER),
        ("0", FaultCode.TOO_SMALL),
        ("-1", FaultCode.TOO_SMALL),
        ("100001", FaultCode.TOO_LARGE),
    ],
)
def test_what_is_no_fitting_number(raw: str, code: FaultCode) -> None:
    assert got(FieldKind.NUMBER, raw, minimum=1) is code


@pytest.mark.parametrize(
    ("raw", "value"),
    [("是", True), ("yes", True), ("YES", True), ("1", True), ("否", False), ("no", False), ("0", False)],
)
def test_yes_and_no(raw: str, value: bool) -> None:
    assert got(FieldKind.YES, raw) is value


def test_what_is_neither_yes_nor_no() -> None:
    assert got(FieldKind.YES, "也许") is FaultCode.NOT_YES_NO


# -- texts ---------------------------------------------------------------------------------------------------------


def test_a_line_has_single_blanks_and_a_text_keeps_its_lines() -> None:
    assert got(FieldKind.LINE, "  a \n b\tc ") == "a b c"
    assert got(FieldKind.TEXT, " 一\r\n二 ") == "一\n二"


@pytest.mark.parametrize("kind", [FieldKind.LINE, FieldKind.TEXT, FieldKind.PERSON])
def test_a_text_may_be_as_long_as_its_limit(kind: FieldKind) -> None:
    assert got(kind, "字" * 10, limit=10) == "字" * 10
    assert got(kind, "字" * 11, limit=10) is FaultCode.TOO_LONG


@given(st.text())
def test_control_signs_never_get_in(raw: str) -> None:
    found = clean(raw)
    assert all(c >= " " or c in "\n\t" for c in found) and "\x1b" not in found and "\u202e" not in found
    assert clean(found) == found


@given(st.text())
def test_narrowing_twice_changes_nothing_more(raw: str) -> None:
    assert narrow(narrow(raw)) == narrow(raw)


@pytest.mark.parametrize("kind", list(FieldKind))
@pytest.mark.parametrize("raw", ["", "  ", "\u3000", "\n"])
def test_an_empty_answer_is_no_answer(kind: FieldKind, raw: str) -> None:
    assert got(kind, raw) is None


# -- choices -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("raw", ["board", "板报", "Notice board", "NOTICE BOARD", "2", "２"])
def test_a_choice_by_key_label_in_either_language_or_number(raw: str) -> None:
    assert got(FieldKind.CHOICE, raw, choices=FORM_CHOICES, group="other") == "board"


@pytest.mark.parametrize("raw", ["other", "其他", "4"])
def test_a_built_in_choice_by_the_words_people_use(raw: str) -> None:
    assert got(FieldKind.CHOICE, raw, choices=FORM_CHOICES, group="other") == "other"


@pytest.mark.parametrize("raw", ["0", "5", "-1", "报纸", "web板报"])
def test_what_is_no_choice(raw: str) -> None:
    assert got(FieldKind.CHOICE, raw, choices=FORM_CHOICES, group="other") is FaultCode.NOT_A_CHOICE


def test_a_word_of_the_group_that_is_not_offered_is_no_choice() -> None:
    """A closed problem offers reopening only; the word for closing is known, and still no choice."""
    assert got(FieldKind.CHOICE, "销号", choices=(Choice("reopen"),), group="step") is FaultCode.NOT_A_CHOICE


@pytest.mark.parametrize(
    "raw",
    [
        "web,board",
        "网络、板报",
        "1 2",
        "1，2",
        "Web; Notice board",
        "网络/板报",
        '["web", "board"]',
        "web web board",
        "1\n2",
    ],
)
def test_several_choices_however_they_are_parted(raw: str) -> None:
    assert got(FieldKind.CHOICES, raw, choices=FORM_CHOICES) == ["web", "board"]


def test_several_choices_with_a_wrong_one_are_refused_as_a_whole() -> None:
    assert got(FieldKind.CHOICES, "网络、报纸", choices=FORM_CHOICES) is FaultCode.NOT_A_CHOICE
    assert got(FieldKind.CHOICES, "、，", choices=FORM_CHOICES) is FaultCode.REQUIRED


# -- people --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("raw", ["甲一", "id-甲一", "甲 一", "甲　一", " 甲一 "])
def test_a_member_by_name_or_id_with_or_without_blanks(raw: str) -> None:
    assert got(FieldKind.MEMBER, raw) == "id-甲一"


def test_names_that_the_roster_itself_spaces_out() -> None:
    spaced = (member("张　三", id="z"),)
    assert got(FieldKind.MEMBER, "张三", members=spaced) == "z"
    assert got(FieldKind.ATTENDANCE, "张　三 病假", members=spaced) == {"z": {"mark": "sick"}}
    assert got(FieldKind.MEMBERS, "张　三", members=spaced) == ["z"]


def test_names_of_several_words() -> None:
    smiths = (member("John Smith", id="j"), member("Ann Lee", id="a"))
    assert got(FieldKind.MEMBERS, "John Smith, Ann Lee", members=smiths) == ["j", "a"]
    assert got(FieldKind.ATTENDANCE, "John Smith sick; Ann Lee=late", members=smiths) == {
        "j": {"mark": "sick"},
        "a": {"mark": "late"},
    }


def test_who_is_not_on_the_roster_or_twice_on_it() -> None:
    twins = (member("李明", id="t1"), member("李明", id="t2"))
    assert got(FieldKind.MEMBER, "丙一") is FaultCode.NOT_A_MEMBER
    assert got(FieldKind.MEMBER, "李明", members=twins) is FaultCode.AMBIGUOUS
    assert got(FieldKind.MEMBER, "t2", members=twins) == "t2"
    found = find_member("f", "李明", twins)
    assert isinstance(found, Fault) and found.facts["ids"] == ("t1", "t2")


def test_a_row_entered_by_mistake_is_nobody_and_who_left_is_somebody() -> None:
    roster = (member("录错", removed="4-1"), member("走了", left="4-1"))
    assert got(FieldKind.MEMBER, "录错", members=roster) is FaultCode.NOT_A_MEMBER
    assert got(FieldKind.MEMBER, "走了", members=roster) == "id-走了"


@pytest.mark.parametrize("raw", ["甲一、甲二", "甲一 甲二", "甲一,甲二,甲一", '["甲一", "id-甲二"]'])
def test_several_members(raw: str) -> None:
    assert got(FieldKind.MEMBERS, raw) == ["id-甲一", "id-甲二"]


@pytest.mark.parametrize(
    ("raw", "value"),
    [("甲一", "id-甲一"), ("甲　一", "id-甲一"), ("id-甲一", "id-甲一"), ("办公室 老王", "办公室 老王")],
)
def test_a_person_may_be_anybody_and_members_are_known(raw: str, value: str) -> None:
    assert got(FieldKind.PERSON, raw, choices=ROSTER) == value


def test_a_person_whose_name_two_members_bear_stays_as_written() -> None:
    twins = (Choice("t1", "李明"), Choice("t2", "李明"))
    assert got(FieldKind.PERSON, "李明", choices=twins) == "李明"
    assert got(FieldKind.PERSON, "t2", choices=twins) == "t2"


# -- attendance ----------------------------------------------------------------------------------------------------

SICK = {"id-甲一": {"mark": "sick"}}


@pytest.mark.parametrize("raw", ["全到", "all", "ALL", "全部", "{}"])
def test_all_present(raw: str) -> None:
    assert got(FieldKind.ATTENDANCE, raw) == {}


def test_all_present_is_understood_without_any_dictionary() -> None:
    assert read(Field("a", FieldKind.ATTENDANCE), raw_of({}), Reading(CASE, {})) == {}


@pytest.mark.parametrize(
    "raw",
    [
        "甲一 病假",
        "甲一=病假",
        "甲一＝病假",
        "甲一：病假",
        "甲一,病假",
        "甲一，病假",
        "甲一　病假",
        "id-甲一 sick",
        " 甲一 病假；",
        '{"甲一": "病假"}',
        '{"id-甲一": {"mark": "sick"}}',
        "甲一 病假; 甲二 到",
    ],
)
def test_one_on_sick_leave_in_every_spelling(raw: str) -> None:
    assert got(FieldKind.ATTENDANCE, raw) == SICK


def test_leave_with_its_approver_and_reason() -> None:
    full = {"id-甲一": {"mark": "sick", "approver": "书记", "reason": "感冒 发烧"}}
    assert got(FieldKind.ATTENDANCE, "甲一 病假 书记 感冒 发烧") == full
    assert got(FieldKind.ATTENDANCE, "甲一，病假，书记，感冒，发烧") == full, "nothing that was typed is lost"
    assert got(FieldKind.ATTENDANCE, "甲一 病假，书记 感冒 发烧") == full


def test_leave_as_screens_write_it_with_its_days() -> None:
    raw = {"甲一": {"mark": "病假", "approver": "书记", "applied": "4月7日", "approved": "2009-4-8", "note": "不认识"}}
    assert got(FieldKind.ATTENDANCE, json.dumps(raw)) == {
        "id-甲一": {"mark": "sick", "approver": "书记", "applied": "2009-04-07", "approved": "2009-04-08"}
    }
    raw["甲一"]["approved"] = "某日"
    assert got(FieldKind.ATTENDANCE, json.dumps(raw)) is FaultCode.NOT_A_DAY


@pytest.mark.parametrize(
    "raw", ["甲一 病假; 甲二 缺席", "甲一 病假\n甲二 缺席", "甲一 病假，甲二 缺席", "甲一=病假、甲二=缺席"]
)
def test_two_people_are_two_people_however_they_are_parted(raw: str) -> None:
    assert got(FieldKind.ATTENDANCE, raw) == {**SICK, "id-甲二": {"mark": "absent"}}


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("甲一", FaultCode.MARK_UNKNOWN),
        ("甲一 旅游", FaultCode.MARK_UNKNOWN),
        ("甲一 甲二", FaultCode.MARK_UNKNOWN),
        ("丙一 病假", FaultCode.NOT_A_MEMBER),
        ('{"甲一": {}}', FaultCode.MARK_UNKNOWN),
    ],
)
def test_what_is_no_attendance(raw: str, code: FaultCode) -> None:
    assert got(FieldKind.ATTENDANCE, raw) is code


@pytest.mark.parametrize("raw", ["，", "=", ";", "、、"])
def test_separators_alone_name_nobody(raw: str) -> None:
    assert got(FieldKind.ATTENDANCE, raw) in ({}, FaultCode.MARK_UNKNOWN, FaultCode.NOT_A_MEMBER)


def test_who_was_not_on_the_roster_that_day_cannot_be_marked() -> None:
    roster = (*FIVE, member("来了", joined="4-10"))
    field = Field("a", FieldKind.ATTENDANCE)
    case = reading(situation(today="4-15", members=roster))
    early = read(field, "来了 缺席", case, d("4-9"))
    assert isinstance(early, Fault) and early.code is FaultCode.NOT_ON_ROSTER
    assert read(field, "来了 缺席", case, d("4-10")) == {"id-来了": {"mark": "absent"}}


# -- pairs and assignments -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("raw", ["问|答", "问｜答", " 问 | 答 \n", '[["问", "答"]]'])
def test_question_and_answer(raw: str) -> None:
    assert got(FieldKind.PAIRS, raw) == [["问", "答"]]


def test_several_questions_some_unanswered() -> None:
    assert got(FieldKind.PAIRS, "一|答|有竖线\n\n二\n三|") == [["一", "答|有竖线"], ["二", ""], ["三", ""]]
    assert got(FieldKind.PAIRS, '[["二"]]') == [["二", ""]]


@pytest.mark.parametrize("raw", ["|答", '[["", "答"]]', '[["a", "b", "c"]]', '["a"]', "[[]]"])
def test_what_is_no_pair(raw: str) -> None:
    assert got(FieldKind.PAIRS, raw) is FaultCode.PAIR_UNCLEAR


ITEMS = (Choice("org.body", PLAN.by_key["org.body"].title), Choice("plan.filed", PLAN.by_key["plan.filed"].title))


@pytest.mark.parametrize(
    "raw",
    [
        "org.body=甲一; plan.filed=甲二",
        "org.body：甲一；工作计划＝甲二",
        "1=甲一\n2=id-甲二",
        "全部=甲二; org.body=甲一",
        "org.body=甲一; all=甲二",
        '{"org.body": "id-甲一", "plan.filed": "id-甲二"}',
    ],
)
def test_assignments(raw: str) -> None:
    assert got(FieldKind.ASSIGNMENTS, raw, choices=ITEMS) == {"org.body": "id-甲一", "plan.filed": "id-甲二"}


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("甲一", FaultCode.ASSIGNMENT_UNCLEAR),
        ("org.body=丙一", FaultCode.NOT_A_MEMBER),
        ("没有的事=甲一", FaultCode.NOT_A_CHOICE),
        ("org.body=", FaultCode.REQUIRED),
    ],
)
def test_what_is_no_assignment(raw: str, code: FaultCode) -> None:
    assert got(FieldKind.ASSIGNMENTS, raw, choices=ITEMS) is code


# -- there and back ------------------------------------------------------------------------------------------------

WORDS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)
NAMES = st.sampled_from([one.id for one in FIVE])
MARK = st.fixed_dictionaries(
    {"mark": st.sampled_from(["late", "official", "sick", "private", "absent"])},
    optional={"approver": WORDS, "reason": WORDS, "approved": st.dates().map(date.isoformat)},
)


@pytest.mark.parametrize(
    ("kind", "values", "choices"),
    [
        (FieldKind.LINE, WORDS, ()),
        (FieldKind.TEXT, st.lists(WORDS, min_size=1, max_size=3).map("\n".join), ()),
        (FieldKind.DAY, st.dates(date(1990, 1, 1), date(2050, 1, 1)), ()),
        (FieldKind.TIME, st.times().map(lambda t: f"{t:%H:%M}"), ()),
        (FieldKind.NUMBER, st.integers(0, 100_000), ()),
        (FieldKind.YES, st.booleans(), ()),
        (FieldKind.CHOICE, st.sampled_from(["web", "board", "other"]), FORM_CHOICES),
        (FieldKind.CHOICES, st.lists(st.sampled_from(["web", "board"]), min_size=1, unique=True), FORM_CHOICES),
        (FieldKind.MEMBER, NAMES, ()),
        (FieldKind.MEMBERS, st.lists(NAMES, min_size=1, unique=True), ()),
        (FieldKind.PERSON, NAMES, ROSTER),
        (FieldKind.ATTENDANCE, st.dictionaries(NAMES, MARK), ()),
        (FieldKind.PAIRS, st.lists(st.tuples(WORDS, WORDS | st.just("")).map(list), min_size=1), ()),
        (FieldKind.ASSIGNMENTS, st.dictionaries(st.sampled_from(["org.body", "plan.filed"]), NAMES, min_size=1), ITEMS),
    ],
    ids=lambda value: str(value) if isinstance(value, FieldKind) else "",
)
def test_every_value_reads_back_from_its_raw_answer(
    kind: FieldKind, values: st.SearchStrategy[Any], choices: tuple[Choice, ...]
) -> None:
    @given(values)
    def there_and_back(value: Any) -> None:
        assert read(Field("f", kind, choices=choices, limit=500), raw_of(value), reading(CASE)) == value

    there_and_back()


def test_nothing_is_the_raw_answer_of_nothing() -> None:
    assert raw_of(None) == "" and raw_of([]) == ""


def test_deeply_nested_brackets_are_refused_and_crash_nothing() -> None:
    for kind in (FieldKind.PAIRS, FieldKind.MEMBERS, FieldKind.ATTENDANCE, FieldKind.ASSIGNMENTS):
        assert isinstance(got(kind, "[" * 100_000, limit=10**6), (FaultCode, list))
        assert isinstance(got(kind, '{"a":' * 50_000, limit=10**6), (FaultCode, list))
