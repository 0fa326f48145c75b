"""From bytes to a register with the place of every value: files, folders and git revisions."""
