"""Everything about one item as lines for the panel at the right of the guide. No widget, no deciding: facts put in order."""

from __future__ import annotations

from screens.widgets.lines import Line, Tone, line, width
from xjtui.domain.guide import Bar, actions, gap_of
from xjtui.domain.plan import Basis
from xjtui.domain.records import Kind
from xjtui.domain.sheet import Sheet
from xjtui.domain.states import GRAVE, ItemState, Status
from xjtui.domain.text import Text
from xjtui.words import Words, tell

TONE_OF: dict[Status, Tone] = {
    Status.NOT_STARTED: "",
    Status.IN_PROGRESS: "note",
    Status.MET: "good",
    Status.MET_LATE: "good",
    Status.OVERDUE: "bad",
    Status.NOT_APPLICABLE: "weak",
}
"""Colour comes after mark and word."""

LAST = 4
"""So many of the newest records are shown."""


def detail(words: Words, sheet: Sheet, state: ItemState, cells: int, draft: str = "") -> list[Line]:
    """The panel's lines, to be wrapped to `cells`; `draft` tells of an unfinished form."""
    language, w = words.language, words.screen.guide
    item = state.item
    lines: list[Line] = [line((item.title.of(language), "head"))]
    lines.append(line(item.requirement.of(language)))
    source = f"{w.clause} {item.clause.of(language)}"
    if item.basis is Basis.INFERRED:
        said = f"{words.phrases.colon}{item.inferred.of(language)}" if item.inferred else ""
        lines.append(line((source + words.phrases.comma, "dim"), (f"{w.inferred}{said}", "dim")))
    else:
        lines.append(line((source, "dim")))
    lines.append(())
    lines.extend(_standing(words, sheet, state, cells))
    lines.extend(_open_points(words, sheet, state))
    lines.extend(_records(words, sheet, state))
    if draft:
        lines += [(), line(("* ", "key"), (draft, "note"))]
    lines.extend(_next(words, sheet, state))
    return lines


def _standing(words: Words, sheet: Sheet, state: ItemState, cells: int) -> list[Line]:
    w = words.screen.guide
    head = line((tell.status(words, state), TONE_OF[state.status]))
    due = tell.due(words, state, sheet.situation.today) if state.applicable else ""
    if due and state.item.due.basis is Basis.INFERRED:
        due += w.inferred_due
    found: list[Line] = [head]
    if due:
        joined = (*head, ("  ", ""), *line(due))
        found = [joined] if width(joined) <= cells else [head, line(due)]
    if not state.applicable and state.not_applicable is not None:
        why = state.not_applicable
        reason = why.reason.of(words.language) if isinstance(why.reason, Text) else why.reason
        if why.approver:
            reason += words.phrases.comma + w.approved_by(sheet.situation.name(why.approver))
        return [*found, line(reason)] if reason else found
    return [*found, bar(tell.progress(words, state), state.judgement.have, state.judgement.need, cells)]


def bar(label: str, have: int, need: int, cells: int) -> Line:
    """[######....] 12/18: signs that every terminal has, as wide everywhere."""
    room = max(6, min(24, cells - 28))
    if need <= 0:
        return line(label)
    full = min(room, room * have // need)
    return line(("[", "dim"), ("#" * full, "good"), ("." * (room - full), "weak"), ("] ", "dim"), label)


def _open_points(words: Words, sheet: Sheet, state: ItemState) -> list[Line]:
    found: list[Line] = []
    if state.applicable and not state.satisfied and state.judgement.missing:
        found.append(())
        for n, lack in enumerate(state.judgement.missing):
            lead = words.screen.guide.missing if n == 0 else " " * width(line(words.screen.guide.missing))
            found.append(line((f"{lead} ", "head"), tell.missing(words, lack, sheet, 12)))
    for note in state.judgement.notes:
        grave = note.what in GRAVE
        found.append(
            line(
                ("! " if grave else "i ", "warn" if grave else "dim"),
                (tell.note(words, note, sheet), "warn" if grave else "dim"),
            )
        )
    return found


def _records(words: Words, sheet: Sheet, state: ItemState) -> list[Line]:
    situation, w = sheet.situation, words.screen.guide
    records = [record for record in situation.under(state.item.key) if record.kind is not Kind.WAIVER]
    if not records:
        return []
    newest = sorted(records, key=lambda record: (record.day, record.entered), reverse=True)
    found: list[Line] = [(), line((w.records, "head"))]
    for record in newest[:LAST]:
        found.append(line((tell.record_line(words, record, situation), "")))
    if len(newest) > LAST:
        found.append(line((w.more_records(len(newest) - LAST), "dim")))
    return found


def _next(words: Words, sheet: Sheet, state: ItemState) -> list[Line]:
    w = words.screen.guide
    gap = gap_of(sheet, state.item.key)
    if gap is None:
        return []
    found: list[Line] = [()]
    if gap.action is not None:
        kind = tell.action(words, gap.action)
        said = w.to_edit(kind) if gap.action.record else w.to_answer(kind) if gap.action.about else w.to_enter(kind)
        found.append(
            line((f"{w.next_step} ", "head"), ("Enter ", "key"), f"{said}{words.phrases.comma}{tell.gap(words, gap)}")
        )
    elif gap.blocked_by:
        titles = [tell.item_title(words, sheet, key) for key in gap.blocked_by]
        found.append(line((f"{w.next_step} ", "head"), words.phrases.blocked(tell.names(words, titles))))
    elif any(action.bar is Bar.DERIVED for action in actions(sheet, state.item.key)):
        found.append(line((w.derived, "dim")))
    if state.item.help is not None:
        found.append(line((f"{w.how_to} ", "head"), (state.item.help.of(words.language), "dim")))
    return found
