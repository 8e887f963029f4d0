"""The numbers beside a status, the stages, and what figures tell: small things a reader relies on to the digit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.builders import (
    FORMS,
    attempt,
    codes,
    d,
    document,
    enter,
    entry,
    filing,
    item,
    lecture,
    makeup,
    member,
    option,
    plan_of,
    problem,
    reading,
    receipt,
    record,
    session,
    sheet,
    situation,
    state,
    step,
    unit,
    voided,
)
from xjtui.domain.answers import read
from xjtui.domain.attendance import all_taken, total
from xjtui.domain.entry import answer
from xjtui.domain.fields import Choice, Fault, FaultCode, Field, FieldKind
from xjtui.domain.figures import Count, figures
from xjtui.domain.forecast import days_left, lectures_short, occasions_left
from xjtui.domain.guide import unrated
from xjtui.domain.opinions import tally
from xjtui.domain.people import Scope
from xjtui.domain.plan import Audience, CountRule, RegistersRule, ReportsRule, TopicsRule, VisitsRule
from xjtui.domain.records import Kind, Record
from xjtui.domain.rules.sessions import questions
from xjtui.domain.states import Remark, Status

WHOLE = dict.fromkeys(("progress", "practice", "effect", "problems"), "写好")
RP = "research.problems"
RC = "research.channels"


def report(day: str, **parts: str) -> Record:
    return record("report.progress", Kind.REPORT, day, parts=parts or WHOLE)


def idea(day: str) -> Record:
    return record("study.ideas", Kind.IDEA, day, text="点子")


def answered(day: str, one: Record) -> Record:
    return record("study.ideas", Kind.ANSWER, day, about=one, outcome="adopted", text="采纳")


def visit(day: str, *audiences: str, **data: Any) -> Record:
    return record("research.visits", Kind.VISIT, day, visitors=["id-甲一"], audiences=list(audiences), **data)


FILED = filing("3-30")
ONE, TWO = problem("4-8"), problem("4-9")
IDEA = idea("4-8")


@pytest.mark.parametrize(
    ("key", "records", "have", "need"),
    [
        ("plan.filed", (), 0, 1),
        ("plan.filed", (FILED,), 1, 1),
        ("plan.filed", (FILED, filing("4-2")), 1, 1),
        ("plan.filed", (FILED, receipt("4-1", FILED, "returned")), 0, 1),
        ("org.body", (), 0, 2),
        ("org.body", (document("3-20", "org.body", head="甲一"),), 1, 2),
        ("org.body", (document("3-20", "org.body", head="甲一", members="甲二"),), 2, 2),
        ("org.duties", (), 0, 2),
        ("review.next", (), 0, 1),
        ("review.next", (document("4-20", "review.next"),), 1, 1),
        ("report.progress", (report("4-8", progress="有"),), 0, 1),
        ("report.progress", (report("4-8"), report("4-10")), 2, 1),
        (RP, (), 0, 1),
        (RP, (ONE, TWO), 0, 2),
        (RP, (ONE, TWO, step("4-10", ONE, "close")), 1, 2),
        (RP, (record(RP, Kind.NO_PROBLEM, "4-8", reason="没有发现"),), 1, 1),
        ("research.visits", (visit("4-8", "pupils"), visit("4-9", "pupils")), 1, 2),
        ("study.ideas", (IDEA,), 0, 1),
        ("study.ideas", (IDEA, answered("4-9", IDEA)), 1, 1),
        ("review.registers", (), 0, 4),
        ("review.registers", (session("4-8"),), 1, 4),
        ("review.summary", (), 0, 1),
    ],
)
def test_so_many_of_so_many(key: str, records: tuple[Record, ...], have: int, need: int) -> None:
    found = state(key, *records, today="4-28").judgement
    assert (found.have, found.need) == (have, need)


def test_what_does_not_apply_counts_nothing_of_nothing_and_says_why() -> None:
    found = state("research.visits", of=unit(kind="office"))
    assert (found.judgement.have, found.judgement.need) == (0, 0)
    assert found.not_applicable is not None and found.not_applicable.reason.of("zh") == "没有学生"  # type: ignore[union-attr]


def test_several_reports_are_met_on_the_day_of_the_last_one_needed() -> None:
    plan = plan_of(item("report.progress", ReportsRule((option("progress"),), 2)))
    three = [report(day, progress="有") for day in ("4-8", "4-15", "4-22")]
    found = state("report.progress", *three, plan=plan, today="4-28")
    assert found.judgement.satisfied_on == d("4-15")
    assert not state("report.progress", three[0], plan=plan, today="4-28").satisfied


def test_pieces_and_ideas_are_met_on_the_day_of_the_last_one_needed() -> None:
    plan = plan_of(item("study.exchange", CountRule(2)), item("study.ideas", CountRule(2, answered=True)))
    pieces = [record("study.exchange", Kind.PIECE, day, author="id-甲一", title=day) for day in ("4-8", "4-9", "4-10")]
    assert state("study.exchange", *pieces, plan=plan).judgement.satisfied_on == d("4-9")
    assert not state("study.exchange", pieces[0], plan=plan).satisfied
    ideas = [idea("4-1"), idea("4-2")]
    answers = [answered("4-12", ideas[0]), answered("4-10", ideas[1])]
    assert state("study.ideas", *ideas, *answers, plan=plan).judgement.satisfied_on == d("4-12")
    assert not state("study.ideas", *ideas, answers[0], plan=plan).satisfied


def test_an_idea_without_an_answer_keeps_the_item_open_though_another_has_one() -> None:
    other = idea("4-10")
    assert not state("study.ideas", IDEA, answered("4-9", IDEA), other).satisfied


def test_pupils_and_parents_may_be_heard_on_different_days_and_visits_counted() -> None:
    found = state("research.visits", visit("4-8", "pupils"), visit("4-20", "parents"), today="4-28")
    assert (found.status, found.judgement.satisfied_on) == (Status.MET, d("4-20"))
    plan = plan_of(item("research.visits", VisitsRule((), 2)))
    assert state("research.visits", visit("4-8"), plan=plan).judgement.missing[0].count == 1
    assert state("research.visits", visit("4-8"), visit("4-9"), plan=plan).judgement.satisfied_on == d("4-9")


def test_a_topic_needs_its_owner_and_its_visits() -> None:
    two_visits = plan_of(item("t", TopicsRule((option("brand"),), 2)))
    owned = record("t", Kind.TOPIC, "4-1", topic="brand", owner="id-甲一")
    seen = [record("t", Kind.VISIT, day, topic="brand", visitors=["id-甲一"]) for day in ("4-8", "4-9", "4-10")]
    assert not state("t", *seen, plan=two_visits).satisfied, "nobody owns it"
    assert not state("t", owned, seen[0], plan=two_visits).satisfied
    assert state("t", owned, *seen, plan=two_visits).judgement.satisfied_on == d("4-9")
    assert not state(
        "t", owned, *(replace(one, data={**one.data, "topic": "else"}) for one in seen), plan=two_visits
    ).satisfied


def test_questions_asked_face_to_face_are_all_answered() -> None:
    def asked(*pairs: list[str]) -> Record:
        return session("4-8", "study.face", questions=list(pairs))

    assert state("study.face", asked(["一", "答"])).satisfied
    assert not state("study.face", asked()).satisfied
    assert not state("study.face", asked(["一", "答"], ["二", " "])).satisfied
    missing = state("study.face", asked(["一", "答"], ["二", ""])).judgement.missing
    assert [(one.what, one.count) for one in missing] == [("unanswered", 1)]


def test_a_session_without_theme_time_or_people_is_not_complete() -> None:
    for gone in ("theme", "start", "attendance"):
        bare = session("4-8")
        bare = replace(bare, data={key: value for key, value in bare.data.items() if key != gone})
        assert not state("study.sessions", bare).satisfied, gone
    nobody = session("4-8", marks=dict.fromkeys(("甲一", "甲二", "甲三", "乙一", "乙二"), "absent"))
    assert not state("study.sessions", nobody).satisfied


def test_the_registers_pass_over_items_that_are_not_on_the_units_checklist() -> None:
    plan = plan_of(
        item("study.sessions", sheet().state("study.sessions").item.rule),  # type: ignore[union-attr]
        item("centre", sheet().state("study.sessions").item.rule, who=(Audience.COMMITTEE,)),  # type: ignore[union-attr]
        item("registers", RegistersRule(("study.sessions", "centre", "no.such", "registers"))),
    )
    found = state("registers", session("4-8"), plan=plan)
    assert (found.judgement.have, found.judgement.need, found.status) == (1, 1, Status.MET)


# -- stages and totals ---------------------------------------------------------------------------------------------


def test_stages_hold_their_items_and_add_up_to_the_whole() -> None:
    found = sheet(filing("4-2"), document("3-20", "org.body", head="甲一", members="甲二"), today="4-15")
    assert [stage.key for stage in found.stages()] == ["organise", "study"]
    parts = [found.of_stage(stage.key) for stage in found.stages()]
    assert [one.item.stage for one in parts[0]] == ["organise"] * len(parts[0])
    assert sum(map(len, parts)) == len(found.states)
    total = found.total
    assert (total.done, total.late, total.overdue, total.of) == (2, 1, 3, len(found.states))
    assert not total.complete


def test_a_stage_without_items_for_the_unit_is_not_shown() -> None:
    plan = plan_of(item("a", CountRule()), item("b", CountRule(), stage="organise", who=(Audience.COMMITTEE,)))
    assert [stage.key for stage in sheet(plan=plan).stages()] == ["study"]


def test_weights_weigh() -> None:
    plan = plan_of(
        item("a", CountRule(), weight=3),
        item("b", CountRule(), weight=2),
        item("c", CountRule(), who=(Audience.GROUP,)),
    )
    done = record("a", Kind.PIECE, "4-8", author="id-甲一", title="文章")
    assert sheet(done, plan=plan).weighted == (3, 5)


def test_the_last_activity_is_the_day_of_the_newest_entry() -> None:
    assert sheet().last_activity is None
    assert sheet(filing("3-30", entered="4-2"), session("4-8", entered="4-9")).last_activity == d("4-9")


# -- forecast ------------------------------------------------------------------------------------------------------


def test_days_and_occasions_left_to_the_digit() -> None:
    assert [days_left(situation(today=day)) for day in ("4-24", "4-29", "4-30", "5-1")] == [4, 1, 0, -1]
    ahead = [session(day, entered="4-10") for day in ("4-20", "4-20", "4-27", "5-4")]
    assert occasions_left(situation(session("4-8"), *ahead, today="4-15")) == 2
    assert occasions_left(situation(session("4-8"), today="4-29")) == 1
    other = record("publicity.forms", Kind.PUBLICITY, "4-20", "4-10", form="web")
    assert occasions_left(situation(other, today="4-29")) == 1


def test_the_pace_is_the_best_days_number_of_lectures() -> None:
    talks = situation(lecture("4-8", "甲一"), lecture("4-8", "甲二"), lecture("4-9", "甲三"), today="4-29")
    found = talks.plan.by_key["study.lectures"]
    assert lectures_short(talks, found, 2) is None
    assert lectures_short(talks, found, 3) == (3, 1)
    assert lectures_short(talks, found, 0) is None


# -- figures -------------------------------------------------------------------------------------------------------


def told(key: str, *records: Record, **more: Any) -> dict[Count, int]:
    return {one.count: one.value for one in figures(situation(*records, today="4-28", **more), key)}


def test_figures_of_every_kind_to_the_digit() -> None:
    prints = [
        record("publicity.forms", Kind.PUBLICITY, "4-8", form=form, quantity=n)
        for form, n in (("web", 3), ("web", 0), ("board", 2))
    ]
    assert told("publicity.forms", *prints) == {Count.FORMS: 2, Count.PUBLICATIONS: 6}
    back = receipt("4-1", FILED, "returned")
    assert told("plan.filed", FILED, filing("4-2"), back) == {Count.FILINGS: 2, Count.RETURNS: 1}
    ideas = [idea("4-8"), idea("4-9"), idea("4-10")]
    words = [answered("4-10", ideas[0]), record("study.ideas", Kind.ANSWER, "4-11", about=ideas[1], outcome="declined")]
    assert told("study.ideas", *ideas, *words) == {Count.IDEAS: 3, Count.IDEAS_ADOPTED: 1, Count.IDEAS_ANSWERED: 2}
    asked = session("4-8", "study.face", questions=[["一", "答"], ["二", ""]])
    shown = told("study.face", asked)
    assert (shown[Count.QUESTIONS], shown[Count.QUESTIONS_ANSWERED]) == (2, 1)
    uses = [record(RC, Kind.CHANNEL, "4-8", channel=c, issued=10, returned=8, opinions=3) for c in ("cards", "talks")]
    assert told(RC, *uses) == {Count.CHANNELS: 2, Count.ISSUED: 20, Count.RETURNED: 16, Count.OPINIONS: 6}
    voice = record(RC, Kind.OPINION, "4-9", channel="box", text="意见")
    assert told(RC, voice) == {Count.OPINIONS: 1}
    assert told(RC, *uses, voice)[Count.OPINIONS] == 7
    cases = [problem("4-8"), problem("4-8"), problem("4-8")]
    steps = [step("4-9", cases[0], "close"), step("4-9", cases[1], "refer")]
    assert told(RP, *cases, *steps) == {
        Count.PROBLEMS: 3,
        Count.PROBLEMS_CLOSED: 1,
        Count.PROBLEMS_REFERRED: 1,
        Count.PROBLEMS_OPEN: 1,
    }
    assert told("study.sessions") == {}, "zeros are not told"


def test_opinions_by_channel_to_the_digit() -> None:
    use = record(RC, Kind.CHANNEL, "4-8", channel="cards", opinions=0)
    voices = [record(RC, Kind.OPINION, "4-9", channel="talks", text=str(n), count=n) for n in (0, 2)]
    found = tally(situation(use, *voices), RC)
    assert (found.by_channel, found.raw, found.handled) == ({"cards": 0, "talks": 3}, 3, 0)
    handled = record(RC, Kind.HANDLING, "4-10", about=voices[0], outcome="adopted", text="采纳")
    assert tally(situation(use, *voices, handled), RC).handled == 1


# -- notes and small faults ----------------------------------------------------------------------------------------


def test_an_approved_exemption_is_not_called_unapproved_nor_one_that_begins_later() -> None:
    for free in (
        member("老人", exempt=Scope.ALL),
        member("老人", exempt=Scope.ALL, approver="", since="4-20"),
    ):
        found = state("study.lectures", members=(member("甲一"), free), today="4-15")
        assert Remark.NOT_APPROVED not in {note.what for note in found.judgement.notes}


def test_an_extended_problem_and_an_overdue_one_are_noted() -> None:
    moved, late = problem("4-8", "4-12"), problem("4-8", "4-12")
    longer = step("4-11", moved, "extend", deadline="2009-04-28")
    notes = {note.what: note for note in state(RP, moved, late, longer, today="4-15").judgement.notes}
    assert notes[Remark.EXTENDED].records == (moved.id,)
    assert notes[Remark.PROBLEM_OVERDUE].records == (late.id,)


def test_an_opinion_is_handled_without_being_merged() -> None:
    voice = record(RC, Kind.OPINION, "4-8", channel="cards", text="意见")
    made = enter(situation(voice), RC, Kind.HANDLING, voice, day="4-9", outcome="adopted", text="已采纳")
    assert made.about == voice.id and "into" not in made.data


def test_a_step_is_not_earlier_than_the_latest_of_several() -> None:
    steps = [step(day, ONE, "progress") for day in ("4-10", "4-14")]
    answers = {"step": "progress", "day": "4-12", "text": "经过"}
    assert codes(situation(ONE, *steps), RP, Kind.STEP, ONE, **answers) == {"day": FaultCode.NOT_EARLIER}


def test_an_unknown_field_is_told_with_those_there_are() -> None:
    case = situation()
    form = entry(case, "plan.filed", Kind.FILING)
    found = answer(form, "colour", "红", reading(case))
    assert found.fault is not None and found.fault.code is FaultCode.UNKNOWN_FIELD
    assert "filed_by" in found.fault.facts["known"] and found.entry == form


def test_a_number_too_large_tells_the_largest() -> None:
    made = attempt(entry(situation(), "study.sessions", Kind.SESSION, theme="学习", hours="999999"), situation())
    assert isinstance(made, tuple) and made[0].facts == {"limit": 100_000}


def test_a_label_with_full_width_signs_is_known_in_either_width() -> None:

    field = Field("f", FieldKind.CHOICE, choices=(Choice("a", "专题（一）"), *(Choice(o.key, o.text) for o in FORMS)))
    for raw in ("专题（一）", "专题(一)"):
        assert read(field, raw, reading(situation())) == "a"
    assert isinstance(read(field, "专题", reading(situation())), Fault)


def test_everything_said_about_a_record_is_found_of_one_kind_or_of_all() -> None:
    held = session("4-8", marks={"甲二": "sick"})
    up = makeup("4-9", held, "甲二")
    case = situation(held, up)
    assert case.about(held.id) == case.about(held.id, Kind.MAKEUP) == (up,)
    assert case.about(held.id, Kind.STEP) == ()
    assert situation(voided(held, "4-10"), up).known == ()


def test_only_a_look_back_has_items_to_rate() -> None:
    assert unrated(sheet(), "org.body") == () == unrated(sheet(), "no.such")


def test_registers_with_nothing_in_them_are_not_started() -> None:
    assert state("review.registers", today="4-15").status is Status.NOT_STARTED
    assert state("review.registers", session("4-8"), today="4-15").status is Status.IN_PROGRESS


def test_questions_are_read_with_their_answers() -> None:
    asked = session("4-8", "study.face", questions=[["一", "答"], ["二", ""], ["三"]])
    assert questions(asked) == (("一", "答"), ("二", ""))


def test_what_was_voided_today_counts_no_more_today() -> None:
    gone = voided(FILED, "4-15")
    assert state("plan.filed", gone, today="4-14").satisfied
    assert not state("plan.filed", gone, today="4-15").satisfied


def test_the_first_of_several_sessions_is_the_one_the_training_plan_comes_before() -> None:
    assert state("plan.training", session("4-20"), session("4-9"), session("4-12"), today="4-28").due == d("4-9")


def test_todays_session_is_in_the_total() -> None:
    assert total(all_taken(situation(session("4-15"), today="4-15"))).sessions == 1
