"""Reads the `rule` of an item: one function for each type of rule, each naming the keys it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from xjtui.domain.plan import (
    Aspect,
    ChannelsRule,
    ConfirmationsRule,
    CountRule,
    CoverageRule,
    DocumentRule,
    FilingRule,
    Of,
    Option,
    ProblemsRule,
    RatingsRule,
    RegistersRule,
    ReportsRule,
    Rule,
    SessionsRule,
    SummaryRule,
    TopicsRule,
    UrgingRule,
    VarietyRule,
    VisitsRule,
)
from xjtui.plans.dates import Calendar, read_spec
from xjtui.plans.problems import Code, printable
from xjtui.plans.tables import KEY, Table, nearest

RESERVED = "other"
"""The key under which forms, channels and pieces of one's own kind are recorded."""


class Around(NamedTuple):
    """What a rule may refer to: the plan's items and days, its own item's key and last day in time."""

    items: tuple[str, ...]
    calendar: Calendar
    own: str
    due: date | None


def references(
    table: Table, key: str, known: tuple[str, ...], own: str = "", required: bool = False
) -> tuple[str, ...]:
    """Keys of items in a list; unknown ones are noted, and the item's `own`."""
    found = table.strings(key, required)
    written = table.data.get(key)
    for entry in found:
        steps = (key, written.index(entry)) if isinstance(written, list) else (key,)
        if entry not in known:
            table.note(Code.ITEM_UNKNOWN, *steps, item=printable(entry), nearest=nearest(entry, known))
        elif entry == own:
            table.note(Code.REFERENCE_SELF, *steps, item=entry)
    return found


def read_key(table: Table, seen: set[str], form: str = "key") -> str:
    """The key of an option, kind or stage: well formed, and not used twice."""
    key = table.string("key", required=True)
    if key and not KEY.fullmatch(key):
        table.note(Code.KEY_FORM, "key", value=printable(key), form=form)
    elif key in seen:
        table.note(Code.DUPLICATE, "key", value=key)
    seen.add(key)
    return key


def _options(rule: Table, key: str, required: bool = True, reserved: bool = False) -> tuple[Option, ...]:
    found = []
    seen: set[str] = set()
    for table in rule.tables(key, required):
        option = Option(read_key(table, seen), table.languages(), table.text("help", lines=True))
        if reserved and option.key == RESERVED:
            table.note(Code.KEY_RESERVED, "key", value=RESERVED)
        table.done()
        found.append(option)
    return tuple(found)


def _day(rule: Table, key: str, around: Around) -> date | None:
    spec = read_spec(rule, key)
    if spec is None:
        return None
    day = around.calendar.day(spec)
    if day is not None and around.due is not None and day > around.due:
        rule.note(Code.DATE_AFTER_DUE, key, day=day, due=around.due)
    return day


def _choice(rule: Table) -> tuple[tuple[Option, ...], int, int, bool]:
    options = _options(rule, "options", reserved=True)
    count = rule.number("count", 1)
    advised = rule.number("advised", 0, 0)
    other = rule.flag("other", True)
    if advised and advised < count:
        rule.note(Code.ADVISED_BELOW, "advised", advised=advised, count=count)
    most = max(count, advised)
    if options and not other and most > len(options):
        key = "count" if count > len(options) else "advised"
        rule.note(Code.COUNT_OVER_OPTIONS, key, count=most, options=len(options))
    return options, count, advised, other


def _document(rule: Table, around: Around) -> Rule:
    return DocumentRule(_options(rule, "parts", False), rule.flag("assignments"))


def _sessions(rule: Table, around: Around) -> Rule:
    count, on = rule.number("count", 1), _day(rule, "on", around)
    return SessionsRule(count, on, _options(rule, "parts", False), rule.number("answers", 0, 0))


def _confirmations(rule: Table, around: Around) -> Rule:
    return ConfirmationsRule(_options(rule, "parts"))


def _coverage(rule: Table, around: Around) -> Rule:
    of = rule.string("of", required=True)
    if of and of not in tuple(Of):
        close = nearest(of, Of)
        rule.note(Code.CHOICE_UNKNOWN, "of", key="of", value=printable(of), known=tuple(Of), nearest=close)
    aspects = []
    seen: set[str] = set()
    for table in rule.tables("aspects"):
        aspects.append(
            Aspect(read_key(table, seen), table.languages(), references(table, "counts_from", around.items, around.own))
        )
        table.done()
    counts_from = references(rule, "counts_from", around.items, around.own)
    return CoverageRule(Of(of) if of in tuple(Of) else Of.MEMBERS, tuple(aspects), counts_from)


def _filing(rule: Table, around: Around) -> Rule:
    return FilingRule()


def _reports(rule: Table, around: Around) -> Rule:
    return ReportsRule(_options(rule, "parts"), rule.number("count", 1), rule.number("every_days", 0, 0, 366))


def _variety(rule: Table, around: Around) -> Rule:
    return VarietyRule(*_choice(rule))


def _count(rule: Table, around: Around) -> Rule:
    return CountRule(rule.number("count", 1), _options(rule, "options", False, True), rule.flag("answered"))


def _topics(rule: Table, around: Around) -> Rule:
    return TopicsRule(_options(rule, "topics"), rule.number("visits", 1, 0))


def _visits(rule: Table, around: Around) -> Rule:
    return VisitsRule(_options(rule, "audiences"), rule.number("count", 1))


def _channels(rule: Table, around: Around) -> Rule:
    return ChannelsRule(*_choice(rule))


def _problems(rule: Table, around: Around) -> Rule:
    return ProblemsRule(_day(rule, "not_before", around))


def _registers(rule: Table, around: Around) -> Rule:
    return RegistersRule(references(rule, "items", around.items, around.own, True))


def _ratings(rule: Table, around: Around) -> Rule:
    return RatingsRule(references(rule, "leave_out", around.items))


def _summary(rule: Table, around: Around) -> Rule:
    return SummaryRule()


def _urging(rule: Table, around: Around) -> Rule:
    return UrgingRule()


READERS: Mapping[str, Callable[[Table, Around], Rule]] = {
    "document": _document,
    "sessions": _sessions,
    "confirmations": _confirmations,
    "coverage": _coverage,
    "filing": _filing,
    "reports": _reports,
    "variety": _variety,
    "count": _count,
    "topics": _topics,
    "visits": _visits,
    "channels": _channels,
    "problems": _problems,
    "registers": _registers,
    "ratings": _ratings,
    "summary": _summary,
    "urging": _urging,
}


def read_rule(item: Table, around: Around) -> Rule | None:
    """The rule of an item; one without parameters may be written as its bare name, `rule = "filing"`."""
    value = item.raw("rule", required=True)
    if value is None:
        return None
    if isinstance(value, str):
        value, path = {"type": value}, (*item.path, "rule")
    elif isinstance(value, dict):
        path = (*item.path, "rule")
    else:
        item.wrong("rule", "rule", value)
        return None
    table = Table(value, path, item.book)
    name = table.string("type", required=True)
    reader = READERS.get(name)
    if reader is None:
        if name:
            known = tuple(READERS)
            table.note(Code.RULE_UNKNOWN, "type", rule=printable(name), known=known, nearest=nearest(name, known))
        return None
    rule = reader(table, around)
    table.done()
    return rule
