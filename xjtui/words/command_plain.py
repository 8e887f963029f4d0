"""What the guide in plain lines says, in both languages. Loaded only when that guide runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PlainWords:
    """One language's wording: one fact a line. Commands are the same letters in every language."""

    garbled: str
    end_of_input: str
    bye: str
    not_understood: str
    menu_prompt: str
    menu_help: tuple[str, ...]
    item_prompt: str
    item_help: tuple[str, ...]
    record_prompt: str
    today: Callable[[date, int], str]
    total: Callable[[int, int, int], str]
    stage: Callable[[int, str, int, int, int], str]
    notice: Callable[[str], str]
    nothing_missing: str
    next_gap: Callable[[str, str], str]
    missing: Callable[[str], str]
    how_to: Callable[[str], str]
    clause: Callable[[str, str], str]
    wait: str
    add: Callable[[str], str]
    edit: Callable[[str], str]
    follow_up: Callable[[str, str], str]
    void: str
    void_why: str
    voided: str
    restore: str
    restored: str
    # forms
    form_keys: str
    form_help: str
    step: Callable[[int, int, str, bool], str]
    many_choices: Callable[[int], str]
    enter_keeps: Callable[[str], str]
    enter_skips: str
    empty: str
    editing: Callable[[str], str]
    about: Callable[[str], str]
    saved: Callable[[str], str]
    not_saved: str
    try_again: str
    versions: Callable[[str, str, str], str]
    form_left: str
    # drafts
    resumed: Callable[[str], str]
    draft: Callable[[str, str, str], str]
    draft_prompt: str
    draft_kept: str
    draft_dropped: str
    draft_lost: str
    # look-back and roster
    to_rate: Callable[[int], str]
    all_rated: str
    no_look_back: str
    roster: Callable[[int], str]
    roster_prompt: str
    roster_help: Callable[[str], tuple[str, ...]]
    member_name: str
    member_standing: str
    member_duty: str
    member_leader: str
    member_joined: str
    member_bad: Callable[[str], str]
    name_needed: str
    namesake: Callable[[str], str]


def _days_zh(days: int) -> str:
    return f"距结束 {days} 天" if days > 0 else "今天结束" if days == 0 else f"已结束 {-days} 天"


def _days_en(days: int) -> str:
    if days == 0:
        return "the phase ends today"
    word = "day" if abs(days) == 1 else "days"
    return f"{days} {word} left" if days > 0 else f"over for {-days} {word}"


