"""Slips that authors make, with what is said of each and what its remedy leads to.

In a slip `«` stands where the problem must be reported. It is put at the end of a sound question,
unless it is a whole file; `mended` is what an author makes of it who follows the remedy.
"""

from typing import NamedTuple

HEAD = 'format = 1\n[bank]\nid = "b"\ntitle = "B"\n\n'
ASK = HEAD + '[[question]]\nid = "q"\nkind = "text"\nprompt = "P?"\nanswers = ["a"]\n'
NUMBER = HEAD + '[[question]]\nid = "q"\nkind = "number"\nprompt = "P?"\n'
DATE = NUMBER.replace("number", "date")
CHOICE = NUMBER.replace("number", "choice")
PARTS = '[[question]]\nid = "r"\nkind = "text"\nprompt = "R?"\nanswers = ["r"]\n'


class Slip(NamedTuple):
    """What was written, what is said, what to do, and what comes of doing it."""

    written: str
    message: str
    remedy: str
    mended: str


CURLY = "these are curly quotes"
STRAIGHT = 'write straight ones: "…"'
INNER = "there are double quotes within double quotes"
UNCLOSED = "the [ that is opened here is never closed"
CLOSE = "write ] behind its last entry"
TWO = "two fields stand on one line"
APART = "put this one on a line of its own"
VALUES = "several values stand in square brackets"
VALUES_REMEDY = "write [ before the first, ] behind the last, and a comma between two"
NO_QUOTES = "this text is not in quotes"
NOTE = "a note for people begins with another sign"
BACKSLASH = "within double quotes a backslash has a meaning of its own"
BACKSLASH_REMEDY = r"write \\ for a backslash, or put the text in single quotes: '…'"
JSON = "begin with format = 1, then [bank] and a [[question]] for each question"

