"""What the measures of a workbook are called in a register, which may have renumbered them."""

from collections.abc import Iterable, Mapping
from typing import Any

from tiltak_cli.domain.identity.matching import partners_of
from tiltak_cli.sources.register.build import build_measure

Measures = Mapping[str, Mapping[str, Any]]


def now_called(exported: Iterable[Mapping[str, Any]], known: Measures) -> dict[str, str]:
    """The id in a register of each exported measure, judged by what was exported.

    Both are plain data. A measure that the register no longer has is not among them.
    """
    measures = list(exported)
    fields = {key for measure in measures for key in measure}
    before = {str(measure["id"]): build_measure(dict(measure)) for measure in measures}
    after = {
        code: build_measure({key: value for key, value in measure.items() if key in fields})
        for code, measure in known.items()
    }
    return {old: new for new, old in partners_of(before, after, str).items()}
