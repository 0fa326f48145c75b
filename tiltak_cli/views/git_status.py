"""What is said of how git is set up: what is made, what is missing, and what is dangerous."""

from collections.abc import Iterable

from tiltak_cli.domain.norwegian import counted, listed
from tiltak_cli.sources.git_install.attributes import lines_for
from tiltak_cli.sources.git_install.drivers import REGISTER, drivers, kind_of, program_in
from tiltak_cli.sources.git_install.install import Covered, Setting, State
from tiltak_cli.views.safe import one_line

WHERE = {"--local": "Dette depotet", "--global": "Alle depotene dine"}
MAX_FILES = 10
OURS = "tiltak"


def installed_text(state: State, *, was_there: bool) -> str:
    """What is set up, and what git now says of the files in the repository."""
    begin = "Oppsettet er oppdatert" if was_there else "Git er satt opp"
    lines = [f"{begin}. «git diff» og «git log -p» viser nå tiltakene felt for felt."]
    lines.append("«git merge» slår dem sammen på samme måte.")
    lines += [f"  {line}" for line in _facts(state)]
    lines += _files(state.files)
    lines += _remarks(problems([state]), warnings(state.files), "")
    return "\n".join(lines) + "\n"


def removed_text(state: State) -> str:
    """What was taken away, given how it was before."""
    place = WHERE[state.place.scope].casefold()
    left = [setting.key for setting in state.settings if setting.foreign]
    kept = f" {listed(left)} er satt av noen andre og er ikke rørt." if left else ""
    if state.untouched and not state.attributes.marked:
        return f"Ingenting var satt opp for {place}.{kept}\n"
    return f"Tok bort oppsettet for {place}.{kept}\n"


def status_text(states: list[State]) -> str:
    """What is set up in each place, which files it is about, and what is wrong with it."""
    lines: list[str] = []
    for state in states:
        setup = "ikke satt opp" if state.untouched else "satt opp"
        lines.append(f"{WHERE[state.place.scope]} ({state.place.scope}): {setup}.")
        lines += [] if state.untouched else [f"  {line}" for line in _facts(state)]
    lines += _files(states[0].files)
    if all(state.untouched for state in states):
        lines.append("Git viser filene som de er. «tiltak git install» setter det opp.")
    lines += _remarks(problems(states), warnings(states[0].files), _remedy(states))
    return "\n".join(lines) + "\n"


def problems(states: list[State]) -> tuple[str, ...]:
    """What is missing, old or without effect, each as a sentence; nothing where all is in order."""
    used = [state for state in states if not state.untouched]
    sentences = [sentence for state in used for sentence in _faults(state)]
    # What is overruled is told once, whatever place it is set up in.
    sentences += [_overruled(file) for file in states[0].files if used and not _shown(file)]
    sentences += [_merged_otherwise(file) for file in states[0].files if used and _left(file)]
    return tuple(sentences)


def in_order(states: list[State]) -> bool:
    """Whether git is set up in one of the places, with nothing missing and no danger."""
    used = not all(state.untouched for state in states)
    return used and not problems(states) and not warnings(states[0].files)


def _overruled(file: Covered) -> str:
    why = "git har ikke fått vite om den"
    if file.diff not in ("unspecified", "unset"):
        why = f"en annen linje om attributter gir den «diff={one_line(file.diff)}»"
    elif file.diff == "unset":
        why = "en annen linje om attributter gir den «-diff» eller «binary»"
    return f"«{one_line(file.path)}» vises som den er, for {why}."


def _left(file: Covered) -> bool:
    """Whether a register has been given another way to be merged."""
    merged = kind_of(file.path) == REGISTER
    return merged and _shown(file) and file.merge not in ("unspecified", "union", OURS)


def _merged_otherwise(file: Covered) -> str:
    given = "-merge" if file.merge == "unset" else f"merge={one_line(file.merge)}"
    return (
        f"«{one_line(file.path)}» slås ikke sammen felt for felt, for en annen linje om "
        f"attributter gir den «{given}»."
    )


