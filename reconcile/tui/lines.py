"""What the queue and the articles have in common: lines of which only those in sight are made."""

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class Lines(ScrollView):
    """A pane of lines to scroll in; `base` is the style below them, looked up once for all that are painted."""

    base = Style()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Some lines of the screen."""
        self.base = self.rich_style
        return super().render_lines(crop)

    def watch_show_vertical_scrollbar(self) -> None:
        """A scrollbar that comes stands where the pane is scrolled to already."""
        self.vertical_scrollbar.position = self.scroll_y

    def measure(self, width: int, lines: int) -> None:
        """Take so much room to scroll in; the screen is laid out anew only where the scrollbar comes or goes."""
        size, height = Size(width, lines), self.scrollable_content_region.height
        if (lines > height) != (self.virtual_size.height > height) or width != self.virtual_size.width:
            self.virtual_size = size
        elif lines != self.virtual_size.height:
            self.set_reactive(ScrollView.virtual_size, size)
            if self.show_vertical_scrollbar:
                self.vertical_scrollbar.window_virtual_size = lines
