"""What workbooks bring back, put together with the register as it is now."""
