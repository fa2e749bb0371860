"""What the screens share, used by all of them at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from tui.driving import BANK

from quizapp import ends
from quizapp.desk import Desk
from quizapp.session.wish import Wish
from quizapp.start import Start

TIMES = 4


def studies(desk: Desk) -> None:
    """A session with everything that a learner can do in one."""
    sitting = desk.begin(desk.bank(BANK), Wish(kinds=("text", "number"), seed=1))
    sitting.hold()
    sitting.skip()
    sitting.undo()
    if sitting.can_hint:
        sitting.hint()
    given = sitting.answer("nothing like it", 1.0)
    sitting.rule("right", given.id)
    sitting.undo(given.id)
    resumed = desk.resume(sitting.id)
    assert [each.id for each in resumed.session.given] == [given.id]
    while resumed.turn is not None:
        resumed.give_up(1.0)
    assert resumed.leave()
    ends.ahead(resumed)


def sits_an_exam(desk: Desk) -> None:
    sitting = desk.begin(desk.bank(BANK), Wish(mode="exam", kinds=("text", "number"), seed=1))
    sitting.answer("granite", 1.0)
    sitting.hand_in()


def looks_back(desk: Desk) -> None:
    """Past sessions, their responses, and rulings on them."""
    for seen in desk.sessions(5):
        desk.session(seen)
        assert desk.place_of(seen.id) == BANK
        for each in desk.responses(seen.id):
            if seen.finished:
                desk.rule(seen.id, each.id, "right")
                desk.rule(seen.id, each.id, None)


def is_at_home(desk: Desk) -> None:
    desk.banks()
    assert desk.store is not None
    desk.unfinished()
    desk.due()
    assert desk.offers(BANK) is not None


def sees_progress(desk: Desk) -> None:
    bank = desk.bank(BANK)
    assert desk.account(BANK) is not None
    desk.missed(bank)
    desk.changed(bank)
    desk.regrade(desk.outdated(bank))


def test_every_screen_may_use_it_at_once(tmp_path: Path) -> None:
    work: tuple[Callable[[Desk], None], ...] = (
        studies, studies, sits_an_exam, looks_back, is_at_home, is_at_home, sees_progress
    )  # fmt: skip
    ready = Barrier(len(work))
    desk = Desk(Start(tmp_path / "data", BANK, Wish(), "", None, True))

    def run(do: Callable[[Desk], None]) -> None:
        ready.wait()
        for _ in range(TIMES):
            do(desk)

    with ThreadPoolExecutor(len(work)) as threads:
        for done in [threads.submit(run, do) for do in work]:
            done.result()
    sessions = desk.sessions(100)
    assert desk.trouble == ""
    assert len(sessions) == 3 * TIMES
    assert all(each.finished for each in sessions)
    desk.close()
