"""Changes to the register as a whole: who keeps it, and organisations with a new name."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.organisations import Name, Organisation, Organisations
from tiltak_cli.domain.register import Register
from tiltak_cli.wording import Phrase, phrase

# Of so few measures it is no sign of a new name that they all have another ministry.
SEVERAL = 2
Pairs = tuple[tuple[Measure, Measure], ...]
# The abbreviations in use for each organisation, by what stays the same in it.
Codes = dict[str, list[str]]


class Renaming(NamedTuple):
    """An organisation's name in the older edition and in the newer."""

    key: str
    old: Name
    new: Name


def general_changes(old: Register, new: Register, pairs: Pairs) -> Iterator[Change]:
    """What there is to tell of the register as a whole; `pairs` are its measures in both."""
    organisations = new.organisations
    if organisations.identity(old.keeper) != organisations.identity(new.keeper):
        kept = phrase("change.keeper", old=old.keeper, new=new.keeper)
        yield _change(Kind.KEEPER, "ansvarlig", (old.keeper, new.keeper), kept)
    named = _codes(old, organisations), _codes(new, organisations)
    for renaming in _renamings(old, new, *named):
        number = _not_moved(renaming.key, pairs, organisations)
        key = "change.renamed" if number else "change.renamed-only"
        phrases = [phrase(key, old=renaming.old, new=renaming.new, number=number)]
        since = renaming.new.since
        phrases += [phrase("change.renamed-on", day=since)] * bool(since)
        codes = (renaming.old.code, renaming.new.code)
        yield _change(Kind.RENAMED, "virksomhet", codes, *phrases)
    yield from _perhaps_renamed(pairs, organisations, *named)


def _change(kind: Kind, field: str, values: tuple[object, object], *phrases: Phrase) -> Change:
    return Change(
        kind=kind,
        measure_id="",
        title="",
        field=field,
        old=values[0],
        new=values[1],
        said=phrases,
    )


def renamings(old: Register, new: Register) -> Iterator[Renaming]:
    """The organisations that both editions name, with another name in the newer one."""
    organisations = new.organisations
    return _renamings(old, new, _codes(old, organisations), _codes(new, organisations))


def _renamings(old: Register, new: Register, before: Codes, now: Codes) -> Iterator[Renaming]:
    organisations = new.organisations
    for key, codes in now.items():
        organisation = next((o for o in organisations.all if o.key == key), None)
        if organisation is None or key not in before:
            continue
        was, called = _name(organisation, before[key], old), _name(organisation, codes, new)
        if was and called and was != called:
            yield Renaming(key, was, called)


def _codes(register: Register, organisations: Organisations) -> Codes:
    """The abbreviations that a register has for each organisation, in order of appearance."""
    codes: defaultdict[str, list[str]] = defaultdict(list)
    named = (code for measure in register.measures for code in measure.roles())
    for code in dict.fromkeys((register.keeper, *named)):
        codes[organisations.identity(code)].append(code)
    return codes


def _name(organisation: Organisation, codes: list[str], register: Register) -> Name | None:
    """What an organisation is called in a register: its name of the day, if that is written."""
    of_the_day = organisation.name_on(register.as_of)
    if of_the_day and of_the_day.code in codes:
        return of_the_day
    return next((name for name in organisation.names if name.code in codes), None)


def _not_moved(key: str, pairs: Pairs, organisations: Organisations) -> int:
    """In how many measures an organisation has the role that it had before its name changed.

    What it got from another is a transfer, and what is new was never under the old name.
    """

    def role(measure: Measure) -> tuple[bool, bool, bool]:
        named = [organisations.identity(code) for code in measure.roles()]
        leads = [organisations.identity(code) for code in measure.responsible]
        return key in named, key in leads, leads[:1] == [key]

    return sum(role(old) == role(new) and role(new)[0] for old, new in pairs)


def _perhaps_renamed(
    pairs: Pairs, organisations: Organisations, before: Codes, now: Codes
) -> Iterator[Change]:
    """Where all measures of one that is gone belong to one that is new: perhaps it is a new name.

    Only where the list of organisations does not know that they are two.
    """
    if before.keys() <= now.keys():
        return
    heirs: defaultdict[str, list[set[str]]] = defaultdict(list)
    for was, measure in pairs:
        come = {
            key for key in map(organisations.identity, measure.responsible) if key not in before
        }
        for key in map(organisations.identity, was.responsible):
            if key not in now:
                heirs[key].append(come)
    for key, each in heirs.items():
        common = set.intersection(*each)
        if len(each) < SEVERAL or len(common) != 1:
            continue
        heir = common.pop()
        if not (_numbered(key, organisations) and _numbered(heir, organisations)):
            codes = (before[key][0], now[heir][0])
            values = {"old": codes[0], "new": codes[1], "number": len(each)}
            sentence = phrase("change.perhaps-renamed", **values)
            yield _change(Kind.PERHAPS_RENAMED, "virksomhet", codes, sentence)


def _numbered(key: str, organisations: Organisations) -> bool:
    """Whether an organisation is known by a number of its own, and not by an abbreviation only."""
    return key not in organisations.by_code and any(o.key == key for o in organisations.all)
