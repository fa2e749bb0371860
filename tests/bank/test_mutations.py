"""One thing changed in a sound bank is reported, and on the line where it was changed."""

import random
import re
from collections.abc import Iterator

import pytest
from bank.writing import Loads

SEEDS = range(5)


def mutations(good: str) -> Iterator[tuple[int, str, set[str]]]:
    """(line, text, codes) of single mutations: the line is that of the change."""
    lines = good.split("\n")
    header = 0
    in_array = False
    for number, line in enumerate(lines, 1):
        if re.match(r"\[", line):
            header = number
        key = re.match(r'(?:(\w+)|"[\w-]+") = (.*)', line)
        if key is None or in_array:
            in_array = in_array and not line.startswith("]")
            continue
        name, value = key[1], key[2]
        in_array = value == "["

        def changed(new: str, number: int = number) -> str:
            return "\n".join([*lines[: number - 1], new, *lines[number:]])

        if name and not (in_array or value.startswith('"""')) and header:
            yield number, changed(f"{name}x = {value}"), {"unknown-field"}
            optional = lines[header - 1] == "[source]"
            asks = lines[header - 1] == "[[question]]"
            needed = ("title", "prompt") if asks else ("title", "id")
            if name in needed and not optional:
                yield header, changed(""), {"missing-field"}
        if in_array or value.startswith('"""'):
            continue
        if name != "answer":
            yield (
                number,
                changed(f"{line[: line.index('=')]}= 1979-05-27"),
                {"type", "format", "kind"},
            )
        if value.startswith('"') and name not in ("kind", "level"):
            yield number, changed(line[:-1] + '\\u001b"'), {"control"}
            yield number, changed(line[:-1]), {"toml"}


def test_every_mutation_is_reported_on_its_line(loads: Loads, good: str) -> None:
    count = 0
    for line, text, codes in mutations(good):
        problems = loads(text).problems
        at = [one for one in problems if one.line == line and one.code in codes]
        assert at, (line, codes, text.split("\n")[line - 1], problems)
        count += 1
    assert count > 150


@pytest.mark.parametrize("seed", SEEDS)
def test_lines_do_not_shift(loads: Loads, good: str, seed: int) -> None:
    """Blank lines, comments and traps before a fault move its line by as much."""
    rng = random.Random(seed)
    traps = ["", "# [[question]]", "   ", "\t# x = '''", '# """']
    blocks = good.split("\n\n")
    marked = rng.randrange(1, len(blocks))
    blocks[marked] = re.sub(r"\n", "\nunheard = 1\n", blocks[marked], count=1)
    text = ""
    for block in blocks:
        text += block + "\n" + "".join(f"{rng.choice(traps)}\n" for _ in range(rng.randrange(4)))
    line = next(n for n, one in enumerate(text.split("\n"), 1) if one == "unheard = 1")
    problems = loads(text).problems
    assert [(one.line, one.column) for one in problems] == [(line, 1)], problems