def warnings(files: Iterable[Covered]) -> tuple[str, ...]:
    """A sentence for each register that git may spoil when it merges."""
    return tuple(
        f"«{one_line(file.path)}» har «merge=union»: når to har endret det samme, setter git "
        "linjene deres etter hverandre uten å si fra, og felt fra ett tiltak kan havne i et "
        "annet. Ta bort «merge=union» for filen i .gitattributes."
        for file in files
        if file.merge == "union"
    )


def _shown(file: Covered) -> bool:
    return file.diff == OURS or file.diff.startswith(f"{OURS}-")


def _faults(state: State) -> list[str]:
    place = one_line(state.place.attributes)
    faults = [f"Programmet «{one_line(path)}» finnes ikke lenger." for path in state.gone]
    lines = lines_for(state.attributes, state.drivers, ())
    missing = [line for line in lines if line not in state.attributes.lines]
    if missing:
        faults.append(f"I «{place}» mangler linjen «{one_line(missing[0])}»{_more(missing)}.")
    absent = [setting.key for setting in state.settings if setting.now is None]
    if absent:
        faults.append(f"Innstillingen {absent[0]} mangler{_more(absent)}.")
    foreign = [setting.key for setting in state.settings if setting.foreign]
    if foreign:
        faults.append(f"Innstillingen {foreign[0]} er satt til noe annet{_more(foreign)}.")
    old = [setting.key for setting in state.settings if _is_old(setting)]
    if old:
        faults.append(f"Innstillingen {old[0]} er fra en annen versjon av tiltak{_more(old)}.")
    return faults


def _is_old(setting: Setting) -> bool:
    """Whether another version made a setting in another way; the program may be another."""
    if setting.now is None or setting.foreign or setting.now == setting.wanted:
        return False
    again = drivers(program_in(setting.now)) if program_in(setting.now) else ()
    return (setting.key, setting.now) not in {pair for driver in again for pair in driver.settings}


def _more(items: list[str]) -> str:
    return f" (og {len(items) - 1} til)" if len(items) > 1 else ""


def _facts(state: State) -> list[str]:
    """Where it stands, for which files, and what is run."""
    patterns = dict.fromkeys(line.rpartition(" ")[0] for line in state.attributes.lines)
    programs = dict.fromkeys(" ".join(program_in(setting.now or "")) for setting in state.settings)
    run = listed(program for program in programs if program)
    return [
        f"står i:    {one_line(state.place.attributes)} og «git config {state.place.scope}»",
        f"gjelder:   {one_line(', '.join(patterns)) or 'ingen filer'}",
        f"kjører:    {one_line(run) or 'ikke noe program'}",
    ]


def _files(files: tuple[Covered, ...]) -> list[str]:
    """The files in the repository that are shown as measures."""
    shown = [one_line(file.path) for file in files if _shown(file)]
    if not shown:
        return []
    more = len(shown) - MAX_FILES
    rest = [f"  … og {more} til"] if more > 0 else []
    noun = counted(len(shown), "fil", "filer")
    return [f"{noun} i depotet vises slik:", *(f"  {p}" for p in shown[:MAX_FILES]), *rest]


def _remarks(faults: tuple[str, ...], dangers: tuple[str, ...], remedy: str) -> list[str]:
    lines = [f"mangler: {fault}" for fault in faults]
    lines += [f"råd: {remedy}"] if faults and remedy else []
    return lines + [f"advarsel: {danger}" for danger in dangers]


def _remedy(states: list[State]) -> str:
    """The command that mends what is wrong; what others have written can only be said."""
    wrong = [state.place.scope for state in states if not state.untouched and _faults(state)]
    option = " --global" if wrong == ["--global"] else ""
    return f"Kjør «tiltak git install{option}», så blir det rettet."
