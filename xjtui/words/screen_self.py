"""What the settings and the help say on the screen, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from xjtui.words.screen_said import Said


@dataclass(frozen=True, slots=True)
class SettingsWords:
    """One language's wording. `languages` are each called in their own language."""

    title: str
    rows: Mapping[str, str]
    help: Mapping[str, str]
    languages: Mapping[str, str]
    themes: Mapping[str, str]
    yes: str
    no: str
    no_unit: str
    own_keys: Callable[[int], str]
    keys_title: str
    keys_help: str
    key_default: Callable[[str], str]
    press: Callable[[str], str]
    press_help: str
    taken: Callable[[str, str], str]
    not_a_key: Callable[[str], str]
    key_set: Callable[[str, str], str]
    key_reset: Callable[[str, str], str]
    everywhere: str
    change: Said
    reset: Said


@dataclass(frozen=True, slots=True)
class HelpWords:
    """One language's wording. `marks` and `moves` are pairs of a sign or key and its meaning."""

    title: str
    here: Callable[[str], str]
    moving: str
    moves: tuple[tuple[str, str], ...]
    status_marks: str
    other_marks: str
    marks: tuple[tuple[str, str], ...]
    input_method: str
    screens: Mapping[str, str]
    cannot: Callable[[str], str]


SETTINGS_ZH = SettingsWords(
    title="设置",
    rows={
        "language": "语言",
        "theme": "颜色",
        "borders": "边框只用普通符号",
        "unit": "打开程序时进入的单位",
        "keys": "按键",
    },
    help={
        "language": "马上生效，所有界面一起换。计划里没有英文的部分仍显示中文。",
        "theme": "浅色底、深色底，或只用终端自己的十六种颜色。",
        "borders": "边框显示错位时打开：改用 + - | 画框。",
        "unit": "不写单位直接运行时，进入哪个单位。",
        "keys": "给一个操作换一个按键。方向键、Enter、Esc、Tab 不能换。",
    },
    languages={"zh": "中文", "en": "English"},
    themes={"dark": "深色底", "light": "浅色底", "plain": "终端自己的颜色"},
    yes="是",
    no="否",
    no_unit="没有指定",
    own_keys=lambda n: f"改过 {n} 个" if n else "都是原来的",
    keys_title="按键",
    keys_help="Enter 换键，Del 恢复原来的键。",
    key_default=lambda key: f"原来是 {key}",
    press=lambda what: f"给「{what}」换一个键",
    press_help="现在按下要用的键；Esc 不换。",
    taken=lambda key, what: f"{key} 已用于「{what}」，请换一个键。",
    not_a_key=lambda key: f"{key} 是移动和填写用的键，不能占用，请换一个键。",
    key_set=lambda what, key: f"「{what}」改用 {key}",
    key_reset=lambda what, key: f"「{what}」恢复为 {key}",
    everywhere="各处通用",
    change=Said("更改", "更改光标所在的一项"),
    reset=Said("恢复原键", "恢复原来的按键"),
)

SETTINGS_EN = SettingsWords(
    title="Settings",
    rows={
        "language": "Language",
        "theme": "Colours",
        "borders": "Borders of plain signs",
        "unit": "Unit to open at the start",
        "keys": "Keys",
    },
    help={
        "language": "Holds at once and everywhere. What the plan has in Chinese only stays Chinese.",
        "theme": "Dark, light, or the terminal's own sixteen colours.",
        "borders": "Switch it on where borders look broken: they are drawn with + - |.",
        "unit": "Where the program goes when no unit is named.",
        "keys": "Give an action another key. Arrows, Enter, Esc and Tab stay as they are.",
    },
    languages={"zh": "中文", "en": "English"},
    themes={"dark": "dark", "light": "light", "plain": "the terminal's own"},
    yes="yes",
    no="no",
    no_unit="none",
    own_keys=lambda n: f"{n} changed" if n else "as they were",
    keys_title="Keys",
    keys_help="Enter changes a key, Del brings the old one back.",
    key_default=lambda key: f"was {key}",
    press=lambda what: f"Another key for “{what}”",
    press_help="Press the key now; Esc leaves it as it is.",
    taken=lambda key, what: f"{key} is used for “{what}”; take another.",
    not_a_key=lambda key: f"{key} is needed for moving and typing; take another.",
    key_set=lambda what, key: f"“{what}” is now {key}",
    key_reset=lambda what, key: f"“{what}” is {key} again",
    everywhere="Everywhere",
    change=Said("change", "change what the cursor stands on"),
    reset=Said("old key", "bring the old key back"),
)

HELP_ZH = HelpWords(
    title="帮助",
    here=lambda screen: f"在「{screen}」里",
    moving="移动和填写",
    moves=(
        ("上 下 左 右", "移动光标，在长文里滚动"),
        ("PgUp PgDn", "翻页；Home、End 到头、到尾"),
        ("Enter", "打开或确定；Space 也可以选"),
        ("Tab", "到下一处；Shift+Tab 回上一处"),
        ("1-9", "按序号选"),
        ("Esc", "返回上一层，填了一半的不会丢"),
    ),
    status_marks="事项的标记",
    other_marks="其他标记",
    marks=(
        ("[>]", "问题已转上级，不算本支部超期"),
        (">", "光标所在的一行"),
        ("^ v", "上面、下面还有"),
        ("..", "放不下，后面还有字"),
        ("--", "没有填，或不涉及"),
    ),
    input_method="开着中文输入法也能用：方向键、Enter、Space、Esc、Tab、数字、F1、F2 就够了；全角的 ？和 ／也认。",
    screens={
        "guide": "清单",
        "entry": "填写",
        "attendance": "考勤",
        "records": "记录",
        "search": "查找",
        "roster": "党员名册",
        "problems": "问题台帐",
        "look_back": "回头看",
        "summary": "自查总结",
        "settings": "设置",
        "help": "帮助",
    },
    cannot=lambda why: f"现在不能：{why}",
)

HELP_EN = HelpWords(
    title="Help",
    here=lambda screen: f"In “{screen}”",
    moving="Moving and typing",
    moves=(
        ("arrows", "move the cursor, scroll long texts"),
        ("PgUp PgDn", "a page up or down; Home and End to either end"),
        ("Enter", "open or confirm; Space chooses too"),
        ("Tab", "to the next place; Shift+Tab back"),
        ("1-9", "choose by number"),
        ("Esc", "back one level; half-filled forms are not lost"),
    ),
    status_marks="Marks of items",
    other_marks="Other marks",
    marks=(
        ("[>]", "a problem that is with the superior, and not overdue here"),
        (">", "the row of the cursor"),
        ("^ v", "there is more above, below"),
        ("..", "cut; there is more"),
        ("--", "empty, or not concerned"),
    ),
    input_method="An input method may be on: arrows, Enter, Space, Esc, Tab, digits, F1 and F2 are enough.",
    screens={
        "guide": "Checklist",
        "entry": "Entry",
        "attendance": "Attendance",
        "records": "Records",
        "search": "Search",
        "roster": "Roster",
        "problems": "Problem register",
        "look_back": "Look-back",
        "summary": "Self-check summary",
        "settings": "Settings",
        "help": "Help",
    },
    cannot=lambda why: f"not now: {why}",
)
