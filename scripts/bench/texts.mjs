/**
 * Drafts of any size in varied English, made from a seed: the same seed makes the same draft on every machine. They have
 * what real copy has: names, quotations with and without speakers, dates, vague times, now and then a paragraph twice.
 */

/** Random numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

const words = (list) => list.trim().split(/\s+/)
const phrases = (list) =>
  list
    .trim()
    .split('\n')
    .map((phrase) => phrase.trim())

const NOUNS = words(`
  harbour council bridge river market school station library theatre hospital garden tower warehouse museum factory
  orchard valley road tunnel depot ferry mill quarry chapel archive barracks cinema clinic courtyard dairy embankment
  estate exchange farm forge foundry gallery granary greenhouse hall hangar hostel inn kiln laboratory lighthouse lodge
  mansion marina meadow monument nursery observatory office palace park parade pavilion pier plant port post prison
  promenade quay rectory refinery reservoir ring sanctuary shipyard shop slipway square stable stadium store studio
  terminal terrace track viaduct village villa vineyard ward wharf workshop yard zoo budget plan report survey contract
  tender licence proposal petition audit inquiry strike lease grant scheme programme project`)
const PEOPLE = words(`
  engineer mayor teacher captain surveyor architect historian farmer baker nurse clerk director treasurer inspector
  editor geologist carpenter plumber magistrate librarian curator conductor pilot builder welder chemist botanist
  solicitor accountant chairman secretary warden ranger planner designer manager`)
const ADJECTIVES = words(`
  old new narrow broad quiet crowded derelict handsome costly modest disputed famous forgotten northern southern eastern
  western public private temporary permanent wooden concrete stone iron brick glass flooded rebuilt abandoned popular
  noisy muddy steep shallow distant nearby municipal provincial listed leaking rusting repainted`)
const VERBS = words(`
  repaired closed opened sold bought measured painted flooded guarded rented mapped praised rejected approved postponed
  inspected restored demolished extended insured photographed surveyed cleared widened fenced drained renamed leased
  financed neglected rescued audited doubled halved shelved`)
/** How a sentence goes on; words in braces stand for any of their kind, so that hardly three words come together twice. */
const ENDINGS = phrases(`
  without asking the {person}
  after {count} days of {noun} work
  against the advice of the {person} from {town}
  with money from the {noun} of {town}
  to the surprise of {name}
  for less than the {noun} in {town} had cost
  and then thought better of the {thing}
  because the {noun} roof had given way
  although the {noun} drawings were lost in {town}
  as the {town} contract had foreseen
  in spite of the {thing}
  while the {noun} was under water
  under an agreement with {town}
  so that {count} lorries could turn
  as if {name} had never written
  at the expense of {town}
  for the sake of the {thing}
  despite the petition of {count} neighbours
  with a crane from {town}
  on the strength of one letter from {name}`)
const FIRST_NAMES = words(`
  Ines Tomas Petra Walter Agnes Rupert Leona Hamid Clara Oscar Mabel Viktor Nadia Edwin Greta Ivor Selma Boris Hilda
  Amos Freya Lionel Odette Piers Renata Silas Thea Ulrich Wanda Yusuf Zelda Bruno Celia Dexter Elsa Felix Gwen Hector
  Irma Jonas`)
const SURNAMES_BEGIN = words(
  `Var Hal Mer Bron Cald Dun Ever Fair Gran Hart Kel Lang Mars Nor Oak Pem Quil Rams Stan Thorn Under Wex Yard Zeb`,
)
const SURNAMES_END = words(`ga bury ley combe wick ton field worth ham stead ridge mont well by ford dale`)
const TOWN_PREFIXES = words(`Upper Lower Great Little Old Saint Castle Abbots Kings Bishops Long Market`)
const RELATIVE = phrases(`
  yesterday
  last week
  on Tuesday
  recently
  two days ago
  last month
  earlier this year
  these days
  next month
  on Friday
  in recent years
  a few weeks ago`)
const MONTHS = words(`January February March April May June July August September October November December`)
const CUES = words(`said added told argued wrote insisted replied explained recalled warned`)

