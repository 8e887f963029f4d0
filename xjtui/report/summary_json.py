"""The self-check summary as JSON-able data: every figure with its records, every sentence as the text has it."""

from __future__ import annotations

from xjtui.domain.problems import Problem
from xjtui.domain.summary import Deeds, Summary
from xjtui.report.facts import Json, iso, note_json, state_json, tally_json, unit_json
from xjtui.report.summary_document import deed_text, problem_text, unmet_text
from xjtui.words import Words

SCHEMA = "xjtui.summary/1"


def summary_json(summary: Summary, words: Words) -> Json:
    """All of it; the schema is described in docs/commands-json.md."""
    sheet, roll, taken = summary.sheet, summary.roll, summary.attendance
    plan = sheet.situation.plan
    own = summary.text
    return {
        "schema": SCHEMA,
        "language": words.language,
        "title": words.prose.title(sheet.situation.unit.name, plan.phase.of(words.language)),
        "unit": unit_json(sheet, words),
        "as_of": iso(summary.as_of),
        "phase": {"title": plan.phase.of(words.language), "start": iso(plan.start), "end": iso(plan.end)},
        "total": tally_json(sheet.total),
        "roll": {
            "members": roll.members,
            "probationary": roll.probationary,
            "leaders": roll.leaders,
            "joined": roll.joined,
            "left": roll.left,
            "exempt": roll.exempt,
        },
        "attendance": {
            "sessions": taken.sessions,
            "should": taken.should,
            "present": taken.present,
            "made_up": taken.made_up,
            "rate": taken.rate.percent,
            "participation": taken.participation.percent,
            "records": list(taken.records),
        },
        "stages": [
            {
                "key": stage.stage.key,
                "title": stage.stage.title.of(words.language),
                **tally_json(stage.tally),
                "deeds": [_deeds(summary, deeds, words) for deeds in stage.deeds],
            }
            for stage in summary.stages
        ],
        "unmet": [{"item": state.item.key, "text": unmet_text(summary, state, words)} for state in summary.unmet],
        "late": [
            {"item": state.item.key, "done": iso(state.judgement.satisfied_on), "due": iso(state.due)}
            for state in summary.late
        ],
        "open_problems": [_problem(summary, problem, words) for problem in summary.open_problems],
        "warnings": [note_json(note, sheet, words) for note in summary.warnings],
        "causes": own.text("causes") if own else "",
        "next_steps": own.text("next_steps") if own else "",
        "remarks": own.text("remarks") if own else "",
        "finalised": {"record": summary.finalised.id, "day": iso(summary.finalised.day)} if summary.finalised else None,
        "outdated": summary.outdated,
        "annex": [
            {
                **state_json(row.state, sheet, words),
                "clause": row.state.item.clause.of(words.language),
                "rating": row.rating.rating if row.rating else None,
                "comment": row.rating.comment if row.rating else "",
            }
            for row in summary.annex
        ],
        "fingerprint": summary.fingerprint,
    }


def _deeds(summary: Summary, deeds: Deeds, words: Words) -> Json:
    return {
        "item": deeds.state.item.key,
        "title": deeds.state.item.title.of(words.language),
        "text": deed_text(summary, deeds, words),
        "figures": [
            {
                "count": figure.count.value,
                "value": figure.value,
                "measure": figure.measure.value,
                "text": words.prose.figure(figure.count, figure.value),
                "records": list(figure.records),
            }
            for figure in deeds.figures
        ],
    }


def _problem(summary: Summary, problem: Problem, words: Words) -> Json:
    return {
        "record": problem.record.id,
        "text": problem_text(summary, problem, words),
        "owner": summary.sheet.situation.name(problem.record.text("owner")),
        "deadline": iso(problem.deadline),
        "first_deadline": iso(problem.first_deadline),
        "overdue": problem.overdue(summary.as_of),
    }
