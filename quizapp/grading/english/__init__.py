"""The words of English that the grader knows: the one place that another language would replace.

`classes` has words by the part that they play (articles, denials, titles …), `asking` how questions
ask, `speaking` what a response says of itself (corrections, choices, yes and no), `spelling` how
words are put together and heard, `numbers`, `months`, `signs` and `units` the words of quantities,
`forms` irregular inflections, `people` names. The grammars of numbers and dates stand with their
readers. The scripts in `tools/words` make `relations.txt` from the lists there, `lexicon.txt` from
SCOWL and `thesaurus.txt` from WordNet 3.0; the notices of the last two stand in `NOTICES.txt`.
"""
