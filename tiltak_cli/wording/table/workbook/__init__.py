"""What stands in the workbooks, in three languages."""
