"""Two editions that come from the same one, put together by measure and field, as plain data."""
