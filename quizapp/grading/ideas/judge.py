"""The verdict on a response by the ideas of a key, beside that by its whole wordings."""

from functools import lru_cache

from quizapp.grading.braces import plain
from quizapp.grading.contradiction import contradiction
from quizapp.grading.doubt import ANEW, LONG_KEY, substance
from quizapp.grading.exact import partly
from quizapp.grading.ideas.express import Expressed, express, softly
from quizapp.grading.ideas.foreseen import Sets, also_foreseen, closer, foreseen_error, settled
from quizapp.grading.ideas.guards import against, of_another
from quizapp.grading.ideas.hear import Heard, hear
from quizapp.grading.ideas.objections import is_open, lacking, objection, open_to_wording, own_words
from quizapp.grading.ideas.sides import Whose
from quizapp.grading.ideas.wanted import Prepared, prepare
from quizapp.grading.key import Context, Idea, Ideas, TextKey
from quizapp.grading.letters import literal
from quizapp.grading.meaning import Synonyms
from quizapp.grading.prompt import read_prompt
from quizapp.grading.revision import final_version, withdrawn
from quizapp.grading.side_by_side import nearer
from quizapp.grading.tokens import content, tokens
from quizapp.grading.verdict import Reason, Verdict, correct, wrong
from quizapp.grading.wording import Worded, unrepeated
from quizapp.grading.wording import prepare as prepare_wording

FINAL = frozenset({"same", "empty", "echo", "hedge"})
"""Codes of reasons after which ideas are not looked for."""
SPOKEN_AGAINST = frozenset({"roles", "opposite"})
"""Codes of objections to a wording that was otherwise found: ideas do not outweigh them."""
LOOSE = frozenset({"meaning", "designation"})
"""Codes of reasons that accept what may lack an idea: there the ideas decide."""


def grade_ideas(
    key: TextKey, models: tuple[str, ...], context: Context, text: str, by_wording: Worded
) -> Verdict:
    """The verdict on `text`, of which `by_wording` is the verdict by whole wordings; it is laid
    beside the answers `models` before it is accepted."""
    worded = by_wording.verdict
    code = worded.reasons[0].code
    settled = worded.accepted and not (key.ideas.ideas and code in LOOSE)
    asked = key.ideas.ideas or any(ideas.sided for ideas in key.all_ideas)
    if code in FINAL or withdrawn(text) or (settled and not asked):
        return worded
    text = spoken(key, context, text)
    heard, sets = read_sets(key, context, text)
    if settled:
        return (
            _contradicted(key, heard, sets, context.prompt)
            or _doubted(key, models, context, heard, sets)
            or worded
        )
    if code == "rival" and not (sets.accepted.whole and len(content(heard.words)) < ANEW):
        return worded
    error = foreseen_error(key, heard, sets)
    if by_wording.against in SPOKEN_AGAINST and _outweighed(key, sets.accepted):
        doubted = wrong(_OTHERWISE, unsure=True) if _anew(key, heard, context) else worded
        return error or doubted
    if _stands(key, context, text, sets.accepted, worded):
        return worded
    objection = against(heard, sets.accepted, context.prompt)
    if objection is not None:
        return wrong(objection)
    if error is not None:
        return error
    earned = [
        (credit, found)
        for credit, found in zip(key.partial, sets.partial, strict=True)
        if closer(key, sets.accepted, found, credit.ideas)
        and not _said_besides(sets.accepted, found, credit.ideas)
    ]
    if sets.accepted.whole and not earned:
        return _doubted(key, models, context, heard, sets) or _RIGHT
    by_ideas = _short_of(key, heard, sets.accepted, context)
    best, told = max(earned, key=lambda one: one[0].score, default=(None, sets.accepted))
    if best is not None and (best.score >= by_ideas.score or sets.accepted.whole):
        open_ = by_ideas.unsure and len(own_words(heard, told.places)) >= ANEW
        return partly(best.score, best.feedback)._replace(unsure=open_)
    if key.ideas.ideas and (worded.accepted or by_ideas.score >= worded.score):
        near = worded.unsure and code == "part" and by_ideas.reasons[0].code == "missing"
        near = near or (worded.accepted and by_ideas.reasons[0].code == "missing")
        return by_ideas._replace(unsure=by_ideas.unsure or near)
    return worded


