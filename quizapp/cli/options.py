"""What can be typed after each command, written as in a manual page.

`BANK` is a word; `--last N` is an option with a value, `--mode learn|exam` one with either of these
values, `--strict` one without any. What stands in brackets may be left out, what has `...` after it
may be repeated; ` = ` says what holds where nothing is given. A pair is the heading of a group and
what is in it. `parser.py` makes the parsers of this, and says how values are read; what each entry
means stands in `docs/commands.md`. The commands themselves are imported only to be run.
"""

Synopsis = tuple["str | tuple[str, tuple[str, ...]]", ...]

ANYWHERE: Synopsis = ("--data DIR",)
BEFORE: Synopsis = ("--plain", "--learner NAME")
"""What may stand after every command, and before one."""

OPTIONS: dict[str, Synopsis] = {
    "study": (
        "[BANK]", "--mode learn|exam|cram|read", "--[no-]certainty", "--count N", "--seed N",
        "--section SECTION ...", "--tag TAG ...", "--kind KIND ...", "--objective OBJECTIVE ...",
        "--question ID ...", "--confused", "--resume [ID]", "--answers FILE",
        "--format text|json = text", "--try", "--plain", "--learner NAME",
        ("in learn", ("--due", "--by DATE")),
        ("in exam", ("--paper ID", "--minutes N", "--extra-time P", "--pass-mark P")),
    ),
    "scores": (
        "--bank BANK", "--last N", "--session ID", "--missed", "--learner NAME",
        "--format text|json|csv|md = text",
    ),
    "progress": ("BANK", "--learner NAME", "--format text|json|csv = text", "--plain"),
    "rule": (
        "[SESSION]", "[QUESTION]", "[RULING right|wrong|void|undo]",
        "--by learner|instructor = learner", "--all QUESTION", "--bank BANK", "--learner NAME",
    ),
    "banks": ("--add PATH", "--remove PATH", "--format text|json = text"),
    "new": (
        "FOLDER DIR", "--from ESSAY", "--passages-only", "--digests", "--language CODE", "--force",
    ),
    "check": (
        "[PATH ...]", "--strict", "--keys", "--each", "--fix", "--drop-drafts", "--watch",
        "--format text|json|github = text",
    ),
    "author": ("BANK", "--question ID"),
    "schema": (),
    "import": ("FILE ...", "-o DIR", "--into BANK", "--format FORMAT", "--force", "--strict"),
    "export": ("BANK", "--to FORMAT", "-o FILE", "--force", "--strict"),
    "grade": (
        "[FILE] = -", "--explain", "--prompt P", "--answer A ...", "--idea I ...",
        "--kind text|number|date|list = text", "--bank BANK", "--question ID", "--response R",
    ),
    "attach": ("BANK", "FILE"),
    "settings": (
        "--new-a-day N", "--retention P", "--day-begins HOUR", "--tolerance usual|strict",
        "--certainty on|off", "--motion on|off", "--theme NAME", "--judge COMMAND",
    ),
    "judge": ("[BANK]", "--try"),
    "items": ("BANK", "[LOG ...]", "--question ID", "--format text|json|csv = text"),
    "flags": ("[BANK]", "[LOG ...]", "--format text|json|csv = text"),
    "gradebook": ("BANK", "[LOG ...]", "--paper ID", "--format text|csv = text"),
    "suggest": (
        "BANK", "[LOG ...]", "--question ID", "--least N = 3", "--ideas", "--write",
        "--format text|json = text",
    ),
    "regrade": ("BANK", "--yes", "--undo"),
    "diff": ("OLD", "NEW", "--format text|json = text"),
    "serve": (
        "[BANK]", "--port N = 8000", "--visitors N = 1", "--learner NAME",
        "--host ADDRESS = 127.0.0.1", "--open-to-network",
    ),
    "completion": ("SHELL bash|zsh|fish", "--words"),
    "help": ("[TOPIC ...]",),
    "export-log": (
        "--bank BANK", "--learner NAME", "--anonymous", "--as NAME", "--format jsonl|csv = jsonl",
    ),
    "import-log": ("[LOG ...]", "--mine", "--by instructor", "--undo [IMPORT]"),
}  # fmt: skip
