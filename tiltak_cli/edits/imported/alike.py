"""Values from a workbook in the form that the register has them in."""

from collections.abc import Sequence
from typing import Any

from tiltak_cli.domain.fields import BY_KEY, Kind
from tiltak_cli.domain.values import LISTS, ONE_OR_LIST

DATES = (Kind.PARTIAL_DATE, Kind.DAY)


def as_register(key: str, value: Any, ours: Any, codes: Sequence[str | int]) -> Any:
    """A value of a measure's field as the register would write it, which has `ours` there now.

    One code alone and a list of one are the same; so are 1 and "1", and 2025 and "2025".
    """
    kind = BY_KEY[key].kind
    if value is None or kind is Kind.FLAG:
        return value
    if kind in DATES:
        return int(value) if str(value).isdecimal() else value
    if kind not in LISTS and kind not in ONE_OR_LIST:
        return value
    known = {str(code): code for code in codes}
    known |= {str(code): code for code in _listed(ours)}
    items = [known.get(str(item), item) for item in _listed(value)]
    if not items:
        return ours if not _listed(ours) else None
    single = kind in ONE_OR_LIST and len(items) == 1 and not isinstance(ours, list)
    return items[0] if single else items


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
