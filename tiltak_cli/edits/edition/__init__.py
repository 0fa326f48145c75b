"""`tiltak edition`: what is written in the register and in git."""
