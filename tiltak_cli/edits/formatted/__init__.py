"""`tiltak format`: a register in the usual form."""
