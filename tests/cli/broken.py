"""The real program with a fault put into it, or with an interrupt at a certain moment."""

import os
from pathlib import Path

from cli.program import ROOT


def broken(folder: Path, module: str, name: str, error: str) -> dict[str, str]:
    """The environment of a program in which `module.name` raises `error`, an expression."""
    owner, _, attribute = f"{module}.{name}".rpartition(".")
    return changed(
        folder,
        f"import {module}\n"
        "def fails(*_given, **_named):\n"
        f"    raise {error}\n"
        f"{owner}.{attribute} = fails\n",
    )


def interrupted(folder: Path, module: str) -> dict[str, str]:
    """The environment of a program that is interrupted as it begins to import `module`."""
    return changed(
        folder,
        "import os, signal, sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, *_rest):\n"
        f"        if name == {module!r}:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder())\n",
    )


def changed(folder: Path, code: str) -> dict[str, str]:
    """The environment of a program before which `code` runs."""
    # Python imports a module of this name first, where it finds one.
    (folder / "sitecustomize.py").write_text(code)
    return {"PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))}
