"""What is said where the past is not known as far back as it goes."""

ROWS = {
    "past.shallow": (
        "Kopien av git-depotet er grunn (shallow), og historien er bare kjent fra {since}.",
        "Kopien av git-depotet er grunn (shallow), og historia er berre kjend frå {since}.",
        "This copy of the git repository is shallow, and its history is known only from {since}.",
    ),
    "past.replaced": (
        "Historien i git er kuttet (git replace eller grafts), og bare kjent fra {since}.",
        "Historia i git er kutta (git replace eller grafts), og berre kjend frå {since}.",
        "The history in git is cut (git replace or grafts), and known only from {since}.",
    ),
    "past.lost": (
        "Historien i git kan ikke leses.",
        "Historia i git kan ikkje lesast.",
        "The history in git cannot be read.",
    ),
    # What could not be judged: before that day, or at all.
    "past.moves-before": (
        (
            "Frister som er flyttet før det, er ikke talt med, og for noen tiltak er det ikke "
            "vurdert hvor lenge de har stått uendret."
        ),
        (
            "Fristar som er flytta før det, er ikkje talde med, og for nokre tiltak er det ikkje "
            "vurdert kor lenge dei har stått uendra."
        ),
        (
            "Deadlines moved before that are not counted, and for some measures it is not judged "
            "how long they have stood unchanged."
        ),
    ),
    "past.moves": (
        "Det er ikke vurdert hvor ofte frister er flyttet, og hvor lenge tiltak har stått uendret.",
        "Det er ikkje vurdert kor ofte fristar er flytta, og kor lenge tiltak har stått uendra.",
        "How often deadlines have moved and how long measures have stood unchanged is not judged.",
    ),
    "past.postponed": (
        "For noen frister er det derfor ikke sagt hvor mange ganger de er utsatt.",
        "For nokre fristar er det derfor ikkje sagt kor mange gonger dei er utsette.",
        "For some deadlines it is therefore not said how many times they have been postponed.",
    ),
    "past.stale": (
        (
            "For {number:n.measure} er det derfor ikke vurdert om {number:pick.det|de} er endret "
            "siste {days:days}."
        ),
        (
            "For {number:n.measure} er det derfor ikkje vurdert om {number:pick.det|dei} er endra "
            "siste {days:days}."
        ),
        (
            "For {number:n.measure} it is not judged whether {number:pick.it|they} changed in the "
            "last {days:days}."
        ),
    ),
    "past.editions": (
        "Eldre utgaver kan mangle.",
        "Eldre utgåver kan mangle.",
        "Older editions may be missing.",
    ),
    "past.unshallow": (
        "Hent resten med «git fetch --unshallow».",
        "Hent resten med «git fetch --unshallow».",
        "Fetch the rest with “git fetch --unshallow”.",
    ),
    "past.replacements": (
        "«git replace --list» og filen .git/info/grafts viser hva som er byttet ut.",
        "«git replace --list» og fila .git/info/grafts viser kva som er bytt ut.",
        "“git replace --list” and the file .git/info/grafts show what has been replaced.",
    ),
}
