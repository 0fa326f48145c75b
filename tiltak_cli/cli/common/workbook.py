"""What is published: its language, its paper, and the workbook's bytes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.options import LANGUAGE_WORDS, LANGUAGES, PAPERS
from tiltak_cli.cli.common.progress import sharing
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.cli.common.words import one_of
from tiltak_cli.domain.fields import Field
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.domain.spelling import folded
from tiltak_cli.overview.counts import Overview
from tiltak_cli.sources.default import default_path
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.git.names import commit_of
from tiltak_cli.sources.git.run import ask
from tiltak_cli.sources.sides.find import place_in_git, split_side
from tiltak_cli.wording import Language

# So many cells are told of by name.
FEW = 3


class Letter(NamedTuple):
    """By when those who fill in a workbook are to answer, and to whom, where that is said."""

    due: date | None = None
    contact: str = ""


class Making(NamedTuple):
    """How a workbook is made. `paper` and `columns` are None where nothing is said of them."""

    language: Language
    revision: str = ""
    paper: str | None = None
    columns: tuple[Field, ...] | None = None
    public: bool = False
    letter: Letter = Letter()


def workbook_data(
    seen: Overview, comparison: Comparison | None, making: Making, audience: tuple[str, ...] = ()
) -> bytes:
    """The bytes of a workbook, telling how far it has come where somebody watches."""
    from tiltak_cli.views.excel import workbook
    from tiltak_cli.views.excel.kit.book import Options, Paper
    from tiltak_cli.views.excel.sheets.columns import paper_for

    options = Options(
        language=making.language,
        paper=Paper(making.paper) if making.paper else paper_for(making.columns),
        columns=making.columns,
        public=making.public,
        audience=audience,
        revision=making.revision,
        due=making.letter.due,
        contact=making.letter.contact,
    )
    with telling_of_cut() as cut, sharing("Skriver arbeidsboken", len(seen.measures)) as tell:
        return workbook(seen, comparison, options, tell, cut)


@contextmanager
def telling_of_cut() -> Iterator[Callable[[str], None]]:
    """Give a function to call with each cell that is cut; they are told of at the end, together."""
    cells: list[str] = []
    yield cells.append
    if cells:
        more = [f"{len(cells) - FEW} til"] if len(cells) > FEW else []
        console.complain(
            f"Teksten i {listed([*cells[:FEW], *more])} er for lang for en celle og er kuttet der, "
            "med en merknad om det. Hele teksten står i registeret."
        )


def revision_of(side: str | None) -> str:
    """The commit in git that a register was last changed in, or nothing where git has none."""
    revision, path = split_side(side or default_path() or "-")
    if path == "-":
        return ""
    folder, name = place_in_git(path)
    named = commit_of(revision or "HEAD", folder)
    if isinstance(named, Refusal):
        return ""
    answer = ask(folder, "rev-list", "-1", named.commit, "--", name)
    return answer.decode().strip() if isinstance(answer, bytes) else ""


def language_of(option: str | None) -> Language:
    """The language that `--language` names, bokmål where it is not given, or a refusal."""
    word = folded(option) if option is not None else "nb"
    return Language(one_of("språket", LANGUAGE_WORDS.get(word, word), LANGUAGES, LANGUAGE_WORDS))


def spoken_in(language: str | None, form: str, forms: tuple[str, ...]) -> Language:
    """The language that `--language` names, or a refusal where only other `forms` have several."""
    if language is not None and form not in forms:
        raise refuse(f"--language virker bare for {listed(forms)}. Formen er {form}.")
    return language_of(language)


def paper_of(option: str | None) -> str | None:
    """The paper that `--paper` names, nothing where it is not given, or a refusal."""
    return None if option is None else one_of("papiret", folded(option), PAPERS)
