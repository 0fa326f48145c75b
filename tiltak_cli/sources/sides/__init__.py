"""What a user may name as a side: a path, a revision, an edition or a day."""
