"""Problems mended while studying, and units urged until they mend: both end only when every case is settled."""

from __future__ import annotations

from datetime import date

from xjtui.domain.plan import Item, ProblemsRule
from xjtui.domain.problems import Problem, Stand, life, problems_under
from xjtui.domain.records import Kind
from xjtui.domain.situation import Situation
from xjtui.domain.states import Judgement, Lack, Measure, Missing, Note, Remark


def problems(situation: Situation, item: Item, rule: ProblemsRule) -> Judgement:
    """Never met before the plan's day, nor with no problems and no stated reason."""
    return _settled(situation, item, problems_under(situation, item.key), rule.not_before, Lack.OPEN_PROBLEMS)


def urging(situation: Situation, item: Item) -> Judgement:
    """Each urging is followed until it is closed."""
    cases = tuple(life(situation, record) for record in situation.done(item.key, Kind.URGING))
    return _settled(situation, item, cases, None, Lack.OPEN_URGINGS)


def _settled(
    situation: Situation, item: Item, cases: tuple[Problem, ...], not_before: date | None, lack: Lack
) -> Judgement:
    statements = [
        record
        for record in situation.done(item.key, Kind.NO_PROBLEM)
        if record.text("reason") and (not_before is None or record.day >= not_before)
    ]
    waiting = not_before is not None and situation.today < not_before
    still_open = tuple(case for case in cases if case.stand is Stand.OPEN)
    missing = []
    if still_open:
        names = tuple(case.record.text("text") for case in still_open)
        missing.append(Missing(lack, len(still_open), names, record=still_open[0].record.id))
    if not cases and not statements:
        missing.append(Missing(Lack.NO_PROBLEMS, day=not_before))
    elif waiting:
        missing.append(Missing(Lack.WAIT, day=not_before))
    days = [case.released_on for case in cases if case.released_on is not None]
    if not cases:
        days = [statements[0].day] if statements else []
    if not_before is not None and days:
        days.append(not_before)
    settled = len(cases) - len(still_open)
    stated = not cases and bool(statements)
    return Judgement(
        1 if stated else settled,
        max(1, len(cases)),
        Measure.PIECES,
        max(days) if days and not missing else None,
        tuple(case.record.id for case in cases) or tuple(record.id for record in statements[:1]),
        tuple(missing),
        _notes(situation, cases),
        started=bool(cases) or bool(statements),
    )


def _notes(situation: Situation, cases: tuple[Problem, ...]) -> tuple[Note, ...]:
    groups = (
        (Remark.PROBLEM_OVERDUE, [case for case in cases if case.overdue(situation.today)]),
        (Remark.EXTENDED, [case for case in cases if case.extended]),
        (Remark.REFERRED, [case for case in cases if case.stand is Stand.REFERRED]),
    )
    return tuple(
        Note(
            remark,
            len(found),
            names=tuple(case.record.text("text") for case in found),
            records=tuple(case.record.id for case in found),
        )
        for remark, found in groups
        if found
    )
