"""Which files in a folder are parts of a register, by what is in them."""

import re

# What is in every part of a register; and how other files in YAML begin.
PART = re.compile(
    rb"^[ \t]*(?:-[ \t]*)?[\"']?(?:id|tiltak|strategi|utgave|per_dato)[\"']?[ \t]*[:=]",
    re.IGNORECASE | re.MULTILINE,
)
OTHER = re.compile(rb"^[a-z][\w-]*:(?:[ \t]|\r?$)", re.MULTILINE)


def is_part(data: bytes) -> bool:
    """Whether a file has a field that every part of a register has."""
    return PART.search(data) is not None


def is_other(data: bytes) -> bool:
    """Whether a file has fields of its own, none of which is a register's."""
    return bool(OTHER.search(data)) and not is_part(data) and b"\0" not in data
