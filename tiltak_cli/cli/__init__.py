"""The commands: read arguments, call, show, exit. The only place that knows clock and terminal."""
