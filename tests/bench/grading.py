"""How well the grader agrees with people: one table for the README, beside its rivals.

    python tests/bench/grading.py [CASES.jsonl …] [--ablate] [--boot N] [--json]

Cases are read from the files given, and from `answers/*.jsonl` beside this script. A line is an
object with "question", "answers", "kind", "response", "label", optionally "spec", "set", "group";
"bank" and "question_id" may stand in the place of the first three.
False acceptances are wrong responses accepted, false refusals right ones refused, in per cent;
brackets are 95 % bootstrap intervals over questions. Exit status 1 if a threshold is missed.
"""

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from rivals import RIVALS, Case, Grader

from quizapp.grading import (
    abbreviations,
    align,
    answers,
    case_keys,
    compare,
    free,
    guards,
    keyboards,
    lexicon,
    wording,
    yesno,
)
from quizapp.grading import grade_case as cases

Graded = list[tuple[Case, Any]]
"""Cases with the verdicts on them."""
SEED = 20261124
ANSWERS = Path(__file__).parent / "answers"
SHIPPED = Path(__file__).parents[2] / "questions"
OWN = "held-out, its own questions"
"""Those whose question stands in no other set, with other answers (`"known": true` marks them)."""


class Threshold(NamedTuple):
    """What a set must reach, in per cent; None where nothing is asked."""

    far: float | None
    frr: float | None
    bacc: float


THRESHOLDS = {
    "quiz-dev": Threshold(2, 6, 96),
    "held-out": Threshold(4, 12, 92),
    "essay": Threshold(5, 6, 95),
    "nq301": Threshold(None, None, 80),
    "evouna-short": Threshold(None, None, 92),
    "evouna-llm": Threshold(None, None, 88),
    "spelling": Threshold(None, None, 94),
    "beetle": Threshold(None, None, 70),
}


def verdict(case: Case) -> Any:
    if "bank" in case:
        question, context = asked(case["bank"], case["question_id"])
        return question.grade(context, case["response"])
    return cases.judge_case({key: case[key] for key in case.keys() - NOT_ASKED})


NOT_ASKED = {"label", "tags", "why", "set", "group", "known"}
"""What a case says beside what is graded."""


def quizapp(case: Case) -> bool:
    accepted: bool = verdict(case).accepted
    return accepted


def not_sure(given: Graded) -> tuple[float, float]:
    """Of the right responses refused, and of the wrong ones, how many per cent are "not sure"."""
    refused: dict[bool, list[bool]] = {True: [], False: []}
    for case, found in given:
        if not found.accepted:
            refused[bool(case["label"])].append(found.unsure)
    right, wrong = (
        100 * sum(refused[label]) / max(1, len(refused[label])) for label in (True, False)
    )
    return right, wrong


@cache
def asked(bank: str, name: str) -> tuple[Any, Any]:
    """A question of a bank, and what surrounds its answers."""
    from quizapp.bank.load import load
    from quizapp.bank.model import context, question

    loaded = opened(bank, load)
    return question(loaded, name), context(loaded, question(loaded, name))


@cache
def opened(bank: str, load: Callable[[Path], Any]) -> Any:
    """A bank that instructors wrote for these answers, or else a shipped one."""
    own = ANSWERS / "banks" / f"{bank}.toml"
    return load(own if own.exists() else SHIPPED / bank).bank


# What each step buys: the same grader without it.


def _without(*names: str) -> tuple[Any, str, Any]:
    kept = tuple(guard for guard in guards.GUARDS if guard.__name__ not in names)
    return guards, "GUARDS", kept


ABLATIONS: dict[str, list[tuple[Any, str, Any]]] = {
    "slips": [(align, "slipped", lambda *_: False), (compare, "slipped", lambda *_: False)],
    "real words are no slips": [(lexicon, "tier", lambda _: 0)],
    "meanings of lists": [(align, "EQUAL", 2.0), (align, "likeness", lambda *_: 0.0)],
    "expressions of several words": [(align, "by_phrase", lambda *_: [])],
    "abbreviations": [(abbreviations, "initials", lambda _: frozenset())],
    "self-corrections": [(wording, "final_version", lambda text: text)],
    "keyboards": [(keyboards, "retyped", lambda *_: ())],
    "yes and no": [(yesno, "asks", lambda _: None)],
    "quantities read": [(case_keys, "number_key", lambda *_: None)],
    "dates read": [(case_keys, "date_key", lambda *_: None)],
    "lists read": [(case_keys, "list_key", lambda *_: None)],
    "amounts in words": [(wording, "same_quantity", lambda *_: None)],
    "brackets": [(free, "opened", lambda key: key)],
    "asides weigh little": [
        (answers, name, lambda *_: False) for name in ("epithet", "whereabouts")
    ],
    "the form asked for": [_without("inflected")],
    "guard: negation": [_without("denied", "done")],
    "guard: opposites": [_without("opposed", "both_ways", "turned")],
    "guard: figures": [_without("figure", "ordered")],
    "guard: names": [_without("neighbour", "other_subject")],
    "guard: two answers": [_without("rival")],
    "guard: roles": [_without("exchanged", "mixed")],
}


