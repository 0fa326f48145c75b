"""A sheet held against a register that is there: which measure is which, and what differs."""
