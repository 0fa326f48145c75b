"""Files whose lines end in two ways, and files that cannot be read."""

from pathlib import Path

import pytest
from command import tiltak
from support import register_text
from test_merge_text import FILE, USUAL

from tiltak_cli.edits.merged.whole import together

BASE = register_text("- id: T001\n- id: T002\n  tittel: Et annet\n")
OURS = BASE.replace("tittel: Et annet", "tittel: Noe annet")
THEIRS = BASE.replace("prioritet: middels", "prioritet: lav", 1)
BOTH = OURS.replace("prioritet: middels", "prioritet: lav", 1)


def ended(text: str, odd: int, usual: bytes) -> bytes:
    """A text in which one line ends otherwise than the others."""
    other = b"\n" if usual == b"\r\n" else b"\r\n"
    lines = text.encode().removesuffix(b"\n").split(b"\n")
    return b"".join(line + (other if n == odd else usual) for n, line in enumerate(lines))


@pytest.mark.parametrize("usual", [b"\n", b"\r\n"])
@pytest.mark.parametrize("odd", [0, 7, 20])
def test_lines_that_nobody_has_changed_end_as_they_did(odd: int, usual: bytes) -> None:
    base, ours, theirs = ({FILE: ended(text, odd, usual)} for text in (BASE, OURS, THEIRS))
    assert together(base, ours, theirs, USUAL).files[FILE] == ended(BOTH, odd, usual)


# What is written instead of a line, and what is said of it.
FAULTS = {
    "an anchor": ("status: vedtatt", "status: &a vedtatt", "«&a» leses ikke som tekst"),
    "a field twice": ("frist: 2025", "frist: 2025\n  frist: 2026", "Feltet «frist» er skrevet"),
    "a quote that is not closed": ("status: vedtatt", 'status: "vedtatt', "Teksten i «status»"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("side", [0, 1, 2])
def test_which_side_cannot_be_read_and_where(
    tmp_path: Path, side: int, fault: tuple[str, str, str]
) -> None:
    old, new, said = fault
    texts = [BASE, OURS, THEIRS]
    texts[side] = texts[side].replace(old, new, 1)
    names = ["base.yaml", "vår.yaml", "deres.yaml"]
    for name, text in zip(names, texts, strict=True):
        (tmp_path / name).write_text(text, "utf-8")
    done = tiltak("merge", *names, cwd=tmp_path)
    assert (done.code, done.out) == (129, "")
    word = ("Utgangspunktet", "Vår side", "Deres side")[side]
    assert done.err.startswith(f"tiltak: «{names[side]}»: {word} kan ikke slås sammen. Linje ")
    assert said in done.err
