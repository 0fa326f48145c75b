"""What stands on the edge of each rule, by its code: tests, and a part of its manual page."""
