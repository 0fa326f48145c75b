"""What git tells of a register, as Markdown and JSON, and the words of it."""
