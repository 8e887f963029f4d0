"""Kindergartens, the office, a directly run unit, retired staff: small rosters, no pupils, exemptions, waivers."""

from __future__ import annotations

from xjtui.domain.people import Exemption, Scope
from xjtui.domain.records import Kind
from xjtui.domain.states import Remark
from xjtui.sample import fieldwork as field
from xjtui.sample import kit
from xjtui.sample.kit import april, march
from xjtui.sample.script import Script
from xjtui.sample.stories.story import Story, expects, says

ORGANISED = "org.body org.duties org.mobilised org.four_systems"


def _filed_late(s: Script) -> None:
    kit.body(s, march(30))
    kit.duties(s, march(31))
    kit.mobilised(s)
    kit.systems(s, march(30))
    kit.receipt(s, kit.filed(s, april(2)), april(3))
    kit.training(s, march(30))
    kit.session(s, april(1))
    kit.session(s, april(8), {4: "late"})
    kit.lectures(s, april(1), (0, 1, 2))
    kit.lectures(s, april(8), (3, 4))
    kit.publicity(s, "board", april(2))
    kit.publicity(s, "window", april(9))
    kit.forum(s, "column", april(3), (0, 1, 2))
    kit.forum(s, "other", april(10), (3, 5))
    field.idea(s, april(2), 6, april(9))
    field.face_to_face(s, april(10), 2)
    field.visit(s, april(3), ("parents",), (0, 1, 2), 16)
    field.channel(s, "box", april(2), opinions=3)


def _office(s: Script) -> None:
    kit.body(s, march(26))
    kit.duties(s, march(26))
    meeting = kit.mobilised(s, {9: "official"})
    kit.make_up(s, meeting, "org.mobilised", 9, march(27), "together")
    kit.systems(s, march(26))
    kit.receipt(s, kit.filed(s, march(27)), march(27))
    kit.training(s, march(26))
    kit.session(s, march(27))
    kit.session(s, april(3))
    kit.session(s, april(10), {2: "late"})
    kit.lectures(s, april(3), (0, 1, 2, 3))
    kit.lectures(s, april(10), (4, 5, 6, 7))
    kit.publicity(s, "web", march(30), 6)
    kit.publicity(s, "bulletin", april(3), 2)
    kit.publicity(s, "slogan", april(7))
    kit.exchange(s, april(3), 0)
    kit.exchange(s, april(10), 2, "article")
    kit.forum(s, "blog", april(8), (0, 1, 2, 9))
    kit.forum(s, "column", april(9), (1, 4))
    for day in (march(30), april(7), april(14)):
        kit.report(s, day)
    field.idea(s, april(7), 8, april(10))
    field.channel(s, "email", april(2), opinions=7)
    field.channel(s, "talks", april(8), opinions=11)
    case = field.problem(s, april(3), 5, april(14))
    field.close(s, case, april(14), 1)


def _no_opinions(s: Script) -> None:
    kit.body(s, march(27))
    kit.duties(s, march(30))
    kit.mobilised(s, {10: "late"})
    kit.systems(s, march(30))
    kit.receipt(s, kit.filed(s, march(31)), april(2))
    kit.training(s, march(30))
    kit.session(s, april(2))
    kit.lectures(s, april(2), (0, 1, 3))
    kit.lectures(s, april(9), (2, 4, 5, 6))
    kit.publicity(s, "bulletin", april(7))
    kit.publicity(s, "web", april(8), 2)
    kit.exchange(s, april(9), 3, "article")
    s.deed("research.visits", Kind.WAIVER, april(3), reason="研训中心不招收学生，没有课堂可进", approver="局办公室")
    field.channel(s, "cards", april(3), 40, 35, 0)
    field.channel(s, "box", april(9))
    field.research_report(s, april(14), measures=False)


def _retired(s: Script) -> None:
    for place in range(12, 24):
        s.born(place, exemptions=(Exemption(Scope.LECTURE, "年老体弱", s.name(0), march(20)),))
    for place in (24, 25):
        s.born(place, exemptions=(Exemption(Scope.ALL, "长期卧床", s.name(0), march(20)),))
    s.born(11, exemptions=(Exemption(Scope.LECTURE, "听力不好", "", march(30)),))
    kit.body(s, march(27))
    kit.duties(s, march(30))
    meeting = kit.mobilised(s, {16: "sick", 20: "sick"})
    kit.make_up(s, meeting, "org.mobilised", 16, march(30), "brought")
    kit.make_up(s, meeting, "org.mobilised", 20, march(31), "brought")
    kit.systems(s, march(27))
    kit.receipt(s, kit.filed(s, march(30)), march(31))
    kit.training(s, march(30))
    lesson = kit.session(s, april(2), {14: "sick"})
    kit.make_up(s, lesson, "study.sessions", 14, april(8), "brought")
    kit.lectures(s, april(2), (0, 1, 2, 3))
    kit.lectures(s, april(9), (4, 5, 6, 7))
    kit.lectures(s, april(14), (8, 9, 10))
    kit.exchange(s, april(9), 1)
    kit.publicity(s, "board", april(3))
    kit.publicity(s, "window", april(8))
    s.deed("study.forum", Kind.WAIVER, april(3), reason="老同志多数不上网，经同意改为座谈", approver="局办公室")
    field.idea(s, april(3), 6, april(9))
    field.channel(s, "talks", april(2), opinions=8)
    field.channel(s, "other", april(9), opinions=5)
    case = field.problem(s, april(7), 1, april(14))
    field.close(s, case, april(13), 0)


