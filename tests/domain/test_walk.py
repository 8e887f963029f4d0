"""The most important story: a secretary who does what the guide says, and nothing else, reaches 100 %."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import FIVE, PLAN, d, filing, people, receipt, session, situation, taken, unit
from tests.domain.robot import Robot
from xjtui.domain.guide import gaps, next_gap
from xjtui.domain.people import Member, PlanPin, Unit
from xjtui.domain.plan import Audience, Plan
from xjtui.domain.records import Kind
from xjtui.domain.situation import Situation
from xjtui.domain.states import Status

AUDIENCES = (Audience.BRANCH, Audience.COMMITTEE, Audience.GROUP)
GUIDED = (unit(id="u1", name="一小"), unit(id="u2", name="二小"), unit(id="u3", name="三小"))


def empty(audience: Audience, today: str = "4-28", plan: Plan = PLAN, members: tuple[Member, ...] = FIVE) -> Situation:
    kind = {Audience.BRANCH: "primary", Audience.COMMITTEE: "bureau", Audience.GROUP: "group"}[audience]
    pin = PlanPin(plan.id, plan.version, plan.digest)
    guided = GUIDED if audience is Audience.GROUP else ()
    return situation(today=today, of=unit(audience, kind, pin=pin), plan=plan, members=members, guided=guided)


def done(robot: Robot) -> None:
    assert robot.sheet.total.complete, robot.open_items()
    assert next_gap(robot.sheet) is None
    assert gaps(robot.sheet) == ()


@pytest.mark.parametrize("diligent", [False, True])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_from_nothing_to_everything_done(audience: Audience, diligent: bool) -> None:
    robot = Robot(empty(audience), diligent=diligent)
    robot.walk_on()
    done(robot)


@pytest.mark.parametrize("audience", AUDIENCES)
@given(seed=st.integers(0, 10_000), diligent=st.booleans(), misses=st.booleans())
@settings(max_examples=12)
def test_whatever_is_chosen_along_the_way(audience: Audience, seed: int, diligent: bool, misses: bool) -> None:
    robot = Robot(empty(audience), seed, diligent, misses=misses)
    robot.walk_on()
    done(robot)


def test_done_in_time_when_begun_in_time() -> None:
    robot = Robot(empty(Audience.BRANCH, "3-25"))
    robot.walk_on(1)
    assert robot.open_items() == ["research.problems"], "only what has to wait for its day is left"
    robot.move_to(d("4-1"))
    robot.walk_on()
    done(robot)
    assert {state.status for state in robot.sheet.states} == {Status.MET}


def test_begun_before_the_meeting_the_guide_waits_for_its_day() -> None:
    robot = Robot(empty(Audience.BRANCH, "3-20"))
    robot.walk()
    assert "org.mobilised" in robot.open_items()
    planned = [record for record in robot.situation.records if record.item == "org.mobilised"]
    assert len(planned) == 1, "the meeting is planned once, not over and over"
    robot.move_to(d("3-25"))
    robot.walk_on()
    robot.move_to(d("4-1"))
    robot.walk_on()
    done(robot)


def test_begun_after_the_end_everything_can_still_be_done_late() -> None:
    robot = Robot(empty(Audience.BRANCH, "5-20"))
    robot.walk_on()
    done(robot)
    soft = {state.item.key for state in robot.sheet.states if state.item.due.soft}
    # What is dated by the plan itself, or measured against the first session, may still be in time.
    in_time = {"org.mobilised", "plan.training"} | soft
    late = {state.item.key for state in robot.sheet.states if state.status is Status.MET_LATE}
    assert late == {state.item.key for state in robot.sheet.states} - in_time


def test_a_returned_filing_on_the_way() -> None:
    first = filing("3-30")
    back = receipt("4-2", first, "returned", reason="缺签字")
    robot = Robot(situation(first, today="4-28", oversight=(back,)))
    gap = next_gap(robot.sheet)
    assert gap is not None and gap.state.item.key == "plan.filed", "what was returned comes first"
    robot.walk_on()
    done(robot)
    filed = robot.sheet.state("plan.filed")
    assert filed is not None and filed.status is Status.MET, "the first filing was in time"


def test_people_of_the_same_name_do_not_hold_the_guide_up() -> None:
    twins = (*people("甲一 甲二"), Member("t1", "李明"), Member("t2", "李明"))
    robot = Robot(empty(Audience.BRANCH, members=twins), misses=False)
    robot.walk_on()
    done(robot)


def test_a_make_up_is_asked_only_of_those_who_are_still_there() -> None:
    members = (*people("甲一 甲二 甲三"), Member("gone", "乙一", left=d("4-20")))
    missing = {"gone": {"mark": "absent"}, "id-甲三": {"mark": "absent"}}
    held = session("4-10", attendance={**taken("4-10", members), "marks": missing})
    robot = Robot(situation(held, today="4-28", members=members))
    robot.walk_on()
    done(robot)
    assert {one.text("member") for one in robot.situation.about(held.id, Kind.MAKEUP)} == {"id-甲三"}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_gap_by_itself_can_be_closed(audience: Audience) -> None:
    """Not only in the order of the guide: whichever gap a secretary jumps to, its action brings it nearer."""
    robot = Robot(empty(audience), seed=3)
    for _ in range(300):
        open_gaps = [gap for gap in gaps(robot.sheet) if gap.action is not None]
        if not open_gaps:
            if not robot.open_items():
                break
            robot.move_to(robot.situation.today + timedelta(days=1))
            continue
        gap = robot.random.choice(open_gaps)
        assert gap.action is not None
        robot.carry_out(gap.action, gap)
    done(robot)


def _packaged() -> Plan:
    plans = pytest.importorskip("xjtui.plans")
    file = Path(plans.__file__).parent / "packaged" / "xihu-2009-study.toml"
    found: Plan = plans.load_plan(file)
    return found


@pytest.mark.parametrize("diligent", [False, True])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_packaged_plan_can_be_fulfilled(audience: Audience, diligent: bool) -> None:
    robot = Robot(empty(audience, plan=_packaged()), diligent=diligent)
    robot.walk_on()
    done(robot)


@pytest.mark.parametrize("kind", ["primary", "office", "retired", "kindergarten"])
def test_the_packaged_plan_can_be_fulfilled_by_every_kind_of_branch(kind: str) -> None:
    plan = _packaged()
    of: Unit = unit(Audience.BRANCH, kind, pin=PlanPin(plan.id, plan.version, plan.digest))
    robot = Robot(situation(today="4-28", of=of, plan=plan))
    robot.walk_on()
    done(robot)
    visits = robot.sheet.state("research.visits")
    assert visits is not None and visits.applicable == (kind in ("primary", "kindergarten"))
