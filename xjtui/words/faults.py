"""What is wrong with an answer and how to mend it: one function a language over every kind of fault."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from xjtui.domain.fields import FaultCode


class Mistake(NamedTuple):
    """A fault with its facts put into words. `label` names the field; `known` lists what would do.

    `strict`: the date must be later than `day`, where otherwise the same day will do.
    """

    code: FaultCode
    label: str
    raw: str = ""
    name: str = ""
    day: str = ""
    known: str = ""
    stand: str = ""
    limit: int = 0
    length: int = 0
    issued: int = 0
    returned: int = 0
    strict: bool = False


def zh(m: Mistake) -> str:
    """In Chinese."""
    match m.code:
        case FaultCode.REQUIRED:
            return f"「{m.label}」没有填。"
        case FaultCode.TOO_LONG:
            return f"「{m.label}」写了 {m.length} 个字，最多 {m.limit} 个，请写短些。"
        case FaultCode.NOT_A_DAY:
            return f"「{m.label}」不是日期：{m.raw}。写成 4月15日、2009-04-15 或「今天」都行。"
        case FaultCode.IN_FUTURE:
            return f"「{m.label}」填的是还没发生的事（{m.day}），请等到那天之后再登记。"
        case FaultCode.NOT_A_TIME:
            return f"「{m.label}」不是时间：{m.raw}。写成 15:30 这样。"
        case FaultCode.NOT_A_NUMBER:
            return f"「{m.label}」要填整数，不能是：{m.raw}。"
        case FaultCode.TOO_SMALL:
            return f"「{m.label}」不能小于 {m.limit}。"
        case FaultCode.TOO_LARGE:
            return f"「{m.label}」不能大于 {m.limit}，请核对。"
        case FaultCode.NOT_YES_NO:
            return f"「{m.label}」请填「是」或「否」，不能是：{m.raw}。"
        case FaultCode.NOT_A_CHOICE:
            return f"「{m.label}」没有「{m.raw}」这一项，可选：{m.known}。"
        case FaultCode.NOT_A_MEMBER:
            return f"名册上没有「{m.raw}」。请核对姓名，新来的人先加进名册。"
        case FaultCode.AMBIGUOUS:
            return f"名册上不止一个「{m.raw}」，请填编号：{m.known}。"
        case FaultCode.NOT_ON_ROSTER:
            return f"「{m.raw}」{m.day}不在名册上，请核对日期和姓名。"
        case FaultCode.NOBODY:
            return f"{m.day}名册上没有人，没法登记考勤。请先补齐名册，或改日期。"
        case FaultCode.MARK_UNKNOWN:
            if not m.raw:
                return f"「{m.name}」没有写考勤情况，可写：{m.known}。"
            return f"「{m.name}」的考勤「{m.raw}」看不懂，可写：{m.known}。"
        case FaultCode.PAIR_UNCLEAR:
            return f"「{m.label}」这一行看不懂：{m.raw}。一行一问，写成「问题|答复」。"
        case FaultCode.ASSIGNMENT_UNCLEAR:
            return f"「{m.label}」这一条看不懂：{m.raw}。写成「事项=姓名」，用分号隔开。"
        case FaultCode.UNKNOWN_FIELD:
            return f"没有「{m.label}」这一栏。可用的有：{m.known}。"
        case FaultCode.RETURNED_EXCEED:
            return f"收回 {m.returned} 份，多于发放的 {m.issued} 份，请核对。"
        case FaultCode.SELF_CONFIRMED:
            return f"补课要由别人确认，不能由{m.name}自己确认。"
        case FaultCode.NOT_ABSENT:
            return f"{m.name}{m.day}没有缺课，不用补课。"
        case FaultCode.ALREADY_MADE_UP:
            return f"{m.name}已经补过这一次，不用再登记。"
        case FaultCode.MAKEUP_TOO_EARLY:
            return f"补课日期要晚于活动日期（{m.day}）。"
        case FaultCode.BEFORE_PARENT:
            return f"日期早于所跟进的那条记录（{m.day}），请核对。"
        case FaultCode.OWNER_CLOSES:
            return f"销号要由责任人以外的人核实，{m.name}是责任人，请换一个人。"
        case FaultCode.DEADLINE_PAST:
            return f"「{m.label}」要晚于{m.day}。" if m.strict else f"「{m.label}」不能早于{m.day}。"
        case FaultCode.STEP_IMPOSSIBLE:
            return f"这个问题{m.stand}，现在不能这样办。"
        case FaultCode.NOT_EARLIER:
            return f"日期不能早于上一步（{m.day}）。"
        case FaultCode.SELF_APPROVED:
            return f"请假要由别人批准，{m.name}不能批自己的假。"
        case FaultCode.MERGED_INTO_SELF:
            return "一条意见不能并入自己，请选另一条。"
        case other:
            assert_never(other)


def en(m: Mistake) -> str:
    """In English."""
    match m.code:
        case FaultCode.REQUIRED:
            return f"“{m.label}” is empty; please fill it in."
        case FaultCode.TOO_LONG:
            return f"“{m.label}” has {m.length} characters; at most {m.limit} are possible. Please shorten it."
        case FaultCode.NOT_A_DAY:
            return f"“{m.label}” is not a date: {m.raw}. Write 4-15, 2009-04-15 or “today”."
        case FaultCode.IN_FUTURE:
            return f"“{m.label}” tells of a day to come ({m.day}); enter it once it has happened."
        case FaultCode.NOT_A_TIME:
            return f"“{m.label}” is not a time: {m.raw}. Write it like 15:30."
        case FaultCode.NOT_A_NUMBER:
            return f"“{m.label}” must be a whole number, not: {m.raw}."
        case FaultCode.TOO_SMALL:
            return f"“{m.label}” cannot be less than {m.limit}."
        case FaultCode.TOO_LARGE:
            return f"“{m.label}” cannot be more than {m.limit}; please check it."
        case FaultCode.NOT_YES_NO:
            return f"“{m.label}” takes yes or no, not: {m.raw}."
        case FaultCode.NOT_A_CHOICE:
            return f"“{m.label}” has no choice “{m.raw}”; choose from: {m.known}."
        case FaultCode.NOT_A_MEMBER:
            return f"“{m.raw}” is not on the roster. Check the name, or add the person to the roster first."
        case FaultCode.AMBIGUOUS:
            return f"More than one person on the roster is called “{m.raw}”; give the id: {m.known}."
        case FaultCode.NOT_ON_ROSTER:
            return f"“{m.raw}” was not on the roster on {m.day}; check the date and the name."
        case FaultCode.NOBODY:
            return f"Nobody was on the roster on {m.day}. Complete the roster, or change the date."
        case FaultCode.MARK_UNKNOWN:
            if not m.raw:
                return f"No mark for “{m.name}”; write one of: {m.known}."
            return f"The mark “{m.raw}” for “{m.name}” is not known; write one of: {m.known}."
        case FaultCode.PAIR_UNCLEAR:
            return f"“{m.label}”: this line is not clear: {m.raw}. One a line: “question | answer”."
        case FaultCode.ASSIGNMENT_UNCLEAR:
            return f"“{m.label}”: this is not clear: {m.raw}. Write “item=name”, parted by semicolons."
        case FaultCode.UNKNOWN_FIELD:
            return f"There is no field “{m.label}” here. The fields are: {m.known}."
        case FaultCode.RETURNED_EXCEED:
            return f"{m.returned} copies returned, but only {m.issued} handed out; please check."
        case FaultCode.SELF_CONFIRMED:
            return f"A make-up is confirmed by somebody else, not by {m.name}."
        case FaultCode.NOT_ABSENT:
            return f"{m.name} did not miss {m.day}, so there is nothing to make up."
        case FaultCode.ALREADY_MADE_UP:
            return f"{m.name} has made this up already."
        case FaultCode.MAKEUP_TOO_EARLY:
            return f"A make-up must be later than the session ({m.day})."
        case FaultCode.BEFORE_PARENT:
            return f"The date is before that of the record it follows up ({m.day}); please check."
        case FaultCode.OWNER_CLOSES:
            return f"A problem is closed by somebody other than its owner, and {m.name} owns it; choose another person."
        case FaultCode.DEADLINE_PAST:
            return f"“{m.label}” must be after {m.day}." if m.strict else f"“{m.label}” cannot be before {m.day}."
        case FaultCode.STEP_IMPOSSIBLE:
            return f"This problem is {m.stand}; that step is not possible now."
        case FaultCode.NOT_EARLIER:
            return f"The date cannot be before the last step ({m.day})."
        case FaultCode.SELF_APPROVED:
            return f"Leave is approved by somebody else; {m.name} cannot approve their own."
        case FaultCode.MERGED_INTO_SELF:
            return "An opinion cannot be merged into itself; choose another one."
        case other:
            assert_never(other)
