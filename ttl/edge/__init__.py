"""Finished public pages, kept and answered before Django: docs/adr/0028-pages-that-are-kept.md."""
