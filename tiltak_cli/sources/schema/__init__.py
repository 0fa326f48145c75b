"""The JSON schema: made from the strategy, and what is said of what it forbids."""
