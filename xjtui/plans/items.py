"""Reads the items of a plan: first their keys and dates, which others refer to, then all the rest."""

from __future__ import annotations

from typing import NamedTuple

from xjtui.domain.plan import AppliesIf, Audience, Basis, CoverageRule, Due, Item, Of, Rule, SummaryRule, UrgingRule
from xjtui.domain.text import Text
from xjtui.plans.dates import Calendar, DueSpec, read_basis, read_due
from xjtui.plans.problems import Code, printable
from xjtui.plans.rules import Around, read_rule, references
from xjtui.plans.tables import ITEM_KEY, LONGEST_KEY, Table, cells, nearest

TITLE_CELLS = 28
"""What the list of items has room for on a terminal of 80 columns."""

_WIDE_LANGUAGES = ("zh", "ja", "ko")
_NOTHING = Text({})


class Draft(NamedTuple):
    """An item whose key and date are read; `name` is its key, or a stand-in where that is missing or taken."""

    table: Table
    key: str
    name: str
    due: DueSpec


class Known(NamedTuple):
    """What items may refer to."""

    items: tuple[str, ...]
    stages: tuple[str, ...]
    kinds: tuple[str, ...]


def drafts(tables: tuple[Table, ...]) -> tuple[Draft, ...]:
    """Reads keys and dates."""
    found: list[Draft] = []
    seen: set[str] = set()
    for number, table in enumerate(tables):
        key = table.string("key", required=True)
        if key and not well_formed(key):
            table.note(Code.KEY_FORM, "key", value=printable(key), form="item")
        if key in seen:
            table.note(Code.DUPLICATE, "key", value=printable(key))
        found.append(Draft(table, key, f"#{number}" if not key or key in seen else key, read_due(table)))
        seen.add(key)
    return tuple(found)


def well_formed(key: str) -> bool:
    """Whether it can be an item's key."""
    return ITEM_KEY.fullmatch(key) is not None and len(key) <= LONGEST_KEY


def read_item(draft: Draft, known: Known, calendar: Calendar) -> Item | None:
    """One item, None where it has no rule that could be read."""
    table = draft.table
    due = calendar.due(draft.name)
    around = Around(known.items, calendar, draft.key, due.day)
    _check_before_first(draft, known)
    title = table.text("title", required=True) or _NOTHING
    check_width(table, "title", title, TITLE_CELLS, TITLE_CELLS)
    rule = read_rule(table, around)
    item = Item(
        key=draft.key,
        stage=_stage(table, known),
        title=title,
        requirement=table.text("requirement", required=True, lines=True) or _NOTHING,
        who=_who(table),
        rule=rule or SummaryRule(),
        due=due,
        clause=table.text("clause", required=True) or _NOTHING,
        basis=read_basis(table),
        weight=table.number("weight", 1),
        applies_if=_applies_if(table, known),
        help=table.text("help", lines=True),
        replaces=_replaces(table, known),
        inferred=table.text("inferred", lines=True),
    )
    table.done()
    if rule is not None:
        _check_audience(table, rule, item.who)
    _check_inferred(table, item, due)
    return item if rule is not None else None


def check_width(table: Table, key: str, text: Text, wide: int, other: int) -> None:
    """Warns where a text is wider than its room: `wide` cells in languages of wide characters, `other` elsewhere."""
    for language, words in text.by_language.items():
        limit = wide if language.split("-")[0] in _WIDE_LANGUAGES else other
        if (width := cells(words)) > limit:
            table.note(Code.TEXT_WIDE, key, language, language=language, cells=width, limit=limit)


def _stage(table: Table, known: Known) -> str:
    stage = table.string("stage", required=True)
    if stage and stage not in known.stages:
        table.note(Code.STAGE_UNKNOWN, "stage", stage=printable(stage), nearest=nearest(stage, known.stages))
    return stage


def _who(table: Table) -> frozenset[Audience]:
    if not table.has("who"):
        table.ask("who")
        return frozenset({Audience.BRANCH})
    found = set()
    for name in table.strings("who", required=True):
        if name in tuple(Audience):
            found.add(Audience(name))
        else:
            known, close = tuple(Audience), nearest(name, Audience)
            table.note(Code.AUDIENCE_UNKNOWN, "who", audience=printable(name), known=known, nearest=close)
    return frozenset(found)


def _applies_if(table: Table, known: Known) -> AppliesIf | None:
    inner = table.table("applies_if")
    if inner is None:
        return None
    lists = {}
    for key in ("kinds", "not_kinds"):
        lists[key] = inner.strings(key)
        for kind in lists[key]:
            if kind not in known.kinds:
                inner.note(Code.KIND_UNKNOWN, key, kind=printable(kind), nearest=nearest(kind, known.kinds))
    if not lists["kinds"] and not lists["not_kinds"]:
        inner.note(Code.APPLIES_EMPTY)
    if both := tuple(kind for kind in lists["kinds"] if kind in lists["not_kinds"]):
        inner.note(Code.KINDS_OVERLAP, kinds=both)
    reason = inner.text("reason", required=True)
    inner.done()
    return AppliesIf(lists["kinds"], lists["not_kinds"], reason)


def _replaces(table: Table, known: Known) -> tuple[str, ...]:
    found = table.strings("replaces")
    for key in found:
        if not well_formed(key):
            table.note(Code.KEY_FORM, "replaces", value=printable(key), form="item")
        elif key in known.items:
            table.note(Code.REPLACES_PRESENT, "replaces", item=key)
    return found


def _check_before_first(draft: Draft, known: Known) -> None:
    if draft.due.before_first:
        due = Table(draft.table.data["due"], (*draft.table.path, "due"), draft.table.book)
        references(due, "before_first", known.items, draft.key)


def _check_audience(table: Table, rule: Rule, who: frozenset[Audience]) -> None:
    for_groups = isinstance(rule, UrgingRule) or (isinstance(rule, CoverageRule) and rule.of is Of.UNITS)
    if for_groups and who - {Audience.GROUP}:
        table.note(Code.RULE_AUDIENCE, "rule", who=tuple(sorted(who - {Audience.GROUP})))


def _check_inferred(table: Table, item: Item, due: Due) -> None:
    marked = Basis.INFERRED in (item.basis, due.basis)
    if marked and not table.has("inferred"):
        table.note(Code.INFERRED_UNEXPLAINED)
    if not marked and table.has("inferred"):
        table.note(Code.INFERRED_UNMARKED, "inferred")
