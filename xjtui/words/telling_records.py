"""A record in one line, the value of one of its fields, and the history: who changed what when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import assert_never

from xjtui.domain.attendance import HERE, Mark, attendance
from xjtui.domain.changes import Entry
from xjtui.domain.fields import Field, FieldKind
from xjtui.domain.opinions import speaker
from xjtui.domain.plan import (
    Aspect,
    ChannelsRule,
    ConfirmationsRule,
    CountRule,
    CoverageRule,
    DocumentRule,
    Option,
    Plan,
    ReportsRule,
    SessionsRule,
    TopicsRule,
    VarietyRule,
    VisitsRule,
)
from xjtui.domain.problems import life
from xjtui.domain.records import Kind, Record
from xjtui.domain.situation import Situation
from xjtui.words.catalogue import Words

SEPARATOR = " · "


def _options(plan: Plan, item: str) -> Iterator[Option | Aspect]:
    found = plan.item(item)
    if found is None:
        return
    match found.rule:
        case DocumentRule() | SessionsRule() | ConfirmationsRule() | ReportsRule() as rule:
            yield from rule.parts
        case CoverageRule() as rule:
            yield from rule.aspects
        case VarietyRule() | CountRule() | ChannelsRule() as rule:
            yield from rule.options
        case TopicsRule() as rule:
            yield from rule.topics
        case VisitsRule() as rule:
            yield from rule.audiences
        case _:
            return


def option_text(words: Words, plan: Plan, item: str, key: str) -> str:
    """What an item's option, part, aspect, topic or audience is called; its key where the plan has none such."""
    if key == "other":
        return words.terms.choices["other"]["other"]
    return next((o.text.of(words.language) for o in _options(plan, item) if o.key == key), key)


def _form(words: Words, situation: Situation, record: Record, key: str) -> str:
    chosen = record.text(key)
    if chosen == "other" and record.text("other"):
        return record.text("other")
    return option_text(words, situation.plan, record.item, chosen) if chosen else ""


def _title(words: Words, record: Record, key: str = "title") -> str:
    return words.phrases.title(record.text(key)) if record.text(key) else ""


