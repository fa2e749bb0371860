"""How paragraphs are split into sentences: `|` stands where one ends and the next begins."""

import pytest

from quizapp.bank.sentences import sentences


@pytest.mark.parametrize(
    "marked",
    [
        "One.| Two.",
        "One!| Two?| Three…| Four.",
        "No stop at the end",
        "One?!| Two.",
        "It cost 3.5 francs.| It was dear.",
        "Look at example.org for more.| Then come back.",
        "The U.S. Navy came.| It left.",
        "It was sold to the U.S.| The navy did not mind.",
        "A port in Washington D.C. has no tide.",
        "It was built in Washington, D.C.| It still stands.",
        "J. R. Pilot wrote it.| Dr. Ebb read it.",
        "Tides, e.g. The Severn's, run high.",
        "Gauges (i.e. Poles) are read.| Every hour.",
        "Boats, nets, etc. were lost.| Nobody drowned.",
        "Boats, nets, etc.| The rest was saved.",
        "See No. 5 on the chart.| It is old.",
        "At 5 p.m. the water turned.| At 6 it ran.",
        "A bore came up.[2]| Next came a boat.",
        "A bore came up.[2][13]| Next came a boat.",
        "He said “It rises.”| Then he left.",
        "He said “It rises.”[5]| Then he left.",
        "“Will it rise?” he asked.| It rose.",
        'She wrote "ebb." Now it is flood.'.replace(" Now", "| Now"),
        "(It rose.)| It fell.",
        "It rose (by 3 m.) and fell.",
        "First line.\nstill the first\nhere.| Second.",
        "A title without stop|\n\nThe text.",
        "It ended in 1921.| “Springs” was its title.",
        "Wait ... then go.| Stop.",
        "ends.and goes on.| Yes.",
        "Il y a l’eau.| Élan vient.",
        "¿Sube?| ¡Sube!",
    ],
)
def test_splits(marked: str) -> None:
    text = marked.replace("|", "")
    parts = [text[start:end] for start, end in sentences(text)]
    assert parts == [part.strip() for part in marked.split("|")]


def test_nothing() -> None:
    assert sentences("") == []
    assert sentences(" \n\n ") == []


def test_time_is_linear() -> None:
    assert len(sentences("a. " * 50_000 + "B. " * 50_000)) >= 1
    assert len(sentences('.")' * 100_000)) == 1
