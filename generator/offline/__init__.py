"""Copies that need no network: the folder in a zip, the single file. Made from the pages."""
