"""Every field that differs is told, whatever the status; and where nothing differs, nothing is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import ROOT, tiltak
from support import spread
from written_registers import (
    Data,
    World,
    built,
    municipality,
    required,
    shipped,
    text_of,
    two_values,
)

from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.domain.fields import BY_KEY, FIELDS, Field
from tiltak_cli.domain.measure import Status
from tiltak_cli.sources.register.build import build_measure
from tiltak_cli.views.changes.json import changes_json
from tiltak_cli.views.changes.markdown import changes_markdown
from tiltak_cli.views.changes.oneline import changes_oneline
from tiltak_cli.views.terminal.changes import changes_text
from tiltak_cli.wording import NB

WORLDS = {"shipped": shipped(), "municipality": municipality()}
# What a sentence calls a field, where that is not what the field's column is called.
CALLED = {
    "tittel": "tittel", "målområder": "målområde", "ansvarlig": "ansvar", "deltakere": "delta",
    "milepæler": "milepæl", "vurdering": "vurder",
}  # fmt: skip
MILESTONE = {"id": "M1", "tekst": "Utkast er sendt", "frist": "2024", "nådd": "2024-02-01"}
DOCUMENT = {"tittel": "Mandat", "lenke": "https://dfo.no/a"}
ORIGIN = {"periode": "2016-2020", "id": "1.4", "status": "vedtatt"}


def without(part: Data, key: str) -> Data:
    return {k: v for k, v in part.items() if k != key}


# Parts with fields of their own: what differs, and the values before and after.
PARTS: dict[str, tuple[str, Any, Any]] = {
    "a milestone's text": ("milepæler", [MILESTONE], [{**MILESTONE, "tekst": "Utkast er klart"}]),
    "a milestone's number": ("milepæler", [MILESTONE], [{**MILESTONE, "id": "M2"}]),
    "a milestone's deadline": ("milepæler", [MILESTONE], [{**MILESTONE, "frist": "2025"}]),
    "no deadline": ("milepæler", [MILESTONE], [without(MILESTONE, "frist")]),
    "another day": ("milepæler", [MILESTONE], [{**MILESTONE, "nådd": "2024-02-02"}]),
    "not reached": ("milepæler", [MILESTONE], [without(MILESTONE, "nådd")]),
    "one more": ("milepæler", [MILESTONE], [MILESTONE, {"id": "M2", "tekst": "Høring er holdt"}]),
    "a document's title": ("dokumentasjon", [DOCUMENT], [{**DOCUMENT, "tittel": "Rapport"}]),
    "a document's address": ("dokumentasjon", [DOCUMENT], [{**DOCUMENT, "lenke": "https://x.no"}]),
    "a document twice": ("dokumentasjon", [DOCUMENT], [DOCUMENT, DOCUMENT]),
    "an origin's period": ("opphav", ORIGIN, {**ORIGIN, "periode": "2011-2015"}),
    "an origin's id": ("opphav", ORIGIN, without(ORIGIN, "id")),
    "an origin's status": ("opphav", ORIGIN, {**ORIGIN, "status": "igangsatt"}),
}


def ways(world: World, field: Field) -> Iterator[tuple[Any, Any]]:
    """A field's values before and after: set, changed and cleared. None is no field at all."""
    values = two_values(world, field)
    if len(values) > 1:
        yield values[0], values[1]
    if not field.required:
        yield from ((None, value) for value in values[:1])


def each_status(world: World, **values: Any) -> list[Data]:
    """A measure of every status with some fields, and two for them to name."""
    given = {key: value for key, value in values.items() if value is not None}
    measures = [
        required(world, id=f"T{n:03}", tittel=f"Tiltak {n} for {status}", status=str(status))
        for n, status in enumerate(Status, 1)
    ]
    others = [required(world, id=code, tittel=f"Det andre, {code}") for code in ("T901", "T902")]
    return [{**measure, **given} for measure in measures] + others


CASES = [
    pytest.param(
        world,
        field.key,
        values,
        id=f"{name}-{field.key}-{'set' if values[0] is None else 'changed'}",
    )
    for name, world in WORLDS.items()
    for field in FIELDS
    if field.key != "id"
    for values in ways(world, field)
] + [
    pytest.param(WORLDS["shipped"], key, values, id=about)
    for about, (key, *values) in PARTS.items()
]


def between(world: World, key: str, old: Any, new: Any) -> Comparison:
    """What differs where one field does, in a measure of every status."""
    return compare(*(built(world, each_status(world, **{key: value})) for value in (old, new)))