ZH = PlainWords(
    garbled="这一行的编码看不懂，没有用上，请再输一次（终端编码应与系统一致，最好是 UTF-8）。",
    end_of_input="输入到头了。填了一半的已存为草稿，下次接着填。",
    bye="已退出，填过的都在。",
    not_understood="没看懂，? 看帮助。",
    menu_prompt="回车 填写，n 下一项，l 全部事项，? 帮助，q 退出 > ",
    menu_help=(
        "回车：填写上面这一项缺的",
        "n：下一项缺口",
        "l：列出全部事项；输入序号打开一个事项",
        "o：总览",
        "d：草稿",
        "r：名册",
        "t：回头看，逐项评价",
        "s：自查总结",
        "u：撤销最近一次改动",
        "q：保存草稿并退出",
    ),
    item_prompt="序号 选择，b 返回，? 帮助 > ",
    item_help=("序号：填写，或打开一条记录", "b：返回", "s：自查总结", "u：撤销最近一次改动", "q：退出"),
    record_prompt="序号 选择，b 返回 > ",
    today=lambda day, days: f"{day.year}年{day.month}月{day.day}日，{_days_zh(days)}",
    total=lambda done, of, overdue: f"完成 {done}/{of}" + (f"，逾期 {overdue}" if overdue else ""),
    stage=lambda number, title, done, of, overdue: (
        f"{number} {title} {done}/{of}" + (f"，逾期 {overdue}" if overdue else "")
    ),
    notice=lambda text: f"注意：{text}",
    nothing_missing="没有缺的了。s 看自查总结，l 看全部事项。",
    next_gap=lambda title, why: f"下一项：{title}（{why}）",
    missing=lambda text: f"- {text}",
    how_to=lambda text: f"怎么办：{text}",
    clause=lambda clause, basis: f"依据：{clause}（{basis}）",
    wait="这一项现在还不能办，等到了日子或别的事项办好再来。",
    add=lambda kind: f"填写：{kind}",
    edit=lambda line: f"修改：{line}",
    follow_up=lambda kind, line: f"{kind}：{line}",
    void="作废这条记录",
    void_why="作废的理由（b 不作废）：",
    voided="已作废，u 可以撤销。",
    restore="恢复这条记录",
    restored="已恢复。",
    form_keys="? 帮助，b 上一步，s 看已填的，q 存草稿退出",
    form_help="回车：用显示的内容，没有就跳过；-：清空；行末加 \\ 换行接着写；b 上一步；s 看已填的；q 存草稿退出",
    step=lambda n, of, label, required: f"第{n}步/共{of}步 {label}" + ("（必填）" if required else ""),
    many_choices=lambda count: f"有 {count} 个可选，? 列出",
    enter_keeps=lambda value: f"回车 = {value}",
    enter_skips="回车 = 跳过",
    empty="（空）",
    editing=lambda line: f"修改：{line}",
    about=lambda line: f"跟进：{line}",
    saved=lambda line: f"已保存：{line}",
    not_saved="没有保存，填的都在。",
    try_again="回车 再试一次，其他 存为草稿 > ",
    versions=lambda label, mine, theirs: f"{label}：你填的「{mine}」，现在存的「{theirs}」",
    form_left="没有填，返回。",
    resumed=lambda at: f"接着填 {at} 的草稿。",
    draft=lambda title, kind, at: f"草稿：{title} · {kind}（{at}）",
    draft_prompt="回车 接着填，2 以后再说，3 删掉草稿 > ",
    draft_kept="已存为草稿，下次接着填。",
    draft_dropped="草稿已删掉。",
    draft_lost="这份草稿的事项已不在计划里，文字抄在下面：",
    to_rate=lambda count: f"回头看：还有 {count} 项没有评价",
    all_rated="回头看：全部评价过了。",
    no_look_back="这份计划没有回头看。",
    roster=lambda count: f"名册：在册 {count} 人",
    roster_prompt="a 添加，l 列出，b 返回，? 帮助 > ",
    roster_help=lambda unit: (
        "a：添加一名党员",
        "l：列出名册",
        "b：返回",
        f"从文件导入：xjtui member import {unit} 文件",
        f"转出、免除：xjtui member edit {unit} 姓名 --left 日期",
    ),
    member_name="姓名（b 返回）：",
    member_standing="身份（序号，回车 = 1）：",
    member_duty="职务（可空）：",
    member_leader="是班子成员吗（是/否，回车 = 否）：",
    member_joined="转入日期，例如 2009-03-16（一直在的空着）：",
    member_bad=lambda raw: f"「{raw}」看不懂，请再输一次。",
    name_needed="要有姓名。",
    namesake=lambda name: f"名册上已有「{name}」；如果是另一个人，请在姓名后加以区别。",
)

