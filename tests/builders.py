"""Plans, units, people and records in a line each, so that a test tells its story and nothing else; no TOML is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import count
from typing import Any

from xjtui.domain.answers import Reading
from xjtui.domain.attendance import freeze
from xjtui.domain.entry import Entry, finish
from xjtui.domain.fields import Fault, FaultCode
from xjtui.domain.forms import form_for
from xjtui.domain.people import Exemption, Member, PlanPin, Removed, Scope, Standing, Unit
from xjtui.domain.plan import (
    AppliesIf,
    Aspect,
    Audience,
    Basis,
    ChannelsRule,
    ConfirmationsRule,
    CountRule,
    CoverageRule,
    DocumentRule,
    Due,
    FilingRule,
    Item,
    Of,
    Option,
    Plan,
    ProblemsRule,
    RatingsRule,
    RegistersRule,
    ReportsRule,
    Rule,
    SessionsRule,
    Stage,
    SummaryRule,
    TopicsRule,
    UnitKind,
    UrgingRule,
    VarietyRule,
    VisitsRule,
)
from xjtui.domain.records import Kind, Record, Voided
from xjtui.domain.sheet import Sheet, evaluate
from xjtui.domain.situation import Situation
from xjtui.domain.states import ItemState
from xjtui.domain.text import Text

ZONE = timezone(timedelta(hours=8))

LEXICON: Mapping[str, Mapping[str, str]] = {
    "day": {"今天": "today", "today": "today", "昨天": "yesterday", "yesterday": "yesterday"},
    "yes": {"是": "yes", "yes": "yes", "否": "no", "no": "no"},
    "all": {"全到": "all", "all": "all", "全部": "all"},
    "mark": {
        "到": "present",
        "迟到": "late",
        "late": "late",
        "公假": "official",
        "病假": "sick",
        "sick": "sick",
        "事假": "private",
        "缺席": "absent",
        "absent": "absent",
    },
    "other": {"其他": "other", "other": "other"},
    "step": {"销号": "close", "close": "close", "延期": "extend"},
    "rating": {"好": "good", "good": "good"},
    "problem_class": {"即知即改": "now", "at once": "now"},
}


# -- days and words ------------------------------------------------------------------------------------------------


def d(text: str) -> date:
    """`3-31` or `04-08` of 2009, or a whole ISO date."""
    if text.count("-") == 2:
        return date.fromisoformat(text)
    month, day = text.split("-")
    return date(2009, int(month), int(day))


def day_of(day: str | date) -> date:
    return d(day) if isinstance(day, str) else day


def at(day: str | date, clock: str = "10:00") -> datetime:
    """A moment on that day, in Chinese time."""
    hour, minute = clock.split(":")
    found = day_of(day)
    return datetime(found.year, found.month, found.day, int(hour), int(minute), tzinfo=ZONE)


def t(zh: str, en: str = "") -> Text:
    return Text({"zh": zh, "en": en or zh})


def option(key: str, zh: str = "", en: str = "") -> Option:
    return Option(key, t(zh or key, en or key))


def options(*pairs: tuple[str, str, str]) -> tuple[Option, ...]:
    return tuple(option(*pair) for pair in pairs)


# -- plan ----------------------------------------------------------------------------------------------------------

BOTH = (Audience.BRANCH, Audience.COMMITTEE)
MARCH_END = Due(d("3-31"))


def item(
    key: str,
    rule: Rule,
    due: Due | None = None,
    who: Iterable[Audience] = (Audience.BRANCH,),
    stage: str = "study",
    title: str = "",
    **more: Any,
) -> Item:
    """An item due at the end of April unless told otherwise."""
    named = t(title or f"事项{key}", f"Item {key}")
    return Item(key, stage, named, t("要求"), frozenset(who), rule, due or Due(d("4-30")), t("计划一"), **more)


def plan_of(*items: Item, **more: Any) -> Plan:
    """A plan of those items, March and April 2009."""
    given: dict[str, Any] = {
        "id": "test",
        "version": "1",
        "digest": "0" * 64,
        "title": t("测试计划", "Test plan"),
        "phase": t("学习调研阶段", "Study phase"),
        "next_phase": t("分析检查阶段", "Next phase"),
        "issuer": t("局党委", "Committee"),
        "office": t("办公室", "Office"),
        "languages": ("zh", "en"),
        "start": d("3-1"),
        "end": d("4-30"),
        "stages": (Stage("organise", t("组织"), t("组织")), Stage("study", t("学习"), t("学习"))),
        "kinds": (UnitKind("primary", t("小学")), UnitKind("office", t("机关")), UnitKind("other", t("其他"))),
        "items": items,
    }
    return Plan(**{**given, **more})


FORMS = options(("web", "网络", "Web"), ("board", "板报", "Notice board"), ("banner", "横幅", "Banner"))
CHANNELS = options(("cards", "征求意见卡", "Opinion cards"), ("talks", "座谈会", "Talks"), ("box", "意见箱", "Box"))
TOPICS = options(("brand", "品牌", "Brand"), ("teachers", "教师", "Teachers"))
AUDIENCES = options(("pupils", "学生", "Pupils"), ("parents", "家长", "Parents"))
REPORT_PARTS = options(
    ("progress", "进展", "Progress"),
    ("practice", "做法", "Practice"),
    ("effect", "成效", "Effect"),
    ("problems", "问题", "Problems"),
)
SYSTEMS = options(
    ("attendance", "考勤", ""), ("leave", "请假", ""), ("makeup", "补课", ""), ("spot_checks", "抽查", "")
)
ASPECTS = (
    Aspect("study", t("带头学习", "Study"), ("study.sessions", "study.centre")),
    Aspect("research", t("带头调研", "Research"), ("research.visits", "research.topics")),
    Aspect("speaking", t("带头发言", "Speaking"), ("study.lectures", "study.exchange")),
)
GROUP = (Audience.GROUP,)

BODY = options(("head", "负责人", "Head"), ("members", "成员", "Members"))

PLAN = plan_of(
    item("org.body", DocumentRule(BODY), MARCH_END, stage="organise"),
    item("org.duties", DocumentRule((option("first", "第一责任人"),), True), MARCH_END, stage="organise"),
    item(
        "org.mobilised",
        SessionsRule(on=d("3-25"), parts=(option("passed_on", "传达情况"),)),
        MARCH_END,
        stage="organise",
    ),
    item("org.systems", ConfirmationsRule(SYSTEMS), MARCH_END, stage="organise"),
    item("org.lead", CoverageRule(Of.LEADERS, ASPECTS), who=BOTH, stage="organise"),
    item("plan.filed", FilingRule(), MARCH_END, stage="organise", title="工作计划"),
    item(
        "plan.training",
        DocumentRule(options(("contents", "内容", ""), ("times", "时间", ""))),
        Due(before_first=("study.sessions", "study.centre"), basis=Basis.INFERRED),
        BOTH,
        "organise",
    ),
    item("report.progress", ReportsRule(REPORT_PARTS, 1, 7), Due(d("4-30"), soft=True)),
    item("publicity.forms", VarietyRule(FORMS, 2, 3), who=BOTH),
    item("study.sessions", SessionsRule()),
    item("study.centre", SessionsRule(4), who=(Audience.COMMITTEE,)),
    item("study.exchange", CountRule(1, options(("speech", "发言", "Speech"), ("article", "文章", "Article")))),
    item("study.lectures", CoverageRule(Of.MEMBERS)),
    item("study.ideas", CountRule(1, answered=True), who=BOTH),
    item("study.face", SessionsRule(answers=1), who=BOTH),
    item("research.topics", TopicsRule(TOPICS), who=(Audience.COMMITTEE,)),
    item(
        "research.visits", VisitsRule(AUDIENCES), applies_if=AppliesIf(("primary",), reason=t("没有学生", "No pupils"))
    ),
    item("research.channels", ChannelsRule(CHANNELS, 2, 3)),
    item("research.problems", ProblemsRule(d("4-1")), Due(continuous=True)),
    item("research.report", DocumentRule(options(("findings", "发现", ""), ("measures", "举措", ""))), who=BOTH),
    item("review.registers", RegistersRule(("study.sessions", "study.lectures", "study.ideas", "research.problems"))),
    item("review.look_back", RatingsRule(("review.look_back", "review.summary"))),
    item("review.summary", SummaryRule()),
    item("review.next", DocumentRule()),
    item("group.assist", CountRule(), Due(continuous=True), GROUP),
    item("group.visits", CoverageRule(Of.UNITS, counts_from=("group.assist",)), who=GROUP),
    item("group.urge", UrgingRule(), Due(continuous=True), GROUP),
    item(
        "committee.meeting",
        SessionsRule(on=d("3-25"), parts=(option("report", "动员报告"),)),
        Due(d("3-25")),
        (Audience.COMMITTEE,),
    ),
)


# -- people and units ----------------------------------------------------------------------------------------------

PIN = PlanPin("test", "1", "0" * 64)


def unit(audience: Audience = Audience.BRANCH, kind: str = "primary", **more: Any) -> Unit:
    named = {Audience.BRANCH: "第一小学支部", Audience.COMMITTEE: "局党委", Audience.GROUP: "第一指导检查组"}
    given: dict[str, Any] = {"id": str(audience), "name": named[audience], "pin": PIN, "secretary": "甲一"}
    return Unit(audience=audience, kind=kind, **{**given, **more})


def member(
    name: str,
    leader: bool = False,
    joined: str | None = None,
    left: str | None = None,
    exempt: Scope | None = None,
    approver: str = "局办公室",
    since: str = "3-1",
    until: str | None = None,
    standing: Standing = Standing.FULL,
    removed: str | None = None,
    **more: Any,
) -> Member:
    """A person whose id is the name with `id-` before it; `exempt` frees from that scope."""
    freed = (Exemption(exempt, "年老体弱", approver, d(since), d(until) if until else None),) if exempt else ()
    return Member(
        more.pop("id", f"id-{name}"),
        name,
        standing,
        leader=leader,
        joined=d(joined) if joined else None,
        left=d(left) if left else None,
        exemptions=freed,
        removed=Removed("书记", at(removed), "录错") if removed else None,
        **more,
    )


def people(names: str = "甲一 甲二 甲三 乙一 乙二", leaders: str = "甲一") -> tuple[Member, ...]:
    """A roster; those named in `leaders` lead."""
    return tuple(member(name, name in leaders.split()) for name in names.split())


FIVE = people()


# -- records -------------------------------------------------------------------------------------------------------

_numbers = count(1)


def record(
    item_key: str,
    kind: Kind,
    day: str | date,
    entered: str | datetime | None = None,
    about: Record | str | None = None,
    id: str = "",
    revision: int = 1,
    **data: Any,
) -> Record:
    """A record, entered on the day of its deed unless told otherwise."""
    typed = entered if isinstance(entered, datetime) else at(entered or day)
    followed = about.id if isinstance(about, Record) else about
    made = id or f"r{next(_numbers):05}"
    return Record(made, item_key, kind, day_of(day), data, typed, "书记", followed, revision)


def taken(day: str | date, members: Iterable[Member] = FIVE, **marks: str | Mapping[str, str]) -> dict[str, Any]:
    """The attendance of a session as it is stored; keywords name those who were not simply present."""
    should, exempt = freeze(members, day_of(day))
    kept = {f"id-{name}": {"mark": mark} if isinstance(mark, str) else dict(mark) for name, mark in marks.items()}
    return {"should": list(should), "exempt": list(exempt), "marks": kept}


def session(
    day: str, item_key: str = "study.sessions", members: Iterable[Member] = FIVE, entered: Any = None, **data: Any
) -> Record:
    """A complete session where everybody was present; `marks` names the exceptions."""
    marks = data.pop("marks", {})
    given = {"start": "15:30", "theme": "理论学习", "attendance": taken(day, members, **marks)}
    return record(item_key, Kind.SESSION, day, entered, **{**given, **data})


def lecture(day: str, who: str, item_key: str = "study.lectures", **data: Any) -> Record:
    """A lecture of the member of that name (or of an outsider, written with `!` before it)."""
    lecturer = who[1:] if who.startswith("!") else f"id-{who}"
    return record(item_key, Kind.LECTURE, day, lecturer=lecturer, **{"title": f"{who}的党课", **data})


def makeup(day: str, about: Record, who: str, confirmed_by: str = "甲三", **data: Any) -> Record:
    data = {"member": f"id-{who}", "form": "self_study", "content": "自学", "confirmed_by": confirmed_by, **data}
    return record(about.item, Kind.MAKEUP, day, about=about, **data)


def document(day: str, item_key: str, entered: str | None = None, **parts: str) -> Record:
    return record(item_key, Kind.DOCUMENT, day, entered, title="文件", parts=parts)


def filing(day: str, entered: str | None = None, **data: Any) -> Record:
    return record("plan.filed", Kind.FILING, day, entered, **{"title": "工作计划", "filed_by": "甲一", **data})


def receipt(day: str, about: Record, outcome: str = "received", **data: Any) -> Record:
    return record(about.item, Kind.RECEIPT, day, about=about, outcome=outcome, officer="办公室", **data)


def problem(day: str, deadline: str = "4-20", owner: str = "甲一", **data: Any) -> Record:
    data = {"text": "问题", "class": "now", "measures": "措施", "owner": f"id-{owner}", **data}
    return record("research.problems", Kind.PROBLEM, day, deadline=d(deadline).isoformat(), **data)


def step(day: str, about: Record, what: str, **data: Any) -> Record:
    """A step of a problem; a close is verified by 甲二 unless told otherwise."""
    if what == "close":
        data = {"verifier": "id-甲二", **data}
    return record(about.item, Kind.STEP, day, about=about, step=what, text="经过", **data)


def voided(what: Record, day: str, why: str = "录错") -> Record:
    return replace(what, voided=Voided("书记", at(day), why))


# -- judging and entering ------------------------------------------------------------------------------------------


def situation(
    *records: Record,
    today: str | date = "4-15",
    members: tuple[Member, ...] = FIVE,
    of: Unit | None = None,
    plan: Plan = PLAN,
    oversight: tuple[Record, ...] = (),
    guided: tuple[Unit, ...] = (),
) -> Situation:
    return Situation(plan, of or unit(), members, records, day_of(today), oversight, guided)


def sheet(*records: Record, **more: Any) -> Sheet:
    return evaluate(situation(*records, **more))


def state(key: str, *records: Record, **more: Any) -> ItemState:
    """How one item stands."""
    found = sheet(*records, **more).state(key)
    assert found is not None, f"{key} is not on the checklist"
    return found


def entry(case: Situation, key: str, kind: Kind, about: Record | None = None, **answers: str) -> Entry:
    """A form filled in; `__` in a key stands for a dot (`parts__head`)."""
    found = case.plan.item(key)
    assert found is not None
    typed = {name.replace("__", "."): raw for name, raw in answers.items()}
    return Entry(form_for(case, found, kind, about), typed)


def reading(case: Situation) -> Reading:
    return Reading(case, LEXICON)


def enter(case: Situation, key: str, kind: Kind, about: Record | None = None, **answers: str) -> Record:
    """The record that those answers make; fails the test where they make none."""
    made = attempt(entry(case, key, kind, about, **answers), case)
    assert isinstance(made, Record), made
    return made


def attempt(filled: Entry, case: Situation, new_id: str = "") -> Record | tuple[Fault, ...]:
    return finish(filled, reading(case), new_id or f"e{next(_numbers):05}", "书记", at(case.today))


def codes(case: Situation, key: str, kind: Kind, about: Record | None = None, **answers: str) -> dict[str, FaultCode]:
    """What is wrong with those answers, by field."""
    made = attempt(entry(case, key, kind, about, **answers), case)
    assert isinstance(made, tuple), "nothing was found wrong"
    return {fault.key: fault.code for fault in made}


def with_(case: Situation, *more: Record, today: str | date | None = None) -> Situation:
    """The same case with further records (those of the same id take the place of the old), perhaps on another day."""
    changed = {one.id: one for one in more}
    kept = tuple(changed.pop(one.id, one) for one in case.records)
    return replace(case, records=(*kept, *changed.values()), today=day_of(today) if today else case.today)
