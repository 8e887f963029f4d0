"""Which questions make which record: one function a kind of record, from the plan's rule and the unit's situation."""

from __future__ import annotations

from typing import assert_never

from xjtui.domain.attendance import attendance
from xjtui.domain.fields import Choice, Field, FieldKind, Form
from xjtui.domain.plan import (
    Audience,
    Basis,
    ChannelsRule,
    ConfirmationsRule,
    CountRule,
    CoverageRule,
    DocumentRule,
    FilingRule,
    Item,
    Of,
    Option,
    ProblemsRule,
    RatingsRule,
    RegistersRule,
    ReportsRule,
    SessionsRule,
    SummaryRule,
    TopicsRule,
    UrgingRule,
    VarietyRule,
    VisitsRule,
)
from xjtui.domain.problems import Class, Step, life, possible_steps
from xjtui.domain.records import Kind, Record
from xjtui.domain.rules.applies import assignable_items
from xjtui.domain.rules.review import to_rate
from xjtui.domain.situation import Situation

LONG = 5000
RATINGS = ("good", "fair", "ordinary", "poor")
"""好 / 较好 / 一般 / 差, see DOMAIN bands."""


def entry_kinds(item: Item) -> tuple[Kind, ...]:
    """The kinds of record that may be entered under an item, the usual one first; waivers come beside them."""
    match item.rule:
        case DocumentRule():
            return (Kind.DOCUMENT,)
        case SessionsRule():
            return (Kind.SESSION,)
        case ConfirmationsRule():
            return (Kind.CONFIRMATION,)
        case CoverageRule(of=Of.UNITS):
            return (Kind.UNIT_VISIT,)
        case CoverageRule(of=of, aspects=aspects):
            return (Kind.LEAD,) if aspects or of is Of.LEADERS else (Kind.LECTURE,)
        case FilingRule():
            return (Kind.FILING,)
        case ReportsRule():
            return (Kind.REPORT,)
        case VarietyRule():
            return (Kind.PUBLICITY,)
        case CountRule(answered=True):
            return (Kind.IDEA,)
        case CountRule():
            return (Kind.UNIT_VISIT,) if item.who == {Audience.GROUP} else (Kind.PIECE,)
        case TopicsRule():
            return (Kind.TOPIC, Kind.VISIT)
        case VisitsRule():
            return (Kind.VISIT,)
        case ChannelsRule():
            return (Kind.CHANNEL, Kind.OPINION)
        case ProblemsRule():
            return (Kind.PROBLEM, Kind.NO_PROBLEM)
        case RegistersRule():
            return ()
        case RatingsRule():
            return (Kind.RATING,)
        case SummaryRule():
            return (Kind.SUMMARY,)
        case UrgingRule():
            return (Kind.URGING, Kind.NO_PROBLEM)
        case other:
            assert_never(other)


def form_for(
    situation: Situation, item: Item, kind: Kind, about: Record | None = None, record: Record | None = None
) -> Form:
    """The form for a record of `kind` under `item`, following up `about`, or editing `record`."""
    fields = _fields(situation, item, kind, about, record)
    return Form(item.key, kind, fields, about.id if about else None, record.id if record else None)


def _day() -> Field:
    return Field("day", FieldKind.DAY, default="today")


def _line(key: str, required: bool = True, default: str = "") -> Field:
    return Field(key, FieldKind.LINE, required, default=default)


def _text(key: str, required: bool = True) -> Field:
    return Field(key, FieldKind.TEXT, required, limit=LONG)


def _number(key: str, minimum: int = 0, required: bool = False) -> Field:
    return Field(key, FieldKind.NUMBER, required, minimum=minimum)


def _built_in(key: str, group: str, keys: tuple[str, ...], required: bool = True, default: str = "") -> Field:
    choices = tuple(Choice(choice) for choice in keys)
    return Field(key, FieldKind.CHOICE, required, choices=choices, group=group, default=default)


