"""Exported workbooks, read again."""
