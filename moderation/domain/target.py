"""Who a comment is aimed at: another commenter, somebody in the article, its author, a group, oneself, nobody."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from moderation.domain.comment import Comment
from moderation.domain.people import TITLES, fold_name, spelling_key, surname
from moderation.domain.second_person import generic_of
from moderation.domain.text import NormalisedText, View
from moderation.domain.verdict import Span

COMMENTER = "commenter"
NAMED_IN_ARTICLE = "named_in_article"
ARTICLE_AUTHOR = "article_author"
GROUP = "group"
SELF = "self"
PERSON = "person"
NOBODY = "nobody"

#: Words, and marks that end a clause or a sentence.
_TOKEN = re.compile(r"@?[^\W_]+(?:['’][^\W_]+)*|[.!?…;:,\n]")
_STEM = 3
_ENDS = frozenset(".!?…\n")
_MARKS = frozenset(".!?…;:,\n")
_NO_SENTENCE_END = frozenset("mr mrs ms dr prof st sen gov rep gen col sgt jr sr vs no".split())

_YOU = frozenset(
    """you y0u yuo y0ur your yours yourself yourselves you're youre you've youve you'll youll you'd youd u ur ya yall y'all thou thy
    ты тебя тебе тобой твой твоя твое твои вы вас вам вами ваш ваша ваше ваши
    sen seni sana senin siz sizi size sizin sizler սen դու քեզ քո քոնը դուք ձեզ ձեր
    tu toi vous votre vos usted ustedes eres vosotros ti""".split()
)
#: Forms of "you" that are other words elsewhere: they count only before one of these.
_JOINED = ("youare", "youre", "urso", "shutup")
_MOST_VIEWS = 4
_YOU_BEFORE: Mapping[str, frozenset[str]] = {
    "du": frozenset(
        "bist hast kannst willst weißt weisst weist musst sollst wirst redest schreibst dumme es".split()
    ),
    "dein": frozenset("kommentar beitrag gerede unsinn text".split()),
    "sie": frozenset("sind haben".split()),
    "ihr": frozenset("seid habt".split()),
    "size": frozenset(),
    "ti": frozenset(),
}
_ADDRESS = frozenset(
    "mr mrs ms madam madame sir dear honourable honorable esteemed respected his her your".split()
)
_OFFICES = frozenset(
    """president premier minister chancellor senator governor mayor congressman congresswoman councillor speaker judge
    ambassador general commissioner excellency honour honor majesty highness holiness secretary director chairman
    chairwoman prime bishop cardinal patriarch""".split()
)
_ADDRESSED = _OFFICES | {"mr", "mrs", "ms"}
_SELF_OPENINGS = frozenset("i i'm im i've ive".split())
_SELF_VERBS = frozenset("am was feel felt".split())
_FIRST = _SELF_OPENINGS | {"we", "me", "my"}
_FOOLS = frozenset({"fools", "cowards", "idiots", "morons"})
_PRONOUNS = frozenset("he she him her his hers himself herself he's she's".split())
_SOMEBODY = _OFFICES | frozenset(
    "man woman guy fellow lady bloke chap person girl boy clown fool idiot crook liar thief".split()
)
_WRITERS = frozenset("author writer journalist reporter columnist editor editors editorialist journalists".split())
_WROTE = frozenset({"wrote", "writes"})
_DETERMINERS = frozenset("the this that our your these those".split())
_OF_THIS = frozenset("this the article piece text column story report op editorial".split())
_ELLIPTICAL = (
    "what a",
    "what an",
    "typical",
    "another",
    "such a",
    "said the",
    "says the",
    "spoken like",
    "pure",
    "utter",
    "complete",
    "and an even",
)

#: Said to another commenter although no "you" is in it.
#: Said to whoever reads, where it opens a sentence or a clause.
_IMPERATIVES = """
shut up|shut your|shut it|get lost|get a life|get a brain|grow up|get real|get stuffed|get bent|go to hell|drop dead
go back to school|go read|go and read|go cry|go jump|go hang yourself|go kill yourself|kill yourself|hang yourself
neck yourself|learn to read|learn to spell|learn to write|learn some|learn your|do your homework|read a book|bite me
read the article first|crawl back|speak for yourself|look who|take your pills|take your meds|take your medication
stop lying|stop trolling|stop being|stop pretending|get your facts|keep your mouth|cry more|cry me a river|eat dirt
do us a favour and|do us a favor and|screw you|try reading|try thinking|use your brain|wake up you|listen dimwit
сам ты|сама ты|сам дурак|заткнись|заткнитесь|иди лечись|иди в|пошел вон|kapa çeneni|kapa ceneni|sus be|yürü git
defol git|cállate|callate|calla ya|ta gueule|tais toi|ferme la|halt die klappe|halt den mund|halt dein maul
verpiss dich|լռիր|ձայնդ կտրիր|ձենդ կտրի|dzend ktri
"""
#: What may stand before an imperative in its clause.
_BEFORE_IMPERATIVE = frozenset(
    "please just so oh and but you now then go ok okay well lol hey man dude bro or also".split()
)
#: Others who write on this page.
_COMMENTERS = """
person above|people above|poster above|commenter above|comment above|idiots above|previous poster|previous commenter
other commenters|commenters here|commenters above|the commenters|of the commenters|everyone commenting|anyone commenting
everyone here|everybody here|people here who|those commenting|everyone who commented|who commented here|above me
from you|trolls here|these trolls|this troll|hey genius|nobody asked you|who asked you|said the idiot|troll alert
"""


@dataclass(frozen=True, slots=True)
class Terms:
    """Words and phrases, found in one pass; a `*` at the end of a word stands for any ending."""

    words: frozenset[str] = frozenset()
    #: Stems of at least three letters, by their first three.
    stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Phrases by their first word.
    phrases: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[str]) -> "Terms":
        """Prepare entries: words or phrases, of which a word may end in `*`.

        >>> sorted(Terms.of(["turk", "armenian*", "black people"]).phrases)
        ['black']
        """
        words, stems, phrases = set[str](), dict[str, list[str]](), dict[str, list[tuple[str, ...]]]()
        for entry in entries:
            tokens = tuple(t for t in _TOKEN.findall(entry.casefold()) if t not in _MARKS)
            if len(tokens) > 1:
                phrases.setdefault(tokens[0], []).append(tokens)
            elif tokens and entry.endswith("*"):
                stems.setdefault(tokens[0][:_STEM], []).append(tokens[0])
            elif tokens:
                words.add(tokens[0])
        return cls(
            frozenset(words), {k: tuple(v) for k, v in stems.items()}, {k: tuple(v) for k, v in phrases.items()}
        )

    def find(self, words: Sequence[str], at: Mapping[str, Sequence[int]]) -> list[tuple[int, int]]:
        """Where entries stand, as half-open runs of words; `at` tells where each word stands."""
        places = [(i, i + 1) for word in self.words.intersection(at) for i in at[word]]
        for first in self.phrases.keys() & at.keys():
            for phrase in self.phrases[first]:
                places += [(i, i + len(phrase)) for i in at[first] if tuple(words[i : i + len(phrase)]) == phrase]
        if self.stems:
            places += [(i, i + 1) for word in at if self._is_stemmed(word) for i in at[word]]
        return places

    def _is_stemmed(self, word: str) -> bool:
        some = self.stems.get(word[:_STEM])
        return some is not None and word.startswith(some)


GroupTerms = Terms
"""Names of peoples, religions and other groups, from the policy's lists and the site's entities."""


def targets_of(
    comment: Comment,
    text: NormalisedText,
    *,
    people: Sequence[str],
    groups: GroupTerms,
    names: Sequence[str] = (),
) -> dict[str, tuple[Span, ...]]:
    """Tell who a comment is aimed at, and in which words; `nobody` stands alone.

    Args:
        comment: what was submitted: its parent and its article's author are asked.
        text: the comment as read.
        people: names of people in the article, and persons whom the site's articles are often about.
        groups: terms for groups of people.
        names: names of others who wrote in the thread, where they are known.
    """
    reading = _Reading(text, text.soft)
    found: dict[str, list[tuple[int, int]]] = {}
    named = _named(reading, people)
    addressed = _addressed_officials(reading, named, _commenters(comment, names))
    _note(found, NAMED_IN_ARTICLE, [*named, *addressed])
    _note(found, COMMENTER, _to_commenter(reading, comment, addressed=addressed, names=names))
    _note(found, ARTICLE_AUTHOR, _to_writer(reading, comment))
    _note(found, GROUP, _to_groups(reading, groups))
    _note(found, SELF, _to_self(reading))
    _note(found, PERSON, _to_person(reading, named))
    spans = {target: reading.spans(places) for target, places in found.items()}
    if text.disguised and COMMENTER not in spans:
        spans[COMMENTER] = _unmasked(text)
    unquoted = {target: some for target, some in spans.items() if some}
    return unquoted or {NOBODY: ()}


def _unmasked(text: NormalisedText) -> tuple[Span, ...]:
    """Where "you" stands in a disguise: "y.o.u", "youarean…"."""
    for view in text.hard[:_MOST_VIEWS]:
        reading = _Reading(text, view)
        runs = _second_person(reading, ())
        runs += [(i, i + 1) for word in reading.at if word.startswith(_JOINED) for i in reading.at[word]]
        if runs:
            return reading.spans(runs)
    return ()


def _note(found: dict[str, list[tuple[int, int]]], target: str, places: Iterable[tuple[int, int]]) -> None:
    some = list(places)
    if some:
        found[target] = some


class _Reading:
    """A comment as words and marks, with the way back to what was typed."""

    def __init__(self, text: NormalisedText, view: View) -> None:
        self.text = text
        self.view = view
        self.folded = view.text.replace("’", "'")
        self.words: list[str] = _TOKEN.findall(self.folded)
        at: defaultdict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self.words):
            at[word].append(i)
        self.at: Mapping[str, list[int]] = at

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins in the view; read only when a span is asked for."""
        return [m.start() for m in _TOKEN.finditer(self.folded)]

    def where(self, words: frozenset[str]) -> list[int]:
        """Where any of some words stands, in order."""
        return sorted(i for word in words.intersection(self.at) for i in self.at[word])

    def is_capital(self, i: int) -> bool:
        """Whether a word was typed with a capital."""
        return self.text.typed[self.view.origin[self.starts[i]]].isupper()

    def sentence(self, i: int) -> tuple[int, int]:
        """The words of the sentence around `i`, half-open."""
        start = i
        while start and not self.ends_sentence(start - 1):
            start -= 1
        end = i
        while end < len(self.words) and not self.ends_sentence(end):
            end += 1
        return start, end

    def ends_sentence(self, i: int) -> bool:
        """Whether a mark ends a sentence, and is not the dot of "Mr."."""
        mark = self.words[i]
        return mark in _ENDS and not (mark == "." and i > 0 and self.words[i - 1] in _NO_SENTENCE_END)

    def spans(self, runs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Spans of what was typed, without what is only quoted."""
        quotations, starts, view = self.text.quotations, self.starts, self.view
        spans = dict.fromkeys(
            view.span(starts[first], starts[end - 1] + len(self.words[end - 1])) for first, end in sorted(runs)
        )
        if not quotations:
            return tuple(spans)
        firsts = [q.start for q in quotations]
        return tuple(s for s in spans if not _is_inside(s, quotations, firsts))


def _is_inside(span: Span, quotations: Sequence[Span], firsts: Sequence[int]) -> bool:
    i = bisect_right(firsts, span.start) - 1
    return i >= 0 and span.end <= quotations[i].end


# People of the article


@lru_cache(maxsize=512)
def _index(people: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Spelling keys of surnames, and the surnames that are safe to know without a capital."""
    surnames = [surname(part) for part in people]
    keys = frozenset(spelling_key(last) for name in surnames for last in (name, name.split("-")[-1]))
    return keys, frozenset(fold_name(name) for name in surnames) - _ALSO_WORDS


_ALSO_WORDS = frozenset(
    """baker bishop black brown bush carpenter church clay cook cross day dean field fisher fox gray green hall hill hunt
    hunter king knight lake lamb lane law long love major marsh mason may miller moon moore park parker pope potter power
    price prince reed rice rich rose short small smith snow stone strong swift taylor walker wall ward waters webb west
    white wolf wood woods young head post page bell ball best wise wild sharp""".split()
)


def _named(reading: _Reading, people: Sequence[str]) -> list[tuple[int, int]]:
    """Where people of the article are named, by any spelling of the surname."""
    if not people:
        return []
    keys, plain = _index(tuple(people))
    runs = []
    for word, places in reading.at.items():
        name = word.partition("'")[0] if "'" in word else word
        if name in plain:
            runs += [(i, i + 1) for i in places]
        elif len(word) > 2 and spelling_key(name) in keys:
            runs += [(i, i + 1) for i in places if reading.is_capital(i)]
    return runs


def _commenters(comment: Comment, names: Sequence[str]) -> frozenset[str]:
    """Folded parts of the names of those who wrote in the thread."""
    parent = (comment.parent.author or "") if comment.parent else ""
    return frozenset(
        folded for name in (parent, *names) for part in name.split() if len(folded := fold_name(part)) > 2
    )


def _addressed_officials(
    reading: _Reading, named: Sequence[tuple[int, int]], commenters: frozenset[str]
) -> list[tuple[int, int]]:
    """Where an office or a person of the article is spoken to: "Mr. President, you …"."""
    words, names = reading.words, {start for start, _ in named}
    places = []
    for i in sorted(names.union(reading.where(_ADDRESSED))):
        if not _opens(reading, i) or commenters & {fold_name(w) for w in words[i : i + 3]}:
            continue
        stop = next((j for j in range(i, min(i + 4, len(words))) if words[j] == ","), None)
        if stop is not None and all(reading.is_capital(j) or words[j] in _OFFICES | {"."} for j in range(i, stop)):
            places.append((i, stop))
        elif i and words[i - 1] in ("your",) and words[i] in _OFFICES:
            places.append((i, i + 1))
    return places


def _opens(reading: _Reading, i: int) -> bool:
    """Whether only forms of address stand between the start of a sentence, or a comma, and word `i`."""
    for j in range(i - 1, -1, -1):
        if reading.words[j] == "," or reading.ends_sentence(j):
            return True
        if not (reading.words[j] in _ADDRESS or reading.words[j] in _OFFICES or reading.words[j] == "."):
            return False
    return True


# Other commenters


def _to_commenter(
    reading: _Reading, comment: Comment, *, addressed: Sequence[tuple[int, int]], names: Sequence[str]
) -> list[tuple[int, int]]:
    """Where another commenter is spoken to or of."""
    places = _COMMENTER_TERMS.find(reading.words, reading.at)
    places += [
        run for run in _IMPERATIVE_TERMS.find(reading.words, reading.at) if _opens_clause(reading.words, run[0])
    ]
    places += _second_person(reading, addressed)
    places += _by_name(reading, comment, names)
    if comment.parent is not None or comment.kind == "reply":
        places += _elliptical(reading)
    return places


def _opens_clause(words: Sequence[str], i: int) -> bool:
    """Whether nothing stands before in the clause but "please" and its like."""
    return not i or words[i - 1] in _MARKS or words[i - 1] in _BEFORE_IMPERATIVE


def _second_person(reading: _Reading, addressed: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Every "you" that means a reader of this page: not anybody, and not an official who is spoken to."""
    words = reading.words
    places = [i for i in reading.where(_SECOND) if _is_you(reading, i)]
    if not places:
        return []
    first_official = min((reading.sentence(start)[0] for start, _ in addressed), default=len(words))
    generic = generic_of(words, [i for i in places if words[i] in _YOU], ends=reading.ends_sentence)
    return [(i, i + 1) for i in places if i not in generic and i < first_official]


def _is_you(reading: _Reading, i: int) -> bool:
    """Whether a word is "you" here: "du" is also French, "Sen." a senator."""
    word, after = reading.words[i], reading.words[i + 1 : i + 3]
    if word in _YOU_BEFORE:
        return not _YOU_BEFORE[word].isdisjoint(after)
    return not (word == "sen" and after[:1] == ["."])


def _by_name(reading: _Reading, comment: Comment, names: Sequence[str]) -> list[tuple[int, int]]:
    """Where the author of the parent, somebody in the thread, or an @name is named."""
    known = _commenters(comment, names)
    places = [(i, i + 1) for word in reading.at if word[0] == "@" for i in reading.at[word]]
    if not known:
        return places
    for word in reading.at:
        if fold_name(word.partition("'")[0]) in known:
            places += [(i, i + 1) for i in reading.at[word] if reading.is_capital(i) or len(word) > 4]
    return places


def _elliptical(reading: _Reading) -> list[tuple[int, int]]:
    """A sentence without a subject under somebody's comment is about that comment: "Typical nonsense." """
    places, start = [], 0
    for i in range(len(reading.words) + 1):
        if i < len(reading.words) and not reading.ends_sentence(i):
            continue
        if start < i <= start + 12 and " ".join(reading.words[start : start + 3]).startswith(_ELLIPTICAL):
            places.append((start, i))
        start = i + 1
    return places


# The article's author, groups, oneself, somebody else


def _to_writer(reading: _Reading, comment: Comment) -> list[tuple[int, int]]:
    """Where the author of the article is meant, by name or as such."""
    words = reading.words
    places = [(i, i + 1) for i in reading.where(_WRITERS) if _is_this_writer(words, i)]
    places += [
        (i - 1, i + 2)
        for i in reading.where(_WROTE)
        if words[max(i - 1, 0)] in ("who", "whoever") and words[i + 1 : i + 2] in (["this"], ["it"])
    ]
    author = comment.article.author if comment.article else None
    return places + (_named(reading, (author,)) if author else [])


def _is_this_writer(words: Sequence[str], i: int) -> bool:
    before, after = words[i - 1] if i else "", words[i + 1 : i + 3]
    if before not in _DETERMINERS:
        return False
    return not (after[:1] == ["of"] and after[1:] and after[1] not in _OF_THIS)


def _to_groups(reading: _Reading, groups: GroupTerms) -> list[tuple[int, int]]:
    return groups.find(reading.words, reading.at)


def _to_self(reading: _Reading) -> list[tuple[int, int]]:
    """Where the writer speaks of themselves: "I was a fool", "silly me"."""
    words = reading.words
    return [(i, i + 1) for i in reading.where(_FIRST) if _is_about_self(words, i)]


def _is_about_self(words: Sequence[str], i: int) -> bool:
    word, before, after = words[i], words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
    if word == "we":
        return after in ("were", "are") and any(w in _FOOLS for w in words[i + 2 : i + 6])
    if word == "me":
        return before in ("silly", "stupid", "foolish", "call", "poor")
    if word == "my":
        return after in ("mistake", "bad", "fault") or (after == "own" and "mistake" in words[i + 2 : i + 5])
    return (
        word in ("i'm", "im") or after in _SELF_VERBS or words[i + 1 : i + 3] in (["must", "be"], ["have", "been"])
    )


def _to_person(reading: _Reading, named: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where somebody is meant who is neither here nor in the article."""
    words, known = reading.words, {start for start, _ in named}
    places = [(i, i + 1) for i in reading.where(_PRONOUNS)]
    places += [(i - 1, i + 1) for i in reading.where(_SOMEBODY) if i and words[i - 1] in _DETERMINERS]
    for i in reading.where(_TITLED):
        name = i + 1 + (words[i + 1 : i + 2] == ["."])
        if name < len(words) and name not in known and words[name] not in _OFFICES and _is_name(reading, name):
            places.append((i, name + 1))
    return places


def _is_name(reading: _Reading, i: int) -> bool:
    return reading.words[i] not in _MARKS and reading.is_capital(i)


def _terms_of(lines: str) -> Terms:
    return Terms.of(entry for line in lines.split("\n") for entry in line.split("|") if entry)


_TITLED = TITLES | _NO_SENTENCE_END
_SECOND = _YOU | _YOU_BEFORE.keys()
_IMPERATIVE_TERMS = _terms_of(_IMPERATIVES)
_COMMENTER_TERMS = _terms_of(_COMMENTERS)
