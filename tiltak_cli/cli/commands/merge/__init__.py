"""`tiltak merge`: two sides of a register put together."""
