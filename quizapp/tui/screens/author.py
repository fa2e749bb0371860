"""Beside the editor: the question as learners see it, its answers graded, and what to mend."""

import asyncio
import os
import shlex
from collections.abc import Callable
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from quizapp.app.formatting import SIGNS, count, on_one_line
from quizapp.bank import authoring
from quizapp.bank.authoring import Draft, Placed, Trial
from quizapp.bank.files import stamp
from quizapp.bank.grading_steps import graded_in_steps
from quizapp.bank.model import Problem, contexts
from quizapp.grading.explain import Step
from quizapp.grading.key import Context
from quizapp.kinds.base import Question
from quizapp.kinds.selection import LETTERS
from quizapp.tui import rendering
from quizapp.tui.answer_boxes.line import Line
from quizapp.tui.literal_text import FAINT, KEY, TONES, lines, literal
from quizapp.tui.page import was_left
from quizapp.tui.screens.list_page import ListPage

LOOKS = 0.5
"""So often, in seconds, it looks whether a file was saved."""
WANTED = {"accept": "right", "partial": "partly right", "reject": "wrong", "refuse": "wrong"}
MOST = 60
"""So many problems and graded responses are listed."""
COLON = frozenset(("hx", "helix", "subl", "zed", "kate-open"))
"""Editors that take `FILE:LINE`."""
GOTO = frozenset(("code", "codium", "code-insiders", "cursor"))
"""Editors that take `--goto FILE:LINE`."""


class AuthorScreen(ListPage):
    """One question of a bank that is being written; what is saved is seen at once."""

    HELP = (
        "Write in your editor: whatever is saved is shown here, and the question that changed "
        "comes up by itself. Enter leads to the line for an answer, which is graded step by step "
        "as it is typed; Esc leads back. A figure tries one of the bank's own answers. `e` opens "
        "your editor ($VISUAL or $EDITOR) at the question."
    )

    BINDINGS = [
        Binding("enter", "answer", "Try an answer"),
        Binding("n,right", "step(1)", "Next", key_display="n"),
        Binding("p,left", "step(-1)", "Previous", key_display="p"),
        Binding("e", "edit", "Edit"),
        *(Binding(f"{n}", f"sample({n})", show=False) for n in range(1, 10)),
        Binding("escape", "back", "Leave", key_display="Esc"),
    ]

    def __init__(self, path: Path, question: str = "") -> None:
        super().__init__()
        self._path = path
        self._wished = question
        self._at = 0
        self._draft: Draft | None = None
        self._around: Callable[[Question], Context] | None = None
        self._tried: tuple[Trial, ...] = ()
        self._sound: Draft | None = None
        """The bank as it was when it last had no errors: its questions stay on the screen."""

    def body(self) -> ComposeResult:
        with VerticalScroll(id="scroll", can_focus=True):
            yield Static(id="asked")
            yield Line(placeholder="an answer to try", name="typed")
            yield Static(id="said")

    def on_mount(self) -> None:
        """Read the bank, and look again and again whether it was saved."""
        self.query_one("#scroll").focus()
        self._read()
        self.set_interval(LOOKS, self._look)

    def _look(self) -> None:
        if self._draft is not None and stamp(self._path) != self._draft.stamp:
            self._read()

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        draft = await asyncio.to_thread(authoring.read, self._path)
        before, self._draft = self._sound, draft
        if draft.bank is not None:
            self._sound, self._around = draft, contexts(draft.bank)
            named = [placed.question.id for placed in draft.questions]
            if before is None:
                begun = [at for at, name in enumerate(named) if name.startswith(self._wished)]
                self._at = named.index(self._wished) if self._wished in named else [*begun, 0][0]
            else:
                asked = before.questions[self._at].question.id
                changed = authoring.first_changed(before, draft)
                kept = named.index(asked) if asked in named else 0
                self._at = kept if changed is None else changed
        self._show()

    @property
    def _placed(self) -> Placed | None:
        return self._sound.questions[self._at] if self._sound and self._sound.questions else None

    def _show(self) -> None:
        if was_left(self, "Line"):
            return
        draft, placed = self._draft, self._placed
        errors = sum(one.severity == "error" for one in draft.problems) if draft else 0
        warning = f"{count(errors, 'problem')} to fix" if errors else ""
        name = (draft and (draft.loaded.title or draft.loaded.path.name)) or str(self._path)
        number = f"{self._at + 1}/{len(self._sound.questions)}" if self._sound and placed else ""
        self.title_bar(name, number, warning)
        line = self.query_one(Line)
        line.display = placed is not None
        self.query_one("#asked", Static).update(_asked(placed) if placed else literal(""))
        self._tried = ()
        self._show_said()
        self._grade()

    @work(exclusive=True, group="grade")
    async def _grade(self) -> None:
        """Grade what the bank says of its answers, out of the screen's way."""
        placed, around = self._placed, self._around
        if placed is not None and around is not None:
            question = placed.question
            tried = await asyncio.to_thread(authoring.trials, question, around(question))
            if placed is self._placed:
                self._tried = tried
                self._show_said()

    @on(Input.Changed)
    def _show_said(self) -> None:
        if was_left(self, "#said"):
            return
        told: list[Content] = []
        draft, placed = self._draft, self._placed
        if draft is not None and draft.bank is None:
            told += _problems("The bank cannot be read", draft.problems)
        if placed is not None and self._sound is not None and self._around is not None:
            question, typed = placed.question, self.query_one(Line).value
            if typed.strip():
                response = question.read(question.offer(0), typed)
                told += _steps(graded_in_steps(question, self._around(question), response)[1])
            else:
                told += _trials(self._tried)
            if draft is not None and draft.bank is not None:
                found = authoring.problems_of(self._sound, self._at)
                told += _problems("To consider", found) if found else []
        self.query_one("#said", Static).update(lines(told))

    def action_answer(self) -> None:
        self.query_one(Line).focus()

    def action_sample(self, number: int) -> None:
        if number <= len(self._tried):
            self.query_one(Line).value = on_one_line(self._tried[number - 1].response, "; ")

    def action_step(self, by: int) -> None:
        if self._sound is not None and self._sound.questions:
            self._at = (self._at + by) % len(self._sound.questions)
            self.query_one(Line).value = ""
            self.query_one("#scroll", VerticalScroll).scroll_home(animate=False)
            self._show()

    def action_back(self) -> None:
        if isinstance(self.focused, Input):
            self.query_one("#scroll").focus()
        else:
            self.app.exit()

    def action_edit(self) -> None:
        """Open the editor: at the first error, or at the question."""
        errors = [one for one in (self._draft.problems if self._draft else ())
                  if one.severity == "error" and one.line]  # fmt: skip
        if self._draft is not None and self._draft.bank is None and errors:
            place = Path(errors[0].file), errors[0].line
        elif self._placed is not None:
            place = self._placed.file, self._placed.line
        else:
            place = self._path / "bank.toml" if self._path.is_dir() else self._path, 1
        try:
            with self.app.suspend():
                trouble = run_editor(editor_command(*place))
        except SuspendNotSupported:
            trouble = f"No editor can be opened from here: it is {place[0].name}, line {place[1]}."
        if trouble:
            self.notify(trouble, severity="warning", markup=False)


