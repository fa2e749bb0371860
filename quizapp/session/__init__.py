"""One sitting: which questions are asked, the run itself, and what it is worth."""
