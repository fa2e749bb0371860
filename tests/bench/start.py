"""What it costs to start: the commands without a screen, against `python -c pass`.

    python tests/bench/start.py [ROUNDS]

All are timed by turns; the ratios of the minima are printed with their limits, and the exit
status is 1 if one is over its own.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from loading import bank, seconds

CASE = {"id": "1", "question": "Capital of Australia?", "answers": ["Canberra"]}
QUIZ = [sys.executable, "-m", "quizapp"]


def main(rounds: int) -> int:
    """Print the figures; 1 if one is over its limit."""
    with TemporaryDirectory() as folder:
        questions, case = Path(folder, "bank.toml"), Path(folder, "case.jsonl")
        questions.write_text(bank(100), encoding="utf-8")
        case.write_text(json.dumps({**CASE, "response": "Camberra"}) + "\n", encoding="utf-8")
        bare = [sys.executable, "-c", "pass"]
        runs = {
            "--version": ([*QUIZ, "--version"], 2.2, 1.8),
            "--help": ([*QUIZ, "--help"], 2.2, 1.8),
            "check, 100 questions": ([*QUIZ, "check", str(questions)], 6, 4.5),
            "grade, one case": ([*QUIZ, "grade", str(case)], 7, 5.5),
        }
        least = dict.fromkeys(["pass", *runs], float("inf"))
        for _ in range(rounds):
            least["pass"] = min(least["pass"], seconds(bare, folder))
            for name, (words, _, _) in runs.items():
                least[name] = min(least[name], seconds(words, folder))
    over = 0
    for name, (_, must, aim) in runs.items():
        ratio = least[name] / least["pass"]
        over += ratio > must
        figure = f"{least[name] * 1000:6.1f} ms  {ratio:5.2f}"
        print(f"{name:<22} {figure}  (must {must}, aim {aim})")
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
