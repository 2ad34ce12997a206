"""Everything computed for display: what a page needs, as opposed to what an editor typed."""
