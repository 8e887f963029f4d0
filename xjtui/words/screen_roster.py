"""What the roster says on the screen, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from xjtui.words.screen_said import Said


@dataclass(frozen=True, slots=True)
class Tallied:
    """Persons of a roster, as the line above the table tells them."""

    current: int
    should: int
    exempt: int
    probationary: int
    applicants: int
    gone: int


@dataclass(frozen=True, slots=True)
class RosterWords:
    """One language's wording of the list. `head` are the headings of the columns, by key; `short` the standings."""

    title: str
    counts: Callable[[Tallied], str]
    head: Mapping[str, str]
    short: Mapping[str, str]
    scopes: Mapping[str, str]
    unapproved: str
    membership: Mapping[str, str]
    sort: Mapping[str, str]
    sorted_by: Callable[[str], str]
    filter: str
    shown: Callable[[int, int], str]
    empty: str
    no_match: str
    leader: str
    not_valid: str
    valid: Callable[[str], str]
    since: Callable[[str, str], str]
    attended: Callable[[int, int, int], str]
    no_session: str
    lectured: str
    not_lectured: str
    not_asked: str
    joined: Callable[[str], str]
    left: Callable[[str], str]
    pick: Callable[[str], str]
    menu: str
    edit: Said
    change: Said
    add: Said
    exempt: Said
    transfer: Said
    take_back: Said
    bring_in: Said
    find: Said
    order: Said
    take_back_ask: Callable[[str], str]
    take_back_help: str
    take_back_why: str
    gone_already: Callable[[str], str]
    saved: Callable[[str], str]
    taken_back: Callable[[str], str]


def _counts_zh(n: Tallied) -> str:
    parts = [f"在册 {n.current} 人", f"应参加 {n.should}", f"免除 {n.exempt}", f"预备 {n.probationary}"]
    parts += [f"积极分子 {n.applicants}"] if n.applicants else []
    return " · ".join([*parts, f"已转出 {n.gone}"])


def _counts_en(n: Tallied) -> str:
    parts = [f"{n.current} members", f"attend {n.should}", f"exempt {n.exempt}", f"prob. {n.probationary}"]
    parts += [f"appl. {n.applicants}"] if n.applicants else []
    return " · ".join([*parts, f"left {n.gone}"])


ROSTER_ZH = RosterWords(
    title="党员名册",
    counts=_counts_zh,
    head={
        "name": "姓名",
        "standing": "身份",
        "duty": "职务",
        "leader": "班子",
        "joined": "转入",
        "left": "转出",
        "exemption": "免除",
        "attended": "考勤",
        "lectured": "讲课",
    },
    short={"full": "正式", "probationary": "预备", "applicant": "积极分子"},
    scopes={"all": "全部", "lecture": "讲课", "attendance": "考勤"},
    unapproved="未批准",
    membership={"current": "在册", "applicant": "不计入党员", "coming": "尚未转入", "gone": "已转出"},
    sort={
        "roster": "名册顺序",
        "name": "姓名",
        "standing": "身份",
        "attendance": "出勤",
        "lecture": "讲课",
    },
    sorted_by=lambda what: f"按{what}",
    filter="查找：",
    shown=lambda shown, of: f"显示 {shown}/{of} 人",
    empty="名册还是空的：按 Enter 添加党员，或从文件导入。",
    no_match="没有符合的人，Esc 取消查找。",
    leader="班子成员",
    not_valid="没有批准人，不算数",
    valid=lambda approver: f"{approver}批准",
    since=lambda since, until: f"{since}起，到{until}" if until else f"{since}起",
    attended=lambda present, should, made_up: (
        f"出席 {present}/{should} 次" + (f"，补课 {made_up} 次" if made_up else "")
    ),
    no_session="还没有应参加的活动",
    lectured="已上讲台",
    not_lectured="还没上讲台",
    not_asked="不要求讲课",
    joined=lambda day: f"{day}转入",
    left=lambda day: f"{day}转出",
    pick=lambda name: f"{name}：要办什么？",
    menu="党员名册：要办什么？",
    edit=Said("办理", "修改光标所在的人，登记免除、转出，或添加、导入"),
    change=Said("修改", "修改姓名、身份、职务、转入日期等资料"),
    add=Said("添加", "添加一名党员"),
    exempt=Said("免除", "登记或修改免除：原因、批准人、起止日期"),
    transfer=Said("转出", "登记转出、离开的日期"),
    take_back=Said("撤回误录", "撤回录错的一行，要写明理由"),
    bring_in=Said("导入", "从 .xlsx 或 .csv 文件导入名册"),
    find=Said("查找", "按姓名、职务、身份等查找"),
    order=Said("排序", "换一种顺序：名册、姓名、身份、出勤、讲课"),
    take_back_ask=lambda name: f"为什么撤回「{name}」这一行？",
    take_back_help="只用于录错的人。转走的人请登记转出日期，以前的考勤才不会变。",
    take_back_why="请写一句理由。",
    gone_already=lambda name: f"{name}已经转出",
    saved=lambda name: f"已保存：{name}",
    taken_back=lambda name: f"已撤回：{name}",
)

