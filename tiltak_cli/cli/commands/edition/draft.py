"""An edition before anything is written: its register, checked, and its documents."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.history import Cut
from tiltak_cli.changes.left_out import left_out
from tiltak_cli.cli.commands.edition.documents import DOCUMENTS, Content
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import FOUND
from tiltak_cli.cli.common.past import lookback_of, past_of, warn
from tiltak_cli.cli.common.stop import StoppedError, found, refuse
from tiltak_cli.cli.common.workbook import revision_of
from tiltak_cli.domain.deadline import norwegian_day, parse_day
from tiltak_cli.domain.norwegian import counted
from tiltak_cli.domain.register import Register
from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.edition.head import with_head
from tiltak_cli.findings import Finding, Severity
from tiltak_cli.overview.attention import Lookback
from tiltak_cli.rules.base import UNCLEAR
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.git.names import read_edition_name
from tiltak_cli.sources.git.run import SHALLOW, is_shallow
from tiltak_cli.sources.register.judge import govern
from tiltak_cli.sources.register.load import load
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.sources.register.told import told
from tiltak_cli.sources.sides.editions import Edition, last_edition, parts_of
from tiltak_cli.sources.sides.find import place_in_git
from tiltak_cli.views.findings.checked import Checked
from tiltak_cli.views.findings.text import concise
from tiltak_cli.wording import NB

WARNINGS_SHOWN = 10


class Draft(NamedTuple):
    """What an edition will be. `head` says what changes in the head; `documents` are the files.

    `before` is the name of the edition that it is compared with.
    """

    source: Source
    register: Register
    head: tuple[str, ...]
    documents: tuple[tuple[str, bytes], ...]
    comparison: Comparison | None
    before: str

    def compared(self, tally: Callable[[Comparison], str]) -> str:
        """What there is to tell since the edition before."""
        if self.comparison is None:
            return "Det finnes ingen tidligere utgave å sammenligne med."
        return f"Siden utgave {self.before}: {tally(self.comparison)}"


def edition_name(given: str) -> str:
    """A name that is a folder on every system and a tag in git, or a refusal."""
    return found(read_edition_name(given))


def own_day(source: Source) -> date | None:
    """The register's own date, by which all other commands judge it too; None without any."""
    parts = parts_of(source, faulty=True)
    return parse_day(str(parts.head.get("per_dato"))) if parts else None


def draft(source: Source, path: str, name: str, as_of: date, *, in_git: bool) -> Draft:
    """Make an edition of a register without writing it, or refuse where the register has errors."""
    head = {"utgave": name, "per_dato": as_of.isoformat()}
    now = load(source)
    if now.register is None:
        raise _refused(source, now.errors or now.findings)
    try:
        new = with_head(source, head)
    except EditError as error:
        raise refuse(f"{source.name}: {error}", FOUND) from error
    last = last_edition(path) if in_git else None
    if last is None and in_git and is_shallow(place_in_git(path)[0]):
        # It would be published as the first one.
        raise refuse(f"Utgaven er ikke laget. {SHALLOW}")
    if isinstance(last, Refusal):
        console.complain(f"{last.sentence} Utgaven sammenlignes ikke med den.")
        last = None
    earlier = _comparable(last, now.register) if last else None
    register = _checked(new, path, last if earlier else None)
    if earlier and as_of <= earlier.as_of and last:
        console.complain(
            f"Utgave {last.tag.name} gjelder for {norwegian_day(earlier.as_of)}, og denne for "
            f"{norwegian_day(as_of)}. Gjelder den for i dag, så bruk --as-of idag."
        )
    past = lookback_of(path, with_editions=True) if in_git else Lookback()
    warn(past.cut, Cut.of_moves)
    content = Content(register, earlier, past, revision_of(path) if in_git else "")
    documents = tuple((document.name, document.make(content)) for document in DOCUMENTS)
    return Draft(
        source=new,
        register=register,
        head=_changed_head(now.register, register),
        documents=documents,
        comparison=content.comparison,
        before=last.tag.name if last else "",
    )


def _changed_head(old: Register, new: Register) -> tuple[str, ...]:
    pairs = (
        ("utgave", old.edition, new.edition),
        ("per_dato", old.as_of.isoformat(), new.as_of.isoformat()),
    )
    return tuple(f"{field} {before} → {after}" for field, before, after in pairs if before != after)


def _comparable(edition: Edition, now: Register) -> Register | None:
    """The register of an earlier edition; None, and said, where it cannot be compared with.

    It may have faults that nobody can mend: what is clear of it is compared with.
    """
    loaded = load(edition.source, groups=UNCLEAR)
    known = told(loaded, loaded.errors)
    if known is None:
        console.complain(
            f"Utgave {edition.tag.name} kan ikke leses, så det sammenlignes ikke med den."
        )
        return None
    if now.strategy.title != known.register.strategy.title:
        console.complain(
            f"Utgave {edition.tag.name} hører til en annen strategi, så det sammenlignes ikke med "
            "den."
        )
        return None
    if out := NB.phrases(left_out(known.register)):
        console.complain(f"Utgave {edition.tag.name} har feil. {out}")
    return known.register


def _checked(source: Source, path: str, last: Edition | None) -> Register:
    """The register of the new edition, checked also against the one before; warnings are shown."""
    settings = found(read_settings(source))
    if last and not settings.against:
        settings = settings._replace(against=last.tag.tag)
    asked = found(past_of(path, source, settings, None))
    governed = found(govern(source, settings, None, asked.past))
    loaded = governed.loaded
    if lacking := asked.lacking(loaded, settings, None):
        console.complain(lacking)
    unclear = [f for f in governed.set_aside if f.severity is Severity.ERROR and _unclear(f)]
    errors = (*loaded.errors, *unclear)
    if errors or loaded.register is None:
        raise _refused(source, errors or loaded.findings)
    warnings = tuple(f for f in loaded.findings if f.severity is Severity.WARNING)
    if warnings:
        number = counted(len(warnings), "advarsel", "advarsler")
        console.write(f"Kontrollen fant {number}:\n{_lines(source, warnings)}\n")
    return loaded.register


def _refused(source: Source, errors: tuple[Finding, ...]) -> StoppedError:
    """Show what is wrong with a register that no edition can be made of.

    It is judged on the edition's day and against the one before, as no other command does unasked.
    """
    console.relay(_lines(source, errors))
    number = counted(len(errors), "feil", "feil")
    return refuse(
        f"Utgaven er ikke laget, for registeret har {number}. Rett dem først, og kontroller igjen "
        "med --dry-run.",
        FOUND,
    )


def _unclear(finding: Finding) -> bool:
    return finding.code.startswith(UNCLEAR)


def _lines(source: Source, findings: tuple[Finding, ...]) -> str:
    checked = Checked(name=source.name, measures=0, findings=findings, texts=())
    lines = concise([checked], limit=0, quiet=True).splitlines()
    rest = len(lines) - WARNINGS_SHOWN
    shown = lines[:WARNINGS_SHOWN] + [f"… og {rest} til."] * (rest > 0)
    return "".join(f"{line}\n" for line in shown)
