"""For every test: the cache of whoever runs the tests is neither used nor touched, nor by what a test starts."""

import os

os.environ["RECONCILE_NO_CACHE"] = "1"  # the tests of the cache take it away, and name a folder of their own
