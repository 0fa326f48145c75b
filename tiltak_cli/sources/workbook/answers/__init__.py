"""What people have written in an exported workbook, read cell by cell and held against its base."""
