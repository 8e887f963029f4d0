"""What the full screen says, in both languages; terms of the trade and sentences about facts stand in their own modules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ActWords:
    """An action in the footer and menus (`label`), and in the help (`help`)."""

    label: str
    help: str


@dataclass(frozen=True, slots=True)
class Acts:
    """The actions of the screens."""

    back: ActWords
    help: ActWords
    settings: ActWords
    quit: ActWords


@dataclass(frozen=True, slots=True)
class ScreenWords:
    """One language's wording."""

    app: str
    acts: Acts
    day_and_left: Callable[[date, int], str]
    done_of: Callable[[int, int], str]
    overdue_count: Callable[[int], str]
    read_only: str
    read_only_why: str


ZH = ScreenWords(
    app="学习实践活动清单",
    acts=Acts(
        back=ActWords("返回", "返回上一层，什么也不会丢"),
        help=ActWords("帮助", "这里能做什么"),
        settings=ActWords("设置", "语言、颜色、按键"),
        quit=ActWords("退出", "退出程序，未填完的自动留作草稿"),
    ),
    day_and_left=lambda day, days: (
        f"{day.month}月{day.day}日 " + (f"距结束{days}天" if days > 0 else "今天结束" if days == 0 else "已结束")
    ),
    done_of=lambda done, of: f"完成 {done}/{of}",
    overdue_count=lambda n: f"逾期 {n}",
    read_only="只读",
    read_only_why="现在只能看，不能改",
)

EN = ScreenWords(
    app="Study campaign checklist",
    acts=Acts(
        back=ActWords("back", "back one level; nothing is lost"),
        help=ActWords("help", "what can be done here"),
        settings=ActWords("settings", "language, colours, keys"),
        quit=ActWords("quit", "leave the program; half-filled forms are kept as drafts"),
    ),
    day_and_left=lambda day, days: (
        f"{day.day} {day:%b}, " + (f"{days} days left" if days > 0 else "last day" if days == 0 else "over")
    ),
    done_of=lambda done, of: f"done {done}/{of}",
    overdue_count=lambda n: f"overdue {n}",
    read_only="read only",
    read_only_why="the data can be read now, not changed",
)
