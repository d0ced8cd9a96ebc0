"""Whether "you" means somebody here or just anybody: "you can't park there" attacks no one."""

from collections.abc import Callable, Sequence, Set

from moderation.domain.wordset import set_of

#: Clauses that these open speak of anybody.
_CONDITIONS = set_of(
    """
    if when whenever once until till unless before after as wherever while where whether matter time
    moment day everything anything all whatever whoever what more less sooner
    """
)
_AUXILIARIES = set_of(
    """
    do does did don't didn't doesn't are aren't were weren't have haven't had can can't could couldn't
    would wouldn't will won't should shouldn't must may might
    """
)
#: What anybody can, must or will do.
_ANYBODY = set_of(
    """
    can can't cant cannot could couldn't couldnt get win lose pay wait earn hear breathe walk drive queue
    buy arrive learn hardly barely rarely seldom used need
    """
)
_THINKS = set_of("think thought expect imagine suppose say ask be have")
_FINDS = set_of("find see notice need meet hear get")
_WRITES = set_of("write wrote say said post posted claim claimed comment commented spout")
_NEVER = set_of("know see can get hear forget stop")
_DISCOURSE_BEFORE = set_of("thank bless mind behold thanking")
#: Verbs whose object "you" is anybody, where a thing or a "they" does them.
_HAPPENS = set_of(
    """
    makes make made takes take took kills kill ruins ruin costs cost tells tell told stops stop asks ask
    asked lets let gives give gave shows show teaches teach treats treat reminds remind gets leaves leave
    keeps keep drives drive sends send charges charge hits hit brings bring helps help wants want pays
    """
)
_SPEAKERS = set_of("i i'll i'd i'm i've we we'll we'd let please nobody no-one someone somebody who")
_PREDICATES = set_of(
    """
    a an so such too the nothing just very all more less not no one clearly obviously simply
    """
)
_CLAUSE_MARKS = frozenset(".!?…;:,\n")
_YOU_ARE = set_of("you're youre ur")


def generic_of(words: Sequence[str], places: Sequence[int], *, ends: Callable[[int], bool]) -> Set[int]:
    """Return those places of "you" and "your" that mean anybody.

    Args:
        words: the words and marks of a text, in small letters.
        places: where a form of "you" stands.
        ends: tells whether the mark at a place ends a sentence.
    """
    generic: set[int] = set()
    last, sentence_is_generic = -1, False
    for i in places:
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
    if before in _DISCOURSE_BEFORE or _is_filler(before, after, then):
        return True
    if _asks(words, i, ends=ends):
        return False
    if after in _WRITES and before in ("everything", "anything", "all", "what", "whatever"):
        return False
    if _is_conditional(words, i):
        return not (word in _YOU_ARE or (after == "don't" and then == "like"))
    if word in _YOU_ARE or after in ("are", "r", "were", "sound"):
        return after_generic and then not in _PREDICATES
    if word in ("your", "yours", "yourself"):
        return after_generic or (before in _HAPPENS and _clause_speaker(words, i) not in _SPEAKERS)
    if before in _HAPPENS and _clause_speaker(words, i) not in _SPEAKERS:
        return True
    return after_generic or _anybody(word, after, then)


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
    if not i or words[i - 1] not in _AUXILIARIES:
        return False
    j = i
    while j < len(words) and not ends(j):
        j += 1
    opens = i == 1 or ends(i - 2) or words[i - 2] in ("why", "how", "what", "where", ",", "and", "but", "who")
    return opens or (j < len(words) and words[j] == "?")


def _is_conditional(words: Sequence[str], i: int) -> bool:
    """Whether a condition opens the clause shortly before: "if you …", "no matter how hard you …"."""
    for j in range(i - 1, max(i - 4, -1), -1):
        if words[j] in _CLAUSE_MARKS or words[j] in ("you", "that"):
            return False
        if (
            words[j] == "all" and words[i + 1 : i + 2] and words[i + 1].endswith(("s", "people"))
        ):  # "all you people"
            return False
        if words[j] in _CONDITIONS:
            if words[j] in ("what", "how") and words[j + 1] in ("a", "an"):
                return False
            return not (words[j] in ("what", "all", "as", "whether") and _clause_speaker(words, i) in _SPEAKERS)
    return False


def _clause_speaker(words: Sequence[str], i: int) -> str:
    """The first word of the clause in which `i` stands."""
    j = i
    while j and words[j - 1] not in _CLAUSE_MARKS:
        j -= 1
    return words[j]


def _anybody(word: str, after: str, then: str) -> bool:
    """Whether the verb says what anybody does: "you can't …", "you would think …", "you never know"."""
    if word in ("you'd", "youd") or after in ("would", "might", "may"):
        return (after if word in ("you'd", "youd") else then) in _THINKS
    if after in ("will", "should") or word in ("you'll", "youll"):
        return (after if word in ("you'll", "youll") else then) in _FINDS
    if after == "never":
        return then in _NEVER
    if after == "have":
        return then == "to"
    if after == "don't":
        return then in ("have", "need")
    return after in _ANYBODY
