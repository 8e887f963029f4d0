"""Which heading names which column, in Chinese and English; finds the heading row of a table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from xjtui.domain.answers import narrow
from xjtui.intake.cells import Cell
from xjtui.intake.tables import Row, Table


class Column(StrEnum):
    """The columns of a roster."""

    ID = "id"
    NAME = "name"
    STANDING = "standing"
    DUTY = "duty"
    LEADER = "leader"
    JOINED = "joined"
    LEFT = "left"
    ORIGIN = "origin"
    SCOPE = "scope"
    REASON = "reason"
    APPROVER = "approver"
    SINCE = "since"
    UNTIL = "until"
    NOTE = "note"


SPELLINGS: Mapping[Column, tuple[str, ...]] = {
    Column.ID: ("编号", "党员编号", "人员编号", "id", "member id"),
    Column.NAME: ("姓名", "党员姓名", "名字", "name", "full name"),
    Column.STANDING: (
        "性质",
        "政治面貌",
        "党员性质",
        "党员类别",
        "人员类别",
        "党员身份",
        "standing",
        "membership",
    ),
    Column.DUTY: ("职务", "党内职务", "支部职务", "担任职务", "岗位", "duty", "position", "post"),
    Column.LEADER: (
        "班子成员",
        "是否班子成员",
        "是否为班子成员",
        "领导班子成员",
        "是否领导",
        "班子",
        "leader",
        "is leader",
    ),
    Column.JOINED: (
        "转入日期",
        "转入时间",
        "入党支部日期",
        "入支部日期",
        "入支部时间",
        "到支部日期",
        "joined",
        "joined on",
    ),
    Column.LEFT: (
        "转出日期",
        "转出时间",
        "离开日期",
        "离开时间",
        "转出/离开日期",
        "转出离开日期",
        "left",
        "left on",
    ),
    Column.ORIGIN: ("来源", "转入来源", "原支部", "原单位", "origin", "came from"),
    Column.SCOPE: ("免除事项", "免除范围", "免除", "scope", "exempt from"),
    Column.REASON: ("免除原因", "免除理由", "免除事由", "reason"),
    Column.APPROVER: ("批准人", "免除批准人", "审批人", "approver", "approved by"),
    Column.SINCE: ("免除起", "免除起始", "免除起始日期", "免除开始日期", "since", "exempt since"),
    Column.UNTIL: ("免除止", "免除截止", "免除截止日期", "免除结束日期", "until", "exempt until"),
    Column.NOTE: ("备注", "说明", "note", "notes", "remark", "remarks"),
}
"""The first spelling of each is the one this program writes. 入党日期 is not among them: it is another date."""

_COLUMN_OF = {spelling: column for column, spellings in SPELLINGS.items() for spelling in spellings}
SEARCHED = 20
"""Rows in which the heading is looked for, below titles and remarks."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading row: where each column stands, as written, and the headings that name no column of a roster."""

    line: int
    places: Mapping[Column, int]
    written: Mapping[Column, str]
    ignored: tuple[str, ...]
    name_twice: bool = False


def _plain(cell: Cell) -> str:
    """«党员姓名 *», «班子成员（是/否）» → the bare heading."""
    text = narrow(str(cell)) if cell is not None else ""
    text = re.sub(r"\(.*?\)", "", text).replace("*", "").replace("_", " ").rstrip(" :").casefold()
    text = " ".join(text.split())
    return text if re.search(r"[a-z]", text) else text.replace(" ", "")


def heading_of(row: Row) -> Heading | None:
    """The row as a heading, None where no cell of it is headed «name». The first of several like columns is taken."""
    places: dict[Column, int] = {}
    written: dict[Column, str] = {}
    ignored = []
    names = 0
    for place, cell in enumerate(row.cells):
        plain = _plain(cell)
        column = _COLUMN_OF.get(plain)
        names += column is Column.NAME
        if column is None or column in places:
            if plain:
                ignored.append(str(cell).strip())
            continue
        places[column] = place
        written[column] = " ".join(str(cell).split())
    if Column.NAME not in places:
        return None
    return Heading(row.line, places, written, tuple(ignored), names > 1)


def find_heading(table: Table) -> Heading | None:
    """The first row of a table that is a heading."""
    found = (heading_of(row) for row in table.rows[:SEARCHED])
    return next((heading for heading in found if heading is not None), None)
