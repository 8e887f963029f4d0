"""What an import would do, in lines: what cannot be taken and why, who is new, what changes. No widget, no reading."""

from __future__ import annotations

from datetime import date

from screens.widgets.lines import Line, line
from xjtui.domain.people import Exemption, Member, Standing
from xjtui.intake.compare import RosterChange
from xjtui.intake.roster import RosterFile, RosterRow
from xjtui.words import Words, tell


def bad_count(file: RosterFile, change: RosterChange) -> int:
    """Places that cannot be imported: bad rows, and rows of which it is not clear whom they mean."""
    return len(file.problems) + len(change.ambiguous)


def preview(words: Words, file: RosterFile, change: RosterChange, today: date) -> list[Line]:
    """All of it; what is wrong stands first."""
    said = words.screen.more.bring_in
    colon = words.phrases.colon
    bad = bad_count(file, change)
    figures = said.tally(len(change.new), len(change.changed), len(change.unchanged), bad)
    lines = [line((said.read(file.name, len(file.rows), len(file.problems)), "head")), line(figures)]
    if change.nothing and not bad:
        lines += [(), line((said.nothing, "good"))]
    if file.problems:
        lines += [(), line((f"[!] {said.heads['bad']}", "bad"))]
        lines += [line(f"  {tell.row_problem(words, problem)}") for problem in file.problems]
    if change.ambiguous:
        lines += [(), line((f"[!] {said.heads['unclear']}", "bad"))]
        for one in change.ambiguous:
            who = tell.names(words, (f"{member.name} ({member.id})" for member in one.candidates))
            where = f"  {said.line(one.row.line)} {one.row.name}{colon}{said.doubt[one.doubt]}"
            lines.append(line(where, (f"  {who}", "dim")))
    if change.new:
        lines += [(), line((f"[+] {said.heads['new']}", "good"))]
        lines += [line((f"  {said.line(row.line)} ", "dim"), _newcomer(words, row, today)) for row in change.new]
    if change.changed:
        lines += [(), line((f"[~] {said.heads['changed']}", "note"))]
        for changed in change.changed:
            parts = [
                said.change(
                    words.screen.more.member.label[name],
                    _value(words, changed.before, name, today),
                    _value(words, changed.after, name, today),
                )
                for name in changed.fields
            ]
            lines.append(line((f"  {changed.after.name}{colon}", "head"), words.phrases.comma.join(parts)))
    if file.ignored or change.not_in_file:
        lines += [(), line((f"i {said.heads['told']}", "dim"))]
    if file.ignored:
        lines.append(line(f"  {said.ignored(tell.names(words, file.ignored))}"))
    if change.not_in_file:
        names = tell.names(words, (member.name for member in change.not_in_file))
        lines.append(line(f"  {said.not_in_file(len(change.not_in_file), names)}"))
    return lines


def _newcomer(words: Words, row: RosterRow, today: date) -> str:
    facts = [row.name, words.terms.standing[row.standing or Standing.FULL], row.duty]
    facts += [words.screen.more.roster.leader] if row.leader else []
    facts += [words.screen.more.roster.joined(tell.day(words, row.joined, today))] if row.joined else []
    facts += [words.terms.scope[row.exemption.scope]] if row.exemption else []
    return " · ".join(fact for fact in facts if fact)


def _value(words: Words, member: Member, name: str, today: date) -> str:
    value = getattr(member, name)
    match value:
        case bool():
            return words.terms.yes if value else words.terms.no
        case Standing():
            return words.terms.standing[value]
        case date():
            return tell.day(words, value, today)
        case tuple():
            told = [_exemption(words, one) for one in value]
            return words.phrases.joiner.join(told) or words.screen.more.bring_in.blank
        case _:
            return str(value) if value else words.screen.more.bring_in.blank


def _exemption(words: Words, one: Exemption) -> str:
    return f"{words.terms.scope[one.scope]}({one.approver or words.screen.more.roster.unapproved})"
