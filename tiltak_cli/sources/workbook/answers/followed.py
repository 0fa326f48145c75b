"""What the measures of a workbook are called in a register, which may have renumbered them."""

from collections.abc import Iterable, Mapping
from typing import Any

from tiltak_cli.domain.identity.likeness import alike, in_common
from tiltak_cli.domain.identity.matching import match
from tiltak_cli.domain.measure import Measure
from tiltak_cli.sources.register.build import build_measure

Measures = Mapping[str, Mapping[str, Any]]


def now_called(exported: Iterable[Mapping[str, Any]], known: Measures) -> dict[str, str]:
    """The id in a register of each exported measure, judged by what was exported.

    Both are plain data. A measure that the register no longer has is not among them. Another id is
    followed only where words say that it is the same measure: what a workbook with few columns
    has, many measures have alike.
    """
    measures = list(exported)
    fields = {key for measure in measures for key in measure}
    before = {str(measure["id"]): build_measure(dict(measure)) for measure in measures}
    after = {
        code: build_measure({key: value for key, value in measure.items() if key in fields})
        for code, measure in known.items()
    }
    pairs = match(before, after, str).pairs
    names = {old.id: new.id for old, new in pairs if old.id == new.id or _surely_one(old, new)}
    unsure = {old.id for old, _ in pairs} - names.keys()
    return names | {code: code for code in unsure if code in known.keys() - set(names.values())}


def renumbered(names: Mapping[str, str], written: Iterable[str]) -> list[str]:
    """What is said of the measures with another id than in the workbook, in which it is written.

    `names` are the ids now by those in the workbook, and `written` ids in the workbook.
    """
    return [
        f"{code} heter nå {names[code]}."
        for code in dict.fromkeys(written)
        if names.get(code, code) != code
    ]


def _surely_one(old: Measure, new: Measure) -> bool:
    """Whether the words of two measures with different ids say that they are one."""
    return bool(old.title and alike(old, new)) or in_common(old, new).agree
