"""Dates as people write them, in bokmål, nynorsk and English, and what cannot be read as one."""
