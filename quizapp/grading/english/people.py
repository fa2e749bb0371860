# ruff: noqa: SIM905, E501
"""Given names: a response that has another one than the answer means another person."""

NICKNAMES: tuple[tuple[str, ...], ...] = (
    ("david", "dave"),
    ("william", "bill", "will", "billy", "willie"),
    ("robert", "bob", "rob", "bobby"),
    ("richard", "dick", "rick", "ricky"),
    ("james", "jim", "jimmy", "jamie"),
    ("john", "jack", "johnny", "jon"),
    ("michael", "mike", "mick", "mickey"),
    ("thomas", "tom", "tommy"),
    ("joseph", "joe", "joey"),
    ("charles", "charlie", "chuck"),
    ("edward", "ed", "eddie", "ted", "ned"),
    ("elizabeth", "liz", "beth", "betty", "lizzie"),
    ("margaret", "maggie", "peggy", "meg"),
    ("katherine", "catherine", "kate", "kathy", "cathy", "katie"),
    ("anthony", "tony"),
    ("andrew", "andy"),
    ("daniel", "dan", "danny"),
    ("samuel", "sam"),
    ("benjamin", "ben"),
    ("alexander", "alex", "aleksandr", "alexandr"),
    ("nicholas", "nick", "nikolai", "nicolas"),
    ("christopher", "chris"),
    ("matthew", "matt"),
    ("stephen", "steve", "steven"),
    ("frederick", "fred", "freddie"),
    ("ronald", "ron", "ronnie"),
    ("donald", "don"),
    ("kenneth", "ken"),
    ("lawrence", "larry", "laurence"),
    ("peter", "pete", "pyotr"),
    ("patrick", "pat"),
    ("franklin", "frank"),
    ("francis", "frank"),
    ("theodore", "ted", "teddy"),
    ("abraham", "abe"),
    ("albert", "al", "bert"),
    ("alfred", "alf"),
    ("harold", "harry", "hal"),
    ("henry", "harry", "hank"),
    ("jeffrey", "jeff", "geoffrey"),
    ("gregory", "greg"),
    ("timothy", "tim"),
    ("susan", "sue"),
    ("jennifer", "jenny", "jen"),
    ("rebecca", "becky"),
    ("victoria", "vicky"),
    ("deborah", "debbie"),
    ("barbara", "barb"),
    ("jacqueline", "jackie"),
    ("eleanor", "ellie", "nell"),
    ("vladimir", "volodymyr"),
    ("mohammed", "muhammad", "mohamed"),
    ("sergei", "sergey"),
    ("fyodor", "feodor"),
    ("leo", "lev"),
    ("joseph", "iosif", "josef"),
    ("mikhail", "michail"),
    ("yuri", "yury"),
    ("leon", "lev"),
    ("philip", "phil"),
    ("ludwig", "ludovic"),
)

GIVEN = frozenset(
    """
    adam adolf agatha alan albert alexander alexei alfred alice allan allen amy anatoly andre andrea andrei andrew angela anna anne
    annie anthony anton antonio arnold arthur barack barbara benito benjamin bernard bertrand beth betty bill billy bob boris brian bruce
    bruno carl carlo carlos carol caroline catherine cesar charles charlie charlotte chris christian christine christopher claude
    claudia clara clement colin craig cynthia dan daniel dave david dean deborah dennis diana dick diego dmitri dmitry don donald
    dorothy douglas duncan edgar edith edmund eduard edvard edward edwin eleanor elena elizabeth ella emil emily emma enrico erasmus eric erich
    erik ernest ernst erwin eugene eva evelyn ferdinand fernando fidel florence francesco francis francisco francois frank franklin franz fred
    frederick friedrich fyodor gabriel gary gavin gene geoffrey george georges gerald gerard gertrude giovanni giuseppe gordon
    grace graham greg gregory guido gustav guy hannah hans harold harriet harry heinrich helen henri henry herbert herman hermann horatio howard
    hugh ian igor ingrid ingmar irene isaac isabella ivan jack jackie jacob jacques jake james jan jane janet jason jean jeff jennifer jeremy jerry
    jesse jessica jim jimmy joan joe johann johannes john johnny jon jonathan jorge jose josef joseph joshua juan judith judy jules julia julian julie julius
    justin karen karl kate katherine kathleen keith ken kenneth kevin konstantin kurt larry laura lawrence lee leo leon leonard leonardo leonid lewis lewis
    linda lisa liz louis louise lucy ludwig luigi luis luke mahatma manuel marc marcel marco marcus margaret maria marie marilyn mario mark
    martha martin mary matthew maurice max maximilian maxwell melissa michael michel michelle miguel mike mikhail miles mohammed molly
    muhammad nancy napoleon natalie nathan neil nelson neville niccolo nicholas nick nicolas nicole niels nikita nikola nikolai noah noam noel norman oleg oliver olivia
    orson oscar oskar otto pablo patricia patrick paul paula pedro peter phil philip philippe pierre pyotr rachel ralph raymond rebecca rene
    richard rick rita robert roberto robin rod roger roland rolf roman ron ronald rosa rose ross roy rudolf rupert russell ruth ryan
    sally salvador sam samuel sandra sara sarah scott sean sebastian sergei sergey sharon sidney sigmund simon sofia sophia stanley stefan stephen steve steven stuart
    susan sylvia ted terence teresa terry theodore theresa thomas tim timothy tom tommy tony ursula valentina vaclav vera victor victoria vincent virginia vladimir walt walter
    warren wayne wendy werner wilbur wilhelm will william winnie winston wolfgang woodrow yuri yevgeny zachary
    """.split()
)

SURNAME_FIRST = frozenset(
    """
    deng mao xi hu jiang zhou li liu zhang wang chen yang huang zhao wu xu sun zhu ma gao lin he guo luo song zheng liang xie tang
    peng yuan lu cai jia wei xue ye yan pan du dai ren shi cui zhong tan fan kim park lee choi chiang kang jung moon nguyen tran pham hoang vo ho
    """.split()
)
"""Family names that stand first (Chinese, Korean, Vietnamese)."""

PARTICLES = frozenset(
    "de da di du del della van von der den la le los las bin ibn al el of the dos das ben ter ten".split()
)
FOREIGN = frozenset("de di da do du del della des le la der van et y".split())
"""Small words of other languages, which letters pass over: FIFA."""
AFTER_NAMES = frozenset({"jr", "sr", "inc", "ltd", "corp"})
LATER = frozenset(
    {"ii", "iii", "iv", "jr", "sr", "junior", "senior", "i", "v", "vi", "vii", "viii"}
)
ELDER = frozenset({"senior", "sr", "elder", "pere"})
YOUNGER = frozenset({"younger", "fils"})
"""Of two namesakes the elder goes by the bare name, the younger does not."""