@spread(("world", "key", "values"), CASES, 32)
def test_a_field_that_differs_is_told_and_nothing_else(
    world: World, key: str, values: tuple[Any, Any]
) -> None:
    """Both ways: what is set in one direction is cleared in the other."""
    measures = [f"T{n:03}" for n, _ in enumerate(Status, 1)]
    for old, new in (values, values[::-1]):
        comparison = between(world, key, old, new)
        found = json.loads(changes_json(comparison))["changes"]
        pairs = {(c["measure"], c["field"].partition(".")[0]) for c in found}
        pairs |= {(c["measure"], each["field"]) for c in found for each in c["also"]}
        if key == "oppdatert":
            # Of all measures where nothing else has changed there is one line.
            assert pairs == {(None, key)}
            assert all(code in found[0]["sentence"] for code in measures)
        else:
            assert pairs == {(code, key) for code in measures}
        lines = changes_oneline(comparison).splitlines()
        for code in measures:
            assert any(code in line and named(key, line) for line in lines)
        for text in (changes_text(comparison, 200, colours=False), changes_markdown(comparison)):
            assert named(key, text)
            assert "Ingen endringer" not in text


MOVES = [(a, b) for a in Status for b in Status if a is not b]
BESIDE = [field for field in FIELDS if field.key not in ("id", "status", "oppdatert")]


@pytest.mark.wide
@pytest.mark.parametrize("field", BESIDE, ids=lambda field: field.key)
def test_a_field_that_differs_with_the_status_is_told_or_named(field: Field) -> None:
    """No status makes another field uninteresting: what went with it is named at least."""
    world = WORLDS["shipped"]
    for values in ways(world, field):
        for old, new in (values, values[::-1]):
            before, now = (
                moving(world, field, side, value) for side, value in ((0, old), (1, new))
            )
            comparison = compare(built(world, before), built(world, now))
            lines = changes_oneline(comparison).splitlines()
            found = {measure.id: changes for measure, changes in comparison.measures()}
            for n, move in enumerate(MOVES, 1):
                code = f"T{n:03}"
                changes = found[code]
                told = {change.field.partition(".")[0] for change in changes}
                also = {key for change in changes for key, _, _ in change.also}
                assert told | also == {"status", field.key}, (move, old, new)
                text = " ".join(line for line in lines if code in line)
                value = NB.value(getattr(build_measure({field.key: new}), field.attribute))
                assert named(field.key, text) or (value and value in text), (move, old, new, text)


def moving(world: World, field: Field, side: int, value: Any) -> list[Data]:
    """A measure for each move of a status, as it is on one side, with one more field."""
    given = {} if value is None else {field.key: value}
    return [
        {**required(world, id=f"T{n:03}", tittel=f"Tiltak {n}", status=str(move[side])), **given}
        for n, move in enumerate(MOVES, 1)
    ]


def named(key: str, text: str) -> bool:
    return CALLED.get(key, BY_KEY[key].nb.casefold()) in text.casefold()


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_where_nothing_differs_nothing_is_told(world: World) -> None:
    full = {field.key: two_values(world, field)[:1] for field in FIELDS if field.key != "id"}
    values = {key: value[0] for key, value in full.items() if value and key != "status"}
    register = built(world, each_status(world, **values))
    comparison = compare(register, built(world, each_status(world, **values)))
    assert comparison.all == ()
    assert changes_oneline(comparison) == ""
    assert "Ingen endringer i innholdet." in changes_text(comparison, 80, colours=False)


def test_an_assessment_taken_from_a_measure_that_has_ended(tmp_path: Path) -> None:
    """It was once left out where the measure had ended, for then nobody asks how it goes."""
    world = WORLDS["shipped"]
    ended = required(world, status="utgår", begrunnelse="Stanset.")
    old = text_of(world, [{**ended, "vurdering": "gul", "avvik": "Sent."}])
    (tmp_path / "a.yaml").write_text(old, "utf-8")
    (tmp_path / "b.yaml").write_text(text_of(world, [ended]), "utf-8")
    there = tiltak("diff", "a.yaml", "b.yaml", "--format", "oneline", cwd=tmp_path)
    back = tiltak("diff", "b.yaml", "a.yaml", "--format", "oneline", cwd=tmp_path)
    assert "Vurderingen (gul) er tatt bort. Tatt bort samtidig: Avvik." in there.out
    assert "Vurderingen er nå gul. «Sent.»" in back.out
    assert tiltak("diff", "a.yaml", "b.yaml", "--exit-code", cwd=tmp_path).code == 1


