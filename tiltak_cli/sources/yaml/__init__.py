"""Text to plain data with places, and what is wrong with the text."""