def _options(options: tuple[Option, ...], other: bool = False) -> tuple[Choice, ...]:
    listed = tuple(Choice(option.key, option.text) for option in options)
    return (*listed, Choice("other")) if other else listed


def _form_choice(key: str, options: tuple[Option, ...], other: bool, required: bool = True) -> tuple[Field, ...]:
    chosen = Field(key, FieldKind.CHOICE, required, choices=_options(options, other), group="other")
    if not other:
        return (chosen,)
    return (chosen, Field("other", FieldKind.LINE, shown_if=(key, ("other",))))


def _parts(parts: tuple[Option, ...]) -> tuple[Field, ...]:
    return tuple(Field(f"parts.{part.key}", FieldKind.TEXT, False, part.text, part.help, limit=LONG) for part in parts)


def _members(situation: Situation) -> tuple[Choice, ...]:
    return tuple(Choice(member.id, member.name) for member in situation.everyone())


def _member(situation: Situation, key: str, required: bool = True, default: str = "") -> Field:
    return Field(key, FieldKind.MEMBER, required, choices=_members(situation), default=default)


def _several(situation: Situation, key: str, required: bool = True) -> Field:
    return Field(key, FieldKind.MEMBERS, required, choices=_members(situation))


def _person(situation: Situation, key: str, required: bool = True, default: str = "") -> Field:
    names = tuple(Choice(member.name, member.name) for member in situation.everyone())
    return Field(key, FieldKind.PERSON, required, choices=names, default=default)


def _secretary(situation: Situation) -> str:
    return situation.unit.secretary


def _attendance(situation: Situation, record: Record | None) -> Field:
    """Whoever was frozen with the edited record may be marked, gone from the roster or not."""
    taken = attendance(situation, record) if record is not None else None
    frozen = taken.should if taken is not None else ()
    choices = tuple(Choice(member, situation.name(member)) for member in frozen)
    return Field("attendance", FieldKind.ATTENDANCE, False, choices=choices)


def _units(situation: Situation) -> Field:
    choices = tuple(Choice(unit.id, unit.name) for unit in situation.guided)
    return Field("unit", FieldKind.CHOICE, choices=choices)


