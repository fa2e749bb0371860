"""What every table and field of a bank means, in a line: for editors that show it.

Under "" stands what a table is; a kind has the fields of `Question` too.
"""

DESCRIPTIONS: dict[str, dict[str, str]] = {
    "Head": {
        "": "What the bank is, and what applies to all of its questions.",
        "id": "Letters, figures, '-', '_' and '.'; scores hang on it: never change it.",
        "title": "One line, as learners see it.",
        "language": "The language of the answers, as a code: en.",
        "authors": "Who wrote the bank.",
        "license": "Under what terms it may be used, such as CC-BY-4.0.",
        "synonyms": "Groups of expressions with one meaning in every question of the bank.",
        "distinct": "Groups of expressions that never stand for each other, in any question.",
        "strict": "Whether slips of the pen count as errors, in all questions.",
        "allow": "Codes of advice that check is not to give on the bank.",
    },
    "Source": {
        "": "The text that is taught.",
        "title": "Its title.",
        "author": "Who wrote it.",
        "year": "When it was published.",
        "url": "Where it can be read.",
        "note": "Anything else, such as an edition.",
    },
    "Passage": {
        "": "One paragraph of the text.",
        "id": "By this, questions name it in support.",
        "section": "The heading under which it stands.",
        "paragraph": "Its number in the text, from 1, headings and notes not counted.",
        "text": "The paragraph itself, where the bank may hold it.",
        "digest": "Its content in the bank's own words, where it may not.",
        "note": "Its number, where it is a note to the paragraph and not the paragraph itself.",
        "fingerprint": "Recognises the paragraph in a copy that the learner has.",
    },
    "Paper": {
        "": "An exam that the bank sets.",
        "id": "By this, learners call it.",
        "title": "As learners see it.",
        "sections": "The sections that it is on; all if left out.",
        "count": "How many questions; one an objective if left out.",
        "seed": "Makes it the same paper each time.",
        "minutes": "The time limit.",
        "pass_mark": "The score needed to pass, in per cent.",
    },
    "Question": {
        "id": "Unique in the bank; scores hang on it. Made from the prompt if left out.",
        "kind": "How it is answered; found from the other fields where one kind alone fits.",
        "prompt": "What is asked.",
        "support": "The passages that settle the answer, shown after it.",
        "hint": "Shown on demand; narrows the search without a word of the answer.",
        "explanation": "Shown after the answer: why it is so.",
        "objective": "What it tests: names from [objectives].",
        "level": "What the learner has to do with what is known.",
        "tags": "Words by which learners choose questions.",
        "weight": "What it counts for in the score.",
        "distinct": "Groups of expressions that never stand for each other here.",
        "strict": "Whether slips of the pen count as errors.",
        "wrong": "Errors that are expected, each with the feedback that mends it.",
        "partial": "Answers that are half right, each with its score and what is missing.",
        "tests": "Responses with the outcome that they must get; check grades them.",
        "expects": "What is asked for, shown in the answer box: a phrase, two countries.",
        "reveals": "Ids of questions whose answers this one gives away; those are asked first.",
        "shuffle": "Whether options stand in another order each time.",
        "draft": "A draft is never asked.",
        "was": "Former ids, so that scores follow a question that was renamed.",
        "allow": "Codes of advice that check is not to give on it.",
    },
    "Support": {
        "": "A passage that settles the answer.",
        "passage": "Its id.",
        "evidence": "The deciding words, as they stand in the passage.",
        "sentences": "The deciding sentences of the source's own paragraph, from 1.",
    },
    "SaidBy": {
        "": "Wordings of an idea with whose they are.",
        "says": "Short wordings.",
        "by": "Of whom they are said.",
    },
    "Idea": {
        "": "Something that an answer must express.",
        "says": "Short wordings, any of which expresses it.",
        "missing": "Shown to a learner who leaves it out.",
        "by": "Whose it is: of whom it is said.",
        "alone": "Whether it is enough: who says it need say no other idea.",
    },
    "Wrong": {
        "": "An error that is expected.",
        "answers": "Wrong answers, whole.",
        "ideas": "The ideas that make a response this error.",
        "feedback": "What mends the error.",
    },
    "Partial": {
        "": "Answers that are half right.",
        "answers": "Such answers, whole.",
        "ideas": "The ideas that earn the part.",
        "score": "What they earn, between 0 and 1.",
        "feedback": "What is missing.",
    },
    "Tests": {
        "": "Responses with the outcome that they must get.",
        "accept": "Right, with or without a slip.",
        "partial": "Partly right.",
        "reject": "Wrong.",
    },
    "Text": {
        "": "An answer in words.",
        "answers": "Ways to say it; the first is the model answer.",
        "answer": "The answer, or a list of ways to say it; the first is the model answer.",
        "ideas": "What an answer must express, each by its wordings.",
        "ordered": "Whether the ideas must come in this order.",
        "need": "How many of the ideas are enough; all if left out.",
        "part": "Whether some of the ideas earn their share.",
    },
    "Number": {
        "": "A quantity.",
        "answer": "A figure, or [low, high] for a range that must be given.",
        "tolerance": "How far off is still right: a figure, or a share such as 5%.",
        "unit": "What a bare figure is read in; other units are converted.",
    },
    "Date": {
        "": "A point in time.",
        "answer": "As precise as is asked: 1987, 1987-09, 1987-09-16, 1930s, 19th century, 44 BC.",
        "tolerance": "How far off is still right, in what the answer counts in.",
    },
    "Listing": {
        "": "Several things to be named.",
        "items": "The things, each with the ways to say it.",
        "need": "How many are asked for; all if left out.",
        "ordered": "Whether they must come in this order.",
    },
    "Cloze": {
        "": "A sentence with gaps.",
        "gaps": "For each ___ of the prompt the ways to fill it; or write [[them]] in the prompt.",
    },
    "Option": {
        "": "What may be chosen.",
        "text": "Its words.",
        "correct": "Whether it is right.",
        "feedback": "Shown to a learner who chooses it.",
    },
    "Choice": {
        "": "One option of several.",
        "options": 'The options; "*yeast" is the right one, "salt" another.',
        "answer": "The right option, where it is not marked.",
    },
    "Multiple": {
        "": "All options that are right.",
        "options": 'The options; "*yeast" is a right one, "salt" another.',
        "answer": "The right options, where they are not marked.",
    },
    "Why": {
        "": "The reason to be given.",
        "ideas": "What the reason must express, each by its wordings.",
        "wrong": "Wrong reasons, each with the feedback that mends it.",
        "partial": "Reasons that are half right.",
    },
    "Boolean": {
        "": "Whether a statement is true, and why.",
        "answer": "Whether it is true.",
        "reason": "The reason to be given; without it the value is all.",
    },
    "Order": {"": "Items to be put into order.", "items": "The items in the right order."},
    "Match": {
        "": "Pairs to be put together.",
        "pairs": "Left and right of each pair.",
        "extra": "Right sides that fit nothing.",
    },
    "PointToMake": {
        "": "A point that an answer should make.",
        "answers": "Ways to make it.",
        "ideas": "What makes it, each by its wordings.",
        "name": "What it is called when it is marked.",
        "feedback": "Shown to a learner who misses it.",
    },
    "Points": {
        "": "An open answer, credited by the points that it makes.",
        "points": "The points.",
        "need": "How many earn full credit; all if left out.",
    },
}

TABLES = {
    "format": "The version of the format: 1.",
    "bank": DESCRIPTIONS["Head"][""],
    "objectives": "What the questions test, by name, in words for people.",
    "source": DESCRIPTIONS["Source"][""],
    "passage": "The paragraphs of the text that settle answers.",
    "paper": "Exams that the bank sets.",
    "question": "The questions.",
}


def of_field(table: str, field: str) -> str:
    """What a field of a table means; a kind of question has those of every question, and what is
    put into words has those of a text."""
    known = (DESCRIPTIONS[name].get(field) for name in (table, "Question", "Text"))
    return next(filter(None, known))
