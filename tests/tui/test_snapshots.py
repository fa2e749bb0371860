"""What a dozen screens show, at two sizes, is what they were last seen to show.

After a change that is meant: python tests/snapshots.py, and look at what differs.
"""

import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

import pytest
from pictures import ROOT
from snapshots import FOLDER, SIZES


@pytest.mark.parametrize("size", [SIZES[0], *(pytest.param(s, marks=pytest.mark.slow)
                                              for s in SIZES[1:])])  # fmt: skip
def test_the_screens_show_what_they_showed(tmp_path: Path, size: str) -> None:
    script = ROOT / "tests" / "snapshots.py"
    subprocess.run([sys.executable, script, tmp_path, size], check=True, timeout=280)
    kept = {path.name: path.read_text("utf-8") for path in FOLDER.glob(f"*-{size}.txt")}
    now = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert now.keys() == kept.keys()
    changed = [
        "\n".join(unified_diff(kept[name].splitlines(), now[name].splitlines(), name, "now"))
        for name in kept
        if kept[name] != now[name]
    ]
    assert not changed, "\n\n".join([*changed, "If that is meant: python tests/snapshots.py"])
