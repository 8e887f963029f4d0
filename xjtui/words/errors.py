"""Every error of store, plans, rosters, settings and desk in Chinese: what, where, how to mend it.

English: `errors_en`. The codes of the command line, and only those, have their sentences in `command`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple


class Facts(dict[str, Any]):
    """The facts an error was raised with; one that is not there reads as ''."""

    def __missing__(self, key: str) -> str:
        return ""


Sentence = Callable[[Facts], str]


class ErrorWords(NamedTuple):
    """One language's sentences by error code, and what is said of a code that has none."""

    say: Mapping[str, Sentence]
    unknown: Callable[[str, str], str]


def listed(values: object, joint: str) -> str:
    """Several values in one line, at most twelve of them."""
    if not isinstance(values, (list, tuple, set, frozenset, dict)):
        return str(values)
    shown = [str(value) for value in values]
    return joint.join(shown[:12]) + (f"{joint}…" if len(shown) > 12 else "")


def _list(values: object) -> str:
    return listed(values, "、")


def _near(facts: Facts, otherwise: str) -> str:
    return f"是不是：{_list(facts['near'])}？" if facts["near"] else otherwise


def _because(facts: Facts) -> str:
    return f"（{facts['reason']}）" if facts["reason"] else ""


def _of(facts: Facts) -> str:
    return f"「{facts['id']}」的" if facts["id"] else ""


_NOTHING_CHANGED = "这次改动没有存，原来的数据没有变。"

