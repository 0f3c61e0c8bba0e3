import type { Token } from '../../draft/tokens'
import { wordFilter } from '../../draft/word-filter'

/**
 * The vocabulary of attribution, all of it. Structure decides first ('"…," NAME VERB' needs no known verb); these
 * words find a speaker who stands further off, and keep what is no speaker out.
 */

const list = (words: string): string[] => words.split(/\s+/).filter(Boolean)

/** Verbs whose object is what somebody said, wrote or thought; regular ones in their plain form. */
const REGULAR = list(`
  accept accuse acknowledge add address admit admonish advise advocate affirm agree allege allow amend announce answer appeal
  applaud argue ask assert assure attack attest aver bark beg bellow bemoan berate blame blast blog boast brag caption
  caution challenge chant characterise characterize charge chide chime cite claim clarify comment commend compare
  complain concede conclude condemn confess confide confirm congratulate contend continue counsel counter criticise
  criticize croak cry decide declare decry defend demand denounce deny deride describe detail dismiss dispute
  dub echo elaborate email emphasise emphasize encourage enquire enthuse estimate exclaim exhort exclaim explain
  express fear fume gasp grumble growl grin hail highlight hint hiss hope implore imply indicate inform inquire insist
  instruct interject interrupt invite joke jot lament label laugh lecture liken list maintain marvel mention message moan mock
  mourn mumble murmur mutter muse narrate note object observe offer opine outline
  petition plead pledge point post praise pray preach predict press proclaim promise pronounce propose protest
  publish question quip quote rage rail rant reassure reason reassert recall reckon recommend recount refer
  reflect refuse reiterate reject relate remark remember remind reminisce repeat reply report request respond
  retort retweet reveal roar rule scoff scream scrawl shout shriek sigh sign signal slam slur snap sneer snipe
  specify speculate stammer state stress submit suggest summarise summarize surmise suspect swear
  tease testify text thank threaten thunder tout trumpet tweet type underline underscore urge utter
  venture voice volunteer vow wail warn welcome whine whisper wish wonder worry yell
  believe call dictate dream consider deem feature film figure guess imagine intone inscribe italicise justify
  paraphrase print read recite regret relay render scold seethe sing spell stipulate sum theorise theorize title translate
  ponder rejoice rebuke rebut reprimand rue stutter toast vent`)

const IRREGULAR = list(`
  talked say says said saying tell tells told telling write writes wrote written writing speak speaks spoke spoken speaking
  think thinks thought thinking feel feels felt feeling know knows knew find finds found hold holds held
  put puts putting go goes went gone give gives gave foresee foresaw swear swore sworn sing sang sung
  read reads reading understand understands understood begin begins began
  shoot shot hit hear heard teach taught caution quoth lead`)

/** Verbs that are too common to tell of speech from afar; next to a quotation they do. */
const WEAK = new Set(
  list(
    'go goes went gone give gives gave put puts putting hold holds held find finds found know knows knew ' +
      'hit shoot shot lead begin begins began continue continues continued continuing ' +
      'list lists listed sign signs signed film films filmed feature features featured ' +
      'title titled titles type types typed print prints printed figure figures figured point points pointed ' +
      'press presses pressed post posts rule rules compare compares compared offer offers text texts hear heard ' +
      'invite invites invited inviting dub dubs dubbed spell spells refer refers referred attack attacks attacked call calls ' +
      'message messages question questions charge charges comment comments report reports reading label labels labelled labeled ' +
      'sing sang sung state states claim claims note notes address addresses allow allows allowed render renders rendered read ' +
      'reflect reflects reflected publish published publishes decide decides decided hint hints relate relates related ' +
      'request requests caption captions challenge challenges detail details fear fears estimate estimates mention ' +
      'accept accepts accepted accepting amend amends amended consider considers considered submit submits submitted',
  ),
)

const VOWEL = /[aeiou]/

