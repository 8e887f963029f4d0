"""Three primary schools: one midway, one exemplary, one whose plan was returned."""

from __future__ import annotations

from xjtui.domain.people import Member, Standing
from xjtui.domain.records import Kind
from xjtui.domain.states import Remark
from xjtui.sample import fieldwork as field
from xjtui.sample import kit
from xjtui.sample.kit import april, march
from xjtui.sample.people import joiner
from xjtui.sample.script import Script
from xjtui.sample.stories.story import Story, expects, says

ORGANISED = "org.body org.duties org.mobilised org.four_systems"


def _midway(s: Script) -> None:
    s.found(Member("m19", "癸二", Standing.APPLICANT))
    kit.body(s, march(26))
    kit.duties(s, march(27))
    meeting = kit.mobilised(s, {6: "official", 12: "late"})
    kit.make_up(s, meeting, "org.mobilised", 6, march(28))
    kit.systems(s, march(27), ("attendance", "leave", "makeup"))
    kit.receipt(s, kit.filed(s, march(30)), april(1))
    kit.training(s, march(26))
    first = kit.session(s, march(27), {9: "sick", 14: "private"})
    kit.make_up(s, first, "study.sessions", 9, april(2))
    kit.make_up(s, first, "study.sessions", 14, april(1), "together")
    kit.lectures(s, march(31), (17,))
    s.leave(17, april(1), "调往示例三小支部")
    s.roll(april(2), joiner(20, "癸三", april(2), "示例五小支部"))
    kit.session(s, april(3), {4: "late"})
    kit.lectures(s, april(2), (0, 1, 2), {})
    kit.report(s, april(3))
    kit.lectures(s, april(8), (3, 4, 5, 6))
    kit.lectures(s, april(9), (7, 8, 10), {13: "private"})
    kit.session(s, april(10), {5: "sick", 11: "absent", 15: "late"})
    kit.lectures(s, april(13), (12, 14))
    kit.publicity(s, "bulletin", april(3))
    kit.forum(s, "column", april(7), (0, 2, 5, 8), 6)
    field.idea(s, april(2), 7, april(9), "partly")
    field.idea(s, april(13), None)
    field.visit(s, april(8), ("pupils",), (0, 3), 24)
    field.channel(s, "cards", april(7), 60, 52, 18)
    raised = field.opinion(s, "cards", april(8), 4)
    field.handle(s, raised, april(10), "adopted")
    field.opinion(s, "cards", april(8), 2)
    mended = field.problem(s, april(3), 4, april(10))
    field.step(s, mended, april(7))
    field.close(s, mended, april(9), 1)
    field.problem(s, april(9), 2, april(24), "term")
    kit.planned(s, april(22), april(10))
    kit.planned(s, april(28), april(10))


def _exemplary(s: Script) -> None:
    kit.body(s, march(25))
    kit.duties(s, march(26))
    meeting = kit.mobilised(s, {5: "sick", 16: "official"})
    kit.make_up(s, meeting, "org.mobilised", 5, march(30), "brought")
    kit.make_up(s, meeting, "org.mobilised", 16, march(27), "together")
    kit.systems(s, march(26))
    kit.receipt(s, kit.filed(s, march(27)), march(30))
    kit.training(s, march(26))
    first = kit.session(s, march(27), {11: "sick"})
    kit.make_up(s, first, "study.sessions", 11, april(1))
    kit.session(s, april(3))
    third = kit.session(s, april(10), {20: "private", 3: "late"})
    kit.make_up(s, third, "study.sessions", 20, april(14))
    for day, group in ((march(31), 0), (april(2), 1), (april(7), 2), (april(9), 3), (april(13), 4), (april(14), 5)):
        kit.lectures(s, day, range(4 * group, 4 * group + 4), {} if group % 2 else None)
    kit.exchange(s, april(3), 0)
    kit.exchange(s, april(10), 1)
    kit.exchange(s, april(11), 13, "article")
    kit.forum(s, "column", april(3), (0, 1, 4, 9), 8)
    kit.forum(s, "essays", april(10), (2, 6, 12), 5)
    kit.forum(s, "blog", april(13), (7, 15), 3)
    for day, form, quantity in ((march(27), "banner", 2), (march(30), "web", 4), (april(7), "bulletin", 2)):
        kit.publicity(s, form, day, quantity)
    for day in (march(30), april(6), april(13)):
        kit.report(s, day)
    field.idea(s, april(1), 8, april(7))
    field.idea(s, april(3), None, april(8), "declined")
    field.idea(s, april(9), 18, april(14), "partly")
    field.face_to_face(s, april(8), 4, marks={22: "late"})
    field.visit(s, april(2), ("pupils",), (0, 1), 32)
    field.visit(s, april(7), ("parents", "pupils"), (2, 10, 11), 18)
    field.channel(s, "cards", april(1), 120, 113, 21)
    field.channel(s, "talks", april(7), opinions=9)
    field.channel(s, "box", april(10), opinions=3)
    main = field.opinion(s, "cards", april(2), 6)
    again = field.opinion(s, "talks", april(7), 2, "家长代表")
    field.handle(s, main, april(9), "adopted")
    field.handle(s, again, april(9), "problem")
    for found, owner, closed, verifier in ((april(2), 3, april(8), 1), (april(7), 9, april(14), 0)):
        case = field.problem(s, found, owner, april(15))
        field.step(s, case, closed)
        field.close(s, case, closed, verifier)
    field.research_report(s, april(14))
    s.deed(
        "review.summary",
        Kind.SUMMARY,
        april(15),
        lag=0,
        causes="学习与教学结合的办法还不多，部分措施刚起步，效果要到期末才看得清。",
        next_steps="四月下旬逐项回头看，把作业量公布和错时放学固定下来；五月初转入分析检查。",
    )


