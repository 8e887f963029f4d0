"""Headings and set phrases of status, explain, records and history; the summary has its own modules."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import assert_never

from xjtui.domain.states import Status


class ReportWords(ABC):
    """One language's headings, and the sentences between them."""

    unit: str
    done: str
    overdue: str
    next: str
    nothing_missing: str
    hints: str
    clause: str
    requirement: str
    basis: str
    rule: str
    due: str
    progress: str
    counted: str
    missing: str
    notes: str
    status: str
    not_applicable: str
    no_records: str
    no_units: str
    no_history: str
    by_plan: str
    inferred_day: str
    semicolon: str

    @abstractmethod
    def tally(self, done: int, of: int, overdue: int, late: int) -> str: ...

    @abstractmethod
    def next_step(self, title: str, why: str, missing: str) -> str: ...

    @abstractmethod
    def phase_days(self, days: int) -> str:
        """Days to the end of the phase; below 0 it is over."""

    @abstractmethod
    def before_first(self, titles: str) -> str: ...

    @abstractmethod
    def approved_by(self, name: str) -> str: ...

    @abstractmethod
    def derived(self, status: Status, done: str, due: str, soft: bool) -> str:
        """How a status follows; `done` and `due` are dates, '' where there is none."""

    @abstractmethod
    def entered(self, by: str, day: str, later: bool) -> str: ...


class Chinese(ReportWords):
    """In Chinese."""

    unit = "单位"
    done = "完成"
    overdue = "逾期"
    next = "下一步"
    nothing_missing = "没有缺项"
    hints = "提示"
    clause = "条款"
    requirement = "要求"
    basis = "依据"
    rule = "标准"
    due = "完成时间"
    progress = "进度"
    counted = "计入的记录"
    missing = "还缺什么"
    notes = "说明"
    status = "状态"
    not_applicable = "不适用"
    no_records = "没有记录。"
    no_units = "还没有单位。用「xjtui init」建立。"
    no_history = "没有改动。"
    by_plan = "按计划不适用"
    inferred_day = "日期为推定"
    semicolon = "；"

    def tally(self, done: int, of: int, overdue: int, late: int) -> str:
        parts = [f"完成 {done}/{of}"]
        parts += [f"逾期 {overdue}"] if overdue else []
        parts += [f"迟完成 {late}"] if late else []
        return "  ".join(parts)

    def next_step(self, title: str, why: str, missing: str) -> str:
        return f"{title}（{why}），{missing}"

    def phase_days(self, days: int) -> str:
        if days < 0:
            return f"已结束 {-days} 天"
        return f"距结束 {days} 天" if days else "今天结束"

    def before_first(self, titles: str) -> str:
        return f"应在第一次{titles}之前，最迟当天"

    def approved_by(self, name: str) -> str:
        return f"批准人：{name}"

    def derived(self, status: Status, done: str, due: str, soft: bool) -> str:
        match status:
            case Status.MET:
                return f"{done}达到标准，没有超过期限" if due and not soft else f"{done}达到标准"
            case Status.MET_LATE:
                return f"{done}才达到标准，晚于期限 {due}；迟了就一直记为迟"
            case Status.OVERDUE:
                return f"期限 {due} 已过，还没有达到标准"
            case Status.IN_PROGRESS:
                return "已有记录，还没有达到标准" + ("；这项是建议，不算逾期" if soft else "，期限未过")
            case Status.NOT_STARTED:
                return "还没有记录" + ("；这项是建议，不算逾期" if soft else "，期限未过")
            case Status.NOT_APPLICABLE:
                return "不计入应办事项"
            case other:
                assert_never(other)

    def entered(self, by: str, day: str, later: bool) -> str:
        return f"{by} {day}{'补录' if later else '登记'}"


class English(ReportWords):
    """In English."""

    unit = "Unit"
    done = "Done"
    overdue = "Overdue"
    next = "Next"
    nothing_missing = "nothing is missing"
    hints = "Hints"
    clause = "Clause"
    requirement = "Requirement"
    basis = "Basis"
    rule = "Standard"
    due = "Time"
    progress = "Progress"
    counted = "Records counted"
    missing = "Missing"
    notes = "Notes"
    status = "Status"
    not_applicable = "Not applicable"
    no_records = "No records."
    no_units = "There is no unit yet; “xjtui init” makes one."
    no_history = "Nothing was changed."
    by_plan = "does not apply by the plan"
    inferred_day = "the date is inferred"
    semicolon = "; "

    def tally(self, done: int, of: int, overdue: int, late: int) -> str:
        parts = [f"{done}/{of} done"]
        parts += [f"{overdue} overdue"] if overdue else []
        parts += [f"{late} late"] if late else []
        return "  ".join(parts)

    def next_step(self, title: str, why: str, missing: str) -> str:
        return f"{title} ({why}): {missing}"

    def phase_days(self, days: int) -> str:
        if days < 0:
            return f"over for {-days} day{'s' if days != -1 else ''}"
        if days == 0:
            return "ends today"
        return f"{days} day{'s' if days != 1 else ''} to the end"

    def before_first(self, titles: str) -> str:
        return f"before the first of {titles}, on that day at the latest"

    def approved_by(self, name: str) -> str:
        return f"approved by {name}"

    def derived(self, status: Status, done: str, due: str, soft: bool) -> str:
        match status:
            case Status.MET:
                return f"the standard was reached on {done}" + (", in time" if due and not soft else "")
            case Status.MET_LATE:
                return f"the standard was reached on {done} only, after {due}; late stays late"
            case Status.OVERDUE:
                return f"it was due on {due} and the standard is not reached"
            case Status.IN_PROGRESS:
                tail = "; it is advice and never overdue" if soft else ", and it is not yet due"
                return f"there are records, but the standard is not reached{tail}"
            case Status.NOT_STARTED:
                return "there are no records" + (
                    "; it is advice and never overdue" if soft else ", and it is not yet due"
                )
            case Status.NOT_APPLICABLE:
                return "it is left out of the count"
            case other:
                assert_never(other)

    def entered(self, by: str, day: str, later: bool) -> str:
        return f"entered{' later' if later else ''} by {by} on {day}"
