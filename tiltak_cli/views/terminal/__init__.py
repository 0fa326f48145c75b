"""Tables and lists for the terminal, drawn by rich at a given width."""
