"""Where the status of one item comes from: clause, rule, records counted, what is missing; as text and as JSON."""

from __future__ import annotations

from xjtui.domain.guide import gap_of
from xjtui.domain.plan import Basis
from xjtui.domain.sheet import Sheet
from xjtui.domain.states import ItemState, Status
from xjtui.errors import InputError
from xjtui.report.facts import Json, gap_json, iso, not_applicable_text, record_json, state_json, unit_json
from xjtui.report.table import STATUS_STYLE, Style, cells, pad, paint, safe, wrap
from xjtui.words import Words, tell

SCHEMA = "xjtui.explain/1"


def find_state(sheet: Sheet, key: str) -> ItemState:
    """The state of an item by its key. InputError where the unit's checklist has none such."""
    item = sheet.situation.plan.item(key)
    state = sheet.state(item.key) if item else None
    if state is None:
        from difflib import get_close_matches

        known = [state.item.key for state in sheet.states]
        raise InputError("item_unknown", item=key, near=get_close_matches(key, known, n=3), known=known)
    return state


def _basis(words: Words, state: ItemState) -> str:
    item = state.item
    said = words.terms.basis[item.basis]
    if item.inferred is not None:
        return f"{said}{words.phrases.colon}{item.inferred.of(words.language)}"
    return said


def _due(words: Words, sheet: Sheet, state: ItemState) -> str:
    due = state.item.due
    parts = [tell.due(words, state, sheet.situation.today)]
    if due.before_first:
        titles = tell.join(words, (tell.item_title(words, sheet, key) for key in due.before_first if sheet.state(key)))
        parts.append(words.reports.before_first(titles))
    if due.basis is Basis.INFERRED:
        parts.append(words.reports.inferred_day)
    return words.reports.semicolon.join(part for part in parts if part)


def derivation(words: Words, sheet: Sheet, state: ItemState) -> str:
    """How the status follows from the records and the date."""
    today = sheet.situation.today
    done = state.judgement.satisfied_on
    return words.reports.derived(
        state.status,
        tell.day(words, done, today) if done else "",
        tell.day(words, state.due, today) if state.due else "",
        state.item.due.soft,
    )


def _why_not(words: Words, sheet: Sheet, state: ItemState) -> str:
    why = state.not_applicable
    if why is None:
        return ""
    approver = sheet.situation.name(why.approver) if why.approver else ""
    reason = not_applicable_text(why, words)
    ending = words.reports.approved_by(approver) if approver else ("" if why.nobody else words.reports.by_plan)
    return words.phrases.comma.join(part for part in (reason, ending) if part)


def explain_text(sheet: Sheet, key: str, words: Words, *, width: int | None = 80, colour: bool = False) -> str:
    """Everything about one item. InputError for an item that is not on the unit's checklist."""
    state = find_state(sheet, key)
    item, judged, says = state.item, state.judgement, words.reports
    situation = sheet.situation
    status = f"{tell.status(words, state)}{words.phrases.colon}{derivation(words, sheet, state)}"
    rows = [
        (says.clause, [item.clause.of(words.language)]),
        (says.requirement, [item.requirement.of(words.language)]),
        (says.rule, [tell.rule(words, item, sheet)]),
        (says.basis, [_basis(words, state)]),
        (says.due, [_due(words, sheet, state)] if state.applicable else []),
        (says.progress, [tell.progress(words, state)] if state.applicable else []),
        (says.status, [status]),
        (says.not_applicable, [_why_not(words, sheet, state)] if not state.applicable else []),
        (says.missing, [tell.missing(words, lack, sheet, 0) for lack in judged.missing] if state.applicable else []),
        (says.notes, [tell.note(words, note, sheet, 0) for note in judged.notes]),
        (says.counted, [_counted(words, sheet, record) for record in judged.counted]),
    ]
    label_width = max(cells(label) for label, _ in rows) + 2
    lines = [paint(safe(f"{situation.unit.name} · {item.title.of(words.language)}"), Style.BOLD, colour), ""]
    for label, values in rows:
        for n, value in enumerate(value for value in values if value):
            head = pad("" if n else label, label_width)
            style = STATUS_STYLE[state.status] if label == says.status and state.status is not Status.MET else None
            full = head + safe(value)
            parts = [full] if width is None else wrap(full, width, " " * label_width)
            lines += [paint(part, style, colour) for part in parts]
    return "\n".join(lines)


def _counted(words: Words, sheet: Sheet, record_id: str) -> str:
    record = sheet.situation.record(record_id)
    if record is None:
        return record_id
    return f"{tell.record_line(words, record, sheet.situation)}  ({record.id})"


def explain_json(sheet: Sheet, key: str, words: Words) -> Json:
    """The same as data; the schema is described in docs/commands-json.md. InputError as of `explain_text`."""
    state = find_state(sheet, key)
    item = state.item
    found = (sheet.situation.record(record) for record in state.judgement.counted)
    return {
        "schema": SCHEMA,
        "language": words.language,
        "today": iso(sheet.situation.today),
        "unit": unit_json(sheet, words),
        "item": state_json(state, sheet, words),
        "clause": item.clause.of(words.language),
        "requirement": item.requirement.of(words.language),
        "rule": tell.rule(words, item, sheet),
        "inferred": item.inferred.of(words.language) if item.inferred else "",
        "derivation": derivation(words, sheet, state),
        "counted": [record_json(record, sheet.situation, words) for record in found if record],
        "next": gap_json(gap_of(sheet, item.key), sheet, words),
    }
