"""The rules as pages of a manual."""
