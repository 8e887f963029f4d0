"""Every error of store, plans, rosters, settings and desk in English; the Chinese ones stand in `errors`."""

from __future__ import annotations

from xjtui.words.errors import ErrorWords, Facts, listed


def _list(values: object) -> str:
    return listed(values, ", ")


def _near(facts: Facts, otherwise: str) -> str:
    return f"Did you mean {_list(facts['near'])}?" if facts["near"] else otherwise


def _because(facts: Facts) -> str:
    return f" ({facts['reason']})" if facts["reason"] else ""


def _of(facts: Facts) -> str:
    return f" of “{facts['id']}”" if facts["id"] else ""


_NOTHING_CHANGED = "Nothing was saved and the data are as they were."

EN = ErrorWords(
    unknown=lambda code, facts: f"Something unforeseen happened ({code}) {facts}".rstrip(),
    say={
        "language_unknown": lambda f: f"There is no language “{f['language']}”; choose from {_list(f['known'])}.",
        # desk
        "unit_unknown": lambda f: f"There is no unit “{f['id']}”. {_near(f, '“xjtui unit list” lists them all.')}",
        "unit_ambiguous": lambda f: f"Several units are called “{f['name']}”; give the id: {_list(f['ids'])}.",
        "item_unknown": lambda f: (
            f"There is no item “{f['item']}”. {_near(f, 'The items of this unit: ' + _list(f['known']) + '.')}"
        ),
        "plan_changed": lambda f: (
            f"The file of plan “{f['id']}”, version {f['version']}, is not the one this unit was pinned to. "
            "Bring the file back, or move the unit on with “xjtui plan migrate”."
        ),
        "void_reason": lambda f: "A record is voided with a reason; please give one.",
        "already_voided": lambda f: "This record is voided already.",
        "not_voided": lambda f: "This record is not voided, so there is nothing to restore.",
        "record_unknown": lambda f: f"There is no record “{f['id']}”; please look again.",
        "member_unknown": lambda f: f"“{f['name']}” is not on the roster; check the name.",
        "draft_orphaned": lambda f: (
            "The record this draft follows up is gone, so it cannot be continued. "
            "Its text is still there: copy it into a new entry."
        ),
        # store: what cannot be asked for
        "unit_id_bad": lambda f: f"“{f['id']}” cannot be a unit's id. Use small letters, digits and hyphens.",
        "unit_exists": lambda f: f"The id “{f['id']}” is taken by another unit; choose another.",
        "unit_other": lambda f: (
            f"The change names unit “{f['id']}”, not “{f['unit']}”; it was not saved. Open it again."
        ),
        "entity_id_bad": lambda f: f"“{f['id']}” cannot be an id: no blanks, quotes or control characters, 64 at most.",
        "changed_twice": lambda f: f"One change holds “{f['id']}” twice; it was not saved. Open it again.",
        "oversight_records_only": lambda f: f"Groups and the office write records only; “{f['id']}” is not theirs.",
        "writer_bad": lambda f: f"“{f['writer']}” cannot be a writer's name: it must be neither empty nor very long.",
        "entry_unknown": lambda f: f"There is no change number {f['seq']}; “xjtui history” lists them all.",
        "nothing_to_undo": lambda f: "There is nothing to undo.",
        "undo_impossible": lambda f: (
            f"Change {f['seq']} founded the unit or stands for lost history; it cannot be undone."
        ),
        "time_without_offset": lambda f: (
            f"A time of “{f['id']}” has no offset and was not saved. Write it like 2009-04-15T10:00+08:00."
        ),
        "value_unstorable": lambda f: f"“{f['id']}” holds something that cannot be stored{_because(f)}; take it out.",
        # store: somebody else, the disk, the files
        "conflict": lambda f: (
            f"Somebody else has just changed the same ({len(f['ids']) or 1} in all), so this was not saved. "
            "Look at what is there now; what you typed is kept."
        ),
        "undo_changed_since": lambda f: (
            f"The same was changed again after change {f['seq']}, so it was not undone. Undo the later change first."
        ),
        "busy": lambda f: (
            f"The data{_of(f)} are in use by somebody else; {f['seconds']} seconds were not enough. "
            f"{_NOTHING_CHANGED} Try again in a moment."
        ),
        "no_rights": lambda f: f"You may read the data{_of(f)} but not write them; ask the administrator.",
        "no_read_rights": lambda f: f"You may not read the data{_of(f)}; ask the administrator.",
        "disk_read_only": lambda f: (
            "The disk with the data is read-only: look, but do not touch. Ask the administrator."
        ),
        "disk_full": lambda f: f"The disk is full. {_NOTHING_CHANGED} Make room and save again.",
        "disk_error": lambda f: f"The disk failed. {_NOTHING_CHANGED} Back up soon and have the disk looked at.",
        "path_refused": lambda f: (
            f"The place of the data{_of(f)} is a link or no folder, and was not opened. Check the data directory."
        ),
        "system_refused": lambda f: (
            f"The system refused the data{_of(f)}: {f['errno']}{_because(f)}. {_NOTHING_CHANGED}"
        ),
        "outcome_unknown": lambda f: (
            f"The system failed ({f['errno']}) while saving the data{_of(f)}; the change may or may not be there. "
            "Open them again and look before you enter it anew."
        ),
        "newer_schema": lambda f: f"The data{_of(f)} were written by a newer version: read-only here. Please upgrade.",
        "unit_damaged": lambda f: (
            f"The files{_of(f)} are damaged and could not be brought back. They were left as they are: "
            "use “xjtui restore” with a backup."
        ),
        "document_bad": lambda f: (
            f"One place in the data cannot be read: {f['table']} {f['id']}{_because(f)}. Check with “xjtui verify”."
        ),
        # store: what was noticed and mended
        "log_torn": lambda f: (
            "Somebody was cut off while saving; the unfinished piece was cleared, all saved is there."
        ),
        "log_rebuilt": lambda f: (
            "The log was damaged and is mended: the records are whole, part of the history is not. "
            "The damaged file is kept."
        ),
        "file_rebuilt": lambda f: "The data file was damaged and came back from the log. The damaged file is kept.",
        "file_unsealed": lambda f: (
            "The log was lost and another program changed the data file; it was taken as it stands. Please check it."
        ),
        "changes_lost": lambda f: (
            "Data file and log were both damaged and some changes could not be brought back. "
            "The damaged files are kept; check, and restore a backup if need be."
        ),
        "file_lagging": lambda f: "The change is safe in the log; the data file will be brought up at the next save.",
        "oversight_damaged": lambda f: (
            "What one inspector wrote is damaged and could not be brought back; all else is there. "
            "Restore it from a backup."
        ),
        # plans
        "plan_unknown": lambda f: f"There is no plan “{f['id']}”; there are: {_list(f['known'])}.",
        "plan_version_unknown": lambda f: (
            f"Plan “{f['id']}” has no version {f['version']}; there are: {_list(f['known'])}."
        ),
        "plan_broken": lambda f: (
            f"The plan file “{f['place']}” has {len(f['problems'])} problems and cannot be used; "
            "“xjtui plan check” lists them all."
        ),
        "plan_exists": lambda f: (
            f"There is another plan “{f['id']}”, version {f['version']}. Give the file another version."
        ),
        "plan_no_data": lambda f: "There is no data directory to keep plans in; “xjtui init” makes one.",
        "plan_id_form": lambda f: f"“{f['id']}” cannot be a plan's id. Use small letters, digits and hyphens.",
        "plan_id_taken": lambda f: f"There is a plan “{f['id']}” already; choose another id.",
        "plan_start": lambda f: f"With a start on {f['start']} some dates leave the calendar; choose another day.",
        "plan_layout": lambda f: f"The date cannot be moved for you at this place: {f['place']}. Change it by hand.",
        "plan_unreadable": lambda f: (
            f"The plan file “{f['place']}” cannot be read{_because(f)}; check place and rights."
        ),
        "plan_unwritable": lambda f: (
            f"The plan file “{f['place']}” cannot be written{_because(f)}; check place and rights."
        ),
        # rosters
        "roster_missing": lambda f: f"There is no file “{f['path']}”; check its name and place.",
        "roster_is_folder": lambda f: f"“{f['path']}” is a folder; name a file in it.",
        "roster_unreadable": lambda f: f"The file “{f['path']}” cannot be read{_because(f)}.",
        "roster_empty": lambda f: f"“{f['path']}” is empty; there is no roster in it.",
        "roster_wrong_type": lambda f: f"“{f['path']}” is no roster that can be read; save it as .xlsx or .csv.",
        "roster_old_excel": lambda f: f"“{f['path']}” is an old spreadsheet (.xls); save it as .xlsx or .csv.",
        "roster_encrypted": lambda f: f"“{f['path']}” has a password; save it without one.",
        "roster_damaged": lambda f: f"“{f['path']}” is damaged. Open it in a spreadsheet program and save it again.",
        "roster_encoding": lambda f: f"The encoding of “{f['path']}” is not known; save it as UTF-8 or GB18030.",
        "roster_too_large": lambda f: (
            f"“{f['path']}” is too large for a roster ({f['size']} bytes, at most {f['limit']}); please check."
        ),
        "roster_too_many_rows": lambda f: f"“{f['path']}” has more than {f['limit']} rows; please split it.",
        "roster_no_heading": lambda f: (
            f"“{f['path']}” has no column for names. Found: {_list(f['seen'])}. Add a heading row."
        ),
        "roster_heading_twice": lambda f: (
            f"“{f['path']}”, line {f['line']}: two columns are called “{f['heading']}”; take one out."
        ),
        "roster_no_rows": lambda f: f"“{f['path']}” has a heading in line {f['line']} and nobody below it.",
        # settings, sample
        "setting_unknown": lambda f: f"There is no setting “{f['name']}”; there are: {_list(f['known'])}.",
        "settings_unreadable": lambda f: f"The settings “{f['path']}” cannot be read{_because(f)}; defaults are used.",
        "settings_unwritable": lambda f: (
            f"The settings “{f['path']}” cannot be written{_because(f)}; nothing was kept."
        ),
        "settings_value": lambda f: (
            f"In the settings “{f['path']}” this cannot be used: {f['reason']}. It is passed over; "
            f"possible: {_list(f['known'])}."
        ),
        "sample_target_taken": lambda f: f"“{f['place']}” holds data already and was left alone; name an empty folder.",
        "sample_missing": lambda f: "The sample data are not there; please install the program again.",
    },
)
