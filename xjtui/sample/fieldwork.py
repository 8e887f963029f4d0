"""Ideas, talks, visits, channels, opinions, problems: what branches do among people, one function a deed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from xjtui.domain.records import Kind
from xjtui.sample import phrases
from xjtui.sample.script import Marks, Script


def idea(s: Script, day: date, author: int | None, answered: date | None = None, outcome: str = "adopted") -> str:
    """A good idea (author None: given anonymously), and its answer where there is one yet."""
    who = {"anonymous": True} if author is None else {"anonymous": False, "author": s.id(author)}
    name = s.deed("study.ideas", Kind.IDEA, day, text=s.pick(phrases.IDEAS), **who)
    if answered is not None:
        text = s.pick(phrases.IDEA_ANSWERS)
        s.deed("study.ideas", Kind.ANSWER, answered, about=name, outcome=outcome, text=text)
    return name


def face_to_face(s: Script, day: date, asked: int = 3, unanswered: int = 0, marks: Marks | None = None) -> str:
    """Questions asked in the room and answered there, the last `unanswered` ones not yet."""
    pairs = [list(s.pick(phrases.QUESTIONS)) for _ in range(asked)]
    for pair in pairs[asked - unanswered :]:
        pair[1] = ""
    return s.deed(
        "study.face_to_face",
        Kind.SESSION,
        day,
        start="16:00",
        theme="发展热点面对面",
        place=s.pick(phrases.PLACES),
        host=s.name(0),
        attendance=s.attendance(marks or {}),
        questions=pairs,
    )


def visit(s: Script, day: date, audiences: Sequence[str], visitors: Sequence[int], heard: int = 12) -> str:
    """Into the classrooms, and whom one heard there."""
    where = {"parents": ("校门口", "年级家长会", "学生家中"), "pupils": ("三年级教室", "实验室", "一楼教室")}
    return s.deed(
        "research.visits",
        Kind.VISIT,
        day,
        place=s.rng.choice(where[audiences[0]]),
        visitors=[s.id(place) for place in visitors],
        audiences=list(audiences),
        heard=heard,
        text=s.pick(phrases.VISITS),
    )


def channel(
    s: Script, kind: str, day: date, issued: int | None = None, returned: int | None = None, opinions: int = 0
) -> str:
    """One use of a channel."""
    return s.deed(
        "research.channels",
        Kind.CHANNEL,
        day,
        channel=kind,
        other="登门听取" if kind == "other" else None,
        audience=s.rng.choice(("教师", "家长", "学生和家长", "党员群众")),
        issued=issued,
        returned=returned,
        opinions=opinions,
    )


def opinion(s: Script, kind: str, day: date, count: int = 1, signed: str | None = None) -> str:
    """One opinion as it came in; without `signed` it is anonymous."""
    who = {"anonymous": True} if signed is None else {"anonymous": False, "author": signed}
    return s.deed(
        "research.channels",
        Kind.OPINION,
        day,
        channel=kind,
        text=s.pick(phrases.OPINIONS),
        count=count,
        category=s.rng.choice(phrases.CATEGORIES),
        **who,
    )


def handle(s: Script, about: str, day: date, outcome: str) -> str:
    """What became of an opinion."""
    text = s.pick(phrases.HANDLINGS)
    return s.deed("research.channels", Kind.HANDLING, day, about=about, outcome=outcome, text=text)


def problem(s: Script, day: date, owner: int, deadline: date, kind: str = "now", lag: int | None = None) -> str:
    """A problem found, with somebody to mend it by a day."""
    text, measures = s.pick(phrases.PROBLEMS)
    solved: dict[str, Any] = {"class": kind}
    return s.deed(
        "research.problems",
        Kind.PROBLEM,
        day,
        lag=lag,
        source=s.rng.choice(("征求意见", "走访", "自查", "座谈")),
        text=text,
        measures=measures,
        leader=s.name(0),
        owner=s.id(owner),
        deadline=deadline,
        **solved,
    )


def step(s: Script, about: str, day: date, what: str = "progress", deadline: date | None = None) -> str:
    """Progress, extension or referral."""
    text = s.pick(phrases.STEPS)
    return s.deed("research.problems", Kind.STEP, day, about=about, step=what, text=text, deadline=deadline)


def close(s: Script, about: str, day: date, verifier: int) -> str:
    """Somebody other than the owner looked, and closes it."""
    text = s.pick(phrases.SOLVED)
    return s.deed("research.problems", Kind.STEP, day, about=about, step="close", text=text, verifier=s.id(verifier))


def research_report(s: Script, day: date, measures: bool = True) -> str:
    """What was found, and what follows from it."""
    return s.deed(
        "research.report",
        Kind.DOCUMENT,
        day,
        title="支部调研报告",
        parts__findings=s.pick(phrases.FINDINGS),
        parts__measures=s.pick(phrases.MEASURES) if measures else None,
    )


def no_problem(s: Script, day: date, reason: str) -> str:
    """A statement that there are no problems, with its reason."""
    return s.deed("research.problems", Kind.NO_PROBLEM, day, reason=reason)


def unit_visit(s: Script, item: str, unit: str, day: date, text: str, visitors: Sequence[int] = (0, 1)) -> str:
    """A group goes to one of its branches, to help or to look."""
    people = [s.id(place) for place in visitors]
    return s.deed(item, Kind.UNIT_VISIT, day, unit=unit, visitors=people, text=text)


def urging(s: Script, unit: str, day: date, text: str, demand: str, deadline: date) -> str:
    """A group urges a branch to improve by a day."""
    return s.deed("group.urge", Kind.URGING, day, unit=unit, text=text, demand=demand, deadline=deadline)


def urged(s: Script, about: str, day: date, what: str, text: str, verifier: int | None = None) -> str:
    """What followed an urging."""
    who = s.id(verifier) if verifier is not None else None
    return s.deed("group.urge", Kind.STEP, day, about=about, step=what, text=text, verifier=who)
