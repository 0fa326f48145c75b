"""What revisions in git tell of a register, and of its measures before."""
