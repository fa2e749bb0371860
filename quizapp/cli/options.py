"""What can be typed after each command, written as in a manual page, and what it means.

`BANK` is a word; `--last N` is an option with a value, `--mode learn|exam` one with either of these
values, `--strict` one without any. What stands in brackets may be left out, what has `...` after it
may be repeated; ` = ` says what holds where nothing is given. A table in a table is a group of its
own. `parser.py` makes the parsers of this, and says how values are read. The commands themselves
are imported only to be run.
"""

from collections.abc import Mapping

from quizapp.cli.help_overview import GLOBAL_OPTIONS

Table = Mapping[str, "str | Mapping[str, str]"]
"""What is typed and what it means; or the heading of a group, and such a table."""

BANK = {"BANK": "a bank's id or path"}
BANK_IF_ANY = {"[BANK]": BANK["BANK"]}
LOGS = {"[LOG ...]": "exported logs (default: what is kept here)"}
PRINTED = "how to print (default: text)"
TEXT_OR_JSON = {"--format text|json = text": PRINTED}
TEXT_JSON_OR_CSV = {"--format text|json|csv = text": PRINTED}
FORCE = {"--force": "write over files that are there"}
STRICT = {"--strict": "exit status 1 if anything is lost"}
DATA = {"--data DIR": GLOBAL_OPTIONS["--data DIR"]}
SHELL = {name: GLOBAL_OPTIONS[name] for name in ("--plain", "--learner NAME")}

