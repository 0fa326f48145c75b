"""What leaves the ministries: a register without its internal fields, for every view alike."""

from typing import Any

from tiltak_cli.domain.fields import FIELDS, Field
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register

INTERNAL = tuple(field.attribute for field in FIELDS if not field.public)


def fields_for(*, public: bool) -> tuple[Field, ...]:
    """The fields that a reader may see, in the table's order."""
    return tuple(field for field in FIELDS if field.public or not public)


def public_register(register: Register) -> Register:
    """The register as if its internal fields had never been written.

    Whatever is counted, compared or derived from it can then say nothing of them. Of two editions
    to compare, both go through here.
    """
    return register._replace(measures=tuple(map(_public, register.measures)))


def _public(measure: Measure) -> Measure:
    return measure._replace(**{name: _empty(getattr(measure, name)) for name in INTERNAL})


def _empty(value: Any) -> Any:  # noqa: ANN401 - every kind of field comes here
    """What a measure holds where the file says nothing."""
    return type(value)() if type(value) in (str, tuple, bool) else None
