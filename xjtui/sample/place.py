"""Where the sample lies, the day it lives on, and the unit a demonstration opens. Light: `xjtui demo` starts here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from xjtui.errors import InputError

AS_OF = date(2009, 4, 15)
"""The day on which the sample district lives."""
DEMO_UNIT = "b01"
"""A branch in the midst of its work, with one thing overdue."""
DISTRICT = "district"
IMPORTS = "imports"


def find_sample() -> Path:
    """The folder `sample_data`: beside the packages in a checkout, within `xjtui` in a wheel.

    The data directory is its `DISTRICT`, roster files lie in its `IMPORTS`. InputError where it was not installed.
    """
    package = Path(__file__).resolve().parent.parent
    for place in (package / "sample_data", package.parent / "sample_data"):
        if (place / DISTRICT / "units").is_dir():
            return place
    raise InputError("sample_missing", place=str(package.parent / "sample_data"))
