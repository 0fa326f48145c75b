"""The report for programs: one versioned JSON object. `schema/rapport.schema.json` holds the form.

Keys and codes are the same in every language; only sentences follow it.
"""

import json
import re
from typing import Any

from tiltak_cli.changes.change import Change
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.left_out import names_of
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.ahead import WITHIN
from tiltak_cli.overview.attention import Attention
from tiltak_cli.overview.counts import AreaOverview, Counts, MinistryOverview, Overview
from tiltak_cli.overview.summary import question, summary
from tiltak_cli.overview.trend import Point, trend
from tiltak_cli.overview.waiting import waiting
from tiltak_cli.views.changes.brief_json import brief_json
from tiltak_cli.views.report import words
from tiltak_cli.wording import Language, Wording, wording

# Grows when readers must be rewritten.
VERSION = 1
# A lone surrogate is not text in UTF-8, and some readers act on the rest.
ESCAPED = "[\x7f-\x9f\u2028\u2029\ud800-\udfff]"


def report_json(seen: Overview, comparison: Comparison | None, language: Language) -> str:
    """The head, the counts, what needs attention and why, the gaps, the measures, the changes."""
    say, register = wording(language), seen.register
    document = {
        "versjon": VERSION,
        "språk": str(language),
        "strategi": register.strategy.title,
        "utgave": register.edition,
        "per_dato": register.as_of.isoformat() if register.dated else None,
        "rapportdato": seen.report_date.isoformat(),
        "ansvarlig": register.keeper,
        "oppsummering": say.phrases(summary(seen)),
        "utvalg": {"tiltak": len(seen.measures), "av": len(register.measures)},
        "situasjoner": _counts(seen.situations),
        "statuser": {str(status): number for status, number in seen.statuses.items()},
        "målområder": [_area(area) for area in seen.areas],
        "retningsvalg": [
            {
                "id": overview.direction.code,
                "tekst": overview.direction.text,
                "målområde": overview.direction.area,
                "tiltak": _ids(overview.measures),
                "situasjoner": _counts(overview.situations),
            }
            for overview in seen.directions
        ],
        "departementer": [_ministry(ministry, seen, say) for ministry in seen.ministries],
        "oppmerksomhet": [
            _attention(each, say) for attention in seen.attention for each in attention.each
        ],
        "retningsvalg_uten_tiltak": [direction.code for direction in seen.uncovered],
        "departementer_uten_rolle": [ministry.code for ministry in seen.without_role],
        "over_fristen": _ids(seen.overdue),
        "etter_strategiperioden": _ids(seen.beyond_period),
        "kommende_frister": [
            {
                "tiltak": due.measure.id,
                "milepæl": due.milestone.id if due.milestone else None,
                "frist": due.deadline.text,
                "siste_frist": due.deadline.last.isoformat(),
                "dager": due.days,
            }
            for due in seen.forecast.due
        ],
        "frister_innen": [
            {
                "dager": days,
                "tiltak": seen.forecast.due_within(days),
                "milepæler": seen.forecast.milestones_within(days),
            }
            for days in WITHIN
        ],
        "belastning": _load(seen, say),
        "flyttede_frister": [
            {
                "tiltak": moved.measure.id,
                "første_frist": moved.first.text,
                "frist": moved.measure.deadline.text if moved.measure.deadline else None,
                "ganger": moved.times,
                "dager": moved.days,
            }
            for moved in seen.forecast.moved
        ],
        "videreført": [carried.measure.id for carried in seen.carried_over],
        "videreført_utfall": [
            {
                "tiltak": carried.measure.id,
                "periode": carried.origin.period,
                "tidligere_id": carried.origin.id or None,
                "status_da": carried.origin.status or None,
                "utfall": str(carried.outcome),
                "tekst": say.phrases(carried.said),
            }
            for carried in seen.carried_over
        ],
        "tiltak": [_measure(measure, seen) for measure in seen.measures],
        "avhengigheter": [
            {
                "på": each.target.id,
                "venter": _ids(each.measures),
                "ferdig": each.done,
                "tekst": say.phrase(each.said),
            }
            for each in waiting(seen)
        ],
        "utvikling": [_point(point) for point in trend(seen, comparison)],
        "korte_trekk": _news(comparison, say) if comparison else None,
        "endringer": _changes(comparison, say) if comparison else None,
    }
    if register.left_out:
        document["utelatt"] = names_of(register.left_out)
    if seen.cut:
        since = seen.cut.since.isoformat() if seen.cut.since else None
        document["historie"] = {"kjent_fra": since, "merknad": words.past(seen, say)}
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return re.sub(ESCAPED, lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _load(seen: Overview, say: Wording) -> dict[str, Any]:
    return {
        "kvartaler": [quarter.text for quarter in seen.forecast.quarters],
        "ansvarlige": [
            {
                "kode": lead.code,
                "navn": words.organisation(lead.code, seen, say),
                "per_kvartal": lead.counts,
                "senere": lead.later,
            }
            for lead in seen.forecast.load
        ],
    }


def _ids(measures: tuple[Measure, ...]) -> list[str]:
    return [measure.id for measure in measures]


def _counts(counts: Counts) -> dict[str, int]:
    return {str(situation): number for situation, number in counts.items()}


def _area(overview: AreaOverview) -> dict[str, Any]:
    return {
        "id": overview.area.code,
        "navn": overview.area.name,
        "tiltak": overview.total,
        "situasjoner": _counts(overview.situations),
        "statuser": {str(status): number for status, number in overview.statuses.items()},
    }


def _ministry(ministry: MinistryOverview, seen: Overview, say: Wording) -> dict[str, Any]:
    return {
        "kode": ministry.code,
        "navn": words.organisation(ministry.code, seen, say),
        "ansvarlig": _ids(ministry.responsible),
        "utførende": _ids(ministry.executing),
        "deltar": _ids(ministry.participating),
        "alle_deltar": ministry.everyone,
        "ansvarlig_per_målområde": ministry.areas,
        "røde_eller_forsinket": ministry.late,
        "frist_snart": ministry.due_soon,
    }


def _attention(item: Attention, say: Wording) -> dict[str, Any]:
    return {
        "tiltak": item.measure.id if item.measure else None,
        "retningsvalg": None if item.measure else item.code,
        "tittel": say.value(item.title),
        "poeng": item.points,
        "grunner": [
            {"kode": reason.key.removeprefix("attention."), "tekst": say.phrase(reason)}
            for reason in item.said
        ],
        "spørsmål": say.phrase(question(item)),
        "forum": item.measure.forum or None if item.measure else None,
    }


def _measure(measure: Measure, seen: Overview) -> dict[str, Any]:
    day, due = seen.report_date, measure.deadline
    late = measure.overdue(day)
    return {
        "id": measure.id,
        "tittel": measure.title,
        "målområder": measure.areas,
        "retningsvalg": measure.directions,
        "ansvarlig": measure.responsible,
        "status": str(measure.status) if measure.status else None,
        "situasjon": str(seen.standings[measure.id]),
        "prioritet": str(measure.priority) if measure.priority else None,
        "frist": due.text if due else None,
        "siste_frist": due.last.isoformat() if due else None,
        "dager_over_fristen": (day - due.last).days if due and late else 0,
        "ikke_startet_etter_plan": measure.late_start(day),
    }


def _point(point: Point) -> dict[str, Any]:
    fell = point.deadlines
    return {
        "utgave": point.edition,
        "per_dato": point.day.isoformat(),
        "tiltak": point.total,
        "situasjoner": _counts(point.situations),
        "frister": {"holdt": fell.kept, "flyttet": fell.moved, "ikke_holdt": fell.missed}
        if fell
        else None,
    }


def _news(comparison: Comparison, say: Wording) -> dict[str, Any]:
    news = brief_json(comparison, say)
    return {
        "setninger": [
            {
                "om": each["matter"],
                "påstand": each["claim"],
                "tekst": each["text"],
                "linje": each["line"],
                "tiltak": each["measures"],
            }
            for each in news["sentences"]
        ],
        "ellers": [{"tekst": each["text"], "tiltak": each["measures"]} for each in news["rest"]],
    }


def _changes(comparison: Comparison, say: Wording) -> dict[str, Any]:
    return {
        "fra": _side(comparison.old),
        "til": _side(comparison.new),
        "nivåer": {str(level): number for level, number in comparison.by_level().items()},
        "slag": {kind.code: number for kind, number in comparison.by_kind()},
        "liste": [_change(change, say) for change in comparison.all],
        "kalender": [_change(change, say) for change in comparison.calendar],
    }


def _side(register: Register) -> dict[str, Any]:
    return {
        "utgave": register.edition,
        "per_dato": register.as_of.isoformat() if register.dated else None,
        "tiltak": len(register.measures),
    }


def _change(change: Change, say: Wording) -> dict[str, Any]:
    return {
        "fingeravtrykk": change.fingerprint,
        "slag": change.kind.code,
        "nivå": str(change.kind.level),
        "tiltak": change.measure_id or None,
        "tittel": change.title or None,
        "felt": change.field or None,
        "tekst": say.phrases(change.said),
        "grunn": change.why or None,
    }
