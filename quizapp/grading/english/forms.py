# ruff: noqa: E501
"""Forms of words that no rule gives."""

IRREGULAR: dict[str, str] = {
    form: base
    for line in """
    be: is are was were been being am|go: went gone going|do: did done doing|have: has had|see: saw seen
    use: used using|die: died dying|lie: lied lying|tie: tied tying|age: aged aging|owe: owed owing
    ice: iced icing|sue: sued suing|agree: agreed
    give: gave given|take: took taken|get: got gotten|make: made|come: came|become: became|beat: beaten
    begin: began begun|break: broke broken|bring: brought|build: built|buy: bought|catch: caught
    choose: chose chosen|draw: drew drawn|drive: drove driven|eat: ate eaten|fall: fell fallen
    feel: felt|fight: fought|find: found|fly: flew flown|forget: forgot forgotten|freeze: froze frozen
    grow: grew grown|hear: heard|hide: hid hidden|hold: held|keep: kept|know: knew known|lead: led
    leave: left|lend: lent|lose: lost|mean: meant|meet: met|pay: paid|ride: rode ridden|ring: rang rung
    rise: rose risen|run: ran|say: said|sell: sold|send: sent|shake: shook shaken|shine: shone
    shoot: shot|show: shown|shrink: shrank shrunk shrunken|sing: sang sung|sink: sank sunk|sit: sat
    sleep: slept|speak: spoke spoken|spend: spent|stand: stood|steal: stole stolen|stick: stuck
    strike: struck stricken|swim: swam swum|swear: swore sworn|teach: taught|tear: tore torn|tell: told
    think: thought|throw: threw thrown|understand: understood|wake: woke woken|wear: wore worn|win: won
    write: wrote written|bear: bore borne born|blow: blew blown|feed: fed|flee: fled|forbid: forbade forbidden
    overcome: overcame|overthrow: overthrew overthrown|withdraw: withdrew withdrawn|seek: sought|strive: strove strived striven|weave: wove woven
    man: men|woman: women|child: children|person: people|foot: feet|tooth: teeth|goose: geese|mouse: mice
    ox: oxen|leaf: leaves|life: lives|wolf: wolves|knife: knives|half: halves|self: selves
    datum: data|medium: media|bacterium: bacteria|phenomenon: phenomena|criterion: criteria|fungus: fungi
    nucleus: nuclei|cactus: cacti|radius: radii|stimulus: stimuli|alumnus: alumni|larva: larvae|alga: algae
    vertebra: vertebrae|antenna: antennae|formula: formulae|nebula: nebulae|analysis: analyses|crisis: crises
    thesis: theses|basis: bases|axis: axes|hypothesis: hypotheses|index: indices|vertex: vertices|matrix: matrices
    appendix: appendices|stratum: strata|ovum: ova|mitochondrion: mitochondria|chromosome: chromosomes
    momentum: momenta|quantum: quanta|spectrum: spectra|maximum: maxima|minimum: minima|optimum: optima
    curriculum: curricula|memorandum: memoranda|referendum: referenda|millennium: millennia|locus: loci
    aquarium: aquaria|symposium: symposia|equilibrium: equilibria|focus: foci|oasis: oases|genus: genera
    synthesis: syntheses|vortex: vortices|automaton: automata|ganglion: ganglia|phylum: phyla|serum: sera
    flagellum: flagella|cilium: cilia|stoma: stomata|schema: schemata|corpus: corpora|bacillus: bacilli
    villus: villi|alveolus: alveoli|bronchus: bronchi|thrombus: thrombi|syllabus: syllabi|terminus: termini
    stigma: stigmata|addendum: addenda|plateau: plateaux|bureau: bureaux|louse: lice|thief: thieves
    scarf: scarves|hoof: hooves|calf: calves|loaf: loaves|shelf: shelves|wife: wives|wharf: wharves
    drink: drank|hang: hung|kneel: knelt|lean: leant|dwell: dwelt|melt: molten
    withhold: withheld|withstand: withstood|mislead: misled|misunderstand: misunderstood|repay: repaid
    overtake: overtook overtaken|overrun: overran|outgrow: outgrew outgrown|overhear: overheard
    rebuild: rebuilt|rewrite: rewrote rewritten|retake: retook retaken|redo: redone redid
    remake: remade|undo: undone undid|unwind: unwound|foretell: foretold|shear: shorn
    stride: strode|stink: stank stunk|slay: slew slain|mow: mown|hew: hewn|strew: strewn|inlay: inlaid
    forgive: forgave forgiven|bite: bit bitten|bleed: bled|breed: bred|dig: dug|deal: dealt|spin: spun
    spring: sprang sprung|sting: stung|swing: swung|wind: wound|bind: bound|bend: bent|burn: burnt
    learn: learnt|dream: dreamt|spell: spelt|spill: spilt|spoil: spoilt|lay: laid|lie: lain|light: lit
    slide: slid|grind: ground|undergo: underwent undergone|undertake: undertook undertaken|uphold: upheld
    mistake: mistook mistaken|awake: awoke awoken|arise: arose arisen|cling: clung|creep: crept|fling: flung
    forsake: forsook forsaken|leap: leapt|sew: sewn|sow: sown|string: strung|sweep: swept|swell: swollen
    tread: trod trodden|weep: wept|wring: wrung|prove: proven|speed: sped|befall: befell|foresee: foresaw foreseen
    forgo: forwent forgone|oversee: oversaw overseen|override: overrode overridden|overwrite: overwrote overwritten
    overdo: overdid overdone|outdo: outdid outdone|outrun: outran|outsell: outsold|resell: resold|retell: retold
    rethink: rethought|regrow: regrew regrown|refreeze: refroze refrozen|unfreeze: unfroze unfrozen
    interweave: interwove interwoven|underlie: underlay underlain underlying|mishear: misheard|misspell: misspelt
    smell: smelt|saw: sawn|shave: shaven|overeat: overate overeaten|unlearn: unlearnt|unbind: unbound
    resend: resent|sheaf: sheaves|elf: elves|dwarf: dwarves
    bad: worse worst|good: better best|far: further farther furthest|little: less least
    """.replace("\n", "|").split("|")
    if line.strip()
    for base, forms in [line.strip().split(": ")]
    for form in forms.split()
}

SPELLINGS: tuple[tuple[str, str], ...] = (
    ("our", "or"),
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("ysed", "yzed"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ller", "ler"),
    ("aemia", "emia"),
    ("aeo", "eo"),
    ("oe", "e"),
    ("ae", "e"),
    ("ph", "f"),
    ("gramme", "gram"),
    ("sulph", "sulf"),
    ("mould", "mold"),
    ("plough", "plow"),
    ("tyre", "tire"),
    ("grey", "gray"),
    ("aluminium", "aluminum"),
    ("programme", "program"),
    ("cheque", "check"),
    ("kerb", "curb"),
    ("manoeuvre", "maneuver"),
    ("jewellery", "jewelry"),
    ("licence", "license"),
    ("practise", "practice"),
)
"""British and American spellings: of the whole word, or of a part of it."""
