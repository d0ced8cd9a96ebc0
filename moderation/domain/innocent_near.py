"""Words and names that are one letter from a listed word and mean something else.

Found by asking for the likeness of the words of SCOWL (copyright 2000-2020 Kevin Atkinson, who permits use, copying,
modification, distribution and sale), of the commoner words of forty languages, and of the names of towns and families.
"""

from moderation.domain.wordset import set_of

INNOCENT_NEAR = set_of(
    """
aaaqil aadne aakyl aanak aanhang aanin aaqil aarab aaraplar aaretonta aarp aaser aasi aasia aasiaa aasiaan aasian
abaran abash abbush abesh abish abkhar abkhas abkhasians abkhazia abkhazian ablush abominacion abouti aboutis
abrutie abrutir absolue absolutte aburro abysh acabes acanceh acatar acatholic accoord achinese aciklar acil
acrobat acyl acyls adamin adamsia adamson adana adance adani adano addres adeane ading adis adone adres adress
adune aegerian aethiopian afak afgaan afgan afgans afghaan afghaans afghana afghane afghanes afghani afghanis
afghano afin afinen afins aflinn africaans africain africains africana africanas africane africanes africani
africano africanos africanu africanus africas africka afrika afrikaan afrikaans afrikan afrikas afrikka afrikkaa
afrikkaan afryka afshan aftaler afuera againt agaisnt aganist agent agermana aghan agina agini aginst agonii
agreed agreee agreer agrees agric ahamed ahaziah ainazi airish aisa aisana aispute ajuden akcil akerman akini
akkoord akliniz akord alabes alacak albanien albaniens aldane aleris alesis alevik alevin alevins alexis algeriai
algeriana algerianes algerien algeriens algerijn algerijns alicak alini allbone allert alliberats allieres
allione allone allready almerian almerians aloser alowed alptal alredy alshaty alvie amac amaci amak amaki amaq
amax ambash ambisexuals ambush ameena amercian ameres americain americains americal americana americanas
americane americanes americani americania americanii americanisme americano americanos americanu americanus
americany ameriikan amerikaan amerikaans amerikan amerikans amerikkaan ameritan amians aminah amissing amnia
amoebe amoros amputada ampute amputes anaal anag anainn analice anamoros anapest anapests anapoles anarak anas
anasana anason anbaran andalouse andanes andarab anderes andrab andrats andvile anfinn anfinns angolais angolana
angolanas angolano angolanos anhang anieres anima animades animais animala animale animali animalo animalt
animates animats animax ankhelu anmals annai annal annin annopole anomales anomali anone anseni ansian anslut
ansluts ansovile ansun anthem anther antimales anyaraq anyfion anzero apague apak apals apanak apash apast apele
apesta apestan apestoso apetaly apiole apish apolo aptala aptalim aptalin aptamer aptamers aptars aptas aptest
aqeel aqil arabai arabam arabami araban arabana arabar arabas arabec arabeh araben arabhim arabia arabiaa
arabiaan arabian arabier arabigo arabii arabis arabiu arabker arables arabos arabus araclar araclari arades
arales arames aranak aranes arapdar araplara ararlar aratas araxes arbae arbaer arbas arcok aready areding arent
arevis arevut argentinas argentineans argentinec argentinei argentiniens argentinos argentins argentites arget
arghan arghans arians arica armenen armenias armeniei armenies armenijos armenion armenis arminian arminians
armonios armz arnout arok aromali arrap arschgeigen arsenios arskh artic artics artix artyk asain asakh asalak
asamali asasinate aschat ascian ascians ascott asean asee aser aseri aserri ases asez ashat ashats ashill asiaa
asiaan asiahan asiain asiana asiani asiano asiansa asias asiats asien asiens asii asilan asilmasi asiman asinan
asinas asing asins asion asis asiya asiyi askot asnans asrock assaggi assagi assasinated assassinare assassinata
assassinati assassinato assassinats assat assats asseri assez assi assia assis assiya assiz assnat assyrien
assyriens astian asuan asya asys asyz atacar atajar atalar atator atheises atheisms athists atmor aturkan atvirus
auburn aulander aurists australiana australianas australiane australianes australiani australiano australianos
australiens austrasians austriacs austrias autisms autista autistas autiste autistes autisti autoputa autor
autrans autu avaiable availabe availble avaliable avancer avank avatar avians avtaler avtu awai awais awatar
awghan awral awshats axil axils axmaker axmaking ayasun aybet ayds aytaly azaplar azari azberi azeez azer azera
azerbaijanian azero azez azia azian azii azina azini azionista azionisti aziris azis aziya aziz azsia azzi baak
baals baarn babbi babby babee babees babi babis babish babools babura bacc bacs badran baest baeten baets bafran
baggit baggs bagot bagura bahais bahak bahang baharan bahls bahreinis baies baining bains bairan bais baish baiz
bajura bakk bakran baks bakura bakx balck ballz bals balss balvan balz bambo bambos bancs bangladeshin banich
banisa banisi bankshall banques banqz bara barahan barana baranami barani barania barayn barbadians barban
barbaria barbarica barbariche barbarie barbarii barbarij barbarin barbers barcan baren barg barin barins barish
barisin baritons barits barkan barman barqan barques barran barro barsan bartan barun barwan baryn barzan basait
basara basera bashan bashdo bashino bashman bashnoian basiques basira basit basora basqued basquet basquez bassra
bastaard bastara bastarda bastardas bastarde bastardes bastardi bastardo bastardos bastardy bastare bastari
bastit basts batard batards batches batching baten bating batoons batran batsuit baura bawi bawil bawing bawisz
bawy bayadi bayish bays bazh bboy bbyn beader beamer beamers beaned beanery beanpoles bearer bearers beasty
beatas beater beaters beates beathing beaths beatos beatus beatz beauts beaver beavers beazer bebatter beclowns
becombed becowards becursed bedead bedevils bedhead bedolt bedrown bedunces beeching beechy beehead beeheaded
beest befast befetter befinns befleas befool befools begane begavat begazed begetter begona begonnes begonte
begot begune behang behangen behanger behat beheader behear beheld behest behests behing behnd behung behzad bein
beinin beinn beins beirats beirots beist beiyn bekilted belarusans belarussians belast beleave beled beleend
beletter belgiana belgias belgiens belice belleng bellows belog belone belvend bemaim bembo benin benner bennt
benone bentz bepray berak beran berast berbera berbere berberes berberi berberis berbero bered beretter bergers
bernad bernd berner berners bernin berro besana besat besetter beshod beshout beshow beskot beslot besoot besot
bespot bestab bestarve bestink bestraw betaen betas betast beten beter beters beting betner betone bettter betwen
betwin betwit beust bewired bewitch beworms beyazidi beyinin beyinler bezek bezetter bezt bharan bibcock bichas
biches bichi bichis bichs bichy bidcock bieng bigat bights biglot bigos bigote bigotes bigoti bigotis bigotto
bigshot bigwiggery biin biisin bilbos bilcock bimabo bimba bimbe bimbi bimboes bimby binari binaris binay binchy
binge binn binns bins binz biol biombo biran birches birching birchy bireme birimin birinin birisini birisinin
birnin birro birtch birutes bisexuales bisexuels bisques bitche bitems bitene bitez bitime bitsch bitte bitume
bitych bjozek blaak blac blacc blach blacka blackall blackboy blackface blackhead blackheaded blackheads
blackhole blackman blacky blacos bladi blads blak blakk blanck blanks blaq blasts blatch blayt bleah bleat bleats
blech bleck bledes bleds blees blick blicks blid bloat block blocks blodmanen blogg bloggs blong bloomers bloor
blub blud blutes blvd blyant blyd bnet boast boasts bobekler bocekleri bockler boczek bodel boeel boers bogot
boier boii boiii boing boings bois boiss boisz boiz boken boker bolan boldan bolg bolgan bolhan bolian boliviaans
boliviana bolivianas boliviano bolivianos bolivias boliviens bolney bolovan bols bolsoy bolvad bolvin bolvun
bolzan bombala bombale bombali bomballa bombo bombos bonnes bonsu bonusz booch boock boody booger boogers bookers
bool boon boons boorn booro bootlicked boox boozers booziness boran bordell bordells borel borken bornin borro
bosek bosi bosniac bosniak bosniana bosnien bosques bossi bossy botchy bougzoul boxball boyes boyi boyl boyunu
boyz bozak bozec bozerk boziz bozok bozuk bozy bozzi braat bracks braek brahin brand branis brans brany brates
bratia bratianu bratman bratto bratz brayn brayny braziliaans braziliana brazilins breac breast breasts breding
bres bresa bretons brian brians brid bridds bridlice bridz brige brigne bril brimbo brine brined briner briners
brining brins britas britches brites brith briths britos britts britus britz brocken brodmann broen broer brokken
brokker bron brotes brotons brots broxens brozek bruces brues bruges bruits brukes brules brumes brun brunes
bruns bruses brutas bruted bruten bruter bruters brutet brutges brutos bruts brutus bruxes bryd brydd brydges
brydz brytes bryts bryyts buaran buast buats bubs buch buchs buck bucks bucs buddhism buddhisms buddhista
buddhisti budi budis budiz budy buffoonery buger buhl buhls buisness bukh bukhs bukk buks bulet bulgariaa
bulgariaan bulgarien bulgariens bullshat bullshitted bullshitter bullshitters bullshitting bullshot bullshots
bulz bumbo bumbos bummers buni bunin buning buniy bunni bununu bunyi bunz buran buranin burcin burein burgall
burgin burgsin buri buriin burin buris burits burlin burnam burnand burnell burnie burnih burnim burnisher
burnsian burnun buroro buros buroz burqin burra burri burris burriss burru burry busines busques bussines
bussiness bustard bustards busyness butches butching butes butz buul buut buuut buuuut buuuuut buuuuuut buzek
bychyy bychz byers bygone bykh bynin bynn byns byran byrd byrds byrth byst byte bytes bytte byttes byyn
cabbagehead cabbagy cablage cabranes cabroes cabrona cabronas cabrons cabros cacs caese cafa caffa cahal cahills
cahoke cahul cail caino cairon caker caks calate calcer caled calim calis callarte callats calmate cals cambage
camber cambers cambodjans cambron camell camells camme cammel cammell camron canadense canadiana canadiano
canadianos canadiens canarians cancerian canceriano cancor candies canmer cannel canner canot canots canroma
cansiz cantiere canting cantish cants canty capa capas capat capaz capet cappa cappe capron carcer cardz caret
carres carrez carron casan caser casez casio casirate casno casorate cassan casse casses cassez castmate castrare
castrater castrati castratie castrato catalaans catalaes catalana catalanas catalane catalanes catalani catalano
catapans catgirl cathodic catholica catholicisme catholicos catholicus catolic catolics catron caucasiana
caucasiano caucasianos caucasiens caue cawk cawky caxker cazan cazes cazino ccny ccuc cebe cebes cebrones cedit
ceec ceek ceel cees ceety cehntral celan cels cenei ceneny cenni cental centing centraal centrral cents centy
chaat chaber chage chail chake chaldaean chaldeen chambres chancer chane chanel chanels changar changez changge
chank chanks channell charka charki chasez chasse chassed chasses chassez chatt chaze chec checen chechel chechem
chechena chechenia checheno chechenos chechers checken cheeps chehn chek cheke cherchen cherki chex chianese
chicaman chichen chickee chicker chickies chicks chicky chidren chiese chike chiks childen childern chileens
chilenas china chinada chinaran chinas chindar chinee chines chinesa chiney chineze chingan chingando chingao
chingdao chinguar chingy chinik chinka chinki chinkier chinns chinny chinos chinoy chinse chints chinuk chirks
chist chistian chmurki chocken chodes choes choka choker chokers chokey chokies choko chokos chokue chokwe choky
chongar chopes chopp chores chorki choses choyes chrch christain christan christiaan christiad christiaens
christiana christianas christiane christiani christiania christianisme christiano christiansand christianso
christien christin christinas christion christman chruch chryst chuch chuches chucka chucks chueka chui chuis
chuki chukok chungar chunk chunks chunky churchs churk chuvy chuy chuzok chvrches chycen chynk cicc cics cike
cikk cilis ciller cills cils cind cinene cinese cingada cinks cinky circassiens ciree cirer ciri cirings ciris
cirri ciry ciss citee citees citi citis citti cizer clape clapes clashes cleanout cleanov clearcut cleef cleek
cleeks clic clics clif clik clinamen clinks cliq clix clockface clokes clons cloward clowes clowne clows clucks
cnoc coapts cocci coccis coces cocha coci cockpit cockshead cocky cocs coffeen cofins coing coke coki coky
collate colombiaans colombiana colombianas colombiane colombianes colombiani colombiano colombianos colombias
colombiens columbians coment coments comme commes commet commets comming completez compts conca concer coned
coner congard coning connaisse connaisses connarus connesse conos conoy contasse contat contemptibly contol
controll contry conty cooc cooer cooers cookes cooming coonasses coonty coontz coopts coord coords cooree coors
copar copecks copets copi copiee copiees copii copiii copis coppi copps coppy coptas coptes coptis coptos coqs
corat coreans coree coreei corees cori coris corri corris corry cory cosacs cosel cosell coser cossacos couard
counting counts coursed covard covards cowart cowarts cowyard coxe coxes coxy cozer cpos crac craches cracs
crases crashed crashen crasher crashers crashs crasis crasses crats crax creatin creatins creats credin creeds
creees creeis creeks creels creephole creepy creer crehin crein creino cremeans cremin crepin creps crestin
cretan cretans cretic cretics cretina cretini cretion cretons creuer creuers creues creuin crevez crevin criats
cricken crimples crip crippled crippler cripplers cripps crips cripto crist cristian cristians croaks croata
croatan croatas croate croates croati croato croatoan crockpot crockpots crofts crol croll cromats crotin crotts
crouts crowns crucifier crucily crucks crue cruse crushes crut csat csurka ctas ctre cubaans cubains cubana
cubanas cubane cubanes cubani cubano cubanos cucc cuckold cucq cucs cuhk cuir cuirs cultish cumans cuming cumings
cummington cuni cunner cunners cunni cunning cunnings cunny cuny curbed curch curches curded curds curee curi
curis curka curre curred curri currs cursado cursan cursando cursei cursen curser curset cursino cursis cursuri
curt curts curuzu curved cury cussed cutting cuvry cuyk cvik cvir cyce cyke cypriote cypriotes czecha czecho
czechy dacne daemons daer dagas dages dagged dagger daggered daggering daggers dagis dagoes dagys dahaneh daharki
dahili daili dailly daines dais daiz dalama dallamos dallara dallasa dalts damam damnes danas dancey danek danesa
danesi danez danges dangos danis danke dankes danne dannes danos danse danses dantes danys darak darbies darcies
darcys darg dargie darie darka darkey darkle darkles darkly darko darku darnes darty datch datnes dawes dawgs
dayly daynes dayz deadshot debal debel debele debicy debiel debiele debila debilami debili debilito debilne
debilny debilu debite debole decaf decapitare decapitata decapitati decapitato decapitats decart decile decis
deckhead decons decors deek deeks deen deense deert defanged deficienta deficienti defile deflective defolup
defoul degenerace degenerare degenerata degenerately degenerati degeneratie degenerato degenerats dehart dehorn
dehorns dehort dehorts dehp deid deildir deils deis dekan dekis delile delily delors delort delts demans dembo
demens dementen dementes demobs demona demonas demond demone demoni demono demont demonu demonus demony demoss
dempen dence denee denek denemez denes denese denise denme densa densi denso denyse deos depar depara depark
deparo departare departarea departman departmana departmani departmanu depen depens deporta deportado deportan
deportare deportarea deportato deportiu deppin deram derangee deranger deranges derangez derart derik derpen
desart desease deserte deservi deshonest desile desin desne despart despicably despisable dessa desu detective
detort deuils deutch devels devias devids devies devily devins devons dewart dewily deyin dfat dianes dica dics
dien diesis diez digos digusting dike dikeh dikes dikke diks dilde dilder dildoe dildoen dildoes dildon dillard
dillards dilts dimber dimbo dimout dinek dineo dingbao dinkey dinkeys dinobat dinse diodos dippen dirak dirky
dirti dirven disappearer discase discusting disember diseuse disgrade dispicable dissapear dissapeared dissappear
dissout diyes dnas dnes dnum dobil dobile doble doboz dobrat dobrits dockhead dodies doenst doest dofus doghead
dogos dolche doleri doleris dolice dollard dolnek dolthead dombo dominicains dominicais dominicals dominicana
dominicanas dominicani dominicano dominicanos dominicas domuzu donec doneck dones donesk donetk donezk donken
donker donkers donley donmek donse donsek donuk doofes dooms doomy doone doong dopadla dopped doppen doprat dorky
dorp dorps dorty dosana dosent dosnt douanieres doublez douce douces douchbag douched douchen doucher douchey
douchy dourches dovile dowitch draag drac draem drager dragers dragg dragos drah draky dram drawn draze dreamz
drib drien dripstick drit drize drons droped drophead dropp drownd drownded drownds drowner drows drowsed druk
druka drummy druses druzbe druzean druzi dsag duanes dubber duble dubojz dubos dubost duch duche duches duffus
dufus duhr duhur dulces dumba dumbai dumbea dumbed dumbeh dumbhead dumbi dumbier dumblo dumboa dumby dumduz dumi
dumma dummare dumme dummer dummes dummied dumper dumpies dumy dumz dunca duncery dunched dunches dunching duncker
duneed dungey dunke dunleer dunne dunnes dunness duntes duport duragi durahak durahi durai durakh durakli durali
durani durasi durati durdum durek durlak durmak durr durrs durs duruk durz dutchman dutych duum duur duvr duvur
duydum dvrs dvrz dvur dyas dyce dych dyck dyed dyes dyess dykk dykke dyks dynes dyrt ebana ebano ebara ebloui
eblouis ebnat ebony ecar ecikler ecuadorans ecuadoreans ecuadoriana ecuadoriano edun eert efil egap egyptien
egyptiens egyptiin egyptin ehesek ehezik ehssehks ehsseks ehven eids eies ejecute ekam ekat ekil ekip elam elas
elop elur emac eman embarassment embarrasment embarrassent emmeni emocni emos enad enculee englisch englise
englishman engrish entupida entupido enverr epohi eradiate eradiated eran erath erau erdeni ereit erem eresia
erih ermani ermene ermeng ermesi ermini erom erres erteni eruc esai esches escot escupido esec esek eseks esic
esik eskort eskorts esnes esol eson essai essais essas essayee essayees essec essick esthonians estoniano
estoniens eszek eszhez eszik etanat eters ethiopien ethiopiens etiopian etis etmeni euer europeana europeas
europeens evac evah evangelicas everbody everone eveybody eveyone evig evila eviniz evited evner evol evoluution
excrementa excusez excyst excysted executa executee executem executen executer executeu executeur executez
executi executie exes exilles expelido expell expiree expirer expires exterminare exterminateur exterminats
extinctor extint extraa eyers eyez eyrs ezhi ezis facce facie facist facists facked facken facking facks facky
faedir faera faerdir fagot fagoted fagoter fagoters fagoting fagotings fagots fagotti fagoty faile fakin fakke
falkeid falth falthy famili familii familiy familly fangot fanns fantass farcist faried farmaci farmacii farmela
farzdir faschist fascism fascisms fascistas fasciste fascistes fasist fasst faszt fatais fatals fatsa fattas faxe
faxed faxes fayre fayres feater feble fecales fecking fecks feec feek feeks feels feelz feen feeq feere feering
femela femes femmer femtes feraud fere fermele fermera fermesa fermez fermila fetales ffrench fiare fickan ficker
fics fict fids fiera fiin fiind fiken fikk fikken fiks filipinas filipines filipinov filipins filipinus filtry
filz finacial finans finers finges finih finken finnas finnes finnis finnish fins finsh firez firring firrings
fisken fixt fixx flaas flagged flah flathead flatheads fleams fleis flench flexas fleys flias flicken flis
flogger flogur fluchtlings fluechtlinge fluking foals focker fockers foils fokin folg folos fook fookin foolisher
forbranns forcez forebrains foresign forgott foriegn forked formale fornt forsade forsake fortale fotre fotzen
fouls foute fozes fraek fragen fraid franch frasen frauda frauenau freaky frears freas frech freeborn freed
freefone freek freeport freez freme fremmes frenchman frencq frenks freud freuen friad fricken fridom frie frieda
friedan friedau friedheim friedman friend frihed frii friid friis fring fris friss frist friz frized frizz frnch
frogged fromm froud fruen frys fryz fucin fuding fuere fuero fuerza fuhl fuling fulking fulls fulth fumera fuming
funing funked funker funkers funkin funking fuond fuping furied futzes fuuuck fuuuuck fuuuuuck fuuuuuuck
fuuuuuuuck fuxi fuying fyken fylls fyls fylz fynd fynn fyns fyre fyres fyring fyrre fyrst gaana gaber gadie gadon
gagater gager gagmen gahana gahanna gais gaiss galats galaty galdon gallos gamall gambias gamen gammen gangbana
ganger ganggang ganna gannon ganoon ganson ganton ganzon gaot gaotun gapos garbageman garbagy gard gardon garman
garmen garvat gasell gasmen gaste gastre gasull gatis gatta gatto gatun gauhati gaumen gaur gaurs gavall gavart
gavatar gavato gavatx gavet gavot gavots gavr gawai gawat gawing gayden gaydon gaylen gaymer gaymon gazal gazals
gazzal geada geaman gearman geback gebar geberip gebet gebets gebur gebyr gecersin geeft geens geerling geert
geerts geflickt gehri gehry gehts gekickt gelber gelman gelost gember gemman generin genez gennes gennez genzek
georgiaan georgiana georgianas georgiani georgiann georgiano georgianos georgias georgien georgiens geran gerat
gerber gercek gerdan gerdek geree gerees gerek geriz germain germains germaj germal germana germanai germanas
germane germanes germani germania germanii germanj germann germano germanor germanos germant germanu germanus
germany germanys germas germen germens germin germins germon gerrans gerri gerry gervan gery gerzeh gerzel gerzen
gests getman getont getost getrost getta getto getts getz geule gevat ghanians gheber gherman giada giber giler
giling gilipolles giong giorgian giotto gippo gippos gipsi gipsis gipsy girer giring girlz gitanas gitanes gitans
gitaros gitta givat giveh glandon gled gleeks gloopy glotun glovno gluck glucks gluk glumpy glupa glupcy glupe
glupi glupo glutch glyada gnag gnide gnido gnidy gnoe goaiz goatherdess goatsucker goatsuckers gober gocmenlere
gocmenleri godia godide godine godnie godome godown godroon gogle gojome goldfisch goldie goldish golek golune
golunu golveren gomlek gomorron gona gondod gondok gondol gondom gondor gondos gondot goness gonion gonne googe
goois goole goons gooood gooooood gorcy gordie gordon gorman gormans goroma gorup gospic gota gotaas gotan gotas
goten gotene goteta gothey gothick gotiek gotin gotita gotleu goto gotti gotuje gotume gotumu gotuna goudie gouks
govenor goveren govino govna gozune gozunu gozunuze grabb graet grandon gratit grats grattis graue graues grauves
gravat gravats gravez greeds greens greers grees greets grei greks gric griek grieks grik gril grils grily grogi
grotta grotto grotun grycz gryk gryq guber guck gucks guds gudz gueber guggle guggles guillotiner guis guks
gullable gullibly gulpy gumless gunless gunns guntown gunz guranteed gurls gurman gustless gutta guttles guud
guuud guvis guyots guyz gvaty gwrman gyakori gyoda gyoer gyppers gypping gypse gypsied gypsyhead gytta gyve gyves
haaks haalt haard haavan haave haayin habere hacc hacer hackare hackor haded hader hading haed haeder haere haets
hagere hagged haitiaans haitiana haitiano haitianos haitiens haiyuan haker hakker halfwitted hallow hallt halvan
hamar hamr hanced handall handcock hangad hangai hangal hangala hangandi hangd hangee hangel hangen hangend
hanget hanggal hangod hangte hanked hantai hanted hanved hapi hapis happee happi hapy hardrock harvan hasebe
haseke hasta haste hastio hasty hatere hatez hatrize hatso hattize hatvan haue haveh haveno haveta havets hawley
hayaan hayan haybox haydan hayfan hayman hayn haynys haynz hayran hayranlar haysan hayvana hayvani hayvanlara
hayvanlari headshot hebes heder heders heena heere heeres hehl heidense heimar heitai helice hellp hels heltai
hendu hentad hentadi hentak hentam hentar hepes heraan heraf heraus herdes heres herez herfinns herifi heritiere
hernan herny herpesz herps herre herres hetai hian hibbs hibs hiena hienas hillow hilmar hilter himara himer
himlar hinaus hinda hindas hinde hindes hindi hindoo hindoos hindou hindous hindua hindues hinduisme hindusi
hindut hindy hinged hingus hipocrites hirre hispanica hispanicas hispanico hispanicos histo hiter hitus hjorny
hnut hods hoeing hoels hojdes holdes holer holle holles holley holloa hollon holloo hollos holloware holywood
homar homie homies homme hommes homosexuala homosexuale homosexuales homosexuali homosexualu homosexualy
homosexuell honnor hooman hoomans hopeaa hopealla hopean hopeh hopeman hopital hoppe hordas horde hordel horden
horder hordos hords hores horide horna hornby horne hornes horney horno hornoy hornu horrni horses horsie horske
horste hortes horus hospitaal hosptial hosto hounde houndy housse housses howdies hpoe hrad hrbal hreif hrindir
hros huaning huans huelo huhuttu huilo huinca humaan humanes humani humanis humanni humanz humar humas humay
humer humny hunds hungama hungur hurdes husto hutes huttu huylu hyaena hyaenas hyene hyenes hyeny hymio hymnes
hypocriete hypocrize hyrdes hyre hyres hyrre hyuna hyvan hyyb ibasura icip idalian idioci idiofa idioma idiomas
idioms idistic idoist idonek idrott igneler ignorait ignoramos ignorand ignorano ignorans ignoranta ignoranti
ignoranz ignorat ignorent igorots iisuka illegala illegale illegales illegali illegalis illegalt illegaly ilter
ilze imale imbrutes imigrant imigrantes imkansiz immigrante immigrantes immigranti immigrat immigrats immigree
immigrees immigrer immutilate imorron impace impake impala impaler impall impalm impane imparadise imparled
impave impaye impele imperish imple impled impoison impule imputo imrish inbread inbreeders inbreker inbrekers
incele incell incet incil incred indan indane indiaan indiaans indiaas indiai indiana indianami indianan indianas
indiane indianes indianhead indiani indianian indianis indiano indianos indianu indiany indiat indican indicans
indien indiens indign indijan indiun indoit indonesiana indonesiane indonesiani indonesiano indonesias
indonesiens ines infeccion infecter infecters infeft infekt infektion infelt inferiori inferir infesta
infestacion infestado infestano infestato infeste infestee infestees infestes inflection ingels ingest ingested
ingesting ingests inhumaan inian inians injection injects inkel inmigrants innest innreder innside innus inreder
insaallah insaan insala insalla insana insang insani insanie insanin insano insansiz insecta insecte insectes
insection insecto insectos inserts insgane insine inspects instat intelect intelekt intelekts inteligence
inteligences intellekt intels interet interior interset interst intestation intian intrest inuman inured
invection invest invested invester investing invests inzest iraci iracki iracky irais irakees iraki irakian
irakis iranban iraniana iranianas iraniane iranianes iraniani iraniano iranianos iranien iraniens iraniin iranin
iranis iraqian iraqui ireg irelanders irisch irishian irishman irok ironian ironly irtish isahang iseut iside
isieres islamises islamisms islamista islamistas islamiste islamistes islamisti islamistu islamisty isle ismert
ismone isogone ispale ispute israela israele israelia israelian israeliana israeliani israeliano israelies
israelin israelo israrli isreali istead istut istuta isuot italiaa italiaan italiaans italiae italiai italiana
italianas italiane italianes italiani italiano italianos italias italican italien italiens italijan italyan
iugoslaus ixil izan izhuv izraeli izraelis izsle jaak jacal jacals jacas jacc jachal jackan jackassery jackel
jacq jacs jadan jaden jadida jahac jakas jakasi jakk jakks jaks jakz jamaicains jamaicana jamaicano jamaicanos
jamaicas japanee japanere japanesy japanise japanse jarks jaukal javanese jawkal jaxx jdida jedan jeden jees jeez
jehly jeli jelle jelley jello jellybean jellyman jely jerc jering jerkface jewfish jewism jilly jjust joce jocke
jockes jocky joden jodhan jodia jodin jodio jodita jodiya jokey jokke jolly jonida joost jordan jordaniana
jordaniano jordaniens journalises journalisms journaliste journalistes journalisti joxe jsut judean judeen
judenau judias judies judin juditos judos judrios juhan julios junge juoden jurnalist justeres juuuust kaaks kaal
kaali kaani kaappaa kaapt kaard kaasan kabbage kacer kachel kachels kackel kadilar kadinin kadinlara kadinlari
kadunlar kafaniz kaffa kafli kafna kahal kahals kahel kahil kahl kahrez kahve kahveler kahvenin kail kails kaing
kakel kaker kakker kalake kalate kalateh kall kallak kalmak kalpak kals kalsak kaltaj kaltan kaltas kaltay kalwak
kame kamel kames kamez kamme kamp kamps kanacken kanade kanaka kanakan kanaker kanako kanaks kanaku kanale
kanalen kaname kananen kanape kanapen kanapke kanaren kanava kanaye kancer kanem kanke kanker kankers kanot
kansia kansin kansio kanske kantak kanvi kapaa kape kapehe kapek kapeller kapes kapha kappa kappas kappe kappes
kaptak karakhs kard karden kardes kares karez karpet karres karress karsidan kasaan kasan kase kaseh kases kash
kasino kasinos kassaan kassan kassann kassat kasse kassino kasst kast kaster kasyno kasze kaszino kaszt kater
katers katholik kating kats kattak katy kaue kaueh kave kaveh kaves kavez kavue kawake kawk kawke kawki kayl
kazakha kazakhe kazaks kaze kazel kazes kazesz kazhh kazino kcal kcals kebbe keeill keek keeked keeks keeler
keelers keery kees keex kehl kekes kelc kelk kell kells kels kene kenes keniaans kenvir kenyane kenyang kenyas
kepek kerdes keurden kevane kezel khaseh khat khats khatt khen khezer khills khing khmaw khoce khoke khomer khong
khop khuis khullo khulo khurch kicz kidz kiers kiik kiil kiis kiitti kijat kikas kikk kiks killai killala killalo
killan killas killem killen killes killoran killucan kilned kils kilted kinem kipp kipps kips kiralar kiri kiris
kirkes kirklar kirsz kirtler kiser kiseri kisz kitee kiti kitis kitti kitty kity kizel kizer kizeri kkas klaim
klape klaw klean kleef klic klick klicks klif kliff kliffs klifs klik klikk kliks klirr klown klowns klyf klyfs
klyks klyr klyrz klyyr kmotrem knar kniffe knil knox knys knyy kocce kocci koci kocis kocke kocki kocky kocs
kodde kode kodes kodugum koffin kofin kokce koke kokee kokes kokez koki kokis kokk kokke kokki koks kome komeh
koment komes koming komme kommeh komment komplete komplette komplettes konase koncha konem kontakt kontakts
kontcha kontrol kontroll konvi konw koob koog kook kooks kool koon kooning koons koontz koord koorden koori koort
koorts kopas kopec kopeki kopi kopii kopik kopis kopok koppar koppi kopras kops kopts kopuk kopy kopys kordes
kords koreaans koreana koreano koree korens korri kory kosel koser kosovari kossel koste kotze kouzel kovuntri
kozehl kozelgo kozeli kozelitheto kozelito kozol kozul kraak krac krack krak krakk kraks krap krapp krasi krasis
krasy krawat krazy kreans kredit kredits kreditt kredyt kreep kreeps krej kreve krever kreves krier krills kring
kripto kriptos kris kroaat kroatian kroi krol kroll kropek krow kruden krush krusu krut kruta kruzh kryp krypto
kuck kucz kudden kuddes kuden kuhic kuhik kuhn kuhner kuhns kuic kuik kukes kukk kuks kulden kuldes kunden kuni
kuning kunir kunis kunn kunni kunnir kunti kunting kuntzs kunui kunum kuny kunysz kunz kupnem kurdama kurdami
kurdan kurdas kurdeh kurder kurdien kurdisch kurdisk kurdler kurdos kurdun kure kuree kureh kuren kures kuri
kurien kurii kuris kurpes kurre kurri kurse kursen kurses kurss kursu kurten kurtlar kurtlari kurtlere kurtyeri
kurtz kurullari kuruna kuruzu kurvelu kurven kury kurys kurze kurzen kurzes kuuden kuudes kuuhun kuuk kuun kuuri
kuvre kuvure kuwaitin kuyc kuyk kuzel kvases kvic kvick kvik kvikk kxip kyce kykes kyler kyll kyls kylz kyree
kyrs kyry kyser kyss kysser kytee kyty kyyk kyyl kyys kyyti laars lacino ladino ladinos lahasi lahsi laino lakkot
lakott lalino lanch lanched laned laner laning laon laons larass larino laro laser lasers lasino lasis lassee
lasst lassy lasy latiano latico latido latidos latigo latigos latina latinas latindo latine latines lating latinh
latini latinn latinot latinu latinus latinx latiny lations latios latviams latvias lause lavino lawaan lawan lawz
lazi lazis laziz lazzi leach leaches lears leava leavy leches lecz ledech leece leeched leechee leechees leecher
leeks leetch leetle leich lekk leks lench leran lerek lesbiana lesbianas lesbianes lesbianisme lesbien lesbiens
lesches leser lesers leson lessn lessz lesz letech letino leuch leuve lexx lezer lezers lezon lezons liards
libanese libbard libbards librans libyas libyens lich liches licke lics licz lidars lieks liers lietard liffe
liike lika likers likery likh likker liks linars linc linch lincs ling lings linq linx lios liser litch litle
litlle litte litttle liuhe liuse liuying lixe liyue llac llamp llamps llast lles llike llort lloses llosses lluc
llunatic llunatics lluq loanee loanees loave locusta locuste loeches loeser loger logner loise loisy loking lonas
loner loners loney loning lonley looc loock loof looing loose loosers lopers losar losels losere losern losner
losse losser loszer lothsome loue loueli louelis loues louez louise lousa lousie louve louze louzi louzy lovelyz
lovesz lovey lovley lovse lowerz lowic lowick lowicz lowlifer lowlifers lowlives loxed loyers loze lozes lsat
lttle luam lucking lucks lucq lucs lukk lukking luks lunatica lunatico lunaticos luos luuk luuq lyar lych lyches
lyck lycke lyfe lykk lykkes lyks lykz lync lyncha lynchad lynchen lynches lynchet lynchian lyng lynx lyser lytle
lytles lyttle lyve lyyk lyyks lyyq maale maalle maarte maasin mace macedoniens maces maches maciac macke macoris
madchen madi maedchen maet maggotier maggotty magot magots magris mahale mahales mahalle mahalleh mahamat mahim
mahkluk mahle mahrez maiac maimai maiman maimana maimand maior maioris mairis maiyak majoris makehe makhluk makke
makluk makoris makris malain malais malaks malans malars malasin malats malaya malayo malayos malaysias malayu
malin malkin malle malles mallin malmin malsain malsen malsian malsina malson maltin maluc malucs malvin malys
mamluk mammat manak manazeri mandak maneres mangetout manhac maniaca maniace maniaci maniaco maniacos maniak
maniaki maniar maniau manieres manioc maniocs manjak mankey mansac mansana mansin manster manthey manuprat
manyakis manyar manyas manzac manzak maoron mapris mapsin maracon marans marays marchen marde marder mardz margot
mariac marijon marimon marinon mariones marir mariton markh maron marons maros marris marron marschen marsin
masin maslin massin massing matchs mathes matre matris matsin mattar mawmy mawmyng maxe maxes mayak maycock
maysin mboron medak mediaa medick mediya medya medyas medz meech meerde meeres mees meezing mehdia mehdiya mehdya
mehedia mehediya mehediyah mehedyia mehre meht meida meliar melican memberi membres memer menster mentaal mentali
mentalis menudes merar merda merder merders merdi merdo merdu merer meresz merican meride meriru merkir merode
meron meros merre mertir mertz mesage mesana mesoamerican mesoamericans mesoplankton messing metally metican
metts meusana mexicaan mexicaans mexicain mexicains mexicana mexicanas mexicane mexicanes mexicani mexicano
mexicanos mexicanus mexicas mexicon miam midges midgett mieda mierde mierea mieria mierka mierna miery mierza
migrana migranas migrane migrano migrans migrantai migrante migranten migranter migranti migrantu migranty
migranyes migrat migrent miis mikis miksing minabe mineable miniac ministr ministri ministrii miniszter minsing
minster minsters mintes mintues minues minuts minyak mirable mirant mirantes miron miros miseri misging mising
mislim misseeing misseen misseri missin missina missling misting misusing mitch mitts mixable miyiz mizerii mizz
mmos mobster mobsters mocock modak moenster moeron moers mofas moher moirans moister mojros mojster mokron mokros
moldovas molons momes momi mommy mommys monans monaster moneter moneyed moneyer moneyers mongholian mongoes
mongois mongola mongole mongoles mongoli mongolo mongolu mongos monguel monkee monkees monken monkery monkess
monkly monney monorel monron monsey monsols monstar monstars monsteras monstern monstier monstrer monstres
monstrs monter monteys moosh moost moot moots moque moques moraas moraes morais moran morana morand morane morang
morani moranis morann morano morant moras morass morats morays morbos morcos morde morder morders moreh moren
morens morez morgans morgon morin morion morions morir morkos morlans mormon mormona mormone mormones mormoni
mormont mormors mornas morona moronai morondo morone morones morong moronii moronio moronis moronu morony morosa
morosanu morosi morovic morran morre morren morrin morrion morrn morroa morrocan morrona morroni morros morrot
morrow morsans morton mortons mortos morus moryn morys moskve moslim moslims mossing mosters moter moters
motherfu motherling motherly motts mouans moue moued moues mounster mouron mourons mouros mouster mozgovu mozzie
mozzies mrad msis mual mualim mudder mudders muder mudik mudslide mudslides muerda muerde mueres muht mulder
mulders multecilere multecileri multipli multipliee multipliees munder munster munsters murans murdar murden
murderee murderer murdur murer murier muriers murir murker muron muros murron murter museer muselim mushaa musham
mushani mushhead mushima musim musime muskim muslima musliman muslimana muslimani muslimanima muslimi muslimia
muslimu muslimy muslin muslins muslum musst mussulmans mustaa mustaan mustalla mustan mustana mustia mustis
mustofa musulmana musulmanas musulmane musulmani musulmano musulmanu muszlim mutilare mutilata mutilati mutilato
mutilats muts muttan muttis muttur mutz muut muzzier muzzily muzzin muzzle muzzles myasana mych mydak mynd
mynster myrde myrder myrick myron myronic myslim myslime mysz naai nadane nades naer nager nagger naggers naglet
nahai nahej nahme nahody nahoty naht nahua nahuli nahuo nahy naion nais nakhud nameh nasii nasis natin naton
natter nattered natterer natterers nattering natters nattery navi navis nayi nays nayy nazak nazas nazes nazies
nazime nazirs nazisme nazus neandertal neandertaler neandertalers neandertals neater necc neece neede neeger nees
negar negatie negatieve negativa negativce negativi negativie negativne negativo negativs negativt negativu
negativy negeer negera negerai negeria negeriu negler negoes negos negrer negres negroide negrond negur neiger
nekter nepalais nepalas nepalees nepales nepaliks nepalin nepals nepolis nerde nerger neros nester neter netter
netters networking neuer neuler neuner neunter neuroid neve nexter niah nicke nicompoop nicompoops nides nids
nied niegas niga nigayi nigeriaan nigeriaans nigeriai nigeriana nigerianas nigeriane nigerianes nigeriani
nigeriano nigerianos nigerias nigerien nigeriens nigeris niggled niggler nigglers niggles nigher nigmet niiice
niiiice nike nikeh nikes nikke niks nincompoopery nines ningas niquel niquez nitrits nitter nitwitted nixe nixes
njuter nkem nkue noasuka nodale nodame nodene nodes nodosana nofnin nohutlu noirish nonane nongypsy nonhuman
nonhumans nonimmigrant nonmigrant nonprescription nonworking noode nooked nosarian noseherb noseni nosers nostot
nosze notadar notalar notater notator noteres notiere notionist notits notter noze nozes nozze nudens nudez
nudges nudies nudo nudos nujni nukke numpy numskullery nutcake nutjobber nutjobbers nutted nutten nuttet nuttier
nutzer nutzers nyce nyces nydes nytter nzai obdure ofer offbeats offie offshoots oftheir ofthem okursun okusun
oldag oldham oldsquaw oldsquaws oline olusun onli onlie onliness ooglee oozed opinon opinyon oppinion oraal
oraseni orez orlice oropus orosius orral oturdugunuz ouens oughtta ouside oxes oxigen paacer paak pacer pacers
pacii pacir pacs pacz padala padar paddla padle padli padlo padly padola padula pague pahara pahc pahra paient
paiks pakas pakeis paker pakes pakils paking pakino pakisa pakiso pakistana pakistanais pakistanas pakistane
pakistanes pakistanie pakistanies pakistanin pakistanli pakistano pakistans pakistanu pakisztani pakito pakk
pakker pakkeri pakki pakking pakkir pakkis pakos paks paky palack palacky palaso palce palda pales palestiinan
palestiniana palestiniano palestinianos palestinien palestiniens palish palkis paly panch panhead panheaded paraa
paradice paradine paradisea paradisean paradisi paradiso paradisu paraditos paradize paradizes parah paraisten
parakite parakites parasete parasieten parasire parasise parasita parasitas parasiter parasiti parasito parasits
parasitt parasitten parasitter paraso parassite paraste parastie parastos parasyte parasytos parats parazite
parazs parens parets pargasite pargasites parge paridise parishes parkis parlament parliment parra parras
parridge parros parsian pary pasaso pasive passie passies passte passy patada patas patetic patinet patint patos
paunch pautada pautas pautes pautos pawlak pawle payao pedary pedros peec peeked peeks pees pehrson pehrsson
peice peidar peiros peles pellock pellocks pench penhead pennut peole peope peple pepole perdian perian perich
perih periph perisa perisan perishan perished perisher perishers perisi perisian perisu perkish permian pernos
peron peros perras perris perron perrons perrot perrow perroy perroz perrys persan persans perscription persh
persiana persianas persiane persianes persiani persiano persien persiens persigan persijn persos persson perssons
pertish perugians peruviana peruviane peruviani peruviano peruviens perveri pervers perverst perverti pervertido
pervertito perverz pesats pesets pestes pestilente pestilenze pestis pestos peszt petada petain petas petes petos
petros pezda phayre pheere pheeres phils phin phinn phins phool phreaks phri phris phrom phul piar picaninny
picary picc piccanin piccanins piccy pice pices picher pichler picke pickee pickings pickler picklers pickup
picky picles picleu picoler picorer pidara piees piggs pighead pigheaded pigswill piikki piikkis piing piis
pijler pikens pikers piki pikis pikk pikke pikker piky pilarer pilars pilary pildoras piler pileri pilik pilkey
piller piloci pils piltock pilz pimeys pinaring pinars pinch pindar pindor pinkey pinkeys pinlock pipars pirats
pirts pisaram pisaran pisaras pislikleri pison pissy pisz pitada pitas pithead pitheads pitos piutes pixe pixed
pixes pixi pixing pixis pixler pixy pizde pizdo pizdu pizdy pizz placez placks placky plagae plagde plagie plagne
plagui plaguy plai plais plaiz plake plancton planker planton plaque plase plaue plese plinker plinkers plonger
plonked plucked plucker pluckers plucking plucks plucky pluer pluges plugg plugged plugger pluggers plugging
pluggings pluggy plugue plul plunker plunkers plup plutos poales pobles podar podla podor poeles poels poeple
pohol poirson poisoner poissons poiston pokey pokeys pokles polac polaca polacas polacek polach polaci polacken
polaco polacos polacz polaczy polahky polaki polakk polakker polaky polas polaxis polazk poleas poleis polens
polers polesia polesino polich policky polies polis polisa polise polisi poliso polisy politicans politiciens
pollacci pollaci pollacks polle polles pollock pollocks polock polos polres polson polus polys polzes pomato
ponch ponson pooles poonch poorter pooter popish pople porato pord porge pornite pornosite pornosites pornovideo
porosite porridgy porros porsian portato posato posee posees posel posi posion posis posles posol possi possies
posson postato posy poszt potada potas potate potes potito potos potto potuto poucky poufter poufters pouhy
poules poussies powles pozy pozzi pozzy ppis praat pradla prague prahy prai prais praiss prant prarasite prasitos
prasts pratam pratama pratameno pratania pratas pratau prates prather praticando pratim pratima pratimai pratimu
pratis prator pratora pratos pratsam pratt pratto pratts pratus pratz prayan preece preek preeze prents prestao
prests prets prevert prezident prezidents prezydent pric pricce pricek pricka prickami pricku prik prike prikk
prikke primari primarii primaris primitiae primitieve primitiva primitivi primitivne primitivo primitivt prise
prises prish prison prisoned prisse prisses prix proch produkt produkts profeet profesional profesionals
proffesional proffitt profitt proft proles prono protectant protectants protestang protestano protestans
protestanta protestantai protestante protestantes protestanti protestantii protestantisme protestantu protestat
protestent pruf pruge prutas pruts pryc pryce pryk pryke pryse pryses psyche psyches psychol psychon psychopata
psychopate psychopathe psychopathen psychopathes psychopathia psychopati psychopaty pszicho ptain ptue pucked
pucking pudar pudla pudor puerros puger puhl puhtain puhuta puhuttaa puhutte pujada pukey pukis pules pulg pulish
puls pulss pultas pultos pulz punsch puntada puntas puntes puntos puor puotos pured purga purgee purghe purifiee
purr purrs purs pushtuns pusies pusis pussay pusse pussi pussied pussier pusslies pussly pustar pustos pustular
pusys puszi putahe puteada puteai putean puteando puteh putjes putoaa putoaisi putoamaan putons putoui putous
putras putsin putta puttes puttin putus putyin putzes puul puur puurs puutos puxada puzzi pyaso pyddar pygs pygz
pyic pyke pyki pykk pyks pyles pyscho pyss pysz pytas pyxed pyxes pyxing pyxis pyykki qafa qalqan qaseh qash
qatarees qatarin qazan qike qlik qlyyr qori qqun qrawl qryp queens queere queery queres queuers quic quiers quik
quinia qunying qyyp qyyz raches raciest racise racises racism racisms racista racistas raciste racistes racit
racke racks radicule radist raed raet raing raitas rake rakes rakke raktas ramhead ramist ramists ramlar ramped
rampes ranc ranck randans ranted rapas rapeaa raper rapers raphes rapid rapist rappe rapus rapyd rascist rasist
rasped rassen rastas ratais ratals ratam ratams ratans ratat ratata rates ratos ratsam ratsia ratsian rattas
ratten ratts ratus ratz raundup rausan rausiai ravs rawhead rawheads rawk rawma raxes razay rbis reaches readd
readds realiseres reaped reatas rebara recip recks recoveree recoverees redrum reech reffo refuged refugi refugie
refugiee refugiees refugies refugis refusee refusees refutee regard regarded regards reget rehead renard renards
rended renhed renied rentee rentem renten renter rentes renteu replika reprodukce repulsiva repulsivo resol ressa
ressen rested retarda retardado retardando retarde retardee retarden retarder retardes retardi retardo retare
retas retaud retted retten reussen reut reve reven revir revne revo revolving revoting revulsive rewarded rewards
riatas ricks ridicole ridicolo ridicula ridiculez ridiculs riffle riffles riiight riiiight riiiiight rikh riped
ripes rirem risner rissen rissian ritard ritards ritas ritch ritted ritten rivehr rivehrs rmoa roached rockys
rocs rodenas rodets rokk roks romaana romaani romaania romai romandan romanee romaniaa romaniaan romaniai
romaniak romanias romanien romanii romanin romany romma rommani rommany romnai romni romsau romut ronoh rood roop
roosen roppe rosner rossen rosted rosten rotas rotated rotches roted roten rotgen rotsen rottan rottend rottenman
rotter rottes rottgen rottien rotz rouches roumanian roumanians routed routen roxx rping rrape rtos ruas rucks
rudner rugheaded ruglar ruhlar ruhlari ruhle ruhm ruhms ruhum ruiner ruiners rulez rullar rulle rulles rumanian
rumanians rumar rumiar rumlara rums runer runners runted rupes rupsen rusar ruser rushen rusher rushers ruslan
ruslans ruslara rusler rusnes rusper russar russei russel russer russes russet russey russin russinn russlen
russon rustar rusten ruster rutas rutted rutten rwandais rwandas rych rycks ryssen rytas ryuer ryver saac saadi
saale saales saana saaq saatci sabbed sacc sacope sacs sacudi sacz sadis sadlak saedi saedis sagger saggered
saggering saggers sahak sahand sahme sahn sahna sahnaz saidi sajudi sajudis saken sakik sakim sakk saks sakss
salading salads salaer salakan salakay salakh salakhed salako salakos salakoy salals salaming salams salamy
salank salanky salaping salaqi salars salary salater salats salaty salaus saldis saleh salek salez salik saliks
salkas salky salle salleh salles sallowed saloes saloje salok salome salomey salone salones salopa salopeu salopp
salops salose saloue salp salps saltak saluts salvadoras salvadoreans salvadorians salvage salvages salyks sanaa
sanaan sanado sanaks sanato sanaur sanaura sandd sandis sandust sandwhich sandwichs sandwych sandz sanel sanin
sanke sanker sanking sanks sanky sanna sanni santy saoudi saper sardis sarika sarlak sarudi satalic satanica
sataniche satanici sataniv satiki satka satkem satku satky saty saucis sauda saudas saude saudia saudies saudit
saudo sauris sausis sauvages savagen savager savaks savane savanes savate savates savave sawine saxs saydi sayed
sbir scabbed scarves scats scavage scavages scheep scheids scheise scheisse scheissen scheisst schell schiesser
schifo schill schio schiro schite schivo schizy schizzo schlampen schlappe schluck schlucker schmeck schmecks
schmeiss schmeisser schmeissers schmiss schmock schmocks schmucke schmucken schmuckera schmuckt schol schoot
schots schtuck schuck schul schule schull schuls schulz schweiss schweisser schwuchteln scier scip scis scott
scotts scotus scouts scul scull sculls sculs scummy scutit scuts scutty sebia sebiya secce secco seccos sece seci
secki seco secos sectigim secy sedes seech seein seeked seeker seend seese seesee sehel sehid sehko sehnt seini
seinin seinn sekali sekam sekat sekce sekci sekcii seke sekee sekerim sekerler sekes seki sekil sekim sekiz
sekkez seko sekos sektas seky selak selas sels selz senad senan sendin senen sengin seniai seniau senii seniman
senina seninim senior seniora seniori seniorii senioru seniuno senkin senni senny senon sensin sentin sentor seny
seqiz serac seraw serbai serban serbana serbarea serbatoi serbes serbia serbiaa serbias serbien serbiens serbii
serbis serbiu serbuan serian sernin sero seros serro servian servians servie servies sesiniz sessa setki sette
sevice sevices sexi sexis seyd seye seyid seyyid sfinks shaan shabbed shadeless shaen shahan shahn shall shammes
shaner shanked shanker shanking shanks shann shanta shapeless shatki shats shatter shawe sheedy sheehy sheel
sheely sheena sheene sheeney sheenly sheens sheepback sheepy sheet sheeter sheeters sheeting sheetings sheets
sheety sheetz shell shells shemali shetty shhans shhip shiels shifter shiftier shiftiest shifting shifts shifty
shiita shiiter shilds shilly shinee shineless shinen shiner shini shiniz shinny shinty shiping shipless shipp
ships shirtier shirtiest shirting shirts shirty shists shita shitai shitfaced shither shiting shitload shitloads
shitted shittu shkerler shmuck shmucks shoat shoats shold sholl shomali shonen shooks shool shools shoon shoota
shoote shootman shooty shortall shortt shortz shote shothole shotholes shotman shotor shott shotter shotting
shotty shoud shoukd shoulda shouldbe shouls shounen shout shouts shovot showot shrill shrills shrite shrot shtup
shuen shujen shuld shulen shull shumen shunan shunem shunet shunsen shuren shusen shute shuten shutter shutts
shuyen shvits shvut shyl shyny shyp sianky siatki sibkim sicaklar sicarim sicced siccing sices sich sichs sici
siciliana sicilianas siciliane sicilianes siciliani siciliano sicilianos sicilias siciliens sickee sickees sicki
sicky sied siers sigle sigles siim siin sikak sikam sikarim sikes sikhiu sikhua siki sikiem sikimi sikis sikk
sikker sikki siklik sikres siksik siktim siktin silak simali simeone simm simms sims sinagogues singels singls
sinin sinklike sinn sinni sinnis sinns sins siol sioned sionist sipit sipke siple sirian sirians sirka siryan
sise sises sisi sisse sissehe sisses sissi sissy sistem sitch siter siteres siteyi sithole sitki sitte sixed
sixer sixers sixi sixx siyonist sizez siziano sizy sizyy sjanky sjarlatan sjatki sjonge skaenk skaenker skak
skakning skalak skalas skalky skanas skaner skanes skaney skaning skanka skankt skankts skanner skanning skanoer
skans skansk skanus skany skarve skatina skaudi skeen skeens skers skied skier skiers skiing skills skink skinked
skinker skinkers skinking skinks skinn skinnen skinner skinnet skinnid skis skitter skitty skiy sklope skolina
skool skot skotija skotinn skotinu skots skott skotts skrika skuad skui skul skuls skum skunked skunkhead
skunking skunky skuo skyin skyn skyped slaap slabbed slae slaer slaes slakers slakes slanker slanking slany
slapes slapi slapp slapped slapper slappers slapping slapps slappy slatki slaty slaughterer slaughterman slavas
slavenes sleaze sleazo sleet sleezy slets slinking slinks slipback slipp slips slitt slitter slitty slived sloof
sloot sloots slovaka slovaki slovaku slovaky slovenec slovens sluha slutas sluther smali smarve smarves smeert
smel smitter smitting smitty smooge smoots smor smort smosh smrika smurt smush smutit smutty snad snaes snaka
snaker snakey snakke snakkes snakte snaky snapp snapps snares snart sned snese snid snike snitter snoke snokes
snoots sobrat sociopata sociopatas sociopater sociopathe sociopathes sodali soffocate sogad solak solali solb
solice soloff solus somala somalia somaliaan somalian somalias somalie somalies somalii somalio somalit somaliu
somalo somari sombody someome somme sommes somone sonali soner songe sonin sonni sonns sonsuz sonsuzdur sooca
soocati sooci sook sooks sooky soos sooss soots sopali sorbian sorbians sorbs soree sorees sori soris sormali
sorri sorris sorusu sory sotali sotki sotp soudi sould soundz sourocks southey soyouz sozsuz spake spange
spaniardo spanisch spanked spanker spankers spanking spanks spanky spannel spasic spastik specs speek speet spel
spels spenge spenish spicas spicce spiceless spicino spicke spicks spikke spills spinelles spinge spinks spinned
spireless spiteless spithead spitter spitz spoc spomali sponde spongy sponke sponse sponte spooge sporge spors
sprangle sprangled sprangles spunge spyq spyt spyts spytt squabs squats squawk squawks srae sraka srik sroka srot
ssac ssak ssim staab staan stabas stabber stabdo stabes stabia stabled stabui stabus stadin stahy stai stainamora
stainton stainz stalin stamin staned stanic stanin stanion stank stanker stanks stanky starce staree starin
starke starkes starle starne starnes staroe starove starp starre starse starte startes starved starver starvers
starvi starvy starw starye starze stasin statin statki staun stawp stayn stedes steed steeple steer steers steg
stein sterilite sterilizes sterve stesi stian sticking sticklike stie sties stigid stills stinas stines stinis
stinka stinke stinko stinkt stinky stins stinting stints stirb stirks stirp stobbed stobs stodge stoled stoloch
stonad stond stonek stonen stoner stoners stoney stonge stonied stonk stonked stonking stonks stonne stonner
stoope stoped stopp stopps stor storge stotina stoved stowed straggle straggled strain strangler stranglers
strave strawa strawman streep streetz strew strig strika stro stroge strom strops stross strow stroz strug
strying stryp stryps stubbed stubs studis stugge stuls stunk stupad stupade stuped stupido stupio stupire stupite
styed styrian styrians suar suca sucati succ succah succahs succi sucer suci sucka suckas suckle sucky sucs sucy
sudaba sudada sudahkah sudana sudanas sudara sudata sudica suedes sufera suffern suffira suffocated suffr suflera
suht sukardi suker sukh sukhs sukk sukka sukkah sukkahs sukker suknis suks suky sukys sulak sumali suner suni
sunin sunis sunna sunnas sunne sunnie sunnies sunnisme sunnit sunns sunny sunusu suny sunyi sunys suol superbrat
supercatholic supercops superdense superthick supertrash superwomen suqs surian suriyelilere surubu surucu surumu
sururu surutu suscribe suss susz sutain sutch sutit sutki sutnis suudi suuhuni suuk suuni suus suvs suvuk suxi
suxy svage svaloch svanish svcs swabbed swaine swanked swanker swankers swanking swanks swanky swarve swarves
sweden swedens sweeny swej swetes swills swina swinge swini swinie swinke swinking swinks syad syanky sybian
sycee sycees sych sycz syin sykank syker sykh syki syking sykkii syks syky sykym syms synagoge synd synds synin
syns synz syran syrfan syriac syriam syriana syrias syrien syriens syrjan syrmian syrran syrrans syrwan syse sysy
syte sytem syym syyn syyriaan syyrian syyte syzes syzez syzyy szack szak szakcs szalak szale szatanik szaudi
szeke szeki szel szell szenator szent szerb szexi szexis szin szind szort szoul szpik szpyt sztab sztorm szucs
szuk szuz szvsz szyc szyici szyk szyki szyn szyte taars tace taces tacke tadjiks taech taer taere tahace taht
tahw taiere tailer tajike takana takane takano takke takling taknak talars talat talats talcing talcking talesh
taling tallat tallats talsh taltar tamals tamam tamias tamins tanta tantar tanto tapak taqank tarans tarb tarns
tarp tarsak tartar tartars tasak tasars taskak taslak tassah tassakaan tassal tassar tassau tasser tastak tastar
tataas tatara tatarai tataran tatarani tataranu tatare tatari tatarian tatarii tataru tatary tater taters tatlar
tatnar tator tatties tatuar tatyr tavr tawad tawars taxe tchasse tchat tchen tchick tching tchong tchop teatar
tebia tect teemme teeny teets tehy telegramm temor tenta tento tepoy terapist tercos tere terken terorists tesser
teteh tewits thaaat thaat thack thair thaisa thann thaos thatis thatt thays theeing theek theeks theer thees thei
theis theiss theives themis theor theyare theyr theze thiais thibetans thier thiis thik thionation thmar thoat
thoir thois thorugh thougt thrash thron thrwn thuir thuis thuisrace thys tiare tibere tibetaans tibetains
tibetana tibetane tibetanes tibetani tibetano tibetanos tibetas ticktock ticktocks tictoc tictocs tiera tierce
tieri tigere tiits tikok tikties tils timere timme timmes timor timour tinee tinere tini tiniis tinis tinni
tinnis tinny tinta tinto tipps tirans tirov tisser tisuca titar titere tities titkok titok tittied tittles titz
tizuka tjatar tkhmaq tlah toadhead toadies toady tocs todai todies toere togue toiture tolice tomor toneta tonge
tonota tonoto tonte tonti tontonou toont tootsi tootsy topoi torans torcs torken tortue tortura torturee torturen
torturer torturesome torturi torturo tortury toser tosher toshers toshery tossed tosseryd tosses tosset tossir
tossor toster totoroma totties tought toulouse tourtiere touser tousers tousser towell towser towsers toyser
tozer tozeri tractor tractors traditor traditors traffick trafic trafics trafik trafikk trafny traidor traidors
trailler trailor trainor trains trainy traiter traitons traktor traler tranas tranby trangs tranks tranky tranne
tranos tranoy tranqs transa transado transam transando transcender transen transexuals transh transi transisi
transito transitou transman transmes transmet transor transreal transsexuels transu transua transume transuranian
transvestiten transvestiter transwoman transz trants traped trapny trapp trapps trashan trashi trashman tratar
trator trawl trawls treey trela trell trem trens tresh trhow trid triees trii triis triler trinny trins tris
trish triss tritor triz trnas troat troats troch troels troglodites trol trolas troles trolis trolla trollaa
trollami trollare trolle trolli trollt trollu trols trons tronto tros trosh trosser trotted trotter truc trucos
trucs truk truki truks trull trulls truns trush trys tsum tthis tuar tucken tuere tuez tugaya tuhar tukler tull
tumaya tumer tumeur tumkur tumora tumorais tumori tumorii tumoru tumur tunisiana tunisianes tunisiano tunisiens
tunnt tunto tuoba tupai tupaia tupara tupou turacos turbos turcas turci turcii turcok turcom turcot turcy turden
tureen turen turer turfen turgen turkai turkaman turkami turkan turkana turkas turkeer turkei turkes turkheim
turkin turkisch turkisk turkism turkki turklerde turklerine turklerle turkman turkmen turkos turkua turkuen
turkuler turkuleri turkun turkus turky turmen turnen turner turnerer turnering turners turnery turnih turnin
turnir turniu turnix turnos turnup turos turros turtler turtlers turven tusken tuskish tusser tussers tussis
tusti tutar tutses tutsiu tutties tuttis tuul tvarami tvaria tvarim tvarima tvaris tvarto tver tverr tvers tvurci
tweet tweets twilts twists twitando twites twitt twittou twitts twitty twon twrans tyere tyme tymes tyni tyny
tyonto typps typs tyranny tyrans tyszka tytar tyth tyyni tyyny uberaus udruze udstedes ugandas ugli uglis
ugotovile uhataan uigurs ukrainaan ukrainan ukrainien ukrainiens ukranian ukranians ultradense ultrahang umesana
undehr undertand undestand unfused uniquer unlive unnoosed unsued untill unuttered upadla urady urbain uric urick
urik urix uroda urode urodnou urodu urseni ustad usteda ustedi utstedes utuh uvideo uygurs uzbak uzbegs uzbeka
uzbeko uzteks vacano vacanta vacanti vagant vagra vahyys vaiz vakant valant vampiers vampiras vampired vampiren
vampiresa vampiros vampirs vanisher vanishers vanist vanush vapers vares varish varmin varnish varnished
varnishes varre varus vasant vasuki venezuelana venezuelanas venezuelani venezuelano venezuelanos venezuelas
veramin verbin verdenen verdickt verdin verein vereine verfickte verfickten verficktes vergine verkin verlin
verman vermen vermian vermil verminy vermis vermix vermon vernin vernine versin versine verus verzin viagraa vias
videor vides videy vidoes viedo viers vietnamise vigra viile vijers vikrus vilage vileisis villae villez viners
vipera vipere viperes vipery viras vires viris viros virous virsus virtus virusa virusai virusais virusi virusima
virusu virusui virusuri vishki visitt viski visoki visuri vivers vizit vlie vodri vollidioten vuarre vuile vuille
vuos vurus vyle vyrus vyshki vysoki waait waake waal waals waant wace wach wachs wacka wacke wackers wackes
wackier wacking wackoes wacks wagger waggers waggery wahal wahat wahl wahls wahnt waht waites waitt waitz wakaw
wakering wakers wakker walc walcz waling walker walkers walnat walnoot walnwt wals walut walz wander wandered
wanderer wanderers wandering wanders wandery waneer wanger wanier wanked wankel wanken wankes wanling wanner
wanning wanping wanter wanters wanting wantz wanxing wanying warking warms wasel wating wats watt watter watters
watts wauker waukers wauking waxes wayt waytyng weanel weaser weel weeling weels weened weesh weets wehen wehn
wehre weiht weinfest weirdly weirdoes weirdy weis weisel weisz weites weiz weksel welkome wellcome wemen wended
wenn wenns wens wenz weores werre wesel wessel wetched weys whaaaaaat whaaaaat whaaaat whaaat whaat whackers
whackier whackoes whapped whare whareer whatt wheel wheelings wheels wheelz wheeped wheesh whereer wheys whic
which whick whids whiggery whil whiles whill whillying whils whipper whippet whish whitea whited whiten whitens
whitey whiteys whith whities whitis whits whobrey whopped whops whored whorled whorls whorly whorts whould
whupped whyte wiat wich wichers wichs wichsen wick wicko wicks wics wideout widz wieger wierdo wiggen wiggier
wiggler wigglers wight wigner wiik wiil wiith wilgers wiling willfried willig willl wils wilz windbagged windhag
windhager winger winker winkered winkers winking winow wippe wirte wirtes wists witchman wite wites witess witing
witout witsch witte wittes witts witz wnat wohle wohnt woking wole wolle wollof womon womyn wondeful wonderfull
wonk worcs worid wormen worx woumen wrench wries writting wrok wroth wrying wthout wtih wwyl wych wyck wydz
wyling wyls wylyng wylz wype wyshs wyte wytes wyth wyts wyyk wyyl wyzh xapa xapat xapes xast xcel xcix xcode xelk
xezer xics xike xillz xind xips xiti xlix xocs xode xops xunyi xuri xvideo xvideos xxix xxxix xyris yahuda
yahudilere yalaha yalama yalana yalapa yapragi yaprak yapsak yaram yaraq yaratip yaratir yarattik yarraman yarran
yasaar yasaka yasar yats yavsan yawa yazara yazari yazarim yazdi yazici yazida yazildi yazili yazimi yazini yazir
yazisi yaziyi yazlar yazor yazur yebala yehudi yememis yemenic yemenies yemenin yerbal yetis yeye yezidi yezidis
yindian yishuv yizhu yobat youll youpon youpons youri yourte youself yousif yoxall yugoslava yugoslavo yugoslavos
yuor zaak zaale zack zacks zacz zadbal zaenal zahak zahale zahanah zahle zahleh zahna zahvali zajebal zakk zaks
zalac zalak zale zales zallak zallaq zalle zambal zambie zana zanas zand zanna zapit zatci zavdi zaweel zawory
zawrts zece zeci zecke zeek zeen zehl zehnt zeid zekai zeke zekes zeki zell zels zend zends zeni zenin zent zeny
zerowe zerowego zeyd zhames zhammes zhan zhil zhini zhiping zhun zhyl zich zici zick ziin ziki zimm zinn zinns
zins zionism zionisms ziqim zirian zise zisi zite zitte zixi zixing zizi zizzed zizzes zjebal zlap zluti zluty
znacce znace znacke znake zombien zombier zombijs zombik zombit zombiu zombius zome zomrie zons zook zooks
zoonist zori zorii zoris zory zounds zreo zsak zsana zseni zsyn zuca zucc zuch zuci zuck zucker zufer zukas zuki
zuni zunyi zuvus zvucati zvuci zvuk zvuka zvuky zych zycz zykym zyqym zyrian zyrians zyryan адресс азаров
азербаиджанца азербаиджанцем азери азерот азіров арман армен армин армине армянах армянка армянки армяно армянски
армянские армянским армянскими армянских армянскои ашеров балбесов балван бальнои барбан барин баркан барман
барон барран барун бархан беате бегите беглые бежите безмозглои безмозглым безмозглых белее белите белое белыи
белыя беран берите бесите бестолочи бидло биите блада бледа бледи блеять блида блуда блуду блюда блюдом блюду
блядеи блядски бляшка бляшки боите болан болванку болванов болванок болвин болган болтанка больнеи больное
больном большои болять болған боран боцвана будду буран быдла былые валли варвара варваре варвари варвару ватнии
ватника ватнике ватних ватнік вениз виродки вогнать вокал впились впущу врезать въехал въехать выбеи выбились
выводки выебал выебать выемка выемки вылились выродка выходки гавно гавнюк гансон ганьон гардон гените гловно
глупав глупак глупеи глупои глупые глупым глупыми глупых глупыш глухая гниди гниду говна говне говнюков голите
гондола гондоли гондолу гондолы гондор гондора гондору гордон гордона гордоном гордону горите горните готите
грандон грудины грузии грузил грузим грузина грузини грузино грузину грузит грузию грузия грушин грязин гівнюк
гівнюки даваите давате давиде давити давить дадите даите дамите дарите датите дебая дебел дебела дебелец дебели
дебелина дебиси дебитом дегенератов деила деили деилом декари делила делили дерьма дерьме дерьму джебом диари
дивите дикареи дикарь дикаря динари дирак добил добила добили доесть дожны дору дробить дротика дротики дрочил
дрочила дрочили дрочит дрочити дрочишь дрочка дрочки дрочку дрочу дурака дураке дураку дурами дурацки дурачки
дурик ебена ебени ебет ебина ебнутая ебола ебучего ебучее ебучеи ебучем ебучие ебучии ебучим еврее евреек евреем
евреиски евреиские евреиским евреискими евреиских евреиския евреискои евреси еврею еврея евреях евсеев евтеев
екнуло еланец елани жадов жадовка жалки жалкие жалким жалкими жалких жалкои жаркии женщина женщине женщину живии
животнои животном животныи животным животных жидков жидовскои жидом жиловка завери заебаа заебав заебал заебало
заебам заебат заебеш заедая заека заемки заесть заказа закупа закупая закупи закупка закупки залепи заразе зарази
заразна заразу заразы зареву зареза зарои заряжу застелить заткнусь звали звере звереи зверни зверю зверя игон
идиома идиоми идиомы идиотам идиоте идиоткои идиотку идиотов идиотот идиотски идниот имбицил кавказские
кавказским кавказскими кавказских кавказскои кавказца кавказькии казел калапи канапки касапи кацапам кацапов
кизел кицап клоны клоуна клоуни клоуну коетин козина козла козле козли козлика козлу колина коллина колун корды
котлина краса красы креатин креатина креатинина креина креином кремина крестин крестины кретен кретени кретинга
кретинов криса кртини круса крутинка крштины крысе крыска крысты крысу кузел курда курди курков курлов курсов
куртов лесбиянка лесбиянкои лесбиянку лоара лотара лошата маало мадил мачите медак медил мерзавца мерзавцу
мерзкие мерзким мерзкими мерзких мерзкои мерзлая мигранта мигранти минат минетт минует минут можите моите моките
молите молчите момите монет мочити мочище мочните мощите мразоту мудата мудау мудања мудило мудрак мусака мусила
мусили мусульмани мутили мучила мучили мчить набеи навежда наебал наебать научи нахуя невежа невејда невменяемои
невменяемым невменяемых недоимка недоимки недоимок недоучки недоімки нелюдеи ненормальнои ненормальные
ненормальным ненормальными ненормальных несучи неучеи неформальная неформальныи нехуи нечиста нечисти нечисто
нечисты нечуи ниггеров нигер нигера нигером нигеры ничтожества ничтожестве ничтожеству обезьяна обезьяне обезьяну
обухом объеди объедки объема объемом объему объемы оказа олам олухов опухло отморозка отребья отъема охуели
охуєть падала падло падлу падлы паразитам паразитни паразитные паразитов паразитот паразитска паразитски паскуа
паскуди пеика пеики пердика перестрелял перика перики песика песики пивара пикара пилори пиндар пиндара писари
писна побеи повесть подари подарка подарки подли подлои подлые подлым подлыми подлых подъеду подъем подъема
подъемом подъему подъемы поебать поедая поесть поетом полыи понаехало поразит потебня пошлыи придирки придирок
придумки придурка придурку пристрели пробал пробала проедать проехал проехала проехали проехались проехался
проехать псину псины пуебло підари підори разовая разъем разъема разъемом разъемы расовая режете роковая рукки
руские руских русскии русским русское руських савиньи сарана саранда саранчи саранчу свиная свинеи свини свинки
свинои свинье свиньеи свинью свиня сволочеи сдохнете сдохну сенке серда скиты скопина скорина скота скоте скоти
скотине скотинка скотину скотины скоту сланина случка смерти смертю смерті смерь сметь собаке собакои собаку
собарка собата собача собачка собачки собчака сохла спиды ссадин ссадина ссадину ссадины станин станины стебаться
стеке стекне стене стотина сувиньи сусанин сусанина сучава сучке сучки сучку съедал съехал съехаться таблети
таджика тамары таракана тарашаны тарки тарков татара татари татаро твареи тварини тварину твери тверь твори терки
товари топая торки трахати трахни тупак тупее тупиза тупии тупика тупики тупиком тупику тупими туписа тупить
тупицеи тупое тупорылых тупою турбов турек турецки турецкие турецким турецкими турецких турецкои турецькии турка
турке турко турком турку турків турнов турски тучков тюрки тюрков тюрок убиваа убиваете убиваися убивал убивали
убивани убиват убивате убивати убиваш убиваю убивая убиває убивај убивши убираи убираите убирался убираться
ублюдка ублюдку уебище уебка узбека узбеком узбеку узкоглазыи украинца украинцем украинци украинцу уманец урбана
урбани уфанет ухать учебки фанинг хаило ханна хвилина хеила хеили хилая хилые холлов холхол хоули хохла хохли
хохлом хохлів хуарина хубилая худеть худого хуево хуента хуине хуини хукила хулан хуло хурина хусеина хутром
хэили цаган циган цыгана цыганке цыгану цыганы чарка чарки черва червеи черво червы червю червя чеченца чеченцем
чеченци чеченці чеченців чирка чирок чокнутои чокнутые чокнутым чокнутых чурек чурку шавку шакала шакали шакил
шеваль шкалы шклоу шлюхе шляха шляхи шляху шоваль հայերեն ստորին اطلبوا اطلقوا اطيعوا اغنياء الادراك الاردن
الارعن الاشتراك الافراد الاكرام الاكراه الاكواد الامن الايمن البيعة الجهود الرعب الشايعة الشريعة الشمعة الشنيعة
الشهود الشيخة الشيشة الشيعه الشيعي الشيعية الشيقة الضيعة العراب العروب العقرب العهود الفهود المسالمين المسلحين
المسلمون المسلمین المسيحين المسيحيون المسييين المعلمين النهود اليود انبياء ايهود بالك حیوانات خنزير رامح شرموطه
كنيد يعلن
"""
)
