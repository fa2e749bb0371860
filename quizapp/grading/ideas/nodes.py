"""What a wording is made of: words and expressions that must be said, or of which one is enough."""

from typing import NamedTuple


class Leaf(NamedTuple):
    """A word or expression of the index, denied or not."""

    number: int
    denied: bool


class AllOf(NamedTuple):
    """What must be found near each other, in any order.

    Of a comparison `left` says how many parts are on the left side of "than", and must be there.
    `ways` says of each part which way the preposition before it leads, "from" or "to"; `leads` by
    which prepositions it must be led, where a wording has a choice of them.
    """

    parts: tuple["Node", ...]
    left: int | None = None
    ways: tuple[int, ...] = ()
    leads: tuple[frozenset[str], ...] = ()


class AnyOf(NamedTuple):
    """What stands for one thing in several wordings."""

    options: tuple["Node", ...]


Node = Leaf | AllOf | AnyOf


def needs(node: Node) -> tuple[frozenset[int], ...]:
    """The sets of words, by their numbers, of each of which what says a node has one."""
    if isinstance(node, Leaf):
        return (frozenset((node.number,)),)
    if isinstance(node, AllOf):
        return tuple(one for part in node.parts for one in needs(part))
    return (frozenset(one for option in node.options for each in needs(option) for one in each),)
