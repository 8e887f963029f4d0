"""The self-check summary composed of blocks: from the facts of `domain.summary` and the sentences of the words."""

from __future__ import annotations

from collections.abc import Iterator

from xjtui.domain.plan import CoverageRule
from xjtui.domain.problems import Problem
from xjtui.domain.states import ItemState
from xjtui.domain.states import Remark as Noted
from xjtui.domain.summary import AnnexRow, Deeds, StageDeeds, Summary
from xjtui.report.blocks import Block, Document, Heading, Paragraph, Remark, Signature, Table, Title
from xjtui.words import Words, tell

LISTED = 10
"""So many names are listed before the rest is only counted; the annex and the registers have them all."""
ELSEWHERE = frozenset({Noted.PROBLEM_OVERDUE, Noted.OUTDATED})
"""Warnings that the list of open problems, or the line under the title, gives already."""


def summary_document(summary: Summary, words: Words) -> Document:
    """The whole summary: title, opening, five parts, signature, annex."""
    situation = summary.sheet.situation
    prose = words.prose
    unit, plan, language = situation.unit, situation.plan, words.language
    phase = plan.phase.of(language)
    blocks: list[Block] = [Title(prose.title(unit.name, phase))]
    if summary.finalised is None:
        blocks.append(Remark(prose.draft))
    elif summary.outdated:
        blocks.append(Remark(prose.outdated))
    issuer, title = plan.issuer.of(language), plan.title.of(language)
    blocks.append(Paragraph(prose.opening(issuer, title, unit.name, phase, plan.start, plan.end, summary.as_of)))
    parts = [_facts(summary, words), _done(summary, words), _short(summary, words), *_own(summary, words)]
    for n, (heading, part) in enumerate(zip(prose.headings, parts, strict=False), 1):
        blocks.append(Heading(1, prose.number(n, 1) + heading))
        blocks.extend(part)
    signed = summary.finalised.day if summary.finalised is not None and not summary.outdated else summary.as_of
    blocks.append(Signature(unit.name, prose.day(signed)))
    blocks.append(_annex(summary, words))
    return Document(language, tuple(blocks))


def _facts(summary: Summary, words: Words) -> Iterator[Block]:
    prose, roll, total = words.prose, summary.roll, summary.sheet.total
    audience = summary.sheet.situation.unit.audience
    said = prose.roll(audience, roll.members, roll.probationary, roll.leaders) if roll.members else prose.roster_empty
    moves = prose.moves(roll.joined, roll.left, roll.exempt)
    yield Paragraph(f"{said} {moves}".rstrip() if words.language == "en" else said + moves)
    yield Paragraph(prose.tally(total.of, total.done, total.late, total.overdue))
    taken = summary.attendance
    if not taken.sessions:
        yield Paragraph(prose.no_attendance)
        return
    yield Paragraph(
        prose.attendance(
            taken.sessions, taken.should, taken.present, taken.made_up, taken.rate.percent, taken.participation.percent
        ),
        records=taken.records,
    )


def _done(summary: Summary, words: Words) -> Iterator[Block]:
    for n, stage in enumerate(summary.stages, 1):
        yield Heading(2, words.prose.number(n, 2) + stage.stage.title.of(words.language))
        yield from _stage(summary, stage, words)


def _stage(summary: Summary, stage: StageDeeds, words: Words) -> Iterator[Block]:
    told = [(one, sentence) for one in stage.deeds if (sentence := deed_text(summary, one, words))]
    if not told:
        yield Paragraph(words.prose.not_begun)
    for n, (one, sentence) in enumerate(told, 1):
        yield Paragraph(sentence, words.prose.number(n, 3), _ids(one))


