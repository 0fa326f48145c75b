"""Measures as data for other programs, and as YAML."""
