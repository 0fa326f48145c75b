"""What is told of a measure as a whole: that it is not finished, and which id it may have."""

import re
from collections.abc import Container, Iterable, Mapping
from itertools import combinations
from typing import Any

from tiltak_cli.domain.dates.read import read_date
from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.fields import BY_KEY, FIELDS, Kind
from tiltak_cli.domain.limits import limits_in
from tiltak_cli.domain.measure import may_be_unstated
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.synonyms import NOTHING_WORDS
from tiltak_cli.findings import Finding
from tiltak_cli.rules import shape_rules
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.schema.parts import ID, MILESTONE_ID, Schema
from tiltak_cli.sources.schema.told import WITH_COMMAS, Told
from tiltak_cli.sources.yaml.places import Located, Spot, locate

# So many fields that are missing or empty are no slips: whoever wrote it has just begun.
UNFINISHED = 3
GONE = (shape_rules.MISSING_FIELD.code, shape_rules.NO_VALUE.code)
REFERENCES = tuple(f.key for f in FIELDS if f.kind in (Kind.REFERENCE, Kind.REFERENCES))
TEXTS = tuple(f.key for f in FIELDS if f.kind is Kind.TEXT)
# So many words are no date that is oddly written.
FEWEST_WORDS = 3
ELSEWHERE = "Skriv det samme der andre tiltak viser til det."
# Fields of parts that no measure has itself.
OWNERS = {"tekst": "milepæler", "nådd": "milepæler", "lenke": "dokumentasjon", "periode": "opphav"}
# So many letters of a title tell which one is meant.
LONG_TITLE = 12
# So many letters of a field's name tell which one is meant.
BEGUN = 5
# «nr», «no», «tiltak».
LONGEST_NAME = 6
# What says that a text stands below, on the wrong side of the colon.
BLOCK_SIGN = re.compile(r"\s*[|>][-+]?\s*$")
EXAMPLE = re.compile(r"for eksempel ([TM])([0-9]+)\.(?= |$)")


def unfinished(findings: Mapping[Path, Finding], data: Any) -> Finding | None:
    """One finding for all the fields that a measure (plain data) just begun does not have yet."""
    gone = {path: f for path, f in findings.items() if len(path) == 1 and f.code in GONE}
    of_time = isinstance(data, dict) and "id" in data and not data.keys() & {"frist", "løpende"}
    if len(gone) + bool(of_time and gone) < UNFINISHED:
        return None
    names = [field.key for field in FIELDS if (field.key,) in gone] or [str(p[0]) for p in gone]
    more = ""
    if isinstance(data, dict) and not data.keys() & {"strategi", "per_dato"}:
        names += ["retningsvalg"] * ("retningsvalg" not in (*data, *names))
        given = {key for key in ("frist", "løpende") if data.get(key) is not None}
        names = [name for name in names if name != "frist"]
        more = "" if given else " Skriv også «frist: …», eller «løpende: true»."
    first = min(gone.values(), key=lambda finding: finding.place)
    missing = [f for f in gone.values() if f.code == shape_rules.MISSING_FIELD.code]
    rule = shape_rules.MISSING_FIELD if missing else shape_rules.NO_VALUE
    which = listed([f"«{name}»" for name in names])
    state = "er ikke fylt ut" if len(missing) < len(gone) else "mangler"
    finding = rule.finding(first.place, f"Feltene {which} {state}.", f"Fyll ut feltene.{more}")
    fields = tuple(field for f in gone.values() for field in f.unstated)
    return finding._replace(unstated=fields if len(fields) == len(gone) else ())


def perhaps_unstated(finding: Finding, explanation: Told) -> Finding:
    """What is found, with the field where only that lacks, without which the measure is clear."""
    clear = explanation.rule.code in GONE and may_be_unstated(explanation.path)
    return finding._replace(unstated=(str(explanation.path[-1]),)) if clear else finding


def drop_moved(findings: dict[Path, Finding], unknown: Container[str]) -> None:
    """Leave out what is missing in a part where it stands among the measure's own fields."""
    moved = [path for path in findings if len(path) > 2 and path[-1] in unknown]  # noqa: PLR2004
    for path in moved:
        if path[-1] in OWNERS and findings[path].code == shape_rules.MISSING_FIELD.code:
            del findings[path]


