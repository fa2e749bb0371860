# ruff: noqa: SIM905
"""What a verdict costs: on usual responses, and on the slowest that a search finds for each kind.

    python tests/bench/worst.py [--seconds N] [--seed N] [--most MS] [KIND …]

Usual responses are those of `answers`, each graded once in a warm process, which has seen another
response to the question. The time of the processor is told as a multiple of one
`rapidfuzz.fuzz.ratio` of the model answer and the response.

In the search a response is a pattern of pieces (words of the key, figures, dates, marks, brackets,
signs …) that is repeated up to 64 KiB. The search mutates the slowest patterns that it has; its
seed is made anew each run, and printed. Times are the least of three verdicts, in milliseconds and
as a multiple of one ratio of two short strings. Exit status 1 if one takes over --most.
"""

import argparse
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from grading import ANSWERS, NOT_ASKED, asked
from rapidfuzz import fuzz

from quizapp.bank.load import load
from quizapp.bank.model import context
from quizapp.grading import grade_text
from quizapp.grading.grade_case import read_case

USUAL = ("ideas", "instructors", "everyday", "general")
"""The sets whose responses are graded: statements, and the short answers of a quiz."""
LENGTHS = {"short": 8, "medium": 20, "long": 1000}
"""Up to so many words has a response of each length."""
UNLIKE = "The cat sat on the mat by the door."
"""What each question is answered with first."""
BANK = Path(__file__).with_name("worst.toml")
SIZE = 64 * 1024
KEPT = 6
"""So many of the slowest patterns are mutated."""
LONGEST = 8
"""So many pieces has a pattern."""
PIECES = [
    *"""not no never or and but if a A the of is was isn't who which that because than less more
    rather either maybe between both without nothing instead wait sorry actually as by with from to
    minus half one two twenty-one hundred million third first I V XIV iv 1 12 1905 1,000 1.5 -3 10^9
    1500km 5% $5 3/4 9/11/1989 1989-11-09 May November BC century 1990s 7:45 Su-35 B12 35 747 pm
    . , ; : ! ? ... … — - -- / ( ) [ ] { } | ' " ’ “ + = < > ≤ ± √ ♯ ² ⁹ ½ × → & # * \\d _ ~ ^ %
    x, xx a. U.S. e.g. á ﬃ ﷺ ß λ привет 北京 ก็ 😀 A. (x) "x" Moon fear attack""".split(),
    *("\u0301", "\u200d", "\n", "\t", " ", "", "zqx", "a" * 40, "1" * 40, "no, ", " or "),
]
GAPS = ("", " ", ", ", "-", "\n", ". ", "; ", " and ")
SIZES = (60, 200, 500, 1000, 2100, 4200, SIZE)


