"""Desks with a branch at 15 April 2009, over the store in memory, for stories on the screens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from xjtui.clock import Clock
from xjtui.desk import Desk
from xjtui.domain.people import Member, Unit
from xjtui.domain.plan import Audience
from xjtui.plans import PlanLibrary
from xjtui.store.memory import MemoryStore
from xjtui.words import LEXICON

TODAY = date(2009, 4, 15)
SURNAMES = "赵钱孙李周吴郑王冯陈"
GIVEN = "一二三四五六七八九十"


def people(count: int) -> tuple[Member, ...]:
    """Made-up members; the first is the secretary, the first three lead."""
    names = [a + b for b in GIVEN for a in SURNAMES]
    return tuple(
        Member(f"m{n:03}", names[n] if n < len(names) else f"成员{n}", leader=n < 3, duty="书记" if n == 0 else "")
        for n in range(count)
    )


def desk_with(count: int = 12, members: Iterable[Member] | None = None, kind: str = "primary") -> Desk:
    """A new branch with so many members and no records."""
    library = PlanLibrary(None)
    desk = Desk(MemoryStore(), library, "赵一", Clock(TODAY), LEXICON)
    _, pin = desk.pin("xihu-2009-study")
    roster = tuple(members) if members is not None else people(count)
    unit = Unit("demo", "示例一小支部", Audience.BRANCH, kind, pin, secretary=roster[0].name if roster else "")
    desk.create(unit, roster)
    return desk


def colleague(desk: Desk) -> Desk:
    """Somebody else at the same store."""
    return replace(desk, who="钱二", _sheets={}, _read_only={}, _reports=[])
