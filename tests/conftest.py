"""For every test: the cache of whoever runs the tests is neither used nor touched, nor by what a test starts.

Laws have no deadline: the first example of a process reads the lexicon and compiles what comes after, which takes a
busy machine longer than any example may.
"""

import os

from hypothesis import settings

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

os.environ["RECONCILE_NO_CACHE"] = "1"  # the tests of the cache take it away, and name a folder of their own
