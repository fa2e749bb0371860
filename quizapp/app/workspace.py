"""What the shells share: the data folder with its settings and store, the banks, and sessions.

Everything here may read files or wait for another program, so screens call it from a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from quizapp.app import settings
from quizapp.app.launch import Launch, Opening
from quizapp.planning.request import SessionRequest
from quizapp.session.errors import NotAllowed

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from quizapp.bank.attach import Copy
    from quizapp.bank.find import Found
    from quizapp.bank.model import Bank, Loaded
    from quizapp.session.run import SessionRun
    from quizapp.store.lock import SessionLock
    from quizapp.store.rows import SessionRow
    from quizapp.store.sqlite import Store


T = TypeVar("T")
AT_ONCE, STEP, LONGEST = 0.4, 0.2, 10.0
"""Seconds to wait for the store before saying so, between looks at whether to go on waiting, and in
all."""
WAITING = "Waiting for another program, which holds the store …"


class UnusableBank(Exception):
    """A bank that cannot be studied; `loaded` has its problems."""

    def __init__(self, loaded: Loaded) -> None:
        path = loaded.path
        super().__init__(f"{path} has problems: `quizapp check {path}` lists them.")
        self.loaded = loaded


class Workspace:
    """Opens banks, the store and sessions as the program was started.

    `trouble` says why nothing is kept, "" while everything is; `waiting` what is being waited for;
    `unreadable` has a sentence for each session that was left out, by its id. `say` is told what
    is being waited for.
    """

    def __init__(self, start: Launch, say: Callable[[str], object] = str) -> None:
        self.start = start
        self.say = say
        self.trouble = "" if start.keep else "Nothing is kept of this: it is a try."
        self.waiting = ""
        self.studied = ""
        """The bank of the session that was just over, by its id."""
        self.unreadable: dict[str, str] = {}
        self._settings: settings.Settings | None = None
        self._store: Store | None = None
        self._opened = False
        self._impatient = False
        self._opening = Lock()
        self._copies: dict[str, Copy] = {}
        self._locks: dict[str, SessionLock] = {}
        self._threads: ThreadPoolExecutor | None = None

    @property
    def settings(self) -> settings.Settings:
        """The learner's settings; the defaults where they cannot be read."""
        if self._settings is None:
            self._settings = settings.read(self.start.data)
        return self._settings

    def forget_settings(self) -> None:
        """Read the settings again when they are next asked for."""
        self._settings = None
        self._copies.clear()

    @property
    def store(self) -> Store | None:
        """The store, opened when first asked for; None if nothing is kept."""
        with self._opening:
            if not self._opened:
                if self.start.keep:
                    self._open()
                self._opened = True
            return self._store

    def _open(self) -> None:
        from quizapp.store.errors import StoreError

        try:
            self._store = self.records(write=True)
        except StoreError as error:
            self.trouble = error.message

    def records(self, write: bool = False) -> Store:
        """The store by a connection of its own, to be closed; only read unless `write`.

        It is waited for while another program holds it, unless `stop_waiting` is called. Raises
        StoreError.
        """
        from quizapp.store import FILE
        from quizapp.store.errors import Locked
        from quizapp.store.sqlite import open_store

        path, until, wait = self.start.data / FILE, monotonic() + LONGEST, AT_ONCE
        try:
            while True:
                try:
                    return open_store(path, write=write, at_first=wait)
                except Locked:
                    if self._impatient or monotonic() > until:
                        raise
                if not self.waiting:
                    self.waiting = WAITING
                    self.say(WAITING)
                wait = STEP
        finally:
            self.waiting = ""

    def ahead(self, call: Callable[[], T]) -> Future[T]:
        """Begin to do this in a thread; what closes the workspace waits for it."""
        from concurrent.futures import ThreadPoolExecutor

        if self._threads is None:
            self._threads = ThreadPoolExecutor()
        return self._threads.submit(call)

    def stop_waiting(self) -> None:
        """Go on without the store, if another program holds it."""
        self._impatient = True

    def open_again(self) -> None:
        """Try to open the store again after it failed."""
        if self._store is None and self.start.keep:
            self.trouble = ""
            self._opened = self._impatient = False

    def close(self) -> None:
        """Close the store, and let other programs resume the sessions."""
        self.stop_waiting()
        if self._threads is not None:
            self._threads.shutdown()
        for each in self._locks.values():
            each.close()
        if self._store is not None:
            self._store.close()
            self._store = None

    @property
    def today(self) -> int:
        """The day of study (a number), by when the learner's days begin."""
        from quizapp.planning.timestamps import now

        return self.settings.study.day_of(now())

    def banks(self, count: bool = True) -> Found:
        """The banks that can be found; without `count` their questions are not counted."""
        from quizapp.bank.find import find

        return find(self._places(), count)

    def _places(self) -> tuple[Path, ...]:
        from quizapp.bank.find import places

        return places(self.start.data, self.settings.banks)

    def bank(self, path: Path) -> Bank:
        """The bank at `path`. Raises UnusableBank."""
        loaded = self.loaded(path)
        if loaded.bank is None:
            raise UnusableBank(loaded)
        return loaded.bank

    def bank_path(self, name: str, found: Found | None = None) -> Path:
        """The path of the bank that is called so: by its id, the beginning of one, or a path.

        `found` are the banks to look among, if they were found already. Raises NoSuchBank.
        """
        from quizapp.bank.find import among

        return among(name, found or self.banks(count=False), self._places())

    def bank_id(self, name: str) -> str:
        """The id of the bank that is called so, or the name where there is none (any more)."""
        from quizapp.bank.find import NoSuchBank, glance

        try:
            return glance(self.bank_path(name), count=False).id
        except NoSuchBank:
            return name

    def bank_named(self, name: str) -> Bank:
        """The bank that is called so. Raises NoSuchBank, UnusableBank."""
        return self.bank(self.bank_path(name))

    def loaded(self, path: Path) -> Loaded:
        """The bank at `path` with its problems."""
        from quizapp.bank.load import load

        return load(path)

    def save(self, changes: Mapping[str, str | int | float | bool]) -> str:
        """Save these settings, by their names; gives what went wrong, or ""."""
        try:
            settings.save(self.start.data, changes)
        except settings.SettingsError as error:
            return str(error)
        self.forget_settings()
        return ""

    def request(self, **wanted: Any) -> SessionRequest:
        """A request for a session as the settings have it, with what is wanted beside that."""
        return SessionRequest(certainty=self.settings.certainty, **wanted)

    def _as_set(self, bank: Bank) -> Bank:
        """The bank, its answers judged as strictly as the settings say."""
        return bank._replace(strict=True) if self.settings.tolerance == "strict" else bank

    def open(self, opening: Opening) -> SessionRun:
        """The session that is to be opened. Raises as `begin`, `bank` and `resume` do."""
        path, request, resume = opening
        if resume is not None:
            return self.resume(resume, path)
        assert path is not None
        return self.begin(self.bank(path), request or self.request())

    def begin(self, bank: Bank, request: SessionRequest) -> SessionRun:
        """A new session. Raises NothingToAsk, and StoreError."""
        from quizapp.session.begin import begin

        learner, study = self.start.learner, self.settings.study
        session = begin(self._as_set(bank), self.store, request, learner, settings=study)
        if self.store is not None:
            session.recorder.lock = self._locked(session.id)
        return session

    def _locked(self, session: str) -> SessionLock | None:
        """The lock for running a session; None if it has none. Raises NotAllowed."""
        from quizapp.store.lock import Taken, lock

        held = self._locks.get(session)
        if held is not None and held.join():
            return held
        try:
            taken = lock(self.start.data, session)
        except Taken as error:
            raise NotAllowed(error.message) from error
        if taken is not None:
            self._locks[session] = taken
        return taken

    def resume(self, name: str, place: Path | None = None) -> SessionRun:
        """The session whose id begins like `name`, on the bank at `place`.

        Without a place, on the bank where it was, or else on the one of the same id.

        Raises StoreError, NotAllowed, UnusableBank.
        """
        from quizapp.session.begin import resume

        store = self.store
        if store is None:
            raise NotAllowed(f"No session can be resumed. {self.trouble}")
        row = store.session(name)
        path = place if place is not None and place.exists() else self._place(row)
        if path is None:
            raise NotAllowed(f"The bank {row.bank} of that session cannot be found.")
        bank, locked = self._as_set(self.bank(path)), self._locked(row.id)
        try:
            session = resume(bank, store, row.id, settings=self.settings.study)
        except BaseException:
            if locked is not None:
                locked.let_go()
            raise
        session.recorder.lock = locked
        return session

    def aside(self) -> AbstractContextManager[Store | None]:
        """As `records`, for reading while a session begins; None if nothing is kept.

        Raises StoreError.
        """
        return self.records(write=True) if self.store is not None else nullcontext()

    def look_back(self, session: str) -> SessionRun:
        """The session with this id, to look back on. Raises StoreError, and NotAllowed."""
        from quizapp.session.begin import look_back

        store = self.store
        if store is None:
            raise NotAllowed(f"Nothing can be kept. {self.trouble}")
        path = self._place(store.session(session))
        bank = self.loaded(path).bank if path is not None else None
        return look_back(bank, store, session, settings=self.settings.study)

    def _place(self, row: SessionRow) -> Path | None:
        """Where the bank of a session was when it began, or is now; None if it has gone."""
        import os

        # Unlike that of a Path, this one answers for what can be no path, too.
        if row.place and os.path.exists(row.place):
            return Path(row.place)
        seen = {bank.id: bank.path for bank in self.banks(count=False).banks}
        return seen.get(row.bank)

    def copy(self, bank: Bank) -> Copy | None:
        """The learner's own copy of the source, as far as it fits the bank; None without one."""
        path = self.settings.copies.get(bank.id)
        if path is None:
            return None
        if bank.id not in self._copies:
            from quizapp.bank.attach import open_copy

            self._copies[bank.id] = open_copy(bank, path)
        return self._copies[bank.id]

    def judge(self, bank: Bank) -> str:
        """The learner's judge, as a command, where it may be used on the bank; else ""."""
        if not self.settings.judge:
            return ""
        from quizapp.app.judge_trial import judge_of

        return judge_of(self.start.data, self.settings.judge, bank.id)
