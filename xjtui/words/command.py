"""What the command line says, in both languages: results and questions. Errors, help and plain lines load late."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xjtui.words.command_help import HelpWords
    from xjtui.words.command_plain import PlainWords
    from xjtui.words.errors import Sentence


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CommandWords:
    """One language's wording. Counts come as numbers, names and ids as they are to be shown."""

    language: str
    app: str
    unforeseen: Callable[[str], str]
    plain_because: Mapping[str, str]
    fails: Mapping[str, Callable[[str], str]]
    plan_fields: Mapping[str, str]
    doubts: Mapping[str, str]
    doctor: Mapping[str, str]
    yes_words: frozenset[str]
    unchanged: str
    which_unit: str
    written: Callable[[str], str]
    saved: Callable[[str, str], str]
    would_save: Callable[[str], str]
    voided: Callable[[str], str]
    # units
    unit_added: Callable[[str, str, int], str]
    unit_changed: Callable[[str], str]
    people: Callable[[int], str]
    col_id: str
    col_name: str
    col_audience: str
    col_kind: str
    col_plan: str
    col_secretary: str
    col_group: str
    col_guides: str
    col_note: str
    col_members: str
    # init
    data_is: Callable[[str], str]
    init_already: Callable[[str], str]
    init_hello: Callable[[str], str]
    init_next: Callable[[str, bool], str]
    ask_unit: str
    ask_name: str
    ask_kind: str
    ask_secretary: str
    ask_roster: str
    # roster
    roster_empty: Callable[[str], str]
    leads: str
    joined: Callable[[str], str]
    left: Callable[[str], str]
    no_approver: str
    taken_back: Callable[[str], str]
    member_saved: Callable[[str, str], str]
    member_removed: Callable[[str, str], str]
    columns_ignored: Callable[[str], str]
    row_doubt: Callable[[int, str, str, str], str]
    not_in_file: Callable[[str, str], str]
    imported: Callable[[int, int, int], str]
    would_import: Callable[[int, int, int], str]
    # plans
    packaged: str
    kept: str
    who: str
    before_first: Callable[[str], str]
    plan_good: Callable[[str, str, int, int], str]
    plan_bad: Callable[[int, int], str]
    plan_written: Callable[[str, str, str, str], str]
    plan_kept: Callable[[str, str], str]
    mentions: Callable[[int], str]
    on_plan_already: Callable[[str, str, str], str]
    migrating: Callable[[str, str, str], str]
    old_plan_gone: Callable[[str, str], str]
    item_added: str
    item_changed: Callable[[str, bool], str]
    item_orphaned: Callable[[int], str]
    plan_itself: Callable[[str], str]
    plans_alike: str
    migrate_ask: str
    migrated: Callable[[str, str, str], str]
    # the rest
    demo_copy: str
    demo_kept: Callable[[str, str], str]
    not_set: str
    settings_in: Callable[[str], str]
    owner: Callable[[str], str]

    def agrees(self, reply: str) -> bool:
        """Whether an answer to a yes-or-no question says yes."""
        return reply.strip().casefold() in self.yes_words

    @property
    def errors(self) -> Mapping[str, Sentence]:
        """The command line's own errors, by code."""
        from xjtui.words import command_errors

        return command_errors.ZH if self.language == "zh" else command_errors.EN

    @property
    def help(self) -> HelpWords:
        """Help texts; only who asks for help waits for them."""
        from xjtui.words import command_help

        return command_help.ZH if self.language == "zh" else command_help.EN

    @property
    def plain(self) -> PlainWords:
        """What the guide in plain lines says."""
        from xjtui.words import command_plain

        return command_plain.ZH if self.language == "zh" else command_plain.EN


YES_WORDS = frozenset({"y", "yes", "是", "好", "对", "ok", "1", "有"})


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


