"""The exit codes. README tells them, and they never change their meaning."""

# Nothing found, nothing changed, or done as asked.
CLEAN = 0
# Something found, changed, or not in order; or a question was answered with no.
FOUND = 1
# Wrong usage, or what cannot be read or written.
UNUSABLE = 2
INTERNAL_ERROR = 3
INTERRUPTED = 130

# `tiltak merge`, and what git runs to merge, give the number of conflicts up to 127, as git's own
# programs do. Whatever else there is to say is above that.
MOST_CONFLICTS = 127
CANNOT_MERGE = 129
MERGE_FAILED = 134
MERGING = (["merge"], ["git", "merge"])


def code_of(arguments: list[str], code: int) -> int:
    """An exit code as the command that was run tells it."""
    if not any(arguments[: len(words)] == words for words in MERGING):
        return code
    return {UNUSABLE: CANNOT_MERGE, INTERNAL_ERROR: MERGE_FAILED}.get(code, code)
