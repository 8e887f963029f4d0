"""Middle and nine-year schools: too few days for all, many make-ups, everything in one minute, many problems."""

from __future__ import annotations

from datetime import datetime, timedelta

from xjtui.domain.people import Exemption, Scope
from xjtui.domain.records import Kind
from xjtui.domain.states import Remark
from xjtui.sample import fieldwork as field
from xjtui.sample import kit
from xjtui.sample.kit import april, march
from xjtui.sample.people import joiner
from xjtui.sample.script import ZONE, Script
from xjtui.sample.stories.story import Story, expects, says

ORGANISED = "org.body org.duties org.mobilised org.four_systems"


def _too_many(s: Script) -> None:
    # Two people of one name: each is told from the other by id alone.
    s.born(30, name=s.name(9), note="数学组，与教导处一名同志同名")
    for place in (44, 51):
        s.born(place, exemptions=(Exemption(Scope.LECTURE, "长期病休", s.name(0), march(20)),))
    kit.body(s, march(26))
    kit.duties(s, march(27))
    meeting = kit.mobilised(s, {9: "sick", 30: "official", 41: "late"})
    kit.make_up(s, meeting, "org.mobilised", 9, march(31))
    kit.make_up(s, meeting, "org.mobilised", 30, april(1), "together")
    kit.systems(s, march(27))
    kit.receipt(s, kit.filed(s, march(31)), april(2))
    kit.training(s, march(27))
    kit.session(s, april(1), {12: "late", 33: "official", 47: "sick"})
    kit.session(s, april(8))
    kit.planned(s, april(22), april(9))
    kit.planned(s, april(29), april(9))
    for turn, day in enumerate((april(2), april(7), april(9), april(13), april(14))):
        kit.lectures(s, day, (2 * turn, 2 * turn + 1))
    kit.publicity(s, "web", april(2), 5)
    kit.publicity(s, "bulletin", april(3))
    kit.publicity(s, "window", april(8))
    kit.forum(s, "blog", april(9), (1, 3, 20), 12)
    kit.exchange(s, april(8), 0)
    kit.report(s, april(10))
    field.visit(s, april(7), ("pupils",), (0, 1, 2), 40)
    field.channel(s, "online_collect", april(3), opinions=26)
    field.channel(s, "cards", april(9), 200, 171, 48)
    raised = field.opinion(s, "cards", april(9), 11)
    field.handle(s, raised, april(13), "adopted")


def _make_ups(s: Script) -> None:
    kit.body(s, march(26))
    kit.duties(s, march(30))
    meeting = kit.mobilised(s, {8: "sick", 19: "official", 42: "official", 60: "late"})
    kit.make_up(s, meeting, "org.mobilised", 8, march(30), "brought")
    kit.make_up(s, meeting, "org.mobilised", 19, march(27), "together")
    kit.make_up(s, meeting, "org.mobilised", 42, march(27), "together")
    kit.systems(s, march(27))
    kit.receipt(s, kit.filed(s, march(30)), april(1))
    kit.training(s, march(26))
    away = {5: "official", 11: "official", 23: "sick", 37: "private", 58: "absent", 70: "late"}
    first = s.deed(
        "study.sessions", Kind.SESSION, march(27), lag=0, start="15:40", theme="九年一贯：衔接处的科学发展",
        place="阶梯教室", form="专题辅导", hours=2, host=s.name(0), speaker=s.name(1), recorder=s.name(2),
        attendance=s.attendance(away, {37: march(30)}),
    )  # fmt: skip
    for place, day, form in ((5, 30, "self_study"), (11, 31, "together"), (23, 31, "brought"), (37, 30, "together")):
        kit.make_up(s, first, "study.sessions", place, march(day), form)
    s.roll(april(3), joiner(79, "庚六", april(3), "示例中学支部"))
    second = kit.session(s, april(3), {15: "sick", 16: "sick", 64: "official"})
    for place, day in ((15, 8), (16, 9), (64, 7)):
        kit.make_up(s, second, "study.sessions", place, april(day))
    third = kit.session(s, april(10), {2: "official", 48: "private", 71: "late"})
    kit.make_up(s, third, "study.sessions", 2, april(13), "together")
    for turn, when in enumerate((april(1), april(2), april(7), april(8), april(9), april(14))):
        kit.lectures(s, when, range(5 * turn, 5 * turn + 5))
    kit.publicity(s, "banner", march(26), 3)
    kit.publicity(s, "board", april(2), 2)
    kit.exchange(s, april(3), 0)
    kit.exchange(s, april(10), 3)
    kit.forum(s, "essays", april(13), (4, 9, 31), 9)
    kit.forum(s, "column", april(7), (0, 12), 4)
    field.idea(s, april(8), 33, april(14))
    field.face_to_face(s, april(9), 3, unanswered=1)
    field.visit(s, april(8), ("pupils", "parents"), (0, 2, 6), 55)
    field.channel(s, "cards", april(2), 300, 266, 61)
    case = field.problem(s, april(7), 13, april(14))
    field.close(s, case, april(13), 1)


