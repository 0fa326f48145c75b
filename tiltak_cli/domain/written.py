"""Values as readers see them: one form for every view that shows a field."""

from datetime import date
from enum import Enum
from typing import Any

from tiltak_cli.domain.deadline import PartialDate, norwegian, norwegian_day
from tiltak_cli.domain.measure import Document, Milestone, Origin


def written(value: Any) -> str:  # noqa: ANN401 - every kind of field comes here
    """Write a field's value on one line; nothing for what is empty."""
    match value:
        case None | False:
            text = ""
        case True:
            text = "ja"
        case PartialDate():
            text = norwegian(value)
        case date():
            text = norwegian_day(value)
        case Milestone():
            due = f" ({norwegian(value.deadline)})" if value.deadline else ""
            reached = f", nådd {norwegian_day(value.reached)}" if value.reached else ""
            text = f"{value.id} {value.text}{due}{reached}"
        case Document():
            text = f"{value.title} <{value.link}>"
        case Origin():
            identity = f" {value.id}" if value.id else ""
            text = f"{value.period.replace('-', '–')}{identity}, {value.status}"
        case Enum():
            text = str(value.value)
        case tuple():
            separator = "; " if value and not isinstance(value[0], str) else ", "
            text = separator.join(written(item) for item in value)
        case _:
            text = " ".join(str(value).split())
    return text
