"""Whether a judge may be used on a bank: what it makes of answers whose worth is known.

They are the bank's own `tests` and the pairs that ship in `judge_pairs.jsonl`: answers in other
words, and the same with sides or polarity exchanged. The figures are kept for the command as it
was tried, in `judge.json` of the data folder.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from quizapp import files
from quizapp.app.judge import Opinion, ask, can_be_asked, case
from quizapp.bank.model import Bank
from quizapp.file_writing import write_new

REFUSED = 0.9
"""So large a share of wrong answers a judge has to refuse."""
FILE = "judge.json"
PAIRS = Path(__file__).with_name("judge_pairs.jsonl")


class Trial(NamedTuple):
    """What came of a trial: of `wrong` answers `refused`, of `right` ones `accepted`; `silent` is
    how often the judge had no opinion, which neither refuses nor accepts."""

    wrong: int
    refused: int
    right: int
    accepted: int
    silent: int

    @property
    def passed(self) -> bool:
        """Whether the judge may be used."""
        return self.wrong > 0 and self.refused >= REFUSED * self.wrong


class Known(NamedTuple):
    """A case for the judge, and whether its response is right."""

    about: dict[str, Any]
    right: bool


def known_cases(bank: Bank) -> Iterator[Known]:
    """The shipped pairs, then the bank's own tests of answers in words."""
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        of_both = {"question": pair["question"], "answers": [pair["answer"]]}
        for field in ("right", "wrong"):
            about = {**of_both, "ideas": [], "passage": "", "response": pair[field]}
            yield Known(about, field == "right")
    for question in filter(can_be_asked, bank.questions):
        for responses, right in ((question.tests.accept, True), (question.tests.reject, False)):
            for response in responses:
                if response.strip():
                    yield Known(case(bank, question, response), right)


def tried(
    command: str, bank: Bank, told: Callable[[Known, Opinion], object] = lambda *_: None
) -> Trial:
    """Try the judge on the bank; `told` is called with each case and the opinion on it."""
    found = []
    for known in known_cases(bank):
        opinion = ask(command, known.about)
        told(known, opinion)
        found.append((known.right, opinion.same))
    return Trial(
        wrong=sum(not right for right, _ in found),
        refused=sum(not right and same is False for right, same in found),
        right=sum(right for right, _ in found),
        accepted=sum(right and same is True for right, same in found),
        silent=sum(same is None for _, same in found),
    )


def keep(data: Path, command: str, bank: str, trial: Trial) -> None:
    """Keep what came of the trial; trials of another command are forgotten. Raises
    files.Refused."""
    trials = {**_kept(data, command), bank: list(trial)}
    content = json.dumps({"command": command, "banks": trials}) + "\n"
    write_new({data / FILE: content.encode()}, replace=True)


def trial_on(data: Path, command: str, bank: str) -> Trial | None:
    """What came of the latest trial of this command on the bank; None where there was none."""
    try:
        return Trial._make(map(int, _kept(data, command)[bank]))
    except (KeyError, TypeError, ValueError):
        return None


def _kept(data: Path, command: str) -> dict[str, Any]:
    try:
        found = json.loads(files.read_text(data / FILE, files.MIB))
        banks = found["banks"] if found["command"] == command else {}
    except (files.Refused, ValueError, KeyError, TypeError):
        return {}
    return banks if isinstance(banks, dict) else {}


def in_words(trial: Trial) -> str:
    """The figures, and whether the judge is used because of them."""
    told = (
        f"refused {trial.refused} of {trial.wrong} wrong answers, "
        f"accepted {trial.accepted} of {trial.right} right ones"
    )
    if trial.silent:
        told += f", no opinion on {trial.silent}"
    needed = f"at least {round(100 * REFUSED)} % of the wrong ones have to be refused"
    return f"{told}: it is used." if trial.passed else f"{told}: it is not used, for {needed}."


def judge_of(data: Path, command: str, bank: str) -> str:
    """The command to ask on this bank: the learner's, once it has passed; else ""."""
    if not command:
        return ""
    trial = trial_on(data, command, bank)
    return command if trial is not None and trial.passed else ""
