"""`tiltak git`: its commands, and what git runs for every version of a file."""
