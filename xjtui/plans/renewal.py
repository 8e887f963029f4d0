"""Next year's plan from this year's: the same file with its dates shifted, and the places whose words name a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from xjtui.domain.plan import Plan
from xjtui.errors import InputError
from xjtui.plans.dates import moved
from xjtui.plans.files import parse
from xjtui.plans.library import PlanLibrary, broken
from xjtui.plans.problems import Path, place_of, printable
from xjtui.plans.reader import PLAN_ID, read_plan
from xjtui.plans.spots import Layout, layout, line_of

FIRST_VERSION = "1"

_MONTH = (
    "January|February|March|April|June|July|August|September|October|November|December"
    "|(?<=\\d )May|(?<=of )May|(?<=in )May|(?<=by )May|May(?= \\d)"
)
_DATE_WORDS = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)"
    r"|[一二][〇○零0一二三四五六七八九]{3}(?=年)"
    r"|(?<!\d)\d{1,2} ?月(?: ?\d{1,2} ?日|[底初末])?"
    r"|十?[一二三四五六七八九十]月(?:[一二三四五六七八九十]{1,3}日|[底初末])?"
    rf"|(?:\d{{1,2}} )?\b(?:{_MONTH})\b(?: \d{{1,2}}\b)?"
)
"""Years, and days or months as Chinese and English texts write them."""

_TECHNICAL = ("id", "version")


@dataclass(frozen=True, slots=True)
class Mention:
    """A text or comment of the new plan that names a date; `words` are those that do. `place` is '' for a comment."""

    place: str
    line: int | None
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewPlan:
    """The text of a new plan file (write it as UTF-8), the plan it holds, and what a person should look at."""

    text: str
    plan: Plan
    mentions: tuple[Mention, ...]


def new_from(
    library: PlanLibrary, id: str, start: date, new_id: str | None = None, version: str | None = None
) -> NewPlan:
    """A plan file like that of `id`, whose phase starts on `start`.

    Every date in it moves by the same number of days; relative dates, comments and layout stay as they are.
    InputError `plan_id_form` (id), `plan_id_taken` (id), `plan_start` (start) beyond the calendar's end, `plan_layout`
    (place) where the text around a value is not understood; and those of `PlanLibrary.get`.
    """
    data = library.source(id, version)
    old, problems = read_plan(data, id)
    if old is None:
        raise broken(id, problems)
    chosen = new_id or renamed(id, old.start.year, start.year)
    if PLAN_ID.fullmatch(chosen) is None:
        raise InputError("plan_id_form", id=chosen)
    if chosen in library.ids():
        raise InputError("plan_id_taken", id=chosen)
    text = parse(data).text.replace("\r\n", "\n")
    text = _rewritten(text, (start - old.start).days, chosen, start)
    plan, problems = read_plan(text.encode(), chosen)
    if plan is None:
        raise broken(chosen, problems)
    return NewPlan(text, plan, mentions(text))


def renamed(id: str, old_year: int, new_year: int) -> str:
    """The id with its year changed, or with the new year put behind it."""
    if str(old_year) in id:
        return id.replace(str(old_year), f"{new_year:04}")
    return f"{id}-{new_year:04}"


def _rewritten(text: str, days: int, id: str, start: date) -> str:
    changes: list[tuple[int, int, str]] = []
    spots = layout(text).spots
    document = parse(text.encode()).document
    for path, value in _leaves((), document):
        spot = spots.get(path)
        if spot is None:
            raise InputError("plan_layout", place=place_of(path, document))
        if path == ("id",):
            changes.append((spot.start, spot.end, f'"{id}"'))
        elif path == ("version",):
            changes.append((spot.start, spot.end, f'"{FIRST_VERSION}"'))
        elif isinstance(value, date) and not isinstance(value, datetime):
            day = moved(value, days)
            if day is None:
                raise InputError("plan_start", start=start)
            changes.append((spot.start, spot.end, day.isoformat()))
    for begin, end, new in sorted(changes, reverse=True):
        text = text[:begin] + new + text[end:]
    return text


def mentions(text: str) -> tuple[Mention, ...]:
    """The texts and comments of a plan file that name a date, in the order of the file."""
    where: Layout = layout(text)
    document = parse(text.encode()).document
    found = []
    for path, value in _leaves((), document):
        if isinstance(value, str) and path[-1] not in _TECHNICAL and (words := _words(value)):
            found.append(Mention(place_of(path, document), line_of(where.spots, path), printable(value), words))
    for line, comment in where.comments:
        if words := _words(comment):
            found.append(Mention("", line, printable(comment), words))
    return tuple(sorted(found, key=lambda mention: mention.line or 0))


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.group().strip() for match in _DATE_WORDS.finditer(text)))


def _leaves(path: Path, value: object) -> Iterator[tuple[Path, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves((*path, key), inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _leaves((*path, index), inner)
    else:
        yield path, value
