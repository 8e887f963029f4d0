"""Somebody writes a plan from docs/plan-format.md alone: its example loads clean and can be worked by."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.plans.samples import PACKAGED, sound
from xjtui.domain.people import Member, PlanPin, Unit
from xjtui.domain.plan import Audience, Plan
from xjtui.domain.records import Kind, Record
from xjtui.domain.sheet import evaluate
from xjtui.domain.situation import Situation
from xjtui.domain.states import Status
from xjtui.plans import Code
from xjtui.plans.problems import WARNINGS
from xjtui.plans.rules import READERS

DOCUMENT = (Path(__file__).parents[2] / "docs" / "plan-format.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def plan() -> Plan:
    found = re.search(r"<!-- example -->\n```toml\n(.*?)```", DOCUMENT, re.DOTALL)
    assert found is not None
    return sound(found[1])


def _situation(plan: Plan, kind: str, today: date, *records: Record) -> Situation:
    unit = Unit("one", "一支部", Audience.BRANCH, kind, PlanPin(plan.id, plan.version, plan.digest))
    return Situation(plan, unit, (Member("m1", "甲"),), records, today)


def _record(item: str, kind: Kind, day: date, number: int, **data: object) -> Record:
    return Record(f"r{number}", item, kind, day, data, datetime(2009, 5, 20, 9, number, tzinfo=UTC), "甲")


def test_its_dates_are_those_the_document_promises(plan: Plan) -> None:
    assert {item.key: item.due.day for item in plan.items} == {
        "look.opinions": date(2009, 5, 18),
        "look.parents": date(2009, 5, 25),
        "look.meeting": date(2009, 5, 31),
        "write.report": date(2009, 6, 20),
        "write.filed": date(2009, 6, 30),
    }


def test_a_branch_can_be_judged_by_it(plan: Plan) -> None:
    uses = [
        _record("look.opinions", Kind.CHANNEL, date(2009, 5, day), n, channel=channel, opinions=3)
        for n, (day, channel) in enumerate([(11, "talks"), (12, "talks"), (13, "letters"), (19, "calls")])
    ]
    sheet = evaluate(_situation(plan, "primary", date(2009, 5, 20), *uses[:3]))
    assert {state.item.key: state.status for state in sheet.states} == {
        "look.opinions": Status.OVERDUE,
        "look.parents": Status.NOT_STARTED,
        "look.meeting": Status.NOT_STARTED,
        "write.report": Status.NOT_STARTED,
        "write.filed": Status.NOT_STARTED,
    }
    sheet = evaluate(_situation(plan, "primary", date(2009, 5, 20), *uses))
    assert sheet.states[0].status is Status.MET_LATE
    assert sheet.weighted == (1, 6)


def test_an_office_need_not_hear_parents(plan: Plan) -> None:
    sheet = evaluate(_situation(plan, "office", date(2009, 5, 20)))
    assert sheet.states[1].status is Status.NOT_APPLICABLE


def test_every_kind_of_unit_can_be_judged_by_the_packaged_plan() -> None:
    plan = sound(PACKAGED)
    for audience in Audience:
        for kind in plan.kinds:
            unit = Unit("one", "一", audience, kind.key, PlanPin(plan.id, plan.version, plan.digest))
            assert evaluate(Situation(plan, unit, (), (), date(2009, 4, 15))).states


def test_every_rule_and_every_code_is_described() -> None:
    for name in READERS:
        assert f"\n### {name}\n" in DOCUMENT
    for code in Code:
        mark = " (warning)" if code in WARNINGS else ""
        assert f"\n| `{code}`{mark} |" in DOCUMENT, code
