"""What commands share: the terminal, options, opening registers, writing results."""
