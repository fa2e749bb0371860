"""The prose of a Markdown text: marks of emphasis, links and notes taken off, the rest left out."""

import re

_FRONT = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.DOTALL | re.MULTILINE)
_TABLE = re.compile(r"(?:^[ \t]*\|.*\|[ \t]*$\n?)+", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FOOTNOTE = re.compile(r"^\[\^[^\]\n]+\]:.*(?:\n(?:[ \t]+\S.*))*", re.MULTILINE)
_LINK_TARGET = re.compile(r"^[ ]{0,3}\[[^\]^\n]+\]:[ \t]+\S+.*$", re.MULTILINE)
_RULE = re.compile(r"(?:(?<=\n\n)|\A)[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$", re.MULTILINE)
_SIGNS = (
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[\^[^\]\n]+\]"), ""),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"\[([^\]\n]{2,})\]\[[^\]\n]*\]"), r"\1"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,2})(?=\S)([^_\n]+?)(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"[ \t]*\{[#.][^{}\n]*\}[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"</?[a-zA-Z][^<>\n]*>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])"), r"\1"),
)


def is_markdown(text: str) -> bool:
    """Whether a text has marks that only Markdown has."""
    return bool(_FRONT.match(text)) or bool(
        re.search(r"^#{1,6} \S|^\[\^[^\]\n]+\]:|^```|\]\(https?://|^\*\*[^*\n]+\*\*$", text, re.M)
    )


def plain_words(text: str, left_out: list[str]) -> str:
    """The text without Markdown's signs, headings excepted; adds to `left_out` what is dropped."""
    for what, pattern in (
        ("the lines between --- at the top", _FRONT),
        ("comments", _COMMENT),
        ("code", _FENCE),
        ("tables", _TABLE),
        ("notes", _FOOTNOTE),
        ("link targets", _LINK_TARGET),
    ):
        text, count = pattern.subn("", text)
        if count:
            left_out.append(what if count == 1 or what.startswith("the") else f"{count} {what}")
    text = _RULE.sub("", text)
    # A line in bold alone is a heading.
    text = re.sub(r"^\*\*([^*\n]{2,100})\*\*[ \t]*$", r"### \1", text, flags=re.MULTILINE)
    for pattern, instead in _SIGNS:
        text = pattern.sub(instead, text)
    return text