SLIPS = {
    "curly quotes": Slip("hint = «“Look.”\n", CURLY, STRAIGHT, 'hint = "Look."\n'),
    "curly single quotes": Slip("hint = «‘Look.’\n", CURLY, STRAIGHT, 'hint = "Look."\n'),
    "low quotes": Slip("hint = «„Look.“\n", CURLY, STRAIGHT, 'hint = "Look."\n'),
    "curly quotes in a list": Slip(
        'tags = ["a", «“b”]\n', CURLY, STRAIGHT, 'tags = ["a", "b"]\n'
    ),
    "curly quotes around a name": Slip(
        '«“hint” = "Look."\n', CURLY, STRAIGHT, '"hint" = "Look."\n'
    ),
    "closed by a curly quote": Slip(
        'hint = "Look.«”\n', "a straight quote is closed by a curly one", 'write " here too',
        'hint = "Look."\n',
    ),
    "backquotes": Slip(
        "hint = «`Look.`\n", "these are backquotes", 'write straight double quotes: "…"',
        'hint = "Look."\n',
    ),
    "no closing quote": Slip(
        'hint = "Look.«\n', "the line ends within a string", "close the quotes", 'hint = "Look."\n'
    ),
    "no closing quote in a list": Slip(
        'tags = ["a", "b]«\n', "the line ends within a string", "close the quotes",
        'tags = ["a", "b"]\n',
    ),
    "no closing quote before a comma": Slip(
        'tags = ["a«, "b"]\n', "the text before the comma is not closed", 'write " here',
        'tags = ["a", "b"]\n',
    ),
    "quotes within quotes": Slip(
        'hint = "The «"cold" room"\n', INNER,
        "put the text in single quotes: '… \"…\" …', or write \\\" for those inside",
        "hint = 'The \"cold\" room'\n",
    ),
    "quotes within quotes of a list": Slip(
        'tags = ["the «"cold" room"]\n', INNER,
        "put the text in single quotes: '… \"…\" …', or write \\\" for those inside",
        'tags = ["the \\"cold\\" room"]\n',
    ),
    "apostrophe in single quotes": Slip(
        "hint = 'It«'s cold.'\n", "an apostrophe ends a text in single quotes",
        'put the text in double quotes: "…"', 'hint = "It\'s cold."\n',
    ),
    "no quotes": Slip(
        "hint = «Look.\n", NO_QUOTES, 'write "Look."', 'hint = "Look."\n'
    ),
    "no quotes in a list": Slip(
        "tags = [«cold]\n", NO_QUOTES, 'write "cold"', 'tags = ["cold"]\n'
    ),
    "a designation without quotes": Slip(
        "hint = «4 o'clock\n", NO_QUOTES, 'write "4 o\'clock"', 'hint = "4 o\'clock"\n'
    ),
    "backslash": Slip(
        'hint = "5 «\\% of it"\n', BACKSLASH, BACKSLASH_REMEDY, "hint = '5 \\% of it'\n"
    ),
    "backslash of a formula": Slip(
        'hint = "«\\alpha"\n', BACKSLASH, BACKSLASH_REMEDY, 'hint = "\\\\alpha"\n'
    ),
    "backslash of a folder": Slip(
        'hint = "C:«\\users"\n', BACKSLASH, BACKSLASH_REMEDY, "hint = 'C:\\users'\n"
    ),
    "long text not closed at the end": Slip(
        'hint = «"""Look\nwell.\n', 'the text that """ opens here is never closed',
        'write """ where it ends', 'hint = """Look\nwell."""\n',
    ),
    "long text closed by the next": Slip(
        'hint = «"""Look\nwell.\nexplanation = """So."""\n',
        'the text that """ opens here is never closed', 'write """ where it ends',
        'hint = """Look\nwell."""\nexplanation = """So."""\n',
    ),
    "comma missing": Slip(
        'tags = ["a" «"b"]\n', "a comma is missing before this", "write , before it",
        'tags = ["a", "b"]\n',
    ),
    "comma missing between lines": Slip(
        'tags = [\n  "a"\n  «"b",\n]\n', "a comma is missing before this", "write , before it",
        'tags = [\n  "a"\n  , "b",\n]\n',
    ),
    "comma missing in braces": Slip(
        'wrong = [{ answers = ["b"] «feedback = "No." }]\n', "a comma is missing before this",
        "write , before it", 'wrong = [{ answers = ["b"] , feedback = "No." }]\n',
    ),
    "semicolon for a comma": Slip(
        'tags = ["a"«; "b"]\n', "a semicolon stands between two entries", "write a comma",
        'tags = ["a", "b"]\n',
    ),
    "list not closed": Slip(
        'tags = «["a", "b"\nhint = "Look."\n', UNCLOSED, CLOSE,
        'tags = ["a", "b"]\nhint = "Look."\n',
    ),
    "list not closed before a question": Slip(
        'tags = «["a", "b",\n\n' + PARTS, UNCLOSED, CLOSE, 'tags = ["a", "b"]\n\n' + PARTS
    ),
    "list not closed at the end": Slip(
        'tags = «["a",\n"b"\n', UNCLOSED, CLOSE, 'tags = ["a",\n"b"]\n'
    ),
    "braces not closed": Slip(
        'wrong = [{ answers = ["b"], feedback = "No."«]\n', "{ is closed by ]", "write } here",
        'wrong = [{ answers = ["b"], feedback = "No."}]\n',
    ),
    "list in round brackets": Slip(
        'tags = «("a", "b")\n', "a list stands in square brackets", 'write ["…", "…"]',
        'tags = ["a", "b"]\n',
    ),
    "list without brackets": Slip(
        'tags = "a"«, "b"\n', VALUES, VALUES_REMEDY, 'tags = ["a", "b"]\n'
    ),
    "bracket too many": Slip(
        'tags = ["a", "b"]«]\n', "there is a ] too many", "take it away", 'tags = ["a", "b"]\n'
    ),
    "colon for the sign": Slip(
        'hint«: "Look."\n', "a colon stands for the sign =", "write hint = …",
        'hint = "Look."\n',
    ),
    "sign missing": Slip(
        'hint« "Look."\n', "the sign = is missing", "write hint = …", 'hint = "Look."\n'
    ),
    "sign twice": Slip(
        'hint =«= "Look."\n', "there are two signs =", "write one", 'hint = "Look."\n'
    ),
    "value missing": Slip(
        "hint =«\n", "no value follows the sign =", 'write one: a text stands in quotes, "…"',
        'hint = "Look."\n',
    ),
    "name of two words": Slip(
        '«hint two = "Look."\n', "a name is one word",
        "write hint_two = …, or the name that is meant", 'hint = "Look."\n',
    ),
    "True": Slip("draft = «True\n" + PARTS, "True is not a value here", "write true",
                 "draft = true\n" + PARTS),
    "FALSE": Slip("strict = «FALSE\n", "FALSE is not a value here", "write false",
                  "strict = false\n"),
    "yes": Slip("strict = «yes\n", "yes is not a value here", "write true", "strict = true\n"),
    "null": Slip("hint = «null\n", "null is not a value here", "leave the whole line out", ""),
    "decimal comma": Slip(
        NUMBER + "answer = «1,5\n", "a number has a point, not a comma", "write 1.5",
        NUMBER + "answer = 1.5\n",
    ),
    "thousands": Slip(
        NUMBER + "answer = «12,500\n", "a number has no comma in it", "write 12500",
        NUMBER + "answer = 12500\n",
    ),
    "unit": Slip(
        NUMBER + "answer = «24 km\n", "a number stands without its unit",
        'write 24, and on a line of its own unit = "km"',
        NUMBER + 'answer = 24\nunit = "km"\n',
    ),
    "unit close by": Slip(
        NUMBER + "answer = «4°C\n", "a number stands without its unit",
        'write 4, and on a line of its own unit = "°C"', NUMBER + 'answer = 4\nunit = "°C"\n',
    ),
    "unit of a tolerance": Slip(
        NUMBER + "answer = 4\ntolerance = «1 km\n", "a number stands without its unit",
        "write 1: it is counted in the unit of the answer",
        NUMBER + "answer = 4\ntolerance = 1\n",
    ),
    "share": Slip(
        NUMBER + "answer = 4\ntolerance = «5%\n", "a share stands in quotes", 'write "5%"',
        NUMBER + 'answer = 4\ntolerance = "5%"\n',
    ),
    "number in quotes": Slip(
        NUMBER + '«answer = "4"\n', "answer is a text, not a number or a list of 2",
        "write it without quotes: 4", NUMBER + "answer = 4\n",
    ),
    "number in quotes with a unit": Slip(
        NUMBER + '«answer = "4 km"\n', "answer is a text, not a number or a list of 2",
        'write 4, and on a line of its own unit = "km"', NUMBER + 'answer = 4\nunit = "km"\n',
    ),
    "no figure before the point": Slip(
        NUMBER + "answer = «.5\n", "a figure stands before the point", "write 0.5",
        NUMBER + "answer = 0.5\n",
    ),
    "zeros before": Slip(
        NUMBER + "answer = «007\n", "a number does not begin with 0", 'write 7, or "007"',
        NUMBER + "answer = 7\n",
    ),
    "date with points": Slip(
        DATE + "answer = «16.9.1987\n", "16.9.1987 is not a date here",
        'write it in quotes: "1987-09-16"', DATE + 'answer = "1987-09-16"\n',
    ),
    "a name twice": Slip(
        'hint = "Look."\n«hint = "Look well."\n',
        "hint stands a second time here; the first is line 11",
        "keep one of them; if this is another question, write [[question]] above it",
        'hint = "Look well."\n',
    ),
    "question without its header": Slip(
        '\n«id = "r"\nkind = "text"\nprompt = "R?"\nanswers = ["r"]\n',
        "id stands a second time here; the first is line 7",
        "keep one of them; if this is another question, write [[question]] above it",
        "\n" + PARTS,
    ),
    "a header twice": Slip(
        '[question.tests]\naccept = ["a"]\n«[question.tests]\nreject = ["b"]\n',
        "[question.tests] stands a second time; the first is line 11",
        "put its lines below the first, and take this one away",
        '[question.tests]\naccept = ["a"]\nreject = ["b"]\n',
    ),
    "single brackets twice": Slip(
        '[question.wrong]\nanswers = ["b"]\n«[question.wrong]\nanswers = ["c"]\n',
        "[question.wrong] stands a second time; the first is line 11",
        "write [[question.wrong]], in double brackets, at both places",
        '[[question.wrong]]\nanswers = ["b"]\n[[question.wrong]]\nanswers = ["c"]\n',
    ),
    "wrong in two ways": Slip(
        'wrong = [{ answers = ["b"] }]\n«[[question.wrong]]\nanswers = ["c"]\n',
        "wrong is given in line 11 already, and here again",
        "write all of it in one way: there, or each under [[question.wrong]]",
        'wrong = [{ answers = ["b"] }, { answers = ["c"] }]\n',
    ),
    "header not closed": Slip(
        '«[[question]\nid = "r"\nkind = "text"\nprompt = "R?"\nanswers = ["r"]\n',
        "a header has as many brackets behind as before", "write [[question]]", PARTS,
    ),
    "header with more": Slip(
        '[[question]] «id = "r"\nkind = "text"\nprompt = "R?"\nanswers = ["r"]\n',
        "a header stands on a line of its own", "put what follows on the next line", PARTS,
    ),
    "two fields on a line": Slip(
        'hint = "Look." «tags = ["a"]\n', TWO, APART, 'hint = "Look."\ntags = ["a"]\n'
    ),
    "comma at the end": Slip(
        'hint = "Look."«,\n', "no , stands at the end of a line", "take it away",
        'hint = "Look."\n',
    ),
    "note with slashes": Slip(
        'hint = "Look." «// no more\n', NOTE, "write # before it", 'hint = "Look." # // no more\n'
    ),
    "hard blank": Slip(
        '«\u00a0hint = "Look."\n', "the blank here is U+00A0", "write an ordinary blank",
        ' hint = "Look."\n',
    ),
    "prose": Slip(
        "Remember «to ask Anna.\n", "this line is not name = value",
        'write it so, with texts in quotes; a note for people begins with "#"',
        "# Remember to ask Anna.\n",
    ),
    "list of Markdown": Slip(
        "«- salt\n", "a line of Markdown stands here", 'write a list as name = ["…", "…"]',
        'tags = ["salt"]\n',
    ),
    "fence of Markdown": Slip(
        "«```toml\n" + ASK + "```\n", "a line of Markdown stands here",
        "delete the lines with ``` or ~~~", ASK,
    ),
    "JSON": Slip('«{"questions": []}\n' + "format", "this is JSON, not TOML", JSON, ASK),
    "a list of JSON": Slip(
        '«[\n  {"prompt": "P?"}\n]\nformat', "this is JSON, not TOML", JSON, ASK
    ),
    "merge conflict": Slip(
        '«<<<<<<< HEAD\nhint = "Look."\n=======\nhint = "See."\n>>>>>>> other\n',
        "two versions were merged here, and the marks of the merge are left",
        "keep one of the versions, and delete the lines that begin with <<<<<<<, ======= and "
        ">>>>>>>",
        'hint = "See."\n',
    ),
    "[[questions]]": Slip(
        ASK + "«" + PARTS.replace("question", "questions"), "unknown table or field 'questions'",
        "write [[question]]", ASK + PARTS,
    ),
    "[Bank]": Slip(
        "format = 1\n«[Bank]" + ASK[17:], "unknown table or field 'Bank'", "write [bank]", ASK
    ),
    "no header at all": Slip(
        'format = 1\n«prompt = "P?"\n' + ASK[10:], "unknown table or field 'prompt'",
        "write [[question]] above it",
        ASK.replace('[[question]]\nid = "q"', '[[question]]\nprompt = "Q?"\nanswers = "x"\n'
                    'id = "p"\nkind = "text"\n[[question]]\nid = "q"'),
    ),
    "multiple choice": Slip(
        CHOICE.replace("kind", "«kind").replace('"choice"', '"multiple choice"'),
        "there is no kind 'multiple choice'", 'write kind = "choice"',
        CHOICE + 'options = [{ text = "a", correct = true }, { text = "b" }]\n',
    ),
    "True/False": Slip(
        CHOICE.replace("kind", "«kind").replace('"choice"', '"True/False"'),
        "there is no kind 'True/False'", 'write kind = "boolean"',
        CHOICE.replace("choice", "boolean") + "answer = true\n",
    ),
    "an id twice": Slip(
        PARTS.replace('"r"\nk', '"q"\nk').replace("id =", "«id ="),
        "two questions have the id 'q'; the other is at line 7", "give this one another id", PARTS,
    ),
    "a field below a header": Slip(
        '[[question.wrong]]\nanswers = ["b"]\nfeedback = "No."\n«hint = "Look."\n',
        "hint belongs to the question, not to wrong", "move it above line 11",
        'hint = "Look."\n[[question.wrong]]\nanswers = ["b"]\nfeedback = "No."\n',
    ),
    "a field below two headers": Slip(
        '[[question.wrong]]\nanswers = ["b"]\n[question.tests]\naccept = ["a"]\n«tags = ["x"]\n',
        "tags belongs to the question, not to tests", "move it above line 11",
        'tags = ["x"]\n[[question.wrong]]\nanswers = ["b"]\n[question.tests]\naccept = ["a"]\n',
    ),
}  # fmt: skip
