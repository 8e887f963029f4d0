"""Where a unit stands, or many: stages, items, what comes next; as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from xjtui.domain.guide import Gap, next_gap
from xjtui.domain.plan import Plan
from xjtui.domain.sheet import Sheet, tally
from xjtui.domain.states import GRAVE, Status, Tally
from xjtui.report.facts import (
    Json,
    gap_json,
    iso,
    note_json,
    state_json,
    tally_json,
    tally_status,
    unit_json,
)
from xjtui.report.table import STATUS_STYLE, Style, cells, cut, pad, paint, safe, wrap
from xjtui.words import Words, tell

SCHEMA = "xjtui.status/1"
NAMES = 20
"""Cells for a unit's name in the overview, at most."""


def status_text(sheets: Sequence[Sheet], words: Words, *, width: int | None = 80, colour: bool = False) -> str:
    """One unit in full, or a line for each of several. `width` None: no line is cut, as befits a pipe."""
    if not sheets:
        return words.reports.no_units
    if len(sheets) == 1:
        return _one(sheets[0], words, width, colour)
    blocks = []
    plans: dict[tuple[str, str], list[Sheet]] = {}
    for sheet in sheets:
        plan = sheet.situation.plan
        plans.setdefault((plan.id, plan.version), []).append(sheet)
    for group in plans.values():
        blocks.append(_many(group, words, width, colour))
    return "\n\n".join(blocks)


def _days(sheet: Sheet, words: Words) -> str:
    situation = sheet.situation
    return words.reports.phase_days((situation.plan.end - situation.today).days)


def _tally(counted: Tally, words: Words) -> str:
    return words.reports.tally(counted.done, counted.of, counted.overdue, counted.late)


def _cell(counted: Tally, words: Words) -> str:
    if counted.of == 0:
        return words.terms.status_mark[Status.NOT_APPLICABLE]
    return f"{words.terms.status_mark[tally_status(counted)]}{counted.done}/{counted.of}"


def next_text(sheet: Sheet, gap: Gap, words: Words) -> str:
    """What comes next in one line: the item, why, what is missing."""
    title = gap.state.item.title.of(words.language)
    return safe(words.reports.next_step(title, tell.gap(words, gap), tell.missing(words, gap.missing, sheet)))


def _one(sheet: Sheet, words: Words, width: int | None, colour: bool) -> str:
    situation = sheet.situation
    today = situation.today
    head = f"{situation.unit.name} · {situation.plan.phase.of(words.language)}"
    when = f"{tell.day(words, today)}  {_days(sheet, words)}  {_tally(sheet.total, words)}"
    lines = [paint(safe(head), Style.BOLD, colour), when]
    rows = []
    for n, stage in enumerate(sheet.stages(), 1):
        states = sheet.of_stage(stage.key)
        counted = tally(states)
        rows.append(((n, stage, counted), states))
    titles = [safe(state.item.title.of(words.language)) for state in sheet.states]
    progress = [tell.progress(words, state) for state in sheet.states]
    title_width = max((cells(title) for title in titles), default=0)
    progress_width = max((cells(text) for text in progress), default=0)
    state_width = max((cells(words.terms.status[state.status]) for state in sheet.states), default=0)
    for (n, stage, counted), states in rows:
        lines.append("")
        cell = _cell(counted, words)
        style = STATUS_STYLE[tally_status(counted)]
        lines.append(paint(f"{n} {safe(stage.title.of(words.language))}  {cell}", style or Style.BOLD, colour))
        for state in states:
            mark = words.terms.status_mark[state.status]
            word = pad(words.terms.status[state.status], state_width)
            title = pad(safe(state.item.title.of(words.language)), title_width)
            far = pad(tell.progress(words, state), progress_width)
            head = f"  {mark} {title}  {far} {word} "
            due = tell.due(words, state, today) if state.applicable else ""
            line = head + due if width is None else head + cut(due, max(0, width - cells(head)))
            lines.append(paint(line.rstrip(), STATUS_STYLE[state.status], colour))
    lines.append("")
    gap = next_gap(sheet)
    said = next_text(sheet, gap, words) if gap else words.reports.nothing_missing
    lines += _wrapped(f"{words.reports.next}{words.phrases.colon}{said}", width)
    warnings = [note for note in sheet.notes if note.what in GRAVE]
    for note in warnings:
        line = f"{words.reports.hints}{words.phrases.colon}{tell.note(words, note, sheet)}"
        lines += [paint(part, Style.YELLOW, colour) for part in _wrapped(safe(line), width)]
    return "\n".join(lines)


