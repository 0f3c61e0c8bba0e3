import type { Person } from './people'

export interface Gender {
  readonly pronoun: 'he' | 'she'
  /** Whether it follows from what somebody is called ("Ms. Varga"), and not only from a pronoun nearby. */
  readonly isSure: boolean
}

/** What a text says of somebody where it names them. */
export interface Note {
  readonly person: Person
  readonly words: string
  /** The rank before the name: "Ms.", "Mayor". */
  readonly rank: string | undefined
  /** The pronoun in a sentence of which they are the subject: "Varga said that she …". */
  readonly pronoun: 'he' | 'she' | undefined
}

/**
 * Who is called "he" or "she": what somebody is called is sure ("Ms. Varga", "spokeswoman Ines Varga"); pronouns in
 * sentences about them count where they all agree. No first names: many are both, and no list holds the world's.
 */
export function gendersOf(notes: readonly Note[]): (person: Person) => Gender | undefined {
  const genders = new Map<Person, Gender | undefined>()
  for (const { person, words, rank, pronoun } of notes) {
    const known = genders.get(person)
    if (known?.isSure) continue
    const sure = calledBy(words, rank)
    if (sure) genders.set(person, { pronoun: sure, isSure: true })
    else if (pronoun && !genders.has(person)) genders.set(person, { pronoun, isSure: false })
    else if (pronoun && known?.pronoun !== pronoun) genders.set(person, undefined)
  }
  return (person) => genders.get(person)
}

/** Whether somebody is called a woman or a man: "Ms. Varga", "Varga's sister". */
export function calledBy(words: string, rank = ''): Gender['pronoun'] | undefined {
  const isWoman = WOMEN.test(rank) || WOMAN.test(words)
  const isMan = MEN.test(rank) || MAN.test(words)
  if (isWoman === isMan) return undefined
  return isWoman ? 'she' : 'he'
}

const WOMEN = /\b(?:Mrs|Ms|Miss|Dame|Lady|Mme|Queen|Princess|Sister)\b/
const MEN = /\b(?:Mr|Sir|Lord|King|Prince|Father|Brother|Imam|Pope)\b/

/** A chairman may be a woman. */
const OFFICES =
  '(?:spokes|council|congress|assembly|business|sports|states|police|fire|camera|sales|alder|clergy)'

/** "Ines Varga, a mother of two", and not "Ines Varga, whose brother", "the man's lawyer", "a lawyer for the man". */
const word = (nouns: string): RegExp =>
  new RegExp(
    `^(?!.*\\bwhose\\b).*(?<!\\b(?:of|for|to|with|by) (?:an?|the|his|her|their|that|this) )\\b(?:${nouns})\\b(?!['’]s)`,
    'i',
  )
const WOMAN = word(
  `${OFFICES}?woman|mother|wife|widow|daughter|sister|aunt|niece|grandmother|actress|nun|girl`,
)
const MAN = word(`${OFFICES}?man|father|husband|widower|son|brother|uncle|nephew|grandfather|monk|boy`)
