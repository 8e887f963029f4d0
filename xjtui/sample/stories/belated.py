"""Three more primary schools: one has barely begun, one types in afterwards, one is late."""

from __future__ import annotations

from xjtui.domain.records import Kind
from xjtui.domain.states import Remark
from xjtui.sample import fieldwork as field
from xjtui.sample import kit
from xjtui.sample.kit import april, march
from xjtui.sample.script import Script
from xjtui.sample.stories.story import Story, expects, says

ORGANISED = "org.body org.duties org.mobilised org.four_systems"


def _barely(s: Script) -> None:
    kit.mobilised(s, {2: "late", 8: "absent"}, lag=2)
    kit.publicity(s, "banner", april(2))


def _afterwards(s: Script) -> None:
    kit.body(s, march(27), lag=9)
    kit.duties(s, march(30), lag=8)
    kit.mobilised(s, {4: "official"}, lag=12)
    kit.systems(s, march(27))
    kit.receipt(s, kit.filed(s, march(31), lag=1), april(3))
    kit.training(s, march(27))
    missed = kit.session(s, april(1), {6: "sick"}, lag=7)
    kit.make_up(s, missed, "study.sessions", 6, april(9))
    kit.session(s, april(8), lag=5)
    for day, theme in ((17, "分组讨论：我校的特色在哪里"), (22, None), (24, None), (29, "阶段小结与互评")):
        kit.planned(s, april(day), april(13), theme)
    kit.lectures(s, april(3), (0, 1, 2), lag=6)
    kit.lectures(s, april(10), (3, 4, 5, 7), lag=4)
    wrong = kit.exchange(s, april(9), 8, "article")
    s.void(wrong, april(14), "登记重复，原件已在上一条")
    kit.exchange(s, april(8), 8, "article", lag=0)
    kit.publicity(s, "web", april(2), 3, lag=6)
    kit.publicity(s, "window", april(8))
    field.visit(s, april(9), ("parents",), (1, 2), 15)
    field.channel(s, "cards", april(3), 50, 44, 12)
    case = field.problem(s, april(3), 3, april(10), lag=5)
    field.close(s, case, april(10), 2)


def _late(s: Script) -> None:
    kit.body(s, april(2))
    kit.duties(s, april(3), without=4)
    s.deed(
        "org.mobilised", Kind.SESSION, march(25), lag=3, start="15:00", theme="收听动员大会报告",
        attendance=s.attendance({1: "absent"}), parts__attended=f"{s.name(0)}等3人到会",
    )  # fmt: skip
    kit.systems(s, april(1), ("leave", "attendance", "makeup", "spot_checks"))
    kit.receipt(s, kit.filed(s, march(31)), april(2))
    kit.session(s, april(1), {3: "absent", 9: "private"})
    kit.training(s, april(7))
    kit.session(s, april(9), theme="补学论述摘编第一部分")
    kit.lectures(s, april(9), (0, 2))
    kit.publicity(s, "slogan", april(3), 2)
    field.idea(s, april(10), 5)
    case = field.problem(s, april(3), 4, april(8))
    field.step(s, case, april(9))


BELATED = (
    Story(
        "b07",
        "示例四小支部",
        "primary",
        says(
            "刚开头：参加了动员大会，拉了一条横幅，其余都没动，几项已逾期。",
            "Barely begun: at the mobilisation meeting, one banner, nothing else; several items overdue.",
        ),
        16,
        _barely,
        expects(
            met="org.mobilised",
            in_progress="publicity.forms review.registers",
            overdue="org.body org.duties org.four_systems plan.filed",
        ),
        {"study.micro_lectures": frozenset({Remark.CANNOT_BE_MET})},
        start=47,
    ),
    Story(
        "b13",
        "示例五小支部",
        "primary",
        says(
            "做了但录得晚：多条记录是补录的，一条登记重复已作废；后面四次学习已排上。",
            "Done but typed in late: many entries marked so, a double one voided; four sessions are planned.",
        ),
        20,
        _afterwards,
        expects(
            met=f"{ORGANISED} plan.filed plan.training publicity.forms study.sessions study.exchange research.problems",
            in_progress="org.leaders_lead study.micro_lectures research.visits research.channels review.registers",
        ),
        {
            "org.body": frozenset({Remark.ENTERED_LATER}),
            "org.mobilised": frozenset({Remark.ENTERED_LATER}),
            "study.sessions": frozenset({Remark.PLANNED, Remark.ENTERED_LATER}),
        },
        start=58,
    ),
    Story(
        "b15",
        "示例六小支部",
        "primary",
        says(
            "拖了后腿：机构、制度和学习计划都迟了，分工和传达还没补齐，一个问题超过了时限。",
            "Behind: body, systems, training plan late; duties and passing on incomplete; a problem overdue.",
        ),
        14,
        _late,
        expects(
            met="plan.filed study.sessions",
            met_late="org.body org.four_systems plan.training",
            in_progress=(
                "org.leaders_lead publicity.forms study.micro_lectures study.ideas research.problems review.registers"
            ),
            overdue="org.duties org.mobilised",
        ),
        {"research.problems": frozenset({Remark.PROBLEM_OVERDUE})},
        start=72,
    ),
)
