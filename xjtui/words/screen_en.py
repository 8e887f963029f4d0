"""What the full screen says in English."""

from __future__ import annotations

from datetime import date, datetime

from xjtui.words.screen import ActWords, Acts, FormWords, GuideWords, RecordWords, ScreenWords
from xjtui.words.screen_more import EN as EN_MORE

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _moment(at: datetime) -> str:
    return f"{_day(at.date())} {at:%H:%M}"


def _s(count: int) -> str:
    return "" if count == 1 else "s"


_ACTS = Acts(
    back=ActWords("back", "back one level; nothing is lost"),
    help=ActWords("help", "what can be done here"),
    settings=ActWords("settings", "language, colours, keys"),
    quit=ActWords("quit", "leave the program; half-filled forms are kept as drafts"),
    menu=ActWords("menu", "the menu: members, problems, summary, undo, settings, quit ..."),
    fill_in=ActWords("fill in", "fill in the item under the cursor: opens the form that closes its gap, or asks which"),
    item_menu=ActWords("more", "all that can be done with this item: enter, records, explain, does not apply"),
    next_gap=ActWords("next gap", "go to the next thing that is really missing, and say why"),
    stages=ActWords("stages", "a digit goes to that stage; left and right go to its neighbours"),
    search=ActWords("search", "search items and records"),
    records=ActWords("records", "all records of this item"),
    roster=ActWords("members", "the roster of members"),
    problems=ActWords("problems", "the problem register"),
    look_back=ActWords("look back", "rate item by item how it went"),
    summary=ActWords("summary", "preview and export the self-check summary"),
    explain=ActWords("explain", "clause, rule, the records that count, and what is missing"),
    undo=ActWords("undo", "take back the last change; you see first what it is"),
    save=ActWords("save", "check and save this form"),
    next_field=ActWords("next", "to the next field; Shift+Tab to the one before"),
    drop_draft=ActWords("clear draft", "drop what is not saved and start again"),
    done=ActWords("done", "back to the form with this attendance"),
    all_present=ActWords("all present", "mark everybody present, then change the exceptions"),
    mark=ActWords("mark", "by digit: 1 present 2 late 3 official 4 sick 5 private leave 6 absent"),
    cycle=ActWords("next mark", "the next kind of mark"),
    filter=ActWords("filter", "filter by name"),
    open_record=ActWords("open", "view, edit or follow up this record"),
    void=ActWords("void", "void this record, saying why; it is kept"),
    restore=ActWords("restore", "bring a voided record back"),
)

_GUIDE = GuideWords(
    start=lambda title, why, lack: f"Start with “{title}”: {why}; {lack}",
    next=lambda title, why, lack: f"Next “{title}”: {why}; {lack}",
    nothing_missing="Everything is done; no gaps are left",
    saved=lambda title, progress, status: f"Saved: {title} {progress}, {status}",
    saved_only=lambda what: f"Saved: {what}",
    clause="Basis",
    inferred="inferred",
    inferred_due=" (date inferred)",
    missing="Missing",
    notes="Notes",
    records="Records",
    more_records=lambda n: f"{n} more; press r to see all",
    no_records="no records yet",
    next_step="Next",
    to_enter=lambda kind: f"enter a {kind}" if kind[:1] not in "aeiou" else f"enter an {kind}",
    to_edit=lambda kind: f"complete the {kind}",
    to_answer=lambda kind: f"enter the {kind}",
    to_waive="state that this does not apply here",
    not_applicable="not applicable",
    approved_by=lambda name: f"approved by {name}",
    how_to="How",
    draft_kept=lambda kind, at: f"there is an unfinished draft ({kind}, {_moment(at)})",
    go_to_item=lambda title: f"first: {title}",
    resume=lambda kind: f"continue the {kind}",
    what_now=lambda title: f"{title}: what now?",
    menu_title="Menu",
    derived="follows from the records of other items; nothing to enter",
    no_items="this unit has nothing to do",
    look_back="open the look-back and rate the items",
    summary="open the self-check summary",
    problems="open the problem register",
    records_of=lambda n: f"records ({n})",
    explain="explain: basis, rule, which records count",
    undo_title="Undo",
    undo_this=lambda what, who: f"undo: {what} ({who})",
    redo_this=lambda what, who: f"redo what was just undone: {what} ({who})",
    undone=lambda what: f"Undone: {what}",
    nothing_to_undo="there is nothing to undo",
    keep="no, go back",
    stage_of=lambda n, title: f"{n} {title}",
)

