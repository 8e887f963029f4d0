"""The committee and the two inspection groups."""

from __future__ import annotations

from xjtui.domain.plan import Audience
from xjtui.domain.records import Kind
from xjtui.domain.states import Remark
from xjtui.sample import fieldwork as field
from xjtui.sample import kit
from xjtui.sample.kit import april, march
from xjtui.sample.script import Script
from xjtui.sample.stories.story import Story, expects, says

CENTRE = "study.centre_group"


def _centre_group(s: Script, day: int, theme: str, absent: int | None = None) -> str:
    when = march(day) if day > 15 else april(day)
    return s.deed(
        CENTRE, Kind.SESSION, when, start="14:00", theme=theme, place="局三楼会议室", form="中心组集中学习", hours=3,
        host=s.name(0), attendance=s.attendance({} if absent is None else {absent: "official"}),
    )  # fmt: skip


def _committee(s: Script) -> None:
    s.deed(
        "committee.body", Kind.DOCUMENT, march(23), lag=0, title="领导小组及工作机构",
        parts__leading_group=f"组长{s.name(0)}，副组长{s.name(1)}", parts__office=f"主任{s.name(2)}，设在组织科",
        parts__publicity=f"组长{s.name(3)}", parts__guidance=f"组长{s.name(4)}，下设两个指导检查组",
        parts__general=f"组长{s.name(5)}", parts__assessment=f"组长{s.name(6)}",
    )  # fmt: skip
    s.deed(
        "committee.meeting", Kind.SESSION, march(25), lag=0, start="15:00", theme="全系统动员大会", place="区教育礼堂",
        host=s.name(1), speaker=s.name(0), attendance=s.attendance({8: "official"}),
        parts__report="部署学习调研阶段任务，要求各支部月底前报计划，边学边查边改",
    )  # fmt: skip
    kit.training(s, march(25))
    kit.publicity(s, "web", march(26), 3)
    _centre_group(s, 27, "论述摘编与区域教育发展")
    kit.publicity(s, "bulletin", march(31), 2)
    second = _centre_group(s, 3, "优质均衡：打造教育品牌", 7)
    kit.make_up(s, second, CENTRE, 7, april(7))
    for topic, place in (("brand", 0), ("teachers", 1), ("teaching", 3)):
        s.deed("research.topics", Kind.TOPIC, march(30), topic=topic, owner=s.id(place))
    for topic, day, where, visitors in (
        ("brand", 2, "示例一小", (0, 2)),
        ("teachers", 8, "示例中学", (1, 5)),
        ("brand", 9, "示例研训中心", (0, 4)),
    ):
        s.deed(
            "research.topics", Kind.VISIT, april(day), topic=topic, place=where, heard=20 + day,
            visitors=[s.id(place) for place in visitors], text=s.pick(_STAYS),
        )  # fmt: skip
    _centre_group(s, 10, "教师队伍建设专题研讨")
    kit.forum(s, "column", april(9), (0, 1, 3), 5)
    field.idea(s, april(3), None, april(10), "partly")
    field.face_to_face(s, april(14), 4)
    s.deed(
        CENTRE, Kind.SESSION, april(17), entered=s.moment(april(13)), start="14:00", theme="有效教学与减负",
        place="局三楼会议室", host=s.name(0),
    )  # fmt: skip


_STAYS = (
    "蹲点一天，听课四节，同中层干部和家长代表座谈",
    "与青年教师座谈，听取培训、职称和住房方面的想法",
    "看教研活动和资料，了解课题成果怎样进课堂",
)

_HELPED = (
    "帮助支部理清任务，逐项对照计划说明做法",
    "列席传达会，就怎样联系本校实际提了三点建议",
    "同支委一起排出四月份的学习和讲课日程",
)
_LOOKED = (
    "看台帐、听一堂微型党课，进度正常",
    "翻看考勤和补课登记，记录完整",
    "同书记和三名党员谈话，了解征求意见情况",
    "查看宣传橱窗和学习笔记，提醒补齐讨论记录",
    "了解讲课安排，建议再加两个时段",
    "看问题台帐，核对两条整改结果",
    "听支部汇报，现场演示登记方法",
)


def _visits(s: Script, helped: dict[str, int], looked: dict[str, int]) -> None:
    for unit, day in helped.items():
        field.unit_visit(s, "group.assist", unit, march(day), s.pick(_HELPED))
    for unit, day in looked.items():
        field.unit_visit(s, "group.visits", unit, april(day), s.pick(_LOOKED), (0, 2))


def _first_group(s: Script) -> None:
    _visits(s, {"b01": 26, "b02": 26, "b06": 27}, {"b03": 8, "b05": 9, "b07": 10})
    case = field.urging(
        s, "b07", april(10), "机构、分工、制度、计划四项均未落实", "补建机构和制度，补报计划，逐项销号", april(20)
    )
    field.urged(s, case, april(14), "progress", "支部书记来电，称本周内先补报计划")


def _second_group(s: Script) -> None:
    _visits(s, {"b09": 26, "b15": 27}, {"b10": 2, "b11": 3, "b12": 8, "b13": 9, "b14": 9})
    case = field.urging(s, "b15", april(2), "机构成立晚，制度不全", "三天内补建机构，四项制度全部建立", april(7))
    field.urged(s, case, april(7), "close", "到支部复查，机构和四项制度已补齐", 1)


DISTRICT = (
    Story(
        "committee",
        "示例局党委",
        "bureau",
        says(
            "局党委：机构和动员大会已完成，中心组学了三次、第四次已排上，三个课题还有一个没下去。",
            "The committee: bodies and meeting done, three centre-group sessions of four, one topic not yet visited.",
        ),
        11,
        _committee,
        expects(
            met="committee.body committee.meeting plan.training publicity.forms study.ideas study.face_to_face",
            in_progress="org.leaders_lead study.centre_group study.forum research.topics",
        ),
        {CENTRE: frozenset({Remark.PLANNED})},
        start=0,
        leaders=5,
        probationary=0,
        audience=Audience.COMMITTEE,
    ),
    Story(
        "g1",
        "示例指导检查一组",
        "group",
        says(
            "走到了八个支部中的六个；对示例四小支部的督促还没销号。",
            "Six of eight branches visited; one urging still open.",
        ),
        4,
        _first_group,
        expects(met="group.assist", in_progress="group.visits group.urge"),
        start=23,
        leaders=1,
        probationary=0,
        audience=Audience.GROUP,
        guides=("b01", "b02", "b03", "b04", "b05", "b06", "b07", "b08"),
    ),
    Story(
        "g2",
        "示例指导检查二组",
        "group",
        says(
            "七个支部都走到了；一次督促已复查销号。",
            "All seven branches visited; one urging looked at again and closed.",
        ),
        4,
        _second_group,
        expects(met="group.assist group.visits group.urge"),
        start=37,
        leaders=1,
        probationary=0,
        audience=Audience.GROUP,
        guides=("b09", "b10", "b11", "b12", "b13", "b14", "b15"),
    ),
)
