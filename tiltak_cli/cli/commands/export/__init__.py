"""`tiltak export`: its options, the columns that are chosen, and the forms."""
