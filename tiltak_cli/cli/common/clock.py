"""The only place that knows what day it is."""

from datetime import date, datetime

from tiltak_cli.domain.deadline import norway


def today() -> date:
    """The date in Norway."""
    return datetime.now(norway()).date()
