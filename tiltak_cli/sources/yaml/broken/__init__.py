"""What people have done to the lines of a register, so that they are not read as they were meant."""