def _fields(
    situation: Situation, item: Item, kind: Kind, about: Record | None, record: Record | None
) -> tuple[Field, ...]:
    rule = item.rule
    evidence = _line("evidence", False)
    match kind:
        case Kind.DOCUMENT:
            parts = rule.parts if isinstance(rule, DocumentRule) else ()
            fields = (_day(), _line("title", default=item.title.of("zh")), *_parts(parts))
            if isinstance(rule, DocumentRule) and rule.assignments:
                every = tuple(Choice(other.key, other.title) for other in assignable_items(situation))
                fields += (Field("assignments", FieldKind.ASSIGNMENTS, False, choices=every),)
            return (*fields, evidence)
        case Kind.SESSION:
            return _session(situation, item, record)
        case Kind.CONFIRMATION:
            parts = rule.parts if isinstance(rule, ConfirmationsRule) else ()
            part = Field("part", FieldKind.CHOICE, choices=_options(parts))
            return (part, _day(), _line("text"), evidence)
        case Kind.LECTURE:
            return (
                _day(),
                _member(situation, "lecturer"),
                _line("title"),
                _number("minutes", 1),
                _line("place", False),
                _attendance(situation, record),
                evidence,
            )
        case Kind.LEAD:
            aspects = rule.aspects if isinstance(rule, CoverageRule) else ()
            options = tuple(Choice(aspect.key, aspect.text) for aspect in aspects)
            of_all = isinstance(rule, CoverageRule) and rule.of is Of.MEMBERS
            persons = situation.everyone() if of_all else situation.leaders()
            leading = tuple(Choice(member.id, member.name) for member in persons)
            fields = (_day(), Field("member", FieldKind.MEMBER, choices=leading))
            if options:
                fields += (Field("aspects", FieldKind.CHOICES, choices=options),)
            return (*fields, _line("text"), evidence)
        case Kind.FILING:
            return (_day(), _line("title", default=item.title.of("zh")), _person(situation, "filed_by"), evidence)
        case Kind.REPORT:
            parts = rule.parts if isinstance(rule, ReportsRule) else ()
            return (_day(), _line("title", False), *_parts(parts), evidence)
        case Kind.PUBLICITY:
            options_, other = (rule.options, rule.other) if isinstance(rule, VarietyRule) else ((), True)
            return (
                *_form_choice("form", options_, other),
                _day(),
                _line("title"),
                _number("quantity", 1),
                Field("participants", FieldKind.MEMBERS, False, choices=_members(situation)),
                evidence,
            )
        case Kind.PIECE:
            pieces = rule.options if isinstance(rule, CountRule) else ()
            first = _form_choice("form", pieces, True) if pieces else ()
            return (*first, _day(), _person_or_member(situation, "author"), _line("title"), _line("outlet", False))
        case Kind.IDEA:
            anonymous = Field("anonymous", FieldKind.YES, False, default="no")
            author = Field(
                "author", FieldKind.PERSON, False, shown_if=("anonymous", ("no",)), choices=_members(situation)
            )
            return (_day(), anonymous, author, _text("text"))
        case Kind.TOPIC:
            topics = rule.topics if isinstance(rule, TopicsRule) else ()
            topic = Field("topic", FieldKind.CHOICE, choices=_options(topics))
            return (topic, _day(), _member(situation, "owner"), _text("text", False))
        case Kind.VISIT:
            return _visit(situation, item)
        case Kind.CHANNEL:
            options_, other = (rule.options, rule.other) if isinstance(rule, ChannelsRule) else ((), True)
            return (
                *_form_choice("channel", options_, other),
                _day(),
                _line("audience", False),
                _number("issued"),
                _number("returned"),
                _number("opinions"),
                evidence,
            )
        case Kind.OPINION:
            options_, other = (rule.options, rule.other) if isinstance(rule, ChannelsRule) else ((), True)
            anonymous = Field("anonymous", FieldKind.YES, False, default="yes")
            author = Field("author", FieldKind.PERSON, False, shown_if=("anonymous", ("no",)))
            return (
                *_form_choice("channel", options_, other),
                _day(),
                _line("audience", False),
                anonymous,
                author,
                _text("text"),
                Field("count", FieldKind.NUMBER, False, default="1", minimum=1),
                _line("category", False),
            )
        case Kind.PROBLEM:
            classes = tuple(Class)
            return (
                _day(),
                _line("source", False),
                _text("text"),
                _built_in("class", "problem_class", classes, default=Class.NOW),
                _text("measures"),
                _person(situation, "leader", False, _secretary(situation)),
                _member(situation, "owner"),
                Field("deadline", FieldKind.DAY),
            )
        case Kind.NO_PROBLEM:
            return (_day(), _text("reason"))
        case Kind.RATING:
            items = to_rate(situation, rule) if isinstance(rule, RatingsRule) else ()
            which = Field("item", FieldKind.CHOICE, choices=tuple(Choice(i.key, i.title) for i in items))
            return (which, _day(), _built_in("rating", "rating", RATINGS), _line("comment"))
        case Kind.SUMMARY:
            final = Field("final", FieldKind.YES, False, default="no")
            return (_day(), _text("causes"), _text("next_steps"), _text("remarks", False), final)
        case Kind.UNIT_VISIT:
            return (_units(situation), _day(), _several(situation, "visitors", False), _text("text"))
        case Kind.URGING:
            return (_units(situation), _day(), _text("text"), _text("demand"), Field("deadline", FieldKind.DAY))
        case Kind.WAIVER:
            return (_day(), _text("reason"), _person(situation, "approver"))
        case Kind.MAKEUP:
            return _makeup(situation, about, record)
        case Kind.RECEIPT:
            outcome = _built_in("outcome", "receipt", ("received", "returned"))
            reason = Field("reason", FieldKind.LINE, shown_if=("outcome", ("returned",)))
            return (_day(), outcome, reason, _line("officer"))
        case Kind.ANSWER:
            return (_day(), _built_in("outcome", "adoption", ("adopted", "partly", "declined")), _text("text"))
        case Kind.HANDLING:
            outcomes = ("adopted", "declined", "merged", "problem", "referred")
            others = tuple(
                Choice(record.id, record.text("text"))
                for record in situation.done(item.key, Kind.OPINION)
                if about is None or record.id != about.id
            )
            into = Field("into", FieldKind.CHOICE, shown_if=("outcome", ("merged",)), choices=others)
            return (_day(), _built_in("outcome", "handling", outcomes), into, _text("text"))
        case Kind.STEP:
            return _step(situation, about, record)
        case unreachable:
            assert_never(unreachable)


