"""One measure as YAML in the register's own order and style, ready to paste."""

import io
import itertools
import sys
import textwrap
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString

from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.domain.fields import BY_KEY, KEYS, Kind

LINE = 100
INLINE = frozenset(
    {
        Kind.AREAS,
        Kind.DIRECTIONS,
        Kind.DEVELOPMENTS,
        Kind.ORGANISATIONS,
        Kind.PARTICIPANTS,
        Kind.REFERENCES,
    }
)


def measure_yaml(plain: dict[str, Any]) -> str:
    """Write a measure's plain data: fields in order, codes on one line, long text folded."""
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    # Lines are broken where we say; a link on a line of its own helps nobody.
    yaml.width = sys.maxsize
    yaml.allow_unicode = True
    # The same date in two fields is not the same thing: no anchors.
    yaml.representer.ignore_aliases = lambda _data: True
    ordered = yaml.map()
    for key in sorted(plain, key=KEYS.index):
        ordered[key] = _styled(yaml, key, plain[key])
    stream = io.StringIO()
    yaml.dump(yaml.seq([ordered]), stream)
    return stream.getvalue()


def _styled(yaml: YAML, key: str, value: Any) -> Any:  # noqa: ANN401 - plain data as read
    if isinstance(value, list) and BY_KEY[key].kind in INLINE:
        inline = yaml.seq(value)
        inline.fa.set_flow_style()
        return inline
    if isinstance(value, str) and "\n" in value.strip():
        return LiteralScalarString(value)
    if isinstance(value, str) and len(value) + len(key) > LINE - len("    : "):
        return _folded(value)
    # A title may look like a date, and is still a text.
    return value if BY_KEY[key].kind is Kind.TEXT else _dates(value)


def _folded(value: str) -> Any:  # noqa: ANN401 - ruamel's text with line breaks
    """A long text on several lines, each as long as a line in the register."""
    lines = textwrap.wrap(
        value, LINE - len("      "), break_long_words=False, break_on_hyphens=False
    )
    folded = FoldedScalarString(" ".join(lines))
    # Where the lines end, counted in the text; ruamel breaks there and nowhere else.
    ends = itertools.accumulate(len(line) + 1 for line in lines[:-1])
    folded.fold_pos = [end - 1 for end in ends]
    return folded


def _dates(value: Any) -> Any:  # noqa: ANN401 - plain data as read
    """Days as dates, for text that looks like one would be put in quotes."""
    if isinstance(value, dict):
        return {key: _dates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_dates(item) for item in value]
    return (parse_day(value) or value) if isinstance(value, str) else value