/** "deny" → denies, denied, denying; "quip" → quips, quipped, quipping. */
function formsOf(verb: string): string[] {
  const last = verb.at(-1)!
  const before = verb.at(-2)!
  if (last === 'e') return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`]
  if (last === 'y' && !VOWEL.test(before)) {
    const stem = verb.slice(0, -1)
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`]
  }
  const s = /(?:s|sh|ch|x|o)$/.test(verb) ? 'es' : 's'
  const plain = [verb, verb + s, `${verb}ed`, `${verb}ing`]
  return /[^aeiou][aeiou][bglmnprt]$/.test(verb) || verb === 'quip'
    ? [...plain, `${verb}${last}ed`, `${verb}${last}ing`]
    : plain
}

const CUES: ReadonlySet<string> = new Set([...REGULAR.flatMap(formsOf), ...IRREGULAR])

/** Whether a token may be a verb of saying, writing or thinking, at a glance. */
export const mayBeCue = wordFilter(CUES)

/** Whether a word is a verb of saying, writing or thinking in any of its forms. */
export const isCue = (lower: string): boolean => CUES.has(lower)

const PLAIN: ReadonlySet<string> = new Set(REGULAR.filter((verb) => verb !== 'read'))

/** Whether it has the form of a noun as well ("a report", "the blog post"): as a verb it needs a plural before it. */
export const isPlainForm = (lower: string): boolean => PLAIN.has(lower)

const WITH_S: ReadonlySet<string> = new Set(REGULAR.map((verb) => formsOf(verb)[1]!))

/** Whether it has the form of a plural as well ("claims", "remarks"). */
export const isPluralForm = (lower: string): boolean => WITH_S.has(lower)

const STRONG: ReadonlySet<string> = new Set([...CUES].filter((cue) => !WEAK.has(cue)))

/** Whether it is one that tells of speech wherever it stands. */
export const isStrongCue = (lower: string): boolean => STRONG.has(lower)

/** Verbs of thinking, feeling and doing. Beside a quotation they attribute it; a sentence of its own with them reports no speech. */
const THOUGHTS_AND_DEEDS: ReadonlySet<string> = new Set([
  ...list(`attack believe consider deem defend decide dream encourage estimate express fear guess hail highlight hope
    imagine indicate label liken list lament laugh mourn offer publish question refer reflect refuse regret reject
    relate render request reveal sigh sign signal speculate submit suspect tout translate underline underscore
    welcome wish wonder worry cite praise applaud dismiss`).flatMap(formsOf),
  ...list(`think thinks thought thinking feel feels felt feeling know knows knew understand understands understood
    find finds found foresee foresaw hear heard speak speaks spoke spoken speaking read reads reading sing sang sung
    teach taught swore sworn begin begins began shot hit`),
])

const REPORTING: ReadonlySet<string> = new Set([...STRONG].filter((cue) => !THOUGHTS_AND_DEEDS.has(cue)))

/** Whether a token may be such a verb, at a glance. */
export const mayReport = wordFilter(REPORTING)

/** Whether a sentence with this verb reports what somebody said, even if it quotes nothing. */
export const isReporting = (lower: string): boolean => REPORTING.has(lower)

const SAYING: ReadonlySet<string> = new Set([
  ...[...CUES].filter((cue) => !THOUGHTS_AND_DEEDS.has(cue)),
  ...formsOf('question'),
])

/** Whether a verb reports what somebody said where a clause is its object: "questioned whether", "states that". */
export const isSaying = (lower: string): boolean => SAYING.has(lower)

/** Verbs whose object is a person, so that the name behind them is no speaker's. */
export const ADDRESSING: ReadonlySet<string> = new Set(
  list('told tells tell asked asks called calls reminded assured informed advised warned'),
)

/** Verbs that give their object a name or a quality, which may be quoted: "called it", "dismissed them as". */
const NAMING_VERBS: ReadonlySet<string> = new Set(
  list(`call label dub brand deem describe denounce dismiss slam blast decry deride characterise characterize hail
    mock portray term christen nickname introduce depict tout celebrate bill`).flatMap(formsOf),
)
export const isNaming = (lower: string): boolean => NAMING_VERBS.has(lower)

