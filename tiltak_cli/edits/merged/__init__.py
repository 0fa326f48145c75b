"""Two sides of a register put together as text, with the comments of both."""
