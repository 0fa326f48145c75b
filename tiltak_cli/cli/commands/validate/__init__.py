"""`tiltak validate`: in `command.py` its options, in `run.py` what it does without Typer."""
