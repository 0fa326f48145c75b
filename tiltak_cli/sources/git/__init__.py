"""Asking git: revisions, names of revisions, and where a register lay before."""
