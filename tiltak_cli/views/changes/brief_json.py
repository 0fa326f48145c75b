"""The news for programs: each sentence with the measures that it is about, and the counts."""

from typing import Any

from tiltak_cli.changes.brief.whole import in_brief
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.views import brief
from tiltak_cli.wording import Wording


def brief_json(comparison: Comparison, say: Wording) -> dict[str, Any]:
    """The sentences, the weightiest first, and the rest as counts. Keys are English, as in diff."""
    news = in_brief(comparison)
    texts = brief.told(news, say)
    return {
        "sentences": [
            {
                "matter": sentence.matter.value,
                "claim": each.claim,
                "text": each.text,
                "line": brief.line(sentence, say),
                "measures": [subject.id for subject in sentence.subjects],
            }
            for sentence, each in zip(news.sentences, texts, strict=True)
        ],
        "rest": [{"text": brief.item(item, say), "measures": list(item.ids)} for item in news.rest],
    }
