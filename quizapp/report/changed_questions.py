"""Questions whose content has changed since they were answered."""

from quizapp.bank.model import Bank, content_digest
from quizapp.store.answers import digests_answered
from quizapp.store.sqlite import Store


def changed(bank: Bank, store: Store, learner: str) -> tuple[str, ...]:
    """The questions whose content was changed since the learner last answered them.

    In the bank's order, by their names of today. Raises StoreError.
    """
    answered = digests_answered(store, bank.id, learner, bank.digest)
    if not answered:
        return ()
    return tuple(
        one.id
        for one in bank.questions
        for digest in [next((answered[name] for name in one.names if name in answered), None)]
        if digest is not None and digest != content_digest(one)
    )