def _person_or_member(situation: Situation, key: str) -> Field:
    """A member where the roster has them, so that acting counts; anybody else by name."""
    return Field(key, FieldKind.PERSON, choices=_members(situation))


def _session(situation: Situation, item: Item, record: Record | None) -> tuple[Field, ...]:
    rule = item.rule if isinstance(item.rule, SessionsRule) else SessionsRule()
    day = Field("day", FieldKind.DAY, default=rule.on.isoformat()) if rule.on else _day()
    fields: tuple[Field, ...] = (
        day,
        Field("start", FieldKind.TIME, default="15:30", basis=Basis.INFERRED),
        _line("theme"),
        _line("place", False),
        _line("form", False),
        _number("hours", 1),
        _person(situation, "host", False, _secretary(situation)),
        _person(situation, "speaker", False),
        _person(situation, "recorder", False),
        _attendance(situation, record),
        *_parts(rule.parts),
    )
    if rule.answers:
        fields += (Field("questions", FieldKind.PAIRS, False, limit=LONG),)
    return (*fields, _line("evidence", False))


def _visit(situation: Situation, item: Item) -> tuple[Field, ...]:
    rule = item.rule
    head: tuple[Field, ...] = ()
    if isinstance(rule, TopicsRule):
        head = (Field("topic", FieldKind.CHOICE, choices=_options(rule.topics)),)
    audiences: tuple[Field, ...] = ()
    if isinstance(rule, VisitsRule) and rule.audiences:
        audiences = (Field("audiences", FieldKind.CHOICES, choices=_options(rule.audiences)),)
    return (
        *head,
        _day(),
        _line("place"),
        _several(situation, "visitors"),
        *audiences,
        _number("heard"),
        _text("text"),
    )


def _makeup(situation: Situation, about: Record | None, record: Record | None) -> tuple[Field, ...]:
    taken = attendance(situation, about) if about else None
    current = {member.id for member in situation.everyone()}
    # Those who have left since may still be entered, after those of whom it is asked.
    pending = sorted(taken.pending, key=lambda member: member not in current) if taken else []
    mine = [record.text("member")] if record is not None else []
    choices = tuple(Choice(member, situation.name(member)) for member in (*mine, *pending))
    return (
        Field("member", FieldKind.MEMBER, choices=choices, default=pending[0] if pending else ""),
        _day(),
        _built_in("form", "makeup", ("self_study", "brought", "together")),
        _line("content"),
        _line("tutor", False),
        _person(situation, "confirmed_by"),
    )


def _step(situation: Situation, about: Record | None, record: Record | None) -> tuple[Field, ...]:
    steps = possible_steps(life(situation, about, record.id if record else None)) if about else tuple(Step)
    return (
        _built_in("step", "step", steps),
        _day(),
        _text("text"),
        Field("deadline", FieldKind.DAY, shown_if=("step", (Step.EXTEND,))),
        Field("verifier", FieldKind.PERSON, shown_if=("step", (Step.CLOSE,)), choices=_members(situation)),
        _line("evidence", False),
    )
