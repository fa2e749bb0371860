"""How long `quizapp check` takes, against what cannot be saved: an interpreter, the parser.

    python tests/bench/loading.py [--rounds 15]

Everything is run in turn within one round, so that a noisy machine slows all alike; what is printed
are ratios of minima over the rounds.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PASSAGE = """
[[passage]]
id = "p{n}"
section = "Section {section}"
paragraph = {n}
digest = \"\"\"The {n}th harbour keeps a tide gauge of its own. Every hour somebody writes the
height of the water into a book, which has been done since the pier was built. {filler}\"\"\"
"""
QUESTION = """
[[question]]
id = "q{n}"
kind = "text"
prompt = "What stands in the book of harbour number {n}?"
answers = ["the height of the water {n}", "the water level {n}"]
support = [{{ passage = "p{passage}", evidence = ["the\\nheight of the water"] }}]
hint = "Somebody writes it down every hour."
explanation = "The gauge is read by hand, as it was when the pier was built."
objective = "harbour-{n}"
level = "remember"
tags = ["figures", "harbours"]
wrong = [{{ answers = ["the wind {n}"], feedback = "The wind is written down at the airport." }}]
"""


def bank(questions: int) -> str:
    """A sound bank of so many questions, without tests; a passage for every seven."""
    filler = "Fishermen trust it more than the printed table, and say so to whoever asks. " * 5
    passages = questions // 7 + 1
    parts = ['format = 1\n[bank]\nid = "harbours"\ntitle = "Harbours"\n']
    parts += [PASSAGE.format(n=n, section=n // 5, filler=filler) for n in range(1, passages + 1)]
    parts += [QUESTION.format(n=n, passage=n // 7 + 1) for n in range(questions)]
    return "".join(parts)


def command(*code: str) -> list[str]:
    """A run of this interpreter."""
    return [sys.executable, *code]


def seconds(arguments: list[str], compiled: str) -> float:
    """How long a process takes, in seconds; it has to succeed. `compiled` as in `as_installed`."""
    surroundings, nowhere = os.environ | as_installed(compiled), subprocess.DEVNULL
    start = time.perf_counter()
    subprocess.run(arguments, check=True, stdout=nowhere, stderr=nowhere, env=surroundings)
    return time.perf_counter() - start


def as_installed(compiled: str) -> dict[str, str]:
    """What has a process keep bytecode, in the folder `compiled`: an installed program has it."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small.toml"), Path(folder, "large.toml")
        small.write_text(bank(100), encoding="utf-8")
        large.write_text(bank(1000), encoding="utf-8")
        parse = "import sys, tomli; tomli.load(open(sys.argv[1], 'rb'))"
        runs = {
            "pass": command("-c", "pass"),
            "check 100": command("-m", "quizapp", "check", str(small)),
            "tomli 1000": command("-c", parse, str(large)),
            "check 1000": command("-m", "quizapp", "check", str(large)),
        }
        best = dict.fromkeys(runs, float("inf"))
        for _ in range(rounds):
            for name, arguments in runs.items():
                best[name] = min(best[name], seconds(arguments, folder))
    for name, against, must, aim in (
        ("check 100", "pass", 6, 4.5),
        ("check 1000", "tomli 1000", 12, 4),
    ):
        print(
            f"{name:10} {best[name] * 1000:6.1f} ms  {best[name] / best[against]:5.2f} × {against}"
            f"  (must {must}, aim {aim})"
        )


if __name__ == "__main__":
    main()
