"""Ordinary words that are another ordinary word with letters exchanged, left out, doubled or reversed.

A misspelling of a listed word that lands on one of these is that word, and no disguise.
Selected by computation from the common English words of SCOWL (copyright 2000-2018 Kevin Atkinson, who permits
use, copying, modification, distribution and sale), with names and rarer words that lists have hit by mistake.
"""

_WORDS = """
count counts counted
abbot able abreast abuses accused accuses ached aches achieves aching acing action actions added adding addition
additions additive addresses admires adored adoring advises aesthetic ages aging agonies aided aides aiding ailed
airlines ajar alack alert aliens alight aline alined alines alining alkalis allying altar ameba amebae amebas
amenable amiable amiably amphitheaters amphitheatres ample amplifies analyzes anemia anemic angels anger angers
angles ankles annals announces annul annuls anon apathetic apologies appal appalls appals appareled appeases
apples appraises aptly arced arches arcing areas ares arises armor arose around arranges arrest arrests arthritis
artifices artist artists aspic aspics assembles asses asset assets assures astray atone augusts avenges averse
avert averted averting averts avid avocados awakes aware awing babbles babes backed backer backing backlash backs
backside bacon badder badges badly badness bagged bagging baked baker bakers bakes baking baled baling ballad
balled balling banana bananas bandana bandanas bandanna bandannas banded bandied bandies banding bands bandy
bandying banister banisters banjos banked banker banking banks bannister bard bards bared barely barer bares
baring barked barking barley barn barns baron barred barreled barreling barrelled barring bars bart based bases
basing basis basra basses bast basted basting batch bathed bathes bathing baths baton bats batted batter batting
bawled bawling bawls bayed baying bayoneted beach beached beaches beaching beaded beading beads beaker beakers
beaks bearing bears beast beasts beating beats beech beeches beets behaves being belated belie belied belies
believes belled bellied bellies belling bellow bells bellying below belted belying bench benched benches benching
bender bending bends benefited beret beside besides besieges bests biased biasing biassed biassing bidden bidding
bided bides biding bigger biked bikes biking bile binder binders binding binds birded biting bitten bitter bladed
blading blanket blazes bleaches bleated blest blips blitz blitzes blocs blonde blonds blooded blooding blot blots
bluing blurs blush blushes bluster blusters boars boated boating boats bobbed bobbing bobs boded bodes bodies
boding bogged bogging boiled boiler boilers boiling boils bolder bolt bolts bonded bonding bonds boned bones
bonier boniest boning bonner booed booing booked booking books boomed booming booms booted booting boots border
borders bores botch botched botches botching bother bothers bought bounces bowed bowel bowing bowler bowls boxes
brag brain braked braking bran branded brandies branding bras brat brats breath breather breathes breaths breed
brenner brest bride brides bridled bring brinier briniest briny broke bronco broncos brows browses bruises brunt
bucked bucking buckles budge budges buffalos buffed buffer buffers buffing buffon buffs bugger bugle bugled bugler
buglers bugles bugling bulge bulged bulges bulging bulldozes bulled bulling bumper bunch bunched bunches bunching
bungles buns burger burgers burnt burred burring burros burrs bused buses bushed busheled busheling bushelled
bushes bushing busier busies busiest business busing busted busting busts buts buttes butts buying buzzes cabbed
cabbing cached caches caching cackle cackled cackles cackling caged cages cagey caging caked caking calfs calicos
calked calking calkings calks calls callus callused calluses callusing calm calms campaign camped camper camping
camps canal cancel canceled canceling cancelled cancels candid caned canes caning canned canning cannon cannons
canny canon canons canter canters canvas canvased canvases canvasing canvass canvassed canvasses caped caper
capers capes capped capping carbon cared cares cargos caring caroled caroling carolled carolling carols carouses
carp carps carries carted carting carton cartons cartoon cartoons carts carve carved carves carving cased cases
cashed cashes cashing casing casings casino casinos cassino cassinos caste caster casters castes casting casts
casual casually cataloged catcall catcalls catches cater catered catering caters caucused caucusing caucussed
causal cause causes caved caves caving cawed cawing cease ceased ceases ceasing cells cement cements chafed
chaffed chaffing chafing chagrined chalet chalets chances channel channeled chaperons chaplain chaps charges chars
charters chase chases chats chatter cheer cheers chefs chess chicer chicest chile chiles chili chilies chilis
chiller chillest chilli chillies chins chips chiseled chiseling chiselled choked chokes choking choose choosy
chopper chops chorals chorused chorusing chorussed chose chucked chucking chukka chukkas chums cider ciders cilt
cinch cinched cinches cinching circles cites citrus clam clams clans claps class cleaned cleaner cleaners cleaning
cleanses cleaves clefs clever clinches cling clod clods clones closes closet clot cloths clots cloves cluing clung
clvii clxii clxvi cnut coals coated coating coats cocked cocking coconut coconuts codded codding coded codes
coding coked cokes coking cold colds collie collies colones colonies colonizes colons colt colts comas combated
combating combatted combs comes comic coming commander commandos commands commas commutes compete competed
competes competing compiled compiles complains complaint completed compliant complied complies composed composes
composing computes concave concerted concerting concerts concreted concreting condenses conducive cones confer
confers confuses congenial conjures consuls consumes contact contacted contacts continent cooed cooing cooked
cooking cooks cools cooped cooping coped copes copies coping copped copper coppers copping coral corals cords
cored cores coring cork corner corners cornet cornets corny coroner coroners corporal corps corpses corral corrals
cosier costed costing costs couch couched couches couching councilor counseled counselor countess counties county
couples coups courier couriers cover covers covert coverts coves covet covets cowed cower cowing cozier crabs
cracked cracking cram crams craned craning crapy crate crated crater crates crating crave craved craves craving
cravings crazes create created creates creating creation creations creed creeps crees crepes crevices cries crises
crisper crispest crispy crochet crochets crony crooks crop crops crotches crowd crowed crowing crows crucifies
crueler cruelest crueller cruellest cruises crumbed crumbing crusades crust crystal cubed cubing cueing cuing
cumming cupful curd cured cures curing curios curled curling curls curly curries curse cursed curses cursing curst
curtsy curtsying cuter cutest cutter cutters dabbed dabbing dabbles dairies dairy daises damndest dances dared
darien daring darken darker darkie dated dating dawdles deadlines deadlocks deals dears death deaths debates
debilitate debility debts debut decease deceased deceases deceasing deceives decent decried decries decry decrying
deduced deducing deeming deep deeps deer deers defeated defeating defect defected defecting defects defer defied
defies defines defying degenerating deign deigned deigning deigns delete deleted deletes deleting deletion delis
deliver demon demons denies denim dense dented denting depot depots deprecate deputies derive derived derives
deriving derrick desert deserts desire dessert desserts destines deter deters detest devil deviled deviling
devilled devilling devote devotees devotes dextrous diagramed dial diaper diaries diarrhea diary diced dices
dicing didos digger dills dimer dimity dimmer dine dined diner diners dines dingy dining dinned dinner dinners
dinning diplomas dipped dipping direr direst discs discus discuses discuss discusses dispenses distil distills
distils disuses dittos diver divers dives divided divides divines diving dodges doing doled doling dolled dolling
dolly domed doming domino dominos doodles doom doomed dooming door doors dosed doses dosing doted doting dotted
dotting doubles doves downed downing downs dozes drab dragon dragons drain drat draw drawer drawing draws dreamer
dredges dress dresser dresses dribbles drier driers dries driest drive driveled driveling drivelled drives driving
droned droning droops drops drouths droves dual dubbed dubbing ducking ducts dueled dueling duelled duelling duke
dukes dulled dulling dullness dulls dulness dumfound dumfounds dumping dunes dunks duped duping dutch dwelled
dwelling dying eagles ears earthier earthiest earthing earthy eased eases easing eater eating eban eblana echos
economies edger edit edits egoism eights embezzles emir emit emotion emotions employe employees employes employs
enameled enameling enamelled encodes ended ending endorses energies enforces engraves enlarges enquires enrol
enrolls enrolment enrols ensue ensued ensues ensuing entails enthral enthralls enthrals envelops eons equaled
equaling equalizes equalled equalling eras erases ergo erring escape escapes esra etches eternal eternally ether
ethic ethically ethics eulogies evens evil eviler evilest eviller evillest examines except excepted excepting
excepts exert exerts exited exiting exits expedites explores extol extolls extols eying faced faces facet faceted
faceting facets facetted facetting faction factions facts failed failing fails fairs fairy faked fakes faking
famed fancies fantasied fantasies fared fares faring farmed farmer farmers farming fasted fasting fasts fated
father fathered fathering fathers fating fatten fattened fattening fattens fatter fattest faulty favor favored
favoring favors feats feces feeler felled felling fences fends fetch fetches feted feting fetus fetuses fezes
fezzes fiascos fibber fibbers fiber fibers fiche fiction fiddles field fiend fiends fiery fight fighting fights
figure filed files filet filets filing filled fillet fillets filling fills filly finale finales finals finch
finches finds fine fined finely finer finest fining finish finishes fired fires firing fisher fishes fists fitful
fitted fitter fitting fixes fizzed fizzes fizzing fizzle fizzled fizzles fizzling fizzy flaked flaking flames
flamingos flanneled flasher flashes flashest flats fledgling fleeing flees fleshier fleshiest fleshy flied flies
flim fling flings flits flog flow flowered flues flunky fluted fluting flying focused focuses focusing focussed
focusses focussing fogged fogging folly fonder fondling fonts foods forages forbear forbears forbore forces fords
fores forest forge forged forger forgers forges forging forgo forgoes forgoing forgone form forms formulae
forswear forswears forswore forsworn fortes forth forts forwent foster founder foundered founders founding fours
frailer frailest framed frames framing franchise francs frank frayed fraying frays freeing freezes freshen fried
fries fright frighted frighting frights from froth frying fueled fueling fuelled fuelling fukien fukuoka fukuyama
fulfil fulfills fulfils fulled fulling fullness fully fulness fumbles fumes funded funding funds funeral fungus
funneled funneling funnelled funner funnest furry fused fuses fusing fussed fusses fussing fuzed fuzes fuzing
fuzzed fuzzes fuzzing gabbed gabbing gable gables gaged gages gagged gagging gaging gains gales galley gallon
gallons gals gambled gambles gambling gamer gamest gander ganging gangs gaped gapes gaping garage garb garbed
garbing garble garbs garish garnished garnishes garret garter garters gases gashed gashes gashing gasped gasping
gasps gassed gasses gassing gated gates gating gavel gavels gayer gayest gazed gazes gazing genes genial gentle
gentles genus genuses geranium ghettos gibber gigged gigging giggles gilded gilding gilds gills ginned ginning
gives glads glamor glamored glamoring glamorize glamorous glamors glens glided glides gliding glosses gluing gnat
gnaw gnome gnomes gnus goads goats gobbed gobbing gobbles godlier godliest godly going golf gongs goody gooier
gooiest gored gores gorge gorges goring gossiped gossiping gossipped gouges grab grabs grace gradation grader
grades grander grass grate grated grater graters grates grating graveled graveling gravelled gravely graves gray
greed grid grids grills grimy grins gripe griped griping gripped gripping grips grisly grit grits groove grooves
groped groping grottos grove groveled groveling grovelled groves growing grows grub grueling gruelling grumbles
guerilla guerillas guerrilla guess guesses gully gulp gums guns gusher gushes gusted gustier gustiest gusting
gusts gusty gutted gutting guzzles gypped gyps haber haggles haled haler hales haling halos hancock handed handful
handing handles harder hardest hardly hardy hared harem hares haring harmonies harms harness harts hastes hatches
hated hates hating hatted hatter hatters hatting haven havens haves having hazes header hears heart hearts heater
heath heats heaves heckles heresy heretic heritage heritages hernia heron herons heros hideous hikes hinds hired
hitchcock hoard hoaxes hobos hockey holed holes holing holly homes homey honed hones honesty honing hooka hoop
hooped hooping hooter hooters hooves hoped hoping hopped hopping horded hording horse hosed hoses hosing hosted
hosteled hosteling hostelled hosting hosts hotel hotels hours hover hovers huey huger humanizes humanly hunch
hunches hungry hunted hunting hunts hurdles hurled hurling hurry hurrying hurting hustles hyena hyenas hymns
hyperbole icier iciest icing ideas idles idol imbed immoral immovable impeded impeding imperil imperiled imperils
implement impudence impudent inane inaner inanest inbred inbreed inbreeder inbreeding inbreeds indeed indicted
indicting induced inducing inert infect infected infecting infection infects infraction inhales initialed injures
inking inner innuendos inquires insect insects insides insolent instal installs instals instil instills instils
insulted insulting insures interment interne internes interns interred inters intrudes invades isles jarred
jealousy jelled jelling jells jewel jeweled jeweler jewelers jeweling jewelled jeweller jewellers jewelling jibed
jibing jigged jigger jigging jogged jogging joined joining joins jokes judgment judgments jugged jugging juggles
juices jumper keel keeled keeling keels keep kenneled kenneling kennelled kese kidnaped kidnaper kidnapers
kidnaping kidnapped kidnapper kikes kiler kinship kisses kneeing knees knits koch kock kok koran korans kox kraut
kuntz labeled labeling labelled labelling laced laces lacing laded laden lades ladies lading lager lagers laid
lair lairs lamed lament lames laming lana lances lander lanes larges lars lashed lashes lashing lasses later
lateraled lathe lathed lather lathers lathes lathing laths latins latter laud launches layer layers laying leader
leafleted leaky leaned leaner leaning leans leased leases leasing leaves lectures ledges leek leer leered leering
leers leggins leper leveled leveling levelled levelling lever liability liable liar liars libeled libeling
libelled libelling libellous libelous liberties license licenses lies lighting lightning likable liked liker likes
liking limbs lime limed liming lined linen liner liners lines lingos lining lion lions liras liter liters litter
litters livable live lived lives lobbed lobbing locals lodges loin loins longed longing loons loony loop looped
looping loops looser looses loosing loot loots loped loping lopped lopping loser loses losing losses lots lotus
louse louses lovable lover lovers loves lowlier loyaler loyalest loyaller loyallest lunch lunched lunches lunching
lunge lunged lunges lunging lungs lupins lured luring luster lying macaronis macintosh madam made magnets
magnifies maicon maims mains maker makers makes making male males mamas mammas manacle manages manes mange manger
mangers mangles mangos mangy mania manias manic manicure manifests manly mantelpiece mantelpieces mantels
mantlepiece mantlepieces mantles maple maps marches mares maria marina marinas marine marines marion marital
marred marries marring marshal marshaled mart martial martin marvel marveled marveling marvelled marz mashes mason
mastery mated mates mating matte matted mattes matting matts maudlin mazes mealier mealiest meals mealy meander
meaner medal meddles media medias mediate mediated mediates mediating mediation medieval meet meeting meets melon
mementos memories meres merges metal meted meter meters metes meting mewed mewing miens miked miking miles milker
miller millers mimed miming mined mines minibuses mining minted minting minuets minus minutes mires miser misers
misery mislay mislaying mislays misled missed misses missing mister mites mixes moans modeled modeling modelled
modelling modes modesty modifies moist molar money mood mooed mooing moons moor moored mooring moors moose moped
mopes moping mopped mopping moral morality morally morals morning morns moron morons mortgage mortgages mosquitos
mosses mostly moths mottos mouse moused mouses mousing mousse moussed mousses moussing mousy movable movables
moves mowed mowing mucus muffed muffing muffles mugger multiples mumbles munch munches murat mused muses musicals
musing mussed musses mussing mustache mustaches muster muter mutter naive naked napes naps needed needing needles
nemes nested nesting nether netted netting neural neuron neurons nibbles nickels niger nigeria nigerian nigerians
niggard niggardly nips noise nomad nooses nosed noses nosier nosiest nosing note notes nothing noting nova nudes
nutrient nutrients nuts observes oceans offed offices ogre organizes outed outer outing outlay outlaying outlays
outlying outsides overate overbore overdoes overdoing overeat overeats overhead overlay overlays overly overlying
overrate oversees overshoot overshot owing oxidizes paced pacemaker paces pacifies pacing packer packers packet
packets padded padding pages pained paining pains paint paints pairs palate palates paled paler palette paling
palled palling palms pals paneled paneling panelled panelling panes panned panning pans panted panties panting
pants panty papal papas paper papered papering papers parakeet parakeets parc parceled parceling parcelled pared
pares paring parish parks parole paroles parrakeet parred parring parses parson part partakes parted parting parts
party passes paste pastes pasties pasts pasty patent patently patents pates path paths patios patter pattered
pattering patters pawed pawing pawned pawning pawns paws payable payed payer payers paying payoff payoffs peaces
peach peaches peacock pealed pealing peals pears peasant peasants pease pecker pedaled pedaling pedalled pedalling
pedant pedants peddles peek peeking peels peered peering peers penciled penciling pencilled penny pepped pepper
pepping perfect perfects periled periling perilled perilling perjures person peter petered petering peters pets
pettier pettiest pettiness petty phase phased phases phasing phoned phones phonic phoning phony phonying photos
phreaking piccaninny picked picker picket picking pickle pickled pickles pickling picks piece pieced pieces
piecing piers piggish piked pikes piking piled piles piling pilled pilling pined pining pinned pinning pins pints
piped pipes piping pitches pizza pizzas place placentas places placket plaid plains planed planes planing plank
planned planning plans plant plants plaster plasters plate plated plates plating pleas pliant plied plies plots
plug plumed pluming plums plunges pluses plusher plushest plusses plying poaches podded podding pointer poises
poison poked poker pokes poking polacca polar poled polices poling polishes politics pollack polled polling
pollutes ponds ponies pool pooled pooling pools poplar popped popping pored poring porno ported porticos ports
posed poses posies posing posted posting posts potent pothole potholes potion potions pots potted potter potters
potting power powered powering powers prances preacher preaches predicted prefect prelude preludes premiers
premises premiss premisses preserves price priced prices pricing pricked pricking pried pries primed primer primes
primeval priming primmer princes prism privater procures produces programed programer prolog prologs promotes
proms pron proofs proper prospects provides provisos prows prying psis psychs publishes pucks pudding puffer
pulses pummeled pummeling pummelled pumped pumping pumps punch punches punks punter punters purchases purer
purifies purse pursed purses pursing pursues pusher pushes pushier pushiest pushy pusses putin putted putting
puzzles quadruped quaked quakes quaking qualifies quarreled quarts quibbles quiets quits quoted quoting quran
rabbis raccoon raccoons raced racer races racing racist racoon racoons radial radials raged rages ragged raggeder
raggedest ragging raging raider raids rail raked raking rally rambles ranches ranger ranges ranked ranking raped
raping rapped rapper rappers rapping raps rared raring rashes raster rated rating rationals ratios rats ratted
ratting rattles raveled raveling ravelled ravelling raves razed razes razing reader reading reales really reals
realty reamed reaming reams reaps reared rearing rears rebut recap recaps receives reclines rectal rectifies
rector rectors redo redraw reed reel reeled reeling reels refer refers refilled refilling refines refreshes
refueled refueling refuelled refuge refugees refuges regal regent regents regimens regimes reign reigned reigning
reigns reined reining reins relay relayed relaying relays relied relies relive relived relives reliving relying
remaking remark reminder reminders remit remodeled removes repaid repay repaying repays repel repelled repelling
repels repertoires reply replying reread rereading rereads rescues reset resets resetting reside resides resin
resins restores restrains rests retain retained retaining retains retire retired retires retraced retracing retrad
retries retrieves reuse reused reuses reusing revel reveled reveler revelers reveling revelled reveller revellers
revelling revels revere revered reveres reveries revering revery reviled reviles revolves revved revving reward
riced rices richer ricing rickshas ridded ridding rider riders rides riding rifle rifled rifles rifling rigged
rigger riled riles riling rimmed rimming ringing riper ripped ripping rises rising rivaled rivaling rivalled
rivalling riveted riveting rivetted rivetting robbed robbing robed robes robin robing robins rocker rogue rogues
roles room rooster roosters rooted rooter rooting roots roped roping roses roster rosters rotted rotting rouge
rouged rouges rouging round roundness routing routs rowing rubble rudder ruder ruffed ruffing ruing rules rumps
runner runway runways ruses rusted rusting rustles sabers sabres sacked sacking sacks sacred saddle saddled
saddles saddling sades sager sages sagged sagging sailed sailing sails salable salas sales sallow sallower
sallowest salon salons saloon saloons salt salted salter saltest salting salts salvation salve salved salves
salving sames samples sandal sandals sanding sands sandy saner sang sapling saplings sapped sapping saps sari
sashes satin saucer sauces sauna sauted savage savaged savages savaging saved saver saves saving savings savior
saviors savor savors sawn saying sayings scald scaled scaling scans scanter scantest scare scared scares scaring
scarred scarring scars schedules schemes scooped scooping scoots scoped scoping scorches scored scores scoring
scotchs scoured scouring scram scrambles scrams scrap scraped scrapes scraping scrapped scrapping scraps scribbles
scrounges scuff scuffed scuffing scuffs sealing seals seamed seaming seams searches seared searing sears seated
seating seats secrets seduces seeded seedier seediest seeding seeds seedy seeing seeking seeks seep seeped seeping
seeps seller sellers selling sells selves semen sender sending sends sentence sentient seqs sequences sera serve
served serves serving setter setters setting settle settles setup seven sevens sever severs sewed sewer sewers
sewing sexing sexist shady shakes shaking shamed shaming shammed shamming shams shape shaped shaping share shared
sharing shave shaves sheaths shedding sheds sheiks shelling sherbet sherbets shied shies shift shiite shiites
shine shined shines shining shinned shinning shins shiny shock shoed shoes shoo shooed shooing shoos shoots shored
shoring shots shove shoveled shoveling shovelled shoves shower shred shreds shrieks shriveled shuffles shun shuns
shuts shutting sicked sicker sickest sicking sickly sickness sicks sided sides sideshow sideshows siding sifted
sifting sifts sighed sighing sighs sight sighted sighting sights sigma signaled signaling signalled signed signer
signing signs sikkim silences sills silly silos silt silted silts silver silvered silvering silvers simmer
simmered simmering simmers simulate simulated simulates singe singed singer singers singes singing single singled
singles singling sings sinking sinks sinned sinner sinners sinning sipped sipping sire sires sited sites siting
sitter sitters sitting sizable sized sizes sizing sizzle sizzled sizzles sizzling skates skies skilful skillful
skim skims skin skins skips skits skua slag slake slaked slaking slap slash slashed slashes slashing slat slated
slating slats slave slaved slaves slaving slaying slays sleek sleep sleeper sleets slice sliced slices slicing
slides slier slily slim sling slit slits slitting sliver slivered slivering slivers slop slope sloped slopes
sloping slopped slopping slops slots slums slung slurs slyer smart smidgen smidgens smidges smile smiles smite
smites smoked smoker smokes smoking smoky smolder smoldered smolders smoother smoothes smooths smother smug
smugger smuggles smut snag snaked snaking snap snaps snared snaring sneaker sniffed sniffing snigger sniggers snip
sniped snipes sniping snipped snipping snips snoops snored snores snoring snorkeled snort snot snots snub snuffed
snuffing snug snugged snugging soars sober socked socking socks sodden soggier soggiest soggy soiled soiling soils
solder soldered soldering solders soldier sole soled soles solid solider solidest solidity solidly soling
solitaires solitaries solves some sonny soothed soothes soothing sootier sootiest sooty sopped sopping sore sorer
sores sorest sorted sorting sorts soured souring sours sowed sowing soyuz span spans spar spare spared sparer
sparest sparing sparked sparking sparkles sparred sparring spars spas spat spats spatted spatter spattered
spatters spatting spay spayed spaying spays specifies specked specking speed spice spiced spices spicing spied
spies spilt spin spine spines spinless spins spiraled spiraling spiralled spires spit spite spited spites spiting
spits spitted spitting splices split splits sponges spool spools spoonful spoons sports spot spots spout spouted
spouting spouts sprig sprigs spring sprinkles spryer spurs sputter sputtered sputters spying squeezes squired
squiring stab stags stain stained staining stains staked staking stale staled staler stales stalest staling
stalled stalling stances stanch stanched stancher stanches stanchest stanching stand standing stands staples star
stare stared stares staring starred starring stars start started starting starts state stated stater states
stating statue statues status stave staved staves staving stayed staying stays steak steaks steal steam steamed
steaming steams steels steeps stems stenciled step steps stew stewed stewing stews stick sticker stickers sticks
sting stinger stingers stingier stingiest stinging stings stingy stink stirs stoke stoked stokes stoking stones
stony stool stoops stop stopped stopping stops stored stores storing story stove strad straggler straggles strange
stranger strangers strangles strap straps straw stressed stretcher stretches strikes string striped striping
stripped stripping strips stub stubby stuck studios study stumbles stun stung stuns subbed subbing subsides
subsidies sucked sucking sucks suffer suffers suggest suing suits sulked sulking sulks sultans summaries summed
summer summing summoned summoning sunbathes sung sunned sunning super supers supper suppers supplant supplants
suppler supplies surer surest surfs surgeon surgeons surly surname surplused swam swan swans swap swaps swathes
swats sway sweater swigs swindles swing swiveled swiveling swivelled swoops tables tacked tacking tackles tacks
tailed tailing tails taker takers takes taking tales tally tamed tamer tames taming tang tangs tanked tanking
tanks taped taper tapered tapering tapers tapes taping tapped tapping taps tarred tarring tarts tasseled tasseling
tasselled tasted tastes tastier tastiest tasting tasty tattles tatty tawny taxed taxes taxiing taxing taxis
teaches teaks teases teats teeing teem teepee teepees teeter teeters temper tempers tended tending tends tenet
tenets tenor tenors tents tepee tepees terrace terrain terrains tester testes tests textual theaters theatres
theories there theses thesis thickest thicket thins thirty thong thongs though thrashes three threshes through
ticked ticket tickets ticking tickle tickled tickles tickling ticks tide tided tides tiding tiers tiled tiles
tiling tilled tilling tills tilted tilting timbers time timer timers times tinge tinged tingeing tinges tinging
tings tinier tiniest tinker tinkers tinkle tinkled tinkles tinkling tinned tinnier tinniest tinning tins tinseled
tinseling tinselled tinted tinting tints tipped tipping tips tired tires title titled titles titling titter
tittered tittering titters toaster tobaccos today toddles tolled tolling tolls tones tongs tonnes tons tool tooted
tooting topic topical topics topped topping tops torn tornados torpedos tortures totaled totaling totalled
totalling toted totes toting totted totter totters totting tough toughs tours touts towel toweled toweling
towelled towelling towels towns tows trace traced traces tracing trade trades trading trail trailed trailing
trails tramped tramping transit transited transits trap traps trash trashed trashes trashing traveled traveler
travelers traveling travelled traveller tread treading treads treasures treat treaties treats treble trebled
trebles trebling trees trial trialed trialing trials tricked tricking tried tries trifles trill trilled trilling
trills trio trios tripe triples tripos trips trolly trope tropes trot trots trough troupes trout trouts troweled
troweling trowelled trucked trucking trudeau trudge trudy trues truing trust trusting trusts tuba tubed tubes
tucked tucking tucks tumbles tuned tuner tuners tunes tuning tunneled tunneling tunnelled turing turkey turkeys
turnip tuxedos twine twined twines twinging twining twinned twinning twins twos tying tyrannies ufuk unarmed
unbiased unbiassed underlay underlays underlie underlies unequaled uniformed union unite united unites units
unlock unlocked unlocking unlocks unraveled unrivaled unset untie untied unties uprising uranus usable users valet
valets vanish vanished vanishes vanishing vaporizes venues verandas verified verifies verify verifying verin
vertebrae vials viced vices vicing vigil vigour villages violet visas vised vising volcanos votes vouches voyages
wadded wadding waded wades wading waged wager wages wagged wagging waging waits waiver waives waked waken wakened
wakening wakens wakes waking walled walling walls waned waning warbles ward warier wariest warp warps warranted
warring warts washes wastes watches water watered waters waved waver wavers waves wavier waving waxing wearing
weaves wedge wedges weeing weighed weighing weighs welded welding welds wells wets wetted wetting whales wheeled
wheeling wheres whiled whiling whines whinny whirrs whirs whisks whisky whiskys whistles whiter whites whittles
whoever whoring wider widest widow widowed widowing widows wield wigged wigging wiggle wiggled wiggles wiggling
wilds wilful wilfully willed willful willfully willing wills winced winces wincing windage wined wines wingers
winging wings wining winning wintrier wintriest wintry wipes wires wiser wises wishes wither wittier wives wizes
wizzes wolf wonder wooden woodier woodiest woody wooed wooing woolie woolier woolies wooliest woollier woollies
woolliest woolly wooly words worries worshiped worshiper worth wrangles wrap wraps wrath wreaths wrest wrested
wresting wrestles wrier wriest wriggles wring wrinkles wrist write writes writing writs xviii xxiii xxvii xxviii
xxxii xxxiii xxxvi xxxvii xxxviii yaps yard yarns years yodeled yodeling yodelled yodelling yoghurt yoghurts
yogurt yogurts yokes zeros zinced zincing zipper zombis zoned
abaran armenia looked suka
"""

#: Lower case, at least three letters.
INNOCENT = frozenset(_WORDS.split())