def _returned(s: Script) -> None:
    kit.body(s, march(27))
    kit.duties(s, march(30))
    kit.mobilised(s)
    kit.systems(s, march(30))
    filing = kit.filed(s, march(30))
    kit.receipt(s, filing, april(2), "returned", "缺具体时间安排和责任人，请补充后重报")
    kit.training(s, march(27))
    missed = kit.session(s, april(1), {7: "sick", 10: "official"})
    kit.make_up(s, missed, "study.sessions", 10, april(7))
    kit.session(s, april(8))
    kit.lectures(s, april(8), (0, 1, 2))
    kit.lectures(s, april(13), (4, 5, 6))
    kit.publicity(s, "board", april(2))
    kit.publicity(s, "slogan", april(3), 4)
    kit.exchange(s, april(8), 3)
    field.channel(s, "box", april(2), opinions=2)
    field.channel(s, "talks", april(9), opinions=6)
    field.opinion(s, "talks", april(9), 3)
    field.problem(s, april(10), 5, april(20), "term")


PRIMARY = (
    Story(
        "b01",
        "示例一小支部",
        "primary",
        says(
            "正在推进的一个支部：四项制度只建了三项，已逾期；微型党课讲了一多半，还差几人；几项刚起头。",
            "A branch midway: three of four systems (overdue), most members have lectured, several items just begun.",
        ),
        18,
        _midway,
        expects(
            met="org.body org.duties org.mobilised plan.filed plan.training report.progress study.sessions",
            in_progress=(
                "org.leaders_lead publicity.forms study.micro_lectures study.forum study.ideas "
                "research.visits research.channels research.problems review.registers"
            ),
            overdue="org.four_systems",
        ),
        {
            "report.progress": frozenset({Remark.INTERVAL}),
            "study.sessions": frozenset({Remark.PLANNED}),
            "study.micro_lectures": frozenset({Remark.OUTSIDERS}),
        },
    ),
    Story(
        "b02",
        "示例二小支部",
        "primary",
        says(
            "示范支部：除自查各项外都已按时完成，缺课都补了，意见问题件件有着落，总结已起草。",
            "The exemplary branch: all but the review done in time, every absence made up, the summary drafted.",
        ),
        24,
        _exemplary,
        expects(
            met=(
                f"{ORGANISED} org.leaders_lead plan.filed plan.training report.progress publicity.forms study.sessions "
                "study.exchange study.micro_lectures study.forum study.ideas study.face_to_face research.visits "
                "research.channels research.problems research.report review.registers"
            ),
            in_progress="review.summary",
        ),
        start=13,
    ),
    Story(
        "b06",
        "示例三小支部",
        "primary",
        says(
            "计划按时报了，被局办公室退回，还没有改好再报。",
            "The plan was filed in time, returned by the office, and not filed again yet.",
        ),
        22,
        _returned,
        expects(
            met=f"{ORGANISED} plan.training publicity.forms study.sessions study.exchange research.channels",
            in_progress="org.leaders_lead study.micro_lectures research.problems review.registers",
            overdue="plan.filed",
        ),
        {"publicity.forms": frozenset({Remark.ADVISED})},
        start=31,
    ),
)
