"""What changed between two editions, in the forms that are text."""
