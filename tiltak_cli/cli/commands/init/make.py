"""Making what a new register begins with: told first, and nothing changed that is there."""

import contextlib
import os
from typing import NamedTuple

from tiltak_cli.cli.commands.init.answers import Answers
from tiltak_cli.cli.commands.init.place import (
    Place,
    nearest,
    refuse_what_is_in_the_way,
    registers_near,
)
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.git_setup import LOCAL, set_up, state_of
from tiltak_cli.cli.common.output import write_file
from tiltak_cli.cli.common.start.head import assumed_sentence
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.edits.leftovers import sweep
from tiltak_cli.edits.start.files import AT_THE_TOP, REGISTER, NewFile, files_of
from tiltak_cli.edits.writing import reason
from tiltak_cli.sources.files import relative
from tiltak_cli.sources.git.program import git, users_own
from tiltak_cli.views.git_status import in_order

WHAT = {
    REGISTER: "registeret",
    "tiltak.schema.json": "hjelp og kontroll i redigeringsprogrammet",
    "tiltak.toml": "innstillinger for kontrollen",
    "README.md": "om mappen, til dem som arbeider i den",
    ".gitattributes": "like linjeskift på alle maskiner",
    ".gitignore": "det som ikke skal lagres i git, som regneark og sider",
    ".vscode/settings.json": "oppsett for VS Code",
    ".vscode/extensions.json": "oppsett for VS Code",
    ".pre-commit-config.yaml": "kontroll før hver ny versjon",
}
ON_SERVER = "kontroll på serveren"
MESSAGE = "Begynn på registeret"
# What to do after a command of git's that did not go.
AGAIN = {"commit": "git commit"}


class Way(NamedTuple):
    """How it is to be done. `commit` is None where nobody has said."""

    git: bool
    commit: bool | None
    dry_run: bool
    yes: bool


class Plan(NamedTuple):
    """What is to be made: new files, those that are there, and those for the top folder only.

    And whether there is to be a new repository, and git set up for registers in it.
    """

    new: list[NewFile]
    there: list[str]
    elsewhere: list[str]
    repository: bool
    settings: bool

    @property
    def nothing(self) -> bool:
        """Whether all of it is there."""
        return not (self.new or self.settings)


def looked_at(place: Place, *, ask: bool) -> bool:
    """Whether to go on: what is there is told of before anything is asked for.

    Refuses where something stands in the way of what is always made.
    """
    refuse_what_is_in_the_way(place, [n for n in WHAT if n != REGISTER or place.register is None])
    asking = ask and console.somebody()
    if place.register is not None:
        if asking:
            console.write(f"{quoted(place.register)} finnes fra før og blir ikke endret.\n")
        return True
    others = registers_near(place)
    if not others:
        return True
    console.write(
        f"Et register finnes fra før: {listed(list(map(quoted, others)))}. Er det deres, trenger "
        f"dere ikke et nytt. Kommandoene finner det når det heter {REGISTER}.\n"
    )
    return not asking or console.agreed("Begynne på et nytt likevel?") is not False


def make(place: Place, answers: Answers, way: Way) -> None:
    """Tell what is to be done, and do it where nobody says no."""
    sweep(place.folder)
    plan = _planned(place, answers, git=way.git)
    console.write(_told(place, answers, plan))
    if way.dry_run:
        console.write("Ingenting er gjort (--dry-run).\n")
        return
    if not plan.nothing and not way.yes and console.agreed("Gjøre dette?") is False:
        console.write("Ingenting er gjort.\n")
        return
    _write(place, plan)
    if plan.repository:
        _begin(place)
    if plan.settings:
        with contextlib.chdir(place.folder):
            set_up(state_of(LOCAL))
    if way.git:
        _store(place, plan, way)
    console.write(_next(place, plan, git=way.git))


def _planned(place: Place, answers: Answers, *, git: bool) -> Plan:
    try:
        files = files_of(answers.beginning, answers.plan)
    except FileNotFoundError as error:
        raise refuse(
            f"«{error}» følger ikke med denne installasjonen. Installer tiltak på nytt."
        ) from error
    made = [f.path for f in files if f.path != REGISTER or place.register is None]
    refuse_what_is_in_the_way(place, made)
    repository = git and place.top is None
    settings = repository or (git and not _is_set_up(nearest(place.folder)))
    plan = Plan(new=[], there=[], elsewhere=[], repository=repository, settings=settings)
    for file in files:
        if file.path == REGISTER and place.register is not None:
            plan.there.append(place.register)
        elif os.path.lexists(place.path(file.path)):
            plan.there.append(place.path(file.path))
        elif file.path in AT_THE_TOP and not place.at_top:
            plan.elsewhere.append(file.path)
        else:
            plan.new.append(file)
    return plan


