"""How it goes, as Markdown and JSON, and the words that its forms share."""
