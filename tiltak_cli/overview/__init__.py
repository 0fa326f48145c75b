"""What a register shows on a day: counts, what to look at, what lies ahead, and from before."""