def _one_line(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _day(words: Words, situation: Situation, day: date) -> str:
    return words.phrases.day(day, day.year != situation.today.year)


def _presence(words: Words, situation: Situation, record: Record) -> str:
    taken = attendance(situation, record)
    return words.phrases.attended(len(taken.present), len(taken.should)) if taken else ""


def record_title(words: Words, record: Record, situation: Situation) -> str:
    """Who and what of a record, without its date."""
    parts = _parts(words, record, situation)
    said = SEPARATOR.join(_one_line(part) for part in parts if part)
    return said or words.terms.kind[record.kind]


def record_line(words: Words, record: Record, situation: Situation) -> str:
    """A record in one line: date · who or what · how much; voided and later-entered ones are marked."""
    marks = []
    if record.voided is not None:
        marks.append(words.phrases.voided)
    if record.entered_later:
        marks.append(words.phrases.entered_later)
    line = SEPARATOR.join((_day(words, situation, record.day), record_title(words, record, situation)))
    return f"{line} [{words.phrases.joiner.join(marks)}]" if marks else line


def _parts(words: Words, record: Record, situation: Situation) -> tuple[str, ...]:
    chosen = words.terms.choices
    match record.kind:
        case Kind.DOCUMENT | Kind.REPORT:
            return (_title(words, record) or words.terms.kind[record.kind],)
        case Kind.SESSION:
            return (record.text("theme"), _presence(words, situation, record))
        case Kind.CONFIRMATION:
            return (option_text(words, situation.plan, record.item, record.text("part")), _title(words, record, "text"))
        case Kind.LECTURE:
            return (situation.name(record.text("lecturer")), _title(words, record))
        case Kind.LEAD:
            aspects = (option_text(words, situation.plan, record.item, key) for key in record.names("aspects"))
            return (situation.name(record.text("member")), words.phrases.joiner.join(aspects), record.text("text"))
        case Kind.FILING:
            return (_title(words, record), situation.name(record.text("filed_by")))
        case Kind.PUBLICITY:
            return (_form(words, situation, record, "form"), record.text("title"))
        case Kind.PIECE:
            author = situation.name(record.text("author"))
            return (_form(words, situation, record, "form"), author, _title(words, record))
        case Kind.IDEA | Kind.OPINION:
            who = words.phrases.anonymous if record.data.get("anonymous") else situation.name(speaker(record))
            return (_form(words, situation, record, "channel"), who, record.text("text"))
        case Kind.TOPIC:
            topic = option_text(words, situation.plan, record.item, record.text("topic"))
            return (topic, situation.name(record.text("owner")))
        case Kind.VISIT:
            heard = (option_text(words, situation.plan, record.item, key) for key in record.names("audiences"))
            visitors = words.phrases.joiner.join(situation.names(record.names("visitors")))
            return (record.text("place"), visitors, words.phrases.joiner.join(heard))
        case Kind.CHANNEL:
            figures = record.number("issued"), record.number("returned"), record.number("opinions")
            return (_form(words, situation, record, "channel"), words.phrases.slips(*figures))
        case Kind.PROBLEM | Kind.URGING:
            return (_unit(situation, record), record.text("text"), words.terms.stand[life(situation, record).stand])
        case Kind.NO_PROBLEM:
            return (words.terms.kind[record.kind], record.text("reason"))
        case Kind.RATING:
            item = situation.plan.item(record.text("item"))
            title = item.title.of(words.language) if item else record.text("item")
            rating = chosen["rating"].get(record.text("rating"), record.text("rating"))
            return (title, rating, record.text("comment"))
        case Kind.SUMMARY:
            return (
                words.terms.kind[record.kind],
                words.phrases.final if record.text("digest") else words.phrases.draft,
            )
        case Kind.UNIT_VISIT:
            return (_unit(situation, record), record.text("text"))
        case Kind.WAIVER:
            return (words.terms.kind[record.kind], record.text("reason"), situation.name(record.text("approver")))
        case Kind.MAKEUP:
            session = situation.record(record.about) if record.about else None
            name = situation.name(record.text("member"))
            missed = _day(words, situation, session.day) if session else ""
            how = chosen["makeup"].get(record.text("form"), record.text("form"))
            return (words.phrases.made_up(name, missed), how, record.text("content"))
        case Kind.RECEIPT:
            outcome = chosen["receipt"].get(record.text("outcome"), record.text("outcome"))
            return (outcome, record.text("reason"), record.text("officer"))
        case Kind.ANSWER:
            return (chosen["adoption"].get(record.text("outcome"), record.text("outcome")), record.text("text"))
        case Kind.HANDLING:
            return (chosen["handling"].get(record.text("outcome"), record.text("outcome")), record.text("text"))
        case Kind.STEP:
            step = chosen["step"].get(record.text("step"), record.text("step"))
            verifier = situation.name(record.text("verifier")) if record.text("verifier") else ""
            return (step, record.text("text"), verifier)
        case other:
            assert_never(other)


def _unit(situation: Situation, record: Record) -> str:
    key = record.text("unit")
    return next((unit.name for unit in situation.guided if unit.id == key), key)


def answer_text(words: Words, record: Record, field: Field, situation: Situation) -> str:
    """The value of one field of a record as one reads it; '' where it is empty. What was anonymous stays so."""
    if field.key == "author" and record.data.get("anonymous"):
        return words.phrases.anonymous
    if field.key == "day":
        return _day(words, situation, record.day)
    value = record.data.get(field.key)
    if field.key.startswith("parts."):
        texts = record.data.get("parts")
        value = texts.get(field.key.removeprefix("parts.")) if isinstance(texts, Mapping) else None
    if value is None or value == "":
        return ""
    match field.kind:
        case FieldKind.DAY:
            found = record.day_of(field.key)
            return _day(words, situation, found) if found else str(value)
        case FieldKind.YES:
            return words.terms.yes if value else words.terms.no
        case FieldKind.CHOICE:
            return _chosen(words, field, str(value))
        case FieldKind.CHOICES | FieldKind.MEMBERS:
            if field.kind is FieldKind.MEMBERS:
                return words.phrases.joiner.join(situation.names(record.names(field.key)))
            return words.phrases.joiner.join(_chosen(words, field, key) for key in record.names(field.key))
        case FieldKind.MEMBER | FieldKind.PERSON:
            return situation.name(str(value))
        case FieldKind.ATTENDANCE:
            return _attendance(words, situation, record)
        case FieldKind.PAIRS:
            return "\n".join(f"{row[0]} | {row[1]}" for row in value if len(row) == 2)
        case FieldKind.ASSIGNMENTS:
            return words.phrases.joiner.join(
                f"{_chosen(words, field, key)}={situation.name(str(who))}" for key, who in value.items()
            )
        case FieldKind.LINE | FieldKind.TEXT | FieldKind.TIME | FieldKind.NUMBER:
            return str(value)
        case other:
            assert_never(other)


def _chosen(words: Words, field: Field, key: str) -> str:
    for choice in field.choices:
        if choice.key == key:
            if choice.text is None:
                return words.terms.choices[field.group].get(key, key)
            return choice.text if isinstance(choice.text, str) else choice.text.of(words.language)
    return words.terms.choices.get(field.group, {}).get(key, key)


def _attendance(words: Words, situation: Situation, record: Record) -> str:
    taken = attendance(situation, record)
    if taken is None:
        return ""
    lines = [words.phrases.attended(len(taken.present), len(taken.should))]
    for mark in Mark:
        marked = situation.names(taken.marked(mark))
        if marked and (mark not in HERE or mark is Mark.LATE):
            lines.append(f"{words.terms.mark[mark]}{words.phrases.colon}{words.phrases.joiner.join(marked)}")
    return words.reports.semicolon.join(lines)


def change_label(words: Words, label: str, plan: Plan) -> str:
    """What a change set did, from its label: `record:study.sessions:session` → 登记 集中学习（集中活动）."""
    verb, _, rest = label.partition(":")
    key, _, kind = rest.partition(":")
    item = plan.item(key)
    what = item.title.of(words.language) if item else ("" if verb in ("members", "undo", "create", "unit") else key)
    if kind in Kind.__members__.values() and item is not None:
        name = words.terms.kind[Kind(kind)]
        what = what if name == what else f"{what}{SEPARATOR}{name}"
    return words.phrases.change(verb, what)


def history_line(words: Words, entry: Entry, plan: Plan) -> str:
    """One saved change: number, when, who, what."""
    said = words.phrases.undid(entry.undoes) if entry.undoes is not None else change_label(words, entry.label, plan)
    return f"{entry.seq:>4}  {words.phrases.moment(entry.at)}  {entry.by}  {said}"
