"""What is wrong in a plan file or in a row of a roster, in Chinese, by code. English: `file_problems_en`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from xjtui.words.errors import Facts, Sentence, listed


class FileProblemWords(NamedTuple):
    """One language's sentences by code; `at` says where: line, then place or column."""

    plan: Mapping[str, Sentence]
    row: Mapping[str, Sentence]
    at: Callable[[int | None, str], str]


def _list(values: object) -> str:
    return listed(values, "、")


_TYPES = {
    "string": "文字",
    "strings": "一列文字",
    "number": "整数",
    "fraction": "小数",
    "flag": "true 或 false",
    "date": "日期",
    "moment": "日期加时间",
    "time": "时间",
    "list": "列表",
    "table": "表",
    "tables": "一列表",
    "text": "文字（各语言）",
    "rule": "规则",
}


def _close(facts: Facts) -> str:
    if facts["nearest"]:
        return f"是不是「{facts['nearest']}」？"
    return f"可用：{_list(facts['known'])}。" if facts["known"] else "请核对。"


def _outside(facts: Facts) -> str:
    day = f"日期 {facts['day']} " if facts["day"] else "日期"
    return f"{day}不在 {facts['start']} 到 {facts['end']} 之间，请核对。"


def _at(line: int | None, place: str) -> str:
    return " ".join(part for part in (f"第 {line} 行" if line else "", place) if part)


