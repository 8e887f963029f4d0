"""The words of the screens beside the guide, gathered: roster, problems, look-back, summary, settings, help."""

from __future__ import annotations

from dataclasses import dataclass

from xjtui.words import screen_review, screen_roster, screen_self
from xjtui.words.screen_review import LookBackWords, ProblemWords, SummaryWords
from xjtui.words.screen_roster import ImportWords, MemberWords, RosterWords
from xjtui.words.screen_self import HelpWords, SettingsWords


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
    screen_roster.MEMBER_ZH,
    screen_roster.IMPORT_ZH,
    screen_review.PROBLEMS_ZH,
    screen_review.LOOK_BACK_ZH,
    screen_review.SUMMARY_ZH,
    screen_self.SETTINGS_ZH,
    screen_self.HELP_ZH,
)
EN = MoreScreenWords(
    screen_roster.ROSTER_EN,
    screen_roster.MEMBER_EN,
    screen_roster.IMPORT_EN,
    screen_review.PROBLEMS_EN,
    screen_review.LOOK_BACK_EN,
    screen_review.SUMMARY_EN,
    screen_self.SETTINGS_EN,
    screen_self.HELP_EN,
)
