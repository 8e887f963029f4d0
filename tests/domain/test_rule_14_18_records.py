"""Rules 14, 15, 17 and 18: voiding, the source of a figure, any day's status, and one entry for many registers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    FIVE,
    at,
    d,
    document,
    filing,
    item,
    lecture,
    makeup,
    people,
    plan_of,
    problem,
    receipt,
    record,
    session,
    sheet,
    situation,
    state,
    step,
    taken,
    voided,
)
from xjtui.domain.attendance import all_taken, total
from xjtui.domain.figures import Count, figures
from xjtui.domain.plan import RatingsRule
from xjtui.domain.records import Kind
from xjtui.domain.rules.review import fingerprint
from xjtui.domain.sheet import Sheet, evaluate
from xjtui.domain.states import Lack, Remark, Status

HELD = session("4-8", marks={"甲二": "sick", "甲三": "absent"})
FILED = filing("3-30")
PROBLEM = problem("4-8")
STORY = (
    HELD,
    makeup("4-10", HELD, "甲二"),
    document("3-20", "org.body", head="甲一", members="甲二"),
    FILED,
    receipt("4-2", FILED, "returned", reason="缺签字"),
    filing("4-7"),
    lecture("4-9", "甲一"),
    lecture("4-9", "甲二", entered="4-14"),
    PROBLEM,
    step("4-12", PROBLEM, "close"),
    record("publicity.forms", Kind.PUBLICITY, "4-3", form="web", title="报道"),
    record("research.channels", Kind.CHANNEL, "4-3", channel="cards", opinions=3),
    record("review.look_back", Kind.RATING, "4-14", item="org.body", rating="good", comment="好"),
)
"""What a branch did in six weeks, in miniature."""

CHOSEN = st.sets(st.sampled_from(range(len(STORY))))


def same(a: Sheet, b: Sheet) -> bool:
    return (a.states, a.notes, a.total) == (b.states, b.notes, b.total)


# -- rule 14 -------------------------------------------------------------------------------------------------------


def test_rule_14_a_voided_record_stays_with_who_when_and_why_and_counts_no_more() -> None:
    gone = voided(filing("3-30"), "4-2", "重复录入")
    case = situation(gone, today="4-5")
    found = evaluate(case).state("plan.filed")
    assert found is not None and found.status is Status.OVERDUE
    kept = case.record(gone.id)
    assert kept is not None and kept.voided is not None
    assert (kept.voided.by, kept.voided.at, kept.voided.why) == ("书记", at("4-2"), "重复录入")


@given(CHOSEN)
def test_rule_14_voiding_and_restoring_gives_the_same_sheet(chosen: set[int]) -> None:
    gone = [voided(one, "4-14") if n in chosen else one for n, one in enumerate(STORY)]
    back = [replace(one, voided=None) for one in gone]
    assert same(sheet(*back), sheet(*STORY))


@given(CHOSEN)
def test_rule_14_voiding_is_to_the_sheet_as_if_the_record_had_never_been(chosen: set[int]) -> None:
    without = [one for n, one in enumerate(STORY) if n not in chosen]
    kept = {one.id for one in without}
    orphaned = [one for one in without if one.about is not None and one.about not in kept]
    gone = [voided(one, "4-14") if n in chosen else one for n, one in enumerate(STORY)]
    assert same(sheet(*gone), sheet(*(one for one in without if one not in orphaned)))


def test_rule_14_what_was_said_about_a_voided_record_counts_no_more_and_comes_back_with_it() -> None:
    gone = voided(PROBLEM, "4-14")
    closed = step("4-12", PROBLEM, "close")
    assert state("research.problems", gone, closed, today="4-28").judgement.missing[0].what is Lack.NO_PROBLEMS
    assert state("research.problems", PROBLEM, closed, today="4-28").status is Status.MET


def test_rule_14_voiding_a_summary_or_the_first_filing_is_seen() -> None:
    first, second = filing("3-30"), filing("4-7")
    assert state("plan.filed", first, second).status is Status.MET
    assert state("plan.filed", voided(first, "4-10"), second).status is Status.MET_LATE


# -- rule 15 -------------------------------------------------------------------------------------------------------


@given(CHOSEN)
def test_rule_15_every_figure_and_every_judgement_names_records_that_are_there(chosen: set[int]) -> None:
    case = situation(*(one for n, one in enumerate(STORY) if n not in chosen))
    known = {one.id for one in case.known}
    for one in evaluate(case).states:
        assert set(one.judgement.counted) <= known
        assert len(set(one.judgement.counted)) == len(one.judgement.counted), "no record is named twice"
        for figure in figures(case, one.item.key):
            assert figure.value > 0 and figure.records and set(figure.records) <= known


def test_rule_15_what_counted_for_coverage_is_the_first_lecture_of_each() -> None:
    first, again, other = lecture("4-8", "甲一"), lecture("4-9", "甲一"), lecture("4-10", "甲二")
    assert state("study.lectures", first, again, other).judgement.counted == (first.id, other.id)


def test_rule_15_an_item_knows_its_clause_and_basis() -> None:
    found = state("plan.filed").item
    assert found.clause.of("zh") and found.basis


# -- rule 17 -------------------------------------------------------------------------------------------------------


@given(st.integers(0, 40), st.integers(0, 12))
def test_rule_17_a_report_as_of_a_day_is_the_same_whatever_was_entered_later(day: int, split: int) -> None:
    """What was in the books at the end of that day decides; deeds entered afterwards are not in it."""
    today = d("3-20") + timedelta(days=day)
    entered_by_then = [one for one in STORY if one.entered.date() <= today]
    later = [one for one in STORY if one.entered.date() > today]
    after = (today + timedelta(days=1)).isoformat()
    backdated = [session("3-21", entered=after), filing("3-21", entered=after), lecture("3-21", "乙一", entered=after)]
    more = [*later, *backdated[: split % 4]]
    assert same(sheet(*entered_by_then, today=today), sheet(*entered_by_then, *more, today=today))


def test_rule_17_a_deed_entered_late_is_not_in_the_report_of_its_own_day() -> None:
    backdated = filing("3-31", entered="4-10")
    assert state("plan.filed", backdated, today="4-5").status is Status.OVERDUE
    assert state("plan.filed", backdated, today="4-10").status is Status.MET


@given(CHOSEN, st.integers(0, 40))
def test_rule_17_what_was_voided_later_still_stands_in_the_earlier_report(chosen: set[int], day: int) -> None:
    today = d("3-20") + timedelta(days=day)
    after = today + timedelta(days=1)
    gone = [voided(one, after.isoformat()) if n in chosen else one for n, one in enumerate(STORY)]
    assert same(sheet(*gone, today=today), sheet(*STORY, today=today))


@given(st.integers(0, 60))
def test_rule_17_the_same_day_gives_the_same_sheet(day: int) -> None:
    today = d("3-15") + timedelta(days=day)
    assert same(sheet(*STORY, today=today), sheet(*STORY, today=today))


def test_rule_17_a_finished_summary_is_outdated_by_a_change_and_not_by_time_passing() -> None:
    base = (session("4-8"), lecture("4-9", "甲一"))
    digest = fingerprint(situation(*base, today="4-28"))
    final = record("review.summary", Kind.SUMMARY, "4-28", causes="原因", next_steps="打算", final=True, digest=digest)
    quiet = state("review.summary", *base, final, today="4-30")
    assert quiet.status is Status.MET
    assert Remark.OUTDATED not in {n.what for n in quiet.judgement.notes}
    for change in (lecture("4-29", "甲二"), replace(base[0], revision=2), voided(base[1], "4-29")):
        records = {one.id: one for one in (*base, final, change)}
        found = state("review.summary", *records.values(), today="4-30")
        assert found.status is Status.MET, "finished stays finished"
        assert Remark.OUTDATED in {n.what for n in found.judgement.notes}


def test_rule_17_a_summary_not_finalised_is_in_progress() -> None:
    draft = record("review.summary", Kind.SUMMARY, "4-28", causes="原因", next_steps="打算", final=False)
    found = state("review.summary", draft, today="4-28")
    assert (found.status, found.judgement.missing[0].what) == (Status.IN_PROGRESS, Lack.FINISH)


# -- rule 18 -------------------------------------------------------------------------------------------------------


def test_rule_18_one_lecture_feeds_coverage_attendance_leaders_and_the_figures() -> None:
    talk = record(
        "study.lectures", Kind.LECTURE, "4-8", lecturer="id-甲一", title="课", attendance=taken("4-8", 甲二="absent")
    )
    case = situation(talk)
    done = evaluate(case)
    coverage, lead = done.state("study.lectures"), done.state("org.lead")
    assert coverage is not None and coverage.judgement.have == 1
    assert lead is not None and lead.judgement.counted == (talk.id,)
    assert total(all_taken(case)).present == 4
    assert {f.count: f.value for f in figures(case, "study.lectures")}[Count.LECTURES] == 1
    registers = done.state("review.registers")
    assert registers is not None and "study.lectures" not in registers.judgement.missing[0].items


def test_rule_18_the_registers_need_no_entry_of_their_own() -> None:
    closed = problem("4-8")
    idea = record("study.ideas", Kind.IDEA, "4-8", text="点子")
    records = (session("4-8"), lecture("4-9", "甲一"), idea, closed)
    found = state("review.registers", *records, today="4-28")
    assert (found.status, found.judgement.satisfied_on) == (Status.MET, d("4-9"))
    without = state("review.registers", *records[1:], today="4-28")
    assert without.judgement.missing[0].items == ("study.sessions",)


def test_rule_18_registers_filled_by_a_late_make_up_are_late() -> None:
    held = session("4-29", marks={"甲二": "absent"})
    idea = record("study.ideas", Kind.IDEA, "4-8", text="点子")
    records = (held, lecture("4-9", "甲一"), idea, problem("4-8"))
    assert state("review.registers", *records, today="5-1").status is Status.OVERDUE
    assert state("review.registers", *records, makeup("5-4", held, "甲二"), today="5-5").status is Status.MET_LATE


def test_records_under_a_key_that_the_plan_replaced_count_for_the_item_of_today() -> None:
    renamed = plan_of(
        item("new.doc", FORMER.rule, replaces=("old.doc",)),
        item("look", RatingsRule(("look",)), replaces=("old.look",)),
    )
    old = document("3-20", "old.doc", head="甲一", members="甲二")
    rated = record("old.look", Kind.RATING, "4-8", item="old.doc", rating="good", comment="好")
    case = situation(old, rated, plan=renamed)
    assert state("new.doc", old, plan=renamed).status is Status.MET
    assert state("look", old, rated, plan=renamed).status is Status.MET
    assert case.under("old.doc") == case.under("new.doc") == (old,)


FORMER = state("org.body").item


def test_a_rating_needs_a_comment_and_every_applicable_item_one() -> None:
    two = plan_of(item("a", FORMER.rule), item("b", FORMER.rule), item("look", RatingsRule(("look",))))
    rated = record("look", Kind.RATING, "4-8", item="a", rating="good", comment="好")
    empty = record("look", Kind.RATING, "4-8", item="b", rating="good", comment=" ")
    assert state("look", rated, empty, plan=two).judgement.missing[0].items == ("b",)
    waived = record("b", Kind.WAIVER, "4-8", reason="不适用", approver="办公室")
    assert state("look", rated, waived, plan=two).status is Status.MET


def test_duties_need_a_current_member_for_every_applicable_item() -> None:
    two = plan_of(item("duties", state("org.duties").item.rule), item("b", FORMER.rule))
    named = {"duties": "id-甲一", "b": "id-甲二"}
    written = record("duties", Kind.DOCUMENT, "3-20", parts={"first": "书记"}, assignments=named)
    assert state("duties", written, plan=two).satisfied
    assert state("duties", replace(written, data={**written.data, "assignments": {}}), plan=two).judgement.missing[
        0
    ].items == ("duties", "b")
    gone = people("甲一 甲三")
    assert state("duties", written, plan=two, members=gone).judgement.missing[0].items == ("b",)
    assert FIVE[0].id == "id-甲一"
