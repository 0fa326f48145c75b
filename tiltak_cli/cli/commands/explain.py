"""`tiltak explain`."""

from collections.abc import Iterator
from typing import Annotated

import typer

from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.cli.common.words import guess
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.rules import RULES, rule_by_code
from tiltak_cli.rules.base import Rule
from tiltak_cli.sources.register.gallery import told_of
from tiltak_cli.views.rules.markdown import rules_markdown
from tiltak_cli.views.rules.text import rule_list, rule_page

FORMS = ("text", "markdown")


def _codes(incomplete: str) -> Iterator[tuple[str, str]]:
    for rule in RULES:
        if rule.code.startswith(incomplete.upper()):
            yield rule.code, rule.title


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="KODE", help="Koden i funnet, for eksempel TIL201.", autocompletion=_codes
        ),
    ] = None,
    form: Annotated[str, options.form(FORMS)] = "text",
) -> None:
    """Forklar en regel: hva den krever, hvorfor, og hvordan feilen rettes.

    Uten KODE vises alle reglene, én linje hver; som markdown er det en side å lese.

    Eksempel:
      tiltak explain TIL201
    """
    if form not in FORMS:
        raise refuse(options.unknown_form(form, FORMS))
    rules = RULES if code is None else (_rule(code),)
    if form == "markdown":
        console.write_utf8(rules_markdown(rules, told_of))
    elif code is None:
        console.write(rule_list(RULES))
    else:
        console.write(rule_page(rules[0], told_of(rules[0])))


def _rule(code: str) -> Rule:
    rule = rule_by_code(code)
    if rule is None:
        codes = [rule.code for rule in RULES]
        remedy = guess(code, codes, otherwise="«tiltak explain» viser alle reglene.")
        raise refuse(f"Det finnes ingen regel med koden {quoted(code)}. {remedy}")
    return rule