ZH = ErrorWords(
    unknown=lambda code, facts: f"出了没有料到的情况（{code}）{facts}",
    say={
        "language_unknown": lambda f: f"没有「{f['language']}」这种语言，可用：{_list(f['known'])}。",
        # desk
        "unit_unknown": lambda f: f"没有单位「{f['id']}」。{_near(f, '「xjtui unit list」可以列出全部单位。')}",
        "unit_ambiguous": lambda f: f"有几个单位都叫「{f['name']}」，请改用编号：{_list(f['ids'])}。",
        "item_unknown": lambda f: f"没有事项「{f['item']}」。{_near(f, '本单位的事项有：' + _list(f['known']) + '。')}",
        "plan_changed": lambda f: (
            f"计划「{f['id']}」第 {f['version']} 版的文件已被改动，与本单位所用的不符。"
            "请恢复原文件，或用「xjtui plan migrate」转到新版。"
        ),
        "void_reason": lambda f: "作废一条记录要写明理由。",
        "already_voided": lambda f: "这条记录已经作废了，不用再作废。",
        "not_voided": lambda f: "这条记录没有作废，不用恢复。",
        "record_unknown": lambda f: f"没有编号为「{f['id']}」的记录，请重新查看。",
        "member_unknown": lambda f: f"名册上没有「{f['name']}」，请核对姓名。",
        "draft_orphaned": lambda f: "草稿所跟进的记录已经不在了，没法接着填。草稿的文字还在，可以抄出来重新登记。",
        # store: what cannot be asked for
        "unit_id_bad": lambda f: f"「{f['id']}」不能作单位编号。请用小写字母、数字和短横，以字母或数字开头。",
        "unit_exists": lambda f: f"编号「{f['id']}」已有单位使用，请换一个。",
        "unit_other": lambda f: f"这次改动里的单位「{f['id']}」不是「{f['unit']}」，没有存。请重新打开再试。",
        "entity_id_bad": lambda f: f"编号「{f['id']}」不能用：不能有空格、引号或控制字符，最多 64 个字。",
        "changed_twice": lambda f: f"一次改动里「{f['id']}」出现了两次，没有存。请重新打开再试。",
        "oversight_records_only": lambda f: f"检查组和办公室只能写记录，不能改「{f['id']}」。",
        "writer_bad": lambda f: f"「{f['writer']}」不能作记录人的名字：不能为空，也不能太长。",
        "entry_unknown": lambda f: f"没有第 {f['seq']} 次改动，「xjtui history」可以列出全部改动。",
        "nothing_to_undo": lambda f: "没有可以撤销的改动。",
        "undo_impossible": lambda f: f"第 {f['seq']} 次改动是建立单位，或者代表已经丢失的历史，不能撤销。",
        "time_without_offset": lambda f: f"「{f['id']}」的时间没有写时区，没有存。请写成 2009-04-15T10:00+08:00 这样。",
        "value_unstorable": lambda f: f"「{f['id']}」里有存不了的内容{_because(f)}，没有存。请去掉后再试。",
        # store: somebody else, the disk, the files
        "conflict": lambda f: (
            f"别人刚改过同一内容（{len(f['ids']) or 1} 处），这次没有存。请看过新的内容再定，填的文字都还在。"
        ),
        "undo_changed_since": lambda f: f"第 {f['seq']} 次改动之后，同一内容又改过，没有撤销。请先撤销后面的改动。",
        "busy": lambda f: f"{_of(f)}数据正被别人占用，等了 {f['seconds']} 秒还没有轮到。{_NOTHING_CHANGED}请稍后再试。",
        "no_rights": lambda f: f"没有权限写{_of(f)}数据，只能看。请找管理员。",
        "no_read_rights": lambda f: f"没有权限读{_of(f)}数据，请找管理员。",
        "disk_read_only": lambda f: "存放数据的磁盘是只读的，只能看，不能改。请找管理员。",
        "disk_full": lambda f: f"磁盘满了。{_NOTHING_CHANGED}请腾出空间再存。",
        "disk_error": lambda f: f"读写磁盘出错。{_NOTHING_CHANGED}请尽快备份，并请管理员检查磁盘。",
        "path_refused": lambda f: f"{_of(f)}数据所在的位置是链接或不是文件夹，为防误写没有打开。请管理员检查数据目录。",
        "system_refused": lambda f: f"系统不让读写{_of(f)}数据：{f['errno']}{_because(f)}。{_NOTHING_CHANGED}",
        "outcome_unknown": lambda f: (
            f"存{_of(f)}数据时系统出错（{f['errno']}），改动可能已存，也可能没有。请重新打开看一看，再决定要不要重填。"
        ),
        "newer_schema": lambda f: f"{_of(f)}数据是更新的版本写的，这个版本只能看，不能改。请升级程序。",
        "unit_damaged": lambda f: f"{_of(f)}数据文件已损坏，没能恢复。原文件没有动，请用「xjtui restore」从备份恢复。",
        "document_bad": lambda f: (
            f"数据里有一处读不懂：{f['table']} {f['id']}{_because(f)}。请用「xjtui verify」检查。"
        ),
        # store: what was noticed and mended
        "log_torn": lambda f: "上次有人没存完就断开了，没存完的部分已清理；已存的改动都在。",
        "log_rebuilt": lambda f: "改动日志有损坏，已修好：记录都在，部分历史不全。损坏的原文件已另外保存。",
        "file_rebuilt": lambda f: "数据文件有损坏，已由改动日志恢复，记录都在。损坏的原文件已另外保存。",
        "file_unsealed": lambda f: "改动日志丢失，数据文件又被别的程序改过：已照现有内容继续，请核对。",
        "changes_lost": lambda f: (
            "数据文件和改动日志都有损坏，有的改动没能找回。损坏的原文件已另外保存，请核对，必要时从备份恢复。"
        ),
        "file_lagging": lambda f: "改动已存入日志，数据文件暂时没能更新，下次保存时补上，记录都在。",
        "oversight_damaged": lambda f: "有一位检查人员的记录已损坏，没能恢复；其余内容都在。请从备份恢复。",
        # plans
        "plan_unknown": lambda f: f"没有计划「{f['id']}」，现有：{_list(f['known'])}。",
        "plan_version_unknown": lambda f: f"计划「{f['id']}」没有第 {f['version']} 版，现有：{_list(f['known'])}。",
        "plan_broken": lambda f: (
            f"计划文件「{f['place']}」有 {len(f['problems'])} 处错误，不能用。「xjtui plan check」会逐条列出。"
        ),
        "plan_exists": lambda f: f"已有计划「{f['id']}」第 {f['version']} 版，内容不同。请在文件里换一个版本号。",
        "plan_no_data": lambda f: "还没有数据目录，没有地方放计划。请先用「xjtui init」建立。",
        "plan_id_form": lambda f: f"「{f['id']}」不能作计划编号。请用小写字母、数字和短横。",
        "plan_id_taken": lambda f: f"计划编号「{f['id']}」已有，请另起一个。",
        "plan_start": lambda f: f"从{f['start']}开始，计划里有的日期就超出了日历，请换一个日子。",
        "plan_layout": lambda f: f"计划文件里这一处的写法没法自动改日期：{f['place']}。请照样式手工改。",
        "plan_unreadable": lambda f: f"读不了计划文件「{f['place']}」{_because(f)}，请核对位置和权限。",
        "plan_unwritable": lambda f: f"写不了计划文件「{f['place']}」{_because(f)}，请核对位置和权限。",
        # rosters
        "roster_missing": lambda f: f"没有文件「{f['path']}」，请核对文件名和位置。",
        "roster_is_folder": lambda f: f"「{f['path']}」是文件夹，请写出里面的文件。",
        "roster_unreadable": lambda f: f"读不了文件「{f['path']}」{_because(f)}。",
        "roster_empty": lambda f: f"「{f['path']}」是空的，没有名册。",
        "roster_wrong_type": lambda f: f"「{f['path']}」不是能读的名册，请存成 .xlsx 或 .csv。",
        "roster_old_excel": lambda f: f"「{f['path']}」是旧格式的表格（.xls），请另存为 .xlsx 或 .csv。",
        "roster_encrypted": lambda f: f"「{f['path']}」加了密码，请去掉密码另存。",
        "roster_damaged": lambda f: f"「{f['path']}」已损坏，打不开。请用表格软件打开，另存一份再试。",
        "roster_encoding": lambda f: f"「{f['path']}」的文字编码认不出，请存成 UTF-8 或 GB18030。",
        "roster_too_large": lambda f: (
            f"「{f['path']}」太大（{f['size']} 字节，最多 {f['limit']}），不像一份名册，请核对。"
        ),
        "roster_too_many_rows": lambda f: f"「{f['path']}」超过 {f['limit']} 行，不像一个支部的名册，请分开。",
        "roster_no_heading": lambda f: (
            f"「{f['path']}」没有找到「姓名」一栏。看到的是：{_list(f['seen'])}。请加上表头。"
        ),
        "roster_heading_twice": lambda f: f"「{f['path']}」第 {f['line']} 行有两栏都是「{f['heading']}」，请去掉一栏。",
        "roster_no_rows": lambda f: f"「{f['path']}」只有表头（第 {f['line']} 行），下面没有人。",
        # settings, sample
        "setting_unknown": lambda f: f"没有「{f['name']}」这项设置，可用：{_list(f['known'])}。",
        "settings_unreadable": lambda f: f"设置文件「{f['path']}」读不了{_because(f)}，这次用默认设置。",
        "settings_unwritable": lambda f: f"设置文件「{f['path']}」写不了{_because(f)}，这项设置没有存下来。",
        "settings_value": lambda f: (
            f"设置文件「{f['path']}」里这一项不能用：{f['reason']}，已略过。可用：{_list(f['known'])}。"
        ),
        "sample_target_taken": lambda f: f"「{f['place']}」里已有数据，没有覆盖。请另选一个空目录。",
        "sample_missing": lambda f: "没有找到示例数据，请重新安装程序。",
    },
)
