"""Whether "you" means somebody here or just anybody: "you can't park there" attacks no one."""

import re
from collections.abc import Callable, Sequence, Set

from moderation.domain.aim import anybody

_PROVERB = re.compile(rf" ({'|'.join(map(re.escape, anybody.PROVERBS))})(?= )")

#: A clause of more words than this on either side is none; the bound keeps the cost of a long text linear.
_FARTHEST = 60
#: So many places are looked at one by one; in a text that has more, the rest is said to somebody.
_MOST_PLACES = 500


def generic_of(words: Sequence[str], places: Sequence[int], *, ends: Callable[[int], bool]) -> Set[int]:
    """Return those places of "you" and "your" that mean anybody.

    Args:
        words: the words and marks of a text, in small letters.
        places: where a form of "you" stands.
        ends: tells whether the mark at a place ends a sentence.
    """
    generic: set[int] = set()
    last, sentence_is_generic = -1, False
    for i in places[:_MOST_PLACES]:
        if last >= 0 and any(ends(j) for j in range(last, i)):
            sentence_is_generic = False
        if _is_generic(words, i, after_generic=sentence_is_generic, ends=ends):
            generic.add(i)
            sentence_is_generic = True
        last = i
    return generic


def _is_generic(words: Sequence[str], i: int, *, after_generic: bool, ends: Callable[[int], bool]) -> bool:
    word = words[i]
    before = words[i - 1] if i else ""
    after, then = [*words[i + 1 : i + 3], "", ""][:2]
    if (
        (before in anybody.DISCOURSE_BEFORE and words[max(i - 2, 0)] != "i")
        or _is_filler(before, after, then)
        or _is_proverb(words, i)
    ):
        return True
    if (after in anybody.INSULTS and word == "you") or _is_met(words, i):
        return False
    if _asks(words, i, ends=ends):
        return after in anybody.MANAGED and words[max(i - 2, 0)] == "how"
    if after in anybody.WRITES and before in anybody.WHAT_IS_WRITTEN:
        return False
    if _is_conditional(words, i) and not _is_asked(words, i):
        return not _is_about_reader(words, i)
    if word in anybody.YOU_ARE or after in ("are", "r", "were", "sound"):
        return _is_state(words, i, after_generic=after_generic)
    if word in ("your", "yours", "yourself"):
        happens = before in anybody.HAPPENS and _clause_speaker(words, i) not in anybody.SPEAKERS
        return after not in anybody.OWN and (after_generic or happens)
    if _happens(words, i):
        return True
    if before in anybody.BELIEVES and words[max(i - 2, 0)] in ("i", "we"):
        return False
    clause = _clause(words, i)
    return after_generic or _anybody(word, after, then, clause=clause) or _is_daily(after, clause)


def _is_met(words: Sequence[str], i: int) -> bool:
    """Whether somebody is felt for or challenged: "no man wants you", "what gives you the right?"."""
    verb, speaker = words[i - 1] if i else "", _clause_speaker(words, i)
    if verb in anybody.FELT:
        return speaker in ("no", "nobody")
    return verb in anybody.PROVOKES and speaker == "what" and i > 1 and words[i - 2] == "what"


def _happens(words: Sequence[str], i: int) -> bool:
    """Whether "you" is what something does a thing to: "hunger changes you"."""
    verb, speaker = words[i - 1] if i else "", _clause_speaker(words, i)
    if speaker in anybody.SPEAKERS - {"nobody"}:
        return False
    if verb in anybody.HAPPENS:
        return {"i", "we", "let"}.isdisjoint(words[max(i - 4, 0) : i])
    is_third_person = len(verb) > 3 and verb.endswith("s") and not verb.endswith("ss")
    return is_third_person and verb not in anybody.NOT_DONE and anybody.WHO.isdisjoint((speaker, words[i - 2]))


def _is_proverb(words: Sequence[str], i: int) -> bool:
    """Whether "you" belongs to a saying."""
    around = f" {' '.join(words[max(i - 4, 0) : i + 6])} "
    return any(words[i] in saying[1].split() for saying in _PROVERB.finditer(around))


def _is_state(words: Sequence[str], i: int, *, after_generic: bool) -> bool:
    """Whether "you are …" tells a state that anybody may be in: "one day you are rich …"."""
    first = i + 1 if words[i] in anybody.YOU_ARE else i + 2
    predicate = words[first : first + 4]
    if not anybody.INSULTS.isdisjoint(predicate) or predicate[:1] == ["not"]:
        return False
    if words[max(i - 2, 0)] in ("one", "some") and words[i - 1] in ("day", "minute", "moment", "year", "days"):
        return True
    return after_generic and predicate[:1] != [] and predicate[0] not in anybody.PREDICATES


def _is_about_reader(words: Sequence[str], i: int) -> bool:
    """Whether a condition or a "what you …" is about what a reader thinks, wrote or is."""
    after, then = [*words[i + 1 : i + 3], "", ""][:2]
    if words[i] in anybody.YOU_ARE:
        return after in anybody.WRITING or after not in (
            "poor",
            "rich",
            "a",
            "an",
            "old",
            "young",
            "sick",
            "in",
            "at",
        )
    if after in anybody.READS or (after == "don't" and then in ("like", "know", "understand", "believe")):
        return not (words[i - 1] in ("when", "before", "where") and after in ("say", "claim", "call"))
    if after == "are" and then in anybody.WRITING:
        return True
    if after in ("grow", "post", "comment", "open", "troll", "lie") and then in (
        "up",
        "here",
        "your",
        "like",
        ".",
    ):
        return True
    return after == "want" and words[i + 3 : i + 5] in (["be", "taken"], ["a", "debate"], ["to", "be"])


