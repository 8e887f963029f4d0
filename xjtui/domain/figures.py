"""The figures that tell what was done under an item, each with the records it was counted from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from xjtui.domain.attendance import attendance, total
from xjtui.domain.opinions import tally
from xjtui.domain.problems import Stand, problems_under
from xjtui.domain.records import Kind, Record
from xjtui.domain.rules.coverage import actors
from xjtui.domain.rules.sessions import questions
from xjtui.domain.rules.variety import form_of
from xjtui.domain.situation import Situation
from xjtui.domain.states import Measure


class Count(StrEnum):
    """What a figure counts."""

    DOCUMENTS = "documents"
    CONFIRMED = "confirmed"
    SESSIONS = "sessions"
    PRESENT = "present"
    MADE_UP = "made_up"
    LECTURES = "lectures"
    LECTURERS = "lecturers"
    LISTENERS = "listeners"
    LEADERS = "leaders"
    FILINGS = "filings"
    RETURNS = "returns"
    REPORTS = "reports"
    FORMS = "forms"
    PUBLICATIONS = "publications"
    PIECES = "pieces"
    AUTHORS = "authors"
    IDEAS = "ideas"
    IDEAS_ADOPTED = "ideas_adopted"
    IDEAS_ANSWERED = "ideas_answered"
    QUESTIONS = "questions"
    QUESTIONS_ANSWERED = "questions_answered"
    TOPICS = "topics"
    VISITS = "visits"
    HEARD = "heard"
    CHANNELS = "channels"
    ISSUED = "issued"
    RETURNED = "returned"
    OPINIONS = "opinions"
    PROBLEMS = "problems"
    PROBLEMS_CLOSED = "problems_closed"
    PROBLEMS_REFERRED = "problems_referred"
    PROBLEMS_OPEN = "problems_open"
    RATED = "rated"
    UNIT_VISITS = "unit_visits"
    UNITS = "units"
    URGINGS = "urgings"


@dataclass(frozen=True, slots=True)
class Figure:
    """So many of what, in which measure, counted from which records."""

    count: Count
    value: int
    measure: Measure
    records: tuple[str, ...]


def _ids(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(record.id for record in records))


def figures(situation: Situation, key: str) -> tuple[Figure, ...]:
    """The figures of one item, zeros left out."""
    records = situation.done(key)
    by_kind: dict[Kind, list[Record]] = {}
    for record in records:
        by_kind.setdefault(record.kind, []).append(record)
    found: list[Figure] = []
    for kind, group in by_kind.items():
        found.extend(_of_kind(situation, key, kind, tuple(group)))
    return tuple(figure for figure in found if figure.value)


def _of_kind(situation: Situation, key: str, kind: Kind, group: tuple[Record, ...]) -> list[Figure]:
    ids = _ids(group)
    n = len(group)
    match kind:
        case Kind.DOCUMENT:
            return [Figure(Count.DOCUMENTS, n, Measure.COPIES, ids)]
        case Kind.CONFIRMATION:
            return [Figure(Count.CONFIRMED, len({r.text("part") for r in group}), Measure.PARTS, ids)]
        case Kind.SESSION:
            return [Figure(Count.SESSIONS, n, Measure.SESSIONS, ids), *_attended(situation, group), *_asked(group)]
        case Kind.LECTURE:
            # Somebody who lectured and has left since lectured all the same; coverage counts present members only.
            lecturers = {r.text("lecturer") for r in group}
            return [
                Figure(Count.LECTURES, n, Measure.SESSIONS, ids),
                Figure(Count.LECTURERS, len(lecturers), Measure.PERSONS, ids),
                *_attended(situation, group),
            ]
        case Kind.LEAD:
            return [Figure(Count.LEADERS, len({r.text("member") for r in group}), Measure.PERSONS, ids)]
        case Kind.FILING:
            returned = [
                receipt
                for record in group
                for receipt in situation.about(record.id, Kind.RECEIPT)
                if receipt.text("outcome") == "returned"
            ]
            return [
                Figure(Count.FILINGS, n, Measure.TIMES, ids),
                Figure(Count.RETURNS, len(returned), Measure.TIMES, _ids(returned)),
            ]
        case Kind.REPORT:
            return [Figure(Count.REPORTS, n, Measure.COPIES, ids)]
        case Kind.PUBLICITY:
            return [
                Figure(Count.FORMS, len({form_of(r, "form") for r in group}), Measure.FORMS, ids),
                Figure(Count.PUBLICATIONS, sum(max(1, r.number("quantity")) for r in group), Measure.PIECES, ids),
            ]
        case Kind.PIECE:
            authors = {author for r in group for author in actors(situation, r) if author}
            return [
                Figure(Count.PIECES, n, Measure.ARTICLES, ids),
                Figure(Count.AUTHORS, len(authors), Measure.PERSONS, ids),
            ]
        case Kind.IDEA:
            answers = {r.id: situation.about(r.id, Kind.ANSWER) for r in group}
            answered = [r for r in group if answers[r.id]]
            adopted = [r for r in answered if answers[r.id][-1].text("outcome") in ("adopted", "partly")]
            return [
                Figure(Count.IDEAS, n, Measure.ENTRIES, ids),
                Figure(Count.IDEAS_ADOPTED, len(adopted), Measure.ENTRIES, _ids(adopted)),
                Figure(Count.IDEAS_ANSWERED, len(answered), Measure.ENTRIES, _ids(answered)),
            ]
        case Kind.TOPIC:
            return [Figure(Count.TOPICS, len({r.text("topic") for r in group}), Measure.TOPICS, ids)]
        case Kind.VISIT:
            return [
                Figure(Count.VISITS, n, Measure.TIMES, ids),
                Figure(Count.HEARD, sum(r.number("heard") for r in group), Measure.ATTENDANCES, ids),
            ]
        case Kind.CHANNEL:
            counted = tally(situation, key)
            return [
                Figure(Count.CHANNELS, len({form_of(r, "channel") for r in group}), Measure.FORMS, ids),
                Figure(Count.ISSUED, counted.issued, Measure.COPIES, ids),
                Figure(Count.RETURNED, counted.returned, Measure.COPIES, ids),
                Figure(Count.OPINIONS, counted.raw, Measure.ENTRIES, counted.records),
            ]
        case Kind.OPINION:
            if situation.done(key, Kind.CHANNEL):
                return []
            counted = tally(situation, key)
            return [Figure(Count.OPINIONS, counted.raw, Measure.ENTRIES, counted.records)]
        case Kind.PROBLEM:
            return _problems(situation, key)
        case Kind.RATING:
            return [Figure(Count.RATED, len({r.text("item") for r in group}), Measure.ITEMS, ids)]
        case Kind.UNIT_VISIT:
            return [
                Figure(Count.UNIT_VISITS, n, Measure.TIMES, ids),
                Figure(Count.UNITS, len({r.text("unit") for r in group}), Measure.UNITS, ids),
            ]
        case Kind.URGING:
            return [Figure(Count.URGINGS, n, Measure.TIMES, ids)]
        case _:
            return []


def _attended(situation: Situation, group: tuple[Record, ...]) -> list[Figure]:
    taken = [row for row in (attendance(situation, record) for record in group) if row is not None]
    summed = total(taken)
    persons = {member for row in taken for member in row.present}
    if not taken:
        return []
    return [
        Figure(Count.PRESENT, summed.present, Measure.ATTENDANCES, summed.records),
        Figure(Count.MADE_UP, summed.made_up, Measure.ATTENDANCES, summed.records),
        Figure(Count.LISTENERS, len(persons), Measure.PERSONS, summed.records),
    ]


def _asked(group: tuple[Record, ...]) -> list[Figure]:
    asking = [record for record in group if questions(record)]
    pairs = [pair for record in asking for pair in questions(record)]
    return [
        Figure(Count.QUESTIONS, len(pairs), Measure.ITEMS, _ids(asking)),
        Figure(Count.QUESTIONS_ANSWERED, sum(bool(answer) for _, answer in pairs), Measure.ITEMS, _ids(asking)),
    ]


def _problems(situation: Situation, key: str) -> list[Figure]:
    cases = problems_under(situation, key)

    def figure(count: Count, *stands: Stand) -> Figure:
        found = [case.record for case in cases if not stands or case.stand in stands]
        return Figure(count, len(found), Measure.PIECES, _ids(found))

    return [
        figure(Count.PROBLEMS),
        figure(Count.PROBLEMS_CLOSED, Stand.CLOSED),
        figure(Count.PROBLEMS_REFERRED, Stand.REFERRED),
        figure(Count.PROBLEMS_OPEN, Stand.OPEN),
    ]