def _wrapped(line: str, width: int | None) -> list[str]:
    return [line] if width is None else wrap(line, width, "  ")


def _stages(sheets: Sequence[Sheet], plan: Plan) -> list[str]:
    used = {stage.key for sheet in sheets for stage in sheet.stages()}
    return [stage.key for stage in plan.stages if stage.key in used]


def _many(sheets: Sequence[Sheet], words: Words, width: int | None, colour: bool) -> str:
    plan = sheets[0].situation.plan
    keys = _stages(sheets, plan)
    says = words.reports
    head = [says.unit, says.done, says.overdue, *(plan.stage(key).short.of(words.language) for key in keys)]
    rows = []
    for sheet in sheets:
        total = sheet.total
        cell = {key: _cell(tally(sheet.of_stage(key)), words) for key in keys}
        rows.append(
            [
                safe(sheet.situation.unit.name),
                f"{total.done}/{total.of}",
                str(total.overdue) if total.overdue else "",
                *(cell[key] for key in keys),
            ]
        )
    widths = [max(cells(row[n]) for row in [head, *rows]) for n in range(len(head))]
    if width is not None:
        widths[0] = min(widths[0], NAMES)
        widths[3:] = _narrowed(widths, rows, width)
    gaps = [next_gap(sheet) for sheet in sheets]
    joint = "  "
    if width is not None and width - sum(widths) - 2 * len(widths) < 12:
        joint = " "
    left = None if width is None else width - sum(widths) - len(joint) * len(widths)
    plan_line = (
        f"{plan.phase.of(words.language)}  {tell.day(words, sheets[0].situation.today)}  {_days(sheets[0], words)}"
    )
    lines = [paint(safe(plan_line), Style.BOLD, colour)]
    with_next = left is None or left >= 8
    first = joint.join(pad(cell, widths[n]) for n, cell in enumerate(head))
    lines.append(paint((f"{first}{joint}{says.next}" if with_next else first).rstrip(), Style.DIM, colour))
    for sheet, row, gap in zip(sheets, rows, gaps, strict=True):
        shown = [pad(cell, widths[n], right=n == 2) for n, cell in enumerate(row)]
        style = STATUS_STYLE[tally_status(sheet.total)]
        shown[0] = paint(shown[0], style, colour)
        line = joint.join(shown)
        if with_next:
            title = safe(gap.state.item.title.of(words.language)) if gap else "-"
            line += joint + (title if left is None else cut(title, left))
        lines.append(line.rstrip())
    return "\n".join(lines)


def _narrowed(widths: Sequence[int], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The widths of the stages' columns: headings give way as far as they must, the cells themselves never."""
    needed = [max(cells(row[n]) for row in rows) for n in range(3, len(widths))]
    narrowed: list[int] = []
    for limit in (99, 8, 7, 6, 5, 4):
        narrowed = [max(least, min(wide, limit)) for least, wide in zip(needed, widths[3:], strict=True)]
        if sum(widths[:3]) + sum(narrowed) + len(widths) <= width:
            break
    return narrowed


def status_json(sheets: Sequence[Sheet], words: Words) -> Json:
    """All of it; the schema is described in docs/commands-json.md."""
    return {"schema": SCHEMA, "language": words.language, "units": [_unit(sheet, words) for sheet in sheets]}


def _unit(sheet: Sheet, words: Words) -> Json:
    situation = sheet.situation
    met, applicable = sheet.weighted
    return {
        **unit_json(sheet, words),
        "today": iso(situation.today),
        "phase_end": iso(situation.plan.end),
        "total": {**tally_json(sheet.total), "weight_met": met, "weight_of": applicable},
        "last_activity": iso(sheet.last_activity),
        "stages": [
            {
                "key": stage.key,
                "title": stage.title.of(words.language),
                "status": tally_status(tally(sheet.of_stage(stage.key))).value,
                **tally_json(tally(sheet.of_stage(stage.key))),
            }
            for stage in sheet.stages()
        ],
        "items": [state_json(state, sheet, words) for state in sheet.states],
        "next": gap_json(next_gap(sheet), sheet, words),
        "notes": [note_json(note, sheet, words) for note in sheet.notes],
    }