@contextmanager
def changed(patches: Iterable[tuple[Any, str, Any]]) -> Iterator[None]:
    """The grader with some of its parts replaced."""
    old = [(module, name, getattr(module, name)) for module, name, _ in patches]
    forget()
    for module, name, value in patches:
        setattr(module, name, value)
    try:
        yield
    finally:
        for module, name, value in old:
            setattr(module, name, value)
        forget()


def forget() -> None:
    """Empty what the grader remembers between verdicts."""
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("quizapp.grading"):
            for value in vars(module).values():
                if callable(getattr(value, "cache_clear", None)):
                    value.cache_clear()


class Count(NamedTuple):
    """Right responses, those refused, wrong ones, those accepted."""

    right: int = 0
    refused: int = 0
    wrong: int = 0
    accepted: int = 0

    def plus(self, other: "Count") -> "Count":
        return Count(*(one + more for one, more in zip(self, other, strict=True)))

    @property
    def far(self) -> float:
        return 100 * self.accepted / self.wrong if self.wrong else 0.0

    @property
    def frr(self) -> float:
        return 100 * self.refused / self.right if self.right else 0.0

    @property
    def bacc(self) -> float:
        return 100 - (self.far + self.frr) / 2


def tally(rows: list[tuple[Case, bool]]) -> list[Count]:
    """The counts of each question."""
    groups: dict[tuple[str, str], Count] = defaultdict(Count)
    for case, accept in rows:
        label = bool(case["label"])
        one = Count(
            int(label), int(label and not accept), int(not label), int(accept and not label)
        )
        key = (case.get("question_id") or case["question"], case.get("answers", [""])[0])
        groups[key] = groups[key].plus(one)
    return list(groups.values())


def total(counts: list[Count]) -> Count:
    return Count(*map(sum, zip(*counts, strict=True))) if counts else Count()


def interval(counts: list[Count], draws: int) -> dict[str, tuple[float, float]]:
    """Bootstrap intervals of the three figures, over questions."""
    chance = random.Random(SEED)
    found: dict[str, list[float]] = {"far": [], "frr": [], "bacc": []}
    for _ in range(draws):
        drawn = total(chance.choices(counts, k=len(counts)))
        for name, values in found.items():
            values.append(getattr(drawn, name))
    out = {}
    for name, values in found.items():
        values.sort()
        out[name] = (values[int(0.025 * draws)], values[min(draws - 1, int(0.975 * draws))])
    return out


def read(paths: list[Path]) -> list[Case]:
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                case = json.loads(line)
                case.setdefault("set", path.stem.removeprefix("dev-"))
                found.append(case)
                if "ideas" in case.get("spec", {}) or case["set"].startswith(KEYED):
                    found.append(_by_sentences(case))
    return found


KEYED = ("instructors", "ordinary")
"""Sets whose keys stand in banks of their own, with ideas."""


def _by_sentences(case: Case) -> Case:
    """The same case as its author first wrote the key: one to three answers, and no ideas."""
    name = f"{case['set']}, without ideas"
    if "bank" in case:
        question, _ = asked(case["bank"], case["question_id"])
        asks = {"question": question.prompt, "answers": list(question.answers), "kind": "text"}
        return (
            {key: case[key] for key in case.keys() - {"bank", "question_id"}} | asks | {"set": name}
        )
    kept = {key: case["spec"][key] for key in case["spec"].keys() - {"ideas", "ordered", "wrong"}}
    return {**case, "spec": kept, "set": name}


def judged(grader: Grader, chosen: list[Case]) -> list[tuple[Case, bool]]:
    return [(case, grader(case)) for case in chosen]


