"""Rule 2: the deed's day counts, not the entry's. Rule 3: filing is not writing; filed and received differ."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import d, document, filing, receipt, session, situation, state
from xjtui.domain.guide import Why, gap_of
from xjtui.domain.records import Kind
from xjtui.domain.sheet import evaluate
from xjtui.domain.states import Lack, Note, Remark, Status


def notes(what: Remark, found: tuple[Note, ...]) -> list[Note]:
    return [note for note in found if note.what is what]


def test_rule_2_filed_in_time_but_typed_in_april_is_in_time() -> None:
    found = state("plan.filed", filing("3-31", entered="4-10"), today="4-15")
    assert (found.status, found.judgement.satisfied_on) == (Status.MET, d("3-31"))


@pytest.mark.parametrize(("entered", "marked"), [("4-8", 0), ("4-11", 0), ("4-12", 1), ("4-14", 1)])
def test_rule_2_entered_more_than_3_days_after_the_deed_is_marked_entered_later(entered: str, marked: int) -> None:
    found = state("study.sessions", session("4-8", entered=entered), today="4-15")
    assert len(notes(Remark.ENTERED_LATER, found.judgement.notes)) == marked
    assert found.status is Status.MET, "a mark, not another status"


def test_rule_2_the_mark_names_the_records_it_is_about() -> None:
    on_time, late = session("4-8"), session("4-9", entered="4-14")
    (note,) = notes(Remark.ENTERED_LATER, state("study.sessions", on_time, late).judgement.notes)
    assert (note.count, note.records) == (1, (late.id,))


@given(st.integers(-30, 60))
def test_rule_2_only_the_distance_of_deed_and_entry_decides(days: int) -> None:
    entered = (d("4-1") + timedelta(days=days)).isoformat()
    assert session("4-1", entered=entered).entered_later is (days > 3)


def test_rule_2_a_planned_session_entered_ahead_counts_on_its_day_only() -> None:
    ahead = session("4-20", entered="4-10")
    before, on = state("study.sessions", ahead, today="4-19"), state("study.sessions", ahead, today="4-20")
    assert (before.status, on.status) == (Status.NOT_STARTED, Status.MET)
    assert notes(Remark.PLANNED, before.judgement.notes)[0].day == d("4-20")


def test_rule_3_a_plan_written_in_march_and_not_filed_is_not_filed() -> None:
    written = document("3-20", "plan.filed")
    assert state("plan.filed", written, today="4-1").status is Status.OVERDUE


def test_rule_3_the_day_of_filing_decides_not_the_day_of_receipt() -> None:
    filed = filing("3-31")
    found = state("plan.filed", filed, oversight=(receipt("4-3", filed),), today="4-5")
    assert (found.status, found.judgement.satisfied_on) == (Status.MET, d("3-31"))
    assert not notes(Remark.AWAITS_RECEIPT, found.judgement.notes)


def test_rule_3_filed_and_not_yet_received_is_filed_and_says_that_it_waits() -> None:
    found = state("plan.filed", filing("3-31"), today="4-5")
    assert found.status is Status.MET
    assert notes(Remark.AWAITS_RECEIPT, found.judgement.notes)[0].day == d("3-31")


def test_rule_3_a_return_reopens_and_tells_when_and_why() -> None:
    filed = filing("3-30")
    back = receipt("4-2", filed, "returned", reason="缺少分工")
    sheet = evaluate(situation(filed, oversight=(back,), today="4-5"))
    found = sheet.state("plan.filed")
    assert found is not None and not found.satisfied
    (missing,) = found.judgement.missing
    assert (missing.what, missing.day, missing.reason) == (Lack.RETURNED, d("4-2"), "缺少分工")
    gap = gap_of(sheet, "plan.filed")
    assert gap is not None and gap.why is Why.RETURNED and gap.action is not None and gap.action.kind is Kind.FILING


@pytest.mark.parametrize(("first", "status"), [("3-31", Status.MET), ("4-1", Status.MET_LATE)])
def test_rule_3_filed_again_after_a_return_the_first_filing_decides_whether_it_was_in_time(
    first: str, status: Status
) -> None:
    filed = filing(first)
    back = receipt("4-2", filed, "returned", reason="缺少分工")
    again = filing("4-8")
    assert state("plan.filed", filed, again, oversight=(back,), today="4-10").status is status
    kept = receipt("4-9", again)
    assert state("plan.filed", filed, again, oversight=(back, kept), today="4-10").status is status


def test_rule_3_returned_a_second_time_it_is_open_again() -> None:
    filed, again = filing("3-30"), filing("4-3")
    words = (receipt("4-1", filed, "returned", reason="一"), receipt("4-5", again, "returned", reason="二"))
    found = state("plan.filed", filed, again, oversight=words, today="4-6")
    assert not found.satisfied and found.judgement.missing[0].reason == "二"


def test_rule_3_the_offices_last_word_on_a_filing_holds() -> None:
    filed = filing("3-30")
    words = (receipt("4-1", filed, "returned", reason="看错"), receipt("4-2", filed))
    assert state("plan.filed", filed, oversight=words, today="4-6").status is Status.MET


def test_rule_3_a_return_of_the_future_has_not_happened_yet() -> None:
    filed = filing("3-30")
    assert state("plan.filed", filed, oversight=(receipt("4-8", filed, "returned"),), today="4-7").satisfied