def _asked(placed: Placed) -> Content:
    """The question as it is asked, with what is offered."""
    question = placed.question
    offer = question.offer(0)
    draft = " · draft" if question.draft else ""
    where = f"{question.id} · {question.kind}{draft} · {placed.file.name}, line {placed.line}"
    told = [literal(where, FAINT), literal(""), rendering.prompt(question)]
    told += [literal(f"{number}  ", KEY) + literal(left)
             for number, left in enumerate(offer.lefts, 1)]  # fmt: skip
    told += [literal(f"{letter}  ", KEY) + literal(words)
             for letter, words in zip(LETTERS, offer.options, strict=False)]  # fmt: skip
    if question.hint:
        told.append(literal(f"hint    {question.hint}", FAINT))
    return lines([*told, literal("")])


def _steps(steps: tuple[Step, ...]) -> list[Content]:
    """How an answer was graded, step by step."""
    width = max(len(name) for name, _ in steps)
    told = [literal(""), literal("Graded step by step", "bold")]
    told += [literal(f"{name:<{width}}  ", FAINT) + literal(saw) for name, saw in steps]
    return told


def _trials(tried: tuple[Trial, ...]) -> list[Content]:
    """The responses whose outcome is known, each under the key that tries it."""
    told = [literal(""), literal("Answers of the bank, graded (a figure tries one)", "bold")]
    for number, one in enumerate(tried[:MOST], 1):
        outcome = one.verdict.outcome
        line = literal(f"{number if number < 10 else ' '}  ", KEY)
        line += literal(f"{SIGNS[outcome]} ", TONES[outcome]) + literal(on_one_line(one.response))
        if not one.kept:
            line += literal(f"  should be {WANTED[one.wanted]}", TONES["wrong"])
        told.append(line)
    return told


def _problems(title: str, found: tuple[Problem, ...]) -> list[Content]:
    """Problems with their place and remedy."""
    told = [literal(""), literal(title, "bold")]
    for one in found[:MOST]:
        place = f"{Path(one.file).name}, line {one.line}" if one.line else Path(one.file).name
        told.append(literal(f"{place}  ", FAINT) + literal(f"{one.code}: {one.message}"))
        told.append(literal(f"  → {one.remedy}", FAINT))
    return told


def editor_command(file: Path, line: int) -> list[str]:
    """The command that opens the file at the line, in $VISUAL, $EDITOR, or else vi."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        words = shlex.split(named) or ["vi"]
    except ValueError:
        words = [named]
    editor = Path(words[0]).name.removesuffix(".exe")
    if editor in GOTO:
        return [*words, "--goto", f"{file}:{line}"]
    if editor in COLON:
        return [*words, f"{file}:{line}"]
    return [*words, f"+{line}", str(file)]


def run_editor(command: list[str]) -> str:
    """Run an editor until it is left; gives what went wrong, or ""."""
    import subprocess

    try:
        subprocess.run(command, check=False)
    except OSError as error:
        reason = (error.strerror or "it cannot be run").lower()
        return f"{command[0]}: {reason}. Set EDITOR to the editor that you use."
    return ""
