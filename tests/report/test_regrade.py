"""Rulings, their undoing and regrades: every figure that depends on them follows, no other."""

from hypothesis import given
from hypothesis import strategies as st
from session.samples import bank, do, session_on, word
from store.samples import STAMP, regrade_row, response_row, session_row

from quizapp.bank.model import Bank, content_digest
from quizapp.report.items import analysis
from quizapp.report.regrade import apply, changes, in_words, originals, outdated
from quizapp.report.scores import responses, sessions
from quizapp.session.begin import look_back
from quizapp.session.history import look
from quizapp.store.sqlite import Store, in_memory


def today() -> Bank:
    """The bank that it was, with new content."""
    return bank(*(word(name) for name in "abcde"), digest="sha256:today")


def figures(store: Store, *sessions_left_out: str) -> object:
    """Every figure of the other sessions."""
    told = [each for each in sessions(store) if each.id not in sessions_left_out]
    return told, [responses(store, each.id) for each in told]


def everything(store: Store) -> object:
    return figures(store), analysis(today(), store)


def kept(store: Store, said: list[str], outcome: str, score: float) -> None:
    """A session in which each question got a verdict that today's grader may not give."""
    session = session_row(plan="[]", planned=0)
    verdict = f'{{"outcome":"{outcome}","score":{score}}}'
    rows = [
        response_row(session, words, question=name, outcome=outcome, score=score, verdict=verdict)
        for name, words in zip("abcde", said, strict=False)
    ]
    store.add(session, *rows)


SAID = st.lists(st.sampled_from(["right", "slip", "half", "no", ""]), min_size=1, max_size=5)


@given(SAID, st.sampled_from(["wrong", "correct"]))
def test_a_regrade_gives_what_grading_today_gives_and_can_be_undone(
    said: list[str], outcome: str
) -> None:
    store = in_memory()
    kept(store, said, outcome, float(outcome == "correct"))
    before = everything(store)
    wanted = changes(today(), store)
    assert everything(store) == before
    assert apply(store, wanted) == sum(len(change.keys) for change in wanted)
    assert changes(today(), store) == ()
    played = in_memory()
    shown = responses(store, sessions(store)[0].id)
    session = session_on("abcde"[: len(said)], store=played)
    for words in said:
        do(session, words or "dunno")
    fresh = responses(played, session.id)
    for old, new in zip(shown, fresh, strict=False):
        if old.response:
            assert (old.outcome, old.score) == (new.outcome, new.score)
    apply(store, originals(today(), store))
    assert everything(store) == before


@given(SAID, st.integers(0, 4), st.sampled_from(["right", "wrong", "void"]))
def test_a_ruling_changes_its_session_alone_and_its_undo_restores_all(
    said: list[str], at: int, ruling: str
) -> None:
    store = in_memory()
    kept(store, said, "wrong", 0.0)
    kept(store, ["right"] * 5, "correct", 1.0)
    before = everything(store)
    mine = next(each for each in sessions(store) if each.answered == len(said) and each.wrong)
    others = figures(store, mine.id)
    past = look_back(None, store, mine.id)
    given_ = past.state.responses[at % len(said)]
    past.rule(ruling, given_.id)  # type: ignore[arg-type]
    ruled = next(each for each in sessions(store) if each.id == mine.id)
    assert ruled.answered == mine.answered - (ruling == "void")
    assert ruled.score == mine.score + (ruling == "right")
    assert figures(store, mine.id) == others
    past.rule(None, given_.id)
    assert everything(store) == before


def test_each_distinct_response_is_graded_once() -> None:
    store = in_memory()
    for _ in range(5):
        kept(store, ["right"], "wrong", 0.0)
    (change,) = changes(today(), store)
    assert (change.was, change.outcome, len(change.keys)) == ("wrong", "correct", 5)


def updated(learner: str, store: Store) -> str:
    return in_words(outdated(today(), store, learner))


def test_home_says_what_is_right_now() -> None:
    store = in_memory()
    assert updated("ada", store) == ""
    kept(store, ["right", "slip", "no"], "wrong", 0.0)
    assert updated("ada", store) == "Bank updated: 2 of your answers are now right"
    assert updated("bob", store) == ""
    apply(store, outdated(today(), store, "ada"))
    assert updated("ada", store) == ""


def test_a_change_that_is_taken_back_is_an_update_as_well() -> None:
    store, before = in_memory(), bank(*(word(name) for name in "abcde"), digest="sha256:bank")
    kept(store, ["right"], "correct", 1.0)
    row, state = look(store, sessions(store)[0].id)
    wrong = regrade_row(
        row,
        response_row(row)._replace(id=state.responses[0].id),
        "wrong",
        0.0,
        STAMP,
    )
    store.merge([(row, [wrong])])
    assert in_words(outdated(before, store, "ada")) == (
        "Bank updated: 1 of your answers is now right"
    )


def test_home_says_what_is_no_longer_right() -> None:
    store = in_memory()
    kept(store, ["no"], "correct", 1.0)
    assert updated("ada", store) == "Bank updated: 1 of your answers is now graded anew"


def test_home_looks_at_changed_questions_alone() -> None:
    """What a newer grader would say of the others is for `quizapp regrade`."""
    store = in_memory()
    session = session_row()
    same = content_digest(word("a"))
    row = response_row(session, "right", outcome="wrong", score=0.0, digest=same)
    store.add(session, row, response_row(session, "right", question="gone"))
    assert outdated(today(), store, "ada") == ()
    assert len(changes(today(), store)) == 1


def test_questions_that_were_renamed_are_found_and_those_gone_are_left() -> None:
    store = in_memory()
    session = session_row()
    for name in ("old", "gone"):
        store.add(session, response_row(session, "no", question=name, stamp=STAMP))
    renamed = bank(word("new", was=("old",)), digest="sha256:today")
    assert [change.question for change in changes(renamed, store)] == ["old"]
