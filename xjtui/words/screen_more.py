"""The words of the screens beside the guide, gathered: roster, problems, look-back, summary, settings, help."""

from __future__ import annotations

from dataclasses import dataclass

from xjtui.words import screen_member, screen_review, screen_roster, screen_self, screen_summary
from xjtui.words.screen_member import ImportWords, MemberWords
from xjtui.words.screen_review import LookBackWords, ProblemWords
from xjtui.words.screen_roster import RosterWords
from xjtui.words.screen_self import HelpWords, SettingsWords
from xjtui.words.screen_summary import SummaryWords


@dataclass(frozen=True, slots=True)
class MoreScreenWords:
    """One language's wording, by screen."""

    roster: RosterWords
    member: MemberWords
    bring_in: ImportWords
    problems: ProblemWords
    look_back: LookBackWords
    summary: SummaryWords
    settings: SettingsWords
    help: HelpWords


ZH = MoreScreenWords(
    screen_roster.ROSTER_ZH,
    screen_member.MEMBER_ZH,
    screen_member.IMPORT_ZH,
    screen_review.PROBLEMS_ZH,
    screen_review.LOOK_BACK_ZH,
    screen_summary.SUMMARY_ZH,
    screen_self.SETTINGS_ZH,
    screen_self.HELP_ZH,
)
EN = MoreScreenWords(
    screen_roster.ROSTER_EN,
    screen_member.MEMBER_EN,
    screen_member.IMPORT_EN,
    screen_review.PROBLEMS_EN,
    screen_review.LOOK_BACK_EN,
    screen_summary.SUMMARY_EN,
    screen_self.SETTINGS_EN,
    screen_self.HELP_EN,
)
