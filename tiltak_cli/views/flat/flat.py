"""The text that git compares instead of a file: flat lines, or the file as it is."""

from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.reader import read_yaml

# The first bytes of a workbook, and of an old or encrypted one.
WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def flat(data: bytes) -> bytes:
    """Turn a file's bytes into what git is to compare, in UTF-8. Never fails.

    A register gives its lines, and one that cannot be read, or another file, its own bytes. So does
    a workbook; one that cannot be read gives a line with its checksum.
    """
    if data.startswith(WORKBOOK):
        return _workbook(data)
    # A file must be shown whatever is in it: what is not foreseen here is shown as it is.
    try:
        text = decode("", data)
        if not isinstance(text, str):
            return data
        from tiltak_cli.views.flat.lines import flat_lines

        if "\n<<<" in text and (both := _both_sides(text)):
            return _joined(both)
        lines = flat_lines(text, read_yaml("", text))
        return data if lines is None else _joined(lines)
    except Exception:  # noqa: BLE001
        return data


def _both_sides(text: str) -> list[str]:
    """The flat lines of a register with conflicts in it, with markers where the sides differ."""
    from tiltak_cli.changes.steps import steps
    from tiltak_cli.sources.yaml.markers import SHORTEST, chosen, marked_in, without_together
    from tiltak_cli.views.flat.lines import flat_lines

    rows = text.split("\n")
    blocks = marked_in(rows, SHORTEST)
    sides = ["\n".join(chosen(rows, blocks, theirs=theirs)) for theirs in (False, True)]
    ours, theirs = (flat_lines(side, read_yaml("", side)) for side in sides)
    if not blocks or ours is None or theirs is None:
        return []
    first = blocks[0]
    begin, middle, end = (rows[n].rstrip() for n in (first.begin, first.middle, first.end))
    lines: list[str] = []
    for step in steps(ours, theirs):
        mine, yours = ours[step.a : step.b], theirs[step.c : step.d]
        lines += mine if step.same else [without_together(begin), *mine, middle, *yours, end]
    return lines


def _workbook(data: bytes) -> bytes:
    from tiltak_cli.sources.workbook.cells import WorkbookError, read_cells
    from tiltak_cli.views.flat.workbook import flat_workbook

    try:
        return _joined(flat_workbook(read_cells(data)))
    except (WorkbookError, ValueError, TypeError, RecursionError):
        import hashlib

        # With the checksum it is seen that two of them are not the same.
        digest = hashlib.sha256(data).hexdigest()
        return f"Arbeidsboken kan ikke leses ({len(data)} byte, SHA-256 {digest}).\n".encode()


def _joined(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
