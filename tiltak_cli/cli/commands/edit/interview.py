"""`add --interactive`: one question a field, the choices as numbered lists with their words."""

import contextlib
from collections.abc import Callable
from typing import Any, NamedTuple

from tiltak_cli.cli.commands.edit.arguments import in_measure, parted
from tiltak_cli.cli.commands.edit.asking import ask
from tiltak_cli.cli.commands.edit.completing import choices
from tiltak_cli.cli.commands.edit.finish import Edit, objections
from tiltak_cli.cli.commands.edit.missing import required
from tiltak_cli.cli.commands.edit.set_run import wanted_in
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import FOUND
from tiltak_cli.cli.common.stop import StoppedError, refuse
from tiltak_cli.domain.fields import BY_KEY, Field
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import LISTS, Fault, value_of
from tiltak_cli.edits.asked.assign import codes_of
from tiltak_cli.edits.asked.lists import MANY
from tiltak_cli.edits.asked.ways import Assignment, Way
from tiltak_cli.edits.opened import Opened
from tiltak_cli.edits.spelling import QUOTES
from tiltak_cli.edits.texts import STEP, item
from tiltak_cli.rules.base import UNCLEAR
from tiltak_cli.sources.yaml.order import in_order
from tiltak_cli.sources.yaml.places import LIST
from tiltak_cli.views.safe import visible

# What a new measure often has besides.
ALSO = ("utviklingsområder", "utførende", "deltakere", "start")
NO_TERMINAL = (
    "--interactive spør i en terminal, og her er det ingen. Skriv feltene i stedet: tiltak add "
    'tittel="…" status=vedtatt, og så videre.'
)
NO_END = "løpende"
NOTHING = "Ingenting er skrevet."


class Interview(NamedTuple):
    """A new measure that is asked about: in which register, and the edit that its fields make."""

    register: Opened
    tried: Callable[[list[Assignment]], Edit]

    def unclear(self, assignments: list[Assignment]) -> list[str]:
        """What is wrong with the values themselves, whatever else the measure lacks yet."""
        edit = self.tried(assignments)
        errors = objections(self.register, edit).errors
        return [
            f.sentence
            for f in errors
            if f.code.startswith(UNCLEAR) and f.code not in edit.explained
        ]


def interview(
    register: Opened,
    identity: str,
    given: list[Assignment],
    tried: Callable[[list[Assignment]], Edit],
    *,
    force: bool,
) -> list[Assignment]:
    """Ask for what a new measure must have, and may have, that is not given; then show it all.

    `tried` gives the edit that fields make. What speaks against it is corrected before anything is
    written, and what is wrong may be left as it is with `force`.
    """
    if not console.somebody():
        raise refuse(NO_TERMINAL)
    console.write_status(
        f"Nytt tiltak: {identity}. Enter hopper over det som kan vente, og Ctrl+C avbryter uten å "
        "skrive noe.\n"
    )
    about = Interview(register, tried)
    fields = _corrected(about, _answered(about, given), force=force)
    console.write_status(f"\n{visible(_shown(tried(fields)))}\n")
    if console.agreed("Skrive?") is not True:
        raise refuse(NOTHING, FOUND)
    return fields


def _answered(about: Interview, given: list[Assignment]) -> list[Assignment]:
    """The fields that are given, and those that are asked for, one by one."""
    fields = list(given)
    asked = {assignment.way.field for assignment in given}
    known = about.unclear(given)
    while True:
        must = required(about.register, _plain(about.register, fields))
        also = [key for key in ALSO if _may_be_asked(about.register, key)]
        left = [key for key in in_order([*must, *also], (LIST,)) if key not in asked]
        if not left:
            return fields
        key = left[0]
        answer = _asked(about.register, BY_KEY[key], must=key in must)
        # Only a deadline may be left out of what must be there, by a measure without an end.
        unasked = [Assignment(Way(NO_END), "=", "ja")] if key in must else []
        more = [Assignment(Way(key), "=", answer)] if answer else unasked
        wrong = [each for each in about.unclear([*fields, *more]) if each not in known]
        for sentence in wrong:
            console.write_status(f"  {visible(sentence)}\n")
        if not wrong:
            fields += more
            asked.add(key)


