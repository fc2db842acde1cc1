"""`python -m reconcile` is the command `reconcile`."""

from reconcile.cli import main

if __name__ == "__main__":  # a helping process may load this module too
    raise SystemExit(main())
