"""The pictures in README and docs show what the program shows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pictures import FOLDER, NAMES, ROOT, words_on

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_picture_is_there_and_shown() -> None:
    shown = {
        (page.parent / name).resolve()
        for page in PAGES
        for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text())
    }
    assert {path.stem for path in shown} == set(NAMES)
    assert {path.stem for path in FOLDER.iterdir()} == set(NAMES)
    assert all(path.is_file() for path in shown)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_fetches_nothing_and_names_no_place(name: str) -> None:
    text = (FOLDER / f"{name}.svg").read_text()
    fetched = re.findall(r"https?://[^\"' <)]+", text)
    assert set(fetched) <= {"http://www.w3.org/2000/svg", "https://www.textualize.io"}
    assert str(ROOT) not in text
    assert "/tmp" not in text


@pytest.mark.slow
def test_the_pictures_show_what_the_program_shows_today(tmp_path: Path) -> None:
    script = ROOT / "tests" / "pictures.py"
    subprocess.run([sys.executable, script, tmp_path], check=True, timeout=280)
    stale = [
        name
        for name in NAMES
        if words_on((tmp_path / f"{name}.svg").read_text())
        != words_on((FOLDER / f"{name}.svg").read_text())
    ]
    assert not stale, "run: python tests/pictures.py"