def _told(place: Place, answers: Answers, plan: Plan) -> str:
    lines = []
    if answers.assumed:
        lines += [assumed_sentence(answers.assumed)]
    lines += ["Alt finnes fra før. Ingenting blir endret." if plan.nothing else "Dette blir gjort:"]
    width = max((len(place.path(file.path)) for file in plan.new), default=0)
    for file in plan.new:
        lines.append(f"  {place.path(file.path):{width}}  {WHAT.get(file.path, ON_SERVER)}")
    if plan.repository:
        lines.append(f"  et git-depot i {_name(place)}")
    if plan.settings:
        lines.append("  git satt opp til å vise registre felt for felt («tiltak git install»)")
    if plan.there and not plan.nothing:
        lines.append(f"Finnes fra før og blir ikke endret: {listed(plan.there)}.")
    if plan.elsewhere:
        lines.append(
            f"Blir ikke laget, for det virker bare i toppmappen til git-depotet: "
            f"{listed(plan.elsewhere)}. «tiltak init» der lager det."
        )
    return "".join(f"{line}\n" for line in lines)


def _name(place: Place) -> str:
    return "denne mappen" if os.path.normpath(place.folder) == "." else f"mappen {place.folder}"


def _write(place: Place, plan: Plan) -> None:
    # Where it is stopped, the same command goes on: with a register there is nothing more to ask.
    for file in (*plan.new[1:], *plan.new[:1]):
        path = place.path(file.path)
        folder = os.path.dirname(path) or "."
        try:
            os.makedirs(folder, exist_ok=True)
        except OSError as error:
            raise refuse(f"Kan ikke lage mappen «{folder}»: {reason(error)}") from error
        write_file(path, file.data)


def _is_set_up(folder: str) -> bool:
    """Whether git shows and merges the registers in a repository already."""
    with contextlib.chdir(folder):
        return in_order([state_of(LOCAL)])


def _store(place: Place, plan: Plan, way: Way) -> None:
    """Store the new files as a version, where that is asked for."""
    names = [file.path for file in plan.new]
    wanted = way.commit
    if wanted is None and names and not way.yes:
        wanted = console.agreed("Lagre filene i git som første versjon?")
    if not wanted or not names:
        return
    _git(place, "add", "--", *names)
    _git(place, "commit", "--quiet", "-m", MESSAGE, "--", *names)
    console.write(f"Lagret i git: «{MESSAGE}».\n")


def _begin(place: Place) -> None:
    """Make a repository; where the user has chosen no name for its first branch it is `main`."""
    _git(place, "init", "--quiet")
    chosen = git(place.folder, "config", "init.defaultBranch", environment=users_own())
    if chosen.code:
        _git(place, "symbolic-ref", "HEAD", "refs/heads/main")


def _git(place: Place, *arguments: str) -> None:
    answer = git(place.folder, *arguments, environment=users_own(), together=True)
    if answer.code:
        console.relay(answer.out.decode("utf-8", "replace"))
        raise refuse(
            f"«git {arguments[0]}» gikk ikke; det står over hvorfor. Filene er skrevet. Rett det, "
            f"og kjør «{AGAIN.get(arguments[0], 'tiltak init')}»."
        )


def _next(place: Place, plan: Plan, *, git: bool) -> str:
    register = place.register or place.path(REGISTER)
    lines = ["", "Ferdig. Det neste:" if plan.new else "Det neste:"]
    here = os.path.normpath(place.folder) == "."
    commands = [] if here else [(f"cd {_in_shell(place.folder)}", "gå til mappen")]
    name = relative(register, place.folder)
    commands += [
        ("tiltak validate", f"kontroller {name} mens du skriver i den"),
        ("tiltak report", "se hvordan det går"),
        ("tiltak export", "lag arbeidsboken til møtet"),
    ]
    width = max(len(command) for command, _ in commands)
    lines += [f"  {command:{width}}  {what}" for command, what in commands]
    if git and any(file.path == AT_THE_TOP[0] for file in plan.new):
        lines.append("Slå på kontrollen før hver ny versjon med «pre-commit install».")
    return "".join(f"{line}\n" for line in lines)


def _in_shell(path: str) -> str:
    """A path as one word to every shell."""
    return path if path.replace("/", "").replace("-", "").isalnum() else f'"{path}"'
