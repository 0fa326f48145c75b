"""A register's files put together: one head, and the measures of them all."""

import posixpath
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Any, NamedTuple

from tiltak_cli.domain.fields import HEAD_KEYS
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import crosses, folded
from tiltak_cli.findings import Finding, Fix, Place, Related
from tiltak_cli.rules import file_rules, shape_rules
from tiltak_cli.rules.base import HEAD
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.places import LIST, Located, list_key, locate

WRITE_MEASURES = (
    "Skriv hvert tiltak som et listepunkt («- id: T001»), eller «tiltak: []» for ingen."
)


class Parts(NamedTuple):
    """A register's head, and its measures as read with the place of each.

    `unread` and `complete` are as in a `Tree`, for all the files together.
    """

    head: dict[str, Any]
    head_located: Located
    measures: list[Any]
    located: list[Located]
    unread: Mapping[int, AbstractSet[str]] = MappingProxyType({})
    complete: bool = True


def collect(folder: str, trees: list[tuple[str, Tree]], findings: list[Finding]) -> Parts | None:
    """Put files together, and say what is in the way; None when nothing can be made of them.

    Without a head there are the measures, and nothing is known of the head; nor of others, for
    there may be more than one file.
    """
    kept, refused = _registers(folder, trees, findings)
    kept = _without_others(kept, findings)
    registers = [(tree.data, Located(name, tree.spots)) for name, tree in kept]
    heads = [register for register in registers if _has_head(register[0])]
    elsewhere = _elsewhere(heads)
    if elsewhere:
        heads.sort(key=lambda head: len(_head_keys(head[0])), reverse=True)
        findings += _parted_head(heads)
    elif len(heads) > 1:
        findings += _two_heads([located_file for _, located_file in heads])
    elif not heads and (len(trees) > 1 or not refused):
        # Standard input is called one thing as a source and another as a file.
        first = trees[0][0]
        in_folder = folder not in ("-", first)
        findings.append(_no_head(folder if in_folder else first, in_folder=in_folder))
    measures: list[Any] = []
    located: list[Located] = []
    unread: dict[int, AbstractSet[str]] = {}
    for (data, located_file), (_, tree) in zip(registers, kept, strict=True):
        for index, names in tree.unread.items():
            unread[index if index == HEAD else index + len(measures)] = names
        pairs = _measures(data, located_file, findings)
        measures += [measure for measure, _ in pairs]
        located += [where for _, where in pairs]
    if not registers:
        return None
    data, located_file = heads[0] if heads else ({}, registers[0][1])
    if not heads:
        unread[HEAD] = frozenset(HEAD_KEYS)
    if elsewhere:
        unread[HEAD] = elsewhere | unread.get(HEAD, frozenset())
    head = {key: value for key, value in data.items() if key != list_key(data)}
    # In a list without its name the measures are not read either.
    complete = all(tree.complete and not _is_list(tree.data) for _, tree in trees) and bool(heads)
    if not any(list_key(register) for register, _ in registers) and complete:
        findings.append(_no_measures(head, located_file))
    return Parts(
        head=head,
        head_located=located_file,
        measures=measures,
        located=located,
        unread=unread,
        complete=complete,
    )


def _registers(
    folder: str, trees: list[tuple[str, Tree]], findings: list[Finding]
) -> tuple[list[tuple[str, Tree]], bool]:
    """The files that are parts of a register, without strategies; and whether some are not."""
    strategy_file = next(
        (tree.data["strategi"] for _, tree in trees if _is_text_in(tree.data, "strategi")), ""
    )
    kept: list[tuple[str, Tree]] = []
    refused = False
    for name, tree in trees:
        several = len(trees) > 1
        if several and (_names_same_file(folder, name, strategy_file) or _is_strategy(tree.data)):
            continue
        if is_register(tree.data, several=several):
            kept.append((name, tree))
        else:
            located = Located(name, tree.spots)
            findings.append(_not_a_register(located, tree.data, several=several))
            refused = True
    return kept, refused


