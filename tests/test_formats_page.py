"""tests/spec/formats.md shows what the formats give now, every one of them."""

import os

import formats_page
from reconcile.report import BINARY, EXCHANGE, FORMATS


def test_the_page_of_the_formats_is_current() -> None:
    page, picture = formats_page.page(), formats_page.picture()
    if os.environ.get("RECONCILE_REWRITE"):
        formats_page.PAGE.write_text(page, encoding="utf-8")
        formats_page.PICTURE.write_text(picture, encoding="utf-8")
    assert page == formats_page.PAGE.read_text(encoding="utf-8"), "RECONCILE_REWRITE=1 makes it anew"
    assert picture == formats_page.PICTURE.read_text(encoding="utf-8")


def test_every_format_has_a_section_and_every_picture_is_there() -> None:
    page = formats_page.PAGE.read_text(encoding="utf-8")
    for name in (*FORMATS, *BINARY, *EXCHANGE):
        assert f"\n## {name}\n" in page
    for line in page.splitlines():
        if line.startswith("!["):
            assert (formats_page.PAGE.parent / line.partition("](")[2].rstrip(")")).is_file()
