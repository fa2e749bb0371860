"""Attaching the learner's own copy of a source, from the command line and from the screen."""

from pathlib import Path
from typing import NamedTuple

from quizapp import files
from quizapp.app import settings
from quizapp.app.formatting import count
from quizapp.app.workspace import UnusableBank, Workspace
from quizapp.bank.attach import match, read_copy


class Attached(NamedTuple):
    """What came of it, in sentences; `attached` says whether the copy is used from now on."""

    lines: tuple[str, ...]
    attached: bool


def attach(workspace: Workspace, path: Path, name: str) -> Attached:
    """Match the file `name` with the paragraphs of the bank at `path`, and keep where the file is
    if any of them fits."""
    if workspace.start.served:
        return Attached(("Files of this machine are out of reach in a browser.",), False)

    try:
        bank = workspace.bank(path)
        place = files.expanded(name).absolute()
        copy = match(bank, read_copy(place))
    except UnusableBank as unusable:
        return Attached((str(unusable),), False)
    except files.Refused as refused:
        return Attached((refused.sentence(name),), False)
    total = len(copy.paragraphs) + len(copy.differ)
    if not total:
        return Attached((f"{bank.id} does not say what its source looks like.",), False)
    told = [f"{len(copy.paragraphs)} of {count(total, 'passage')} recognised."]
    if copy.differ:
        names = {one.id: f"note {one.note}" if one.note else one.paragraph for one in bank.passages}
        differ = ", ".join(str(names[one] or one) for one in copy.differ)
        told.append(
            f"Not recognised (changed or missing): {differ}. For these the digest is shown."
        )
    if not copy.paragraphs:
        return Attached((*told, f"{name} is not the source of {bank.id}: nothing attached."), False)
    try:
        settings.remember_copy(workspace.start.data, bank.id, place)
    except settings.SettingsError as error:
        return Attached((*told, str(error)), False)
    workspace.forget_settings()
    return Attached((*told, f"{bank.id} now shows your copy, {place}."), True)
