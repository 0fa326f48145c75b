"""The sheets of the meeting workbook, and what only they use."""
