"""Opening a register for a command that reads it: what can be told of it, and what is left out."""

from datetime import date
from typing import Any, NamedTuple

from tiltak_cli.changes.left_out import left_out, not_stated
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.clock import today
from tiltak_cli.cli.common.codes import CLEAN, FOUND, UNUSABLE
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.domain.register import Register
from tiltak_cli.findings import Finding
from tiltak_cli.rules import EVERY
from tiltak_cli.rules.base import UNCLEAR
from tiltak_cli.sources.default import default_register
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.register.judge import govern
from tiltak_cli.sources.register.load import Loaded, load
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.sources.register.told import comparable, errors_of, told
from tiltak_cli.sources.sides.find import (
    Side,
    find_at,
    find_side,
    is_workbook,
    split_side,
    with_history,
)
from tiltak_cli.views.safe import one_line
from tiltak_cli.wording import NB

TODAY = ("i dag", "idag")


def day_option(value: str | None, option: str = "--as-of") -> date | None:
    """Read an option that is a date, however people write it, or «i dag» (in Norway).

    Of a longer period, such as a quarter, it is the last day.
    """
    if value is None:
        return None
    if value.casefold() in TODAY:
        return today()
    from tiltak_cli.domain.dates.fault import Fault
    from tiltak_cli.domain.dates.read import named_date

    period = named_date(value)
    if not isinstance(period, Fault):
        return period.last
    example = period.likely or "2024-06-15"
    raise refuse(f"{quoted(value)} er ikke en dato. Skriv {option} {example}, eller {option} idag.")


def source_of(path: str | None) -> Source:
    """Find a register, or refuse with a sentence. None means the default register."""
    return found(find_side(named_or_default(path), alone=False)).source


def named_or_default(path: str | None) -> str:
    """The register that is named, or else the one that a command means without.

    In a bare repository, where nothing lies on the disk, it is that of its HEAD.
    """
    if path is not None:
        return path
    named = default_register()
    if isinstance(named, str):
        return named
    kept = found(with_history())
    return f"HEAD:{kept}"


def side_of(side: str, path: str | None = None, other: Source | None = None) -> Source:
    """Find one side of a comparison, or refuse; a revision alone is read at `path`.

    A workbook is compared with `other`, or else with the register at `path`.
    """
    answer = find_side(side, path)
    if isinstance(answer, Refusal) or not is_workbook(answer.source.files[0].name):
        return _usable_source(answer)
    from tiltak_cli.sources.workbook.side import as_register

    return _usable_source(as_register(answer, other or source_of(path)))


def at_revision(path: str | None, revision: str | None) -> str | Source | None:
    """The register to open: the one at a path, or that as it was at `--rev`."""
    if revision is None:
        return path
    named = split_side(named_or_default(None))[1] if path is None else path
    if named == "-" or split_side(named)[0] is not None:
        raise refuse(f"Oppgi enten --rev {revision} og en fil eller mappe, eller REV:STI.")
    return _usable_source(find_at(revision, named, alone=True))


def _usable_source(answer: Side | Refusal) -> Source:
    """What was found, with what there is to say of it said."""
    side = found(answer)
    if side.said:
        console.complain(side.said)
    return side.source


class Opened(NamedTuple):
    """A register to be told of, its measures' data as read, in the same order, and its name.

    `aside` is the data of the measures that are left out.
    """

    register: Register
    plain: tuple[Any, ...]
    name: str
    aside: tuple[Any, ...] = ()


def open_register(
    path: str | Source | None, day: date | None = None, *, to_compare: bool = False
) -> Opened:
    """Read a register as far as it is clear, and say in a line what is left out because of faults.

    Refuses where nothing can be told safely. `day` is the report date that was asked for. Only what
    the register says of its own day counts: another report date is not its fault. Of one to compare
    with it is asked only whether it is clear.
    """
    source = path if isinstance(path, Source) else source_of(path)
    settings = found(read_settings(source))
    governed = found(govern(source, settings, groups=UNCLEAR if to_compare else EVERY))
    loaded = governed.loaded
    errors = tuple(f for f in errors_of(governed) if not to_compare or _unclear(f))
    known = told(loaded, errors, day or today())
    if known is None:
        raise _cannot_be_told(loaded)
    if errors:
        aside = tuple(f for f in errors if f not in loaded.errors)
        console.complain(_with_faults(loaded.name, known.register, aside))
    return Opened(known.register, known.plain, loaded.name, known.aside)


def _cannot_be_told(loaded: Loaded) -> Exception:
    """Refuse a register of which nothing can be told, with its first error."""
    errors = loaded.errors
    first = loaded.first_of(errors)
    more = f" Det er {counted(len(errors), 'feil', 'feil')} i alt." if len(errors) > 1 else ""
    return refuse(
        f"{one_line(first.place.file)}:{first.place.line}: {one_line(first.message)}{more} "
        f"Rett feilene først; «tiltak validate {one_line(loaded.name)}» viser dem.",
        FOUND if loaded.readable else UNUSABLE,
    )


def _with_faults(name: str, register: Register, aside: tuple[Finding, ...]) -> str:
    """How many errors a register has, what is left out because of them, and how to see them.

    Those that are set `aside` no other command shows: they are named by their codes.
    """
    name, out = one_line(name), NB.phrases(left_out(register))
    sentences = [f"{name} har {counted(register.faults, 'feil', 'feil')}."]
    sentences += [out] if register.left_out else ["Alle tiltakene er med.", *filter(None, [out])]
    sentences += map(NB.phrase, not_stated(register.measures))
    if aside:
        codes = listed(sorted({f.code for f in aside}))
        all_of_them = "Feilen" if register.faults == 1 else "Feilene"
        those = all_of_them if len(aside) == register.faults else f"{len(aside)} av dem"
        it = "den" if len(aside) == 1 else "dem"
        sentences.append(
            f"{those} ({codes}) er godtatt eller lagret som kjent, så «tiltak validate» viser {it} "
            f"ikke. Det som er uklart, kommer med når du retter {it}."
        )
    if len(aside) < register.faults:
        sentences.append(f"Kjør «tiltak validate {name}» for å se hva som er galt.")
    return " ".join(sentences)


def open_pair(left: Source, right: Source) -> tuple[Register, Register]:
    """Read two editions to compare, measures that are the same in both only once.

    What is left out of one is left out of the other too.
    """
    from tiltak_cli.sources.compared.sharing import made_whole, without_shared

    after = open_register(right, to_compare=True).register
    shared = None if after.left_out else without_shared(left, right, after)
    if shared:
        loaded = load(shared.source, groups=UNCLEAR)
        if loaded.register is not None and not any(map(_unclear, loaded.errors)):
            before = made_whole(shared, loaded.register)
            if before is not None:
                return before, after
    # Whatever is odd is told of the edition as it is.
    return comparable(open_register(left, after.as_of, to_compare=True).register, after)


def code_after(*registers: Register | None, strict: bool) -> int:
    """The exit code after telling of some registers: with `--strict`, faults in one give 1."""
    return FOUND if strict and any(each.faults for each in registers if each) else CLEAN


def _unclear(finding: Finding) -> bool:
    return finding.code.startswith(UNCLEAR)
