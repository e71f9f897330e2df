"""Words that tell what a figure counts, and verbs that put a place or a date to the fore."""
# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

from .quantities import currencies, unit_names

TROOPS = frozenset(
    """
    troop troops soldier soldiers servicemen servicewomen serviceman servicemember servicemembers personnel
    fighter fighters combatant combatants militant militants insurgent insurgents rebel rebels guerrilla
    guerrillas partisans mercenary mercenaries conscript conscripts recruit recruits reservist reservists marine
    marines paratrooper paratroopers commando commandos sailor sailors airmen airman infantry infantrymen
    cavalry cavalrymen gunner gunners sniper snipers peacekeeper peacekeepers legionnaire legionnaires legionary
    legionaries warrior warriors jihadist jihadists militiamen militiaman crewmen battalion battalions brigade
    brigades regiment regiments squadron squadrons platoon platoons corps garrison garrisons army armies forces
    militia militias guardsmen rangers redcoats musketeers knights archers hoplites samurai janissaries cossacks
    operatives contingent contingents
    """.split()
)
# Words that are troops only in the company of war.
TROOPS_IN_WAR = frozenset(
    """
    officers volunteers force division divisions units advisers advisors contractors men women company companies
    horsemen
    """.split()
)
WAR = frozenset(
    """
    troops soldiers army navy military forces war warfare battle battlefield front frontline deployed deployment
    deploy deploying stationed garrisoned mobilised mobilized mobilisation mobilization fighting fought invasion
    invaded offensive siege combat armed marines infantry brigade regiment battalion militia special conscripted
    enlisted commanded commander general reinforcements
    """.split()
)

CASUALTIES = frozenset(
    """
    death deaths casualty casualties fatality fatalities dead wounded injured killed killing killings missing
    captured captives captive pow pows hostage hostages victim victims martyr martyrs corpse corpses bodies
    slain murdered murders murder executed executions execution massacred lynched lynchings maimed amputees toll
    suicides suicide drowned drownings abducted abductees kidnapped homicide homicides infanticides stillbirths
    miscarriages lives
    """.split()
)
# Counted by themselves these are people lost; "prisoners" of a prison are not.
CASUALTIES_IN_WAR = frozenset("losses prisoner prisoners injuries injury body wounds detained detainees".split())

# What happened to those who are counted. Sure of anything that lives; the weak ones only of people.
LOST = frozenset(
    """
    killed kill kills killing died die dies dying dead wounded wounding injured injuring injures perished perish
    perishing murdered murdering executed executing massacred massacring slain slaughtered slaughtering drowned
    beheaded lynched maimed martyred assassinated gassed fatally fatal casualties deaths fatalities succumbed
    hanged decapitated bayoneted wounds toll
    """.split()
)
LOST_PEOPLE = frozenset(
    """
    missing captured capturing captures abducted abducting kidnapped kidnapping hostage shot starved buried lost
    lose losing lives
    """.split()
)

# "took two soldiers alive", "were taken prisoner".
TAKEN = frozenset("take takes took taken taking".split())
TAKEN_AS = frozenset("alive prisoner prisoners captive captives hostage hostages".split())

PEOPLE = frozenset(
    """
    people persons person civilian civilians men women children child boys girls infants babies citizens
    inhabitants residents villagers students pupils teachers workers journalists doctors nurses medics patients
    passengers crew pilots protesters protestors demonstrators police policemen officers firefighters rescuers
    tourists pilgrims refugees migrants families adults elderly peasants farmers labourers laborers miners
    slaves jews muslims christians foreigners nationals others individuals relatives survivors defenders
    attackers members suspects gunmen militants bystanders guards americans
    """.split()
)

MATERIEL = frozenset(
    """
    tank tanks missile missiles rocket rockets shell shells drone drones uav uavs aircraft airplane airplanes
    aeroplanes jet jets helicopter helicopters bomber bombers warplane warplanes warship warships submarine
    submarines frigate frigates destroyer destroyers cruiser cruisers battleship battleships corvette corvettes
    gunboat gunboats howitzer howitzers gun guns cannon cannons mortar mortars artillery rifle rifles pistol
    pistols musket muskets carbines machinegun machineguns grenade grenades landmine landmines bomb bombs
    warhead warheads torpedo torpedoes ammunition ammo munition munitions bullet bullets cartridge cartridges
    rounds explosive explosives weapon weapons weaponry launcher launchers himars interceptors radars radar
    armour armor apc apcs ifv ifvs humvee humvees bmp bmps btr btrs javelins stingers atacms f-16s mig migs icbm
    icbms nuke nukes catapults chariots galleys triremes swords pikes bayonets vests armaments hardware ordnance
    fuses
    """.split()
)
# Things of peace as well as of war.
MATERIEL_IN_WAR = frozenset(
    """
    ship ships vessel vessels vehicle vehicles plane planes truck trucks mines mine carrier carriers batteries
    battery arms container containers shipment shipments wagon wagons crates pallets tonnes tons tonne ton
    rounds loads cargo cargoes trainloads systems boats boat helmets elephants parachutes engines sets kits
    pieces
    """.split()
)
OF_WAR = MATERIEL | WAR | frozenset("destroyed sunk downed sank intercepted military naval warplanes seized".split())

MEASURES = frozenset(
    """
    % percent percentage kilometre kilometres kilometer kilometers km metre metres meter meters m mile miles
    foot feet inch inches hectare hectares acre acres kilogram kilograms kg gram grams pound pounds litre litres
    liter liters gallon gallons barrel barrels degree degrees °c °f kelvin watt watts megawatt megawatts
    gigawatt gigawatts joule joules volt volts hertz byte bytes dollar dollars euro euros yen yuan rupee rupees
    rouble roubles ruble rubles franc francs mark marks usd eur gbp second seconds minute minutes hour hours day
    days week weeks month months year years decade decades century centuries times knots bits
    """.split()
)

_NAMES = (unit_names.MEASURES, unit_names.ABBREVIATIONS, unit_names.PHRASES, currencies.NAMES, currencies.CODES)
# "Swiss francs" are known by "francs", "metres per second" by "metres". Tonnes are also what a convoy carries.
_HEADS = {name.lower().split(" per ")[0].split(" of ")[0].split()[-1] for names in _NAMES for name in names.values()}
MEASURES |= (_HEADS - MATERIEL_IN_WAR - {"parts", "units", "rights"}) | {"magnitude"}

# Verbs whose point is the place.
PLACING = frozenset(
    """
    deployed deploy deploying deploys stationed stationing located situated based headquartered lies lie lying
    stands stood encamped garrisoned quartered housed positioned concentrated massed redeployed relocated moved
    transferred sent shipped transported arrived landed entered crossed advanced bordering borders centred
    centered spotted sighted buried resides lived born operating operates occupied
    """.split()
)
# Verbs whose point is the time.
DATING = frozenset(
    """
    began begin begins begun started start starts commenced ended end ends ending finished concluded ceased
    founded established created formed built opened closed launched introduced released published premiered
    debuted aired signed ratified adopted enacted passed approved repealed abolished born died elected appointed
    inaugurated crowned resigned retired married occurred happened erupted surfaced appeared emerged took broke
    lifted declared announced proclaimed annexed surrendered invaded discovered invented completed inherited
    dissolved disbanded renamed dates dated continued lasted scheduled celebrated held arrived entered force
    landed reopened captured fell liberated first withdrew joined became won awarded pardoned arrested
    """.split()
)