def test_what_went_with_a_status_stands_beside_it() -> None:
    """And not beside what matters more and has nothing to do with it."""
    world = WORLDS["shipped"]
    waiting = required(
        world, status="utsatt", begrunnelse="Venter.", vurdering="gul", avvik="Sent."
    )
    going = required(world, status="igangsatt", ansvarlig="FIN", oppdatert="2023-10-01")
    changes = compare(built(world, [waiting]), built(world, [going])).changes
    assert [(c.field, [key for key, _, _ in c.also]) for c in changes] == [
        ("ansvarlig", ["oppdatert"]),
        ("vurdering", ["avvik"]),
        ("status", ["begrunnelse"]),
    ]


@pytest.mark.wide
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"ansvarlig": "KDD"}, {"ansvarlig": "DSS"}, "Oversikten føres nå av DSS. Før: KDD."),
        ({"ansvarlig": "KMD"}, {"ansvarlig": "KDD"}, "Ansvarlig er nå skrevet KDD. Før: KMD."),
        ({"utgave": "2023-1"}, {"utgave": "2023-2"}, "fra 2023-1 (per 15.10.2023) til 2023-2"),
        ({"per_dato": "2023-05-01"}, {}, "(per 01.05.2023) til 1 (per 15.10.2023)"),
        ({}, {"strategi": "egen.yaml"}, "Strategien er endret. Det gjelder 1a."),
    ],
)
def test_the_head_is_told_too(old: Data, new: Data, expected: str, tmp_path: Path) -> None:
    world = WORLDS["shipped"]
    strategy = (ROOT / "schema" / "strategi-2021-2025.yaml").read_text("utf-8")
    other = strategy.replace("økt kvalitet på beslutningsgrunnlag", "raskere beslutninger")
    (tmp_path / "egen.yaml").write_text(other, "utf-8")
    for name, head in (("a.yaml", old), ("b.yaml", new)):
        measure = required(world, ansvarlig="FIN")
        (tmp_path / name).write_text(text_of(world, [measure], **head), "utf-8")
    for form in ("text", "markdown"):
        done = tiltak("diff", "a.yaml", "b.yaml", "--format", form, cwd=tmp_path, COLUMNS="200")
        assert expected in done.out, done
    told = json.loads(tiltak("diff", "a.yaml", "b.yaml", "--format", "json", cwd=tmp_path).out)
    sides = told["old"] != told["new"]
    assert sides or expected in [change["sentence"] for change in told["changes"]]
    if "strategi" in new:
        (change,) = told["changes"]
        assert change["old"] == "1a økt kvalitet på beslutningsgrunnlag"
        assert change["new"] == "1a raskere beslutninger"


def test_what_is_no_field_is_never_passed_over(tmp_path: Path) -> None:
    world = WORLDS["shipped"]
    for name, extra in (("a.yaml", {}), ("b.yaml", {"budsjett": "5 mill."})):
        (tmp_path / name).write_text(text_of(world, [required(world, **extra)]), "utf-8")
    done = tiltak("diff", "a.yaml", "b.yaml", cwd=tmp_path)
    assert "Ingen endringer i det som kan sammenlignes. Ett tiltak er ikke med" in done.out
    assert "b.yaml har 1 feil." in done.err
    assert tiltak("diff", "a.yaml", "b.yaml", "--strict", cwd=tmp_path).code == 1


@pytest.mark.wide
def test_the_day_of_the_review_is_told_of_the_measures_that_are_asked_for(tmp_path: Path) -> None:
    """One line of all of them, and counted; of some only where they are asked for."""
    world = WORLDS["shipped"]
    for name, day in (("a.yaml", "2023-09-01"), ("b.yaml", "2023-10-01")):
        measures = [
            required(world, id=code, tittel=f"Tiltak {code}", ansvarlig=lead, oppdatert=day)
            for code, lead in (("T001", "FIN"), ("T002", "KD"), ("T003", "FIN"))
        ]
        (tmp_path / name).write_text(text_of(world, measures), "utf-8")
    everyone = tiltak("diff", "a.yaml", "b.yaml", cwd=tmp_path)
    assert "1 endring: 1 redaksjonell." in everyone.out
    assert "Bare «Oppdatert» er endret i T001, T002 og T003." in everyone.out
    told = json.loads(tiltak("diff", "a.yaml", "b.yaml", "--format", "json", cwd=tmp_path).out)
    (change,) = told["changes"]
    assert change["old"] == "T001: 01.09.2023, T002: 01.09.2023, T003: 01.09.2023"
    assert change["new"] == "T001: 01.10.2023, T002: 01.10.2023, T003: 01.10.2023"
    mine = tiltak("diff", "a.yaml", "b.yaml", "--for", "KD", "--format", "oneline", cwd=tmp_path)
    assert mine.out.endswith("Bare «Oppdatert» er endret i T002.\n")
    nobody = tiltak("diff", "a.yaml", "b.yaml", "--for", "UD", "--format", "oneline", cwd=tmp_path)
    assert nobody.out == ""
