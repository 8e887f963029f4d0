"""A secretary hands in the roster they have, in whatever form their office program saved it."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from xjtui.domain.people import Exemption, Scope, Standing
from xjtui.errors import InputError
from xjtui.intake.cells import ANSWERS, SCOPES, STANDINGS
from xjtui.intake.problems import ProblemCode
from xjtui.intake.roster import read_roster
from xjtui.words import LANGUAGES, words_for

TEXT = """示例一小支部党员名册,,,,
填报日期：2009年3月20日,,,,
序号,姓　名,政治面貌,党内职务,班子成员（是/否）,转入日期
1,甲一,正式党员,书记,是,
2,乙二,预备党员,,否,２００９年３月２日

3,丙　三,发展对象,,,2009-3-9
合计,3,,,
填表人：甲一,,,,
"""


def write(folder: Path, text: str, encoding: str = "utf-8", name: str = "名册.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def sheet(folder: Path, *rows: Sequence[Any], name: str = "名册.xlsx") -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    book.save(folder / name)
    return folder / name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_the_same_roster_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    roster = read_roster(write(tmp_path, TEXT, encoding))
    assert not roster.problems
    assert [(row.line, row.name, row.standing) for row in roster.rows] == [
        (4, "甲一", Standing.FULL),
        (5, "乙二", Standing.PROBATIONARY),
        (7, "丙三", Standing.APPLICANT),
    ]
    first, second, third = roster.rows
    assert (first.duty, first.leader, second.leader, third.leader) == ("书记", True, False, None)
    assert (first.joined, second.joined, third.joined) == (None, date(2009, 3, 2), date(2009, 3, 9))
    assert roster.ignored == ("序号",)
    assert roster.heading.line == 3


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_the_sign_between_the_cells_is_found(tmp_path: Path, delimiter: str) -> None:
    roster = read_roster(write(tmp_path, TEXT.replace(",", delimiter)))
    assert len(roster.rows) == 3
    assert roster.rows[0].duty == "书记"


def test_headings_in_english_and_in_any_order(tmp_path: Path) -> None:
    head = "Joined On,Standing,NAME,Leader,exempt_from,Reason,Approver,Since\n"
    text = f"{head}2009/3/2,full,Jia Yi,yes,all,ill,Yi Er,2009.3.1\n"
    (row,) = read_roster(write(tmp_path, text)).rows
    assert (row.name, row.joined, row.leader) == ("Jia Yi", date(2009, 3, 2), True)
    assert row.exemption == Exemption(Scope.ALL, "ill", "Yi Er", date(2009, 3, 1))


def test_a_workbook_with_a_title_and_real_dates(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        ["示例一小支部党员名册"],
        [],
        ["编号", "姓名", "性质", "转入日期", "转出/离开日期", "免除事项", "免除原因", "批准人", "免除起"],
        [1, "甲一", "正式", datetime(2009, 3, 2), None, "讲课", "年老体弱", "乙二", 39873],
        [2.0, "乙二", "正式", 20090302, "2009年4月1日", None, None, None, None],
    )
    first, second = read_roster(path).rows
    assert (first.id, first.line, first.joined) == ("1", 4, date(2009, 3, 2))
    assert first.exemption == Exemption(Scope.LECTURE, "年老体弱", "乙二", date(2009, 3, 1))
    assert (second.id, second.joined, second.left) == ("2", date(2009, 3, 2), date(2009, 4, 1))


def test_the_sheet_with_the_roster_is_found_among_others(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["填表说明"])
    hidden = book.create_sheet("旧")
    hidden.append(["姓名", "性质", "职务"])
    hidden.sheet_state = "hidden"
    book.create_sheet("党员名册").append(["姓名", "性质"])
    book["党员名册"].append(["甲一", "正式"])
    book.save(tmp_path / "a.xlsx")
    roster = read_roster(tmp_path / "a.xlsx")
    assert roster.sheet == "党员名册"
    assert [row.name for row in roster.rows] == ["甲一"]


def test_a_wrong_dimension_does_not_cut_the_sheet(tmp_path: Path) -> None:
    path = sheet(tmp_path, ["姓名", "性质"], ["甲一", "正式"], ["乙二", "预备"])
    lying = tmp_path / "lying.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(lying, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'ref="A1:B3"', b'ref="A1"'))
    assert len(read_roster(lying).rows) == 2


@pytest.mark.parametrize(
    "spelling",
    [
        "2009-03-02",
        "2009/3/2",
        "2009.3.2",
        "2009年3月2日",
        "二○○九年三月二日",
        "二〇〇九年三月二日",
        "20090302",
        "２００９－３－２",
        "2009-03-02 00:00:00",
        "2009 年 3 月 2 日",
        "39874",
    ],
)
def test_usual_spellings_of_a_date(tmp_path: Path, spelling: str) -> None:
    (row,) = read_roster(write(tmp_path, f"姓名,转入日期\n甲一,{spelling}\n")).rows
    assert row.joined == date(2009, 3, 2)


def test_every_bad_row_is_named_at_once(tmp_path: Path) -> None:
    text = """名册,,,,,,,,,,
