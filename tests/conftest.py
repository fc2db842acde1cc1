"""For every test: the cache of whoever runs the tests is neither used nor touched, nor by what a test starts.

Laws have no deadline: the first example of a process reads the lexicon and compiles what comes after, which takes a
busy machine longer than any example may.

Whoever starts the tests in the background of a script has them and all that they start ignore an interruption:
what is interrupted here is to end all the same.
"""

import os
import signal

from hypothesis import settings

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

os.environ["RECONCILE_NO_CACHE"] = "1"  # the tests of the cache take it away, and name a folder of their own

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
