"""The page's colours, in light and in dark, as variables that the style sheet uses.

A name gives two variables: `--NAME` is the fill and `--on-NAME` what stands on it.
"""

from tiltak_cli.overview.counts import Situation
from tiltak_cli.views import palette
from tiltak_cli.views.palette import Tint

Theme = dict[str, Tint]


def slug(situation: Situation) -> str:
    """The name of a situation in classes and variables: `on-track`."""
    return situation.name.lower().replace("_", "-")


DARK_PAGE = "15191E"
DARK_TEXT = "E6E8EA"
LIGHT: Theme = {
    "page": Tint(palette.WHITE, palette.TEXT),
    "quiet": Tint(palette.WHITE, palette.MUTED),
    "link": Tint(palette.WHITE, palette.ACCENT),
    "title": Tint(palette.WHITE, palette.DARK),
    "alarm": Tint(palette.WHITE, palette.WARNING),
    "head": Tint(palette.DARK, palette.WHITE),
    "band": Tint("EEF4FA", palette.DARK),
    "band-quiet": Tint("EEF4FA", "4F5256"),
    "band-link": Tint("EEF4FA", "0059A8"),
    "field": Tint(palette.WHITE, palette.TEXT),
    "gap": Tint("FBE9E9", "8A1015"),
    "not-started": palette.GREY,
    "on-track": palette.GREEN,
    "at-risk": palette.YELLOW,
    "late": palette.RED,
    "completed": palette.BLUE,
    "stopped": palette.GREY,
    "unstated": Tint("FBE9E9", "8A1015"),
    "bar-not-started": palette.GREY_BAR,
    "bar-on-track": palette.GREEN_BAR,
    "bar-at-risk": palette.YELLOW_BAR,
    "bar-late": palette.RED_BAR,
    "bar-completed": palette.BLUE_BAR,
    "bar-stopped": palette.PALE_BAR,
    "bar-unstated": palette.EMPTY_BAR,
    # The edge of a bar that is too pale to be seen by its fill alone.
    "edge-at-risk": Tint(palette.WHITE, "855600"),
    "edge-stopped": Tint(palette.WHITE, palette.PALE_EDGE),
    "edge-unstated": Tint(palette.WHITE, palette.EMPTY_EDGE),
}
DARK: Theme = {
    "page": Tint(DARK_PAGE, DARK_TEXT),
    "quiet": Tint(DARK_PAGE, "A8AEB5"),
    "link": Tint(DARK_PAGE, "86BDF2"),
    "title": Tint(DARK_PAGE, "D6E8FA"),
    "alarm": Tint(DARK_PAGE, "FF9C94"),
    "head": Tint("0F2F4F", "F2F7FC"),
    "band": Tint("1D242C", "D6E8FA"),
    "band-quiet": Tint("1D242C", "A8AEB5"),
    "band-link": Tint("1D242C", "86BDF2"),
    "field": Tint("1D242C", DARK_TEXT),
    "gap": Tint("3A1F21", "FFB9B3"),
    "not-started": Tint("2E343B", "DADDE0"),
    "on-track": Tint("173A21", "BDE8C7"),
    "at-risk": Tint("443210", "F7DCA4"),
    "late": Tint("4E1D1D", "FFC9C6"),
    "completed": Tint("14344F", "C3E0F8"),
    "stopped": Tint("2E343B", "DADDE0"),
    "unstated": Tint("3A1F21", "FFB9B3"),
    "bar-not-started": Tint("9AA0A7", "14181C"),
    "bar-on-track": Tint("57B473", "0A1F10"),
    "bar-at-risk": Tint("F0B24A", "2C1D04"),
    "bar-late": Tint("F0736A", "2B0705"),
    "bar-completed": Tint("5BA5EA", "061A2C"),
    "bar-stopped": Tint("4A525B", "F0F2F4"),
    "bar-unstated": Tint("3A1F21", "FFB9B3"),
    "edge-at-risk": Tint(DARK_PAGE, "F0B24A"),
    "edge-stopped": Tint(DARK_PAGE, "9AA0A7"),
    "edge-unstated": Tint(DARK_PAGE, "FFB9B3"),
}
# Hairlines part rows; nobody needs them to understand a row.
LINES = (palette.LINE, "363E47")


def variables() -> str:
    """The style sheet's first rules: the colours in light, and in dark where that is preferred."""
    light, dark = _rule(LIGHT, LINES[0]), _rule(DARK, LINES[1])
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


def _rule(theme: Theme, line: str) -> str:
    pairs = [f"--{n}: #{t.fill}; --on-{n}: #{t.text};" for n, t in theme.items()]
    return "\n".join([":root {", *pairs, f"--line: #{line};", "}"])
