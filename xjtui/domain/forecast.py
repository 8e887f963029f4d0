"""Whether a target can still be met: what is left to do against the days and planned occasions left."""

from __future__ import annotations

from datetime import date, timedelta

from xjtui.domain.plan import Item
from xjtui.domain.records import Kind
from xjtui.domain.situation import Situation


def working_days(first: date, last: date) -> int:
    """Mondays to Fridays from `first` to `last`, both included; 0 when there are none. Holidays are not known."""
    span = (last - first).days + 1
    if span <= 0:
        return 0
    weeks, rest = divmod(span, 7)
    return weeks * 5 + sum((first + timedelta(days=n)).weekday() < 5 for n in range(rest))


def days_left(situation: Situation) -> int:
    """Working days left in the phase after today; -1 when the phase is over, so that nothing is foretold any more."""
    if situation.today > situation.plan.end:
        return -1
    return working_days(situation.today + timedelta(days=1), situation.plan.end)


def occasions_left(situation: Situation) -> int:
    """Days on which something is planned, up to the phase's end; where nothing is, the working days left."""
    planned = {
        record.day
        for record in situation.known
        if record.kind in (Kind.SESSION, Kind.LECTURE) and situation.today < record.day <= situation.plan.end
    }
    return len(planned) if planned else days_left(situation)


def lectures_short(situation: Situation, item: Item, remaining: int) -> tuple[int, int] | None:
    """(lecturers left, occasions left) when they no longer fit, at the best day's pace so far; None while they do."""
    occasions = occasions_left(situation)
    if remaining == 0 or occasions < 0:
        return None
    by_day: dict[date, int] = {}
    for record in situation.done(item.key, Kind.LECTURE):
        by_day[record.day] = by_day.get(record.day, 0) + 1
    pace = max(by_day.values(), default=1)
    return (remaining, occasions) if remaining > occasions * pace else None
