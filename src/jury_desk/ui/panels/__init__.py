"""Parts of pages that bring their own model along, so that more than one page can show them."""
