"""Coverage: distinct current members, leaders in each aspect, guided units; exemptions visibly shrink the denominator."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from xjtui.domain.attendance import attendance
from xjtui.domain.forecast import lectures_short
from xjtui.domain.opinions import speaker
from xjtui.domain.people import Member, Scope
from xjtui.domain.plan import CoverageRule, Item, Of
from xjtui.domain.records import Kind, Record
from xjtui.domain.situation import Situation
from xjtui.domain.states import Judgement, Lack, Measure, Missing, Note, Remark


def actors(situation: Situation, record: Record) -> tuple[str, ...]:
    """Who acted in a record: those present at a session or making it up, the lecturer, the author, the visitors."""
    match record.kind:
        case Kind.SESSION:
            taken = attendance(situation, record)
            return (*taken.present, *taken.made_up) if taken else ()
        case Kind.LECTURE:
            return _named(record.text("lecturer"))
        case Kind.LEAD:
            return _named(record.text("member"))
        case Kind.PIECE | Kind.IDEA:
            return _named(speaker(record))
        case Kind.TOPIC:
            return _named(record.text("owner"))
        case Kind.VISIT:
            return record.names("visitors")
        case Kind.PUBLICITY:
            return record.names("participants")
        case _:
            return ()


def _named(who: str) -> tuple[str, ...]:
    return (who,) if who else ()


def _acts(situation: Situation, records: Iterable[Record]) -> list[tuple[date, str, Record]]:
    """(day, who, record) of every act, oldest first; who made a session up acted on the day of the make-up."""
    acts: list[tuple[date, str, Record]] = []
    for record in records:
        taken = attendance(situation, record) if record.kind is Kind.SESSION else None
        if taken is None or not taken.made_up:
            acts.extend((record.day, who, record) for who in actors(situation, record))
            continue
        acts.extend((record.day, who, record) for who in taken.present)
        days: dict[str, date] = {}
        for makeup in situation.about(record.id, Kind.MAKEUP):
            days.setdefault(makeup.text("member"), makeup.day)
        acts.extend((days[who], who, record) for who in taken.made_up)
    return sorted(acts, key=lambda act: act[0])


def coverage(situation: Situation, item: Item, rule: CoverageRule) -> Judgement:
    """Everyone once (in every aspect); repeats and outsiders add nothing."""
    if rule.of is Of.UNITS:
        return _units(situation, item, rule)
    if rule.aspects:
        return _aspects(situation, item, rule)
    return _persons(situation, item, rule)


def _persons(situation: Situation, item: Item, rule: CoverageRule) -> Judgement:
    everyone = situation.leaders() if rule.of is Of.LEADERS else situation.everyone()
    exempt = tuple(m for m in everyone if m.exempt(situation.today, Scope.LECTURE))
    due = tuple(m for m in everyone if m not in exempt)
    first: dict[str, tuple[date, Record]] = {}
    repeats = 0
    outsiders: list[str] = []
    current = {member.id for member in everyone}
    records = situation.done(item.key, Kind.LECTURE, Kind.LEAD)
    more = (record for key in rule.counts_from for record in situation.done(key))
    for day, who, record in _acts(situation, (*records, *more)):
        if who not in current:
            outsiders.append(who)
        elif who in first:
            repeats += 1
        else:
            first[who] = (day, record)
    covered = [first[member.id] for member in due if member.id in first]
    left = tuple(member for member in due if member.id not in first)
    notes = _exemption_notes(everyone, exempt, situation.today)
    if not due:
        notes.append(Note(Remark.NOBODY))
    if repeats:
        notes.append(Note(Remark.REPEATED, repeats))
    if outsiders:
        notes.append(Note(Remark.OUTSIDERS, len(outsiders), names=situation.names(outsiders)))
    planned = tuple(r for r in situation.under(item.key, Kind.LECTURE) if r.day > situation.today)
    if planned:
        ids = tuple(record.id for record in planned)
        notes.append(Note(Remark.PLANNED, len(planned), day=planned[0].day, records=ids))
    if left and (short := lectures_short(situation, item, len(left))):
        notes.append(Note(Remark.CANNOT_BE_MET, short[0], short[1]))
    return Judgement(
        len(covered),
        len(due),
        Measure.PERSONS,
        max(day for day, _ in covered) if covered and not left else None,
        tuple(dict.fromkeys(record.id for _, record in covered)),
        (_persons_left(left),) if left or not due else (),
        tuple(notes),
        started=bool(records) or bool(covered),
    )


def _persons_left(left: tuple[Member, ...]) -> Missing:
    ids = tuple(member.id for member in left)
    return Missing(Lack.PERSONS, len(left), names=tuple(member.name for member in left), ids=ids)


def _exemption_notes(everyone: tuple[Member, ...], exempt: tuple[Member, ...], today: date) -> list[Note]:
    notes = []
    if exempt:
        notes.append(Note(Remark.EXEMPTED, len(exempt), names=tuple(member.name for member in exempt)))
    unapproved = tuple(
        member.name for member in everyone if any(not e.approver and e.since <= today for e in member.exemptions)
    )
    if unapproved:
        notes.append(Note(Remark.NOT_APPROVED, len(unapproved), names=unapproved))
    return notes


def _aspects(situation: Situation, item: Item, rule: CoverageRule) -> Judgement:
    persons = situation.leaders() if rule.of is Of.LEADERS else situation.everyone()
    covered: dict[tuple[str, str], tuple[date, Record]] = {}
    own = situation.done(item.key, Kind.LEAD)
    for aspect in rule.aspects:
        direct = [record for record in own if aspect.key in record.names("aspects")]
        derived = [record for key in aspect.counts_from for record in situation.done(key)]
        for day, who, record in _acts(situation, (*direct, *derived)):
            covered.setdefault((who, aspect.key), (day, record))
    hits, missing = [], []
    for person in persons:
        open_aspects = []
        for aspect in rule.aspects:
            hit = covered.get((person.id, aspect.key))
            if hit is None:
                open_aspects.append(aspect.text)
            else:
                hits.append(hit)
        if open_aspects:
            missing.append(
                Missing(Lack.ASPECTS, len(open_aspects), (person.name,), tuple(open_aspects), ids=(person.id,))
            )
    need = len(persons) * len(rule.aspects)
    if not persons:
        missing.append(Missing(Lack.PERSONS))
    return Judgement(
        len(hits),
        need,
        Measure.ITEMS,
        max(day for day, _ in hits) if hits and not missing else None,
        tuple(dict.fromkeys(record.id for _, record in hits)),
        tuple(missing),
        () if persons else (Note(Remark.NOBODY),),
        started=bool(hits),
    )


def _units(situation: Situation, item: Item, rule: CoverageRule) -> Judgement:
    first: dict[str, Record] = {}
    for key in (item.key, *rule.counts_from):
        for record in situation.done(key, Kind.UNIT_VISIT):
            unit = record.text("unit")
            if unit not in first or record.day < first[unit].day:
                first[unit] = record
    covered = [first[unit.id] for unit in situation.guided if unit.id in first]
    left = tuple(unit for unit in situation.guided if unit.id not in first)
    gap = Missing(Lack.UNITS, len(left), names=tuple(unit.name for unit in left), ids=tuple(unit.id for unit in left))
    return Judgement(
        len(covered),
        len(situation.guided),
        Measure.UNITS,
        max(record.day for record in covered) if covered and not left else None,
        tuple(record.id for record in covered),
        (gap,) if left or not situation.guided else (),
        () if situation.guided else (Note(Remark.NOBODY),),
        started=bool(covered),
    )
