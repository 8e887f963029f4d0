"""`make pictures`: the README's pictures, taken from the real screens on the sample district."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from screens.app import XjtuiApp
from xjtui.clock import Clock
from xjtui.desk import Desk
from xjtui.plans import PlanLibrary
from xjtui.sample import AS_OF, DISTRICT, find_sample
from xjtui.settings import Settings
from xjtui.store.files import FilesStore
from xjtui.words import LANGUAGES, LEXICON, words_for

TARGET = Path(__file__).parents[1] / "docs" / "pictures"
FONT = "Noto Sans Mono CJK SC"
"""Its Latin letters are half an em wide and its Chinese ones an em: two cells for one, as in a terminal."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: the unit, the keys that lead there, the size in cells, the theme."""

    name: str
    keys: tuple[str, ...]
    unit: str = "b01"
    size: tuple[int, int] = (80, 24)
    theme: str = "dark"


SCENES = (
    Scene("guide", ()),
    Scene("guide-wide", ("3", "down", "down"), size=(120, 40)),
    Scene("guide-light", ("3", "down"), theme="light"),
    Scene("form", ("3", "home", "down", "down", "enter")),
    Scene("attendance", ("3", "home", "r", "enter", "1", *["tab"] * 9, "enter"), unit="b02"),
    Scene("records", ("3", "home", "r"), unit="b02"),
    Scene("roster", ("m",)),
    Scene("problems", ("p",)),
    Scene("look-back", ("l",)),
    Scene("summary", ("s", "pagedown"), unit="b02"),
    Scene("search", ("/", "党", "课")),
    Scene("help", ("f1",)),
)


async def take(scene: Scene, language: str, data: Path) -> str:
    """The screen as SVG."""
    desk = Desk(FilesStore(data), PlanLibrary(data / "plans"), "甲一", Clock(AS_OF), LEXICON)
    app = XjtuiApp(desk, scene.unit, words_for(language), settings=Settings(theme=scene.theme))
    async with app.run_test(size=scene.size, notifications=False) as pilot:
        await pilot.pause(0.2)
        for key in scene.keys:
            await pilot.press(key)
            await pilot.pause(0.1)
        await pilot.pause(0.2)
        return app.export_screenshot(title=app.title)


def to_png(svg: str, target: Path) -> None:
    """Drawn in a font whose Chinese letters are two cells wide, then shrunk to a page's width."""
    drawn = svg.replace("font-family: Fira Code,monospace", f"font-family: {FONT}").replace("Fira Code", FONT)
    drawn = drawn.replace("font-size: 20px", "font-size: 24.4px")
    # The lengths are counted in characters and would squeeze the wide ones.
    drawn = re.sub(r' textLength="[^"]*"', "", drawn).replace("&#160;", " ")
    drawn = drawn.replace("<text ", '<text xml:space="preserve" ')
    with tempfile.NamedTemporaryFile("w", suffix=".svg", encoding="utf-8") as file:
        file.write(drawn)
        file.flush()
        subprocess.run(["rsvg-convert", "-w", "900", "-o", str(target), file.name], check=True)


def main() -> int:
    """Takes all pictures, or those named."""
    if shutil.which("rsvg-convert") is None:
        print("rsvg-convert is missing (Debian: apt-get install librsvg2-bin fonts-noto-cjk)", file=sys.stderr)
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    wanted = set(sys.argv[1:])
    for scene in SCENES:
        if wanted and scene.name not in wanted:
            continue
        for language in LANGUAGES:
            with tempfile.TemporaryDirectory() as folder:
                data = Path(folder) / "district"
                shutil.copytree(find_sample() / DISTRICT, data)
                svg = asyncio.run(take(scene, language, data))
            to_png(svg, TARGET / f"{scene.name}.{language}.png")
            print(f"{scene.name}.{language}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
