"""Which measure of one edition is which of another, whatever their numbers are."""
