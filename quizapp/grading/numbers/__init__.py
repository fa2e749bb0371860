"""Numbers in figures and in words, wherever they stand in a text."""
