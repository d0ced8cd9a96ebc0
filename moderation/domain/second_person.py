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
    buy arrive hardly barely rarely seldom used need
    """
)
_THINKS = set_of("think thought expect imagine suppose say ask be have")
_FINDS = set_of("find see notice need meet hear get")
_WRITES = set_of("write wrote written say said post posted claim claimed comment commented spout spouted call defend")
_WRITING = set_of("saying writing posting claiming smoking suggesting doing drinking describing defending talking")
_NEVER = set_of("know see can get hear forget")
_DISCOURSE_BEFORE = set_of("thank bless mind behold thanking")
#: Verbs whose object "you" is anybody, where a thing or a "they" does them.
_HAPPENS = set_of(
    """
    makes make made takes take took kills kill ruins ruin costs cost tells tell told stops stop asks ask
    asked lets let gives give gave shows show teaches teach treats treat reminds remind gets leaves leave
    keeps keep drives drive sends send charges charge hits hit brings bring helps help wants want pays
    """
)
#: What anybody does, where it is told how things are somewhere: "you take the tram and walk".
_DAILY = set_of(
    """
    take show put work go come pay wait buy drive walk queue stand cross turn enter arrive start press fill sign order
    eat drink open park ride carry bring wake live grow plant earn save spend win feel breathe swim climb book apply
    phone step boil mix stir add cut reap sow shiver sweat freeze pass learn
    """
)
#: What shows that a sentence with such a verb is about somebody all the same.
_SOMEBODY = set_of(
    """
    my mine me us our here again always clearly obviously dream bubble fantasy fantasyland cave rock nothing everywhere
    comment comments post argument idiot fool moron clown troll liar stupid dumb lies propaganda sides
    """
)
#: What only somebody who was heard does not do: "you don't understand".
_MINDS = set_of(
    """
    know understand get care seem like believe think deserve want even realise realize speak answer read write say
    agree belong mean see fool scare impress convince listen have remember sound look give make show represent
    """
)
_BELIEVES = set_of("hope bet know think guess suspect assume doubt wish believe suppose say told")
#: What somebody cannot do who is mocked: "you can't even count", "you can keep your opinion".
_MOCKED = set_of(
    """
    even spell read count handle think face answer accept admit deal name understand fool stand stop keep spout shove
    thank start explain defend prove seriously just honestly possibly compare tell debate
    """
)
_MOCKED_BE = set_of("serious trusted that so for sane sober this more right kidding joking helped taken reasoned")
_NEEDED = set_of("help therapy glasses professional medication meds new your read learn get grow calm check study see stop")
_JOKING = set_of("joking kidding blind mad crazy stupid naive insane drunk dreaming trolling")
#: A condition about what somebody here did or thinks: "if you had read the article, …".
_READS = set_of("had knew bothered believe call insist really cannot can't cant actually disagree say claim hate")
#: What somebody is called.
_CALLED = set_of(
    """
    idiot idiots moron morons fool fools clown clowns liar liars troll trolls coward cowards blind stupid dumb naive
    clueless delusional brainwashed ignorant pathetic hopeless insane wrong mistaken mad crazy right lost disgusting
    people lot guys two both folks sheep traitor traitors hypocrite fascist nazi racist bigot scum
    """
)
_PROVERBS = (
    "you reap what", "you live and", "you only live", "you name it", "there you go", "here you go", "you had to be there",
    "just had to be there", "you know what they", "you know how it", "you think you have seen", "you think you've seen",
    "you've seen it all", "not that you", "you and i both", "you and me both", "believe you me", "if you will",
    "you win some", "you get what", "your tax", "your taxes", "your average", "your typical", "between you and me",
    "can you believe", "can you imagine", "would you believe", "how do you even measure", "what do you expect",
    "what can you", "what are you going to do", "you do the", "you are either", "you're either", "you be the judge",
    "you cannot be too", "you can't be too", "you know it is", "you know it's", "you know you are in", "if you ask me",
    "you had one job", "then you know", "you heard it here",
)  # fmt: skip
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
    if before in _DISCOURSE_BEFORE or _is_filler(before, after, then) or _is_proverb(words, i):
        return True
    if after in _CALLED and word == "you":
        return False
    if _asks(words, i, ends=ends):
        return False
    if after in _WRITES and before in ("everything", "anything", "all", "what", "whatever", "nonsense", "rubbish"):
        return False
    if _is_conditional(words, i):
        return not _is_about_reader(words, i)
    if word in _YOU_ARE or after in ("are", "r", "were", "sound"):
        return _is_state(words, i, after_generic=after_generic)
    if word in ("your", "yours", "yourself"):
        return after_generic or (before in _HAPPENS and _clause_speaker(words, i) not in _SPEAKERS)
    if before in _HAPPENS and _clause_speaker(words, i) not in _SPEAKERS - {"nobody"}:
        return True
    if before in _BELIEVES and words[max(i - 2, 0)] in ("i", "we"):
        return False
    clause = _clause(words, i)
    return after_generic or _anybody(word, after, then, clause=clause) or _is_daily(after, clause)


def _is_proverb(words: Sequence[str], i: int) -> bool:
    """Whether "you" belongs to a saying."""
    around = " ".join(words[max(i - 4, 0) : i + 6])
    return any(saying in around for saying in _PROVERBS if words[i] in saying.split())


def _is_state(words: Sequence[str], i: int, *, after_generic: bool) -> bool:
    """Whether "you are …" tells a state that anybody may be in: "one day you are rich …"."""
    first = i + 1 if words[i] in _YOU_ARE else i + 2
    predicate = words[first : first + 4]
    if not _CALLED.isdisjoint(predicate) or predicate[:1] == ["not"]:
        return False
    if words[max(i - 2, 0)] in ("one", "some") and words[i - 1] in ("day", "minute", "moment", "year", "days"):
        return True
    return after_generic and predicate[:1] != [] and predicate[0] not in _PREDICATES


def _is_about_reader(words: Sequence[str], i: int) -> bool:
    """Whether a condition or a "what you …" is about what a reader thinks, wrote or is."""
    after, then = [*words[i + 1 : i + 3], "", ""][:2]
    if words[i] in _YOU_ARE:
        return after in _WRITING or after not in ("poor", "rich", "a", "an", "old", "young", "sick", "in", "at")
    if after in _READS or (after == "don't" and then in ("like", "know", "understand", "believe")):
        return not (words[i - 1] in ("when", "before", "where") and after in ("say", "claim", "call"))
    if after == "are" and then in _WRITING:
        return True
    if after in ("grow", "post", "comment", "open", "troll", "lie") and then in ("up", "here", "your", "like", "."):
        return True
    return after == "want" and words[i + 3 : i + 5] in (["be", "taken"], ["a", "debate"], ["to", "be"])


def _clause(words: Sequence[str], i: int) -> Sequence[str]:
    """The words around `i` up to the marks of sentences."""
    start = end = i
    while start and words[start - 1] not in ".!?\n":
        start -= 1
    while end < len(words) and words[end] not in ".!?\n":
        end += 1
    return words[start:end]


def _is_daily(after: str, clause: Sequence[str]) -> bool:
    """Whether it is told how something is done or goes: "you take the tram to the end and walk"."""
    return after in _DAILY and _SOMEBODY.isdisjoint(clause)


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


def _anybody(word: str, after: str, then: str, *, clause: Sequence[str]) -> bool:
    """Whether the verb says what anybody does: "you can't …", "you would think …", "you never know"."""
    behind = clause[clause.index(word) + 1 :] if word in clause else ()
    if word in ("you'd", "youd") or after in ("would", "might", "may"):
        verb = after if word in ("you'd", "youd") else then
        return (verb in _THINKS or verb in ("never", "hardly")) and "i" not in clause[1:] and "right" not in clause
    if after in ("will", "should") or word in ("you'll", "youll"):
        return (after if word in ("you'll", "youll") else then) in _FINDS
    if after == "never":
        return then in _NEVER
    if after == "have":
        return then == "to" and not _is_mocked_by_have(behind)
    if after in ("don't", "dont"):
        return then not in _MINDS or behind[1:3] == ["have", "to"]
    if after in ("can", "can't", "cant", "cannot", "could", "couldn't", "couldnt"):
        return then not in _MOCKED and not _is_mocked_be(behind)
    if after == "need":
        return _NEEDED.isdisjoint(behind[1:3]) and not (then == "to" and "article" in behind)
    if after == "get":
        return not then.endswith("er") and then not in ("paid", "it", "more", "the", "your", "no")
    if after == "win":
        return then not in (",", "") and "i" not in behind
    return after in _ANYBODY


def _is_mocked_by_have(behind: Sequence[str]) -> bool:
    """Whether it goes on as in "you have to be joking", and not "you have to be rich to live there"."""
    return list(behind[1:3]) == ["to", "be"] and not _JOKING.isdisjoint(behind[3:6]) and "to" not in behind[4:]


def _is_mocked_be(behind: Sequence[str]) -> bool:
    return list(behind[1:2]) == ["be"] and not _MOCKED_BE.isdisjoint(behind[2:4])
