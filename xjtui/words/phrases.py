"""Small sentences built from dates, counts and names: one class a language, so that a missing one is a type error."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date, datetime

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Phrases(ABC):
    """One language's phrases. Dates come as dates, counts as numbers, names as they are to be shown."""

    joiner: str
    colon: str
    comma: str
    stop: str
    nobody: str
    anonymous: str
    none: str
    draft: str
    final: str
    voided: str
    entered_later: str
    everyone_present: str

    @abstractmethod
    def day(self, day: date, year: bool) -> str: ...

    @abstractmethod
    def moment(self, at: datetime) -> str: ...

    @abstractmethod
    def some(self, names: Sequence[str], of: int) -> str:
        """Names, the first of `of`."""

    @abstractmethod
    def title(self, title: str) -> str: ...

    @abstractmethod
    def quoted(self, text: str) -> str: ...

    @abstractmethod
    def due_on(self, day: str) -> str: ...

    @abstractmethod
    def due_in(self, day: str, days: int) -> str: ...

    @abstractmethod
    def past_due(self, day: str, days: int) -> str: ...

    @abstractmethod
    def done_on(self, day: str, due: str, late: bool) -> str: ...

    @abstractmethod
    def advised_by(self, day: str) -> str: ...

    @abstractmethod
    def through(self, day: str) -> str: ...

    @abstractmethod
    def overdue_by(self, days: int) -> str: ...

    @abstractmethod
    def days_left(self, days: int) -> str: ...

    @abstractmethod
    def attended(self, present: int, should: int) -> str: ...

    @abstractmethod
    def slips(self, issued: int, returned: int, opinions: int) -> str: ...

    @abstractmethod
    def made_up(self, name: str, day: str) -> str: ...

    @abstractmethod
    def blocked(self, titles: str) -> str: ...

    @abstractmethod
    def voided_why(self, by: str, day: str, why: str) -> str: ...

    @abstractmethod
    def rest_for(self, count: int) -> str: ...

    @abstractmethod
    def change(self, verb: str, what: str) -> str:
        """A change in the history; `verb` is the first word of its label."""

    @abstractmethod
    def undid(self, seq: int) -> str: ...


class Chinese(Phrases):
    """In Chinese, digits set off by blanks as on a screen."""

    joiner = "、"
    colon = "："
    comma = "，"
    stop = "。"
    nobody = "无对象"
    anonymous = "匿名"
    none = "无"
    draft = "草稿"
    final = "已定稿"
    voided = "已作废"
    entered_later = "补录"
    everyone_present = "全到"

    def day(self, day: date, year: bool) -> str:
        short = f"{day.month}月{day.day}日"
        return f"{day.year}年{short}" if year else short

    def moment(self, at: datetime) -> str:
        return f"{self.day(at.date(), False)} {at:%H:%M}"

    def some(self, names: Sequence[str], of: int) -> str:
        shown = self.joiner.join(names)
        return f"{shown}等" if of > len(names) else shown

    def title(self, title: str) -> str:
        return title if title.startswith("《") else f"《{title}》"

    def quoted(self, text: str) -> str:
        return f"「{text}」"

    def due_on(self, day: str) -> str:
        return f"期限 {day}"

    def due_in(self, day: str, days: int) -> str:
        return f"期限 {day}，还有 {days} 天" if days else f"期限 {day}，今天到期"

    def past_due(self, day: str, days: int) -> str:
        return f"期限 {day}，已过 {days} 天"

    def done_on(self, day: str, due: str, late: bool) -> str:
        return f"{day}完成，晚于期限 {due}" if late else f"{day}完成，期限 {due}"

    def advised_by(self, day: str) -> str:
        return f"建议 {day}前"

    def through(self, day: str) -> str:
        return f"贯穿全程，到 {day}"

    def overdue_by(self, days: int) -> str:
        return f"已逾期 {days} 天"

    def days_left(self, days: int) -> str:
        return f"还有 {days} 天"

    def attended(self, present: int, should: int) -> str:
        return f"应到 {should} 人，实到 {present} 人"

    def slips(self, issued: int, returned: int, opinions: int) -> str:
        parts = [f"发放 {issued} 份，收回 {returned} 份"] if issued or returned else []
        return "，".join((*parts, f"意见 {opinions} 条"))

    def made_up(self, name: str, day: str) -> str:
        return f"{name}补 {day} 的课"

    def blocked(self, titles: str) -> str:
        return f"先办：{titles}"

    def voided_why(self, by: str, day: str, why: str) -> str:
        return f"{by} {day}撤销" if why == "undo" else f"{by} {day}作废：{why}"

    def rest_for(self, count: int) -> str:
        return f"其余 {count} 项"

    def change(self, verb: str, what: str) -> str:
        known = {
            "record": "登记",
            "void": "作废",
            "restore": "恢复",
            "members": "修改名册",
            "create": "建立单位",
            "unit": "修改单位资料",
            "migrate": "转到新版计划",
            "pin": "转到新版计划",
            "undo": "撤销",
            "import": "导入名册",
        }
        said = known.get(verb, verb)
        return f"{said} {what}" if what else said

    def undid(self, seq: int) -> str:
        return f"撤销第 {seq} 次改动"