def stands_for_an_id(name: str, data: Any, unused: Mapping[str, str]) -> str:
    """`id`, where a measure or milestone has its number under another name: «nr»."""
    value = data.get(name)
    number = isinstance(value, str) and re.search(f"{ID}|{MILESTONE_ID}", value)
    return unused.get("id", "") if number and len(name) <= LONGEST_NAME else ""


def as_the_list_stands(explanation: Told, located: Located) -> str:
    """An advice about several values in one place, as the list has brackets or a line for each."""
    if not explanation.remedy.startswith(WITH_COMMAS):
        return explanation.remedy
    event = located.spots()
    for step in (*located.prefix, *explanation.path[:-1]):
        child = event.children[step]
        event = child[1] if isinstance(event.children, dict) else child
    if not isinstance(event, Spot) or event.start.flow_style:
        return explanation.remedy
    return f"Skriv dem på hver sin linje: {explanation.remedy.removeprefix(WITH_COMMAS)}"


def with_free_id(explanation: Told, taken: Container[Any]) -> Told:
    """What is told of an id, without one as an example that another has."""
    example = EXAMPLE.search(explanation.remedy)
    if example is None or f"{example[1]}{example[2]}" not in taken or explanation.value is not None:
        return explanation
    number = int(example[2])
    while (free := f"{example[1]}{number:0{len(example[2])}d}") in taken:
        number += 1
    rest = explanation.remedy[example.end() :]
    return explanation._replace(
        remedy=f"{explanation.remedy[: example.start()]}for eksempel {free}.{rest}"
    )


def siblings(path: Path, part: Any) -> set[str]:
    """The ids of the milestones that one of a measure's (plain data) stands among."""
    listed_in = part.get(path[0]) if isinstance(part, dict) and path else None
    if not isinstance(listed_in, list):
        return set()
    return {str(item.get("id")) for item in listed_in if isinstance(item, dict)}


def wrong_ids(measures: Iterable[Any]) -> set[str]:
    """The ids of measures (plain data) that are texts of the wrong form."""
    return {code for code in ids_in(measures) if not re.search(ID, code)}


def named_in(measures: Iterable[Any], codes: Container[str]) -> set[str]:
    """Those of some ids that measures (plain data) refer to."""
    references = set()
    for measure in measures:
        for key in REFERENCES if isinstance(measure, dict) else ():
            value = measure.get(key)
            items = value if isinstance(value, list) else [value]
            references |= {str(item) for item in items if isinstance(item, str | int)}
    return {code for code in references if code in codes}


def ids_in(measures: Iterable[Any]) -> set[str]:
    """The ids of measures (plain data), as written."""
    return {str(m["id"]) for m in measures if isinstance(m, dict) and "id" in m}


def join_swapped(findings: dict[Path, Finding], data: Any, fields: Schema) -> None:
    """Tell once of two fields of which each has a value of the other; `fields` are the schema's."""
    alone = [str(path[0]) for path in findings if len(path) == 1]
    wrong = [name for name in alone if "enum" in fields.get(name, {}) and data.get(name)]
    for first, second in combinations(wrong, 2):
        values = data[first], data[second]
        if values[0] not in fields[second]["enum"] or values[1] not in fields[first]["enum"]:
            continue
        gone = findings.pop((second,))
        kept = findings[(first,)] if findings[(first,)].place < gone.place else gone
        findings[(first,)] = kept._replace(
            message=f"Verdiene i «{first}» og «{second}» har byttet plass.",
            remedy=f"Skriv «{first}: {values[1]}» og «{second}: {values[0]}».",
            fix=None,
        )
        return


def join_date_and_text(findings: dict[Path, Finding], data: Any) -> str:
    """Tell once of a date and a text that stand in each other's fields; gives the text's field."""
    for path in [p for p, f in findings.items() if f.code == shape_rules.DATE_FORM.code]:
        name, *below = path
        field = None if below else BY_KEY.get(str(name))
        text = data.get(name)
        if not (field and isinstance(text, str) and len(text.split()) >= FEWEST_WORDS):
            continue
        exact = field.kind is Kind.DAY
        dates = [key for key in TEXTS if _is_date(data.get(key), exact=exact)]
        if len(dates) == 1:
            findings[path] = findings[path]._replace(
                message=f"Verdiene i «{name}» og «{dates[0]}» har byttet plass.",
                remedy=f"La dem bytte plass: datoen {data[dates[0]]} hører til «{name}», og "
                f"teksten til «{dates[0]}».",
                fix=None,
            )
            return dates[0]
    return ""


