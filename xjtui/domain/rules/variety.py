"""Several distinct forms, and simple counts of pieces; ideas count once they are answered."""

from __future__ import annotations

from xjtui.domain.plan import Audience, CountRule, Item, VarietyRule
from xjtui.domain.records import Kind, Record
from xjtui.domain.situation import Situation
from xjtui.domain.states import Judgement, Lack, Measure, Missing, Note, Remark

OTHER = "other"
"""The key of a form that is not among the plan's options; what it is stands in the field `other`."""


def form_of(record: Record, field: str) -> str:
    """What makes a form distinct: the option's key, or for «other» what was written."""
    key = record.text(field)
    return f"{OTHER}:{record.text('other').casefold()}" if key == OTHER else key


def distinct(records: tuple[Record, ...], field: str) -> dict[str, Record]:
    """The first record of each distinct form, in order of date."""
    first: dict[str, Record] = {}
    for record in records:
        if form := form_of(record, field):
            first.setdefault(form, record)
    return first


def variety_of(
    records: tuple[Record, ...], field: str, count: int, advised: int, measure: Measure = Measure.FORMS
) -> Judgement:
    """At least `count` distinct forms; fewer than `advised` becomes a note."""
    first = list(distinct(records, field).values())
    enough = len(first) >= count
    missing: tuple[Missing, ...] = ()
    if not enough:
        missing = (Missing(Lack.MORE if records else Lack.RECORD, count - len(first)),)
    notes = (Note(Remark.ADVISED, len(first), advised),) if enough and len(first) < advised else ()
    return Judgement(
        len(first),
        count,
        measure,
        first[count - 1].day if enough else None,
        tuple(record.id for record in records),
        missing,
        notes,
        started=bool(records),
    )


def variety(situation: Situation, item: Item, rule: VarietyRule) -> Judgement:
    """Publicity, forum: distinct dated forms."""
    return variety_of(situation.done(item.key, Kind.PUBLICITY), "form", rule.count, rule.advised)


def count(situation: Situation, item: Item, rule: CountRule) -> Judgement:
    """So many pieces, ideas or visits; where answers are asked for, each idea must have one and the answer's day counts."""
    records = situation.done(item.key, Kind.PIECE, Kind.IDEA, Kind.UNIT_VISIT)
    if not rule.answered:
        enough = len(records) >= rule.count
        lack = Missing(Lack.MORE if records else Lack.RECORD, rule.count - len(records))
        measure = Measure.TIMES if item.who == {Audience.GROUP} else Measure.ARTICLES
        return Judgement(
            len(records),
            rule.count,
            measure,
            records[rule.count - 1].day if enough else None,
            tuple(record.id for record in records),
            () if enough else (lack,),
            started=bool(records),
        )
    answers = [(situation.about(record.id, Kind.ANSWER), record) for record in records]
    days = sorted(found[0].day for found, _ in answers if found)
    unanswered = tuple(record for found, record in answers if not found)
    missing = []
    if not records:
        missing.append(Missing(Lack.RECORD, rule.count))
    elif len(records) < rule.count:
        missing.append(Missing(Lack.MORE, rule.count - len(records)))
    if unanswered:
        missing.append(Missing(Lack.UNANSWERED, len(unanswered), record=unanswered[0].id))
    return Judgement(
        len(days),
        # Every idea that came in needs its answer, so the number to reach grows with them.
        max(rule.count, len(records)),
        Measure.ENTRIES,
        days[rule.count - 1] if len(days) >= rule.count and not unanswered else None,
        tuple(record.id for record in records),
        tuple(missing),
        started=bool(records),
    )
