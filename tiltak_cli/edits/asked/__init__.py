"""What is asked for fields on the command line: from values to operations."""
