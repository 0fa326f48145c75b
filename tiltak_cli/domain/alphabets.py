"""Letters that look alike and are of different alphabets: «а» in Cyrillic and «a» in Latin."""

import unicodedata

ALPHABETS = ("latin", "cyrillic", "greek")


def alphabet(letter: str) -> str:
    """Which of the alphabets with letters alike one is of; empty for all else."""
    name = unicodedata.name(letter, "").partition(" ")[0].lower()
    return name if name in ALPHABETS else ""


def another_alphabet(old: str, new: str) -> tuple[str, str, str]:
    """The first letter of a text that came in place of one of another alphabet, and those two.

    Letter, alphabet before and now; all are empty where the texts differ in more than some letters.
    """
    if len(old) == len(new) and not (old.isascii() and new.isascii()):
        for before, now in zip(old, new, strict=True):
            was, became = alphabet(before), alphabet(now)
            if was and became and was != became:
                return now, was, became
    return "", "", ""
