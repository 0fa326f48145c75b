"""Running `import --new`: a spreadsheet becomes a register, or is held against one."""

from tiltak_cli.cli.commands.import_.asked import Asked
from tiltak_cli.cli.commands.import_.into import import_into
from tiltak_cli.cli.commands.import_.new import import_new
from tiltak_cli.cli.commands.import_.run import FORMS
from tiltak_cli.cli.common.words import one_of


def import_sheet(path: str, asked: Asked) -> int:
    """Show or write what a spreadsheet becomes, and give the exit code."""
    asked = asked._replace(form=one_of("formen", asked.form, FORMS))
    return import_new(path, asked) if asked.into is None else import_into(path, asked)
