"""What most branches do, one function a deed: how a school words and dates it. Who does what stands in `stories`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from xjtui.domain.records import Kind
from xjtui.sample import phrases
from xjtui.sample.script import OFFICE, Marks, Script

SYSTEMS = {"attendance": "考勤", "leave": "请假", "makeup": "补课", "spot_checks": "抽查"}


def march(day: int) -> date:
    """A day of March 2009."""
    return date(2009, 3, day)


def april(day: int) -> date:
    """A day of April 2009."""
    return date(2009, 4, day)


def body(s: Script, day: date, lag: int | None = None, **parts: str) -> str:
    """The working body; `parts` given as '' are left empty."""
    texts = {
        "head": f"{s.name(0)}（支部书记）任组长",
        "members": "、".join(s.name(place) for place in range(1, min(4, len(s.members)))),
        "duties": "组长抓总，其余成员分别负责学习、宣传、调研和台帐",
        "set_up": f"2009年{day.month}月{day.day}日支委会通过",
    } | parts
    answers: dict[str, Any] = {f"parts__{key}": text for key, text in texts.items()}
    return s.deed("org.body", Kind.DOCUMENT, day, lag=lag, **answers)


def duties(s: Script, day: date, without: int = 0, lag: int | None = None) -> str:
    """The division of work, with `without` items nobody sees to."""
    return s.deed(
        "org.duties",
        Kind.DOCUMENT,
        day,
        lag=lag,
        title="支部责任分工表",
        parts__first=f"{s.name(0)}为第一责任人，对支部活动负总责",
        parts__division=f"{s.name(1)}负责学习和考勤，{s.name(2)}负责宣传和调研，其余党员按事项分工",
        assignments=s.assignments(without),
    )


def mobilised(s: Script, marks: Marks | None = None, lag: int | None = None) -> str:
    """The meeting of 25 March, taken part in and passed on."""
    return s.deed(
        "org.mobilised",
        Kind.SESSION,
        march(25),
        lag=lag,
        start="15:00",
        theme="全系统动员大会精神传达",
        place=s.pick(phrases.PLACES),
        attendance=s.attendance(marks or {}),
        parts__attended=f"{s.name(0)}等{s.rng.randint(2, 4)}人到主会场参会，其余党员收听传达",
        parts__passed_on="当天下午召开支部党员会，传达动员报告要点，布置本支部阶段任务",
        evidence="签到表",
    )


def systems(s: Script, day: date, parts: Iterable[str] = SYSTEMS) -> None:
    """The branch's own systems, one confirmation each, on the days that follow."""
    for after, part in enumerate(parts):
        when = day + timedelta(days=after // 2)
        s.deed("org.four_systems", Kind.CONFIRMATION, when, part=part, text=f"支部{SYSTEMS[part]}制度（试行）")


def filed(s: Script, day: date, title: str = "支部阶段工作计划", lag: int | None = None) -> str:
    """The plan goes to the office."""
    return s.deed("plan.filed", Kind.FILING, day, title=title, filed_by=s.id(1), lag=lag)


def receipt(s: Script, filing: str, day: date, outcome: str = "received", reason: str | None = None) -> str:
    """The office's word on a filing."""
    return s.deed(
        "plan.filed", Kind.RECEIPT, day, about=filing, writer=OFFICE, lag=0,
        outcome=outcome, reason=reason, officer="局办公室",
    )  # fmt: skip


def training(s: Script, day: date) -> str:
    """The study and training plan, complete."""
    return s.deed(
        "plan.training",
        Kind.DOCUMENT,
        day,
        title="学习培训计划",
        parts__contents="论述摘编、实施方案、区域教育发展材料",
        parts__forms="集中学习、微型党课、分组讨论、个人自学",
        parts__times=f"3月{day.day}日起每周三或周五下午，共五次" if day.month == 3 else "4月起每周三下午，共四次",
        parts__themes="领会精神；以人为本；课堂质量；师德示范；讨论交流",
        parts__participants="全体党员，入党积极分子列席",
    )


def session(s: Script, day: date, marks: Marks | None = None, lag: int | None = None, theme: str | None = None) -> str:
    """A collective study with attendance taken."""
    return s.deed(
        "study.sessions",
        Kind.SESSION,
        day,
        lag=lag,
        start=s.rng.choice(("15:30", "15:40", "16:00")),
        theme=theme or s.pick(phrases.THEMES),
        place=s.pick(phrases.PLACES),
        form=s.pick(phrases.FORMS),
        hours=2,
        host=s.name(0),
        speaker=s.name(s.rng.randrange(min(4, len(s.members)))),
        recorder=s.name(2),
        attendance=s.attendance(marks or {}),
        evidence="签到表、记录",
    )


def planned(s: Script, day: date, entered: date, theme: str | None = None) -> str:
    """A collective study still ahead."""
    return s.deed(
        "study.sessions", Kind.SESSION, day, entered=s.moment(entered),
        start="15:30", theme=theme or s.pick(phrases.THEMES), place=s.pick(phrases.PLACES), host=s.name(0),
    )  # fmt: skip


def make_up(s: Script, about: str, item: str, place: int, day: date, form: str = "self_study") -> str:
    """Somebody makes up for what they missed, confirmed by somebody else."""
    content = s.pick(phrases.MAKEUPS)
    return s.deed(
        item,
        Kind.MAKEUP,
        day,
        about=about,
        member=s.id(place),
        form=form,
        content=content,
        confirmed_by=s.others(place),
    )


def lectures(s: Script, day: date, places: Sequence[int], marks: Marks | None = None, lag: int | None = None) -> None:
    """Members take the lectern one after the other on one day; attendance is taken once, with the first."""
    for turn, place in enumerate(places):
        s.deed(
            "study.micro_lectures",
            Kind.LECTURE,
            day,
            lag=lag,
            lecturer=s.id(place),
            title=s.pick(phrases.LECTURES),
            minutes=s.rng.choice((10, 12, 15, 20)),
            place=s.pick(phrases.PLACES),
            attendance=s.attendance(marks) if turn == 0 and marks is not None else None,
        )


def exchange(s: Script, day: date, place: int, form: str = "speech", lag: int | None = None) -> str:
    """A speech or an article."""
    outlet = "支部交流会" if form == "speech" else "校园网"
    title = s.pick(phrases.EXCHANGES)
    return s.deed("study.exchange", Kind.PIECE, day, lag=lag, form=form, author=s.id(place), title=title, outlet=outlet)


def publicity(s: Script, form: str, day: date, quantity: int = 1, lag: int | None = None) -> str:
    """A piece of publicity."""
    title = s.pick(phrases.HEADLINES)
    return s.deed("publicity.forms", Kind.PUBLICITY, day, form=form, title=title, quantity=quantity, lag=lag)


def forum(s: Script, form: str, day: date, places: Sequence[int], quantity: int = 1) -> str:
    """One form of «everyone talks»."""
    people = [s.id(place) for place in places]
    title = s.pick(phrases.FORUM)
    other = "家长沙龙" if form == "other" else None
    return s.deed(
        "study.forum", Kind.PUBLICITY, day, form=form, other=other, title=title, quantity=quantity, participants=people
    )


def report(s: Script, day: date, problems: bool = True, lag: int | None = None) -> str:
    """A progress report; without `problems` its fourth part is left empty."""
    return s.deed(
        "report.progress",
        Kind.REPORT,
        day,
        lag=lag,
        title=f"第{s.rng.randint(1, 3)}周进展",
        parts__progress=s.pick(phrases.PROGRESS),
        parts__practice=s.pick(phrases.PRACTICE),
        parts__effect=s.pick(phrases.EFFECT),
        parts__problems=s.pick(phrases.SHORTCOMINGS) if problems else None,
    )
