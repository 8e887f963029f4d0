"""A small branch to keep in a store, and one user's changes to it."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from xjtui.domain.changes import ChangeSet, Entity
from xjtui.domain.people import Exemption, Member, PlanPin, Scope, Standing, Unit
from xjtui.domain.plan import Audience
from xjtui.domain.records import Kind, Record
from xjtui.store.base import Draft

AT = datetime(2009, 4, 15, 9, 30, tzinfo=timezone(timedelta(hours=8)))


def unit(unit_id: str = "b01") -> Unit:
    pin = PlanPin("xihu-2009-study", "1", "ab" * 32)
    return Unit(unit_id, "示例一小支部", Audience.BRANCH, "primary", pin, secretary="甲一", group="g1")


def roster() -> tuple[Member, ...]:
    exempt = Exemption(Scope.LECTURE, "病休", "支委会", date(2009, 4, 1), date(2009, 4, 20))
    return (
        Member("m01", "甲一", duty="书记", leader=True),
        Member("m02", "甲二", Standing.PROBATIONARY, joined=date(2009, 4, 2), exemptions=(exempt,), note="新调入"),
    )


def session(record_id: str = "r1", revision: int = 0, **data: Any) -> Record:
    fields = {"theme": "科学发展观", "present": ["m01", "m02"], "hours": 2, **data}
    return Record(record_id, "study.sessions", Kind.SESSION, date(2009, 4, 8), fields, AT, "甲一", revision=revision)


def change(*entities: Entity, by: str = "甲一", label: str = "record:study.sessions:session") -> ChangeSet:
    return ChangeSet(entities, label, by, AT)


def draft(**answers: str) -> Draft:
    return Draft("study.sessions", Kind.SESSION, answers or {"theme": "写了一半"}, AT, about="r1", record="r2")
