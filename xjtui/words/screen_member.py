"""What the form of a member and the import of a roster say on the screen, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


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
