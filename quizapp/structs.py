"""msgspec's Struct and what goes with it, imported without `typing_extensions`.

msgspec imports `typing_extensions` where it is installed, for what the standard library of every
supported Python has as well. It is hidden while msgspec is imported, unless something has imported
it before: `check` on 100 questions takes 84 ms with it and 72 ms without, a bare interpreter 12.
"""

import sys

_HIDDEN = "typing_extensions"
_hide = _HIDDEN not in sys.modules and "msgspec" not in sys.modules
if _hide:
    sys.modules[_HIDDEN] = None  # type: ignore[assignment]
try:
    from msgspec import Meta, Struct, ValidationError, convert, defstruct
    from msgspec.structs import asdict
finally:
    if _hide:
        del sys.modules[_HIDDEN]

__all__ = ["Meta", "Struct", "ValidationError", "asdict", "convert", "defstruct"]
