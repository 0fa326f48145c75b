"""`tiltak init`: what a new register begins with, asked for and made."""
