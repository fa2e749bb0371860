"""From a TOML text to its data; knows nothing of what the data should be."""

import re
from typing import Any

from quizapp.bank.files import Refused
from quizapp.text import RARE

_ESCAPED = re.compile(r"\\[uUxbfer]")

_CONTROL = re.compile(r"character '\\(x[01][0-9a-f]|x7f|r)'")


def parse(text: str) -> dict[str, Any]:
    """The data of a TOML text; raises Refused, with the place, for what is none."""
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:]
        code, remedy = "toml", "mend the TOML here"
        if message == r"illegal character '\n'":
            message, remedy = "the line ends within a string", "close the quotes"
        elif _CONTROL.search(message):
            code, remedy = "control", "take it out"
        raise Refused(code, message, remedy, error.lineno, error.colno) from None
    except RecursionError:
        raise Refused("nested", "it is nested too deeply", "make it flatter") from None
    except ValueError:
        raise Refused(
            "toml", "a figure has too many digits to be read", "write it in quotes"
        ) from None


def may_hide(text: str) -> bool:
    """Whether a TOML text may have characters that are not shown, written out or escaped."""
    bare = text.replace("\n", "")
    if "\t" in bare:
        bare = bare.replace("\t", "")
    if "\r" in bare:
        bare = bare.replace("\r", "")
    if not bare.isprintable():
        return True
    if "\\" in text and _ESCAPED.search(text):
        return True
    return not text.isascii() and any(char in text for char in RARE)