_FORM = FormWords(
    new=lambda kind: f"enter: {kind}",
    edit=lambda kind: f"edit: {kind}",
    follow=lambda kind, about: f"{kind} < {about}",
    save="Save",
    drop="Clear and start again",
    optional="optional",
    inferred="inferred",
    resumed=lambda at: f"Your draft of {_moment(at)} is back; just go on",
    faults=lambda n: f"{n} thing{_s(n)} to mend; the cursor is at the first",
    changed_meanwhile="Somebody has just changed this record; on saving you will see both versions",
    conflict_title="Somebody has just changed this record",
    conflict_text="Nothing you typed is lost. Where the two versions differ:",
    conflict_mine="save mine",
    conflict_theirs="drop mine, take what is stored",
    conflict_keep="do not save yet, let me look again",
    theirs=lambda label, value: f"stored {label}: {value}",
    mine=lambda label, value: f"mine {label}: {value}",
    draft_kept="What you typed is kept as a draft; open the form again to go on",
    draft_dropped="The draft is cleared",
    drop_title="Clear and start again?",
    drop_text="What is not saved will be gone for good.",
    keep_on="no, go on",
    press_enter="press Enter to open",
    filter="filter",
    filtering=lambda text, n: f"filter “{text}”: {n}",
    nobody_found="not on the roster; Tab goes on and keeps it as written",
    picked=lambda n: f"{n} chosen",
    as_typed=lambda text: f"as written: {text}",
    none_picked="none chosen",
    text_keys="Enter starts a new line; Enter on an empty line, or Tab, goes on",
    choice_keys="arrows move, Space or a digit chooses, Enter chooses and goes on",
    choices_keys="arrows move, Space or a digit ticks and unticks, several may be ticked, Enter goes on",
    pick_keys="type to filter, arrows go into the list, Enter chooses",
    picks_keys="type to filter, arrows go into the list, Space ticks and unticks, Enter goes on",
    assigned=lambda n, of: f"{n} of {of} items have a person",
    assign_title="A person for every item",
    assign_all="give all to ...",
    assign_who=lambda title: f"{title}: who?",
    nobody="nobody yet",
    not_taken="not taken yet",
    attendance_title=lambda day: f"attendance on {_day(day)}",
    should=lambda n: f"expected {n}",
    present=lambda n: f"present {n}",
    on_leave=lambda n: f"on leave {n}",
    absent=lambda n: f"absent {n}",
    unmarked=lambda n: f"unmarked {n}",
    rate=lambda percent: f"rate {percent:.0f}%",
    exempt=lambda names: f"exempt: {names}",
    everybody_present="Everybody is marked present; now change the exceptions",
    leave_title=lambda name, mark: f"{name}: {mark}",
    approver="approved by",
    reason="reason",
    approved="approved on",
    leave_hint="You may leave this empty for now; leave without an approver shows as a gap",
    nobody_on=lambda day: f"Nobody is on the roster on {_day(day)}; enter the members first",
    in_future="That day has not come yet; take attendance when it has",
    day_first="Enter the date first: it decides who should attend",
)

_RECORD = RecordWords(
    title=lambda item: f"records of {item}",
    none="No records yet. Esc goes back, Enter fills in",
    entered=lambda by, at: f"entered by {by}, {_moment(at)}",
    planned="planned",
    about=lambda what: f"follows up: {what}",
    edit="view and edit",
    follow=lambda kind: f"follow up: {kind}",
    void="void (say why)",
    restore="restore",
    void_title="Void this record",
    void_why="Why? The record is kept, but counts no more.",
    void_reason_needed="Please say why",
    voided="Voided; restore brings it back",
    restored="Restored",
    what_now="This record: what now?",
    view="view",
    explain_title=lambda title: f"explain: {title}",
    requirement="Requirement",
    rule_inferred="Inferred",
    counted=lambda n: f"{n} record{_s(n)} count" + ("s" if n == 1 else ""),
    counts_not=lambda n: f"{n} do not count" if n != 1 else "1 does not count",
    search_title="search",
    search_hint="type what you look for; arrows choose, Enter opens",
    found_items=lambda n: f"items {n}",
    found_records=lambda n: f"records {n}",
    nothing_found=lambda text: f"nothing found for “{text}”",
    more_found=lambda n: f"{n} more; type more letters",
)

EN = ScreenWords(
    app="Study campaign checklist",
    acts=_ACTS,
    guide=_GUIDE,
    form=_FORM,
    record=_RECORD,
    day_and_left=lambda day, days: (
        f"{_day(day)} " + (f"{days} day{_s(days)} left" if days > 0 else "last day" if days == 0 else "over")
    ),
    done_of=lambda done, of: f"done {done}/{of}",
    overdue_count=lambda n: f"overdue {n}",
    read_only="read only",
    read_only_why="the data can be read now, not changed",
    too_small="The window is too small: 60 columns by 16 lines at least",
    close="Enter or Esc closes",
    choose="arrows and Enter choose, Esc goes back",
    weekday=lambda day: _WEEKDAYS[day.weekday()],
    more=EN_MORE,
)
