"""What the full screen says: the types. Chinese stands in `screen_zh`, English in `screen_en`; terms and facts elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from xjtui.domain.attendance import Mark
from xjtui.words.screen_more import MoreScreenWords


@dataclass(frozen=True, slots=True)
class ActWords:
    """An action in the footer and menus (`label`), and in the help (`help`)."""

    label: str
    help: str


@dataclass(frozen=True, slots=True)
class Acts:
    """The actions of guide, forms, grid, records and search, and those of every screen."""

    back: ActWords
    help: ActWords
    settings: ActWords
    quit: ActWords
    menu: ActWords
    fill_in: ActWords
    item_menu: ActWords
    next_gap: ActWords
    stages: ActWords
    search: ActWords
    records: ActWords
    roster: ActWords
    problems: ActWords
    look_back: ActWords
    summary: ActWords
    explain: ActWords
    undo: ActWords
    save: ActWords
    next_field: ActWords
    drop_draft: ActWords
    done: ActWords
    all_present: ActWords
    mark: ActWords
    cycle: ActWords
    filter: ActWords
    open_record: ActWords
    void: ActWords
    restore: ActWords


@dataclass(frozen=True, slots=True)
class GuideWords:
    """The guide and the panel about one item."""

    start: Callable[[str, str, str], str]
    next: Callable[[str, str, str], str]
    nothing_missing: str
    saved: Callable[[str, str, str], str]
    saved_only: Callable[[str], str]
    clause: str
    inferred: str
    inferred_due: str
    missing: str
    notes: str
    records: str
    more_records: Callable[[int], str]
    no_records: str
    next_step: str
    to_enter: Callable[[str], str]
    to_edit: Callable[[str], str]
    to_answer: Callable[[str], str]
    to_waive: str
    not_applicable: str
    approved_by: Callable[[str], str]
    how_to: str
    draft_kept: Callable[[str, datetime], str]
    go_to_item: Callable[[str], str]
    resume: Callable[[str], str]
    what_now: Callable[[str], str]
    menu_title: str
    derived: str
    no_items: str
    look_back: str
    summary: str
    problems: str
    records_of: Callable[[int], str]
    explain: str
    undo_title: str
    undo_this: Callable[[str, str], str]
    redo_this: Callable[[str, str], str]
    undone: Callable[[str], str]
    nothing_to_undo: str
    keep: str
    stage_of: Callable[[int, str], str]


@dataclass(frozen=True, slots=True)
class FormWords:
    """The entry form, its pickers, and the attendance grid."""

    new: Callable[[str], str]
    edit: Callable[[str], str]
    follow: Callable[[str, str], str]
    save: str
    drop: str
    optional: str
    inferred: str
    resumed: Callable[[datetime], str]
    faults: Callable[[int], str]
    changed_meanwhile: str
    conflict_title: str
    conflict_text: str
    conflict_mine: str
    conflict_theirs: str
    conflict_keep: str
    theirs: Callable[[str, str], str]
    mine: Callable[[str, str], str]
    draft_kept: str
    draft_dropped: str
    drop_title: str
    drop_text: str
    keep_on: str
    press_enter: str
    filter: str
    filtering: Callable[[str, int], str]
    nobody_found: str
    picked: Callable[[int], str]
    as_typed: Callable[[str], str]
    none_picked: str
    text_keys: str
    choice_keys: str
    choices_keys: str
    pick_keys: str
    picks_keys: str
    assigned: Callable[[int, int], str]
    assign_title: str
    assign_all: str
    assign_who: Callable[[str], str]
    nobody: str
    not_taken: str
    attendance_title: Callable[[date], str]
    should: Callable[[int], str]
    present: Callable[[int], str]
    on_leave: Callable[[int], str]
    absent: Callable[[int], str]
    unmarked: Callable[[int], str]
    rate: Callable[[float], str]
    exempt: Callable[[str], str]
    others_present: str
    attendance_help: str
    leave_title: Callable[[str, str], str]
    approver: str
    reason: str
    approved: str
    approved_unclear: str
    rest_as: Callable[[int, str], str]
    rest_back: str
    mark_short: Mapping[Mark, str]
    leave_hint: str
    nobody_on: Callable[[date], str]
    in_future: str
    day_first: str


@dataclass(frozen=True, slots=True)
class RecordWords:
    """Records of an item, the explanation, the search."""

    title: Callable[[str], str]
    none: str
    entered: Callable[[str, datetime], str]
    planned: str
    about: Callable[[str], str]
    edit: str
    follow: Callable[[str], str]
    void: str
    restore: str
    void_title: str
    void_why: str
    void_reason_needed: str
    voided: str
    restored: str
    what_now: str
    view: str
    explain_title: Callable[[str], str]
    requirement: str
    rule_inferred: str
    counted: Callable[[int], str]
    counts_not: Callable[[int], str]
    search_title: str
    search_hint: str
    found_items: Callable[[int], str]
    found_records: Callable[[int], str]
    nothing_found: Callable[[str], str]
    more_found: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class ScreenWords:
    """One language's wording."""

    app: str
    acts: Acts
    guide: GuideWords
    form: FormWords
    record: RecordWords
    day_and_left: Callable[[date, int], str]
    done_of: Callable[[int, int], str]
    overdue_count: Callable[[int], str]
    read_only: str
    read_only_why: str
    too_small: str
    close: str
    choose: str
    weekday: Callable[[date], str]
    more: MoreScreenWords


from xjtui.words.screen_en import EN  # noqa: E402
from xjtui.words.screen_zh import ZH  # noqa: E402

__all__ = ["EN", "ZH", "ActWords", "Acts", "FormWords", "GuideWords", "RecordWords", "ScreenWords"]
