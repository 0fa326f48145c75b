"""Where the program of one file begins."""

import os

from tiltak_cli.__main__ import main

# The programs that it starts (git) are to find the libraries of the machine, not those it carries.
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = before
main()
