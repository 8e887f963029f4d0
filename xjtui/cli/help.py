"""`xjtui -h` and `xjtui unit -h`: all commands at a glance. The help of one command is argparse's."""

from __future__ import annotations

from xjtui.cli.command import names, under
from xjtui.cli.parser import Formatter, Parser, common
from xjtui.words import Words


def overview(words: Words, path: tuple[str, ...]) -> str:
    """The commands under a path, () for all of them."""
    help = words.command.help
    prog = " ".join(("xjtui", *path))
    parser = Parser(prog=prog, add_help=False, description=help.texts.get(" ".join(path), help.about))
    parser.usage = f"{prog} {help.usage_sub if path else help.usage}"
    group = parser.add_argument_group(help.commands)
    rows = under(path[0]) if path else names()
    for name in rows:
        full = f"{path[0]} {name}" if path else name
        # A positional that takes nothing: argparse then lists it with its help, in its own layout.
        group.add_argument(dest=full, metavar=name, nargs="?", help=help.texts.get(full, ""))
    common(parser, words, help.texts)
    parser.epilog = help.more
    parser.formatter_class = Formatter
    text = parser.format_help()
    return text.rstrip("\n")
