"""What comes next and why: the order of the gaps, what each one offers, and why some things cannot be done now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    FIVE,
    d,
    document,
    enter,
    filing,
    item,
    lecture,
    makeup,
    member,
    option,
    people,
    plan_of,
    problem,
    receipt,
    record,
    session,
    sheet,
    situation,
    unit,
    voided,
)
from tests.domain.robot import Robot
from tests.domain.test_walk import AUDIENCES, empty
from xjtui.domain.guide import (
    Action,
    Bar,
    Gap,
    Why,
    actions,
    gap_of,
    gaps,
    next_gap,
    open_entry,
    record_actions,
    unrated,
)
from xjtui.domain.plan import (
    AppliesIf,
    Aspect,
    Audience,
    CoverageRule,
    DocumentRule,
    Due,
    FilingRule,
    Of,
    ProblemsRule,
    RatingsRule,
    SessionsRule,
)
from xjtui.domain.records import Kind, Record
from xjtui.domain.sheet import Sheet
from xjtui.domain.states import Lack

DOC = DocumentRule()
ORDERED = plan_of(
    item("advice", DOC, Due(d("3-10"), soft=True)),
    item("april", DOC),
    item("soon", DOC, Due(d("4-20"))),
    item("today", DOC, Due(d("4-15"))),
    item("late2", DOC, Due(d("4-1"))),
    item("late1", DOC, Due(d("3-20"))),
    item("late1b", DOC, Due(d("3-20"))),
    item("filed", FilingRule(), Due(d("4-30"))),
    item("waits", SessionsRule(on=d("4-25")), Due(d("4-25"))),
)


def keys(found: tuple[Gap, ...]) -> list[str]:
    return [gap.state.item.key for gap in found]


def ordered(*records: Record) -> Sheet:
    first = filing("4-8", id="f")
    first = replace(first, item="filed")
    back = replace(receipt("4-10", first, "returned", reason="缺签字"), item="filed")
    planned = record("waits", Kind.SESSION, "4-25", "4-15", start="15:30", theme="大会")
    return sheet(first, planned, *records, plan=ORDERED, oversight=(back,), today="4-15")


# -- order ---------------------------------------------------------------------------------------------------------


def test_returned_first_then_overdue_by_date_then_by_due_date_advice_last_and_what_waits_last_of_all() -> None:
    found = gaps(ordered())
    assert keys(found) == ["filed", "late1", "late1b", "late2", "today", "soon", "april", "advice", "waits"]
    assert [gap.why for gap in found[:-1]] == [
        Why.RETURNED,
        Why.OVERDUE,
        Why.OVERDUE,
        Why.OVERDUE,
        Why.DUE_TODAY,
        Why.DUE_SOON,
        Why.NEXT,
        Why.ADVICE,
    ]
    assert found[-1].action is None


def test_each_gap_tells_how_many_days_are_left_or_over() -> None:
    found = {gap.state.item.key: gap.days for gap in gaps(ordered())}
    assert (found["late1"], found["today"], found["soon"], found["april"]) == (-26, 0, 5, 15)


@pytest.mark.parametrize(
    ("today", "why"),
    [
        ("4-12", Why.NEXT),
        ("4-13", Why.DUE_SOON),
        ("4-19", Why.DUE_SOON),
        ("4-20", Why.DUE_TODAY),
        ("4-21", Why.OVERDUE),
    ],
)
def test_soon_is_within_a_week(today: str, why: Why) -> None:
    found = gap_of(sheet(plan=ORDERED, today=today), "soon")
    assert found is not None and found.why is why


def test_the_next_gap_goes_round() -> None:
    found = ordered()
    order = keys(gaps(found))
    seen: list[str] = []
    after: str | None = None
    for _ in order:
        gap = next_gap(found, after)
        assert gap is not None
        after = gap.state.item.key
        seen.append(after)
    assert seen == order
    round_again = next_gap(found, after)
    assert round_again is not None and round_again.state.item.key == order[0]
    after_a_closed_one = next_gap(found, "done long ago")
    assert after_a_closed_one is not None and after_a_closed_one.state.item.key == order[0]


def test_what_is_met_or_not_applicable_is_no_gap() -> None:
    plan = plan_of(item("a", DOC), item("b", DOC, applies_if=AppliesIf(("office",))))
    found = sheet(document("4-8", "a"), plan=plan)
    assert gaps(found) == () and next_gap(found) is None and gap_of(found, "a") is None


# -- presets -------------------------------------------------------------------------------------------------------


def action(found: Sheet, key: str) -> Action:
    gap = gap_of(found, key)
    assert gap is not None and gap.action is not None
    return gap.action


def test_the_next_lecturer_is_proposed() -> None:
    assert action(sheet(lecture("4-8", "甲一")), "study.lectures").presets == {"lecturer": "id-甲二"}


def test_whose_lecture_is_planned_already_is_passed_over_and_when_all_are_the_guide_waits() -> None:
    one = lecture("4-20", "甲一", entered="4-10")
    assert action(sheet(one), "study.lectures").presets == {"lecturer": "id-甲二"}
    rest = [lecture("4-20", who.name, entered="4-10") for who in FIVE[1:]]
    gap = gap_of(sheet(one, *rest), "study.lectures")
    assert gap is not None and gap.action is None


def test_a_leader_is_proposed_with_the_aspects_still_open() -> None:
    found = open_entry(sheet(session("4-8")), action(sheet(session("4-8")), "org.lead"))
    assert found.answers == {"member": "id-甲一", "aspects": '["research", "speaking"]'}


@pytest.mark.parametrize("of", [Of.LEADERS, Of.MEMBERS])
@pytest.mark.parametrize("aspects", [(), (Aspect("study", option("study", "学习").text),)])
def test_coverage_by_any_rule_a_plan_may_state_can_be_filled_in(of: Of, aspects: tuple[Aspect, ...]) -> None:
    plan = plan_of(item("c", CoverageRule(of, aspects)))
    robot = Robot(situation(plan=plan, members=people("甲一 甲二 甲三", "甲一 甲三")))
    robot.walk(6)
    assert robot.sheet.total.complete


def test_the_unrated_item_the_open_part_and_the_open_topic_are_proposed() -> None:
    rated = record("review.look_back", Kind.RATING, "4-8", item="org.body", rating="good", comment="好")
    assert action(sheet(rated), "review.look_back").presets == {"item": "org.duties"}
    assert [one.key for one in unrated(sheet(rated), "review.look_back")][:2] == ["org.duties", "org.mobilised"]
    confirmed = record("org.systems", Kind.CONFIRMATION, "3-20", part="attendance", text="制度")
    assert action(sheet(confirmed), "org.systems").presets == {"part": "leave"}
    committee = unit(Audience.COMMITTEE, "bureau")
    owned = record("research.topics", Kind.TOPIC, "4-8", topic="brand", owner="id-甲一")
    assert action(sheet(owned, of=committee), "research.topics").presets == {"topic": "teachers"}
    both = (owned, record("research.topics", Kind.TOPIC, "4-8", topic="teachers", owner="id-甲一"))
    visit = action(sheet(*both, of=committee), "research.topics")
    assert (visit.kind, visit.presets) == (Kind.VISIT, {"topic": "brand"})


def test_the_next_unit_is_proposed_even_where_two_bear_one_name() -> None:
    guided = (unit(id="u1", name="一小"), unit(id="u2", name="一小"))
    seen = record("group.visits", Kind.UNIT_VISIT, "4-8", unit="u1", text="了解")
    found = sheet(seen, of=unit(Audience.GROUP, "group"), guided=guided)
    assert action(found, "group.visits").presets == {"unit": "u2"}


def test_presets_are_answers_of_the_form_and_can_be_read() -> None:
    """A preset that its form does not know would be a fault the user cannot mend."""
    for audience in AUDIENCES:
        robot = Robot(empty(audience))
        for gap in gaps(robot.sheet):
            if gap.action is not None:
                opened = open_entry(robot.sheet, gap.action)
                assert set(gap.action.presets) <= {field.key for field in opened.form.fields}
                assert all(gap.action.presets.values())


# -- what closes what ----------------------------------------------------------------------------------------------


def test_what_is_incomplete_is_edited_and_not_entered_again() -> None:
    half = document("3-20", "org.body", head="甲一")
    assert action(sheet(half), "org.body") == Action("org.body", Kind.DOCUMENT, record=half.id)
    bare = record("study.sessions", Kind.SESSION, "4-8", start="15:30", theme="学习")
    assert action(sheet(bare), "study.sessions").record == bare.id
    wrong_day = session("3-26", "org.mobilised", parts={"passed_on": "已传达"})
    gap = gap_of(sheet(wrong_day), "org.mobilised")
    assert gap is not None and gap.missing.what is Lack.RIGHT_DAY
    assert gap.action is not None and gap.action.record == wrong_day.id


def test_an_unanswered_question_opens_its_session_and_an_unanswered_idea_its_answer() -> None:
    asked = session("4-8", "study.face", questions=[["一", "答"], ["二", ""]])
    assert action(sheet(asked), "study.face") == Action("study.face", Kind.SESSION, record=asked.id)
    idea = record("study.ideas", Kind.IDEA, "4-8", text="点子")
    assert action(sheet(idea), "study.ideas") == Action("study.ideas", Kind.ANSWER, about=idea.id)


def test_an_open_problem_asks_for_its_next_step_the_register_before_its_day_for_a_problem() -> None:
    one = problem("4-8")
    assert action(sheet(one), "research.problems") == Action("research.problems", Kind.STEP, about=one.id)
    assert action(sheet(today="3-28"), "research.problems").kind is Kind.PROBLEM
    early = problem("3-26")
    closed = record("research.problems", Kind.STEP, "3-27", about=early, step="close", text="改好", verifier="id-甲二")
    gap = gap_of(sheet(early, closed, today="3-28"), "research.problems")
    assert gap is not None and gap.action is None and gap.missing.what is Lack.WAIT


def test_the_registers_say_which_items_come_first() -> None:
    gap = gap_of(sheet(), "review.registers")
    assert gap is not None and gap.action is None
    assert gap.blocked_by == ("study.sessions", "study.lectures", "study.ideas", "research.problems")


def test_a_gap_shows_what_its_action_closes() -> None:
    """Registers still empty cannot be filled here, but a make-up can be entered: then that is what is shown."""
    held = session("4-8", marks={"甲二": "absent"})
    gap = gap_of(sheet(held), "review.registers")
    assert gap is not None and gap.action is not None
    assert (gap.missing.what, gap.action.kind, gap.action.about) == (Lack.MAKEUPS, Kind.MAKEUP, held.id)
    assert gap.action.presets == {"member": "id-甲二"}


def test_a_make_up_of_todays_session_waits_until_tomorrow() -> None:
    held = session("4-15", marks={"甲二": "absent"})
    gap = gap_of(sheet(held, today="4-15"), "review.registers")
    assert gap is not None and gap.action is None
    tomorrow = gap_of(sheet(held, today="4-16"), "review.registers")
    assert tomorrow is not None and tomorrow.action is not None


def test_a_leave_without_approver_opens_its_session() -> None:
    held = session("4-8", marks={"甲二": "sick"})
    gap = gap_of(sheet(held, makeup("4-9", held, "甲二")), "review.registers")
    assert gap is not None and gap.missing.what is Lack.LEAVE_APPROVER
    assert gap.action == Action("study.sessions", Kind.SESSION, record=held.id)


def test_a_planned_session_is_waited_for_and_one_more_is_asked_only_where_more_are_needed() -> None:
    ahead = record("study.sessions", Kind.SESSION, "4-20", "4-10", start="15:30", theme="学习")
    gap = gap_of(sheet(ahead), "study.sessions")
    assert gap is not None and gap.action is None
    on_the_day = gap_of(sheet(ahead, today="4-20"), "study.sessions")
    assert on_the_day is not None and on_the_day.action is not None and on_the_day.action.record == ahead.id
    committee = unit(Audience.COMMITTEE, "bureau")
    centre = replace(ahead, item="study.centre")
    assert action(sheet(centre, of=committee), "study.centre").kind is Kind.SESSION


# -- actions and bars ----------------------------------------------------------------------------------------------


def test_what_closes_the_gap_is_offered_first_and_a_waiver_last() -> None:
    half = document("3-20", "org.body", head="甲一")
    found = actions(sheet(half), "org.body")
    assert [(one.kind, one.record) for one in found] == [
        (Kind.DOCUMENT, half.id),
        (Kind.DOCUMENT, None),
        (Kind.WAIVER, None),
    ]
    assert all(one.bar is None for one in found)


def test_no_action_is_offered_twice() -> None:
    for key in (one.key for one in empty(Audience.BRANCH).plan.items):
        found = [(one.kind, one.record, one.about) for one in actions(sheet(), key)]
        assert len(set(found)) == len(found)


def test_where_the_reason_for_no_problems_may_be_stated_it_is_offered() -> None:
    assert {one.kind for one in actions(sheet(), "research.problems")} == {Kind.PROBLEM, Kind.NO_PROBLEM, Kind.WAIVER}


def test_what_is_met_may_be_added_to_and_needs_no_waiver() -> None:
    whole = document("3-20", "org.body", head="甲一", members="甲二")
    assert [one.kind for one in actions(sheet(whole), "org.body")] == [Kind.DOCUMENT]


def test_what_does_not_apply_is_barred_and_says_so() -> None:
    found = actions(sheet(of=unit(kind="office")), "research.visits")
    assert [one.bar for one in found] == [Bar.NOT_APPLICABLE]


def test_what_is_derived_has_nothing_to_enter_and_says_so() -> None:
    assert [one.bar for one in actions(sheet(), "review.registers")] == [Bar.DERIVED, None]


def test_an_item_that_is_not_on_the_checklist_offers_nothing() -> None:
    assert actions(sheet(), "study.centre") == () == actions(sheet(), "no.such")


def test_a_voided_record_is_barred() -> None:
    gone = voided(filing("3-30"), "4-1")
    assert [one.bar for one in record_actions(sheet(gone), gone)] == [Bar.VOIDED]


def test_an_action_on_an_unknown_item_is_an_error() -> None:
    with pytest.raises(KeyError):
        open_entry(sheet(), Action("no.such", Kind.DOCUMENT))


# -- whatever the state, the guide goes on -------------------------------------------------------------------------


@given(st.integers(0, 400), st.integers(0, 60))
def test_in_any_half_done_state_every_gap_has_an_action_or_a_reason_to_wait(seed: int, steps: int) -> None:
    robot = Robot(empty(AUDIENCES[seed % 3]), seed)
    for _ in range(steps):
        open_gaps = [gap for gap in gaps(robot.sheet) if gap.action is not None]
        if not open_gaps:
            break
        gap = robot.random.choice(open_gaps)
        assert gap.action is not None
        robot.carry_out(gap.action, gap)
    open_items = [one.item.key for one in robot.sheet.states if one.applicable and not one.satisfied]
    found = gaps(robot.sheet)
    assert sorted(keys(found)) == sorted(open_items), "every open item is a gap, and no other is"
    for gap in found:
        assert gap.missing in gap.state.judgement.missing
        if gap.action is None:
            assert gap.blocked_by or gap.missing.day or gap.missing.what is Lack.MAKEUPS, gap.missing


def test_members_who_come_and_go_on_the_way_do_not_hold_the_guide_up() -> None:
    robot = Robot(empty(Audience.BRANCH, "4-8"), seed=5)
    for _ in range(20):
        gap = next_gap(robot.sheet)
        assert gap is not None
        robot.close(gap)
    changed = (*FIVE[:-1], replace(FIVE[-1], left=d("4-10")), member("来了", joined="4-12"))
    robot = Robot(situation(*robot.situation.records, today="4-15", members=changed), seed=6)
    robot.walk_on()
    assert robot.sheet.total.complete, robot.open_items()


def test_a_secretary_without_problems_states_so_and_is_done() -> None:
    plan = plan_of(item("research.problems", ProblemsRule(d("4-1")), Due(continuous=True)), item("look", RatingsRule()))
    case = situation(plan=plan, today="4-15")
    stated = enter(case, "research.problems", Kind.NO_PROBLEM, reason="逐项查过，没有发现问题")
    robot = Robot(situation(stated, plan=plan, today="4-15"))
    robot.walk()
    assert robot.sheet.total.complete
