"""Words that tell what a capitalised name is: an organisation, an event, a work, a post, a person."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ORGANISATIONS = _set("""
army armies navy force forces corps brigade brigades division regiment battalion squadron fleet command guard
guards police ministry department agency bureau office authority administration commission committee council
court courts tribunal parliament assembly congress senate government cabinet party front movement alliance union
unions league federation confederation association organization organisation society foundation institute
institution university universities college academy bank banks fund company corporation corp inc ltd llc plc
group holdings industries airlines airways airline railway railways railroad motors energy petroleum club fc cf
sc afc united rovers wanderers athletic albion orchestra philharmonic symphony opera ballet choir diocese
archdiocese bishopric network coalition initiative programme program project mission service services exchange
board trust watch observatory center centre team tech polytechnic monitor militia rangers resistance jihad
brotherhood liberation patriots democrats republicans conservatives labour chamber secretariat directorate
inspectorate office campaign syndicate cartel mafia gang airport-authority enterprises partners capital systems
technologies laboratories laboratory labs pharmaceuticals software studios records entertainment productions
pictures media international bros brothers sons hospital-trust nations nation cooperative consortium
intelligence legislature judiciary electoral firefighters panthers devils falcons eagles bruins dodgers lakers
yankees giants bulls bears lions tigers cowboys raiders steelers dolphins jets bills ravens hawks rockets spurs
celtics knicks pistons pacers bucks suns kings warriors sox cubs reds cardinals mets phillies braves marlins
rays orioles mariners angels astros athletics twins royals padres canucks maple leafs canadiens senators sabres
penguins flyers capitals hurricanes predators blues wild avalanche stars coyotes sharks ducks oilers flames
crystals scouts legion legions hussars fusiliers dragoons militants institutes collective workshop
""")
EVENTS = _set("""
war wars battle massacre revolution uprising crisis earthquake hurricane cyclone typhoon storm olympics olympic
games cup championship championships festival conference summit treaty accord accords agreement pact protocol
convention declaration act resolution offensive operation campaign siege attack attacks bombing bombings
genocide holocaust famine pandemic outbreak prix open marathon derby tournament series election elections
referendum plan deal talks fire flood floods disaster riots riot protests incident affair trial trials spring
day week award awards prize medal order cross conquest crusade crusades mutiny rebellion revolt intervention
armistice ceasefire blitz airlift raid raids march expedition exhibition expo fair memorandum charter
constitution doctrine law laws amendment bill directive regulation decree strike strikes coup scandal tsunami
eruption airshow pride tour classic invasion bowl finals final stakes fever virus syndrome disease flu
""")
WORKS = _set("""
post times independent guardian herald tribune journal news press gazette telegraph daily today review magazine
chronicle observer star mail mirror sun express radio television tv broadcasting report reports book novel song
album symphony bulletin weekly inquirer globe examiner dispatch standard sentinel courier dealer monitor argus
echo register ledger channel encyclopedia encyclopaedia dictionary atlas papers files dossier broadcaster
newspaper bbc cnn
""")
POSTS = _set("""
president minister secretary ambassador governor mayor senator bishop archbishop king queen prince princess duke
duchess earl emperor empress sultan emir chancellor premier representative envoy commander general director
chief judge attorney speaker patriarch pope lord lady sir count countess baron baroness tsar czar marshal
admiral colonel major captain lieutenant sergeant professor doctor chairman chairwoman chair ceo commissioner
inspector constable sheriff congressman congresswoman deputy lawmaker ayatollah sheikh imam rabbi cardinal
saint-father reverend dame viceroy regent consul delegate laureate justice rapporteur spokesperson spokesman
spokeswoman marquess marquis viscount margrave elector shah shahbanu khan caliph khedive bey pasha maharaja
nawab nizam prefect procurator superintendent coach
""")
TITLES = POSTS | _set("""
mr mrs ms miss dr prof gen col maj capt lt sgt gov sen rep rev hon fr sr jr md st-father mx messrs
""")
BLOCKING = ORGANISATIONS | EVENTS | WORKS | POSTS
# "in" is part of the name behind these: "United Nations Interim Force in Lebanon".
MISSIONS = _set("""
force mission operation office group organization organisation coordinator observers presence team tribunal
""")

# Capitalised for grammar's or the calendar's sake; they start no name and end one.
CALENDAR = _set("""
january february march april may june july august september october november december jan feb mar apr jun jul
aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday ramadan
""")
FUNCTION = _set("""
a about above according across additionally after afterwards again against ahead all almost along already also
although amid amidst among amongst an and another any anyone around as aside at away back based because been
before behind being below beneath beside besides between beyond both but by can circa citing compared concerning
consequently considering contrary conversely could critics currently did do does doing down due during each
earlier early eight eighteen either eleven elsewhere estimated estimates eventually ever every everyone
everything except experts few fewer fifteen fifty finally first five following for former formerly forty four
fourteen from further furthermore generally given had half has have having he hence her here hers him his
historically how however hundreds i if immediately in including indeed initially inside instead into is it its
just last late later least less like likewise local many me meanwhile mid might military millions modern more
moreover most mostly much must my near nearby nearly neighboring neighbouring neither never nevertheless next
nine nineteen no nobody none nonetheless nor not nothing notably now numerous of off officials often on once one
only or originally other others otherwise our outside over overall own partly per perhaps police previously
prior recent recently regarding reports respectively roughly second seven seventeen several she should similarly
simply since six sixteen sixty so some someone sometimes soon still subsequently such ten than that the their
them then there thereafter therefore these they third thirteen thirty this those though thousands three through
throughout thus to today together tomorrow tonight too toward towards traditionally twelve twenty two typically
ultimately under unfortunately unlike until unless up upon us using usually various very via was we were what
whatever when whenever where whereas wherever whether which while who whoever whole whom whose why will with
within without would yes yesterday yet you your despite amid rural coastal occupied neighbouring nearby
residents rebels survivors troops soldiers protesters civilians
""")
# Words that a capital follows inside a name: "Rio de Janeiro", "Ahmed bin Salman".
PARTICLES = _set("""
de la le les del della delle di da do dos das du des el al bin ibn ben van von der den ter ten upon sur am an y
e i zu zur lez sous sur-mer -on- au aux ar as ash ad at-
""") - {"as", "an", "i", "ad", "ten", "den"}
# Particles with a hyphen before the next part: "Al-Shifa", "el-Sisi", "Stratford-upon-Avon".
HYPHENED = _set("""
al el an ar as ash at az ad ed es ul ol e i y upon on sur en le la les de du sous lez in under by the au
""")
ABBREVIATED = _set("""
st mt ft mr mrs ms dr gen col lt sgt capt gov sen rep prof rev jr sr maj md ste no hon messrs
""")

# Given names that are common outside the United States.
WORLD_NAMES = _set("""
abdul abdullah abdel abdulaziz abu ahmad ahmed ahmet ai akira alejandro aleksandr aleksei alexei ali alisher
alexandre amir anatoly andrei andrej andriy anwar antonio arif asif ayman aziz bashar benazir benito binyamin
benjamin boris borys carlos cemal chen chiang chinua dariusz deng dilma dmitri dmitry dmytro ehud emmanuel enrique
erdal evo evgeny faisal farooq fatima felipe ferdinand fernando fidel fumio gamal gennady giorgia giorgio giovanni
giuseppe goran grigory gustavo hafez hamid hamza hans hassan hasan heinrich helmut henrique hideki hideo hiroshi
hosni hossein hu hugo hussein hussain ibrahim igor ilham ilya imran indira ismail ivan ivana iyad jacek jacinda
jacques jair jalal jamal javad javier jawaharlal jens jiang joao jorge jose juan jurgen kaja kamal karim karl kazuo
kemal kenzo khaled khalid kim klaus kofi konstantin kwame lech leonid lev li liu luigi luiz lula mahathir mahatma
mahmood mahmoud mamdouh manmohan manuel marek mario masoud mateusz matteo maxim mehmet mikhail mikheil min ming
miguel milos mirza mohamed mohammad mohammed mohandas muammar muhammad muhammadu mustafa mykola nadezhda nambaryn
narendra nawaz nelson ngo nguyen nicolas nicolae nikita nikol nikolai nikolay nizar nuri oleg oleh oleksandr
oleksiy olaf olena olga omar osama osman pavel pavlo pedro pervez petro petr pietro pyotr radovan rafael rafic
rahul rajiv ramzan rashid recep ri ricardo robert roh rodrigo rustem saad saddam salman sanna serhiy sergei sergey
sergio shinzo silvio slobodan sonia stanislav staffan suharto sukarno sunil svetlana syed taras tariq tarik tayyip
thabo thaksin ursula valery vasily viktor vitali vitaly vladimir volodymyr vo wang wei wen wladyslaw xi yahya yair
yasser yevgeny yitzhak yoshihide yoweri yuri yulia yury zaheer zhang zhou zia zine zoran tomoyuki geir jan lars
sven bjorn ole knut nils per anders erik kjell morten soren mette jorgen pieter hendrik willem joost wim dirk
jeroen wolfgang gerhard horst dieter uwe manfred rainer annegret heiko markus stefan matthias angela francois jean
pierre michel dominique segolene marine eric laurent bernard alain yves gilles thierry didier pablo luis andres
cristina paulo marcelo paolo romano enrico piero umberto tomasz andrzej jaroslaw donald ewa beata zbigniew
krzysztof janos laszlo gyorgy istvan peter zoltan ferenc imre andras vaclav tomas jiri alexander bogdan ion traian
liviu kiril boyko aleksandar ivica franjo alija ratko hashim sali edi mesut tansu turgut bulent suleyman devlet
selahattin moncef beji khalifa fayez saleh abd mansour hadi moqtada nouri haider barham massoud rafik samir nabih
walid marwan benny shimon ariel golda menachem naftali isaac ruhollah akbar mahmud ebrahim qasem ashraf zalmay
hibatullah mullah zulfikar shehbaz bilawal atal arvind mamata yogi amit nirmala subhas lal mahinda gotabaya ranil
maithripala khaleda ziaur prachanda sher jigme aung ne than suu yingluck prayut hun norodom pol ho le joko susilo
megawati prabowo gloria corazon benigno najib lee goh moon park syngman choe yoon junichiro taro naoto yukio mao
sun tsai ma haile mengistu meles abiy isaias salva riek idi milton paul juvenal joseph felix patrice mobutu denis
emmerson cyril jacob desmond olusegun goodluck sani sese jerry john alassane macky abdoulaye leopold blaise thomas
moussa amadou alpha lansana ellen charles samuel teodoro
""")
# What people are, in small letters before their names.
CALLINGS = _set("""
leader journalist activist lawyer actor actress singer writer author poet politician businessman businesswoman scientist
historian analyst economist reporter photographer player footballer striker midfielder goalkeeper captain manager coach
driver rider boxer artist painter composer musician guitarist drummer engineer inventor explorer philosopher physicist
chemist biologist researcher epidemiologist virologist doctor surgeon nurse officer soldier pilot astronaut candidate
founder co-founder owner billionaire entrepreneur filmmaker director producer comedian host presenter editor columnist
son daughter brother sister wife husband father mother cousin uncle nephew widow opponent rival successor predecessor
""")
