"""`quizapp schema`: the JSON Schema of the bank format, for editors."""

import argparse

from quizapp.bank.schema import schema_text


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    del options
    print(schema_text(), end="")
    return 0
