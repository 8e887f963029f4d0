"""A secretary who only ever does what the guide says: takes the next gap, fills in what is asked, saves, repeats."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from tests.builders import LEXICON, at
from xjtui.domain.answers import Reading
from xjtui.domain.entry import Entry, answer, finish
from xjtui.domain.fields import Field, FieldKind, Lexicon
from xjtui.domain.guide import Action, Gap, next_gap, open_entry
from xjtui.domain.records import Kind, Record
from xjtui.domain.sheet import Sheet, evaluate
from xjtui.domain.situation import Situation
from xjtui.domain.states import Lack

LABELS = {Lack.PARTS: "parts.", Lack.ATTENDANCE: "attendance", Lack.ASSIGNEES: "assignments"}


class Stuck(AssertionError):
    """The guide asked for something that could not be done, or doing it changed nothing."""


class Robot:
    """`diligent` fills in every field it is asked, else only the required ones and those that the gap names."""

    def __init__(
        self,
        situation: Situation,
        seed: int = 0,
        diligent: bool = False,
        lexicon: Lexicon = LEXICON,
        misses: bool = True,
    ) -> None:
        self.sheet: Sheet = evaluate(situation)
        self.random = Random(seed)
        self.diligent = diligent
        self.lexicon = lexicon
        self.misses = misses
        self.made = 0
        self.told: list[str] = []

    @property
    def situation(self) -> Situation:
        return self.sheet.situation

    def move_to(self, today: date) -> None:
        """Another day comes."""
        self.sheet = evaluate(replace(self.situation, today=today))

    def walk(self, most: int = 200) -> None:
        """Follows the guide until nothing is left that can be done now."""
        for _ in range(most):
            gap = next_gap(self.sheet)
            if gap is None or gap.action is None:
                return
            self.close(gap)
        raise Stuck(f"after {most} steps still: {self.open_items()}\n" + "\n".join(self.told[-12:]))

    def walk_on(self, days: int = 3) -> None:
        """Follows the guide, and comes back the next days for what has to wait, as make-ups do."""
        self.walk()
        for _ in range(days):
            if self.open_items():
                self.move_to(self.situation.today + timedelta(days=1))
                self.walk()

    def open_items(self) -> list[str]:
        return [state.item.key for state in self.sheet.states if state.applicable and not state.satisfied]

    def close(self, gap: Gap) -> Record:
        """Carries out a gap's action; Stuck where it makes no record, or where nothing is nearer to being done."""
        action = gap.action
        assert action is not None
        before = self._stand(gap.state.item.key)
        made = self.carry_out(action, gap)
        after = self._stand(gap.state.item.key)
        self.told.append(f"{gap.state.item.key}: {gap.missing.what} → {action.kind} → {after[0]}")
        if before == after:
            raise Stuck(f"{action} changed nothing: {gap.missing}\n" + "\n".join(self.told[-6:]))
        return made

    def _stand(self, key: str) -> tuple[object, ...]:
        state = self.sheet.state(key)
        assert state is not None
        gap = next((gap for gap in [next_gap(self.sheet)] if gap and gap.state.item.key == key), None)
        return (state.status, state.judgement.have, state.judgement.missing, gap.action if gap else None)

    def carry_out(self, action: Action, gap: Gap | None = None) -> Record:
        entry = self.fill(open_entry(self.sheet, action), gap)
        self.made += 1
        made = finish(entry, Reading(self.situation, self.lexicon), f"x{self.made:04}", "书记", self._now())
        if isinstance(made, tuple):
            raise Stuck(f"{action}: {made} from {dict(entry.answers)}")
        self.save(made)
        return made

    def save(self, made: Record) -> None:
        known = {record.id: record for record in self.situation.records}
        known[made.id] = replace(made, revision=made.revision + 1)
        self.sheet = evaluate(replace(self.situation, records=tuple(known.values())))

    def _now(self) -> datetime:
        return at(self.situation.today, f"{8 + self.made // 60 % 12:02}:{self.made % 60:02}")

    # -- filling in ------------------------------------------------------------------------------------------------

    def fill(self, entry: Entry, gap: Gap | None) -> Entry:
        done: set[str] = set()
        while todo := [field for field in entry.asked() if field.key not in done]:
            field = todo[0]
            done.add(field.key)
            named = self._named(field, gap)
            if not named and entry.raw(field).strip():
                if not field.required and field.key not in entry.answers and self.random.random() < 0.3:
                    entry = entry.put(field.key, "")  # somebody wipes out what the program proposed
                continue
            if named or field.required or self.diligent:
                raw = self._raw(entry, field, gap)
                answered = answer(entry, field.key, raw, Reading(self.situation, self.lexicon))
                if answered.fault is not None:
                    raise Stuck(f"{entry.form.kind} {field.key}: {raw!r} → {answered.fault}")
                entry = answered.entry
        return entry

    def _named(self, field: Field, gap: Gap | None) -> bool:
        """Whether the gap asks for this field, so that a person would look at it even though it is filled."""
        if gap is None:
            return False
        match gap.missing.what:
            case Lack.PARTS | Lack.ATTENDANCE | Lack.ASSIGNEES:
                return field.key.startswith(LABELS[gap.missing.what])
            case Lack.LEAVE_APPROVER:
                return field.key == "attendance"
            case Lack.ANSWERS | Lack.UNANSWERED:
                return field.key == "questions"
            case Lack.FINISH:
                return field.key == "final"
            case Lack.RIGHT_DAY:
                return field.key == "day"
            case Lack.FIELDS:
                return field.key in gap.missing.fields
            case _:
                return False

    def _raw(self, entry: Entry, field: Field, gap: Gap | None) -> str:
        situation = self.situation
        if field.key == "day" and gap is not None and gap.missing.day is not None:
            return gap.missing.day.isoformat()
        match field.kind:
            case FieldKind.DAY:
                ahead = max(situation.plan.end, situation.today + timedelta(days=7))
                return (ahead if field.key == "deadline" else situation.today).isoformat()
            case FieldKind.TIME:
                return "15:30"
            case FieldKind.NUMBER:
                return str(max(field.minimum, 5))
            case FieldKind.YES:
                return "是"
            case FieldKind.CHOICE:
                return self._choice(entry, field)
            case FieldKind.CHOICES:
                return ",".join(choice.key for choice in field.choices)
            case FieldKind.MEMBER:
                return field.choices[0].key
            case FieldKind.MEMBERS:
                return ",".join(choice.key for choice in field.choices)
            case FieldKind.PERSON:
                return self._person(entry, field)
            case FieldKind.ATTENDANCE:
                return self._attendance(entry, field)
            case FieldKind.PAIRS:
                return "什么时候改好?|月底以前\n谁来管?|书记"
            case FieldKind.ASSIGNMENTS:
                return f"all={situation.everyone()[0].id}"
            case _:
                return f"{field.key}第{self.made}条"

    def _choice(self, entry: Entry, field: Field) -> str:
        """The step that settles a case; elsewhere one that was used least, as somebody does who looks at the list."""
        keys = [choice.key for choice in field.choices]
        if entry.form.kind is Kind.STEP:
            return "close"
        entered = self.situation.under(entry.form.item)
        used = Counter(record.text(field.key) for record in entered)
        fewest = min(used[key] for key in keys)
        return self.random.choice([key for key in keys if used[key] == fewest])

    def _person(self, entry: Entry, field: Field) -> str:
        """Somebody else than the one concerned."""
        case = self.situation.record(entry.form.about) if entry.form.about else None
        absentee = entry.form.field("member")
        concerned = {entry.raw(absentee)} if absentee is not None else set()
        if case is not None:
            concerned.add(case.text("owner"))
        others = [m for m in self.situation.everyone() if m.id not in concerned]
        return self.random.choice(others).name if others else "局办公室老师"

    def _attendance(self, entry: Entry, field: Field) -> str:
        """Somebody is always missing; in the first go leave is noted without its approver."""
        raw = entry.raw(field)
        if raw.startswith("{"):
            marks = json.loads(raw)
            approved = {who: {**mark, "approver": "局办公室"} for who, mark in marks.items()}
            return json.dumps(approved, ensure_ascii=False)
        everyone = self.situation.everyone()
        if not self.misses or len(everyone) < 3:
            return "全到"
        sick, gone = self.random.sample(list(everyone)[1:], 2)
        return f"{sick.name} 病假; {gone.name} 缺席"