/** Verbs whose object is a paper or the like: whoever issues a statement speaks in it. */
export const ISSUING: ReadonlySet<string> = new Set(
  list(
    'issue issues issued release releases released publish publishes published post posts posted send sends sent write writes wrote give gave make made read air aired use uses used repeat repeats repeated coin coins coined',
  ),
)

/** Pronouns that name a speaker. "It" doesn't. */
export const PRONOUNS: ReadonlySet<string> = new Set(
  list(`he she they i we you who one both another everyone everybody someone somebody some many most several
    few others`),
)

/** A pronoun and its verb in one word: "he'd", "they've". */
export const CONTRACTED = /^(?:he|she|they|i|we|you|who)'(?:d|ll|ve|s|re|m)$/

/** Things that carry words: next to a quotation they are its source ("the sign 'Keep out, we are armed'"). */
export const DOCUMENTS: ReadonlySet<string> = new Set(
  list(`banner placard sign slogan motto message error warning headline caption inscription graffiti
    poster leaflet letter note statement memo report email tweet post text commandment clause section
    article rule law charter declaration constitution preamble verse psalm gospel scripture bible
    question answer prompt output line sentence phrase word words expression saying proverb adage maxim quote
    quotation lyric lyrics chorus refrain chant song poem reply response comment label remark remarks advice mantra
    oath prayer doctrine principle title name term notion idea concept theory argument claim assertion instruction
    instructions definition passage excerpt testimony speech complaint petition resolution amendment toast hashtag catchphrase`),
)

/** Words before a quotation that make it a name, a term or a word that is mentioned. */
export const NAMING: ReadonlySet<string> = new Set(
  list(`named called titled entitled nicknamed dubbed labelled labeled termed known album song book film
    movie novel poem show series episode word words term phrase term single track play essay documentary painting
    game project operation codenamed marked spelled mean means meaning slogan hashtag section chapter
    headlined captioned tagged program programme`),
)

/** Words that stand for many or for nobody in particular: a source without a name. */
export const ANONYMOUS: ReadonlySet<string> = new Set(
  list(`source sources official officials expert experts analyst analysts insider insiders observer observers
    aide aides adviser advisers advisor advisors critic critics diplomat diplomats witness witnesses bystander
    people person some many others user users commenter poster man woman resident residents neighbour neighbor
    neighbours neighbors spokesman spokeswoman spokesperson employee employees lawmaker lawmakers someone somebody
    supporter supporters opponent opponents activist activists worker workers friend friends passer protester
    protesters scientists researchers historians economists voter voters author blogger`),
)

/** Words that can't be a verb of which the name before them is the subject, nor a part of a name. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  list(`the a an this that these those of to in on at by for from with as and or but nor so if when while where which
    who whose whom because although though since until unless after before during under over into onto about between
    through against among per than then there here it its his her their our my your not no yet also only just even
    is are was were be been being am has have had do does did will would can could shall should may might must
    still once via toward towards upon without within what`),
)

export const DETERMINERS: ReadonlySet<string> = new Set(
  list(
    'the a an this that these those his her their our my your its one some several many another each every',
  ),
)

export const PREPOSITIONS: ReadonlySet<string> = new Set(
  list(
    'of to in on at by for from with about into over under after before during against among amid despite since until between through via upon towards toward without within like near',
  ),
)

/** Small words inside names: "Piet van Dam", "al Ashry". */
export const PARTICLES: ReadonlySet<string> = new Set(
  list('van von de da di du del della der den des la le el al bin ibn ben ter zu dos'),
)

/** Words that begin a clause; its subject stands behind them. */
export const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  list(
    'and but while when as because although though if that where which whereas so then or before after since until whilst whereupon',
  ),
)

/** Of these, the ones whose clause ends with a comma before the main one: "When the vote was over, Hale said …". */
export const SUBORDINATORS: ReadonlySet<string> = new Set(
  list('when while as because although though if where before after since until whilst'),
)

