"""The terms of the trade: one word per idea, keyed by the domain's enums. Labels of form fields stand in `fields`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xjtui.domain.attendance import Mark
from xjtui.domain.fields import FieldKind
from xjtui.domain.guide import Bar, Why
from xjtui.domain.people import Scope, Standing
from xjtui.domain.plan import Audience, Basis
from xjtui.domain.problems import Stand
from xjtui.domain.records import Kind
from xjtui.domain.states import Measure, Status
from xjtui.words import choices, fields
from xjtui.words.phrases import MONTHS

STATUS_MARK: Mapping[Status, str] = {
    Status.NOT_STARTED: "[ ]",
    Status.IN_PROGRESS: "[~]",
    Status.MET: "[x]",
    Status.MET_LATE: "[x]",
    Status.OVERDUE: "[!]",
    Status.NOT_APPLICABLE: "[-]",
}
"""Marks before words before colours; the same in every language."""


class Counted(NamedTuple):
    """A measure word: for one, and for several. (A named tuple is made ten times faster than a frozen dataclass.)"""

    one: str
    many: str

    def of(self, count: int) -> str:
        """The form that goes with a number."""
        return self.one if count == 1 else self.many


class Terms(NamedTuple):
    """One language's terms. For their kind of record `fields_of` and `field_help_of` go before the general ones."""

    status: Mapping[Status, str]
    measure: Mapping[Measure, Counted]
    mark: Mapping[Mark, str]
    standing: Mapping[Standing, str]
    scope: Mapping[Scope, str]
    audience: Mapping[Audience, str]
    basis: Mapping[Basis, str]
    kind: Mapping[Kind, str]
    why: Mapping[Why, str]
    bar: Mapping[Bar, str]
    stand: Mapping[Stand, str]
    choices: Mapping[str, Mapping[str, str]]
    fields: Mapping[str, str]
    fields_of: Mapping[Kind, Mapping[str, str]]
    field_help: Mapping[str, str]
    field_help_of: Mapping[Kind, Mapping[str, str]]
    how: Mapping[FieldKind, str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    registers: Counted
    yes: str
    no: str
    status_mark: Mapping[Status, str]


def _same(word: str) -> Counted:
    return Counted(word, word)


ZH = Terms(
    status={
        Status.NOT_STARTED: "未开始",
        Status.IN_PROGRESS: "进行中",
        Status.MET: "已完成",
        Status.MET_LATE: "已完成（迟）",
        Status.OVERDUE: "已逾期",
        Status.NOT_APPLICABLE: "不适用",
    },
    measure={
        Measure.SESSIONS: _same("次"),
        Measure.PERSONS: _same("人"),
        Measure.ATTENDANCES: _same("人次"),
        Measure.COPIES: _same("份"),
        Measure.ENTRIES: _same("条"),
        Measure.ARTICLES: _same("篇"),
        Measure.PIECES: _same("件"),
        Measure.FORMS: _same("种"),
        Measure.PARTS: _same("项"),
        Measure.TIMES: _same("次"),
        Measure.UNITS: _same("个"),
        Measure.ITEMS: _same("项"),
        Measure.TOPICS: _same("个"),
    },
    mark={
        Mark.PRESENT: "出席",
        Mark.LATE: "迟到",
        Mark.OFFICIAL: "公假",
        Mark.SICK: "病假",
        Mark.PRIVATE: "事假",
        Mark.ABSENT: "缺席",
    },
    standing={
        Standing.FULL: "正式党员",
        Standing.PROBATIONARY: "预备党员",
        Standing.APPLICANT: "入党积极分子",
    },
    scope={Scope.ALL: "全部免除", Scope.LECTURE: "免讲党课", Scope.ATTENDANCE: "免考勤"},
    audience={Audience.BRANCH: "支部", Audience.COMMITTEE: "局党委", Audience.GROUP: "指导检查组"},
    basis={Basis.SOURCE: "原文规定", Basis.INFERRED: "推定"},
    kind={
        Kind.DOCUMENT: "文件",
        Kind.SESSION: "集中活动",
        Kind.CONFIRMATION: "建立确认",
        Kind.LECTURE: "微型党课",
        Kind.LEAD: "带头记录",
        Kind.FILING: "报送",
        Kind.REPORT: "进展报告",
        Kind.PUBLICITY: "宣传与活动",
        Kind.PIECE: "交流发言或文章",
        Kind.IDEA: "金点子",
        Kind.TOPIC: "调研课题",
        Kind.VISIT: "走访",
        Kind.CHANNEL: "征求意见渠道",
        Kind.OPINION: "意见",
        Kind.PROBLEM: "问题",
        Kind.NO_PROBLEM: "无问题说明",
        Kind.RATING: "评价",
        Kind.SUMMARY: "自查总结",
        Kind.UNIT_VISIT: "下支部",
        Kind.URGING: "督促",
        Kind.WAIVER: "不适用说明",
        Kind.MAKEUP: "补课",
        Kind.RECEIPT: "收件回执",
        Kind.ANSWER: "答复",
        Kind.HANDLING: "意见办理",
        Kind.STEP: "整改进展",
    },
    why={
        Why.RETURNED: "被退回",
        Why.OVERDUE: "已逾期",
        Why.DUE_TODAY: "今天到期",
        Why.DUE_SOON: "临近期限",
        Why.NEXT: "按计划",
        Why.ADVICE: "建议",
    },
    bar={
        Bar.NOTHING_MISSED: "没有人缺课，不用补课",
        Bar.DERIVED: "这一项由其他事项的记录生成，不用填写",
        Bar.NOT_APPLICABLE: "这一项对本单位不适用",
        Bar.WAITING: "日子还没到，现在不能办",
        Bar.READ_ONLY: "现在只能看，不能改",
        Bar.VOIDED: "这条记录已作废，先恢复才能改",
    },
    stand={Stand.OPEN: "整改中", Stand.REFERRED: "已转上级", Stand.CLOSED: "已销号"},
    choices=choices.ZH,
    fields=fields.ZH,
    fields_of=fields.ZH_OF,
    field_help=fields.ZH_HELP,
    field_help_of=fields.ZH_HELP_OF,
    how=fields.ZH_HOW,
    months=tuple(f"{month}月" for month in range(1, 13)),
    weekdays=("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    registers=_same("种"),
    yes="是",
    no="否",
    status_mark=STATUS_MARK,
)

EN = Terms(
    status={
        Status.NOT_STARTED: "not started",
        Status.IN_PROGRESS: "in progress",
        Status.MET: "done",
        Status.MET_LATE: "done (late)",
        Status.OVERDUE: "overdue",
        Status.NOT_APPLICABLE: "not applicable",
    },
    measure={
        Measure.SESSIONS: Counted("session", "sessions"),
        Measure.PERSONS: Counted("person", "people"),
        Measure.ATTENDANCES: Counted("attendance", "attendances"),
        Measure.COPIES: Counted("copy", "copies"),
        Measure.ENTRIES: Counted("entry", "entries"),
        Measure.ARTICLES: Counted("piece", "pieces"),
        Measure.PIECES: Counted("case", "cases"),
        Measure.FORMS: Counted("form", "forms"),
        Measure.PARTS: Counted("part", "parts"),
        Measure.TIMES: Counted("time", "times"),
        Measure.UNITS: Counted("unit", "units"),
        Measure.ITEMS: Counted("item", "items"),
        Measure.TOPICS: Counted("topic", "topics"),
    },
    mark={
        Mark.PRESENT: "present",
        Mark.LATE: "late",
        Mark.OFFICIAL: "official leave",
        Mark.SICK: "sick leave",
        Mark.PRIVATE: "private leave",
        Mark.ABSENT: "absent",
    },
    standing={
        Standing.FULL: "full member",
        Standing.PROBATIONARY: "probationary member",
        Standing.APPLICANT: "applicant",
    },
    scope={
        Scope.ALL: "freed from all",
        Scope.LECTURE: "freed from lecturing",
        Scope.ATTENDANCE: "freed from attending",
    },
    audience={Audience.BRANCH: "branch", Audience.COMMITTEE: "committee", Audience.GROUP: "inspection group"},
    basis={Basis.SOURCE: "from the source", Basis.INFERRED: "inferred"},
    kind={
        Kind.DOCUMENT: "document",
        Kind.SESSION: "session",
        Kind.CONFIRMATION: "confirmation",
        Kind.LECTURE: "short lecture",
        Kind.LEAD: "leading by example",
        Kind.FILING: "filing",
        Kind.REPORT: "progress report",
        Kind.PUBLICITY: "publicity or activity",
        Kind.PIECE: "speech or article",
        Kind.IDEA: "good idea",
        Kind.TOPIC: "research topic",
        Kind.VISIT: "visit",
        Kind.CHANNEL: "use of a channel",
        Kind.OPINION: "opinion",
        Kind.PROBLEM: "problem",
        Kind.NO_PROBLEM: "statement of no problems",
        Kind.RATING: "rating",
        Kind.SUMMARY: "self-check summary",
        Kind.UNIT_VISIT: "visit to a unit",
        Kind.URGING: "urging",
        Kind.WAIVER: "waiver",
        Kind.MAKEUP: "make-up",
        Kind.RECEIPT: "receipt",
        Kind.ANSWER: "answer",
        Kind.HANDLING: "handling of an opinion",
        Kind.STEP: "step on a problem",
    },
    why={
        Why.RETURNED: "returned",
        Why.OVERDUE: "overdue",
        Why.DUE_TODAY: "due today",
        Why.DUE_SOON: "due soon",
        Why.NEXT: "next in the plan",
        Why.ADVICE: "advised",
    },
    bar={
        Bar.NOTHING_MISSED: "nobody missed it, so there is nothing to make up",
        Bar.DERIVED: "this follows from the records of other items; there is nothing to enter",
        Bar.NOT_APPLICABLE: "this does not apply to the unit",
        Bar.WAITING: "the day for this has not come yet",
        Bar.READ_ONLY: "the data can be read now, not changed",
        Bar.VOIDED: "this record is voided; restore it first",
    },
    stand={Stand.OPEN: "open", Stand.REFERRED: "referred to the superior", Stand.CLOSED: "closed"},
    choices=choices.EN,
    fields=fields.EN,
    fields_of=fields.EN_OF,
    field_help=fields.EN_HELP,
    field_help_of=fields.EN_HELP_OF,
    how=fields.EN_HOW,
    months=MONTHS,
    weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    registers=Counted("register", "registers"),
    yes="yes",
    no="no",
    status_mark=STATUS_MARK,
)
