"""What two editions share, and whose comments changed."""
