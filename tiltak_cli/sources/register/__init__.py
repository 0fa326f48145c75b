"""A register as a whole: put together, checked, and judged by its settings."""