姓名,编号,性质,班子成员,转入日期,离开日期,免除事项,免除原因,批准人,免除起,免除止
甲一,a1,群众,也许,,,,,,,
,a2,正式,,,,,,,,
丙三,a 3,正式,,3月2日,,,,,,
丁四,a4,正式,,2009年3月,2009-13-40,,,,,
戊五,a5,正式,,2009-04-02,2009-04-01,,,,,
己六,a5,正式,,,,,,,,
庚七,,正式,,,,,,,,
庚七,,正式,,,,,,,,
辛八,a8,正式,,,,唱歌,病,甲一,2009-3-1,
壬九,a9,正式,,,,,病,甲一,,
癸十,b1,正式,,,,讲课,,甲一,2009-3-2,2009-3-1
子一,b2,正式,,1009-03-02,#REF!,,,,,
丑二,b3,{long},,,,,,,,
"""
    roster = read_roster(write(tmp_path, text.replace("{long}", "正" * 201)))
    assert [(p.line, p.column, p.code) for p in roster.problems] == [
        (3, "性质", ProblemCode.STANDING_UNKNOWN),
        (3, "班子成员", ProblemCode.LEADER_UNKNOWN),
        (4, "姓名", ProblemCode.NAME_MISSING),
        (5, "转入日期", ProblemCode.DATE_NO_YEAR),
        (5, "编号", ProblemCode.ID_MALFORMED),
        (6, "转入日期", ProblemCode.DATE_NO_DAY),
        (6, "离开日期", ProblemCode.DATE_UNREADABLE),
        (7, "离开日期", ProblemCode.LEFT_BEFORE_JOINED),
        (8, "编号", ProblemCode.ID_TWICE),
        (9, "姓名", ProblemCode.NAME_NEEDS_ID),
        (10, "姓名", ProblemCode.NAME_NEEDS_ID),
        (11, "免除事项", ProblemCode.SCOPE_UNKNOWN),
        (12, "免除事项", ProblemCode.SCOPE_MISSING),
        (12, "免除起", ProblemCode.SINCE_MISSING),
        (13, "免除原因", ProblemCode.REASON_MISSING),
        (13, "免除止", ProblemCode.UNTIL_BEFORE_SINCE),
        (14, "转入日期", ProblemCode.DATE_IMPLAUSIBLE),
        (14, "离开日期", ProblemCode.CELL_ERROR),
        (15, "性质", ProblemCode.TOO_LONG),
    ]
    assert set(ProblemCode) == {p.code for p in roster.problems}
    assert not roster.rows


def test_an_id_given_twice_names_the_first_line(tmp_path: Path) -> None:
    (problem,) = read_roster(write(tmp_path, "姓名,编号\n甲一,a\n甲一,b\n乙二,a\n")).problems
    assert (problem.line, problem.column, problem.code, problem.facts) == (
        4,
        "编号",
        ProblemCode.ID_TWICE,
        {"id": "a", "other": 2},
    )


def test_a_cell_over_two_lines_does_not_shift_the_line_numbers(tmp_path: Path) -> None:
    roster = read_roster(write(tmp_path, '姓名,备注\n甲一,"两行\n备注"\n,x,y\n'))
    assert roster.rows[0].note == "两行 备注"
    assert [(p.line, p.code) for p in roster.problems] == [(4, ProblemCode.NAME_MISSING)]


def _refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_roster(path)
    return caught.value.code


def test_each_file_that_cannot_be_read_has_its_own_reason(tmp_path: Path) -> None:
    def file(name: str, data: bytes) -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    good = sheet(tmp_path, ["姓名"], ["甲一"]).read_bytes()
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert _refusal(tmp_path / "nowhere.csv") == "roster_missing"
    assert _refusal(tmp_path) == "roster_is_folder"
    assert _refusal(file("empty.csv", b"")) == "roster_empty"
    assert _refusal(file("blank.csv", b"\xef\xbb\xbf,,\n,\n")) == "roster_empty"
    assert _refusal(sheet(tmp_path, name="leer.xlsx")) == "roster_empty"
    assert _refusal(file("old.xls", ole)) == "roster_old_excel"
    assert _refusal(file("locked.xlsx", ole + "EncryptedPackage".encode("utf-16-le"))) == "roster_encrypted"
    assert _refusal(file("cut.xlsx", good[: len(good) // 2])) == "roster_damaged"
    assert _refusal(file("text.xlsx", "姓名\n甲一\n".encode())) == "roster_damaged"
    assert _refusal(file("bytes.csv", b"\xff\x00\x80\x81\x00")) == "roster_encoding"
    assert _refusal(file("word.docx", word.getvalue())) == "roster_wrong_type"
    assert _refusal(file("renamed.xlsx", word.getvalue())) == "roster_wrong_type"
    assert _refusal(file("scan.pdf", b"%PDF-1.4")) == "roster_wrong_type"
    assert _refusal(file("noname.csv", "序号,性质\n1,正式\n".encode())) == "roster_no_heading"
    assert _refusal(file("pairs.csv", "姓名,性质,姓名,性质\n甲一,正式,乙二,正式\n".encode())) == "roster_heading_twice"
    assert _refusal(file("only.csv", "姓名,性质\n,\n".encode())) == "roster_no_rows"
    assert _refusal(file("long.csv", "姓名\n".encode() + b"a\n" * 5_001)) == "roster_too_many_rows"
    assert _refusal(file("big.csv", b"a" * 5_000_001)) == "roster_too_large"


@pytest.mark.parametrize("at", [30, 200, 1000, 2000, 3000, 4000])
def test_a_flipped_byte_in_a_workbook_never_ends_in_a_traceback(tmp_path: Path, at: int) -> None:
    data = bytearray(sheet(tmp_path, ["姓名", "性质"], *[[f"甲{n}", "正式"] for n in range(50)]).read_bytes())
    data[at % len(data)] ^= 0xFF
    path = tmp_path / "flipped.xlsx"
    path.write_bytes(data)
    try:
        read_roster(path)
    except InputError as error:
        assert error.code in {"roster_damaged", "roster_wrong_type"}


def test_reading_text_loads_no_spreadsheet_library() -> None:
    code = "import sys, xjtui.intake.roster; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_shows_can_be_read_back(language: str) -> None:
    terms = words_for(language).terms
    for standing, label in terms.standing.items():
        assert STANDINGS[label] is standing
    for scope, label in terms.scope.items():
        assert SCOPES[label] is scope
    assert (ANSWERS[terms.yes], ANSWERS[terms.no]) == (True, False)
