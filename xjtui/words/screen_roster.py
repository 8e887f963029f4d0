"""What the roster, the form of a member and the import of a file say on the screen, in both languages."""

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


@dataclass(frozen=True, slots=True)
class MemberWords:
    """One language's wording of the form: labels and help by field, what is wrong, and its headings."""

    new: str
    edit: Callable[[str], str]
    exempt: Callable[[str], str]
    transfer: Callable[[str], str]
    label: Mapping[str, str]
    help: Mapping[str, str]
    left_before_joined: str
    until_before_since: str
    same_name: Callable[[str], str]
    self_approved: str
    exemptions: str
    add_exemption: str
    drop_exemption: str
    which: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ImportWords:
    """One language's wording of the import. `doubt` tells why a row cannot be matched with a person."""

    title: str
    path: str
    path_help: str
    here: Callable[[str], str]
    no_files: str
    folder: str
    reading: Callable[[str], str]
    read: Callable[[str, int, int], str]
    tally: Callable[[int, int, int, int], str]
    heads: Mapping[str, str]
    line: Callable[[int], str]
    doubt: Mapping[str, str]
    ignored: Callable[[str], str]
    not_in_file: Callable[[int, str], str]
    change: Callable[[str, str, str], str]
    nothing: str
    take_all: Callable[[int], str]
    take_good: Callable[[int, int], str]
    other_file: str
    give_up: str
    done: Callable[[int, int], str]
    blank: str


_FIELDS_ZH = {
    "name": "姓名",
    "standing": "身份",
    "duty": "职务",
    "leader": "班子成员",
    "joined": "转入日期",
    "left": "转出日期",
    "origin": "来源",
    "note": "备注",
    "scope": "免除范围",
    "reason": "免除原因",
    "approver": "批准人",
    "since": "从哪天起",
    "until": "到哪天止",
    "exemptions": "免除",
}
_FIELDS_EN = {
    "name": "name",
    "standing": "standing",
    "duty": "duty",
    "leader": "leader",
    "joined": "joined on",
    "left": "left on",
    "origin": "came from",
    "note": "note",
    "scope": "freed from",
    "reason": "reason",
    "approver": "approved by",
    "since": "since",
    "until": "until",
    "exemptions": "exemptions",
}


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

MEMBER_ZH = MemberWords(
    new="添加党员",
    edit=lambda name: f"修改资料：{name}",
    exempt=lambda name: f"免除：{name}",
    transfer=lambda name: f"转出、离开：{name}",
    label=_FIELDS_ZH,
    help={
        "name": "同名的人请在姓名后加以区别，例如：甲一（大）。",
        "standing": "积极分子列在名册上，但不计入党员人数。",
        "duty": "支部或学校里的职务，没有可以不填。",
        "leader": "班子成员要在学习、调研、讨论、发言上带头。",
        "joined": "本阶段开始以后转入的才填；一直在的空着。",
        "left": "从这一天起不再计入；以前的考勤不变。",
        "origin": "从哪里转来，没有可以不填。",
        "note": "其他要记的事。",
        "scope": "免去哪一项；没有批准人不算数。",
        "reason": "例如：年老体弱、长期病假、外出。",
        "approver": "谁批准的，不能是本人；没有批准就先空着。",
        "since": "从这一天起免除。",
        "until": "最后一天；长期的空着。",
    },
    left_before_joined="「转出日期」要晚于「转入日期」。",
    until_before_since="「到哪天止」不能早于「从哪天起」。",
    same_name=lambda name: f"名册上已有「{name}」。如果是另一个人，请在姓名后加以区别。",
    self_approved="免除要由别人批准，不能由本人批准。",
    exemptions="免除",
    add_exemption="新登记一项免除",
    drop_exemption="取消这项免除",
    which=lambda name: f"{name}：哪一项免除？",
)

