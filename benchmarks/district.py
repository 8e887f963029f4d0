"""Data to measure on: branches with so many records, districts with so many units, in a throw-away directory."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from xjtui.domain.changes import ChangeSet
from xjtui.domain.people import Member, PlanPin, Unit
from xjtui.domain.plan import Audience
from xjtui.domain.records import Kind, Record
from xjtui.plans import PlanLibrary
from xjtui.store.files import FilesStore

TODAY = date(2009, 4, 15)
_AT = datetime(2009, 3, 25, 8, tzinfo=UTC)


def roster(size: int = 40) -> tuple[Member, ...]:
    """So many members, the first one a leader."""
    return tuple(Member(f"m{n}", f"甲{n}", leader=n == 0) for n in range(size))


def unit(unit_id: str) -> Unit:
    """A primary school's branch on the packaged plan."""
    plan = PlanLibrary(None).get("xihu-2009-study")
    pin = PlanPin(plan.id, plan.version, plan.digest)
    return Unit(unit_id, f"示例{unit_id}支部", Audience.BRANCH, "primary", pin, secretary="甲0")


def record(number: int) -> Record:
    """The record of that number: sessions with attendance, lectures, opinions, pieces, problems in turn."""
    day = date(2009, 3, 25) + timedelta(days=number % 20)
    at = _AT + timedelta(minutes=number)
    should = [member.id for member in roster()]
    match number % 5:
        case 0:
            attendance = {"should": should, "exempt": [], "marks": {"m3": {"mark": "sick", "approver": "甲0"}}}
            data = {"start": "15:30", "theme": f"专题学习第 {number} 讲", "attendance": attendance}
            return Record(f"r{number}", "study.sessions", Kind.SESSION, day, data, at, "bench")
        case 1:
            data = {"lecturer": f"m{number % 40}", "title": f"微型党课第 {number} 课"}
            return Record(f"r{number}", "study.micro_lectures", Kind.LECTURE, day, data, at, "bench")
        case 2:
            data = {"channel": "box", "text": f"第 {number} 条建议：改善课后服务"}
            return Record(f"r{number}", "research.channels", Kind.OPINION, day, data, at, "bench")
        case 3:
            data = {"author": f"m{number % 40}", "title": f"学习体会第 {number} 篇"}
            return Record(f"r{number}", "study.exchange", Kind.PIECE, day, data, at, "bench")
        case _:
            data = {"text": f"第 {number} 个问题", "owner": "m1", "deadline": "2009-04-20"}
            return Record(f"r{number}", "research.problems", Kind.PROBLEM, day, data, at, "bench")


def branch(root: Path, unit_id: str, records: int) -> FilesStore:
    """A branch with so many records."""
    store = FilesStore(root)
    made = tuple(record(number) for number in range(records))
    store.create(unit(unit_id), roster(), by="bench", at=_AT, records=made)
    return store


def edit(store: FilesStore, unit_id: str, turn: int) -> None:
    """One durable edit of the first record."""
    first = store.load(unit_id).records[0]
    changed = replace(first, data={**first.data, "evidence": f"第 {turn} 次修改"})
    store.apply(unit_id, ChangeSet((changed,), "record", "bench", _AT))
