"""What the grader knows of words: small lists by hand, and larger ones made into files.

The scripts in `words/` at the root make `relations.txt` from the lists there, `lexicon.txt` from
SCOWL and `thesaurus.txt` from WordNet 3.0; the notices of the last two stand in `NOTICES.txt`.
"""
