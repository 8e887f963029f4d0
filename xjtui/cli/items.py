"""Which item is meant: by its key, by its title in any language, or by its number on the checklist."""

from __future__ import annotations

from xjtui.domain.answers import narrow
from xjtui.domain.sheet import Sheet
from xjtui.errors import InputError
from xjtui.words import Words


def item_key(name: str, sheet: Sheet, words: Words) -> str:
    """The key of an item on the unit's checklist. InputError `item_unknown` with the nearest ones."""
    plan = sheet.situation.plan
    item = plan.item(name)
    if item is not None and sheet.state(item.key) is not None:
        return item.key
    text = narrow(name).casefold()
    for number, state in enumerate(sheet.states, 1):
        titles = (title.casefold() for title in state.item.title.by_language.values())
        if text in (state.item.key, str(number), *titles):
            return state.item.key
    from difflib import get_close_matches

    known = [state.item.key for state in sheet.states]
    titled = {state.item.title.of(words.language): state.item.key for state in sheet.states}
    near = get_close_matches(name, known, n=3) or [titled[t] for t in get_close_matches(name, titled, n=3)]
    raise InputError("item_unknown", item=name, near=near, known=known)
