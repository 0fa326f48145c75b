"""What every sheet is made with: cells, looks, tables, pages and the finished file."""
