"""Rule 16: a warning when a target can no longer be met, and a gentle lint against box-ticking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    at,
    d,
    filing,
    lecture,
    makeup,
    member,
    receipt,
    record,
    session,
    sheet,
    situation,
    state,
    step,
    unit,
)
from tests.builders import problem as found_problem
from xjtui.domain.forecast import days_left, working_days
from xjtui.domain.lint import BULK, lint
from xjtui.domain.plan import Audience
from xjtui.domain.records import Kind, Record
from xjtui.domain.states import GRAVE, Note, Remark

LONG = "组织全体党员认真学习有关文件精神"


def warned(what: Remark, *notes: Note) -> list[Note]:
    return [note for note in notes if note.what is what]


def test_rule_16_eighteen_lecturers_left_and_two_sessions_left() -> None:
    roster = tuple(member(f"党员{n}") for n in range(18))
    planned = [lecture(day, "党员0", entered="4-15") for day in ("4-20", "4-27")]
    found = state("study.lectures", *planned, members=roster, today="4-15")
    (note,) = warned(Remark.CANNOT_BE_MET, *found.judgement.notes)
    assert (note.count, note.limit) == (18, 2)
    assert note.what in GRAVE


def test_rule_16_at_the_pace_of_the_best_day_they_may_still_fit() -> None:
    roster = tuple(member(f"党员{n}") for n in range(18))
    held = [lecture("4-8", f"党员{n}") for n in range(9)]
    planned = [lecture("4-20", "党员10", entered="4-15")]
    found = state("study.lectures", *held, *planned, members=roster, today="4-15")
    assert not warned(Remark.CANNOT_BE_MET, *found.judgement.notes)


def test_rule_16_with_nothing_planned_the_working_days_left_decide() -> None:
    roster = tuple(member(f"党员{n}") for n in range(18))
    assert not warned(Remark.CANNOT_BE_MET, *state("study.lectures", members=roster, today="4-2").judgement.notes)
    assert warned(Remark.CANNOT_BE_MET, *state("study.lectures", members=roster, today="4-10").judgement.notes)


def test_rule_16_four_sessions_in_the_last_three_working_days() -> None:
    committee = unit(Audience.COMMITTEE, "bureau")
    assert warned(Remark.CANNOT_BE_MET, *state("study.centre", of=committee, today="4-27").judgement.notes)
    assert not warned(Remark.CANNOT_BE_MET, *state("study.centre", of=committee, today="4-24").judgement.notes)


def test_rule_16_when_the_phase_is_over_nothing_is_foretold() -> None:
    assert days_left(situation(today="5-1")) == -1
    assert not warned(Remark.CANNOT_BE_MET, *state("study.lectures", today="5-1").judgement.notes)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [("4-6", "4-10", 5), ("4-4", "4-5", 0), ("4-3", "4-6", 2), ("4-10", "4-9", 0), ("4-1", "4-30", 22)],
)
def test_working_days_are_mondays_to_fridays(first: str, last: str, days: int) -> None:
    assert working_days(d(first), d(last)) == days


@given(st.dates(d("2009-01-01"), d("2010-12-31")), st.integers(0, 90))
def test_working_days_count_like_a_calendar(first: date, span: int) -> None:

    days = [first + timedelta(days=n) for n in range(span + 1)]
    assert working_days(days[0], days[-1]) == sum(day.weekday() < 5 for day in days)


def bulk(n: int, clock: str = "10:00") -> list[Record]:
    return [
        replace(record("study.exchange", Kind.PIECE, "4-8", author=f"甲{i}", title=f"题{i}"), entered=at("4-14", clock))
        for i in range(n)
    ]


def test_rule_16_many_entries_in_one_minute_are_pointed_out() -> None:
    assert not lint(situation(*bulk(BULK - 1)))
    (note,) = lint(situation(*bulk(BULK)))
    assert (note.what, note.count) == (Remark.SAME_MINUTE, BULK)
    assert not lint(situation(*bulk(BULK - 1), *bulk(BULK - 1, "10:01")))


def test_rule_16_ratings_made_on_one_screen_are_no_bulk() -> None:
    rated = [
        record("review.look_back", Kind.RATING, "4-14", item=f"i{n}", rating="good", comment="好") for n in range(9)
    ]
    assert not lint(situation(*rated))


def test_rule_16_identical_long_texts_under_one_item_are_pointed_out() -> None:
    a, b = (record("study.ideas", Kind.IDEA, day, text=LONG) for day in ("4-8", "4-9"))
    (note,) = lint(situation(a, b))
    assert (note.what, set(note.records)) == (Remark.SAME_TEXT, {a.id, b.id})
    shown = state("study.ideas", a, b).judgement.notes
    assert warned(Remark.SAME_TEXT, *shown), "at the item as well"


@pytest.mark.parametrize("parts", [{"findings": LONG}, {"measures": LONG}])
def test_rule_16_parts_of_documents_are_texts_too(parts: dict[str, str]) -> None:
    two = [record("research.report", Kind.DOCUMENT, day, parts=parts) for day in ("4-8", "4-9")]
    assert warned(Remark.SAME_TEXT, *lint(situation(*two)))


def test_rule_16_short_or_different_texts_or_different_items_are_not() -> None:
    short = [record("study.ideas", Kind.IDEA, day, text="开座谈会") for day in ("4-8", "4-9")]
    apart = [record(key, Kind.IDEA, "4-8", text=LONG) for key in ("study.ideas", "study.exchange")]
    assert not lint(situation(*short, *apart))


def test_rule_16_what_must_be_alike_is_no_box_ticking() -> None:
    """Ids, option keys, file names, the title of a document filed again, and a make-up held for several at once."""
    person = "0123456789abcdef"
    held = session("4-8", marks={"甲二": "sick", "甲三": "sick"})
    first = filing("3-30", title="学习实践活动第二阶段工作计划")
    case = situation(
        record("study.lectures", Kind.LECTURE, "4-8", lecturer=person, title="甲", evidence="活动照片和签到表.zip"),
        record("study.lectures", Kind.LECTURE, "4-9", lecturer=person, title="乙", evidence="活动照片和签到表.zip"),
        record("research.channels", Kind.CHANNEL, "4-8", channel="online_exchange"),
        record("research.channels", Kind.CHANNEL, "4-9", channel="online_exchange"),
        record("review.look_back", Kind.RATING, "4-9", item="study.micro_lectures", rating="good", comment="好"),
        record("review.look_back", Kind.RATING, "4-10", item="study.micro_lectures", rating="fair", comment="较好"),
        held,
        makeup("4-10", held, "甲二", content=LONG),
        makeup("4-10", held, "甲三", content=LONG),
        first,
        receipt("4-1", first, "returned"),
        filing("4-2", title="学习实践活动第二阶段工作计划"),
    )
    assert not lint(case)


def test_rule_16_the_same_make_up_for_two_sessions_is_pointed_out() -> None:
    a, b = (session(day, marks={"甲二": "sick"}) for day in ("4-8", "4-9"))
    case = situation(a, b, makeup("4-10", a, "甲二", content=LONG), makeup("4-10", b, "甲二", content=LONG))
    assert warned(Remark.SAME_TEXT, *lint(case))


def test_rule_16_a_make_up_before_its_absence_is_pointed_out() -> None:
    held = session("4-8", marks={"甲二": "sick"})
    early = replace(makeup("4-9", held, "甲二"), day=d("4-7"))
    assert warned(Remark.MAKEUP_TOO_EARLY, *sheet(held, early).notes)
    assert not warned(Remark.MAKEUP_TOO_EARLY, *sheet(held, makeup("4-9", held, "甲二")).notes)


def test_rule_16_a_lint_changes_no_status() -> None:
    a = session("4-8", theme=LONG)
    b = session("4-9", theme=LONG)
    assert state("study.sessions", a, b).satisfied
    one = found_problem("4-8")
    assert state("research.problems", one, step("4-10", one, "close"), today="4-28").satisfied


def test_an_overdue_report_interval_is_a_note_and_only_while_the_phase_lasts() -> None:
    whole = dict.fromkeys(("progress", "practice", "effect", "problems"), "写好")
    weekly = record("report.progress", Kind.REPORT, "4-8", parts=whole)

    def silent(today: str) -> list[Note]:
        return warned(Remark.INTERVAL, *state("report.progress", weekly, today=today).judgement.notes)

    assert not silent("4-15")
    assert [(n.count, n.limit) for n in silent("4-16")] == [(8, 7)]
    assert not silent("5-5")


def test_two_forms_are_enough_and_three_advised() -> None:
    def with_forms(*forms: str) -> list[Record]:
        return [record("publicity.forms", Kind.PUBLICITY, "4-8", form=form, title="报道") for form in forms]

    twice = state("publicity.forms", *with_forms("web", "web"))
    assert (twice.satisfied, twice.judgement.have) == (False, 1)
    two = state("publicity.forms", *with_forms("web", "board"))
    assert two.satisfied and warned(Remark.ADVISED, *two.judgement.notes)
    three = state("publicity.forms", *with_forms("web", "board", "banner"))
    assert not warned(Remark.ADVISED, *three.judgement.notes)


def test_other_forms_are_told_apart_by_what_was_written() -> None:
    def other(name: str) -> Record:
        return record("publicity.forms", Kind.PUBLICITY, "4-8", form="other", other=name, title="报道")

    assert state("publicity.forms", other("QQ群"), other("qq群 ")).judgement.have == 1
    assert state("publicity.forms", other("QQ群"), other("广播")).satisfied


@pytest.mark.parametrize(("length", "noted"), [(11, 0), (12, 1)])
def test_rule_16_texts_of_twelve_signs_and_more_are_compared(length: int, noted: int) -> None:
    two = [record("study.ideas", Kind.IDEA, day, text="字" * length) for day in ("4-8", "4-9")]
    assert len(lint(situation(*two))) == noted


def test_rule_16_five_in_a_minute_are_many_and_the_day_of_their_entry_is_told() -> None:
    assert not lint(situation(*bulk(4)))
    assert lint(situation(*bulk(5)))[0].day == d("4-14")
