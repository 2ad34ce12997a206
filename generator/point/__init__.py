"""« Faire le point »: from a few answers to a few ways, the same in Python and in the browser."""