def _outweighed(key: TextKey, accepted: Expressed) -> bool:
    """Whether ideas that are all there do not outweigh what speaks against a wording."""
    return accepted.whole and not settled(key, accepted)


def _said_besides(accepted: Expressed, credit: Expressed, ideas: Ideas) -> bool:
    """Whether all that is right is said, in words besides those that earn a part: who says both
    halves has said the whole."""
    return accepted.whole and not ideas.sided and not accepted.places <= credit.places


def _stands(
    key: TextKey, context: Context, text: str, accepted: Expressed, worded: Verdict
) -> bool:
    """Whether a foreseen wording that was found stands: an error, of which the response has more
    words than of what is right, or all as they are written and what is right in no others; or what
    earns a part of the credit, if the response says no more."""
    code, told = worded.reasons[0].code, worded.feedback or ""
    if code not in ("anticipated", "partial"):
        return False
    error = code == "anticipated"
    if not accepted.whole:
        return error
    entries = key.wrong if error else key.partial
    answers = tuple(one for entry in entries if entry.feedback == told for one in entry.answers)
    foreseen = expressed(Ideas((Idea(answers),)), context, text, strict=error)
    if error:
        said = f" {literal(text)} "
        copied = any(f" {literal(one)} " in said for one in answers)
        alone = accepted.places <= foreseen.places
        return foreseen.weight > accepted.weight or (copied and alone)
    words = tokens(text)
    heavy = substance(content(words))
    return all(at in foreseen.places for at, token in enumerate(words) if token in heavy)


def expressed(ideas: Ideas, context: Context, text: str, *, strict: bool = False) -> Expressed:
    """What a response says of ideas that are no part of a key yet."""
    return read_for(ideas, context, text, strict=strict)[2]


def read_for(
    ideas: Ideas, context: Context, text: str, *, strict: bool = False
) -> tuple[Prepared, Heard, Expressed]:
    """Ideas made ready, a response read for them, and what it says of them."""
    prepared = prepare((ideas,), context.words)
    heard = hear(text, prepared, context)._replace(strict=strict)
    return prepared, heard, express(prepared.sets[0], heard)


def spoken(key: TextKey, context: Context, text: str) -> str:
    """What counts of a response: its last version, without negations that repeat the question's."""
    return unrepeated(prepare_wording(key, context), final_version(text))[1]


def read_sets(key: TextKey, context: Context, text: str) -> tuple[Heard, Sets]:
    """A response read for all ideas of a key, and what it says of each set of them."""
    prepared = prepare(key.all_ideas, context.words)
    heard = hear(text, prepared, context)
    accepted = express(prepared.sets[0], heard, denied_by_key(key, context.words))
    cut, strict = len(key.wrong), heard._replace(strict=True)
    found = [
        express(one, strict if number < cut else heard)
        for number, one in enumerate(prepared.sets[1:])
    ]
    return heard, Sets(accepted, tuple(found[:cut]), tuple(found[cut:]))


@lru_cache(maxsize=512)
def denied_by_key(key: TextKey, synonyms: Synonyms) -> frozenset[int]:
    """The numbers of the ideas that the key's answers seem to deny, by a verb such as "stop"."""
    prepared = prepare(key.all_ideas, synonyms)
    denied: set[int] = set()
    affirmed: set[int] = set()
    around = Context(synonyms=synonyms.groups, distinct=synonyms.distinct)
    for answer in key.answers[:LONG_KEY]:
        heard = hear(plain(answer), prepared, around)
        for number, told in enumerate(express(prepared.sets[0], heard).told):
            if told.said is not None:
                affirmed.add(number)
            elif told.denied is not None and softly(told.denied, heard):
                denied.add(number)
    return frozenset(denied - affirmed)


