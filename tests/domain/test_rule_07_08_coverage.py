"""Rule 7: coverage counts distinct current members. Rule 8: an empty denominator is «nobody concerned», never 100 %."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    FIVE,
    PLAN,
    d,
    item,
    lecture,
    member,
    people,
    plan_of,
    record,
    session,
    situation,
    state,
    unit,
)
from xjtui.domain.attendance import Rate
from xjtui.domain.people import Member, Scope, Standing
from xjtui.domain.plan import Audience, CoverageRule, Of
from xjtui.domain.records import Kind, Record
from xjtui.domain.states import ItemState, Lack, Remark, Status

ALL = ("甲一", "甲二", "甲三", "乙一", "乙二")


def covered(*records: Record, members: tuple[Member, ...] = FIVE, today: str = "4-15") -> ItemState:
    return state("study.lectures", *records, members=members, today=today)


def parts(found: ItemState) -> tuple[int, int]:
    return found.judgement.have, found.judgement.need


def remarks(found: ItemState) -> dict[Remark, int]:
    return {note.what: note.count for note in found.judgement.notes}


def test_rule_7_each_member_counts_once() -> None:
    found = covered(lecture("4-8", "甲一"), lecture("4-9", "甲二"), lecture("4-10", "甲一"))
    assert parts(found) == (2, 5)
    assert remarks(found)[Remark.REPEATED] == 1
    assert found.judgement.missing[0].names == ("甲三", "乙一", "乙二")


def test_rule_7_an_outsider_adds_nothing_and_is_named() -> None:
    found = covered(lecture("4-8", "!上级来的老师"))
    assert parts(found) == (0, 5)
    (note,) = [n for n in found.judgement.notes if n.what is Remark.OUTSIDERS]
    assert note.names == ("上级来的老师",)


def test_rule_7_met_on_the_day_of_the_last_one() -> None:
    days = ("4-8", "4-9", "4-10", "4-11", "4-30")
    found = covered(*(lecture(day, who) for day, who in zip(days, ALL, strict=True)), today="5-1")
    assert (found.status, found.judgement.satisfied_on) == (Status.MET, d("4-30"))


def test_rule_7_one_of_eighteen_missing_is_not_met() -> None:
    names = [f"党员{n}" for n in range(18)]
    roster = tuple(member(name) for name in names)
    talks = [lecture("4-8", name) for name in names[:-1]]
    assert parts(covered(*talks, members=roster)) == (17, 18)
    assert covered(*talks, members=roster, today="5-1").status is Status.OVERDUE


def test_rule_7_an_approved_exemption_shrinks_the_denominator_in_sight_of_all() -> None:
    roster = (*people("甲一 甲二"), member("老人", exempt=Scope.LECTURE))
    found = covered(lecture("4-8", "甲一"), lecture("4-9", "甲二"), members=roster)
    assert (found.status, parts(found)) == (Status.MET, (2, 2))
    (note,) = [n for n in found.judgement.notes if n.what is Remark.EXEMPTED]
    assert note.names == ("老人",)


def test_rule_7_an_exempt_member_who_lectures_all_the_same_raises_nothing_above_the_whole() -> None:
    roster = (*people("甲一 甲二"), member("老人", exempt=Scope.ALL))
    found = covered(lecture("4-8", "甲一"), lecture("4-9", "老人"), members=roster)
    assert parts(found) == (1, 2)


def test_rule_7_an_exemption_that_nobody_approved_frees_nobody_and_is_pointed_out() -> None:
    roster = (*people("甲一"), member("老人", exempt=Scope.LECTURE, approver=""))
    found = covered(lecture("4-8", "甲一"), members=roster)
    assert parts(found) == (1, 2)
    assert remarks(found)[Remark.NOT_APPROVED] == 1


def test_rule_7_an_exemption_from_attendance_does_not_free_from_the_lectern() -> None:
    roster = (*people("甲一"), member("老人", exempt=Scope.ATTENDANCE))
    assert parts(covered(lecture("4-8", "甲一"), members=roster)) == (1, 2)


def test_rule_7_an_exemption_that_ran_out_frees_no_longer() -> None:
    roster = (*people("甲一"), member("病号", exempt=Scope.ALL, until="4-10"))
    assert parts(covered(lecture("4-8", "甲一"), members=roster, today="4-10")) == (1, 1)
    assert parts(covered(lecture("4-8", "甲一"), members=roster, today="4-11")) == (1, 2)


def test_rule_7_a_member_who_leaves_or_joins_changes_the_denominator() -> None:
    roster = (*people("甲一"), member("走了", left="4-10"), member("来了", joined="4-12"))
    talk = lecture("4-8", "甲一")
    assert [parts(covered(talk, members=roster, today=day)) for day in ("4-9", "4-10", "4-12")] == [
        (1, 2),
        (1, 1),
        (1, 2),
    ]


def test_rule_7_the_lecture_of_someone_who_left_counts_no_more_but_stays_a_record() -> None:
    roster = (*people("甲一"), member("走了", left="4-10"))
    found = covered(lecture("4-8", "走了"), members=roster)
    assert parts(found) == (0, 1)


def test_rule_7_probationary_members_are_among_everyone_applicants_are_not() -> None:
    roster = (
        member("预备", standing=Standing.PROBATIONARY),
        member("积极分子", standing=Standing.APPLICANT),
        member("书记", leader=True),
    )
    assert covered(members=roster).judgement.missing[0].names == ("预备", "书记")


def test_rule_7_two_people_of_one_name_are_two_people() -> None:
    roster = (Member("t1", "李明"), Member("t2", "李明"))
    talk = record("study.lectures", Kind.LECTURE, "4-8", lecturer="t1", title="课")
    found = covered(talk, members=roster)
    assert (parts(found), found.judgement.missing[0].ids) == ((1, 2), ("t2",))


def test_rule_7_a_planned_lecture_covers_nobody_yet() -> None:
    found = covered(lecture("4-20", "甲一", entered="4-10"))
    assert (parts(found), found.status) == ((0, 5), Status.NOT_STARTED)
    assert remarks(found)[Remark.PLANNED] == 1


TALKS = st.lists(st.tuples(st.integers(1, 28), st.sampled_from([*ALL, "!外人", "!校长"])), max_size=12)


@given(TALKS, TALKS)
def test_rule_7_repeats_and_outsiders_never_raise_coverage(
    talks: list[tuple[int, str]], more: list[tuple[int, str]]
) -> None:
    base = [lecture(f"4-{day}", who) for day, who in talks]
    have = {who for _, who in talks}
    noise = [lecture(f"4-{day}", who) for day, who in more if who in have or who.startswith("!")]
    a, b = covered(*base, today="4-30"), covered(*base, *noise, today="4-30")
    assert parts(a) == parts(b) == (len(have & set(ALL)), 5)
    assert a.judgement.have <= a.judgement.need


@given(TALKS, st.sets(st.sampled_from(ALL)), st.sets(st.sampled_from(ALL)))
def test_rule_7_the_whole_is_the_roster_less_exemptions_and_never_exceeded(
    talks: list[tuple[int, str]], freed: set[str], gone: set[str]
) -> None:
    roster = tuple(
        member(name, exempt=Scope.LECTURE if name in freed else None, left="4-10" if name in gone else None)
        for name in ALL
    )
    found = covered(*(lecture(f"4-{day}", who) for day, who in talks), members=roster, today="4-30")
    due = set(ALL) - freed - gone
    assert parts(found) == (len(due & {who for _, who in talks}), len(due))
    assert due or found.status is not Status.MET


# -- leaders and units ---------------------------------------------------------------------------------------------


def test_rule_7_leaders_are_covered_in_every_aspect_by_records_made_elsewhere() -> None:
    roster = people("甲一 甲二 甲三", leaders="甲一 甲二")
    records = [
        session("4-8", members=roster, marks={"甲二": "absent"}),
        record("research.visits", Kind.VISIT, "4-9", visitors=["id-甲一", "id-甲二"], audiences=["pupils"]),
        lecture("4-10", "甲一"),
        record("study.exchange", Kind.PIECE, "4-11", author="id-甲二", title="体会"),
    ]
    found = state("org.lead", *records, members=roster)
    assert parts(found) == (5, 6)
    (missing,) = found.judgement.missing
    assert (missing.names, missing.ids, [one.of("zh") for one in missing.texts]) == (
        ("甲二",),
        ("id-甲二",),
        ["带头学习"],
    )


def test_rule_7_an_entry_of_their_own_covers_only_the_aspects_it_names() -> None:
    roster = people("甲一 甲二")
    lead = record("org.lead", Kind.LEAD, "4-8", member="id-甲一", aspects=["study", "speaking"], text="带头")
    assert parts(state("org.lead", lead, members=roster)) == (2, 3)


def test_rule_7_an_idea_given_anonymously_covers_nobody() -> None:
    plan = plan_of(item("c", CoverageRule(Of.MEMBERS, counts_from=("i",))), item("i", PLAN.by_key["study.ideas"].rule))
    named = record("i", Kind.IDEA, "4-8", text="点子", author="id-甲一", anonymous=False)
    unnamed = record("i", Kind.IDEA, "4-8", text="点子", author="id-甲二", anonymous=True)
    found = state("c", named, unnamed, plan=plan)
    assert found.judgement.counted == (named.id,)


def test_rule_7_a_group_covers_its_branches_and_help_to_mobilise_counts_as_a_visit() -> None:
    group = unit(Audience.GROUP, "group")
    guided = (unit(id="u1", name="一小"), unit(id="u2", name="二小"))
    helped = record("group.assist", Kind.UNIT_VISIT, "4-1", unit="u1", text="动员")
    again = record("group.visits", Kind.UNIT_VISIT, "4-2", unit="u1", text="了解")
    foreign = record("group.visits", Kind.UNIT_VISIT, "4-3", unit="u9", text="了解")
    found = state("group.visits", helped, again, foreign, of=group, guided=guided)
    assert (parts(found), found.judgement.missing[0].ids) == ((1, 2), ("u2",))
    second = record("group.visits", Kind.UNIT_VISIT, "4-9", unit="u2", text="了解")
    whole = state("group.visits", helped, again, second, of=group, guided=guided)
    assert (whole.status, whole.judgement.satisfied_on) == (Status.MET, d("4-9"))


# -- rule 8 --------------------------------------------------------------------------------------------------------


@given(st.integers(0, 50), st.integers(0, 50))
def test_rule_8_an_empty_whole_never_gives_a_percent(part: int, whole: int) -> None:
    found = Rate(part, whole).percent
    assert (found is None) == (whole == 0)


def test_rule_8_everyone_exempt_reads_nobody_concerned() -> None:
    roster = (member("老人", exempt=Scope.ALL), member("病号", exempt=Scope.LECTURE))
    found = covered(members=roster)
    assert (found.status, parts(found)) == (Status.NOT_APPLICABLE, (0, 0))
    assert found.not_applicable is not None and found.not_applicable.nobody
    assert remarks(found)[Remark.EXEMPTED] == 2, "the exemptions stay in sight"


def test_rule_8_an_empty_roster_is_a_gap_and_not_done() -> None:
    found = covered(members=())
    assert not found.satisfied and found.applicable
    assert (found.judgement.missing[0].what, found.judgement.missing[0].count) == (Lack.PERSONS, 0)
    assert Remark.NOBODY in remarks(found)


@pytest.mark.parametrize("key", ["org.lead"])
def test_rule_8_a_branch_without_leaders_is_not_done_by_itself(key: str) -> None:
    assert not state(key, members=people("甲一 甲二", leaders="")).satisfied


def test_rule_8_a_group_that_guides_nobody_has_visited_nobody() -> None:
    found = state("group.visits", of=unit(Audience.GROUP, "group"))
    assert not found.satisfied and Remark.NOBODY in remarks(found)


def test_rule_8_a_session_that_nobody_should_attend_has_no_rate_and_does_not_count() -> None:
    roster = (member("老人", exempt=Scope.ALL),)
    found = state("study.sessions", session("4-8", members=roster), members=roster)
    assert not found.satisfied
    assert situation(members=roster).everyone() == roster


def test_rule_7_work_recorded_elsewhere_or_only_by_outsiders_has_begun() -> None:
    plan = plan_of(
        item("c", CoverageRule(Of.MEMBERS, counts_from=("s",))), item("s", PLAN.by_key["study.sessions"].rule)
    )
    elsewhere = session("4-8", "s", marks={"甲一": "absent"})
    assert state("c", elsewhere, plan=plan).status is Status.IN_PROGRESS
    assert covered(lecture("4-8", "!外人")).status is Status.IN_PROGRESS
    assert covered().status is Status.NOT_STARTED
