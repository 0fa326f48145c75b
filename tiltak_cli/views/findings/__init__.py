"""Findings, in each of the forms of `validate --format`."""
