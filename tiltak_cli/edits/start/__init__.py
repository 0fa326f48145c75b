"""`tiltak init`: what a new register begins with."""
