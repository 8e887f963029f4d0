"""What is missing, as a sentence: one function a language, so that a lack without words is a type error."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from xjtui.domain.states import Lack


class Lacking(NamedTuple):
    """A lack with its facts put into words: names joined, dates written out, `amount` with its measure word."""

    what: Lack
    number: int
    amount: str
    names: str = ""
    texts: str = ""
    items: str = ""
    fields: str = ""
    day: str = ""
    reason: str = ""


def zh(lack: Lacking) -> str:
    """In Chinese."""
    of_day = f"{lack.day}的" if lack.day else ""
    match lack.what:
        case Lack.RECORD:
            if lack.texts:
                return f"还没有记录，需要听取{lack.texts}的意见"
            if lack.day:
                return f"还没有{lack.day}的记录"
            return f"还没有记录，需要 {lack.amount}" if lack.number > 1 else "还没有记录"
        case Lack.PARTS:
            return f"{of_day}记录还缺：{lack.texts}" if lack.day else f"还缺：{lack.texts}"
        case Lack.FIELDS:
            return f"{of_day}记录没有填：{lack.fields}"
        case Lack.ASSIGNEES:
            return f"还有 {lack.number} 个事项没有责任人：{lack.items}"
        case Lack.ATTENDANCE:
            return f"{of_day}活动还没有登记考勤"
        case Lack.MORE:
            return f"还差 {lack.amount}"
        case Lack.PERSONS:
            return f"还差 {lack.number} 人：{lack.names}" if lack.names else "名册上没有应当参加的人"
        case Lack.ASPECTS:
            return f"{lack.names}还差：{lack.texts}"
        case Lack.RETURNED:
            why = f"，原因：{lack.reason}" if lack.reason else ""
            return f"{lack.day}被退回{why}，改好后重新报送"
        case Lack.AUDIENCES:
            return f"还没有听取{lack.texts}的意见"
        case Lack.ANSWERS:
            return f"{of_day}活动至少还要答复 {lack.number} 个问题"
        case Lack.UNANSWERED:
            return f"{of_day}活动还有 {lack.number} 个问题没有答复" if lack.day else f"还有 {lack.number} 条没有答复"
        case Lack.TOPICS:
            return f"还有 {lack.number} 个课题没有牵头人：{lack.texts}"
        case Lack.TOPIC_VISITS:
            return f"每个课题至少走访 {lack.number} 次，还没有做到：{lack.texts}"
        case Lack.OPEN_PROBLEMS:
            return f"还有 {lack.number} 个问题没有销号：{lack.names}"
        case Lack.NO_PROBLEMS:
            late = f"；确实没有，{lack.day}起可以写明理由" if lack.day else "；确实没有，要写明理由"
            return f"还没有登记问题{late}"
        case Lack.WAIT:
            return f"边学边查边改，{lack.day}起才能算完成"
        case Lack.REGISTER:
            return f"还有 {lack.number} 种台帐没有内容：{lack.items}"
        case Lack.MAKEUPS:
            return f"还有 {lack.number} 人没有补课：{lack.names}"
        case Lack.LEAVE_APPROVER:
            return f"还有 {lack.number} 人的请假没有批准人：{lack.names}"
        case Lack.RATINGS:
            return f"还有 {lack.number} 项没有评价：{lack.items}"
        case Lack.FINISH:
            return "总结还没有定稿"
        case Lack.RIGHT_DAY:
            return f"日期不对，应为{lack.day}"
        case Lack.UNITS:
            return f"还有 {lack.number} 个支部没有到过：{lack.names}" if lack.names else "本组还没有联系的支部"
        case Lack.OPEN_URGINGS:
            return f"还有 {lack.number} 件督促没有了结：{lack.names}"
        case other:
            assert_never(other)


def en(lack: Lacking) -> str:
    """In English."""
    of_day = f" of {lack.day}" if lack.day else ""
    several = lack.number != 1
    match lack.what:
        case Lack.RECORD:
            if lack.texts:
                return f"no record yet; to be heard: {lack.texts}"
            if lack.day:
                return f"no record of {lack.day} yet"
            return f"no record yet; {lack.amount} needed" if lack.number > 1 else "no record yet"
        case Lack.PARTS:
            return f"still missing in the record{of_day}: {lack.texts}" if lack.day else f"still missing: {lack.texts}"
        case Lack.FIELDS:
            return f"not filled in, in the record{of_day}: {lack.fields}"
        case Lack.ASSIGNEES:
            return f"{lack.number} item{'s have' if several else ' has'} nobody in charge: {lack.items}"
        case Lack.ATTENDANCE:
            return f"the attendance of the session{of_day} is not recorded"
        case Lack.MORE:
            return f"{lack.amount} more needed"
        case Lack.PERSONS:
            people = "people" if several else "person"
            return f"{lack.number} {people} left: {lack.names}" if lack.names else "nobody on the roster is concerned"
        case Lack.ASPECTS:
            return f"{lack.names} still to lead in: {lack.texts}"
        case Lack.RETURNED:
            why = f" ({lack.reason})" if lack.reason else ""
            return f"returned on {lack.day}{why}; mend it and file it again"
        case Lack.AUDIENCES:
            return f"not heard yet: {lack.texts}"
        case Lack.ANSWERS:
            return f"the session{of_day} needs {lack.number} more answered question{'s' if several else ''}"
        case Lack.UNANSWERED:
            if lack.day:
                return f"{lack.number} question{'s' if several else ''} of the session{of_day} not answered yet"
            return f"{lack.number} not answered yet"
        case Lack.TOPICS:
            return f"{lack.number} topic{'s have' if several else ' has'} no owner: {lack.texts}"
        case Lack.TOPIC_VISITS:
            return f"at least {lack.number} visit{'s' if several else ''} a topic, still lacking: {lack.texts}"
        case Lack.OPEN_PROBLEMS:
            return f"{lack.number} problem{'s' if several else ''} not closed: {lack.names}"
        case Lack.NO_PROBLEMS:
            since = f" (possible from {lack.day})" if lack.day else ""
            return f"no problem entered yet; if there really are none, say why{since}"
        case Lack.WAIT:
            return f"goes on while studying: cannot be met before {lack.day}"
        case Lack.REGISTER:
            return f"{lack.number} register{'s have' if several else ' has'} no entries: {lack.items}"
        case Lack.MAKEUPS:
            return f"{lack.number} {'people have' if several else 'person has'} not made up: {lack.names}"
        case Lack.LEAVE_APPROVER:
            return f"{lack.number} leave{'s' if several else ''} without an approver: {lack.names}"
        case Lack.RATINGS:
            return f"{lack.number} item{'s' if several else ''} not rated: {lack.items}"
        case Lack.FINISH:
            return "the summary is not final yet"
        case Lack.RIGHT_DAY:
            return f"the date should be {lack.day}"
        case Lack.UNITS:
            return f"{lack.number} not visited yet: {lack.names}" if lack.names else "the group guides no branch yet"
        case Lack.OPEN_URGINGS:
            return f"{lack.number} urging{'s' if several else ''} not closed: {lack.names}"
        case other:
            assert_never(other)
