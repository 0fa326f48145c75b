"""`add --interactive`: one question a field, the choices as numbered lists with their words."""

from tiltak_cli.cli.commands.edit.asking import ask, someone
from tiltak_cli.cli.commands.edit.completing import choices
from tiltak_cli.cli.commands.edit.missing import required
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import FOUND
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.fields import BY_KEY, Field
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import Fault, value_of
from tiltak_cli.edits.asked.assign import assigned, codes_of
from tiltak_cli.edits.asked.lists import MANY
from tiltak_cli.edits.asked.ways import Assignment, Way
from tiltak_cli.edits.opened import Opened
from tiltak_cli.edits.texts import STEP, item
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


def interview(register: Opened, identity: str, given: list[Assignment]) -> list[Assignment]:
    """Ask for what a new measure must have, and what it may have, that is not given."""
    if not someone():
        raise refuse(NO_TERMINAL)
    console.write_status(
        f"Nytt tiltak: {identity}. Enter hopper over det som kan vente, og Ctrl+C avbryter uten å "
        "skrive noe.\n"
    )
    answers: list[Assignment] = []
    asked = {assignment.way.field for assignment in given}
    while True:
        plain = _plain(register, [*given, *answers])
        must = required(register, plain)
        left = [key for key in in_order([*must, *ALSO], (LIST,)) if key not in asked]
        if not left:
            return answers
        key = left[0]
        asked.add(key)
        answer = _asked(register, BY_KEY[key], must=key in must)
        if answer:
            answers.append(Assignment(Way(key), "=", answer))
        elif key in must:
            # Only a deadline may be left out, by a measure without an end.
            answers.append(Assignment(Way(NO_END), "=", "ja"))


def confirmed(plain: dict[str, object]) -> None:
    """Show a new measure as it will be written, and ask whether it is to be."""
    console.write_status(f"\n{visible(_shown(plain))}\n")
    if console.agreed("Skrive?") is not True:
        raise refuse("Ingenting er skrevet.", FOUND)


def _shown(plain: dict[str, object]) -> str:
    return " " * STEP + (item(plain, STEP, (LIST,), STEP) or "")


def _plain(register: Opened, assignments: list[Assignment]) -> dict[str, object]:
    plan, ids = register.plan, register.ids
    return assigned({}, (), assignments, lambda key: codes_of(plan, key, ids)).plain


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
