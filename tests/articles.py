"""Articles of a few sentences, a copy of one that was lightly edited, and one on something else."""

from reconcile.compare import origins
from reconcile.model import Source
from reconcile.read import read_text


def article(slug: str, text: str, publisher: str = "", agency: str = "") -> Source:
    return read_text(text, slug=slug, publisher=publisher, agency=agency)


STORY = (
    "The harbour wall at Arden broke in the night and the lower town stood under water by the morning. Crews in rubber "
    "boats took families from the roofs, and the school on the hill was opened for those who had nowhere to go. The "
    "mayor asked people to stay away from the quay until engineers had looked at what is left of the wall. "
)
EDITED = (
    "The harbour wall at Arden broke overnight and the lower town stood under water by the morning. Crews in rubber "
    "boats took families from the roofs, and the gym on the hill was opened for those who had nowhere to go. Holt, the "
    "mayor, asked people to stay away from the quay until engineers had looked at what is left of the wall. "
)
OTHER = (
    "Arden woke to a flood on Monday after part of its sea defences gave way. Firefighters said that dozens of people "
    "were brought out by boat. Schools took them in. Nobody may go near the port before an inspection is done there. "
)


def one_origin(*articles: Source) -> bool:
    return len(origins(articles)) == 1
