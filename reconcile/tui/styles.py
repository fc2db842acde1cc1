"""The names of the styles that the screen's words carry; a theme says what they look like."""

from typing import Final

from reconcile.model import Outcome

DONE: Final = "reconcile.done"  # what was done, and nothing left to do
QUIET: Final = "reconcile.quiet"  # heads, places, what was set aside
NAMED: Final = {outcome: f"reconcile.{outcome}" for outcome in Outcome}
