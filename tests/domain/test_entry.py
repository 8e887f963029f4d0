"""A form from its first question to its record: defaults, what is asked, editing, and there and back without loss."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    BODY,
    FIVE,
    GROUP,
    PLAN,
    attempt,
    d,
    document,
    enter,
    entry,
    filing,
    item,
    makeup,
    member,
    plan_of,
    problem,
    reading,
    record,
    session,
    situation,
    step,
    unit,
    with_,
)
from tests.domain.robot import Robot
from xjtui.domain.entry import Entry, answer, finish, review
from xjtui.domain.fields import FaultCode, FieldKind
from xjtui.domain.forms import entry_kinds, form_for
from xjtui.domain.guide import Action, open_entry
from xjtui.domain.people import Unit
from xjtui.domain.plan import Audience, DocumentRule, Item, SessionsRule
from xjtui.domain.records import Kind, Record
from xjtui.domain.sheet import evaluate
from xjtui.domain.situation import Situation

SESSION = {"day": "4-8", "start": "15:30", "theme": "理论学习"}


def edited(case: Situation, one: Record, **changes: str) -> Record:
    """The record after somebody opened it, changed those answers, and saved."""
    opened = open_entry(evaluate(case), Action(one.item, one.kind, record=one.id))
    for key, raw in changes.items():
        opened = opened.put(key.replace("__", "."), raw)
    made = attempt(opened, case)
    assert isinstance(made, Record), made
    return made


# -- defaults and what is asked ------------------------------------------------------------------------------------


def test_the_day_is_today_unless_told_otherwise() -> None:
    case = situation(today="4-15")
    assert enter(case, "plan.filed", Kind.FILING, title="计划", filed_by="甲一").day == d("4-15")
    assert enter(case, "plan.filed", Kind.FILING, day="4-1", title="计划", filed_by="甲一").day == d("4-1")


def test_the_day_of_the_meeting_is_the_plans() -> None:
    made = enter(situation(today="4-15"), "org.mobilised", Kind.SESSION, theme="动员")
    assert (made.day, made.data["start"]) == (d("3-25"), "15:30")


def test_defaults_name_the_item_and_the_secretary() -> None:
    case = situation(today="4-15")
    assert enter(case, "plan.filed", Kind.FILING, filed_by="甲一").data["title"] == "工作计划"
    made = enter(case, "study.sessions", Kind.SESSION, **SESSION)
    assert made.data["host"] == "甲一"


def test_an_emptied_default_is_empty() -> None:
    made = enter(situation(), "study.sessions", Kind.SESSION, **SESSION, host=" ")
    assert "host" not in made.data


def keys(one: Entry) -> set[str]:
    return {field.key for field in one.asked()}


def test_a_field_is_asked_only_where_it_makes_sense() -> None:
    case = situation(problem("4-8", id="p"), today="4-15")
    about = case.record("p")
    form = entry(case, "research.problems", Kind.STEP, about)
    assert not {"deadline", "verifier"} & keys(form)
    assert "deadline" in keys(form.put("step", "extend")) and "verifier" in keys(form.put("step", "close"))
    idea = entry(case, "study.ideas", Kind.IDEA)
    assert "author" in keys(idea) and "author" not in keys(idea.put("anonymous", "yes"))
    other = entry(case, "publicity.forms", Kind.PUBLICITY)
    assert "other" in keys(other.put("form", "other")) and "other" not in keys(other.put("form", "web"))


@pytest.mark.parametrize("raw", ["close", "销号", "Close", "4"])
def test_however_the_step_was_chosen_its_verifier_is_asked(raw: str) -> None:
    case = situation(problem("4-8", id="p"), today="4-15")
    form = entry(case, "research.problems", Kind.STEP, case.record("p"), day="4-10", text="改好了")
    answered = answer(form, "step", raw, reading(case))
    assert answered.fault is None and "verifier" in keys(answered.entry)
    assert {f.key for f in review(form.put("step", raw), reading(case)).faults} == {"verifier"}


def test_what_is_not_asked_is_not_kept() -> None:
    """Extended first, then changed to progress: the deadline that was typed is no deadline."""
    case = situation(problem("4-8", id="p"), today="4-15")
    made = enter(
        case, "research.problems", Kind.STEP, case.record("p"), step="progress", text="在改", deadline="4-30", day="4-9"
    )
    assert "deadline" not in made.data


def test_a_wrong_answer_is_kept_beside_its_fault() -> None:
    form = entry(situation(), "plan.filed", Kind.FILING)
    answered = answer(form, "day", "某天", reading(situation()))
    assert answered.fault is not None and answered.fault.code is FaultCode.NOT_A_DAY
    assert answered.entry.answers["day"] == "某天"


def test_a_required_answer_left_empty_is_told_at_once_an_optional_one_is_not() -> None:
    case = situation()
    form = entry(case, "plan.filed", Kind.FILING)
    assert (found := answer(form, "filed_by", " ", reading(case)).fault) and found.code is FaultCode.REQUIRED
    assert answer(form, "evidence", "", reading(case)).fault is None


def test_a_choice_is_settled_to_its_key_and_a_text_left_as_typed() -> None:
    case = situation()
    form = entry(case, "publicity.forms", Kind.PUBLICITY)
    form = answer(form, "form", "板报", reading(case)).entry
    form = answer(form, "day", "四月八日", reading(case)).entry
    assert (form.answers["form"], form.answers["day"]) == ("board", "四月八日")


def test_all_faults_come_at_once_and_nothing_is_made() -> None:
    made = attempt(
        entry(situation(), "study.sessions", Kind.SESSION, day="某天", start="25:00", hours="0"), situation()
    )
    assert isinstance(made, tuple)
    assert {f.key: f.code for f in made} == {
        "day": FaultCode.NOT_A_DAY,
        "start": FaultCode.NOT_A_TIME,
        "theme": FaultCode.REQUIRED,
        "hours": FaultCode.TOO_SMALL,
    }


def test_an_untouched_form_leaves_no_draft_even_where_the_guide_filled_something_in() -> None:
    case = situation(session("4-8", id="s"), today="4-15")
    sheet = evaluate(case)
    for action in (
        Action("study.lectures", Kind.LECTURE, presets={"lecturer": "id-甲二"}),
        Action("study.sessions", Kind.SESSION, record="s"),
        Action("study.sessions", Kind.SESSION),
    ):
        opened = open_entry(sheet, action)
        assert not opened.touched
        assert opened.put("place", "会议室").touched
        assert not opened.put("place", "会议室").put("place", " ").touched
        assert opened.put("day", "4-9").touched
    assert Entry(opened.form, {"theme": "学习"}).touched, "what a draft holds was typed"


# -- forms ---------------------------------------------------------------------------------------------------------

UNITS = {
    Audience.BRANCH: unit(),
    Audience.COMMITTEE: unit(Audience.COMMITTEE, "bureau"),
    Audience.GROUP: unit(Audience.GROUP, "group", guides=("u1",)),
}


def case_for(one: Item) -> Situation:
    audience = next(iter(sorted(one.who)))
    guided = (unit(id="u1", name="一小"),) if one.who == set(GROUP) else ()
    return situation(of=UNITS[audience], guided=guided)


@pytest.mark.parametrize("one", PLAN.items, ids=lambda one: one.key)
def test_every_form_has_a_day_and_each_key_once_and_asks_in_words_known(one: Item) -> None:
    case = case_for(one)
    for kind in (*entry_kinds(one), Kind.WAIVER):
        form = form_for(case, one, kind)
        found = [field.key for field in form.fields]
        assert "day" in found and len(set(found)) == len(found)
        for field in form.fields:
            if field.kind is FieldKind.CHOICE:
                assert field.choices or field.shown_if, field.key
                assert all(choice.text is not None or field.group for choice in field.choices)
            if field.shown_if is not None:
                assert form.field(field.shown_if[0]) is not None
            assert not field.default or field.kind in (FieldKind.MEMBER, FieldKind.CHOICE) or field.default


def test_the_form_follows_the_plan() -> None:
    two = plan_of(item("x", DocumentRule(BODY)), item("y", SessionsRule(parts=BODY[:1], answers=1)))
    case = situation(plan=two)
    assert {"parts.head", "parts.members"} <= {f.key for f in form_for(case, two.by_key["x"], Kind.DOCUMENT).fields}
    session_keys = {f.key for f in form_for(case, two.by_key["y"], Kind.SESSION).fields}
    assert {"parts.head", "questions"} <= session_keys and "parts.members" not in session_keys


# -- editing -------------------------------------------------------------------------------------------------------


def test_editing_keeps_id_entry_time_author_and_what_it_is_about() -> None:
    one = filing("3-30", entered="4-2")
    made = edited(situation(one, today="4-15"), one, title="改过的题目", day="3-31")
    assert (made.id, made.entered, made.by, made.about, made.kind) == (one.id, one.entered, one.by, None, one.kind)
    assert (made.day, made.data["title"]) == (d("3-31"), "改过的题目")
    held = session("4-8", marks={"甲二": "sick"})
    up = makeup("4-10", held, "甲二")
    assert edited(situation(held, up, today="4-15"), up, content="补课").about == held.id


def test_editing_without_a_change_changes_nothing() -> None:
    held = session("4-8", marks={"甲二": {"mark": "sick", "approver": "甲一"}})
    for one in (held, filing("3-30"), document("3-20", "org.body", head="甲一")):
        assert edited(situation(one, today="4-15"), one).data == one.data


def test_the_roster_stays_frozen_while_the_date_stays() -> None:
    first = situation(today="4-8")
    made = enter(first, "study.sessions", Kind.SESSION, **SESSION, attendance="甲二 缺席")
    changed = (*FIVE[:-1], member("补录"))
    later = situation(made, today="4-15", members=changed)
    again = edited(later, made, attendance="甲三 病假")
    assert again.data["attendance"]["should"] == made.data["attendance"]["should"]
    assert again.data["attendance"]["marks"] == {"id-甲三": {"mark": "sick"}}


def test_another_date_thaws_the_roster() -> None:
    made = enter(situation(today="4-8"), "study.sessions", Kind.SESSION, **SESSION, attendance="全到")
    roster = (*FIVE, member("来了", joined="4-9"))
    again = edited(situation(made, today="4-15", members=roster), made, day="4-9")
    assert again.data["attendance"]["should"] == [one.id for one in roster]


def test_who_was_marked_absent_and_taken_off_the_roster_since_stays_absent_when_the_session_is_edited() -> None:
    held = session("4-8", marks={"甲二": "absent"})
    for gone in (
        tuple(replace(one, left=d("4-1")) if one.name == "甲二" else one for one in FIVE),
        tuple(member("甲二", removed="4-10") if one.name == "甲二" else one for one in FIVE),
    ):
        again = edited(situation(held, today="4-15", members=gone), held, theme="新题目")
        assert again.data["attendance"] == held.data["attendance"]


def test_a_mark_for_somebody_outside_the_frozen_roster_is_refused_and_not_dropped() -> None:
    held = session("4-8")
    case = situation(held, today="4-15", members=(*FIVE, member("补录")))
    opened = open_entry(evaluate(case), Action(held.item, held.kind, record=held.id)).put("attendance", "补录 缺席")
    made = attempt(opened, case)
    assert isinstance(made, tuple)
    assert {f.key: f.code for f in made} == {"attendance": FaultCode.NOT_ON_ROSTER}


def test_what_an_earlier_plan_asked_for_stays_in_an_edited_record() -> None:
    one = document("3-20", "org.body", head="甲一", members="甲二", duties="旧计划的内容")
    one = replace(one, data={**one.data, "former": "旧字段"})
    made = edited(situation(one, today="4-15"), one, parts__head="甲三")
    assert made.data["parts"] == {"head": "甲三", "members": "甲二", "duties": "旧计划的内容"}
    assert made.data["former"] == "旧字段"


def test_an_emptied_answer_is_gone_from_an_edited_record() -> None:
    one = document("3-20", "org.body", head="甲一", members="甲二")
    made = edited(situation(one, today="4-15"), one, parts__members="")
    assert made.data["parts"] == {"head": "甲一"}


def test_finishing_the_summary_again_takes_a_new_fingerprint_and_unfinishing_drops_it() -> None:
    case = situation(session("4-8"), today="4-28")
    made = enter(case, "review.summary", Kind.SUMMARY, causes="原因", next_steps="打算", final="是")
    assert made.data["digest"]
    grown = with_(case, made, session("4-9"))
    again = edited(grown, made)
    assert again.data["digest"] not in ("", made.data["digest"])
    assert "digest" not in edited(grown, made, final="否").data


def test_a_make_up_can_be_edited() -> None:
    held = session("4-8", marks={"甲二": "sick"})
    up = makeup("4-10", held, "甲二")
    made = edited(situation(held, up, today="4-15"), up, content="送学上门", day="4-11")
    assert (made.day, made.data["content"], made.data["member"]) == (d("4-11"), "送学上门", "id-甲二")


def test_a_step_in_the_middle_can_be_edited() -> None:
    one = problem("4-8", "4-12")
    steps = (step("4-11", one, "extend", deadline="2009-04-20"), step("4-18", one, "close"))
    made = edited(situation(one, *steps, today="4-28"), steps[0], deadline="4-22")
    assert made.data["deadline"] == "2009-04-22"


# -- there and back ------------------------------------------------------------------------------------------------


def _all_done(of: Unit, seed: int, diligent: bool) -> Situation:
    guided = (unit(id="u1", name="一小"), unit(id="u2", name="二小")) if of.audience is Audience.GROUP else ()
    robot = Robot(situation(today="4-28", of=of, guided=guided), seed, diligent)
    robot.walk_on()
    return robot.situation


@pytest.mark.parametrize("of", UNITS.values(), ids=lambda of: of.id)
@given(seed=st.integers(0, 999), diligent=st.booleans())
def test_any_record_made_by_a_form_is_made_again_by_its_own_answers(of: Unit, seed: int, diligent: bool) -> None:
    """A whole branch's records, each opened for editing and saved untouched, is the same record."""
    case = _ALL.setdefault((of.id, seed % 3, diligent), None) or _all_done(of, seed % 3, diligent)
    _ALL[(of.id, seed % 3, diligent)] = case
    one = Random(seed).choice(case.records)
    opened = open_entry(evaluate(case), Action(one.item, one.kind, record=one.id))
    assert not opened.touched
    again = finish(opened, reading(case), "new", "别人", one.entered)
    assert isinstance(again, Record), (one, again)
    assert {**again.data, "digest": ""} == {**one.data, "digest": ""}
    assert (again.id, again.day, again.entered, again.by) == (one.id, one.day, one.entered, one.by)


_ALL: dict[tuple[str, int, bool], Situation | None] = {}


def test_records_hold_only_what_json_can_hold() -> None:
    import json

    for of in UNITS.values():
        for one in _all_done(of, 1, True).records:
            assert json.loads(json.dumps(one.data)) == one.data


def test_a_record_knows_its_form_again_after_the_plan_renamed_its_item() -> None:
    renamed = plan_of(item("new", DocumentRule(BODY), replaces=("org.body",)))
    one = record("org.body", Kind.DOCUMENT, "3-20", title="文件", parts={"head": "甲一"})
    made = edited(situation(one, plan=renamed), one, parts__members="甲二")
    assert made.data["parts"] == {"head": "甲一", "members": "甲二"}
