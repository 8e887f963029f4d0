"""Field work: topics with owners and visits, audiences heard, channels used and what came back through them."""

from __future__ import annotations

from xjtui.domain.opinions import tally
from xjtui.domain.plan import ChannelsRule, Item, TopicsRule, VisitsRule
from xjtui.domain.records import Kind, Record
from xjtui.domain.rules.variety import variety_of
from xjtui.domain.situation import Situation
from xjtui.domain.states import Judgement, Lack, Measure, Missing, Note, Remark


def topics(situation: Situation, item: Item, rule: TopicsRule) -> Judgement:
    """Every topic has an owner and enough visits; the last of these days is the day it was met."""
    named: dict[str, Record] = {}
    for record in situation.done(item.key, Kind.TOPIC):
        if record.text("owner"):
            named.setdefault(record.text("topic"), record)
    visits_of: dict[str, list[Record]] = {}
    for record in situation.done(item.key, Kind.VISIT):
        visits_of.setdefault(record.text("topic"), []).append(record)
    missing, days, counted = [], [], []
    have = 0
    unnamed = tuple(topic.text for topic in rule.topics if topic.key not in named)
    if unnamed:
        missing.append(Missing(Lack.TOPICS, len(unnamed), texts=unnamed))
    unvisited = []
    for topic in rule.topics:
        visits = visits_of.get(topic.key, [])
        if topic.key in named:
            counted.append(named[topic.key].id)
            days.append(named[topic.key].day)
        counted.extend(visit.id for visit in visits)
        if len(visits) < rule.visits:
            if topic.key in named:
                unvisited.append(topic.text)
        else:
            have += topic.key in named
            days.extend(visit.day for visit in visits[: rule.visits])
    if unvisited:
        missing.append(Missing(Lack.TOPIC_VISITS, rule.visits, texts=tuple(unvisited)))
    return Judgement(
        have,
        len(rule.topics),
        Measure.TOPICS,
        max(days) if days and not missing else None,
        tuple(counted),
        tuple(missing),
        started=bool(counted),
    )


def visits(situation: Situation, item: Item, rule: VisitsRule) -> Judgement:
    """Visits whose audiences together cover all that are named."""
    records = situation.done(item.key, Kind.VISIT)
    heard: dict[str, Record] = {}
    for record in records:
        for audience in record.names("audiences"):
            heard.setdefault(audience, record)
    missing = []
    unheard = tuple(option.text for option in rule.audiences if option.key not in heard)
    if not records:
        missing.append(Missing(Lack.RECORD, rule.count, texts=unheard))
    else:
        if unheard:
            missing.append(Missing(Lack.AUDIENCES, len(unheard), texts=unheard))
        if len(records) < rule.count:
            missing.append(Missing(Lack.MORE, rule.count - len(records)))
    days = [heard[option.key].day for option in rule.audiences if option.key in heard]
    days += [record.day for record in records[: rule.count]]
    covered = len(rule.audiences) - len(unheard)
    by_audience = bool(rule.audiences)
    return Judgement(
        covered if by_audience else len(records),
        len(rule.audiences) if by_audience else rule.count,
        Measure.ITEMS if by_audience else Measure.TIMES,
        max(days) if days and not missing else None,
        tuple(record.id for record in records),
        tuple(missing),
        started=bool(records),
    )


def channels(situation: Situation, item: Item, rule: ChannelsRule) -> Judgement:
    """Distinct channels, each with a dated use; a use that got back more than was handed out does not count."""
    records = situation.done(item.key, Kind.CHANNEL)
    sound = tuple(r for r in records if r.number("returned") <= r.number("issued"))
    judged = variety_of(sound, "channel", rule.count, rule.advised)
    notes = list(judged.notes)
    if len(sound) < len(records):
        wrong = tuple(record.id for record in records if record not in sound)
        notes.append(Note(Remark.RETURNED_EXCEED, len(wrong), records=wrong))
    if records and tally(situation, item.key).raw == 0:
        notes.append(Note(Remark.NO_OPINIONS))
    return Judgement(
        judged.have,
        judged.need,
        judged.measure,
        judged.satisfied_on,
        judged.counted,
        judged.missing,
        tuple(notes),
        started=bool(records),
    )
