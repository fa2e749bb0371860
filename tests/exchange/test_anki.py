"""Packages for Anki, tried with Anki's own library where that is installed."""

import io
import sqlite3
import zipfile
from pathlib import Path

import pytest

from quizapp.bank.find import shipped
from quizapp.bank.load import load
from quizapp.bank.model import Bank
from quizapp.exchange.formats import exported

pytest.importorskip("genanki")


def tides() -> Bank:
    bank = load(shipped() / "tides").bank
    assert bank is not None
    return bank


def test_a_note_has_its_passage_and_a_lasting_id(tmp_path: Path) -> None:
    content, losses = exported(tides(), "anki")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        package.extract("collection.anki2", tmp_path)
    with sqlite3.connect(tmp_path / "collection.anki2") as database:
        notes = database.execute("SELECT guid, flds FROM notes").fetchall()
    assert len(notes) == len(tides().questions)
    assert len({guid for guid, _ in notes}) == len(notes)
    assert all("<blockquote" in fields and "<mark>" in fields for _, fields in notes)
    assert any(loss.question == "difference" and "ideas" in loss.what for loss in losses)


def test_anki_imports_a_package_twice_without_duplicates(tmp_path: Path) -> None:
    anki = pytest.importorskip("anki.collection")
    path = tmp_path / "tides.apkg"
    path.write_bytes(exported(tides(), "anki")[0])
    collection = anki.Collection(str(tmp_path / "collection.anki2"))
    request = anki.ImportAnkiPackageRequest(
        package_path=str(path), options=anki.ImportAnkiPackageOptions()
    )
    new = [len(collection.import_anki_package(request).log.new) for _ in range(2)]
    assert new == [len(tides().questions), 0]
    assert collection.note_count() == len(tides().questions)
    card = collection.get_card(collection.find_cards("")[0])
    assert 'class="passage"' in card.answer()
    collection.close()


def test_anki_imports_the_text_twice_without_duplicates(tmp_path: Path) -> None:
    anki = pytest.importorskip("anki.collection")
    path = tmp_path / "tides.txt"
    path.write_bytes(exported(tides(), "anki-text")[0])
    collection = anki.Collection(str(tmp_path / "collection.anki2"))
    about = collection.get_csv_metadata(path=str(path), delimiter=None)
    request = anki.ImportCsvRequest(path=str(path), metadata=about)
    new = [len(collection.import_csv(request).log.new) for _ in range(2)]
    assert new == [len(tides().questions), 0]
    collection.close()
