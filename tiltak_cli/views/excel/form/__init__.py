"""The workbook that others fill in and send back: a letter, and sheets with cells to write in."""
