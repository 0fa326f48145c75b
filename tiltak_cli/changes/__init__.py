"""What changed between two editions, classified by what it means."""