def _contradicted(key: TextKey, heard: Heard, sets: Sets, prompt: str) -> Verdict | None:
    """What is said against a response that has the words of an answer: an idea that it denies or
    says of another, an order turned round."""
    if sets.accepted.turned:
        return wrong(_TURNED)
    needed = () if sets.accepted.whole else key.ideas.ideas
    for idea, told in zip(needed, sets.accepted.told, strict=False):
        contrary = told.swapped is not None or told.denied is not None
        contrary = contrary and told.whose is not Whose.SOMEBODY
        if contrary and (reason := objection(idea, told, heard)):
            return wrong(reason)
    reason = of_another(heard, sets.accepted, prompt)
    return wrong(reason) if reason is not None else None


def _doubted(
    key: TextKey, models: tuple[str, ...], context: Context, heard: Heard, sets: Sets
) -> Verdict | None:
    """What keeps a response from being accepted: a foreseen error that it says as well, in at least
    as many words, or what it says instead of the answer that it comes nearest to."""
    answers = tuple(map(plain, models[:LONG_KEY]))
    if also_foreseen(key, sets) or _nearer_error(key, answers, context, heard, sets.accepted):
        return wrong(_OTHERWISE, unsure=True)
    return _instead(answers, context, heard, sets.accepted)


def _nearer_error(
    key: TextKey, answers: tuple[str, ...], context: Context, heard: Heard, found: Expressed
) -> bool:
    """Whether a response is nearer to a foreseen error than to any answer."""
    right = frozenset(heard.words[at].stem for at in found.places)
    errors = tuple(plain(one) for entry in key.wrong for one in entry.answers)
    asked = read_prompt(context.prompt).words
    return nearer(errors, answers, heard.text, context.words, right, asked)


def _instead(
    answers: tuple[str, ...], context: Context, heard: Heard, found: Expressed
) -> Verdict | None:
    """What a response says instead of the answer that it comes nearest to."""
    meant = frozenset(
        heard.words[at].stem
        for told in found.told
        if told.said is not None and told.said.hit.close and " " in told.said.wording.text
        for at in told.said.hit.places
    )
    against = contradiction(answers, heard.text, context.prompt, context.words, meant)
    if against is None:
        return None
    return wrong(Reason(against.code, against.detail), unsure=not against.sure)


_RIGHT = correct(None, Reason("ideas", "It says all that is asked."))
_TURNED = Reason("roles", "It has them the wrong way round.")


_OTHERWISE = Reason("doubt", "The ideas are there, but it may say something else of them.")


def _anew(key: TextKey, heard: Heard, context: Context) -> bool:
    """Whether a response is in words of its own, so that what speaks against it as a wording of the
    key may be read into it."""
    said = {t.stem for answer in key.answers[:LONG_KEY] for t in tokens(plain(answer))}
    asked = read_prompt(context.prompt).words
    own = {t.stem for t in substance(content(heard.words))} - said - asked
    return len(own) >= ANEW - 1


def _short_of(key: TextKey, heard: Heard, found: Expressed, context: Context) -> Verdict:
    """What some of the ideas, or none, are worth, and what is missing or against them."""
    objections = [
        (is_open(idea, told, heard), reason)
        for idea, told in zip(key.ideas.ideas, found.told, strict=True)
        if (reason := objection(idea, told, heard)) is not None
    ]
    if objections:
        unsure, reason = min(objections)
        return wrong(reason, unsure=unsure)
    if found.turned:
        return wrong(_TURNED)
    missing = tuple(
        Reason("missing", lacking(idea))
        for idea, told in zip(key.ideas.ideas, found.told, strict=True)
        if told.said is None and (not idea.alone or not found.need)
    )
    unsure = open_to_wording(key, heard, found, context)
    if not missing:
        return wrong(
            Reason("different", "Couldn't find any accepted answer in that."), unsure=unsure
        )
    share = round(found.share, 4) if key.part else 0.0
    if not share:
        return wrong(*missing, unsure=unsure)
    return Verdict("partial", share, None, missing, unsure=unsure)
