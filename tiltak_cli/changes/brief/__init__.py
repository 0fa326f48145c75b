"""«I korte trekk»: what a leader wants to know of two editions, in at most six sentences."""
