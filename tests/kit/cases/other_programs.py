"""Our workbook in the shapes that other programs save workbooks in, part by part."""

import io
import re
import zipfile
from collections.abc import Callable
from html import escape, unescape

Parts = dict[str, str]
Reshape = Callable[[Parts], None]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK, LINKS, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
INLINE = re.compile(r' t="inlineStr"><is><t(?: [^>]*)?>(.*?)</t></is></c>', re.DOTALL)
STRING_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def reshaped(data: bytes, *changes: Reshape) -> bytes:
    """A workbook with other parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for change in changes:
        change(parts)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return raw.getvalue()


def on_sheets(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Reshape:
    """Something else for a pattern in each sheet."""
    return on(r"xl/worksheets/sheet\d+\.xml", pattern, replacement)


def on(name: str, pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Reshape:
    """Something else for a pattern in the parts with such a name."""

    def change(parts: Parts) -> None:
        for part in parts:
            if re.fullmatch(name, part):
                parts[part] = re.sub(pattern, replacement, parts[part], flags=re.DOTALL)

    return change


def cell(place: str, xml: str) -> Reshape:
    """Another cell on the sheet of measures, with what is in it as `t="n"><v>1</v>`."""
    return on(
        "xl/worksheets/sheet1.xml",
        rf'<c r="{place}"( s="\d+")?(?:/>|[^/>]*>.*?</c>)',
        lambda found: f'<c r="{place}"{found[1] or ""} {xml}</c>',
    )


def without(*names: str) -> Reshape:
    """No such parts, nor what names them."""

    def change(parts: Parts) -> None:
        for name in [part for part in parts if re.fullmatch("|".join(names), part)]:
            del parts[name]
            for other in (LINKS, TYPES):
                ending = name.removeprefix("xl/")
                pattern = rf'<(?:Override|Relationship) [^>]*"[^"]*{re.escape(ending)}"[^>]*/>'
                parts[other] = re.sub(pattern, "", parts[other])

    return change


def shared_strings(parts: Parts) -> None:
    """Texts as Excel and Google Sheets have them: apart, some in runs, some with how they sound."""
    texts: dict[str, int] = {}

    def number(found: re.Match[str]) -> str:
        return f' t="s"><v>{texts.setdefault(found[1], len(texts))}</v></c>'

    on_sheets(INLINE.pattern, number)(parts)
    items = [_string(text, number) for text, number in texts.items()]
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{"".join(items)}</sst>'
    link = f'<Relationship Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml" Id="rId99"/>'
    kind = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{STRING_TYPE}"/>'
    parts[LINKS] = parts[LINKS].replace("</Relationships>", f"{link}</Relationships>")
    parts[TYPES] = parts[TYPES].replace("</Types>", f"{kind}</Types>")


def _string(text: str, number: int) -> str:
    keep = '<t xml:space="preserve">'
    if number % 3 == 0 or len(text) < 2:
        return f"<si>{keep}{text}</t></si>"
    plain = unescape(text)
    first, rest = (escape(part, quote=False) for part in (plain[:1], plain[1:]))
    if number % 3 == 1:
        bold = "<rPr><b/><sz val='11'/></rPr>"
        return f"<si><r>{bold}{keep}{first}</t></r><r>{keep}{rest}</t></r></si>"
    spoken = "<rPh sb='0' eb='1'><t>LES</t></rPh><phoneticPr fontId='1'/>"
    return f"<si>{keep}{text}</t>{spoken}</si>"


def prefixed(parts: Parts) -> None:
    """Every tag of the sheets and the book with a prefix, as Microsoft's library writes them."""
    for name in parts:
        if re.fullmatch(r"xl/(worksheets/sheet\d+|workbook)\.xml", name):
            text = parts[name].replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
            parts[name] = re.sub(r"<(/?)(?=[A-Za-z])", r"<\1x:", text)
