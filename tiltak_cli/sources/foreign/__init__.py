"""Spreadsheets that others have made, read as what a register may begin with."""