MEMBER_EN = MemberWords(
    new="Add a member",
    edit=lambda name: f"Edit {name}",
    exempt=lambda name: f"Exemption of {name}",
    transfer=lambda name: f"{name} transferred or left",
    label=_FIELDS_EN,
    help={
        "name": "Tell namesakes apart in the name, e.g. “Li Wei (elder)”.",
        "standing": "Applicants are listed on the roster and not counted as members.",
        "duty": "The post in the branch or the school; may stay empty.",
        "leader": "Leaders are to lead in study, research, discussion and speaking.",
        "joined": "Only for those who joined during the phase; leave it empty for the others.",
        "left": "Not counted from this day on; past attendance stays.",
        "origin": "Where the person came from; may stay empty.",
        "note": "Anything else worth keeping.",
        "scope": "What the person is freed from; it is not valid without an approver.",
        "reason": "For instance: old and infirm, long illness, away.",
        "approver": "Who approved it, not the person; leave it empty until somebody has.",
        "since": "Freed from this day on.",
        "until": "The last day; empty where it is open.",
    },
    left_before_joined="“left on” must be after “joined on”.",
    until_before_since="“until” cannot be before “since”.",
    same_name=lambda name: f"“{name}” is on the roster already. If this is somebody else, tell them apart in the name.",
    self_approved="An exemption is approved by somebody else, not by the person.",
    exemptions="exemptions",
    add_exemption="Enter a new exemption",
    drop_exemption="take this exemption away",
    which=lambda name: f"{name}: which exemption?",
)

IMPORT_ZH = ImportWords(
    title="导入名册",
    path="文件",
    path_help="写文件路径，或用上下键在下面选；可用 .xlsx 和 .csv。",
    here=lambda folder: f"文件夹 {folder}",
    no_files="这里没有 .xlsx 或 .csv 文件。",
    folder="文件夹",
    reading=lambda name: f"正在读「{name}」……",
    read=lambda name, good, bad: f"{name}：能用 {good} 行" + (f"，有问题 {bad} 处" if bad else ""),
    tally=lambda new, changed, same, bad: f"新增 {new} · 修改 {changed} · 没有变化 {same} · 不能导入 {bad}",
    heads={
        "bad": "不能导入",
        "unclear": "认不准是谁",
        "new": "新增",
        "changed": "修改",
        "same": "没有变化",
        "told": "请留意",
    },
    line=lambda number: f"第 {number} 行",
    doubt={
        "several": "名册上不止一个叫这个名字的，请在文件里加上编号",
        "other_id": "名册上有同名的人，编号却不一样；同一个人请改编号，不是同一个人请把姓名写得不同",
        "other_name": "这个编号在名册上是别人，请核对编号和姓名",
    },
    ignored=lambda names: f"这些列没有读：{names}",
    not_in_file=lambda count, names: f"名册上有 {count} 人不在文件里，保持不变：{names}",
    change=lambda field, before, after: f"{field}由{before}改为{after}",
    nothing="文件和名册一样，没有要导入的。",
    take_all=lambda count: f"导入这 {count} 人",
    take_good=lambda good, bad: f"只导入没有问题的 {good} 人（{bad} 处不导入）",
    other_file="换一个文件",
    give_up="不导入，返回名册",
    done=lambda new, changed: f"已导入：新增 {new} 人，修改 {changed} 人",
    blank="（空）",
)

IMPORT_EN = ImportWords(
    title="Import a roster",
    path="File",
    path_help="Type a path, or choose below with the arrows; .xlsx and .csv can be read.",
    here=lambda folder: f"Folder {folder}",
    no_files="There is no .xlsx or .csv file here.",
    folder="folder",
    reading=lambda name: f"Reading “{name}” ...",
    read=lambda name, good, bad: f"{name}: {good} rows can be used" + (f", {bad} problems" if bad else ""),
    tally=lambda new, changed, same, bad: f"{new} new · {changed} changed · {same} unchanged · {bad} not to be had",
    heads={
        "bad": "Cannot be imported",
        "unclear": "Not clear who it is",
        "new": "New",
        "changed": "Changed",
        "same": "Unchanged",
        "told": "Please note",
    },
    line=lambda number: f"line {number}",
    doubt={
        "several": "several people on the roster have this name; give the id in the file",
        "other_id": "somebody of this name has another id; mend the id, or the name where it is another person",
        "other_name": "this id is somebody else's on the roster; check id and name",
    },
    ignored=lambda names: f"These columns were not read: {names}",
    not_in_file=lambda count, names: f"{count} on the roster are not in the file and stay as they are: {names}",
    change=lambda field, before, after: f"{field} {before} -> {after}",
    nothing="The file says what the roster says; there is nothing to import.",
    take_all=lambda count: f"Import these {count} people" if count != 1 else "Import this person",
    take_good=lambda good, bad: f"Import only the {good} without problems ({bad} left out)",
    other_file="Take another file",
    give_up="Import nothing, back to the roster",
    done=lambda new, changed: f"Imported: {new} new, {changed} changed",
    blank="(empty)",
)
