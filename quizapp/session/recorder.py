"""Keeping what happens in a session: each row is in the store before its result is shown."""

from typing import TYPE_CHECKING

from quizapp.session.row_making import alike
from quizapp.store.errors import NotKept, StoreError
from quizapp.store.rows import ResponseRow, Row, SessionRow

if TYPE_CHECKING:
    from quizapp.store.lock import SessionLock
    from quizapp.store.sqlite import Store


class Recorder:
    """Writes the rows of one session to a store, or nowhere without one.

    `row` is the session's own row, which is written with the first of the others. `begun` says
    that it is in the store already. `lock` keeps other programs from running the session. `problem`
    says why rows are waiting to be kept, "" while none are.
    """

    def __init__(self, store: "Store | None", row: SessionRow, begun: bool = False) -> None:
        self.store = store
        self.row = row
        self.lock: SessionLock | None = None
        self.problem = ""
        self._begun = begun
        self._later = False
        self._failed: Row | None = None
        self._waiting: tuple[Row, ...] = ()

    @property
    def keeps(self) -> bool:
        """Whether what happens is kept, at once or later."""
        return self.store is not None

    @property
    def nothing_kept(self) -> bool:
        """Whether nothing of the session is kept, not even that it began."""
        return not self.keeps or (self.problem != "" and not self._begun)

    @property
    def unkept(self) -> int:
        """How many responses are waiting to be kept."""
        return sum(isinstance(row, ResponseRow) for row in self._waiting)

    def keep_later(self) -> None:
        """From now on, let what cannot be kept wait for the next row instead of raising NotKept."""
        self._later = True

    def keep_nothing(self) -> None:
        """Keep nothing from now on."""
        self.store = None

    def keep(self, row: Row) -> Row:
        """Keep the row, and give the one that is kept.

        That is the row which failed before, if the same is sent again: it may be in the store after
        all. Raises NotKept, unless rows may wait.
        """
        if self.store is not None:
            if self._failed is not None and alike(self._failed, row):
                row = self._failed
            self._failed = row
            self.flush(row)
            self._failed = None
        return row

    def flush(self, *rows: Row) -> None:
        """Keep that the session began, the rows that wait, and these. Raises NotKept as above."""
        if self.store is None:
            return
        waiting = (*self._waiting, *rows)
        try:
            self.store.add(self.row, *waiting)
        except StoreError as error:
            if not self._later:
                raise NotKept(error.message) from error
            self._waiting, self.problem = waiting, error.message
        else:
            self._waiting, self.problem, self._begun = (), "", True

    def unlock(self) -> None:
        """Let other programs run the session."""
        if self.lock is not None:
            self.lock.let_go()
            self.lock = None
