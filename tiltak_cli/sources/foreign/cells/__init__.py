"""A file of someone else's, whatever kind it is, as sheets of cells."""
