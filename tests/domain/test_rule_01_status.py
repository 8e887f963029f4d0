"""Rule 1: status is derived, never stored; late stays late for ever."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    MARCH_END,
    PLAN,
    d,
    document,
    filing,
    item,
    lecture,
    makeup,
    people,
    plan_of,
    record,
    session,
    sheet,
    situation,
    state,
    unit,
    voided,
)
from xjtui.domain.plan import Audience, ConfirmationsRule, DocumentRule, Due, FilingRule, SessionsRule
from xjtui.domain.records import Kind, Record
from xjtui.domain.rules import judge
from xjtui.domain.sheet import evaluate
from xjtui.domain.states import SATISFIED, Status

BODY = {"head": "甲一", "members": "甲二"}


def waiver(day: str, item_key: str, **data: str) -> Record:
    return record(item_key, Kind.WAIVER, day, **{"reason": "单位性质不同", "approver": "局办公室", **data})


def test_rule_1_nothing_of_a_status_is_stored() -> None:
    assert "status" not in {one.name for one in fields(Record)}


@pytest.mark.parametrize(
    ("today", "status"),
    [("3-1", Status.NOT_STARTED), ("3-31", Status.NOT_STARTED), ("4-1", Status.OVERDUE), ("6-1", Status.OVERDUE)],
)
def test_rule_1_with_no_record_an_item_is_not_started_through_its_last_day_then_overdue(
    today: str, status: Status
) -> None:
    assert state("plan.filed", today=today).status is status


def test_rule_1_a_half_filled_document_is_in_progress_then_overdue() -> None:
    half = document("3-20", "org.body", head="甲一")
    assert state("org.body", half, today="3-31").status is Status.IN_PROGRESS
    assert state("org.body", half, today="4-1").status is Status.OVERDUE


@pytest.mark.parametrize(("day", "status"), [("3-31", Status.MET), ("4-1", Status.MET_LATE)])
def test_rule_1_a_filing_made_on_31_march_is_in_time_one_on_1_april_is_late_for_ever(day: str, status: Status) -> None:
    for today in ("4-1", "4-30", "12-31"):
        assert state("plan.filed", filing(day), today=today).status is status


def test_rule_1_a_second_filing_in_time_for_nothing_does_not_mend_the_first_late_one() -> None:
    late = filing("4-2")
    assert state("plan.filed", late, filing("4-5"), today="4-30").status is Status.MET_LATE


def test_rule_1_advice_is_never_overdue_nor_late() -> None:
    assert state("report.progress", today="6-1").status is Status.NOT_STARTED
    late = record("report.progress", Kind.REPORT, "5-20", parts=dict.fromkeys(("progress", "practice", "effect"), "写"))
    assert state("report.progress", late, today="6-1").status is Status.IN_PROGRESS
    whole = {**late.data["parts"], "problems": "有"}
    full = record("report.progress", Kind.REPORT, "5-20", parts=whole)
    assert state("report.progress", full, today="6-1").status is Status.MET


def test_rule_1_not_applicable_by_the_kind_of_unit_tells_its_reason() -> None:
    found = state("research.visits", of=unit(kind="office"))
    assert found.status is Status.NOT_APPLICABLE
    assert found.not_applicable is not None and found.not_applicable.approver == ""
    assert not found.applicable
    assert state("research.visits").applicable


def test_rule_1_not_applicable_by_an_approved_waiver_names_who_approved() -> None:
    found = state("study.face", waiver("4-1", "study.face"))
    assert found.status is Status.NOT_APPLICABLE
    assert found.not_applicable is not None
    assert (found.not_applicable.reason, found.not_applicable.approver) == ("单位性质不同", "局办公室")


@pytest.mark.parametrize("empty", ["reason", "approver"])
def test_rule_1_a_waiver_without_reason_or_approver_frees_from_nothing(empty: str) -> None:
    assert state("study.face", waiver("4-1", "study.face", **{empty: " "})).applicable


def test_rule_1_a_waiver_taken_back_binds_again() -> None:
    assert state("study.face", voided(waiver("4-1", "study.face"), "4-3")).applicable


def test_rule_1_not_applicable_leaves_the_denominator() -> None:
    before, after = sheet().total, sheet(waiver("4-1", "study.face")).total
    assert (after.of, after.done) == (before.of - 1, before.done)


def test_rule_1_before_the_first_session_means_the_day_of_that_session_inclusive() -> None:
    training = document("4-10", "plan.training", contents="内容", times="时间")
    assert state("plan.training", training, today="4-15").due == d("4-30"), "no session yet: the phase's end"
    assert state("plan.training", training, session("4-10"), today="4-15").status is Status.MET
    assert state("plan.training", training, session("4-9"), today="4-15").status is Status.MET_LATE
    assert state("plan.training", session("4-9"), today="4-10").status is Status.OVERDUE


def test_rule_1_a_planned_first_session_is_already_the_deadline_of_the_training_plan() -> None:
    planned = record("study.sessions", Kind.SESSION, "4-20", "4-10", theme="学习", start="15:30")
    assert state("plan.training", planned, today="4-15").due == d("4-20")


def test_rule_1_the_session_of_a_set_day_counts_only_on_that_day() -> None:
    parts = {"passed_on": "已传达"}
    assert state("org.mobilised", session("3-25", "org.mobilised", parts=parts)).status is Status.MET
    assert state("org.mobilised", session("3-26", "org.mobilised", parts=parts)).status is Status.OVERDUE


def test_rule_1_four_sessions_are_met_on_the_day_of_the_fourth() -> None:
    committee = unit(Audience.COMMITTEE, "bureau")
    four = [session(day, "study.centre") for day in ("4-1", "4-8", "4-15", "4-30")]
    assert state("study.centre", *four, of=committee, today="4-30").status is Status.MET
    assert state("study.centre", *four[:3], of=committee, today="4-30").status is Status.IN_PROGRESS
    late = [*four[:3], session("5-1", "study.centre"), session("5-2", "study.centre")]
    found = state("study.centre", *late, of=committee, today="5-3")
    assert (found.status, found.judgement.satisfied_on, found.judgement.have) == (Status.MET_LATE, d("5-1"), 5)


def test_rule_1_three_of_four_systems_is_in_progress() -> None:
    made = [
        record("org.systems", Kind.CONFIRMATION, "3-20", part=part, text="制度") for part in ("attendance", "leave")
    ]
    made.append(record("org.systems", Kind.CONFIRMATION, "3-21", part="makeup", text="制度"))
    made.append(record("org.systems", Kind.CONFIRMATION, "3-22", part="makeup", text="制度"))
    found = state("org.systems", *made, today="3-31")
    assert (found.status, found.judgement.have, found.judgement.need) == (Status.IN_PROGRESS, 3, 4)
    made.append(record("org.systems", Kind.CONFIRMATION, "4-1", part="spot_checks", text="制度"))
    assert state("org.systems", *made, today="4-2").status is Status.MET_LATE


def test_rule_1_a_session_made_up_late_covers_a_leader_late() -> None:
    """On 2 May the aspect is open and overdue; made up on 5 May it is done, but late."""
    roster = people("甲一 甲二 甲三")
    held = session("4-20", members=roster, marks={"甲一": "sick"})
    lead = record("org.lead", Kind.LEAD, "4-1", member="id-甲一", aspects=["research", "speaking"], text="带头")
    caught_up = makeup("5-5", held, "甲一")
    assert state("org.lead", held, lead, members=roster, today="5-2").status is Status.OVERDUE
    found = state("org.lead", held, lead, caught_up, members=roster, today="5-6")
    assert (found.status, found.judgement.satisfied_on) == (Status.MET_LATE, d("5-5"))


def test_rule_1_nothing_concerned_is_not_applicable_and_no_dead_end() -> None:
    """Where every register's item was waived, the registers have nothing to hold, and must not block 100 %."""
    keys = ("study.sessions", "study.lectures", "study.ideas", "research.problems")
    found = state("review.registers", *(waiver("4-1", key) for key in keys))
    assert found.status is Status.NOT_APPLICABLE
    assert found.not_applicable is not None and found.not_applicable.nobody


