"""From one cell of a file to a value: text, name, id, date, and the words rosters use. Knows no columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TypeVar

from xjtui.domain.answers import clean, narrow
from xjtui.domain.people import Scope, Standing
from xjtui.intake.problems import ProblemCode

Cell = str | int | float | bool | date | datetime | None
"""A cell as the file holds it; delimited files hold only text."""


class CellFault(Exception):
    """A cell that cannot be read: the code, and facts for the sentence."""

    def __init__(self, code: ProblemCode, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


LIMIT = 200
"""Most characters of a cell, the limit of a line anywhere else in the program."""
FIRST_YEAR, LAST_YEAR = 1920, 2100
NONE_WORDS = frozenset({"无", "没有", "-", "--", "—", "——", "/", "none", "n/a"})
"""Words that say expressly that there is nothing; an empty cell says nothing at all."""

STANDINGS: Mapping[str, Standing] = {
    **dict.fromkeys(
        ("正式", "正式党员", "党员", "中共党员", "中共正式党员", "full", "full member", "member", "party member"),
        Standing.FULL,
    ),
    **dict.fromkeys(
        ("预备", "预备党员", "中共预备党员", "probationary", "probationary member"),
        Standing.PROBATIONARY,
    ),
    **dict.fromkeys(
        ("发展对象", "积极分子", "入党积极分子", "申请人", "入党申请人", "applicant"),
        Standing.APPLICANT,
    ),
}
ANSWERS: Mapping[str, bool] = {
    **dict.fromkeys(("是", "对", "有", "√", "✓", "✔", "y", "yes", "true", "1"), True),
    **dict.fromkeys(("否", "不是", "×", "✗", "n", "no", "false", "0", *NONE_WORDS), False),
}
SCOPES: Mapping[str, Scope] = {
    **dict.fromkeys(("全部", "所有", "全部事项", "全免", "全部免除", "all", "freed from all"), Scope.ALL),
    **dict.fromkeys(
        ("讲课", "免讲", "免讲课", "免讲党课", "上讲台", "人人上讲台", "党员人人上讲台", "微型党课"), Scope.LECTURE
    ),
    **dict.fromkeys(("lecture", "lectures", "freed from lecturing"), Scope.LECTURE),
    **dict.fromkeys(
        ("考勤", "免考勤", "到会", "参会", "学习", "集中学习", "attendance", "freed from attending"), Scope.ATTENDANCE
    ),
}

_DATE = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NO_DAY = re.compile(r"\d{4}[-./年]\d{1,2}月?|(?:19|20)\d{4}")
_NO_YEAR = re.compile(r"\d{1,2}[-./月]\d{1,2}日?")
_CLOCK = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_ERROR = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)")
_CHINESE = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_SERIAL_ORIGIN = date(1899, 12, 30)

V = TypeVar("V")


def text_of(cell: Cell) -> str:
    """The cell as one line of text. CellFault where it is too long, or shows a spreadsheet's error."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            text = " ".join(clean(str(cell).replace("\u200b", "").replace("\ufeff", "")).split())
    if _ERROR.fullmatch(text):
        raise CellFault(ProblemCode.CELL_ERROR, raw=text)
    if len(text) > LIMIT:
        raise CellFault(ProblemCode.TOO_LONG, length=len(text), limit=LIMIT)
    return text


def name_of(cell: Cell) -> str:
    """A person's name: blanks that pad Chinese characters («甲　一») go, those between Latin words stay."""
    text = text_of(cell)
    return text if re.search(r"[A-Za-z]", text) else text.replace(" ", "")


def id_of(cell: Cell) -> str:
    """A member's id: letters, digits, `-`, `_`, `.`; full-width ones are narrowed."""
    text = narrow(text_of(cell))
    if text and not _ID.fullmatch(text):
        raise CellFault(ProblemCode.ID_MALFORMED, raw=text)
    return text


def word_of(cell: Cell, words: Mapping[str, V], code: ProblemCode) -> V | None:
    """What a word stands for, None for an empty cell. CellFault with `code` for a word that stands for nothing."""
    text = text_of(cell)
    if not text:
        return None
    found = words.get(narrow(text).casefold().replace("(", "").replace(")", ""))
    if found is None:
        raise CellFault(code, raw=text)
    return found


def date_of(cell: Cell, epoch: date = _SERIAL_ORIGIN) -> date | None:
    """A date in any usual spelling, a spreadsheet's date or its bare day number counted from `epoch`; None where empty.

    Day before month or a missing year is never guessed.
    """
    match cell:
        case datetime():
            found = cell.date()
        case date():
            found = cell
        case _:
            text = text_of(cell)
            if not text:
                return None
            found = _read_date(text, epoch)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise CellFault(ProblemCode.DATE_IMPLAUSIBLE, raw=found.isoformat(), first=FIRST_YEAR, last=LAST_YEAR)
    return found


def _read_date(raw: str, epoch: date) -> date:
    text = _CLOCK.sub("", narrow(raw))
    text = _arabic(text).replace(" ", "")
    if found := _DATE.fullmatch(text) or _COMPACT.fullmatch(text):
        try:
            return date(*(int(part) for part in found.groups()))
        except ValueError:
            raise CellFault(ProblemCode.DATE_UNREADABLE, raw=raw) from None
    if _SERIAL.fullmatch(text):
        return epoch + timedelta(days=int(float(text)))
    if _NO_DAY.fullmatch(text):
        raise CellFault(ProblemCode.DATE_NO_DAY, raw=raw)
    if _NO_YEAR.fullmatch(text):
        raise CellFault(ProblemCode.DATE_NO_YEAR, raw=raw)
    raise CellFault(ProblemCode.DATE_UNREADABLE, raw=raw)


def _arabic(text: str) -> str:
    """二○○九年四月十五日 → 2009年4月15日; what is Arabic already passes unchanged."""

    def numeral(found: re.Match[str]) -> str:
        tens, ten, ones = found.group().partition("十")
        if not ten:
            return tens.translate(_CHINESE)
        return (tens.translate(_CHINESE) or "1") + (ones.translate(_CHINESE) or "0")

    return re.sub("[〇○零一二三四五六七八九十]+", numeral, text)
