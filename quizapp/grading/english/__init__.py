"""The words of English that the grader knows: the one place that another language would replace.

`classes` has words by the part that they play (articles, denials, titles …), `numbers`, `months`
and `units` the words of quantities, `forms` irregular inflections and spellings, `people` names.
The scripts in `tools/words` make `relations.txt` from the lists there, `lexicon.txt` from
SCOWL and `thesaurus.txt` from WordNet 3.0; the notices of the last two stand in `NOTICES.txt`.
"""
