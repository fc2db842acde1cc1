"""What the project's own part of a W3C Web Annotation is called, for who writes annotations and who reads them.

The standard has no word for the hash of a source or for a reading of figures; these stand beside its own terms under a
prefix, which readers that do not know it leave alone.
"""

from typing import Final

PREFIX: Final = "reconcile:"
NAMESPACE: Final = "urn:reconcile:"  # what PREFIX stands for
CLAIM: Final = f"{NAMESPACE}claim:"  # before a claim's id
SHA256: Final = f"{PREFIX}sha256"
SLUG: Final = f"{PREFIX}slug"
TOPIC: Final = f"{PREFIX}topic"
CONTEXT: Final = ("http://www.w3.org/ns/anno.jsonld", {"reconcile": NAMESPACE})
