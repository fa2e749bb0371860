"""SHA-256 from a module of its own: `hashlib` loads OpenSSL, which takes a fifth of the time in
which an interpreter starts."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:
            from hashlib import sha256

__all__ = ["sha256"]
