"""Make the grader's word files from WordNet 3.0 and SCOWL (Debian: wordnet-base, scowl).

    python tools/words/from_wordnet.py USR_SHARE

reads USR_SHARE/wordnet and USR_SHARE/dict/scowl, and writes into quizapp/grading/english:

lexicon.txt    a real word a line, sorted, and its tier: 1 common, 2 known, 3 rare, 4 a name
thesaurus.txt  an expression a line, sorted, a tab, and codes: `12` a meaning it has, `~12` a wider
               meaning, `&12` a circle of near adjectives, `+12` a family of words made from each
               other, `!word` an opposite, `@city` what kind of named thing it is
"""

import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parents[1]
TIERS = {10: 1, 20: 1, 35: 1, 40: 2, 50: 2, 55: 2, 60: 2, 70: 3}
SPELLINGS = ("english", "american", "british", "british_z")
CLASSES = ("words", "upper", "proper-names")
SENSES = {"n": 4, "v": 5, "a": 4, "r": 3}
NAMED = """
    national_capital state_capital provincial_capital capital metropolis port borough city town
    country state province island river lake sea ocean mountain_peak mountain volcano desert
    continent planet moon star person deity battle war gulf strait peninsula canal
""".split()  # noqa: SIM905
RELATED = {"+", "\\"}


def ascii_fold(text: str) -> str:
    """The letters of `text` in lower case without marks; hyphens and underscores become spaces."""
    marked = unicodedata.normalize("NFKD", text.lower().replace("_", " ").replace("-", " "))
    kept = "".join(char for char in marked if not unicodedata.combining(char))
    return " ".join(kept.replace("'", "").replace(".", "").split())


def scowl(folder: Path) -> dict[str, int]:
    """Every word and its tier, the commonest that any list gives it."""
    tiers: dict[str, int] = {}
    for path in sorted(folder.iterdir()):
        name, _, size = path.name.rpartition(".")
        spelling, _, kind = name.partition("-")
        if spelling not in SPELLINGS or kind not in CLASSES or not size.isdigit():
            continue
        if int(size) not in TIERS:
            continue
        for line in path.read_text(encoding="iso-8859-1").splitlines():
            word = line.strip()
            if word.endswith("'s") or len(word) < 2:
                continue
            folded = ascii_fold(word)
            tier = 4 if word[:1].isupper() else TIERS[int(size)]
            if folded.isascii() and folded.isalpha():
                tiers[folded] = min(tier, tiers.get(folded, 9))
    return tiers


class Synset:
    """One meaning: its words and its pointers."""

    def __init__(self, line: str) -> None:
        fields = line.split(" | ")[0].split()
        self.satellite = fields[2] == "s"
        self.key = ("a" if fields[2] == "s" else fields[2]) + fields[0]
        count = int(fields[3], 16)
        raw = fields[4 : 4 + 2 * count : 2]
        self.raw = [word.split("(")[0] for word in raw]
        self.words = [ascii_fold(word) for word in self.raw]
        at = 4 + 2 * count
        self.pointers = []
        for index in range(int(fields[at])):
            symbol, offset, pos, ends = fields[at + 1 + 4 * index : at + 5 + 4 * index]
            source, target = int(ends[:2], 16), int(ends[2:], 16)
            self.pointers.append((symbol, ("a" if pos == "s" else pos) + offset, source, target))


def read_synsets(folder: Path) -> dict[str, Synset]:
    synsets = {}
    for pos in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{pos}").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("  "):
                found = Synset(line)
                synsets[found.key] = found
    return synsets


def read_senses(folder: Path) -> dict[str, list[str]]:
    """For each expression the meanings that it is mostly used in."""
    senses: dict[str, list[str]] = defaultdict(list)
    for pos, letter in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
        for line in (folder / f"index.{pos}").read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("  "):
                continue
            fields = line.split()
            pointers = int(fields[3])
            tagged = int(fields[5 + pointers])
            offsets = fields[6 + pointers :]
            keep = max(2, min(tagged, SENSES[letter]))
            senses[ascii_fold(fields[0])] += [letter + offset for offset in offsets[:keep]]
    return senses


def named_kind(synsets: dict[str, Synset], key: str, depth: int = 0) -> str:
    """The kind of named thing that an instance is, or nothing."""
    for symbol, target, _, _ in synsets[key].pointers:
        if symbol in ("@i", "@") and (depth or symbol == "@i"):
            for kind in NAMED:
                if kind in synsets[target].raw:
                    return (
                        "city"
                        if "capital" in kind or kind in ("town", "metropolis", "port", "borough")
                        else kind
                    )
            if depth < 6:
                found = named_kind(synsets, target, depth + 1)
                if found:
                    return found
    return ""


