"""Print the lowest version of each dependency that `pyproject.toml` allows, as pip constraints."""

import re
import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())["project"]
RANGES = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]

for each in RANGES:
    lowest = re.fullmatch(r"([\w.-]+)(?:\[[\w,]+\])?>=([\w.]+),<[\w.]+", each)
    if lowest is None:
        raise SystemExit(f"no lowest and highest version: {each}")
    print(f"{lowest[1]}=={lowest[2]}")
