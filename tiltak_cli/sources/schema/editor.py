"""The schema as it is written for editors: the same demands, each with its own Norwegian message.

The YAML language server shows one `errorMessage` for all that a schema says, and none at all for
how many or how large. So a demand that needs words of its own becomes a schema of its own under
`allOf`, and one that has no words becomes a condition whose other branch says them. What is
accepted is the same, which a test holds; the gate and the explanations use the plain schema.
"""

from typing import Any

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.sources.schema.parts import Schema

UNKNOWN_FIELD = "Feltet finnes ikke. Rett navnet, eller ta bort linjen."
# Demands that the server puts in its own words only.
WORDLESS = {
    "uniqueItems": "Det samme står to ganger. Ta bort den ene.",
    "minItems": "Listen er tom. Fyll den ut.",
    "maxItems": "Strategien har ikke noe å vise til her. Ta bort linjen.",
    "minimum": "",
    "maximum": "",
    "minProperties": "Registeret er tomt. Skriv hodet og tiltakene.",
}
# Holds for nothing that a wordless demand is about.
NEVER = {"type": "string"}
# A part that the editor can begin: what to call it, and what most of them have besides the needed.
BEGUN = {
    "Tiltak": ("Nytt tiltak", ("retningsvalg", "frist")),
    "Milepæl": ("Ny milepæl", ("frist",)),
    "Dokument": ("Nytt dokument", ()),
    "Opphav": ("Nytt opphav", ()),
}


def for_editors(schema: Schema) -> Schema:
    """The whole schema, with words for each demand and values and parts to choose."""
    return _spoken(schema)


def _spoken(schema: Schema) -> Schema:
    written = {key: _inside(key, value) for key, value in schema.items()}
    own = [*_fields(written), *_required(written), *_wordless(written), *written.pop("allOf", [])]
    if schema.get("title") in BEGUN:
        # Always so, and said as a condition: elsewhere the server would offer a new part without
        # its dash, and «- (array item)» in English.
        then = {"defaultSnippets": [_begun(schema)], "allOf": own}
        return {**written, "if": True, "then": then}
    if own:
        written["allOf"] = own
    values = _values(schema)
    return {**written, "defaultSnippets": values} if values else written


def _inside(key: str, value: Any) -> Any:
    if key in {"properties", "$defs"}:
        return {name: _spoken(part) for name, part in value.items()}
    if key == "allOf":
        return [{k: _branch(k, v) for k, v in condition.items()} for condition in value]
    # What stands under `if` is only asked, and never told.
    return _spoken(value) if key in {"items", "then", "else"} else value


def _branch(key: str, branch: Schema) -> Schema:
    """A branch of a condition, whose fields are not there to be chosen: they stand elsewhere."""
    if key == "if" or "properties" not in branch:
        return branch
    fields = {
        name: {**field, "doNotSuggest": True} if field else field
        for name, field in branch["properties"].items()
    }
    return {**branch, "properties": fields}


def _fields(schema: Schema) -> list[Schema]:
    """What has fields: that it has, and that they are known."""
    if "additionalProperties" not in schema:
        return []
    known = dict.fromkeys(schema["properties"], True)
    closed = schema.pop("additionalProperties")
    return [
        {"type": schema.pop("type"), "errorMessage": schema.pop("errorMessage")},
        {"properties": known, "additionalProperties": closed, "errorMessage": UNKNOWN_FIELD},
    ]


def _required(schema: Schema) -> list[Schema]:
    """One demand a field."""
    return [
        {"required": [name], "errorMessage": f"Feltet {quoted(name)} mangler."}
        for name in schema.pop("required", [])
    ]


def _wordless(schema: Schema) -> list[Schema]:
    return [
        {
            "if": {key: schema.pop(key)},
            "else": {**NEVER, "errorMessage": message or schema["errorMessage"]},
        }
        for key, message in WORDLESS.items()
        if key in schema
    ]


def _values(schema: Schema) -> list[Schema]:
    """One of the values that stand behind a condition, where the server does not look."""
    one = schema.get("else", {})
    if "array" not in schema.get("type", ()) or "enum" not in one:
        return []
    pairs = zip(one["enum"], one["enumDescriptions"], strict=True)
    return [{"label": code, "description": text, "body": code} for code, text in pairs]


def _begun(schema: Schema) -> Schema:
    """A new part, with the fields that it should have."""
    label, besides = BEGUN[schema["title"]]
    wanted = {*schema["required"], *besides}
    names = [name for name in schema["properties"] if name in wanted]
    body = {name: f"${number}" for number, name in enumerate(names, 1)}
    return {"label": label, "description": "Med feltene som trengs.", "body": body}
