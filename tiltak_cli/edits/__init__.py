"""Changing a register's text: only the spans concerned, checked by reading it again."""