def line(name: str, counts: list[Count], draws: int) -> str:
    sums = total(counts)
    cells = []
    spans = interval(counts, draws) if draws and len(counts) > 1 else {}
    for figure in ("far", "frr", "bacc"):
        low, high = spans.get(figure, (0.0, 0.0))
        span = f" [{low:.1f}, {high:.1f}]" if spans else ""
        cells.append(f"{getattr(sums, figure):.1f}{span}")
    return f"| {name} | {sums.right} | {sums.wrong} | " + " | ".join(cells) + " |"


HEAD = "| {} | right | wrong | false acceptances % | false refusals % | balanced accuracy % |"
RULE = "|---|---|---|---|---|---|"


def short_of_threshold(name: str, sums: Count) -> Iterator[str]:
    """What a set must reach and does not, in words."""
    want = THRESHOLDS.get(name)
    if want is None:
        return
    if sums.bacc < want.bacc:
        yield f"{name}: balanced accuracy {sums.bacc:.1f}, at least {want.bacc}"
    if want.far is not None and sums.far > want.far:
        yield f"{name}: false acceptances {sums.far:.1f} %, at most {want.far}"
    if want.frr is not None and sums.frr > want.frr:
        yield f"{name}: false refusals {sums.frr:.1f} %, at most {want.frr}"


def print_doubt(graded: dict[str, Graded]) -> None:
    """How many of the refusals of each set are "not sure"."""
    heads = ("told as not sure, %", "of right ones refused", "of wrong ones refused")
    print(f"\n| {' | '.join(heads)} |", "|---|---|---|", sep="\n")
    for name, given in graded.items():
        right, wrong = not_sure(given)
        print(f"| {name} | {right:.0f} | {wrong:.0f} |")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--ablate", action="store_true", help="also what each step buys")
    parser.add_argument("--boot", type=int, default=1000, help="bootstrap draws (1000)")
    parser.add_argument("--rivals", action="store_true", help="also the rivals, on every set")
    args = parser.parse_args()
    shipped = sorted(ANSWERS.glob("*.jsonl"))
    everything = read([*shipped, *args.files])
    sets: dict[str, list[Case]] = defaultdict(list)
    for case in everything:
        sets[case["set"]].append(case)
    sets[OWN] = [case for case in sets["held-out"] if not case.get("known")]
    missed: list[str] = []
    print(HEAD.format("set"), RULE, sep="\n")
    graded: dict[str, Graded] = {}
    for name, chosen in sets.items():
        graded[name] = [(case, verdict(case)) for case in chosen]
        counts = tally([(case, found.accepted) for case, found in graded[name]])
        print(line(name, counts, args.boot), flush=True)
        missed += short_of_threshold(name, total(counts))
    print_doubt(graded)
    for name, chosen in sets.items():
        if name == OWN:
            continue
        groups: dict[str, list[Case]] = defaultdict(list)
        for case in chosen:
            if "group" in case:
                groups[case["group"]].append(case)
        if groups:
            print(f"\n{HEAD.format(f'{name}, by group')}", RULE, sep="\n")
            for group, members in sorted(groups.items()):
                print(line(group, tally(judged(quizapp, members)), args.boot))
    if args.rivals:
        for name, chosen in sets.items():
            if name == OWN or any("bank" in case for case in chosen):
                continue
            print(f"\n{HEAD.format(f'{name}, graded by')}", RULE, sep="\n")
            for rival, grader in {"quizapp": quizapp, **RIVALS}.items():
                print(line(rival, tally(judged(grader, chosen)), args.boot), flush=True)
    if args.ablate:
        chosen = [case for case in everything if case["set"] in ("developed", "quiz-dev")]
        whole = total(tally(judged(quizapp, chosen)))
        print(
            "\n| without | false acceptances % | false refusals % | balanced accuracy % | change |"
        )
        print("|---|---|---|---|---|")
        print(f"| (nothing) | {whole.far:.1f} | {whole.frr:.1f} | {whole.bacc:.1f} | |")
        for step, patches in ABLATIONS.items():
            with changed(patches):
                sums = total(tally(judged(quizapp, chosen)))
            change = sums.bacc - whole.bacc
            print(
                f"| {step} | {sums.far:.1f} | {sums.frr:.1f} | {sums.bacc:.1f} | {change:+.1f} |",
                flush=True,
            )
    for failure in missed:
        print(f"MISSED {failure}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
