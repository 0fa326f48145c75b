"""The end of every edit: judged, shown or written, and told."""

from collections.abc import Sequence
from typing import NamedTuple

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import FOUND
from tiltak_cli.cli.common.opening import STANDARD_IN
from tiltak_cli.cli.common.stop import found, refuse, warn
from tiltak_cli.edits.asked.assign import Change
from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.judge import judged
from tiltak_cli.edits.opened import Opened, OpenFile
from tiltak_cli.edits.operations import Operation
from tiltak_cli.edits.writing import WriteError, write_all
from tiltak_cli.findings import Finding
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.views.edits import Edited, edits_json, edits_text
from tiltak_cli.views.safe import one_line

FORMS = ("text", "json")
FORCE = "Ingenting er skrevet. Med --force skrives det likevel."


class Choice(NamedTuple):
    """How an edit is to be done: shown and not written, in spite of new errors, and how told."""

    preview: bool = False
    force: bool = False
    form: str = "text"


class Edit(NamedTuple):
    """A measure, None for the head, and what is done to it in a file, with what changes by it.

    `told` is the sentence that says it; where it is empty there is one for each change. `missing`
    is said before the new errors that it explains, by the codes in `explained`.
    """

    measure: str | None
    file: OpenFile
    operations: list[Operation]
    changes: Sequence[Change]
    told: str = ""
    missing: str = ""
    explained: frozenset[str] = frozenset()


def known_form(form: str) -> None:
    """Refuse a form that is not known."""
    if form not in FORMS:
        from tiltak_cli.cli.common.options import unknown_form

        raise refuse(unknown_form(form, FORMS))


def finish(opened: Opened, edit: Edit, choice: Choice) -> None:
    """Do an edit, and say what was done; or say why it is not done, and stop."""
    new = _new(edit)
    warnings = _judge(opened, new, edit, choice).warnings
    if choice.preview:
        _show(edit, new, choice)
        warn(map(_said, warnings))
        return
    if opened.source.name == STANDARD_IN:
        console.write_utf8(new.text)
    else:
        try:
            write_all([(new.name, edit.file.file.data, new.file.data)])
        except WriteError as error:
            raise refuse(str(error)) from error
    _tell(opened, edit, new, choice)
    warn(map(_said, warnings))


class Objections(NamedTuple):
    """What speaks against an edit: what is `missing`, and the new errors that do not say that too.

    Those in `dangling` cannot be forced, and `warnings` keep nothing from being written.
    """

    missing: str
    errors: tuple[Finding, ...]
    dangling: tuple[Finding, ...]
    warnings: tuple[Finding, ...] = ()

    @property
    def sentences(self) -> list[str]:
        """All of it, a sentence each."""
        lines = dict.fromkeys(map(_said, (*self.errors, *self.dangling)))
        return [*filter(None, [self.missing]), *lines]


def _said(finding: Finding) -> str:
    return f"{finding.sentence} ({finding.code})"


def objections(opened: Opened, edit: Edit) -> Objections:
    """Try an edit, and say what speaks against it. Nothing is written."""
    return _against(opened, _new(edit), edit)


def _new(edit: Edit) -> OpenFile:
    try:
        return edit.file.edited(edit.operations)
    except EditError as error:
        raise refuse(f"{edit.file.name}: {error}") from error


def _against(opened: Opened, new: OpenFile, edit: Edit) -> Objections:
    settings = found(read_settings(opened.source))
    verdict = found(judged(opened.source, opened.with_file(new), settings))
    left = (f for f in verdict.errors if f.code not in edit.explained or not edit.missing)
    return Objections(edit.missing, tuple(left), verdict.dangling, verdict.warnings)


def _judge(opened: Opened, new: OpenFile, edit: Edit, choice: Choice) -> Objections:
    """Stop where there are new errors that nobody has asked to have."""
    against = _against(opened, new, edit)
    if against.dangling:
        _complain(against._replace(missing="", errors=()))
        raise refuse("Ingenting er skrevet: en henvisning ville stått uten tiltak.", FOUND)
    if against.sentences and not choice.force:
        _complain(against)
        raise refuse(FORCE, FOUND)
    return against


def _complain(against: Objections) -> None:
    for sentence in against.sentences:
        console.complain(sentence)


def _show(edit: Edit, new: OpenFile, choice: Choice) -> None:
    from tiltak_cli.cli.common.fix import difference

    if choice.form == "json":
        console.write_json(edits_json(edit.measure, edit.file.name, _edited(edit, new)))
    else:
        console.write(difference(edit.file.name, edit.file.file.data, new.file.data))


def _tell(opened: Opened, edit: Edit, new: OpenFile, choice: Choice) -> None:
    """Say what was done. What comes in by a pipe goes out there, so it is said beside it."""
    name = one_line(edit.file.name)
    edited = _edited(edit, new)
    text = edits_text(edit.measure, name, edited)
    if edit.told:
        text = f"{edit.told.format(file=name, line=edited[0].line)}\n"
    if opened.source.name == STANDARD_IN:
        console.relay(text)
    elif choice.form == "json":
        console.write_json(edits_json(edit.measure, edit.file.name, edited))
    else:
        console.write(text)


def _edited(edit: Edit, new: OpenFile) -> list[Edited]:
    """The changes with the line of each: in the new file, or in the old one for what is gone."""
    return [
        Edited(
            change.name,
            change.old,
            change.new,
            (edit.file if change.new is None else new).line(change.path),
        )
        for change in edit.changes
    ]
