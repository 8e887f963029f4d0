"""The sample district and the generator of districts of any size; rules are the domain's, keeping is the store's."""

from __future__ import annotations

from xjtui.sample.place import AS_OF, DEMO_UNIT, DISTRICT, IMPORTS, find_sample

__all__ = ["AS_OF", "DEMO_UNIT", "DISTRICT", "IMPORTS", "find_sample"]
