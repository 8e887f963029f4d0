"""A branch in the middle of its work on 15 April 2009: people who came and went, sessions, problems in every stand."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

from textual import events
from textual.pilot import Pilot

from screens.actions import place
from screens.app import XjtuiApp
from screens.base import XjtuiScreen
from tests.screens.desks import desk_with, people
from xjtui.desk import Desk
from xjtui.domain.attendance import freeze
from xjtui.domain.people import Exemption, Member, Scope, Standing
from xjtui.domain.records import Kind, Record
from xjtui.settings import Settings
from xjtui.words import words_for

UNIT = "demo"
ZONE = timezone(timedelta(hours=8))


def day(text: str) -> date:
    """`4-8` of 2009."""
    month, number = text.split("-")
    return date(2009, int(month), int(number))


def roster() -> tuple[Member, ...]:
    """Twelve people: one probationary, one applicant, one exempt, one exempt without approval, one joined, one left."""
    listed = list(people(12))
    listed[1] = replace(listed[1], duty="副书记")
    listed[2] = replace(listed[2], duty="组织委员")
    listed[4] = replace(listed[4], standing=Standing.PROBATIONARY)
    listed[5] = replace(
        listed[5], exemptions=(Exemption(Scope.LECTURE, "年老体弱", listed[0].name, day("3-1")),), note="住院至5月"
    )
    listed[6] = replace(listed[6], exemptions=(Exemption(Scope.ALL, "长期外出", "", day("3-10")),))
    listed[9] = replace(listed[9], joined=day("4-2"), origin="示例二中支部")
    listed[10] = replace(listed[10], left=day("4-6"))
    listed[11] = replace(listed[11], standing=Standing.APPLICANT)
    return tuple(listed)


def record(desk: Desk, item: str, kind: Kind, when: str, about: str | None = None, **data: Any) -> Record:
    """Saves one record, entered on its day."""
    on = day(when)
    made = Record(
        desk.ids(), item, kind, on, data, datetime(on.year, on.month, on.day, 16, 0, tzinfo=ZONE), desk.who, about
    )
    desk.apply(UNIT, (made,), f"record:{item}:{kind}")
    return made


def attended(members: tuple[Member, ...], when: str, marks: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Attendance as a session keeps it."""
    should, exempt = freeze(members, day(when))
    return {"should": list(should), "exempt": list(exempt), "marks": dict(marks)}


def branch() -> Desk:
    """The desk with all of it."""
    members = roster()
    desk = desk_with(members=members)
    ids = [member.id for member in members]
    theme = {"theme": "科学发展观学习辅导", "start": "15:30", "place": "会议室", "hours": 2}
    sick = {ids[3]: {"mark": "sick", "approver": members[0].name}}
    first = record(desk, "study.sessions", Kind.SESSION, "4-1", **theme, attendance=attended(members, "4-1", sick))
    record(
        desk,
        "study.sessions",
        Kind.MAKEUP,
        "4-3",
        first.id,
        member=ids[3],
        form="self_study",
        content="自学辅导材料",
        confirmed_by=members[0].name,
    )
    absent = {ids[7]: {"mark": "absent"}}
    record(desk, "study.sessions", Kind.SESSION, "4-8", **theme, attendance=attended(members, "4-8", absent))
    for n, when in ((0, "4-2"), (1, "4-3"), (2, "4-9")):
        record(desk, "study.micro_lectures", Kind.LECTURE, when, lecturer=ids[n], title="我身边的党员", minutes=15)
    leading = {"leader": members[0].name, "source": "走访"}
    late = record(
        desk,
        "research.problems",
        Kind.PROBLEM,
        "3-26",
        text="图书角中午不开放,学生借不到书[/b]",
        **{"class": "term"},
        measures="安排值班老师,中午开放一小时",
        owner=ids[1],
        deadline="2009-04-05",
        **leading,
    )
    extend = {"step": "extend", "text": "值班老师外出培训,推迟", "deadline": "2009-04-10"}
    record(desk, "research.problems", Kind.STEP, "4-4", late.id, **extend)
    record(
        desk,
        "research.problems",
        Kind.PROBLEM,
        "4-2",
        text="操场东侧照明不足",
        **{"class": "superior"},
        measures="报局后勤科",
        owner=ids[2],
        deadline="2009-04-20",
        **leading,
    )
    done = record(
        desk,
        "research.problems",
        Kind.PROBLEM,
        "4-3",
        text="校务公开栏没有更新",
        **{"class": "now"},
        measures="当天更新并指定专人",
        owner=ids[1],
        deadline="2009-04-07",
        **leading,
    )
    closing = {"step": "close", "text": "已更新", "verifier": members[2].name}
    record(desk, "research.problems", Kind.STEP, "4-7", done.id, **closing)
    return desk


@asynccontextmanager
async def at(
    desk: Desk, name: str, language: str = "zh", size: tuple[int, int] = (80, 24), settings: Settings | None = None
) -> AsyncIterator[tuple[Pilot[int], Any]]:
    """A screen opened over the guide, with notices shown."""
    app = XjtuiApp(desk, UNIT, words_for(language), settings=settings or Settings(language=language))
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        screen: XjtuiScreen = place(name)()
        await app.push_screen(screen)
        await pilot.pause()
        yield pilot, screen


def shows(pilot: Pilot[int]) -> str:
    """What the terminal shows, line by line."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in lines)


async def sent(pilot: Pilot[int], character: str) -> None:
    """A character as an input method sends it; the pilot knows no full-width signs."""
    pilot.app.post_message(events.Key("ideographic", character))
    await pilot.pause()
