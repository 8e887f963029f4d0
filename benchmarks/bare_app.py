"""The yardstick for start-up: the least Textual app with a header, a list and a footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, OptionList


class Bare(App[None]):
    """Header, OptionList, Footer."""

    def compose(self) -> ComposeResult:
        """Three widgets."""
        yield Header()
        yield OptionList(*(f"row {n}" for n in range(20)), "the last row")
        yield Footer()


if __name__ == "__main__":
    Bare().run()