def _has_head(data: dict[str, Any]) -> bool:
    return set(data) != {list_key(data)}


def _head_keys(data: dict[str, Any]) -> frozenset[str]:
    return frozenset(data) - {list_key(data)}


def _without_others(
    kept: list[tuple[str, Tree]], findings: list[Finding]
) -> list[tuple[str, Tree]]:
    """The files without those that are registers of their own, as an older edition that lies there.

    Such a one has a head, where another has one too, and most of its measures stand in the others.
    """
    for name, tree in reversed([(n, tree) for n, tree in kept if _has_head(tree.data)]):
        rest = [(n, other) for n, other in kept if n != name]
        if not any(_has_head(other.data) for _, other in rest):
            break
        own, places = _ids(tree.data), {n: _ids(other.data) for n, other in rest}
        there = own & set().union(*places.values())
        if 2 * len(there) > len(own):
            where = [n for n, ids in places.items() if ids & own]
            findings.append(_of_its_own(Located(name, tree.spots), where, (len(there), len(own))))
            kept = rest
    return kept


def _ids(data: dict[str, Any]) -> set[str]:
    listed = data.get(list_key(data))
    measures = listed if isinstance(listed, list) else []
    return {m["id"] for m in measures if isinstance(m, dict) and isinstance(m.get("id"), str)}


def is_register(data: Any, *, several: bool) -> bool:
    """Whether a file has a head or measures. Among several, one field of a head may be chance."""
    if not isinstance(data, dict):
        return False
    number = sum(key in data for key in HEAD_KEYS)
    return number > several or bool(list_key(data)) or "strategi" in data


def _is_strategy(data: Any) -> bool:
    """Whether a file is a strategy, which may lie beside the register without being used."""
    return isinstance(data, dict) and data.keys() >= {"målområder", "periode"}


def _is_text_in(data: Any, key: str) -> bool:
    return isinstance(data, dict) and isinstance(data.get(key), str)


def _names_same_file(folder: str, file: str, reference: str) -> bool:
    """Whether a file in the folder is the strategy file that the head names."""
    return bool(reference) and posixpath.normpath(file) == posixpath.normpath(
        posixpath.join(folder, reference)
    )


def _measures(
    data: dict[str, Any], located: Located, findings: list[Finding]
) -> list[tuple[Any, Located]]:
    key = list_key(data)
    listed = data.get(key, [])
    if key not in ("", LIST):
        where = locate(located, (key,), key=True)
        finding = shape_rules.UNKNOWN_FIELD.finding(where, _unknown(key), f"Mente du «{LIST}»?")
        sure = folded(key) == LIST
        findings.append(finding._replace(fix=Fix((key,), LIST, safe=sure, key=True)))
    if isinstance(listed, list):
        whole = located.part(key)
        return [(measure, whole.part(position)) for position, measure in enumerate(listed)]
    rule = shape_rules.NO_VALUE if listed is None else shape_rules.WRONG_TYPE
    message = "«tiltak» er tomt." if listed is None else "«tiltak» skal være en liste."
    where = locate(located, ("tiltak",), key=True)
    findings.append(rule.finding(where, message, WRITE_MEASURES))
    return []


def _not_a_register(located: Located, data: Any, *, several: bool) -> Finding:
    """Say that a file is none of a register; `several` that others in the folder are."""
    where = locate(located, ())
    if data is None:
        remedy = "Skriv et register i den, eller hent det tilbake fra git."
        return file_rules.EMPTY_FILE.finding(where, "Filen har ikke noe innhold.", remedy)
    what = "en liste" if isinstance(data, list) else "noe annet enn et register"
    if several and _is_list(data):
        message = f"«{LIST}:» mangler over tiltakene i filen."
        return shape_rules.TOP_LEVEL.finding(where, message, f"Skriv «{LIST}:» på linjen over.")
    if several:
        return shape_rules.TOP_LEVEL.finding(
            where,
            f"Filen er {what}, men ligger i registermappen.",
            f"Flytt den ut av mappen, eller skriv «{LIST}:» øverst og tiltakene under.",
        )
    return shape_rules.TOP_LEVEL.finding(
        where,
        f"Filen er {what}: hodet og «tiltak:» mangler øverst.",
        "Skriv hodet (strategi, utgave, per_dato, ansvarlig) og sett tiltakene under «tiltak:».",
    )


