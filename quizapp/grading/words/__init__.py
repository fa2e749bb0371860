"""What the grader knows of words: small lists by hand, and two files made from open dictionaries.

`lexicon.txt` (from SCOWL) and `thesaurus.txt` (from WordNet 3.0) are made by
`tests/bench/grading_words.py`; their notices stand in `NOTICES.txt`.
"""
