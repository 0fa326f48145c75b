"""`tiltak set`, `add` and `remove`: a register changed from the command line."""