/** What may stand between subject and verb. */
export const ADVERBS: ReadonlySet<string> = new Set(
  list(`also has have had then later once never yet always often even still just simply only will would can could did does
    do not again now already soon since repeatedly reportedly further both himself herself themselves first
    once again too rightly wrongly nonetheless nevertheless to may might must should is are`),
)

/** Past forms without "-ed" of common verbs, which end the noun phrase before them: "Ines Varga broke the news". */
export const IRREGULAR_PASTS: ReadonlySet<string> = new Set(
  list(`dealt lay overcame undertook became began brought broke bought built came caught chose drew drove ate fell fled flew forgot fought gave got
    grew heard held hid kept knew laid led left lent let lost made met paid ran rang rode rose sat sang saw sent shook
    shot shrank slept slid sold sought spent spoke sprang stole stood stuck struck swam swept swore swung taught
    threw told took tore understood went withdrew woke won wore wound wrote`),
)

/** Small adverbs that belong to the verb before them: "passed out", "fired back". */
export const VERB_PARTICLES: ReadonlySet<string> = new Set(list('out up down off away back along around'))

export const BE: ReadonlySet<string> = new Set(list('is are was were be been being get got'))

/** Finite verbs and the like that tell a clause from a phrase. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  list(`is are was were am be been has have had do does did will would can could shall should may might must cannot
    isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't
    i'm i've i'll i'd we're we've we'll we'd you're you've you'll they're they've they'll it'll he'll she'll they'd he'd she'd ain't gonna`),
)

/** Participles that open a sentence with a question put to its subject: "Asked why she left, Hale shrugged." */
export const ASKED: ReadonlySet<string> = new Set(list('asked pressed questioned prompted'))

/** Verbs before which nothing has been said yet: "must respond by June". */
export const MODALS: ReadonlySet<string> = new Set(list('must should may might can could shall'))

/** Pronouns of people, who speak. */
export const PERSONAL_PRONOUNS: ReadonlySet<string> = new Set(list('he she they i we'))

export const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(
  list('i we you he she they it nobody everybody everyone'),
)

/** Things that speak for somebody, so that "it said" and "The letter cites …" point to them. */
export const PAPERS: ReadonlySet<string> = new Set(
  list(`statement letter memo memorandum email message report post tweet filing complaint lawsuit ruling
    transcript document note petition survey study editorial brief indictment resolution`),
)

/** What else is read, so that "it reads" and "it began" point to it. */
const READABLES: ReadonlySet<string> = new Set(
  list(`page plaque telegram cable sign notice runbook manual guide card banner placard poster label sticker leaflet flyer
    brochure pamphlet inscription circular bulletin diary log script prospectus invitation billboard certificate
    questionnaire headline caption voicemail screenshot postcard scroll ballot blurb entry notification alert prompt
    recording advert ad commercial review audit inquiry guidance assessment article
    list`),
)

const mayBePaper = wordFilter([...PAPERS, ...READABLES, 'mail'])

/** Whether a token names a paper; "e-mail" is three tokens. */
export const isPaper = (tokens: readonly Token[], i: number): boolean =>
  mayBePaper(tokens[i]!) &&
  (PAPERS.has(tokens[i]!.lower) ||
    READABLES.has(tokens[i]!.lower) ||
    (tokens[i]!.lower === 'mail' && tokens[i - 1]?.text === '-' && tokens[i - 2]?.lower === 'e'))

/** Nouns of speech whose possessor speaks ("Hale's promise", "her statement"), or that follow "in a …". */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(
  list(`statement words remark remarks speech comment comments testimony letter claim promise warning call
    assertion description argument view opinion promise pledge vow plea appeal demand threat reply answer response
    letter message memo email tweet post interview rhetoric assessment verdict question complaint reaction
    reference explanation announcement report accusation charge quote objection advice suggestion account motto
    address essay book article column blog memoir diary allegation insistence admission contention conclusion
    declaration prediction acknowledgement acknowledgment denial belief request proposal recommendation apology boast
    instruction refusal`),
)
