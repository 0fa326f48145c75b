"""A letter that looks like another is told with its alphabet, where else nothing would be seen."""

from pathlib import Path

import pytest
from command import tiltak
from support import register_text, spread

WORDS = "Departementene prøver ut en felles mal for alle høringer i år."


@spread(
    ("field", "old", "new", "said"),
    [
        (
            "tittel",
            "Felles mal",
            "Felles mаl",
            "Bokstaven «а» er kyrillisk, ikke latinsk som før.",
        ),
        ("beskrivelse", WORDS, WORDS.replace("mal", "mаl"), "Bokstaven «а» er kyrillisk"),
        ("beskrivelse", WORDS, WORDS.replace("felles", "fellοs"), "Bokstaven «ο» er gresk"),
        (
            "beskrivelse",
            WORDS.replace("mal", "mаl"),
            WORDS,
            "Bokstaven «a» er latinsk, ikke kyril",
        ),
        ("beskrivelse", WORDS, WORDS.replace("mal", "mål"), ""),
        ("beskrivelse", WORDS, WORDS.replace("felles", "ny"), ""),
    ],
    24,
)
@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_which_letter_is_of_which_alphabet(
    tmp_path: Path, field: str, old: str, new: str, said: str, form: str
) -> None:
    for name, text in (("a.yaml", old), ("b.yaml", new)):
        (tmp_path / name).write_text(register_text(f"{field}: {text}\n"), "utf-8")
    assert tiltak("diff", "a.yaml", "b.yaml", "-o", f"ut.{form}", cwd=tmp_path).code == 0
    shown = " ".join((tmp_path / f"ut.{form}").read_text("utf-8").split())
    assert said in shown
    assert ("Bokstaven «" in shown) == bool(said)