/** One who makes sentences and paragraphs, from a source of random numbers. */
function writerFrom(random) {
  const below = (n) => Math.floor(random() * n)
  const one = (list) => list[below(list.length)]
  const chance = (share) => random() < share
  const town = () =>
    `${chance(0.3) ? `${one(TOWN_PREFIXES)} ` : ''}${one(SURNAMES_BEGIN)}${one(SURNAMES_END)}`
  const name = () => `${one(FIRST_NAMES)} ${one(SURNAMES_BEGIN)}${one(SURNAMES_END)}`
  const thing = () =>
    `${chance(0.7) ? `${one(ADJECTIVES)} ` : ''}${chance(0.4) ? `${one(NOUNS)} ` : ''}${one(NOUNS)}`
  const count = () =>
    chance(0.5) ? String(2 + below(900)) : `${1 + below(90)},${String(below(1000)).padStart(3, '0')}`
  const date = () => `${one(MONTHS)} ${1 + below(28)}, ${1950 + below(70)}`
  const ending = () =>
    one(ENDINGS).replace(/\{(\w+)\}/g, (_, kind) =>
      ({ person: () => one(PEOPLE), noun: () => one(NOUNS), town, name, thing, count })[kind](),
    )
  const capital = (text) => text[0].toUpperCase() + text.slice(1)

  const clause = () =>
    one([
      () => `the ${one(PEOPLE)} ${one(VERBS)} the ${thing()} ${ending()}`,
      () => `the ${thing()} at ${town()} was ${one(VERBS)} by the ${one(PEOPLE)} ${ending()}`,
      () => `${count()} visitors came to the ${thing()} and ${count()} to the ${thing()}`,
      () => `a ${thing()} stood where the ${thing()} is, between ${town()} and ${town()}`,
      () => `nobody in ${town()} had ${one(VERBS)} the ${thing()} or the ${thing()}`,
      () => `the ${one(NOUNS)} and the ${thing()} were ${one(VERBS)} together ${ending()}`,
      () => `every ${one(PEOPLE)} in ${town()} knew the ${thing()} ${ending()}`,
    ])()
  const statement = () => `${capital(clause())}.`
  const compound = () => `${capital(clause())}, and ${clause()}.`
  const dated = () => `On ${date()}, ${clause()}.`
  const vague = () => {
    const time = one(RELATIVE)
    return chance(0.5) ? `${capital(time)}, ${clause()}.` : `${capital(clause())} ${time}.`
  }
  const quoted = () =>
    one([
      () => `“${capital(clause())},” ${one(CUES).replace('told', 'said')} ${name()}.`,
      () => `"${capital(clause())}," said ${name()}, a ${one(PEOPLE)} from ${town()}.`,
      () => `${name()} said: “${capital(clause())}.”`,
    ])()
  const orphan = () => `“${capital(clause())}.”`

  const sentence = () => {
    const kind = random()
    if (kind < 0.42) return statement()
    if (kind < 0.66) return compound()
    if (kind < 0.76) return dated()
    if (kind < 0.9) return quoted()
    return vague()
  }
  const paragraph = () => {
    if (chance(0.03)) return orphan()
    return Array.from({ length: 2 + below(5) }, sentence).join(' ')
  }
  return { below, chance, clause, capital, sentence, paragraph, thing, town, one }
}

/** Paragraphs until a size is reached; one in a hundred stands in the draft already. */
function paragraphsOf(size, write, decorate) {
  const known = []
  const parts = []
  for (let length = 0; length < size; ) {
    const copy = known.length > 4 && write.chance(0.01)
    const paragraph = copy ? known[write.below(known.length)] : write.paragraph()
    if (!copy && known.length < 5000) known.push(paragraph)
    const part = decorate(paragraph)
    parts.push(part)
    length += part.length + 2
  }
  return `${parts.join('\n\n')}\n`
}

export function plainText(size, seed = 1) {
  const write = writerFrom(randomFrom(seed))
  return paragraphsOf(size, write, (paragraph) => paragraph)
}

export function markdownText(size, seed = 1) {
  const write = writerFrom(randomFrom(seed))
  const emphasised = (paragraph) =>
    paragraph.replace(/\bthe (\w+) (\w+)\b/g, (all, first, second) => {
      const kind = write.below(14)
      if (kind === 0) return `the *${first}* ${second}`
      if (kind === 1) return `the **${first} ${second}**`
      if (kind === 2) return `the [${first} ${second}](https://example.org/${first}/${second})`
      if (kind === 3) return `the \`${first}\` ${second}`
      return all
    })
  const list = () =>
    Array.from({ length: 3 + write.below(4) }, () => `- ${write.capital(write.clause())}.`).join('\n')
  const table = () =>
    ['| Place | Count |', '| --- | --- |']
      .concat(Array.from({ length: 4 }, () => `| ${write.town()} | ${write.below(900)} |`))
      .join('\n')
  const code = () =>
    `\`\`\`js\nconst ${write.one(NOUNS)} = ${write.below(99)}\nrun("${write.one(NOUNS)}")\n\`\`\``
  return paragraphsOf(size, write, (paragraph) => {
    const kind = write.below(40)
    const prose = emphasised(paragraph)
    if (kind < 4) return `## ${write.capital(write.thing())}\n\n${prose}`
    if (kind < 6) return `> ${prose}`
    if (kind === 6) return `${prose}\n\n${list()}`
    if (kind === 7) return `${prose}\n\n${code()}`
    if (kind === 8) return `${prose}\n\n${table()}`
    return prose
  })
}

/** A sentence that stands nowhere else, for typing. */
export function sentenceFrom(random) {
  return writerFrom(random).sentence()
}
