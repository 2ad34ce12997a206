"""« Faire le point »: the same answer in Python and in the browser."""
