"""The look-back as rows: what is to be rated, what was rated and whether it still holds, a comment to begin with."""

from __future__ import annotations

from dataclasses import dataclass

from screens.detail import TONE_OF, bar
from screens.widgets.lines import Line, line
from xjtui.domain.plan import RatingsRule
from xjtui.domain.records import Record
from xjtui.domain.rules.review import latest_ratings, to_rate
from xjtui.domain.sheet import Sheet
from xjtui.domain.states import GRAVE, ItemState
from xjtui.words import Words, tell

RECORDS = 5
"""So many of the newest records are shown beside an item."""


@dataclass(frozen=True, slots=True)
class Due:
    """An item to rate, with its latest rating. `stale`: records that count were entered after it."""

    state: ItemState
    rating: Record | None
    stale: bool


def look_back_item(sheet: Sheet) -> ItemState | None:
    """The item that asks for the look-back."""
    return next((state for state in sheet.states if isinstance(state.item.rule, RatingsRule)), None)


def due_items(sheet: Sheet) -> tuple[Due, ...]:
    """Every item the look-back must rate, in the plan's order."""
    asking = look_back_item(sheet)
    if asking is None or not isinstance(asking.item.rule, RatingsRule):
        return ()
    ratings = latest_ratings(sheet.situation, asking.item.key)
    found = []
    for item in to_rate(sheet.situation, asking.item.rule):
        state = sheet.state(item.key)
        if state is not None:
            rating = ratings.get(item.key)
            found.append(Due(state, rating, rating is not None and _changed_since(sheet, state, rating)))
    return tuple(found)


def _changed_since(sheet: Sheet, state: ItemState, rating: Record) -> bool:
    counted = (sheet.situation.record(key) for key in state.judgement.counted)
    return any(record is not None and record.entered > rating.entered for record in counted)


def suggestion(words: Words, sheet: Sheet, state: ItemState) -> str:
    """The start of a comment: how it stands, how much, what is missing. The person finishes it."""
    judged = state.judgement
    much = tell.count(words, judged.have, judged.measure) if state.satisfied else tell.progress(words, state)
    lack = tell.missing(words, judged.missing[0], sheet, 3) if judged.missing and not state.satisfied else ""
    return words.screen.more.look_back.suggested(words.terms.status[state.status], much, lack)


def told(words: Words, sheet: Sheet, due: Due, cells: int) -> list[Line]:
    """The item as the records show it, and its rating, in lines to be wrapped to `cells`."""
    said, situation, state = words.screen.more.look_back, sheet.situation, due.state
    lines = [line((state.item.title.of(words.language), "head")), line(state.item.requirement.of(words.language)), ()]
    lines.append(line((tell.status(words, state), TONE_OF[state.status])))
    if when := tell.due(words, state, situation.today):
        lines.append(line(when))
    lines.append(bar(tell.progress(words, state), state.judgement.have, state.judgement.need, cells))
    if not state.satisfied:
        lines += [line((tell.missing(words, lack, sheet), "warn")) for lack in state.judgement.missing]
    lines += [line((f"! {tell.note(words, n, sheet)}", "warn")) for n in state.judgement.notes if n.what in GRAVE]
    if due.rating is not None:
        rating = words.terms.choices["rating"].get(due.rating.text("rating"), "")
        day = tell.day(words, due.rating.day, situation.today)
        lines += [(), line((said.rated(rating, day, due.rating.text("comment")), "note"))]
        if due.stale:
            lines.append(line((f"! {said.stale}", "warn")))
    if counted := [r for key in state.judgement.counted if (r := situation.record(key)) is not None]:
        lines += [(), line((said.records(len(counted)), "dim"))]
        newest = sorted(counted, key=lambda record: (record.day, record.entered), reverse=True)
        lines += [line(tell.record_line(words, record, situation)) for record in newest[:RECORDS]]
    return lines