# -- properties ----------------------------------------------------------------------------------------------------

DAYS = st.integers(0, 80).map(lambda n: d("3-1") + timedelta(days=n))
SMALL = plan_of(
    item("doc", DocumentRule(PLAN.by_key["org.body"].rule.parts), MARCH_END),  # type: ignore[union-attr]
    item("meet", SessionsRule(2)),
    item("sys", ConfirmationsRule(PLAN.by_key["org.systems"].rule.parts[:2]), MARCH_END),  # type: ignore[union-attr]
    item("filed", FilingRule(), MARCH_END),
    item("advice", DocumentRule(), Due(d("3-20"), soft=True)),
)


@st.composite
def deeds(draw: st.DrawFn) -> Record:
    """A deed of some day, entered that day or up to ten days later."""
    day = draw(DAYS)
    entered = (day + timedelta(days=draw(st.sampled_from([0, 0, 1, 10])))).isoformat()
    match draw(st.sampled_from(["doc", "meet", "sys", "filed", "advice"])):
        case "doc":
            parts = dict.fromkeys(draw(st.sets(st.sampled_from(["head", "members"]))), "写好")
            return document(day.isoformat(), "doc", entered, **parts)
        case "meet":
            return session(day.isoformat(), "meet", entered=entered)
        case "sys":
            return record("sys", Kind.CONFIRMATION, day, entered, part=draw(st.sampled_from(["attendance", "leave"])))
        case "filed":
            return record("filed", Kind.FILING, day, entered, title="计划")
        case _:
            return record("advice", Kind.DOCUMENT, day, entered, title="建议")


