"""msgspec's Struct and what goes with it, imported at half the cost.

Where `typing_extensions` is installed, msgspec imports it for what the standard library of every
Python supported here has as well; that alone takes as long as starting the interpreter. It is kept
out of sight while msgspec is imported, and only if nothing has imported it before.
"""

import sys

_HIDDEN = "typing_extensions"
_hide = _HIDDEN not in sys.modules and "msgspec" not in sys.modules
if _hide:
    sys.modules[_HIDDEN] = None  # type: ignore[assignment]
try:
    from msgspec import Meta, Struct, ValidationError, convert, defstruct
finally:
    if _hide:
        del sys.modules[_HIDDEN]

__all__ = ["Meta", "Struct", "ValidationError", "convert", "defstruct"]
