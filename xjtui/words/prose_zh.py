"""The self-check summary in official Chinese: 一、基本情况 … 落款; no blanks between digits and characters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from xjtui.domain.figures import Count
from xjtui.domain.plan import Audience
from xjtui.words.prose import Prose, of_table

FIGURES: Mapping[Count, str] = {
    Count.DOCUMENTS: "形成文件{}份",
    Count.CONFIRMED: "确认{}项",
    Count.SESSIONS: "开展活动{}次",
    Count.PRESENT: "到会{}人次",
    Count.MADE_UP: "补课{}人次",
    Count.LECTURES: "讲课{}次",
    Count.LECTURERS: "登台主讲{}人",
    Count.LISTENERS: "参加人员{}人",
    Count.LEADERS: "带头人员{}人",
    Count.FILINGS: "报送{}次",
    Count.RETURNS: "被退回{}次",
    Count.REPORTS: "报送进展{}份",
    Count.FORMS: "采用形式{}种",
    Count.PUBLICATIONS: "共{}件",
    Count.PIECES: "发言和文章{}篇",
    Count.AUTHORS: "参与交流{}人",
    Count.IDEAS: "征集金点子{}条",
    Count.IDEAS_ADOPTED: "采纳{}条",
    Count.IDEAS_ANSWERED: "答复{}条",
    Count.QUESTIONS: "提出问题{}个",
    Count.QUESTIONS_ANSWERED: "答复{}个",
    Count.TOPICS: "确定课题{}个",
    Count.VISITS: "走访{}次",
    Count.HEARD: "听取意见{}人次",
    Count.CHANNELS: "使用渠道{}种",
    Count.ISSUED: "发放{}份",
    Count.RETURNED: "收回{}份",
    Count.OPINIONS: "收到意见{}条",
    Count.PROBLEMS: "查找问题{}件",
    Count.PROBLEMS_CLOSED: "销号{}件",
    Count.PROBLEMS_REFERRED: "转报上级{}件",
    Count.PROBLEMS_OPEN: "整改中{}件",
    Count.RATED: "评价{}项",
    Count.UNIT_VISITS: "下支部{}次",
    Count.UNITS: "到过支部{}个",
    Count.URGINGS: "督促{}次",
}

_DIGITS = "零一二三四五六七八九"
_WIDE = "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
_BLANKS = re.compile(f"(?<=[{_WIDE}]) +(?=[0-9A-Za-z{_WIDE}])|(?<=[0-9A-Za-z%]) +(?=[{_WIDE}])")


def numeral(n: int) -> str:
    """1 to 99 in Chinese: 一, 十二, 二十."""
    tens, ones = divmod(n, 10)
    if tens == 0:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def _percent(rate: float) -> str:
    return f"{rate:.1f}".removesuffix(".0") + "%"


class Chinese(Prose):
    """In Chinese."""

    headings = ("基本情况", "主要做法及成效", "存在问题", "原因分析", "下一步打算", "其他说明")
    annex = "附：对照检查表"
    columns = ("序号", "事项", "条款", "期限", "状态", "进度", "评价")
    causes_wanted = "（原因分析由书记填写，尚未填写。）"
    steps_wanted = "（下一步打算由书记填写，尚未填写。）"
    nothing_short = (
        "对照工作计划逐项检查，应办事项均按期完成，查找出的问题均已销号或转报上级，没有发现达不到要求的事项。"
    )
    not_begun = "这一环节尚无记录。"
    roster_empty = "名册上尚无人员。"
    no_attendance = "尚无考勤记录。"
    draft = "（草稿，尚未定稿）"
    outdated = "（定稿后记录有变动，需重新定稿）"

    def title(self, unit: str, phase: str) -> str:
        return f"{unit}{phase}自查总结"

    def number(self, n: int, level: int) -> str:
        match level:
            case 1:
                return f"{numeral(n)}、"
            case 2:
                return f"（{numeral(n)}）"
            case _:
                return f"{n}."

    def day(self, day: date) -> str:
        return f"{day.year}年{day.month}月{day.day}日"

    def short_day(self, day: date, near: date) -> str:
        return f"{day.month}月{day.day}日" if day.year == near.year else self.day(day)

    def span(self, first: date, last: date, near: date) -> str:
        if first == last:
            return self.short_day(first, near)
        if (first.year, first.month) == (last.year, last.month):
            return f"{self.short_day(first, near)}至{last.day}日"
        return f"{self.short_day(first, near)}至{self.short_day(last, near)}"

    def opening(self, issuer: str, plan: str, unit: str, phase: str, start: date, end: date, as_of: date) -> str:
        period = f"{self.day(start)}至{self.short_day(end, start)}"
        return (
            f"根据{issuer}《{plan}》的要求，{unit}对照计划逐项开展自查，现将{phase}（{period}）的工作情况总结如下。"
            f"文中数据截至{self.day(as_of)}，均由工作记录汇总。"
        )

    def roll(self, audience: Audience, members: int, probationary: int, leaders: int) -> str:
        match audience:
            case Audience.BRANCH:
                who = "本支部现有党员"
            case Audience.COMMITTEE:
                who = "局党委现有党员"
            case Audience.GROUP:
                who = "本组现有成员"
        parts = [f"{who}{members}人"]
        parts += [f"其中预备党员{probationary}人"] if probationary else []
        parts += [f"班子成员{leaders}人"] if leaders else []
        return "，".join(parts) + "。"

    def moves(self, joined: int, left: int, exempt: int) -> str:
        parts = [f"转入{joined}人"] if joined else []
        parts += [f"转出{left}人"] if left else []
        said = f"本阶段{'，'.join(parts)}。" if parts else ""
        return said + (f"经批准免除有关任务{exempt}人。" if exempt else "")

    def tally(self, of: int, done: int, late: int, overdue: int) -> str:
        said = f"对照工作计划，应办事项{of}项，已完成{done}项"
        said += f"（其中逾期后完成{late}项）" if late else ""
        said += f"，逾期未完成{overdue}项" if overdue else ""
        rest = of - done - overdue
        return said + (f"，期限未到、尚未完成{rest}项。" if rest > 0 else "。")

    def attendance(
        self,
        sessions: int,
        should: int,
        present: int,
        made_up: int,
        rate: float | None,
        participation: float | None,
    ) -> str:
        if rate is None or participation is None:
            return f"有考勤的活动{sessions}次，无应到对象。"
        said = f"有考勤的活动{sessions}次，应到{should}人次，实到{present}人次，出勤率{_percent(rate)}"
        return f"{said}；补课{made_up}人次，参学率{_percent(participation)}。"

    def deed(self, title: str, when: str, figures: Sequence[tuple[Count, int]], more: str) -> str:
        said = "，".join(self.figure(count, value) for count, value in figures)
        head = f"{title}（{when}）" if when else title
        return f"{head}：{'；'.join(part for part in (said, more) if part)}。"

    def covered(self, have: int, need: int, unit: str) -> str:
        return f"应计{need}{unit}，已完成{have}{unit}" if need else "无对象"

    def unmet(self, title: str, missing: Sequence[str], due: date | None, today: date) -> str:
        lacks = "；".join(missing)
        if due is None:
            return f"{title}：{lacks}。"
        if due < today:
            return f"{title}逾期未完成（期限{self.short_day(due, today)}，已过{(today - due).days}天）：{lacks}。"
        return f"{title}尚未完成（期限{self.short_day(due, today)}）：{lacks}。"

    def late(self, title: str, done: date, due: date) -> str:
        return f"{title}完成不及时，{self.short_day(done, due)}完成，晚于期限{self.short_day(due, done)}。"

    def problem(self, text: str, owner: str, deadline: date | None, first: date | None, overdue: bool) -> str:
        facts = [f"责任人{owner}"] if owner else []
        facts += [f"整改时限{self.short_day(deadline, first or deadline)}"] if deadline else []
        if first and deadline and first != deadline:
            facts.append(f"原时限{self.short_day(first, deadline)}")
        facts += ["已超过时限"] if overdue else []
        return f"问题尚未销号：{text.rstrip('。')}{'（' + '，'.join(facts) + '）' if facts else ''}。"

    def warning(self, text: str) -> str:
        return f"{text}。"

    def figure(self, count: Count, value: int) -> str:
        return of_table(FIGURES, count, value)

    def generated(self, text: str) -> str:
        quoted = text.replace("「", "“").replace("」", "”")
        return _BLANKS.sub("", quoted)
