"""Roster files as secretaries have them: workbooks, text as office programs save it, one full of mistakes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from xjtui.sample.people import name

Row = Sequence[str | int | date | None]

README = """# 示例数据 / Sample data

示例区教育系统，日子停在 2009 年 4 月 15 日：局党委、两个指导检查组、十五个支部。人名、单位都是编的。
`xjtui demo` 打开的是它的副本，随便改，退出就没有了。`make sample` 重新生成，内容逐字相同。

A district's schools on 15 April 2009: a committee, two inspection groups, fifteen branches, all people invented.
`xjtui demo` opens a throw-away copy. `make sample` writes it anew, to the letter.

- `district/` 数据目录 / the data directory: `xjtui --data sample_data/district --today 2009-04-15 status`
- `imports/` 可导入的名册 / rosters to import: `xjtui member import b01 sample_data/imports/roster-b01-april.xlsx`

| 文件 / file | 内容 / what it is |
|---|---|
| `roster-new-school.xlsx` | 新支部的名册，有标题行、序号和合计行 / a new branch, with title and total |
| `roster-b01-april.xlsx` | 示例一小支部四月名册：一人新来，一人改职务，其余不变 / b01 in April: one new, one changed |
| `roster-office-gbk.csv` | 办公软件另存的 GBK 文本，制表符分隔 / GBK text parted by tabs |
| `roster-export-utf8-bom.csv` | 带 BOM 的 UTF-8，英文表头 / UTF-8 with BOM, English headings |
| `roster-with-mistakes.csv` | 多种错误，逐行指出 / many kinds of mistakes, each named with its line |
"""

NEW_SCHOOL: tuple[Row, ...] = (
    ("示例七小支部党员名册",),
    ("填报单位：示例七小支部", None, None, "填报日期：2009年3月18日"),
    (
        "序号",
        "姓　名",
        "政治面貌",
        "党内职务",
        "班子成员（是/否）",
        "转入日期",
        "免除事项",
        "免除原因",
        "批准人",
        "免除起",
        "备注",
    ),
    (1, "子一", "正式党员", "书记", "是"),
    (2, "丑二", "正式党员", "组织委员", "是"),
    (3, "寅三", "正式党员", "宣传委员", "是"),
    (4, "卯四", "正式党员", None, "否", date(2009, 3, 2), None, None, None, None, "由示例二小转入"),
    (5, "辰五", "正式党员", None, "否", None, "讲课", "年老体弱", "子一", date(2009, 3, 20)),
    (6, "巳六", "正式党员", None, "否", None, "考勤", "外出支教", "子一", "2009年3月25日"),
    (7, "午七", "预备党员", None, "否", 39874),
    (8, "未八", "入党积极分子", None, "否"),
    ("合计", 8),
    ("填表人：丑二",),
)


def april() -> tuple[Row, ...]:
    """The roster of `b01` in a workbook: one has left, one has a new duty, one has just come."""
    duties = {0: "书记", 1: "组织委员", 2: "宣传委员", 3: "青年委员"}
    known = [(f"m{n + 1:02d}", name(n), "正式", duties.get(n), "是" if n < 3 else "否") for n in range(17)]
    return (
        ("编号", "姓名", "性质", "职务", "班子成员", "转入日期", "来源"),
        *known,
        ("m19", "癸二", "入党积极分子", None, "否"),
        ("m20", "癸三", "正式", None, "否", date(2009, 4, 2), "示例五小支部"),
        (None, "申九", "预备", None, "否", date(2009, 4, 13), "示例六小支部"),
    )


OFFICE = """姓名\t性质\t职务\t班子成员\t转入日期\t转出日期\t来源
酉一\t正式\t书记\t是\t\t\t
戌二\t正式\t副书记\t是\t\t\t
亥三\t正式\t\t否\t2009.3.9\t\t示例中学
子四\t正式\t\t否\t\t２００９年４月３日\t
丑　五\t预备\t\t否\t二○○九年三月二日\t\t
"""

EXPORT = """ID,Name,Standing,Duty,Leader,Joined,Left,Scope,Reason,Approver,Since,Until,Note
k1,寅一,full,书记,yes,,,,,,,,
k2,卯二,full,组织委员,yes,,,,,,,,
k3,辰三,full,,no,2009-03-16,,,,,,,
k4,寅一,full,,no,,,,,,,,"与书记同名, 后勤组"
k5,巳四,probationary,,no,,,lecture,病休,寅一,2009-03-20,2009-06-30,
"""

MISTAKES = """示例八小支部名册（待核对）
编号,姓名,性质,职务,班子成员,转入日期,离开日期,免除事项,免除原因,批准人,免除起
h01,午一,正式,书记,是,,,,,,
h02,未二,群众,,否,,,,,,
h03,,正式,,否,,,,,,
h04,申三,正式,,也许,,,,,,
h05,酉四,正式,,否,3月2日,,,,,
h06,戌五,正式,,否,2009年3月,,,,,
h07,亥六,正式,,否,2009-02-30,,,,,
h08,子七,正式,,否,2009-4-9,2009-4-2,,,,
h02,丑八,正式,,否,,,,,,
,寅九,正式,,否,,,,,,
,寅九,预备,,否,,,,,,
h 9,卯十,正式,,否,,,,,,
h10,辰一,正式,,否,,,唱歌,嗓子不好,午一,2009-3-20
h11,巳二,正式,,否,,,讲课,,午一,
h12,午三,正式,,否,#REF!,,,,,
"""


def write_imports(target: Path) -> None:
    """The roster files, the same bytes each time."""
    target.mkdir(parents=True, exist_ok=True)
    (target / "roster-new-school.xlsx").write_bytes(_workbook("党员名册", NEW_SCHOOL))
    (target / "roster-b01-april.xlsx").write_bytes(_workbook("四月名册", april()))
    (target / "roster-office-gbk.csv").write_bytes(_text(OFFICE, "gbk"))
    (target / "roster-export-utf8-bom.csv").write_bytes(_text(EXPORT, "utf-8-sig"))
    (target / "roster-with-mistakes.csv").write_bytes(_text(MISTAKES, "gbk"))


def _text(text: str, encoding: str) -> bytes:
    return text.replace("\n", "\r\n").encode(encoding)


def _workbook(title: str, rows: Sequence[Row]) -> bytes:
    from openpyxl import Workbook  # heavy, and wanted for writing the sample only

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    raw = io.BytesIO()
    book.save(raw)
    return _timeless(raw.getvalue())


def _timeless(data: bytes) -> bytes:
    """The same archive without the moment of its writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2009-04-15T08:00:00Z", content)
            new.writestr(zipfile.ZipInfo(part, (2009, 4, 15, 8, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