ZH = CommandWords(
    language="zh",
    app="学习实践活动清单",
    unforeseen=lambda place: (
        f"程序出了意外的差错，已保存的内容不受影响；详情写在 {place}，请交给维护的人。"
        if place
        else "程序出了意外的差错，已保存的内容不受影响；设 XJTUI_DEBUG=1 再运行可以看到详情。"
    ),
    plain_because={
        "input_no_terminal": "输入不是终端，改用逐行方式。",
        "output_no_terminal": "输出不是终端，改用逐行方式。",
        "errors_no_terminal": "错误输出（stderr）不是终端，全屏画不出来，改用逐行方式。",
        "dumb": "终端类型（TERM）不支持全屏，改用逐行方式。",
        "encoding": "终端编码不是 UTF-8，改用逐行方式。",
        "small": "终端小于 60×16，改用逐行方式；放大窗口后再试，或加 --full。",
    },
    fails={
        "overdue": lambda unit: f"{unit}：有事项已逾期",
        "late": lambda unit: f"{unit}：有事项已逾期或完成得迟",
        "incomplete": lambda unit: f"{unit}：还没有全部完成",
        "warning": lambda unit: f"{unit}：有需要注意的提示",
    },
    plan_fields={
        "who": "适用对象",
        "rule": "完成条件",
        "due": "期限",
        "applies_if": "适用条件",
        "weight": "权重",
        "stage": "环节",
        "title": "名称",
        "requirement": "要求",
        "clause": "条款",
        "basis": "依据",
        "help": "说明",
        "inferred": "推定说明",
        "phase": "阶段名称",
        "next_phase": "下一阶段名称",
        "issuer": "制定单位",
        "office": "办公室",
        "languages": "语言",
        "start": "开始日期",
        "end": "结束日期",
        "stages": "环节",
        "kinds": "单位类别",
        "soft_end": "结束日期的约束",
    },
    doubts={
        "several": "名册上有几个同名的人，请在文件里写上编号",
        "other_id": "名册上同名的人编号不同：是同一个人请改成他的编号，是另一个人请在姓名上加以区别",
        "other_name": "这个编号在名册上是另一个人，请核对编号或姓名",
    },
    doctor={
        "version": "版本",
        "python": "Python",
        "system": "系统",
        "data": "数据文件夹",
        "data_there": "文件夹已建立",
        "data_writable": "可以写入",
        "settings": "设置文件",
        "log": "差错记录",
        "today": "按哪天算",
        "language": "语言",
        "plans": "计划",
        "units": "单位数",
        "damaged": "打不开的单位",
        "terminal": "终端类型",
        "encoding": "编码",
        "locale": "区域设置",
        "columns": "列数",
        "lines": "行数",
        "stdin_terminal": "输入是终端",
        "stdout_terminal": "输出是终端",
        "stderr_terminal": "错误输出是终端",
        "front": "界面",
        "front_why": "原因",
    },
    yes_words=YES_WORDS,
    unchanged="没有改动。",
    which_unit="选哪个单位（序号或编号）：",
    written=lambda path: f"已写入 {path}",
    saved=lambda line, record: f"已保存：{line}（{record}）",
    would_save=lambda line: f"可以保存（这次没有保存）：{line}",
    voided=lambda line: f"已作废：{line}",
    unit_added=lambda name, unit, people: f"已建立单位：{name}（{unit}），名册 {people} 人",
    unit_changed=lambda name: f"已修改：{name}",
    people=lambda count: f"{count} 人",
    col_id="编号",
    col_name="名称",
    col_audience="性质",
    col_kind="类别",
    col_plan="计划",
    col_secretary="书记",
    col_group="指导检查组",
    col_guides="联系单位",
    col_note="备注",
    col_members="名册",
    data_is=lambda path: f"数据文件夹：{path}",
    init_already=lambda units: f"已有单位：{units}，没有改动。再建一个用「xjtui unit add」，开始填写用「xjtui」。",
    init_hello=lambda plan: f"建立第一个单位，按「{plan}」。每行答一个问题，Ctrl-C 放弃。",
    init_next=lambda unit, roster: (
        "接着运行「xjtui」开始填写。"
        if roster
        else f"接着导入名册「xjtui member import {unit} 文件」，再运行「xjtui」开始填写。"
    ),
    ask_unit="单位编号（小写字母、数字、-，例如 branch-1）：",
    ask_name="单位名称：",
    ask_kind="类别（序号或名称）：",
    ask_secretary="书记姓名（可空）：",
    ask_roster="名册文件 .xlsx 或 .csv（可空，以后再导入）：",
    roster_empty=lambda unit: (
        f"名册还是空的；用「xjtui member import {unit} 文件」导入，或「xjtui member add {unit} 姓名」。"
    ),
    leads="班子成员",
    joined=lambda day: f"{day} 转入",
    left=lambda day: f"{day} 转出",
    no_approver="没有批准人，不算数",
    taken_back=lambda why: f"已撤回：{why}",
    member_saved=lambda name, member: f"已保存：{name}（{member}）",
    member_removed=lambda name, member: f"已从名册撤回：{name}（{member}）；误撤可以用「xjtui undo」恢复",
    columns_ignored=lambda columns: f"没有用到的列：{columns}",
    row_doubt=lambda line, name, why, who: f"第 {line} 行「{name}」：{why}（{who}）",
    not_in_file=lambda name, member: f"文件里没有{name}（{member}），仍留在名册上；转走的人请登记转出日期",
    imported=lambda new, changed, same: f"已导入：新增 {new} 人，修改 {changed} 人，不变 {same} 人",
    would_import=lambda new, changed, same: (
        f"可以导入（这次没有导入）：新增 {new} 人，修改 {changed} 人，不变 {same} 人"
    ),
    packaged="自带",
    kept="自备",
    who="适用于",
    before_first=lambda titles: f"在第一次「{titles}」之前",
    plan_good=lambda plan, version, items, warnings: (
        f"可以使用：{plan}@{version}，{items} 个事项" + (f"，{warnings} 处提醒" if warnings else "")
    ),
    plan_bad=lambda errors, warnings: f"还不能用：{errors} 处错误" + (f"，{warnings} 处提醒" if warnings else ""),
    plan_written=lambda plan, start, end, path: (
        f"新计划 {plan}（{start} 至 {end}）已写入 {path}；改好后用「xjtui plan use」收入"
    ),
    plan_kept=lambda plan, version: f"已收入计划：{plan}@{version}",
    mentions=lambda count: f"下面 {count} 处文字提到日期，没有自动改，请看一看（行、位置、字样）：",
    on_plan_already=lambda unit, plan, version: f"{unit}已经在用 {plan}@{version}，不用转。",
    migrating=lambda unit, old, new: f"{unit}：{old} → {new}",
    old_plan_gone=lambda plan, version: f"原计划 {plan}@{version} 的文件已不在或已改动，列不出全部差别",
    item_added="（新增）",
    item_changed=lambda fields, binding: f"（改动：{fields}）" + ("，会影响状态" if binding else ""),
    item_orphaned=lambda count: f"（不再有）已有 {count} 条记录保留，不再计入",
    plan_itself=lambda fields: f"计划本身：{fields}",
    plans_alike="两份计划的事项相同",
    migrate_ask="确认要转吗？（是/否）",
    migrated=lambda unit, plan, version: f"{unit}已转到 {plan}@{version}，记录一条不少；可以用「xjtui undo」退回",
    demo_copy="这是一份用完即删的样例，随便试。",
    demo_kept=lambda path, day: f"样例留在 {path}；再打开用：xjtui --data {path} --today {day}",
    not_set="（未设）",
    settings_in=lambda path: f"设置文件：{path}",
    owner=lambda path: f"单人使用：{path} 里的全部单位都可以看和改",
)

