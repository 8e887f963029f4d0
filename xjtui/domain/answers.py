"""From what a person typed to a value, and back: dates in many spellings, names, attendance exceptions. No wording."""

from __future__ import annotations

import contextlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, assert_never

from xjtui.domain.attendance import Mark
from xjtui.domain.fields import Choice, Fault, FaultCode, Field, FieldKind, Lexicon
from xjtui.domain.people import Member, bare
from xjtui.domain.situation import Situation

Value = Any
"""A parsed answer: str, int, bool, date, list of keys, or a mapping; None where nothing was answered."""

_DATE = re.compile(r"(?:(\d{4})\s*[-./年]\s*)?(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TIME = re.compile(r"(\d{1,2})\s*[:.点时]\s*(\d{1,2})?\s*分?")
_LISTED = re.compile(r"[,，、;；\n]+")
_SPLIT = re.compile(r"[,，、;；/\s]+")
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


@dataclass(frozen=True, slots=True)
class Reading:
    """What answers are read against: the unit's situation, and the words a person may use for built-in choices."""

    situation: Situation
    lexicon: Lexicon

    def word(self, group: str, raw: str) -> str | None:
        """The key a word stands for in a group, None where it stands for nothing."""
        return self.lexicon.get(group, {}).get(raw.casefold())


def clean(raw: str) -> str:
    """Without control and invisible characters and outer blanks; line feeds stay."""
    kept = (c for c in raw.replace("\r\n", "\n") if c in _KEPT or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return "".join(kept).strip()


_KEPT = frozenset("\n\t\u200c\u200d")
"""Joiners belong to some scripts; the other invisible signs come from pasting, and make equal names differ."""


def narrow(raw: str) -> str:
    """Full-width letters, digits and signs as their plain forms."""
    return unicodedata.normalize("NFKC", raw).strip()


def read(field: Field, raw: str, reading: Reading, day: date | None = None) -> Value | Fault:
    """The value of one answer, None for an empty one, or what is wrong with it. `day` is the deed's date, for rosters."""
    text = clean(raw)
    if not text:
        return None
    match field.kind:
        case FieldKind.LINE | FieldKind.TEXT | FieldKind.PERSON:
            if field.kind is not FieldKind.TEXT:
                text = " ".join(text.split())
            if len(text) > field.limit:
                return Fault(field.key, FaultCode.TOO_LONG, {"limit": field.limit, "length": len(text)})
            return _known_person(field, text) if field.kind is FieldKind.PERSON else text
        case FieldKind.DAY:
            return read_day(field, text, reading)
        case FieldKind.TIME:
            return _time(field, text)
        case FieldKind.NUMBER:
            return _number(field, text)
        case FieldKind.YES:
            return _yes(field, text, reading)
        case FieldKind.CHOICE:
            return _choice(field, text, reading)
        case FieldKind.CHOICES:
            return _several(field, text, lambda one: _choice(field, one, reading))
        case FieldKind.MEMBER:
            return find_member(field.key, text, reading.situation.members)
        case FieldKind.MEMBERS:
            members = reading.situation.members
            return _several(field, text, lambda one: find_member(field.key, one, members))
        case FieldKind.ATTENDANCE:
            return _attendance(field, text, reading, day or reading.situation.today)
        case FieldKind.PAIRS:
            return _pairs(field, text)
        case FieldKind.ASSIGNMENTS:
            return _assignments(field, text, reading)
        case other:
            assert_never(other)


def read_day(field: Field, raw: str, reading: Reading) -> date | Fault:
    """A date in any usual spelling; without a year it is the phase's year that fits, else this year."""
    text = narrow(raw)
    today = reading.situation.today
    match reading.word("day", text) or text.casefold():
        case "today":
            return today
        case "yesterday":
            return today - timedelta(days=1)
        case _:
            pass
    text = _chinese_date(text)
    found = _COMPACT.fullmatch(text) or _DATE.fullmatch(text)
    if found is None:
        return Fault(field.key, FaultCode.NOT_A_DAY, {"raw": raw})
    year, month, day = found.groups()
    plan = reading.situation.plan
    try:
        if year is not None:
            return date(int(year), int(month), int(day))
        for candidate in (plan.start.year, plan.end.year):
            with contextlib.suppress(ValueError):  # 29 February is not in every year
                guess = date(candidate, int(month), int(day))
                if plan.start <= guess <= plan.end:
                    return guess
        return date(today.year, int(month), int(day))
    except ValueError:
        return Fault(field.key, FaultCode.NOT_A_DAY, {"raw": raw})


def _chinese_date(text: str) -> str:
    """二○○九年四月十五日 → 2009年4月15日; Arabic dates pass unchanged."""

    def numeral(part: str) -> str:
        if "十" not in part:
            return part.translate(_CHINESE_DIGITS)
        tens, _, ones = part.partition("十")
        high = tens.translate(_CHINESE_DIGITS) or "1"
        low = ones.translate(_CHINESE_DIGITS) or "0"
        return high + low

    return re.sub(r"[〇○零一二三四五六七八九十]+", lambda match: numeral(match.group()), text)


def _time(field: Field, raw: str) -> str | Fault:
    found = _TIME.fullmatch(narrow(raw))
    if found is None:
        return Fault(field.key, FaultCode.NOT_A_TIME, {"raw": raw})
    hour, minute = int(found.group(1)), int(found.group(2) or 0)
    if hour > 23 or minute > 59:
        return Fault(field.key, FaultCode.NOT_A_TIME, {"raw": raw})
    return f"{hour:02}:{minute:02}"


def _number(field: Field, raw: str) -> int | Fault:
    text = narrow(raw)
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        return Fault(field.key, FaultCode.NOT_A_NUMBER, {"raw": raw})
    number = int(text)
    if number < field.minimum:
        return Fault(field.key, FaultCode.TOO_SMALL, {"minimum": field.minimum})
    if number > max(field.limit, 100_000):
        return Fault(field.key, FaultCode.TOO_LARGE, {"limit": max(field.limit, 100_000)})
    return number


def _yes(field: Field, raw: str, reading: Reading) -> bool | Fault:
    match reading.word("yes", narrow(raw)) or narrow(raw).casefold():
        case "yes" | "true" | "1":
            return True
        case "no" | "false" | "0":
            return False
        case _:
            return Fault(field.key, FaultCode.NOT_YES_NO, {"raw": raw})


def _spellings(choice: Choice) -> tuple[str, ...]:
    if choice.text is None:
        return ()
    texts = (choice.text,) if isinstance(choice.text, str) else tuple(choice.text.by_language.values())
    return tuple(dict.fromkeys(form for text in texts for form in (text.casefold(), narrow(text).casefold())))


def _choice(field: Field, raw: str, reading: Reading) -> str | Fault:
    """By key, by any language's label, or by its number as shown (from 1)."""
    keys = [choice.key for choice in field.choices]
    if raw in keys:
        return raw
    text = narrow(raw).casefold()
    for choice in field.choices:
        if text in (choice.key.casefold(), *_spellings(choice)) or raw.casefold() in _spellings(choice):
            return choice.key
    word = reading.word(field.group, text) if field.group else None
    if word in keys:
        return word
    if text.isascii() and text.isdigit() and 1 <= int(text) <= len(keys):
        return keys[int(text) - 1]
    return Fault(field.key, FaultCode.NOT_A_CHOICE, {"raw": raw, "choices": field.choices, "group": field.group})


def _several(field: Field, raw: str, one: Any) -> list[str] | Fault:
    parts = _json(raw, list)
    if parts is not None:
        ways = [[str(part) for part in parts]]
    else:
        # A label or a name may hold a blank itself, so the plain separators go first.
        ways = [[part.strip() for part in split.split(raw) if part.strip()] for split in (_LISTED, _SPLIT)]
    fault = Fault(field.key, FaultCode.REQUIRED)
    for names in ways:
        found: dict[str, None] = {}
        for name in names:
            value = one(name)
            if isinstance(value, Fault):
                fault = value
                break
            found[value] = None
        else:
            if found:
                return list(found)
    return fault


def _known_person(field: Field, name: str) -> str:
    """The choice's key where exactly one choice bears the name, else the name as written: outsiders are allowed."""
    by_key = [choice.key for choice in field.choices if choice.key == name]
    named = by_key or [
        choice.key for choice in field.choices if isinstance(choice.text, str) and bare(choice.text) == bare(name)
    ]
    return named[0] if len(named) == 1 else name


def find_member(field: str, raw: str, members: tuple[Member, ...]) -> str | Fault:
    """A member's id from an id or a name; a name that two members bear must be given by id."""
    present = [member for member in members if member.removed is None]
    for member in present:
        if member.id == raw:
            return member.id
    name = bare(raw)
    named = [member for member in present if bare(member.name) == name]
    if len(named) > 1:
        return Fault(field, FaultCode.AMBIGUOUS, {"raw": raw, "ids": tuple(member.id for member in named)})
    if not named:
        return Fault(field, FaultCode.NOT_A_MEMBER, {"raw": raw})
    return named[0].id


def _json(raw: str, kind: type) -> Any:
    """The JSON value where the raw answer is one of that kind, else None."""
    if not raw.startswith(("{", "[")):
        return None
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, kind) else None


def _attendance(field: Field, raw: str, reading: Reading, day: date) -> dict[str, dict[str, str]] | Fault:
    """The marks that differ from «present», by member id; the field's choices are a roster frozen before, if any.

    Written as JSON by screens, or by a person as `name mark [approver] [reason]`, one after each `;` or line,
    or one word for «all present».
    """
    if _means_all(raw, reading):
        return {}
    frozen = {choice.key for choice in field.choices}
    rows = _json(raw, dict)
    if rows is None:
        rows = {}
        for part in re.split(r"[;；\n]+", raw):
            for words in _persons(part, reading):
                entry = dict(zip(("mark", "approver"), words[1:3], strict=False))
                rows[words[0]] = {"mark": "", **entry, "reason": " ".join(words[3:])}
    marks: dict[str, dict[str, str]] = {}
    for name, entry in rows.items():
        member = str(name) if str(name) in frozen else find_member(field.key, str(name), reading.situation.members)
        if isinstance(member, Fault):
            return member
        person = reading.situation.member(member)
        if member not in frozen and (person is None or not person.current(day)):
            return Fault(field.key, FaultCode.NOT_ON_ROSTER, {"raw": str(name), "day": day})
        given = dict(entry) if isinstance(entry, Mapping) else {"mark": str(entry)}
        word = str(given.get("mark", ""))
        mark = reading.word("mark", narrow(word)) or word
        if mark not in Mark.__members__.values():
            return Fault(field.key, FaultCode.MARK_UNKNOWN, {"raw": word, "name": str(name)})
        kept = {key: clean(str(value)) for key, value in given.items() if key in _LEAVE_KEYS and value}
        for key in ("applied", "approved"):
            if key in kept:
                found = read_day(field, kept[key], reading)
                if isinstance(found, Fault):
                    return found
                kept[key] = found.isoformat()
        if mark != Mark.PRESENT:
            marks[member] = {"mark": str(mark), **kept}
    return marks


def _means_all(raw: str, reading: Reading) -> bool:
    return (reading.word("all", narrow(raw)) or narrow(raw).casefold()) == "all"


def _persons(part: str, reading: Reading) -> list[list[str]]:
    """The words about each person in `part`, the name first, blanks in it left out.

    Commas part words; but where a person and a mark follow each one, as in «甲一 病假，甲二 缺席», they part persons.
    """
    chunks = [words for chunk in re.split(r"[,，、]+", part) if (words := _words(chunk, reading))]
    if len(chunks) > 1 and all(len(words) > 1 and _is_member(words[0], reading) for words in chunks):
        return chunks
    words = _words(re.sub(r"[,，]+", " ", part), reading)
    return [words] if words else []


def _words(text: str, reading: Reading) -> list[str]:
    # 甲一=病假 is the same as 甲一 病假.
    words = re.sub(r"[=＝:：]", " ", text, count=1).split()
    for n in range(len(words) - 1, 1, -1):
        if _is_member("".join(words[:n]), reading):
            return ["".join(words[:n]), *words[n:]]
    return words


def _is_member(name: str, reading: Reading) -> bool:
    return not isinstance(find_member("", name, reading.situation.members), Fault)


_LEAVE_KEYS = ("approver", "reason", "applied", "approved")


def _pairs(field: Field, raw: str) -> list[list[str]] | Fault:
    """Question and answer, one pair a line, parted by `|`; a question alone is not answered yet."""
    rows = _json(raw, list)
    if rows is None:
        rows = [re.split(r"[|｜]", line, maxsplit=1) for line in raw.splitlines() if line.strip()]
    pairs = []
    for row in rows:
        if not isinstance(row, list) or not 1 <= len(row) <= 2 or not str(row[0]).strip():
            return Fault(field.key, FaultCode.PAIR_UNCLEAR, {"raw": str(row)})
        pairs.append([clean(str(row[0])), clean(str(row[1])) if len(row) == 2 else ""])
    return pairs


def _assignments(field: Field, raw: str, reading: Reading) -> dict[str, str] | Fault:
    """Item → member; `all=NAME` gives every item that is not named another way to one person."""
    rows = _json(raw, dict)
    if rows is None:
        rows = {}
        for part in re.split(r"[;；\n]+", raw):
            if part.strip():
                key, sign, name = re.sub(r"[＝:：]", "=", part).partition("=")
                if not sign:
                    return Fault(field.key, FaultCode.ASSIGNMENT_UNCLEAR, {"raw": part.strip()})
                rows[key.strip()] = name.strip()
    keys = {choice.key for choice in field.choices}
    found: dict[str, str] = {}
    for key, name in rows.items():
        if not str(name).strip():
            continue
        member = find_member(field.key, str(name), reading.situation.members)
        if isinstance(member, Fault):
            return member
        if _means_all(str(key), reading):
            found = {**dict.fromkeys(sorted(keys), member), **found}
            continue
        chosen = _choice(field, str(key), reading)
        if isinstance(chosen, Fault):
            return chosen
        found[chosen] = member
    return found or Fault(field.key, FaultCode.REQUIRED)


def raw_of(value: Value) -> str:
    """The raw answer that reads back as `value`; '' for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False) if value else ("all" if isinstance(value, dict) else "")
    return str(value)
