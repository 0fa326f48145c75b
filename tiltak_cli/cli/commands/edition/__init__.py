"""`tiltak edition`: its options, what the edition will hold, and its documents."""
