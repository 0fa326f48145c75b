"""The edges of the rules about the file, the form, the values and the text."""

from tiltak_cli.rules.base import HEAD_LINES, Edge

DOCUMENT = "dokumentasjon:\n  - tittel: Mandat\n    lenke: "
STEP = "milepæler:\n  - {tekst: Utkast, frist: 2024, id: "
ORIGIN = "opphav: {status: vedtatt, periode: "

ENDS = "beskrivelse: >-\n  Alle bruker samme mal.\n"
EDGES: dict[str, tuple[Edge, ...]] = {
    "TIL003": (
        Edge("kolon midt i teksten, uten mellomrom etter", "tittel: Åpent til kl. 18:30\n"),
        Edge("kolon helt sist i teksten", "tittel: Ny veileder:\n", broken=True),
    ),
    "TIL104": (
        Edge("en tom liste som betyr ingen", "deltakere: []\n"),
        Edge("en liste uten den ene verdien som må være der", "målområder: []\n", broken=True),
        Edge("bare mellomrom i anførselstegn", 'merknad: " "\n', broken=True),
    ),
    "TIL105": (
        Edge("samme virksomhet i to ulike lister", "utførende: [HOD]\ndeltakere: [HOD]\n"),
        Edge("ingen andre verdier enn den gjentatte", "deltakere: [HOD, HOD]\n", broken=True),
        Edge("samme tall to ganger", "målområder: [1, 1]\n", broken=True),
    ),
    "TIL201": (
        Edge("ordet i anførselstegn", 'status: "vedtatt"\n'),
        Edge("stor forbokstav", "status: Vedtatt\n", broken=True),
    ),
    "TIL203": (
        Edge("det siste målområdet i strategien", "målområder: [1, 3]\n"),
        Edge("målområde 0", "målområder: [1, 0]\n", broken=True),
    ),
    "TIL204": (
        Edge("det siste retningsvalget i målområdet", "målområder: [2]\nretningsvalg: [2d]\n"),
        Edge("ett etter det siste", "målområder: [2]\nretningsvalg: [2e]\n", broken=True),
        Edge("målområdet alene", "retningsvalg: [1]\n", broken=True),
    ),
    "TIL205": (
        Edge("det siste utviklingsområdet i strategien", "utviklingsområder: [U5]\n"),
        Edge("ett etter det siste", "utviklingsområder: [U6]\n", broken=True),
    ),
    "TIL206": (
        Edge("ordet i anførselstegn", 'prioritet: "høy"\n'),
        Edge("stor forbokstav", "prioritet: Høy\n", broken=True),
    ),
    "TIL207": (
        Edge("grønn, som ikke trenger avvik", "vurdering: grønn\n"),
        Edge("stor forbokstav", "vurdering: Grønn\n", broken=True),
    ),
    "TIL208": (
        Edge("tre sifre", "id: T000\n"),
        Edge("fire sifre", "id: T1000\n"),
        Edge("to sifre", "id: T01\n", broken=True),
        Edge("liten t", "id: t001\n", broken=True),
        Edge("milepæl med ett siffer", STEP + "M1}\n"),
        Edge("milepæl uten siffer", STEP + "M}\n", broken=True),
    ),
    "TIL209": (
        Edge("29. februar i et skuddår", "frist: 2024-02-29\n"),
        Edge("29. februar i et annet år", "frist: 2025-02-29\n", broken=True),
        Edge("fjerde kvartal", "frist: 2024-Q4\n"),
        Edge("femte kvartal", "frist: 2024-Q5\n", broken=True),
        Edge("andre halvår", "frist: 2024-H2\n"),
        Edge("tredje halvår", "frist: 2024-H3\n", broken=True),
        Edge("desember", "frist: 2024-12\n"),
        Edge("måned 13", "frist: 2024-13\n", broken=True),
        Edge("år 1900", "opprinnelig_frist: 1900\n"),
        Edge("år 1899", "opprinnelig_frist: 1899\n", broken=True),
        Edge("år 2099", "frist: 2099\n"),
        Edge("år 2100", "frist: 2100\n", broken=True),
        Edge("bare måneden der det skal stå en dag", "oppdatert: 2023-10\n", broken=True),
    ),
    "TIL211": (
        Edge("http uten s", DOCUMENT + "http://www.regjeringen.no\n"),
        Edge("store bokstaver", DOCUMENT + "HTTPS://WWW.REGJERINGEN.NO\n"),
        Edge("ingenting etter https://", DOCUMENT + '"https://"\n', broken=True),
        Edge("bare én skråstrek", DOCUMENT + "https:/www.regjeringen.no\n", broken=True),
        Edge("adressen uten https://", DOCUMENT + "www.regjeringen.no\n", broken=True),
        Edge("mellomrom i adressen", DOCUMENT + "https://www.regjeringen.no/a b\n", broken=True),
    ),
    "TIL212": (
        Edge("perioden skrevet med tankestrek", ORIGIN + "2016–2020}\n"),
        Edge("ett årstall alene", ORIGIN + "2016}\n", broken=True),
        Edge(
            "en status som bare brukes nå",
            "opphav: {periode: 2016-2020, status: utsatt}\n",
            broken=True,
        ),
    ),
    "TIL213": (
        Edge("false", "løpende: false\nfrist: 2025\n"),
        Edge("True med stor forbokstav", "løpende: True\n"),
        Edge("yes", "løpende: yes\n", broken=True),
        Edge("tallet 1", "løpende: 1\n", broken=True),
    ),
    "TIL601": (
        Edge("tegnet # uten mellomrom foran", "tittel: Sak#5 Felles mal\n"),
        Edge("en merknad: # med mellomrom på begge sider", "tittel: Felles mal # se sak 5\n"),
        Edge("tegnet # helt sist", "tittel: Felles mal #\n"),
        Edge("siste ord begynner med #", "tittel: Felles mal #5\n", broken=True),
    ),
    "TIL602": (
        Edge("hardt mellomrom inne i teksten", "tittel: Mal for 10\u00a0000 brev\n"),
        Edge("hardt mellomrom foran teksten", "tittel: \u00a0Felles mal\n", broken=True),
        Edge("myk bindestrek inne i et ord", "tittel: Felles\u00admal\n", broken=True),
        Edge("tegn som snur skriveretningen", "tittel: Felles \u202emal\n", broken=True),
        Edge(
            "merketegn, en tekst som ikke vises", "tittel: Mal\U000e0041\U000e0042\n", broken=True
        ),
        Edge("variantvelger etter en bokstav", "tittel: Felles\ufe0f mal\n", broken=True),
        Edge("variantvelger etter et bilde", "tittel: Felles mal \u26a0\ufe0f\n"),
    ),
    "TIL603": (
        Edge("é som én bokstav", "tittel: Café for ansatte\n"),
        Edge("é som to tegn", "tittel: Cafe\u0301 for ansatte\n", broken=True),
        Edge("et merke som ingen bokstav har", "tittel: Formelen x\u0301\n"),
        Edge("tegnet for ångstrøm i stedet for Å", "tittel: \u212bpne kontorer\n", broken=True),
        Edge("mellomrommet U+2000", "tittel: Felles\u2000mal\n", broken=True),
    ),
    "TIL604": (
        Edge("bare ett ord i krøllete anførselstegn", "tittel: Ny “felles” mal\n"),
        Edge("første ord i krøllete anførselstegn", "tittel: “Felles” mal\n"),
        Edge("norske anførselstegn rundt hele teksten", "tittel: «Felles mal»\n"),
        Edge("lave krøllete anførselstegn rundt hele", "tittel: „Felles mal“\n", broken=True),
    ),
    "TIL605": (
        Edge("åtte sifre som begynner med 9", "kontakt: Tlf. 912 34 567\n", broken=True),
        Edge("åtte sifre som begynner med 4", "kontakt: Tlf. 41234567\n", broken=True),
        Edge("par av sifre", "kontakt: 91 23 45 67\n", broken=True),
        Edge("landkode foran", "kontakt: +4791234567\n", broken=True),
        Edge("landkode med to nuller", "kontakt: 0047 91 23 45 67\n", broken=True),
        Edge("et nummer i en annen tekst", "risiko: Ring 912 34 567.\n", broken=True),
        Edge("et nummer i et internt felt", "merknad: Ring 912 34 567.\n"),
        Edge("sju sifre", "kontakt: Tlf. 9123456\n"),
        Edge("ni sifre", "kontakt: Sak 912345678\n"),
        Edge("et organisasjonsnummer", "kontakt: 912 345 678\n"),
        Edge("en sum", "risiko: Koster 45 000 000 eller kr 45234567.\n"),
        Edge("kapittel og post", "risiko: Kap. 1550, post 45, og kap. 4550 post 01.\n"),
        Edge("en proposisjon", "risiko: Prop. 91 S (2023–2024).\n"),
        Edge("et saksnummer", "risiko: Sak 21/1234-5 og 24/45678-91.\n"),
        Edge("et ISBN", "risiko: ISBN 978-82-452-3456-7.\n"),
        Edge("årstall", "risiko: Fra 2019–2024 til 2024–2029.\n"),
        Edge("ukenumre", "risiko: Uke 40 41 42 43.\n"),
        Edge("sentralbordet, som begynner med 2", "kontakt: Tlf. 22 24 90 90\n"),
        Edge("@ uten punktum etter", "kontakt: kari@kdd\n"),
        Edge("@ med punktum etter", "kontakt: kari@kdd.no\n", broken=True),
        Edge("et postmottak", "kontakt: postmottak@kdd.dep.no\n"),
        Edge("en seksjons postkasse", "kontakt: seksjon.forvaltning@kdd.dep.no\n"),
    ),
    "TIL606": (
        Edge("Ã alene, som i portugisiske navn", "tittel: Samarbeid med SÃO PAULO\n"),
        Edge("tankestrek lest med feil tegnkoding", "tittel: Mal â€“ felles\n", broken=True),
        Edge("et tegn som er gått tapt", "tittel: Felles m\ufffdl\n", broken=True),
        Edge("feilmelding fra et regneark", 'tittel: "#NAME?"\n', broken=True),
        Edge("en emneknagg", 'tittel: "Kampanjen #delta"\n'),
        Edge("koden for et tegn i et regneark", "tittel: Felles_x000D_mal\n", broken=True),
        Edge("koden for et tegn på en nettside", "tittel: Lover &amp; regler\n", broken=True),
        Edge("& alene", "tittel: Lover & regler\n"),
    ),
    "TIL607": (
        Edge("bare et tegn", "risiko: /\n", broken=True),
        Edge("en strek der noe må stå", "tittel: –\n", broken=True),
        Edge("en strek der noe kan stå", "risiko: –\n", broken=True),
        Edge("et tall uten ord", "forum: 1.10\n", broken=True),
        Edge("tall mot hverandre", "risiko: 3 > 2\nmerknad: 2:1\n"),
        Edge("fra og til", "risiko: 3–5\n"),
        Edge("en paragraf", "risiko: § 5\n"),
        Edge("en andel er noe", "merknad: 80 %\nrisiko: 80 %\n"),
        Edge("et ord for det som skal komme", "risiko: TODO avklares med FIN\n", broken=True),
        Edge("det samme i vanlige ord", "risiko: Alt er å gjøre.\n"),
        Edge("kryss for et tall", "risiko: Vi mangler XX stillinger.\n", broken=True),
        Edge("teksten mangler ikke bare", "risiko: Hjemmelen mangler.\n"),
        Edge("tegnet for tekst på linjene under", "risiko: -< Få deltar.\n", broken=True),
        Edge("mindre enn", "risiko: < 5 prosent deltar.\n"),
    ),
    "TIL608": (
        Edge("flere felt under hverandre", f"{ENDS}  forum: A\n  risiko: B\n", broken=True),
        Edge(
            "i en milepæl",
            "milepæler:\n- id: M1\n  tekst: >\n    A.\n    frist: 2025\n",
            broken=True,
        ),
        Edge("et felt som er fylt ut", f"{ENDS}  status: vedtatt\n"),
        Edge(
            "midt i en setning", "beskrivelse: >-\n  Alle bruker samme\n  forum: de møtes ofte.\n"
        ),
        Edge("med tekst under", f"{ENDS}  forum: A\n  Alle møtes ofte.\n"),
        Edge("i anførselstegn på én linje", 'risiko: "Få deltar. forum: Strategisk forum"\n'),
    ),
    "TIL902": (
        Edge(
            "32 lister inni hverandre, under «tiltak»",
            f"{HEAD_LINES}tiltak: {'[' * 32}{']' * 32}\n",
            broken=True,
        ),
    ),
}