def _may_be_asked(register: Opened, key: str) -> bool:
    """Not for codes of which the strategy has none."""
    return BY_KEY[key].kind not in LISTS or bool(codes_of(register.plan, key, register.ids))


def _corrected(about: Interview, fields: list[Assignment], *, force: bool) -> list[Assignment]:
    """The fields with what is wrong corrected, one at a time, as long as there is something."""
    while True:
        against = objections(about.register, about.tried(fields))
        wrong = against._replace(missing="", errors=()) if force else against
        if not wrong.sentences:
            return fields
        console.write_status(
            "".join(f"\n{visible(sentence)}" for sentence in wrong.sentences) + "\n"
        )
        answer = ask("Rett med FELT=VERDI, eller Enter for å gi opp> ")
        if not answer:
            raise refuse(NOTHING, FOUND)
        name, sign, value = answer.partition("=")
        # As on the command line, though here the quotes are not needed.
        bare = value[1:-1] if len(value) > 1 and value[0] == value[-1] in QUOTES else value
        # What is refused has been said.
        with contextlib.suppress(StoppedError):
            if "=" not in answer:
                raise refuse(f"{quoted(answer)} er ikke et felt og en verdi. Skriv FELT=VERDI.")
            new = in_measure(parted([f"{name}{sign}{bare}"], words=0).assignments)
            _plain(about.register, [*fields, *new])
            fields = [*fields, *new]


def _shown(edit: Edit) -> str:
    plain = {change.name: change.new for change in edit.changes}
    return " " * STEP + (item(plain, STEP, (LIST,), STEP) or "")


def _plain(register: Opened, assignments: list[Assignment]) -> dict[str, Any]:
    return wanted_in(register, "", {}, (), assignments).plain


def _asked(register: Opened, field: Field, *, must: bool) -> str:
    """An answer that can be taken, or nothing where the field may be left out."""
    offered = choices(register, field.key)
    by_word = {folded(word): word for word, _ in offered}
    # A code that is a number is its own number in the list.
    labels = [word if word.isdigit() else str(n) for n, (word, _) in enumerate(offered, 1)]
    by_label = dict(zip(labels, (word for word, _ in offered), strict=True))
    about = "" if must else " Enter hopper over."
    if field.key == "frist":
        about = " Enter betyr løpende, uten sluttdato."
    console.write_status(f"\n{field.nb}: {field.help}{about}\n")
    for label, (word, words) in zip(labels, offered, strict=True):
        text = words if label == word else f"{word}  {words}".rstrip()
        console.write_status(f"  {label:>3}  {visible(text)}\n")
    many = field.kind in MANY
    while True:
        answer = ask("Flere skilles med komma> " if many and offered else "> ")
        if not answer and (not must or field.key == "frist"):
            return ""
        if not answer:
            console.write_status("  Dette feltet må fylles ut.\n")
            continue
        if offered:
            parts = answer.replace(";", ",").split(",") if many else [answer]
            words_given = [part.strip() for part in parts if part.strip(" ,;")]
            meant = {word: _meant(word, by_word, by_label) for word in words_given or [answer]}
            if "" in meant.values():
                unknown = next(part for part, word in meant.items() if not word)
                console.write_status(f"  Finner ikke «{visible(unknown)}» i listen.\n")
                continue
            answer = ",".join(meant.values())
        value = value_of(field.key, answer, codes_of(register.plan, field.key, register.ids))
        if not isinstance(value, Fault):
            return answer
        console.write_status(f"  {visible(value.sentence)}\n")


def _meant(answer: str, by_word: dict[str, str], by_label: dict[str, str]) -> str:
    return by_word.get(folded(answer)) or by_label.get(answer, "")
