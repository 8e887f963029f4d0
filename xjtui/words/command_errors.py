"""Errors of the command line itself, in both languages: what, where, how to mend it. All others stand in `errors`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from xjtui.words.errors import Facts, Sentence


def _list_zh(values: Iterable[object]) -> str:
    return "、".join(str(value) for value in values)


def _list_en(values: Iterable[object]) -> str:
    return ", ".join(str(value) for value in values)


def _kinds(facts: Facts, language: str) -> list[str]:
    return [f"{key} ({text.of(language)})" for key, text in facts["known"]]


def _near_zh(facts: Facts) -> str:
    return f"是不是：{_list_zh(facts['near'])}？" if facts.get("near") else ""


def _near_en(facts: Facts) -> str:
    return f" Did you mean {_list_en(facts['near'])}?" if facts.get("near") else ""


def _json_shape_zh(facts: Facts) -> str:
    rest = f"，多出：{_list_zh(facts['unknown'])}" if facts["unknown"] else ""
    where = f"{facts['path']} 的第 {facts['place']} 个对象"
    return f"{where}有 answers，它须是对象，旁边只能有 kind、about、edit{rest}。"


def _json_shape_en(facts: Facts) -> str:
    rest = f"; too much: {_list_en(facts['unknown'])}" if facts["unknown"] else ""
    where = f"Object {facts['place']} of {facts['path']}"
    return f"{where} has “answers”: that must be an object, with only kind, about and edit beside it{rest}."


ZH: Mapping[str, Sentence] = {
    "usage": lambda f: f"{f['message']}。用法见：{f['help']}",
    "command_unknown": lambda f: f"没有「{f['name']}」这个命令。{_near_zh(f)}全部命令见：xjtui -h",
    "subcommand_missing": lambda f: f"「xjtui {f['name']}」后面要写明做什么：{_list_zh(f['known'])}。",
    "subcommand_unknown": lambda f: f"「xjtui {f['name']}」没有「{f['sub']}」这一项，可用：{_list_zh(f['known'])}。",
    "data_empty": lambda f: "--data 后面是空的，请写明数据文件夹，或不用这个选项。",
    "data_not_a_folder": lambda f: f"{f['path']} 不是文件夹；请用 --data 另指一个放数据的文件夹。",
    "day_unreadable": lambda f: f"{f['option']} 的日期「{f['raw']}」看不懂，请写成 2009-04-15。",
    "no_units": lambda f: f"{f['data']} 里还没有单位；先用「xjtui init」建立，或用 --data 指明数据所在的文件夹。",
    "guide_which": lambda f: (
        f"有几个单位，请写明是哪个，例如「xjtui guide {f['units'][0]}」；全部单位见「xjtui unit list」。"
    ),
    "kind_unknown": lambda f: f"计划里没有「{f['raw']}」这类单位，--kind 可用：{_list_zh(_kinds(f, 'zh'))}。",
    "kind_missing": lambda f: f"要用 --kind 写明单位类别：{_list_zh(_kinds(f, 'zh'))}。",
    "kind_not_in_plan": lambda f: (
        f"计划 {f['plan']} 里没有「{f['kind']}」这类单位；"
        f"先用「xjtui unit edit {f['unit']} --kind …」改类别：{_list_zh(_kinds(f, 'zh'))}。"
    ),
    "plan_which": lambda f: f"有几份计划，请用 --plan 写明哪一份：{_list_zh(f['known'])}。",
    "init_needs": lambda f: f"还缺 {_list_zh(f['options'])}；没有终端时请一次写全，例如：{f['example']}",
    "init_given_up": lambda f: "没有答完，什么也没有建立；再运行「xjtui init」即可。",
    "name_empty": lambda f: "姓名或名称不能是空的，请写上。",
    "why_empty": lambda f: "--why 要写明理由。",
    "member_id_taken": lambda f: f"名册上已有编号「{f['id']}」，请换一个，或用「xjtui member edit」修改那个人。",
    "namesake": lambda f: f"名册上已有「{f['name']}」；如果是另一个人，请用 --id 给一个编号。",
    "member_ambiguous": lambda f: f"有几个人都叫「{f['name']}」，请改用编号：{_list_zh(f['ids'])}。",
    "exempts_self": lambda f: f"免除要由别人批准，--approver 不能是{f['name']}本人。",
    "option_bad": lambda f: f"{f['option']}：{f['reason']}",
    "rows_bad": lambda f: (
        f"{f['count']} 行有问题，{f['good']} 行没有问题，一行也没有导入；"
        "改好文件再来，或加 --skip-bad 只导入没有问题的行。"
    ),
    "file_missing": lambda f: f"没有 {f['path']} 这个文件，请核对路径。",
    "file_unreadable": lambda f: f"{f['path']} 读不了（{f['reason']}），请核对路径和权限。",
    "file_unwritable": lambda f: f"{f['path']} 写不进去（{f['reason']}），请换个位置或核对权限。",
    "output_unwritable": lambda f: f"输出写不出去（{f['reason']}），印出的内容不全；请核对磁盘或换个位置。",
    "nothing_given": lambda f: "没有填任何一项；用 --set 项目=内容，或 --json -，要填哪些见 --schema。",
    "set_unclear": lambda f: f"--set 的「{f['raw']}」看不懂，请写成「项目=内容」，例如 --set day=2009-04-08。",
    "json_bad": lambda f: f"{f['path']} 不是 JSON：第 {f['line']} 行第 {f['column']} 个字符处有误，改好再来。",
    "json_encoding": lambda f: f"{f['path']} 不是 UTF-8 编码，请另存为 UTF-8。",
    "json_empty": lambda f: f"{f['path']} 是空的列表，没有要登记的。",
    "json_not_object": lambda f: f"{f['path']} 的第 {f['place']} 个不是对象；每条记录写成一个 {{…}}。",
    "json_shape": _json_shape_zh,
    "json_type": lambda f: f"「{f['field']}」是 {f['kind']} 类型，不能是 {f['value']}；各项的类型见 --schema。",
    "record_kind_unknown": lambda f: f"没有「{f['kind']}」这种记录，--kind 可用：{_list_zh(f['known'])}。",
    "kind_unfit": lambda f: f"「{f['item']}」不收「{f['kind']}」这种记录，可用：{_list_zh(f['known'])}。",
    "about_needed": lambda f: f"「{f['kind']}」要跟在一条记录后面，请用 --about 写明记录编号（见 xjtui records）。",
    "follow_up_unfit": lambda f: (
        f"「{f['of']}」记录后面可以跟：{_list_zh(f['known'])}。"
        if f["known"]
        else f"「{f['of']}」记录后面不能再跟别的记录。"
    ),
    "kind_fixed": lambda f: f"记录 {f['id']} 是「{f['kind']}」，修改时不能换种类；请作废后另行登记。",
    "record_elsewhere": lambda f: f"记录 {f['id']} 属于「{f['item']}」，不是「{f['asked']}」，请核对。",
    "already_voided_edit": lambda f: f"记录 {f['id']} 已作废，不能再改；请先撤销作废（xjtui undo），或另行登记。",
    "nothing_to_enter": lambda f: f"「{f['item']}」由其他事项的记录得出，不用登记；怎么得出的见「xjtui explain」。",
    "entry_faulty": lambda f: (
        f"有 {f['count']} 处要改，什么也没有保存；各项怎么填见「xjtui record {f['unit']} {f['item']} --schema」。"
    ),
    "migrate_unconfirmed": lambda f: "以上是改动，单位还没有转；确认要转请加 --yes。",
    "keep_not_empty": lambda f: f"{f['path']} 已有东西，--keep 请另指一个空文件夹。",
}

EN: Mapping[str, Sentence] = {
    "usage": lambda f: f"{_capital(f['message'])}. See: {f['help']}",
    "command_unknown": lambda f: f"There is no command “{f['name']}”.{_near_en(f)} All commands: xjtui -h",
    "subcommand_missing": lambda f: f"Say what “xjtui {f['name']}” is to do: {_list_en(f['known'])}.",
    "subcommand_unknown": lambda f: f"“xjtui {f['name']}” has no “{f['sub']}”; it has {_list_en(f['known'])}.",
    "data_empty": lambda f: "--data is empty; name the data folder, or leave the option out.",
    "data_not_a_folder": lambda f: f"{f['path']} is not a folder; name another one for the data with --data.",
    "day_unreadable": lambda f: f"The date “{f['raw']}” of {f['option']} cannot be read; write it as 2009-04-15.",
    "no_units": lambda f: (
        f"There is no unit in {f['data']} yet; make one with “xjtui init”, or name the data folder with --data."
    ),
    "guide_which": lambda f: (
        f"There are several units; say which, e.g. “xjtui guide {f['units'][0]}”. “xjtui unit list” lists them all."
    ),
    "kind_unknown": lambda f: f"The plan has no units of kind “{f['raw']}”; --kind takes {_list_en(_kinds(f, 'en'))}.",
    "kind_missing": lambda f: f"Say the kind of unit with --kind: {_list_en(_kinds(f, 'en'))}.",
    "kind_not_in_plan": lambda f: (
        f"Plan {f['plan']} has no units of kind “{f['kind']}”; first change it with "
        f"“xjtui unit edit {f['unit']} --kind …”: {_list_en(_kinds(f, 'en'))}."
    ),
    "plan_which": lambda f: f"There are several plans; say which with --plan: {_list_en(f['known'])}.",
    "init_needs": lambda f: (
        f"{_list_en(f['options'])} missing; without a terminal give everything at once, e.g. {f['example']}"
    ),
    "init_given_up": lambda f: "Not all was answered, so nothing was made; run “xjtui init” again.",
    "name_empty": lambda f: "The name is empty; please give one.",
    "why_empty": lambda f: "--why needs a reason.",
    "member_id_taken": lambda f: (
        f"The id “{f['id']}” is on the roster already; choose another, or use “xjtui member edit”."
    ),
    "namesake": lambda f: f"“{f['name']}” is on the roster already; if this is somebody else, give an id with --id.",
    "member_ambiguous": lambda f: f"Several people are called “{f['name']}”; give the id: {_list_en(f['ids'])}.",
    "exempts_self": lambda f: f"Somebody else approves an exemption; --approver cannot be {f['name']}.",
    "option_bad": lambda f: f"{f['option']}: {f['reason']}",
    "rows_bad": lambda f: (
        f"Rows with problems: {f['count']}, without: {f['good']}; none was imported. "
        "Mend the file, or take only the good rows with --skip-bad."
    ),
    "file_missing": lambda f: f"There is no file {f['path']}; check the path.",
    "file_unreadable": lambda f: f"{f['path']} cannot be read ({f['reason']}); check the path and the rights.",
    "file_unwritable": lambda f: f"{f['path']} cannot be written ({f['reason']}); choose another place.",
    "output_unwritable": lambda f: f"The output cannot be written ({f['reason']}) and is not whole; check the disk.",
    "nothing_given": lambda f: "Nothing was filled in; use --set FIELD=VALUE or --json -; --schema tells the fields.",
    "set_unclear": lambda f: f"“{f['raw']}” of --set is unclear; write FIELD=VALUE, e.g. --set day=2009-04-08.",
    "json_bad": lambda f: f"{f['path']} is not JSON: see line {f['line']}, character {f['column']}.",
    "json_encoding": lambda f: f"{f['path']} is not UTF-8; save it as UTF-8.",
    "json_empty": lambda f: f"{f['path']} is an empty list; there is nothing to record.",
    "json_not_object": lambda f: f"Number {f['place']} in {f['path']} is no object; write each record as {{…}}.",
    "json_shape": _json_shape_en,
    "json_type": lambda f: f"“{f['field']}” takes a {f['kind']}, not {f['value']}; --schema tells the types.",
    "record_kind_unknown": lambda f: f"There is no kind of record “{f['kind']}”; --kind takes {_list_en(f['known'])}.",
    "kind_unfit": lambda f: f"“{f['item']}” takes no “{f['kind']}”; it takes {_list_en(f['known'])}.",
    "about_needed": lambda f: f"A “{f['kind']}” follows up a record; name it with --about (see xjtui records).",
    "follow_up_unfit": lambda f: (
        f"A “{f['of']}” can be followed up by {_list_en(f['known'])}."
        if f["known"]
        else f"A “{f['of']}” cannot be followed up."
    ),
    "kind_fixed": lambda f: f"Record {f['id']} is a “{f['kind']}” and stays one; void it and enter another.",
    "record_elsewhere": lambda f: f"Record {f['id']} belongs to “{f['item']}”, not to “{f['asked']}”.",
    "already_voided_edit": lambda f: f"Record {f['id']} is voided; undo that first (xjtui undo), or enter a new one.",
    "nothing_to_enter": lambda f: (
        f"“{f['item']}” follows from the records of other items, so nothing is entered; see “xjtui explain”."
    ),
    "entry_faulty": lambda f: (
        f"To be mended: {f['count']}; nothing was saved. "
        f"“xjtui record {f['unit']} {f['item']} --schema” tells how each field is filled in."
    ),
    "migrate_unconfirmed": lambda f: "These are the changes; the unit was not moved. Add --yes to move it.",
    "keep_not_empty": lambda f: f"{f['path']} is not empty; name an empty folder with --keep.",
}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
