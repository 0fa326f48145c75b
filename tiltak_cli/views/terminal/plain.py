"""Lines for the terminal without a library: a comparison of two registers must start fast."""

# Dim, not grey: grey is faint or gone where the background is near it.
STYLES = {"": "", "bold": "\x1b[1m", "dim": "\x1b[2m"}
RESET = "\x1b[0m"
NARROWEST = 40


def styled(text: str, style: str, *, colours: bool) -> str:
    """A text in a style, where the terminal has any."""
    return f"{STYLES[style]}{text}{RESET}" if colours and style and text else text


def folded_line(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """A text as lines of at most `width` characters. What has no blank goes on below."""
    width = max(width, NARROWEST)
    if text and len(first) + len(text) <= width and text.isprintable() and text[-1] != " ":
        return [first + text]
    import textwrap

    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
    )
