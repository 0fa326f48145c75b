"""Values to what people and programs read: text, tables, JSON, Markdown and workbooks."""
