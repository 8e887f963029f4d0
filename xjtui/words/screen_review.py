"""What the problem register and the look-back say on the screen, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from xjtui.words.screen_said import Said


@dataclass(frozen=True, slots=True)
class ProblemTally:
    """Problems by where they stand; `overdue` are among the open ones."""

    total: int
    open: int
    overdue: int
    referred: int
    closed: int


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """One language's wording. `short` are the classes as a column shows them, `show` the filters."""

    title: str
    counts: Callable[[ProblemTally], str]
    head: Mapping[str, str]
    short: Mapping[str, str]
    stand: Mapping[str, str]
    overdue: str
    show: Mapping[str, str]
    empty: str
    none_shown: str
    not_here: str
    measures: str
    leader: str
    owner: str
    found_by: str
    steps: str
    no_steps: str
    deadline: Callable[[str], str]
    extended: Callable[[str, str], str]
    late_by: Callable[[int], str]
    closed_by: Callable[[str, str], str]
    verified: Callable[[str], str]
    statement: Callable[[str, str], str]
    pick: Callable[[int], str]
    impossible: Mapping[str, str]
    has_problems: str
    edit: str
    void: str
    void_ask: Callable[[int], str]
    void_help: str
    open: Said
    add: Said
    filter: Said
    state_none: Said


@dataclass(frozen=True, slots=True)
class LookBackWords:
    """One language's wording. `suggested` makes the start of a comment from status, progress and what is missing."""

    title: str
    counts: Callable[[int, int], str]
    unrated: str
    empty: str
    not_here: str
    all_done: str
    ask: Callable[[str], str]
    comment: str
    comment_empty: str
    scale: str
    rated: Callable[[str, str, str], str]
    stale: str
    records: Callable[[int], str]
    suggested: Callable[[str, str, str], str]
    saved: Callable[[str, str], str]
    rate: Said
    keep: Said
    go_on: Said
    filter: Said


def _problems_zh(n: ProblemTally) -> str:
    overdue = f"（其中超期 {n.overdue}）" if n.overdue else ""
    parts = [f"共 {n.total} 件", f"整改中 {n.open}{overdue}"]
    return " · ".join([*parts, f"已转上级 {n.referred}", f"已销号 {n.closed}"])


def _problems_en(n: ProblemTally) -> str:
    overdue = f" ({n.overdue} of them overdue)" if n.overdue else ""
    parts = [f"{n.total} in all", f"{n.open} open{overdue}"]
    return " · ".join([*parts, f"{n.referred} referred", f"{n.closed} closed"])


PROBLEMS_ZH = ProblemWords(
    title="问题整改台帐",
    counts=_problems_zh,
    head={
        "no": "号",
        "found": "发现",
        "text": "问题",
        "class": "类别",
        "owner": "责任人",
        "first": "原时限",
        "deadline": "现时限",
        "stand": "状态",
    },
    short={"now": "即改", "term": "限期", "superior": "需上级"},
    stand={"open": "整改中", "referred": "转上级", "closed": "已销号"},
    overdue="超期",
    show={"open": "未销号", "overdue": "超期", "all": "全部"},
    empty="还没有登记问题。发现了就登记；确实没有，要写明理由。",
    none_shown="没有这一类问题，按 f 换一类看。",
    not_here="本单位的清单里没有问题台帐这一项。",
    measures="措施",
    leader="责任领导",
    owner="责任人",
    found_by="来源",
    steps="经过",
    no_steps="登记以后还没有进展。",
    deadline=lambda day: f"时限 {day}",
    extended=lambda first, now: f"原时限 {first}，延到 {now}",
    late_by=lambda days: f"已超期 {days} 天",
    closed_by=lambda day, who: f"{day}销号，{who}核实",
    verified=lambda who: f"{who}核实",
    statement=lambda day, reason: f"{day}说明没有问题：{reason}",
    pick=lambda number: f"第 {number} 号问题：要办什么？",
    impossible={
        "open": "还没有销号，也没有转上级，不用重新整改",
        "referred": "已经转上级，先重新整改才能这样办",
        "closed": "已经销号，先重新整改才能这样办",
    },
    has_problems="已登记了问题，不能再说明没有问题",
    edit="修改登记内容",
    void="作废这一条（误录）",
    void_ask=lambda number: f"为什么作废第 {number} 号问题？",
    void_help="作废的记录仍然保留，可以恢复。",
    open=Said("办理", "给光标所在的问题记进展、延期、转上级、销号，或修改"),
    add=Said("新问题", "登记新发现的问题"),
    filter=Said("换一类", "依次显示未销号、超期、全部"),
    state_none=Said("没有问题", "确实没有问题时，说明理由"),
)

