"""Words by which a comment shows whom it is aimed at."""

from collections.abc import Mapping
from typing import Final

from moderation.domain.wordset import set_of

#: "You", in the languages of the lists.
YOU: Final = set_of(
    """
    you y0u yuo y0ur your yours yourself yourselves you're youre you've youve you'll youll you'd youd u
    ur ya yall y'all thou thy ты тебя тебе тобой твой твоя твое твои вы вас вам вами ваш ваша ваше ваши
    sen seni sana senin siz sizi size sizin sizler սen դու քեզ քո քոնը դուք ձեզ ձեր tu toi vous votre vos
    usted ustedes eres vosotros ti ю йоу иоу յու
    """
)
#: How words begin that were joined to hide a "you".
JOINED: Final = ("youare", "youre", "urso", "shutup")
#: Forms of "you" that are other words elsewhere: they count only before one of these.
YOU_BEFORE: Final[Mapping[str, frozenset[str]]] = {
    "du": set_of(
        """
    bist hast kannst willst weißt weisst weist musst sollst wirst redest schreibst dumme es
    """
    ),
    "dein": set_of("kommentar beitrag gerede unsinn text"),
    "sie": set_of("sind haben"),
    "ihr": set_of("seid habt"),
    "size": frozenset(),
    "ti": frozenset(),
}
#: Forms of address.
ADDRESS: Final = set_of(
    """
    mr mrs ms madam madame sir dear honourable honorable esteemed respected his her your
    """
)
#: Offices by which somebody in power is addressed, or meant.
OFFICES: Final = set_of(
    """
    president premier minister chancellor senator governor mayor congressman congresswoman councillor
    speaker judge ambassador general commissioner excellency honour honor majesty highness holiness
    secretary director chairman chairwoman prime bishop cardinal patriarch
    """
)
#: By whom an official is spoken to: an office, or a title before a name.
ADDRESSED: Final = OFFICES | {"mr", "mrs", "ms"}
#: "I".
SELF_OPENINGS: Final = set_of("i i'm im i've ive")
#: What a sentence about oneself says next.
SELF_VERBS: Final = set_of("am was feel felt")
#: Where a sentence may be about the writer.
FIRST: Final = SELF_OPENINGS | {"we", "me", "my"}
#: What "we" may have been.
FOOLS: Final = frozenset({"fools", "cowards", "idiots", "morons"})
#: Somebody else.
PRONOUNS: Final = set_of("he she him her his hers himself herself he's she's")
#: Somebody else, behind "the" or "that".
SOMEBODY: Final = OFFICES | set_of("man woman guy fellow lady bloke chap person girl boy")
#: Somebody else, scorned, behind "that" alone: "said the idiot" is about a commenter.
SCORNED: Final = set_of("clown fool idiot crook liar thief coward")
#: Who writes and edits articles.
WRITERS: Final = set_of(
    """
    author writer journalist reporter columnist editor editors editorialist journalists
    """
)
#: What they do.
WROTE: Final = frozenset({"wrote", "writes"})
#: What goes before somebody who is known to all.
DETERMINERS: Final = set_of("the this that our your these those")
#: "The author of this" is the article's; of a law, not.
OF_THIS: Final = set_of("this the article piece text column story report op editorial")
#: Openings of a sentence without a subject.
ELLIPTICAL: Final = (
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
#: Said to whoever reads, where it opens a sentence or a clause.
IMPERATIVES: Final = """
shut up|shut your|shut it|get lost|get a life|get a brain|grow up|get real|get stuffed|get bent|go to hell
drop dead
go back to school|go read|go and read|go cry|go jump|go hang yourself|go kill yourself|kill yourself|hang yourself
neck yourself|learn to read|learn to spell|learn to write|learn some|learn your|do your homework|read a book
bite me
read the article first|crawl back|speak for yourself|look who|take your pills|take your meds|take your medication
stop lying|stop trolling|stop being|stop pretending|get your facts|keep your mouth|cry more|cry me a river|eat dirt
do us a favour and|do us a favor and|screw you|try reading|try thinking|use your brain|wake up you|listen dimwit
сам ты|сама ты|сам дурак|заткнись|заткнитесь|иди лечись|иди в|пошел вон|kapa çeneni|kapa ceneni|sus be|yürü git
defol git|cállate|callate|calla ya|ta gueule|tais toi|ferme la|halt die klappe|halt den mund|halt dein maul
verpiss dich|լռիր|ձայնդ կտրիր|ձենդ կտրի|dzend ktri
"""
#: What may stand before an imperative in its clause.
BEFORE_IMPERATIVE: Final = set_of(
    """
    please just so oh and but you now then go ok okay well lol hey man dude bro or also
    """
)
#: Others who write on this page.
COMMENTERS: Final = """
person above|people above|poster above|commenter above|comment above|idiots above|previous poster
previous commenter
other commenters|commenters here|commenters above|the commenters|of the commenters|everyone commenting
anyone commenting
everyone here|everybody here|people here who|those commenting|everyone who commented|who commented here|above me
from you|trolls here|these trolls|this troll|hey genius|nobody asked you|who asked you|said the idiot|troll alert
"""
#: Surnames that are words, too: they need their capital.
ALSO_WORDS: Final = set_of(
    """
    baker bishop black brown bush carpenter church clay cook cross day dean field fisher fox gray green
    hall hill hunt hunter king knight lake lamb lane law long love major marsh mason may miller moon
    moore park parker pope potter power price prince reed rice rich rose short small smith snow stone
    strong swift taylor walker wall ward waters webb west white wolf wood woods young head post page bell
    ball best wise wild sharp
    """
)
