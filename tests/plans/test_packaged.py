"""The packaged plan says what the work plan of 2009 asks for: each item, whom it binds, by when, when it is met."""

from __future__ import annotations

import hashlib
from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from tests.plans.samples import PACKAGED, sound
from xjtui.domain.plan import (
    Audience,
    Basis,
    ChannelsRule,
    ConfirmationsRule,
    CountRule,
    CoverageRule,
    DocumentRule,
    FilingRule,
    Of,
    Plan,
    ProblemsRule,
    RatingsRule,
    RegistersRule,
    ReportsRule,
    SessionsRule,
    SummaryRule,
    TopicsRule,
    UrgingRule,
    VarietyRule,
    VisitsRule,
)
from xjtui.domain.text import Text

BRANCH, COMMITTEE, GROUP = Audience.BRANCH, Audience.COMMITTEE, Audience.GROUP
MEETING, MARCH, APRIL = date(2009, 3, 25), date(2009, 3, 31), date(2009, 4, 30)

ROWS = [
    ("organisation", "org.body", {BRANCH}, MARCH, DocumentRule),
    ("organisation", "org.duties", {BRANCH}, MARCH, DocumentRule),
    ("organisation", "org.mobilised", {BRANCH}, MARCH, SessionsRule),
    ("organisation", "org.four_systems", {BRANCH}, MARCH, ConfirmationsRule),
    ("organisation", "org.leaders_lead", {BRANCH, COMMITTEE}, APRIL, CoverageRule),
    ("filing", "plan.filed", {BRANCH}, MARCH, FilingRule),
    ("filing", "plan.training", {BRANCH, COMMITTEE}, None, DocumentRule),
    ("filing", "report.progress", {BRANCH}, APRIL, ReportsRule),
    ("filing", "publicity.forms", {BRANCH, COMMITTEE}, APRIL, VarietyRule),
    ("lectures", "study.sessions", {BRANCH}, APRIL, SessionsRule),
    ("lectures", "study.centre_group", {COMMITTEE}, APRIL, SessionsRule),
    ("lectures", "study.exchange", {BRANCH}, APRIL, CountRule),
    ("lectures", "study.micro_lectures", {BRANCH}, APRIL, CoverageRule),
    ("lectures", "study.forum", {BRANCH, COMMITTEE}, APRIL, VarietyRule),
    ("lectures", "study.ideas", {BRANCH, COMMITTEE}, APRIL, CountRule),
    ("lectures", "study.face_to_face", {BRANCH, COMMITTEE}, APRIL, SessionsRule),
    ("research", "research.topics", {COMMITTEE}, APRIL, TopicsRule),
    ("research", "research.visits", {BRANCH}, APRIL, VisitsRule),
    ("research", "research.channels", {BRANCH}, APRIL, ChannelsRule),
    ("research", "research.problems", {BRANCH}, APRIL, ProblemsRule),
    ("research", "research.report", {BRANCH, COMMITTEE}, APRIL, DocumentRule),
    ("review", "review.registers", {BRANCH}, APRIL, RegistersRule),
    ("review", "review.look_back", {BRANCH}, APRIL, RatingsRule),
    ("review", "review.summary", {BRANCH}, APRIL, SummaryRule),
    ("review", "review.next", {BRANCH}, APRIL, DocumentRule),
    ("guidance", "group.assist", {GROUP}, APRIL, CountRule),
    ("guidance", "group.visits", {GROUP}, APRIL, CoverageRule),
    ("guidance", "group.urge", {GROUP}, APRIL, UrgingRule),
    ("committee", "committee.body", {COMMITTEE}, MEETING, DocumentRule),
    ("committee", "committee.meeting", {COMMITTEE}, MEETING, SessionsRule),
]


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sound(PACKAGED)


def test_it_has_exactly_the_items_of_the_work_plan(plan: Plan) -> None:
    assert [(i.stage, i.key, set(i.who), i.due.day, type(i.rule)) for i in plan.items] == ROWS


def test_the_phase_is_march_and_april_2009_and_ends_basically(plan: Plan) -> None:
    assert (plan.id, plan.version) == ("xihu-2009-study", "1")
    assert (plan.start, plan.end, plan.soft_end) == (date(2009, 3, 1), APRIL, True)
    assert plan.digest == hashlib.sha256(PACKAGED).hexdigest()


def test_the_only_count_in_the_source_binds_the_committee(plan: Plan) -> None:
    item = plan.by_key["study.centre_group"]
    assert item.rule == SessionsRule(count=4)
    assert item.basis is Basis.SOURCE


