"""Benchmarks: ratios against a peer in one run, printed, never asserted. `make bench` runs them."""
