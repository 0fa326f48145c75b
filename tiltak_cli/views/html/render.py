"""A page from its templates: one file, with its style and script in the page itself.

The policy in its head allows these, by their hashes, and nothing more.
"""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tiltak_cli.views.html.palette import variables
from tiltak_cli.views.safe import one_line
from tiltak_cli.wording import Language, wording

# Only a page needs it.
if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
# The register's text is Norwegian, whatever language the page is in.
FOREIGN = {Language.NB: "", Language.NN: "no", Language.EN: "no"}


class Files(NamedTuple):
    """The files of a page in `templates/`: what it is, how it looks, and its script if any."""

    template: str
    styles: tuple[str, ...]
    script: str = ""


def rendered(files: Files, values: Mapping[str, Any], language: Language) -> str:
    """The page as text, to be written as UTF-8: the same for the same values."""
    from markupsafe import Markup

    style = variables() + "".join(map(_file, files.styles))
    script = _file(files.script) if files.script else ""
    shell = {
        "say": wording(language),
        "language": str(language),
        "foreign": Markup(f' lang="{FOREIGN[language]}"') if FOREIGN[language] else "",  # noqa: S704
        # Our own files, which hold nothing of the register's.
        "style": Markup(style),  # noqa: S704
        "script": Markup(script),  # noqa: S704
        "style_hash": _hash(style),
        "script_hash": _hash(script),
    }
    return _environment().get_template(files.template).render({**shell, **values})


@cache
def _environment() -> "Environment":
    """What reads the templates: compiling them takes longer than filling them in."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    # Most of the texts are words that stand in every row.
    gate = lru_cache(maxsize=4096)(one_line)
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        # Every text passes the gate on its way to the page, and takes one line.
        finalize=lambda value: gate(value) if type(value) is str else value,
    )
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    return environment


def _file(name: str) -> str:
    """One of our files, with the same line ends wherever it was checked out."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """How the policy names a style or script that may stand in the page."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