def test_dates_and_figures_that_are_not_in_the_source_are_marked_and_explained(plan: Plan) -> None:
    from_source = {item.key for item in plan.items if item.basis is Basis.SOURCE}
    assert from_source == {
        "plan.filed",
        "study.centre_group",
        "review.look_back",
        "review.summary",
        "review.next",
        "group.urge",
        "committee.meeting",
    }
    for item in plan.items:
        assert (item.inferred is None) == (item.key in from_source), item.key
    dated_by_source = {i.key for i in plan.items if i.due.day != APRIL and i.due.basis is Basis.SOURCE}
    assert dated_by_source == {"plan.filed", "committee.meeting"}


def test_the_training_plan_comes_before_the_first_session(plan: Plan) -> None:
    assert plan.by_key["plan.training"].due.before_first == ("study.sessions", "study.centre_group")
    assert _parts(plan, "plan.training") == ["contents", "forms", "times", "themes", "participants"]


def test_weekly_reports_are_advice_and_carry_problems_too(plan: Plan) -> None:
    item = plan.by_key["report.progress"]
    assert item.due.soft
    assert isinstance(item.rule, ReportsRule)
    assert item.rule.every_days == 7
    assert _parts(plan, "report.progress") == ["progress", "practice", "effect", "problems"]


def test_leaders_lead_in_four_respects_fed_by_what_they_did_elsewhere(plan: Plan) -> None:
    rule = plan.by_key["org.leaders_lead"].rule
    assert isinstance(rule, CoverageRule)
    assert rule.of is Of.LEADERS
    assert {aspect.key: aspect.counts_from for aspect in rule.aspects} == {
        "study": ("study.sessions", "study.centre_group"),
        "research": ("research.visits", "research.topics"),
        "discussion": ("study.exchange", "study.forum"),
        "speaking": ("study.micro_lectures", "study.exchange"),
    }


def test_the_mobilisation_meeting_is_on_25_march_for_all(plan: Plan) -> None:
    for key, parts in (("committee.meeting", ["report"]), ("org.mobilised", ["attended", "passed_on"])):
        rule = plan.by_key[key].rule
        assert isinstance(rule, SessionsRule)
        assert rule.on == MEETING
        assert _parts(plan, key) == parts


def test_problems_cannot_be_done_with_in_the_first_week(plan: Plan) -> None:
    item = plan.by_key["research.problems"]
    assert item.rule == ProblemsRule(not_before=date(2009, 4, 1))
    assert item.due.continuous


def test_quotas_that_the_source_leaves_open(plan: Plan) -> None:
    publicity, channels = plan.by_key["publicity.forms"].rule, plan.by_key["research.channels"].rule
    assert isinstance(publicity, VarietyRule)
    assert isinstance(channels, ChannelsRule)
    for rule in (publicity, channels):
        assert (rule.count, rule.advised, rule.other, len(rule.options)) == (2, 3, True, 6)
    face_to_face, ideas = plan.by_key["study.face_to_face"].rule, plan.by_key["study.ideas"].rule
    assert isinstance(face_to_face, SessionsRule)
    assert isinstance(ideas, CountRule)
    assert face_to_face.answers == 1
    assert ideas.answered


def test_branches_without_pupils_need_not_go_into_classrooms(plan: Plan) -> None:
    condition = plan.by_key["research.visits"].applies_if
    assert condition is not None
    assert condition.not_kinds == ("office", "retired")
    assert not condition.kinds
    assert condition.reason is not None
    assert [item.key for item in plan.items if item.applies_if] == ["research.visits"]


def test_the_look_back_leaves_out_itself_and_the_summary(plan: Plan) -> None:
    assert plan.by_key["review.look_back"].rule == RatingsRule(("review.look_back", "review.summary"))


def test_everything_is_said_in_both_languages(plan: Plan) -> None:
    texts = list(_texts(plan))
    assert len(texts) > 200
    for text in texts:
        assert list(text.by_language) == ["zh", "en"]
        assert not any("\u4e00" <= c <= "\u9fff" for c in text.by_language["en"]), text
        assert any("\u4e00" <= c <= "\u9fff" for c in text.by_language["zh"]), text
        assert not set(",;:?()") & set(text.by_language["zh"]), text
        assert "台账" not in text.by_language["zh"]
    for item in plan.items:
        assert item.help is not None, item.key


def _parts(plan: Plan, key: str) -> list[str]:
    rule = plan.by_key[key].rule
    assert isinstance(rule, DocumentRule | SessionsRule | ReportsRule | ConfirmationsRule)
    return [part.key for part in rule.parts]


def _texts(value: object) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    if isinstance(value, tuple):
        return [text for entry in value for text in _texts(entry)]
    if is_dataclass(value):
        return [text for f in fields(value) if f.name != "by_key" for text in _texts(getattr(value, f.name))]
    return []
