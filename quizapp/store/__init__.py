"""What is kept: rows that are added and never changed. Given values, gives values."""

FILE = "scores.sqlite3"
"""The store's name in the data folder."""
