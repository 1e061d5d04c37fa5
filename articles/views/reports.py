"""Reports."""
REPORTS = ()
