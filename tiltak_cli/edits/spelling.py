"""How a value is written in a file: as it was before, and as little quoted as its text allows."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

from tiltak_cli.domain.invisible import INVISIBLE, bare
from tiltak_cli.sources.yaml.reader import read_yaml

NUMBER = re.compile(r"[-+]?(?:0[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+|[0-9]*\.[0-9]+|[0-9]+\.)")
QUOTES = ('"', "'")


def spelled(value: Any, *, before: str = "", within_list: bool = False) -> str | None:
    """Write plain data as YAML that reads as just that, or None when it cannot be done.

    `before` is the text it replaces: its quotes are kept, if they are more than it needed. A text
    over several lines is written only where what hardly shows is taken out of the lines that stand
    there.
    """
    if isinstance(value, list):
        items = [spelled(item, within_list=True) for item in value]
        return None if None in items else f"[{', '.join(map(str, items))}]"
    return next((way for way in _ways(value, before) if reads_as(way, value, within_list)), None)


def _ways(value: Any, before: str) -> list[str]:
    """Every way to write a value, the one nearest to what stands there first."""
    if value is None:
        return [""]
    if not isinstance(value, str):
        return [str(value).lower()]
    ways = {
        "": value,
        '"': '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"',
        "'": "'" + value.replace("'", "''") + "'",
    }
    if NUMBER.fullmatch(value):
        # A text to us, and a number to editors.
        del ways[""]
    chosen = "" if _needs_quotes(before) else before[:1]
    usual = ways.get(chosen, ways['"'] if "" not in ways else value)
    return [tidied(before), usual, *(way for way in ways.values() if way != usual)]


def _needs_quotes(written: str) -> bool:
    """Whether a value has quotes that it needs: those say nothing of how someone likes to write."""
    if written[:1] not in QUOTES:
        return False
    tree = read_yaml("", f"verdi: {written}\n")
    value = tree.data.get("verdi") if tree.readable and isinstance(tree.data, dict) else None
    return isinstance(value, str) and not reads_as(value, value)


def escaped(value: str, within_list: bool = False) -> str | None:
    """A text on one line, with codes for its line ends and tabs; None where that is not enough."""
    body = value.replace("\\", "\\\\").replace('"', '\\"')
    way = '"' + body.replace("\n", "\\n").replace("\t", "\\t") + '"'
    return way if reads_as(way, value, within_list) else None


def tidied(written: str) -> str:
    """A value as written, less what hardly shows at its ends and in it."""
    text = unicodedata.normalize("NFC", bare(written))
    quote = text[:1] if text[:1] in QUOTES else ""
    body = text.rstrip("\r\n")
    end = text[len(body) :]
    if quote and body.endswith(quote):
        return quote + body[1:-1].strip(f" {INVISIBLE}") + quote + end
    return re.sub(f"^[ {INVISIBLE}]+|[ {INVISIBLE}]+$", "", body) + end


@lru_cache(maxsize=4096, typed=True)
def reads_as(written: str, value: Any, within_list: bool = False) -> bool:
    """Whether a text in a field, or in a list in brackets, reads as just that value."""
    text = f"verdi: [{written}]\n" if within_list else f"verdi: {written}\n"
    tree = read_yaml("", text)
    # repr tells 1 from true and "1", which == does not.
    wanted = repr({"verdi": [value] if within_list else value})
    return tree.readable and not tree.findings and repr(tree.data) == wanted


def block_reads_as(written: str, value: str, *, ended: bool = True) -> bool:
    """Whether a text over several lines reads as just that, where the last line is `ended`."""
    digit = re.match("[|>][+-]?([1-9])", written)
    if digit:
        # So far in that it is as far from the margin as the sign says.
        first = next((line for line in written.split("\n")[1:] if line.strip()), "")
        margin = len(first) - len(first.lstrip(" ")) - int(digit[1])
        written = written.replace("\n" + " " * margin, "\n")
    tree = read_yaml("", f"verdi: {written}" + "\n" * ended)
    return tree.readable and not tree.findings and tree.data == {"verdi": value}
