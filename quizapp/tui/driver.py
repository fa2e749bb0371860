"""How keys come in from a terminal: any byte is taken, and a flood of them is one paste."""

import os
import re
import select
import signal
from codecs import getincrementaldecoder

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Paste

PIECE = 4096
"""So many bytes are read at once."""
BURST, FLOOD = 32, 256
"""More characters at once than a key sends, and more than anybody types: those were pasted."""
AT_ONCE, PAUSE = 0.005, 0.05
"""Seconds in which more of a burst comes, and after which no more of a flood does."""
MOST = 1 << 22
"""So many characters of a flood are held: far more than any answer may have."""

_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.|\Z)", re.DOTALL)
_KEYS_AFTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]*\Z")


class Flood:
    """Tells what was pasted, in a terminal that does not mark pastes, from what is typed."""

    def __init__(self) -> None:
        self._held: list[str] = []
        self._size = 0
        self._marked = False
        self._seam = ""

    @property
    def going_on(self) -> bool:
        """Whether text is held, of which more may come."""
        return bool(self._held)

    def keys(self, text: str) -> str:
        """Hold the text that was just read if it was pasted; gives it back if it was typed."""
        if self._is_marked(text) or (len(text) < FLOOD and not self._held):
            return text
        words = len(_SEQUENCE.sub("", text))
        if not words or (words < FLOOD and not self._held):
            return text
        if self._size < MOST:
            self._held.append(text)
        else:
            self._held[-1] = text
        self._size += len(text)
        return ""

    def end(self) -> tuple[str, str]:
        """What was pasted, and the keys that were pressed right after it; nothing is held then."""
        text = "".join(self._held)
        self._held, self._size = [], 0
        after = _KEYS_AFTER.search(text)
        end = after.start() if after else len(text)
        return _SEQUENCE.sub("", text[:end]), text[end:]

    def _is_marked(self, text: str) -> bool:
        """Whether any of the text belongs to a paste that the terminal marks as one."""
        joined, before = self._seam + text, self._marked
        start, end = joined.rfind(BRACKETED_PASTE_START), joined.rfind(BRACKETED_PASTE_END)
        if start != end:
            self._marked = start > end
        self._seam = joined[1 - len(BRACKETED_PASTE_START) :]
        return before or start >= 0


class TerminalDriver(LinuxDriver):
    """As Textual's, but for its input: bytes that are not UTF-8 are shown as U+FFFD, and a raw
    paste comes as one event instead of a key for each character."""

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except OSError:
            signal.raise_signal(signal.SIGHUP)
        except Exception as error:
            self._app.call_later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Read keys until the program is left. Raises OSError where the terminal has gone."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser, flood = XTermParser(self._debug), Flood()
        while not self.exit_event.is_set():
            ready = self._ready(PAUSE if flood.going_on else 0.1)
            keys = flood.keys(decode(self._read())) if ready else ""
            if flood.going_on and (keys or not ready):
                pasted, after = flood.end()
                self.process_message(Paste(pasted))
                keys = after + keys
            for message in parser.feed(keys) if keys else ():
                self.process_message(message)
            for message in parser.tick():
                self.process_message(message)

    def _ready(self, seconds: float) -> bool:
        return bool(select.select([self.fileno], [], [], seconds)[0])

    def _read(self) -> bytes:
        """What is there to read, a burst as a whole."""
        piece = read = self._piece()
        while len(piece) >= BURST and len(read) < PIECE and self._ready(AT_ONCE):
            piece = self._piece()
            read += piece
        return read

    def _piece(self) -> bytes:
        if piece := os.read(self.fileno, PIECE):
            return piece
        raise OSError("the terminal has gone")
