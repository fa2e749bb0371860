"""Where banks are looked for, and which one a name means."""

from pathlib import Path

import pytest

from quizapp.bank.find import NoSuchBank, banks_in, find, glance, places, resolve, shipped
from quizapp.bank.load import load

HEAD = 'format = 1\n[bank]\nid = "{}"\ntitle = "{}"\n'
ASK = '[[question]]\nid = "q{}"\nkind = "text"\nprompt = "P?"\nanswers = "a"\n'


def put(folder: Path, name: str, title: str = "T", questions: int = 1) -> Path:
    text = HEAD.format(name, title) + "".join(ASK.format(n) for n in range(questions))
    path = folder / name / "bank.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path.parent


@pytest.fixture
def near(tmp_path: Path) -> Path:
    folder = tmp_path / "near"
    put(folder, "tides", "Near tides", 2)
    put(folder, "winds")
    (folder / "alone.toml").write_text(HEAD.format("stars", "Stars") + ASK.format(1))
    (folder / "broken.toml").write_text("format = ")
    (folder / "readme.txt").write_text("no bank")
    (folder / "empty").mkdir()
    return folder


@pytest.fixture
def far(tmp_path: Path) -> Path:
    folder = tmp_path / "far"
    put(folder, "tides", "Far tides")
    put(folder, "winds")
    put(folder, "clouds")
    return folder


def test_a_glance_says_what_the_home_screen_needs(near: Path) -> None:
    seen = glance(near / "tides")
    assert (seen.id, seen.title, seen.questions, seen.problem) == ("tides", "Near tides", 2, "")


def test_a_glance_at_a_broken_bank_says_so(near: Path) -> None:
    seen = glance(near / "broken.toml")
    assert (seen.id, seen.title) == ("broken", "broken")
    assert seen.problem


def test_a_glance_counts_no_drafts(tmp_path: Path) -> None:
    path = put(tmp_path, "b")
    with (path / "more.toml").open("w") as file:
        file.write(ASK.format(7) + "draft = true\n" + ASK.format(8))
    assert glance(path).questions == 2


def test_what_is_shown_is_clean(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text('[bank]\nid = "a\\u001b[2J"\ntitle = "\\u202eT"\n')
    seen = glance(tmp_path / "b.toml")
    assert (seen.id, seen.title) == ("a[2J", "T")


def test_banks_of_a_folder_and_of_a_bank(near: Path) -> None:
    assert [path.name for path in banks_in(near)] == ["alone.toml", "broken.toml", "tides", "winds"]
    assert banks_in(near / "tides") == (near / "tides",)
    assert banks_in(near / "alone.toml") == (near / "alone.toml",)
    assert banks_in(near / "nothing") == ()
    assert banks_in(Path("nul\0")) == ()


def test_the_nearer_bank_hides_another_of_its_id_and_it_is_said(near: Path, far: Path) -> None:
    found = find((near, far))
    assert [bank.id for bank in found.banks] == ["stars", "broken", "tides", "winds", "clouds"]
    assert next(bank.title for bank in found.banks if bank.id == "tides") == "Near tides"
    assert [(one.id, one.used, one.hidden) for one in found.shadowed] == [
        ("tides", near / "tides", far / "tides")
    ]


@pytest.mark.parametrize(
    ("name", "path"),
    [("tides", "near/tides"), ("cl", "far/clouds"), ("stars", "near/alone.toml")],
)
def test_a_name_is_an_id_or_the_beginning_of_one(
    near: Path, far: Path, tmp_path: Path, name: str, path: str
) -> None:
    assert resolve(name, (near, far)) == tmp_path / path


def test_a_name_may_be_a_path(near: Path, far: Path) -> None:
    assert resolve(str(far / "tides"), (near,)) == far / "tides"
    assert resolve(str(near / "alone.toml"), ()) == near / "alone.toml"


def test_a_whole_id_is_no_beginning(tmp_path: Path) -> None:
    put(tmp_path, "tide")
    put(tmp_path, "tides")
    assert resolve("tide", (tmp_path,)) == tmp_path / "tide"


@pytest.mark.parametrize(
    ("name", "says"),
    [("x", "tides"), ("", "tides"), ("none/such.toml", "tides"), ("\x1b", "tides")],
)
def test_a_name_of_nothing_says_what_there_is(near: Path, name: str, says: str) -> None:
    with pytest.raises(NoSuchBank, match=says) as raised:
        resolve(name, (near,))
    assert "\x1b" not in str(raised.value)


@pytest.mark.parametrize(("inside", "at"), [(".", "near/tides"), ("near", "tides")])
def test_a_bank_near_by_that_is_in_none_of_the_places_is_named(
    near: Path, far: Path, monkeypatch: pytest.MonkeyPatch, inside: str, at: str
) -> None:
    (near / "tides").rename(near / "a-folder")
    monkeypatch.chdir(near.parent / inside)
    (far / "tides" / "bank.toml").unlink()
    place = at.replace("tides", "a-folder")
    with pytest.raises(NoSuchBank, match=rf"at {place}, .*give that path.*banks --add FOLDER"):
        resolve("tides", (far,))


def test_who_names_no_bank_is_told_that_a_path_will_do(near: Path) -> None:
    with pytest.raises(NoSuchBank, match=r"give the path.*banks --add FOLDER"):
        resolve("comets", (near,))


def test_a_beginning_of_several_names_them(tmp_path: Path) -> None:
    put(tmp_path, "tides-a")
    put(tmp_path, "tides-b")
    with pytest.raises(NoSuchBank, match="tides-a, tides-b"):
        resolve("tid", (tmp_path,))


def test_a_folder_of_several_banks_is_no_bank(near: Path) -> None:
    with pytest.raises(NoSuchBank, match="several"):
        resolve(str(near), ())


def test_places_are_each_there_once_the_nearest_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "own"
    assert places(tmp_path / "data", [own, own]) == (
        Path("questions"), own, tmp_path / "data" / "banks", shipped()
    )  # fmt: skip
    monkeypatch.chdir(shipped().parent)
    assert len(places(tmp_path / "data")) == 2


def test_the_banks_that_ship_are_sound() -> None:
    paths = banks_in(shipped())
    assert paths
    for path in paths:
        assert load(path).problems == ()