OPTIONS: dict[str, Table] = {
    "study": {
        **BANK_IF_ANY,
        "--mode learn|exam|cram|read": "learn: what is due, then new questions, verdicts at once "
        "(default); exam: verdicts at the end; cram: until all was right three times, no schedule "
        "changed; read: the text by paragraphs, each after a guess at its questions",
        "--[no-]certainty": "say after each answer how sure you are (1, 2, 3): marks, and how well "
        "you know it",
        "--count N": "at most N questions",
        "--seed N": "the same N gives the same session",
        "--section SECTION ...": "only questions on this section of the source; may be repeated",
        "--tag TAG ...": "only questions with this tag; may be repeated",
        "--kind KIND ...": "only questions of this kind: text, number, date, choice …; may be "
        "repeated",
        "--objective OBJECTIVE ...": "only questions that test this objective; may be repeated",
        "--question ID ...": "this question, by its id or the beginning of it; may be repeated",
        "--confused": "only questions that you answered with each other's answers",
        "--resume [ID]": "go on with an unfinished session (the latest, if no ID is given)",
        "--answers FILE": "a session for scripts: answer from JSON lines (question, response), "
        "print JSON",
        **TEXT_OR_JSON,
        "--try": "record nothing",
        **SHELL,
        "in learn": {
            "--due": "only what is due",
            "--by DATE": "for an examination on that day (2027-05-31, friday): the new questions "
            "are spread over the days left, and it says what to expect then",
        },
        "in exam": {
            "--paper ID": "an exam as the bank sets it",
            "--minutes N": "the time limit; it is handed in when it is up",
            "--extra-time P": "more time than the limit, such as 25%",
            "--pass-mark P": "below so many per cent the exit status is 3",
        },
    },
    "scores": {
        "--bank BANK": "only sessions on this bank",
        "--last N": "only the last N sessions",
        "--session ID": "one session, with its responses",
        "--missed": "what you missed the last time, beside the evidence",
        "--learner NAME": "only this learner's sessions (--missed: yours)",
        "--format text|json|csv|md = text": PRINTED,
    },
    "progress": {
        **BANK,
        "--learner NAME": "this learner's (default: yours)",
        **TEXT_JSON_OR_CSV,
        "--plain": "in sentences, to be read aloud (also: QUIZAPP_PLAIN=1)",
    },
    "rule": {
        "[SESSION]": "a session's id, or how it begins (without any: what waits for a ruling)",
        "[QUESTION]": "the id of the question answered",
        "[RULING right|wrong|void|undo]": "void: sent by mistake, not counted; undo: take the "
        "latest ruling back",
        "--by learner|instructor = learner": "whose ruling it is (default: learner)",
        "--all QUESTION": "the instructor's ruling (right, wrong, void, undo) on this question for "
        "everybody",
        "--bank BANK": "the bank of --all's question",
        "--learner NAME": "without a SESSION: only what this learner answered",
    },
    "banks": {
        "--add PATH": "look for banks in this folder too, from now on",
        "--remove PATH": "look there no more; the banks themselves stay",
        **TEXT_OR_JSON,
    },
    "new": {
        "FOLDER DIR": "the folder of the new bank",
        "--from ESSAY": "the text that it teaches, plain or Markdown: its paragraphs become "
        "passages, and questions on them are drafted",
        "--passages-only": "draft no questions",
        "--digests": "for a text that you may not pass on: none of it is kept, you write digests "
        "of it",
        "--language CODE": "the language, such as en or de",
        **FORCE,
    },
    "check": {
        "[PATH ...]": "banks, or folders of banks (default: every bank seen)",
        "--strict": "advice counts as a problem too",
        "--keys": "look into the keys too: ideas, wordings that are not needed (takes longer)",
        "--each": "name each question that lacks a hint, an explanation or the like",
        "--fix": "write an id, made from its prompt, into each question that has none",
        "--drop-drafts": "delete from the files each question with draft = true",
        "--watch": "stay, and check again whenever a file is saved",
        "--format text|json|github = text": PRINTED,
    },
    "author": {
        "BANK": "a bank's id, or a file or folder",
        "--question ID": "begin with this question",
    },
    "schema": {},
    "import": {
        "FILE ...": "questions of another program",
        "-o DIR": "the folder of a new bank",
        "--into BANK": "a bank to which they are added as drafts, each with the passage that seems "
        "to settle it",
        "--format FORMAT": "what they are in: {names} (default: found out)",
        **FORCE,
        **STRICT,
    },
    "export": {
        **BANK,
        "--to FORMAT": "{explained}",
        "-o FILE": "where to (default: the output)",
        "--force": "write over a file that is there",
        **STRICT,
    },
    "grade": {
        "[FILE] = -": "JSON lines (default: standard input)",
        "--explain": "show each step for one response",
        "--prompt P": "the question asked",
        "--answer A ...": "an accepted answer; may be repeated",
        "--idea I ...": "an idea that the answer must express, as {one|another} wording; may be "
        "repeated",
        "--kind text|number|date|list = text": "how it is answered",
        "--bank BANK": "explain on a question of this bank",
        "--question ID": "the question, by its id",
        "--response R": "what was typed",
    },
    "attach": {**BANK, "FILE": "your copy of the source, as text"},
    "settings": {
        "--new-a-day N": "at most N new questions a day, over all banks (10)",
        "--retention P": "how likely you want to know a question when it falls due, in per cent "
        "(90)",
        "--day-begins HOUR": "the hour at which a day begins: what is done earlier belongs to the "
        "day before (4)",
        "--tolerance usual|strict": "usual: a slip of the pen costs nothing; strict: spelling "
        "counts",
        "--certainty on|off": "whether sessions ask how sure you are (off)",
        "--motion on|off": "whether anything on the screen moves by itself (on)",
        "--theme NAME": "how the screen looks (quizapp-dark)",
        "--judge COMMAND": "a command that is asked where the grader is not sure ('' for none)",
    },
    "judge": {
        "[BANK]": "a bank's id or path (default: every bank seen)",
        "--try": "ask it about answers whose worth is known: the bank's own tests, and pairs with "
        "sides and polarity exchanged",
    },
    "items": {
        **BANK,
        **LOGS,
        "--question ID": "what was answered to one question",
        **TEXT_JSON_OR_CSV,
    },
    "flags": {**BANK_IF_ANY, **LOGS, **TEXT_JSON_OR_CSV},
    "gradebook": {
        **BANK,
        **LOGS,
        "--paper ID": "the exam that each handed in by this paper of the bank (default: first "
        "answers)",
        "--format text|csv = text": PRINTED,
    },
    "suggest": {
        **BANK,
        **LOGS,
        "--question ID": "only what concerns one question",
        "--least N = 3": "a wrong answer counts once it was given N times, and a learner's own "
        "ruling once it was made N times (default: 3); an instructor's ruling counts at once",
        "--ideas": "write into the bank's files the ideas that answers have in common where they "
        "repeat each other",
        "--write": "add it to the bank's files; a terminal asks for each",
        **TEXT_OR_JSON,
    },
    "regrade": {
        **BANK,
        "--yes": "apply what changes without asking",
        "--undo": "bring back the verdicts of their time",
    },
    "diff": {
        "OLD": "the older version: a bank's id or path, or a git revision of NEW",
        "NEW": "the newer version: a bank's id or path",
        **TEXT_OR_JSON,
    },
    "serve": {
        "[BANK]": "begin with this bank (default: the home screen)",
        "--port N = 8000": "the port to listen on, 0 for any that is free (default: 8000)",
        "--visitors N = 1": "how many browsers may come in, each by an address of its own "
        "(default: 1)",
        "--learner NAME": "serve this learner, whose answers are kept apart from all others'",
        "--host ADDRESS = 127.0.0.1": "the address to listen on (default: 127.0.0.1, this machine "
        "alone)",
        "--open-to-network": "allow a --host that others can reach: nothing is encrypted, so that "
        "whoever can watch the network can read along and take over",
    },
    "completion": {
        "SHELL bash|zsh|fish": "your shell",
        "--words": "read the words typed so far, one a line, and print what the last may become",
    },
    "help": {"[TOPIC ...]": "a command, or a topic"},
    "export-log": {
        "--bank BANK": "only what is on this bank",
        "--learner NAME": "only this learner's",
        "--anonymous": "pseudonyms instead of names",
        "--as NAME": "this name instead of the learner's, as agreed with the instructor",
        "--format jsonl|csv = jsonl": "how to print (default: jsonl)",
    },
    "import-log": {
        "[LOG ...]": "an exported log, - for the input",
        "--mine": "the log is your own, of another machine: go on with sessions that are here",
        "--by instructor": "take in an instructor's rulings on sessions here",
        "--undo [IMPORT]": "take back an import whole (the latest, if none is named)",
    },
}
