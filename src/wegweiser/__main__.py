"""`python -m wegweiser` is the command line."""

from wegweiser.cli import main

main()
