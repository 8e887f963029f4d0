"""What the summary says on the screen, in both languages; its own text is the report's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from xjtui.words.screen_said import Said


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """One language's wording."""

    title: str
    none: str
    draft: Callable[[str], str]
    final: Callable[[str], str]
    outdated: Callable[[str], str]
    unmet: Callable[[int], str]
    own_language: str
    not_here: str
    write: Said
    finish: Said
    export: Said
    language: Said
    menu: str
    menu_act: Said
    finish_title: str
    finish_text: str
    finish_unmet: str
    finish_more: Callable[[int], str]
    finish_late: Callable[[int], str]
    finish_none: str
    finish_write_first: str
    finish_yes: str
    finish_no: str
    finished: str
    export_title: str
    export_text: str
    export_help: str
    export_empty: str
    export_folder: Callable[[str], str]
    exists: Callable[[str], str]
    exists_yes: str
    exists_no: str
    written: Callable[[str], str]
    unwritable: Callable[[str, str], str]
    file_name: Callable[[str], str]
    final_already: str
    in_language: Mapping[str, str]


SUMMARY_ZH = SummaryWords(
    title="自查总结",
    none="还没有写文字部分（原因、打算）",
    draft=lambda day: f"草稿 {day}",
    final=lambda day: f"{day}已定稿",
    outdated=lambda day: f"{day}定稿后记录有变，要重新定稿",
    unmet=lambda n: f"未完成 {n} 项",
    own_language="中文",
    not_here="本单位的清单里没有自查总结这一项。",
    write=Said("写文字", "写原因分析、下一步打算和其他说明"),
    finish=Said("定稿", "看过全文以后定稿"),
    export=Said("导出", "存成文本或 JSON 文件"),
    language=Said("中文/英文", "换一种语言看总结"),
    menu="自查总结：要办什么？",
    menu_act=Said("办理", "写文字、定稿、导出、换语言"),
    finish_title="定稿",
    finish_text="定稿后记录再有变动，会提示重新定稿。",
    finish_unmet="还有这些没有完成，会写进「存在问题」：",
    finish_more=lambda n: f"……等 {n} 项",
    finish_late=lambda n: f"另有 {n} 项完成得晚了。",
    finish_none="各项都已完成。",
    finish_write_first="先写好原因分析和下一步打算，再定稿。",
    finish_yes="定稿",
    finish_no="先不定稿",
    finished="已定稿",
    export_title="导出自查总结",
    export_text="存到哪个文件？以 .json 结尾的存成数据，其他的存成文本。",
    export_help="可以改文件名，也可以写别的文件夹。",
    export_empty="请写文件名。",
    export_folder=lambda path: f"没有这个文件夹：{path}",
    exists=lambda path: f"已有这个文件：{path}",
    exists_yes="盖掉它",
    exists_no="不盖，换个名字",
    written=lambda path: f"已导出到 {path}",
    unwritable=lambda path, reason: f"{path} 写不进去（{reason}），请换个位置或核对权限。",
    file_name=lambda unit: f"{unit}-自查总结.txt",
    final_already="已经定稿，记录也没有再变，不用重新定稿",
    in_language={"zh": "总结语言：中文", "en": "总结语言：英文"},
)

SUMMARY_EN = SummaryWords(
    title="Summary",
    none="the text (causes, next steps) is not written yet",
    draft=lambda day: f"draft of {day}",
    final=lambda day: f"final since {day}",
    outdated=lambda day: f"records changed since it was made final on {day}; make it final again",
    unmet=lambda n: f"{n} not met",
    own_language="English",
    not_here="This unit's checklist has no self-check summary.",
    write=Said("write", "write causes, next steps and remarks"),
    finish=Said("make final", "make it final, once it is read"),
    export=Said("export", "save it as a text or JSON file"),
    language=Said("Chinese/English", "read the summary in the other language"),
    menu="Self-check summary: what would you like to do?",
    menu_act=Said("act", "write, make final, export, other language"),
    finish_title="Make final",
    finish_text="When records change afterwards, it has to be made final again.",
    finish_unmet="These are not met and will stand under “problems”:",
    finish_more=lambda n: f"... {n} in all",
    finish_late=lambda n: f"{n} more were met late.",
    finish_none="Every item is met.",
    finish_write_first="Write the causes and the next steps first, then make it final.",
    finish_yes="Make it final",
    finish_no="Not yet",
    finished="It is final",
    export_title="Export the summary",
    export_text="To which file? A name ending in .json makes data, any other a text.",
    export_help="Change the name, or give another folder.",
    export_empty="Please give a file name.",
    export_folder=lambda path: f"There is no such folder: {path}",
    exists=lambda path: f"This file is there already: {path}",
    exists_yes="Replace it",
    exists_no="Keep it, choose another name",
    written=lambda path: f"Exported to {path}",
    unwritable=lambda path, reason: f"{path} cannot be written ({reason}); choose another place.",
    file_name=lambda unit: f"{unit}-summary.txt",
    final_already="it is final already, and nothing has changed since",
    in_language={"zh": "Summary in Chinese", "en": "Summary in English"},
)
