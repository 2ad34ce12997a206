"""How well the search answers what people write: graded queries, scores, and a browser that asks."""
