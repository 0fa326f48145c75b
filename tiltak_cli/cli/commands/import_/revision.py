"""What a workbook was made from, where it no longer says so itself: a revision of the register."""

from tiltak_cli.domain.canonical import plain_measure
from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.rules.base import UNCLEAR
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.register.load import load
from tiltak_cli.sources.sides.find import find_at
from tiltak_cli.sources.workbook.base import FORMAT, Base
from tiltak_cli.wording import Language


def base_at(revision: str, path: str) -> Base | Refusal:
    """The register at a revision as what a workbook was made from, whatever columns that has."""
    side = find_at(revision, path, alone=True)
    if isinstance(side, Refusal):
        return side
    return _base(revision, side.source)


def _base(revision: str, source: Source) -> Base | Refusal:
    register = load(source, groups=UNCLEAR).register
    if register is None:
        return Refusal(f"Registeret i revisjonen «{revision}» kan ikke leses. Velg en annen.")
    strategy = register.strategy
    fields = tuple(field.key for field in FIELDS)
    return Base(
        format=FORMAT,
        strategy=strategy.title,
        period=f"{strategy.first_year}-{strategy.last_year}",
        edition=register.edition,
        as_of=register.as_of,
        keeper=register.keeper,
        report_date=register.as_of,
        language=Language.NB.value,
        columns=(),
        fields=fields,
        public=False,
        total=len(register.measures),
        revision=revision,
        content="",
        measures=tuple(map(plain_measure, register.measures)),
    )
