"""What only one source says is listed with what weighs most first: what was counted or paid, then the rest in order."""

from datetime import date

from reconcile.pipeline import read_text, reconcile
from reconcile.report import render

ARTICLES = {
    "post": "The hospital in Oste will close on June 30, the ministry said. A brass band played outside. The building "
    "dates from 1954. Last year 12 patients died on the way to another hospital.",
    "globe": "The hospital in Oste will be closed on June 30.",
}


def test_what_one_source_alone_says_is_listed_by_weight() -> None:
    sources = [read_text(text, slug=slug, published=date(2021, 5, 10)) for slug, text in ARTICLES.items()]
    text = render("text", reconcile(sources))
    shown = text[text.index("ONLY post SAYS") :]
    assert shown.index("12 patients") < shown.index("brass band") < shown.index("1954")
