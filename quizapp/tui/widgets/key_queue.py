"""Doing what a key is bound to when its turn comes among the keys that were typed."""

from inspect import isawaitable

from textual import actions, events
from textual.actions import SkipAction
from textual.binding import NoBinding
from textual.widget import Widget


async def at_once(widget: Widget, event: events.Key) -> bool:
    """If `widget` binds the key, do that now; gives whether anything was done.

    Left to itself, a key that is bound runs only once it has come up to the program, while letters
    typed after it are taken by the box at once: typed fast (or from a script), Enter would send
    what was typed after it, and Backspace take away the wrong letter.
    """
    try:
        binding = widget._bindings.get_bindings_for_key(event.key)[0]
    except NoBinding:
        return False
    _, name, parameters = actions.parse(binding.action)
    action = getattr(widget, f"action_{name}", None)
    if action is None or widget.check_action(name, parameters) is not True:
        return False
    try:
        done = action(*parameters)
        if isawaitable(done):
            await done
    except SkipAction:
        # It has nothing to do here: somebody above may.
        return False
    event.stop()
    event.prevent_default()
    return True