def _is_date(value: Any, *, exact: bool) -> bool:
    return isinstance(value, str | int) and isinstance(
        read_date(str(value), exact=exact), PartialDate
    )


def join_parted(findings: dict[Path, Finding], data: Any, fields: Schema, located: Located) -> None:
    """Tell once of codes that a comma has parted, `[1,f]`; `fields` are the schema's."""
    for name in {str(path[0]) for path in findings if len(path) > 1}:
        codes = fields.get(name, {}).get("items", {}).get("enum", ())
        items = data[name] if codes and isinstance(data[name], list) else []
        whole: list[Any] = []
        parted: list[Path] = []
        for position, item in enumerate(items):
            path: Path = (name, position)
            above: Path = (name, position - 1)
            joined = f"{items[position - 1]}{item}" if position else ""
            if joined in codes and path in findings and above in findings and above not in parted:
                whole[-1:] = [joined]
                parted += [above, path]
            else:
                whole.append(item)
        if not parted:
            continue
        first = findings[parted[0]]
        for path in parted:
            del findings[path]
        findings[(name,)] = first._replace(
            place=locate(located, (name,)),
            message=f"Et komma har delt {quoted(whole[int(parted[0][1])])} i «{name}» i to.",
            remedy=f"Skriv «{name}: [{', '.join(map(str, whole))}]».",
        )


def titles_in(measures: Iterable[Any]) -> dict[str, str]:
    """The id of each measure (plain data), by its title and by the id that it had before."""
    ids: dict[str, str] = {}
    for m in measures:
        data = m if isinstance(m, dict) else {}
        origin = data.get("opphav")
        before = origin.get("id") if isinstance(origin, dict) else None
        named = (name for name in (data.get("tittel"), before) if isinstance(name, str))
        ids |= {folded(name): str(data.get("id")) for name in named}
    return ids


def with_titled(explanation: Told, value: Any, titles: Mapping[str, str], own: str) -> Told:
    """What is told of a reference; with the id of the measure whose title stands there.

    `own` is the id of the measure that refers.
    """
    if explanation.rule is not shape_rules.ID_FORM or explanation.path[0] not in REFERENCES:
        return explanation
    text = str(value)
    if folded(text) in NOTHING_WORDS and len(explanation.path) == 1:
        return explanation._replace(remedy="Ta bort linjen.")
    named = re.match(r"T[0-9]{3,}\b", text)
    title = text[named.end() :].strip(" :–-()") if named else text
    code = titles.get(folded(title), "")
    if not code and len(title) >= LONG_TITLE:
        # Without the last words of it, as an abbreviation in brackets.
        begun = [titles[each] for each in titles if each.startswith(folded(title))]
        code = begun[0] if len(begun) == 1 else ""
    code = code if not named or code == named[0] else ""
    if code == own != "":
        itself = f"{quoted(text)} er tiltaket selv."
        if explanation.path[-1] == "innlemmet_i":
            return explanation._replace(
                remedy=f"{itself} Skriv id-en til det som fører det videre."
            )
        return explanation._replace(remedy=f"Ta bort henvisningen: {itself}")
    return (
        explanation._replace(remedy=f"Skriv «{code}».", value=code, safe=True)
        if code
        else explanation
    )


def by_first_word(name: str, unused: Mapping[str, str]) -> str:
    """The field that a name of several words begins with: «Status for tiltaket», «tittel >-»."""
    name = BLOCK_SIGN.sub("", name)
    first, _, rest = folded(name).partition(" ")
    if not rest:
        # Or the beginning of one: «beskriv».
        begun = [key for key in unused if key.startswith(first)] if len(first) >= BEGUN else []
        return unused[begun[0]] if len(begun) == 1 else ""
    return unused.get(first, "") if not limits_in(rest) else ""
