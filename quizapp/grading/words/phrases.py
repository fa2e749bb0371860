"""Everyday expressions of one meaning, many of several words, for every subject.

Each line is a group; a verb and its particle ("bring down") may stand apart in a response. What
holds in one subject only belongs into a bank's `synonyms`.
"""

# ruff: noqa: E501

LINES = """
increase|rise|grow|go up|climb|soar|expand|higher|greater|bigger|larger|increasing|growing|rising|raise|boost|hike|push up|drive up|bring up|put up|send up|move up|shoot up|get higher|get bigger|become higher|become greater|more of|elevate|heighten|swell|step up|upward|up|surge|puff up|jump
decrease|fall|decline|drop|go down|come down|shrink|diminish|lessen|lower|dwindle|reduce|falling|smaller|sink|bring down|cut|drive down|push down|take down|get lower|get smaller|become lower|become smaller|less of|fewer|plunge|plummet|reduction|downward|down|slump|ebb|wane|cut back|cut down|trim|slash|contract|narrow|get narrower|slash
expensive|costly|dear|pricey|cost more|pay more|more expensive|dearer|price rise|costlier
cheap|inexpensive|low cost|affordable|cost less|pay less|cheaper|less expensive
short|shorten|brief|cut short|abbreviate|shorter
long|lengthen|extend|longer|prolong|lengthy
fast|quick|rapid|swift|speedy|quickly|rapidly|swiftly|faster|quicker|speedily
slow|slowly|sluggish|gradually|gradual|bit by bit|little by little|step by step
speed up|accelerate|quicken|hasten|faster|go faster
slow down|decelerate|brake|slower|go slower
start|begin|commence|beginning|outset|launch|set off|kick off|onset|set in|get going|take up|initiate|open
end|finish|stop|cease|conclude|halt|come to an end|bring to an end|terminate|put an end|wind up|complete|over
stop|prevent|block|keep from|stop from|hinder|avoid|avert|ward off|hold back|inhibit|impede
allow|permit|let|enable|make it possible|make possible
forbid|ban|prohibit|outlaw|not allow|disallow|bar
able|can|capable|could
unable|cannot|incapable|not able|could not
need|require|demand|necessary|required|have to|must|call for
want|wish|desire|would like
buy|purchase|acquire|procure|take over|bought up
sell|export|offer for sale
get|receive|obtain|gain|acquire|win|come by|earn|secure
give|hand|hand over|provide|supply|grant|donate|furnish|offer|present|confer|bestow
cede|give|hand over|surrender|yield|give up|transfer|turn over
give up|abandon|quit|renounce|relinquish|forsake|drop|abdicate|step down|resign
keep|retain|preserve|maintain|hold|hold on|conserve|save
leave|depart|exit|go away|move away|set out|withdraw|pull out|quit|walk out
arrive|come|reach|get to|turn up
join|connect|link|unite|combine|attach|tie|bind|put together|merge|fuse|bring together|come together|bond|unify
separate|divide|split|part|detach|break apart|disconnect|come apart|pull apart|break up|segregate
help|aid|assist|assistance|support|back|back up
hinder|hamper|impede|obstruct|get in the way|hold back
show|demonstrate|reveal|display|exhibit|indicate|prove|point out|make clear|illustrate
hide|conceal|cover up|mask|disguise|keep secret|camouflage
say|state|tell|declare|claim|assert|announce|mention
build|construct|erect|assemble|put up|set up|establish|found|create|make|produce|form|manufacture
destroy|ruin|wreck|demolish|wipe out|smash|devastate|annihilate|knock down|tear down
kill|murder|slay|assassinate|stab|put to death|execute|shoot dead|poison|take the life|end the life
die|perish|pass away|dead|death|be killed|lose his life|lose her life|lose their lives|lose life
beat|defeat|overcome|conquer|vanquish|win against|win over|get the better of|triumph over|rout|crush
win|victory|triumph|succeed|prevail|come first|victorious|victor
lose|defeated|be beaten|fail
attack|assault|strike|raid|invade|storm|go after|invasion
protect|guard|defend|shield|safeguard|keep safe|secure|protection|look after
rule|govern|reign|control|command|run|be in charge|head|lead|in power
lead|command|head|captain|be in charge|direct|leader|commander
follow|come after|succeed|chase|pursue|after
own|possess|belong to|have|be the owner|property of|owner
rob|steal|take away|seize|loot|plunder|snatch
seize|capture|take|grab|occupy|take over|conquer|annex
free|liberate|release|set free|let go|let out|give off|set loose
release|emit|give off|give out|let out|discharge|send out|set free
absorb|soak up|take up|take in|suck up|draw in|pick up
remove|take away|take out|get rid of|eliminate|strip|clear|take off|delete|wipe out|do away with|abolish
add|put in|include|join|insert|introduce
abolish|end|do away with|get rid of|scrap|repeal|ban|outlaw
carry|transport|bring|convey|deliver|move|take|ferry|bear|haul
send|transmit|dispatch|ship|forward|deliver
change|alter|modify|edit|adapt|adjust|transform|convert|turn into|vary|turn|become
become|turn into|grow into|get
share|redistribute|distribute|pass on|give away|spread|hand out|hand round
spread|expand|extend|disperse|propagate|circulate|diffuse|scatter
see|view|look at|watch|observe|notice|spot|perceive|catch sight|witness|read
see|view|regard|consider|look on|think of|treat|perceive
recognise|identify|spot|know|tell|make out|pick out|detect
learn|find out|discover|get to know|study
teach|train|instruct|educate|prime|coach|tutor|school|prepare|get ready|make ready
know|be aware|understand|be familiar|realise|realize
fight|battle|struggle|combat|contest|fight off|war|resist
disagree|differ|dispute|argue|not agree|object|dissent
agree|consent|accept|concur|assent|be of one mind|say yes
refuse|reject|decline|turn down|deny|say no|rebuff|spurn
depend|rely|be based|hinge|dependent|reliant|count on|dependence|reliance|be reliant|lean on
independent|free|self sufficient|self reliant|autonomous|on its own|by itself|independence|autonomy|self sufficiency|self reliance|stand on its own feet|without help
fear|afraid|worry|concern|anxiety|be scared|dread|be worried|worried|anxious|wary|apprehensive
trust|confidence|faith|believe in|rely on
distrust|mistrust|suspicion|lack of trust|suspicious|not trust|wary
safe|secure|out of danger|unharmed
danger|risk|threat|hazard|peril|dangerous|risky|hazardous|unsafe|perilous
important|significant|crucial|key|vital|major|essential|critical|central
main|chief|principal|primary|most important|leading|foremost|major|biggest
big|large|great|huge|enormous|massive|vast|sizeable|giant|considerable|substantial
small|little|tiny|minor|slight|modest|low|miniature
many|numerous|lots of|a lot of|plenty of|a great many|countless|several|multiple
few|not many|hardly any|only a few|a handful
much|a lot|a great deal|considerably|greatly|far|plenty
all|every|entire|whole|complete|total|each
everyone|everybody|anyone|anybody|all people
equal|same|identical|alike|equivalent|no different|equally|just as|as good
different|distinct|not the same|unlike|differ|other|difference
similar|alike|like|comparable|resemble|look like|akin
opposite|reverse|contrary|inverse
good|fine|excellent|positive|favourable|beneficial|well
bad|poor|negative|harmful|unfavourable|badly|ill
better|improve|improved|superior|get better|enhance|upgrade|improvement|enhancement
worse|worsen|deteriorate|get worse|decline|degrade|inferior|deterioration
strong|powerful|mighty|potent|forceful|strength|power
weak|feeble|frail|fragile|powerless|weakness
strengthen|reinforce|bolster|make stronger|become stronger|fortify|shore up|tighten|deepen
weaken|undermine|make weaker|become weaker|erode|sap|dilute
hard|difficult|tough|challenging|not easy|tricky
easy|simple|effortless|straightforward|not hard|not difficult
rich|wealthy|affluent|well off|prosperous
poor|impoverished|needy|penniless|badly off|poverty
new|modern|recent|fresh|novel|latest|up to date|newly
old|ancient|aged|outdated|out of date|obsolete|dated|antiquated|old fashioned
early|soon|before time|ahead of time|premature
late|delayed|behind schedule|overdue|belated
near|close|nearby|next to|adjacent|beside|close to|not far
far|distant|remote|far away|far off|a long way|distance|a long way off|faraway
inside|within|interior|in|internal
outside|exterior|beyond|external
above|over|on top of|higher than|overhead
below|under|beneath|underneath|lower than
hot|warm|heat|heated|warmth
cold|cool|chilly|icy|freezing|chill
heat|warm up|warm|get hotter|get warmer|heat up|temperature rise
cool|cool down|get colder|get cooler|chill|temperature fall
wet|damp|moist|humid|soaked
dry|arid|parched|without water|waterless
melt|thaw|turn liquid|turn to liquid|turn to water|become liquid|liquefy
freeze|solidify|turn to ice|turn solid|become solid|become ice|ice over
boil|turn to steam|turn to gas|vaporise|vaporize
evaporate|turn to vapour|turn into gas|turn into vapour|dry up|become vapour|become gas
dissolve|go into solution|melt away
burn|on fire|catch fire|combust|ignite|combustion|set on fire|set fire
explode|blow up|burst|go off|detonate
break|shatter|crack|snap|smash|fracture|burst|broken
bend|curve|deflect|refract|warp
turn|rotate|spin|revolve|go round|twist|circle|rotation
orbit|go round|go around|circle|revolve around|travel around|move around
move|travel|go|shift|pass|movement|motion|journey
flow|run|stream|pour|go through|pass through|move through
stay|remain|keep|not move|not change|stand still|be constant|constant|unchanged|steady|stable|conserve|stay the same|no change|remain the same|fixed
float|stay up|not sink|stay afloat|be buoyant|afloat
sink|go under|go down|submerge|founder
rise|go up|swell|climb|puff up|expand
fall|drop|go down|come down|tumble|descend
stick|adhere|cling|hold together|glue|be sticky
catch|trap|capture|snare|get hold of
float|hover|hang|be weightless
displace|push aside|push away|shove aside|move aside
push|press|shove|thrust|force
pull|attract|draw|drag|tug|attraction
repel|push away|push apart|drive away|repulse
weigh|weight|mass|heaviness
density|dense|denser|thick|compact
hole|gap|opening|space|cavity
road|route|way|path|course
trip|journey|voyage|travel|expedition|tour
boat|ship|vessel|craft
plane|aircraft|airplane|aeroplane|jet|airliner
car|automobile|vehicle|motor
film|movie|motion picture|picture
book|novel|work|volume
picture|painting|image|portrait
doctor|physician|medic
illness|disease|sickness|ailment|malady|ill|sick
germ|pathogen|microbe|virus|bug|bacterium|infection|invader
immune system|body defence|immune defence|defences|immunity|immune defences
sting|irritate|burn|hurt|itch|irritation
hurt|injure|wound|harm|damage|injury
cure|heal|treat|make better|remedy
worker|employee|labourer|laborer|staff
boss|employer|manager|chief|head
child|kid|youngster|youth|children
woman|female|lady|women
man|male|gentleman|men
father|dad|papa
mother|mum|mom|mama
money|cash|funds|finance|funding|capital|currency
cost|price|expense|charge|fee
debt|owe|owing|loan
tax|duty|levy|tariff
job|work|employment|post|position|occupation
law|rule|regulation|act|statute|legislation
right to vote|suffrage|vote|franchise|voting rights|enfranchise
vote|ballot|cast a ballot|go to the polls
country|nation|state|land
people|population|public|citizens|inhabitants|folk
army|military|armed forces|troops|soldiers|forces
weapon|arm|arms|armament|weaponry
war|conflict|fighting|hostilities
peace|end of fighting|ceasefire|truce|armistice
agreement|deal|contract|accord|pact|treaty|arrangement|understanding
ally|partner|friend|alliance|partnership
enemy|foe|adversary|opponent|rival
government|state|authorities|regime|administration
king|monarch|sovereign|ruler
goal|aim|objective|purpose|target|intention|end
plan|scheme|project|strategy|programme|intend
reason|cause|grounds|explanation|motive
result|effect|outcome|consequence|upshot|lead to|bring about|cause|result in|because of
cooperation|collaboration|partnership|working together|work together|cooperate|collaborate|joint work|teamwork|jointly
together|jointly|joint|shared|in common|side by side|side-by-side|with each other|mutual
alone|solely|only|on its own|by itself|single handed|unaided|independently
compete|rival|competition|vie|rivalry|competitor
copy|imitate|clone|replicate|duplicate|reverse engineer|reverse engineering|mimic|reproduce|knock off|counterfeit|plagiarise
secret|hidden|confidential|classified|covert|undisclosed
public|open|known to all|published|available to all|openly
foreign|abroad|overseas|imported|from other countries|from abroad|outside
domestic|home|local|indigenous|home grown|homegrown|homemade|native|national|internal|at home|own
annual|yearly|every year|each year|once a year|per year
often|frequently|many times|regularly|repeatedly|again and again|a lot
rare|seldom|infrequent|scarce|uncommon|unusual|not common
always|at all times|constantly|all the time|forever|permanently|without end
never|at no time|not once
now|today|currently|at present|nowadays|at the moment|present
then|at that time|back then
first|initially|at first|original|earliest|for the first time
last|final|ultimate|in the end|finally
about|approximately|roughly|around|circa|nearly|almost|more or less|or so
exact|precise|accurate
true|correct|right|real|genuine
false|wrong|incorrect|untrue|not true|fake
lack|shortage|absence|scarcity|want of|deficit|not enough|too little|insufficient|run short|missing
enough|sufficient|adequate|ample
too much|excess|surplus|more than enough|oversupply|overabundance|excessive
unlimited|no limits|limitless|without limits|without limit|boundless|no limit|without any limits|infinite
limited|restricted|bounded|finite|constrained
limit|restrict|curb|constrain|cap|restriction|restrain
sanction|embargo|restriction|penalty
likely|probable|expected|chances are
unlikely|probably not|probably will not|will not happen|improbable|low chance|small chance|not likely|not expected|doubtful|remote chance
possible|feasible|conceivable|can happen|could happen
impossible|not possible|cannot happen|out of the question
speak|talk|say|converse
quiet|silent|soundless|noiseless
loud|noisy|deafening
light|bright|brightness|illumination
dark|black|without light|darkness
clear|transparent|see through|see-through
empty|vacant|void|nothing in it|hollow
full|filled|packed|crowded
whole|entire|complete|undivided
part|piece|portion|bit|component|section|share
front|forward|ahead|leading edge
back|rear|behind|tail end|backward
top|summit|peak|upper side|highest point
bottom|base|foot|lowest point|underside
middle|centre|center|heart|core
edge|border|margin|rim|boundary|fringe
shape|form|figure|outline
body|organism
eat|consume|feed on|devour|swallow|prey on|feed
drink|sip|swallow
sleep|slumber|be asleep|doze
wash|clean|cleanse|rinse
work|function|operate|run
test|check|try out|examine|trial
count|number|tally|reckon up
measure|gauge|determine|quantify
choose|select|pick|opt for|elect|choice
use|employ|utilise|utilize|make use of|apply
waste|squander|throw away|misuse
hope|expect|look forward|anticipate
remember|recall|call to mind|recollect
forget|not remember|slip the mind
speech|talk|address|oration
letter|note|message
story|tale|narrative|account
birth|born|be born
navy|fleet|naval forces|warships
junior|lesser|subordinate|inferior|secondary|weaker
pardon|forgive|let off|excuse|amnesty
related|kin|relatives|akin|relations
rule over|govern|control|run
warm|warmer|get warmer|heat up|hotter|get hotter
insulate|keep in|keep warm
lose|loss|escape|leak|get out
lack work|unemployment|no work|no jobs|out of work|jobless
shorter hours|fewer hours
rebuild|reconstruct|restore|recover|recovery|reconstruction|revive
lift|raise|hoist|pick up
compress|squeeze|press|squash|compact
stretch|expand|pull out|lengthen
reflect|bounce|bounce off|mirror|throw back
scatter|spread|disperse|diffuse|deflect
slide|slip|glide
support|hold up|carry|bear|prop up|hold
contain|hold|include|consist of|be made of|made up of|comprise
consist|be made|be composed|comprise|made up
surround|enclose|encircle|be around|ring
touch|contact|be in contact|meet
cover|coat|overlay|lie over
replace|substitute|take the place|stand in|swap|supersede
exchange|swap|trade|barter
store|keep|save|stockpile|hoard
collect|gather|amass|accumulate|pick up
produce|generate|create|make|yield|give rise|bring forth|manufacture
feed|nourish|nurture|give food
breathe|respire|take in air|inhale
grow|develop|mature|get bigger
rot|decay|decompose|break down|spoil|putrefy
digest|break down|process
infect|contaminate|invade|contract
survive|live through|stay alive|outlive|last
hunt|chase|prey|stalk
escape|flee|run away|get away|break out
arrest|detain|imprison|jail|lock up|put in prison|capture
accuse|charge|indict|blame
accused|defendant|person charged|suspect
judge|try|decide|rule on
punish|penalise|penalize|sanction|discipline
obey|comply|follow orders|submit
rebel|revolt|rise up|mutiny|uprising|rebellion|insurrection
elect|vote in|choose|vote for
appoint|name|nominate|designate
resign|step down|quit|give up office|leave office
invent|devise|come up with|design|conceive
discover|find|find out|come across|uncover
explore|survey|investigate|search
prove|demonstrate|show|establish|confirm|verify
doubt|question|challenge|distrust
praise|commend|applaud|compliment
criticise|criticize|condemn|denounce|attack|find fault
promise|pledge|vow|commit|undertake|swear
warn|alert|caution
threaten|menace|intimidate
force|compel|make|coerce|oblige
persuade|convince|talk into|win over
encourage|promote|foster|boost|support|stimulate
discourage|deter|put off|dissuade
defend|protect|guard|represent|speak for|act for
lend|loan|give a loan|give credit
borrow|take a loan|take out a loan
creditor|lender
debtor|borrower
repay|pay back|pay off|settle
invest|put money|fund|finance
earn|make money|get paid|gain
inherit|be left|come into
unify|unite|join|bring together|merge
divide|split|partition|share out
border|frontier|boundary
neighbour|neighbor|next to|adjacent
settle|colonise|colonize|move to|inhabit
migrate|emigrate|move|relocate|leave
slavery|slave|bondage|enslave
freedom|liberty|independence
equality|equal rights|equal
famine|hunger|starvation|starve|food shortage
drought|dry spell|lack of rain|no rain
flood|deluge|overflow
earthquake|quake|tremor
volume|loudness|sound level
softer|quieter|less loud|lower volume
louder|higher volume|more loudly
pitch|tone|note
urine|pee|wee
blood sugar|glucose|sugar
lower quality|worse|inferior
worn|worn out|eroded|worn away|worn down
wash away|erode|carry off|be washed away
leaf|leaves|foliage
season|time of year
alike|similar|the same
mistake|error|slip|fault
crash|collide|smash|hit
quick to|fast to
read|make out|decipher|decode
write|author|pen|compose
speech impediment|stammer|stutter
contract|shrink|get smaller|become smaller|narrow|tighten
neither|none|neither of them|none of them|neither one
illegal|against the law|forbidden|prohibited|banned|unlawful|outlawed|not allowed|not permitted|not legal
not all|only some|not every|not everyone|some
ill|unwell|sick|not well|poorly
disused|not in use|no longer in use|abandoned|out of use
only|just|solely|merely|exclusively
happen|occur|take place|hold|be held|come about
shed|lose|drop|cast off|let fall
collide|crash|bump into|run into|hit each other|smash into|collision|crash into
none|nothing|no effect|no change|zero|not any
unlimited|no limit|any number|as many as|no maximum|limitless
marry|wed|get married|marriage
""".strip().splitlines()

PHRASES: tuple[tuple[str, ...], ...] = tuple(tuple(line.split("|")) for line in LINES)