ROSTER_EN = RosterWords(
    title="Roster",
    counts=_counts_en,
    head={
        "name": "Name",
        "standing": "Standing",
        "duty": "Duty",
        "leader": "Lead",
        "joined": "Joined",
        "left": "Left",
        "exemption": "Exempt",
        "attended": "Att.",
        "lectured": "Lect.",
    },
    short={"full": "full", "probationary": "probat.", "applicant": "applicant"},
    scopes={"all": "all", "lecture": "lecture", "attendance": "attend."},
    unapproved="no appr.",
    membership={"current": "on the roster", "applicant": "not counted", "coming": "not joined yet", "gone": "left"},
    sort={
        "roster": "roster order",
        "name": "name",
        "standing": "standing",
        "attendance": "attendance",
        "lecture": "lectures",
    },
    sorted_by=lambda what: f"by {what}",
    filter="Find: ",
    shown=lambda shown, of: f"{shown} of {of} shown",
    empty="The roster is empty: press Enter to add members or to import a file.",
    no_match="Nobody fits; Esc ends the search.",
    leader="leader",
    not_valid="no approver, not valid",
    valid=lambda approver: f"approved by {approver}",
    since=lambda since, until: f"from {since} to {until}" if until else f"since {since}",
    attended=lambda present, should, made_up: (
        f"present {present} of {should}" + (f", {made_up} made up" if made_up else "")
    ),
    no_session="nothing to attend yet",
    lectured="has lectured",
    not_lectured="has not lectured yet",
    not_asked="need not lecture",
    joined=lambda day: f"joined {day}",
    left=lambda day: f"left {day}",
    pick=lambda name: f"{name}: what would you like to do?",
    menu="Roster: what would you like to do?",
    edit=Said("act", "edit the person under the cursor, exemption, transfer; or add, import"),
    change=Said("edit", "edit name, standing, duty, the day of joining ..."),
    add=Said("add", "add a member"),
    exempt=Said("exempt", "enter or change an exemption: reason, approver, dates"),
    transfer=Said("left", "enter the day of a transfer or leaving"),
    take_back=Said("take back", "take back a row entered by mistake, with the reason"),
    bring_in=Said("import", "import a roster from an .xlsx or .csv file"),
    find=Said("find", "find by name, duty, standing ..."),
    order=Said("order", "another order: roster, name, standing, attendance, lectures"),
    take_back_ask=lambda name: f"Why is the row of {name} taken back?",
    take_back_help="Only for rows entered by mistake. Whoever leaves gets a date, so that past attendance stays.",
    take_back_why="Please give the reason.",
    gone_already=lambda name: f"{name} has left already",
    saved=lambda name: f"Saved: {name}",
    taken_back=lambda name: f"Taken back: {name}",
)
