"""What a spreadsheet would become: for programs, and as a register."""
