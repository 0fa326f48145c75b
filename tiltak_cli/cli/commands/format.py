"""`tiltak format`."""

import os
from typing import Annotated

import typer

from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.codes import CLEAN, FOUND, UNUSABLE
from tiltak_cli.cli.common.fix import difference
from tiltak_cli.cli.common.stop import found
from tiltak_cli.domain.norwegian import counted
from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.formatted.measures import canonical
from tiltak_cli.edits.writing import WriteError, replace
from tiltak_cli.findings import Finding
from tiltak_cli.sources.default import default_register
from tiltak_cli.sources.files import Refusal, SourceFile, read_path
from tiltak_cli.sources.register.parts import is_register
from tiltak_cli.sources.yaml.careful import read_with_places
from tiltak_cli.sources.yaml.decode import BOM, decode
from tiltak_cli.views.safe import one_line


def format_register(
    paths: Annotated[list[str] | None, options.PATHS] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Skriv ingenting; si hvilke filer som blir endret.")
    ] = False,
    preview: Annotated[
        bool, typer.Option("--diff", help="Skriv ingenting; vis hva som blir endret.")
    ] = False,
) -> None:
    """Sett et register på fast form: rekkefølge, anførselstegn, innrykk og tomme linjer.

    Innholdet og kommentarene er de samme etterpå. Filer med feil i oppsettet blir ikke rørt.
    Avslutter med 0, med 1 når --check eller --diff finner noe å endre, og med 2 når en fil ikke ble
    satt på fast form.

    Eksempel:
      tiltak format tiltaksoversikt.yaml
      tiltak format --diff
    """
    registers = paths or [found(default_register())]
    codes = [_path(path, check=check, preview=preview) for path in registers]
    raise typer.Exit(max(codes))


def _path(path: str, *, check: bool, preview: bool) -> int:
    source = read_path(path)
    if isinstance(source, Refusal):
        revision = ":" in path and not os.path.lexists(path)
        console.complain(
            "En git-revisjon kan ikke endres. Oppgi registeret som en fil eller mappe."
            if revision
            else source.sentence
        )
        return UNUSABLE
    results = [_file(file, check=check, preview=preview) for file in source.files]
    codes = [code for code in results if code is not None]
    if not codes:
        # A hook may be given a file that is only named like a register.
        console.complain(f"{one_line(source.name)} er ikke et register, og er ikke rørt.")
        return CLEAN
    changed = codes.count(FOUND)
    if path != "-" and not preview and UNUSABLE not in codes and not changed:
        console.write(f"{one_line(source.name)}: har allerede fast form.\n")
    elif path != "-" and changed and not preview:
        files = counted(changed, "fil", "filer")
        console.write(f"{files} {'ville blitt endret' if check else 'endret'}.\n")
    failed = UNUSABLE in codes
    return UNUSABLE if failed else FOUND if changed and (check or preview) else CLEAN


def _file(file: SourceFile, *, check: bool, preview: bool) -> int | None:
    """Format one file; 1 where it is or would be changed, None where it is no register's."""
    shown = one_line(file.name)
    result = _formed(file)
    if result is None:
        if file.name == "<standard inn>" and not check and not preview:
            console.write_utf8(file.data.removeprefix(BOM).decode("utf-8", "replace"))
        return None
    if isinstance(result, Refusal):
        console.complain(result.sentence)
        return UNUSABLE
    mark = BOM if file.data.startswith(BOM) else b""
    after = mark + result.encode("utf-8")
    if file.name == "<standard inn>" and not check and not preview:
        console.write_utf8(result)
        return CLEAN
    if after == file.data:
        return CLEAN
    if preview:
        console.write(difference(file.name, file.data, after))
    elif check:
        console.write(f"Ville blitt endret: {shown}\n")
    else:
        try:
            replace(file.name, file.data, after)
        except WriteError as error:
            console.complain(str(error))
            return UNUSABLE
        console.write(f"Formatert: {shown}\n")
    return FOUND


def _formed(file: SourceFile) -> str | Refusal | None:
    """A file's text in its usual form, or why it is left as it is; None where it is no register."""
    text = decode(file.name, file.data)
    if isinstance(text, Finding):
        return _as_told(text)
    tree = read_with_places(file.name, text)
    if tree.readable and not is_register(tree.data, several=True):
        return None
    if tree.findings:
        return _as_told(tree.findings[0])
    try:
        return canonical(file.name, text, tree)
    except EditError as error:
        return Refusal(f"{file.name}: {error}")


def _as_told(finding: Finding) -> Refusal:
    place = finding.place
    return Refusal(f"{place.file}:{place.line}: {finding.message} {finding.remedy}")