PROBLEMS_EN = ProblemWords(
    title="Problems",
    counts=_problems_en,
    head={
        "no": "No.",
        "found": "Found",
        "text": "Problem",
        "class": "Class",
        "owner": "Owner",
        "first": "First due",
        "deadline": "Due now",
        "stand": "Stand",
    },
    short={"now": "at once", "term": "by date", "superior": "superior"},
    stand={"open": "open", "referred": "referred", "closed": "closed"},
    overdue="overdue",
    show={"open": "not closed", "overdue": "overdue", "all": "all"},
    empty="No problem is registered. Enter them as they are found; if there are none, say why.",
    none_shown="None of this sort; press f for another.",
    not_here="This unit's checklist has no problem register.",
    measures="Measures",
    leader="Leader",
    owner="Owner",
    found_by="Found by",
    steps="Course",
    no_steps="Nothing has happened since it was registered.",
    deadline=lambda day: f"due {day}",
    extended=lambda first, now: f"first due {first}, extended to {now}",
    late_by=lambda days: f"{days} day{'s' if days != 1 else ''} overdue",
    closed_by=lambda day, who: f"closed {day}, verified by {who}",
    verified=lambda who: f"verified by {who}",
    statement=lambda day, reason: f"Stated on {day} that there are none: {reason}",
    pick=lambda number: f"Problem {number}: what would you like to do?",
    impossible={
        "open": "neither closed nor referred, so there is nothing to reopen",
        "referred": "it is with the superior; reopen it first",
        "closed": "it is closed; reopen it first",
    },
    has_problems="problems are registered, so it cannot be stated that there are none",
    edit="Edit what was registered",
    void="Void it (a mistake)",
    void_ask=lambda number: f"Why is problem {number} voided?",
    void_help="A voided record is kept and can be restored.",
    open=Said("act", "progress, extension, referral or closing of the problem under the cursor, or edit it"),
    add=Said("new problem", "register a problem"),
    filter=Said("others", "not closed, overdue, all: one after the other"),
    state_none=Said("no problems", "state that there are none, and why"),
)

LOOK_BACK_ZH = LookBackWords(
    title="回头看",
    counts=lambda rated, of: f"已评 {rated}/{of} 项",
    unrated="未评",
    empty="没有要评价的事项。",
    not_here="本单位的清单里没有回头看这一项。",
    all_done="全部评完了。",
    ask=lambda rating: f"评为「{rating}」，说明：",
    comment="说明",
    comment_empty="说明不能空着：写一句为什么这样评。",
    scale="1 好  2 较好  3 一般  4 差",
    rated=lambda rating, day, comment: f"{day}评为「{rating}」：{comment}",
    stale="评价以后情况有变",
    records=lambda n: f"依据 {n} 条记录",
    suggested=lambda status, progress, missing: f"{status}，{progress}" + (f"，{missing}" if missing else ""),
    saved=lambda title, rating: f"{title}：{rating}",
    keep=Said("保存", "保存评价和说明，到下一项未评的"),
    rate=Said("评价", "评为好、较好、一般、差，再写一句说明"),
    go_on=Said("下一项未评", "跳到下一个还没有评价的事项"),
    filter=Said("只看未评", "只看未评的，或看全部"),
)

LOOK_BACK_EN = LookBackWords(
    title="Look-back",
    counts=lambda rated, of: f"{rated} of {of} rated",
    unrated="--",
    empty="There is nothing to rate.",
    not_here="This unit's checklist has no look-back.",
    all_done="All are rated.",
    ask=lambda rating: f"Rated “{rating}”, because:",
    comment="comment",
    comment_empty="A comment is needed: one sentence why.",
    scale="1 good  2 fair  3 ordinary  4 poor",
    rated=lambda rating, day, comment: f"rated “{rating}” on {day}: {comment}",
    stale="things changed since it was rated",
    records=lambda n: f"rests on {n} record{'s' if n != 1 else ''}",
    suggested=lambda status, progress, missing: f"{status}, {progress}" + (f", {missing}" if missing else ""),
    saved=lambda title, rating: f"{title}: {rating}",
    keep=Said("save", "save rating and comment, on to the next unrated"),
    rate=Said("rate", "good, fair, ordinary or poor, then a sentence why"),
    go_on=Said("next unrated", "go to the next item that is not rated"),
    filter=Said("unrated only", "only what is not rated, or all"),
)
