"""Reads a whole plan file into a `Plan`, or says everything that is wrong with it at once."""

from __future__ import annotations

import hashlib
import pathlib
import re
from datetime import date

from xjtui.domain.plan import Plan, Stage, UnitKind
from xjtui.domain.text import Text
from xjtui.errors import InputError
from xjtui.plans.dates import Calendar, read_day
from xjtui.plans.files import Parsed, parse, read_bytes
from xjtui.plans.items import Known, check_width, drafts, read_item
from xjtui.plans.problems import Code, Problem, is_broken, place_of, printable
from xjtui.plans.rules import read_key
from xjtui.plans.tables import HUGE, Notebook, Table

FORMAT = 1
PLAN_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A code of BCP 47, such as `zh`, `en` or `zh-Hant`."""

SHORT_CELLS, SHORT_LETTERS = 4, 9
"""What a stage's short name has room for above the list: two Chinese characters, or so many letters."""

_NOTHING = Text({})


def load_plan(source: pathlib.Path | str | bytes) -> Plan:
    """The plan in a file, or in its bytes.

    InputError `plan_broken` (place, problems) where it cannot be used, RefusedError `plan_unreadable` (place, reason).
    """
    data, where = (source, "") if isinstance(source, bytes) else (read_bytes(pathlib.Path(source)), str(source))
    plan, problems = read_plan(data, where)
    if plan is None:
        raise InputError("plan_broken", place=where, problems=problems)
    return plan


def check_file(path: pathlib.Path) -> tuple[Plan | None, tuple[Problem, ...]]:
    """The plan in a file (None where it cannot be used) and all its problems. RefusedError `plan_unreadable`."""
    return read_plan(read_bytes(path), str(path))


def read_plan(data: bytes, where: str) -> tuple[Plan | None, tuple[Problem, ...]]:
    """The plan (None where it cannot be used) and all problems in the order of the file; `where` names the file."""
    parsed = parse(data, where)
    if parsed.problem is not None:
        return None, (parsed.problem,)
    book = Notebook()
    try:
        plan = _plan(Table(parsed.document, (), book), hashlib.sha256(data).hexdigest())
    except RecursionError:
        return None, (Problem(Code.FILE_NESTING, where),)
    problems = _located(book, parsed, where) if book.found else ()
    return (None if is_broken(problems) else plan), problems


def _located(book: Notebook, parsed: Parsed, where: str) -> tuple[Problem, ...]:
    from xjtui.plans.spots import layout, line_of  # only a faulty file needs its lines

    spots = layout(parsed.text).spots
    problems = [
        Problem(code, where, place_of(path, parsed.document), line_of(spots, path), facts)
        for code, path, facts in book.found
    ]
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))


def _plan(root: Table, digest: str) -> Plan:
    _format(root)
    root.book.languages = languages = _languages(root)
    plan_id = _formed(root, "id", PLAN_ID)
    version = _formed(root, "version", VERSION)
    start, end, calendar_start, calendar_end = _phase(root)
    kinds = _kinds(root)
    stages = _stages(root)
    found = drafts(root.tables("items", required=True))
    calendar = Calendar(calendar_start, calendar_end, {draft.name: draft.due for draft in found}, root.book)
    known = Known(
        tuple(draft.key for draft in found if draft.key),
        tuple(stage.key for stage in stages),
        tuple(kind.key for kind in kinds),
    )
    items = tuple(item for draft in found if (item := read_item(draft, known, calendar)) is not None)
    _check_stages(root, stages, {str(draft.table.data.get("stage")) for draft in found})
    _check_replaced(found_tables=tuple(draft.table for draft in found))
    plan = Plan(
        id=plan_id,
        version=version,
        digest=digest,
        title=root.text("title", required=True) or _NOTHING,
        phase=root.text("phase", required=True) or _NOTHING,
        next_phase=root.text("next_phase", required=True) or _NOTHING,
        issuer=root.text("issuer", required=True) or _NOTHING,
        office=root.text("office", required=True) or _NOTHING,
        languages=languages,
        start=start,
        end=end,
        stages=stages,
        items=items,
        kinds=kinds,
        soft_end=root.flag("soft_end"),
    )
    root.done()
    return plan


def _format(root: Table) -> None:
    found = root.number("format", FORMAT, -HUGE, HUGE)
    if found != FORMAT:
        root.note(Code.FORMAT_UNKNOWN, "format", found=found, known=FORMAT)


def _languages(root: Table) -> tuple[str, ...]:
    found = []
    for language in root.strings("languages", required=True):
        if LANGUAGE.fullmatch(language) is None:
            root.note(Code.LANGUAGE_FORM, "languages", value=printable(language))
        elif language == "key":
            root.note(Code.KEY_RESERVED, "languages", value=language)
        else:
            found.append(language)
    if not found and isinstance(title := root.data.get("title"), dict):
        # The file is faulty already; the title's languages spare the reader one more fault for each text.
        return tuple(title)
    return tuple(found)


def _formed(root: Table, key: str, form: re.Pattern[str]) -> str:
    value = root.string(key, required=True)
    if root.has(key) and isinstance(root.data[key], str) and form.fullmatch(value) is None:
        root.note(Code.KEY_FORM, key, value=printable(value), form=key)
    return value


def _phase(root: Table) -> tuple[date, date, date, date]:
    """The phase, and the days all dates must lie between: no bounds while the phase itself is not known."""
    start, end = read_day(root, "start", required=True), read_day(root, "end", required=True)
    if start is not None and end is not None and start <= end:
        return start, end, start, end
    if start is not None and end is not None:
        root.note(Code.END_BEFORE_START, "end", start=start, end=end)
    return date.min, date.max, date.min, date.max


def _kinds(root: Table) -> tuple[UnitKind, ...]:
    found = []
    seen: set[str] = set()
    for table in root.tables("kinds"):
        found.append(UnitKind(read_key(table, seen), table.languages()))
        table.done()
    return tuple(found)


def _stages(root: Table) -> tuple[Stage, ...]:
    found = []
    seen: set[str] = set()
    for table in root.tables("stages", required=True):
        key, title = read_key(table, seen), table.text("title", required=True) or _NOTHING
        short = table.text("short", required=True) or _NOTHING
        check_width(table, "short", short, SHORT_CELLS, SHORT_LETTERS)
        table.done()
        found.append(Stage(key, title, short))
    return tuple(found)


def _check_stages(root: Table, stages: tuple[Stage, ...], used: set[str]) -> None:
    for number, stage in enumerate(stages):
        if stage.key and stage.key not in used:
            root.note(Code.STAGE_UNUSED, "stages", number, stage=stage.key)


def _check_replaced(found_tables: tuple[Table, ...]) -> None:
    """An old key may go on in one item only: its records cannot be divided."""
    seen: set[str] = set()
    for table in found_tables:
        written = table.data.get("replaces")
        keys = [written] if isinstance(written, str) else written if isinstance(written, list) else []
        for key in dict.fromkeys(entry for entry in keys if isinstance(entry, str)):
            if key in seen:
                table.note(Code.DUPLICATE, "replaces", value=printable(key))
            seen.add(key)
