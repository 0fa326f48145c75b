"""The exit codes. README tells them, and they never change their meaning."""

# Nothing found, nothing changed, or done as asked.
CLEAN = 0
# Something found, changed, or not in order; or a question was answered with no.
FOUND = 1
# Wrong usage, or what cannot be read or written.
UNUSABLE = 2
INTERNAL_ERROR = 3
INTERRUPTED = 130
