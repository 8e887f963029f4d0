"""Every fault there is, provoked as a person would: what is wrong, at which answer, and what to mend it by."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.builders import attempt, codes, d, entry, makeup, member, people, problem, record, session, situation, step
from xjtui.domain.fields import FaultCode
from xjtui.domain.records import Kind
from xjtui.domain.situation import Situation

Provoked = Mapping[str, FaultCode]
SESSION = {"day": "4-8", "start": "15:30", "theme": "理论学习"}
CHANNEL = {"channel": "cards", "day": "4-8"}
OWNED = {"day": "4-8", "text": "问题", "measures": "措施", "owner": "甲一", "deadline": "4-20"}
LECTURE = {"day": "4-8", "lecturer": "甲一", "title": "课"}
CASE = situation(today="4-15")
TWINS = situation(members=(*people("甲一"), member("李明", id="t1"), member("李明", id="t2")))
HELD = session("4-8", marks={"甲二": "sick"}, id="held")
MISSED = situation(HELD)
CAUGHT_UP = situation(HELD, makeup("4-9", HELD, "甲二"))
MAKEUP = {"member": "甲二", "day": "4-10", "form": "1", "content": "自学", "confirmed_by": "甲三"}
BROKEN = problem("4-8", "4-12", owner="甲一", id="broken")
OPEN = situation(BROKEN, step("4-10", BROKEN, "progress"))
STEP = {"step": "progress", "day": "4-11", "text": "经过"}
VOICES = [
    record("research.channels", Kind.OPINION, "4-8", channel="cards", text=f"意见{n}", id=f"o{n}") for n in (1, 2)
]
MERGED = record("research.channels", Kind.HANDLING, "4-9", about=VOICES[1], outcome="merged", into="o1", text="相同")


def of_session(case: Situation = CASE, **answers: str) -> Provoked:
    return codes(case, "study.sessions", Kind.SESSION, **{**SESSION, **answers})


def of_makeup(case: Situation = MISSED, **answers: str) -> Provoked:
    return codes(case, "study.sessions", Kind.MAKEUP, HELD, **{**MAKEUP, **answers})


def of_step(**answers: str) -> Provoked:
    return codes(OPEN, "research.problems", Kind.STEP, BROKEN, **{**STEP, **answers})


def of_lecture(case: Situation = CASE, **answers: str) -> Provoked:
    return codes(case, "study.lectures", Kind.LECTURE, **{**LECTURE, **answers})


PROVOKE: Mapping[FaultCode, tuple[str, Callable[[], Provoked]]] = {
    FaultCode.REQUIRED: ("theme", lambda: of_session(theme=" ")),
    FaultCode.TOO_LONG: ("theme", lambda: of_session(theme="长" * 201)),
    FaultCode.NOT_A_DAY: ("day", lambda: of_session(day="4月31日")),
    FaultCode.IN_FUTURE: ("day", lambda: codes(CASE, "plan.filed", Kind.FILING, day="4-16", filed_by="甲一")),
    FaultCode.NOT_A_TIME: ("start", lambda: of_session(start="25:00")),
    FaultCode.NOT_A_NUMBER: ("hours", lambda: of_session(hours="两")),
    FaultCode.TOO_SMALL: ("hours", lambda: of_session(hours="0")),
    FaultCode.TOO_LARGE: ("hours", lambda: of_session(hours="999999")),
    FaultCode.NOT_YES_NO: ("anonymous", lambda: codes(CASE, "study.ideas", Kind.IDEA, text="点子", anonymous="也许")),
    FaultCode.NOT_A_CHOICE: ("channel", lambda: codes(CASE, "research.channels", Kind.CHANNEL, channel="电报")),
    FaultCode.NOT_A_MEMBER: ("lecturer", lambda: of_lecture(lecturer="丙一")),
    FaultCode.AMBIGUOUS: ("lecturer", lambda: of_lecture(TWINS, lecturer="李明")),
    FaultCode.NOT_ON_ROSTER: (
        "attendance",
        lambda: of_session(situation(members=(*people("甲一"), member("来了", joined="4-9"))), attendance="来了 病假"),
    ),
    FaultCode.NOBODY: ("attendance", lambda: of_session(situation(members=()), attendance="全到")),
    FaultCode.MARK_UNKNOWN: ("attendance", lambda: of_session(attendance="甲一 旅游")),
    FaultCode.PAIR_UNCLEAR: (
        "questions",
        lambda: codes(CASE, "study.face", Kind.SESSION, theme="面对面", questions="|答"),
    ),
    FaultCode.ASSIGNMENT_UNCLEAR: (
        "assignments",
        lambda: codes(CASE, "org.duties", Kind.DOCUMENT, assignments="甲一负责"),
    ),
    FaultCode.UNKNOWN_FIELD: ("colour", lambda: of_session(colour="红")),
    FaultCode.RETURNED_EXCEED: (
        "returned",
        lambda: codes(CASE, "research.channels", Kind.CHANNEL, **CHANNEL, issued="10", returned="11"),
    ),
    FaultCode.SELF_CONFIRMED: ("confirmed_by", lambda: of_makeup(confirmed_by="甲二")),
    FaultCode.NOT_ABSENT: ("member", lambda: of_makeup(member="甲一")),
    FaultCode.ALREADY_MADE_UP: ("member", lambda: of_makeup(CAUGHT_UP)),
    FaultCode.MAKEUP_TOO_EARLY: ("day", lambda: of_makeup(day="4-8")),
    FaultCode.BEFORE_PARENT: ("day", lambda: of_step(day="4-7")),
    FaultCode.OWNER_CLOSES: ("verifier", lambda: of_step(step="close", verifier="甲一")),
    FaultCode.DEADLINE_PAST: (
        "deadline",
        lambda: codes(CASE, "research.problems", Kind.PROBLEM, **{**OWNED, "deadline": "4-7"}),
    ),
    FaultCode.NOT_EARLIER: ("day", lambda: of_step(day="4-9")),
    FaultCode.SELF_APPROVED: ("attendance", lambda: of_session(attendance="甲二 病假 甲二")),
    FaultCode.MERGED_INTO_SELF: (
        "into",
        lambda: codes(
            situation(*VOICES, MERGED),
            "research.channels",
            Kind.HANDLING,
            VOICES[0],
            outcome="merged",
            into="o2",
            text="同",
        ),
    ),
}


@pytest.mark.parametrize("code", [code for code in FaultCode if code is not FaultCode.STEP_IMPOSSIBLE], ids=str)
def test_every_fault_can_be_provoked_and_stands_at_its_answer(code: FaultCode) -> None:
    key, provoke = PROVOKE[code]
    assert provoke()[key] is code


def test_a_step_that_became_impossible_while_the_form_was_open_is_refused() -> None:
    """Two people close the same problem: the second form was opened before the first was saved."""
    filled = entry(OPEN, "research.problems", Kind.STEP, BROKEN, **STEP)
    since = situation(BROKEN, step("4-10", BROKEN, "close"))
    made = attempt(filled, since)
    assert isinstance(made, tuple)
    assert {f.key: f.code for f in made} == {"step": FaultCode.STEP_IMPOSSIBLE}


def test_a_fault_carries_what_is_needed_to_mend_it() -> None:
    made = attempt(entry(CASE, "plan.filed", Kind.FILING, day="4-16", filed_by="甲一"), CASE)
    assert isinstance(made, tuple)
    assert dict(made[0].facts) == {"day": d("4-16"), "today": d("4-15")}
    late = attempt(entry(OPEN, "research.problems", Kind.STEP, BROKEN, **{**STEP, "day": "4-9"}), OPEN)
    assert isinstance(late, tuple) and late[0].facts["day"] == d("4-10")


def test_a_session_may_be_planned_ahead_but_not_its_attendance() -> None:
    assert of_session(day="4-20", attendance="全到") == {"attendance": FaultCode.IN_FUTURE}
    ahead = attempt(entry(CASE, "study.sessions", Kind.SESSION, **{**SESSION, "day": "4-20"}), CASE)
    assert not isinstance(ahead, tuple)


@pytest.mark.parametrize(
    ("issued", "returned", "right"),
    [("10", "10", True), ("10", "9", True), ("", "1", False), ("", "", True), ("", "0", True)],
)
def test_slips_come_back_at_most_as_many_as_went_out(issued: str, returned: str, right: bool) -> None:
    filled = entry(CASE, "research.channels", Kind.CHANNEL, **CHANNEL, issued=issued, returned=returned)
    assert isinstance(attempt(filled, CASE), tuple) is not right


def test_one_answer_has_one_fault() -> None:
    found = attempt(
        entry(CASE, "study.sessions", Kind.SESSION, day="某天", start="", theme="", attendance="丙 病假"), CASE
    )
    assert isinstance(found, tuple)
    assert len({f.key for f in found}) == len(found)
