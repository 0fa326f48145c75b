"""The commands: each a file, or a folder where `*command.py` is what Typer runs."""
