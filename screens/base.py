"""What every screen shares: desk and words, header and footer, keys to actions, notices, errors, news from others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from screens.actions import COMMON, Act, find, footer, key_label, place
from screens.keys import name_of
from screens.widgets.bars import KeyBar, TopLine
from screens.widgets.lines import Line, Span, line, width
from xjtui.desk import Desk
from xjtui.domain.sheet import Sheet
from xjtui.errors import XjtuiError
from xjtui.words import Words
from xjtui.words.screen import ScreenWords

if TYPE_CHECKING:
    from screens.app import XjtuiApp

Severity = Literal["information", "warning", "error"]
T = TypeVar("T")


class XjtuiScreen(Screen[Any]):
    """A screen of the program. Subclasses give `ACTS`, `body`, `heading`, and redraw in `refresh_facts`.

    A screen holds no copy of the truth: it asks `self.sheet`, which the desk keeps fresh.
    """

    ACTS: ClassVar[tuple[Act, ...]] = ()
    AUTO_FOCUS = "*"
    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    XjtuiScreen { background: $background; color: $foreground; }
    """

    _answered: events.Key | None = None

    # -- what it sits at ---------------------------------------------------------------------------------------------

    @property
    def xjtui(self) -> XjtuiApp:
        """The app, with its own type."""
        return cast("XjtuiApp", self.app)

    @property
    def desk(self) -> Desk:
        """The working place."""
        return self.xjtui.desk

    @property
    def unit_id(self) -> str:
        """The unit that is worked on."""
        return self.xjtui.unit_id

    @property
    def words(self) -> Words:
        """The catalogue of the language that is set."""
        return self.xjtui.words

    @property
    def w(self) -> ScreenWords:
        """The screens' part of the catalogue."""
        return self.xjtui.words.screen

    @property
    def language(self) -> str:
        """zh or en."""
        return self.xjtui.words.language

    @property
    def sheet(self) -> Sheet:
        """The unit's checklist as it stands."""
        return self.desk.sheet(self.unit_id)

    # -- what subclasses give ----------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The widgets between header and footer."""
        yield from ()

    def heading(self) -> str:
        """The screen's name, shown in the header after the unit; '' on the guide."""
        return ""

    def acts(self) -> tuple[Act, ...]:
        """All that can be done here."""
        return (*self.ACTS, *COMMON)

    def refresh_facts(self) -> None:
        """Redraws what depends on the data; called after every change, one's own or another's. Keeps cursor and typing."""

    def before_leaving(self) -> None:
        """Called when the program is to end at once: keep what is half done."""

    # -- frame -------------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Header, body, footer."""
        yield TopLine()
        yield from self.body()
        yield KeyBar()

    def on_mount(self) -> None:
        """Draws the frame and the facts."""
        self.redraw()

    def redraw(self) -> None:
        """Header, footer and facts anew: after a change of data, of language, or on return to the screen."""
        if not self.is_mounted and not self.is_attached:
            return
        with self.errors():
            self.draw_frame()
            self.refresh_facts()

    def on_screen_resume(self) -> None:
        """Others may have written meanwhile."""
        if self.is_mounted:
            self.redraw()

    def draw_frame(self) -> None:
        """Header and footer."""
        self.query_one(TopLine).tell(*self.top_line())
        self.draw_footer()

    @on(events.Resize)
    def _fit_header(self) -> None:
        """The header says as much as there is room for."""
        if self.is_mounted:
            with self.errors():
                self.draw_frame()

    def draw_footer(self) -> None:
        """Keys of the moment."""
        keys = self.xjtui.settings.keys
        self.query_one(KeyBar).tell([(key_label(act, keys), act.words(self.w).label) for act in footer(self.acts())])

    def top_line(self) -> tuple[Line, Line]:
        """Unit and phase or heading; day, days left, done, overdue, who."""
        sheet, w = self.sheet, self.w
        situation = sheet.situation
        plan, total = situation.plan, sheet.total
        name = self.heading() or plan.phase.of(self.language)
        left = line((situation.unit.name, "head"), f" · {name}")
        days = (plan.end - situation.today).days
        figures: list[Span] = [(w.done_of(total.done, total.of), "")]
        if total.overdue:
            figures += [("  ", ""), (w.overdue_count(total.overdue), "bad")]
        role = w.read_only if self.desk.read_only(self.unit_id) else self.desk.who
        when, who = line(w.day_and_left(situation.today, days), "  "), line("  ", role)
        rights: list[Line] = [(*when, *figures, *who), (*when, *figures)]
        tries = [(left, right) for right in rights]
        if self.heading():
            # Where it is narrow, the name of the screen says more than who and when.
            tries.append((left, tuple(figures)))
        else:
            unit = line((situation.unit.name, "head"))
            tries += [(unit, right) for right in (*rights, tuple(figures))]
        return next((one for one in tries if width(one[0]) + width(one[1]) + 4 <= self.size.width), tries[-1])

    # -- saying things -----------------------------------------------------------------------------------------------

    def say(self, text: str, severity: Severity = "information") -> None:
        """A short notice; whatever is in the text is shown as it is."""
        self.notify(text, severity=severity, markup=False, timeout=6 if severity == "information" else 10)

    def errors(self) -> Errors:
        """`with self.errors():` tells an expected error as a sentence instead of ending the program."""
        return Errors(self)

    def attempt(self, work: Callable[[], T]) -> T | None:
        """Runs something that may fail in an expected way; None when it did, and the user was told."""
        with self.errors():
            return work()
        return None

    def tell_error(self, error: XjtuiError) -> None:
        """An expected error as a sentence."""
        from xjtui.words import tell

        self.say(tell.error(self.words, error), "error")

    # -- going places ------------------------------------------------------------------------------------------------

    def open(self, name: str, *arguments: Any, then: Callable[[Any], None] | None = None, **options: Any) -> None:
        """Opens a screen by name; `then` gets its result."""
        self.app.push_screen(place(name)(*arguments, **options), then)

    def leave(self, result: Any = None) -> None:
        """Back one level, with a result."""
        self.dismiss(result)

    # -- keys and actions --------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Keys that no widget wanted: the actions of this screen.

        Textual calls this after a subclass's own `on_key`, unless that one called `event.prevent_default()`.
        """
        if event is self._answered:
            return
        self._answered = event
        if event.key in ("ctrl+c", "ctrl+q"):
            # What a terminal's user tries first; nothing is lost by it.
            event.stop()
            self.do_quit()
            return
        act = find(self.acts(), event.key, self.xjtui.settings.keys) or find(
            self.acts(), name_of(event), self.xjtui.settings.keys
        )
        if act is not None:
            event.stop()
            self.run_act(act)

    def run_act(self, act: Act) -> None:
        """Carries out an action, or says why it cannot be done now."""
        with self.errors():
            why = act.why_not(self)
            if why:
                self.say(why, "warning")
                return
            getattr(self, "do_" + act.id.replace("-", "_"))()

    def do_back(self) -> None:
        """Back one level."""
        self.leave()

    def do_help(self) -> None:
        """What can be done here."""
        self.open("help", self)

    def do_settings(self) -> None:
        """Language, theme, keys."""
        self.open("settings")

    def do_quit(self) -> None:
        """Ends the program; what is half done is kept."""
        self.xjtui.leave_program()


class Errors:
    """Turns expected errors into a notice on a screen."""

    def __init__(self, screen: XjtuiScreen) -> None:
        self.screen = screen

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, XjtuiError):
            self.screen.tell_error(error)
            return True
        return False


def bar_read_only(screen: XjtuiScreen) -> str:
    """For `Act.bar`: why nothing can be written."""
    return screen.w.read_only_why if screen.desk.read_only(screen.unit_id) else ""


def menu_of(screen: XjtuiScreen, acts: Sequence[Act]) -> list[tuple[str, str, str]]:
    """(id, key, label) of the actions for a menu."""
    keys = screen.xjtui.settings.keys
    return [(act.id, key_label(act, keys), act.words(screen.w).label) for act in acts if act.menu]
