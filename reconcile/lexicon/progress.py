"""How much of a vote is counted so far: "with 96 percent of the polling stations counted", "68% of precincts in".

What goes out: the pattern of what stands behind such a share. Both the alignment and the comparison look for it.
"""

from typing import Final

SO_FAR: Final = r"of (?:the |all )?(?:[\w-]+\s+){1,2}(?:counted|reporting|tallied|processed|in(?=[,.;]|$))"
