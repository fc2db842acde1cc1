"""What looks like a figure or a date in an article and was not read as one, and why.

What comes in: a Source. What goes out: for each place its Span and the reason, in order.
"""

from reconcile.extract import figures
from reconcile.extract.dates.words import unread
from reconcile.extract.found import Refusal
from reconcile.extract.mining import mine
from reconcile.model import Part, SetAside, Source, When


def refusals(source: Source) -> tuple[SetAside, ...]:
    """The places that were looked at and refused, and those that were not looked at: furniture, section heads."""
    found = list(source.set_aside)
    heads = [block for block in source.blocks if block.part is Part.HEADING]
    found += [SetAside(block.span, "section heads are not read") for block in heads]
    for mined in mine(source):
        taken = [(one.start, one.end) for one in mined.found]
        dates = [(one.start, one.end) for one in mined.found if isinstance(one.value, When)]
        noted: list[Refusal] = []
        figures.find(mined.flow.text, dates, noted)
        noted += unread(mined.flow.text, taken)
        found += [SetAside(mined.flow.span(one.start, one.end), one.reason) for one in noted]
    return tuple(sorted(found, key=lambda one: (one.span, one.reason)))
