"""Words as a Norwegian sentence holds them: listed, quoted, counted."""

from collections.abc import Iterable


def listed(words: Iterable[str], final: str = "og") -> str:
    """Join words as a Norwegian sentence does: «a, b og c»."""
    items = list(words)
    return (
        f" {final} ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
    )


def quoted(text: str, limit: int = 40) -> str:
    """Put text in Norwegian quotes, shortened to at most `limit` characters."""
    flat = " ".join(text.split())
    if flat[:1] == "«" and flat[-1:] == "»":
        flat = flat.strip("«»")
    return f"«{flat if len(flat) <= limit else flat[: limit - 1].rstrip() + '…'}»"


def counted(number: int, one: str, many: str) -> str:
    """Write a number with the noun in the right form: «1 tiltak», «3 endringer»."""
    return f"{number} {one if number == 1 else many}"