def families(synsets: dict[str, Synset]) -> dict[str, int]:
    """Words made from each other (expand, expansion), by number."""
    parent: dict[str, str] = {}

    def root(word: str) -> str:
        while parent.setdefault(word, word) != word:
            word = parent[word]
        return word

    for synset in synsets.values():
        for symbol, target, source, end in synset.pointers:
            if symbol in RELATED and source and end:
                left, right = synset.words[source - 1], synsets[target].words[end - 1]
                if " " not in left + right and left[:4] == right[:4]:
                    parent[root(left)] = root(right)
    groups: dict[str, list[str]] = defaultdict(list)
    for word in parent:
        groups[root(word)].append(word)
    numbers: dict[str, int] = {}
    for number, members in enumerate(sorted(map(sorted, groups.values())), 1):
        if 1 < len(members) < 16:
            numbers.update(dict.fromkeys(members, number))
    return numbers


def opposites(synset: Synset, word: str, others: bool) -> list[tuple[str, int]]:
    """Pointers to the opposites of `word`, or of any word of its meaning."""
    return [
        (target, end)
        for symbol, target, source, end in synset.pointers
        if symbol == "!" and end and (others or not source or synset.words[source - 1] == word)
    ]


def sense_codes(
    synsets: dict[str, Synset], number: dict[str, int], key: str, word: str, rank: int
) -> list[str]:
    """The codes of one meaning of `word`; `rank` counts its meanings from the commonest, 0."""
    synset = synsets[key]
    found = [str(number[key])]
    against = opposites(synset, word, rank < 2)
    for symbol, target, _, _ in synset.pointers:
        if symbol == "&" and synset.satellite:
            found.append(f"&{number[target]}")
            if rank < 2:
                against += opposites(synsets[target], word, True)
        elif symbol == "@" and key[0] == "v":
            found.append(f"~{number[target]}")
        elif symbol == "@i":
            found.append("@" + (named_kind(synsets, key) or "thing"))
    if key[0] == "a" and not synset.satellite:
        found.append(f"&{number[key]}")
    found += ["!" + synsets[target].words[end - 1].replace(" ", "_") for target, end in against]
    return found


def codes(synsets: dict[str, Synset], senses: dict[str, list[str]]) -> dict[str, list[str]]:
    """For each expression its codes, as thesaurus.txt has them."""
    family = families(synsets)
    number = {key: index for index, key in enumerate(sorted(synsets), 1)}
    out: dict[str, list[str]] = {}
    for word, keys in senses.items():
        if not word or not word.replace(" ", "").isalpha() or word.count(" ") > 4:
            continue
        found: dict[str, None] = {}
        for rank, key in enumerate(keys):
            found.update(dict.fromkeys(sense_codes(synsets, number, key, word, rank)))
        if word in family:
            found[f"+{family[word]}"] = None
        if found:
            out[word] = list(found)
    return out


def letters(synsets: dict[str, Synset]) -> set[str]:
    """The expressions that are written in capitals, as abbreviations are."""
    return {
        word
        for synset in synsets.values()
        for raw, word in zip(synset.raw, synset.words, strict=True)
        if 1 < len(raw) < 7 and (raw.isupper() or len(raw) < 5)
    }


def prune(
    table: dict[str, list[str]], tiers: dict[str, int], short: set[str]
) -> dict[str, list[str]]:
    """Without the codes that only one expression has, and the expressions that nobody writes."""
    kept = {
        word: marks
        for word, marks in table.items()
        if word in tiers or word in short or " " in word or any(mark[0] == "@" for mark in marks)
    }
    count: dict[str, int] = defaultdict(int)
    for marks in kept.values():
        for mark in marks:
            count[mark.lstrip("~")] += 1
    out = {}
    for word, marks in kept.items():
        named = any(mark[0] == "@" for mark in marks)
        useful = [
            mark
            for mark in marks
            if mark[0] in "!@" or count[mark.lstrip("~")] > 1 or (named and mark.isdigit())
        ]
        if " " in word:
            useful = [mark for mark in useful if mark[0].isdigit() or mark[0] == "@"]
            if not any(mark[0].isdigit() for mark in useful):
                continue
        if useful:
            out[word] = useful
    return out


def main(share: Path) -> None:
    tiers = scowl(share / "dict" / "scowl")
    synsets = read_synsets(share / "wordnet")
    senses = read_senses(share / "wordnet")
    table = prune(codes(synsets, senses), tiers, letters(synsets))
    for word, marks in table.items():
        if any(mark[0] == "@" for mark in marks):
            for part in word.split():
                if len(part) > 2:
                    tiers.setdefault(part, 4)
    lines = [f"{word}\t{tier}" for word, tier in sorted(tiers.items())]
    (TARGET / "lexicon.txt").write_text("\n" + "\n".join(lines) + "\n", encoding="ascii")
    rows = [f"{word}\t{' '.join(marks)}" for word, marks in table.items() if word.isascii()]
    (TARGET / "thesaurus.txt").write_text("\n" + "\n".join(sorted(rows)) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
