"""Invented people: names made of heavenly stems, earthly branches and numbers, which nobody can take for real."""

from __future__ import annotations

from datetime import date

from xjtui.domain.people import Member, Standing

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
NUMBERS = "一二三四五六七八九十"


def name(place: int, first: str = STEMS) -> str:
    """The name at a place; up to 100 of the stems and 60 of the branches are distinct."""
    return first[place % len(first)] + NUMBERS[(place + place // 10) % 10]


def roster(size: int, start: int = 0, leaders: int = 3, probationary: int = 1, first: str = STEMS) -> list[Member]:
    """`size` members of long standing, secretary first, then the other leaders; the last ones are probationary."""
    duties = ("书记", "组织委员", "宣传委员", "副书记", "纪检委员")
    people = []
    for place in range(size):
        leads = place < leaders
        young = place >= size - probationary
        people.append(
            Member(
                f"m{place + 1:02d}",
                name(start + place, first),
                Standing.PROBATIONARY if young else Standing.FULL,
                duties[place] if leads else "",
                leads,
            )
        )
    return people


def joiner(number: int, called: str, day: date, origin: str, standing: Standing = Standing.FULL) -> Member:
    """Somebody who comes from another branch."""
    return Member(f"m{number:02d}", called, standing, joined=day, origin=origin)
