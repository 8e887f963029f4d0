"""Turns facts of the domain into sentences of one language. Records and the history are told in `telling_records`.

What `status` does without is imported where it is used: the command is called from cron and scripts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol

from xjtui.domain.fields import Choice, Fault, FaultCode, Field, Form
from xjtui.domain.guide import Action, Bar, Gap, Why
from xjtui.domain.plan import Audience, Item, RegistersRule
from xjtui.domain.records import Kind
from xjtui.domain.sheet import Sheet
from xjtui.domain.states import ItemState, Lack, Measure, Missing, Note, Remark, Status
from xjtui.errors import XjtuiError
from xjtui.words.catalogue import Words
from xjtui.words.lacks import Lacking
from xjtui.words.remarks import Noted
from xjtui.words.telling_records import (
    answer_text,
    change_label,
    history_line,
    option_text,
    record_line,
    record_title,
)

__all__ = [
    "action",
    "answer_text",
    "bar",
    "change_label",
    "choice",
    "count",
    "day",
    "due",
    "error",
    "fault",
    "gap",
    "help_text",
    "history_line",
    "how",
    "item_title",
    "join",
    "label",
    "missing",
    "names",
    "note",
    "option_text",
    "plan_problem",
    "progress",
    "record_line",
    "record_title",
    "row_problem",
    "rule",
    "status",
]


class PlanProblem(Protocol):
    """What the reader of plans finds wrong in a file."""

    @property
    def code(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def line(self) -> int | None: ...
    @property
    def facts(self) -> Mapping[str, Any]: ...


class RowProblem(Protocol):
    """What the reader of rosters finds wrong in a row."""

    @property
    def code(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> str: ...
    @property
    def facts(self) -> Mapping[str, Any]: ...


SHOWN = 8
"""So many names are shown before the rest is only counted."""


def day(words: Words, when: date, near: date | None = None) -> str:
    """A date as one says it: 4月15日; with its year where that is not the year of `near`."""
    return words.phrases.day(when, near is not None and near.year != when.year)


def join(words: Words, parts: Iterable[str]) -> str:
    """A list of things: 甲、乙 / a, b."""
    return words.phrases.joiner.join(parts)


def names(words: Words, parts: Iterable[str], most: int = SHOWN) -> str:
    """A list cut after `most`, with the count of all; `most` 0: all of them."""
    listed = list(parts)
    return words.phrases.some(listed[:most] if most else listed, len(listed))


def count(words: Words, number: int, measure: Measure) -> str:
    """A number with its measure word: 12 人, 1 session."""
    return f"{number} {words.terms.measure[measure].of(number)}"


def status(words: Words, state: ItemState) -> str:
    """Mark and word: [~] 进行中."""
    return f"{words.terms.status_mark[state.status]} {words.terms.status[state.status]}"


def progress(words: Words, state: ItemState) -> str:
    """How far an item is: 12/18 人; 无对象 where nobody is concerned."""
    judged = state.judgement
    if state.not_applicable is not None:
        return words.phrases.nobody if state.not_applicable.nobody else words.terms.status[Status.NOT_APPLICABLE]
    if judged.need == 0:
        return words.phrases.nobody
    counted = words.terms.measure[judged.measure]
    if isinstance(state.item.rule, RegistersRule):
        counted = words.terms.registers
    return f"{judged.have}/{judged.need} {counted.of(judged.need)}"


def due(words: Words, state: ItemState, today: date) -> str:
    """When it is due, and how that stands today; '' where there is no date."""
    if state.due is None:
        return ""
    said = words.phrases
    shown = day(words, state.due, today)
    done = state.judgement.satisfied_on
    if state.status is Status.NOT_APPLICABLE:
        return said.due_on(shown)
    if done is not None:
        return said.done_on(day(words, done, today), shown, state.status is Status.MET_LATE)
    if state.item.due.soft:
        return said.advised_by(shown)
    left = (state.due - today).days
    if left < 0:
        return said.past_due(shown, -left)
    return said.through(shown) if state.item.due.continuous else said.due_in(shown, left)


def item_title(words: Words, sheet: Sheet, key: str) -> str:
    """The title of an item; its key where the plan has none such."""
    item = sheet.situation.plan.item(key)
    return item.title.of(words.language) if item else key


def rule(words: Words, item: Item, sheet: Sheet) -> str:
    """What is to be reached under an item, with its figures."""
    from xjtui.words.rules import Ruled

    return words.rule(
        Ruled(
            item.rule,
            lambda key: item_title(words, sheet, key),
            lambda when: day(words, when, sheet.situation.today),
            item.who == {Audience.GROUP},
        )
    )


def _owner(sheet: Sheet, fact: Missing | Note) -> ItemState | None:
    for state in sheet.states:
        if any(one is fact for one in (*state.judgement.missing, *state.judgement.notes)):
            return state
    return None


def missing(words: Words, lack: Missing, sheet: Sheet, most: int = SHOWN) -> str:
    """What is missing, in one clause; long lists of names are cut after `most` (0: not at all)."""
    today = sheet.situation.today
    state = _owner(sheet, lack)
    measure = state.judgement.measure if state else Measure.TIMES
    kind = Kind.SESSION if lack.what is Lack.FIELDS else None
    return words.lack(
        Lacking(
            lack.what,
            lack.count,
            count(words, lack.count, measure),
            names(words, lack.names, most),
            names(words, (text.of(words.language) for text in lack.texts), 0),
            names(words, (item_title(words, sheet, key) for key in lack.items), most),
            join(words, (_label(words, kind, key) for key in lack.fields)),
            day(words, lack.day, today) if lack.day else "",
            lack.reason,
        )
    )


def note(words: Words, noted: Note, sheet: Sheet, most: int = SHOWN) -> str:
    """Something worth noting, in one clause."""
    state = _owner(sheet, noted)
    measure = state.judgement.measure if state else Measure.TIMES
    if noted.what is Remark.CANNOT_BE_MET and state is None:
        measure = Measure.PERSONS
    return words.remark(
        Noted(
            noted.what,
            noted.count,
            noted.limit,
            names(words, noted.names, most),
            day(words, noted.day, sheet.situation.today) if noted.day else "",
            noted.reason,
            words.terms.measure[measure].of(noted.count),
        )
    )


def gap(words: Words, found: Gap) -> str:
    """Why an item comes next: 已逾期 3 天."""
    if found.why is Why.OVERDUE and found.days is not None:
        return words.phrases.overdue_by(-found.days)
    if found.why in (Why.DUE_SOON, Why.NEXT) and found.days is not None and found.days > 0:
        return words.phrases.days_left(found.days)
    return words.terms.why[found.why]


def bar(words: Words, why: Bar) -> str:
    """Why an action is not to be had now."""
    return words.terms.bar[why]


def action(words: Words, found: Action) -> str:
    """What an action enters: the name of its kind of record."""
    return words.terms.kind[found.kind]


def _label(words: Words, kind: Kind | None, key: str) -> str:
    terms = words.terms
    of_kind = terms.fields_of.get(kind, {}) if kind is not None else {}
    return of_kind.get(key) or terms.fields.get(key, key)


def label(words: Words, form: Form, field: Field) -> str:
    """The label of a field: the plan's, else the one for this kind of record, else the general one."""
    if field.label is not None:
        return field.label.of(words.language)
    return _label(words, form.kind, field.key)


