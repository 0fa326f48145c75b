"""An exported workbook as a side of a comparison: the register that it was made from.

It is read from the workbook's hidden sheet, with what people have written in the cells since.
"""

import json
from typing import Any

from tiltak_cli.domain.fields import BY_KEY, FIELDS, Kind
from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.edits.asked.assign import codes_of
from tiltak_cli.sources.files import Refusal, Source, SourceFile
from tiltak_cli.sources.register.parts import Parts
from tiltak_cli.sources.sides.editions import parts_of
from tiltak_cli.sources.sides.find import Side, is_workbook
from tiltak_cli.sources.strategies import Plan, load_plan
from tiltak_cli.sources.workbook.answers.entries import Known as Codes
from tiltak_cli.sources.workbook.answers.entries import Returned
from tiltak_cli.sources.workbook.answers.filled import filled
from tiltak_cli.sources.workbook.answers.followed import now_called
from tiltak_cli.sources.workbook.answers.returned import returned
from tiltak_cli.sources.workbook.base import Base, read_base
from tiltak_cli.sources.workbook.cells import WorkbookError
from tiltak_cli.sources.workbook.gate import DAMAGED

# What stands for a text that every measure has, in one that only the workbook has.
ABSENT = {"tittel": "(uten tittel)", "beskrivelse": "(står ikke i arbeidsboken)"}
# A register's measures by id, as plain data.
Known = dict[str, dict[str, Any]]


def as_register(side: Side, other: Source | None) -> Side | Refusal:
    """A side with the register of it: a workbook is read back to what it was made from.

    `other` is the register to compare with.
    """
    if not is_workbook(side.source.files[0].name):
        return side
    register_side = _read(side.source, other)
    if isinstance(register_side, Refusal):
        return register_side
    return register_side._replace(said=f"{side.said} {register_side.said}".strip())


def _read(source: Source, other: Source | None) -> Side | Refusal:
    """The register that a workbook was made from, as JSON, which YAML holds.

    What was not exported, some measures or fields, is taken from the register that it is compared
    with (`other`): nothing is known of it, so nothing is to be told.
    """
    base = read_base(source.files[0].data)
    if isinstance(base, Refusal):
        return Refusal(f"«{source.name}»: {base.sentence}")
    parts = parts_of(other) if other else None
    sibling = other.sibling if other else source.sibling
    named = _strategy(base, parts, sibling)
    if named is None:
        return Refusal(
            f"Strategien som «{source.name}» er laget for ({base.strategy}), er ikke den som "
            "registeret hører til. Sammenlign med et register for samme strategi."
        )
    strategy, plan = named
    known = _known(parts)
    brought = _brought(source, base, plan, known)
    if isinstance(brought, Refusal):
        return brought
    sentence = _not_compared(source.name, base, known, brought)
    base = filled(base, brought, known)
    head = {
        "strategi": strategy,
        "utgave": base.edition,
        "per_dato": base.as_of.isoformat(),
        "ansvarlig": base.keeper,
    }
    if only := _only_here(source.name, base, known):
        return only
    text = json.dumps({**head, "tiltak": _measures(base, known)}, ensure_ascii=False)
    file = SourceFile(source.name, text.encode("utf-8", "replace"))
    return Side(Source(source.name, (file,), sibling), sentence)


def _brought(source: Source, base: Base, plan: Plan, known: Known) -> Returned | Refusal:
    """What people have written in the cells, or why it cannot be read."""
    ids = list(dict.fromkeys([*known, *(str(measure["id"]) for measure in base.measures)]))
    codes = Codes(lambda key: codes_of(plan, key, ids), plan.organisations.full_names())
    try:
        brought = returned(source.files[0].data, base, codes, known)
    except WorkbookError:
        return Refusal(f"«{source.name}»: {DAMAGED.sentence}")
    if not brought.spoilt:
        return brought
    more = len(brought.spoilt) - 1
    rest = f" Det er {counted(more, 'feil', 'feil')} til." if more else ""
    return Refusal(
        f"«{source.name}»: {brought.spoilt[0].said}{rest} «tiltak import {source.name}» viser alt."
    )


def _not_compared(name: str, base: Base, known: Known, brought: Returned) -> str:
    """How far its cells were looked at, and what it does not have, which is not compared."""
    lacks = []
    if not base.whole:
        lacks.append(f"bare {counted(len(base.measures), 'tiltak', 'tiltak')} av {base.total}")
    fields = [k for k in _lacking(base) if any(k in measure for measure in known.values())]
    if fields:
        named = listed(quoted(key) for key in fields)
        lacks.append(f"ikke {'feltene' if len(fields) > 1 else 'feltet'} {named}")
    sentence = " ".join((_read_as(name, base, brought), *brought.told))
    if not lacks:
        return sentence
    return f"{sentence} «{name}» har {listed(lacks)}; det som mangler, er ikke sammenlignet."


