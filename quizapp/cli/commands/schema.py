"""`quizapp schema`: the JSON Schema of the bank format, for editors."""

import argparse

EXAMPLES = """\
quizapp schema > quizapp.schema.json"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    del options
    from quizapp.bank.schema import schema_text

    print(schema_text(), end="")
    return 0