def help_text(words: Words, form: Form, field: Field) -> str:
    """What to write in a field; '' for a part that the plan gives no help for."""
    if field.help is not None:
        return field.help.of(words.language)
    of_kind = words.terms.field_help_of.get(form.kind, {})
    return of_kind.get(field.key) or words.terms.field_help.get(field.key, "")


def how(words: Words, field: Field) -> str:
    """How to type an answer of this kind."""
    return words.terms.how[field.kind]


def choice(words: Words, field: Field, chosen: Choice) -> str:
    """The label of a choice."""
    if chosen.text is None:
        return words.terms.choices[field.group][chosen.key]
    return chosen.text if isinstance(chosen.text, str) else chosen.text.of(words.language)


def fault(words: Words, found: Fault, form: Form, sheet: Sheet) -> str:
    """What is wrong with an answer, and how to mend it."""
    from xjtui.words.faults import Mistake

    field = form.field(found.key)
    facts = found.facts
    today = sheet.situation.today
    when = facts.get("day")
    stand = facts.get("stand")
    return words.fault(
        Mistake(
            found.code,
            label(words, form, field) if field else found.key,
            str(facts.get("raw", "")),
            str(facts.get("name", "")),
            day(words, when, today) if isinstance(when, date) else "",
            _known(words, found, form, field),
            words.terms.stand[stand] if stand is not None else "",
            int(facts.get("limit", facts.get("minimum", 0))),
            int(facts.get("length", 0)),
            int(facts.get("issued", 0)),
            int(facts.get("returned", 0)),
            strict=form.kind is Kind.STEP,
        )
    )


def _known(words: Words, found: Fault, form: Form, field: Field | None) -> str:
    match found.code:
        case FaultCode.NOT_A_CHOICE if field is not None:
            return names(words, (choice(words, field, one) for one in field.choices), 12)
        case FaultCode.AMBIGUOUS:
            return join(words, found.facts.get("ids", ()))
        case FaultCode.MARK_UNKNOWN:
            return join(words, words.terms.mark.values())
        case FaultCode.UNKNOWN_FIELD:
            return join(words, found.facts.get("known", ()))
        case _:
            return ""


def error(words: Words, raised: XjtuiError) -> str:
    """An error in one sentence: what, where, how to mend it. A code without a sentence is told with its facts."""
    from xjtui.words.errors import Facts

    own = words.errors.say.get(raised.code)
    if own is not None:
        return own(Facts(raised.facts))
    return words.errors.unknown(raised.code, ", ".join(f"{name} {value}" for name, value in raised.facts.items()))


def plan_problem(words: Words, problem: PlanProblem) -> str:
    """What is wrong in a plan file, where, and how to mend it; the file's name is left to the caller."""
    from xjtui.words.errors import Facts

    said = words.file_problems.plan[problem.code](Facts(problem.facts))
    where = words.file_problems.at(problem.line, problem.place)
    return f"{where}{words.phrases.colon}{said}" if where else said


def row_problem(words: Words, problem: RowProblem, place: bool = True) -> str:
    """What is wrong in a row of a roster; `place`: with line and column."""
    from xjtui.words.errors import Facts

    said = words.file_problems.row[problem.code](Facts(problem.facts))
    return f"{words.file_problems.at(problem.line, problem.column)}{words.phrases.colon}{said}" if place else said