class Pattern(NamedTuple):
    """What a response is made of: pieces in turn with a gap between, up to a size in characters."""

    pieces: tuple[str, ...]
    gap: str
    size: int

    def response(self, first: str) -> str:
        """The text, with `first` in front."""
        once = self.gap.join(self.pieces) + self.gap or " "
        return (first + once * (1 + self.size // len(once)))[: self.size]


def mutated(pattern: Pattern, chance: random.Random, pieces: list[str]) -> Pattern:
    """A pattern with a piece more, less or another, another gap or another size."""
    parts = list(pattern.pieces)
    at = chance.randrange(len(parts))
    match chance.randrange(6):
        case 0 if len(parts) < LONGEST:
            parts.insert(at, chance.choice(pieces))
        case 1 if len(parts) > 1:
            del parts[at]
        case 2:
            return pattern._replace(gap=chance.choice(GAPS))
        case 3:
            return pattern._replace(size=chance.choice(SIZES))
        case _:
            parts[at] = chance.choice(pieces)
    return pattern._replace(pieces=tuple(parts))


def fresh(chance: random.Random, pieces: list[str]) -> Pattern:
    """A pattern at random."""
    parts = tuple(chance.choices(pieces, k=chance.randint(1, 4)))
    return Pattern(parts, chance.choice(GAPS), chance.choice(SIZES))


def spent(run: Callable[[str], object], response: str, times: int) -> float:
    """The least milliseconds of so many verdicts; a space more each time, so that none is known."""
    least = 1e9
    for _ in range(times):
        response += " "
        start = time.perf_counter()
        run(response)
        least = min(least, time.perf_counter() - start)
    return least * 1e3


def search(
    run: Callable[[str], object], first: str, pieces: list[str], seconds: float, seed: int
) -> tuple[float, Pattern, int]:
    """The slowest pattern that was found, its milliseconds, and how many were tried."""
    chance = random.Random(seed)
    slowest: list[tuple[float, Pattern]] = []
    tried = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        tried += 1
        anew = not slowest or chance.random() < 0.3
        pattern = fresh(chance, pieces) if anew else chance.choice(slowest)[1]
        if not anew:
            pattern = mutated(pattern, chance, pieces)
        slowest.append((spent(run, pattern.response(first), 1), pattern))
        slowest.sort(key=lambda one: -one[0])
        del slowest[KEPT:]
    best = [(spent(run, pattern.response(first), 3), pattern) for _, pattern in slowest]
    return *max(best, key=lambda one: one[0]), tried


def ratio(one: str, other: str, times: int = 200) -> float:
    """The milliseconds of one ratio of two strings."""
    start = time.process_time()
    for _ in range(times):
        fuzz.ratio(one, other)
    return (time.process_time() - start) * 1e3 / times


class Usual(NamedTuple):
    """A response of a set to a question in words: its key, how it is graded, the model answer."""

    name: str
    key: object
    run: Callable[[str], object]
    model: str
    response: str


def usual() -> Iterator[Usual]:
    """The responses of the sets to questions in words."""
    for name in USUAL:
        for line in (ANSWERS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            case: dict[str, Any] = json.loads(line)
            response = case["response"]
            if "bank" in case:
                named = case["bank"], case["question_id"]
                question, around = asked(*named)
                if question.kind == "text" and question.accepted():
                    run = lambda text, q=question, c=around: q.grade(c, text)  # noqa: E731
                    yield Usual(name, named, run, question.accepted()[0], response)
                continue
            around, key, kind, _ = read_case({of: case[of] for of in case.keys() - NOT_ASKED})
            if kind == "text":
                run = lambda text, k=key, c=around: grade_text(k, c, text)  # noqa: E731
                yield Usual(name, (key, around), run, key.answers[0], response)


def print_usual() -> None:
    """What a verdict on the usual responses costs, by set and length."""
    known: set[object] = set()
    costs: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for one in usual():
        if one.key not in known:
            known.add(one.key)
            one.run(UNLIKE)
        start = time.process_time()
        one.run(one.response)
        taken = (time.process_time() - start) * 1e3
        words = len(one.response.split())
        length = next(name for name, most in LENGTHS.items() if words <= most)
        for name in (one.name, "all"):
            costs[name, length].append((taken / ratio(one.model, one.response), taken))
    print("| set | responses | graded | × ratio, median | 90th percentile | ms, median |")
    print("|---|---|---|---|---|---|")
    for name, length in ((name, length) for name in (*USUAL, "all") for length in LENGTHS):
        if given := costs.get((name, length)):
            ratios, times = (sorted(column) for column in zip(*given, strict=True))
            middle, most = len(given) // 2, len(given) * 9 // 10
            figures = f"{ratios[middle]:,.0f} | {ratios[most]:,.0f} | {times[middle]:.2f}"
            print(f"| {name} | {length} | {len(given)} | {figures} |")
    print()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("kinds", nargs="*", help="the questions of the bank (all)")
    parser.add_argument("--seconds", type=float, default=10, help="of search for each kind (10)")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--most", type=float, default=20, help="milliseconds of one verdict (20)")
    args = parser.parse_args()
    bank = load(BANK).bank
    assert bank is not None
    if not args.kinds:
        print_usual()
    unit = ratio("both feared a war", "they both feared the war", 20_000)
    print(f"seed {args.seed}; one ratio takes {unit * 1e3:.3f} µs\n")
    print("| kind | tried | slowest, ms | × ratio | pieces | gap | characters |")
    print("|---|---|---|---|---|---|---|")
    late = 0
    for question in bank.questions:
        if args.kinds and question.id not in args.kinds:
            continue
        around = context(bank, question)
        own = [word for answer in question.accepted() for word in answer.split()]
        first = "false " if question.kind == "boolean" else ""
        worst, pattern, tried = search(
            lambda text, q=question, c=around: q.grade(c, text),  # type: ignore[misc]
            first, PIECES + own, args.seconds, args.seed,
        )  # fmt: skip
        late += worst > args.most
        print(
            f"| {question.id} | {tried} | {worst:.2f} | {worst / unit:,.0f}"
            f" | {pattern.pieces!r} | {pattern.gap!r} | {pattern.size} |",
            flush=True,
        )
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
