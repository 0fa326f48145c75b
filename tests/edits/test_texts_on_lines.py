"""Texts and fields that are written over several lines: in the quotes that stand, or below."""

import pytest

from tiltak_cli.edits.texts import field, rewritten
from tiltak_cli.sources.yaml.reader import read_yaml

LONG = "Mer tekst kommer her. " * 5 + "Slutt."


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("said", ['Han sa "ja".', "Møtets 'vedtak'.", "Mappen C:\\ny."])
def test_a_text_in_quotes_over_lines_may_have_quotes_in_it(quote: str, said: str) -> None:
    value = f"{said} {LONG}"
    written = rewritten(f"{quote}Et langt\n  notat.{quote}", value, len("notat: "))
    assert written is not None
    first, *rest = written.split("\n")
    assert (first[0], rest[-1][-1]) == (quote, quote)
    assert read_yaml("", f"notat: {written}\n").data == {"notat": value}


def test_a_long_field_of_fields_has_a_line_for_each() -> None:
    origin = {"periode": "2016-2020", "id": "P1", "tittel": "Felles løsning " * 4 + "for alle"}
    assert field("opphav", {**origin, "tittel": "Felles"}, 4, ("tiltak",)) == (
        "opphav: {periode: 2016-2020, id: P1, tittel: Felles}"
    )
    assert field("opphav", {**origin, "status": "igangsatt"}, 4, ("tiltak",)) == (
        "opphav:\n"
        "      periode: 2016-2020\n"
        "      id: P1\n"
        "      status: igangsatt\n"
        "      tittel: Felles løsning Felles løsning Felles løsning Felles løsning for alle"
    )