def _is_asked(words: Sequence[str], i: int) -> bool:
    """Whether somebody is asked before, in the same clause: "may I ask you where you got that?"."""
    return i > 3 and "you" in words[i - 3 : i] and not {"ask", "remind", "tell"}.isdisjoint(words[i - 4 : i])


def _clause(words: Sequence[str], i: int) -> Sequence[str]:
    """The words around `i` up to the marks of sentences."""
    start = end = i
    first, last = max(i - _FARTHEST, 0), min(i + _FARTHEST, len(words))
    while start > first and words[start - 1] not in ".!?\n":
        start -= 1
    while end < last and words[end] not in ".!?\n":
        end += 1
    return words[start:end]


def _is_daily(after: str, clause: Sequence[str]) -> bool:
    """Whether it is told how something is done or goes: "you take the tram to the end and walk"."""
    return after in anybody.DAILY and anybody.SOMEBODY.isdisjoint(clause)


def _is_filler(before: str, after: str, then: str) -> bool:
    """Whether "you" only greases the sentence: "you know, …", "you see, …"."""
    if before in ("as", "what") and after in ("know", "see"):
        return True
    return (
        before in ("", ".", ",", "!", "?", "\n")
        and after in ("know", "see", "guessed")
        and (then in (",", "what", "it") or not then)
    )


def _asks(words: Sequence[str], i: int, *, ends: Callable[[int], bool]) -> bool:
    """Whether somebody is asked: "do you …", "why don't you …"."""
    if not i or words[i - 1] not in anybody.AUXILIARIES:
        return False
    j, last = i, min(i + _FARTHEST, len(words))
    while j < last and not ends(j):
        j += 1
    opens = i == 1 or ends(i - 2) or words[i - 2] in ("why", "how", "what", "where", ",", "and", "but", "who")
    return opens or (j < len(words) and words[j] == "?")


def _is_conditional(words: Sequence[str], i: int) -> bool:
    """Whether a condition opens the clause shortly before: "if you …", "no matter how hard you …"."""
    for j in range(i - 1, max(i - 4, -1), -1):
        if words[j] in anybody.CLAUSE_MARKS or words[j] in ("you", "that"):
            return False
        if (
            words[j] == "all" and words[i + 1 : i + 2] and words[i + 1].endswith(("s", "people"))
        ):  # "all you people"
            return False
        if words[j] in anybody.CONDITIONS:
            if words[j] in ("what", "how") and words[j + 1] in ("a", "an"):
                return False
            return not (
                words[j] in ("what", "all", "as", "whether") and _clause_speaker(words, i) in anybody.SPEAKERS
            )
    return False


def _clause_speaker(words: Sequence[str], i: int) -> str:
    """The first word of the clause in which `i` stands."""
    j, first = i, max(i - _FARTHEST, 0)
    while j > first and words[j - 1] not in anybody.CLAUSE_MARKS:
        j -= 1
    return words[j]


def _anybody(word: str, after: str, then: str, *, clause: Sequence[str]) -> bool:
    """Whether the verb says what anybody does: "you can't …", "you would think …", "you never know"."""
    behind = clause[clause.index(word) + 1 :] if word in clause else ()
    if word in ("you'd", "youd") or after in ("would", "might", "may"):
        verb = after if word in ("you'd", "youd") else then
        return (
            (verb in anybody.THINKS or verb in ("never", "hardly"))
            and "i" not in clause[1:]
            and "right" not in clause
        )
    if after in ("shouldn't", "should") and then in ("have", "need", "not"):
        return behind[2:3] == ["to"] or then == "need"
    if after in ("will", "should") or word in ("you'll", "youll"):
        return (after if word in ("you'll", "youll") else then) in anybody.FINDS
    if after == "never":
        return then in anybody.NEVER
    if after == "have":
        return then == "to" and not _is_mocked_by_have(behind)
    if after in ("don't", "dont"):
        return then not in anybody.MINDS or behind[1:3] == ["have", "to"]
    if after in ("can", "can't", "cant", "cannot", "could", "couldn't", "couldnt"):
        return then not in anybody.MOCKED and not _is_mocked_be(behind) and "fooled" not in behind
    if after == "need":
        return anybody.NEEDED.isdisjoint(behind[1:3]) and not (then == "to" and "article" in behind)
    if after == "get":
        return not then.endswith("er") and then not in ("paid", "it", "more", "the", "your", "no")
    if after == "win":
        return then not in (",", "") and "i" not in behind
    return after in anybody.ANYBODY


def _is_mocked_by_have(behind: Sequence[str]) -> bool:
    """Whether it goes on as in "you have to be joking", and not "you have to be rich to live there"."""
    return (
        list(behind[1:3]) == ["to", "be"] and not anybody.JOKING.isdisjoint(behind[3:6]) and "to" not in behind[4:]
    )


def _is_mocked_be(behind: Sequence[str]) -> bool:
    return list(behind[1:2]) == ["be"] and not anybody.MOCKED_BE.isdisjoint(behind[2:4])