class English(Phrases):
    """In English; months in three letters, as a screen has room for."""

    joiner = ", "
    colon = ": "
    comma = ", "
    stop = "."
    nobody = "nobody concerned"
    anonymous = "anonymous"
    none = "none"
    draft = "draft"
    final = "final"
    voided = "voided"
    entered_later = "entered later"
    everyone_present = "all present"

    def day(self, day: date, year: bool) -> str:
        short = f"{day.day} {MONTHS[day.month - 1][:3]}"
        return f"{short} {day.year}" if year else short

    def moment(self, at: datetime) -> str:
        return f"{self.day(at.date(), False)} {at:%H:%M}"

    def some(self, names: Sequence[str], of: int) -> str:
        shown = self.joiner.join(names)
        return f"{shown} and {of - len(names)} more" if of > len(names) else shown

    def title(self, title: str) -> str:
        return f"“{title}”"

    def quoted(self, text: str) -> str:
        return f"“{text}”"

    def due_on(self, day: str) -> str:
        return f"due {day}"

    def due_in(self, day: str, days: int) -> str:
        if days == 0:
            return f"due {day}, today"
        return f"due {day}, {_days(days)} left"

    def past_due(self, day: str, days: int) -> str:
        return f"due {day}, {_days(days)} ago"

    def done_on(self, day: str, due: str, late: bool) -> str:
        return f"done {day}, late: due {due}" if late else f"done {day}, due {due}"

    def advised_by(self, day: str) -> str:
        return f"advised by {day}"

    def through(self, day: str) -> str:
        return f"throughout, to {day}"

    def overdue_by(self, days: int) -> str:
        return f"{_days(days)} overdue"

    def days_left(self, days: int) -> str:
        return f"{_days(days)} left"

    def attended(self, present: int, should: int) -> str:
        return f"{present} of {should} present"

    def slips(self, issued: int, returned: int, opinions: int) -> str:
        parts = [f"{issued} handed out, {returned} returned"] if issued or returned else []
        return ", ".join((*parts, f"{opinions} opinion{'s' if opinions != 1 else ''}"))

    def made_up(self, name: str, day: str) -> str:
        return f"{name} made up for {day}"

    def blocked(self, titles: str) -> str:
        return f"first: {titles}"

    def voided_why(self, by: str, day: str, why: str) -> str:
        return f"taken back by {by} on {day}" if why == "undo" else f"voided by {by} on {day}: {why}"

    def rest_for(self, count: int) -> str:
        return f"{count} other item{'s' if count != 1 else ''}"

    def change(self, verb: str, what: str) -> str:
        known = {
            "record": "entered",
            "void": "voided",
            "restore": "restored",
            "members": "roster changed",
            "create": "unit created",
            "unit": "unit changed",
            "migrate": "moved to a new plan",
            "pin": "moved to a new plan",
            "undo": "undone",
            "import": "roster imported",
        }
        said = known.get(verb, verb)
        return f"{said}: {what}" if what else said

    def undid(self, seq: int) -> str:
        return f"took back change {seq}"


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"