def _is_list(data: Any) -> bool:
    """Whether a file is a list of measures, and no more than that."""
    return isinstance(data, list) and any(isinstance(m, dict) and "id" in m for m in data)


def _two_heads(heads: list[Located]) -> list[Finding]:
    first, *others = heads
    return [
        file_rules.TWO_HEADS.finding(
            locate(other, ()),
            f"Både {first.file} og {other.file} har et hode, men en mappe er ett register.",
            "Ta bort hodet i den ene filen, eller oppgi én fil i stedet for mappen. Registeret er "
            f"kontrollert med hodet i {first.file}.",
            related=(Related("det første hodet", locate(first, ())),),
        )
        for other in others
    ]


def _elsewhere(heads: list[tuple[dict[str, Any], Located]]) -> frozenset[str]:
    """The fields of the head that stand in other files than the rest, each in one file only."""
    keys = [_head_keys(data) for data, _ in heads]
    number = sum(map(len, keys))
    every = frozenset().union(*keys)
    parted = len(heads) > 1 and len(every) == number and every <= {*HEAD_KEYS}
    return every - max(keys, key=len) if parted else frozenset()


def _parted_head(heads: list[tuple[dict[str, Any], Located]]) -> list[Finding]:
    (_, first), *others = heads
    return [
        file_rules.TWO_HEADS.finding(
            locate(where, (key,), key=True),
            f"«{key}» står her, og resten av hodet i {first.file}.",
            f"Flytt linjen til {first.file}.",
            related=(Related("resten av hodet", locate(first, ())),),
        )
        for data, where in others
        for key in data
        if key in _head_keys(data)
    ]


def _of_its_own(located: Located, others: list[str], number: tuple[int, int]) -> Finding:
    there, every = number
    which = f"{there} av {every} tiltak" if there < every else f"alle {every} tiltakene"
    message = (
        f"Filen har et eget hode, og {which if every > 1 else 'tiltaket'} i den står også i "
        f"{listed(others)}. Den ser ut til å være et register for seg, som en eldre utgave."
    )
    remedy = "Flytt filen ut av mappen. Registeret er kontrollert uten den."
    return file_rules.TWO_HEADS.finding(locate(located, ()), message, remedy)


def _no_head(file: str, *, in_folder: bool) -> Finding:
    if in_folder:
        return file_rules.NO_HEAD.finding(
            Place(file, 1, 1, 1, 1),
            f"Ingen av filene i mappen {quoted(file)} har hodet med strategi, utgave, per_dato og "
            "ansvarlig.",
            "Skriv hodet øverst i en av filene, eller i en egen fil i mappen.",
        )
    message = "Registeret mangler hodet med strategi, utgave, per_dato og ansvarlig."
    remedy = "Skriv hodet øverst, eller oppgi hele mappen om filen er en del av et register."
    return file_rules.NO_HEAD.finding(Place(file, 1, 1, 1, 1), message, remedy)


def _no_measures(head: dict[str, Any], located: Located) -> Finding:
    """The list is missing; under another name it is the name that is wrong."""
    for key, value in head.items():
        if key not in HEAD_KEYS and isinstance(value, list) and not crosses(folded(key), "tiltak"):
            del head[key]
            where = locate(located, (key,), key=True)
            remedy = f"Mente du «{LIST}»? Det som står i listen, er ikke kontrollert."
            return shape_rules.UNKNOWN_FIELD.finding(where, _unknown(key), remedy)
    where = locate(located, ("tiltak",))
    return shape_rules.MISSING_FIELD.finding(where, "Listen «tiltak» mangler.", WRITE_MEASURES)


def _unknown(key: str) -> str:
    return f"Feltet {quoted(key)} finnes ikke."
