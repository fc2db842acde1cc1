"""What a reader keeps in mind from sentence to sentence: who was spoken of, what was counted, who spoke."""

from dataclasses import dataclass


@dataclass(slots=True)
class Memory:
    """The nearest words that a later pronoun can stand for.

    Attributes:
        one, many: the last subject that was one person or thing, and the last that was several.
        counted: what the last figure counted.
        speaker: who spoke last.
        quoting: whether the sentence before ended inside or with that speaker's words.
    """

    one: str = ""
    many: str = ""
    counted: str = ""
    speaker: str = ""

    def stands_for(self, pronoun: str) -> str:
        """What a pronoun stands for; "" where nothing fits."""
        if pronoun in ("he", "she", "him", "her", "it", "this"):
            return self.one
        return self.many if pronoun in ("they", "them", "these", "those") else ""
