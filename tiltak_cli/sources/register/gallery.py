"""What is said of the rules' own examples."""

import os

from tiltak_cli.findings import Finding
from tiltak_cli.rules.base import Past, Rule
from tiltak_cli.rules.examples import BEFORE, FILE, FOLDER, example_files
from tiltak_cli.sources.files import Refusal, Source, SourceFile
from tiltak_cli.sources.register.judge import govern
from tiltak_cli.sources.register.load import load
from tiltak_cli.sources.register.settings import read_settings


def example_source(files: dict[str, str]) -> Source:
    """A folder of files, held in memory, as the register that lies in it."""
    data = {name: text.encode("utf-8", "surrogateescape") for name, text in files.items()}

    def beside(name: str) -> bytes | None:
        return data.get(os.path.normpath(name).replace(os.sep, "/"))

    if FILE in data:
        return Source(FILE, (SourceFile(FILE, data[FILE]),), beside)
    names = sorted(name for name in data if name.startswith(FOLDER))
    return Source(FOLDER.rstrip("/"), tuple(SourceFile(n, data[n]) for n in names), beside)


def told_of(rule: Rule, *, good: bool = False) -> tuple[Finding, ...]:
    """What is found in a rule's bad example, or its good one."""
    files = example_files(rule, good=good)
    if not files:
        return ()
    past = None
    if BEFORE in files:
        past = Past(load(example_source({FILE: files[BEFORE]})).register, BEFORE)
    source = example_source(files)
    settings = read_settings(source)
    if isinstance(settings, Refusal):
        return (settings.finding,) if settings.finding else ()
    governed = govern(source, settings, past=past)
    return () if isinstance(governed, Refusal) else governed.loaded.findings
