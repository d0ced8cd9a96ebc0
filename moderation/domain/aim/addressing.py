"""Words by which a comment shows whom it is aimed at."""

from collections.abc import Mapping
from typing import Final

from moderation.domain.readings.wordset import set_of

#: "You", in the languages of the lists.
YOU: Final = set_of(
    """
    you y0u yuo yov y0ur your yours yourself yourselves you're youre you've youve you'll youll you'd youd u
    ur ya yall y'all thou thy ты тебя тебе тобой твой твоя твое твои вы вас вам вами ваш ваша ваше ваши
    sen seni sana senin siz sizi size sizin sizler սen դու քեզ քո քոնը դուք ձեզ ձեր tu toi vous votre vos
    usted ustedes eres vosotros ti yu yuo yor urself ye ю йоу иоу յու
    тобою вами тя твоих вашей вашего ваших вашу вашим твоей твоего твою
    """
)
#: How words begin that were joined to hide a "you".
JOINED: Final = ("youare", "youre", "urso", "shutup")
#: Forms of "you" that are other words elsewhere: they count only before one of these.
YOU_BEFORE: Final[Mapping[str, frozenset[str]]] = {
    "du": set_of(
        """
    bist hast kannst willst weißt weisst weist musst sollst wirst redest schreibst dumme es voch inch inchu
    chgites himar apush
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
    mr mrs ms mister madam madame sir dear honourable honorable esteemed respected his her your comrade
    господин госпожа уважаемый уважаемая товарищ фрау дорогой
    պարոն տիկին պրն հարգելի հարգարժան ձերդ
    paron tikin hargeli sayin monsieur herr frau senor senora gospodin le la
    """
)
#: Offices by which somebody in power is addressed, or meant.
OFFICES: Final = set_of(
    """
    president premier minister chancellor senator governor mayor congressman congresswoman councillor
    speaker judge ambassador general commissioner excellency honour honor majesty highness holiness
    secretary director chairman chairwoman prime bishop cardinal patriarch excellencies deputy representative
    sheriff ombudsman councilman
    councilwoman alderman attorney prosecutor catholicos
    президент премьер министр губернатор мэр депутат канцлер председатель спикер посол патриарх
    նախագահ վարչապետ նախարար պատգամավոր քաղաքապետ կաթողիկոս դեսպան վեհափառ
    nakhagah naxagah varchapet naxarar nakharar kaxakapet qaxaqapet
    cumhurbaskani cumhurbaskanim basbakan basbakanim bakan bakanim baskan baskanim vekil vekilim vali valim
    presidente ministro ministre maire alcalde prasident prasidentin kanzler kanzlerin bundeskanzler burgermeister
    """
)
#: By whom an official is spoken to: an office, or a title before a name.
ADDRESSED: Final = OFFICES | set_of("mr mrs ms mister господин госпожа պարոն տիկին պրն paron sayin gospodin")
#: Somebody else.
PRONOUNS: Final = set_of(
    """
    he she him her his hers himself herself he's she's hes он она него ней ему նա նրա նրան onun
    """
)
#: Somebody else, behind "the" or "that".
SOMEBODY: Final = OFFICES | set_of("man woman guy fellow lady bloke chap person girl boy")
#: Somebody else, scorned, behind "that" alone: "said the idiot" is about a commenter.
SCORNED: Final = set_of("clown fool idiot crook liar thief coward")
#: Who writes and edits articles.
WRITERS: Final = set_of(
    """
    author writer journalist reporter columnist editor editors editorialist journalists correspondent hack
    scribbler
    """
)
#: What they do.
WROTE: Final = frozenset({"wrote", "writes"})
#: What goes before somebody who is known to all.
DETERMINERS: Final = set_of("the this that our your these those")
#: What an article is called: "the author of this piece" is the article's; of a law, not.
PIECES: Final = set_of(
    "article piece text column story report op-ed op editorial headline reporting interview caption"
)
#: What belongs to those who publish: "your newspaper" is not said to a reader.
PUBLISHED: Final = (
    PIECES | WRITERS | set_of("newspaper paper newsroom magazine website journalism coverage outlet")
)
#: The author, where no article or pronoun is needed to know which.
WRITERS_ELSEWHERE: Final = set_of(
    """
    автор автора автору հեղինակը հեղինակ հեղինակի լրագրողը յօդուածագիրը yazar yazari yazarin muhabir gazeteci
    l'auteur autorin heghinaky hexinaky lragroghy
    """
)
#: How one speaks of those who wrote an article, where it is short.
ON_THE_ARTICLE: Final = """
written by someone|written by a|written by an|article was written|piece was written|this journalism|lazy journalism
terrible journalism|bad journalism|poor journalism|shoddy journalism|sloppy journalism|biased journalism
great journalism|good journalism|excellent journalism|lazy reporting|terrible reporting|bad reporting
poor reporting
shoddy reporting|sloppy reporting|biased reporting|great reporting|good reporting|excellent reporting
balanced reporting|balanced report|fake journalist|so called journalist|the editors|fire the editor
автор статьи|журналист даже|журналист не|журналист явно|bu yazar|bu gazeteci|whoever runs this
who runs this site|whoever edits this|runs this site|runs this paper|edits this site|der autor|die autorin
el periodista
el autor|le journaliste|cet auteur
"""
#: Others who write on this page.
COMMENTERS: Final = """
person above|people above|poster above|commenter above|comment above|idiots above|guy above|man above
the above comment|comments above|posters above|last poster|previous poster|previous comment|previous commenter
op has
op is|op needs|op clearly|the op|people commenting|people posting|comment section|comments section|comment thread
the comments today|in the comments|these comments|this thread|on this thread|in this thread|in here are|in here is
every commenter|single commenter|some commenters|some of the commenters|a commenter|commenter who|commenters who
keyboard warrior|keyboard warriors|armchair general|armchair generals|armchair experts|fellow readers
fellow commenters
trolls on this|trolls in this|trolls on here|this comment|that comment|nasty comment|stupid comment
rude comment|silly comment|such a comment|such comments
this post|that post|this remark|comments like|comment like|posted above|wrote above|said above
posted the comment|wrote the comment
who posted this comment|haters here|haters in here|experts here|experts in the comments|people on this page
people on this forum|people on here|everyone on here|everybody on here|this forum|is a troll|are trolls|paid troll
paid trolls|internet warriors
other commenters|commenters here|commenters above|the commenters|of the commenters|everyone commenting
anyone commenting
everyone here|everybody here|people here who|those commenting|everyone who commented|who commented here|above me
from you|trolls here|these trolls|this troll|hey genius|nobody asked you|who asked you|said the idiot|troll alert
says the guy|said the guy|says the man who|says the one who|says the person who|says the woman who
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
#: Given names that are words, too: they need more than a capital where a sentence begins.
GIVEN_NAMES_THAT_ARE_WORDS: Final = set_of(
    """
    will mark hope art bill grace may june april rose sue pat frank rich guy jack joy faith dawn drew rob
    chase chance
    charity harry gene grant iris ivy jay lance miles nick norm olive page pearl penny pierce ray reed rusty
    sandy skip
    summer ruby victor wade ward woody max major dean earl duke
    """
)
