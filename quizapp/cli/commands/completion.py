"""`quizapp completion`: what a shell's Tab key needs to complete commands, options and banks."""

from __future__ import annotations

import shlex
import sys
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from quizapp.app.workspace import UnusableBank, Workspace
from quizapp.bank.find import NoSuchBank
from quizapp.cli.commands.help import topics
from quizapp.cli.help_overview import parted
from quizapp.cli.main import COMMANDS, parser_of
from quizapp.cli.workspace import open_workspace

if TYPE_CHECKING:
    from quizapp.bank.model import Bank

SCRIPTS = {
    "bash": """\
_quizapp() {
    local IFS=$'\\n'
    COMPREPLY=($(printf '%s\\n' "${COMP_WORDS[@]:1:COMP_CWORD}" |
        quizapp completion bash --words 2>/dev/null))
}
complete -o default -o nosort -F _quizapp quizapp
""",
    "zsh": """\
#compdef quizapp
_quizapp() {
    local -a found
    found=("${(@f)$(print -rl -- "${(@Q)words[2,CURRENT]}" |
        quizapp completion zsh --words 2>/dev/null)}")
    if [[ -n $found[1] ]]; then compadd -a found; else _files; fi
}
compdef _quizapp quizapp
""",
    "fish": """\
function __quizapp_next
    set -l found (begin; commandline -opc; commandline -ct; end |
        tail -n +2 | quizapp completion fish --words 2>/dev/null)
    if set -q found[1]
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c quizapp -f -a '(__quizapp_next)'
""",
}
"""For each shell, what to have it read when it starts."""


def run(options: Namespace) -> int:
    """Print what the shell has to read, or what may come next."""
    if not options.words:
        sys.stdout.write(SCRIPTS[options.shell])
        return 0
    workspace = open_workspace(options)
    for found in candidates(sys.stdin.read().split("\n")[:-1], workspace):
        # Bash puts what it is given on the command line as it is; the others quote it.
        print(shlex.quote(found) if options.shell == "bash" else found)
    return 0


def candidates(words: Sequence[str], workspace: Workspace) -> list[str]:
    """What the last of the words may become; nothing where a file's name is meant."""
    *before, typed = words or [""]
    if before and before[-1] == "=":
        before.pop()
    elif typed == "=":
        typed = ""
    _, name, after = parted(before)
    if name and name not in COMMANDS:
        return []
    parser = parser_of(name)
    if not name and not typed.startswith("-"):
        found: Iterable[str] = COMMANDS
    elif typed.startswith("-"):
        found = sorted(name for name in parser._option_string_actions if name.startswith("--"))
    else:
        action = _meant(parser, after)
        found = _values(action, after, workspace) if action is not None else ()
    start = typed.lstrip("\"'").casefold()
    return [each for each in found if each.casefold().startswith(start)]


def _meant(parser: ArgumentParser, after: Sequence[str]) -> Action | None:
    """The option whose value comes next, else the argument whose turn it is."""
    options = parser._option_string_actions
    last = options.get(after[-1]) if after else None
    if last is not None and last.nargs != 0:
        return last
    places = [action for action in parser._actions if not action.option_strings]
    given = len(_arguments(parser, after))
    if given < len(places):
        return places[given]
    return places[-1] if places and places[-1].nargs in ("*", "+") else None


def _arguments(parser: ArgumentParser, after: Sequence[str]) -> list[str]:
    """The words that are neither options nor their values."""
    found: list[str] = []
    value = False
    for word in after:
        action = parser._option_string_actions.get(word)
        if action is not None or word.startswith("-"):
            value = action is not None and action.nargs != 0
        else:
            if not value:
                found.append(word)
            value = False
    return found


def _values(action: Action, after: Sequence[str], workspace: Workspace) -> Iterable[str]:
    """The values that the option or argument may have, as far as they can be listed."""
    if action.choices is not None:
        return [str(choice) for choice in action.choices]
    kind = str(action.metavar or "")
    if kind in ("BANK", "OLD", "NEW", "PATH") and "--add" not in action.option_strings:
        return [bank.id for bank in workspace.banks(count=False).banks]
    if kind == "TOPIC":
        return topics()
    named = action.option_strings[0].lstrip("-") if action.option_strings else kind.lower()
    listed = _OF_A_BANK.get(named)
    bank = _bank(after, workspace) if listed is not None else None
    return dict.fromkeys(listed(bank)) if listed is not None and bank is not None else ()


def _bank(after: Sequence[str], workspace: Workspace) -> Bank | None:
    """The first bank that is named among the words, if it can be used."""
    for word in after:
        if word.startswith("-"):
            continue
        try:
            return workspace.bank_named(word)
        except (NoSuchBank, UnusableBank):
            continue
    return None


_OF_A_BANK: dict[str, Callable[[Bank], Iterable[str]]] = {
    "section": lambda bank: (each.section for each in bank.passages if each.section),
    "tag": lambda bank: sorted(tag for one in bank.questions for tag in one.tags),
    "kind": lambda bank: sorted(one.kind for one in bank.questions),
    "objective": lambda bank: (aim for one in bank.questions for aim in one.objective),
    "question": lambda bank: (one.id for one in bank.questions),
    "paper": lambda bank: (paper.id for paper in bank.papers),
}
"""What of a bank the options of these names take."""
