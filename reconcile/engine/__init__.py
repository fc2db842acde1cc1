"""How the work is done, not what it is: over processes, remembered by content, counted for whoever waits.

engine        Engine, the `Means` of the commands
crew          the processes that help
cache         what earlier runs came to, on disk, in the user's cache folder
fingerprint   what the results depend on besides the articles: the program itself

What comes in: tasks of the pipeline with their items. What goes out: the results, in the order of the items, the same
as if each had been worked out here and now. Verdicts are no result, and are never kept.
"""

from reconcile.engine.cache import Cache
from reconcile.engine.engine import Engine, processors
from reconcile.engine.work import at_work, last_work

__all__ = ["Cache", "Engine", "at_work", "last_work", "processors"]
