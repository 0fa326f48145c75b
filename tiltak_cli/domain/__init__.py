"""What a register is about: strategy, organisations, deadlines and measures. No files, no clock."""
