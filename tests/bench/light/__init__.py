"""How light and how well made the pages are for their readers, beside other ways to publish them."""
