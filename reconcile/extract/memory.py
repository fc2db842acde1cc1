"""What a reader keeps in mind from sentence to sentence: who was spoken of, what was counted, who spoke."""

from dataclasses import dataclass


@dataclass(slots=True)
class Memory:
    """The nearest words that a later pronoun can stand for; "" where there are none.

    Attributes:
        names: words of the article known to be names.
        afloat: whether the article tells of ships.
        person: the last person named as a subject or a speaker.
        thing: the last other subject that was one.
        ship: the same where it is a ship, until a person is spoken of.
        many: the last subject that was several.
        counted: what the last figure counted.
        speaker: whose words a quotation goes on with.
        open: whether a quotation that began in a sentence before is still open.
    """

    names: frozenset[str]
    afloat: bool = False
    person: str = ""
    thing: str = ""
    ship: str = ""
    many: str = ""
    counted: str = ""
    speaker: str = ""
    open: bool = False

    def stands_for(self, pronoun: str) -> str:
        """What a pronoun stands for; "" where nothing fits."""
        if pronoun == "she" and self.ship:
            return self.ship
        if pronoun in ("he", "she"):
            return self.person
        if pronoun == "it":
            return self.thing
        return self.many if pronoun == "they" else ""
