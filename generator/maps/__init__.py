"""The map of pathways: a guide becomes a network, a grid, then shapes with numbers; templates draw them.

Pure geometry, no clock, no chance: the same guide gives the same bytes (docs/adr/0006).
"""
