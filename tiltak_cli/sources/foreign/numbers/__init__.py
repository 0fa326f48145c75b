"""The ids that a sheet's measures get, and what names measures by their numbers in it."""
