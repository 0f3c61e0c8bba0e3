import { calledBy, type Gender } from './genders'
import { ANONYMOUS, DOCUMENTS, PAPERS } from './lexicon'
import { RANKS } from './name-words'
import type { Person } from './people'

/** The pronouns of speakers that may be resolved; "I", "we" and "one" are not. */
export type Pronoun = 'he' | 'she' | 'they'

export const pronounIn = (words: string): Pronoun | undefined => {
  const lower = words.toLowerCase()
  return lower === 'he' || lower === 'she' || lower === 'they' ? lower : undefined
}

/** Somebody is the speaker of a quotation, the subject of a sentence, or only named in one. */
export type Role = 'speaker' | 'subject' | 'named'

/** Whoever the draft speaks of in a place. */
export interface Spoken {
  readonly at: number
  /** Counts paragraphs; a heading counts as many. */
  readonly paragraph: number
  readonly words: string
  /** Whom the words name; undefined for a pronoun and for whoever has no name ("the mayor", "officials"). */
  readonly person: Person | undefined
  readonly role: Role
}

/** How many paragraphs further up a pronoun may point. */
export const FARTHEST = 2

/**
 * Whom the pronouns of a draft most likely mean, by the places where they stand. "He" and "she" mean whoever was spoken
 * of last, unless that is known to be a woman or a man; "they" means a body or several people. From a paragraph further
 * up somebody is meant only if nobody else was spoken of there or since. A pronoun that may mean two is not in the map.
 */
export function meantBy(
  spoken: readonly Spoken[],
  genderOf: (person: Person) => Gender | undefined,
): ReadonlyMap<number, Spoken> {
  const meant = new Map<number, Spoken>()
  /** Whoever was "she" once doesn't become "he" further down. */
  const taken = new Map<Person, Gender>()
  const known = (person: Person) => genderOf(person) ?? taken.get(person)
  spoken.forEach(({ at, words }, i) => {
    const pronoun = pronounIn(words)
    if (!pronoun) return
    const found =
      pronoun === 'they' ? severalBefore(spoken, i, meant) : oneBefore(spoken, i, pronoun, meant, known)
    if (!found) return
    meant.set(at, found)
    if (pronoun !== 'they' && found.person) taken.set(found.person, { pronoun, isSure: false })
  })
  return meant
}

function oneBefore(
  spoken: readonly Spoken[],
  i: number,
  pronoun: 'he' | 'she',
  meant: ReadonlyMap<number, Spoken>,
  genderOf: (person: Person) => Gender | undefined,
): Spoken | undefined {
  const { paragraph } = spoken[i]!
  let found: Spoken | undefined
  let hasPassed = false
  const passed: Spoken[] = []
  for (let k = i - 1; k >= 0; k--) {
    const other = spoken[k]!
    if (paragraph - other.paragraph > FARTHEST || (found && other.paragraph < found.paragraph)) break
    const isSamePronoun = pronounIn(other.words) === pronoun
    const somebody = isSamePronoun ? meant.get(other.at) : other
    if (isSamePronoun && !somebody) return undefined
    if (!somebody || !mayBeOne(somebody)) continue
    const gender = somebody.person ? genderOf(somebody.person) : genderByWords(somebody)
    if (gender && gender.pronoun !== pronoun) {
      hasPassed ||= !gender.isSure
      continue
    }
    if (found) {
      if (isSame(found, somebody)) continue
      return undefined
    }
    if (other.role === 'named') {
      passed.push(somebody)
      continue
    }
    // "Varga says he …" may speak of two: then whoever stands before Varga must be known to be a man.
    if (!isKnown(somebody) || (hasPassed && !gender)) return undefined
    if (other.paragraph === paragraph) return somebody
    if (passed.some((one) => !isSame(one, somebody))) return undefined
    if (gender) return somebody
    found = { ...somebody, paragraph: other.paragraph }
  }
  return found
}

function severalBefore(
  spoken: readonly Spoken[],
  i: number,
  meant: ReadonlyMap<number, Spoken>,
): Spoken | undefined {
  const { paragraph } = spoken[i]!
  for (let k = i - 1; k >= 0 && paragraph - spoken[k]!.paragraph <= 1; k--) {
    const other = spoken[k]!
    if (pronounIn(other.words) === 'they') return meant.get(other.at)
    if (other.role === 'named') continue
    if (isSeveral(other) && (other.role === 'speaker' || other.person?.isBody || isHuman(other))) return other
    if (other.role === 'speaker' || other.person) return undefined
  }
  return undefined
}

function genderByWords({ words }: Spoken): Gender | undefined {
  const pronoun = calledBy(words)
  return pronoun && { pronoun, isSure: true }
}

const isSame = (a: Spoken, b: Spoken): boolean =>
  a.person || b.person ? a.person === b.person : a.words.toLowerCase() === b.words.toLowerCase()

/** Whether it may be one man or woman: a name, whoever speaks and is no paper, and what a word for people stands for. */
function mayBeOne(spoken: Spoken): boolean {
  const { person, role, words } = spoken
  if (isSeveral(spoken) || OTHER_PRONOUNS.test(words)) return false
  if (person) return true
  const head = headOf(words)
  return (
    !DOCUMENTS.has(head) && !PAPERS.has(head) && (role === 'speaker' || isHuman(spoken) || AGENT.test(head))
  )
}

/** Whether it is somebody rather than perhaps something: "the mayor", and not "the river". */
const isKnown = (spoken: Spoken): boolean =>
  Boolean(spoken.person) || spoken.role === 'speaker' || isHuman(spoken)

const OTHER_PRONOUNS =
  /^(?:he|she|they|it|i|we|you|who|one|both|another|everyone|this|that|these|those|there)$/i

/** Words for people have these endings, and some for things. */
const AGENT = /(?:er|or|ist|ian|ant|ee|man|woman|person)$/

function isHuman({ words }: Spoken): boolean {
  const head = headOf(words)
  return ANONYMOUS.has(head) || RANKS.has(head) || RANKS.has(head.replace(/s$/, ''))
}

/** "officials", "the engineers of Holm", "Varga and Hale", "the Harbour Board". */
function isSeveral({ words, person }: Spoken): boolean {
  if (person?.isBody || /^[^,(]*\p{L} (?:and|&) \p{Lu}/u.test(words)) return true
  return !person && (/[^s]s$/.test(headOf(words)) || QUANTITY.test(words))
}

const QUANTITY = /^(?:some|several|many|most|few|both|all|others|two|three|four|five|dozens|hundreds) /i

/** The noun that a phrase is about: "mayor" of "the mayor of Holm". */
function headOf(words: string): string {
  const core = words
    .toLowerCase()
    .split(/[,(]|\s(?:of|in|at|from|for|with|on|by|near|who|which|that|whose)\s/)[0]!
  return core.trim().split(/\s+/).at(-1)!
}
