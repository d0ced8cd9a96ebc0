"""Words and names that are one letter from a listed word and mean something else.

Found by asking for the likeness of the words of SCOWL (copyright 2000-2020 Kevin Atkinson, who permits use,
copying, modification, distribution and sale), of the commoner words of forty languages, their forms, and the names
of towns and families.
"""

from moderation.domain.readings.wordset import set_of

INNOCENT_NEAR = set_of(
    """
amet doit homy kiir viie
kspasem kspases kspasi kspasenq kspaseq kspasen կսպասեմ կսպասես կսպասի կսպասենք կսպասեք կսպասեն
dikshit dikshits negre merri splc stuf upto русин русины побе сеск
algerina altino amniac amoris asina aslaks aslan aslope barna cancre christina crepe edito fatos georgina ilce
kili kilis kozle laevis lation lices malm manica monstre morso neutre optato paradies shoto tatra twist козле падал
татра турко paik apse arba bahs baruti brist chinees chom daryk dise erse gebre gresk hagn hypocriet iben kiek libr
liec mami mered morno paksi parasiet prast putsa rast rasu roam rost saan salka sein seniel stani toda tonat twast
viel vietnamees virsu wanan барна осле убие ухилом хилыи العبر حمرا كلبا
dikshitar askhat askhata askhatu askhatom askat asxat
aaamak aaaqil aaasi aaasiz aadne aakyl aamak aamusta aanak aanhang aanin aaqil aarab aaraplar aaretonta aarp
aaser aasi aasia aasiaa aasiaan aasian aasini aasiz aasun abaran abash abasha abbush abelicea abesh abhaz abish
abkhar abkhas abkhasians abkhazia abkhazian abkhazii ablush abominacion abouti aboutis abrutie abrutir absolue
absolutte aburro abysh acabes acanceh acatar acatholic accoord achinese aciklar acil acmaksin acrobat acyl acyls
adamasin adamdin adamin adamisin adamsen adamsia adamsim adamsina adamsini adamsinim adamsinima adamsinimi
adamsiz adamson adamssin adamstin adana adance adani adano adasin adaysin addres adeane ademsin adene aderman
adimsin ading adis adone adres adress adss adummim adune aegerian aethiopian afak afgaan afgan afgans afghaan
afghaans afghana afghane afghanes afghani afghanis afghano afin afinen afins aflinn aflogu afrc africaans
africain africains africana africanamerican africanas africane africanes africani africano africanos africanu
africanus africas africka afrika afrikaan afrikaans afrikan afrikas afrikka afrikkaa afrikkaan afryka afshan
aftaler afuera againt agaisnt aganist agent agermana aghan agina agini aginst agonii agps agreed agreee agreer
agrees agric agzinasin agzinasiz agziniyi ahamak ahamed ahasi ahasiz ahaziah ahhmak ahinda ahlakisiz ahlaksin
ahlaksiza ahlaksizi ahlaksizim ahlaksizima ahlaksizimi ahlaksizina ahlaksizini ahlaksizsa ahlaksizsiz ahmaka
ahmakci ahmaki ahmakim ahmakima ahmakimi ahmakin ahmakina ahmakini ahmakki ahmaksa ahmaksiz ahmaktin ahsing ahsiz
aidolta ainazi ainaziai airish aisa aisana aispute aitler aitleri aitlerim aitvara aitvarai aitvaru ajatar ajshat
ajuden akansiz akard akcil akerman akilla akilli akillican akillim akillima akillimi akillimis akillisa akillisi
akini akkoord akliniyi akliniz akmak akord alabes alacak alaninami albanien albaniens alcaka alcaki alcakim
alcakima alcakimi aldane aleris alesis alevik alevim alevin alevins alevisi alevmis alexis algeriai algeriana
algerianes algerien algeriens algerijn algerijns aliaram alicak alicea aliceme alini allahmak allbone allert
alliberats allieres allione allone allready almaksin almerian almerians aloser alowed alptal alredy alshaty alvie
amaax amac amacci amaci amaciyi amack amacker amacki amacsin amak amaker amaki amaq amaqi amasian amax ambash
ambisexuals amburn ambush amcika amciki amcikim amcikima amcikimi amciklara amciklari amciklarim ameena amercian
ameres americain americains americal americana americanas americane americanes americani americania americanii
americanim americanima americanimi americanisme americano americanos americansa americanu americanus americany
ameriikan amerikaan amerikaans amerikahn amerikan amerikans amerikkaan ameritan amerman amians amilazy aminah
aminine amissing ammaci ammak ammaki ammusta ammuttu ammuttua amnia amoebe amoros amorosa amorosi amputada
amputado amputato ampute amputes amratsan amratsrats amrots amrotsi amrotsits amyeba amyina anaal anag anainn
analice anamoros ananak ananiin ananiy ananun anany anapest anapests anapoles anarak anarat anas anasana anasin
anasinidik anasinilik anasinisin anasinisiz anasiniyi anason anasuni anasunin anasunits anasunn anasunneri
anasunnerits anathema anbaran ancuck andalouse andanes andarab anderes andrab andrats andvile andzeri aneres
anfinn anfinns angerman angolais angolana angolanas angolano angolanos anhang anhanga anhangare anidense anieres
anima animades animais animala animale animali animalo animalt animates animats animax aniravi anirawi ankhela
ankhelq ankhelu anmaks anmaksin anmals annai annal annanin annasini annin annopole anomales anomali anone
anormalsin anseni ansian anslut ansluta ansluts ansovile ansun anthem anthema anthemia anthemis anther antimales
anuanapes anushits anxelk anxelqi anyaraq anyfion anyutu anzero apague apak apals apanak apash apast apele apesta
apestan apestoso apetaly aphin apiole apish apolo aprats apshats aptaky aptala aptalcan aptaldin aptali aptalim
aptalima aptalimi aptalin aptalina aptalini aptalli aptalsa aptalsiz aptamer aptamers aptars aptas aptest aptyl
apushnehr apushnevr apushnewr apushneyr aqeel aqil arabai arabam arabama arabami arabamis araban arabana arabar
arabas arabec arabeh araben arabhim arabia arabiaa arabiaan arabian arabier arabigo arabii arabim arabima arabimi
arabis arabiu arabker arables arabner arabos arabstiny arabus araclar araclari arades aragone arales arames
aranak aranes arapdar arapei araplara araplarci araplardi araplarim araplarima araplarimi araplarina araplarini
araplarki araplarli araplarsa ararer ararlar ararlari araslar araslari aratas aratsa aratsani aratsanii aratsi
arausa araxes arbae arbaer arbas arbs arcok aready areding aremut arent arevis arevut argentinas argentineans
argentinec argentinei argentinets argentiniens argentinos argentins argentites arget arghan arghans arians arica
armenen armenias armeniei armenies armeniey armenijos armenion armenis arminian arminians armonios armout armz
arnetneri arnout arok aromali aromato arpalar arpalari arrap arschgeigen arsenios arskh artaber artic artics
artix arttik artyk asagiyi asain asakh asalak asamali asanauri asasinate aschat ascian ascians ascit ascott asean
asee aser aseri aserri asery ases asez ashat ashats ashill ashita ashner ashota ashoti asiaa asiaan asiahan
asiain asiana asiani asiano asiansa asias asiats asidan asidine asien asiens asii asikim asikima asikimi asilan
asiline asilmadi asilmasi asiman asinan asinas asing asins asion asis asisine asitine asiya asiyi askot asml
asnans asomati asrock assaggi assagi assasinated assassinare assassinata assassinati assassinato assassinats
assat assats asseri assez assi assia assis assiya assiz assnat assr assyrien assyriens astian asuan asya asyan
asys asyz atacar atadik atajar atalar atalik atamik atator atetsi atheises atheisms athists atinyu atmaksin atmor
atorats attr aturkan atvirus auburn aulander aurists auspica auspicando auspicano auspicare auspicato auspici
auspicia auspiciado auspicis australiana australianas australiane australianes australiani australiano
australianos australiens austrasians austriacs austrias autisms autista autistas autiste autistes autisti autisty
autopsychosis autoputa autor autrans autu avacak avaiable availabe availble avaliable avanaki avanakits avancer
avank avatar avaxak avazak averman avians avileso avtaler avtu awahi awai awais awanak awatar awerman awghan
awral awshats axil axils axmaker axmaking ayasun aybet ayds ayrican ayshat aytaly azaplar azari azberi azeez azer
azera azerb azerbaijanian azerilere azerilerim azerim azerime azerin azerisi azeriyi azero azerou azery azez
azgeri azgina azgini azia azian azii azina azini azionista azionisti aziris azis aziya aziyi aziz azori azsia
azsiz azzi baack baak baals baarn baax babbi babby babee babees babi babis babish babiy babools babura babyi bacc
bacs badran badura baest baeten baets bafran baggit baggs bagot bagura bagz bahais bahak bahang baharan bahax
bahc bahls bahreinis baies bainer baining bains bairan bais baish baiz bajura bakk bakran baks bakura bakx balck
balish ballz balnoy bals balss balvan balz bambo bambos bancks bancs bangladeshin banich banisa banisi bankshall
banques banqz bantish bara barahan barakn barana baranam baranami barangays barani barania baranu barayn
barbadians barban barbarac barbaralar barbarec barbaria barbarica barbariche barbarie barbarii barbarij barbarim
barbarin barbaris barbarosneri barbarosneru barbarvosner barbers barcan bardan barean baren barg barhan barian
barin barins barish barisin baritons barits barkan barman barnan barqan barques barran barro barsan bartan barun
barwan baryn barzan basait basara basera bashan bashdo bashino bashkiri bashkiry bashman bashnoian bashor
basiques basira basit basora basqued basquet basquez bassra bastaard bastara bastarda bastardas bastarde
bastardes bastardi bastardo bastardos bastardy bastare bastari bastit basts bastura basua batard batards batches
batching baten bating batoons batran batsuit batura baura bawi bawil bawing bawisz bawy bayadi bayadina bayish
bays bazh bbin bboy bbyn beaber beader bealer beamer beamers beaned beanery beanpoles bearer bearers bearup
beasty beatas beater beaters beates beathe beathing beaths beatos beatus beatz beauts beaver beavers beazer
bebatter beclowns becombed becowards becursed bedead bedense bedevils bedhead bedner bedolt bedrown bedunces
beeching beechy beehead beeheaded beest befast befetter befinns befleas befool befools begane begavat begazed
begene begetter begine begona begonnes begonte begot begotne begune behang behangen behanger behat beheader
behear beheld behest behests behing behnd behner behung behzad bein beinin beinn beins beirats beirots beishiti
beist beitler beiyn bekilli bekilted bekone belarusans belarussians belast beleave beled beleend beletter
belgiana belgias belgiens beliari belice belland belleng bellows belog belomore belone beloozero belvend bemaim
bembo benin benish benner bennt benone bentz bepray berak beran berast berats beratsa berbera berbere berberes
berberi berberis berbero berbery berbes bered beretter bergers berisin bermers bernad bernd berner berners bernin
berro besana besat besetter beshod beshout beshow besinsiz beskot beslot besluta beslutsam besner besoot besot
bespot bestab bestaba bestarve bestink bestraw betaen betas betast beten beter beters bethey beting betner betone
bettter betwen betwin betwit beust bewired bewitch beworms beyansiz beyazidi beyili beyini beyinin beyinler
beyinsin beyisiz beyn beynili beyninsiz beynisiz beyns beyts bezek bezetter bezner bezt bharan bibcock bichas
biches bichi bichis bichs bichy bidcock biddick bideme bieng bigat bigdik bights biglot bigos bigote bigotes
bigoti bigotis bigotto bigshot bigwiggery biin biisin bilbos bilcock bileme bimabo bimba bimbe bimbi bimboes
bimby binari binaris binay binchy bineme binge binisin binn binns bins binz biol biombo biran birasin birches
birching birchy bireme biresin biridin birimin birimsin birinin birisim birisimiz birisini birisinim birisinime
birisinimi birisinimis birisinin birisinisi birisinme birisinsiz birisisiz birisiz birnin birro birsin birtch
birts birutes bisexuales bisexuels bisques bitche bitems bitene bitenme bitere biterme bitez bitime bitisin
bitkoin bitkoyn bitsch bitte bitume bitych bizeme bizisin bjozek bjuffon blaak blac blacc blach blacka blackall
blackboy blackburn blackface blackgoat blackhead blackheaded blackheads blackhole blacki blackim blackima
blackimi blackman blackout blacksa blacksheep blacksher blacksnake blacksnakes blacky blacos bladi blads blak
blakk blanck blanks blaq blasts blatch blayt bleah bleat bleats blech bleck bledes bleds blees bleyat blick
blicks blid blitch bljadi bljadina bloat block blocks blodmanen blogg bloggs blong bloomers bloor blrits blub
blud blutes blvd blyadey blyadyu blyant blyd blyed blyud bnet boast boasts bobekler bocekleri boceklerim
boceklerime boceklerimi boceklerme bocektik bocektim bocektin bockler boczek bodel boeel boers bogot bohnker
boier boii boiii boing boings bois boiss boisz boiz boken boker bolan bolcan boldan bolg bolgan bolhan bolian
boliviaans boliviana bolivianas boliviano bolivianos bolivias boliviens bolman bolney bolnoe bolnoj bolnom bolny
bolovan bols bolsoy bolvad bolvana bolvani bolvin bolvun bolyat bolzan bombala bombale bombali bomballa bombo
bombos bonian bonnes bonsu bonussuz bonusz bonuz booch boock boocks boody booger boogers bookers bool boon boons
boorn booro bootlicked boox boozers booziness boran bordell bordells borekler borel borisin borken bornin bornoy
borro bosek bosi bosnan bosniac bosniak bosniana bosnien bosques bossi bossy bostian bosy botchy bougzoul bouns
boxball boyadi boyes boyi boyl boyunu boyz bozak bozec bozerk boziz bozok bozuk bozy bozzi braat braatz bracks
braek brahin brais brand braner branis brans brany bratan bratana bratanami bratani brates bratia bratianu bratii
bratman bratso bratto bratz brayn brayny braziliaans braziliana brazilins brdel brdits breac breast breasts
breding bres bresa bretons brets brian brians brid bridds bridlice bridz brige brigne bril brimbo brine brined
briner briners brining brins britas britches brites brith briths britos britts britus britz brnin brocken brocker
brodmann broen broer brokken brokker bron brotes brotons brots broxens brozek bruces brues bruges bruits brukes
brules brumes brun brunes bruns bruses brutas bruted bruten bruter bruters brutet brutges brutos bruts brutus
bruxes brwon bryd brydd brydges brydz brytes bryts bryyts bthamit btwn buaran buast buats bubs buch buchs buck
bucks bucs buddhism buddhisms buddhista buddhisti buddi buddist budi budis budiz budy buffoonery buger buhl buhls
buhn buht buisness bukh bukhs bukk buks bulet bulgardan bulgariaa bulgariaan bulgarien bulgariens bulgarin
bullett bullshat bullshitted bullshitter bullshitters bullshitting bullshot bullshots bullz bulz bumbo bumbos
bummers buni bunin buning buniy bunni bununu buny bunyi bunz buran buranin burasin burcin burcsin burdin burein
burenin burgall burgin burgsin buri buriin burin buris burits burkin burlin burnam burnaman burnand burnell
burnie burnih burnij burnim burnimi burnisher burnout burnsian burnun burnup burnusin buroro buros burosin buroz
burqin burra burrall burri burris burriss burross burru burry burssin burtin burunsin burunu buryy busines
busques bussines bussiness bustard bustards busyness butches butching butes buttz butz buul buut buuut buuuut
buuuuut buuuuuut buzek bychi bychiy bychyy bychz byenin byers bygone byin bykh bynin bynn byns byran byrd byrds
byrth byst byte bytes bytte byttes byuffon byyn caal cabbagehead cabbageworm cabbageworms cabbagy cablage cabon
caborn cabranes cabroes cabrona cabronas cabrons cabros cackel cacker cacs caese cafa caffa cahal cahall cahel
cahildin cahili cahilim cahilime cahilimi cahilin cahills cahilme cahilsiz cahitsin cahoke caht cahue cahul cail
caino cairon cakel caker cakilsin cakirdin caks calate calcer caled calim calis callarte callats calmate cals
cambage camber cambers cambodjans cambron camell camells camme cammel cammell camron canadense canadiana
canadiano canadianos canadiens canarians cancar canceri cancerian canceriano cancor candies caneer cange canmer
cannard cannel canner canot canots canrapes canroma cansiz cansizi cantiere canting cantish cants canty capa
capas capat capaz capet cappa cappas cappe capron carcer cardz caret carolsun carres carrez carron carsimdan
casan caser casez casio casirate casno casorate cassan casse casses cassez castmate castrare castrater castrati
castratie castrato catalaans catalaes catalana catalanas catalane catalanes catalani catalano catapans catgirl
cathodic catholica catholicisme catholicos catholicus catolic catolics catron caucasiana caucasiano caucasianos
caucasiens caue cavez cawk cawky caxel caxkel caxker caxs cazan cazes cazino cbrn ccel ccic cclik ccny ccuc ccun
cebe cebes cebrones cedit ceec ceek ceel cees ceety cehntral celan cels cenei ceneny cenni cental centing
centraal centrral cents centy chaat chaber chage chail chake chaldaean chaldeen chambres chamers chancer chane
chanel chanell chanels changar changez changge chank chanks chanky channell charka charki chasez chasse chassed
chasses chassez chatt chaze chchats chec checen chechel chechem chechena chechenia checheno chechenos chechers
checken cheeps chehn cheink chek cheke chenk cheq cherchen cherki chex chianese chicaman chichen chickee chicker
chickies chicks chicky chidren chiese chiga chike chiken chiks childen childern chileens chilenas china chinada
chinakan chinaran chinas chindar chinee chines chinesa chiney chineze chingan chingando chingao chingdao chinguar
chingy chinik chinka chinki chinkier chinns chinny chinos chinoy chinse chints chinuk chirka chirks chirok chist
chistian chkhoser chlkes chmoratsui chmrki chmurki chng chocken chodes choes choka choker chokers chokey chokies
choko chokos chokue chokwe choky chongar chopes chopp chores chorki choser choses choyes chrch christain christan
christiaan christiad christiaens christiana christianas christiane christiani christiania christianim
christianima christianimi christianisme christiano christiansa christiansand christianso christien christin
christinas christion christman chruch chryst chuch chuches chucka chucks chueka chui chuis chujka chukes chuki
chukok chukri chulka chulki chulok chungar chunk chunks chunky chupka churchs churek churk churku churov chutka
chutki chutok chuvy chuy chuyka chuzok chvrches chycen chynk chzrki cicc cics cike cikk ciler cileri cilis ciller
cills cils cind cinene cinese cinga cingada cinks cinky circassiens ciree cirer ciri cirings ciris cirri ciry
ciss citee citees citi citis citti cityi cizer clape clapes clashes cleanout cleanov clearcut cleef cleek cleeks
clel clic clics clif clik clinamen clinks cliq clix clockface clokes clons cloward clowes clowne clows clucks
clymore cmps cnii cniis cnni cnoc cnrs cntrl cnts coapts coard cocci coccis coces cocha coci cockpit cockshead
cocky cocs codde codum coffeen cofins coing coke coki cokki coky collate colombiaans colombiana colombianas
colombiane colombianes colombiani colombiano colombianos colombias colombiens columbians coment coments comme
commes commet commets comming commings completez compts conca concer coned coner congard coning connaisse
connaisses connarus connesse conos conoy contasse contat contemptibly contol controll contry conty cooc cooer
cooers cookes cooming coonasses coones coonty coontz coopts coord coords coore cooree coors copar copecks copets
copi copiee copiees copii copiii copis coppi copps coppy coptas coptes coptis coptos coqs corat coreans coree
coreei corees cori coris coriz corri corris corry cory cosacs cosel cosell coser cossacos cossel cossell couard
counting counts coursed covard covards cowart cowarts cowns cowyard coxe coxes coxi coxy cozer cpos crac craches
cracs crapp crapps crases crashed crashen crasher crashers crashs crasis crasses cratin crats crax crds creatin
creatins creats crecin credin creeds creees creeis creeks creels creephole creepy creer cregin crehin crein
creino cremeans cremin cremins crepin crepps creps crestin cretan cretans creten cretic cretics cretina cretini
cretion cretons creuer creuers creues creuin crevez crevin criats cricken crimples crip crippled crippler
cripplers cripps crips cripto crist cristian cristians croaks croata croatan croatas croate croates croati croato
croatoan crockpot crockpots crofts crol croll cromats cromeans crotin crotts crouts crowns crps crtin crts
crucifier crucily crucks crue cruse crushes crut csat csurka ctas ctre cubaans cubains cubana cubanas cubane
cubanes cubani cubano cubanos cubbage cucc cuckold cucq cucs cuhc cuhk cuir cuirs cuks cultish cumans cuming
cumings cummington cuni cunis cunner cunners cunni cunning cunnings cunny cuny curbed curch curches curded curds
curee curi curis curka curre curred curri currs cursado cursan cursando cursei cursen curser curset cursino
cursis cursuri curt curts curuzu curved cury curz cussed cutting cuvry cuyk cvik cvir cxal cxel cxic cxni cxnii
cxuk cyce cyke cyler cypriote cypriotes cyree czecha czecho czechy dabil dacne daemons daer dagas dages dagged
dagger daggered daggering daggers dagis dagoes dagomei dagotiere dagys dahaneh daharki dahili dahiliyi dahilli
dahnke daili dailly daines dais daiz dalama daldama dalgama dallamos dallara dallasa dallasma dalts damam dambo
damlama damnes danas dancey danek danesa danesi danez danges dangos danis danke dankes danne dannes danos danse
danses dantes danys darak darbies darcies darcys darg dargie darie darka darkci darkey darki darkim darkin darkis
darkki darkle darkles darkly darko darku darnes darty datch datnes dawes dawgs dayili dayli dayly daynes dayz
dddik ddum deadshot deanes debal debel debele debicy debiel debiele debila debilami debili debilito debilne
debilny debilu debite debole decaf decapitare decapitata decapitati decapitato decapitats decart decile decis
deckhead decons decors dedile deek deeks deen deense deert defanged deficienta deficienti defile deflective
defola defoldun defolsin defolsuz defolu defolum defoluna defolunu defolup defoul degenerace degenerare
degenerata degenerately degenerati degeneratie degenerato degenerats degeneraty degile dehart dehorn dehorns
dehort dehorts dehp deible deid deildir deils deily deis dekan dekart dekile dekis dekort delile delily dellik
delors delort delts demans demart dember dembo demens dementen dementes dementev demmons demmy demobs demom
demona demonas demond demone demoni demono demont demonu demonus demony demoss dempen dence denee denek denemez
denes denese denise denkse denme densa densi denso denyse deos depar depara depark deparo departare departarea
departman departmana departmani departmanim departmanima departmanimi departmanimis departmanisa departmanisi
departmanu depen depens depont deporta deportado deportan deportare deportarea deportato deporteres deportiu
deppin deram derangee deranger deranges derangez derart derbile derik derile derpen desart desease deserte
deservi deshonest desile desin desne desort despart despicably despisable dessa desu detective detort dettor
deuils deutch devels devias devids devies devile devili devily devilz devins devits devons dewart dewily deye
deyin deyn deyns dfat dianes dibil dica dickce dics didlo dien diesis diez digos digusting dikce dike dikeh dikes
dikke diks dilda dilday dilde dilder dildi dildoe dildoen dildoes dildon dillard dillards dilts dimber dimbo
dimout dince dinek dineo dingbao dinkey dinkeys dinobat dinse diodos dippen dirak dirky dirti dirven disappearer
discase discusting disember diseuse disgrade dishit dispicable dissapear dissapeared dissappear dissout diven
diyes diyez dizisin dnas dnes dnum dobil dobile doble doboz dobrat dobrits dochurka dochurki dockhead dodies
doenst doest dofus dogarim doghead dogos dokuzlar dolboebi dolboyeb dolche doldo doleri doleris dolice dollard
dolnek dolthead dombo dominicains dominicais dominicals dominicana dominicanas dominicani dominicano dominicanos
dominicas domuza domuzduk domuzdum domuzdun domuzlara domuzlari domuzlarim domuzu donce donec doneck dones donesk
donetk donezk donken donker donkers donley donmek donse donsek donuk doofes dooms doomy doone doong dopadla
dopped doppen doprat dorak dorky dorp dorps dorty dosana dosent doshits dosmerti dosnt dotvara dotvari douanieres
doublez douce douces douchbag douched douchen doucher douchey douchy doule dourches dovile dowitch doyche draag
drac draem drager dragers dragg dragos drah draki draky dram drawn draze dreamz drib drien drinq dripstick drit
drize drons droped drophead dropp drownd drownded drownds drowne drowner drows drowsed droze druk druka drullard
drummy druses druza druzbe druzean druzhe druzi druzy drven dsag duaki duanes dubber duber duble dubojz dubos
dubost duch duche duches dudaki dudum dueber duffus dufus duhr duhur duitch dukh dulces duldum dullara dullarda
dullari dumba dumbai dumbar dumbea dumbed dumbeh dumbhead dumbi dumbier dumblo dumboa dumby dumduz dumi dumler
dumma dummare dumme dummer dummes dummied dumper dumpies dumuz dumy dumz dunca duncery dunched dunches dunching
dunchy duncker duncu dundum duneed dungey dunke dunleer dunne dunnes dunness dunse duntes duport duracki duragi
durahak durahi durai duraka durakam durakami durakci durake durakh durakim durakima durakimi durakki durakli
durakti duraku durali durami durani duranki durasi durati durdum durek durik durki durlak durmak durmaki durr
durrs durs duruk duruki durz dutchman dutchwomen dutych duum duur duvr duvur duydum duzdum dvrs dvrz dvukh dvum
dvur dyas dyce dych dyck dyebil dyed dyeks dyes dyess dyez dykh dykk dykke dyks dynes dyrt ebana ebanih ebanij
ebannyy ebano ebanoy ebanye ebanym ebara eblen eblin ebloui eblouis ebnat ebony ecar ecikler ecuadorans
ecuadoreans ecuadoriana ecuadoriano edensiz edersiz edilmeliyi edipsiz edun eeds eeedin eert efil egap egiptyan
egyptien egyptiens egyptiin egyptin ehesek ehezik ehssehks ehsseks ehven ehyed eids eies ejecute ekam ekat ekaw
ekil ekile ekip elam elas elop elur elzi emac emahs eman embarassment embarrasment embarrassent emeksin emmeni
emocni emos empt enad encl enculee englisch englise englishi englishim englishime englishimi englishman englishme
englishwomen engrish entupida entupido enverr epoh epohi eradiate eradiated eran erath erau erdeni ereit erem
ereni eresia eresis eresits ergeni erih erikler erkeni ermani ermedi ermene ermeng ermenia ermenilerce
ermenilerci ermenilerde ermenilerdi ermenilerim ermenilerime ermenilerimi ermenilerine ermenilerini ermenilerki
ermenilerle ermenilerler ermenilerli ermenilerme ermenilerse ermenime ermeniyi ermesi ermini erom erres erteni
erth eruc esahi esai esay esayi esbany esches escinselleri escinsellerim escot escupido esec esek esekin eseks
eseksiz esektin esensin esersin eshy esic esik eskort eskorts esneksin esnes esol eson essai essais essas essayee
essayees essec essick essix esthonians estok estoniano estoniens eszek eszhez eszik etanat eteksin eters
ethiopien ethiopiens etikler etiopian etis etmeni etseksin euer europeana europeas europeens evac evah
evangelicas everbody everi everone evertone eveybody eveyone evig evila eviniyi eviniz evited evner evol
evoluution evrey excrementa excusez excyst excysted executa executee executem executen executer executeu
executeur executez executi executie exes exilles expelido expell expiree expirer expires expl exterminare
exterminateur exterminats extinctor extint extr extraa eyers eyez eyrs ezdu ezhi ezikim ezikime ezikimi ezikleri
eziklerim ezikme ezis facce facie facist facists facked facken facking facks facky faedir faera faerdir faggs
fagot fagoted fagoter fagoters fagoting fagotings fagots fagotti fagoty faile fakin fakke falkeid falth falthy
famili familii familiy familly fangot fanns fantass farcist faredik faredim faredin faried farmaci farmacii
farmela farzdir faschist fascism fascisms fascistas fasciste fascistes fashist fasist fasst faszt fatais fatals
fatsa fattas faxe faxed faxes fayre fayres feater feble fecales fecking fecks feec feek feeks feels feelz feen
feeq feere feering feerst femela femes femmer femtes feraud fere fermele fermera fermesa fermez fermila fetales
ffrench fiare fickan fickel ficker fickes ficklen fics fict fids fiera fiin fiind fiken fikk fikken fiks
filipinas filipines filipinov filipins filipinus filtry filz finacial finans finers finges finih finken finnas
finnes finnis finnish fins finsh firez firring firrings fisken fitso fixt fixx flaas flagged flah flathead
flatheads fleams fleis flench flexas fleys flias flicken flis flogger flogur fluchtlings fluechtlinge fluking
foals focker fockers focks foils fokin folg folos fook fookin fooks foolisher forbranns forcez forebrains foreks
foresign forgott foriegn forked formale fornt forsade forsake fortale fotre fotzen fouls foute fozes fraek fragen
fraid franch frasen frauda frauenau freakout freaky frears freas frech fredom freeborn freed freefone freek
freeport freeyi freez freid freme fremmes frence frencha frenchi frenchman frenchwomen frenci frencq frenks
fresch freud freuen friad fricken fridom frie frieda friedan friedau friedheim friedman friend frihed frii friid
friis fring fris friss frist friz frized frizz frnch frogged fromm frontz froud frst fruen fryed fryench frys
fryz fuara fucci fucin fuding fuere fuero fuery fuerza fuhl fuling fulker fulking fulls fuls fulth fumera fuming
funing funked funker funkers funkin funking fuond fuping furied furkin futzes fuuuck fuuuuck fuuuuuck fuuuuuuck
fuuuuuuuck fuxi fuying fyera fyken fylls fyls fylz fynd fynn fyns fyre fyres fyring fyrre fyrst gaana gaber gadie
gadon gagater gagaty gager gagmen gahana gahanna gais gaiss galats galaty galdon gallos gamall gambias gamen
gammen gandoni gandzn ganer gangbana ganger ganggang ganna gannon ganoon ganson ganton ganzon gaot gaotun gapos
garbageman garbagy gard gardon garman garmen garvat garve gasell gashe gasmen gaste gastre gasull gatis gatta
gatto gatun gauhati gaumen gaur gaurs gavall gavany gavart gavary gavatar gavath gavati gavatner gavato gavatx
gavet gavit gavity gavkat gavno gavot gavots gavr gawahi gawai gawat gawing gaxthe gayda gayden gaydon gaylen
gayman gaymer gaymes gaymon gayten gazal gazals gazanneri gazannerits gazanneru gazzal geada geaman gearman
geback gebar geberip gebers gebet gebets gebur gebyr gecerin gecersin gedman geeft geens geerling geert geerts
geflickt gehman gehri gehris gehrmann gehry gehts geiman gekickt gelber gelerin gelman gelost gember gemman
generin genez gennes gennez genzek georgean georgiaan georgiana georgianas georgiani georgiann georgiano
georgianos georgias georgien georgiens georgin geran gerat gerber gercek gerceksin gerdan gerdek geree gerees
gerek gereksin gerii geriyi geriz gerizekalidin gerizekalim gerizekalin gerizekalinin gerizekalisa gerizekalisi
gerizekalisina gerizekalisini gerizekalisiz gerizekaliya gerizekaliyi germain germains germaj germal germana
germanai germanas germane germanes germani germania germanian germanii germanj germann germano germanor germanos
germant germanu germanus germany germanys germas germek germen germens germin germins germon gerrans gerri gerry
gervan gery gerzeh gerzel gerzen gests getman getont getost getrost getta getto getts getz geule gevat geyman
ghanians gheber gherman giada giber gieber gierman giler giling gilipolles giong giorgian giotto gipo gippo
gippos gipsi gipsis gipsy girer giring girli girller girlli girlz girman gitanas gitanes gitans gitaros gitta
gitto gitun givat giveh giyipsiz glandon gleber gled gleeks gloopy glotun glovno gluc gluck glucks gluk glumpy
glupa glupcy glupe glupee glupey glupi glupo glupoy glupye glupym glutch gluvkh gluvx glxud glyada gnag gnah
gnide gnidi gnido gnidu gnidy gnoe gnoma goaiz goatherdess goatsucker goatsuckers gober gocmenlere gocmenleri
gocmenlerim goctun gocune gocunu godia godide godine godnie godome godown godroon godune godunu godye goghi gogle
gogole gogune gogunu gojome goktun gokune gokunu goldfisch goldie goldish golek golune golunu golveren gomeshner
gomeshneri gomlek gomorron gona gondod gondok gondol gondom gondoni gondor gondos gondot goness gonez gonion
gonne googe goois goole goons gooood gooooood gorats gorcy gordie gordon gorman gormans goroma gorots gorotsi
gorune gorunu gorup gospic gospica gospicu gosunu gota gotaas gotan gotas goten gotene goteren goteta gothey
gothick gotiek gotin gotita gotler gotleu gotluk gotmek goto gotsun gotte gotti gottu gottun gotuje gotume gotumu
gotuna gotunde gotunuce gotunude gotunule gotunume gotunuse gotunuye goture goturki goturu goudie gouks govenor
goveren govino govna govne gozune gozunu gozunuze gprs gpss grabb graet grandon gratit grats grattis graue graues
grauves gravat gravats gravez greber grecek greeds greens greers grees greets grei greks gric griek grieks grik
gril griler grils grily grix groghy grogi grohi grotta grotto grotun grvats gryada grycz gryek gryk gryq gtes
guber guck gucks guculer guds gudz gueber guggle guggles gugle guhk guillotiner guis guks gullable gullibly gulpy
gumless gunless gunns guntown gunz guranteed gurculere gurculeri gurculerim gurls gurman gustless gutta guttles
guud guuud guvd guvis guyada guyots guyz gvaty gwrman gyakori gyerman gyoda gyoer gyppers gypping gypse gypsied
gypsyhead gytta gyve gyves haaker haaks haalt haard haavan haave haayin habere habereler hacc hacer hackare
hackor hacs hadcock haddiniyi haded hader hading hadini haed haeder haere haets hagere hagged hahack hahax hahc
hahin hahini hahk hahrd hahvan haindik haindim haindin haitiaans haitiana haitiano haitianos haitiens haiyuan
haker hakker haks halfwitted hallow hallt halvan hamar hamr hanced hancher handall handcock handu handz hangad
hangai hangal hangala hangan hangandi hangchem hangcher hangd hangdogs hangee hangel hangen hangend hanget
hanggal hangim hangime hangimi hangimis hangisim hangisime hangisimi hangisimis hangisisi hangod hangout hangte
hangup hangworm hanked hantai hanted hanved hapi hapis happee happi happyi hapy hardrock hardsock harvan hasebe
haseke hasta haste hasti hastio hasty hatere hatez hatrize hatso hattize hatvan haue havato haveh haveno haveta
havets hawley haxer hayaan hayan haybox haydan hayfan hayin hayini hayman hayn haynys haynz hayoz hayran
hayranlar haysan hayvana hayvandik hayvandim hayvandin hayvani hayvanilar hayvanim hayvanima hayvanimi hayvanimis
hayvanisa hayvanisi hayvanlara hayvanlaram hayvanlarama hayvanlarami hayvanlaramis hayvanlaran hayvanlardik
hayvanlardim hayvanlardin hayvanlari hayvanlarim hayvanlarima hayvanlarimi hayvanlarimis hayvanlarisa
hayvanlarisi headd headshot hebarana hebes heder heders heena heere heeres hehl heidense heimar heimushan heitai
helice hellp hels heltai hendu hentad hentadi hentak hentam hentar hepes heraan heraf heral heratsan heratsi
heratsman heratsrats heratsui heratsumy heraus herausgeber herausgeberin herdes heres herez herfinns herhangi
herhangim herhangime herhangimi herhangimis herhangisi herifi herifim herifime herifimi herifleri heriflerim
herifme heritiere hernan herny herpesz herps herre herres hetai hetheman hian hibbs hibs hiena hienas highime
hiler hillow hilmar hilter himara himaracan himaranan himari himarneri himaruthean himer himlar hinaus hinda
hindas hinde hindes hindi hindoo hindoos hindou hindous hindua hindues hinduisme hindusi hindut hindy hinged
hingus hipocrites hirre hispanica hispanicas hispanico hispanicos hissenin histo hiter hitus hjorny hmany hnut
hods hoeing hoels hojdes holdes holer holle holles holley holloa hollom hollon holloo hollos hollov holloware
holywood homar homie homies homme hommes homosexuala homosexuale homosexuales homosexuali homosexualu homosexualy
homosexuell hondu honnor hooman hoomans hopeaa hopealla hopean hopeh hopeman hopital hoppe hoppes hordas horde
hordel horden horder hordos hords hores horide horna hornby horne hornes horney horno hornoy hornu horrni horses
horsie horske horste hortes horus hospitaal hosptial hosto hounde houndy housse housses houze howdies hpoe hrad
hrbal hreif hrindir hros hryena huaning huans huelo huhman huhuttu huilo huinca humaan humanes humani humanis
humann humanni humanz humar humas humay humer humny humprey hunds hundu hungama hungaratsi hunghang hungur hurdes
husto hustus hutes huttu huylu huyna hyaena hyaenas hyenda hyene hyenes hyenka hyeny hymio hymnes hyperparasite
hyperparasites hyperpathetic hypocriete hypocrize hyrdes hyre hyres hyrre hyuna hyvan hyyb ibasura ibneleri
ibnelerim ibneme ibniler ibnler icip idalian iddaam iddian idioci idiofa idioma idiomas idioms idistic idoist
idonek idrott idyot igneler ignorait ignoramos ignorand ignorano ignorans ignoranta ignoranti ignoranz ignorat
ignorent igorots ihsansin iisuka illegala illegale illegales illegali illegalis illegalt illegaly ilter ilze
imale imalsin imbicil imbimbo imbratisa imbratisam imbratisare imbratisarea imbrutes imbyecil imigrant imigranta
imigrantai imigrantami imigrantes imigranti imigrantii imigrantu imkansiz imkansiza imkansizi imkansizim
imkansizima imkansizimi immigranta immigrantam immigrantami immigrante immigrantes immigranti immigranty immigrat
immigrats immigree immigrees immigrer immutilate imorron impace impake impala impaler impall impalm impane
imparadise imparled impave impaye impele imperish impl imple impled impoison impule imputato imputo imrish imusti
inana inansin inbread inbreeders inbreker inbrekers incele inceli incell incet incil incl incme incred indan
indane indest indiaan indiaans indiaas indiai indiana indianami indianan indianapoles indianas indiane indianes
indianhead indiani indianian indianis indiano indianos indianu indiany indiat indican indicans indien indiens
indign indijan indin indiun indoit indonesiana indonesiane indonesiani indonesiano indonesias indonesiens ineler
ines infeccion infecter infecters infeft infekt infektion infelt inferiori inferir infesta infestacion infestado
infestano infestato infeste infestee infestees infestes inflection ingels ingest ingested ingesting ingests
inhumaan inian inians inide injection injects inkel inmigrants innest innreder innside innus inreder insaallah
insaan insala insalla insallaha insana insanasin insandin insang insani insanie insanin insanisin insano
insansina insansini insansinim insansinima insansinimi insansiz insasin insecta insecte insectes insection
insecto insectos inserts insgane insine inspects instat intelect intelekt intelekts inteligence inteligences
intellekt intels interet interior interset interst intestation intian intrest inuman inured invection invest
invested invester investing invests inzest ipadla iraci iracki iracky irais irakci irakees iraki irakian irakis
irakki iranban irandan iraniana iranianas iraniane iranianes iraniani iraniano iranianos iranien iraniens iraniin
iranin iranis irapes iraqian iraqits iraqui iratsman ireg irelanders irisch irisha irishian irishman irishwomen
irok ironian ironly irtish isahang isenin iseut ishangi ishimaru ishita ishitsuka iside isieres isikim isikima
isikimi isimlice isimsizi isimsizime islamises islamisms islamista islamistas islamiste islamistes islamisti
islamistu islamisty islamits isle ismert ismone ismusti isogone ispale ispica isprati ispute israela israele
israelia israelian israeliana israeliani israeliano israelies israelin israelo israfli israheli israili israrli
israyeli isreali issizi issizime issle istaba istabai istabam istabu istead istinka istiny istitsa istler istut
istuta isuot italiaa italiaan italiaans italiae italiai italiana italianas italiane italianes italiani italiano
italianos italias italican italien italiens italijan italyan itlar itleri itlerim ituler iugoslaus ivanishi ixil
iyiyedin izan izhuv izraeli izraelis izsle jaak jacal jacals jacas jacc jachal jackan jackassery jackel jackels
jacq jacs jadan jaden jadida jahac jakas jakasi jakk jakks jaks jakz jamaicains jamaicana jamaicano jamaicanos
jamaicas jankoff japanee japanere japanesy japanise japanse jarks jaukal javanese jawkal jaxx jdida jedan jeden
jees jeez jehly jeli jelle jelley jelli jellis jello jellybean jellyman jely jerc jering jerkface jewfish jewism
jiden jilly jjust joce jocke jockes jocky joden jodhan jodia jodin jodino jodio jodita jodiya jodon jodun jokey
jokke jolly jomdan jondan jonida joost jordan jordaniana jordaniano jordaniens journalises journalisms
journaliste journalistes journalisti joxe jsut judean judeen judenau judias judies judin juditos judon judos
judrios juhan juilfs julios junge juoden jurden jurnalist justeres juuuust kaaks kaal kaali kaana kaani kaansiz
kaappaa kaapt kaard kaasan kaase kabake kabbage kacel kacer kachel kachels kackel kacla kacsiz kadilar kadimsin
kadinalar kadinasin kadindin kadinilar kadinin kadinisin kadinlam kadinlan kadinlara kadinlaram kadinlarama
kadinlarami kadinlaramis kadinlaran kadinlari kadinlarim kadinlarima kadinlarimi kadinlarimis kadinlarisa
kadinlarisi kadinsiz kadirsin kadisin kadunlar kafaliyi kafanadik kafanalik kafanasin kafanasiz kafaniyi kafaniz
kafayiyi kaffa kafli kafna kahacel kahal kahals kahcer kahel kahenin kahil kahill kahl kahres kahrez kahve
kahveler kahvenin kail kails kaing kakel kaker kakker kakxel kalake kalate kalateh kaldinlar kaldinsin kalinlar
kalinsin kall kallak kalmak kalpak kals kalsak kalsiz kaltaj kaltan kaltas kaltay kalwak kame kamel kames kamez
kamme kammel kammes kamp kamps kanacken kanade kanaka kanakan kanaker kanaki kanakin kanakn kanako kanakr kanaks
kanaku kanale kanalen kaname kananen kanape kanapen kanapke kanaren kanasiz kanate kanava kanave kanavke kanaye
kancer kandaken kanem kanesiz kangsiz kaninlar kaninsin kanisiz kanke kanker kankers kanot kanserdik kanserdim
kanserdin kansia kansin kansio kanske kantak kanvi kapaa kape kapehe kapek kapeller kapes kapha kappa kappas
kappe kappeler kappes kapsiz kaptak karakhs karakteresiz karakterisiz karaktersin kard karden kardes kares karez
karimdan karinlar karinsin karpet karres karress karsidan karsiman karsiz kasaan kasan kase kaseh kases kash
kasimdan kasino kasinos kasiz kassaan kassan kassann kassat kasse kassino kassiz kasst kast kaster kasyno kasze
kaszino kaszt kater katers katholik kating kats katsiz kattak katy kaue kaueh kave kaveh kaves kavez kavue kawake
kawk kawke kawki kaxake kaxaken kaxcel kaxer kayake kayl kaysiz kazakha kazakhe kazakhi kazakos kazaks kaze kazel
kazes kazesz kazh kazhh kazino kazsiz kcal kcals kcel kcik kckel keasey kebbe kebe keeill keek keeked keeks
keeler keelers keery kees keeser keex keezer kehl kekes kelc kelk kell kells kels kendanineri kendaninerits kene
kenes keniaans kensiz kenvir kenyane kenyang kenyas kepek kepok kerdes keskesini kesmesini kesse keurden kevane
kezel khansiz khase khaseh khasse khat khats khatt khaylo khaze khek kheks khelqs khen khezer khills khing khizer
khleq khmaw khoce khofer khoher khoke khomer khong khop khoper khoser khoter khoyer khozeri khrist khristian
khuis khullo khulo khurch khuynyu khuzer khvi kice kickes kicz kidz kiers kiik kiil kiis kiitti kijat kikas kikk
kikos kiks kileri killai killala killalo killan killas killem killen killes killiana killman killoran killshot
killswitch killucan kilned kilolar kils kilted kinem kinsiz kipp kipps kips kiralar kiri kiris kirkes kirklar
kirlar kirsz kirtler kiser kiseri kisiliksin kisz kitee kiti kitiis kitis kitti kitty kittyi kity kize kizel
kizer kizeri kkal kkas kkaxer kktri kkun klaim klape klaw klean klear kleef klic klick klicks klif kliff kliffs
klifs klik klikk kliks klirr klown klowns klyf klyfs klyk klyks klyr klyrz klyyr kmotrem knake knar kneefe kniffe
knil kniss knni knox knys knyy kocce kocci koci kocis kocke kocki kocky kocs kodde koddum kode kodes kodugum
kofeen koffin kofin koim kokce koke kokee kokes kokez koki kokis kokk kokke kokki koks kome komeh koment komes
koming komme kommeh komment komplete komplette komplettes konase koncha konem kontakt kontakts kontcha kontrol
kontroll konvi konw koob koog kook kooks kool koon kooning koons koontz koonz koord koorden koori koors koort
koorts kopas kopay kopec kopeek kopegiyi kopeki kopekim kopekime kopekimi kopeklerim kopeklerime kopeklerimi
kopeklerimis kopeklerisi kopekleriyi kopeklerme kopekme kopektik kopektim kopektin kopi kopii kopik kopis kopiy
kopok koppar koppi kopps koppy kopras kopry kops kopts kopuk kopukler kopy kopys korden kordes kordish kords
koreaans koreana koreano koree koreey korens koriz korri korry kory korzel kosel koser kosovari kossel koste
kotze kouzel kovuntri koxe koxi koxs koyum kozehl kozelgo kozeli kozelitheto kozelito koziel kozol kozul kozyel
kraack kraak krac krack krak krakk kraks krap krapp krasi krasis krasy krawat krazy kreans kredit kredits kreditt
kredyt kreep kreeps krej kreve krever kreves krier krills kring krip krips kripto kriptos kris kroaat kroatian
kroi krol kroll kropek krow kruden kruds krush krusu krut kruta kruzh kryp krypto kuck kucz kudden kuddes kuden
kuhic kuhik kuhn kuhner kuhni kuhns kuhrd kuhre kuhrs kuhry kuic kuick kuik kukes kukk kuks kulden kuldes kunden
kuni kuning kunir kunis kunn kunners kunni kunnir kunom kuns kunti kunting kunts kuntzs kunui kunum kuny kunysz
kunz kupnem kurdam kurdama kurdami kurdan kurdas kurdeh kurder kurdien kurdisch kurdisk kurdler kurdos kurdume
kurdumum kurdumuma kurdumumu kurdun kurdz kurdzn kure kureden kuree kureh kureler kureleri kuren kures kurez kuri
kurien kurii kuris kurish kurlari kurpes kurre kurri kurse kursen kurses kurss kursu kurten kurter kurtlar
kurtlari kurtlerci kurtlerdi kurtlere kurtlerim kurtlerime kurtlerimi kurtlerimis kurtlerine kurtlerini
kurtlerisi kurtleriyi kurtlerki kurtlerler kurtlerli kurtlerme kurtts kurtyeri kurtz kurtzer kurullari kuruna
kurussuz kurusuz kuruzu kurvelu kurven kury kuryen kurys kurze kurzen kurzes kusuna kuttler kuuden kuudes kuuhun
kuuk kuun kuuri kuvre kuvure kuwaitin kuxx kuyc kuyk kuyr kuzel kvase kvases kvic kvick kvik kvikk kvir kvopek
kxip kxkxel kxoser kyce kykes kyler kyll kyls kylz kyree kyrs kyry kyser kyss kysser kytee kyty kyyk kyyl kyys
kyyti kyzer laars lacino ladino ladinos lahasi lahsi laino lakkot lakott lalino lampp lanch lanched laned laner
laning laon laons lapino larass lardasa lardasi lardasiz larino laro laser lasers lasino lasis lasiz lassee
lassiz lasst lassy lasy latiano latico latido latidos latigo latigos latina latinas latindo latine latines lating
latinh latini latinn latinoamericana latinoamericani latinot latinu latinus latinx latiny lations latios latviams
latvias lause lavino lawaan lawan lawz lazi lazis laziz lazsiz lazzi leach leaches lears leava leavy leches lecz
ledech leece leeched leechee leechees leecher leeker leeks leetch leetle lefave leggs leich lekk leks lench leran
lerek lesbiana lesbianas lesbianes lesbianisme lesbien lesbiens lesches leser lesers leson lessn lessz lesz
letech letino leuch leuve lexak lexx lezer lezers lezon lezons liards libanese libbard libbards librans libyas
libyens lich liches licke lickey lics licz lidars lieks liers lietard liffe liike lika likce likers likery likh
likker liks linars linc linch linck lincks lincs ling lingg lings linq linx lios liser litch litle litlle litte
litttle liuhe liuse liuying lixe liyue llac llamp llamps llast lles llike llort lloses llosses lluc llunatic
llunatics lluq loanee loanees loave locusta locuste loeches loeser loger logner loise loisy loking lokuse lonas
loner loners loney loning lonley looc loock loof looing loose loosers lopers losar losels losere losern losier
losner losse losser loszer lothsome loue loueli louelis loues louez louise lousa louser lousie louve louze louzi
louzy loveh loveli lovelyz lovesz lovey lovley lovse lowerz lowic lowick lowicz lowlifer lowlifers lowlives loxed
loyers loyse loysy loze lozes lsat lses lttle luam lucking lucks lucq lucs lukk lukking luks lunatica lunatico
lunaticos lunatik lunatiki luos luuk luuq lyar lych lyches lyck lycke lyech lyench lyfe lykk lykkes lyks lykz
lync lyncha lynchad lynchen lynches lynchet lynchian lyng lynk lynx lyser lytch lytle lytles lyttle lyuse lyve
lyyk lyyks lyyq maale maalle maarte maasin mace macedoniens maces maches maciac macke macoris macsin madchen madi
maedchen maet maggit maggotier maggotty magot magots magris mahale mahales mahalle mahalleh mahamat mahim mahiyor
mahkluk mahle mahlik mahlum mahrd mahrez mahsin maiac mailsin maimai maiman maimana maimand maior maioris mairis
maiyak maiyor majoris makehe makhluk makke makluk makoris makris maksin malain malais malaks malans malars
malasin malats malaya malaye malayi malayo malayos malaysias malayu maldin maleh malgin malin malisin malkin
malle malles mallin malmin malsain malsen malsian malsina malsiz malson maltin maluc malucs malvin malys mamluk
mammat manac manak manazeri mandak maneak maneres mangetout manhac manhak maniaca maniace maniacek maniaci
maniaco maniacos maniak maniaki maniar maniau manieres manioc maniocs manjak mankey manmak manrac manrats mansac
mansana mansin manster manthey manuac manuprat manyaka manyakami manyakci manyaki manyakim manyakima manyakimi
manyakis manyakki manyaklara manyaklari manyaklarim manyaku manyar manyas manyat manzac manzak maoron mapris
mapsin maracon marans marays marchen marde marder mardz margot mariac marijon marimon marinon mariones marir
mariton markh maron marons maros marris marron marschen marsin masin maslin massin massing matchs mathes matre
matris matsin mattar maull mavris mawmy mawmyng maxe maxes maxsin mayak maycock mayiyor maysin mazzie mboron
mcgrant mecn medak mediaa medick mediesu mediya medya medyas medz meech meerde meeres mees meezing mehdia mehdiya
mehdya mehedia mehediya mehediyah mehedyia mehre meht meida mekansiz meliar melican memberi membres memelice
memer menster mentaal mentali mentalis menudes merar merats meratsi meratsu merda merder merders merdi merdo
merdu merer meresz merican meride meriru merjir merkir merode meron meros merots merre mertir mertz mesage mesana
mesenin mesoamerican mesoamericana mesoamericans mesoplankton messing metally metatarsi metatarsia metatarso
metican metrolla metts meusana mexicaan mexicaans mexicain mexicains mexicana mexicanas mexicane mexicanes
mexicani mexicano mexicanos mexicanus mexicas mexicon mexkn mezerou mfrs miam midges midgett midik mieda mierde
mierea mieria mierka mierna miery mierza migrana migranas migrane migrano migrans migranta migrantai migrantam
migrantami migrante migranten migranter migranti migrantu migranty migranyes migrat migrent miis mikh mikis
miksing milsin minabe mineable miniac ministr ministri ministrii miniszter minsing minster minsters mintes
mintues minues minuts minyak mirable mirant mirantes miron miros miseri misging mising mislim misseeing misseen
misseri missin missina missine missini missling misssin misting misusing mitch mitts mixable miyiz miyizin
miyizsin mizeri mizerii mizin mizz mmmis mmos mmrs mncs mobster mobsters mocock modak moenster moeron moers mofas
moher moirans moister mojros mojster mokron mokros moldovas molons momeres momes momi mommy mommys monans
monaster moneter moneyed moneyer moneyers mongholian mongoes mongois mongola mongold mongole mongoles mongoli
mongoliya mongolo mongolu mongoly mongos monguel monkee monkees monken monkery monkess monkly monney monorel
monorels monron monsey monsols monstar monstars monsteras monstern monstier monstr monstrer monstres monstrs
monstyer monter montey monteys moosh moost moot moots mootz moque moques moraas moraes morais moran morana
moranas morand morane morang morani moranis morann morano morant moras morass morats morays morbos morcos morde
morder morders moreh moren morens morez morf morgans morgon morin morion morions morir morkos morlans mormon
mormona mormone mormones mormoni mormont mormony mormors mornas morona moronai morondo morone morones morong
moronii moronio moronis morono moronu morony morosa morosanu morosi morovic morran morre morren morrin morrion
morrn morroa morrocan morrona morroni morros morrot morrou morrow morsans morson morton mortons mortos morun
morus moryn morys moskve moslim moslims mossing mosters moter moters motherfu motherling motherly motts mouans
moue moued moues mounster mouron mourons mouros mouster mozgovu mozzie mozzies mrad msery msis msot mual mualim
mucher mudaka mudakam mudakami mudaki mudaku mudder mudders muder mudik mudrak mudslide mudslides muduk muerda
muerde mueres muht mulder mulders multecilere multecileri multecilerim multipli multipliee multipliees munder
mundz munster munsters murans murdar murden murderee murderer murdur murer murier muriers murir murker muron
muros murron murter museer muselim mushaa musham mushani mushhead mushima musim musime muskim muslima musliman
muslimana muslimani muslimanima muslimce muslimde muslimi muslimia muslimim muslimime muslimimi muslimle muslimme
muslimse muslimu muslimy muslin muslins muslum muslume musst mussulmans mustaa mustaan mustalla mustan mustana
mustia mustian mustis mustofa musulmana musulmanas musulmane musulmani musulmano musulmanu musulmany musye
muszlim mutilare mutilata mutilati mutilato mutilats muts muttan muttis muttur mutz muut muzh muzye muzyei muzzey
muzzier muzzily muzzin muzzle muzzles mvoe mvts myasana mych mydak mydik mynd mynster myracle myrde myrder myrick
myron myronic mysin myslim myslime mysz naai nadane nades nadoj naer nager nagger naggers naglet naglets nahai
nahei nahej nahme nahody nahoty naht nahua nahuja nahuli nahuo nahy naion nais nakhud nakhuya nameh nasii nasis
nasiz natin naton natter nattered natterer natterers nattering natters nattery navi navis nayee nayi nays nayy
nazak nazas nazes nazies nazifascista nazifascisti nazime nazirs nazisi nazisme naziyi nazus nazy neahr nealis
neandertal neandertaler neandertalers neandertals neater necc neeb neece neede neeger nees negar negatie
negatieve negatife negativa negativce negativi negativie negativne negativo negativs negativt negativu negativy
negeer negera negerai negeria negeriu negler negoes negos negrer negres negroide negrond negur neiger nekhuy
nekter nepalais nepalas nepalees nepales nepaliks nepalin nepals nepolis nerde nerest nerger neros nester neter
netter netters networking neuer neufer neuler neuner neunter neuroid neuser neve nexter niah nichtozhestva
nichtozhestve nichtozhestvu nickce nicke nicompoop nicompoops nides nids nied niegas niga nigayi nigeriaan
nigeriaans nigeriai nigeriana nigerianas nigeriane nigerianes nigeriani nigeriano nigerianos nigerias nigerien
nigeriens nigeris nigery niggled niggler nigglers niggles nigher nigmet nigyer niiice niiiice nike nikeh nikes
nikke niks nincompoopery nines ningas niquel niquez nitrit nitrits nitrity nitter nitwitted nivger niwger nixe
nixes njuter nkem nkue noasuka nodale nodame nodene nodes nodine nodosana nodosanai nofnin nohutlu noirish nonane
nongypsy nonhuman nonhumans nonimmigrant nonmigrant nonprescription nonworking noode nooked norapesi noratsman
nosarian noseherb noseni nosers nosika nosiki nosish nostot nosze notadar notadik notalar notalik notater notator
noteres nothem notiere notionist notits notter noze nozes nozze npls nuce nudens nudez nudges nudies nudo nudos
nujni nukke numpy numskullery nutcake nutjobber nutjobbers nutted nutten nuttet nuttier nutzer nutzers nyce nyces
nydes nytter nyuter nzai obdure obursuz odursuz ofer offbeats offie offshoots oftheir ofthem oguzsun oksuzsun
okulsun okursun okursuz okusun okuzdun okuzsin okuzsuz okuzun oldag oldham oldsquaw oldsquaws oldure oldurmustur
oline olursuz olurun olusun omursuz omuzsun onli onlie onliness onunsuz onursun onusuz ooglee oozed opher opinon
opinyon oppinion oraal oraseni orasenii ordere orez organdonor orlice oropus orosius orral orsenigo orusenigo
oturdugunuz otursuz otuzsun ouens oughtta oursun oursuz ouside outburn outcursed outfool outfools outkill
outkilled outkills outpoison outpray outpunch outrocks outshoot outshoots outshot outstink outvanish outwish oxes
oxigen oygen ozursuz paacer paak pacci pacer pacers pacii pacir pacs pacz padala padar paday paddla padle padli
padlo padlu padly padola padula pague pahac pahaci pahak pahaki pahaky pahara pahc pahir pahk pahki pahqi pahqy
pahra paient paiks pakas pakeei pakeis paker pakes pakils paking pakino pakisa pakiso pakistana pakistanais
pakistanas pakistanci pakistandi pakistane pakistanes pakistanie pakistanies pakistanim pakistanin pakistanki
pakistanli pakistanmis pakistano pakistans pakistanu pakisztani pakito pakk pakker pakkeri pakki pakking pakkir
pakkis pakos paks paky palack palacky palaso palce palda pales palestiinan palestiniana palestiniano
palestinianos palestinien palestiniens palish palkis paly panch panhead panheaded paraa paradice paradine
paradisea paradisean paradisi paradiso paradisu paraditos paradize paradizes parah paraisten parakite parakites
paralarim parasete parasieten parasire parasise parasita parasitas parasiter parasiti parasito parasits parasitt
parasitten parasitter paraso parassite paraste parastie parastos parasyte parasytos parats paraz parazite
parazitner parazs parens parets pargasite pargasites parge paridise parishes parkalarim parkis parlament
parliment parra parras parraz parridge parros parsian pary pasaso pasive paslik passie passies passte passy
patada patas patetic patinet patint patos patyent paunch pautada pautas pautes pautos pawlak pawle paxer paxi
paxir payano payao pcler pcleri pedary pedros peec peeked peeks pees pehrson pehrsson peice peidar peiros peles
pellock pellocks pench penhead pennut peole peope peple pepole perdian pereros perge perian perich perih periph
perisa perisan perise perishan perished perisher perishers perisi perisian perisu perkish permian pernos peron
peros peroz perras perris perrish perron perrons perrot perrow perroy perroz perrys persan persans perscription
persh persiana persianas persiane persianes persiani persiano persien persiens persigan persijn persos persson
perssons pertish perugians peruviana peruviane peruviani peruviano peruviens perveri pervers perverst perverti
pervertido pervertito perverz pesats pesets peslik pestes pestilente pestilenze pestis pestos pestsa peszt petada
petain petas petes petk petks petos petros pezda phake phakes phast phaxe phayre pheere pheeres phils phin phinn
phins phix phool phreaks phri phris phrom phuks phul piar picaninny picary picc piccanin piccanins picce picci
piccy pice pices picher pichler picke pickee picki pickings pickler picklers pickup picky piclerim picles picleu
piclik picoler picorer pidara pidaras pidarasy pider pidony pidora pidorasi pidori piees piggs pighead pigheaded
pigler pigswill piikki piikkis piing piis pijler pikens pikers pikety piki pikis pikk pikke pikker pikoy piks
piky pilarer pilars pilary pildoras piler pileri pilik pilish pilkey piller pillik piloci pils piltock pilz
pimeys pinaring pinars pinch pindar pindor pinkey pinkeys pinlock pipars pirats pirce pirkey pirler pirlik pirme
pirts pisaram pisaran pisaras pisik piskura pisler pisliki pislikim pislikime pislikimi pislikleri pisliklerim
pislikme pisliktik pisliktim pisliktin pison pissy pistik pisz pitada pitas pithead pitheads pitos piutes pixc
pixe pixed pixes pixi pixing pixis pixler pixy pizde pizdej pizdet pizdi pizdo pizdu pizdy pizdyec pizz placez
placke placker placks placky plagae plagde plagge plagie plagne plagui plaguy plahi plai plais plaiz plake plakke
plancton planker planktona planton plaque plase plaue playi plese plinker plinkers plonger plonked plosker
plucked plucker pluckers plucking plucks plucky pluer pluges plugg plugged plugger pluggers plugging pluggings
pluggy plugi plugue plul plunker plunkers plup plutos poague poales pobles podar podla podor poeles poels poeple
pohol poinson poirson poisoner poissons poiston pokey pokeys pokhuy pokles polac polaca polacas polacek polach
polaci polacken polaco polacos polacz polaczy polahky polaki polakis polakk polakker polaky polas polasky polaxis
polazk poleas poleis polens polers polesia polesino polez polich policky polies polih polis polisa polisah polise
polisi poliso polisu polisy politicans politiciens pollacci pollaci pollacks polle polles pollock pollocks polock
polos polres polson polus polys polzes pomato ponch ponson pooles poonch poorter pooter popish pople porato
porats pord porge pornite pornocu pornodu pornolu pornomu pornosa pornosite pornosites pornosuz pornovideo
pornoyu porosite porridgy porros porsian portato portosu posato posee posees posel poshl posi posion posis posles
posol possi possies posson postato postlar posy poszt potada potas potate potes potito potos potto potuto poucky
poufter poufters pouhy poules poussies povish powles pozda pozy pozzi pozzy ppis praat pradla prague prahy prai
prais praiss prant prarasite prasitos prasts pratam pratama pratameno pratania pratas pratau prates prather
praticando pratim pratima pratimai pratimu pratis prator pratora pratos pratsam pratt pratto pratts pratus pratz
prayan prayor prayora preece preek preeze prents prestao prests prets prevert prezident prezidents prezydent pric
pricce pricek pricka prickami pricklouse prickshot pricku pridirok prik prike prikk prikke primari primarii
primaris primitiae primitieve primitiva primitivi primitivne primitivo primitivt primitivy primme prise prises
prish prison prisoned prisse prisses prix prkats proch prock produkt produkts produt profeet profesional
profesionals proffesional proffit proffitt profille profitt proft proles prono prophit protectant protectants
protestang protestano protestans protestanta protestantai protestantam protestantami protestante protestantes
protestanti protestantii protestantisme protestantu protestanty protestat protestent prots protyestant prrs prts
pruats pruf pruge prutas pruts prvats pryc pryce pryk pryke pryse pryses pshel psikho psikhoz psts psyche psyches
psychol psychon psychopata psychopate psychopathe psychopathen psychopathes psychopathia psychopati psychopaty
pszicho ptain ptue pucked pucking pudar pudla pudor puerros puger puhl puhr puhtain puhuta puhuttaa puhutte
pujada pukey pukis pules pulg pulish puls pulss pultas pultos pulz punsch puntada puntas puntes puntos puor
puotos pured purga purgee purghe purgi purgu purifiee purr purrs purs pushtuns pusies pusis pussay pusse pussi
pussied pussier pusslies pussly pustar pustos pustular pusular pusys puszi putahe putaja putala putan putana
putano putats putaya puteada puteai putean puteando puteh putjes putoaa putoaisi putoamaan putons putoui putous
putras putsin putta puttes puttin putus putyin putzes puul puur puurs puutos puxada puzzi pyaso pyddar pygs pygz
pyic pyke pyki pykk pyks pyles pyscho pyss pysz pytas pyxed pyxes pyxing pyxis pyykki qafa qakel qalqan qamel
qames qaseh qash qatarees qatarin qayl qazan qerel qike qity qlik qlqlan qlyyr qnni qooner qoqi qori qqun qrawl
qryp queens queere queery queres queuers quic quiers quik quinia qunn qunners quns quny qunying qurd qurdz quri
qurs qury quyr quyrs qyyp qyyz raatz raches raciest racise racises racism racisms racista racistas raciste
racistes racit racke racks radicule radist raed raen raet raing raitas rake rakes rakke raktas ramhead ramist
ramists ramlar ramped rampes ranc ranck randans ranted rapas rapeaa raper rapers raphes rapid rapist rappe rapus
rapyd rascist rasist rasped rassen rastas ratais ratals ratam ratams ratans ratat ratata rates ratos ratsam
ratsia ratsian ratsii rattas ratten ratts ratus ratz raundup rausan rausiai ravs rawhead rawheads rawk rawma
raxes razay rbis reaches readd readds realiseres realitinya reaped reatas rebara recip recks recoveree recoverees
redrum reech reever reevers reffo refuged refugi refugie refugiee refugiees refugies refugis refusee refusees
refutee regard regarded regards reget rehead renard renards rended renhed renied rentee rentem renten renter
rentes renteu replika reprodukce repulsiva repulsivo resner resol ressa ressel ressen rested retarda retardado
retardando retarde retardee retarden retarder retardes retardi retardo retare retas retaud retted retten reussen
reut revard reve reven revir revne revo revolving revoting revulsive rewarded rewards riatas ricks ridicole
ridicolo ridicula ridiculez ridiculs riffle riffles riiight riiiight riiiiight rikh riped ripes rirem risner
rissen rissian ritard ritards ritas ritch ritted ritten rivehr rivehrs riverz rmoa roached rocksa rockys rocs
rodenas rodets rokk roks romaana romaani romaania romai romandan romanee romaniaa romaniaan romaniai romaniak
romanias romanidan romanien romanii romanin romaniyi romany romanyan romlar romma rommani rommany romnai romni
romsau romut ronoh rood roop roosen roppe rosner rossen rosted rosten rotas rotated rotches roted roten rotgen
rotsen rottan rottend rottenman rottenstoned rotter rottes rottgen rottien rotton rotyen rotz rouches roumanian
roumanians routed routen roxx rping rrape rtos rtten ruas rubner rucks rudner ruelar rugheaded ruglar ruhlar
ruhlari ruhle ruhm ruhms ruhum ruhumlar ruhumlari ruiner ruiners rujlar rujlari rulez rullar rulle rulles
rumanian rumanians rumar rumiar rumlara rumlari rumlarim rumler rums runer runners runted rupes rupsen rusar
ruser rusery rushen rusher rushers ruslah ruslam ruslami ruslan ruslani ruslans ruslany ruslara ruslarci ruslardi
ruslarim ruslarima ruslarimi ruslarina ruslarini ruslarki ruslarli ruslarsa rusler rusnes rusper russar russef
russei russek russel russer russes russet russey russin russinn russlen russman russon russun rustar rusten
ruster rusyan rutas rutted rutten rwandais rwandas rych rycks rykh ryssen rytas ryuer ryver saac saadi saak saale
saales saana saaq saatci saatki sabbed sacc sacope sacs sacudi sacz sadis sadlak saedi saedis safaksin sagger
saggered saggering saggers sahak sahaky sahand sahite sahlak sahme sahn sahna sahnaz saidi saitki sajudi sajudis
saken sakik sakim sakk saks sakss salading salads salaer salais salaka salakan salakar salakay salakci salakh
salakhed salaki salakim salakima salakimi salakin salakina salakini salakki salako salakos salakoy salaksa
salaksiz salaktin salals salaming salams salamy salank salanky salaping salaqi salark salars salary salatan
salater salats salaty salaus salazer saldis saleh salek salez salik saliks salkas salky sallaci sallaki salle
salleh salles sallowed salmak saloes saloje salok salome salomey salone salones salopa salopeu salopp salops
salose saloue salp salps saltak saltki saluts salvadoras salvadoreans salvadorians salvage salvages salyks sanaa
sanaan sanado sanaher sanaks sanato sanaur sanaura sandd sandis sandust sandwhich sandwichs sandwych sandz sanel
sanin sanke sanker sanking sanks sanky sanna sanni santy sanvordi saoudi saper saqs sardis sarian sarika sarlak
sartki sarudi sastic sataki satalic satanica sataniche satanici satanim satanin sataniv satci satiki satka satke
satkec satkel satkem satken satku satky saty sauage saucis sauda saudas saude saudia saudies saudit saudo saugis
sauris sausis sauvages savageau savagen savager savaks savane savanes savate savates savave savdi sawine saxs
saydi sayed saylak sbir sboj scabbed scarves scats scavage scavages scheep scheids scheise scheisse scheissen
scheisst schell scheule schiesser schifo schill schio schiro schite schivo schizy schizzo schl schlampen schlappe
schluck schlucker schmeck schmecks schmeiss schmeisser schmeissers schmick schmiss schmock schmocks schmucke
schmucken schmuckera schmuckt schmunk schol schoot schots schtuck schuck schucker schuckers schul schule schull
schuls schulz schumucker schweiss schweisser schwuchteln scier scip scis scotswomen scott scotts scotus scouts
scro scrs scul scull sculls sculs scummy scutit scuts scutty sdohli sdohnu sdokhli sdokhnu seanin sebia sebiya
secce secci secco seccos sece seci secki secky seco secos sectigim secy sedaca sedes seech seeci seein seeked
seeker seeki seend seenin seese seesee seesi seesiz sehel sehid sehite sehko sehl sehnt seini seinin seinn sekali
sekam sekat sekce sekci sekcii seke sekee sekerim sekerler sekes seki sekil sekim sekiz sekkez seko sekos sektas
seky selak selamina selas sels selz semali senad senan senatorz sendin senen sengin seniai seniau senii seniman
senime senina senini seninim seninime seninimi seninme senion senior seniora seniori seniorii senioru seniuno
seniyi senkin senni senny senon sensin sentin sentor sentz seny seqiz serac seraw serbai serbam serbami serban
serbana serbarea serbatoi serbes serbia serbiaa serbias serbien serbiens serbii serbin serbis serbiu serbuan
serbus serefsin serian serice serifsiz serika sernin sero seros serro servian servians servie servies sesiniyi
sesiniz sessa setki setle sette sevice sevices sewade sexce sexci sexi sexis sexki seyd seye seyid seyyid sfinks
sgel shaan shabbed shadeless shaen shahan shahn shalak shalaks shalaky shall shammes shanen shaner shanked
shanker shanking shanks shann shanordi shanta shapeless sharlatan shate shatki shats shatter shawe sheedy sheehy
sheel sheely sheena sheene sheeney sheenly sheens sheepback sheepdogs sheepkill sheepy sheet sheeter sheeters
sheeting sheetings sheets sheety sheetz sheey shell shells shemali sherep shetter shetty shevale shhans shhip
shhun shiels shifter shiftier shiftiest shifting shifts shifty shiita shiiter shiiti shiity shilds shilis
shillito shilly shilts shinall shinee shineless shinen shiner shini shiniz shinny shinnyy shinty shiping shipless
shipp shipps ships shirtier shirtiest shirting shirts shirty shists shita shitai shitfaced shither shiti shiting
shitload shitloads shito shitted shittu shitye shizo shkerler shld shlite shlits shljuha shlyukha shlyupa shlyuza
shmuck shmucks shneri shnerits shnits shnur shoat shoats shold sholl sholts shomali shonen shonts shooks shool
shools shoon shoota shoote shootman shootout shooty shortall shortt shortz shote shothole shotholes shotman
shotor shott shotter shotting shotty shoud shoukd shoulda shouldbe shouls shounen shout shouts shovot showot
shpits shrill shrills shrite shrot shtabs shtup shuen shujen shuld shulen shull shumen shumit shunan shunem
shunet shunin shunn shunsen shuren shurup shusen shute shuten shutil shutim shutter shutts shutty shuyen shvits
shvots shvut shyep shyl shyny shyot shyp sianky siatki siberim siberler sibkim sicagim sicakim sicaklar sicarim
sicced siccing sices sich sichs sici siciliana sicilianas siciliane sicilianes siciliani siciliano sicilianos
sicilias siciliens sickee sickees sicki sicky sied siers sigle sigles siici siiki siim siin siise siisi siisiz
sikak sikam sikarim sikci sikes sikeyimi sikeyimim sikeyimime sikeyimimi sikeyimme sikhiu sikhua siki sikicim
sikidim sikiem sikiki sikima sikimi sikimim sikimime sikimimi sikimis sikimits sikimme sikis sikisim sikiyi sikk
sikker sikki siklerim siklik sikres siksik siktik siktim siktin sikx sikxi silak silerim simali simeone simm
simms sims sinagogues sinanlar sincanlar singels singls sinin sinklike sinle sinn sinni sinnis sinns sins siol
sioned sionist siperim siperler sipit sipke siple sirayim sirian sirians sirka siryan sise sises sisi sisiz sisse
sissehe sisses sissi sissiz sissy sistem sistems sitch siter siteres sitesiyi sitesiz siteyi sithole sitki sitte
sixed sixer sixers sixi sixx siyonist sizez siziano sizime siziyi sizse sizsiz sizy sizyy sjanky sjarlatan sjatki
sjonge skaenk skaenker skak skakning skalak skalas skalky skanas skaner skanes skaney skaning skanka skankt
skankts skanner skanning skanoer skans skansk skanus skany skanyer skarve skatina skaty skaudi skeen skeens skers
skied skier skiers skih skiing skills skink skinked skinker skinkers skinking skinks skinn skinnen skinner
skinnet skinnid skis skitter skitty skiy sklope skolina skool skopina skorina skot skotija skotine skotini
skotinka skotinn skotinu skotiny skotiya skots skott skotts skrika skuad skui skul skuls skum skunked skunkhead
skunking skunky skuo skvo skvoz skyin skyn skyped slaap slabbed slae slaer slaes slakers slakes slanker slanking
slany slapes slapi slapp slapped slapper slappers slapping slapps slappy slatki slaty slaughterer slaughterman
slavas slavenes slavis sleaze sleazo sleet sleezy slets slezay slezy slinking slinks slipback slipp slips slitt
slitter slitty slived slomali slomalis sloof sloot sloots slovaka slovakh slovaki slovaku slovaky slovenec
slovenets slovens slps sluha slutas sluther slyt smali smarsh smarve smarves smashup smedes smeert smel smerti
smertnogo smesh smitter smitting smitty smooge smoots smor smort smosh smrika smrt smurt smush smutit smutty
smyert snad snaes snaka snaker snakeworm snakey snakke snakkes snakte snaky snapp snapps snares snart sned snese
snid snike snitter snoke snokes snoots snos soali soapes soboy sobrat sobrata sobratu sociopata sociopatas
sociopater sociopathe sociopathes sociopati sodaca sodali soffocate sogad sokansiz sokmali soksuz solak solali
solb soliariume solice soloff solsuz solus somaci somadi somaki somala somalia somaliaan somalian somalias
somalie somalies somalii somalik somalio somalit somaliu somalo somami somamis somani somari somasi somayi
sombody someome somme sommes somone somoroni somutta somuttan somuttu sonali soner songe sonin sonni sonns sonsuz
sonsuzdur sonsuzlar sonysuz sooca soocati sooci sook sooki sooks sooky soos sooss soosuz soots sopali sorbian
sorbians sorbs soree sorees sori soris sormali sorom sorri sorris sorsuz sorumlar sorumlara sorumlari sorumlarim
sorusu sory sosali sosbe soslavshis sossuz sosuz sotali sotki sotne sotp soudi sould soundz soupapes sourocks
southey sovali sovalis sovsuz soyali soyouz soysun soyusuz sozsuz spake spakes spange spaniardo spanich spanisch
spanked spanker spankers spanking spanks spanky spannel spasic spastik spastis specs speece speek speet spel
spels spenge spenish spicami spicas spicce spiceless spicher spicino spicke spicks spikke spills spinelles spinge
spinks spinned spireless spiteless spithead spitter spitz splel spoc spomali sponde spongy sponke sponse sponte
spooge sporge spors sprangle sprangled sprangles sprots spudis spunge spyq spyt spyts spytt squabs squats squawk
squawks squawtits srae sraka srbs srik sring sroka srot ssac ssak sseci ssecii sshil sshit sshiti sshity sshityy
ssim ssin ssini sskin ssori ssory sssin staab staan stabas stabb stabber stabbs stabdo stabes stabia stabled
stabui stabus stadin stahy stai stainamora stainburn stainton stainz stajin staki stalin stamin staned stangle
stanic stanin stanion stanish stank stanker stanks stanky starce staree starin starke starkes starle starne
starnes staroe starove starp starre starse starte startes starved starver starvers starvi starvy starw starye
starze stasin statin statki staubs staun stawp stayn stedes steed steeple steer steers steg stein stenin
sterilite sterilizes sterve stesi stexc sthill stian sticking sticklike stie sties stigid stiks stills stinas
stines stinis stinka stinke stinko stinkt stinky stinq stins stinting stints stirb stirks stirp stnk stobbed
stobs stodge stoge stoled stoloch stonad stond stonedi stonedim stonek stoneler stonem stonen stoner stoners
stonet stoney stonge stonied stonk stonked stonking stonks stonne stonner stoope stoots stoped stopp stopps stor
storge stotina stoved stowed stoyg stps straggle straggled strain strangler stranglers strave strawa strawman
strawworm strawworms streep streetz strew strig strika stro stroge strom strops stross strow stroz strs strug
strying stryp stryps stubbed stubs studis stuges stugge stuls stunk stupad stupade stuped stupido stupil stupin
stupio stupire stupit stupite stupiv styed styrian styrians suadi suar suatki suca sucaca sucadik sucati succ
succa succah succahs succi sucer suci sucka suckas sucki suckle sucky sucs sucusu sucy sudaba sudaci sudada
sudahkah sudaka sudala sudama sudana sudanas sudanca sudara sudasa sudata sudaya sudica suedes sufera suffern
suffira suffocated suffr suflera suhn suht sukardi sukaupia suker sukh sukhs sukk sukka sukkah sukkahs sukker
suknis sukrusu suks suky sukys sulak sulusu sumali sunaca sunani suner suni sunii sunin sunis suniyi sunna sunnas
sunne sunnie sunnies sunnim sunnime sunnin sunnisi sunnisme sunnit sunniyi sunns sunny sunusu suny sunyi sunys
suol superbrat supercatholic supercops superdense superthick supertrash superwomen suqs surdusu surian
suriyelilere suriyelilerim surubu surucu surudu surulu surumu surunu surupu sururu suruscu suruse suruslu
surussuz surustu surusume surusuz surutu suruyu suscribe suss susz sutain sutch sutit sutki sutnis sutusu suudi
suuhuni suuk suuni suus suvs suvuk suxi suxy suyaca suyusu svage svaloch svanish svch svcs svkh svolochi swabbed
swaine swanked swanker swankers swanking swanks swanky swarve swarves sweazy sweden swedens sweene sweeny swej
swetes swills swina swinea swinge swini swinie swinke swinking swinks sxxum syad syanky sybian sycee sycees sych
syck sycz syenin syin sykank syker sykh syki syking sykkii syks syky sykym syms synagoge synd synds synin syns
synz syran syrfan syriac syriam syriana syrias syrien syriens syrjan syrmian syrran syrrans syrwan syse sysy syte
sytem syym syyn syyriaan syyrian syyte syzes syzez syzyy szack szak szakcs szalak szale szatanik szaudi szeke
szeki szel szell szenator szent szerb szexi szexis szin szind szort szoul szpik szpyt sztab sztorm szuch szucs
szuk szuz szvsz szwede szyc szyici szyk szyki szyn szyte taake taars tace taces tacke tackes tadjiks taech taem
taer taere tahace tahn taht tahw taiere tailer tajike takana takanc takane takankner takano takke takling taknak
talars talat talats talcing talcking talesh taling talish tallat tallats talsh taltar talykh talysha tamals tamam
tamias tamila tamins tanta tantar tanto tapak tapsak taqank tarank taranq tarans tarb tariks tarns tarp tarsak
tartar tartars tasak tasars taskak taslak tasmak tassah tassakaan tassal tassar tassau tasser tastak tastar
tataas tatara tatarai tataram tatarami tataran tatarani tataranu tataraseni tatare tatari tatarian tatarii
tatarim tatarima tatarimi tataris tataro tatarsa tataru tatary tater taters tatiks tatlar tatnar tator tatsak
tatties tatuar tatyr tavr tawad tawars taxe tchasse tchat tchen tchexk tchick tching tchong tchop teatar tebia
tect teemme teeny teets teetz tehy telegramm temor tenta tento tepoy terapist terbiyemiz terbiyesin tercos tere
terken terkler terklere terkleri terks terorists tesser teteh tewits thaaat thaan thaat thack thair thaisa thann
thaos thatis thatt thays theeing theek theeks theer thees thehi thei theis theiss theives thekir theman themani
themis theor theyare theyi theyr theze thiais thibetans thier thiis thik thionation thiz thmar thnk thoat thoir
thois thorugh thougt thrash thron thrwn thuir thuis thuisrace thyng thys tiare tibere tibetaans tibetains
tibetana tibetane tibetanes tibetani tibetano tibetanos tibetas ticktock ticktocks tictoc tictocs tiera tierce
tieri tigere tiits tikok tikties tilere tils timere timme timmes timor timour tinee tinere tini tiniis tinis
tinni tinnis tinny tinta tinto tipps tipye tirans tirov tisser tisuca titar titere tith tities titkok titok
titsian titsiana tittied tittles titz tizere tizuka tjatar tkhman tkhmaq tkhmari tlah toadhead toadies toady tocs
todai todies toere togue tohumlariyi tohummus tohunga toiture tokal toliara tolice tomor toneta tonge tonita
tonota tonoto tonte tonti tontonou toont tootsi tootsy topaki topaya topoi topye torans torcs torken tortue
tortura torturee torturen torturer torturesome torturi torturo tortury toser toserba tosher toshers toshery
tossed tosseryd tosses tosset tossir tossor toster totits totoroma totties tought toulouse tourtiere touser
tousers tousser towell towser towsers toyoura toyser tozer tozeri tpatar tractor tractors traditor traditors
traffick traffik trafic trafics trafik trafikk trafny trahni traidor traidors trailler trailor trainor trains
trainy traiter traitons traktor traler tranas tranby trangs tranks tranky tranne tranos tranoy tranqs transa
transado transam transando transcaucasians transcender transcurs transen transexuals transgendery transh transhei
transi transim transima transimi transisi transito transitou transjordanians transman transmes transmet
transmigrant transmigrants transor transreal transsexuels transu transua transume transuranian transvestiten
transvestiter transwoman transz trants traped trapny trapp trapps trashan trashi trashman tratar trator trawl
trawls trayler treey trela trell trem trens tresh trhow trid triees trii triis triler trinny trins tris trish
triss tritor triz trnas troat troats troch troels troglodites trol trolas troles trolis trolla trollaa trollami
trollare trolle trolli trollt trollu trols trons tronto tros trosh trosser trostel trotted trotter truc trucos
trucs truk truki truks trull trulls truns trupye trush trys tsal tsep tsom tsop tsum tthis tuar tubaya tucken
tuere tuez tugaya tuhar tukaya tukler tull tumaya tumer tumeur tumkur tumora tumorais tumori tumorii tumorme
tumoru tumorume tumur tunaya tunisiana tunisianes tunisiano tunisiens tunkery tunnt tunto tuoba tupai tupaia
tupaja tupaka tupara tupee tupiye tupoe tupou tupoye turacos turaya turben turber turbos turcas turci turcii
turcios turck turcok turcom turcot turcy turden tureen turen turer turfen turgen turkai turkam turkaman turkami
turkan turkana turkanda turkandan turkandi turkandim turkani turkanim turkanima turkanimi turkas turkcen turkeer
turkei turkel turkeri turkeru turkes turkheim turkin turkisch turkishe turkishi turkishim turkishime turkishimi
turkishin turkishme turkisk turkism turkki turklar turklari turklerce turklerci turklerde turklerdi turkleredi
turkleredim turklerem turklereme turkleren turklerim turklerime turklerimi turklerimis turklerine turklerini
turklerisi turkleriyi turklerki turklerle turklerler turklerli turklerme turklerse turkman turkme turkmen
turkmene turkmeni turkmeno turkmeny turkos turksa turksun turkten turkua turkuen turkuler turkulere turkuleri
turkume turkun turkus turky turmen turnen turner turnerer turnering turners turnery turnih turnik turnin turnir
turniu turnix turnos turnup turos turpen turqeren turqeri turqerits turqern turqeru turqy turros turtler turtlers
turuler turulere turuleri turven tusken tuskish tusser tussers tussis tusti tutar tutses tutsin tutsiu tutties
tuttis tuul tvarami tvaria tvarim tvarima tvaris tvarto tver tverr tvers tvurci tweet tweets twilts twists
twitando twites twitt twittou twitts twitty twon twrans txmari tyere tyme tymes tyni tyny tyonto typps typs
tyranny tyrans tyszka tytar tyth tyts tyyni tyyny uabasha uayss uayz ubarana uberaus uberdies uberhang ubiv
ubljudok ucretini ucretinim ucretinime ucretinimi ucretinimis ucretinisi udruze udstedes ugandas ugli uglis
uglyam uglyami ugotovile uhataan uigurs ukrainaan ukrainan ukrainien ukrainiens ukranian ukranians ultradense
ultrahang umesalakan umesana umutta umuttan umuttu undehr undertand undestand unfused uniquer unlive unlv
unnoosed unsued untill unuttered uord upadla upbeats upburn upchoke upcreep uphang uphung upisana upjerk upprick
upshoot upshoots upshot urady urapesu uratsan uratsman uratsui urausu urbain urdunce uric urick urik urishilla
urishits urishner urishneri urishnerits urishneru urix uroda urodam urodami urode urodi urodnou urodu urseni
urtits useted ushitsu ustad usteda usteden ustedi ustedim utstedes utuh utvara utvari utvaru uupumusta uvideo
uxxec uxxek uygurs uzbak uzbegs uzbeka uzbekam uzbekami uzbeki uzbeko uzbeku uzbyek uzteks vaattan vacano vacanta
vacanti vagant vagra vahsidik vahsidim vahsidin vahsileri vahsilerim vahyys vaiz vakant valant valish vampiers
vampiras vampired vampiren vampiresa vampiros vampirs vanisher vanishers vanist vanush vapers vares varez varish
varmin varnish varnished varnishes varre varus vasant vasuki vays vayss vayz vbey vedmin vemin venezuelana
venezuelanas venezuelani venezuelano venezuelanos venezuelas veramin verbin verdenen verdickt verdin verdine
verein vereine verfickte verfickten verficktes vergin vergine verimin verimine verjin verkin verlin verline
verman vermen vermian vermil verminy vermis vermise vermix vermon vernin vernine verqin versin versine verus
verzin viagraa vias videor vides videy vidoes viedo viers vietnamise vigra viile vijers vikers vikrus vilage
vileisis villae villez viners vinish vipera vipere viperes vipery viras vires viris viros virous virsus virtus
virusa virusai virusais virusam virusami virusi virusima virusme virusnogo virustuk virustum virustun virusu
virusui virusume virusuri virvus vishki visitt viski visoki visuri vivers vizit vlie vochnchutivn vochnchutivnn
vochnchutyan vochnchutyuni vochnchutyunits vodri vollidioten vordy vormin votkerd vric vuarre vuile vuille vuos
vurus vyle vylez vyrus vyrvus vyshki vysoki waait waake waal waals waant wace wach wachs wacka wacke wackers
wackes wackier wacking wackoes wacks wagger waggers waggery wahal wahat wahl wahls wahnt waht waites waitt waitz
wakaw wakering wakers wakker walc walck walcz waling walker walkers walnat walnoot walnwt wals walut walz wander
wandered wanderer wanderers wandering wanders wandery waneer waner wanger wanier wanked wankel wanken wankes
wanling wanner wanning wanping wanser wansing wanter wanters wanting wantz wanxing wanying wanzer wariyor warking
warms wasel wating wats watt watter watters watts wauker waukers wauking waxes wayt wayts waytyng weagel weanel
weaser weech weel weeling weels weened weesh weeth weets wehen wehn wehre weiht weinfest weirdly weirdoes weirdy
weis weisel weisz weites weiz weksel welkome wellcome wemen wended wenker wenn wenns wens wensel wenz weores
werre wesel wessel westabout wetched wetsel weys whaaaaaat whaaaaat whaaaat whaaat whaat whackers whackier
whackoes whal whapped whare whareer whatsappma whatt wheel wheelings wheels wheelz wheeped wheesh whereer wheys
whic which whick whids whiggery whil whiles whill whillying whils whipper whippet whish whitea whited whiteis
whitem whiten whitens whiters whitesi whitey whiteys whith whities whitis whits whobrey wholey whopped whops
whored whorled whorley whorls whorly whorts whould whtie whupped whyte wiat wich wichers wichs wichsen wick wicko
wicks wics wideout widger widz wieger wierdo wiess wiggen wiggens wiggier wiggler wigglers wight wigner wiik wiil
wiith wilgers wiling willfried willig willl wils wilz windbagged windhag windhager winger winker winkered winkers
winking winow wippe wirte wirtes wisham wishman wists witchman witchwife wite wites witess witing witout witsch
witte wittes witts witz wnat wohle wohnt woking wole wolle wollof womon womyn wondeful wonderfull wonk worcs
worid worman wormen wormout worx woumen wrench wries writting wrld wrok wroth wrying wthout wtih wwyl wych wyck
wydz wyling wyls wylyng wylz wype wyshs wytch wyte wytes wyth wyts wyyk wyyl wyzh xapa xapat xapes xapha xaphani
xash xast xasts xaxcer xaxer xaxs xcel xcik xcix xckel xcode xcuc xcuk xelk xelks xezer xics xike xillz xind xips
xiti xleq xlix xocs xode xopi xops xopy xoriz xory xosel xoser xozeri xrax xunyi xurd xurdz xuri xurs xuzer
xvideo xvideos xvozer xxix xxlik xxxix xyris yadram yagidi yahuda yahudilerci yahudilerdi yahudilere yahudilerim
yahudilerime yahudilerimi yahudilerine yahudilerini yahudilerki yahudilerler yahudilerli yahudilerme yahudime
yahudiyi yahudu yahuki yakidi yalaha yalama yalana yalapa yalara yananlar yanidi yapidi yapragi yapragim yaprak
yapsak yaradik yaralik yaram yaraq yaratika yaratiki yaratikim yaratikima yaratikimi yaratip yaratir yarattik
yaridi yarmak yarraman yarran yasaar yasaka yasar yasidi yataka yats yavsan yawa yazara yazari yazarim yazarima
yazarimi yazarimim yazarimima yazarimimi yazarimis yazarisa yazarisi yazdi yazdidi yazer yazibi yazici yazida
yazidik yazidim yazidin yazigi yaziki yazildi yazili yazimdi yazimi yazimis yazindi yazini yazipi yazir yazisi
yaziyi yaziyidi yazlar yazor yazur yebala yebani yebet yebu yebut yehudi yememis yemenic yemenies yemenim yemenin
yemenmis yenom yerbal yetis yeye yezidi yezidis yindian yishuv yizhu ynkel yobat youell youll youluk youpon
youpons youra youree youri yourte youru youself yousif yousin yovas yovaz yoxall yugoslava yugoslavo yugoslavos
yugoslavy yunanlara yunanlari yunanlarim yuor zaak zaale zack zacks zacz zadbal zaebali zaebalo zaenal zahak
zahale zahanah zahle zahleh zahles zahna zahvali zajebal zakk zakri zakry zaks zalac zalak zale zales zalez
zallak zallaq zalle zambal zambie zana zanas zand zanna zapit zarm zaroy zatci zatki zatknus zavali zavalis
zavalliyi zavaly zavdi zaweel zawory zawrts zayebali zayebalo zayebis zayehal zece zeci zecke zeek zeen zehl
zehnt zeid zekai zekaliyi zekam zeke zekes zeki zekiyi zell zels zend zends zeni zenin zent zents zentz zeny
zerowe zerowego zeyd zhame zhames zhammes zhan zhann zhil zhini zhiping zhit zhite zhiti zhitii zhitiy zhot zhun
zhut zhyl zich zici zick zicker ziin ziki zimm zinn zinns zins zinz zionism zionisms ziqim zirian zise zisi zite
zitte zixi zixing zizi zizzed zizzes zjebal zkvo zlap zlit zluti zluty znacce znace znacke znake zombice zombide
zombien zombier zombijs zombik zombile zombim zombime zombin zombise zombit zombiu zombius zombiye zome zomrie
zons zook zooks zoonist zori zorii zoris zorts zory zounds zreo zsak zsana zseni zspel zsyn zuca zucc zuch zuci
zuck zucker zufer zukas zuki zuni zunyi zuvus zvucati zvuci zvuk zvuka zvukah zvuki zvuky zych zycz zykym zynd
zyqym zyrian zyrians zyryan аверов агеров адеров аджевен адресс азаров аземов азербаиджанца азербаиджанце
азербаиджанцем азербаиджанцу азербаиджанцю азербаиджанця азербаиджанці азербаиджанців азербаиджаны азером азерот
азефов азиров азоров азуров азэров азяров азіров аиеров аизеров аизеры акмяне акмянская акмянскии амеров анах
анеров ариянам арияне арманам армане арменам армене арменская арменскии арминам армине армэнам армэне армяк
армяка армякам армяке армяки армяком армяку армянах армянка армянкам армянке армянки армянку армяно армянски
армянские армянским армянскими армянских армянскои армянськии армячка армячки армячком армячку арміне ароянам
арояне арьянам арьяне арянам аряне аріянам ашеров баиран бакшу балбера балбери балберка балберки балберу балбесам
балбесах балбесе балбесов балбесі балван бальнои баляда баляди баляду барбан баркан барман барран бартан бархан
барчан бегите беглые бежите безмозга безмозге безмозгии безмозгле безмозглее безмозглеи безмозглии безмозглим
безмозгло безмозглое безмозглои безмозглою безмозглоі безмозглым безмозглыми безмозглых безмозглі безмозгліи
безмозглім безмозгого безмозгою безмозгоі безмозгу безмозгі безмозгіи беитсе белите берите бесите бестолочи
бледня блеите блеять блудом блюдец блюдом блядеи блядски блядям блякло блямом бляшка бляшки блідло блідого бовван
боввана боввани бовваном боввану болан болванам болванах болване болванке болванко болванкои болванку болванов
болванок болвані болвин болган болгана болганом болгану болонои болтан болтана болтаная болтанка болтанки
болтаного болтаном болтаны болтаные больнеи больное больном больною большои болять болған боцвана бреите будду
білять валии валли ваник ваники варвара варваре варвари варваро варвару варварі ватнии ватника ватнике ватнику
ватним ватними ватних ватнички ватнік ватніки ватяник ватяники ввали вгнать вебом вервары вигнать виродки вогнать
вокал впились впущу врезать въехал въехать выбеи выбились выводки выгнить выгнуть выебал выебать выедая выело
выемка выемки выемом выесть вызнать вылились выпилить выпилишь выпишись выпялись выроди выродка выродке выродку
высились выходки гавнюк гандонам гандонах гандоне гандонов гандоні гандою ганите гансон гансона гансоном гансону
ганьон гардон гените гловно глову глупав глупак глупеи глупея глупии глупои глупые глупым глупыми глупых глупыш
глупыши глупя глупіи глухая гните гноите говнюкам говнюках говнюке говнюков годите голите гондол гондола гондоли
гондоло гондолу гондолы гондонам гондонах гондоне гондоні гондор гондора гондором гондору гонити гонить гонице
гонте гоняите гоніте гордон гордона гордони гордоном гордону гордоны горите горните горохови готите грандон
грубин грубины грудин грудины грузен грузив грузии грузик грузил грузим грузимы грузина грузине грузини грузино
грузину грузині грузит грузиш грузию грузия грузны грузін грунин грунины грушин грушины грязин грязины гівнюк
гівнюка гівнюки гівнюком гівнюку даваите давате давиде давии давиле давити давить давните давуте дагите дадите
даите дамите даните дарите датите даците дебая дебела дебелая дебелец дебели дебелина дебелого дебелом дебелу
дебелы дебелые дебиси дебита дебитом дебиту дебиты дегенератам дегенератах дегенерате дегенеративна дегенератке
дегенератко дегенераткои дегенератку дегенератна дегенератне дегенератного дегенератну дегенератні дегенератов
дегенераток дегенераті деила деили деилина деилом деилу декари делила делили деремо дермо дерьма дерьме дерьму
дерімо децили джебом диари дивите диками дикаре дикареи дикарки дикарь дикарю дикаря динари дираки дичари добила
добили довбло довбня довите доедая доело доеная доеного доеном доеные доесть дожны долбая долбня домбая дору
драчок дробило дробить дрокии дроника дротика дротики дроча дрочать дрочив дрочил дрочила дрочили дрочим дрочима
дрочимая дрочимо дрочимого дрочимом дрочимы дрочимые дрочись дрочися дрочит дрочите дрочити дрочиш дрочишь дрочка
дрочки дрочку дрочу дрочіть дрючило дрючить дубила дубили дудаки дурака дураке дураку дурами дурацки дурачке
дурачки дурачьте дурачью дурачья дурашки дуреть дурки дурочок дурра дурінь діраки ебальникам ебальниках ебальнике
ебальников ебет ебланам ебланах еблане ебланов ебнутая ебучего ебучее ебучеи ебучем ебучие ебучии ебучим еваном
евгеев евгеям евреек евреем евреиски евреиские евреиским евреискими евреиских евреиския евреискои евреси евреях
евсеев евсеям евтеев едучая екання екнуло екнуть елана еланец елани елану еланы еллана елланом еллану еманом
ераном етаном жадовка жалки жалкие жалким жалкими жалких жалкои жалкуи жалкіи жаркии жаскии жахкии женины женщина
женщине женщини женщино женщину женщині живии живкии живна животнее животнои животном животною животныи животным
животных жидкам жидков жидова жидове жидовке жидовки жидовку жидовок жидовские жидовскии жидовским жидовское
жидовскои жидовскою жидочка жидята жидяти жидівка жиловка жировка забежу забрежу забуяи забуяло забуять завбого
завери заебаа заебав заебал заебало заебам заебат заебеш заедая заедки заека заемки заесть заикнись заикнитесь
заказа закопам закупа закупая закупи закупка закупки закупом закупу закупы залежу залепи залипая залипло залпи
залуди залужу залупав залупаи залупало залупам залупать залупах залупаю залупає залупила залупило залупим
залупить залуплю залупо залупою залупі залуча залучая залучи залучу заліпи замкнись замкнитесь заражу заразе
зарази заразна заразо заразу заразы заразі зареба заребу заребы зареву зарежь зареза зарезу зарему зарену заречу
заржу зарожу зарои заряжу заріжу застелить заткись заткитесь заткнетесь заткнися заткнусь затнись затупи затхнись
затянись затянитесь затінись затінитесь захаяло захаять захляло захлять захтять захуда захудого захуду захура
захуром захуру зачуяло зачуять заікнись звали звереи зверзи зверки зверни зверти зраза зіткнись игон идиома
идиоми идиомом идиому идиомы идиосом идиотам идиотах идиоте идиотии идиотине идиотину идиотины идиотия идиотке
идиоткои идиотку идиотов идиоток идиотот идиотски идниот имбицил кавказски кавказские кавказским кавказскими
кавказских кавказскои кавказца кавказце кавказцем кавказцу кавказцю кавказця кавказці кавказців кавказы
кавказькии казно каись калапи канапа канапи канапка канапки канапу касапа касапи касапом касапу кацава кацавом
кацаву кацаи кацала кацалом кацалу кацами кацана кацаном кацану кацапам кацапах кацапе кацапко кацапку кацапне
кацапню кацапні кацапов кацапок кацапски кацапі клокун клоны клоуна клоуне клоуни клоуну клоуні коблина коетин
козина козлика козлила козлине козлино козлину козлины козлині козлища колина коллина колун колуны кордов котлина
кпить креатин креатина креатини креатинина креатином креатину креатины креина креином креину креит кремина
крепинка крепинки крестин крестина крестину крестины кретен кретени кретинам кретинах кретинга кретинге кретинги
кретингу кретине кретинке кретинко кретинкои кретинку кретинов кретинок кретині кретон кретона кретони кретоном
кретону кретоны кртини крутинка крштины крыска крысты курдок курдом курдів курине курков курлов курные курсов
куртов лесбиянка лесбиянке лесбиянкои лесбиянку лесбіянки лоара лотара лошака лошата маало мачите менок мерекая
мерзавке мерзавки мерзавку мерзавца мерзавце мерзавцу мерзки мерзкие мерзким мерзкими мерзких мерзкои мерзлая
мерзлии мерзшая мерзшии мечите мигнет мигранта мигранте мигранти мигрантом мигранту минетт минует мовите мовчите
могите можите моите моките молите молчите момите морите мочаите мочиле мочити мочище мочните мощите мразоту
мудата мудау мудања мудилам мудилах мудиле мудило мудилои мудилою мудилі мудрак мудрака мудраки мудраком мудраку
мудрил мудрила мудрили мудрилу мудрилы мулила мулили мусака мусаки мусаку мусила мусили мусульмани мусульманке
мутила мутили мучила мучили мучите мушака мушаком мушаку мчите мчить мычите набе набеи набло набом навежда
надмочить наебал наебать наедая наело наемка наемки наесть наибом начисть наібом небого невежа невежде невежду
невејда невменяемеи невменяемои невменяемые невменяемым невменяемыми невменяемых негритосам негритосах негритосе
негритоске негритоско негритоскои негритоску негритосов негритосок негритосчина негритосі недоимка недоимки
недоимок недолюда недолюде недолюдеи недолюдки недолюду недолюді недоука недоуки недоумии недоумке недоумку
недоумьи недоучке недоучки недоучко недоучку недоучла недоучок недочеловека недочеловеке недочеловеку недоімка
недоімки недоімок нелади нелюби нелюда нелюде нелюдеи нелюдо нелюду нелюдю нелюдя нелюді неліди ненормальнеи
ненормальнии ненормальнои ненормальные ненормальным ненормальными ненормальных ненормальніи несменяемыи несучи
неучеи неформальная неформальныи нечесть нечиста нечисте нечисти нечисто нечисту нечисты нечистю нечисті нечуи
ниггерам ниггерах ниггере ниггеров нигер нигера нигерец нигерка нигерки нигером нигеру нигеры ничтожества
ничтожестве ничтожеству обезьяна обезьяне обезьяну обезьянь обезьяню обезьяня обухом объедая объеди объедка
объедки объеду объела объели объело объема объемом объему объемы объесть оглухло огребье оказа олам олухам олухах
олухе олухов оліхом онухом опухая опухло опухом отморозка отморозке отморозку отребью отребья отрепье отъедая
отъеду отъела отъели отъело отъема отъемка отъемки отъемом отъему отъемы отъесть охрило охрить охуели охуения
охулило охулить охулка охулки охуєть падала падонок паразитам паразитах паразите паразитен паразитична паразитке
паразитко паразиткои паразитку паразитна паразитная паразитне паразитни паразитно паразитного паразитном
паразитну паразитны паразитные паразитні паразитов паразитоз паразиток паразитот паразитска паразитски паразитуи
паразиті паризит паризита паризитом паризиту паризиты паскуа паскуде паскуди паскудна паскудо паскуду паскуды
паскудь паскудя паскуді педиках педиків пединка пединки пединку педчик педчика педчиком педчику педька педьком
педьку пеика пеики пердика перестелять перестеляю перестреляв перестреляи перестрелял перестрелян перестріляю
перика перики песика песикам песики песиков песиком песику петика петикам петики петиком петику петрила пздц
пиары пивара пиварня пизюка пикара пилори пиндар пиндара пиндари пиндом писари писарина писарка писарки писарня
писна пледик пледика пледикам пледики пледиков пледиком пледику побеи повесть повысься повісься подавися подари
подарка подарки подвесься подвился подгонок поддонок поденок подлеи подли подлои подлые подлым подлыми подлых
подожок подолок подосок подъев подъедая подъеду подъел подъела подъели подъело подъем подъема подъемка подъемки
подъемом подъему подъемы подъесть поебать поедая поедом поело поемка поемки поемом поеная поеного поеном поеные
поесть поетина поетка поетки поетом поздня полбина поломлю полонок полыи понаехала понаехало понаіхали попонок
поразит потебня похули пошлыи придирки придирок придумки придумок придуреи придури придурка придурке придурку
придуху придуши прикушу примурки примурок примушу пристрела пристреле пристрели пристрелу пристрелы пристрель
пристреляю пристрілю присушу притушу пробал пробала провесься продажне продушу проедал проедала проедали
проедались проедался проедать проехал проехала проехали проехались проехался проехать проломлюю пропись просись
прострелю псебая псиона пудика пудикам пудики пудиков пудиком пудику пудрила пуебло пясина підара підари підаром
підару підори підрила разовая разъев разъедая разъел разъела разъели разъело разъем разъема разъемом разъему
разъемы разъесть раиковая раковця расовая режете роковая рузские рузских рукки румские румских рурские рурских
руские руских русскии русским русское руських савиньи сарана саранда саранче саранчи саранчу саранчі сараняча
свиная свинги свинеи свини свинии свинки свинои свинти свинье свиньеи свиньми свинью свиня свиніи сволоки сволоти
сволоче сволочеи сволочки сволочу сволочі сдохнете сдохну сдохши сенке серда сквоты скопина скорина скотила
скотине скотини скотинка скотино скотину скотины скотині скотища скотна скотны скотты скуи сланина случка смерить
смерте смерти смертю смерті смерь сметь собаке собако собакои собаку собами собарка собата собача собачи собачка
собачки собка собчака собчаки сохла сохли сохни сохните спиды ссадин ссадина ссадину ссадины станин станина
станини станином станину станины стебал стебался стебаться стеке стекне стене столочь стотина субака сувиньи
сукати сукать сусанин сусанина сусанину сусанины сучава сучавы сучарт сучкасты съедал съедался съедаться съехал
съехался съехаться таары таблети таври таджика таджике таджиком таджику таджиків таджички талаканы тамары
таракана таракане таракани таракану таракані тарахну тарашаны тарина тарков тартары татара татарвы татари татаро
тахтары твареи тварини тваринка тваринна тварино тварину тварині тварна теним товари товарина травну трахану
трахати трахають трахне трахни траяну трухать трухну трюхать тряхну туатары туков тупак тупиза тупии тупика
тупики тупиком тупику тупила тупили тупилка тупилки тупило тупима тупимая тупими тупимого тупимом тупимы тупимые
туписа тупити тупить тупицам тупицах тупице тупицеи тупицею тупиць тупицю тупиця тупицям тупиці тупичка тупички
тупони тупорила тупорилого тупорилу тупорылее тупорылеи тупорыло тупорылое тупорылои тупорылою тупорылым
тупорылыми тупорылых тупоти тупочи тупца тупцом тупцу тупцы тупыше турбов турецки турецкие турецким турецкими
турецких турецкои турецькии турики туриков туркав туркаи турком туркою турків турнов турски турфов тучков тюрков
убгаться уберися убиваа убивав убиваете убиваися убиваитесь убивал убивали убивани убиват убивате убивати убиваш
убиваю убивая убиває убиваєте убивај убивши убиися убирався убираетесь убираи убираись убираите убираитеся
убиралися убирался убиратися убираться убираюся убираєтесь ублюдка ублюдке ублюдку убоися убратися убуваи
убуваите убываи убываите убіися увеися увиваи увиваите удраться уебище уедать уживаи уживаите узбека узбеке
узбеком узбеку узбеків узбечки узиваи узиваите узкоглазее узкоглазеи узкоглазо узкоглазое узкоглазои узкоглазою
узкоглазыи узкоглазым узкоглазых украинца украинце украинцем украинци украинцу улеися уливаи уливаите умает
умажет умакнет уманен уманец уманит уманят умиваи умиваите умнет уорды упеися упиваи упиваите упираися упираитесь
урбана урбани урбаном урбану уриваи уриваите уродана уродила уродиха усеися усраться утираися утираитесь утраться
уфанет ухать учебки учебок ушеися ушиваи ушиваите фанинг хаилом ханна харчам харчеи хвилина хилая хилого хилом
хилые хлевка хлевки хлевом холлов холов холхол хоули хохлив хохлом хохлів хрячка хрячки хуарина хубилая худело
худеть худого худячка худячки хуево хуевое хуевои хуевою хуевыи хуевым хуевых хуента хуинею хукила хулан хулила
хулили хулило хулить хуло хулячи хунина хурина хусеина хусина хутрина хутром цигане цыгана цыганке цыгану цыганы
цыгань цыганю цыганя чаркам червеи червои черножопое черножопои черножопою черножопыи черножопым черножопых
чеченца чеченце чеченцем чеченци чеченцу чеченцю чеченця чеченці чеченців чечены чикнутыи чиркам чмокнутыи
чокнутеи чокнутии чокнутои чокнутые чокнутым чокнутыми чокнутых чокнутіи чубе чубкам чуикам чулкам чумкам чурака
чуракам чураки чурека чурекам чуреки чурках чуркои чуткам чучмекам чучмеках чучмеке чучмеков чушкам шабалы шавкои
шакала шакале шакали шакалу шакалі шаклы шалалы шамалы шамкал шаркал шеваль шкалы шклоу шлюхою шоваль աասուն
աավոր ադրբեջացիներին ազգերի անաթոթ անամոք անանակ անանուն անասունին անասունն անկիրք աչքիս ապուրի ավազակ ավաղակ
աւազակ բոզերը բոսերի բոցերի գազանին գազանն գեյզեր գլոււխ դրամ թուրները թուրքերեն թուրքերէն թուրքերից թուրքերն
խելագառ խլեք խոզերին խոզերն խոյերեն խուզեն կանայի կանայս կարեմ կենդանին կետին կկտրի կոտրել կուզեմ կուտեմ կտրեմ
կրետէն կրեցին հաբերին հակերը համարես հայելին հայերեն հայերէն հայերի հայերից հայերն հայերս հայտերը հայրեր հայրերը
հայրերին հայրը հանում հատերը հացերը հեռացաք հեռացել հեռացէք հեռացրեք հույները հույների հույսեր հրեաների հրեաներն
հրեաներս շներին շներն շունն շունչն շուշեն ոչնչութիւնն ռուսեր ռուսերը սատակի սատկել սատկեն սատկեց սպաննել ստախօս
ստորեւ ստորին սրախոս վարդակ վարշակ վարսակ վրացիների տականց տարանք տոկալ ցընդած քլքլան քունքի քրդերի քրձերը քրմերը
اطلبوا اطلقوا اطيعوا اغنياء الادراك الاردن الارعن الاشتراك الافراد الاكرام الاكراه الاكواد الامن الايمن البيعة
الجهود الرعب الشايعة الشريعة الشمعة الشنيعة الشهود الشيخة الشيشة الشيعه الشيعي الشيعية الشيقة الضيعة العراب
العروب العقرب العهود الفهود المسالمين المسلحين المسلمون المسلمین المسيحين المسيحيون المسييين المعلمين النهود
اليود انبياء ايهود بالك حیوانات خنزير رامح شرموطه كنيد يعلن
allied arabi araby aries ayesha barbaars barbados barbare barbares barbarossa barbarous bawcie beheadal bewept
bookie bookies boose boosy booze boozy bose bosse bosses boze bozeman bozze brainwasher cantle castle cattleman
choosen chosen cicero cigana coglie cookie cookies coole cooles cooley coolio coolweed coorie cootie cooties
cottle coun cozen cozens cuttle dikshit dikshits duckface feckin funken genere geyer gipper gippy goni grecs
groot hacha hamers haters hauer haverer havering havers haya hayes hayey hayter heyer hooly hoyer hyer igorot
iterate joos juss katsup kitsap korec korek kozen kurek lesba lesbe lesby libres lires marchi matchen matthey
mikron moskow muslimen muslimers mygod nanos negri ninos nones nonis nonloser nonuser nonusing nooser oddsen
padal persi perverter polyakov puffs pyche quader rebid recart redart repart restart restarts retat retort
retorts sacan sacken sanken satsen satten scan schram schramm scian scrawm scream scrim scrum secan sedile
seile sensile shameful sicana sicani sicanian sickan sinless skinless slime slimed slimer slimes slimly slimsy
slimy solutions spanless spass spazia spaziano spazzare spazzato staken stoor storrs studia studie studied
studii studio studiu stuit stulit stupat stupet stupidi stupita stupiti sulan sunes supit surin susan tardado
tardan tardando tardas tardes tardia tardis tatry trad trucks turds turkistan turmeric undeducted uneduced
unhanged unhinted unkinged unringed unsinged untinged unwinged urodzen urodzeni urodzeniu vacante vacuate
vocate weetless wigless winless wistless witeless witness zaps zpass азерота американками арапов аферами веба
ведать вещать врожденные вэба гаваи гнои гномик гномики голиков готики грелки гренками гренки грехам грехами
гречки грешки грудина грушина джаз джоз доложи дохлои едиот заедал заедала заедали заедало заехав заехал
заехала заехали заехало заехать застрелюсь заткну заібали интима иракцев иракцы кован курам курами курода
курсам курсами ленись ленитесь лечишь лечусь ливая лузгин недрам недрами немкам немками ненцев обчистить осетию
осетрины относи отсоса отсосу отчистить очистите очистити педаль пенсов перков перлов перов перцов пирсов
подяки позорите полая полкам полками полки полски польки полянами пошлая проданная проданныи русини синьки
спереть стареть стеречь стерпеть ступит такс тарарам тартар турам турами турах турбота туркова тюрками утопист
утопить хаинер цыганова աշուն արատներ երես թաթերը թամարը թուքը կորեկ կորչել կորչեմ կորչեն կորչէք չողբան
չուաններ պարսիկներր սատակեն վերուս վիրոս
abiturs abkha actiklar adamsi adinlar adinsin afganla afganlari ahlaksizin alanci alanmis alasak albania alcakla
alcakti aleshores alevile alevileri algeria allama almalisi almasili alpistan amanlis america analmis anavak
anisine ankers ankhel anking anlamis ansias aplats arabnerin arapla araplarin arifcan armenia armenie asala
asimdan asinin asmadin asques assassinat assyria asturians atilmis atilmissin avana aviles azerbaijan azerile
azerilerin baldys banis barbari batses beane behea bellen benares benear bengalis bertus bestas birinisiz birisi
bleydar bocekle bocekti bohun bolno bolva bosanin bosnia bozano bradleys broomes bulgaria bulgarla bulgarlari
bulle burasa burets busara butlles cabro calantas callat cance canermis cantorias cassocks cemler cemlerin
chainman chaldea chaleins chasers checkin chesine chesnie chimanan choruk christia churo cintres circassia cleans
clippers cobran combinadas corban cortas cotras cremains creti cristhian croatia crucifie cuts dallam damlala
decapitat degenerat delvis demente deppe derange deverse devrese dibele dibley diebly dikarey diotic doldis
domens domuzdu domuzla douch drapet dreikas dukrai dullar eberin efective eficient ellend emrineler emrinelere
emrineleri ermenile ermenilerin ermine escinselle estupid ethiopia execut expire ezikle faredi fastas felemas
fertozes ficke fluchtling frakes fueran funkier funkis gallipolis gando gantois gasse gatavs georgia gerze
gocmenle gocmenlerin gondo gotle grieben gurcule gurculerin gyptian haindi hange hanisin haser hateni hayerin
haynes hayvandi hayvanla hayvanlardi hearse hechen henta herifle heymis hicken hinaman hingar hipped hitter
hitting hollo hreanerin hristian hristiyanla hristiyanlari hucker hundis hungaria hyvaan iandin iarainn ibnele
icking ictigim idaras ignoran impal implead inadin india insansi ionist irania iranlila iranlilari irisin israel
issing italia itches itching jacka juodis kadinla kadinsi kalta kanak kanserdi kansi katsa kenakan kevas khoze
kisindan kopekle kopekti korche kotina koydugumu krainer kurde kurtle kurtlerin lantio latin laughter lickin
lintao litano logged lovenes lynche maincas mancias manors manya manyakla marcenais marcianes marico marios
maxecin mayals mayank medira mencionadas merida mexica mierd migran mikro mildness morias morn morro mosko mulism
multecile multecilerin murtazy musli muslumanla muslumanlarin musulmannerin mutilat nascute negativ neglits
ngiong nichtozhestv noderigs nursuz nutte oksuzun omurgasi omuzlar onursu oprosu ordur orridge ouches ourself
ourselves padaris pakistan paradis paradiz parasit pardais pardias pardis paresin paridas parisen parositas
parsiknere parsiknerin pasidare pasirodes pasitares pastorais pastorias patuin payas pedzic perasin perdrais
peris persia picle pisli pislikle pislikti plagu plastur plockas podrias podzabil poiso pollick pordis pornos
porres poslih pradier praedir prervet priedor primitiv progride prores protestan psych psychopat puisses putai
qrderin rabner radets radicate rainless raplar raplari rechaos rente retino retton rhagades ridicul ripples
riscat romaanin romania rotte rumla rumlarin rusla ruslarin rusnerin rusny russe russia sabrien sacinlar sakaling
sakalsin sakens saknes salaklar salimos salomis salop saltaran samoli sarlata satani schwul sefersiz seismikk
seksin seline senil sepalos sheen shis shodni sikisme sikti silene silnee sinele sinine sirpla sirplari sits
skalaer skaten skeans skhodni skinne skirtis skotin snakker snakking sneaks snekas snidganga sociopat solami
solamis solapes somal sotnika spong stanleye stavers stekan stinkin stithy stupi stupides sucada sudac suriyelile
suriyelilerin surtu surus svarte svartes syria tabbed takan talian tapuya tarats tartas tarves tassa terbiyesi
theists tortur tosse tratas trotte tupido turke turkle turklerin turni turqerin turskih ukraine ullets uncivilize
unculture uneducate unhinge unting unuse uslari uttered utterer uttering utters vahsidi vahsile vanis venirme
verinme vermi vierps virustu vracinerin wanke wease weird whack wichse yahud yahudile yahudilerin yakala
yakalalar yalancisi yaratikla yarra yazid yeban yilandi youpi yoursel yunanla zavallisi zencile zencilere
zencilerin zionis zombi аджикам аджиками аджики азера азербаиджане азирам азирами азиром азиры алупка алупки
американца американце андона андони андоном андону андоны араба арабо арабом армянска арробам арробами арробы
атарам атарами афганца афганце балльнои барон баррон башина беженца беженце безграмотна безграмотны бестолковы
биваите биите битте бланка бланки болва больно боран борон браться бучина варвар варина вешат волочи волочь
вычистит вышвырнут ганеи ганиеи гании ганни геенны гомика гомиком гомосексуалист гомосексуалиста гомосексуалистом
гонит грека греко греком грузи грузином давеи давиеи давит дагестанца дагестанце далаи дебел дебелеи дебело
декори довеете довеи довеите дохните драчеи драчи дрочена дурачь дурен еврее евреиска езида езидом женщин животно
животны жидом заострились зараз зверь иболеи иболи иврееи ивреи иврею иврея идеата изедам изедов изидам изиды
иранца иранце иронцам иронцами иронцев иронцы казел китаица китаице козлин латыш латыше лезгина лезгином лжива
лживы лядина лядину лядины мачете мерзка мигрант молдаван мочит мразеи мразот мрози наиба наибам наибу наибы
невежд невежественны невменяемы негира негираа негра негро негром недочеловек нелюд немца немце ненормальна
ненормальны нечист нигерам нигериеи нигериец ничтожеств обезьян озерам озерами озеров озером озеры озирав осети
осетина осетином отброс отсос очистит паданок перса персо персом пидорам пидорасам пидорасе пидоре пирсам пирсом
пирсы подла подлы позорищ поляк поляка поляком понаехал поодаль поразить пристрел рабами ракова ранцам ранцами
ранцев реками ретина ретину ретины родина рузина рузинам рузинами рузины русски санен сириица сириице сиськам
скотин сонен сонин сонина сонину сонины стерет таджик таракан тварин твоеи творена твори тереть топись трусливы
турка убива узбек урдами урками уродин цыганом черномазеи черномазо чечене чистить чокнуты чурак эстонца эстонце
ադրբեջանցի դադարը դուրգը կոմիկ կրետի ճոպան ողորմել սադկի վիրու տունն տուրքերը տուրքը քրտեր օրդեր الارم حيوانا
"""
)
