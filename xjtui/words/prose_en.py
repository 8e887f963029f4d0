"""The self-check summary in English, in the same order as the Chinese one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from xjtui.domain.figures import Count
from xjtui.domain.plan import Audience
from xjtui.words.phrases import MONTHS
from xjtui.words.prose import Prose, of_table

FIGURES: Mapping[Count, tuple[str, str]] = {
    Count.DOCUMENTS: ("{} document", "{} documents"),
    Count.CONFIRMED: ("{} confirmed", "{} confirmed"),
    Count.SESSIONS: ("{} session", "{} sessions"),
    Count.PRESENT: ("{} attendance", "{} attendances"),
    Count.MADE_UP: ("{} made up", "{} made up"),
    Count.LECTURES: ("{} lecture", "{} lectures"),
    Count.LECTURERS: ("{} lecturer", "{} lecturers"),
    Count.LISTENERS: ("{} person took part", "{} people took part"),
    Count.LEADERS: ("{} person led", "{} people led"),
    Count.FILINGS: ("filed once", "filed {} times"),
    Count.RETURNS: ("returned once", "returned {} times"),
    Count.REPORTS: ("{} progress report", "{} progress reports"),
    Count.FORMS: ("{} form", "{} forms"),
    Count.PUBLICATIONS: ("{} piece in all", "{} pieces in all"),
    Count.PIECES: ("{} speech or article", "{} speeches and articles"),
    Count.AUTHORS: ("{} person spoke or wrote", "{} people spoke or wrote"),
    Count.IDEAS: ("{} idea", "{} ideas"),
    Count.IDEAS_ADOPTED: ("{} adopted", "{} adopted"),
    Count.IDEAS_ANSWERED: ("{} answered", "{} answered"),
    Count.QUESTIONS: ("{} question asked", "{} questions asked"),
    Count.QUESTIONS_ANSWERED: ("{} answered", "{} answered"),
    Count.TOPICS: ("{} topic", "{} topics"),
    Count.VISITS: ("{} visit", "{} visits"),
    Count.HEARD: ("{} opinion heard in person", "{} opinions heard in person"),
    Count.CHANNELS: ("{} channel", "{} channels"),
    Count.ISSUED: ("{} copy handed out", "{} copies handed out"),
    Count.RETURNED: ("{} returned", "{} returned"),
    Count.OPINIONS: ("{} opinion", "{} opinions"),
    Count.PROBLEMS: ("{} problem found", "{} problems found"),
    Count.PROBLEMS_CLOSED: ("{} closed", "{} closed"),
    Count.PROBLEMS_REFERRED: ("{} referred to the superior", "{} referred to the superior"),
    Count.PROBLEMS_OPEN: ("{} open", "{} open"),
    Count.RATED: ("{} item rated", "{} items rated"),
    Count.UNIT_VISITS: ("{} visit to branches", "{} visits to branches"),
    Count.UNITS: ("{} branch visited", "{} branches visited"),
    Count.URGINGS: ("{} urging", "{} urgings"),
}
_ONE = {count: one for count, (one, _) in FIGURES.items()}
_MANY = {count: many for count, (_, many) in FIGURES.items()}

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(n: int) -> str:
    """1 to 39 in Roman numerals."""
    said = ""
    for value, sign in _ROMAN:
        while n >= value:
            said, n = said + sign, n - value
    return said


def _some(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _percent(rate: float) -> str:
    return f"{rate:.1f}".removesuffix(".0") + " %"


class English(Prose):
    """In English."""

    headings = ("Basic facts", "What was done", "What falls short", "Causes", "Next steps", "Further remarks")
    annex = "Annex: the checklist item by item"
    columns = ("No.", "Item", "Clause", "Due", "Status", "Progress", "Rating")
    causes_wanted = "(To be written by the secretary; still empty.)"
    steps_wanted = "(To be written by the secretary; still empty.)"
    nothing_short = (
        "Checked item by item against the plan, everything due was done in time, every problem found was closed or "
        "referred, and nothing was found that falls short."
    )
    not_begun = "There are no records for this stage yet."
    roster_empty = "There is nobody on the roster yet."
    no_attendance = "No attendance has been recorded yet."
    draft = "(draft, not final)"
    outdated = "(records changed after this was made final; it has to be made final again)"

    def title(self, unit: str, phase: str) -> str:
        return f"{unit}: self-check summary of the {phase[:1].lower()}{phase[1:]}"

    def number(self, n: int, level: int) -> str:
        match level:
            case 1:
                return f"{roman(n)}. "
            case 2:
                return f"{n}. "
            case _:
                return f"({n}) "

    def day(self, day: date) -> str:
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

    def short_day(self, day: date, near: date) -> str:
        return f"{day.day} {MONTHS[day.month - 1]}" if day.year == near.year else self.day(day)

    def span(self, first: date, last: date, near: date) -> str:
        if first == last:
            return self.short_day(first, near)
        return f"{self.short_day(first, near)} to {self.short_day(last, near)}"

    def opening(self, issuer: str, plan: str, unit: str, phase: str, start: date, end: date, as_of: date) -> str:
        return (
            f"As required by “{plan}” ({issuer}), {unit} has checked itself item by item. This sums up its work in the "
            f"{phase[:1].lower()}{phase[1:]}, {self.day(start)} to {self.day(end)}. "
            f"All figures come from the records as of {self.day(as_of)}."
        )

    def roll(self, audience: Audience, members: int, probationary: int, leaders: int) -> str:
        match audience:
            case Audience.BRANCH:
                who = "The branch"
            case Audience.COMMITTEE:
                who = "The committee"
            case Audience.GROUP:
                who = "The group"
        said = f"{who} has {_some(members, 'member', 'members')}"
        said += f", {probationary} of them probationary" if probationary else ""
        return said + (f"; {_some(leaders, 'is a leader', 'are leaders')}." if leaders else ".")

    def moves(self, joined: int, left: int, exempt: int) -> str:
        said = f"{joined} joined during the phase. " if joined else ""
        said += f"{left} left during the phase. " if left else ""
        said += f"{_some(exempt, 'is', 'are')} exempt from some duty, with approval." if exempt else ""
        return said.rstrip()

    def tally(self, of: int, done: int, late: int, overdue: int) -> str:
        said = f"Of {_some(of, 'item', 'items')} that apply, {done} {'is' if done == 1 else 'are'} done"
        said += f" ({late} of them late)" if late else ""
        said += f", {overdue} {'is' if overdue == 1 else 'are'} overdue" if overdue else ""
        rest = of - done - overdue
        return said + (f", and {rest} {'is' if rest == 1 else 'are'} not yet due." if rest > 0 else ".")

    def attendance(
        self,
        sessions: int,
        should: int,
        present: int,
        made_up: int,
        rate: float | None,
        participation: float | None,
    ) -> str:
        held = f"Attendance was taken at {_some(sessions, 'session', 'sessions')}"
        if rate is None or participation is None:
            return f"{held}, with nobody who should have attended."
        return (
            f"{held}: {present} of {should} attendances, a rate of {_percent(rate)}; "
            f"with {made_up} made up, participation is {_percent(participation)}."
        )

    def deed(self, title: str, when: str, figures: Sequence[tuple[Count, int]], more: str) -> str:
        said = ", ".join(self.figure(count, value) for count, value in figures)
        head = f"{title} ({when})" if when else title
        return f"{head}: {'; '.join(part for part in (said, more) if part)}."

    def covered(self, have: int, need: int, unit: str) -> str:
        return f"{have} of {need} {unit} covered" if need else "nobody concerned"

    def unmet(self, title: str, missing: Sequence[str], due: date | None, today: date) -> str:
        lacks = "; ".join(missing)
        if due is None:
            return f"{title}: {lacks}."
        if due < today:
            days = _some((today - due).days, "day", "days")
            return f"{title} is overdue (due {self.short_day(due, today)}, {days} ago): {lacks}."
        return f"{title} is not done yet (due {self.short_day(due, today)}): {lacks}."

    def late(self, title: str, done: date, due: date) -> str:
        return f"{title} was done on {self.short_day(done, due)}, after {self.short_day(due, done)}."

    def problem(self, text: str, owner: str, deadline: date | None, first: date | None, overdue: bool) -> str:
        facts = [f"in charge: {owner}"] if owner else []
        facts += [f"deadline {self.short_day(deadline, first or deadline)}"] if deadline else []
        if first and deadline and first != deadline:
            facts.append(f"first {self.short_day(first, deadline)}")
        facts += ["overdue"] if overdue else []
        return f"Problem not closed: {text.rstrip('.。')}{' (' + ', '.join(facts) + ')' if facts else ''}."

    def warning(self, text: str) -> str:
        return f"{text[:1].upper()}{text[1:]}."

    def figure(self, count: Count, value: int) -> str:
        return of_table(_ONE if value == 1 else _MANY, count, value)

    def generated(self, text: str) -> str:
        return text