HISTORY = st.lists(deeds(), max_size=12)


def statuses(records: list[Record], today: object) -> dict[str, Status]:
    found = sheet(*records, today=today, plan=SMALL)  # type: ignore[arg-type]
    return {one.item.key: one.status for one in found.states}


ORDER = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.OVERDUE)


@given(HISTORY)
def test_rule_1_as_days_pass_a_status_only_goes_its_way(records: list[Record]) -> None:
    """Not started → in progress → overdue; once met it stays met, once overdue it can only be done late."""
    same_day = [record(r.item, r.kind, r.day, r.day.isoformat(), **r.data) for r in records]
    before: dict[str, Status] = {}
    for n in range(95):
        now = statuses(same_day, d("3-1") + timedelta(days=n))
        for key, status in now.items():
            was = before.get(key, Status.NOT_STARTED)
            if was in SATISFIED:
                assert status is was, (key, was, status)
            elif status not in SATISFIED:
                assert ORDER.index(status) >= ORDER.index(was), (key, was, status)
            elif was is Status.OVERDUE:
                assert status is Status.MET_LATE, key
        before = now


@given(HISTORY, HISTORY)
def test_rule_1_late_stays_late_whatever_is_done_later(records: list[Record], later: list[Record]) -> None:
    today = d("5-31")
    late = [key for key, status in statuses(records, today).items() if status is Status.MET_LATE]
    last = max((one.day for one in records), default=d("3-1"))
    further = [one for one in later if one.day >= last]
    now = statuses([*records, *further], today)
    assert all(now[key] is Status.MET_LATE for key in late)


@given(HISTORY, DAYS)
def test_rule_1_what_is_met_has_its_day_and_nothing_missing_and_what_is_not_says_what_is_missing(
    records: list[Record], today: object
) -> None:
    for one in sheet(*records, today=today).states:  # type: ignore[arg-type]
        if one.satisfied:
            assert one.judgement.satisfied_on is not None and not one.judgement.missing
        elif one.applicable:
            assert one.judgement.satisfied_on is None and one.judgement.missing, "an open item always says why"


@given(HISTORY, st.randoms(use_true_random=False))
def test_rule_1_the_order_in_which_records_are_kept_never_matters(records: list[Record], rng: object) -> None:
    shuffled = list(records)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    a, b = (evaluate(situation(*some, plan=SMALL, today="4-20")) for some in (records, shuffled))
    assert (a.states, a.total) == (b.states, b.total)


def test_rule_1_a_judgement_is_the_same_each_time_it_is_asked() -> None:
    case = situation(lecture("4-8", "甲一"), session("4-9"), today="4-15")
    found = case.plan.by_key["study.lectures"]
    assert judge(case, found, lambda key: None) == judge(case, found, lambda key: None)
