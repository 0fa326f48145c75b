"""The commands: each a file, or a folder whose `command.py` is what Typer runs."""
