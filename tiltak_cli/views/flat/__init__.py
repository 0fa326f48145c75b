"""Registers and workbooks as flat lines, for git to compare."""