def _small(s: Script) -> None:
    kit.body(s, march(26))
    kit.duties(s, march(27))
    kit.mobilised(s)
    kit.systems(s, march(27))
    kit.receipt(s, kit.filed(s, march(30)), april(1))
    kit.training(s, march(27))
    kit.session(s, april(3))
    kit.lectures(s, april(3), (0, 2, 4))
    kit.lectures(s, april(10), (1, 3, 5), {})
    kit.publicity(s, "banner", april(1))
    kit.publicity(s, "board", april(7))
    kit.exchange(s, april(10), 0)
    kit.exchange(s, april(10), 1)
    kit.report(s, april(7), problems=False)
    field.visit(s, april(8), ("pupils", "parents"), (0, 1), 28)
    field.channel(s, "talks", april(8), opinions=4)
    field.channel(s, "box", april(9), opinions=1)
    field.no_problem(s, april(13), "园内只有三个班，家长每天见面，反映的事当天办完，座谈后逐户核实没有遗留")


OTHERS = (
    Story(
        "b05",
        "示例一幼支部",
        "kindergarten",
        says(
            "四月二日才报计划，迟了两天，以后也算迟；其余推进正常。",
            "The plan was filed on 2 April, two days late, which stays late; the rest goes well.",
        ),
        9,
        _filed_late,
        expects(
            met=(
                f"{ORGANISED} org.leaders_lead plan.training publicity.forms study.sessions study.forum study.ideas "
                "study.face_to_face"
            ),
            met_late="plan.filed",
            in_progress="study.micro_lectures research.visits research.channels review.registers",
        ),
        start=82,
    ),
    Story(
        "b09",
        "示例机关支部",
        "office",
        says(
            "机关支部没有学生，课堂调研不适用；每周报进展。",
            "The office has no pupils, so going into classrooms does not apply; it reports every week.",
        ),
        15,
        _office,
        expects(
            met=(
                f"{ORGANISED} plan.filed plan.training report.progress publicity.forms study.sessions study.exchange "
                "study.forum study.ideas research.channels research.problems"
            ),
            in_progress="org.leaders_lead study.micro_lectures review.registers",
            not_applicable="research.visits",
        ),
        start=7,
    ),
    Story(
        "b10",
        "示例研训中心支部",
        "direct",
        says(
            "没有学生，课堂调研经批准不适用；发了四十份征求意见卡，一条意见也没有，会有提醒；调研报告缺举措。",
            "No pupils: one item waived. Forty cards and not one opinion, which is pointed out; the report lacks measures.",
        ),
        21,
        _no_opinions,
        expects(
            met=(
                f"{ORGANISED} plan.filed plan.training publicity.forms study.sessions study.exchange research.channels"
            ),
            in_progress="org.leaders_lead study.micro_lectures research.report review.registers",
            not_applicable="research.visits",
        ),
        {"research.channels": frozenset({Remark.NO_OPINIONS, Remark.ADVISED})},
        start=36,
    ),
    Story(
        "b11",
        "示例离退休支部",
        "retired",
        says(
            "老同志多：十四人经批准免讲，一人的免讲还没批；大家谈经批准不适用；送学上门。",
            "Retired staff: fourteen exemptions approved, one not; one item waived; lessons brought to the home.",
        ),
        26,
        _retired,
        expects(
            met=(
                f"{ORGANISED} plan.filed plan.training publicity.forms study.sessions study.exchange study.ideas "
                "research.channels research.problems"
            ),
            in_progress="org.leaders_lead study.micro_lectures review.registers",
            not_applicable="research.visits study.forum",
        ),
        {"study.micro_lectures": frozenset({Remark.EXEMPTED, Remark.NOT_APPROVED})},
        start=63,
        leaders=2,
        probationary=0,
    ),
    Story(
        "b14",
        "示例二幼支部",
        "kindergarten",
        says(
            "六名党员人人讲过；没有问题并写明了理由；进展报告缺问题一栏。",
            "All six members have lectured; no problems, with the reason given; a report lacks its fourth part.",
        ),
        6,
        _small,
        expects(
            met=(
                f"{ORGANISED} plan.filed plan.training publicity.forms study.sessions study.exchange "
                "study.micro_lectures research.visits research.channels research.problems org.leaders_lead"
            ),
            in_progress="report.progress review.registers",
        ),
        start=91,
        leaders=2,
        probationary=0,
    ),
)
