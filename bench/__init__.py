"""How much of a processor each page takes, beside a bare Django view; run it with `make bench`."""
