"""What is loaded only when it is named: a command pays for no other, a form for no other."""

from importlib import import_module
from typing import Any


def at(place: str) -> Any:
    """What stands at a place, written as `module:name`."""
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