def deed_text(summary: Summary, deeds: Deeds, words: Words) -> str:
    """What was done under one item, with the days and figures; '' where nothing was."""
    situation, prose = summary.sheet.situation, words.prose
    item, judged = deeds.state.item, deeds.state.judgement
    covers = isinstance(item.rule, CoverageRule)
    if not deeds.figures and not (covers and judged.have):
        return ""
    # What records of other items cover by themselves has no figures of its own, but records all the same.
    days = sorted(record.day for key in _ids(deeds) if (record := situation.record(key)) is not None)
    when = prose.span(days[0], days[-1], summary.as_of) if days else ""
    unit = words.terms.measure[judged.measure].of(judged.need)
    more = prose.covered(judged.have, judged.need, unit) if covers else ""
    figures = [(figure.count, figure.value) for figure in deeds.figures]
    return prose.deed(item.title.of(words.language), when, figures, more)


def _ids(deeds: Deeds) -> tuple[str, ...]:
    counted = dict.fromkeys(record for figure in deeds.figures for record in figure.records)
    return tuple(counted) or deeds.state.judgement.counted


def unmet_text(summary: Summary, state: ItemState, words: Words) -> str:
    """What one item falls short of."""
    prose = words.prose
    lacks = [tell.missing(words, lack, summary.sheet, LISTED) for lack in state.judgement.missing]
    missing = [prose.generated(lack) for lack in lacks]
    return prose.unmet(state.item.title.of(words.language), missing, state.due, summary.as_of)


def problem_text(summary: Summary, problem: Problem, words: Words) -> str:
    """A problem that is not closed."""
    owner = summary.sheet.situation.name(problem.record.text("owner"))
    overdue = problem.overdue(summary.as_of)
    text = " ".join(problem.record.text("text").split())
    return words.prose.problem(text, owner, problem.deadline, problem.first_deadline, overdue)


def _short(summary: Summary, words: Words) -> Iterator[Block]:
    prose = words.prose
    found: list[tuple[str, tuple[str, ...]]] = []
    for state in summary.unmet:
        found.append((unmet_text(summary, state, words), state.judgement.counted))
    for state in summary.late:
        done, due = state.judgement.satisfied_on, state.due
        if done is not None and due is not None:
            found.append((prose.late(state.item.title.of(words.language), done, due), state.judgement.counted))
    for problem in summary.open_problems:
        found.append((problem_text(summary, problem, words), (problem.record.id,)))
    for note in summary.warnings:
        if note.what in ELSEWHERE:
            continue
        said = prose.generated(tell.note(words, note, summary.sheet, 0))
        found.append((prose.warning(said), note.records))
    if not found:
        yield Paragraph(prose.nothing_short)
    for n, (sentence, records) in enumerate(found, 1):
        yield Paragraph(sentence, prose.number(n, 3), records)


def _own(summary: Summary, words: Words) -> Iterator[Iterator[Block]]:
    record = summary.text
    for key, wanted in (("causes", words.prose.causes_wanted), ("next_steps", words.prose.steps_wanted)):
        yield _paragraphs(record.text(key) if record is not None else "", wanted)
    if record is not None and record.text("remarks"):
        yield _paragraphs(record.text("remarks"), "")


def _paragraphs(text: str, wanted: str) -> Iterator[Block]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    yield from (Paragraph(line) for line in lines or [wanted])


def _annex(summary: Summary, words: Words) -> Table:
    rows = tuple(_row(summary, n, row, words) for n, row in enumerate(summary.annex, 1))
    return Table(words.prose.annex, words.prose.columns, rows)


def _row(summary: Summary, n: int, row: AnnexRow, words: Words) -> tuple[str, ...]:
    state, prose = row.state, words.prose
    due = prose.short_day(state.due, summary.as_of) if state.due is not None and state.applicable else ""
    rating = ""
    if row.rating is not None:
        grade = words.terms.choices["rating"].get(row.rating.rating, row.rating.rating)
        rating = f"{grade}{words.phrases.colon}{row.rating.comment}"
    return (
        str(n),
        state.item.title.of(words.language),
        state.item.clause.of(words.language),
        due,
        words.terms.status[state.status],
        prose.generated(tell.progress(words, state)) if state.applicable else "",
        rating,
    )
