"""The workbook of changes, to go through in a meeting."""