def _one_minute(s: Script) -> None:
    sat_down = datetime(2009, 4, 14, 20, 15, 2, tzinfo=ZONE)
    typed = iter(sat_down + timedelta(seconds=4 * n) for n in range(14))
    same = "组织全体党员认真学习，效果良好，达到预期目的"
    s.deed(
        "org.body", Kind.DOCUMENT, march(27), entered=next(typed), title="工作机构",
        parts__head=s.name(0), parts__members=s.name(1), parts__duties="各负其责", parts__set_up="2009年3月27日",
    )  # fmt: skip
    for part, name in kit.SYSTEMS.items():
        s.deed("org.four_systems", Kind.CONFIRMATION, march(30), entered=next(typed), part=part, text=f"{name}制度")
    s.deed(
        "plan.filed", Kind.FILING, march(31), entered=next(typed), title="支部计划", filed_by=s.id(0)
    )  # fmt: skip
    for day in (april(1), april(8)):
        s.deed(
            "study.sessions", Kind.SESSION, day, entered=next(typed), start="15:30", theme=same,
            attendance=s.attendance({}),
        )  # fmt: skip
    for form, day in (("web", april(2)), ("board", april(3))):
        s.deed("publicity.forms", Kind.PUBLICITY, day, entered=next(typed), form=form, title=same)
    s.deed(
        "report.progress", Kind.REPORT, april(10), entered=next(typed),
        parts__progress=same, parts__practice=same, parts__effect=same, parts__problems="无",
    )  # fmt: skip
    for kind in ("box", "talks"):
        s.deed("research.channels", Kind.CHANNEL, april(9), entered=next(typed), channel=kind, opinions=1)


def _problems(s: Script) -> None:
    kit.body(s, march(27))
    kit.duties(s, march(30))
    kit.mobilised(s, {13: "late"})
    kit.systems(s, march(30))
    kit.receipt(s, kit.filed(s, march(31)), april(1))
    kit.training(s, march(30))
    kit.session(s, april(2))
    missed = kit.session(s, april(9), {7: "official"})
    kit.make_up(s, missed, "study.sessions", 7, april(14))
    kit.lectures(s, april(2), (0, 1, 2, 3, 4))
    kit.lectures(s, april(9), (5, 6, 8, 9, 10, 11))
    kit.lectures(s, april(14), (12, 14, 15, 16))
    kit.publicity(s, "window", april(3))
    kit.publicity(s, "web", april(7), 2)
    kit.exchange(s, april(9), 0)
    kit.exchange(s, april(9), 1)
    kit.report(s, april(3))
    kit.report(s, april(13))
    field.visit(s, april(3), ("parents",), (0, 1), 21)
    field.visit(s, april(8), ("pupils",), (2, 3), 34)
    field.channel(s, "talks", april(3), opinions=14)
    field.channel(s, "cards", april(8), 90, 83, 25)
    field.channel(s, "email", april(10), opinions=4)
    closed = field.problem(s, april(2), 3, april(8))
    field.step(s, closed, april(7))
    field.close(s, closed, april(8), 0)
    extended = field.problem(s, april(3), 5, april(10), "term")
    field.step(s, extended, april(9), "extend", april(24))
    referred = field.problem(s, april(7), 2, april(17), "superior")
    field.step(s, referred, april(9), "refer")
    reopened = field.problem(s, april(3), 6, april(9))
    field.close(s, reopened, april(8), 1)
    field.step(s, reopened, april(13), "reopen")
    field.problem(s, april(8), 4, april(13))


