"""Each unit of the sample district shows on 15 April 2009 what its story says of it."""

from __future__ import annotations

import pytest

from xjtui.domain.plan import Audience
from xjtui.domain.records import Kind
from xjtui.domain.sheet import Sheet, evaluate
from xjtui.domain.situation import Situation
from xjtui.domain.states import GRAVE, Remark, Status
from xjtui.plans.library import PlanLibrary
from xjtui.sample import AS_OF, DEMO_UNIT
from xjtui.sample.stories import STORIES, Story, tell
from xjtui.store.memory import MemoryStore


@pytest.fixture(scope="module")
def district() -> dict[str, Sheet]:
    store = MemoryStore()
    plan = PlanLibrary(None).get("xihu-2009-study")
    tell(store, plan)
    units = {unit_id: store.load(unit_id) for unit_id in store.list_units()}
    sheets = {}
    for unit_id, snapshot in units.items():
        guided = tuple(units[other].unit for other in snapshot.unit.guides)
        situation = Situation(
            plan, snapshot.unit, snapshot.members, snapshot.records, AS_OF, snapshot.oversight, guided
        )
        sheets[unit_id] = evaluate(situation)
    return sheets


def by_id(story: Story) -> str:
    return story.id


@pytest.mark.parametrize("story", STORIES, ids=by_id)
def test_the_states_are_those_the_story_tells(district: dict[str, Sheet], story: Story) -> None:
    sheet = district[story.id]
    found = {state.item.key: state.status for state in sheet.states}
    assert set(story.expects) <= set(found)
    assert found == {key: story.expects.get(key, Status.NOT_STARTED) for key in found}


@pytest.mark.parametrize("story", STORIES, ids=by_id)
def test_the_notes_are_those_the_story_tells(district: dict[str, Sheet], story: Story) -> None:
    sheet = district[story.id]
    assert story.remarks.get("", frozenset()) == {note.what for note in sheet.notes}
    for state in sheet.states:
        found = {note.what for note in state.judgement.notes}
        told = story.remarks.get(state.item.key, frozenset())
        assert told <= found, state.item.key
        # A warning nobody meant would make a reader of the sample look for a reason that is not there.
        assert (found & GRAVE) - {Remark.SAME_MINUTE, Remark.SAME_TEXT} <= told, state.item.key


def test_there_is_every_kind_of_unit_and_every_status(district: dict[str, Sheet]) -> None:
    assert sum(story.audience is Audience.BRANCH for story in STORIES) >= 12
    kinds = {story.kind for story in STORIES}
    assert kinds >= {"kindergarten", "primary", "middle", "nine_year", "office", "direct", "retired", "bureau", "group"}
    assert {state.status for sheet in district.values() for state in sheet.states} == set(Status)
    assert {len(sheet.situation.everyone()) for sheet in district.values()} >= {6, 18, 79}


def test_every_kind_of_record_is_somewhere(district: dict[str, Sheet]) -> None:
    kinds = {record.kind for sheet in district.values() for record in sheet.situation.known}
    assert set(Kind) - kinds == {Kind.LEAD, Kind.RATING}


def test_nobody_bears_a_name_that_could_be_real(district: dict[str, Sheet]) -> None:
    signs = set("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥一二三四五六七八九十")
    assert {char for sheet in district.values() for m in sheet.situation.members for char in m.name} <= signs


def test_names_are_told_apart_but_for_the_one_pair_of_namesakes(district: dict[str, Sheet]) -> None:
    for unit_id, sheet in district.items():
        names = [member.name for member in sheet.situation.members]
        assert len(names) - len(set(names)) == (1 if unit_id == "b03" else 0), unit_id


def test_the_demonstration_opens_a_branch_in_the_midst_of_its_work(district: dict[str, Sheet]) -> None:
    total = district[DEMO_UNIT].total
    assert total.overdue == 1
    assert 0 < total.done < total.of / 2
