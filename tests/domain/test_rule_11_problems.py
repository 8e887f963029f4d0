"""Rule 11: a problem is closed by someone else, keeps its first deadline, and leaves the branch when referred."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    attempt,
    codes,
    d,
    enter,
    member,
    people,
    problem,
    reading,
    record,
    session,
    sheet,
    situation,
    state,
    step,
    unit,
    voided,
    with_,
)
from xjtui.domain.entry import Entry
from xjtui.domain.fields import FaultCode
from xjtui.domain.guide import Action, open_cases, open_entry, record_actions
from xjtui.domain.plan import Audience
from xjtui.domain.problems import Problem, Stand, Step, life, possible_steps
from xjtui.domain.records import Kind, Record
from xjtui.domain.sheet import evaluate
from xjtui.domain.states import Lack, Remark, Status

RP = "research.problems"


def lived(one: Record, *steps: Record, today: str = "4-28") -> Problem:
    case = situation(one, *steps, today=today)
    return life(case, one)


@pytest.mark.parametrize("verifier", ["甲一", "甲 一", "甲　一", "id-甲一"])
def test_rule_11_its_owner_cannot_close_it_however_the_name_is_written(verifier: str) -> None:
    one = problem("4-8", owner="甲一")
    answers = {"step": "close", "day": "4-10", "text": "已整改", "verifier": verifier}
    assert codes(situation(one), RP, Kind.STEP, one, **answers) == {"verifier": FaultCode.OWNER_CLOSES}


@pytest.mark.parametrize("verifier", ["甲二", "id-甲二", "局办公室老师"])
def test_rule_11_somebody_else_closes_it(verifier: str) -> None:
    one = problem("4-8", owner="甲一")
    case = situation(one, today="4-12")
    made = enter(case, RP, Kind.STEP, one, step="销号", day="4-10", text="已整改", verifier=verifier)
    assert life(with_(case, made), one).stand is Stand.CLOSED


@pytest.mark.parametrize("verifier", ["id-甲一", "甲一", ""])
def test_rule_11_a_close_by_the_owner_or_by_nobody_closes_nothing_however_it_got_in(verifier: str) -> None:
    one = problem("4-8", owner="甲一")
    assert lived(one, step("4-10", one, "close", verifier=verifier)).stand is Stand.OPEN


def test_rule_11_making_the_verifier_the_owner_afterwards_opens_it_again() -> None:
    closed = problem("4-8", owner="甲二", id="p1")
    assert lived(closed, step("4-10", closed, "close", verifier="id-甲二")).stand is Stand.OPEN


def test_rule_11_an_extension_keeps_the_first_deadline() -> None:
    one = problem("4-8", "4-12")
    found = lived(
        one,
        step("4-11", one, "extend", deadline="2009-04-20"),
        step("4-19", one, "extend", deadline="2009-04-25"),
    )
    assert (found.first_deadline, found.deadline, found.extended) == (d("4-12"), d("4-25"), True)
    assert [found.overdue(d(day)) for day in ("4-25", "4-26")] == [False, True]


def test_rule_11_an_extension_goes_forward() -> None:
    one = problem("4-8", "4-12")
    for deadline in ("4-12", "4-10"):
        answers = {"step": "extend", "day": "4-11", "text": "来不及", "deadline": deadline}
        assert codes(situation(one), RP, Kind.STEP, one, **answers) == {"deadline": FaultCode.DEADLINE_PAST}


def test_rule_11_a_referred_problem_is_tracked_and_leaves_the_overdue_count() -> None:
    one = problem("4-8", "4-12")
    overdue = state(RP, one, today="4-20")
    assert Remark.PROBLEM_OVERDUE in {n.what for n in overdue.judgement.notes}
    away = state(RP, one, step("4-10", one, "refer"), today="4-20")
    whats = {n.what for n in away.judgement.notes}
    assert Remark.PROBLEM_OVERDUE not in whats and Remark.REFERRED in whats
    assert away.status is Status.MET, "it is nobody's open case here"


def test_rule_11_a_referral_in_time_stays_in_time_when_the_superior_closes_late() -> None:
    one = problem("4-8")
    steps = (step("4-20", one, "refer"), step("5-10", one, "close"))
    assert state(RP, one, steps[0], today="5-1").status is Status.MET
    assert state(RP, one, *steps, today="5-11").status is Status.MET
    found = lived(one, *steps, today="5-11")
    assert (found.stand, found.settled_on) == (Stand.CLOSED, d("5-10")), "the register tells the day of closing"


def test_rule_11_reopened_after_the_end_and_closed_again_it_is_late() -> None:
    one = problem("4-8")
    steps = (step("4-20", one, "close"), step("5-3", one, "reopen"), step("5-10", one, "close"))
    assert state(RP, one, *steps[:1], today="5-1").status is Status.MET
    assert state(RP, one, *steps[:2], today="5-4").status is Status.OVERDUE
    assert state(RP, one, *steps, today="5-11").status is Status.MET_LATE


@pytest.mark.parametrize("what", ["progress", "extend", "refer", "close"])
def test_rule_11_a_closed_problem_can_only_be_reopened(what: str) -> None:
    one = problem("4-8")
    case = situation(one, step("4-10", one, "close"))
    answers = {"step": what, "day": "4-11", "text": "经过", "deadline": "4-30", "verifier": "甲二"}
    assert codes(case, RP, Kind.STEP, one, **answers)["step"] in (FaultCode.NOT_A_CHOICE, FaultCode.STEP_IMPOSSIBLE)
    assert possible_steps(life(case, one)) == (Step.REOPEN,)


def test_rule_11_steps_go_forward_in_time() -> None:
    one = problem("4-8")
    case = situation(one, step("4-12", one, "progress"))
    answers = {"step": "close", "text": "已整改", "verifier": "甲二"}
    assert codes(case, RP, Kind.STEP, one, day="4-11", **answers) == {"day": FaultCode.NOT_EARLIER}
    assert codes(case, RP, Kind.STEP, one, day="4-7", **answers) == {"day": FaultCode.BEFORE_PARENT}


def test_rule_11_a_close_can_be_edited() -> None:
    """A slip of the pen in the closing step must be mendable, its day too."""
    one = problem("4-8")
    closed = step("4-12", one, "close")
    case = situation(one, closed, today="4-15")
    entry = open_entry(evaluate(case), Action(RP, Kind.STEP, record=closed.id)).put("text", "改好了").put("day", "4-11")
    made = attempt(entry, case)
    assert isinstance(made, Record), made
    assert (made.id, made.day, made.text("text"), made.text("step")) == (closed.id, d("4-11"), "改好了", "close")


def test_rule_11_the_deadline_is_not_before_the_finding() -> None:
    answers = {"day": "4-8", "text": "问题", "measures": "措施", "owner": "甲一", "deadline": "4-7"}
    assert codes(situation(), RP, Kind.PROBLEM, **answers) == {"deadline": FaultCode.DEADLINE_PAST}


def test_rule_11_a_step_taken_back_never_happened() -> None:
    one = problem("4-8")
    assert lived(one, voided(step("4-10", one, "close"), "4-11")).stand is Stand.OPEN


def test_the_register_of_problems_is_never_met_on_day_one() -> None:
    one = problem("3-26")
    closed = step("3-27", one, "close")
    before = state(RP, one, closed, today="3-31")
    assert before.status is Status.IN_PROGRESS
    assert [m.what for m in before.judgement.missing] == [Lack.WAIT]
    after = state(RP, one, closed, today="4-1")
    assert (after.status, after.judgement.satisfied_on) == (Status.MET, d("4-1"))


def test_the_register_is_not_met_by_an_empty_register_without_a_stated_reason() -> None:
    found = state(RP, today="4-28")
    assert (found.status, found.judgement.missing[0].what) == (Status.NOT_STARTED, Lack.NO_PROBLEMS)
    stated = record(RP, Kind.NO_PROBLEM, "4-28", reason="逐项查过，没有发现问题")
    assert state(RP, stated, today="4-28").status is Status.MET
    early = record(RP, Kind.NO_PROBLEM, "3-31", reason="没有")
    assert not state(RP, early, today="4-28").satisfied, "stated before anything could be found"
    assert not state(RP, record(RP, Kind.NO_PROBLEM, "4-28", reason=" "), today="4-28").satisfied


def test_one_of_two_problems_open_keeps_the_register_open() -> None:
    a, b = problem("4-8"), problem("4-9")
    case = sheet(a, b, step("4-10", a, "close"), today="4-28")
    found = case.state(RP)
    assert found is not None and not found.satisfied
    assert found.judgement.missing[0].record == b.id
    assert open_cases(case, RP) == 1


def test_an_urging_is_followed_until_it_is_closed() -> None:
    group = unit(Audience.GROUP, "group")
    one = record("group.urge", Kind.URGING, "4-8", unit="u1", text="没有台帐", demand="补齐", deadline="2009-04-15")
    assert state("group.urge", one, of=group, today="4-20").judgement.missing[0].what is Lack.OPEN_URGINGS
    done = record("group.urge", Kind.STEP, "4-14", about=one, step="close", text="已补", verifier="组长")
    assert state("group.urge", one, done, of=group, today="4-20").status is Status.MET


STEPS = st.lists(st.tuples(st.sampled_from(list(Step)), st.integers(9, 28)), max_size=7)


@given(STEPS)
def test_rule_11_whatever_happens_the_first_deadline_stays_and_only_open_ones_are_overdue(
    given_: list[tuple[Step, int]],
) -> None:
    one = problem("4-8", "4-12")
    more = {Step.EXTEND: {"deadline": "2009-04-20"}}
    steps = [step(f"4-{day}", one, what, **more.get(what, {})) for what, day in given_]
    found = lived(one, *steps, today="4-30")
    assert found.first_deadline == d("4-12")
    assert (found.settled_on is None) == (found.stand is Stand.OPEN)
    assert not found.overdue(d("4-30")) or found.stand is Stand.OPEN
    assert found == lived(one, *reversed(steps), today="4-30"), "the order in which they are kept does not matter"


def test_what_may_follow_up_a_record_is_offered_with_the_reason_where_it_may_not() -> None:
    missed, whole = session("4-8", marks={"甲二": "sick"}), session("4-9")
    case = sheet(missed, whole, today="4-15")
    bars = {one.id: [a.bar for a in record_actions(case, one) if a.kind is Kind.MAKEUP] for one in (missed, whole)}
    assert bars[missed.id] == [None]
    assert [str(bar) for bar in bars[whole.id]] == ["nothing_missed"]


def test_rule_11_people_of_one_name_the_verifier_is_told_apart_by_id() -> None:
    twins = (*people("甲一"), member("李明", id="t1"), member("李明", id="t2"))
    one = record(RP, Kind.PROBLEM, "4-8", text="问题", owner="t1", deadline="2009-04-20")
    case = situation(one, members=twins)
    form = open_entry(evaluate(case), Action(RP, Kind.STEP, about=one.id)).form
    answers = {"step": "close", "day": "4-10", "text": "已整改", "verifier": "t2"}
    made = attempt(Entry(form, answers), case)
    assert isinstance(made, Record), made
    assert reading(case).situation.same_person("t1", "t2") is False
