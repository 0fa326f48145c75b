"""The front page of the meeting workbook: how it goes, what is new, and what leaders decide."""
