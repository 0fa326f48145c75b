"""`tiltak import`: what workbooks bring back."""
