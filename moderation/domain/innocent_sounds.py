"""Ordinary words that sound like a listed one, or hold one between others.

Found by asking `likeness` about every word of Webster's Second (public domain) and the commoner words of the web,
with the lists that ship; `moderation policy word` asks the same about a new word.
"""

_WORDS = """
acmak aeris alvis americas amick amor analyst analysts animaniacs animas aralar aralari arber areek asmali
atheroma attar australias autoinfection basham beastman bebeast beclown becoward becreep bedeli bedirty bedumb
bedunce beete befilth behypocrite bemonster beplague bescoundrel bestain bette bevile beworm bikh bitme blader
blady blodget bloods bobbies bratt buro cahill canacee canapes caner canker cankers caron cetin chinamania chinar
chuka cill cips ciro cocke cockroaches conard copeck cowardy creepshow crus cubas cursor cursoria darci darcie
darcy darke deepen deepens degenerated delian delime delivery deliveryman delly demos deps devis dicke dicken
dicker dickes digamy digga dimit dimwitted dokey domus doney donkeyman doru druse duces ducey dumbasses dums
dunked dunker dunkers durack durax erez essex etonians ezek fascista fascisti foll freakshow freephone fuci geeks
gipsies goodie goodies gypper haack haak hackman hakk hanger hangisi hangman haqq hardock havan hebete hodes
honduras hornyhead hymar idiothermy ignoramuses imprimitive impute inbe indias insets israels izombie jackasses
jerksome kalas kanae kickee killam killian killua kopeck kopecks koreas krep kreps kurs kurz kyros lasi lassi
lech letch lycee lyke lykes lykke lyncher malas malaysia malaysian manics manslaughter maois marcion maris marois
mayim migrates miydik moneys monkeyface monstera mooers moorn moris morongo moroni moros morosaurian morosis
moroz moster mothered motherer mothering mothers mothery mras musie naasi nasi nobete nominable offscum offshoot
ofyour ordre orks oxus paci pacis packy pacy parasitosis phreak plack plage plaguesome poisson polak polesian
polesman pollak psychonomy psychosis psychosome pucker puckers putois putour putte puttee rebeg regen ridicle
roches romano rooms rtas rusen russias sakes salay satar satb sauvage savagess schesis scotsman scoundrelly sepa
sere sheephead sheepless sheepman shep shil shilla shillishalli shooter shotts shutt sicim sicken sicker
simpletonian sipc sizan slaker slaky slovenness snakehead snakeshead soother squawman stayin superabomination
superhypocrite superignorant superinfection superparasite superugly swage swinehead tallish tamis tanny tatas
tatras teus therapist therapists thic thicc thickhead tiree trashcan trollman turker turkshead turler turlere
turleri ucretin ultraugly ultravirus vare verine ville villes wacked wacker wacky waco waker wako weirded weirder
weirding weirds whacked whacker whacking whacks whacky whoops woops wormhole wormian yasak yasaklar zuko zunis
глупи драки крейн куров лабе лесо санин скотт татры токс туров украины украйны уорд хулиан хулио
"""

#: What only happens to sound like a word of a list.
INNOCENT_SOUNDS = frozenset(_WORDS.split())
