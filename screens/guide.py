"""The guide: stages, the items of one stage, and everything about the item under the cursor."""

from __future__ import annotations

from screens.base import XjtuiScreen


class GuideScreen(XjtuiScreen):
    """To come."""
