"""What is worth noting, as a sentence: one function a language over every kind of remark."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from xjtui.domain.states import Remark


class Noted(NamedTuple):
    """A remark with its facts put into words. `unit` is the measure word of the item it stands at."""

    what: Remark
    number: int
    limit: int
    names: str = ""
    day: str = ""
    reason: str = ""
    units: str = ""


def zh(note: Noted) -> str:
    """In Chinese."""
    listed = f"：{note.names}" if note.names else ""
    match note.what:
        case Remark.ENTERED_LATER:
            return f"{note.number} 条是补录的（事后三天以上才登记）"
        case Remark.BEFORE_PHASE:
            return f"{note.number} 条记录的日期早于本阶段开始（{note.day}），请核对"
        case Remark.LEAVE_AFTERWARDS:
            return f"{note.number} 人的请假是事后批准的{listed}"
        case Remark.CANNOT_BE_MET:
            return f"照现在的安排完不成：还差 {note.number} {note.units}，只剩 {note.limit} 天可用"
        case Remark.ADVISED:
            return f"已够数，建议做到 {note.limit} 种，现有 {note.number} 种"
        case Remark.INTERVAL:
            return f"上次报送是{note.day}，已隔 {note.number} 天，建议每 {note.limit} 天报一次"
        case Remark.SAME_MINUTE:
            return f"{note.number} 条记录在同一分钟内录入，请核对是否属实"
        case Remark.SAME_TEXT:
            return f"{note.number} 条记录的文字一模一样，请核对"
        case Remark.NO_OPINIONS:
            return "用了渠道，却一条意见也没有，请核对"
        case Remark.RETURNED_EXCEED:
            return f"{note.number} 条记录收回多于发放，不计入"
        case Remark.NOBODY:
            return "无对象：名册上没有应当计入的人"
        case Remark.AWAITS_RECEIPT:
            return f"{note.day}已报送，办公室还没有签收"
        case Remark.MAKEUP_TOO_EARLY:
            return f"{note.number} 条补课不晚于所补的活动，不计入"
        case Remark.NOT_APPROVED:
            return f"{note.number} 人的免除没有批准人，不算数{listed}"
        case Remark.EXEMPTED:
            return f"经批准免除 {note.number} 人{listed}"
        case Remark.PLANNED:
            return f"已安排 {note.number} 次，最近一次在{note.day}"
        case Remark.REPEATED:
            return f"另有 {note.number} 次是同一人重复，不重复计人"
        case Remark.OUTSIDERS:
            return f"{note.number} 次由名册以外的人主讲，不计入{listed}"
        case Remark.EXTENDED:
            return f"{note.number} 个问题延过期{listed}"
        case Remark.REFERRED:
            return f"{note.number} 个问题已转上级{listed}"
        case Remark.PROBLEM_OVERDUE:
            return f"{note.number} 个问题超过整改时限{listed}"
        case Remark.OUTDATED:
            return f"{note.day}定稿以后记录有变动，总结要重新定稿"
        case other:
            assert_never(other)


def en(note: Noted) -> str:
    """In English."""
    listed = f": {note.names}" if note.names else ""
    several = note.number != 1
    s = "s" if several else ""
    match note.what:
        case Remark.ENTERED_LATER:
            return f"{note.number} record{s} entered later (more than three days after)"
        case Remark.BEFORE_PHASE:
            return f"{note.number} record{s} dated before the phase began ({note.day}); please check"
        case Remark.LEAVE_AFTERWARDS:
            return f"{note.number} leave{s} approved after the session{listed}"
        case Remark.CANNOT_BE_MET:
            days = "day" if note.limit == 1 else "days"
            return f"cannot be met as planned: {note.number} {note.units} to go, {note.limit} {days} left for it"
        case Remark.ADVISED:
            return f"enough, but {note.limit} forms are advised; there {'are' if several else 'is'} {note.number}"
        case Remark.INTERVAL:
            return f"last report on {note.day}, {note.number} day{s} ago; one every {note.limit} days is advised"
        case Remark.SAME_MINUTE:
            return f"{note.number} records were entered within one minute; please check them"
        case Remark.SAME_TEXT:
            return f"{note.number} records have the very same text; please check them"
        case Remark.NO_OPINIONS:
            return "channels were used, yet there is not one opinion; please check"
        case Remark.RETURNED_EXCEED:
            return f"{note.number} record{s} with more copies returned than handed out, not counted"
        case Remark.NOBODY:
            return "nobody concerned: nobody on the roster is to be counted"
        case Remark.AWAITS_RECEIPT:
            return f"filed on {note.day}, not yet acknowledged by the office"
        case Remark.MAKEUP_TOO_EARLY:
            return f"{note.number} make-up{s} dated no later than the session made up for, not counted"
        case Remark.NOT_APPROVED:
            return f"{note.number} exemption{s} without an approver, not valid{listed}"
        case Remark.EXEMPTED:
            return f"{note.number} exempted with approval{listed}"
        case Remark.PLANNED:
            return f"{note.number} planned, the next on {note.day}"
        case Remark.REPEATED:
            return f"{note.number} more by people already counted"
        case Remark.OUTSIDERS:
            return f"{note.number} by people who are not on the roster, not counted{listed}"
        case Remark.EXTENDED:
            return f"{note.number} problem{s} extended{listed}"
        case Remark.REFERRED:
            return f"{note.number} problem{s} referred to the superior{listed}"
        case Remark.PROBLEM_OVERDUE:
            return f"{note.number} problem{s} beyond the deadline{listed}"
        case Remark.OUTDATED:
            return f"records changed since it was made final on {note.day}; it has to be made final again"
        case other:
            assert_never(other)
