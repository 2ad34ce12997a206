"""Paths found by the guide: the same answer in Python and in the browser."""
