"""Rules 4, 5 and 6: who should attend, the two rates, and what a make-up needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    FIVE,
    codes,
    d,
    enter,
    makeup,
    member,
    people,
    record,
    session,
    sheet,
    situation,
    state,
    taken,
    voided,
    with_,
)
from xjtui.domain.attendance import Attendance, Mark, Rate, all_taken, attendance, freeze, total
from xjtui.domain.fields import FaultCode
from xjtui.domain.people import Member, Scope, Standing
from xjtui.domain.records import Kind, Record
from xjtui.domain.situation import Situation
from xjtui.domain.states import Lack, Remark

SESSION = {"day": "4-8", "start": "15:30", "theme": "理论学习"}


def held(case: Situation, one: Record) -> Attendance:
    found = attendance(case, one)
    assert found is not None
    return found


# -- rule 4 --------------------------------------------------------------------------------------------------------


def test_rule_4_the_roster_on_the_sessions_date_is_frozen_with_the_session() -> None:
    made = enter(situation(today="4-8"), "study.sessions", Kind.SESSION, **SESSION, attendance="甲二 病假")
    assert made.data["attendance"]["should"] == [one.id for one in FIVE]


def test_rule_4_who_joined_later_is_not_absent() -> None:
    roster = (*people("甲一 甲二"), member("新来", joined="4-9"))
    made = enter(situation(today="4-15", members=roster), "study.sessions", Kind.SESSION, **SESSION, attendance="全到")
    assert made.data["attendance"]["should"] == ["id-甲一", "id-甲二"]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (member("到日", joined="4-8"), True),
        (member("次日", joined="4-9"), False),
        (member("前日走", left="4-7"), False),
        (member("当日走", left="4-8"), False),
        (member("次日走", left="4-9"), True),
        (member("预备", standing=Standing.PROBATIONARY), True),
        (member("积极分子", standing=Standing.APPLICANT), False),
        (member("录错", removed="4-20"), False),
    ],
)
def test_rule_4_joining_and_leaving_day_by_day(who: Member, expected: bool) -> None:
    assert (who.id in freeze((who,), d("4-8"))[0]) is expected


def test_rule_4_a_session_entered_late_has_the_roster_of_its_own_day() -> None:
    """Typed on 15 April for 8 April: who left on the 10th should have attended, who came on the 9th should not."""
    roster = (*people("甲一"), member("走了", left="4-10"), member("来了", joined="4-9"))
    made = enter(situation(today="4-15", members=roster), "study.sessions", Kind.SESSION, **SESSION, attendance="全到")
    assert made.data["attendance"]["should"] == ["id-甲一", "id-走了"]


def test_rule_4_a_later_change_of_the_roster_changes_no_session_held() -> None:
    first = situation(today="4-8")
    made = enter(first, "study.sessions", Kind.SESSION, **SESSION, attendance="甲二 缺席")
    grown = (*FIVE, member("补录", joined=None))
    shrunk = tuple(replace(one, left=d("4-1")) if one.name == "甲三" else one for one in FIVE)
    for roster in (FIVE, grown, shrunk):
        assert held(situation(made, members=roster), made).rate == Rate(4, 5)


# -- rule 5 --------------------------------------------------------------------------------------------------------


def test_rule_5_late_counts_as_present_leave_and_absence_do_not() -> None:
    one = session("4-8", marks={"甲一": "late", "甲二": "sick", "甲三": "absent"})
    found = held(situation(one), one)
    assert found.rate == Rate(3, 5)
    assert found.rate.percent == 60
    assert (found.marked(Mark.LATE), len(found.missed)) == (("id-甲一",), 2)
    assert [p.mark for p in found.presences] == [Mark.LATE, Mark.SICK, Mark.ABSENT, Mark.PRESENT, Mark.PRESENT]


@pytest.mark.parametrize(
    ("scope", "approver", "should"),
    [(Scope.ATTENDANCE, "局办公室", 5), (Scope.ALL, "局办公室", 5), (Scope.LECTURE, "局办公室", 6), (Scope.ALL, "", 6)],
)
def test_rule_5_only_an_approved_exemption_from_attendance_leaves_the_denominator(
    scope: Scope, approver: str, should: int
) -> None:
    roster = (*FIVE, member("老人", exempt=scope, approver=approver))
    one = session("4-8", members=roster)
    assert held(situation(one, members=roster), one).rate.whole == should


@pytest.mark.parametrize(("day", "freed"), [("4-4", False), ("4-5", True), ("4-10", True), ("4-11", False)])
def test_rule_5_an_exemption_holds_from_its_first_to_its_last_day(day: str, freed: bool) -> None:
    roster = (member("病号", exempt=Scope.ATTENDANCE, since="4-5", until="4-10"),)
    assert (roster[0].id in freeze(roster, d(day))[1]) is freed


def test_rule_5_make_ups_show_in_participation_and_never_in_attendance() -> None:
    one = session("4-8", marks={"甲二": "sick", "甲三": "absent"})
    found = held(situation(one, makeup("4-10", one, "甲二")), one)
    assert (found.rate, found.participation) == (Rate(3, 5), Rate(4, 5))
    assert found.pending == ("id-甲三",)


MARKS = st.dictionaries(st.sampled_from(["甲一", "甲二", "甲三", "乙一", "乙二"]), st.sampled_from(list(Mark)))


@given(MARKS, st.lists(st.tuples(st.sampled_from(FIVE), st.integers(-3, 9)), max_size=8))
def test_rule_5_whatever_make_ups_are_entered_the_attendance_rate_stays(
    marks: dict[str, Mark], given_: list[tuple[Member, int]]
) -> None:
    one = session("4-8", marks={name: str(mark) for name, mark in marks.items()})
    plain = held(situation(one, today="4-20"), one)
    ups = [
        makeup((d("4-8") + timedelta(days=n)).isoformat(), one, who.name, "别支部同志", entered="4-20")
        for who, n in given_
    ]
    made = held(situation(one, *ups, today="4-20"), one)
    assert made.rate == plain.rate
    assert plain.rate.part <= made.participation.part <= made.participation.whole == plain.rate.whole
    assert len(made.made_up) + len(made.pending) == len(made.missed)


@given(st.lists(MARKS, max_size=6))
def test_rule_5_several_sessions_add_up_in_attendances(all_marks: list[dict[str, Mark]]) -> None:
    records = [session("4-8", marks={n: str(m) for n, m in marks.items()}) for marks in all_marks]
    case = situation(*records)
    rows = all_taken(case)
    summed = total(rows)
    assert summed.should == 5 * len(records)
    assert summed.rate == Rate(sum(row.rate.part for row in rows), summed.should)
    assert summed.sessions == len(records)


def test_rule_5_only_sessions_held_so_far_are_in_the_total_not_the_planned_ones() -> None:
    ahead = session("4-20", entered="4-10")
    assert total(all_taken(situation(session("4-8"), ahead, today="4-15"))).sessions == 1


# -- rule 6 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "key", "code"),
    [
        ({"member": "甲一"}, "member", FaultCode.NOT_ABSENT),
        ({"day": "4-8"}, "day", FaultCode.MAKEUP_TOO_EARLY),
        ({"day": "4-7"}, "day", FaultCode.MAKEUP_TOO_EARLY),
        ({"confirmed_by": "甲二"}, "confirmed_by", FaultCode.SELF_CONFIRMED),
        ({"confirmed_by": "甲　二"}, "confirmed_by", FaultCode.SELF_CONFIRMED),
        ({"confirmed_by": "id-甲二"}, "confirmed_by", FaultCode.SELF_CONFIRMED),
    ],
)
def test_rule_6_what_a_make_up_needs(answers: dict[str, str], key: str, code: FaultCode) -> None:
    one = session("4-8", marks={"甲二": "sick"})
    given_ = {"member": "甲二", "day": "4-10", "form": "1", "content": "自学", "confirmed_by": "甲三", **answers}
    assert codes(situation(one), "study.sessions", Kind.MAKEUP, one, **given_) == {key: code}


def test_rule_6_a_second_make_up_of_the_same_person_is_refused() -> None:
    one = session("4-8", marks={"甲二": "sick"})
    case = situation(one, makeup("4-9", one, "甲二"))
    given_ = {"member": "甲二", "day": "4-10", "form": "1", "content": "自学", "confirmed_by": "甲三"}
    assert codes(case, "study.sessions", Kind.MAKEUP, one, **given_) == {"member": FaultCode.ALREADY_MADE_UP}


@pytest.mark.parametrize("mark", ["sick", "private", "official", "absent"])
def test_rule_6_leave_and_absence_alike_are_made_up(mark: str) -> None:
    one = session("4-8", marks={"甲二": mark})
    assert held(situation(one, makeup("4-9", one, "甲二")), one).made_up == ("id-甲二",)


@pytest.mark.parametrize(
    "change",
    [
        {"member": "id-甲一"},
        {"member": "id-没有"},
        {"confirmed_by": "甲二"},
        {"confirmed_by": "id-甲二"},
        {"confirmed_by": ""},
    ],
)
def test_rule_6_a_make_up_that_breaks_the_rule_does_not_count_however_it_got_in(change: dict[str, Any]) -> None:
    one = session("4-8", marks={"甲二": "sick"})
    assert held(situation(one, makeup("4-9", one, "甲二", **change)), one).made_up == ()


@pytest.mark.parametrize("day", ["4-7", "4-8"])
def test_rule_6_a_make_up_on_or_before_the_session_does_not_count(day: str) -> None:
    one = session("4-8", marks={"甲二": "sick"})
    early = replace(makeup("4-9", one, "甲二"), day=d(day))
    assert held(situation(one, early), one).made_up == ()


def test_rule_6_a_make_up_of_a_voided_session_counts_no_more() -> None:
    one = session("4-8", marks={"甲二": "sick"})
    case = situation(voided(one, "4-10"), makeup("4-9", one, "甲二"))
    assert case.about(one.id) == ()


@pytest.mark.parametrize(("approved", "marked"), [("2009-04-07", 0), ("2009-04-08", 0), ("2009-04-09", 1)])
def test_rule_6_leave_approved_after_the_session_is_marked(approved: str, marked: int) -> None:
    one = session("4-8", marks={"甲二": {"mark": "sick", "approver": "甲一", "approved": approved}})
    notes = [n for n in state("study.sessions", one).judgement.notes if n.what is Remark.LEAVE_AFTERWARDS]
    assert [n.names for n in notes] == [("甲二",)] * marked


def test_rule_6_nobody_approves_their_own_leave() -> None:
    case = situation(today="4-8")
    for approver in ("甲二", "id-甲二"):
        found = codes(case, "study.sessions", Kind.SESSION, **SESSION, attendance=f"甲二 病假 {approver}")
        assert found == {"attendance": FaultCode.SELF_APPROVED}


def test_rule_6_the_registers_wait_for_make_ups_and_approvers() -> None:
    one = session("4-8", marks={"甲二": {"mark": "sick"}, "甲三": "absent"})
    found = {m.what: m.names for m in state("review.registers", one).judgement.missing}
    assert found[Lack.MAKEUPS] == ("甲二", "甲三")
    assert found[Lack.LEAVE_APPROVER] == ("甲二",), "an absence needs nobody's leave"


def test_rule_6_who_has_left_owes_no_make_up() -> None:
    roster = tuple(replace(one, left=d("4-12")) if one.name == "甲三" else one for one in FIVE)
    one = session("4-8", marks={"甲三": "absent"})
    whats = {m.what for m in state("review.registers", one, members=roster).judgement.missing}
    assert Lack.MAKEUPS not in whats


def test_rule_6_an_audience_that_missed_a_lecture_makes_it_up_as_well() -> None:
    talk = record(
        "study.lectures", Kind.LECTURE, "4-8", lecturer="id-甲一", title="课", attendance=taken("4-8", 甲二="absent")
    )
    found = with_(situation(talk), makeup("4-9", talk, "甲二"))
    assert held(found, talk).participation == Rate(5, 5)


def test_rule_5_exempt_people_are_kept_with_the_session_in_sight() -> None:
    roster = (*FIVE, member("老人", exempt=Scope.ALL))
    one = session("4-8", members=roster)
    assert held(situation(one, members=roster), one).exempt == ("id-老人",)
    assert sheet(one, members=roster).state("study.sessions") is not None
