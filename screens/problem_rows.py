"""The problem register as rows: numbered as found, filtered, told in full. No widgets; the life is the domain's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from screens.widgets.lines import Line, Span, line
from xjtui.domain.plan import Item, ProblemsRule, UrgingRule
from xjtui.domain.problems import Problem, Stand, Step, life
from xjtui.domain.records import Kind, Record
from xjtui.domain.sheet import Sheet
from xjtui.words import Words, tell
from xjtui.words.screen_review import ProblemTally


class Show(StrEnum):
    """Which problems are listed."""

    OPEN = "open"
    OVERDUE = "overdue"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Case:
    """A problem with its number in the register, counted from 1 in the order found."""

    number: int
    problem: Problem
    item: str


def register_item(sheet: Sheet) -> Item | None:
    """The item whose register this is: the branch's problems, or the group's urgings."""
    for state in sheet.states:
        if isinstance(state.item.rule, (ProblemsRule, UrgingRule)):
            return state.item
    return None


def case_kind(item: Item) -> Kind:
    """What a new case is: a problem, for a group an urging."""
    return Kind.URGING if isinstance(item.rule, UrgingRule) else Kind.PROBLEM


def cases(sheet: Sheet, item: Item) -> tuple[Case, ...]:
    """All cases of the register, oldest first."""
    found = sheet.situation.done(item.key, case_kind(item))
    return tuple(Case(n, life(sheet.situation, record), item.key) for n, record in enumerate(found, 1))


def statements(sheet: Sheet, item: Item) -> tuple[Record, ...]:
    """Statements that there is nothing to register."""
    return sheet.situation.done(item.key, Kind.NO_PROBLEM)


def shown(listed: Iterable[Case], show: Show, today: date) -> tuple[Case, ...]:
    """The cases of one sort."""
    match show:
        case Show.ALL:
            return tuple(listed)
        case Show.OVERDUE:
            return tuple(one for one in listed if one.problem.overdue(today))
        case Show.OPEN:
            return tuple(one for one in listed if one.problem.stand is not Stand.CLOSED)


def tallied(listed: Iterable[Case], today: date) -> ProblemTally:
    """The figures above the list."""
    kept = tuple(listed)
    stands = [one.problem.stand for one in kept]
    return ProblemTally(
        len(kept),
        stands.count(Stand.OPEN),
        sum(one.problem.overdue(today) for one in kept),
        stands.count(Stand.REFERRED),
        stands.count(Stand.CLOSED),
    )


def mark(problem: Problem, today: date) -> Span:
    """[!] overdue, [~] under way, [>] with the superior, [x] closed."""
    match problem.stand:
        case Stand.CLOSED:
            return ("[x]", "good")
        case Stand.REFERRED:
            return ("[>]", "note")
        case Stand.OPEN:
            return ("[!]", "bad") if problem.overdue(today) else ("[~]", "")


def told(words: Words, sheet: Sheet, case: Case) -> list[Line]:
    """A problem in full: text, who, deadlines, and every step."""
    said, situation = words.screen.more.problems, sheet.situation
    today, problem = situation.today, case.problem
    record = problem.record

    def day(when: date) -> str:
        return tell.day(words, when, today)

    lines = [line((f"{case.number}. ", "dim"), (record.text("text"), "head"))]
    if measures := record.text("measures") or record.text("demand"):
        lines.append(line((f"{said.measures} ", "dim"), measures))
    facts = [words.terms.choices["problem_class"].get(record.text("class"), "")]
    for label, key in ((said.owner, "owner"), (said.leader, "leader"), (said.found_by, "source")):
        if record.text(key):
            facts.append(f"{label} {situation.name(record.text(key))}")
    lines.append(line(" · ".join(fact for fact in facts if fact)))
    if problem.deadline is not None and problem.first_deadline is not None:
        when = said.deadline(day(problem.deadline))
        if problem.extended:
            when = said.extended(day(problem.first_deadline), day(problem.deadline))
        spans: list[Span] = [(when, "")]
        if problem.overdue(today):
            spans += [("  [!] ", "bad"), (said.late_by((today - problem.deadline).days), "bad")]
        lines.append(line(*spans))
    closing = [step for step in problem.steps if step.text("step") == Step.CLOSE]
    if problem.stand is Stand.CLOSED and closing:
        # Not `settled_on`: what was referred counts as settled before it is closed.
        lines.append(line(("[x] ", "good"), said.closed_by(day(closing[-1].day), situation.name(problem.verifier))))
    lines.append(())
    if not problem.steps:
        lines.append(line((said.no_steps, "dim")))
    for step in problem.steps:
        what = words.terms.choices["step"].get(step.text("step"), step.text("step"))
        after = [step.text("text")]
        if (later := step.day_of("deadline")) is not None:
            after.append(said.deadline(day(later)))
        if verifier := step.text("verifier"):
            after.append(said.verified(situation.name(verifier)))
        lines.append(
            line((f"{day(step.day)} ", "dim"), (f"{what} ", "head"), " · ".join(part for part in after if part))
        )
    return lines
