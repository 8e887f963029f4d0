"""Says the same to the terminal in fewer bytes: a colour that already holds is not set again. No widget knows of it."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\x1b\[([0-9;]*)m|(\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_=>78]))")
_OFF = {1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 7: 27, 8: 28, 9: 29}

Style = tuple[frozenset[int], str, str]
"""Attributes that are on, foreground and background as their codes, '' for the terminal's own."""
PLAIN: Style = (frozenset(), "", "")


class Squeezer:
    """Keeps what the terminal was last told. One for each terminal; everything written must go through it."""

    def __init__(self) -> None:
        self._is: Style | None = PLAIN
        self._wanted: Style | None = PLAIN

    def __call__(self, data: str) -> str:
        """The same picture, shorter. A colour is told only before something that is painted with it."""
        out: list[str] = []
        end = 0
        for found in _TOKEN.finditer(data):
            self._text(out, data[end : found.start()])
            end = found.end()
            codes, other = found.group(1), found.group(2)
            if other is None:
                self._change(out, codes)
            else:
                if other[-1] in "JKXhlST@LMP":
                    # Erasing paints with the present colours; modes may bring another screen.
                    self._settle(out)
                out.append(other)
        self._text(out, data[end:])
        if "\x1b[?1049" in data:
            self._is = None
        return "".join(out)

    def _text(self, out: list[str], text: str) -> None:
        if text:
            if text.strip("\r\n"):
                self._settle(out)
            out.append(text)

    def _settle(self, out: list[str]) -> None:
        if self._wanted is not None and self._wanted != self._is:
            out.append(_between(self._is, self._wanted))
            self._is = self._wanted

    def _change(self, out: list[str], codes: str) -> None:
        changed = _applied(self._wanted, codes) if self._wanted is not None else None
        if changed is None:
            # Something unusual: say it as it is, and know nothing until the next full reset.
            if self._wanted is not None:
                self._settle(out)
            out.append(f"\x1b[{codes}m")
            self._is = None
            self._wanted = PLAIN if codes in ("", "0") else None
            if self._wanted is PLAIN:
                self._is = PLAIN
        else:
            self._wanted = changed


def _applied(style: Style, codes: str) -> Style | None:
    """The style after these codes; None where one of them is not known here."""
    on, fore, back = set(style[0]), style[1], style[2]
    parts = [int(part) if part else 0 for part in codes.split(";")]
    n = 0
    while n < len(parts):
        code = parts[n]
        if code == 0:
            on, fore, back = set(), "", ""
        elif code in _OFF:
            on.add(code)
        elif code in (22, 23, 24, 25, 27, 28, 29):
            on -= {attribute for attribute, off in _OFF.items() if off == code}
        elif code in (38, 48):
            size = {5: 3, 2: 5}.get(parts[n + 1] if n + 1 < len(parts) else 0, 0)
            if not size or n + size > len(parts):
                return None
            said = ";".join(str(part) for part in parts[n : n + size])
            fore, back = (said, back) if code == 38 else (fore, said)
            n += size - 1
        elif 30 <= code <= 37 or 90 <= code <= 97:
            fore = str(code)
        elif 40 <= code <= 47 or 100 <= code <= 107:
            back = str(code)
        elif code == 39:
            fore = ""
        elif code == 49:
            back = ""
        else:
            return None
        n += 1
    return frozenset(on), fore, back


def _between(old: Style | None, new: Style) -> str:
    """The shortest way from one style to another."""
    attributes = [str(code) for code in sorted(new[0])]
    whole = ["0", *attributes, *(code for code in new[1:] if code)]
    best = f"\x1b[{';'.join(whole)}m"
    if old is None:
        return best
    steps = []
    gone = {_OFF[code] for code in old[0] - new[0]}
    steps += [str(code) for code in sorted(gone)]
    kept = {code for code in old[0] & new[0] if _OFF[code] not in gone}
    steps += [str(code) for code in sorted(new[0] - kept)]
    for was, now, default in ((old[1], new[1], "39"), (old[2], new[2], "49")):
        if was != now:
            steps.append(now or default)
    step = f"\x1b[{';'.join(steps)}m"
    return step if len(step) < len(best) else best
