"""Setting up git so that it shows registers field by field."""
