"""What people have done to the lines of a register that is not read as it was meant."""
