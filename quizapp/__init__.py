"""quizapp: learn a text in a terminal."""

__version__ = "0.1.0"
