"""What of a comparison may leave the ministries."""

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.fields import BY_KEY


def public_changes(comparison: Comparison) -> Comparison:
    """The comparison without what has changed in internal fields."""
    internal = {key for key, field in BY_KEY.items() if not field.public}
    kept = tuple(change for change in comparison.changes if change.field not in internal)
    return comparison._replace(changes=kept)
