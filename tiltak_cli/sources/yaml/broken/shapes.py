"""What a line is, as far as the line alone can tell, also where it is carelessly written."""

import re

# A field whose value stands on the lines below, and one whose value is a text over several lines.
OPENER = re.compile(r"( *(?:- +)?)([\w-]+):[ \t]*(?:#.*)?$")
BLOCK = re.compile(r"( *(?:- +)?)[\w-]+:[ \t]+[|>][0-9+-]*[ \t]*(?:#.*)?$")
# The first line of a measure: how far in its dash stands, and its id.
FIRST = re.compile(r"(\s*)- *[\"']?id[\"']?\W{1,5}(T[0-9]+)")
# An id wherever it stands on a line.
IDENTITY = re.compile(r"\bid\W{1,5}(T[0-9]+)")
