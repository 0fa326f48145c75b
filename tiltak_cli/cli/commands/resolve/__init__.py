"""`tiltak resolve`: settling what is marked in a register."""
