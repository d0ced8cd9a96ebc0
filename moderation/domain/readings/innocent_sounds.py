"""Ordinary words that sound like a listed one, or hold one between others.

Found by asking `likeness` about every word of Webster's Second (public domain) and the commoner words of the web,
with the lists that ship; `moderation policy word` asks the same about a new word.
"""

_WORDS = """
acmak adiga aeris akkus alvis americas amick amor analyst analysts angeber animaniacs animas aralar aralari arber
areek asmali atheroma attar australias autoinfection baner basham beastman bebeast beclown becoward becreep
bedeli bedirty bedumb bedunce beete befilth behypocrite bellenden bemonster beplague bescoundrel beslut bestain
bette bevile beworm bikh bitme blader bladers blady blodget bloods bobbies bobos bratt buro byla cabron cahill
canacee canapes caner canker cankers carbones caron cetin chinamania chinar chuka chura cice cill cips ciro cnut
cocke cockroaches conard copeck cowardy creepshow crus cryptosystem cubas cunta cursor cursoria cuting darci
darcie darcis darcy darke deepen deepens degenerated delian delime delivery deliveryman delly demos deps devis
dicke dicken dicker dickes digamy digga dimit dimwitted dokey domus doney donkeyman doru drem druse duces ducey
dumbasses dums dunked dunker dunkers durack durax erez essex etonians ezek fagott fascista fascisti fixen foll
freakshow freephone fuci geba geeks gefixt gipsies goodie goodies gypper haack haak hachi hackman hakk hanger
hangisi hangman haqq hardock havan hebete hodes honduras hornyhead hueva hymar idiothermy ignoramuses ikapp
imprimitive imputa imputada imputado impute imputes inbe indias insets israels izombie jackasses jerksome jiss
kalak kalas kanae kanken kant karay khokhlov kickee kikis killam killian killua kopeck kopecks koreas krep kreps
krio kurs kurz kyro kyros lasi lassi lech letch lycee lyke lykes lykke lyncher malas malaysia malaysian manics
manslaughter maois marcion marcon maris marois mayim migrates minett miydik mofongo moneys monkeyface monstera
mooers moorn moris morongo moroni moros morosaurian morosis moroz moster mothered motherer mothering mothers
mothery mras musie naasi nasi nega negeri nigerii nobete nominable offscum offshoot ofyour ordre orks oxus paci
pacis packy pacy parasitosis phreak pidas plack plage plaguesome poisson polacy polak polesian polesman pollak
psychonomy psychosis psychosome ptas pucker puckers putian putois putour putte puttee puttees putto rebeg regen
ridicle roches romano rooms rtas rusen russias sakes salay salopek satar satb sauvage savagess schesis schiess
schiss scotsman scoundrelly secam sepa sere sheephead sheepless sheepman shep shil shilla shillishalli shooter
shotts shutt sicim sicken sicker simpletonian sipc sizan slaker slaky slovenness slutandan snakehead snakeshead
soother sorgen spick spik squawman stayin stit stitt suki superabomination superhypocrite superignorant
superinfection superparasite superugly swage swinehead szuka szukam szukasz tallish tamis tanny tatas tatras teus
therapist therapists thic thicc thickhead tiree trani trashcan trollman turker turkshead turler turlere turleri
twatt txts ucretin ultraugly ultravirus vare verine ville villes wacked wacker wacky waco waker wako weirded
weirder weirding weirds whacked whacker whacking whacks whacky whoops whoredom wicher woops wormhole wormian xixe
yasak yasaklar youin zog zucca zuka zuko zunis воре глупи даго драки забеи каминг кант креин куров лабе лесо паки
паси пата пате пато педикюр полак санин скотт спик спиц судака татры токс туров украины уорд фагот фагота факс
факса факсы фукс фукса хорни хулиан хулио шор
bener bich bozer bych chiny churi cikke dildy drochia fuki fuqing fuxin fuxing ganon hebb henti horni huesos hulyo
hymes joda katak khui khuya kikke kunt merdan miera nhuy phuc piker pusi pusik puteam puteau puten putosi puuta
puute puzi seks shealey shitan sikap sikke sikkeler sikkeleri sikkelerin sikkesi skikk skoog slutshole slutt
sluttet sudca sult sultan tanabe tyska
спид спида спиду спидом спиде спиди пик пики пика пиков пикам пиками пиках залп залпа залпу залпом залпе залпы
заело заела заел набело нагой нагою скат скаты ската скатов гота гот готы готу клир клира клиру клиром туба тубе
тубу тубы пута путы путу путам санин санина санину саниным небом небо добей добейся перил перила перилам
перилами пиар пиара пиару пиаром пиаре шор нигерии нигерию нигерия нигерией пребывать пребывал пребывали
пребывает пробы проба пробу пробой пробе пробка пробки пробку пробке пробкой пробок կանեմ սիկիմ գոտի գոտու
գոտուն գոտում գօտի գօտու պատաս պատես վանքեր վանքերը վանքերի նիգեր նիգերի շինի սատիր սատիրի нагои добеи
pickers gotv naqvi
nahi sates sakti bobbs stakes
faker fakers pickler picklers pickles pickeer pixler recip recips niggle niggles niggled niggling niggler sithole
sitholes hebe hebes pooter pooters kunti huei hueu huia huias dubos gadon spellcaster spellcasters negrito
negritos negritas cyke piler polaxis quinia unnegro shoother whiggery wakering fucini fucino fucci bozek bosek
bozec hayoz huyna keasey knake muzzey placker plackers polakis schiesser schiessers waner darkis hadcock chukri
cabon caborn bohnker chuki dilder kunac fagotti stuls sebis mikis juhan assat assats bichi cuntis fuxi golek gvat
hetai huila huili judenau khulo pucking wanxing woore woorree woree xike xuebu xueba ziqim koog ebnat goveren
gyoer kuntzs mariones oropus ptue shitta hashitta wankes xuia obeb orik pollaci pollacci khue churk chinada sheni
fuks viski viskin yaram yarama yarami yaramin yaramiz turksun turksunuz hangim zekam zekami saatci saatki satci
icip kirlar darki darkki darkci ineler asikim asikimi aciklar acikladi aciklari qnem knem kanakn paxi apaki apakin
zatki satkec stoyg goteren kahenin khachi xachi poxui pokhui nujni skaty sluha sluhy staki sudaka musye muzye
muzyei jdan nadoj pacci dishit kvase cuntz ptain shitsu shitsus wanka набеи побеи выбеи вебом асхат асхата асхату
асхатом асхате ашат асгат доело
выело объело отъело подъело поело разъело елань елана елани елану еланы армяк армяка армяки армяком армяку армяке
впились заржу канаке канем кике мерир набе набом надмочить нигер нигера нигеру нигером нигере нигерец нигерца
нигерцы нигерцев нигерцам нигерка нигерки пиары похаи салопе сатки скуи спиды сохни сохните теним хаило хилая
хилого хилом хилые хулило хулить чарка чарки чарок чинк чинки чубе гипо горни дебая киро бабс гондоло дарки залпи
набло небого канви канти патос патоса кацаи перестеляю путе путо слати фаготи холов цице шине шини шинами шите
шити гибс дига пеика пеики пици паци пробал пробала заека еланец мудау хулан шени хурина blads fiken gokk
kanke puttes huil huilu kassat pakki puutos beleend kakker meerde negeer wichers suchary nudez rirem darie pornite
sektas nigeris cinks agid apici puzzi klirr pustar putta skik curka sebal sekam xueta placky draky pusy darky
kmotrem
spcs mfoo shitai bigwiggery
наело полацк полацка полацку yaraq yarraman sluther shither
"""

#: What only happens to sound like a word of a list.
INNOCENT_SOUNDS = frozenset(_WORDS.split())

_PAIRS = """
apes hit/bats hit/bell ends/bulls hit/chickens hit/dips hit/horses hit/china men/chin amen/cream pie/cream pies
dag os/da go/deep throat/de li/fu king/geb er/ge ber/go tu/go tun/got un/kan siz/me rir/mer de/muda k/nu des
only fans/pak is/put es/put os/re tard/s pics/si kim/wan king/ю кон
"""

#: Two ordinary words, of whatever language, that would be a listed one without the space between them.
INNOCENT_PAIRS = frozenset(pair for line in _PAIRS.split("\n") for pair in line.split("/") if pair)
