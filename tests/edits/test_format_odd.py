"""`tiltak format` on forms that few people write: formed, or left as they are and said so."""

# ruff: noqa: E501 - a file on one line is easier to compare with its neighbours

import pytest

from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.formatted.measures import canonical
from tiltak_cli.sources.yaml.order import comments, unordered
from tiltak_cli.sources.yaml.reader import read_yaml

HEAD = """\
strategi: "2021-2025"
utgave: "2023-2"
per_dato: 2023-10-15
ansvarlig: KDD

tiltak:
"""
FORMED = {
    "dash-comment": HEAD + "  - # om T001\n    tittel: A\n    id: T001\n",
    "dash-alone": HEAD + "  -\n    tittel: A\n    id: T001\n",
    "zero-indent list": HEAD + "- tittel: A\n  id: T001\n- id: T002\n  tittel: B\n",
    "wide dash": HEAD + "  -   tittel: A\n      id: T001\n",
    "4 indent": HEAD
    + "    - tittel: A\n      id: T001\n      beskrivelse: |\n            a\n              b\n      milepæler:\n            - id: M1\n              tekst: x\n",
    "comment after block": HEAD
    + "  - beskrivelse: >-\n      a\n      b\n    # over tittel\n    tittel: A\n    id: T001\n",
    "comment after block deeper": HEAD
    + "  - beskrivelse: >-\n      a\n      b\n     # en kommentar?\n    tittel: A\n    id: T001\n",
    "block with # line": HEAD
    + "  - beskrivelse: |\n      a\n      # ikke\n      b\n    tittel: A\n    id: T001\n",
    "keep +": HEAD
    + "  - beskrivelse: |+\n      a\n\n\n    tittel: A\n    id: T001\n  - id: T002\n",
    "keep + last": HEAD + "  - id: T001\n    beskrivelse: |+\n      a\n\n",
    "keep + last2": HEAD + "  - beskrivelse: |+\n      a\n\n    id: T001\n  - id: T002\n",
    "no final nl keep": HEAD + "  - id: T001\n    beskrivelse: |\n      a",
    "no final nl plain": HEAD + "  - id: T001\n    beskrivelse: a",
    "trailing blanks in block": HEAD
    + "  - beskrivelse: |\n      a  \n         \n      b\n    id: T001\n",
    "leading blank block": HEAD + "  - beskrivelse: |\n\n      a\n    id: T001\n",
    "leading more": HEAD + "  - beskrivelse: |2\n        a\n      b\n    id: T001\n",
    "leading blank in >": HEAD
    + "  - beskrivelse: >\n\n\n      a\n\n       b\n      c\n    id: T001\n",
    "flow multi": HEAD + "  - deltakere: [FIN, # en\n      JD,\n    ]\n    id: T001\n",
    "flow multi zero": HEAD + "  - deltakere: [FIN,\nJD,\n  ]\n    id: T001\n",
    "flow map multi": HEAD
    + "  - milepæler:\n      - {id: M1,\n         tekst: A, # her\n         frist: 2024}\n    id: T001\n",
    "flow with comment closing": HEAD + "  - deltakere: [FIN, JD] # [x]\n    id: T001\n",
    "flow measure": HEAD + "  - {tittel: A, id: T001}\n",
    "all flow tiltak": 'strategi: "2021-2025"\nutgave: "2023-2"\nper_dato: 2023-10-15\nansvarlig: KDD\n\ntiltak: [{tittel: A, id: T001}]\n',
    "tiltak first": 'tiltak:\n  - id: T001\n# under\nstrategi: "2021-2025"\n',
    "tiltak first2": '# topp\ntiltak:\n  - id: T001\n\n# om strategi\nstrategi: "2021-2025"\nutgave: 2023-1\n# slutt\n',
    "plain multi": HEAD + "  - tittel: En\n      to\n\n      tre\n    id: T001\n",
    "plain multi 2": HEAD + "  - tittel:\n      En to\n    id: T001\n",
    "quoted multi": HEAD + '  - tittel: "En\\\n      to\n\n      tre"\n    id: T001\n',
    "quoted key": HEAD + "  - \"tittel\": A\n    'id': T001\n",
    "question key": HEAD + "  - ? tittel\n    : A\n    id: T001\n",
    "space colon": HEAD + "  - tittel : A\n    id : T001\n",
    "doc start": '---\nstrategi: "2021-2025"\nutgave: "2023-2"\nper_dato: 2023-10-15\nansvarlig: KDD\n\ntiltak:\n  - id: T001\n',
    "doc start comment": '# topp\n---\n# etter\nstrategi: "2021-2025"\nutgave: "2023-2"\nper_dato: 2023-10-15\nansvarlig: KDD\n\ntiltak:\n  - id: T001\n',
    "doc end": HEAD + "  - id: T001\n...\n",
    "doc end c": HEAD + "  - id: T001\n... # slutt\n# etter\n",
    "mixed": HEAD + "  - tittel: A\r\n    id: T001\n",
    "mixed block": HEAD + "  - beskrivelse: |\r\n      a\n      b\r\n    id: T001\n",
    "tab after": HEAD + "  - tittel: A\t\n    id:\tT001\t# x\n",
    "empty val": HEAD + "  - tittel:\n    id: T001\n    merknad: # tom\n",
    "nested list seq": HEAD + "  - - a\n    - b\n",
    "nested in list": HEAD + "  - deltakere:\n    - - a\n    id: T001\n",
    "empty tiltak": HEAD + "",
    "tiltak []": 'strategi: "2021-2025"\nutgave: "2023-2"\nper_dato: 2023-10-15\nansvarlig: KDD\n\ntiltak: []\n',
    "null": HEAD + "  - tittel: ~\n    id: null\n",
    "hash": HEAD + "  - tittel: 'A #1'\n    id: T001\n",
    "squote": HEAD + "  - tittel: 'Det''s \"x\"'\n    id: T001\n",
    "dq esc": HEAD + '  - tittel: "A\\u00e5\\tb"\n    id: T001\n',
    "date quoted": HEAD + "  - frist: '2024'\n    start: \"2024-06-30\"\n    id: 'T001'\n",
    "flow in flow": HEAD
    + "  - milepæler: [{tekst: a, id: M1}, {tekst: b, id: M2}]\n    id: T001\n",
    "flow pair": HEAD + "  - milepæler: [a: b]\n    id: T001\n",
    "brackets in str": HEAD + '  - deltakere: ["a]", \'b,c\', "FIN"]\n    id: T001\n',
    "flow url": HEAD
    + "  - dokumentasjon:\n      - {lenke: 'https://a.no/?a=[1]', tittel: \"B, C\"}\n    id: T001\n",
    "sep comments": HEAD
    + "  # A\n\n  # B\n  - tittel: A\n    id: T001\n\n  # C\n\n\n  # D\n  - id: T002\n  # E\n",
    "comment indent end": HEAD
    + "  - id: T001\n    tittel: A\n    # slutt p\u00e5 T001\n\n  - id: T002\n",
    "comment col0": HEAD + "  - id: T001\n# kol 0\n    tittel: A\n",
    "godta": HEAD
    + "  # tiltak: godta TIL309 fordi x\n  - tittel: A\n    # tiltak: godta TIL310 fordi y\n    id: T001\n",
    "comment further in": HEAD
    + "  - id: T001\n    tittel: A\n      # under tittel\n    merknad: B\n",
    "comment further in below a list": HEAD
    + "  - deltakere: [FIN, JD]\n      # under lista\n    id: T001\n",
    "wide dash before a block": HEAD
    + "  - id: T001\n    ekstra:\n      -   |\n        a\n        b\n",
    "head comments": "# a\nutgave: 2023-2 # u\n# b\n\n# c\nstrategi: 2021-2025 # s\ntiltak:\n  - id: T001\n",
    "ukjent nested": HEAD
    + "  - ekstra:\n        b: 1\n        a:\n           - x\n           -   y\n    id: T001\n",
    "nbsp in": HEAD + '  - tittel: "\u00a0A "\n    id: T001\n',
    "only head": "utgave: 2023-1\nstrategi: 2021-2025\n",
    "strategi num": "strategi: 2021\nutgave: 1\ntiltak: []\n",
    "long mess": HEAD
    + "  -  id: T001\n     # c1\n     milepæler:\n     # c2\n     - frist: 2024 # c3\n       # c4\n       id: M1\n     # c5\n     tittel: A\n",
    "dup block": HEAD + "  - beskrivelse: >-\n\n    tittel: A\n    id: T001\n",
    "yaml-ls mid": "utgave: 2023-1\n# yaml-language-server: $schema=x\nstrategi: 2021-2025\n",
    "yaml-ls top": "# yaml-language-server: $schema=x\nutgave: 2023-1\nstrategi: 2021-2025\ntiltak: []\n",
    "ls+c": "# yaml-language-server: $schema=x\n# om utgaven\nutgave: 2023-1\nstrategi: 2021-2025\ntiltak: []\n",
    "topcomment": "# om registeret\nutgave: 2023-1\nstrategi: 2021-2025\ntiltak:\n  - id: T001\n",
}
LEFT = {
    "cr": 'strategi: "2021-2025"\rutgave: "2023-2"\rper_dato: 2023-10-15\ransvarlig: KDD\r\rtiltak:\r  - tittel: A\r    id: T001\r',
    "tab comment": HEAD + "  - tittel: A\n\t# x\n    id: T001\n",
    "nel": HEAD + "  - tittel: A\u0085B\n    id: T001\n",
    "nbsp line": HEAD + "  - id: T001\n    tittel: A\n\u00a0\n",
    "nul": HEAD + "  - tittel: A\u0000\n    id: T001\n",
    "bsl x00": HEAD + '  - tittel: "A\\0B"\n    id: T001\n',
    "alias": HEAD + "  - id: &a T001\n    tittel: *a\n",
    "tag": HEAD + "  - id: !!str T001\n",
}


@pytest.mark.parametrize("text", FORMED.values(), ids=FORMED.keys())
def test_the_same_content_and_comments_and_still_so_when_formed_again(text: str) -> None:
    once = canonical("f", text)
    plain = text.replace("\r\n", "\n")
    before, after = read_yaml("f", plain), read_yaml("f", once.replace("\r\n", "\n"))
    assert after.readable
    assert unordered(after.data) == unordered(before.data)
    assert comments(plain, before.spots()) == comments(once.replace("\r\n", "\n"), after.spots())
    assert canonical("f", once) == once


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT.keys())
def test_what_cannot_be_formed_is_left_with_a_sentence(text: str) -> None:
    with pytest.raises(EditError, match="Filen"):
        canonical("f", text)


def test_the_line_that_cannot_be_formed_is_named() -> None:
    with pytest.raises(EditError, match=r"^Linje 7 er skrevet på en måte som ikke kan ordnes"):
        canonical("f", HEAD + "    - - a\n    - b\n")
