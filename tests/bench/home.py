"""Home on a history of 1,000,000 responses, against an empty store, in a real terminal.

    python tests/bench/home.py [ROUNDS]

Both are started by turns, with a bank that the history is on, and timed until the bank stands there
with its number of questions. The ratio of the minima must be at most 1.5.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import history
import loading
from paint import timed

from quizapp.planning.cards import due_counts
from quizapp.store import FILE
from quizapp.store.sqlite import open_store

LIMIT = 1.5


def main(rounds: int) -> int:
    """Print the figures; 1 if one is over its limit."""
    with TemporaryDirectory(dir=history.FOLDER.parent) as folder:
        banks = Path(folder, "banks")
        banks.mkdir()
        (banks / "harbours.toml").write_text(loading.bank(20), encoding="utf-8")
        stores = {"an empty store": Path(folder, "empty"), "a full store": Path(folder, "full")}
        for data in stores.values():
            data.mkdir()
            settings = f'learner = "{history.LEARNER}"\nbanks = ["{banks}"]\n'
            (data / "settings.toml").write_text(settings, encoding="utf-8")
        os.link(history.store(), stores["a full store"] / FILE)
        for data in stores.values():
            with open_store(data / FILE) as store:
                due_counts(store, history.LEARNER)
        taken: dict[str, list[float]] = {name: [] for name in stores}
        for number in range(rounds + 1):
            for name, data in stores.items():
                command = [sys.executable, "-m", "quizapp", "--data", str(data)]
                filled = timed(command, b"20 questions", folder).clock
                if number:
                    taken[name].append(filled)
    bare, full = (min(times) for times in taken.values())
    for name, times in taken.items():
        print(f"home, {name:<15} least {min(times):6.0f} ms")
    print(f"ratio {full / bare:.2f}   (must be at most {LIMIT})")
    return int(full / bare > LIMIT)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
