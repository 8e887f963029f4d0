"""The whole checklist of a unit on a day: every item judged, tallied by stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xjtui.domain.lint import lint
from xjtui.domain.plan import Item, Stage
from xjtui.domain.records import Kind
from xjtui.domain.rules import judge
from xjtui.domain.rules.applies import exclusion
from xjtui.domain.situation import Situation
from xjtui.domain.states import (
    ItemState,
    Judgement,
    Measure,
    NotApplicable,
    Note,
    Remark,
    Status,
    Tally,
)


def due_day(situation: Situation, item: Item) -> date | None:
    """The last day in time; «before the first session» is that session's day, the phase's end until there is one."""
    if item.due.before_first:
        days = [
            record.day
            for key in item.due.before_first
            for record in situation.under(key)
            if record.kind is not Kind.WAIVER
        ]
        return min(days, default=situation.plan.end)
    if item.due.day is None:
        return situation.plan.end
    return item.due.day


def status_of(situation: Situation, item: Item, judged: Judgement, due: date | None) -> Status:
    """Status from judgement and due date: late stays late, and advice is never overdue."""
    binding = due is not None and not item.due.soft
    if judged.satisfied_on is not None:
        return Status.MET_LATE if binding and due is not None and judged.satisfied_on > due else Status.MET
    if binding and due is not None and situation.today > due:
        return Status.OVERDUE
    return Status.IN_PROGRESS if judged.started else Status.NOT_STARTED


@dataclass(frozen=True, slots=True)
class Sheet:
    """The checklist of a unit: one state an item, in the plan's order, and notes on the unit as a whole."""

    situation: Situation
    states: tuple[ItemState, ...]
    notes: tuple[Note, ...]

    def state(self, key: str) -> ItemState | None:
        """The state of one item, None where it is not on this unit's checklist."""
        return next((state for state in self.states if state.item.key == key), None)

    def stages(self) -> tuple[Stage, ...]:
        """The stages that have items for this unit."""
        used = {state.item.stage for state in self.states}
        return tuple(stage for stage in self.situation.plan.stages if stage.key in used)

    def of_stage(self, key: str) -> tuple[ItemState, ...]:
        """The states of one stage."""
        return tuple(state for state in self.states if state.item.stage == key)

    @property
    def total(self) -> Tally:
        """All stages together."""
        return tally(self.states)

    @property
    def weighted(self) -> tuple[int, int]:
        """Weight met, weight applicable."""
        return (
            sum(state.item.weight for state in self.states if state.satisfied),
            sum(state.item.weight for state in self.states if state.applicable),
        )

    @property
    def last_activity(self) -> date | None:
        """The day of the newest entry, None where nothing was entered."""
        return max((record.entered.date() for record in self.situation.known), default=None)


def tally(states: tuple[ItemState, ...]) -> Tally:
    """Counts done, overdue and late among the applicable."""
    due = [state for state in states if state.applicable]
    return Tally(
        sum(state.satisfied for state in due),
        len(due),
        sum(state.status is Status.OVERDUE for state in due),
        sum(state.status is Status.MET_LATE for state in due),
        sum(state.judgement.started for state in due),
    )


def evaluate(situation: Situation) -> Sheet:
    """Judges every item on the unit's checklist."""
    states: dict[str, ItemState] = {}
    under_way: set[str] = set()

    def state_of(key: str) -> ItemState | None:
        if key in states:
            return states[key]
        item = situation.plan.item(key)
        if item is None or not situation.binds(item) or key in under_way:
            return None
        under_way.add(key)
        states[key] = _state(item)
        under_way.discard(key)
        return states[key]

    def _state(item: Item) -> ItemState:
        due = due_day(situation, item)
        excluded = exclusion(situation, item)
        if excluded is not None:
            empty = Judgement(0, 0, Measure.TIMES, None)
            return ItemState(item, Status.NOT_APPLICABLE, due, empty, excluded)
        judged = judge(situation, item, state_of)
        if judged.need == 0 and (not judged.missing or any(note.what is Remark.EXEMPTED for note in judged.notes)):
            # Nobody or nothing is concerned; a roster still empty is different, and stays a gap.
            return ItemState(item, Status.NOT_APPLICABLE, due, judged, NotApplicable("", nobody=True))
        judged = _with_general_notes(judged)
        return ItemState(item, status_of(situation, item, judged, due), due, judged)

    linted = lint(situation)
    lint_by_record: dict[str, list[Note]] = {}
    for note in linted:
        for record_id in note.records:
            lint_by_record.setdefault(record_id, []).append(note)

    def _with_general_notes(judged: Judgement) -> Judgement:
        extra: list[Note] = []
        later = [key for key in judged.counted if (r := situation.record(key)) is not None and r.entered_later]
        if later:
            extra.append(Note(Remark.ENTERED_LATER, len(later), records=tuple(later)))
        counted = [r for key in judged.counted if (r := situation.record(key)) is not None]
        if early := [record for record in counted if record.day < situation.plan.start]:
            # A system may well be older than the phase, so it counts; that an old date makes it timely is said aloud.
            ids = tuple(record.id for record in early)
            extra.append(Note(Remark.BEFORE_PHASE, len(early), day=situation.plan.start, records=ids))
        for key in judged.counted:
            for note in lint_by_record.get(key, ()):
                if note not in extra:
                    extra.append(note)
        if not extra:
            return judged
        return Judgement(
            judged.have,
            judged.need,
            judged.measure,
            judged.satisfied_on,
            judged.counted,
            judged.missing,
            (*judged.notes, *extra),
            judged.started,
        )

    for item in situation.checklist():
        state_of(item.key)
    ordered = tuple(states[item.key] for item in situation.checklist())
    return Sheet(situation, ordered, linted)
