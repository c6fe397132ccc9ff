"""Wegweiser: structured records in, a checked, multilingual directory with a finder out."""
