"""How civil comments are put together: whole lines first, then an opinion and what it rests on."""

from random import Random

from moderation.newsroom.lines import sections

#: Before an opinion, and after it; most have neither.
OPENERS = (
    "Honestly? ", "Long-time reader, first comment. ", "I will keep it short. ", "Unpopular view: ",
    "After sleeping on it: ", "Let me put it this way. ", "Late to this, but: ", "From the east side: ",
    "Speaking for myself alone: ", "I have gone back and forth. ",
)  # fmt: skip
CLOSERS = (
    " That is all.", " Happy to be shown that I am wrong.", " See you on the ninth.", " Have a good evening, all.",
    " And now back to work.", " Change my mind.", " I sign with my name.", " Thank you for the article.",
)  # fmt: skip


class Talk:
    """What is said under one article, no text twice."""

    def __init__(self, piece: str, chance: Random) -> None:
        """Draw from the lines of a piece."""
        self._chance, self._lines = chance, sections(piece)
        self._waiting: dict[str, list[str]] = {}
        self._said: set[str] = set()
        self._whole = list(chance.sample(self._lines["lone"], len(self._lines["lone"])))

    def civil(self) -> str:
        """Return a comment of its own."""
        if self._whole and self._chance.random() < 0.4:
            return self._whole.pop()
        while True:
            side = self._chance.choice(("for", "against"))
            text = self._dressed(f"{self._drawn(side + '.claim')} {self._drawn(side + '.because')}")
            if text not in self._said:
                self._said.add(text)
                return text

    def reply(self) -> str:
        """Return an answer, with `{name}` where the other's name goes."""
        return self._drawn("reply")

    def _dressed(self, text: str) -> str:
        chance = self._chance
        opener = chance.choice(OPENERS) if chance.random() < 0.2 else ""
        closer = chance.choice(CLOSERS) if chance.random() < 0.2 else ""
        return opener + text + closer

    def _drawn(self, section: str) -> str:
        """Take the next line of a section; every line is said before one is said again."""
        waiting = self._waiting.setdefault(section, [])
        if not waiting:
            waiting += self._chance.sample(self._lines[section], len(self._lines[section]))
        return waiting.pop()