EN = PlainWords(
    garbled="This line is in another encoding and was not used; please type it again (UTF-8 is best).",
    end_of_input="The input has ended. What was half filled in is kept as a draft for next time.",
    bye="Left; all you entered is kept.",
    not_understood="Not understood; ? shows help.",
    menu_prompt="Enter: fill in, n: next, l: all items, ?: help, q: quit > ",
    menu_help=(
        "Enter: fill in what is missing above",
        "n: next gap",
        "l: list all items; a number opens an item",
        "o: overview",
        "d: drafts",
        "r: roster",
        "t: look back, rate item by item",
        "s: self-check summary",
        "u: undo the last change",
        "q: keep the draft and quit",
    ),
    item_prompt="number: choose, b: back, ?: help > ",
    item_help=("number: fill in, or open a record", "b: back", "s: summary", "u: undo the last change", "q: quit"),
    record_prompt="number: choose, b: back > ",
    today=lambda day, days: f"{day.isoformat()}, {_days_en(days)}",
    total=lambda done, of, overdue: f"Done {done}/{of}" + (f", overdue {overdue}" if overdue else ""),
    stage=lambda number, title, done, of, overdue: (
        f"{number} {title} {done}/{of}" + (f", overdue {overdue}" if overdue else "")
    ),
    notice=lambda text: f"Note: {text}",
    nothing_missing="Nothing is missing. s: summary, l: all items.",
    next_gap=lambda title, why: f"Next: {title} ({why})",
    missing=lambda text: f"- {text}",
    how_to=lambda text: f"How: {text}",
    clause=lambda clause, basis: f"Basis: {clause} ({basis})",
    wait="This cannot be done yet; wait for its day, or for other items.",
    add=lambda kind: f"fill in: {kind}",
    edit=lambda line: f"edit: {line}",
    follow_up=lambda kind, line: f"{kind}: {line}",
    void="void this record",
    void_why="Why is it voided (b: leave it): ",
    voided="Voided; u takes it back.",
    restore="restore this record",
    restored="Restored.",
    form_keys="?: help, b: back, s: what is filled in, q: keep the draft and quit",
    form_help=(
        "Enter: take what is shown, or skip; -: empty it; \\ at the end of a line: go on on the next; "
        "b: back; s: what is filled in; q: keep the draft and quit"
    ),
    step=lambda n, of, label, required: f"Step {n}/{of} {label}" + (" (required)" if required else ""),
    many_choices=lambda count: f"{count} choices, ? lists them",
    enter_keeps=lambda value: f"Enter = {value}",
    enter_skips="Enter = skip",
    empty="(empty)",
    editing=lambda line: f"Editing: {line}",
    about=lambda line: f"About: {line}",
    saved=lambda line: f"Saved: {line}",
    not_saved="Not saved; what you typed is still there.",
    try_again="Enter: try again, anything else: keep as a draft > ",
    versions=lambda label, mine, theirs: f"{label}: yours “{mine}”, stored now “{theirs}”",
    form_left="Nothing filled in; back.",
    resumed=lambda at: f"Going on with the draft of {at}.",
    draft=lambda title, kind, at: f"Draft: {title} · {kind} ({at})",
    draft_prompt="Enter: go on with it, 2: later, 3: drop it > ",
    draft_kept="Kept as a draft for next time.",
    draft_dropped="The draft was dropped.",
    draft_lost="The item of this draft is no longer in the plan; its text:",
    to_rate=lambda count: f"Look back: {count} not rated yet",
    all_rated="Look back: everything is rated.",
    no_look_back="This plan has no look-back.",
    roster=lambda count: f"Roster: {count} on it",
    roster_prompt="a: add, l: list, b: back, ?: help > ",
    roster_help=lambda unit: (
        "a: add a member",
        "l: list the roster",
        "b: back",
        f"From a file: xjtui member import {unit} FILE",
        f"Leaving, exemptions: xjtui member edit {unit} NAME --left DATE",
    ),
    member_name="Name (b: back): ",
    member_standing="Standing (number, Enter = 1): ",
    member_duty="Duty (may be empty): ",
    member_leader="A leader? (yes/no, Enter = no): ",
    member_joined="Joined on, e.g. 2009-03-16 (empty: has always been here): ",
    member_bad=lambda raw: f"“{raw}” cannot be read; please try again.",
    name_needed="A name is needed.",
    namesake=lambda name: f"“{name}” is on the roster already; if this is somebody else, tell them apart in the name.",
)
