"""Settings that are as they should be, and those that are not."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tripwire import tripwire

from quizapp.app import settings
from quizapp.app.settings import Settings, read
from quizapp.bank.find import find, places
from quizapp.files import Refused
from quizapp.text import clean

unix = pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix file system")


def written(data: Path, text: str | bytes) -> Path:
    (data / "settings.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return data


def test_no_settings_are_the_defaults(tmp_path: Path) -> None:
    assert read(tmp_path) == read(tmp_path / "gone") == read(written(tmp_path, "")) == Settings()


def test_sound_settings_are_read(tmp_path: Path) -> None:
    text = 'banks = ["~/b"]\ntheme = "nord"\nlearner = "Ada"\nnew_a_day = 3\nretention = 0.8\n'
    found = read(written(tmp_path, text + '[copies]\ntides = "c.txt"\n'))
    assert found == Settings(
        (Path.home() / "b",), {"tides": Path("c.txt")}, "nord", "Ada", 3, 0.8
    )  # fmt: skip


UNSOUND = [
    ("banks = 3", 2, "banks"),
    ('banks = ["~nosuchuser/x"]', 2, "~nosuchuser"),
    ('banks = ["a\\u0000b"]', 2, "NUL"),
    ("banks = [1]", 2, "no path"),
    ('copies = "x"', 2, "copies"),
    ('copies = { a = "~nosuchuser" }', 2, "~nosuchuser"),
    ("theme = []", 2, "theme"),
    ("learner = 1.5", 2, "learner"),
    ("new_a_day = true", 2, "from 0 to 1000"),
    ("retention = nan", 2, "from 0.7 to 0.99"),
    ("retention = 9" + "0" * 400, 2, "digits"),
]


@pytest.mark.parametrize(("line", "number", "said"), UNSOUND)
def test_what_is_unsound_is_passed_over_and_named_with_its_line(
    tmp_path: Path, line: str, number: int, said: str
) -> None:
    found = read(written(tmp_path, f"# mine\n{line}\n"))
    assert found._replace(problems=()) == Settings()
    assert len(found.problems) == 1
    assert f"settings.toml:{number}:" in found.problems[0]
    assert said in found.problems[0]


def test_the_rest_holds_beside_what_is_unsound(tmp_path: Path) -> None:
    found = read(written(tmp_path, 'banks = ["~nosuchuser", "/b"]\nnew_a_day = -1\ntheme = "x"\n'))
    assert (found.banks, found.theme, len(found.problems)) == ((Path("/b"),), "x", 2)


HOSTILE = {
    "no TOML": b"banks = [",
    "nested": b"a = " + b"[" * 5000,
    "keys": b".".join([b"a"] * 5000) + b" = 1",
    "digits": b"a = " + b"9" * 5000,
    "UTF-16": "theme = 'x'".encode("utf-16"),
    "Latin-1": b"theme = '\xe9'",
    "NUL": b"theme = '\0'",
    "large": b"# " + b"x" * settings.LIMIT,
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_settings_are_the_defaults_and_are_never_written_over(
    tmp_path: Path, content: bytes
) -> None:
    found = read(written(tmp_path, content))
    assert found._replace(problems=()) == Settings()
    assert "settings.toml" in found.problems[0]
    with pytest.raises(settings.SettingsError):
        settings.save(tmp_path, {"theme": "nord"})
    assert (tmp_path / "settings.toml").read_bytes() == content


@pytest.mark.skipif(os.name == "nt", reason="no such permissions there")
def test_only_its_owner_can_read_what_may_hold_a_key(tmp_path: Path) -> None:
    for command in ("my-judge --key abc", "my-judge"):
        settings.save(tmp_path, {"judge": command})
        assert (tmp_path / "settings.toml").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("text", "add"),
    [
        ("banks = 3\n", lambda data: settings.remember_bank(data, data)),
        ('copies = "x"\n', lambda data: settings.remember_copy(data, "b", data)),
    ],
)
def test_what_has_the_wrong_type_is_not_added_to(
    tmp_path: Path, text: str, add: Callable[[Path], None]
) -> None:
    written(tmp_path, text)
    with pytest.raises(settings.SettingsError, match="must be"):
        add(tmp_path)
    assert (tmp_path / "settings.toml").read_text() == text


def test_many_problems_are_told_in_part(tmp_path: Path) -> None:
    found = read(written(tmp_path, f"banks = {[1] * 5000}\n"))
    assert len(found.problems) == settings.MOST_PROBLEMS


@unix
@pytest.mark.parametrize("sort", ["a named pipe", "a device", "a folder"])
def test_settings_that_are_no_file_are_the_defaults_at_once(tmp_path: Path, sort: str) -> None:
    path = tmp_path / "settings.toml"
    if sort == "a named pipe":
        os.mkfifo(path)
    elif sort == "a device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    begun = time.monotonic()
    found = read(tmp_path)
    assert sort in found.problems[0]
    with pytest.raises(settings.SettingsError, match=sort):
        settings.save(tmp_path, {"theme": "nord"})
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize("name", ["~nosuchuser", "a\0b"])
def test_a_data_folder_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        settings.data_folder(name)


WORDS = st.sampled_from([
    "", "~", "~nosuchuser", "~root/x", "/dev/zero", "/dev/null", "/proc/self/mem", "..", "\\u0000",
    "\\u001b[2J", "n" * 5000, "x/" * 3000, "nord", "é", "=1+1", "%s", ".", "settings.toml",
])  # fmt: skip
VALUES = st.recursive(
    st.one_of(
        WORDS.map('"{}"'.format),
        st.integers().map(str),
        st.integers(17, 6000).map("9".__mul__),
        st.sampled_from(["0.9", "nan", "-inf", "1e999", "true", "1979-05-27", "07:32:00"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda each: f"[{', '.join(each)}]"),
        st.lists(inner, max_size=3).map(
            lambda each: "{" + ", ".join(f"k{n} = {one}" for n, one in enumerate(each)) + "}"
        ),
    ),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [*Settings._fields, "copies.tides", "[copies]\ntides", "banks.x", '"\\u0000"']
)
LINES = st.lists(st.tuples(KEYS, VALUES).map(" = ".join), max_size=6).map("\n".join)


@st.composite
def hostile(draw: st.DrawFn) -> bytes:
    """Settings with anything in any field, and perhaps some bytes put in between."""
    content = draw(LINES).encode()
    at = draw(st.integers(0, len(content)))
    return content[:at] + draw(st.just(b"") | st.binary(max_size=6)) + content[at:]


def harmless(data: Path, content: bytes) -> None:
    """Whatever the settings are, they are read and changed, or refused, and nothing else."""
    written(data, content)
    begun = time.process_time()
    with tripwire(data) as touched:
        found = read(data)
        assert all(clean(problem) == problem for problem in found.problems)
        find(places(data, found.banks), count=False)
        changes: list[Callable[[], object]] = [
            lambda: settings.remember_bank(data, data),
            lambda: settings.remember_copy(data, "tides", data),
            lambda: settings.save(data, {"theme": "nord"}),
            lambda: settings.save(data, {"new_a_day": 3}),
        ]
        for change in changes:
            with suppress(settings.SettingsError):
                change()
                read(data)
    assert touched == []
    assert [path.name for path in data.iterdir()] == ["settings.toml"]
    assert time.process_time() - begun < 2


@hypothesis.settings(max_examples=100)
@given(hostile())
def test_mutated_settings_do_no_harm(tmp_path: Path, content: bytes) -> None:
    harmless(tmp_path, content)


@pytest.mark.slow
@pytest.mark.long
@hypothesis.settings(max_examples=10_000)
@given(hostile())
def test_ten_thousand_mutated_settings_do_no_harm(tmp_path: Path, content: bytes) -> None:
    harmless(tmp_path, content)
