"""The self-check summary as facts: who, what was done by stage, what falls short, the secretary's own text, the annex."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xjtui.domain.attendance import Total, all_taken, total
from xjtui.domain.figures import Figure, figures
from xjtui.domain.people import Scope, Standing
from xjtui.domain.plan import Stage, SummaryRule
from xjtui.domain.problems import Problem, Stand, problems_under
from xjtui.domain.records import Kind, Record
from xjtui.domain.rules.review import fingerprint, latest_ratings
from xjtui.domain.sheet import Sheet, tally
from xjtui.domain.states import GRAVE, ItemState, Note, Status, Tally


@dataclass(frozen=True, slots=True)
class Roll:
    """The roster in figures, in persons, on the summary's day. `members` includes the probationary ones."""

    members: int
    probationary: int
    leaders: int
    joined: int
    left: int
    exempt: int


@dataclass(frozen=True, slots=True)
class Deeds:
    """What was done under one item."""

    state: ItemState
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class StageDeeds:
    """What was done in one stage."""

    stage: Stage
    tally: Tally
    deeds: tuple[Deeds, ...]


@dataclass(frozen=True, slots=True)
class Rating:
    """The look-back's word on an item: one of good, fair, ordinary, poor, and a comment."""

    rating: str
    comment: str
    record: str


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One line of the item-by-item table."""

    state: ItemState
    rating: Rating | None


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything a report needs; texts are made by `xjtui.report`.

    `unmet` and `late` are items that fall short, `open_problems` those of the register not yet settled, `warnings`
    grave notes on items. `text` is the secretary's newest own text; `finalised` the record that froze
    the summary, and `outdated` tells whether the data changed after it.
    """

    sheet: Sheet
    as_of: date
    roll: Roll
    attendance: Total
    stages: tuple[StageDeeds, ...]
    unmet: tuple[ItemState, ...]
    late: tuple[ItemState, ...]
    open_problems: tuple[Problem, ...]
    warnings: tuple[Note, ...]
    text: Record | None
    finalised: Record | None
    outdated: bool
    annex: tuple[AnnexRow, ...]
    fingerprint: str


def summarise(sheet: Sheet) -> Summary:
    """The summary of a unit as it stands on the sheet's day."""
    situation = sheet.situation
    today = situation.today
    stages = tuple(
        StageDeeds(
            stage,
            _tally(sheet, stage),
            tuple(Deeds(state, figures(situation, state.item.key)) for state in sheet.of_stage(stage.key)),
        )
        for stage in sheet.stages()
    )
    closing = {state.item.key for state in sheet.states if isinstance(state.item.rule, SummaryRule)}
    unmet = tuple(
        state
        for state in sheet.states
        if state.applicable and not state.satisfied and not state.item.due.soft and state.item.key not in closing
    )
    late = tuple(state for state in sheet.states if state.status is Status.MET_LATE)
    problems = [case for state in sheet.states for case in problems_under(situation, state.item.key)]
    texts = [record for key in closing for record in situation.done(key, Kind.SUMMARY)]
    final = [record for record in texts if record.text("digest")]
    facts = fingerprint(situation)
    ratings = _ratings(sheet)
    return Summary(
        sheet,
        today,
        _roll(sheet),
        total(all_taken(situation)),
        stages,
        unmet,
        late,
        tuple(case for case in problems if case.stand is Stand.OPEN),
        _warnings(sheet),
        texts[-1] if texts else None,
        final[-1] if final else None,
        bool(final) and final[-1].text("digest") != facts,
        tuple(AnnexRow(state, ratings.get(state.item.key)) for state in sheet.states),
        facts,
    )


def _tally(sheet: Sheet, stage: Stage) -> Tally:
    return tally(sheet.of_stage(stage.key))


def _roll(sheet: Sheet) -> Roll:
    situation = sheet.situation
    everyone = situation.everyone()
    start, today = situation.plan.start, situation.today
    kept = [member for member in situation.members if member.removed is None]
    return Roll(
        len(everyone),
        sum(member.standing is Standing.PROBATIONARY for member in everyone),
        sum(member.leader for member in everyone),
        sum(member.joined is not None and start <= member.joined <= today for member in kept),
        sum(member.left is not None and start <= member.left <= today for member in kept),
        sum(any(member.exempt(today, scope) for scope in Scope) for member in everyone),
    )


def _ratings(sheet: Sheet) -> dict[str, Rating]:
    found: dict[str, Rating] = {}
    for state in sheet.states:
        for item, record in latest_ratings(sheet.situation, state.item.key).items():
            found[item] = Rating(record.text("rating"), record.text("comment"), record.id)
    return found


def _warnings(sheet: Sheet) -> tuple[Note, ...]:
    """What is to be said aloud; hints at box-ticking are for the secretary and the inspector, not for the report."""
    notes = [note for state in sheet.states for note in state.judgement.notes if note.what in GRAVE]
    return tuple(note for note in dict.fromkeys(notes) if note not in sheet.notes)
