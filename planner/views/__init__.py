"""What each address answers, one module for each part of the site; thin."""
