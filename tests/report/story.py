"""A primary school branch on 15 April 2009 by the packaged plan: some of it done, one filing late, a problem open."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.builders import lecture, makeup, member, receipt, record, sheet, step, taken, unit
from xjtui.domain.people import Member, Scope
from xjtui.domain.plan import Plan
from xjtui.domain.records import Kind, Record
from xjtui.domain.sheet import Sheet
from xjtui.plans import PlanLibrary

MEMBERS: tuple[Member, ...] = (
    member("甲一", leader=True, duty="书记"),
    member("甲二", leader=True),
    member("甲三"),
    member("乙一"),
    member("乙二"),
    member("丙一", exempt=Scope.LECTURE),
)


@cache
def plan() -> Plan:
    return PlanLibrary(None).get("xihu-2009-study")


def _session(key: str, day: str, theme: str, marks: dict[str, Any] | None = None, **data: Any) -> Record:
    attendance = taken(day, MEMBERS, **(marks or {}))
    return record(key, Kind.SESSION, day, start="15:30", theme=theme, attendance=attendance, **data)


def records() -> tuple[Record, ...]:
    sick = {"mark": "sick", "approver": "甲一", "reason": "感冒"}
    study = _session("study.sessions", "4-2", "学习科学发展观论述摘编", {"乙二": sick, "乙一": "absent"})
    filing = record("plan.filed", Kind.FILING, "4-1", "4-1", title="学习调研阶段工作计划", filed_by="甲一")
    found = record(
        "research.problems",
        Kind.PROBLEM,
        "4-3",
        text="课间活动场地不足",
        measures="错时使用操场",
        owner="id-甲二",
        deadline="2009-04-10",
        **{"class": "term"},
    )
    mended = record(
        "research.problems",
        Kind.PROBLEM,
        "4-3",
        text="办事公开栏更新慢",
        measures="每周更新",
        owner="id-甲三",
        deadline="2009-04-12",
        **{"class": "now"},
    )
    idea = record("study.ideas", Kind.IDEA, "4-7", text="建立家长开放日", anonymous=True, author="id-甲三")
    body = {"head": "甲一", "members": "甲二、甲三", "duties": "分工见附件", "set_up": "3月26日"}
    passed = {"attended": "书记和支委参加", "passed_on": "当天传达到全体党员"}
    return (
        record("org.body", Kind.DOCUMENT, "3-26", title="工作机构", parts=body),
        _session("org.mobilised", "3-25", "参加动员大会并传达", parts=passed),
        *(
            record("org.four_systems", Kind.CONFIRMATION, "3-30", "4-8", part=part, text=f"{part} 办法")
            for part in ("attendance", "leave", "makeup")
        ),
        filing,
        receipt("4-2", filing, "received"),
        study,
        makeup("4-8", study, "乙二"),
        lecture("4-8", "甲二", "study.micro_lectures", title="让每个孩子成功", minutes=15),
        lecture("4-9", "乙一", "study.micro_lectures", title="我的教学故事"),
        record("publicity.forms", Kind.PUBLICITY, "4-1", form="web", title="校园网专栏", quantity=3),
        record("publicity.forms", Kind.PUBLICITY, "4-3", form="other", other="校园广播", title="红领巾广播"),
        idea,
        record("study.ideas", Kind.ANSWER, "4-10", about=idea, outcome="adopted", text="5月起试行"),
        record(
            "research.channels",
            Kind.CHANNEL,
            "4-9",
            channel="cards",
            issued=60,
            returned=52,
            opinions=18,
            audience="家长",
        ),
        record(
            "research.channels", Kind.OPINION, "4-9", channel="cards", anonymous=True, author="甲三", text="放学拥堵"
        ),
        record(
            "research.visits",
            Kind.VISIT,
            "4-10",
            place="三年级教室",
            visitors=["id-甲一", "id-甲二"],
            audiences=["pupils"],
            heard=36,
            text="听课并座谈",
        ),
        found,
        mended,
        step("4-9", mended, "close"),
    )


def branch(*more: Record, today: str = "4-15", **given: Any) -> Sheet:
    """The branch with further records."""
    return sheet(
        *records(), *more, today=today, members=MEMBERS, plan=plan(), of=unit(name="示例一小支部", id="yixiao"), **given
    )