ZH = FileProblemWords(
    at=_at,
    plan={
        "file_empty": lambda f: "文件是空的。",
        "file_large": lambda f: f"文件超过 {f['limit']} 字节，不像一份计划。",
        "file_encoding": lambda f: (
            f"文件不是 UTF-8 编码{'，像是 ' + f['guess'] if f['guess'] else ''}，请另存为 UTF-8。"
        ),
        "file_syntax": lambda f: (
            f"写法不合 TOML 格式{'（第 ' + str(f['column']) + ' 列）' if f['column'] else ''}：{f['detail']}。"
        ),
        "file_nesting": lambda f: "一层套一层太深，请简化。",
        "format_unknown": lambda f: f"不认得格式 {f['found']}，可用：{_list(f['known'])}。",
        "key_unknown": lambda f: f"这里没有「{f['key']}」这个键。{_close(f)}",
        "key_missing": lambda f: f"缺「{f['key']}」，请补上。",
        "key_form": lambda f: f"「{f['value']}」的写法不对，请用小写字母、数字、点、短横或下划线。",
        "key_reserved": lambda f: f"「{f['value']}」另有用处，请换一个名字。",
        "type_wrong": lambda f: (
            f"「{f['key']}」应为{_TYPES.get(f['expected'], f['expected'])}，"
            f"写的是{_TYPES.get(f['found'], f['found'])}。"
        ),
        "duplicate": lambda f: f"「{f['value']}」写了两次，请去掉一个。",
        "list_empty": lambda f: f"「{f['key']}」是空的，至少要有一个。",
        "number_low": lambda f: f"「{f['key']}」是 {f['found']}，不能小于 {f['least']}。",
        "number_high": lambda f: f"「{f['key']}」是 {f['found']}，不能大于 {f['most']}。",
        "language_form": lambda f: f"「{f['value']}」不是语言代码，写成 zh、en 这样。",
        "language_unknown": lambda f: f"计划没有声明「{f['language']}」这种语言。{_close(f)}",
        "text_missing": lambda f: f"缺「{f['language']}」的文字，请补上。",
        "text_empty": lambda f: f"「{f['language']}」的文字是空的，请补上。",
        "text_control": lambda f: f"「{f['language']}」的文字里有控制字符或换行（{f['character']}），请去掉。",
        "text_wide": lambda f: f"「{f['language']}」的文字宽 {f['cells']} 格，超过 {f['limit']} 格，屏幕上会被截断。",
        "audience_unknown": lambda f: f"没有「{f['audience']}」这类对象。{_close(f)}",
        "rule_unknown": lambda f: f"没有「{f['rule']}」这种规则。{_close(f)}",
        "stage_unknown": lambda f: f"没有环节「{f['stage']}」。{_close(f)}",
        "item_unknown": lambda f: f"没有事项「{f['item']}」。{_close(f)}",
        "kind_unknown": lambda f: f"没有单位类型「{f['kind']}」。{_close(f)}",
        "choice_unknown": lambda f: f"「{f['key']}」不能是「{f['value']}」。{_close(f)}",
        "reference_self": lambda f: f"事项「{f['item']}」指向了自己，请改成别的事项。",
        "replaces_present": lambda f: f"要替代的事项「{f['item']}」还在，请去掉其中一个。",
        "count_over_options": lambda f: f"要求 {f['count']} 种，可选的只有 {f['options']} 种。",
        "advised_below": lambda f: f"建议数 {f['advised']} 少于要求数 {f['count']}。",
        "applies_empty": lambda f: "适用条件是空的，请写明单位类型，或去掉这个条件。",
        "kinds_overlap": lambda f: f"适用和不适用里都有：{_list(f['kinds'])}，请去掉一边。",
        "date_bad": lambda f: f"「{f['value']}」不是日期。写成 2009-04-15，不加引号。",
        "date_outside": _outside,
        "date_conflict": lambda f: f"这几项不能同时写：{_list(f['keys'])}。",
        "date_cycle": lambda f: f"日期互相推算，绕成了圈：{_list(f['items'])}。",
        "date_without_day": lambda f: f"事项「{f['item']}」没有固定日期，不能据它推算。",
        "date_after_due": lambda f: f"日期 {f['day']} 晚于本事项的期限 {f['due']}。",
        "end_before_start": lambda f: f"结束日 {f['end']} 早于开始日 {f['start']}。",
        "rule_audience": lambda f: f"这种规则只适合指导检查组，却用于：{_list(f['who'])}。",
        "stage_unused": lambda f: f"环节「{f['stage']}」下面没有事项。",
        "inferred_unexplained": lambda f: "标了推定，却没有说明推定了什么（inferred）。",
        "inferred_unmarked": lambda f: '写了推定说明，却没有标推定（basis = "inferred"）。',
    },
    row={
        "name_missing": lambda f: "没有姓名。",
        "name_needs_id": lambda f: f"「{f['name']}」有重名（第 {_list(f['lines'])} 行），请加「编号」一栏区分。",
        "id_malformed": lambda f: f"编号「{f['raw']}」不能用，请用字母、数字和短横。",
        "id_twice": lambda f: f"编号「{f['id']}」与第 {f['other']} 行重复。",
        "standing_unknown": lambda f: f"「{f['raw']}」看不懂，可填：正式、预备、积极分子。",
        "leader_unknown": lambda f: f"「{f['raw']}」看不懂，是不是班子成员请填「是」或「否」。",
        "date_unreadable": lambda f: f"「{f['raw']}」不是日期，写成 2009-04-15 这样。",
        "date_no_year": lambda f: f"日期「{f['raw']}」没有写年份。",
        "date_no_day": lambda f: f"日期「{f['raw']}」没有写到日。",
        "date_implausible": lambda f: f"日期「{f['raw']}」不像真的，应在 {f['first']} 年到 {f['last']} 年之间。",
        "left_before_joined": lambda f: f"转出日期 {f['left']} 早于转入日期 {f['joined']}。",
        "scope_unknown": lambda f: f"「{f['raw']}」看不懂，可填：全部、免讲、考勤。",
        "scope_missing": lambda f: "写了免除的其他内容，却没有写免除什么。",
        "reason_missing": lambda f: "免除没有写理由。",
        "since_missing": lambda f: "免除没有写开始日期。",
        "until_before_since": lambda f: f"免除的结束日期 {f['until']} 早于开始日期 {f['since']}。",
        "too_long": lambda f: f"有 {f['length']} 个字，最多 {f['limit']} 个。",
        "cell_error": lambda f: f"单元格显示 {f['raw']}，表格里的公式出错了。",
    },
)
