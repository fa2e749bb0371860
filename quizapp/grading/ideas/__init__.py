"""Ideas: what an answer must express, in whatever words, and whether a response expresses it."""