EN = CommandWords(
    language="en",
    app="Study campaign checklist",
    unforeseen=lambda place: (
        f"The program met an error nobody foresaw; what was saved is safe. Whoever mends it finds details in {place}."
        if place
        else "The program met an error nobody foresaw; what was saved is safe. XJTUI_DEBUG=1 shows the details."
    ),
    plain_because={
        "input_no_terminal": "The input is no terminal, so this goes line by line.",
        "output_no_terminal": "The output is no terminal, so this goes line by line.",
        "errors_no_terminal": "Stderr is no terminal and the full screen is drawn there, so this goes line by line.",
        "dumb": "This type of terminal (TERM) cannot show a full screen, so this goes line by line.",
        "encoding": "The terminal's encoding is not UTF-8, so this goes line by line.",
        "small": "The terminal is smaller than 60×16, so this goes line by line; enlarge it, or add --full.",
    },
    fails={
        "overdue": lambda unit: f"{unit}: something is overdue",
        "late": lambda unit: f"{unit}: something is overdue or was done late",
        "incomplete": lambda unit: f"{unit}: not everything is done",
        "warning": lambda unit: f"{unit}: there are warnings",
    },
    plan_fields={
        "who": "who it binds",
        "rule": "rule",
        "due": "due date",
        "applies_if": "when it applies",
        "weight": "weight",
        "stage": "stage",
        "title": "title",
        "requirement": "requirement",
        "clause": "clause",
        "basis": "basis",
        "help": "help",
        "inferred": "what is inferred",
        "phase": "phase",
        "next_phase": "next phase",
        "issuer": "issuer",
        "office": "office",
        "languages": "languages",
        "start": "start",
        "end": "end",
        "stages": "stages",
        "kinds": "kinds of unit",
        "soft_end": "how strict the end is",
    },
    doubts={
        "several": "several people on the roster bear this name; write the id in the file",
        "other_id": (
            "somebody on the roster bears this name under another id; "
            "use that id if it is the same person, else tell the names apart"
        ),
        "other_name": "this id is somebody else's on the roster; check the id and the name",
    },
    doctor={
        "version": "version",
        "python": "Python",
        "system": "system",
        "data": "data folder",
        "data_there": "the folder exists",
        "data_writable": "it can be written",
        "settings": "settings file",
        "log": "error log",
        "today": "as of",
        "language": "language",
        "plans": "plans",
        "units": "units",
        "damaged": "units that cannot be opened",
        "terminal": "terminal type",
        "encoding": "encoding",
        "locale": "locale",
        "columns": "columns",
        "lines": "lines",
        "stdin_terminal": "stdin is a terminal",
        "stdout_terminal": "stdout is a terminal",
        "stderr_terminal": "stderr is a terminal",
        "front": "front",
        "front_why": "because",
    },
    yes_words=YES_WORDS,
    unchanged="Nothing to change.",
    which_unit="Which unit (number or id): ",
    written=lambda path: f"Written to {path}",
    saved=lambda line, record: f"Saved: {line} ({record})",
    would_save=lambda line: f"Could be saved (was not): {line}",
    voided=lambda line: f"Voided: {line}",
    unit_added=lambda name, unit, people: (
        f"Unit made: {name} ({unit}), {_count(people, 'person', 'people')} on the roster"
    ),
    unit_changed=lambda name: f"Changed: {name}",
    people=lambda count: _count(count, "person", "people"),
    col_id="id",
    col_name="name",
    col_audience="what it is",
    col_kind="kind",
    col_plan="plan",
    col_secretary="secretary",
    col_group="inspection group",
    col_guides="guides",
    col_note="note",
    col_members="roster",
    data_is=lambda path: f"Data folder: {path}",
    init_already=lambda units: (
        f"There already: {units}; nothing was changed. “xjtui unit add” makes another, “xjtui” starts the guide."
    ),
    init_hello=lambda plan: f"Makes the first unit, by “{plan}”. One question a line; Ctrl-C gives up.",
    init_next=lambda unit, roster: (
        "Now run “xjtui” to start."
        if roster
        else f"Now bring in the roster with “xjtui member import {unit} FILE”, then run “xjtui” to start."
    ),
    ask_unit="Id of the unit (lower-case letters, digits, -; e.g. branch-1): ",
    ask_name="Name of the unit: ",
    ask_kind="Kind (number or name): ",
    ask_secretary="Name of the secretary (may be empty): ",
    ask_roster="Roster file, .xlsx or .csv (may be empty; it can come later): ",
    roster_empty=lambda unit: (
        f"The roster is empty; use “xjtui member import {unit} FILE” or “xjtui member add {unit} NAME”."
    ),
    leads="leader",
    joined=lambda day: f"joined {day}",
    left=lambda day: f"left {day}",
    no_approver="no approver, so it does not count",
    taken_back=lambda why: f"taken back: {why}",
    member_saved=lambda name, member: f"Saved: {name} ({member})",
    member_removed=lambda name, member: f"Taken off the roster: {name} ({member}); “xjtui undo” brings the row back",
    columns_ignored=lambda columns: f"Columns that were not used: {columns}",
    row_doubt=lambda line, name, why, who: f"Line {line}, “{name}”: {why} ({who})",
    not_in_file=lambda name, member: f"{name} ({member}) is not in the file and stays; those who left get a date",
    imported=lambda new, changed, same: f"Imported: {new} new, {changed} changed, {same} unchanged",
    would_import=lambda new, changed, same: (
        f"Could be imported (was not): {new} new, {changed} changed, {same} unchanged"
    ),
    packaged="packaged",
    kept="own",
    who="binds",
    before_first=lambda titles: f"before the first of: {titles}",
    plan_good=lambda plan, version, items, warnings: (
        f"Usable: {plan}@{version}, {_count(items, 'item')}" + (f", {_count(warnings, 'warning')}" if warnings else "")
    ),
    plan_bad=lambda errors, warnings: (
        f"Not usable yet: {_count(errors, 'error')}" + (f", {_count(warnings, 'warning')}" if warnings else "")
    ),
    plan_written=lambda plan, start, end, path: (
        f"New plan {plan} ({start} to {end}) written to {path}; once it is right, “xjtui plan use” keeps it"
    ),
    plan_kept=lambda plan, version: f"Plan kept: {plan}@{version}",
    mentions=lambda count: f"Texts that name a date and were not changed: {count}; look at each (line, place, words):",
    on_plan_already=lambda unit, plan, version: f"{unit} works by {plan}@{version} already.",
    migrating=lambda unit, old, new: f"{unit}: {old} → {new}",
    old_plan_gone=lambda plan, version: (
        f"The file of the old plan {plan}@{version} is gone or was changed, so not every difference can be listed"
    ),
    item_added="(added)",
    item_changed=lambda fields, binding: f"(changed: {fields})" + (", can alter the status" if binding else ""),
    item_orphaned=lambda count: f"(no more) {_count(count, 'record')} kept, counting for nothing",
    plan_itself=lambda fields: f"the plan itself: {fields}",
    plans_alike="the items of both plans are the same",
    migrate_ask="Move the unit? (yes/no) ",
    migrated=lambda unit, plan, version: (
        f"{unit} now works by {plan}@{version}; no record was lost, “xjtui undo” goes back"
    ),
    demo_copy="This is a throw-away copy of the sample; try what you like.",
    demo_kept=lambda path, day: f"The sample stays in {path}; open it again with: xjtui --data {path} --today {day}",
    not_set="(not set)",
    settings_in=lambda path: f"Settings file: {path}",
    owner=lambda path: f"Single user: all units in {path} may be read and changed",
)
