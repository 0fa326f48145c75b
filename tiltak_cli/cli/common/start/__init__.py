"""What a command that begins a register has to know."""