def _read_as(name: str, base: Base, brought: Returned) -> str:
    """Whether people have written in the cells, as far as it is known."""
    fields = len({(entry.measure, entry.way) for entry in brought.entries})
    measures = len({entry.measure for entry in brought.entries})
    parts = [f"{fields} felt i {counted(measures, 'tiltak', 'tiltak')}"] if fields else []
    parts += [counted(len(brought.new), "nytt tiltak", "nye tiltak")] if brought.new else []
    parts += [counted(len(brought.renamed), "ny ID", "nye ID-er")] if brought.renamed else []
    if parts:
        return f"«{name}» er lest med det som er skrevet i cellene: {listed(parts)}."
    if base.written is None:
        return (
            f"«{name}» er laget av en eldre versjon av tiltak, og er lest slik den ble eksportert. "
            "Bare arkene med tiltak og milepæler er kontrollert for det som er skrevet siden."
        )
    if brought.missing:
        return f"«{name}» er lest slik den ble eksportert. {listed(brought.missing)} har ingen rad."
    if brought.told:
        return f"«{name}» er lest slik den ble eksportert."
    return f"«{name}» er lest slik den ble eksportert. Ingen har skrevet i cellene siden."


def _strategy(base: Base, parts: Parts | None, sibling: Any) -> tuple[str, Plan] | None:
    """The workbook's strategy, named as the other register does, or by its period."""
    named = str(parts.head.get("strategi")) if parts else ""
    for reference in (named, base.period):
        plan = load_plan(reference, sibling) if reference else None
        if isinstance(plan, Plan) and plan.strategy.title == base.strategy:
            return reference, plan
    return None


def _known(parts: Parts | None) -> Known:
    measures = parts.measures if parts else []
    return {m["id"]: m for m in measures if isinstance(m, dict) and isinstance(m.get("id"), str)}


def _lacking(base: Base) -> list[str]:
    return [field.key for field in FIELDS if field.key not in base.fields]


def _only_here(name: str, base: Base, known: Known) -> Refusal | None:
    """Why measures that only the workbook has cannot be compared: their status or the like."""
    now = now_called(base.measures, known)
    alone = [measure for measure in base.measures if measure["id"] not in now]
    must = [key for key in _lacking(base) if BY_KEY[key].required and key not in ABSENT]
    # A new measure may have been written with fields that the others were not exported with.
    lacks = [key for key in must if any(key not in measure for measure in alone)]
    unknown = [m["id"] for m in alone if any(key not in m for key in lacks)]
    if not lacks:
        return None
    return Refusal(
        f"«{name}» har ikke {'feltene' if len(lacks) > 1 else 'feltet'} "
        f"{listed(quoted(key) for key in lacks)}, og {listed(unknown)} står bare der. Eksporter "
        "arbeidsboken med de kolonnene, eller sammenlign registrene."
    )


def _measures(base: Base, known: Known) -> list[dict[str, Any]]:
    """The exported measures, with what the other register has besides.

    A measure may have another number there. One that was not exported stands as it is there, or
    under a number that has become free where an exported one had its own.
    """
    exported = {measure["id"]: measure for measure in base.measures}
    now = now_called(base.measures, known)
    absent = {key: ABSENT[key] for key in _lacking(base) if key in ABSENT}
    measures: Known = {}
    if not base.whole:
        free = iter([code for code in now.values() if code not in exported])
        taken = set(now.values())
        for code in [code for code in known if code not in taken]:
            own = code if code not in exported else next(free, code)
            measures[own] = {**known[code], "id": own}
    for code, measure in exported.items():
        there = known.get(now.get(code, ""), absent)
        has = {*base.has(code), *measure}
        filled = {key: value for key, value in there.items() if key not in has}
        written = {key: _as_written(key, value) for key, value in measure.items()}
        measures[code] = {**written, **filled}
    order = dict.fromkeys([*(() if base.whole else known), *measures])
    return [measures[code] for code in order if code in measures]


def _as_written(key: str, value: Any) -> Any:
    """A value as a register has it: there the codes of target areas are numbers."""
    if key not in BY_KEY or BY_KEY[key].kind is not Kind.AREAS:
        return value
    return [int(code) if str(code).isdecimal() else code for code in value]
