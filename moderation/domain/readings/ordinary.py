"""Short everyday English words: what is one of these is no fragment of a broken-up word and no disguise.

Written for this purpose; far from complete, and meant to be extended when a word is caught wrongly.
"""

_WORDS = """
եմ ես է ենք եք են էր էի որ չի մի այս այդ քո իմ նա մեր ձեր իր ու և до за из на не ни но об он от по со то ты да
же бы ли мы вы их им её ее мне нас вас она оно они все это эта этот что как так там тут где кто его был
ll ve nt
a i o ad ah al am an as at ax be by do ed eh el em en er et ex go ha he hi hm ho id if in is it jo la lo ma me
mi mr ms mu my na no of oh ok on op or ow ox pa pi pm re so st to uh um up us vs we ye yo ace act add age ago
aid aim air ale all and ant any ape apt arc are ark arm art ash ask ate awe aye bad bag ban bar bat bay bed
bee beg bet bid big bin bit boo bow box boy bra bud bug bun bus but buy bye cab can cap car cat chi cob cod
cog con cop cot cow cry cub cue cup cut dad dam day den dew did die dig dim dip doc doe dog don dot dry dub
due dug duo dye ear eat ebb eel egg ego elf elk elm end era eve eye fan far fat fax fed fee few fig fin fir
fit fix flu fly foe fog for fox fry fun fur gap gas gay gel gem get gin god got gum gun gut guy gym had ham
has hat hay hen her hey hid him hip his hit hog hop hot how hub hue hug hum hut ice icy ill ink inn ion ire
its ivy jam jar jaw jay jet jim job joe jog jon joy jug key kid kin kit lab lad lag lap law lay led lee leg
len let lid lie lip lit log lot low lux mad man map mar mat max may men met mid mix mob mom mud mug mum nan
nap net new nil nip nod nor not now nun nut oak oar oat odd off oft oil old one opt orb ore our out owe owl
own pad pal pan par pat paw pay pea peg pen per pet pie pig pin pit ply pod pop pot pro pub pun pup put ram
ran rap rat raw ray red rep rex rib rid rim rip rob rod roe rot row rub rug rum run rut rye sad sag sam sap
sat saw say sea see set sew she shy sin sip sir sit six ski sky sly son sow soy spa spy sub sue sum sun tab
tag tan tap tar tax tea ted ten the thy tie tim tin tip toe tom ton too top toy try tub tug two urn use van
vet via vow wag war was wax way web wed wee wet who why wig win wit woe won wow yak yam yes yet you zen zip
zoo able acre also arch area army aunt away baby back bake ball band bank bark barn base bash bath bead beam
bean bear beat been beer bell belt bend best bike bill bind bird bite blow blue boat body bold bolt bomb bond
bone book boot born boss both bowl bulk bull bump burn bury bush busy cage cake call calm came camp cape card
care carp cart case cash cast cave cell cent chat chef chip city clay clip club coal coat code coin cold come
cook cool cope copy cord core corn cost crew crop cure curl cute dark data date dawn days dead deaf deal dean
dear debt deck deed deep deer deny desk dial dice dies diet dirt dish dive dock does dogs doll done door dose
down drag draw drew drop drum dual duck duet duke dull dump dust duty each earn ease east easy eats echo edge
edit else even ever evil exam exit eyes face fact fade fail fair fake fall fame farm fast fate fear feed feel
feet fell felt file fill film find fine fire firm fish fist five flag flat flew flip flow folk fond food fool
foot fork form fort foul four free frog from fuel full fund gain gals game gang gate gave gear gene gift girl
give glad glue goal goat goes gold golf gone good grab gray grew grey grid grip grow gulf hail hair half hall
halt hand hang hard harm hate have hawk head heal heap hear heat heel held help herb herd here hero hide high
hike hill hint hire hits hold hole holy home hook hope horn host hour hung hunt hurt ices icon idea idle inch
into iron itch item jail jazz jean join joke jump june jury just keen keep kept keys kick kids kill kind king
kiss kite knee knew knit know lace lack lady laid lair lake lamb lame lamp land lane last late lawn laws lazy
lead leaf lean left lend less liar lick lied lies life lift like limb lime limp line link lion lips lira list
live load loan lock logo lone long look lord lose loss lost lots loud love luck lump lung made mail main make
male mall many mark mask mass mate math meal mean meat meet melt menu mess mice mild mile milk mill mind mine
mint miss mode mold monk mood moon more most move much must name navy near neat neck need nest news next nice
nick nine node none noon norm nose note noun numb oath obey odds okay once ones only onto open oral over pace
pack page paid pain pair pale palm pals park part pass past path peak peal peek peel peep peer pest pick pile
pine pink pint pipe pity plan play plea plot plug plus poem poet pole poll pond pony pool poor pope pork port
pose post pour pray prep pull pump pure push quit race rack rage raid rail rain rank rare rate read real rear
rely rent rest rice rich rick ride ring riot rise risk road roar rock role roll roof room root rope rose ruin
rule rung runs rush rust safe said sail sake sale salt same sand sang save seal seat seed seek seem seen self
sell send sent ship shoe shop shot show shut sick side sigh sign silk sing sink site size skin skip slam sled
slim slip slow snap snow soak soap sold sole some song soon sort soul soup sour span spin spit spot star stay
stem step stir stop such suit sure swim tail take tale talk tall tank tape task taxi team tear tech tell tend
tent term test text than that them then they thin this thou thus tick tide tidy tied ties tile till time tiny
tire told toll tone took tool toss tour town trap tray tree trim trip trod true tube tuck tune turn twin type
unit upon urge used user vary vast vein very vice view visa vote wage wait wake walk wall want ward warm warn
wash wave ways weak wear weed week well went were west what when whey whip whom wide wife wild will wind wine
wing wink wipe wire wise wish with woke wolf wood wool word wore work worm worn wrap yard yeah year your zero
zone
"""

#: Words that stand alone beside any other word, and therefore never form half of "fu ck".
ORDINARY = frozenset(_WORDS.split())