SECONDARY = (
    Story(
        "b03",
        "示例中学支部",
        "middle",
        says(
            "人多日子少：六十名党员讲了十人，只排了两次活动，人人上讲台已完不成；两名党员同名。",
            "Many people, few days: ten of sixty have lectured and two occasions are left; two members share a name.",
        ),
        60,
        _too_many,
        expects(
            met=(
                f"{ORGANISED} plan.filed plan.training report.progress publicity.forms study.sessions study.exchange "
                "research.channels"
            ),
            in_progress="org.leaders_lead study.micro_lectures study.forum research.visits review.registers",
        ),
        {
            "study.micro_lectures": frozenset({Remark.CANNOT_BE_MET, Remark.EXEMPTED}),
            "study.sessions": frozenset({Remark.PLANNED}),
        },
        start=3,
        leaders=5,
        probationary=3,
    ),
    Story(
        "b04",
        "示例九年制学校支部",
        "nine_year",
        says(
            "大支部，请假多，补课跟得上：缺课大都已补，一份假条是会后补批的；热点面对面有一问没答。",
            "A large branch with many leaves, most made up; one leave approved afterwards, one question unanswered.",
        ),
        78,
        _make_ups,
        expects(
            met=(
                f"{ORGANISED} plan.filed plan.training publicity.forms study.sessions study.exchange study.forum "
                "study.ideas research.visits research.problems"
            ),
            in_progress=("org.leaders_lead study.micro_lectures study.face_to_face research.channels review.registers"),
        ),
        {"study.sessions": frozenset({Remark.LEAVE_AFTERWARDS})},
        start=17,
        leaders=5,
        probationary=4,
    ),
    Story(
        "b08",
        "示例二中支部",
        "middle",
        says(
            "四月十四日晚上一分钟里录了十几条，文字雷同，会有提醒；分工、传达没有，已逾期。",
            "A dozen entries within one minute on 14 April, worded alike, which is pointed out; two items overdue.",
        ),
        34,
        _one_minute,
        expects(
            met="org.body org.four_systems plan.filed report.progress publicity.forms study.sessions research.channels",
            in_progress="org.leaders_lead review.registers",
            overdue="org.duties org.mobilised plan.training",
        ),
        {
            "": frozenset({Remark.SAME_MINUTE, Remark.SAME_TEXT}),
            "org.body": frozenset({Remark.SAME_MINUTE, Remark.ENTERED_LATER}),
            "study.sessions": frozenset({Remark.SAME_TEXT}),
            "plan.filed": frozenset({Remark.AWAITS_RECEIPT}),
            "study.micro_lectures": frozenset({Remark.CANNOT_BE_MET}),
        },
        start=26,
        leaders=4,
    ),
    Story(
        "b12",
        "示例三中支部",
        "middle",
        says(
            "问题台帐最忙：一个销号，一个延期，一个转上级，一个销号后又整改，一个超了时限。",
            "The busiest problem register: one closed, one extended, one referred, one reopened, and overdue ones.",
        ),
        38,
        _problems,
        expects(
            met=(
                f"{ORGANISED} plan.filed plan.training report.progress publicity.forms study.sessions study.exchange "
                "research.visits research.channels"
            ),
            in_progress="org.leaders_lead study.micro_lectures research.problems review.registers",
        ),
        {"research.problems": frozenset({Remark.EXTENDED, Remark.REFERRED, Remark.PROBLEM_OVERDUE})},
        start=41,
        leaders=4,
        probationary=2,
    ),
)
