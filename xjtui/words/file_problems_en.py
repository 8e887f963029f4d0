"""What is wrong in a plan file or in a row of a roster, in English, by code; Chinese: `file_problems`."""

from __future__ import annotations

from xjtui.words.errors import Facts, listed
from xjtui.words.file_problems import FileProblemWords


def _list(values: object) -> str:
    return listed(values, ", ")


_TYPES = {
    "string": "a string",
    "strings": "a list of strings",
    "number": "a whole number",
    "fraction": "a fraction",
    "flag": "true or false",
    "date": "a date",
    "moment": "a date with a time",
    "time": "a time",
    "list": "a list",
    "table": "a table",
    "tables": "a list of tables",
    "text": "a text in its languages",
    "rule": "a rule",
}


def _close(facts: Facts) -> str:
    if facts["nearest"]:
        return f"Did you mean “{facts['nearest']}”?"
    return f"Possible: {_list(facts['known'])}." if facts["known"] else "Please check."


def _outside(facts: Facts) -> str:
    day = f"{facts['day']} is" if facts["day"] else "The date is"
    return f"{day} not between {facts['start']} and {facts['end']}; please check."


def _at(line: int | None, place: str) -> str:
    return " ".join(part for part in (f"line {line}" if line else "", place) if part)


EN = FileProblemWords(
    at=_at,
    plan={
        "file_empty": lambda f: "The file is empty.",
        "file_large": lambda f: f"The file has more than {f['limit']} bytes, which is no plan.",
        "file_encoding": lambda f: (
            f"The file is not UTF-8{' but looks like ' + f['guess'] if f['guess'] else ''}; save it as UTF-8."
        ),
        "file_syntax": lambda f: (
            f"Not TOML{' (column ' + str(f['column']) + ')' if f['column'] else ''}: {f['detail']}."
        ),
        "file_nesting": lambda f: "Nested too deeply; make it simpler.",
        "format_unknown": lambda f: f"Format {f['found']} is not known; possible: {_list(f['known'])}.",
        "key_unknown": lambda f: f"The key “{f['key']}” means nothing here. {_close(f)}",
        "key_missing": lambda f: f"“{f['key']}” is missing; add it.",
        "key_form": lambda f: f"“{f['value']}” is written wrongly: small letters, digits, dots, hyphens, underscores.",
        "key_reserved": lambda f: f"“{f['value']}” is kept for other use; take another name.",
        "type_wrong": lambda f: (
            f"“{f['key']}” should be {_TYPES.get(f['expected'], f['expected'])}, "
            f"and is {_TYPES.get(f['found'], f['found'])}."
        ),
        "duplicate": lambda f: f"“{f['value']}” is given twice; take one out.",
        "list_empty": lambda f: f"“{f['key']}” is empty; it needs one entry at least.",
        "number_low": lambda f: f"“{f['key']}” is {f['found']}; {f['least']} is the least.",
        "number_high": lambda f: f"“{f['key']}” is {f['found']}; {f['most']} is the most.",
        "language_form": lambda f: f"“{f['value']}” is no language code; write zh, en and the like.",
        "language_unknown": lambda f: f"The plan does not declare the language “{f['language']}”. {_close(f)}",
        "text_missing": lambda f: f"The text in “{f['language']}” is missing; add it.",
        "text_empty": lambda f: f"The text in “{f['language']}” is empty; fill it in.",
        "text_control": lambda f: (
            f"The text in “{f['language']}” has a control character or a line break ({f['character']}); take it out."
        ),
        "text_wide": lambda f: (
            f"The text in “{f['language']}” takes {f['cells']} cells, more than {f['limit']}, and will be cut."
        ),
        "audience_unknown": lambda f: f"There is no audience “{f['audience']}”. {_close(f)}",
        "rule_unknown": lambda f: f"There is no rule “{f['rule']}”. {_close(f)}",
        "stage_unknown": lambda f: f"There is no stage “{f['stage']}”. {_close(f)}",
        "item_unknown": lambda f: f"There is no item “{f['item']}”. {_close(f)}",
        "kind_unknown": lambda f: f"There is no kind of unit “{f['kind']}”. {_close(f)}",
        "choice_unknown": lambda f: f"“{f['key']}” cannot be “{f['value']}”. {_close(f)}",
        "reference_self": lambda f: f"Item “{f['item']}” refers to itself; name another.",
        "replaces_present": lambda f: f"Item “{f['item']}” is replaced and still there; take one out.",
        "count_over_options": lambda f: f"{f['count']} are asked for, and there are {f['options']} to choose from.",
        "advised_below": lambda f: f"{f['advised']} are advised, fewer than the {f['count']} required.",
        "applies_empty": lambda f: "The condition is empty; name kinds of units, or take it out.",
        "kinds_overlap": lambda f: f"In both lists: {_list(f['kinds'])}; take them out of one.",
        "date_bad": lambda f: f"“{f['value']}” is no date. Write 2009-04-15, without quotes.",
        "date_outside": _outside,
        "date_conflict": lambda f: f"These exclude each other: {_list(f['keys'])}.",
        "date_cycle": lambda f: f"These dates refer to each other in a circle: {_list(f['items'])}.",
        "date_without_day": lambda f: f"Item “{f['item']}” has no fixed day to count from.",
        "date_after_due": lambda f: f"{f['day']} is later than the item's own due day, {f['due']}.",
        "end_before_start": lambda f: f"The end, {f['end']}, is before the start, {f['start']}.",
        "rule_audience": lambda f: f"This rule is made for groups, and binds: {_list(f['who'])}.",
        "stage_unused": lambda f: f"Stage “{f['stage']}” has no items.",
        "inferred_unexplained": lambda f: "Marked as inferred, without saying what is (inferred).",
        "inferred_unmarked": lambda f: 'Says what is inferred, without the mark (basis = "inferred").',
    },
    row={
        "name_missing": lambda f: "There is no name.",
        "name_needs_id": lambda f: (
            f"“{f['name']}” stands in lines {_list(f['lines'])}; tell them apart by a column “id”."
        ),
        "id_malformed": lambda f: f"“{f['raw']}” cannot be an id; use letters, digits and hyphens.",
        "id_twice": lambda f: f"The id “{f['id']}” stands in line {f['other']} already.",
        "standing_unknown": lambda f: f"“{f['raw']}” is not known; write full, probationary or applicant.",
        "leader_unknown": lambda f: f"“{f['raw']}” is not known; whether somebody leads is yes or no.",
        "date_unreadable": lambda f: f"“{f['raw']}” is no date; write it like 2009-04-15.",
        "date_no_year": lambda f: f"The date “{f['raw']}” has no year.",
        "date_no_day": lambda f: f"The date “{f['raw']}” has no day.",
        "date_implausible": lambda f: f"The date “{f['raw']}” is not likely; {f['first']} to {f['last']} is taken.",
        "left_before_joined": lambda f: f"Left on {f['left']}, before joining on {f['joined']}.",
        "scope_unknown": lambda f: f"“{f['raw']}” is not known; write all, lecture or attendance.",
        "scope_missing": lambda f: "An exemption without saying what from.",
        "reason_missing": lambda f: "An exemption without a reason.",
        "since_missing": lambda f: "An exemption without a first day.",
        "until_before_since": lambda f: f"The exemption ends on {f['until']}, before it begins on {f['since']}.",
        "too_long": lambda f: f"{f['length']} characters, at most {f['limit']} are possible.",
        "cell_error": lambda f: f"The cell shows {f['raw']}: a formula in the file is wrong.",
    },
)
